/* Enters: small pages. Leaves: whether they look as they should, pixel by pixel where edges lie between pixels, and else
   with some play for other versions of the font and of who draws it. */
#include "paint/paint.h"
#include "paint/thin.h"
#include "picture.h"
#include "sheet.h"

#include <string.h>

static PgColour red = { 1, 0, 0 }, blue = { 0, 0, 1 };

static void
assert_picture (Sheet *sheet, double scale, guint most, const char *expected)
{
  sheet_set (sheet);
  g_autofree char *picture = picture_of (sheet->pages, 0, sheet->width, sheet->height, scale);
  picture_assert (picture, expected, most);
}

static void
assert_text (Sheet *sheet, const char *expected)
{
  sheet_set (sheet);
  g_autofree char *picture = picture_of_text (sheet->pages, sheet->width, sheet->height);
  picture_assert_alike (picture, expected);
}

static PgBlock *
fill (Sheet *sheet, double width, double height, PgColour colour)
{
  PgBlock *block = sheet_block (sheet, PG_BLOCK_FILL);
  block->width = width, block->height = height, block->colour = colour;
  return block;
}

static PgBlock *
image (Sheet *sheet, PgImage what)
{
  PgBlock *block = sheet_block (sheet, PG_BLOCK_IMAGE);
  PgImage *image = pg_arena_new0 (sheet->arena, PgImage);
  *image = what;
  block->image = image;
  return block;
}

/* A placed block over the whole of the sheet, on which things stand where they are put. */
static PgBlock *
canvas (Sheet *sheet)
{
  return sheet->run->over = sheet_block (sheet, PG_BLOCK_PLACED);
}

static void
test_fills (void)
{
  g_autoptr (Sheet) sheet = sheet_new (12, 6);
  PgBlock *all = canvas (sheet);
  pg_placed_add (all, 1, 1, 12, fill (sheet, 6, 3, red));
  pg_placed_add (all, 4, 2, 12, fill (sheet, 5, 3, blue)); /* what comes later covers */
  assert_picture (sheet, 1, 0,
                  "............\n"
                  ".RRRRRR.....\n"
                  ".RRRBBBBB...\n"
                  ".RRRBBBBB...\n"
                  "....BBBBB...\n"
                  "............\n");
}

/* A rule of a quarter of a point is not lost, and not more than one row of pixels. */
static void
test_thin_lines (void)
{
  g_autoptr (Sheet) sheet = sheet_new (6, 3);
  PgBlock *all = canvas (sheet);
  pg_placed_add (all, 1, 0.5, 12, fill (sheet, 4, 0.25, (PgColour){ 0, 0, 0 }));
  pg_placed_add (all, 1, 1.5, 12, fill (sheet, 4, 0.5, (PgColour){ 0, 0, 0 }));
  assert_picture (sheet, 2, 0,
                  "............\n"
                  "..++++++++..\n"
                  "............\n"
                  "..########..\n"
                  "............\n"
                  "............\n");
}

/* Into its box, at its upper left. */
static void
test_image_fits (void)
{
  g_autoptr (Sheet) sheet = sheet_new (10, 6);
  pg_placed_add (canvas (sheet), 1, 1, 9, image (sheet, (PgImage){ "two.svg", NULL, 8, 8, FALSE, NULL }));
  assert_picture (sheet, 1, 0,
                  "..........\n"
                  ".RRRRBBBB.\n"
                  ".RRRRBBBB.\n"
                  ".RRRRBBBB.\n"
                  ".RRRRBBBB.\n"
                  "..........\n");
}

/* Over its box, from the middle: of 16 x 8 points 4 are cut off on either side. */
static void
test_image_cropped (void)
{
  g_autoptr (Sheet) sheet = sheet_new (10, 10);
  pg_placed_add (canvas (sheet), 1, 1, 9, image (sheet, (PgImage){ "two.svg", NULL, 8, 8, TRUE, NULL }));
  assert_picture (sheet, 1, 0,
                  "..........\n"
                  ".RRRRBBBB.\n"
                  ".RRRRBBBB.\n"
                  ".RRRRBBBB.\n"
                  ".RRRRBBBB.\n"
                  ".RRRRBBBB.\n"
                  ".RRRRBBBB.\n"
                  ".RRRRBBBB.\n"
                  ".RRRRBBBB.\n"
                  "..........\n");
}

/* Of 12 x 12 points 4 are cut off above and below. */
static void
test_image_cropped_below (void)
{
  g_autoptr (Sheet) sheet = sheet_new (14, 6);
  pg_placed_add (canvas (sheet), 1, 1, 13, image (sheet, (PgImage){ "four.png", NULL, 12, 4, TRUE, NULL }));
  sheet_set (sheet);
  g_autofree char *picture = picture_of (sheet->pages, 0, 14, 6, 1);
  /* Not the row above, nor left of the box; edges that lie between pixels are looked at a little inside. */
  g_assert_cmpint (picture[0 * 15 + 3], ==, '.');
  g_assert_cmpint (picture[1 * 15 + 0], ==, '.');
  g_assert_cmpint (picture[1 * 15 + 3], ==, 'R');
  g_assert_cmpint (picture[1 * 15 + 10], ==, 'G');
  g_assert_cmpint (picture[4 * 15 + 3], ==, 'B');
  g_assert_cmpint (picture[4 * 15 + 10], ==, '.');
  g_assert_cmpint (picture[5 * 15 + 3], ==, '.');
}

/* Pixels as large as the page's show as they are, and through what is transparent what is behind them. */
static void
test_pixels (void)
{
  g_autoptr (Sheet) sheet = sheet_new (11, 6);
  PgBlock *all = canvas (sheet);
  pg_placed_add (all, 0, 3, 11, fill (sheet, 5, 3, (PgColour){ 1, 0, 1 }));
  pg_placed_add (all, 1, 1, 10, image (sheet, (PgImage){ "four.png", NULL, 4, 4, FALSE, NULL }));
  pg_placed_add (all, 6, 1, 5, image (sheet, (PgImage){ "four.png", NULL, 4, 4, FALSE, NULL }));
  assert_picture (sheet, 1, 0,
                  "...........\n"
                  ".RRGG.RRGG.\n"
                  ".RRGG.RRGG.\n"
                  "MBBMM.BB...\n"
                  "MBBMM.BB...\n"
                  "MMMMM......\n");
}

/* Its shape in one colour. */
static void
test_image_tinted (void)
{
  g_autoptr (Sheet) sheet = sheet_new (12, 6);
  PgBlock *all = canvas (sheet);
  PgColour cyan = { 0, 1, 1 };
  pg_placed_add (all, 1, 1, 11, image (sheet, (PgImage){ "four.png", NULL, 4, 4, FALSE, &cyan }));
  pg_placed_add (all, 6, 1, 6, image (sheet, (PgImage){ "two.svg", NULL, 4, 4, FALSE, &cyan }));
  assert_picture (sheet, 1, 0,
                  "............\n"
                  ".CCCC.CCCC..\n"
                  ".CCCC.CCCC..\n"
                  ".CC.........\n"
                  ".CC.........\n"
                  "............\n");
}

/* A JPEG loses something; its corners keep their colours. */
static void
assert_corners (const PgColour *tint)
{
  g_autoptr (Sheet) sheet = sheet_new (8, 8);
  pg_placed_add (canvas (sheet), 0, 0, 8, image (sheet, (PgImage){ "four.jpg", NULL, 8, 8, FALSE, tint }));
  sheet_set (sheet);
  g_autofree char *picture = picture_of (sheet->pages, 0, 8, 8, 1);
  const char corners[] = { picture[0], picture[7], picture[7 * 9], picture[7 * 9 + 7], '\0' };
  g_autofree char *colours = g_ascii_strup (corners, -1);
  g_assert_cmpstr (colours, ==, "RGBY");
}

static void
test_jpeg (void)
{
  assert_corners (NULL);
}

/* In one colour nothing would be left of a picture without transparent parts but its box. */
static void
test_opaque_tinted (void)
{
  const PgColour cyan = { 0, 1, 1 };
  assert_corners (&cyan);
}

/* A page that is mirrored has all at the other side; a picture is not turned, and stands at the right of its box. */
static void
test_mirrored (void)
{
  g_autoptr (Sheet) sheet = sheet_new (14, 4);
  PgBlock *all = canvas (sheet);
  sheet->manuscript->right_to_left = TRUE;
  pg_placed_add (all, 1, 1, 13, fill (sheet, 2, 2, red));
  pg_placed_add (all, 4, 1, 10, image (sheet, (PgImage){ "two.svg", NULL, 8, 2, FALSE, NULL }));
  assert_picture (sheet, 1, 0,
                  "..............\n"
                  "......RRBB.RR.\n"
                  "......RRBB.RR.\n"
                  "..............\n");
}

/* A box is seen as wide and as high as it says, what is in it is turned clockwise, its filled half with it. */
static void
assert_turned (guint turns, double width, double height, gboolean mirrored, const char *expected)
{
  g_autoptr (Sheet) sheet = sheet_new (8, 8);
  PgBlock *row = sheet_block (sheet, PG_BLOCK_ROW);
  pg_row_add (row, 0, 2, fill (sheet, 2, 2, (PgColour){ 0, 0, 0 }));
  pg_row_add (row, 2, 4, image (sheet, (PgImage){ .path = "two.svg", .alt = "two", .width = 4, .height = 2 }));
  PgBlock *box = pg_box_new (sheet->arena, row);
  box->box_width = width;
  box->box_height = height;
  box->turns = turns;
  sheet->manuscript->right_to_left = mirrored;
  pg_placed_add (canvas (sheet), 1, 1, width, box);
  assert_picture (sheet, 1, 0, expected);
}

static void
test_turned (void)
{
  assert_turned (0, 6, 2, FALSE, "........\n.##RRBB.\n.##RRBB.\n........\n........\n........\n........\n........\n");
  assert_turned (1, 2, 6, FALSE, "........\n.##.....\n.##.....\n.RR.....\n.RR.....\n.BB.....\n.BB.....\n........\n");
  assert_turned (2, 6, 2, FALSE, "........\n.BBRR##.\n.BBRR##.\n........\n........\n........\n........\n........\n");
  assert_turned (3, 2, 6, FALSE, "........\n.BB.....\n.BB.....\n.RR.....\n.RR.....\n.##.....\n.##.....\n........\n");
  /* On a page from right to left, whose items change sides: in the box, too, which is turned the other way. */
  assert_turned (3, 2, 6, TRUE, "........\n.....RR.\n.....RR.\n.....BB.\n.....BB.\n.....##.\n.....##.\n........\n");
}

/* Text stands on its baseline, in its runs' colours. 0.7 em above it: the height of capitals is 0.714. */
static void
test_text (void)
{
  g_autoptr (Sheet) sheet = sheet_new (34, 16);
  PgStyle *style = sheet_style (sheet), *other = sheet_style (sheet);
  style->size = 14, style->leading = 16, other->size = 14, other->bold = TRUE, other->colour = red;
  PgBlock *text = sheet_add (sheet, sheet_styled (sheet, style, "HI", 0));
  pg_paragraph_add (sheet->arena, text, other, "L", "en");
  assert_text (sheet, "..................................\n"
                      "..................................\n"
                      "..................................\n"
                      ".++....:+..++++.rrr...............\n"
                      ".%+....:#..:%+:.rRr...............\n"
                      ".%+....:#...%+..rRr...............\n"
                      ".%+....:#...%+..rRr...............\n"
                      ".%%+++++#...%+..rRr...............\n"
                      ".%%%%%%%#...%+..rRr...............\n"
                      ".%+....:#...%+..rRr...............\n"
                      ".%+....:#...%+..rRr...............\n"
                      ".%+....:#...%+..rRrrrrr...........\n"
                      ".%+....:#..+#%:.rRRRRRr...........\n"
                      ".::....:+..+++:.rrrrrrr...........\n"
                      "..................................\n"
                      "..................................\n");
}

/* What is raised and lowered is smaller, and its baseline higher and lower. */
static void
test_raised (void)
{
  g_autoptr (Sheet) sheet = sheet_new (30, 20);
  PgStyle *style = sheet_style (sheet);
  style->size = 16, style->leading = 20;
  PgBlock *text = sheet_add (sheet, sheet_styled (sheet, style, "I", 0));
  pg_paragraph_add (sheet->arena, text, NULL, "I", "en")->flags = PG_RUN_SUPERSCRIPT;
  pg_paragraph_add (sheet->arena, text, NULL, "I", "en")->flags = PG_RUN_SUBSCRIPT;
  assert_text (sheet, "..............................\n"
                      "..............................\n"
                      "..............................\n"
                      ".....:++:.....................\n"
                      ":::::.+%......................\n"
                      ":%##+.++......................\n"
                      "..#+..++......................\n"
                      "..#+..++......................\n"
                      "..#+..++......................\n"
                      "..#+..++......................\n"
                      "..#+.:%%:.....................\n"
                      "..#+.....+%%:.................\n"
                      "..#+......%:..................\n"
                      "..#+......%:..................\n"
                      "..#+......%:..................\n"
                      ":%#%+.....%:..................\n"
                      ":::::.....%:..................\n"
                      "..........%:..................\n"
                      ".........+%+:.................\n"
                      "..............................\n");
}

/* A box round text, its frame thinner than its padding. */
static void
test_box (void)
{
  g_autoptr (Sheet) sheet = sheet_new (26, 20);
  PgStyle *style = sheet_style (sheet);
  style->size = 10, style->leading = 16, style->box_line = 1, style->box_x = 3, style->box_y = 2;
  style->box_filled = TRUE, style->box_fill = (PgColour){ 1, 1, 0 }, style->colour = blue;
  pg_placed_add (canvas (sheet), 3, 2, 20, sheet_styled (sheet, style, "L", 0));
  assert_picture (sheet, 1, 10,
                  "..........................\n"
                  "..........................\n"
                  "..........................\n"
                  "..........................\n"
                  "...::::::::::::...........\n"
                  "...bbbbbbbbbbb:...........\n"
                  "...BYYYYYYYYYb:...........\n"
                  "...BYYYBYYYYYb:...........\n"
                  "...BYYYBYYYYYb:...........\n"
                  "...BYYYBYYYYYb:...........\n"
                  "...BYYYBYYYYYb:...........\n"
                  "...BYYYBYYYYYb:...........\n"
                  "...BYYYBYYYYYb:...........\n"
                  "...BYYYBbbbYYb:...........\n"
                  "...BYYYYYYYYYb:...........\n"
                  "...BBBBBBBBBBB:...........\n"
                  "..........................\n"
                  "..........................\n"
                  "..........................\n"
                  "..........................\n");
}

/* Letters that run from right to left, and a cluster of two glyphs. */
static void
test_right_to_left (void)
{
  g_autoptr (Sheet) sheet = sheet_new (40, 20);
  PgStyle *style = sheet_style (sheet);
  style->size = 14, style->leading = 20;
  PgBlock *text = sheet_add (sheet, sheet_styled (sheet, style, "\u05d5\u05dcI", 0));
  text->right_to_left = TRUE;
  text->runs[0].language = "he";
  assert_text (sheet, "........................................\n"
                      "........................................\n"
                      "........................................\n"
                      "........................................\n"
                      ".............................::.........\n"
                      "........................++++.#:.........\n"
                      "........................:%%:.#:.........\n"
                      ".........................+%..##%%%%:+%%.\n"
                      ".........................+%..::::+#.:+%.\n"
                      ".........................+%......%%..+%.\n"
                      ".........................+%......#:..+%.\n"
                      ".........................+%.....+#...+%.\n"
                      ".........................+%.....%%...+%.\n"
                      ".........................+%.....#:...+%.\n"
                      "........................:%%+...+#....+%.\n"
                      "........................:+++...::....:+.\n"
                      "........................................\n"
                      "........................................\n"
                      "........................................\n"
                      "........................................\n");
}

/* A character that no font has is drawn as a box, not left out. */
static void
test_unknown (void)
{
  g_autoptr (Sheet) sheet = sheet_new (20, 12);
  PgStyle *style = sheet_style (sheet);
  style->size = 10, style->leading = 12;
  sheet_add (sheet, sheet_styled (sheet, style, "\U000F1234", 0));
  sheet_set (sheet);
  g_autofree char *picture = picture_of (sheet->pages, 0, 20, 12, 1);
  g_assert_nonnull (strpbrk (picture, "#%+"));
}

static void
test_difference (void)
{
  g_assert_cmpuint (picture_difference ("ab\ncd\n", "ab\ncd\n"), ==, 0);
  g_assert_cmpuint (picture_difference ("ab\ncd\n", "xb\ncx\n"), ==, 2);
  g_assert_cmpuint (picture_difference ("ab\ncd\n", "ab\n"), ==, G_MAXUINT);
}

/* cairo's own failures are told. */
static void
test_failures (void)
{
  g_autoptr (GError) error = NULL;
  PgPictures *pictures = pg_pictures_new (NULL);
  PgPainter *painter = pg_painter_new (pictures);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 20, 12);
  cairo_t *cr = cairo_create (surface);
  PgPage page = { .items = g_array_new (FALSE, FALSE, sizeof (PgItem)) };
  PgItem item = { .kind = PG_ITEM_FILL, .x = 1, .y = 1, .width = 1, .height = 1 };
  g_array_append_val (page.items, item);
  cairo_restore (cr); /* one too many */
  g_assert_false (pg_painter_draw (painter, &page, cr, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
  g_assert_true (g_str_has_prefix (error->message, "drawing failed: "));
  g_array_unref (page.items);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  pg_painter_free (painter);
  pg_pictures_free (pictures);
}

/* Of a large font on the page, such as Korean's, there is a thin one with the glyphs that are shown, by numbers of its own. */
static void
test_thin_fonts (void)
{
  g_autoptr (Sheet) sheet = sheet_new (100, 20);
  PgBlock *text = sheet_add (sheet, sheet_lines (sheet, "a", 0));
  pg_paragraph_add (sheet->arena, text, NULL, "항구", "ko");
  sheet_set (sheet);
  PgThinFonts *thin = pg_thin_fonts_new (sheet->pages);
  const PgItem *item = &g_array_index (pg_pages_get (sheet->pages, 0)->items, PgItem, 0);
  const PgLine *line = &item->text.lines->lines[0];
  guint n_thin = 0;
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PangoGlyphItem *glyphs = line->runs[i].glyphs;
      const PgThinFont *font = pg_thin_fonts_get (thin, glyphs->item->analysis.font);
      n_thin += font != NULL;
      if (font == NULL)
        continue;
      g_assert_cmpint (cairo_scaled_font_status (font->font), ==, CAIRO_STATUS_SUCCESS);
      for (int k = 0; k < glyphs->glyphs->num_glyphs; k++)
        {
          hb_codepoint_t number = hb_map_get (font->numbers, glyphs->glyphs->glyphs[k].glyph);
          g_assert_cmpuint (number, >, 0);
          g_assert_cmpuint (number, <, 4);
        }
    }
  g_assert_cmpuint (n_thin, ==, 1);
  pg_thin_fonts_free (thin);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/difference", test_difference);
  g_test_add_func ("/paint/fills", test_fills);
  g_test_add_func ("/paint/thin-lines", test_thin_lines);
  g_test_add_func ("/paint/image/fits", test_image_fits);
  g_test_add_func ("/paint/image/cropped", test_image_cropped);
  g_test_add_func ("/paint/image/cropped-below", test_image_cropped_below);
  g_test_add_func ("/paint/image/pixels", test_pixels);
  g_test_add_func ("/paint/image/tinted", test_image_tinted);
  g_test_add_func ("/paint/image/opaque-tinted", test_opaque_tinted);
  g_test_add_func ("/paint/image/jpeg", test_jpeg);
  g_test_add_func ("/paint/mirrored", test_mirrored);
  g_test_add_func ("/paint/turned", test_turned);
  g_test_add_func ("/paint/text", test_text);
  g_test_add_func ("/paint/raised", test_raised);
  g_test_add_func ("/paint/box", test_box);
  g_test_add_func ("/paint/right-to-left", test_right_to_left);
  g_test_add_func ("/paint/unknown", test_unknown);
  g_test_add_func ("/paint/thin-fonts", test_thin_fonts);
  g_test_add_func ("/paint/failures", test_failures);
  return g_test_run ();
}
