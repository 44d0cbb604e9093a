/* Enters: GIFs, packed here, of many colours and few, interlaced, smaller than their screen, cut and changed. Leaves: whether
   each pixel is unpacked as it was, and as gdk-pixbuf unpacks it; whether what is damaged is refused in the right words. */
#include "base/limits.h"
#include "image/decode.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define CODES 4096u
#define NONE 7 /* the colour that is none, where one is */

typedef struct
{
  guint screen_width, screen_height, left, top, width, height;
  guint bits; /* of a pixel */
  gboolean interlaced, own_colours, has_none;
} Shape;

/* Codes on their way into blocks. */
typedef struct
{
  GByteArray *bytes, *block;
  guint32 bits;
  guint n_bits;
} Codes;

static void
put (GByteArray *bytes, guint byte)
{
  guint8 one = (guint8) byte;
  g_byte_array_append (bytes, &one, 1);
}

static void
put_numbers (GByteArray *bytes, const guint *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      put (bytes, numbers[i] & 255);
      put (bytes, numbers[i] >> 8);
    }
}

static void
end_block (Codes *codes)
{
  put (codes->bytes, codes->block->len);
  g_byte_array_append (codes->bytes, codes->block->data, codes->block->len);
  g_byte_array_set_size (codes->block, 0);
}

static void
put_code (Codes *codes, guint code, guint width)
{
  codes->bits |= code << codes->n_bits;
  codes->n_bits += width;
  for (; codes->n_bits >= 8; codes->n_bits -= 8, codes->bits >>= 8)
    {
      put (codes->block, codes->bits & 255);
      if (codes->block->len == 255)
        end_block (codes);
    }
}

/* Forgets all its codes once it has them all, and then goes on with them for a while, as packers may. */
static void
pack (GByteArray *bytes, const guint8 *pixels, guint n, guint bits)
{
  guint least = MAX (bits, 2), clear = 1u << least, next = clear + 2, width = least + 1, code = pixels[0], late = 0;
  g_autofree guint16 *known = g_new0 (guint16, CODES * 256);
  g_autoptr (GByteArray) block = g_byte_array_new ();
  Codes codes = { .bytes = bytes, .block = block };
  put (bytes, least);
  put_code (&codes, clear, width);
  for (guint i = 1; i < n; i++)
    {
      guint16 *longer = &known[code * 256 + pixels[i]];
      if (*longer != 0)
        {
          code = *longer;
          continue;
        }
      put_code (&codes, code, width);
      code = pixels[i];
      if (next < CODES)
        {
          *longer = (guint16) next;
          if (next++ == 1u << width)
            width++;
        }
      else if (++late == 50)
        {
          put_code (&codes, clear, width);
          memset (known, 0, CODES * 256 * sizeof *known);
          next = clear + 2;
          width = least + 1;
          late = 0;
        }
    }
  put_code (&codes, code, width);
  put_code (&codes, clear + 1, width);
  put_code (&codes, 0, 7);
  if (block->len > 0)
    end_block (&codes);
  put (bytes, 0);
}

static void
put_colours (GByteArray *bytes, guint bits)
{
  for (guint i = 0; i < 1u << bits; i++)
    for (guint k = 0; k < 3; k++)
      put (bytes, (i * (37 + 50 * k) + 11 * k) & 255);
}

/* A pixel of the picture, from its own corner. */
static guint8
pixel_at (const Shape *shape, guint x, guint y)
{
  guint noise = (x * 7919 + y * 104729 + x * y) >> 3;
  return (guint8) ((x < shape->width / 2 ? noise : x / 5 + y / 3) & ((1u << shape->bits) - 1));
}

/* The rows in the order of the file. */
static GByteArray *
pixels_of (const Shape *shape)
{
  static const guint starts[] = { 0, 4, 2, 1 }, steps[] = { 8, 8, 4, 2 };
  GByteArray *pixels = g_byte_array_new ();
  for (guint pass = 0; pass < (shape->interlaced ? 4 : 1); pass++)
    for (guint y = shape->interlaced ? starts[pass] : 0; y < shape->height; y += shape->interlaced ? steps[pass] : 1)
      for (guint x = 0; x < shape->width; x++)
        put (pixels, pixel_at (shape, x, y));
  return pixels;
}

static GBytes *
make (const Shape *shape)
{
  GByteArray *bytes = g_byte_array_new ();
  const guint screen[] = { shape->screen_width, shape->screen_height },
              place[] = { shape->left, shape->top, shape->width, shape->height };
  g_byte_array_append (bytes, (const guint8 *) "GIF89a", 6);
  put_numbers (bytes, screen, 2);
  put (bytes, shape->own_colours ? 0 : 0x80 | (shape->bits - 1));
  put_numbers (bytes, (const guint[]){ 0 }, 1);
  if (!shape->own_colours)
    put_colours (bytes, shape->bits);
  g_byte_array_append (bytes, (const guint8 *) "\x21\xfe\3hey\0", 7); /* a comment */
  if (shape->has_none)
    g_byte_array_append (bytes, (const guint8 *) "\x21\xf9\4\1\0\0\7\0", 8);
  put (bytes, 0x2c);
  put_numbers (bytes, place, 4);
  put (bytes, (shape->own_colours ? 0x80 | (shape->bits - 1) : 0) | (shape->interlaced ? 0x40 : 0));
  if (shape->own_colours)
    put_colours (bytes, shape->bits);
  g_autoptr (GByteArray) pixels = pixels_of (shape);
  pack (bytes, pixels->data, pixels->len, shape->bits);
  put (bytes, 0x3b);
  return g_byte_array_free_to_bytes (bytes);
}

static GdkPixbuf *
by_gdk_pixbuf (GBytes *bytes)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, bytes, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

/* A pixel as it must be: ARGB. */
static guint32
wanted_at (const Shape *shape, guint x, guint y)
{
  if (x < shape->left || x >= shape->left + shape->width || y < shape->top || y >= shape->top + shape->height)
    return 0;
  guint i = pixel_at (shape, x - shape->left, y - shape->top);
  if (shape->has_none && i == NONE)
    return 0;
  return 0xff000000u | ((i * 37) & 255) << 16 | ((i * 87 + 11) & 255) << 8 | ((i * 137 + 22) & 255);
}

static void
assert_unpacked (const Shape *shape)
{
  g_autoptr (GBytes) bytes = make (shape);
  g_autoptr (GError) error = NULL;
  g_autoptr (PgPicture) picture = pg_picture_new (bytes, &error);
  g_assert_no_error (error);
  g_autoptr (GdkPixbuf) other = by_gdk_pixbuf (bytes);
  g_assert_cmpint (gdk_pixbuf_get_n_channels (other), ==, 4);
  for (guint y = 0; y < shape->screen_height; y++)
    for (guint x = 0; x < shape->screen_width; x++)
      {
        guint32 got;
        memcpy (&got, pg_picture_row (picture, y) + 4 * x, sizeof got);
        const guint8 *p = gdk_pixbuf_get_pixels (other) + y * (guint) gdk_pixbuf_get_rowstride (other) + 4 * x;
        guint32 said = p[3] == 0 ? 0 : (guint32) p[3] << 24 | (guint32) p[0] << 16 | (guint32) p[1] << 8 | p[2];
        g_assert_cmphex (got, ==, wanted_at (shape, x, y));
        g_assert_cmphex (got, ==, said);
      }
}

static void
test_whole (void)
{
  static const Shape shapes[] = { { 300, 200, 0, 0, 300, 200, 8, FALSE, FALSE, FALSE },
                                  { 211, 93, 0, 0, 211, 93, 8, TRUE, TRUE, FALSE },
                                  { 64, 50, 5, 7, 40, 31, 4, FALSE, FALSE, TRUE },
                                  { 33, 3, 0, 0, 33, 3, 1, TRUE, FALSE, FALSE },
                                  { 9, 9, 8, 8, 1, 1, 3, TRUE, TRUE, TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    assert_unpacked (&shapes[i]);
}

static void
assert_refused (const guint8 *data, gsize size, int code, const char *message)
{
  g_autofree guint8 *copy = g_memdup2 (data, size); /* the sanitisers see what is read behind it */
  g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
  g_autoptr (GError) error = NULL;
  g_assert_null (pg_picture_new (bytes, &error));
  g_assert_error (error, PG_IMAGE_FAULT, code);
  g_assert_cmpstr (error->message, ==, message);
}

#define CUT "is damaged: it ends before the picture does: export or copy it again"
#define NONSENSE "is damaged: it holds what means nothing: export or copy it again"

static void
test_damaged (void)
{
  static const Shape shape = { 40, 30, 3, 2, 31, 22, 5, FALSE, FALSE, FALSE };
  g_autoptr (GBytes) whole = make (&shape);
  gsize size;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size = g_bytes_get_size (whole));
  for (gsize left = 10; left + 1 < size; left++)
    assert_refused (data, left, PG_IMAGE_DAMAGED, CUT);
  guint8 *place = (guint8 *) memmem (data, size, "hey\0", 4) + 5, *codes = place + 9;
  place[0] = 10; /* 10 + 31 pixels on a screen of 40 */
  assert_refused (data, size, PG_IMAGE_DAMAGED, NONSENSE);
  place[0] = 3;
  place[4] = 0;
  assert_refused (data, size, PG_IMAGE_DAMAGED, NONSENSE);
  place[4] = 31;
  g_assert_cmpuint (codes[0], ==, 5);
  codes[0] = 9;
  assert_refused (data, size, PG_IMAGE_DAMAGED, NONSENSE);
  codes[0] = 5;
  codes[2] |= 0xc0; /* the second code: one that is not known yet */
  codes[3] |= 0x0f;
  assert_refused (data, size, PG_IMAGE_DAMAGED, NONSENSE);
}

/* It takes no more than the picture, so it may have as many pixels as any: the header is judged, and then all is read. */
static void
test_large (void)
{
  static const guint8 head[] = "GIF89a\0\x20\0\x2c\0\0\0,\0\0\0\0\1\0\1\0\0\2"; /* 8192 x 11264: 92 million */
  assert_refused (head, sizeof head - 1, PG_IMAGE_DAMAGED, CUT);
  guint8 wider[sizeof head];
  memcpy (wider, head, sizeof head);
  wider[9] = 0x40; /* 8192 x 16384 */
  assert_refused (
      wider, sizeof head - 1, PG_IMAGE_TOO_LARGE,
      "has 8192 x 16384 pixels, and at most 100 million may be: make it smaller; --limits-pixels=135 allows "
      "it");
}

/* Whatever is changed, it is unpacked or refused. */
static void
test_mutated (void)
{
  static const Shape shape = { 50, 40, 0, 0, 50, 40, 6, TRUE, TRUE, TRUE };
  g_autoptr (GBytes) whole = make (&shape);
  for (guint i = 0; i < 2000; i++)
    {
      gsize size;
      guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size = g_bytes_get_size (whole));
      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        data[g_test_rand_int_range (10, (gint32) size)] = (guint8) g_test_rand_int_range (0, 256);
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (PgPicture) picture = pg_picture_new (bytes, &error);
      g_assert_true ((picture != NULL) == (error == NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image/gif/whole", test_whole);
  g_test_add_func ("/image/gif/damaged", test_damaged);
  g_test_add_func ("/image/gif/large", test_large);
  g_test_add_func ("/image/gif/mutated", test_mutated);
  return g_test_run ();
}
