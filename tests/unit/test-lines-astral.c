/* Enters: letters beyond the first 65536 characters. Leaves: whether they run the right way. */
#include "sheet.h"
#include "text/galley.h"

#include <string.h>

static const PgStyle body = { .name = "body", .family = "Sans", .size = 9, .leading = 13.5 };

/* Adlam, which runs from right to left, is two units each in what the levels are computed of. */
static void
test_astral_letters (void)
{
  const PgRun run = { .text = "ab \U0001E900\U0001E901 cd", .style = &body, .language = "ff" };
  PgLines *lines = pg_lines_new (sheet_fonts (), &body, &run, 1, 300, FALSE, NULL, NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < lines->lines[0].n_runs; i++)
    {
      const PangoItem *item = lines->lines[0].runs[i].glyphs->item;
      g_string_append_printf (found, "%.*s%s|", item->length, lines->text + item->offset,
                              item->analysis.level % 2 == 1 ? "<" : ">");
    }
  g_assert_nonnull (strstr (found->str, "\U0001E900\U0001E901<|"));
  g_assert_true (g_str_has_prefix (found->str, "ab"));
  g_assert_null (strstr (found->str, "ab <"));
  pg_lines_free (lines);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines-astral/letters", test_astral_letters);
  return g_test_run ();
}
