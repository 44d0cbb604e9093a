/* Enters: runs of pages made by hand. Leaves: whether columns fill, last pages are no runts, running heads and page
   numbers are right, and placed blocks stand where they were put. All lines are 10 points high. */
#include "sheet.h"

#include "base/limits.h"

/* Columns */

static PgBlock *
columns_new (Sheet *sheet)
{
  PgBlock *columns = sheet_block (sheet, PG_BLOCK_COLUMNS);
  columns->n_columns = 2;
  columns->gutter = 20;
  return sheet_add (sheet, columns);
}

static void
test_columns (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 64);
  sheet_add (sheet, sheet_lines (sheet, "x", 1))->after = 3;
  PgBlock *columns = columns_new (sheet);
  columns->rule_split = sheet_rule (sheet, 1);
  columns->rule_end = sheet_rule (sheet, 2);
  for (guint i = 0; i < 9; i++)
    pg_block_add (columns, sheet_lines (sheet, pg_arena_printf (sheet->arena, "%c", 'a' + (char) i), 2));
  sheet_add (sheet, sheet_lines (sheet, "y", 1));
  sheet_set (sheet);
  /* A column is (200 - 20) / 2 = 90 wide. Page 1: 64 - 13 - 2 (the larger rule) = 49: two entries, a rule at
     13 + 40; page 2: 62: three, and the last column ends with i at 0 + 40; y stands below the taller one, 60 + 1 */
  assert_page (sheet, 0, "x1@0 a1@13 a2@23 b1@33 b2@43 =@53+1 c1@13,110 c2@23,110 d1@33,110 d2@43,110 =@53+1,110");
  assert_page (sheet, 1, "e1@0 e2@10 f1@20 f2@30 g1@40 g2@50 =@60+1 h1@0,110 h2@10,110 i1@20,110 i2@30,110 =@40+2,110");
  assert_page (sheet, 2, "y1@0");
  const PgPage *page = g_ptr_array_index (sheet->pages->pages, 0);
  g_assert_cmpfloat (g_array_index (page->items, PgItem, 1).width, ==, 90);
}

static void
test_columns_level (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *columns = columns_new (sheet);
  columns->rule_end = sheet_rule (sheet, 2);
  for (guint i = 0; i < 3; i++)
    pg_block_add (columns, sheet_lines (sheet, pg_arena_printf (sheet->arena, "%c", 'a' + (char) i), 2));
  sheet_set (sheet);
  /* There is room for all in one column; the least height for two is that of a and b */
  assert_page (sheet, 0, "a1@0 a2@10 b1@20 b2@30 c1@0,110 c2@10,110 =@20+2,110");
}

static void
test_columns_break_paragraphs (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  pg_block_add (columns_new (sheet), sheet_lines (sheet, "a", 9));
  sheet_set (sheet);
  /* 4, 3 and 2 lines: two on either side at a column's foot, too */
  assert_page (sheet, 0, "a1@0 a2@10 a3@20 a4@30 a5@0,110 a6@10,110 a7@20,110");
  assert_page (sheet, 1, "a8@0 a9@10");
}

static void
test_columns_keep (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  PgBlock *columns = columns_new (sheet), *heading = sheet_lines (sheet, "h", 1);
  heading->keep_with_next = TRUE;
  pg_block_add (columns, sheet_lines (sheet, "a", 3));
  pg_block_add (columns, heading);
  pg_block_add (columns, sheet_lines (sheet, "b", 2));
  sheet_set (sheet);
  assert_page (sheet, 0, "a1@0 a2@10 a3@20 h1@0,110 b1@10,110 b2@20,110");
}

static void
test_columns_short_on_first_page (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 60);
  PgBlock *columns, *tall = sheet_lines (sheet, "b", 5);
  sheet_add (sheet, sheet_lines (sheet, "x", 2))->keep_with_next = TRUE;
  columns = columns_new (sheet);
  tall->keep_together = TRUE;
  pg_block_add (columns, sheet_lines (sheet, "a", 2));
  pg_block_add (columns, tall);
  sheet_set (sheet);
  /* b of 50 points has room in neither column of 60 - 20 = 40, but on the next page; what comes before it stays */
  assert_page (sheet, 0, "x1@0 x2@10 a1@20 a2@30");
  assert_page (sheet, 1, "b1@0 b2@10 b3@20 b4@30 b5@40");
  assert_findings (sheet, "");
}

/* Placed blocks */

static void
test_placed (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *placed = sheet_block (sheet, PG_BLOCK_PLACED);
  pg_placed_add (placed, 10, 5, 50, sheet_lines (sheet, "a", 1));
  pg_placed_hang (placed, 0, 190, 50, sheet_lines (sheet, "b", 3));
  pg_placed_follow (placed, 0, 20, 50, 8, sheet_lines (sheet, "c", 2));
  pg_placed_follow (placed, 0, 30, 50, 8, sheet_lines (sheet, "d", 1));
  pg_placed_follow (placed, 0, 100, 50, 8, sheet_lines (sheet, "e", 1));
  pg_placed_add (placed, 0, 0, 50, NULL);
  sheet->run->flow = placed;
  sheet_set (sheet);
  /* b hangs from 190: 190 - 30 = 160. c: max (20, 0 + 8); d: max (30, 40 + 8) = 48; e: max (100, 58 + 8) */
  assert_page (sheet, 0, "a1@5,10 b1@160 b2@170 b3@180 c1@20 c2@30 d1@48 e1@100");
  assert_findings (sheet, "");
}

static void
test_placed_pushed (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgBlock *placed = sheet_block (sheet, PG_BLOCK_PLACED);
  pg_placed_follow (placed, 0, 20, 50, 0, sheet_lines (sheet, "a", 5));
  pg_placed_hang (placed, 0, 90, 50, sheet_lines (sheet, "b", 3));
  sheet->run->flow = placed;
  sheet_set (sheet);
  /* b would hang from 90 - 30 = 60, but a reaches down to 70: all that is said stands there, but not as it should */
  assert_page (sheet, 0, "a1@20 a2@30 a3@40 a4@50 a5@60 b1@70 b2@80 b3@90");
  assert_findings (sheet, "event.xml:1:1: warning: this does not fit on an empty page and runs over the edge of page "
                          "1; use larger paper or a theme with smaller type [overflow]\n");
}

static void
test_placed_beyond_page (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 60);
  PgBlock *placed = sheet_block (sheet, PG_BLOCK_PLACED);
  pg_placed_follow (placed, 0, 20, 50, 0, sheet_lines (sheet, "a", 2));
  pg_placed_follow (placed, 0, 30, 50, 6, sheet_lines (sheet, "b", 2));
  sheet->run->flow = placed;
  sheet_set (sheet);
  /* b: 40 + 6 + 20 = 66 > 60 */
  assert_page (sheet, 0, "a1@20 a2@30 b1@46 b2@56");
  assert_findings (sheet, "event.xml:1:1: warning: this does not fit on an empty page and runs over the edge of page "
                          "1; use larger paper or a theme with smaller type [overflow]\n");
}

/* The last page */

/* A run of n lines on a page of 10 lines, whose last page may not have 2 lines or less; others may be 1 line longer. */
static Sheet *
runt_sheet (guint n)
{
  Sheet *sheet = sheet_new (200, 120);
  sheet->run->bottom = 20;
  sheet->run->ends.runt = 20;
  sheet->run->ends.overrun = 10;
  for (guint i = 1; i <= n; i++)
    sheet_add (sheet, sheet_lines (sheet, pg_arena_printf (sheet->arena, "%u", i), 0));
  sheet_set (sheet);
  return sheet;
}

static guint
n_items (const Sheet *sheet, guint page)
{
  return ((const PgPage *) g_ptr_array_index (sheet->pages->pages, page))->items->len;
}

static void
assert_lines (guint n, guint first, guint second)
{
  g_autoptr (Sheet) sheet = runt_sheet (n);
  assert_n_pages (sheet, second > 0 ? 2 : 1);
  g_assert_cmpuint (n_items (sheet, 0), ==, first);
  if (second > 0)
    g_assert_cmpuint (n_items (sheet, 1), ==, second);
  assert_findings (sheet, "");
}

static void
test_runt (void)
{
  assert_lines (10, 10, 0);
  assert_lines (11, 11, 0); /* 10 + 1: one more line is taken along */
  assert_lines (12, 9, 3);  /* 10 + 2: two do not fit; three are left for company */
  assert_lines (13, 10, 3);
}

static void
test_runt_between (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  sheet->run->ends.runt = 20;
  for (guint i = 1; i <= 22; i++)
    sheet_add (sheet, sheet_lines (sheet, pg_arena_printf (sheet->arena, "%u", i), 0));
  sheet_set (sheet);
  /* Page 1 is full: what is left is no last page. Page 2 would leave 2 lines, and leaves 3 */
  g_assert_cmpuint (n_items (sheet, 0), ==, 10);
  g_assert_cmpuint (n_items (sheet, 1), ==, 9);
  g_assert_cmpuint (n_items (sheet, 2), ==, 3);
}

static void
test_runt_that_must_be (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  sheet->run->ends.runt = 20;
  sheet->run->ends.gap = 100; /* nothing is so tall that it is broken for it */
  PgBlock *a = sheet_add (sheet, sheet_lines (sheet, "a", 10));
  a->keep_together = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "b", 1));
  sheet_set (sheet);
  /* a cannot be broken: b is alone, rather than a page be empty */
  g_assert_cmpuint (n_items (sheet, 0), ==, 10);
  g_assert_cmpuint (n_items (sheet, 1), ==, 1);
  assert_findings (sheet, "event.xml:1:1: note: page 2 is nearly empty, because an entry is not broken [page-end]\n");
}

/* Running matter and page numbers */

static PgBlock *
field_block (Sheet *sheet, PgField field, const char *anchor)
{
  PgBlock *block = sheet_lines (sheet, "000", 0);
  block->runs[0].field = field;
  block->runs[0].anchor = anchor;
  return block;
}

static void
test_furniture (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 50);
  sheet->run->top = 20;
  sheet->run->over = sheet_block (sheet, PG_BLOCK_PLACED);
  sheet->run->under = sheet_block (sheet, PG_BLOCK_PLACED);
  PgBlock *folio = field_block (sheet, PG_FIELD_PAGE, NULL);
  pg_paragraph_add (sheet->arena, folio, NULL, " of ", "en");
  pg_paragraph_add (sheet->arena, folio, NULL, "000", "en")->field = PG_FIELD_PAGES;
  pg_placed_add (sheet->run->over, 0, 5, 200, folio);
  pg_placed_add (sheet->run->under, 0, 30, 200, sheet_lines (sheet, "u", 0));
  sheet_add (sheet, sheet_lines (sheet, "a", 5));
  PgPageRun *second = sheet_add_run (sheet);
  pg_block_add (second->flow, sheet_lines (sheet, "b", 1));
  second->over = sheet_block (sheet, PG_BLOCK_PLACED);
  pg_placed_add (second->over, 0, 40, 200, field_block (sheet, PG_FIELD_PAGE, NULL));
  sheet_set (sheet);
  /* Under comes first and over last, both as artifacts; the second run has its own, and starts on a new page */
  assert_page (sheet, 0, "~u@30 a1@20 a2@30 a3@40 ~1 of 3@5");
  assert_page (sheet, 1, "~u@30 a4@20 a5@30 ~2 of 3@5");
  assert_page (sheet, 2, "b1@0 ~3@40");
}

static void
test_page_of (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  sheet_add (sheet, field_block (sheet, PG_FIELD_PAGE_OF, "there"));
  sheet_add (sheet, field_block (sheet, PG_FIELD_PAGE_OF, "elsewhere"));
  sheet_add (sheet, sheet_lines (sheet, "a", 4));
  sheet_add (sheet, sheet_lines (sheet, "b", 3))->anchor = "there";
  g_autoptr (GHashTable) outside = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (outside, (gpointer) "elsewhere", GUINT_TO_POINTER (77));
  sheet->pages = pg_layout (sheet->manuscript, sheet_fonts (), outside, sheet->report, NULL, NULL);
  assert_page (sheet, 0, "3@0 77@10 a1@20 a2@30");
  assert_page (sheet, 1, "a3@0 a4@10");
  assert_page (sheet, 2, "b1@0 b2@10 b3@20");
  assert_findings (sheet, "");
}

/* Adds four times the page of an anchor. A figure is 0.572 * 8 = 4.6 wide and a space 0.26 * 8 = 2.1: four figures
   and three spaces are 24.5 and stand on one line of 30, four numbers of two figures are 42.8 and need two lines. */
static PgBlock *
add_pages_of (Sheet *sheet, PgBlock *block, const char *anchor)
{
  for (guint i = 0; i < 4; i++)
    {
      PgRun *run = pg_paragraph_add (sheet->arena, block, NULL, "0", "en");
      run->field = PG_FIELD_PAGE_OF;
      run->anchor = anchor;
      if (i < 3)
        pg_paragraph_add (sheet->arena, block, NULL, " ", "en");
    }
  return block;
}

static void
add_references (Sheet *sheet, guint n)
{
  PgPlace place = { "event.xml", 1, 1 };
  for (guint i = 0; i < n; i++)
    sheet_add (sheet, add_pages_of (sheet, pg_paragraph_new (sheet->arena, &sheet->style, &place), "there"));
}

static void
add_lines (Sheet *sheet, guint n)
{
  for (guint i = 0; i < n; i++)
    sheet_add (sheet, sheet_lines (sheet, "a", 0));
}

static void
test_page_numbers_settle (void)
{
  g_autoptr (Sheet) sheet = sheet_new (30, 45);
  add_references (sheet, 4);
  add_lines (sheet, 40);
  sheet_add (sheet, sheet_lines (sheet, "b", 0))->anchor = "there";
  sheet_set (sheet);
  /* At first the references take 4 lines, 4 + 40 fill 11 pages of 4, and b stands on page 12. Then they take 8, and b
     stands on page 13 */
  assert_page (sheet, 0, "13 13@0 13 13@10 13 13@20 13 13@30");
  assert_page (sheet, 12, "b@0");
  assert_n_pages (sheet, 13);
  assert_findings (sheet, "");
}

static void
test_page_numbers_settle_never (void)
{
  g_autoptr (Sheet) sheet = sheet_new (30, 45);
  add_lines (sheet, 34);
  PgBlock *turning = sheet_add (sheet, sheet_lines (sheet, "b1\u2028b2\u2028", 0));
  add_pages_of (sheet, turning, "there")->anchor = "there";
  sheet_set (sheet);
  /* On page 9 there is room for two lines. With "9" it has three lines, may not be broken, and stands on page 10; with
     "10" it has four, is broken, and begins on page 9 */
  assert_findings (sheet, "warning: page numbers did not settle in 5 passes; some may be wrong by one "
                          "[page-numbers]\n");
}

static void
test_findings_of_the_last_pass (void)
{
  g_autoptr (Sheet) sheet = sheet_new (30, 45);
  add_references (sheet, 4);
  add_lines (sheet, 40);
  PgBlock *b = sheet_add (sheet, sheet_lines (sheet, "b", 6));
  b->anchor = "there";
  b->keep_together = TRUE;
  sheet_set (sheet);
  /* b's page was 12 in the first pass and is 13: what was found is told once, of the pages that are printed */
  assert_findings (sheet, "event.xml:1:1: note: on page 13 an entry is broken over two pages, because what belongs "
                          "together is taller than a page [keep-relaxed]\n");
}

static void
test_too_many_pages (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 10);
  PgPlace place = { "event.xml", 7, 5 };
  for (guint i = 0; i < PG_LIMIT_PAGES + 5; i++)
    sheet_add (sheet, sheet_lines (sheet, "a", 0))->place = place;
  g_autoptr (GError) error = NULL;
  sheet->pages = pg_layout (sheet->manuscript, sheet_fonts (), NULL, sheet->report, NULL, &error);
  g_assert_null (sheet->pages);
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_LAYOUT);
  g_assert_cmpstr (
      error->message, ==,
      "event.xml:7:5: the document has more than 20000 pages: divide the event; --limits-pages=N allows more");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/columns/filled-downwards", test_columns);
  g_test_add_func ("/layout/columns/level-at-the-end", test_columns_level);
  g_test_add_func ("/layout/columns/break-paragraphs", test_columns_break_paragraphs);
  g_test_add_func ("/layout/columns/keep", test_columns_keep);
  g_test_add_func ("/layout/columns/short-on-first-page", test_columns_short_on_first_page);
  g_test_add_func ("/layout/placed/places", test_placed);
  g_test_add_func ("/layout/placed/pushed", test_placed_pushed);
  g_test_add_func ("/layout/placed/beyond-page", test_placed_beyond_page);
  g_test_add_func ("/layout/runt/taken-along-or-given-company", test_runt);
  g_test_add_func ("/layout/runt/only-the-last-page", test_runt_between);
  g_test_add_func ("/layout/runt/that-must-be", test_runt_that_must_be);
  g_test_add_func ("/layout/furniture", test_furniture);
  g_test_add_func ("/layout/page-numbers/elsewhere", test_page_of);
  g_test_add_func ("/layout/page-numbers/settle", test_page_numbers_settle);
  g_test_add_func ("/layout/page-numbers/settle-never", test_page_numbers_settle_never);
  g_test_add_func ("/layout/page-numbers/findings-of-the-last-pass", test_findings_of_the_last_pass);
  g_test_add_func ("/layout/page/too-many", test_too_many_pages);
  return g_test_run ();
}
