/* Enters: paragraphs that say the same, or nearly. Leaves: whether those share their lines whose lines must be the same, and no
   others; what is missing is told of each; and lines that are on no page are gone. */
#include "sheet.h"

#include <string.h>

/* Two paragraphs, the second of them changed. */
static gboolean
are_shared (void (*change) (Sheet *sheet, PgBlock *second))
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgBlock *first = sheet_add (sheet, sheet_lines (sheet, "Winds", 0));
  PgBlock *second = sheet_add (sheet, sheet_lines (sheet, "Winds", 0));
  g_assert_true (first->runs != second->runs);
  change (sheet, second);
  sheet_set (sheet);
  const GArray *items = pg_pages_get (sheet->pages, 0)->items;
  g_assert_cmpuint (items->len, ==, 2);
  gboolean shared = g_array_index (items, PgItem, 0).text.lines == g_array_index (items, PgItem, 1).text.lines;
  g_assert_cmpuint (sheet->pages->lines->len, ==, shared ? 1 : 2);
  return shared;
}

static void
change_nothing (Sheet *sheet, PgBlock *second)
{
  (void) sheet;
  second->runs[0].text = pg_arena_strdup (sheet->arena, second->runs[0].text);
}

static void
change_text (Sheet *sheet, PgBlock *second)
{
  (void) sheet;
  second->runs[0].text = "Winde";
}

static void
change_language (Sheet *sheet, PgBlock *second)
{
  (void) sheet;
  second->runs[0].language = "de";
}

static void
change_flags (Sheet *sheet, PgBlock *second)
{
  (void) sheet;
  second->runs[0].flags = PG_RUN_BOLD;
}

static void
change_style (Sheet *sheet, PgBlock *second)
{
  second->style = sheet_style (sheet);
}

static void
change_link (Sheet *sheet, PgBlock *second)
{
  (void) sheet;
  second->runs[0].href = "https://example.org/";
}

static void
change_isolation (Sheet *sheet, PgBlock *second)
{
  (void) sheet;
  second->runs[0].isolate = second;
}

static void
change_direction (Sheet *sheet, PgBlock *second)
{
  (void) sheet;
  second->right_to_left = TRUE;
}

static void
add_run (Sheet *sheet, PgBlock *second)
{
  second->runs[0].text = "Win";
  pg_paragraph_add (sheet->arena, second, NULL, "ds", "en");
}

static void
test_shared (void)
{
  g_assert_true (are_shared (change_nothing));
  g_assert_false (are_shared (change_text));
  g_assert_false (are_shared (change_language));
  g_assert_false (are_shared (change_flags));
  g_assert_false (are_shared (change_style));
  g_assert_true (are_shared (change_link));
  g_assert_false (are_shared (change_isolation));
  g_assert_false (are_shared (change_direction));
  g_assert_false (are_shared (add_run));
}

/* A character that no font has is told of at both places. */
static void
test_told (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  for (guint i = 0; i < 2; i++)
    {
      PgBlock *block = sheet_add (sheet, sheet_lines (sheet, "Winds \U00012000", 0));
      block->place = (PgPlace){ "event.xml", i + 1, 1 };
    }
  sheet_set (sheet);
  guint n = 0;
  for (guint i = 0; i < programme_report_get_n_findings (sheet->report); i++)
    n += strcmp (programme_finding_get_code (programme_report_get_finding (sheet->report, i)), "missing-glyph") == 0;
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-alike/shared", test_shared);
  g_test_add_func ("/layout-alike/told", test_told);
  return g_test_run ();
}
