/* Enters: pages. Leaves: whether sheets show them, each in its place with what surrounds it. */
#include "sheet/sheet.h"
#include "sheet.h"

static void
test_single_pages (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  sheet_add (sheet, sheet_lines (sheet, "a", 12));
  PgPageRun *larger = sheet_add_run (sheet);
  larger->width = 300;
  sheet_set (sheet);
  g_autoptr (GPtrArray) sheets = pg_sheets_of_single_pages (sheet->pages);
  static const double widths[] = { 200, 200, 300 };
  g_assert_cmpuint (sheets->len, ==, 3);
  for (guint i = 0; i < sheets->len; i++)
    {
      const PgSheet *shows = pg_sheets_get (sheets, i);
      const PgShown *shown = &g_array_index (shows->shown, PgShown, 0);
      g_assert_cmpuint (shows->shown->len, ==, 1);
      g_assert_cmpuint (shown->page, ==, i);
      g_assert_cmpfloat (shown->x, ==, 0);
      g_assert_cmpfloat (shown->y, ==, 0);
      g_assert_cmpfloat (shows->width, ==, widths[i]);
      g_assert_cmpfloat (shows->height, ==, 100);
    }
}

/* What surrounds a page that is to be trimmed is on the sheet. */
static void
test_surround (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgPress *press = pg_arena_new0 (sheet->arena, PgPress);
  press->slug = sheet_lines (sheet, "s", 0);
  press->slug->max_lines = 1;
  press->bleed = 9;
  sheet->run->press = press;
  sheet_add (sheet, sheet_lines (sheet, "a", 1));
  sheet_set (sheet);
  g_autoptr (GPtrArray) sheets = pg_sheets_of_single_pages (sheet->pages);
  const PgSurround *around = &pg_pages_get (sheet->pages, 0)->surround;
  const PgSheet *shows = pg_sheets_get (sheets, 0);
  const PgShown *shown = &g_array_index (shows->shown, PgShown, 0);
  g_assert_cmpfloat (around->beside, >, 9);
  g_assert_cmpfloat (shown->x, ==, around->beside);
  g_assert_cmpfloat (shown->y, ==, around->above);
  g_assert_cmpfloat (shows->width, ==, 200 + 2 * around->beside);
  g_assert_cmpfloat (shows->height, ==, 100 + 2 * around->above);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/single-pages", test_single_pages);
  g_test_add_func ("/sheet/surround", test_surround);
  return g_test_run ();
}
