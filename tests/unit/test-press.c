/* Enters: pages that are to be trimmed. Leaves: proof that what touches their edges bleeds, and nothing else; that the
   slug line stands outside. */
#include "sheet.h"

#include "base/units.h"

#define MM PG_POINTS_PER_MM

static PgBlock *
add_fill (Sheet *sheet, double x, double y, double width, double height)
{
  PgBlock *fill = sheet_block (sheet, PG_BLOCK_FILL);
  fill->width = width;
  fill->height = height;
  if (sheet->run->under == NULL)
    sheet->run->under = sheet_block (sheet, PG_BLOCK_PLACED);
  pg_placed_add (sheet->run->under, x, y, width, fill);
  return fill;
}

/* A slug line of one line of 10 points, "s 1/1", and a bleed of 9 points. */
static void
print (Sheet *sheet)
{
  PgPress *press = pg_arena_new0 (sheet->arena, PgPress);
  press->slug = sheet_lines (sheet, "s ", 0);
  pg_paragraph_add (sheet->arena, press->slug, NULL, "000", "en")->field = PG_FIELD_PAGE;
  pg_paragraph_add (sheet->arena, press->slug, NULL, "/", "en");
  pg_paragraph_add (sheet->arena, press->slug, NULL, "000", "en")->field = PG_FIELD_PAGES;
  press->slug->max_lines = 1;
  press->bleed = 9;
  sheet->run->press = press;
  sheet_add (sheet, sheet_lines (sheet, "a", 1));
  sheet_set (sheet);
}

static const PgItem *
item_at (const Sheet *sheet, guint index)
{
  const PgPage *page = g_ptr_array_index (sheet->pages->pages, 0);
  return &g_array_index (page->items, PgItem, index);
}

static void
assert_box (const PgItem *item, double x, double y, double width, double height)
{
  g_assert_cmpfloat_with_epsilon (item->x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (item->y, y, 1e-9);
  g_assert_cmpfloat_with_epsilon (item->width, width, 1e-9);
  g_assert_cmpfloat_with_epsilon (item->height, height, 1e-9);
}

static void
test_bleed (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  add_fill (sheet, 0, 0, 200, 100); /* all of the page */
  add_fill (sheet, 0, 40, 200, 5);  /* a band from edge to edge */
  add_fill (sheet, 150, 0, 50, 10); /* in a corner */
  add_fill (sheet, 1, 1, 198, 98);  /* touches nothing */
  add_fill (sheet, 0, 99.9996, 10, 0.0004);
  print (sheet);
  assert_box (item_at (sheet, 0), -9, -9, 218, 118);
  assert_box (item_at (sheet, 1), -9, 40, 218, 5);
  assert_box (item_at (sheet, 2), 150, -9, 59, 19);
  assert_box (item_at (sheet, 3), 1, 1, 198, 98);
  assert_box (item_at (sheet, 4), -9, 99.9996, 19, 9.0004);
}

static void
test_row_bands_bleed (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  PgBlock *row = sheet_row (sheet, sheet_lines (sheet, "b", 1));
  PgColour colour = { 1, 0, 0 };
  row->band = &colour;
  sheet->run->left = sheet->run->right = 20;
  sheet->run->top = 12;
  sheet_add (sheet, row);
  print (sheet);
  assert_box (item_at (sheet, 0), -9, 12, 218, 10);
}

static void
test_images_bleed (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  for (guint i = 0; i < 2; i++)
    {
      PgBlock *block = sheet_block (sheet, PG_BLOCK_IMAGE);
      block->image = pg_arena_new0 (sheet->arena, PgImage);
      *block->image = (PgImage){ .path = "a.svg", .width = 200, .height = 30, .crop = i == 0 };
      add_fill (sheet, 0, 50, 0, 0);
      pg_placed_add (sheet->run->under, 0, 0, 200, block);
    }
  print (sheet);
  /* One that fills its box shows more; one that fits into it would grow. */
  assert_box (item_at (sheet, 1), -9, -9, 218, 39);
  assert_box (item_at (sheet, 3), 0, 0, 200, 30);
}

static void
test_slug (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  sheet_add (sheet, sheet_lines (sheet, "b", 10));
  print (sheet);
  const PgSurround *around = &pg_pages_get (sheet->pages, 0)->surround;
  g_assert_cmpfloat_with_epsilon (around->bleed, 9, 1e-9);
  g_assert_cmpfloat_with_epsilon (around->marks_start, 9 + 1 * MM, 1e-9);
  g_assert_cmpfloat_with_epsilon (around->marks_end, 9 + 6 * MM, 1e-9);
  g_assert_cmpfloat_with_epsilon (around->beside, 9 + 7 * MM, 1e-9);
  g_assert_cmpfloat_with_epsilon (around->above, 9 + 8 * MM + 10, 1e-9);
  /* 100 + 9 + 7 mm = 128.84 */
  assert_page (sheet, 0, "b1@0 b2@10 b3@20 b4@30 b5@40 b6@50 b7@60 b8@70 b9@80 b10@90 ~s 1/2@128.84");
  assert_page (sheet, 1, "a1@0 ~s 2/2@128.84");
  assert_findings (sheet, "");
}

static void
test_pages_that_stay_whole (void)
{
  g_autoptr (Sheet) sheet = sheet_new (200, 100);
  add_fill (sheet, 0, 0, 200, 100);
  sheet_set (sheet);
  assert_box (item_at (sheet, 0), 0, 0, 200, 100);
  g_assert_cmpfloat (pg_pages_get (sheet->pages, 0)->surround.beside, ==, 0);
  g_assert_cmpfloat (pg_pages_get (sheet->pages, 0)->surround.above, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/press/bleed", test_bleed);
  g_test_add_func ("/press/row-bands-bleed", test_row_bands_bleed);
  g_test_add_func ("/press/images-bleed", test_images_bleed);
  g_test_add_func ("/press/slug", test_slug);
  g_test_add_func ("/press/pages-that-stay-whole", test_pages_that_stay_whole);
  return g_test_run ();
}
