/* Enters: an event's text, a theme, a language. Leaves: whether texts stand in print.
   Each is a line of its own, or the first part of one that is broken by hand. */
#include "said.h"

#include "printed.h"

#include <string.h>

static void
assert_lines (const Journey *journey, const char *const *texts)
{
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      char *text = g_strndup (line->lines->text + line->line->start, line->line->end - line->line->start);
      g_string_append_printf (all, "%s\n", text);
      g_strstrip (text);
      char *end = strstr (text, "\u2028"); /* of a line that is broken by hand */
      if (end != NULL)
        *end = '\0';
      gsize figure_space = g_str_has_prefix (text, "\u2007") ? strlen ("\u2007") : 0;
      g_hash_table_add (said, g_strdup (text + figure_space));
      g_free (text);
    }
  for (; *texts != NULL; texts++)
    if (!g_hash_table_contains (said, *texts))
      g_error ("“%s” is not there:\n%s", *texts, all->str);
}

void
printed_assert_in (const char *piece, const char *xml, ProgrammeTheme *theme, const char *language,
                   const char *const *texts)
{
  g_autoptr (Journey) journey = journey_new (xml, theme);
  g_assert_true (journey_make (journey, piece, language, NULL));
  assert_lines (journey, texts);
}

void
printed_assert_journey (Journey *journey, const char *language, const char *const *texts)
{
  g_assert_true (journey_make (journey, "agenda", language, NULL));
  assert_lines (journey, texts);
}

void
printed_assert (const char *xml, ProgrammeTheme *theme, const char *language, const char *const *texts)
{
  printed_assert_in ("agenda", xml, theme, language, texts);
}
