/* Enters: boxes, choices, cells as wide as what they hold, styles that are ranges. Leaves: where layout puts them, each
   number with its sum. All lines are 10 points high unless a test says otherwise; the letters are 8 points. */
#include "sheet.h"

#include <math.h>
#include <string.h>

#define EPSILON 0.01
#define ROUNDING 0.1 /* by which what is as wide as its words is wider */

static const PgItem *
item_at (const Sheet *sheet, guint page, guint index)
{
  return &g_array_index (pg_pages_get (sheet->pages, page)->items, PgItem, index);
}

static double
width_of (const Sheet *sheet, guint index)
{
  const PgItem *item = item_at (sheet, 0, index);
  return item->text.lines->lines[item->text.line].width;
}

static double
size_of (const Sheet *sheet, guint page, guint index)
{
  const PgItem *item = item_at (sheet, page, index);
  return item->text.lines->lines[item->text.line].runs[0].run->style->size;
}

/* Boxes */

static PgBlock *
add_box (Sheet *sheet, PgBlock *child, double height, PgBoxPlace vertical)
{
  PgBlock *box = pg_box_new (sheet->arena, child);
  box->box_height = height;
  box->vertical = vertical;
  return sheet_add (sheet, box);
}

static void
test_box (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  PgBlock *plain = add_box (sheet, sheet_lines (sheet, "a", 1), 0, PG_PLACE_START);
  plain->padding = (PgPadding){ 7, 0, 3, 4 };
  add_box (sheet, sheet_lines (sheet, "b", 1), 30, PG_PLACE_START);
  add_box (sheet, sheet_lines (sheet, "c", 1), 30, PG_PLACE_MIDDLE);
  PgBlock *end = add_box (sheet, sheet_lines (sheet, "d", 1), 30, PG_PLACE_END);
  end->padding.below = 5;
  sheet_add (sheet, sheet_lines (sheet, "e", 1));
  sheet_set (sheet);
  /* a: 3; its box ends at 3 + 10 + 4 = 17. c: 17 + 30 + 10; d: 17 + 60 + 30 - 5 - 10; e: 17 + 90 */
  assert_page (sheet, 0, "a1@3,7 b1@17 c1@57 d1@92 e1@107");
  assert_findings (sheet, "");
}

static void
test_box_too_low (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  add_box (sheet, sheet_lines (sheet, "a", 3), 25, PG_PLACE_START);
  sheet_add (sheet, sheet_lines (sheet, "b", 1));
  sheet_set (sheet);
  assert_page (sheet, 0, "a1@0 a2@10 a3@20 b1@25");
  assert_findings (sheet, "event.xml:1:1: warning: this does not fit on an empty page and runs over the edge of page "
                          "1; use larger paper or a theme with smaller type [overflow]\n");
}

static void
test_box_natural (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  static const PgBoxPlace places[] = { PG_PLACE_START, PG_PLACE_MIDDLE, PG_PLACE_END };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      PgBlock *box = add_box (sheet, sheet_lines (sheet, "wide", 0), 0, PG_PLACE_START);
      box->natural = TRUE;
      box->across = places[i];
      box->padding.left = box->padding.right = 6;
    }
  sheet_set (sheet);
  double natural = width_of (sheet, 0) + ROUNDING + 12;
  g_assert_cmpfloat_with_epsilon (item_at (sheet, 0, 0)->x, 6, EPSILON);
  g_assert_cmpfloat_with_epsilon (item_at (sheet, 0, 1)->x, (200 - natural) / 2 + 6, EPSILON);
  g_assert_cmpfloat_with_epsilon (item_at (sheet, 0, 2)->x, 200 - natural + 6, EPSILON);
}

/* A box moves to the next page whole. */
static void
test_box_whole (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 50);
  sheet_add (sheet, sheet_lines (sheet, "a", 2));
  add_box (sheet, sheet_lines (sheet, "b", 1), 40, PG_PLACE_END);
  sheet_set (sheet);
  assert_page (sheet, 0, "a1@0 a2@10");
  assert_page (sheet, 1, "b1@30");
}

/* Choices */

static PgBlock *
add_choice (Sheet *sheet, PgChoiceBy by, const guint *lines, guint n)
{
  static const char *const names[] = { "a", "b", "c", "d" };
  PgBlock *choice = sheet_block (sheet, PG_BLOCK_CHOICE);
  choice->by = by;
  for (guint i = 0; i < n; i++)
    pg_block_add (choice, sheet_lines (sheet, names[i], lines[i]));
  return sheet_add (sheet, choice);
}

static void
test_choice_of_space (void)
{
  static const guint lines[] = { 5, 4, 3 };
  g_autoptr (Sheet) sheet = sheet_new (200, 60);
  sheet_add (sheet, sheet_lines (sheet, "x", 2));
  add_choice (sheet, PG_CHOICE_SPACE, lines, G_N_ELEMENTS (lines));
  sheet_set (sheet);
  /* 20 + 50 > 60, 20 + 40 = 60 */
  assert_page (sheet, 0, "x1@0 x2@10 b1@20 b2@30 b3@40 b4@50");
  assert_findings (sheet, "");
}

/* The last one is set whatever its height, and may be broken. */
static void
test_choice_last (void)
{
  static const guint lines[] = { 9, 8 };
  g_autoptr (Sheet) sheet = sheet_new (200, 60);
  add_choice (sheet, PG_CHOICE_SPACE, lines, G_N_ELEMENTS (lines));
  sheet_set (sheet);
  assert_page (sheet, 0, "b1@0 b2@10 b3@20 b4@30 b5@40 b6@50");
  assert_page (sheet, 1, "b7@0 b8@10");
  assert_findings (sheet, "");
}

/* What depends on lines alone does not ask how much is left of the page. */
static void
test_choice_of_lines (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 60);
  static const guint lines[] = { 3, 1 };
  sheet_add (sheet, sheet_lines (sheet, "x", 4));
  PgBlock *choice = add_choice (sheet, PG_CHOICE_LINES, lines, G_N_ELEMENTS (lines));
  choice->keep_together = TRUE;
  sheet_set (sheet);
  assert_page (sheet, 0, "x1@0 x2@10 x3@20 x4@30");
  assert_page (sheet, 1, "a1@0 a2@10 a3@20");
  g_autoptr (Sheet) limited = sheet_new (200, 60);
  choice = add_choice (limited, PG_CHOICE_LINES, lines, G_N_ELEMENTS (lines));
  pg_block_limit_lines (choice, 2);
  sheet_set (limited);
  assert_page (limited, 0, "b1@0");
  assert_findings (limited, "");
}

/* Nothing is told of a child that is not set: its letters have no font, its only line is cut off. */
static void
test_choice_tells_nothing (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 60);
  PgBlock *choice = sheet_block (sheet, PG_BLOCK_CHOICE);
  PgBlock *refused = sheet_lines (sheet, "\U000F0000", 3);
  refused->max_lines = 1;
  pg_block_add (choice, refused);
  pg_block_add (choice, sheet_lines (sheet, "b", 1));
  sheet_add (sheet, choice);
  sheet_set (sheet);
  assert_page (sheet, 0, "b1@0");
  assert_findings (sheet, "");
}

/* What a child that was tried found is told once it is set. */
static void
test_choice_tells_what_is_set (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 60);
  PgBlock *choice = sheet_block (sheet, PG_BLOCK_CHOICE);
  pg_block_add (choice, sheet_lines (sheet, "\U000F0000", 1));
  pg_block_add (choice, sheet_lines (sheet, "b", 1));
  sheet_add (sheet, choice);
  sheet_set (sheet);
  g_autofree char *found = sheet_findings (sheet);
  g_assert_nonnull (strstr (found, "U+F0000"));
}

static void
test_choice_of_placed (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgBlock *choice = sheet_block (sheet, PG_BLOCK_CHOICE);
  static const char *const names[] = { "a", "b", "c" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      PgBlock *placed = sheet_block (sheet, PG_BLOCK_PLACED);
      pg_placed_follow (placed, 0, 20, 50, 0, sheet_lines (sheet, names[i], 5 - i));
      pg_placed_put (
          placed,
          (PgPlacement){ .y = 90, .width = 50, .hangs = TRUE, .white = 8, .block = sheet_lines (sheet, "h", 3) });
      pg_block_add (choice, placed);
    }
  choice->by = PG_CHOICE_SPACE;
  sheet->run->flow = choice;
  sheet_set (sheet);
  /* h hangs from 90: 60. a reaches 70, b 60, which is not 8 above it; c reaches 50 */
  assert_page (sheet, 0, "c1@20 c2@30 c3@40 h1@60 h2@70 h3@80");
  assert_findings (sheet, "");
}

/* Cells */

static void
test_natural_cells (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  for (guint i = 0; i < 2; i++)
    {
      PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW);
      pg_row_add (row, 2, 0, sheet_lines (sheet, i == 0 ? "a" : "a rather long one", 0))->fit = PG_CELL_NATURAL;
      pg_row_add (row, 40, 0, sheet_lines (sheet, "b", 0));
      sheet_add (sheet, row);
    }
  sheet_set (sheet);
  /* A short one leaves the next cell where it is, a long one pushes it. */
  g_assert_cmpfloat_with_epsilon (item_at (sheet, 0, 1)->x, 40, EPSILON);
  g_assert_cmpfloat_with_epsilon (item_at (sheet, 0, 3)->x, 2 + width_of (sheet, 2) + ROUNDING, EPSILON);
  g_assert_cmpfloat_with_epsilon (item_at (sheet, 0, 3)->x + item_at (sheet, 0, 3)->width, 200, EPSILON);
}

static void
test_cells_at_end (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW);
  pg_row_add (row, 0, 100, sheet_lines (sheet, "a", 0));
  pg_row_add (row, 100, 100, sheet_lines (sheet, "b", 0))->fit = PG_CELL_AT_END;
  sheet_add (sheet, row);
  sheet_set (sheet);
  double natural = width_of (sheet, 1) + ROUNDING;
  g_assert_cmpfloat_with_epsilon (item_at (sheet, 0, 1)->x, 200 - natural, EPSILON);
  g_assert_cmpfloat_with_epsilon (item_at (sheet, 0, 0)->width, 200 - natural, EPSILON);
}

static void
test_ends_share (void)
{
  const char *const texts[][2] = { { "a", "b" },
                                   { "a rather long one, which has no room on a line of its own", "b" },
                                   { "a", "a rather long one, which has no room on a line of its own" },
                                   { "a rather long one, which has no room on a line of its own",
                                     "another rather long one, which has no room on it either" } };
  g_autoptr (Sheet) sheet = sheet_new (200, 400);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW);
      row->gap = 10;
      pg_row_add (row, 0, 0, sheet_lines (sheet, texts[i][0], 0))->fit = PG_CELL_NATURAL;
      pg_row_add (row, 0, 0, sheet_lines (sheet, texts[i][1], 0))->fit = PG_CELL_AT_END;
      sheet_add (sheet, row);
    }
  sheet_set (sheet);
  double b = width_of (sheet, 1) + ROUNDING, a = width_of (sheet, 0) + ROUNDING;
  const double widths[][2] = { { a, b }, { 200 - 10 - b, b }, { a, 200 - 10 - a }, { 95, 95 } };
  guint item = 0, n = pg_pages_get (sheet->pages, 0)->items->len;
  for (guint end = 0; end < 2 * G_N_ELEMENTS (texts); end++)
    {
      const PgItem *line = item_at (sheet, 0, item);
      double width = widths[end / 2][end % 2];
      g_assert_cmpfloat_with_epsilon (line->width, width, EPSILON);
      g_assert_cmpfloat_with_epsilon (line->x, end % 2 == 1 ? 200 - width : 0, EPSILON);
      while (item < n && item_at (sheet, 0, item)->x == line->x)
        item++; /* the lines below it */
    }
  g_assert_cmpuint (item, ==, n);
}

/* Ranges */

static PgStyle *
range (Sheet *sheet, double least, double most, guint lines)
{
  PgStyle *style = sheet_style (sheet);
  style->fit_least = least;
  style->fit_most = most;
  style->fit_lines = lines;
  return style;
}

static PgBlock *
add_sized (Sheet *sheet, const PgStyle *style, const char *words, double width, const char *group)
{
  PgBlock *box = pg_box_new (sheet->arena, sheet_styled (sheet, style, words, 0));
  box->box_width = width;
  box->box_height = 30;
  box->same_size = group;
  return sheet_add (sheet, box);
}

static void
test_range_by_width (void)
{
  g_autoptr (Sheet) sheet = sheet_new (400, 400);
  add_sized (sheet, range (sheet, 8, 20, 1), "Harbour", 400, NULL); /* leading 10 for 8: 25 for 20 */
  add_sized (sheet, range (sheet, 8, 20, 1), "Harbour", 45, NULL);
  add_sized (sheet, range (sheet, 8, 20, 1), "Harbour", 5, NULL);
  sheet_set (sheet);
  g_assert_cmpfloat (size_of (sheet, 0, 0), ==, 20);
  double size = size_of (sheet, 0, 1), width = width_of (sheet, 1);
  /* The largest quarter of a point at which the word is no wider than 45. */
  g_assert_cmpfloat (width, <=, 45);
  g_assert_cmpfloat (width * (size + 0.5) / size, >, 45);
  g_assert_cmpfloat (fmod (size, 0.25), ==, 0);
  g_assert_cmpfloat (size_of (sheet, 0, 2), ==, 8);
}

static void
test_range_by_height (void)
{
  g_autoptr (Sheet) sheet = sheet_new (400, 400);
  add_sized (sheet, range (sheet, 8, 40, 0), "Harbour", 400, NULL);
  sheet_set (sheet);
  /* a line of 30 points: 30 * 8 / 10 */
  g_assert_cmpfloat_with_epsilon (size_of (sheet, 0, 0), 24, 0.26);
  assert_findings (sheet, "");
}

static void
test_same_size (void)
{
  g_autoptr (Sheet) sheet = sheet_new (400, 40);
  add_sized (sheet, range (sheet, 8, 20, 1), "Harbour", 400, "doors");
  add_sized (sheet, range (sheet, 8, 20, 1), "Harbour", 45, "doors");
  add_sized (sheet, range (sheet, 8, 20, 1), "Harbour", 60, "doors");
  add_sized (sheet, range (sheet, 8, 20, 1), "Harbour", 60, "others");
  sheet_set (sheet);
  double size = size_of (sheet, 1, 0);
  g_assert_cmpfloat (size, <, 20);
  g_assert_cmpfloat (size_of (sheet, 0, 0), ==, size);
  g_assert_cmpfloat (size_of (sheet, 2, 0), ==, size);
  g_assert_cmpfloat (size_of (sheet, 3, 0), >, size);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/box", test_box);
  g_test_add_func ("/layout/box/too-low", test_box_too_low);
  g_test_add_func ("/layout/box/natural", test_box_natural);
  g_test_add_func ("/layout/box/whole", test_box_whole);
  g_test_add_func ("/layout/choice/space", test_choice_of_space);
  g_test_add_func ("/layout/choice/last", test_choice_last);
  g_test_add_func ("/layout/choice/lines", test_choice_of_lines);
  g_test_add_func ("/layout/choice/tells-nothing", test_choice_tells_nothing);
  g_test_add_func ("/layout/choice/tells-what-is-set", test_choice_tells_what_is_set);
  g_test_add_func ("/layout/choice/placed", test_choice_of_placed);
  g_test_add_func ("/layout/cells/natural", test_natural_cells);
  g_test_add_func ("/layout/cells/at-end", test_cells_at_end);
  g_test_add_func ("/layout/cells/ends-share", test_ends_share);
  g_test_add_func ("/layout/range/width", test_range_by_width);
  g_test_add_func ("/layout/range/height", test_range_by_height);
  g_test_add_func ("/layout/range/same-size", test_same_size);
  return g_test_run ();
}
