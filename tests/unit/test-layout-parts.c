/* Enters: blocks of each kind, runs in boxes, running matter. Leaves: how wide they are by nature, which elements and
   places they belong to, and what is given up where they do not fit. All lines are 10 points high. */
#include "sheet.h"

#include <math.h>
#include <string.h>

static const PgItem *
item_at (const Sheet *sheet, guint page, guint index)
{
  return &g_array_index (pg_pages_get (sheet->pages, page)->items, PgItem, index);
}

/* Tries */

/* A choice of an address in a style, which is wider than the sheet, and of b. */
static void
expect_choice (const PgStyle *own, const char *wanted)
{
  g_autoptr (Sheet) sheet = sheet_new (30, 100);
  PgStyle *style = sheet_style (sheet);
  style->balance = own->balance;
  style->fit_most = style->fit_least = own->fit_most;
  style->fit_lines = own->fit_lines;
  PgBlock *choice = sheet_add (sheet, sheet_block (sheet, PG_BLOCK_CHOICE));
  pg_block_add (choice, sheet_styled (sheet, style, "www.example", 0));
  pg_block_add (choice, sheet_lines (sheet, "b", 1));
  sheet_set (sheet);
  const PgItem *item = item_at (sheet, 0, 0);
  g_autofree char *first = g_strndup (item->text.lines->text, 1);
  g_assert_cmpstr (first, ==, wanted);
}

/* Titles and what has a range of sizes must not be torn, and have no more lines than they may. */
static void
test_torn (void)
{
  expect_choice (&(PgStyle){ .fit_most = 0 }, "w");
  expect_choice (&(PgStyle){ .balance = TRUE }, "b");
  expect_choice (&(PgStyle){ .fit_most = 8 }, "b");
  expect_choice (&(PgStyle){ .fit_lines = 1 }, "b");
  expect_choice (&(PgStyle){ .fit_lines = 2 }, "w");
}

/* Names of so many lines, the later the fewer; made counts them. */
typedef struct
{
  Sheet *sheet;
  guint made;
} Fewer;

static PgBlock *
make_fewer (gconstpointer data, guint index)
{
  Fewer *fewer = (Fewer *) data;
  fewer->made++;
  return sheet_lines (fewer->sheet, "a", 4 - index);
}

/* Those of a choice that are made later are so until one fits, or all are, and the first at once. */
static void
expect_made (double height, guint made, const char *page)
{
  g_autoptr (Sheet) sheet = sheet_new (200, height);
  Fewer fewer = { sheet, 0 };
  const PgLater later = { 3, make_fewer, &fewer };
  PgBlock *choice = sheet_add (sheet, sheet_block (sheet, PG_BLOCK_CHOICE));
  choice->by = PG_CHOICE_SPACE;
  choice->later = &later;
  pg_block_add (choice, make_fewer (&fewer, 0));
  sheet_set (sheet);
  assert_page (sheet, 0, page);
  g_assert_cmpuint (fewer.made, ==, made);
}

static void
test_later (void)
{
  expect_made (45, 1, "a1@0 a2@10 a3@20 a4@30");
  expect_made (35, 2, "a1@0 a2@10 a3@20");
  expect_made (25, 3, "a1@0 a2@10");
  expect_made (15, 3, "a1@0");
}

/* What a box of a range holds, and how large it becomes: 30 points are a line of 24-point letters. */
static void
expect_size (const char *kind, double wanted)
{
  g_autoptr (Sheet) sheet = sheet_new (400, 400);
  PgStyle *style = sheet_style (sheet);
  style->fit_least = 8, style->fit_most = 40;
  PgBlock *child = sheet_styled (sheet, style, "a", 0), *holder = child;
  if (strcmp (kind, "stack") == 0)
    {
      holder = sheet_block (sheet, PG_BLOCK_STACK);
      pg_block_add (holder, sheet_lines (sheet, "b", 1));
      pg_block_add (holder, child);
    }
  else if (strcmp (kind, "row") == 0)
    {
      holder = sheet_block (sheet, PG_BLOCK_ROW);
      pg_row_add (holder, 0, 10, NULL);
      pg_row_add (holder, 10, 300, child);
    }
  else if (strcmp (kind, "run") == 0)
    {
      holder = sheet_lines (sheet, "a", 0);
      holder->runs[0].style = style;
    }
  else if (strcmp (kind, "box") == 0)
    holder = pg_box_new (sheet->arena, child);
  PgBlock *box = sheet_add (sheet, pg_box_new (sheet->arena, holder));
  box->box_height = 30;
  sheet_set (sheet);
  const GArray *items = pg_pages_get (sheet->pages, 0)->items;
  const PgItem *last = item_at (sheet, 0, items->len - 1);
  g_assert_cmpfloat_with_epsilon (last->text.lines->lines[0].runs[0].run->style->size, wanted, 0.26);
}

static void
test_range_within (void)
{
  expect_size ("paragraph", 24);
  expect_size ("stack", 16); /* 20 points are left below b */
  expect_size ("row", 24);
  expect_size ("run", 40); /* its paragraph has lines of 10 points */
  expect_size ("box", 40); /* the inner box has no height */
}

/* What has no range makes the others of its group no smaller, though it runs over its edge. */
static void
test_group_without_range (void)
{
  g_autoptr (Sheet) sheet = sheet_new (400, 400);
  PgStyle *style = sheet_style (sheet);
  style->fit_least = 8, style->fit_most = 16;
  PgBlock *stack = sheet_block (sheet, PG_BLOCK_STACK), *row = sheet_row (sheet, sheet_lines (sheet, "b", 3));
  pg_block_add (stack, sheet_lines (sheet, "a", 3));
  PgBlock *boxes[] = { pg_box_new (sheet->arena, sheet_styled (sheet, style, "x", 0)), pg_box_new (sheet->arena, stack),
                       pg_box_new (sheet->arena, row) };
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      boxes[i]->box_height = 25;
      boxes[i]->same_size = "doors";
      sheet_add (sheet, boxes[i]);
    }
  sheet_set (sheet);
  g_assert_cmpfloat (item_at (sheet, 0, 0)->text.lines->lines[0].runs[0].run->style->size, ==, 16);
}

/* Natural widths */

static PgBlock *
fill_of (Sheet *sheet, double width)
{
  PgBlock *fill = sheet_block (sheet, PG_BLOCK_FILL);
  fill->width = width;
  fill->height = 10;
  return fill;
}

static PgBlock *
fills_in (Sheet *sheet, PgBlockKind kind)
{
  PgBlock *block = sheet_block (sheet, kind);
  static const double widths[] = { 30, 50, 40 };
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      PgBlock *fill = fill_of (sheet, widths[i]);
      pg_block_add (block, kind == PG_BLOCK_TABLE ? sheet_row (sheet, fill) : fill);
    }
  return block;
}

/* Cells from 5, 20 and 60 on, of which the first is as wide as what it holds. */
static PgBlock *
row_of (Sheet *sheet, double first, double second, double third)
{
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW);
  pg_row_add (row, 5, 0, fill_of (sheet, first))->fit = PG_CELL_NATURAL;
  pg_row_add (row, 20, 0, fill_of (sheet, second));
  pg_row_add (row, 60, 0, third > 0 ? fill_of (sheet, third) : NULL);
  return row;
}

/* A box as wide as what it holds, and 8 points of white, stands at the right of a sheet of 200 points. */
static void
expect_natural (Sheet *sheet, PgBlock *child, double wanted)
{
  static const PgColour grey = { 0.5, 0.5, 0.5 };
  PgBlock *box = sheet_add (sheet, pg_box_new (sheet->arena, child));
  box->natural = TRUE;
  box->across = PG_PLACE_END;
  box->fill = &grey;
  box->padding = (PgPadding){ 3, 5, 0, 0 };
  sheet_set (sheet);
  g_assert_cmpfloat_with_epsilon (item_at (sheet, 0, 0)->x, 192 - wanted, 0.01);
  g_assert_cmpfloat_with_epsilon (item_at (sheet, 0, 0)->width, wanted + 8, 0.01);
  g_ptr_array_set_size (sheet->run->flow->children, 0);
  g_clear_pointer (&sheet->pages, pg_pages_free);
}

static void
test_natural (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  expect_natural (sheet, fill_of (sheet, 35), 35);
  expect_natural (sheet, fills_in (sheet, PG_BLOCK_STACK), 50);
  expect_natural (sheet, fills_in (sheet, PG_BLOCK_TABLE), 50);
  expect_natural (sheet, fills_in (sheet, PG_BLOCK_CHOICE), 30);
  PgBlock *choice = sheet_block (sheet, PG_BLOCK_CHOICE);
  pg_block_add (choice, fill_of (sheet, 15));
  expect_natural (sheet, choice, 15);
  expect_natural (sheet, sheet_block (sheet, PG_BLOCK_CHOICE), 0);
  expect_natural (sheet, row_of (sheet, 10, 70, 0), 90);
  expect_natural (sheet, row_of (sheet, 35, 70, 0), 110); /* 5 + 35 + 70 */
  expect_natural (sheet, row_of (sheet, 10, 20, 50), 110);
  expect_natural (sheet, row_of (sheet, 80, 3, 0), 88); /* 5 + 80 + 3 */
  PgBlock *image = sheet_block (sheet, PG_BLOCK_IMAGE);
  image->image = pg_arena_new0 (sheet->arena, PgImage);
  *image->image = (PgImage){ .path = "a.svg", .width = 45, .height = 45 };
  expect_natural (sheet, image, 45);
  PgBlock *inner = pg_box_new (sheet->arena, fill_of (sheet, 35));
  inner->padding = (PgPadding){ 2, 3, 0, 0 };
  expect_natural (sheet, inner, 40);
  PgBlock *least = pg_box_new (sheet->arena, fill_of (sheet, 35));
  least->box_width = 44;
  expect_natural (sheet, least, 44);
  PgBlock *placed = sheet_block (sheet, PG_BLOCK_PLACED);
  placed->extent = 10;
  expect_natural (sheet, placed, 0);
}

/* What has no width is as wide as its place. */
static void
test_fill_width (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  sheet->run->left = 20, sheet->run->right = 30;
  sheet_add (sheet, fill_of (sheet, 0));
  sheet_add (sheet, fill_of (sheet, 0.5));
  sheet_set (sheet);
  g_assert_cmpfloat (item_at (sheet, 0, 0)->x, ==, 20);
  g_assert_cmpfloat (item_at (sheet, 0, 0)->width, ==, 150);
  g_assert_cmpfloat (item_at (sheet, 0, 1)->width, ==, 0.5);
}

/* Columns */

/* An entry that is taller than any column is broken, and not put off for ever. */
static void
test_column_too_low (void)
{
  g_autoptr (Sheet) sheet = sheet_new (210, 25);
  PgBlock *columns = sheet_block (sheet, PG_BLOCK_COLUMNS);
  columns->n_columns = 2;
  columns->gutter = 10;
  PgBlock *entry = sheet_lines (sheet, "a", 6);
  entry->keep_together = TRUE;
  pg_block_add (columns, entry);
  sheet_add (sheet, columns);
  sheet_set (sheet);
  assert_page (sheet, 0, "a1@0 a2@10 a3@0,110 a4@10,110");
  assert_page (sheet, 1, "a5@0 a6@10");
  assert_findings (sheet, "event.xml:1:1: note: on page 1 an entry is broken over two pages, because what belongs "
                          "together is taller than a page [keep-relaxed]\n");
}

/* Running matter */

static PgBlock *
image_of (Sheet *sheet, double width)
{
  PgBlock *block = sheet_block (sheet, PG_BLOCK_IMAGE);
  block->image = pg_arena_new0 (sheet->arena, PgImage);
  *block->image = (PgImage){ .path = "a.svg", .width = width, .height = 5 };
  return block;
}

/* What stands in the upper half of the page belongs to its head, the rest to its foot; a rule to neither. */
static void
test_head_and_foot (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  static const PgArtifact wanted[] = { PG_ARTIFACT_HEADER, PG_ARTIFACT_FOOTER, PG_ARTIFACT_LAYOUT, PG_ARTIFACT_NONE };
  sheet->run->under = sheet_block (sheet, PG_BLOCK_PLACED);
  pg_placed_add (sheet->run->under, 0, 50, 200, image_of (sheet, 10));
  pg_placed_add (sheet->run->under, 0, 50.5, 200, image_of (sheet, 10));
  pg_placed_add (sheet->run->under, 0, 90, 200, fill_of (sheet, 10));
  sheet_add (sheet, sheet_lines (sheet, "a", 7));
  sheet_set (sheet);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpint (item_at (sheet, 0, i)->artifact, ==, wanted[i]);
  g_assert_cmpint (item_at (sheet, 0, 9)->artifact, ==, PG_ARTIFACT_NONE);
}

/* What follows is pushed by what stands above it, and by nothing else. */
static void
test_following (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  sheet->run->under = sheet_block (sheet, PG_BLOCK_PLACED);
  pg_placed_follow (sheet->run->under, 0, 0, 200, 0, sheet_lines (sheet, "a", 1));
  pg_placed_follow (sheet->run->under, 0, 0, 200, 4, sheet_lines (sheet, "b", 1));
  pg_placed_follow (sheet->run->under, 0, 30, 200, 4, sheet_lines (sheet, "c", 1));
  sheet_add (sheet, sheet_lines (sheet, "d", 1));
  sheet_set (sheet);
  assert_page (sheet, 0, "~a1@0 ~b1@14 ~c1@30 d1@0");
}

static void
note_fraction (double fraction, const char *stage, gpointer data)
{
  g_assert_cmpstr (stage, ==, "layout");
  g_string_append_printf (data, " %.3f", fraction);
}

/* Nine tenths are the pages: the entries of two runs of pages, and half of one of them; the rest is running matter. */
static void
test_progress (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 20);
  g_autoptr (GString) told = g_string_new (NULL);
  PgPageRun *second = sheet_add_run (sheet);
  PgBlock *stack = sheet_block (sheet, PG_BLOCK_STACK);
  for (guint i = 0; i < 4; i++)
    pg_block_add (i < 2 ? stack : sheet->run->flow, sheet_lines (sheet, "a", 2));
  pg_block_add (second->flow, stack);
  pg_block_add (second->flow, sheet_lines (sheet, "b", 2));
  PgProgress *progress = pg_progress_new (note_fraction, told, NULL);
  PgWatch watch = pg_watch_new (NULL, progress, "layout");
  sheet->pages = pg_layout (sheet->manuscript, sheet_fonts (), NULL, sheet->report, &watch, NULL);
  pg_progress_unref (progress);
  assert_n_pages (sheet, 5);
  g_assert_cmpstr (told->str, ==, " 0.225 0.562 0.675 0.900 0.920 0.940 0.960 0.980");
}

/* Numbers of pages in the figures of a language. */
static void
test_figures (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 10);
  for (guint i = 0; i < 11; i++)
    sheet_add (sheet, sheet_lines (sheet, "a", 0));
  PgBlock *folio = sheet_lines (sheet, "0", 0);
  folio->runs[0].field = PG_FIELD_PAGES;
  folio->runs[0].zero = 0x660;
  sheet->run->over = sheet_block (sheet, PG_BLOCK_PLACED);
  pg_placed_add (sheet->run->over, 0, 0, 200, folio);
  sheet_set (sheet);
  assert_page (sheet, 10, "a@0 ~\u0661\u0661@0");
}

/* Boxes of runs */

static void
test_run_box (void)
{
  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      g_autoptr (Sheet) sheet = sheet_new (200, 100);
      sheet->manuscript->right_to_left = mirrored == 1;
      PgStyle *style = sheet_style (sheet);
      style->box_line = 1, style->box_x = 2, style->box_y = 3;
      style->box_filled = TRUE;
      PgBlock *block = sheet_add (sheet, sheet_lines (sheet, "a ", 0));
      pg_paragraph_add (sheet->arena, block, style, "draft", "en");
      block->right_to_left = mirrored == 1;
      sheet_set (sheet);
      const PgGlyphRun *run = &item_at (sheet, 0, 5)->text.lines->lines[0].runs[1];
      /* 5 + 0.388 * 8 is the baseline; capitals are as high as pg_style_cap_height says, and 3 more on either side. */
      double cap = pg_style_cap_height (style), baseline = pg_style_baseline (style), x = run->x - 2;
      double width = run->width + 4, top = baseline - cap - 3, height = cap + 6;
      const double wanted[][4] = { { x, top, width, height },
                                   { x, top, width, 1 },
                                   { x, top + height - 1, width, 1 },
                                   { x, top + 1, 1, height - 2 },
                                   { x + width - 1, top + 1, 1, height - 2 } };
      for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
        {
          const PgItem *fill = item_at (sheet, 0, mirrored == 1 && i > 2 ? 7 - i : i);
          g_assert_cmpfloat_with_epsilon (fill->x, wanted[i][0], 0.01);
          g_assert_cmpfloat_with_epsilon (fill->y, wanted[i][1], 0.01);
          g_assert_cmpfloat_with_epsilon (fill->width, wanted[i][2], 0.01);
          g_assert_cmpfloat_with_epsilon (fill->height, wanted[i][3], 0.01);
        }
    }
}

/* A fill without a line, and no box where neither is. */
static void
test_run_box_kinds (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgStyle *filled = sheet_style (sheet), *lined = sheet_style (sheet), *plain = sheet_style (sheet);
  filled->box_filled = TRUE;
  lined->box_line = 0.5;
  plain->box_x = 2;
  const PgStyle *styles[] = { filled, lined, plain };
  static const guint counts[] = { 1, 4, 0 };
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      PgBlock *block = sheet_add (sheet, sheet_lines (sheet, "a ", 0));
      pg_paragraph_add (sheet->arena, block, styles[i], "draft", "en");
    }
  sheet_set (sheet);
  guint at = 0;
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      for (guint k = 0; k < counts[i]; k++)
        g_assert_cmpint (item_at (sheet, 0, at++)->kind, ==, PG_ITEM_FILL);
      g_assert_cmpint (item_at (sheet, 0, at++)->kind, ==, PG_ITEM_TEXT);
    }
}

/* Giving up */

/* b is to stand by a, and both are higher than the page: only that is given up. */
static void
test_relax_previous (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 25);
  sheet_add (sheet, sheet_lines (sheet, "a", 2));
  sheet_add (sheet, sheet_lines (sheet, "b", 1))->keep_with_previous = TRUE;
  sheet_set (sheet);
  assert_page (sheet, 0, "a1@0 a2@10");
  assert_page (sheet, 1, "b1@0");
  assert_findings (sheet, "event.xml:1:1: note: on page 1 a heading or label is parted from what follows it, because "
                          "what belongs together is taller than a page [keep-relaxed]\n");
}

static PgBlock *
at_line (PgBlock *block, guint line)
{
  block->place.line = line;
  return block;
}

/* Findings name what stands first on the page: within a box, a stack, the first cell that goes on. */
static void
expect_first (Sheet *sheet, PgBlock *block, guint page, const char *wanted)
{
  sheet_add (sheet, block)->keep_together = TRUE;
  sheet_set (sheet);
  g_autofree char *found = sheet_findings (sheet);
  g_auto (GStrv) lines = g_strsplit (found, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, page);
  g_autofree char *start = g_strndup (lines[page], strlen (wanted));
  g_assert_cmpstr (start, ==, wanted);
}

static void
test_first_place (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 25);
  expect_first (sheet, at_line (sheet_lines (sheet, "a", 4), 7), 0, "event.xml:7:1: note: on page 1 an entry");
  g_autoptr (Sheet) stacked = sheet_new (200, 25);
  PgBlock *stack = at_line (sheet_block (stacked, PG_BLOCK_STACK), 3);
  pg_block_add (stack, at_line (sheet_lines (stacked, "a", 2), 4));
  pg_block_add (stack, at_line (sheet_lines (stacked, "b", 2), 5));
  pg_block_add (stack, at_line (sheet_lines (stacked, "c", 2), 6));
  expect_first (stacked, stack, 1, "event.xml:5:1: note: on page 2 an entry");
  g_autoptr (Sheet) boxed = sheet_new (200, 25);
  PgBlock *box = at_line (pg_box_new (boxed->arena, at_line (sheet_lines (boxed, "a", 4), 8)), 3);
  expect_first (boxed, box, 0, "event.xml:8:1: warning: this does not fit on an empty page");
}

static void
test_first_place_of_rows (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 25);
  PgBlock *row = at_line (sheet_block (sheet, PG_BLOCK_ROW), 3);
  pg_row_add (row, 0, 50, NULL);
  pg_row_add (row, 0, 50, at_line (sheet_lines (sheet, "a", 1), 4));
  pg_row_add (row, 50, 50, at_line (sheet_lines (sheet, "b", 5), 5));
  pg_row_add (row, 100, 50, at_line (sheet_lines (sheet, "c", 4), 6));
  expect_first (sheet, row, 1, "event.xml:5:1: note: on page 2 a");
  g_autofree char *found = sheet_findings (sheet);
  g_assert_true (g_str_has_prefix (found, "event.xml:6:1: note: on page 1 a"));
}

/* Elements */

/* What goes on belongs to the element that it began in, and so do the cells of its row, of which a pair makes two. */
static void
test_elements (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 20);
  PgBlock *table = sheet_add (sheet, sheet_block (sheet, PG_BLOCK_TABLE)), *row = sheet_block (sheet, PG_BLOCK_ROW);
  row->role = PG_ROLE_TR;
  pg_row_add (row, 0, 50, sheet_lines (sheet, "a", 4));
  pg_row_add (row, 50, 50, NULL);
  pg_row_add (row, 100, 50, sheet_lines (sheet, "b", 4))->is_pair = TRUE;
  pg_block_add (table, row);
  table->head = sheet_block (sheet, PG_BLOCK_ROW);
  table->head->role = PG_ROLE_TR;
  sheet_set (sheet);
  const PgElement *a = item_at (sheet, 0, 0)->element, *b = item_at (sheet, 0, 2)->element;
  g_assert_true (item_at (sheet, 1, 0)->element == a);
  g_assert_true (item_at (sheet, 1, 2)->element == b);
  g_assert_cmpint (a->role, ==, PG_ROLE_P);
  g_assert_cmpstr (a->language, ==, "en");
  g_assert_cmpint (a->parent->role, ==, PG_ROLE_TD);
  const PgElement *tr = a->parent->parent, *body = tr->parent;
  g_assert_true (b->parent->parent == tr);
  g_assert_cmpint (tr->role, ==, PG_ROLE_TR);
  g_assert_cmpuint (tr->n_cells, ==, 4);
  g_assert_true (tr->cells[0] == a->parent);
  g_assert_true (tr->cells[2] == b->parent);
  g_assert_cmpint (body->role, ==, PG_ROLE_TBODY);
  g_assert_cmpint (body->parent->role, ==, PG_ROLE_TABLE);
  g_assert_null (body->parent->parent);
  g_assert_cmpint (body->parent->head->role, ==, PG_ROLE_TR);
  g_assert_cmpuint (body->parent->head->n_cells, ==, 0);
}

static const PgElement *
element_of (const Sheet *sheet, guint item, guint run)
{
  const PgRunElements *runs = item_at (sheet, 0, item)->text.runs;
  return runs != NULL ? runs->elements[run] : NULL;
}

/* Runs alike share one element; what is in the paragraph's own language and leads nowhere has none. */
/* What stands in two runs of pages is said twice, each time below what is around it there. */
static void
test_shared (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 20);
  PgBlock *shared = sheet_block (sheet, PG_BLOCK_STACK);
  shared->role = PG_ROLE_SECT;
  shared->shared = TRUE;
  pg_block_add (shared, sheet_lines (sheet, "a", 3));
  PgPageRun *runs[] = { sheet->run, sheet_add_run (sheet) };
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      runs[i]->flow->role = PG_ROLE_SECT;
      pg_block_add (runs[i]->flow, shared);
    }
  sheet_set (sheet);
  assert_n_pages (sheet, 4);
  const PgElement *first = item_at (sheet, 0, 0)->element, *other = item_at (sheet, 2, 0)->element;
  g_assert_true (item_at (sheet, 1, 0)->element == first);
  g_assert_true (item_at (sheet, 3, 0)->element == other);
  g_assert_true (first != other && first->parent != other->parent && first->parent->parent != other->parent->parent);
  g_assert_true (item_at (sheet, 0, 0)->text.lines == item_at (sheet, 2, 0)->text.lines);
}

static void
test_run_elements (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 200);
  static const PgRole wanted[] = { PG_ROLE_LINK, PG_ROLE_LINK, PG_ROLE_NONE, PG_ROLE_SPAN, PG_ROLE_NOTE, PG_ROLE_SPAN };
  PgBlock *block = sheet_add (sheet, sheet_lines (sheet, "a", 0));
  const char *address = "https://a.example/";
  pg_paragraph_add (sheet->arena, block, NULL, "b", "en")->href = address;
  pg_paragraph_add (sheet->arena, block, NULL, "c", "en")->href = address;
  pg_paragraph_add (sheet->arena, block, NULL, "d", "en");
  pg_paragraph_add (sheet->arena, block, NULL, "e", "fr");
  pg_paragraph_add (sheet->arena, block, NULL, "f", "en")->flags = PG_RUN_NOTE;
  pg_paragraph_add (sheet->arena, block, NULL, "g", "en")->anchor = "nowhere";
  sheet_add (sheet, sheet_lines (sheet, "h", 1));
  sheet_set (sheet);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const PgElement *element = element_of (sheet, 0, i + 1);
      g_assert_cmpint (element != NULL ? element->role : PG_ROLE_NONE, ==, wanted[i]);
    }
  g_assert_null (element_of (sheet, 0, 0));
  g_assert_true (element_of (sheet, 0, 1) == element_of (sheet, 0, 2));
  g_assert_cmpstr (element_of (sheet, 0, 1)->href, ==, address);
  g_assert_cmpstr (element_of (sheet, 0, 4)->language, ==, "fr");
  g_assert_null (item_at (sheet, 0, 1)->text.runs);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/parts/torn", test_torn);
  g_test_add_func ("/layout/parts/later", test_later);
  g_test_add_func ("/layout/parts/range-within", test_range_within);
  g_test_add_func ("/layout/parts/group-without-range", test_group_without_range);
  g_test_add_func ("/layout/parts/natural", test_natural);
  g_test_add_func ("/layout/parts/fill-width", test_fill_width);
  g_test_add_func ("/layout/parts/column-too-low", test_column_too_low);
  g_test_add_func ("/layout/parts/head-and-foot", test_head_and_foot);
  g_test_add_func ("/layout/parts/following", test_following);
  g_test_add_func ("/layout/parts/progress", test_progress);
  g_test_add_func ("/layout/parts/figures", test_figures);
  g_test_add_func ("/layout/parts/run-box", test_run_box);
  g_test_add_func ("/layout/parts/run-box-kinds", test_run_box_kinds);
  g_test_add_func ("/layout/parts/relax-previous", test_relax_previous);
  g_test_add_func ("/layout/parts/first-place", test_first_place);
  g_test_add_func ("/layout/parts/first-place-of-rows", test_first_place_of_rows);
  g_test_add_func ("/layout/parts/elements", test_elements);
  g_test_add_func ("/layout/parts/shared", test_shared);
  g_test_add_func ("/layout/parts/run-elements", test_run_elements);
  return g_test_run ();
}
