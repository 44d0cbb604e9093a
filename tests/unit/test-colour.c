/* Enters: pictures of one colour, with profiles and without. Leaves: whether their pixels are what lcms2 says, in sRGB and in
   the inks of a press. */
#include "image/decode.h"
#include "profile.h"

#include <lcms2.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#define SIDE 8

/* All pixels of a picture are this one. */
typedef struct
{
  guint8 channels[4];
  guint n; /* 1, 3 or 4 */
} Colour;

static GBytes *
save_jpeg (Colour colour, GBytes *profile)
{
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr errors;
  guint8 *data = NULL, row[4 * SIDE];
  unsigned long size = 0;
  info.err = jpeg_std_error (&errors);
  jpeg_create_compress (&info);
  jpeg_mem_dest (&info, &data, &size);
  info.image_width = info.image_height = SIDE;
  info.input_components = (int) colour.n;
  info.in_color_space = colour.n == 4 ? JCS_CMYK : colour.n == 3 ? JCS_RGB : JCS_GRAYSCALE;
  jpeg_set_defaults (&info);
  jpeg_set_quality (&info, 100, TRUE);
  jpeg_start_compress (&info, TRUE);
  if (profile != NULL)
    jpeg_write_icc_profile (&info, g_bytes_get_data (profile, NULL), (unsigned) g_bytes_get_size (profile));
  for (guint i = 0; i < sizeof row; i++) /* libjpeg writes Adobe's marker, so inks the other way round */
    row[i] = colour.n == 4 ? (guint8) (255 - colour.channels[i % 4]) : colour.channels[i % colour.n];
  for (guint y = 0; y < SIDE; y++)
    jpeg_write_scanlines (&info, &(JSAMPROW){ row }, 1);
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  GBytes *bytes = g_bytes_new (data, size);
  free (data);
  return bytes;
}

static void
append (png_structp png, png_bytep data, png_size_t n)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) n);
}

/* With alpha, which is the last of the channels where there are 2 or 4. say tells what else is in it. */
static GBytes *
save_png (Colour colour, GBytes *profile, void (*say) (png_structp png, png_infop info))
{
  static const int types[] = { 0, PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GA, PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGBA };
  GByteArray *bytes = g_byte_array_new ();
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  guint8 row[4 * SIDE];
  png_set_write_fn (png, bytes, append, NULL);
  png_set_IHDR (png, info, SIDE, SIDE, 8, types[colour.n], PNG_INTERLACE_NONE, 0, 0);
  if (profile != NULL)
    png_set_iCCP (png, info, "profile", 0, g_bytes_get_data (profile, NULL), (png_uint_32) g_bytes_get_size (profile));
  if (say != NULL)
    say (png, info);
  png_write_info (png, info);
  for (guint i = 0; i < sizeof row; i++)
    row[i] = colour.channels[i % colour.n];
  for (guint y = 0; y < SIDE; y++)
    png_write_row (png, row);
  png_write_end (png, info);
  png_destroy_write_struct (&png, &info);
  return g_byte_array_free_to_bytes (bytes);
}

static PgPicture *
decode (GBytes *bytes, PgInks *inks)
{
  g_autoptr (GError) error = NULL;
  PgPicture *picture = pg_picture_new_within (bytes, &pg_standard_limits, inks, &error);
  g_assert_no_error (error);
  return picture;
}

static void
assert_near (const guint8 *found, const guint8 *expected, guint n, int most)
{
  for (guint i = 0; i < n; i++)
    if (ABS (found[i] - expected[i]) > most)
      {
        g_test_message ("%d %d %d %d, not %d %d %d %d", found[0], found[1], found[2], found[3], expected[0],
                        expected[1], expected[2], n == 4 ? expected[3] : 0);
        g_test_fail ();
        return;
      }
}

/* A pixel of the picture's diagonal as the screen shows it; and the middle. */
static void
assert_shown_at (GBytes *bytes, guint at, guint8 red, guint8 green, guint8 blue, int most)
{
  g_autoptr (PgPicture) picture = decode (bytes, NULL);
  guint32 pixel;
  memcpy (&pixel, pg_picture_row (picture, at) + 4 * at, sizeof pixel);
  const guint8 found[4] = { (guint8) (pixel >> 16), (guint8) (pixel >> 8), (guint8) pixel, 0 };
  assert_near (found, (const guint8[]){ red, green, blue }, 3, most);
}

static void
assert_shown (GBytes *bytes, guint8 red, guint8 green, guint8 blue, int most)
{
  assert_shown_at (bytes, SIDE / 2, red, green, blue, most);
}

/* Of a pixel in the middle. */
static const guint8 *
inks_of (PgPicture *picture)
{
  const guint8 *alpha;
  guint width, height;
  return pg_picture_inks (picture, &alpha, &width, &height) + 4 * (SIDE * (SIDE / 2) + SIDE / 2);
}

static void
assert_printed (GBytes *bytes, PgInks *inks, const guint8 expected[4], int most)
{
  g_autoptr (PgPicture) picture = decode (bytes, inks);
  assert_near (inks_of (picture), expected, 4, most);
}

/* What lcms2 makes of a colour. */
static void
convert (Colour colour, GBytes *from, GBytes *to, guint8 *out)
{
  static const cmsUInt32Number formats[] = { 0, TYPE_GRAY_8, 0, TYPE_RGB_8, TYPE_CMYK_8 };
  cmsHPROFILE a = cmsOpenProfileFromMem (g_bytes_get_data (from, NULL), (cmsUInt32Number) g_bytes_get_size (from));
  cmsHPROFILE b = cmsOpenProfileFromMem (g_bytes_get_data (to, NULL), (cmsUInt32Number) g_bytes_get_size (to));
  cmsUInt32Number format = cmsGetColorSpace (b) == cmsSigCmykData ? TYPE_CMYK_8 : TYPE_RGB_8;
  cmsHTRANSFORM transform = cmsCreateTransform (a, formats[colour.n], b, format, INTENT_RELATIVE_COLORIMETRIC,
                                                cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOOPTIMIZE);
  cmsDoTransform (transform, colour.channels, out, 1);
  cmsDeleteTransform (transform);
  cmsCloseProfile (a);
  cmsCloseProfile (b);
}

static const Colour teal = { { 20, 150, 130 }, 3 }, grey = { { 100 }, 1 }, ink = { { 250, 10, 60, 20 }, 4 };

/* Profiles count, in JPEG and PNG, of grey, RGB and inks. */
static void
test_screen (void)
{
  g_autoptr (GBytes) srgb = profile_of_srgb (), wide = profile_of_wide_screen (1.8), tone = profile_of_grey (1.2);
  g_autoptr (GBytes) press = profile_of_press (0.9);
  const struct
  {
    Colour colour;
    GBytes *profile;
    gboolean is_png;
  } cases[] = { { teal, wide, FALSE }, { teal, wide, TRUE },  { grey, tone, FALSE },
                { grey, tone, TRUE },  { ink, press, FALSE }, { teal, srgb, FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 expected[3];
      g_autoptr (GBytes) bytes = cases[i].is_png ? save_png (cases[i].colour, cases[i].profile, NULL)
                                                 : save_jpeg (cases[i].colour, cases[i].profile);
      convert (cases[i].colour, cases[i].profile, srgb, expected);
      assert_shown (bytes, expected[0], expected[1], expected[2], 2);
      if (cases[i].profile != srgb) /* where it makes a difference */
        g_assert_cmpint (ABS (expected[0] - cases[i].colour.channels[0]), >, 10);
    }
}

/* Without one RGB is sRGB, and inks look like those of offset: no cyan that glows. */
static void
test_screen_without (void)
{
  g_autoptr (GBytes) rgb = save_jpeg (teal, NULL), tone = save_png (grey, NULL, NULL);
  g_autoptr (GBytes) cyan = save_jpeg ((Colour){ { 255, 0, 0, 0 }, 4 }, NULL);
  g_autoptr (GBytes) black = save_jpeg ((Colour){ { 0, 0, 0, 255 }, 4 }, NULL);
  g_autoptr (GBytes) half = save_jpeg ((Colour){ { 0, 0, 0, 128 }, 4 }, NULL);
  assert_shown (rgb, 20, 150, 130, 2);
  assert_shown (tone, 100, 100, 100, 0);
  assert_shown (cyan, 0, 159, 227, 2);
  assert_shown (black, 0, 0, 0, 0);
  assert_shown (half, 143, 143, 143, 2);
}

/* The bytes of a JPEG go into a PDF as they are only where their colours are sRGB. */
static void
test_kept (void)
{
  g_autoptr (GBytes) srgb = profile_of_srgb (), wide = profile_of_wide_screen (2.2);
  g_autoptr (GBytes) tone = save_jpeg (grey, NULL), plain = save_jpeg (teal, NULL), told = save_jpeg (teal, srgb);
  g_autoptr (GBytes) other = save_jpeg (teal, wide), inks = save_jpeg (ink, NULL);
  const struct
  {
    GBytes *bytes;
    gboolean is_kept;
  } cases[] = { { tone, TRUE }, { plain, TRUE }, { told, TRUE }, { other, FALSE }, { inks, FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PgPicture) picture = decode (cases[i].bytes, NULL);
      const guint8 *data = NULL;
      unsigned long size;
      cairo_surface_get_mime_data (picture->surface, CAIRO_MIME_TYPE_JPEG, &data, &size);
      g_assert_cmpint (data != NULL, ==, cases[i].is_kept);
    }
}

static gsize
size_of_jpeg (PgPicture *picture, guint *width)
{
  const guint8 *data = NULL;
  unsigned long size = 0;
  cairo_surface_get_mime_data (picture->surface, CAIRO_MIME_TYPE_JPEG, &data, &size);
  g_assert_nonnull (data);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (PgPicture) again = decode (bytes, NULL);
  *width = (guint) pg_picture_width (again);
  return size;
}

/* With fewer pixels a JPEG is still one, of the same colours and fewer bytes; it stays where it would have more. */
static void
test_kept_smaller (void)
{
  g_autoptr (GBytes) srgb = profile_of_srgb (), small = save_jpeg (teal, NULL), large = save_jpeg (teal, srgb);
  g_autoptr (PgPicture) a = decode (small, NULL), b = decode (large, NULL);
  guint width;
  g_assert_true (pg_picture_shrink (a, SIDE - 1, SIDE - 1));
  g_assert_cmpuint (size_of_jpeg (a, &width), <=, g_bytes_get_size (small));
  g_assert_true (pg_picture_shrink (b, 3, 3));
  g_assert_cmpuint (size_of_jpeg (b, &width), <, g_bytes_get_size (large)); /* which has a profile besides */
  g_assert_cmpuint (width, ==, 3);
  g_autoptr (GBytes) again = pg_picture_encode (b);
  assert_shown_at (again, 1, 20, 150, 130, 3);
}

/* Two pictures beside each other. */
static PgPicture *
decode_in_svg (GBytes *first, GBytes *second)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  GBytes *const both[] = { first, second };
  g_string_append_printf (svg, "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d'>", 2 * SIDE, SIDE);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = g_base64_encode (g_bytes_get_data (both[i], NULL), g_bytes_get_size (both[i]));
      g_string_append_printf (svg, "<image x='%u' width='%d' height='%d' href='data:image/%s;base64,%s'/>", i * SIDE,
                              SIDE, SIDE, text[0] == 'i' ? "png" : "jpeg", text);
    }
  g_string_append (svg, "</svg>");
  g_autoptr (GBytes) bytes = g_bytes_new (svg->str, svg->len);
  return decode (bytes, NULL);
}

/* The middle of each. */
static void
assert_shown_in_svg (GBytes *first, GBytes *second, const guint8 *expected)
{
  g_autoptr (PgPicture) picture = decode_in_svg (first, second);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2 * SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  g_assert_true (pg_picture_draw (picture, cr, 2 * SIDE, SIDE, NULL));
  cairo_destroy (cr);
  for (guint i = 0; i < 2; i++)
    {
      const guint8 *at = cairo_image_surface_get_data (surface) + SIDE / 2 * cairo_image_surface_get_stride (surface)
                         + 4 * (i * SIDE + SIDE / 2);
      guint32 pixel;
      memcpy (&pixel, at, sizeof pixel);
      const guint8 found[4] = { (guint8) (pixel >> 16), (guint8) (pixel >> 8), (guint8) pixel };
      assert_near (found, expected + 3 * i, 3, 2);
    }
  cairo_surface_destroy (surface);
}

/* Profiles count in pictures within an SVG, too, and inks are no less than there. */
static void
test_in_svg (void)
{
  g_autoptr (GBytes) srgb = profile_of_srgb (), wide = profile_of_wide_screen (1.8), press = profile_of_press (0.9);
  g_autoptr (GBytes) photograph = save_jpeg (teal, wide), logo = save_png (teal, wide, NULL),
                     plain = save_png (teal, NULL, NULL);
  g_autoptr (GBytes) inks = save_jpeg (ink, press);
  guint8 expected[8];
  convert (teal, wide, srgb, expected);
  convert (teal, wide, srgb, expected + 3);
  assert_shown_in_svg (photograph, logo, expected);
  convert (ink, press, srgb, expected);
  memcpy (expected + 3, teal.channels, 3);
  assert_shown_in_svg (inks, plain, expected);
}

/* What PNG says without a profile */

static void
say_linear (png_structp png, png_infop info)
{
  png_set_gAMA_fixed (png, info, 100000);
}

static void
say_usual (png_structp png, png_infop info)
{
  png_set_gAMA_fixed (png, info, 45455);
  png_set_cHRM_fixed (png, info, 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000);
}

static void
say_wide (png_structp png, png_infop info)
{
  png_set_gAMA_fixed (png, info, 45455);
  png_set_cHRM_fixed (png, info, 31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000);
}

static void
say_srgb (png_structp png, png_infop info)
{
  png_set_sRGB (png, info, 0);
}

static void
test_png_says (void)
{
  guint8 expected[3];
  g_autoptr (GBytes) srgb = profile_of_srgb (), wide = profile_of_wide_screen (2.4);
  const Colour half = { { 128, 128, 128 }, 3 };
  g_autoptr (GBytes) linear = save_png (half, NULL, say_linear);
  g_autoptr (GBytes) linear_grey = save_png ((Colour){ { 128 }, 1 }, NULL, say_linear);
  g_autoptr (GBytes) usual = save_png (teal, NULL, say_usual), told = save_png (teal, NULL, say_srgb);
  g_autoptr (GBytes) of_wide = save_png (teal, NULL, say_wide);
  assert_shown (linear, 188, 188, 188, 1); /* half of the light */
  assert_shown (linear_grey, 188, 188, 188, 1);
  assert_shown (usual, 20, 150, 130, 0);
  assert_shown (told, 20, 150, 130, 0);
  convert (teal, wide, srgb, expected);
  g_assert_cmpint (expected[0], ==, 0); /* it is no sRGB's */
  assert_shown (of_wide, expected[0], expected[1], expected[2], 8);
}

/* The press */

/* Inks stay what they are where their profile is the press's, or none; black alone stays so in any case. */
static void
test_press_inks (void)
{
  g_autoptr (GBytes) own = profile_of_press (0.9), other = profile_of_press (0.7);
  g_autoptr (PgInks) inks = pg_inks_new (own);
  g_autoptr (GBytes) none = save_jpeg (ink, NULL), same = save_jpeg (ink, own), moved = save_jpeg (ink, other);
  g_autoptr (GBytes) black = save_jpeg ((Colour){ { 0, 0, 0, 255 }, 4 }, other);
  g_autoptr (GBytes) half = save_jpeg ((Colour){ { 0, 0, 0, 128 }, 4 }, other);
  g_autoptr (GBytes) cyan = save_jpeg ((Colour){ { 255, 0, 0, 0 }, 4 }, own);
  guint8 expected[4];
  g_assert_nonnull (inks);
  assert_printed (none, inks, ink.channels, 1);
  assert_printed (same, inks, ink.channels, 1);
  assert_printed (black, inks, (const guint8[]){ 0, 0, 0, 255 }, 1);
  assert_printed (half, inks, (const guint8[]){ 0, 0, 0, 109 }, 1); /* which is as light, between paper and black */
  assert_printed (cyan, inks, (const guint8[]){ 255, 0, 0, 0 }, 1);
  convert (ink, other, own, expected);
  g_assert_cmpint (ABS (expected[0] - ink.channels[0]), >, 20);
  assert_printed (moved, inks, expected, 4);
}

static void
test_press_rgb (void)
{
  g_autoptr (GBytes) press = profile_of_press (0.9), srgb = profile_of_srgb (), wide = profile_of_wide_screen (2.2);
  g_autoptr (PgInks) inks = pg_inks_new (press);
  g_autoptr (GBytes) plain = save_jpeg (teal, NULL), told = save_png (teal, wide, NULL);
  guint8 expected[4];
  convert (teal, srgb, press, expected);
  assert_printed (plain, inks, expected, 3);
  convert (teal, wide, press, expected);
  assert_printed (told, inks, expected, 3);
}

/* Grey is black ink alone; with a profile it is as light as that says. */
static void
test_press_grey (void)
{
  g_autoptr (GBytes) press = profile_of_press (0.9), dark = profile_of_grey (4), light = profile_of_grey (1);
  g_autoptr (PgInks) inks = pg_inks_new (press);
  g_autoptr (GBytes) none = save_png (grey, NULL, NULL), darker = save_png (grey, dark, NULL);
  g_autoptr (GBytes) lighter = save_jpeg (grey, light), full = save_jpeg ((Colour){ { 0 }, 1 }, dark);
  g_autoptr (GBytes) empty = save_jpeg ((Colour){ { 255 }, 1 }, dark);
  assert_printed (none, inks, (const guint8[]){ 0, 0, 0, 155 }, 0);
  assert_printed (full, inks, (const guint8[]){ 0, 0, 0, 255 }, 0);
  assert_printed (empty, inks, (const guint8[]){ 0, 0, 0, 0 }, 0);
  g_autoptr (PgPicture) a = decode (darker, inks), b = decode (lighter, inks);
  g_assert_cmpint (inks_of (a)[3], >, 200);
  g_assert_cmpint (inks_of (b)[3], <, 120);
  g_assert_cmpint (inks_of (a)[0] + inks_of (a)[1] + inks_of (a)[2], ==, 0);
}

static void
test_press_alpha (void)
{
  g_autoptr (GBytes) press = profile_of_press (0.9), srgb = profile_of_srgb ();
  g_autoptr (PgInks) inks = pg_inks_new (press);
  g_autoptr (GBytes) bytes = save_png ((Colour){ { 20, 150, 130, 77 }, 4 }, NULL, NULL);
  g_autoptr (GBytes) opaque = save_png (teal, NULL, NULL);
  g_autoptr (PgPicture) picture = decode (bytes, inks), other = decode (opaque, inks);
  guint8 expected[4];
  convert (teal, srgb, press, expected);
  assert_printed (bytes, inks, expected, 3); /* alpha is not in it */
  for (guint i = 0; i < SIDE * SIDE; i++)
    g_assert_cmpint (picture->alpha[i], ==, 77);
  g_assert_null (other->alpha);
}

/* Colours that are not seen are not in the mean. */
static void
test_press_shrunk (void)
{
  g_autoptr (GBytes) press = profile_of_press (0.9);
  g_autoptr (PgInks) inks = pg_inks_new (press);
  g_autoptr (GBytes) bytes = save_png ((Colour){ { 100, 200 }, 2 }, NULL, NULL);
  g_autoptr (PgPicture) picture = decode (bytes, inks);
  guint8 *pixels = pg_picture_row (picture, 0);
  for (guint i = 0; i < SIDE * SIDE; i += 2)
    {
      picture->alpha[i] = 0;
      pixels[4 * i] = 255; /* white */
    }
  g_assert_true (pg_picture_shrink (picture, 2, 3));
  const guint8 *alpha;
  guint width, height;
  const guint8 *found = pg_picture_inks (picture, &alpha, &width, &height);
  g_assert_cmpuint (width * 10 + height, ==, 23);
  for (guint i = 0; i < 6; i++)
    {
      assert_near (found + 4 * i, (const guint8[]){ 0, 0, 0, 155 }, 4, 0);
      g_assert_cmpint (alpha[i], ==, 100);
    }
}

/* Doubts */

static void
test_doubts (void)
{
  static const char words[]
      = "has a colour profile that is damaged, or one of other colours than its own, which is left "
        "aside: export it with the right one";
  g_autoptr (GBytes) press = profile_of_press (0.9), tone = profile_of_grey (2), wide = profile_of_wide_screen (2);
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("nonsense", 8);
  g_autoptr (GBytes) of_inks = save_jpeg (teal, press), of_grey = save_jpeg (teal, tone);
  g_autoptr (GBytes) of_nothing = save_jpeg (ink, nonsense), good = save_png (teal, wide, NULL);
  g_autoptr (GBytes) other_png = save_png (teal, wide, NULL);
  gsize size;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (other_png, NULL), size = g_bytes_get_size (other_png));
  guint8 *chunk = memmem (data, size, "iCCP", 4);
  chunk[30] ^= 0x55; /* within what is compressed; its sum does not count for what is not needed */
  g_autoptr (GBytes) damaged = g_bytes_new (data, size);
  GBytes *const doubtful[] = { of_inks, of_grey, of_nothing, damaged };
  for (guint i = 0; i < G_N_ELEMENTS (doubtful); i++)
    {
      g_autoptr (PgPicture) picture = decode (doubtful[i], NULL);
      g_assert_error (pg_picture_doubt (picture), PG_IMAGE_FAULT, PG_IMAGE_COLOURS);
      g_assert_cmpstr (pg_picture_doubt (picture)->message, ==, words);
    }
  assert_shown (of_inks, 20, 150, 130, 2);
  g_autoptr (PgPicture) svg = decode_in_svg (good, of_inks);
  g_assert_error (pg_picture_doubt (svg), PG_IMAGE_FAULT, PG_IMAGE_COLOURS);
  g_assert_true (
      g_str_has_prefix (pg_picture_doubt (svg)->message, "holds a picture that has a colour profile that is"));
  g_autoptr (PgPicture) picture = decode (good, NULL);
  g_assert_null (pg_picture_doubt (picture));
}

static void
test_no_press (void)
{
  g_autoptr (GBytes) wide = profile_of_wide_screen (2), nonsense = g_bytes_new_static ("nonsense", 8);
  g_assert_null (pg_inks_new (wide));
  g_assert_null (pg_inks_new (nonsense));
}

/* Profiles in which bytes are changed at random: whatever they say now, there is a picture. */
static void
test_damage (void)
{
  g_autoptr (GBytes) press = profile_of_press (0.9), wide = profile_of_wide_screen (2.2), tone = profile_of_grey (2);
  g_autoptr (PgInks) inks = pg_inks_new (press);
  const struct
  {
    Colour colour;
    GBytes *profile;
  } cases[] = { { teal, wide }, { grey, tone }, { ink, press } };
  for (guint i = 0; i < (g_test_thorough () ? 3000 : 300); i++)
    {
      guint k = i % G_N_ELEMENTS (cases);
      gsize size = g_bytes_get_size (cases[k].profile);
      g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (cases[k].profile, NULL), size);
      gsize head = g_test_rand_bit () ? MIN (size, 400) : size; /* where all the numbers are */
      for (int n = g_test_rand_int_range (1, 8); n > 0; n--)
        data[g_test_rand_int_range (0, (gint32) head)] = (guint8) g_test_rand_int_range (0, 256);
      if (g_test_rand_int_range (0, 8) == 0)
        size = (gsize) g_test_rand_int_range (1, (gint32) size);
      g_autoptr (GBytes) damaged = g_bytes_new (data, size);
      g_autoptr (GBytes) jpeg = save_jpeg (cases[k].colour, damaged);
      g_autoptr (PgPicture) picture = decode (jpeg, i / 3 % 2 == 0 ? inks : NULL);
      g_assert_cmpfloat (pg_picture_width (picture), ==, SIDE);
      g_autoptr (PgInks) other = k == 2 ? pg_inks_new (damaged) : NULL;
      g_autoptr (PgConversion) conversion = other != NULL ? pg_conversion_new (PG_CHANNELS_RGB, NULL, other) : NULL;
      guint8 pixel[4] = { 1, 2, 3, 4 };
      if (conversion != NULL)
        pg_conversion_run (conversion, pixel, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colour/svg", test_in_svg);
  g_test_add_func ("/colour/screen", test_screen);
  g_test_add_func ("/colour/screen-without", test_screen_without);
  g_test_add_func ("/colour/kept", test_kept);
  g_test_add_func ("/colour/kept-smaller", test_kept_smaller);
  g_test_add_func ("/colour/png-says", test_png_says);
  g_test_add_func ("/colour/press-inks", test_press_inks);
  g_test_add_func ("/colour/press-rgb", test_press_rgb);
  g_test_add_func ("/colour/press-grey", test_press_grey);
  g_test_add_func ("/colour/press-alpha", test_press_alpha);
  g_test_add_func ("/colour/press-shrunk", test_press_shrunk);
  g_test_add_func ("/colour/doubts", test_doubts);
  g_test_add_func ("/colour/no-press", test_no_press);
  g_test_add_func ("/colour/damage", test_damage);
  return g_test_run ();
}
