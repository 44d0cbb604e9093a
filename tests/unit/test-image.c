/* Enters: pictures in many formats, whole, cut, huge. Leaves: whether each is decoded, or refused in the right
   words. */
#include "base/limits.h"
#include "image/decode.h"
#include "image/fault.h"
#include "image/picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#define WIDTH 32
#define HEIGHT 16

/* Quadrants: red, green, blue, white, from the upper left in the order of reading; and the yellow of inks. */
static const guint8 colours[5][3] = { { 255, 0, 0 }, { 0, 255, 0 }, { 0, 0, 255 }, { 255, 255, 255 }, { 255, 237, 0 } };

static GdkPixbuf *
quadrants (void)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      memcpy (gdk_pixbuf_get_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + 3 * x,
              colours[2 * (y >= HEIGHT / 2) + (x >= WIDTH / 2)], 3);
  return pixbuf;
}

static GBytes *
save (const char *format)
{
  g_autoptr (GdkPixbuf) pixbuf = quadrants ();
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, format, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* rows: channels bytes a pixel. prepare may set more of what is to be written. */
static GBytes *
save_jpeg (const guint8 *rows, guint channels, void (*prepare) (struct jpeg_compress_struct *info))
{
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr errors;
  guint8 *data = NULL;
  unsigned long size = 0;
  info.err = jpeg_std_error (&errors);
  jpeg_create_compress (&info);
  jpeg_mem_dest (&info, &data, &size);
  info.image_width = WIDTH;
  info.image_height = HEIGHT;
  info.input_components = (int) channels;
  info.in_color_space = channels == 4 ? JCS_CMYK : JCS_RGB;
  jpeg_set_defaults (&info);
  prepare (&info);
  jpeg_start_compress (&info, TRUE);
  for (guint y = 0; y < HEIGHT; y++)
    {
      JSAMPROW row = (JSAMPROW) rows + y * channels * WIDTH;
      jpeg_write_scanlines (&info, &row, 1);
    }
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  GBytes *bytes = g_bytes_new (data, size);
  free (data);
  return bytes;
}

static void
be_progressive (struct jpeg_compress_struct *info)
{
  jpeg_simple_progression (info);
}

static GBytes *
save_progressive (void)
{
  g_autoptr (GdkPixbuf) pixbuf = quadrants ();
  g_assert_cmpint (gdk_pixbuf_get_rowstride (pixbuf), ==, 3 * WIDTH);
  return save_jpeg (gdk_pixbuf_get_pixels (pixbuf), 3, be_progressive);
}

/* A JPEG with the orientation in its Exif data. */
static GBytes *
save_turned (guint turn)
{
  guint8 exif[] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M',           0, '*', 0, 0, 0, 8,
                    0,    1,    1, 18, 0,   3,   0,   0,   0, 1, 0,   (guint8) turn, 0, 0,   0, 0, 0, 0 };
  g_autoptr (GBytes) plain = save ("jpeg");
  gsize size;
  const guint8 *data = g_bytes_get_data (plain, &size);
  GByteArray *bytes = g_byte_array_new ();
  g_byte_array_append (bytes, data, 2);
  g_byte_array_append (bytes, exif, sizeof exif);
  g_byte_array_append (bytes, data + 2, (guint) size - 2);
  return g_byte_array_free_to_bytes (bytes);
}

/* A corner of the picture as it is drawn: the number of its colour. */
static guint
corner (PgPicture *picture, gboolean right, gboolean low)
{
  int width = (int) pg_picture_width (picture), height = (int) pg_picture_height (picture);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;
  g_assert_true (pg_picture_draw (picture, cr, width, height, &error));
  g_assert_no_error (error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  const guint8 *row
      = cairo_image_surface_get_data (surface) + (low ? height - 3 : 2) * cairo_image_surface_get_stride (surface);
  guint32 pixel = ((const guint32 *) (gconstpointer) row)[right ? width - 3 : 2];
  cairo_surface_destroy (surface);
  guint nearest = G_N_ELEMENTS (colours);
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (ABS ((int) (pixel >> 16 & 255) - colours[i][0]) < 40 && ABS ((int) (pixel >> 8 & 255) - colours[i][1]) < 40
        && ABS ((int) (pixel & 255) - colours[i][2]) < 40)
      nearest = i;
  return nearest;
}

/* Its corners from the upper left in the order of reading, as numbers of colours: "0123" if it is not turned. */
static char *
corners (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PgPicture) picture = pg_picture_new (bytes, &error);
  g_assert_no_error (error);
  return g_strdup_printf ("%u%u%u%u", corner (picture, FALSE, FALSE), corner (picture, TRUE, FALSE),
                          corner (picture, FALSE, TRUE), corner (picture, TRUE, TRUE));
}

static void
assert_corners (GBytes *bytes, const char *expected)
{
  g_autofree char *found = corners (bytes);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_fault (const void *data, gsize size, PgImageFault code, const char *message)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  PgPicture *picture = pg_picture_new (bytes, &error);
  g_assert_null (picture);
  g_assert_error (error, PG_IMAGE_FAULT, (int) code);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_whole (void)
{
  static const char *const formats[] = { "png", "jpeg", "bmp", "tiff" };
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = save (formats[i]);
      assert_corners (bytes, "0123");
    }
  g_autoptr (GBytes) progressive = save_progressive ();
  assert_corners (progressive, "0123");
}

/* What is cut anywhere is damaged, also within the two bytes of a JPEG's end. */
static void
assert_cut (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  for (gsize left = 12; left < size; left += left + 20 < size ? 7 : 1)
    assert_fault (data, left, PG_IMAGE_DAMAGED, NULL);
  assert_fault (data, size - 1, PG_IMAGE_DAMAGED,
                "is damaged: it ends before the picture does: export or copy it again");
}

static void
test_cut (void)
{
  g_autoptr (GBytes) png = save ("png"), jpeg = save ("jpeg"), progressive = save_progressive ();
  assert_cut (png);
  assert_cut (jpeg);
  assert_cut (progressive);
  assert_fault ("", 0, PG_IMAGE_DAMAGED, "is damaged: the file is empty: export or copy it again");
}

static void
be_adobes (struct jpeg_compress_struct *info)
{
  info->write_Adobe_marker = TRUE;
}

static void
be_no_ones (struct jpeg_compress_struct *info)
{
  info->write_Adobe_marker = FALSE;
}

/* Yellow: Adobe's programs write what is left of the paper, others the ink. */
static void
test_inks (void)
{
  for (guint is_adobe = 0; is_adobe < 2; is_adobe++)
    {
      guint8 rows[4 * WIDTH * HEIGHT];
      for (guint i = 0; i < sizeof rows; i++)
        rows[i] = (i % 4 == 2) != is_adobe ? 255 : 0;
      g_autoptr (GBytes) bytes = save_jpeg (rows, 4, is_adobe ? be_adobes : be_no_ones);
      assert_corners (bytes, "4444");
    }
}

/* Components one by one, each in a scan of its own. */
static void
be_in_parts (struct jpeg_compress_struct *info)
{
  static const jpeg_scan_info scans[]
      = { { 1, { 0 }, 0, 63, 0, 0 }, { 1, { 1 }, 0, 63, 0, 0 }, { 1, { 2 }, 0, 63, 0, 0 } };
  info->scan_info = scans;
  info->num_scans = G_N_ELEMENTS (scans);
}

/* The last scan again and again, which is little to write and much to do. */
static void
test_scans (void)
{
  g_autoptr (GdkPixbuf) pixbuf = quadrants ();
  g_autoptr (GBytes) whole = save_jpeg (gdk_pixbuf_get_pixels (pixbuf), 3, be_in_parts);
  assert_corners (whole, "0123");
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size), *scan = data;
  for (const guint8 *at = data; at + 1 < data + size; at++)
    if (at[0] == 0xff && at[1] == 0xda)
      scan = at;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_byte_array_append (bytes, data, (guint) size - 2);
  for (guint i = 0; i < PG_MAX_JPEG_SCANS; i++)
    g_byte_array_append (bytes, scan, (guint) (data + size - 2 - scan));
  g_byte_array_append (bytes, data + size - 2, 2);
  assert_fault (bytes->data, bytes->len, PG_IMAGE_DAMAGED,
                "is damaged: it has more scans than 64: export or copy it again");
}

/* An end that comes early, as marked: libjpeg would paint the rest grey. */
static void
test_early_end (void)
{
  g_autoptr (GBytes) bytes = save ("jpeg");
  gsize size;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size = g_bytes_get_size (bytes));
  memcpy (data + size - 30, "\xff\xd9", 2);
  assert_fault (data, size - 28, PG_IMAGE_DAMAGED, NULL);
}

static void
test_changed (void)
{
  g_autoptr (GBytes) png = save ("png");
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  g_autofree guint8 *changed = g_memdup2 (data, size);
  guint8 *pixels = memmem (changed, size, "IDAT", 4);
  g_assert_nonnull (pixels);
  pixels[20] ^= 0x55;
  assert_fault (changed, size, PG_IMAGE_DAMAGED, NULL);
}

static void
test_turned (void)
{
  /* Exif's orientations, each with where the pixels' first row and column are */
  static const char *const expected[] = { "0123", "1032", "3210", "2301", "0213", "2031", "3120", "1302" };
  for (guint turn = 1; turn <= 8; turn++)
    {
      g_autoptr (GBytes) bytes = save_turned (turn);
      g_autoptr (PgPicture) picture = pg_picture_new (bytes, NULL);
      assert_corners (bytes, expected[turn - 1]);
      g_assert_cmpfloat (pg_picture_width (picture), ==, turn >= 5 ? HEIGHT : WIDTH);
    }
}

static guint32
first_pixel (PgPicture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);
  g_assert_true (pg_picture_draw (picture, cr, 1, 1, NULL));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  guint32 pixel = *(const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface) & 0xffffff;
  cairo_surface_destroy (surface);
  return pixel;
}

/* Fewer pixels are means of those that were, and the size stays. */
static void
test_shrunk (void)
{
  g_autoptr (GBytes) bytes = save ("png");
  g_autoptr (PgPicture) four = pg_picture_new (bytes, NULL), one = pg_picture_new (bytes, NULL),
                        odd = pg_picture_new (bytes, NULL);
  g_assert_true (pg_picture_shrink (four, 2, 2));
  g_assert_cmpuint (pg_picture_pixels (four), ==, 4);
  g_assert_cmpfloat (pg_picture_width (four), ==, WIDTH);
  g_assert_true (pg_picture_shrink (one, 1, 1));
  g_assert_cmphex (first_pixel (one), ==, 0x808080); /* half of each: red, green, blue, white */
  for (int n = HEIGHT; n > 0; n -= 3)                /* 16, 13 ... 1 */
    g_assert_true (pg_picture_shrink (odd, (guint) (2 * n - 1), (guint) n));
  g_assert_cmphex (first_pixel (odd) >> 16, >=, 0x7c); /* give or take what is rounded each time */
  g_assert_cmphex (first_pixel (odd) >> 16, <=, 0x84);
}

/* Only what lets something behind it be seen has a shape: not a picture that could have, as many programs save them. */
static void
test_opaque (void)
{
  static const struct
  {
    guint32 colour;
    gboolean has_alpha, is_opaque;
  } cases[] = { { 0xffffffff, FALSE, TRUE }, { 0xffffffff, TRUE, TRUE }, { 0xfffffffe, TRUE, FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, cases[i].has_alpha, 8, 3, 2);
      char *data;
      gsize size;
      gdk_pixbuf_fill (pixbuf, cases[i].colour);
      g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, NULL));
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
      g_autoptr (PgPicture) picture = pg_picture_new (bytes, NULL);
      g_assert_cmpint (pg_picture_facts (picture).is_opaque, ==, cases[i].is_opaque);
    }
}

/* Half transparent: cairo has alpha multiplied in. */
static void
test_alpha (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 1, 1);
  gdk_pixbuf_fill (pixbuf, 0xff008080);
  char *data;
  gsize size;
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, NULL));
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
  g_autoptr (PgPicture) picture = pg_picture_new (bytes, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  g_assert_true (pg_picture_draw (picture, cr, 1, 1, NULL));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmphex (*(guint32 *) (gpointer) cairo_image_surface_get_data (surface), ==, 0x80800040);
  cairo_surface_destroy (surface);
}

/* Headers */

/* A PNG's signature and header, and nothing after it. */
static void
assert_png_header (guint32 width, guint32 height, PgImageFault code, const char *message)
{
  guint8 header[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\x08\x02\0\0\0\0\0\0\0\0\0\0\0IDAT";
  guint32 sizes[] = { GUINT32_TO_BE (width), GUINT32_TO_BE (height) };
  memcpy (header + 16, sizes, sizeof sizes);
  guint32 crc = 0xffffffff;
  for (guint i = 12; i < 29; i++)
    {
      crc ^= header[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  crc = GUINT32_TO_BE (~crc);
  memcpy (header + 29, &crc, sizeof crc);
  assert_fault (header, sizeof header - 1, code, message);
}

/* What would take gigabytes is refused before a pixel is decoded. */
static void
test_huge (void)
{
  g_test_timer_start ();
  assert_png_header (50000, 50000, PG_IMAGE_TOO_LARGE,
                     "has 50000 x 50000 pixels, and at most 32767 may be on a side: make it smaller");
  assert_png_header (10001, 10000, PG_IMAGE_TOO_LARGE, NULL);
  assert_png_header (32768, 1, PG_IMAGE_TOO_LARGE, NULL);
  assert_png_header (0x7fffffff, 0x7fffffff, PG_IMAGE_TOO_LARGE, NULL);
  assert_png_header (10000, 100, PG_IMAGE_DAMAGED, NULL); /* which is read on, and ends */
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 1);

  g_autoptr (GBytes) jpeg = save ("jpeg");
  gsize size;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg));
  size = g_bytes_get_size (jpeg);
  guint8 *frame = memmem (data, size, "\xff\xc0", 2);
  memcpy (frame + 5, "\xff\0\xff\0", 4); /* 65280 x 65280 */
  assert_fault (data, size, PG_IMAGE_TOO_LARGE,
                "has 65280 x 65280 pixels, and at most 32767 may be on a side: make it smaller");
}

static void
be_progressive_in_all_pixels (struct jpeg_compress_struct *info)
{
  info->comp_info[0].h_samp_factor = info->comp_info[0].v_samp_factor = 1;
  jpeg_simple_progression (info);
}

static void
assert_same_within (GBytes *bytes, double pixels)
{
  PgLimits limits = pg_standard_limits;
  g_autoptr (GError) error = NULL;
  limits.pixels = pixels;
  g_autoptr (PgPicture) usual = pg_picture_new (bytes, NULL),
                        flat = pg_picture_new_within (bytes, &limits, NULL, &error);
  g_assert_no_error (error);
  cairo_surface_t *a = usual->surface, *b = flat->surface;
  gsize size = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);
  g_assert_true (memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0);
}

/* A progressive JPEG is no more than the one that it would be otherwise where that would take too much: it is the same
   picture, of RGB and of inks, written by Adobe's programs or not. */
static void
test_flattened (void)
{
  guint8 inks[4 * WIDTH * HEIGHT];
  for (guint i = 0; i < sizeof inks; i++)
    inks[i] = (guint8) (i * 7);
  g_autoptr (GBytes) progressive = save_progressive (), all = save_jpeg (inks, 3, be_progressive_in_all_pixels),
                     of_inks = save_jpeg (inks, 4, be_progressive);
  assert_same_within (progressive, WIDTH * HEIGHT);
  assert_same_within (all, 1.2 * WIDTH * HEIGHT); /* three numbers a pixel: 6 bytes of 5 */
  assert_same_within (of_inks, 1.6 * WIDTH * HEIGHT);
  gsize size;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (of_inks, NULL), size = g_bytes_get_size (of_inks));
  guint8 *adobe = memmem (data, size, "Adobe", 5);
  memcpy (adobe, "Other", 5);
  g_autoptr (GBytes) of_others = g_bytes_new (data, size);
  assert_same_within (of_others, 1.6 * WIDTH * HEIGHT);
}

/* What takes more memory for a pixel may have fewer of them. */
static void
test_hungry (void)
{
  g_autoptr (GdkPixbuf) pixbuf = quadrants ();
  g_autoptr (GBytes) progressive = save_jpeg (gdk_pixbuf_get_pixels (pixbuf), 3, be_progressive_in_all_pixels);
  g_autoptr (GBytes) baseline = save ("jpeg"), bmp = save ("bmp");
  GBytes *const jpegs[] = { progressive, baseline };
  for (guint i = 0; i < 2; i++)
    {
      gsize size = g_bytes_get_size (jpegs[i]);
      g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (jpegs[i], NULL), size);
      guint8 *frame = memmem (data, size, i == 0 ? "\xff\xc2" : "\xff\xc0", 2);
      memcpy (frame + 5, "\x2c\0\x20\0", 4);
      if (i == 0) /* three numbers of two bytes */
        assert_fault (data, size, PG_IMAGE_TOO_LARGE,
                      "has 8192 x 11264 pixels, and at most 83 million may be in this format: make it smaller, or save "
                      "it as a JPEG that is not progressive; --limits-pixels=111 allows it");
      else
        assert_fault (data, size, PG_IMAGE_DAMAGED, NULL); /* it is read on, and ends */
    }
  gsize size = g_bytes_get_size (bmp);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bmp, NULL), size);
  memcpy (data + 18, "\0\x20\0\0\0\x24\0\0", 8);
  assert_fault (data, size, PG_IMAGE_TOO_LARGE,
                "has 8192 x 9216 pixels, and at most 55 million may be in this format: make it smaller, or save it as "
                "PNG; --limits-pixels=136 allows it");
}

/* By gdk-pixbuf: what its loaders tell, and sizes, before they decode. */
static void
test_others (void)
{
  static const guint8 gif[] = "GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;";
  guint8 huge[sizeof gif];
  g_autoptr (GBytes) whole = g_bytes_new_static (gif, sizeof gif - 1);
  g_autoptr (PgPicture) picture = pg_picture_new (whole, NULL);
  g_assert_nonnull (picture);
  g_assert_cmpuint (pg_picture_pixels (picture), ==, 1);
  memcpy (huge, gif, sizeof gif);
  memcpy (huge + 6, "\x60\xea\x60\xea", 4); /* 60000 x 60000 */
  assert_fault (huge, sizeof huge - 1, PG_IMAGE_TOO_LARGE,
                "has 60000 x 60000 pixels, and at most 32767 may be on a side: make it smaller");
  assert_fault (gif, 20, PG_IMAGE_DAMAGED, NULL);
  g_autoptr (GBytes) tiff = save ("tiff"), bmp = save ("bmp");
  for (gsize cut = 1; cut < g_bytes_get_size (tiff) - 8; cut += 101)
    assert_fault (g_bytes_get_data (tiff, NULL), g_bytes_get_size (tiff) - cut, PG_IMAGE_DAMAGED, NULL);
  assert_fault (g_bytes_get_data (bmp, NULL), 200, PG_IMAGE_DAMAGED, NULL);
  static const char unknown[] = "is no picture that is known here: save it as SVG, PNG or JPEG";
  assert_fault ("\x7f"
                "ELF",
                4, PG_IMAGE_UNREADABLE, unknown);
  assert_fault ("\x1f\x8b\x08", 3, PG_IMAGE_UNREADABLE, unknown); /* a compressed SVG */
}

/* Whatever is changed in a file, it is decoded or refused with a word. */
static void
assert_survives (GBytes *whole, guint times)
{
  for (guint i = 0; i < times; i++)
    {
      gsize size;
      guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size = g_bytes_get_size (whole));
      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        data[g_test_rand_int_range (0, (gint32) size)] = (guint8) g_test_rand_int_range (0, 256);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (PgPicture) picture = pg_picture_new (bytes, &error);
      g_assert_true ((picture != NULL) == (error == NULL));
      if (error != NULL)
        g_assert_true (error->domain == PG_IMAGE_FAULT && error->message[0] != '\0');
    }
}

static void
test_mutated (void)
{
  static const char svg[]
      = "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg' "
        "width='9'><style>.a{fill:url(#g)}</style>"
        "<g id='g'><path class='a' d='M0 0h9v9zc1 1 2 2 3 3a1 1 0 0 1 2 2'/></g><use href='#g' x='&a;'/></svg>";
  g_autoptr (GBytes) png = save ("png"), jpeg = save_turned (6), bmp = save ("bmp"), progressive = save_progressive ();
  g_autoptr (GBytes) drawing = g_bytes_new_static (svg, strlen (svg));
  assert_survives (png, 300);
  assert_survives (jpeg, 300);
  assert_survives (progressive, 300);
  assert_survives (bmp, 300);
  assert_survives (drawing, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image/flattened", test_flattened);
  g_test_add_func ("/image/whole", test_whole);
  g_test_add_func ("/image/cut", test_cut);
  g_test_add_func ("/image/early-end", test_early_end);
  g_test_add_func ("/image/changed", test_changed);
  g_test_add_func ("/image/inks", test_inks);
  g_test_add_func ("/image/scans", test_scans);
  g_test_add_func ("/image/turned", test_turned);
  g_test_add_func ("/image/shrunk", test_shrunk);
  g_test_add_func ("/image/alpha", test_alpha);
  g_test_add_func ("/image/opaque", test_opaque);
  g_test_add_func ("/image/huge", test_huge);
  g_test_add_func ("/image/hungry", test_hungry);
  g_test_add_func ("/image/others", test_others);
  g_test_add_func ("/image/mutated", test_mutated);
  return g_test_run ();
}
