/* Enters: runs of pages made by hand. Leaves: whether none ends high above its foot and no last one is nearly empty, where that
   can be helped, and what is given up for it, in which order. All lines are 10 points high. */
#include "sheet.h"

#define HIGH(page, why) "event.xml:1:1: note: page " page " ends high above its foot, because " why " [page-end]\n"
#define FOR_ITS_END(page, what)                                                                                        \
  "event.xml:1:1: note: on page " page " " what                                                                        \
  ", because it would end high above its foot, or the next one be nearly empty [keep-relaxed]\n"

/* Pages of 10 lines, which may leave 2 empty; nothing else is allowed. */
static Sheet *
plan_sheet (void)
{
  Sheet *sheet = sheet_new (200, 120);
  sheet->run->bottom = 20;
  sheet->run->ends.runt = 20;
  sheet->run->ends.gap = 20;
  return sheet;
}

/* So many lines that are not broken. */
static PgBlock *
add_whole (Sheet *sheet, const char *name, guint n)
{
  PgBlock *block = sheet_add (sheet, sheet_lines (sheet, name, n));
  block->keep_together = TRUE;
  return block;
}

static void
add_single (Sheet *sheet, guint n)
{
  for (guint i = 1; i <= n; i++)
    sheet_add (sheet, sheet_lines (sheet, pg_arena_printf (sheet->arena, "%u", i), 0));
}

/* Four lines in two headings stay with what follows, which needs two: six on a page that has five left would leave these
   empty. */
static void
add_chain (Sheet *sheet)
{
  add_whole (sheet, "h", 3)->keep_with_next = TRUE;
  add_whole (sheet, "h4", 0)->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "t", 6));
}

static void
test_earlier (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  add_single (sheet, 17);
  add_chain (sheet);
  sheet_set (sheet);
  /* 10, 7 and three empty: page 1 leaves one to page 2, which has two empty then */
  assert_page (sheet, 0, "1@0 2@10 3@20 4@30 5@40 6@50 7@60 8@70 9@80");
  assert_page (sheet, 1, "10@0 11@10 12@20 13@30 14@40 15@50 16@60 17@70");
  assert_page (sheet, 2, "h1@0 h2@10 h3@20 h4@30 t1@40 t2@50 t3@60 t4@70 t5@80 t6@90");
  assert_findings (sheet, "");
}

static void
test_several_pages (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  add_single (sheet, 25);
  add_chain (sheet);
  sheet_set (sheet);
  /* 10, 10, 5 and five empty: of 30 lines each page leaves two at most, so that 8 + 8 + 9 or the like are 25 */
  for (guint i = 0; i < 3; i++)
    {
      const PgPage *page = g_ptr_array_index (sheet->pages->pages, i);
      g_assert_cmpuint (page->items->len, >=, 8);
      g_assert_cmpuint (page->items->len, <=, 10);
    }
  assert_page (sheet, 3, "h1@0 h2@10 h3@20 h4@30 t1@40 t2@50 t3@60 t4@70 t5@80 t6@90");
  assert_findings (sheet, "");
}

static void
test_overrun (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  sheet->run->ends.overrun = 10;
  add_single (sheet, 5);
  add_chain (sheet);
  sheet_add (sheet, sheet_lines (sheet, "x", 8));
  sheet_set (sheet);
  /* 5 + 6 lines */
  assert_page (sheet, 0, "1@0 2@10 3@20 4@30 5@40 h1@50 h2@60 h3@70 h4@80 t1@90 t2@100");
  assert_findings (sheet, "");
}

static void
test_tight (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  sheet->run->ends.tight = 0.5;
  sheet->run->ends.roomy = 1;
  add_single (sheet, 3);
  sheet_add (sheet, sheet_lines (sheet, "w", 0))->before = 20;
  add_chain (sheet);
  sheet_set (sheet);
  /* 3 lines, 20, a line and 6 are 120; with half the white 110; two lines of t are 1 too much, and it is tight for nothing */
  assert_findings (sheet, HIGH ("1", "headings and labels stay with what follows them"));
  g_autoptr (Sheet) other = plan_sheet ();
  other->run->ends.tight = 0.5;
  other->run->ends.roomy = 1;
  add_single (other, 2);
  sheet_add (other, sheet_lines (other, "w", 0))->before = 20;
  add_chain (other);
  sheet_set (other);
  assert_page (other, 0, "1@0 2@10 w@30 h1@40 h2@50 h3@60 h4@70 t1@80 t2@90");
  assert_page (other, 1, "t3@0 t4@10 t5@20 t6@30");
  assert_findings (other, "");
}

static void
test_roomy (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  sheet->run->ends.tight = 0.5;
  sheet->run->ends.roomy = 1.5;
  add_single (sheet, 4);
  sheet_add (sheet, sheet_lines (sheet, "w", 0))->before = 20;
  add_chain (sheet);
  sheet_set (sheet);
  /* 4 lines, 20 and a line are 70, which leave 30; half as much white more leaves 20 */
  assert_page (sheet, 0, "1@0 2@10 3@20 4@30 w@70");
  assert_findings (sheet, "");
}

static void
test_tall (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  add_single (sheet, 6);
  add_whole (sheet, "a", 6);
  sheet_set (sheet);
  /* What is taller than what a page may leave is broken rather than that a page leave more */
  assert_page (sheet, 0, "1@0 2@10 3@20 4@30 5@40 6@50 a1@60 a2@70 a3@80");
  assert_page (sheet, 1, "a4@0 a5@10 a6@20");
  assert_findings (sheet, FOR_ITS_END ("1", "an entry is broken over two pages"));
}

/* What is no taller is not broken, but one of several may stand alone. */
static void
test_company (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  sheet->run->ends.runt = 10;
  add_single (sheet, 5);
  for (guint i = 0; i < 3; i++)
    {
      PgBlock *person = add_whole (sheet, pg_arena_printf (sheet->arena, "%c", 'a' + (char) i), 2);
      person->keep_with_next = i < 2;
      person->keeps_company = TRUE;
    }
  sheet_set (sheet);
  assert_page (sheet, 0, "1@0 2@10 3@20 4@30 5@40 a1@50 a2@60 b1@70 b2@80");
  assert_page (sheet, 1, "c1@0 c2@10");
  assert_findings (sheet, FOR_ITS_END ("1", "one of several that belong together is alone"));
}

/* So much of it that 4 lines, 20 and a line, which leave 30, leave 20 would else be given up only after company. */
static void
test_far_more_white (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  sheet->run->ends.tight = 0.5;
  sheet->run->ends.roomy = 1;
  sheet->run->ends.airy = 1.5;
  add_single (sheet, 4);
  sheet_add (sheet, sheet_lines (sheet, "w", 0))->before = 20;
  add_chain (sheet);
  sheet_set (sheet);
  assert_page (sheet, 0, "1@0 2@10 3@20 4@30 w@70");
  assert_findings (sheet, FOR_ITS_END ("1", "there is far more white between entries and paragraphs"));
}

/* The lines of one are blocks. Of four two stand on either side, if nothing else helps. */
static void
test_stanza (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  add_single (sheet, 7);
  PgBlock *stanza = sheet_block (sheet, PG_BLOCK_STACK);
  for (guint i = 1; i <= 4; i++)
    {
      PgBlock *line = sheet_lines (sheet, pg_arena_printf (sheet->arena, "s%u", i), 0);
      line->keep_with_next = i == 1;
      line->keep_with_previous = i == 4;
      pg_block_add (stanza, line);
    }
  stanza->keep_together = stanza->is_stanza = TRUE;
  sheet->run->ends.gap = 15;
  sheet_add (sheet, stanza);
  sheet_set (sheet);
  assert_page (sheet, 0, "1@0 2@10 3@20 4@30 5@40 6@50 7@60 s1@70 s2@80");
  assert_page (sheet, 1, "s3@0 s4@10");
}

static void
test_heading_is_kept (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  add_single (sheet, 5);
  add_chain (sheet);
  sheet_set (sheet);
  /* Rather than that a heading be alone a page ends high */
  assert_page (sheet, 0, "1@0 2@10 3@20 4@30 5@40");
  assert_findings (sheet, HIGH ("1", "headings and labels stay with what follows them"));
}

static PgBlock *
add_to (PgBlock *stack, PgBlock *heading)
{
  heading->keep_together = heading->keep_with_next = TRUE;
  pg_block_add (stack, heading);
  return heading;
}

/* A head of two lines ends a page, if nothing else helps, where it is said again; one of a single line does not. */
static void
test_head (void)
{
  for (guint n = 1; n <= 2; n++)
    {
      g_autoptr (Sheet) sheet = plan_sheet ();
      add_single (sheet, 8 - n);
      PgBlock *entry = sheet_add (sheet, sheet_block (sheet, PG_BLOCK_STACK));
      if (n == 2)
        add_to (entry, sheet_lines (sheet, "n", 0));
      add_to (entry, sheet_lines (sheet, "h", 0))->is_said_again = TRUE;
      add_to (entry, sheet_lines (sheet, "t", 2));
      add_to (entry, sheet_lines (sheet, "u", 2));
      pg_block_add (entry, sheet_lines (sheet, "x", 6));
      sheet_set (sheet);
      assert_page (sheet, 0, n == 1 ? "1@0 2@10 3@20 4@30 5@40 6@50 7@60" : "1@0 2@10 3@20 4@30 5@40 6@50 n@60 h@70");
      assert_findings (sheet, n == 1
                                  ? HIGH ("1", "headings and labels stay with what follows them")
                                  : FOR_ITS_END ("1", "a head is parted from what is below it, which says it again"));
    }
}

/* One of more lines is broken, two on either side at least, with what stands above it on the first page. */
static void
test_title (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  add_single (sheet, 4);
  add_whole (sheet, "l", 0)->keep_with_next = TRUE;
  add_whole (sheet, "h", 6)->keep_with_next = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "t", 6));
  sheet_set (sheet);
  assert_page (sheet, 0, "1@0 2@10 3@20 4@30 l@40 h1@50 h2@60 h3@70 h4@80");
  assert_page (sheet, 1, "h5@0 h6@10 t1@20 t2@30 t3@40 t4@50 t5@60 t6@70");
  assert_findings (sheet, FOR_ITS_END ("1", "a long title is broken over two pages"));
}

/* What begins a page where it has little room leaves the one before it as empty as it is, but for a runt. */
static void
test_opens (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  add_single (sheet, 5);
  PgBlock *part = sheet_block (sheet, PG_BLOCK_STACK);
  part->least_space = 60;
  for (guint i = 0; i < 9; i++)
    pg_block_add (part, sheet_lines (sheet, pg_arena_printf (sheet->arena, "p%u", i), 0));
  sheet_add (sheet, part);
  sheet_set (sheet);
  assert_page (sheet, 0, "1@0 2@10 3@20 4@30 5@40");
  assert_page (sheet, 1, "p0@0 p1@10 p2@20 p3@30 p4@40 p5@50 p6@60 p7@70 p8@80");
  g_assert_true (pg_pages_get (sheet->pages, 1)->opens_run);
  assert_findings (sheet, "");
  g_autoptr (Sheet) other = plan_sheet ();
  add_single (other, 11);
  part = sheet_block (other, PG_BLOCK_STACK);
  part->least_space = 100;
  for (guint i = 0; i < 10; i++)
    pg_block_add (part, sheet_lines (other, pg_arena_printf (other->arena, "p%u", i), 0));
  sheet_add (other, part);
  sheet_set (other);
  assert_page (other, 0, "1@0 2@10 3@20 4@30 5@40 6@50 7@60 8@70");
  assert_page (other, 1, "9@0 10@10 11@20");
  assert_findings (other, "");
}

/* A long text that leads to a list stays with it, and may be broken. */
static void
test_lead (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  add_single (sheet, 3);
  PgBlock *lead = sheet_add (sheet, sheet_lines (sheet, "l", 9));
  lead->keep_with_next = lead->keeps_company = TRUE;
  sheet_add (sheet, sheet_lines (sheet, "i", 2));
  sheet_set (sheet);
  assert_page (sheet, 0, "1@0 2@10 3@20 l1@30 l2@40 l3@50 l4@60 l5@70 l6@80 l7@90");
  assert_page (sheet, 1, "l8@0 l9@10 i1@20 i2@30");
  assert_findings (sheet, "");
}

/* A thousand pages, each of which is as it should not be, take no more time than their number. */
static void
test_many_pages (void)
{
  g_autoptr (Sheet) sheet = plan_sheet ();
  for (guint i = 0; i < 1000; i++)
    {
      add_single (sheet, 5);
      for (guint k = 0; k < 4; k++)
        add_whole (sheet, "h", 2)->keep_with_next = TRUE;
      sheet_add (sheet, sheet_lines (sheet, "t", 2));
    }
  gint64 start = g_get_monotonic_time ();
  sheet_set (sheet);
  g_test_message ("%.1f s", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  assert_n_pages (sheet, 2000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/plan/earlier", test_earlier);
  g_test_add_func ("/layout/plan/several-pages", test_several_pages);
  g_test_add_func ("/layout/plan/overrun", test_overrun);
  g_test_add_func ("/layout/plan/tight", test_tight);
  g_test_add_func ("/layout/plan/roomy", test_roomy);
  g_test_add_func ("/layout/plan/tall", test_tall);
  g_test_add_func ("/layout/plan/company", test_company);
  g_test_add_func ("/layout/plan/far-more-white", test_far_more_white);
  g_test_add_func ("/layout/plan/stanza", test_stanza);
  g_test_add_func ("/layout/plan/heading-is-kept", test_heading_is_kept);
  g_test_add_func ("/layout/plan/head", test_head);
  g_test_add_func ("/layout/plan/title", test_title);
  g_test_add_func ("/layout/plan/opens", test_opens);
  g_test_add_func ("/layout/plan/lead", test_lead);
  g_test_add_func ("/layout/plan/many-pages", test_many_pages);
  return g_test_run ();
}
