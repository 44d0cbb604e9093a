/* Enters: paragraphs that may not be broken everywhere. Leaves: whether each page ends where it may; and where it can
   not, whether the rules are given up in their order and told. All lines are 10 points high. */
#include "sheet.h"

#define PARTED "a heading or label is parted from what follows it"
#define BROKEN "an entry is broken over two pages"
#define ALONE "a single line of a paragraph stands alone"
#define RELAXED(page, what)                                                                                            \
  "event.xml:1:1: note: on page " page " " what ", because what belongs together is taller than a page "               \
  "[keep-relaxed]\n"
#define OVERFLOW(page)                                                                                                 \
  "event.xml:1:1: warning: this does not fit on an empty page and runs over the edge of page " page "; use larger "    \
  "paper or a theme with smaller type [overflow]\n"

/* What begins where so much is left, or it is whole */

static void
assert_begins (guint n_lines, double least_space, const char *first)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 60);
  sheet_add (sheet, sheet_lines (sheet, "x", 2));
  PgBlock *stack = sheet_add (sheet, sheet_block (sheet, PG_BLOCK_STACK));
  pg_block_add (stack, sheet_lines (sheet, "a", n_lines));
  stack->least_space = least_space;
  sheet_set (sheet);
  assert_page (sheet, 0, first);
  assert_findings (sheet, "");
}

static void
test_least_space (void)
{
  assert_begins (6, 40, "x1@0 x2@10 a1@20 a2@30 a3@40 a4@50");
  assert_begins (6, 41, "x1@0 x2@10");
  assert_begins (4, 41, "x1@0 x2@10 a1@20 a2@30 a3@40 a4@50"); /* it is whole */
  assert_begins (5, 1000, "x1@0 x2@10");
}

/* Two lines on either side */

static void
assert_split (guint n_lines, guint room, const char *first, const char *second)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 10 * room + 15);
  sheet_add (sheet, sheet_lines (sheet, "x", 1))->after = 5;
  sheet_add (sheet, sheet_lines (sheet, "a", n_lines));
  sheet_set (sheet);
  assert_page (sheet, 0, first);
  assert_page (sheet, 1, second);
  assert_n_pages (sheet, 2);
  assert_findings (sheet, "");
}

static void
test_two_lines (void)
{
  /* 5 lines, room for 4 below x and its white: 3 and 2, as 4 and 1 may not be */
  assert_split (5, 4, "x1@0 a1@15 a2@25 a3@35", "a4@0 a5@10");
  assert_split (5, 3, "x1@0 a1@15 a2@25 a3@35", "a4@0 a5@10");
  assert_split (5, 2, "x1@0 a1@15 a2@25", "a3@0 a4@10 a5@20");
  assert_split (4, 3, "x1@0 a1@15 a2@25", "a3@0 a4@10");
  /* 3 lines can be parted nowhere, 4 not where there is room for 1 */
  assert_split (3, 2, "x1@0", "a1@0 a2@10 a3@20");
  assert_split (2, 1, "x1@0", "a1@0 a2@10");
  g_autoptr (Sheet) sheet = sheet_new (200, 25);
  sheet_add (sheet, sheet_lines (sheet, "x", 1))->after = 5;
  sheet_add (sheet, sheet_lines (sheet, "a", 4));
  sheet_set (sheet);
  assert_page (sheet, 0, "x1@0");
  assert_page (sheet, 1, "a1@0 a2@10");
  assert_page (sheet, 2, "a3@0 a4@10");
}

static void
test_two_lines_of_a_rest (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  sheet_add (sheet, sheet_lines (sheet, "a", 9));
  sheet_set (sheet);
  /* 9 = 4 + 3 + 2: the rest is a paragraph, too */
  assert_page (sheet, 0, "a1@0 a2@10 a3@20 a4@30");
  assert_page (sheet, 1, "a5@0 a6@10 a7@20");
  assert_page (sheet, 2, "a8@0 a9@10");
  assert_n_pages (sheet, 3);
}

/* What is not broken */

static void
test_together (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  PgBlock *stack = sheet_block (sheet, PG_BLOCK_STACK);
  pg_block_add (stack, sheet_lines (sheet, "a", 2));
  pg_block_add (stack, sheet_lines (sheet, "b", 2));
  stack->keep_together = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "x", 1));
  sheet_add (sheet, stack);
  sheet_add (sheet, sheet_lines (sheet, "c", 5))->keep_together = TRUE;
  sheet_set (sheet);
  /* a and b would reach 10 + 40 = 50; c, taller than a page, is broken, and that is told */
  assert_page (sheet, 0, "x1@0");
  assert_page (sheet, 1, "a1@0 a2@10 b1@20 b2@30");
  assert_page (sheet, 2, "c1@0 c2@10 c3@20");
  assert_page (sheet, 3, "c4@0 c5@10");
  assert_findings (sheet, RELAXED ("3", BROKEN));
}

static void
test_next (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 55);
  sheet_add (sheet, sheet_lines (sheet, "a", 2));
  sheet_add (sheet, sheet_lines (sheet, "h", 1))->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "i", 1))->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "b", 3));
  sheet_set (sheet);
  /* One line of b has room, two would have to stand there: the chain goes with it */
  assert_page (sheet, 0, "a1@0 a2@10");
  assert_page (sheet, 1, "h1@0 i1@10 b1@20 b2@30 b3@40");
  assert_findings (sheet, "");
}

static void
test_next_with_two_lines (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 65);
  sheet_add (sheet, sheet_lines (sheet, "a", 2));
  sheet_add (sheet, sheet_lines (sheet, "h", 1))->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "i", 1))->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "b", 4));
  sheet_set (sheet);
  assert_page (sheet, 0, "a1@0 a2@10 h1@20 i1@30 b1@40 b2@50");
  assert_page (sheet, 1, "b3@0 b4@10");
}

static void
test_heading_is_not_broken (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 65);
  sheet_add (sheet, sheet_lines (sheet, "a", 4));
  sheet_add (sheet, sheet_lines (sheet, "h", 4))->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "b", 2));
  sheet_set (sheet);
  /* Two of its four lines have room, but half a heading is a heading alone */
  assert_page (sheet, 0, "a1@0 a2@10 a3@20 a4@30");
  assert_page (sheet, 1, "h1@0 h2@10 h3@20 h4@30 b1@40 b2@50");
  assert_findings (sheet, "");
}

static void
test_heading_without_text (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 65);
  PgBlock *stack = sheet_block (sheet, PG_BLOCK_STACK), *h = sheet_lines (sheet, "h", 4);
  h->keep_with_next = TRUE;
  pg_block_add (stack, h);
  sheet_add (sheet, sheet_lines (sheet, "a", 4));
  sheet_add (sheet, stack);
  sheet_set (sheet);
  /* The last of its stack is not broken either */
  assert_page (sheet, 0, "a1@0 a2@10 a3@20 a4@30");
  assert_page (sheet, 1, "h1@0 h2@10 h3@20 h4@30");
}

static void
test_previous (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  sheet_add (sheet, sheet_lines (sheet, "a", 4));
  sheet_add (sheet, sheet_lines (sheet, "e", 1))->keep_with_previous = TRUE;
  sheet_set (sheet);
  /* The end of the day takes two lines along */
  assert_page (sheet, 0, "a1@0 a2@10");
  assert_page (sheet, 1, "a3@0 a4@10 e1@20");
  assert_findings (sheet, "");
}

static void
test_previous_whole (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  sheet_add (sheet, sheet_lines (sheet, "x", 1));
  sheet_add (sheet, sheet_lines (sheet, "a", 3));
  sheet_add (sheet, sheet_lines (sheet, "e", 1))->keep_with_previous = TRUE;
  sheet_set (sheet);
  /* a of three lines cannot be broken: it goes with the end, whole */
  assert_page (sheet, 0, "x1@0");
  assert_page (sheet, 1, "a1@0 a2@10 a3@20 e1@30");
}

static void
test_previous_chain (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  sheet_add (sheet, sheet_lines (sheet, "x", 1));
  sheet_add (sheet, sheet_lines (sheet, "h", 1))->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "a", 2));
  sheet_add (sheet, sheet_lines (sheet, "e", 1))->keep_with_previous = TRUE;
  sheet_set (sheet);
  /* e pulls a, which its heading follows */
  assert_page (sheet, 0, "x1@0");
  assert_page (sheet, 1, "h1@0 a1@10 a2@20 e1@30");
  assert_findings (sheet, "");
}

/* Two lines below a heading, even if they are of two paragraphs */

static void
test_two_lines_below_heading (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  sheet_add (sheet, sheet_lines (sheet, "x", 2));
  sheet_add (sheet, sheet_lines (sheet, "h", 1))->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "a", 1));
  sheet_add (sheet, sheet_lines (sheet, "b", 2));
  sheet_set (sheet);
  /* h and a have room, but one line is no body */
  assert_page (sheet, 0, "x1@0 x2@10");
  assert_page (sheet, 1, "h1@0 a1@10 b1@20 b2@30");
  assert_findings (sheet, "");
}

static void
test_one_line_is_all_there_is (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  PgBlock *stack = sheet_block (sheet, PG_BLOCK_STACK);
  pg_block_add (stack, sheet_lines (sheet, "h", 1));
  pg_block_add (stack, sheet_lines (sheet, "a", 1));
  ((PgBlock *) g_ptr_array_index (stack->children, 0))->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "x", 2));
  sheet_add (sheet, stack);
  sheet_add (sheet, sheet_lines (sheet, "b", 2));
  sheet_set (sheet);
  /* b is not of the same entry */
  assert_page (sheet, 0, "x1@0 x2@10 h1@20 a1@30");
  assert_page (sheet, 1, "b1@0 b2@10");
}

static void
test_two_lines_of_a_row (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW), *names = sheet_block (sheet, PG_BLOCK_STACK);
  for (guint i = 0; i < 3; i++)
    pg_block_add (names, sheet_lines (sheet, "n", 1));
  pg_row_add (row, 0, 50, sheet_lines (sheet, "l", 1));
  pg_row_add (row, 50, 150, names);
  sheet_add (sheet, sheet_lines (sheet, "x", 2));
  sheet_add (sheet, sheet_lines (sheet, "h", 1))->keep_with_next = TRUE;
  sheet_add (sheet, row);
  sheet_set (sheet);
  /* A label and the name beside it are one line */
  assert_page (sheet, 0, "x1@0 x2@10");
  assert_page (sheet, 1, "h1@0 l1@10 n1@10,50 n1@20,50 n1@30,50");
  assert_findings (sheet, "");
}

/* Giving up, in order */

static void
test_relax_next (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 35);
  for (guint i = 0; i < 5; i++)
    sheet_add (sheet, sheet_lines (sheet, i == 4 ? "b" : "h", 1))->keep_with_next = i < 4;
  sheet_set (sheet);
  /* 5 lines that belong together, room for 3 */
  assert_page (sheet, 0, "h1@0 h1@10 h1@20");
  assert_page (sheet, 1, "h1@0 b1@10");
  assert_findings (sheet, RELAXED ("1", PARTED));
}

static void
test_relax_heading (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 35);
  sheet_add (sheet, sheet_lines (sheet, "h", 5))->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "b", 2));
  sheet_set (sheet);
  /* A heading taller than a page is broken, and its rest is parted from b: 2 + 2 lines, room for 3 */
  assert_page (sheet, 0, "h1@0 h2@10 h3@20");
  assert_page (sheet, 1, "h4@0 h5@10");
  assert_page (sheet, 2, "b1@0 b2@10");
  assert_findings (sheet, RELAXED ("1", PARTED) RELAXED ("2", PARTED));
}

static void
test_relax_together_first (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 35);
  sheet_add (sheet, sheet_lines (sheet, "h", 1))->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "b", 4))->keep_together = TRUE;
  sheet_set (sheet);
  /* The entry is broken, and the heading stays with its first lines */
  assert_page (sheet, 0, "h1@0 b1@10 b2@20");
  assert_page (sheet, 1, "b3@0 b4@10");
  assert_findings (sheet, RELAXED ("1", BROKEN));
}

static void
test_relax_lines (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 25);
  sheet_add (sheet, sheet_lines (sheet, "a", 3));
  sheet_set (sheet);
  /* 3 lines, room for 2: 2 and 1 */
  assert_page (sheet, 0, "a1@0 a2@10");
  assert_page (sheet, 1, "a3@0");
  assert_findings (sheet, RELAXED ("1", ALONE));
}

static void
test_relax_space (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 8);
  sheet_add (sheet, sheet_lines (sheet, "a", 2));
  sheet_add (sheet, sheet_lines (sheet, "b", 1));
  sheet_set (sheet);
  /* Not one line has room: one a page, and nothing is lost */
  assert_page (sheet, 0, "a1@0");
  assert_page (sheet, 1, "a2@0");
  assert_page (sheet, 2, "b1@0");
  assert_n_pages (sheet, 3);
  assert_findings (sheet, OVERFLOW ("1") OVERFLOW ("2") OVERFLOW ("3"));
}

static void
test_relax_one_page_alone (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 45);
  sheet_add (sheet, sheet_lines (sheet, "a", 6))->keep_together = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "h", 1))->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "b", 3));
  sheet_set (sheet);
  /* Page 1 gives up what it must; on page 2 the heading has no room with two lines of b, and all rules hold again */
  assert_page (sheet, 0, "a1@0 a2@10 a3@20 a4@30");
  assert_page (sheet, 1, "a5@0 a6@10");
  assert_page (sheet, 2, "h1@0 b1@10 b2@20 b3@30");
  assert_findings (sheet, RELAXED ("1", BROKEN));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/keeps/least-space", test_least_space);
  g_test_add_func ("/layout/keeps/two-lines", test_two_lines);
  g_test_add_func ("/layout/keeps/two-lines-of-a-rest", test_two_lines_of_a_rest);
  g_test_add_func ("/layout/keeps/together", test_together);
  g_test_add_func ("/layout/keeps/next", test_next);
  g_test_add_func ("/layout/keeps/next-with-two-lines", test_next_with_two_lines);
  g_test_add_func ("/layout/keeps/heading-is-not-broken", test_heading_is_not_broken);
  g_test_add_func ("/layout/keeps/heading-without-text", test_heading_without_text);
  g_test_add_func ("/layout/keeps/previous", test_previous);
  g_test_add_func ("/layout/keeps/previous-whole", test_previous_whole);
  g_test_add_func ("/layout/keeps/previous-chain", test_previous_chain);
  g_test_add_func ("/layout/keeps/two-lines-below-heading", test_two_lines_below_heading);
  g_test_add_func ("/layout/keeps/one-line-is-all-there-is", test_one_line_is_all_there_is);
  g_test_add_func ("/layout/keeps/two-lines-of-a-row", test_two_lines_of_a_row);
  g_test_add_func ("/layout/keeps/relax/next", test_relax_next);
  g_test_add_func ("/layout/keeps/relax/heading", test_relax_heading);
  g_test_add_func ("/layout/keeps/relax/together-first", test_relax_together_first);
  g_test_add_func ("/layout/keeps/relax/lines", test_relax_lines);
  g_test_add_func ("/layout/keeps/relax/space", test_relax_space);
  g_test_add_func ("/layout/keeps/relax/one-page-alone", test_relax_one_page_alone);
  return g_test_run ();
}
