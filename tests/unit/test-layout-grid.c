/* Enters: tables made by hand whose cells say which columns they stand in. Leaves: whether columns are as wide as what they
   hold, and rows as high. A letter is as wide as the sheet's font has it; all else is counted. */
#include "sheet.h"

#include "text/paragraph.h"

#define GUTTER 10

static PgBlock *
table_new (Sheet *sheet, guint n_columns)
{
  PgBlock *table = sheet_block (sheet, PG_BLOCK_TABLE);
  table->n_columns = n_columns;
  table->gutter = GUTTER;
  return sheet_add (sheet, table);
}

static PgCell *
add_cell (PgBlock *row, guint column, PgBlock *block)
{
  PgCell *cell = pg_row_add (row, 0, 0, block);
  cell->column = column;
  cell->columns = cell->rows = 1;
  return cell;
}

/* A row of cells of one line each, up to NULL. */
static PgBlock *
row_new (Sheet *sheet, PgBlock *table, const char *const *names)
{
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW);
  for (guint i = 0; names[i] != NULL; i++)
    add_cell (row, i, sheet_lines (sheet, names[i], 0));
  row->keep_together = TRUE;
  pg_block_add (table, row);
  return row;
}
#define ROW(...) row_new (sheet, table, (const char *const[]){ __VA_ARGS__, NULL })

static double
width_of (Sheet *sheet, const char *text)
{
  PgRun run = { .text = text, .style = &sheet->style, .language = "en" };
  return pg_runs_width (sheet_fonts (), &sheet->style, &run, 1, FALSE) + 0.1;
}

static const PgItem *
item_at (const Sheet *sheet, guint page, guint index)
{
  return &g_array_index (pg_pages_get (sheet->pages, page)->items, PgItem, index);
}

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 0.05)

/* What is left is divided evenly. */
static void
test_natural (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *table = table_new (sheet, 3);
  ROW ("alpha", "b", "gamma");
  ROW ("a", "beta", "g");
  sheet_set (sheet);
  double a = width_of (sheet, "alpha"), b = width_of (sheet, "beta"), c = width_of (sheet, "gamma");
  double spare = (200 - 2 * GUTTER - a - b - c) / 3;
  assert_near (item_at (sheet, 0, 0)->x, 0);
  assert_near (item_at (sheet, 0, 1)->x, a + spare + GUTTER);
  assert_near (item_at (sheet, 0, 2)->x, a + b + 2 * spare + 2 * GUTTER);
  assert_near (item_at (sheet, 0, 2)->x + item_at (sheet, 0, 2)->width, 200);
  assert_near (item_at (sheet, 0, 4)->x, item_at (sheet, 0, 1)->x);
}

/* Short columns keep their width; long ones share the rest evenly. */
static void
test_narrow (void)
{
  g_autoptr (Sheet) sheet = sheet_new (120, 200);
  PgBlock *table = table_new (sheet, 3);
  ROW ("a", "some words that go on and on", "words that go on and on, too");
  sheet_set (sheet);
  double left = 120 - 2 * GUTTER - width_of (sheet, "a");
  assert_near (item_at (sheet, 0, 0)->width, width_of (sheet, "a"));
  assert_near (item_at (sheet, 0, 1)->width, left / 2);
}

/* Unless a word of theirs is longer. */
static void
test_long_word (void)
{
  g_autoptr (Sheet) sheet = sheet_new (120, 200);
  PgBlock *table = table_new (sheet, 3);
  ROW ("a", "b b b b b b b b b b b b b b b", "Donaudampfschiff that sails");
  sheet_set (sheet);
  const GArray *items = pg_pages_get (sheet->pages, 0)->items;
  assert_near (item_at (sheet, 0, items->len - 1)->width, width_of (sheet, "Donaudampfschiff"));
  assert_findings (sheet, "");
}

/* Not even the words have room: the shorter ones still do, and nothing is lost. */
static void
test_too_narrow (void)
{
  g_autoptr (Sheet) sheet = sheet_new (60, 200);
  PgBlock *table = table_new (sheet, 2);
  ROW ("a", "Donaudampfschiffgesellschaft");
  sheet_set (sheet);
  assert_near (item_at (sheet, 0, 0)->width, width_of (sheet, "a"));
  assert_near (item_at (sheet, 0, 1)->x + item_at (sheet, 0, 1)->width, 60);
  g_assert_cmpuint (item_at (sheet, 0, 1)->text.lines->n_lines, >, 1);
}

static void
test_fixed (void)
{
  static const double widths[] = { 40, 0, 30 };
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *table = table_new (sheet, 3);
  table->widths = widths;
  ROW ("a", "b", "c");
  sheet_set (sheet);
  assert_page (sheet, 0, "a@0 b@0,50 c@0,170");
}

/* A cell over two columns ends where the second does; one over all of them says nothing on their widths. */
static void
test_columns (void)
{
  static const double widths[] = { 40, 0, 30 };
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *table = table_new (sheet, 3), *row = sheet_block (sheet, PG_BLOCK_ROW);
  table->widths = widths;
  add_cell (row, 0, sheet_lines (sheet, "a", 0))->columns = 2;
  add_cell (row, 2, sheet_lines (sheet, "b", 0));
  pg_block_add (table, row);
  PgBlock *whole = sheet_block (sheet, PG_BLOCK_ROW);
  add_cell (whole, 0, sheet_lines (sheet, "c", 0))->columns = 3;
  pg_block_add (table, whole);
  sheet_set (sheet);
  assert_page (sheet, 0, "a@0 b@0,170 c@10");
  assert_near (item_at (sheet, 0, 0)->width, 160);
  assert_near (item_at (sheet, 0, 2)->width, 200);
}

/* The first cell of two rows has three lines, so that the second row is two high: 1 (rule) + 10 + 1 (rule) + 10 are there.
   The rule between them does not go through it. */
static void
test_rows (void)
{
  static const double widths[] = { 40, 0 };
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *table = table_new (sheet, 2), *first = sheet_block (sheet, PG_BLOCK_ROW);
  table->widths = widths;
  first->rule_above = sheet_rule (sheet, 1);
  add_cell (first, 0, sheet_lines (sheet, "a", 3))->rows = 2;
  add_cell (first, 1, sheet_lines (sheet, "b", 0));
  pg_block_add (table, first);
  PgBlock *second = sheet_block (sheet, PG_BLOCK_ROW);
  second->rule_above = sheet_rule (sheet, 1);
  PgCell *place = add_cell (second, 0, NULL);
  place->is_spanned = TRUE;
  add_cell (second, 1, sheet_lines (sheet, "c", 0));
  pg_block_add (table, second);
  ROW ("d", "e");
  sheet_set (sheet);
  /* a: 1 (rule), to 31; b: 1; rule: 11, from 50 on; c: 12, and 9 of white below, since a ends at 31 */
  assert_page (sheet, 0, "a1@1 a2@11 a3@21 b@1,50 =@0+1 c@12,50 =@11+1,50 d@31 e@31,50");
}

/* The caption stands above the head once; the head stands on each page. */
static void
test_caption (void)
{
  static const double widths[] = { 40, 0 };
  g_autoptr (Sheet) sheet = sheet_new (200, 50);
  PgBlock *table = table_new (sheet, 2);
  table->widths = widths;
  table->caption = sheet_lines (sheet, "t", 0);
  table->caption->after = 5;
  PgBlock *head = sheet_block (sheet, PG_BLOCK_ROW);
  add_cell (head, 0, sheet_lines (sheet, "h", 0));
  add_cell (head, 1, sheet_lines (sheet, "k", 0));
  table->head = table->head_continued = head;
  ROW ("a", "b");
  ROW ("c", "d");
  ROW ("e", "f");
  sheet_set (sheet);
  assert_page (sheet, 0, "t@0 h@15 k@15,50 a@25 b@25,50 c@35 d@35,50");
  assert_page (sheet, 1, "~h@0 ~k@0,50 e@10 f@10,50");
}

/* A row that has room on a page is not broken, though what it is tied to is taller than one. */
static void
test_whole_rows (void)
{
  static const double widths[] = { 40, 0 };
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgBlock *table = table_new (sheet, 2);
  table->widths = widths;
  for (guint i = 0; i < 3; i++)
    {
      PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW);
      add_cell (row, 0, sheet_lines (sheet, i == 0 ? "a" : i == 1 ? "b" : "c", 4));
      add_cell (row, 1, sheet_lines (sheet, "x", 0));
      row->keep_together = row->keep_with_next = TRUE;
      pg_block_add (table, row);
    }
  sheet_set (sheet);
  assert_page (sheet, 0, "a1@0 a2@10 a3@20 a4@30 x@0,50 b1@40 b2@50 b3@60 b4@70 x@40,50");
  assert_page (sheet, 1, "c1@0 c2@10 c3@20 c4@30 x@0,50");
}

/* One table on two pages: each row is as high on both as the highest of its cells; no cell reaches over the fold, and rules are
   drawn on each page. It is one table in the structure tree, too. */
static void
test_fold (void)
{
  static const double widths[] = { 60, 60, 80, 40 };
  g_autoptr (Sheet) sheet = sheet_new (130, 100);
  PgBlock *table = table_new (sheet, 4);
  table->widths = widths;
  table->fold = 2;
  table->rule_end = sheet_rule (sheet, 1);
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW), *across = sheet_block (sheet, PG_BLOCK_ROW);
  add_cell (row, 0, sheet_lines (sheet, "a", 0));
  add_cell (row, 1, sheet_lines (sheet, "b", 2));
  add_cell (row, 2, sheet_lines (sheet, "c", 3));
  add_cell (row, 3, sheet_lines (sheet, "d", 0));
  pg_block_add (table, row);
  across->rule_above = sheet_rule (sheet, 2);
  add_cell (across, 0, sheet_lines (sheet, "e", 0))->columns = 4;
  pg_block_add (table, across);
  ROW ("f", "g", "h", "i");
  PgPageRun *beyond = sheet_add_run (sheet);
  beyond->beyond_fold = TRUE;
  pg_block_add (beyond->flow, table);
  sheet_set (sheet);
  assert_n_pages (sheet, 2);
  assert_page (sheet, 0, "a@0 b1@0,70 b2@10,70 e@32 =@30+2 f@42 g@42,70 =@52+1");
  assert_page (sheet, 1, "c1@0 c2@10 c3@20 d@0,90 =@30+2 h@42 i@42,90 =@52+1");
  assert_near (item_at (sheet, 0, 4)->width, 130);
  assert_near (item_at (sheet, 1, 4)->width, 130);
  const PgElement *first = item_at (sheet, 0, 0)->element, *second = item_at (sheet, 1, 0)->element;
  g_assert_true (first->parent->parent == second->parent->parent); /* the cells' row */
  g_assert_cmpint (first->parent->parent->role, ==, PG_ROLE_TR);
  g_assert_cmpuint (first->parent->parent->n_cells, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/grid/natural", test_natural);
  g_test_add_func ("/layout/grid/narrow", test_narrow);
  g_test_add_func ("/layout/grid/long-word", test_long_word);
  g_test_add_func ("/layout/grid/too-narrow", test_too_narrow);
  g_test_add_func ("/layout/grid/fixed", test_fixed);
  g_test_add_func ("/layout/grid/columns", test_columns);
  g_test_add_func ("/layout/grid/rows", test_rows);
  g_test_add_func ("/layout/grid/fold", test_fold);
  g_test_add_func ("/layout/grid/caption", test_caption);
  g_test_add_func ("/layout/grid/whole-rows", test_whole_rows);
  return g_test_run ();
}
