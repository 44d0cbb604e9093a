/* Enters: TIFFs made by hand, of inks and with a palette. Leaves: whether it is told that inks are not kept, and whatever
   is cut off their ends is missed. */
#include "image/fault.h"
#include "image/picture.h"

/* In so many bytes, the lowest first. */
static void
add_number (GByteArray *bytes, guint number, guint length)
{
  for (guint i = 0; i < length; i++)
    g_byte_array_append (bytes, &(guint8){ (guint8) (i < 4 ? number >> 8 * i : 0) }, 1);
}

/* One line of pixels, whose colours are said to be of a kind: 2 is RGB, 5 are inks. */
static GBytes *
tiff_of (guint colours, guint n_channels)
{
  const guint entries[][3] = { { 256, 3, 4 },          { 257, 3, 1 },       { 258, 3, 8 },
                               { 259, 3, 1 },          { 262, 3, colours }, { 273, 4, 8 },
                               { 277, 3, n_channels }, { 278, 3, 1 },       { 279, 4, 4 * n_channels } };
  GByteArray *tiff = g_byte_array_new ();
  g_byte_array_append (tiff, (const guint8 *) "II*", 4);
  add_number (tiff, 24, 4);
  for (guint i = 0; i < 16; i++)
    add_number (tiff, i % n_channels == 3 ? 255 : 0, 1);
  add_number (tiff, G_N_ELEMENTS (entries), 2);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      add_number (tiff, entries[i][0], 2);
      add_number (tiff, entries[i][1], 2);
      add_number (tiff, 1, 4);
      add_number (tiff, entries[i][2], 4);
    }
  add_number (tiff, 0, 4);
  return g_byte_array_free_to_bytes (tiff);
}

static void
test_tiff_inks (void)
{
  g_autoptr (GBytes) rgb = tiff_of (2, 3), cmyk = tiff_of (5, 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (PgPicture) screen = pg_picture_new (rgb, &error), inks = pg_picture_new (cmyk, &error);
  g_assert_no_error (error);
  g_assert_no_error (pg_picture_doubt (screen));
  g_assert_error (pg_picture_doubt (inks), PG_IMAGE_FAULT, PG_IMAGE_COLOURS);
}

/* Its palette comes last, behind the pixels, as some programs have it: without it libtiff shows black. */
static void
test_palette (void)
{
  static const guint entries[][3] = { { 256, 3, 4 }, { 257, 3, 4 }, { 258, 3, 8 },  { 259, 3, 1 },  { 262, 3, 3 },
                                      { 273, 4, 8 }, { 278, 3, 4 }, { 279, 4, 16 }, { 320, 3, 154 } };
  g_autoptr (GByteArray) tiff = g_byte_array_new ();
  g_byte_array_append (tiff, (const guint8 *) "II*", 4);
  add_number (tiff, 24, 4);
  for (guint i = 0; i < 16; i++)
    add_number (tiff, i % 2 == 0 ? 1 : 255, 1);
  add_number (tiff, G_N_ELEMENTS (entries), 2);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      add_number (tiff, entries[i][0], 2);
      add_number (tiff, entries[i][1], 2);
      add_number (tiff, entries[i][0] == 320 ? 768 : 1, 4);
      add_number (tiff, entries[i][2], 4);
    }
  add_number (tiff, 0, 4);
  add_number (tiff, 0, 154 - tiff->len);
  for (guint i = 0; i < 768; i++)
    add_number (tiff, i % 256 * 257, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) whole = g_bytes_new (tiff->data, tiff->len);
  g_autoptr (PgPicture) picture = pg_picture_new (whole, &error);
  g_assert_no_error (error);
  g_assert_nonnull (picture);
  for (guint cut = 1; cut < tiff->len - 8; cut += 7)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (tiff->data, tiff->len - cut);
      g_autoptr (GError) fault = NULL;
      g_assert_null (pg_picture_new (bytes, &fault));
      g_assert_error (fault, PG_IMAGE_FAULT, PG_IMAGE_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image-tiff/inks", test_tiff_inks);
  g_test_add_func ("/image-tiff/palette", test_palette);
  return g_test_run ();
}
