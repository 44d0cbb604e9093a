/* Enters: the size and the colours that a header says, and then rows of pixels as a decoder has them. Leaves: a picture's
   pixels. */
#include "base/limits.h"
#include "image/decode.h"

#include <math.h>
#include <string.h>

void
pg_refuse_damaged (GError **error, const char *why)
{
  g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_DAMAGED, "is damaged: %s: export or copy it again", why);
}

gboolean
pg_picture_set_size (PgPicture *picture, gsize width, gsize height, GError **error)
{
  picture->width = (double) width;
  picture->height = (double) height;
  if (width == 0 || height == 0)
    pg_refuse_damaged (error, "it has no pixels");
  else if (MAX (width, height) > PG_MAX_PICTURE_SIDE)
    g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_TOO_LARGE,
                 "has %" G_GSIZE_FORMAT " x %" G_GSIZE_FORMAT
                 " pixels, and at most %d may be on a side: make it smaller",
                 width, height, PG_MAX_PICTURE_SIDE);
  else if (picture->width * picture->height > picture->limits->pixels)
    g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_TOO_LARGE,
                 "has %" G_GSIZE_FORMAT " x %" G_GSIZE_FORMAT
                 " pixels, and at most %.0f million may be: make it smaller; --limits-pixels=%.0f allows it",
                 width, height, picture->limits->pixels / PG_MILLION,
                 ceil (picture->width * picture->height / PG_MILLION));
  else
    return TRUE;
  return FALSE;
}

gboolean
pg_picture_check_memory (const PgPicture *picture, double bytes, const char *advice, GError **error)
{
  double pixels = picture->width * picture->height, most = picture->limits->pixels * PG_PICTURE_BYTES / bytes;
  if (pixels <= most)
    return TRUE;
  g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_TOO_LARGE,
               "has %.0f x %.0f pixels, and at most %.0f million may be in this format: make it smaller, or save it as "
               "%s; --limits-pixels=%.0f allows it",
               picture->width, picture->height, floor (most / PG_MILLION), advice,
               ceil (pixels * bytes / PG_PICTURE_BYTES / PG_MILLION));
  return FALSE;
}

gboolean
pg_picture_make_surface (PgPicture *picture, gboolean has_alpha, GError **error)
{
  cairo_format_t format = has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  return pg_picture_take_surface (
      picture, cairo_image_surface_create (format, (int) picture->width, (int) picture->height), has_alpha, error);
}

gboolean
pg_picture_take_surface (PgPicture *picture, cairo_surface_t *surface, gboolean has_alpha, GError **error)
{
  picture->surface = surface;
  cairo_status_t status = cairo_surface_status (picture->surface);
  gboolean needs_plane = has_alpha && picture->inks != NULL && status == CAIRO_STATUS_SUCCESS;
  if (needs_plane)
    picture->alpha = g_try_malloc ((gsize) picture->width * (gsize) picture->height);
  if (needs_plane && picture->alpha == NULL)
    status = CAIRO_STATUS_NO_MEMORY;
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_TOO_LARGE, "has too many pixels for this machine (%s): make it smaller",
               cairo_status_to_string (status));
  return FALSE;
}

guint32
pg_picture_pixel (guint red, guint green, guint blue, guint alpha)
{
  return alpha << 24 | (red * alpha / 255) << 16 | (green * alpha / 255) << 8 | (blue * alpha / 255);
}

void
pg_picture_keep_jpeg (PgPicture *picture, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  if (cairo_surface_set_mime_data (picture->surface, CAIRO_MIME_TYPE_JPEG, data, size,
                                   (cairo_destroy_func_t) g_bytes_unref, g_bytes_ref (bytes))
      != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (bytes);
}

/* Colours */

void
pg_picture_doubt_profile (PgPicture *picture)
{
  g_clear_error (&picture->doubt);
  g_set_error (
      &picture->doubt, PG_IMAGE_FAULT, PG_IMAGE_COLOURS,
      "has a colour profile that is damaged, or one of other colours than its own, which is left aside: export it "
      "with the right one");
}

gboolean
pg_picture_set_colours (PgPicture *picture, PgChannels channels, GBytes *profile)
{
  picture->conversion = pg_conversion_new (channels, profile, picture->inks);
  if (picture->conversion == NULL)
    {
      pg_picture_doubt_profile (picture);
      picture->conversion = pg_conversion_new (channels, NULL, picture->inks);
    }
  return pg_conversion_is_srgb (picture->conversion);
}

static void
pack (guint8 *row, gsize n)
{
  for (guint8 *p = row; p < row + 4 * n; p += 4)
    {
      guint32 pixel = pg_picture_pixel (p[0], p[1], p[2], p[3]);
      memcpy (p, &pixel, sizeof pixel);
    }
}

guint8 *
pg_picture_row (PgPicture *picture, gsize y)
{
  return cairo_image_surface_get_data (picture->surface)
         + y * (gsize) cairo_image_surface_get_stride (picture->surface);
}

void
pg_picture_finish_row (PgPicture *picture, gsize y)
{
  guint8 *row = pg_picture_row (picture, y);
  gsize width = (gsize) picture->width;
  for (gsize x = 0; picture->alpha != NULL && x < width; x++)
    picture->alpha[y * width + x] = row[4 * x + 3];
  if (picture->inks != NULL)
    return;
  pg_conversion_run (picture->conversion, row, width);
  pack (row, width);
}

const guint8 *
pg_picture_inks (PgPicture *picture, const guint8 **alpha, guint *width, guint *height)
{
  *alpha = picture->alpha;
  *width = (guint) cairo_image_surface_get_width (picture->surface);
  *height = (guint) cairo_image_surface_get_height (picture->surface);
  for (guint y = 0; !picture->is_in_inks && y < *height; y++)
    pg_conversion_run (picture->conversion, pg_picture_row (picture, y), *width);
  picture->is_in_inks = TRUE;
  return cairo_image_surface_get_data (picture->surface);
}
