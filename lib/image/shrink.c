/* Enters: a picture of many pixels. Leaves: the same of fewer, each the mean of those that it stands for. */
#include "image/decode.h"

#include <math.h>

#define COLOURS 4

typedef struct
{
  gsize width, height; /* of what comes out */
  gsize n;             /* numbers of a pixel: its bytes, and alpha where that is in a plane of its own */
  double *row, *sum;   /* a row made narrow, and what the row that comes out has so far */
} Shrink;

/* Adds numbers to two pixels, or rows, that lie next to each other: the one at from, and the rest, if to is beyond it. */
static void
share_out (const double *numbers, gsize n, double from, double to, double *first, double *next, gboolean has_next)
{
  double edge = floor (from) + 1, here = MIN (to, edge) - from, there = to - edge;
  for (gsize i = 0; i < n; i++)
    first[i] += numbers[i] * here;
  for (gsize i = 0; has_next && there > 0 && i < n; i++)
    next[i] += numbers[i] * there;
}

/* Colours count as much as they are seen. */
static void
make_narrow (Shrink *shrink, const guint8 *pixels, const guint8 *alpha, gsize width)
{
  const double ratio = (double) shrink->width / (double) width;
  for (gsize i = 0; i < shrink->width * shrink->n; i++)
    shrink->row[i] = 0;
  for (gsize x = 0; x < width; x++)
    {
      double numbers[COLOURS + 1], share = alpha != NULL ? alpha[x] / 255.0 : 1;
      for (gsize i = 0; i < COLOURS; i++)
        numbers[i] = pixels[COLOURS * x + i] * share;
      numbers[COLOURS] = share;
      double from = (double) x * ratio;
      gsize at = MIN ((gsize) from, shrink->width - 1);
      double *pixel = shrink->row + at * shrink->n;
      share_out (numbers, shrink->n, from, from + ratio, pixel, pixel + shrink->n, at + 1 < shrink->width);
    }
}

static guint8
byte_of (double number)
{
  return (guint8) CLAMP (lround (number), 0, 255);
}

static void
put_row (const Shrink *shrink, guint8 *pixels, guint8 *alpha)
{
  for (gsize x = 0; x < shrink->width; x++)
    {
      const double *numbers = shrink->sum + x * shrink->n;
      double share = alpha != NULL ? numbers[COLOURS] : 1;
      for (gsize i = 0; i < COLOURS; i++)
        pixels[COLOURS * x + i] = share > 0 ? byte_of (numbers[i] / share) : 0;
      if (alpha != NULL)
        alpha[x] = byte_of (255 * share);
    }
}

/* The last row that comes out is put when all rows are in it. */
static void
run (Shrink *shrink, PgPicture *from, PgPicture *to)
{
  gsize width = (gsize) cairo_image_surface_get_width (from->surface);
  gsize height = (gsize) cairo_image_surface_get_height (from->surface);
  const double ratio = (double) shrink->height / (double) height;
  gsize done = 0, n = shrink->width * shrink->n;
  g_autofree double *next = g_new0 (double, n);
  for (gsize y = 0; y < height; y++)
    {
      double top = (double) y * ratio, bottom = (double) (y + 1) * ratio;
      make_narrow (shrink, pg_picture_row (from, y), from->alpha != NULL ? from->alpha + y * width : NULL, width);
      share_out (shrink->row, n, top, bottom, shrink->sum, next, TRUE);
      gboolean is_last = y + 1 == height || (gsize) bottom > done;
      if (!is_last || done == shrink->height)
        continue;
      put_row (shrink, pg_picture_row (to, done), to->alpha != NULL ? to->alpha + done * shrink->width : NULL);
      done++;
      for (gsize i = 0; i < n; i++)
        {
          shrink->sum[i] = next[i];
          next[i] = 0;
        }
    }
}

/* The bytes of the file that a PDF takes as they are, or NULL. */
static GBytes *
jpeg_of (const PgPicture *picture)
{
  const guint8 *data = NULL;
  unsigned long size;
  cairo_surface_get_mime_data (picture->surface, CAIRO_MIME_TYPE_JPEG, &data, &size);
  return data != NULL ? g_bytes_new (data, size) : NULL;
}

/* Without pixels that are of no use a JPEG has fewer bytes, unless it was coarse: then it stays. */
static void
keep_smaller (PgPicture *picture, GBytes *before)
{
  g_autoptr (GBytes) after = pg_picture_encode (picture);
  gboolean is_smaller = after != NULL && g_bytes_get_size (after) < g_bytes_get_size (before);
  pg_picture_keep_jpeg (picture, is_smaller ? after : before);
}

gboolean
pg_picture_shrink (PgPicture *picture, guint width, guint height)
{
  g_autoptr (PgPicture) small = g_new0 (PgPicture, 1);
  small->width = width;
  small->height = height;
  small->inks = picture->inks;
  gboolean has_alpha = cairo_image_surface_get_format (picture->surface) == CAIRO_FORMAT_ARGB32;
  if (!pg_picture_make_surface (small, has_alpha, NULL))
    return FALSE;
  Shrink shrink = { width, height, COLOURS + (picture->alpha != NULL ? 1 : 0), NULL, NULL };
  shrink.row = g_new0 (double, width *shrink.n);
  shrink.sum = g_new0 (double, width *shrink.n);
  cairo_surface_flush (small->surface);
  run (&shrink, picture, small);
  cairo_surface_mark_dirty (small->surface);
  g_free (shrink.row);
  g_free (shrink.sum);
  g_autoptr (GBytes) jpeg = jpeg_of (picture);
  cairo_surface_destroy (picture->surface);
  picture->surface = g_steal_pointer (&small->surface);
  g_free (picture->alpha);
  picture->alpha = g_steal_pointer (&small->alpha);
  if (jpeg != NULL)
    keep_smaller (picture, jpeg);
  return TRUE;
}
