/* Enters: small blocks made by hand. Leaves: whether stacks, rows, pads, rules and boxes stand where they should.
   All lines are 10 points high unless a test says otherwise; sums are from the page's upper edge downwards. */
#include "sheet.h"

/* Stacks */

static void
test_white (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *a = sheet_add (sheet, sheet_lines (sheet, "a", 1)), *b = sheet_add (sheet, sheet_lines (sheet, "b", 2));
  PgBlock *c = sheet_add (sheet, sheet_lines (sheet, "c", 1));
  a->before = 40, a->after = 3, b->before = 5, b->after = 7, c->before = 6;
  sheet_set (sheet);
  /* a: 0, its white above dropped at the top of the page
     b: 10 (a) + max (3, 5) = 15
     c: 15 + 20 (b) + max (7, 6) = 42 */
  assert_page (sheet, 0, "a1@0 b1@15 b2@25 c1@42");
}

static void
test_white_of_styles (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgStyle *style = sheet_style (sheet);
  style->before = 4, style->after = 2.5;
  sheet_add (sheet, sheet_styled (sheet, style, "a", 1));
  sheet_add (sheet, sheet_styled (sheet, style, "b", 1));
  sheet_set (sheet);
  /* b: 10 + max (2.5, 4) = 14 */
  assert_page (sheet, 0, "a1@0 b1@14");
}

static void
test_white_at_top (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 40);
  PgBlock *a = sheet_add (sheet, sheet_lines (sheet, "a", 2)), *b = sheet_add (sheet, sheet_lines (sheet, "b", 2));
  a->after = 6, b->before = 8;
  sheet_set (sheet);
  /* b would reach 20 + 8 + 20 = 48 > 40: page 2, at its top */
  assert_n_pages (sheet, 2);
  assert_page (sheet, 0, "a1@0 a2@10");
  assert_page (sheet, 1, "b1@0 b2@10");
}

static void
test_page_filled (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 38);
  sheet_add (sheet, sheet_lines (sheet, "a", 2));
  sheet_add (sheet, sheet_lines (sheet, "b", 1))->before = 8;
  sheet_set (sheet);
  /* 20 + 8 + 10 = 38: to the last point */
  assert_n_pages (sheet, 1);
  assert_page (sheet, 0, "a1@0 a2@10 b1@28");
}

static void
test_nested_stack (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *inner = sheet_block (sheet, PG_BLOCK_STACK), *a = sheet_lines (sheet, "a", 1);
  a->before = 9, a->after = 9;
  inner->before = 4, inner->after = 2;
  pg_block_add (inner, a);
  pg_block_add (inner, NULL); /* what is absent needs no test */
  sheet_add (sheet, sheet_lines (sheet, "x", 1));
  sheet_add (sheet, inner);
  sheet_add (sheet, sheet_lines (sheet, "y", 1));
  sheet_set (sheet);
  /* The inner stack's own white counts, not that of its first and last child: a: 10 + 4; y: 14 + 10 + 2 */
  assert_page (sheet, 0, "x1@0 a1@14 y1@26");
}

static void
test_margins (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 60);
  sheet->run->left = 30, sheet->run->top = 12, sheet->run->right = 50, sheet->run->bottom = 18;
  sheet_add (sheet, sheet_lines (sheet, "a", 5));
  sheet_set (sheet);
  /* Room for (60 - 12 - 18) / 10 = 3 lines; the column is 200 - 30 - 50 wide */
  assert_page (sheet, 0, "a1@12,30 a2@22,30 a3@32,30");
  assert_page (sheet, 1, "a4@12,30 a5@22,30");
  const PgPage *page = g_ptr_array_index (sheet->pages->pages, 0);
  g_assert_cmpfloat (g_array_index (page->items, PgItem, 0).width, ==, 120);
}

/* Rows */

/* A line of 16 on 20 points beside one of 8 on 10: baselines at 20 / 2 + 0.388 * 16 = 16.208 and
   10 / 2 + 0.388 * 8 = 8.104 below the upper edges. */
static PgBlock *
two_sizes (Sheet *sheet)
{
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW);
  PgStyle *large = sheet_style (sheet);
  large->size = 16, large->leading = 20;
  pg_row_add (row, 0, 40, sheet_lines (sheet, "a", 2));
  pg_row_add (row, 50, 150, sheet_styled (sheet, large, "b", 1));
  return row;
}

static void
test_row_baselines (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  sheet_add (sheet, two_sizes (sheet));
  sheet_add (sheet, sheet_lines (sheet, "c", 1));
  sheet_set (sheet);
  /* a: 16.208 - 8.104 = 8.104, b: 0; the row's height is max (8.104 + 2 * 10, 20) = 28.104 */
  assert_page (sheet, 0, "a1@8.1 a2@18.1 b1@0,50 c1@28.1");
  const GArray *items = ((const PgPage *) g_ptr_array_index (sheet->pages->pages, 0))->items;
  g_assert_cmpfloat_with_epsilon (g_array_index (items, PgItem, 0).y, 16.208, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (items, PgItem, 2).y, 16.208, 1e-9);
}

static void
test_row_tops (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  sheet_add (sheet, two_sizes (sheet))->align_tops = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "c", 1));
  sheet_set (sheet);
  /* the row's height is max (2 * 10, 20) */
  assert_page (sheet, 0, "a1@0 a2@10 b1@0,50 c1@20");
}

static void
test_row_nested_baseline (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW), *stack = sheet_block (sheet, PG_BLOCK_STACK);
  PgBlock *inner = sheet_row (sheet, sheet_lines (sheet, "b", 1));
  inner->rule_above = sheet_rule (sheet, 1);
  inner->pad_above = 3;
  pg_block_add (stack, inner);
  pg_row_add (row, 0, 40, sheet_lines (sheet, "a", 1));
  pg_row_add (row, 50, 150, stack);
  pg_row_add (row, 199, 1, NULL); /* an empty cell */
  sheet_add (sheet, row);
  sheet_set (sheet);
  /* b stands 1 (rule) + 3 (pad) below the cell's edge, and a on its baseline; the rule is drawn after what it closes */
  assert_page (sheet, 0, "a1@4 b1@4,50 =@0+1,50");
}

static void
test_row_without_text (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW), *fill = sheet_block (sheet, PG_BLOCK_FILL);
  fill->height = 14;
  pg_row_add (row, 0, 40, fill);
  pg_row_add (row, 50, 150, sheet_lines (sheet, "a", 1));
  sheet_add (sheet, row);
  sheet_add (sheet, sheet_lines (sheet, "b", 1));
  sheet_set (sheet);
  /* What has no baseline stands at the row's edge; the row is max (14, 10) high */
  assert_page (sheet, 0, "=@0+14 a1@0,50 b1@14");
}

static void
test_row_frame (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  static const PgColour grey = { 0.5, 0.5, 0.5 };
  sheet->run->left = 20;
  PgBlock *row = sheet_add (sheet, sheet_row (sheet, sheet_lines (sheet, "a", 2)));
  row->rule_above = sheet_rule (sheet, 2);
  row->pad_above = 3, row->pad_below = 4;
  row->band = &grey;
  sheet_add (sheet, sheet_lines (sheet, "b", 1));
  sheet_set (sheet);
  /* a: 2 (rule) + 3 (pad); b: 5 + 20 (a) + 4 (pad) = 29; the band lies under it all, from edge to edge of the sheet */
  assert_page (sheet, 0, "=@0+29 a1@5,20 a2@15,20 =@0+2,20 b1@29,20");
  const PgPage *page = g_ptr_array_index (sheet->pages->pages, 0);
  g_assert_cmpfloat (g_array_index (page->items, PgItem, 0).width, ==, 200);
}

static void
test_double_rule (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgRule *rule = pg_arena_new0 (sheet->arena, PgRule);
  *rule = (PgRule){ .thickness = 1, .gap = 1.5, .second = 0.5 };
  sheet_add (sheet, sheet_row (sheet, sheet_lines (sheet, "a", 1)))->rule_above = rule;
  sheet_add (sheet, sheet_lines (sheet, "b", 1));
  sheet_set (sheet);
  /* a: 1 + 1.5 + 0.5 = 3; the lower line at 1 + 1.5 */
  assert_page (sheet, 0, "a1@3 =@0+1 =@2.5+0.5 b1@13");
}

/* Letters that stand closer than they were drawn: what is taken away after the last one does not make room. */
static void
test_tracked_line (void)
{
  g_autoptr (Sheet) wide = sheet_new (1000, 200);
  PgStyle *style = sheet_style (wide);
  style->size = 30, style->leading = 40, style->tracking = -0.1;
  sheet_add (wide, sheet_styled (wide, style, "Harbours of the future", 0));
  sheet_set (wide);
  const PgPage *page = g_ptr_array_index (wide->pages->pages, 0);
  double width = g_array_index (page->items, PgItem, 0).text.lines->lines[0].width;
  g_autoptr (Sheet) narrow = sheet_new (width - 1, 200); /* 0.1 em are 3 points */
  sheet_add (narrow, sheet_styled (narrow, style, "Harbours of the future", 0));
  sheet_set (narrow);
  assert_page (narrow, 0, "Harbours@0 of the future@40");
}

/* Pictures and colour */

static void
test_image (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 50);
  PgBlock *image = sheet_block (sheet, PG_BLOCK_IMAGE);
  image->image = pg_arena_new0 (sheet->arena, PgImage);
  *image->image = (PgImage){ .path = "a.svg", .width = 30, .height = 45 };
  sheet_add (sheet, sheet_lines (sheet, "a", 1));
  sheet_add (sheet, image);
  sheet_add (sheet, sheet_lines (sheet, "b", 1));
  sheet_set (sheet);
  /* 10 + 45 > 50: it goes to page 2, and 45 + 10 > 50: b to page 3 */
  assert_page (sheet, 0, "a1@0");
  assert_page (sheet, 1, "image@0+45");
  assert_page (sheet, 2, "b1@0");
}

static void
test_image_too_tall (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 30);
  PgBlock *image = sheet_block (sheet, PG_BLOCK_IMAGE);
  image->image = pg_arena_new0 (sheet->arena, PgImage);
  *image->image = (PgImage){ .path = "a.svg", .width = 30, .height = 45 };
  sheet_add (sheet, image);
  sheet_set (sheet);
  /* made as small as the page, and told */
  assert_page (sheet, 0, "image@0+30");
  assert_findings (sheet, "event.xml:1:1: warning: this does not fit on an empty page and runs over the edge of page "
                          "1; use larger paper or a theme with smaller type [overflow]\n");
}

static void
test_fill_at_foot (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 30);
  PgBlock *fill = sheet_block (sheet, PG_BLOCK_FILL);
  fill->height = 12;
  fill->width = 50;
  sheet_add (sheet, sheet_lines (sheet, "a", 2));
  sheet_add (sheet, fill);
  sheet_set (sheet);
  /* 20 + 12 > 30: what is no text belongs on the next page, too */
  assert_page (sheet, 0, "a1@0 a2@10");
  assert_page (sheet, 1, "=@0+12");
}

static void
test_empty_row_at_foot (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 30);
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW);
  row->rule_above = sheet_rule (sheet, 1);
  row->pad_above = row->pad_below = 5;
  sheet_add (sheet, sheet_lines (sheet, "a", 2));
  sheet_add (sheet, row);
  sheet_set (sheet);
  /* 20 + 1 + 5 + 5 > 30 */
  assert_page (sheet, 0, "a1@0 a2@10");
  assert_page (sheet, 1, "=@0+1");
}

static void
test_bookmarks (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 25);
  PgBlock *a = sheet_add (sheet, sheet_lines (sheet, "a", 1)), *b = sheet_add (sheet, sheet_lines (sheet, "b", 2));
  a->bookmark = "A", a->bookmark_level = 1, a->anchor = "first";
  b->bookmark = "B", b->bookmark_level = 2, b->anchor = "second";
  sheet_set (sheet);
  /* b was tried on page 1, and stands on page 2 */
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (sheet->pages->anchors, "first")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (sheet->pages->anchors, "second")), ==, 2);
  g_assert_cmpuint (sheet->pages->bookmarks->len, ==, 2);
  const PgBookmark *second = &g_array_index (sheet->pages->bookmarks, PgBookmark, 1);
  g_assert_cmpstr (second->title, ==, "B");
  g_assert_cmpuint (second->level, ==, 2);
  g_assert_cmpuint (second->page, ==, 1);
  g_assert_cmpfloat (second->y, ==, 0);
}

/* Each look is said where it begins, and no more while it stays. */
static void
test_dump (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgBlock *row = sheet_add (sheet, sheet_row (sheet, sheet_lines (sheet, "m", 1)));
  row->rule_above = sheet_rule (sheet, 1);
  row->bookmark = "M";
  row->bookmark_level = 1;
  row->anchor = "m";
  PgBlock *mixed = sheet_add (sheet, sheet_lines (sheet, "H", 0));
  PgStyle *red = sheet_style (sheet);
  red->name = "red", red->colour.red = 1, red->size = 6.5, red->bold = TRUE;
  pg_paragraph_add (sheet->arena, mixed, NULL, "2", "en")->flags = PG_RUN_SUBSCRIPT | PG_RUN_ITALIC;
  pg_paragraph_add (sheet->arena, mixed, red, "O", "fr")->href = "http://a.org/";
  pg_paragraph_add (sheet->arena, mixed, red, "P", "fr")->anchor = "m";
  sheet_set (sheet);
  g_autofree char *dump = pg_pages_dump (sheet->pages), *expected = NULL;
  const PgPage *page = g_ptr_array_index (sheet->pages->pages, 0);
  const PgLines *lines = g_array_index (page->items, PgItem, 0).text.lines;
  const PgLines *second = g_array_index (page->items, PgItem, 2).text.lines;
  /* the baseline: 1 + 10 / 2 + 0.388 * 8 = 9.104 */
  expected = g_strdup_printf ("page 1 200.00 x 100.00\n"
                              "    text 0.00 9.10 %.2f [test 8 #000000 en] \"m1\"\n"
                              "  ~ fill 0.00 0.00 200.00 1.00 #000000\n"
                              "    text 0.00 19.10 %.2f \"H\" [test 8 italic #000000 en rise -1.20] \"2\" "
                              "[red 6.5 bold #ff0000 fr to http://a.org/] \"O\" [red 6.5 bold #ff0000 fr to #m] \"P\"\n"
                              "bookmark 1 page 1 at 0.00 \"M\"\n"
                              "place m page 1 at 0.00\n",
                              lines->lines[0].width, second->lines[0].width);
  g_assert_cmpstr (dump, ==, expected);
}

/* Shortening */

static char *
words (guint n, const char *end)
{
  GString *text = g_string_new (NULL);
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "%sw%u", i > 1 ? " " : "", i);
  return g_string_free (g_string_append (text, end), FALSE);
}

/* As many words as two lines hold, tried one by one. */
static char *
longest (const PgStyle *style, double width)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *text = words (n + 1, "…");
      PgLines *lines = sheet_break (style, "en", width, text);
      guint n_lines = lines->n_lines;
      pg_lines_free (lines);
      if (n_lines > 2)
        return words (n, "…");
    }
}

/* What repeats and has two lines keeps all that these hold, and a text that is far longer costs no more. */
static void
test_shortened (void)
{
  for (guint width = 60; width < 130; width += 5)
    {
      g_autoptr (Sheet) sheet = sheet_new (width, 200);
      g_autofree char *text = words (width % 2 == 0 ? 40 : 5000, ""), *wanted = longest (&sheet->style, width);
      PgBlock *block = sheet_add (sheet, sheet_lines (sheet, text, 0));
      block->max_lines = 2;
      sheet_set (sheet);
      const PgPage *page = g_ptr_array_index (sheet->pages->pages, 0);
      const PgLines *lines = g_array_index (page->items, PgItem, 0).text.lines;
      g_assert_cmpuint (lines->n_lines, ==, 2);
      g_assert_cmpstr (lines->text, ==, wanted);
      assert_findings (sheet,
                       "event.xml:1:1: note: this is too long for the 2 lines it has where it repeats, and is cut "
                       "off there; give a short form [shortened]\n");
    }
}

/* Where words are not spaced: each line has twelve characters of 8 points, and no word of Thai is torn. */
static void
test_shortened_without_spaces (void)
{
  static const struct
  {
    const char *text, *wanted;
  } texts[]
      = { { "港湾与海洋的未来会议港湾与海洋的未来会议港湾与海洋的未来会议",
            "港湾与海洋的未来会议港湾与海洋的未来会议港湾与…" },
          { "การประชุมท่าเรือการประชุมท่าเรือการประชุมท่าเรือการประชุมท่าเรือ", "การประชุมท่าเรือการประชุมท่าเรือการประชุมท่าเรือ…" } };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Sheet) sheet = sheet_new (100, 200);
      PgBlock *block = sheet_add (sheet, sheet_lines (sheet, texts[i].text, 0));
      block->max_lines = 2;
      sheet_set (sheet);
      const PgPage *page = g_ptr_array_index (sheet->pages->pages, 0);
      const PgLines *lines = g_array_index (page->items, PgItem, 0).text.lines;
      g_assert_cmpuint (lines->n_lines, ==, 2);
      g_assert_cmpstr (lines->text, ==, texts[i].wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/white/larger-of-two", test_white);
  g_test_add_func ("/layout/white/of-styles", test_white_of_styles);
  g_test_add_func ("/layout/white/dropped-at-top", test_white_at_top);
  g_test_add_func ("/layout/page/filled-to-the-last-point", test_page_filled);
  g_test_add_func ("/layout/page/margins", test_margins);
  g_test_add_func ("/layout/stack/nested", test_nested_stack);
  g_test_add_func ("/layout/row/baselines", test_row_baselines);
  g_test_add_func ("/layout/row/tops", test_row_tops);
  g_test_add_func ("/layout/row/nested-baseline", test_row_nested_baseline);
  g_test_add_func ("/layout/row/without-text", test_row_without_text);
  g_test_add_func ("/layout/row/frame", test_row_frame);
  g_test_add_func ("/layout/rule/double", test_double_rule);
  g_test_add_func ("/layout/row/tracked-line", test_tracked_line);
  g_test_add_func ("/layout/image/on-next-page", test_image);
  g_test_add_func ("/layout/image/too-tall", test_image_too_tall);
  g_test_add_func ("/layout/fill/at-foot", test_fill_at_foot);
  g_test_add_func ("/layout/row/empty-at-foot", test_empty_row_at_foot);
  g_test_add_func ("/layout/shortened", test_shortened);
  g_test_add_func ("/layout/shortened-without-spaces", test_shortened_without_spaces);
  g_test_add_func ("/layout/bookmarks", test_bookmarks);
  g_test_add_func ("/layout/dump", test_dump);
  return g_test_run ();
}
