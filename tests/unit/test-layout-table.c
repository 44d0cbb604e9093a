/* Enters: tables made by hand. Leaves: whether heads are repeated, rules counted, rows split and nothing is lost.
   All lines are 10 points high; sums are from the page's upper edge downwards. */
#include "sheet.h"

/* A table with a head of 2 (rule) + 10 + 3 (pad) = 15 points, "h" at first and "k" on later pages. */
static PgBlock *
table_new (Sheet *sheet)
{
  PgBlock *table = sheet_block (sheet, PG_BLOCK_TABLE);
  const char *const names[] = { "h", "k" };
  PgBlock *heads[2];
  for (guint i = 0; i < 2; i++)
    {
      heads[i] = sheet_row (sheet, sheet_lines (sheet, names[i], 0));
      heads[i]->rule_above = sheet_rule (sheet, 2);
      heads[i]->pad_below = 3;
    }
  table->head = heads[0];
  table->head_continued = heads[1];
  return sheet_add (sheet, table);
}

/* A row of one cell, 1 (rule) + 2 (pad) + its lines + 4 (pad) points high. */
static PgBlock *
row_new (Sheet *sheet, PgBlock *block)
{
  PgBlock *row = sheet_row (sheet, block);
  row->rule_above = sheet_rule (sheet, 1);
  row->pad_above = 2, row->pad_below = 4;
  return row;
}

/* A row of two cells, the second with what its later pages say first. */
static PgBlock *
two_cells (Sheet *sheet, PgBlock *first, PgBlock *second, const char *continued)
{
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW);
  pg_row_add (row, 0, 50, first);
  pg_row_add (row, 60, 140, second)->continued = continued != NULL ? sheet_lines (sheet, continued, 0) : NULL;
  return row;
}

static void
test_heights (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *table = table_new (sheet);
  table->rule_end = sheet_rule (sheet, 5);
  table->rule_split = sheet_rule (sheet, 6);
  table->before = 8;
  pg_block_add (table, row_new (sheet, sheet_lines (sheet, "a", 2)));
  PgBlock *last = row_new (sheet, sheet_lines (sheet, "b", 1));
  last->before = 7;
  pg_block_add (table, last);
  g_ptr_array_insert (sheet->run->flow->children, 0, sheet_lines (sheet, "x", 1));
  sheet_add (sheet, sheet_lines (sheet, "y", 1));
  sheet_set (sheet);
  /* x: 0; table: 10 + 8 = 18; h: 18 + 2 (rule) = 20
     a: 18 + 15 (head) + 1 (rule) + 2 (pad) = 36; its row ends at 36 + 20 + 4 = 60
     b: 60 + 7 (white) + 1 + 2 = 70; its row ends at 70 + 10 + 4 = 84
     the end rule: 84 to 89; y: 89 */
  assert_page (sheet, 0, "x1@0 h@20 =@18+2 a1@36 a2@46 =@33+1 b1@70 =@67+1 =@84+5 y1@89");
}

static void
test_head_repeats (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 70);
  PgBlock *table = table_new (sheet);
  table->rule_end = sheet_rule (sheet, 1);
  table->rule_split = sheet_rule (sheet, 3);
  for (guint i = 0; i < 3; i++)
    pg_block_add (table, row_new (sheet, sheet_lines (sheet, i == 0 ? "a" : i == 1 ? "b" : "c", 2)));
  sheet_set (sheet);
  /* Each row is 1 + 2 + 20 + 4 = 27: 15 (head) + 2 * 27 = 69, and 1 for the rule would do for the end,
     but not the 3 that a split needs. So one row a page: it ends at 15 + 27 = 42, where the rule stands */
  assert_page (sheet, 0, "h@2 =@0+2 a1@18 a2@28 =@15+1 =@42+3");
  assert_page (sheet, 1, "~k@2 =@0+2 b1@18 b2@28 =@15+1 =@42+3");
  assert_page (sheet, 2, "~k@2 =@0+2 c1@18 c2@28 =@15+1 =@42+1");
  assert_n_pages (sheet, 3);
  assert_findings (sheet, "");
}

static void
test_head_not_alone (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 60);
  sheet_add (sheet, sheet_lines (sheet, "x", 3));
  pg_block_add (table_new (sheet), row_new (sheet, sheet_lines (sheet, "a", 2)));
  sheet_set (sheet);
  /* 30 + 15 = 45: the head has room, but not with a line of its first row */
  assert_page (sheet, 0, "x1@0 x2@10 x3@20");
  assert_page (sheet, 1, "h@2 =@0+2 a1@18 a2@28 =@15+1");
}

static void
test_split (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 60);
  PgBlock *table = table_new (sheet);
  table->rule_end = sheet_rule (sheet, 1);
  table->rule_split = sheet_rule (sheet, 2);
  pg_block_add (table, row_new (sheet, sheet_lines (sheet, "a", 5)));
  sheet_set (sheet);
  /* 60 - 15 (head) - 2 (split rule) - 1 - 2 - 4 (the row's frame) = 36: 3 lines. The row's rule and pads are there on
     each page; it is closed at 15 + 7 + 30 = 52, and at 15 + 7 + 20 = 42 */
  assert_page (sheet, 0, "h@2 =@0+2 a1@18 a2@28 a3@38 =@15+1 =@52+2");
  assert_page (sheet, 1, "~k@2 =@0+2 a4@18 a5@28 =@15+1 =@42+1");
}

static void
test_cells_break_together (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  sheet_add (sheet, two_cells (sheet, sheet_lines (sheet, "a", 6), sheet_lines (sheet, "b", 7), NULL));
  sheet_add (sheet, sheet_lines (sheet, "y", 1));
  sheet_set (sheet);
  /* 4 lines a page on both sides; what follows stands below the longer one */
  assert_page (sheet, 0, "a1@0 a2@10 a3@20 a4@30 b1@0,60 b2@10,60 b3@20,60 b4@30,60");
  assert_page (sheet, 1, "a5@0 a6@10 b5@0,60 b6@10,60 b7@20,60 y1@30");
}

static void
test_cell_that_ended (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  sheet_add (sheet, two_cells (sheet, sheet_lines (sheet, "a", 2), sheet_lines (sheet, "b", 7), NULL));
  sheet_set (sheet);
  assert_page (sheet, 0, "a1@0 a2@10 b1@0,60 b2@10,60 b3@20,60 b4@30,60");
  assert_page (sheet, 1, "b5@0,60 b6@10,60 b7@20,60");
}

static void
test_no_cell_no_row (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  sheet_add (sheet, sheet_lines (sheet, "x", 2));
  sheet_add (sheet, two_cells (sheet, sheet_lines (sheet, "a", 1), sheet_lines (sheet, "b", 3), NULL));
  sheet_set (sheet);
  /* a has room, b of three lines has not: cells go together */
  assert_page (sheet, 0, "x1@0 x2@10");
  assert_page (sheet, 1, "a1@0 b1@0,60 b2@10,60 b3@20,60");
}

static void
test_taller_than_three_pages (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 75);
  PgBlock *table = table_new (sheet), *details = sheet_block (sheet, PG_BLOCK_STACK);
  pg_block_add (details, sheet_lines (sheet, "t", 1));
  ((PgBlock *) g_ptr_array_index (details->children, 0))->keep_with_next = TRUE;
  pg_block_add (details, sheet_lines (sheet, "b", 17));
  pg_block_add (table, two_cells (sheet, sheet_lines (sheet, "a", 1), details, "c"));
  pg_block_add (table, two_cells (sheet, sheet_lines (sheet, "z", 1), sheet_lines (sheet, "y", 2), "c"));
  sheet_set (sheet);
  /* 75 - 15 (head) = 60: 6 lines. t and 5 of b; then 5 below what says that it goes on; 7 are left: 5 and 2 */
  assert_page (sheet, 0, "h@2 =@0+2 a1@15 t1@15,60 b1@25,60 b2@35,60 b3@45,60 b4@55,60 b5@65,60");
  assert_page (sheet, 1, "~k@2 =@0+2 ~c@15,60 b6@25,60 b7@35,60 b8@45,60 b9@55,60 b10@65,60");
  assert_page (sheet, 2, "~k@2 =@0+2 ~c@15,60 b11@25,60 b12@35,60 b13@45,60 b14@55,60 b15@65,60");
  assert_page (sheet, 3, "~k@2 =@0+2 ~c@15,60 b16@25,60 b17@35,60 z1@45 y1@45,60 y2@55,60");
  assert_n_pages (sheet, 4);
  assert_findings (sheet, "");
}

static void
test_row_from_its_beginning (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 35);
  PgBlock *table = table_new (sheet);
  pg_block_add (table, two_cells (sheet, sheet_lines (sheet, "a", 1), sheet_lines (sheet, "b", 2), "c"));
  pg_block_add (table, two_cells (sheet, sheet_lines (sheet, "d", 1), sheet_lines (sheet, "e", 2), "f"));
  sheet_set (sheet);
  /* The table goes on, the row does not: it has its first page yet to come */
  assert_page (sheet, 0, "h@2 =@0+2 a1@15 b1@15,60 b2@25,60");
  assert_page (sheet, 1, "~k@2 =@0+2 d1@15 e1@15,60 e2@25,60");
}

static void
test_white_below_continued (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  PgBlock *details = sheet_block (sheet, PG_BLOCK_STACK), *row;
  for (guint i = 0; i < 3; i++)
    pg_block_add (details, sheet_lines (sheet, i == 0 ? "b" : i == 1 ? "d" : "e", 2));
  ((PgBlock *) g_ptr_array_index (details->children, 1))->before = 6;
  ((PgBlock *) g_ptr_array_index (details->children, 2))->before = 3;
  row = sheet_add (sheet, two_cells (sheet, sheet_lines (sheet, "a", 1), details, "c"));
  g_array_index (row->cells, PgCell, 1).continued->after = 5;
  sheet_set (sheet);
  /* b: 20, d: 20 + 6 + 20 = 46 > 45. The white below c is the larger of its own 5 and the 6 above d;
     e: 10 + 6 + 20 (d) = 36, 3 more and 20 > 45: the larger of 5 and 3 */
  assert_page (sheet, 0, "a1@0 b1@0,60 b2@10,60");
  assert_page (sheet, 1, "~c@0,60 d1@16,60 d2@26,60");
  assert_page (sheet, 2, "~c@0,60 e1@15,60 e2@25,60");
}

static void
test_continued_baselines (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  PgStyle *large = sheet_style (sheet);
  large->size = 16, large->leading = 20;
  PgBlock *row = two_cells (sheet, sheet_lines (sheet, "a", 1), sheet_lines (sheet, "b", 8), "c");
  g_array_index (row->cells, PgCell, 0).continued = sheet_styled (sheet, large, "A", 0);
  sheet_add (sheet, row);
  sheet_set (sheet);
  /* What is repeated stands on one baseline, too: 16.208 - 8.104 = 8.104 lower than a large line's edge. Then there is
     room for (45 - 8.1 - 10) / 10 = 2 lines of b */
  assert_page (sheet, 0, "a1@0 b1@0,60 b2@10,60 b3@20,60 b4@30,60");
  assert_page (sheet, 1, "~A@0 ~c@8.1,60 b5@18.1,60 b6@28.1,60");
  assert_page (sheet, 2, "~A@0 ~c@8.1,60 b7@18.1,60 b8@28.1,60");
  assert_findings (sheet, "");
}

/* A label beside names, within a row that goes on. */
static void
test_nested_label (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  PgBlock *names = sheet_block (sheet, PG_BLOCK_STACK), *group = sheet_block (sheet, PG_BLOCK_ROW);
  for (guint i = 0; i < 6; i++)
    pg_block_add (names, sheet_lines (sheet, "n", 1));
  pg_row_add (group, 0, 30, sheet_lines (sheet, "l", 0))->continued = sheet_lines (sheet, "l", 0);
  pg_row_add (group, 30, 110, names);
  PgBlock *details = sheet_block (sheet, PG_BLOCK_STACK);
  pg_block_add (details, sheet_lines (sheet, "t", 1));
  pg_block_add (details, group);
  sheet_add (sheet, two_cells (sheet, sheet_lines (sheet, "a", 1), details, "c"));
  sheet_set (sheet);
  /* 3 names beside the label below t, then 3 more beside the repeated one below c */
  assert_page (sheet, 0, "a1@0 t1@0,60 l@10,60 n1@10,90 n1@20,90 n1@30,90");
  assert_page (sheet, 1, "~c@0,60 ~l@10,60 n1@10,90 n1@20,90 n1@30,90");
}

static void
test_label_with_first_name (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  PgBlock *names = sheet_block (sheet, PG_BLOCK_STACK), *group = sheet_block (sheet, PG_BLOCK_ROW);
  for (guint i = 0; i < 2; i++)
    {
      PgBlock *name = sheet_lines (sheet, "n", 2);
      name->keep_together = TRUE;
      pg_block_add (names, name);
    }
  pg_row_add (group, 0, 30, sheet_lines (sheet, "l", 0))->continued = sheet_lines (sheet, "l", 0);
  pg_row_add (group, 30, 110, names);
  sheet_add (sheet, sheet_lines (sheet, "x", 3));
  sheet_add (sheet, group);
  sheet_set (sheet);
  assert_page (sheet, 0, "x1@0 x2@10 x3@20");
  assert_page (sheet, 1, "l@0 n1@0,30 n2@10,30 n1@20,30 n2@30,30");
}

static void
test_end_with_previous (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 65);
  PgBlock *table = table_new (sheet), *end = row_new (sheet, sheet_lines (sheet, "e", 0));
  pg_block_add (table, two_cells (sheet, sheet_lines (sheet, "a", 1), sheet_lines (sheet, "b", 4), "c"));
  end->keep_with_previous = TRUE;
  pg_block_add (table, end);
  sheet_set (sheet);
  /* 15 + 40 = 55: the row fits, its end of 17 does not, and pulls two lines over: 15 + 10 + 20 + 3 = 48 */
  assert_page (sheet, 0, "h@2 =@0+2 a1@15 b1@15,60 b2@25,60");
  assert_page (sheet, 1, "~k@2 =@0+2 ~c@15,60 b3@25,60 b4@35,60 e@48 =@45+1");
  assert_n_pages (sheet, 2);
  assert_findings (sheet, "");
}

#define BARE(page)                                                                                                     \
  "event.xml:1:1: note: on page " page " what goes on from the page before does so without its heads, because what "   \
  "belongs together is taller than a page [keep-relaxed]\n"
#define OVERFLOW(page)                                                                                                 \
  "event.xml:1:1: warning: this does not fit on an empty page and runs over the edge of page " page "; use larger "    \
  "paper or a theme with smaller type [overflow]\n"

static void
test_tiny_page (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 20);
  PgBlock *table = table_new (sheet);
  pg_block_add (table, two_cells (sheet, sheet_lines (sheet, "a", 1), sheet_lines (sheet, "b", 2), "c"));
  sheet_set (sheet);
  /* 15 (head) + 10 > 20: the first line stands over the edge. Then the head is not repeated; nor does it say that the
     row goes on. Nothing is lost and nothing twice */
  assert_page (sheet, 0, "h@2 =@0+2 a1@15 b1@15,60");
  assert_page (sheet, 1, "b2@0,60");
  assert_n_pages (sheet, 2);
  assert_findings (sheet, OVERFLOW ("1") BARE ("2"));
}

static void
test_tinier_than_head (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 9);
  PgBlock *table = table_new (sheet), *head = table->head;
  g_array_index (head->cells, PgCell, 0).block = sheet_lines (sheet, "h", 2);
  pg_block_add (table, row_new (sheet, sheet_lines (sheet, "a", 2)));
  pg_block_add (table, row_new (sheet, sheet_lines (sheet, "b", 1)));
  sheet_set (sheet);
  /* The head is not broken: it is said whole, and the row begins below it, at 2 + 20 + 3 + 1 + 2 */
  assert_page (sheet, 0, "h1@2 h2@12 =@0+2 a1@28 =@25+1");
  assert_page (sheet, 1, "a2@3 =@0+1");
  assert_page (sheet, 2, "b1@3 =@0+1");
  assert_n_pages (sheet, 3);
}

static void
test_long_continued (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 35);
  PgBlock *row = two_cells (sheet, sheet_lines (sheet, "a", 1), sheet_lines (sheet, "b", 6), NULL);
  g_array_index (row->cells, PgCell, 1).continued = sheet_lines (sheet, "c", 3);
  sheet_add (sheet, row);
  sheet_set (sheet);
  /* Three lines to say that it goes on would fill the page */
  assert_page (sheet, 0, "a1@0 b1@0,60 b2@10,60 b3@20,60");
  assert_page (sheet, 1, "b4@0,60 b5@10,60 b6@20,60");
  assert_findings (sheet, BARE ("2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/table/heights", test_heights);
  g_test_add_func ("/layout/table/head-repeats", test_head_repeats);
  g_test_add_func ("/layout/table/head-not-alone", test_head_not_alone);
  g_test_add_func ("/layout/table/split", test_split);
  g_test_add_func ("/layout/row/cells-break-together", test_cells_break_together);
  g_test_add_func ("/layout/row/cell-that-ended", test_cell_that_ended);
  g_test_add_func ("/layout/row/no-cell-no-row", test_no_cell_no_row);
  g_test_add_func ("/layout/row/taller-than-three-pages", test_taller_than_three_pages);
  g_test_add_func ("/layout/row/from-its-beginning", test_row_from_its_beginning);
  g_test_add_func ("/layout/row/white-below-continued", test_white_below_continued);
  g_test_add_func ("/layout/row/continued-baselines", test_continued_baselines);
  g_test_add_func ("/layout/row/nested-label", test_nested_label);
  g_test_add_func ("/layout/row/label-with-first-name", test_label_with_first_name);
  g_test_add_func ("/layout/table/end-with-previous", test_end_with_previous);
  g_test_add_func ("/layout/table/tiny-page", test_tiny_page);
  g_test_add_func ("/layout/table/tinier-than-head", test_tinier_than_head);
  g_test_add_func ("/layout/row/long-continued", test_long_continued);
  return g_test_run ();
}
