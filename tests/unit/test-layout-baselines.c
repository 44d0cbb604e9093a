/* Enters: rows whose cells hold boxes, stacks and rows. Leaves: whether their first lines stand on one baseline, and how wide
   what is natural is. */
#include "sheet.h"

static PgBlock *
box (Sheet *sheet, double above, const char *name)
{
  PgBlock *block = pg_box_new (sheet->arena, sheet_lines (sheet, name, 0));
  block->padding.above = above;
  return block;
}

/* Padding above and a larger leading go before the first line; the cell beside it comes down to that. */
static void
test_boxes (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgBlock *row = sheet_add (sheet, sheet_row (sheet, sheet_lines (sheet, "a", 0)));
  pg_row_add (row, 50, 50, box (sheet, 7, "b"));
  PgBlock *stack = sheet_block (sheet, PG_BLOCK_STACK);
  pg_block_add (stack, box (sheet, 3, "c"));
  pg_block_add (stack, sheet_lines (sheet, "d", 0));
  pg_row_add (row, 100, 50, stack);
  sheet_add (sheet, sheet_lines (sheet, "e", 0));
  sheet_set (sheet);
  assert_page (sheet, 0, "a@7 b@7,50 c@7,100 d@17,100 e@27");
}

static void
test_tops (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgBlock *row = sheet_add (sheet, sheet_row (sheet, sheet_lines (sheet, "a", 0)));
  row->align_tops = TRUE;
  pg_row_add (row, 50, 50, box (sheet, 7, "b"));
  sheet_set (sheet);
  assert_page (sheet, 0, "a@0 b@7,50");
}

/* Cells that are as wide as their words push each other along; the row is as wide as they are together. */
static void
test_natural (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgBlock *inner = sheet_block (sheet, PG_BLOCK_ROW);
  pg_row_add (inner, 0, 0, sheet_lines (sheet, "wide words", 0))->fit = PG_CELL_NATURAL;
  pg_row_add (inner, 10, 0, sheet_lines (sheet, "more", 0))->fit = PG_CELL_NATURAL;
  pg_row_add (inner, 20, 0, sheet_lines (sheet, "end", 0))->fit = PG_CELL_NATURAL;
  PgBlock *natural = pg_box_new (sheet->arena, inner);
  natural->natural = TRUE, natural->across = PG_PLACE_END;
  sheet_add (sheet, natural);
  sheet_set (sheet);
  const GArray *items = pg_pages_get (sheet->pages, 0)->items;
  double at = 200;
  for (guint i = items->len; i > 0; i--)
    {
      const PgItem *item = &g_array_index (items, PgItem, i - 1);
      at -= item->text.lines->lines[0].width;
      g_assert_cmpfloat_with_epsilon (item->x, at, 0.5);
    }
  g_assert_cmpuint (items->len, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/baselines/boxes", test_boxes);
  g_test_add_func ("/layout/baselines/tops", test_tops);
  g_test_add_func ("/layout/baselines/natural", test_natural);
  return g_test_run ();
}
