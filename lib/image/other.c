/* Enters: the bytes of a WebP, TIFF or BMP. Leaves: its pixels as gdk-pixbuf decodes them. */
#include "image/decode.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* The loader is fed so many bytes at once, so that it stops early after a header that is refused. */
#define MEAL (64u * 1024)

/* Of a pixel: 4 of gdk-pixbuf's, which are the picture's own in a TIFF, whose loader has some of its own; else the picture
   has 4 more. */
static double
bytes_of (const char *format)
{
  return strcmp (format, "tiff") == 0 ? 5 : 9;
}

typedef struct
{
  PgPicture *picture;
  double bytes;  /* that a pixel takes */
  GError *fault; /* what the header was refused for, or NULL */
} Header;

/* A size of 0 is what loaders take for a refusal. */
static void
judge_size (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Header *header = data;
  if (header->fault == NULL
      && (!pg_picture_set_size (header->picture, (gsize) MAX (width, 0), (gsize) MAX (height, 0), &header->fault)
          || !pg_picture_check_memory (header->picture, header->bytes, "PNG", &header->fault)))
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

/* Of inks it has only what is left of their colours on a screen. */
static void
doubt_inks (PgPicture *picture)
{
  g_clear_error (&picture->doubt);
  g_set_error (
      &picture->doubt, PG_IMAGE_FAULT, PG_IMAGE_COLOURS,
      "is a TIFF in the inks of a press, of which no more than rough colours of a screen are read: save it as JPEG, "
      "which keeps them");
}

/* BMP and WebP say how long the file is, which gdk-pixbuf does not look at; WebP without the 8 bytes up to there. */
static gboolean
ends_early (const char *format, GBytes *bytes, gboolean *is_in_inks)
{
  gboolean is_bmp = strcmp (format, "bmp") == 0, is_webp = strcmp (format, "webp") == 0;
  gsize size, at = is_bmp ? 2 : 4;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  if (strcmp (format, "tiff") == 0)
    return !pg_tiff_look (bytes, is_in_inks);
  if ((!is_bmp && !is_webp) || size < at + 4)
    return FALSE;
  gsize said = (gsize) data[at] | (gsize) data[at + 1] << 8 | (gsize) data[at + 2] << 16 | (gsize) data[at + 3] << 24;
  return said + (is_webp ? 8 : 0) > size;
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, const Header *header, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean ok = TRUE;
  for (gsize at = 0; ok && header->fault == NULL && at < size; at += MEAL)
    ok = gdk_pixbuf_loader_write (loader, data + at, MIN (MEAL, size - at), error);
  return gdk_pixbuf_loader_close (loader, ok ? error : NULL) && ok && header->fault == NULL;
}

/* gdk-pixbuf gives the profile of a TIFF, as text. */
static void
set_colours (PgPicture *picture, GdkPixbuf *pixbuf)
{
  const char *text = gdk_pixbuf_get_option (pixbuf, "icc-profile");
  gsize size = 0;
  guint8 *data = text != NULL ? g_base64_decode (text, &size) : NULL;
  g_autoptr (GBytes) profile = data != NULL ? g_bytes_new_take (data, size) : NULL;
  pg_picture_set_colours (picture, PG_CHANNELS_RGB, profile);
}

static void
unref_pixbuf (void *pixbuf)
{
  g_object_unref (pixbuf);
}

/* The picture's own surface; or the pixbuf's pixels, where they are as cairo has them, to be changed in their place. */
static gboolean
make_surface (PgPicture *picture, GdkPixbuf *pixbuf, GError **error)
{
  static const cairo_user_data_key_t key;
  gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);
  if (!has_alpha || stride != cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, width))
    return pg_picture_make_surface (picture, has_alpha, error);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (gdk_pixbuf_get_pixels (pixbuf), CAIRO_FORMAT_ARGB32,
                                                                  width, height, stride);
  /* Without memory for that the pixbuf stays for ever, which is better than gone too early. */
  (void) cairo_surface_set_user_data (surface, &key, g_object_ref (pixbuf), unref_pixbuf);
  return pg_picture_take_surface (picture, surface, TRUE, error);
}

static void
copy_row (guint8 *to, const guint8 *from, gsize n, gsize channels)
{
  for (gsize x = 0; x < n; x++, to += 4, from += channels)
    {
      memcpy (to, from, 3);
      to[3] = channels == 4 ? from[3] : 255;
    }
}

static gboolean
copy_pixels (PgPicture *picture, GdkPixbuf *pixbuf, GError **error)
{
  gsize channels = (gsize) gdk_pixbuf_get_n_channels (pixbuf), row = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  gsize width = (gsize) gdk_pixbuf_get_width (pixbuf), height = (gsize) gdk_pixbuf_get_height (pixbuf);
  if (!pg_picture_set_size (picture, width, height, error) || !make_surface (picture, pixbuf, error))
    return FALSE;
  set_colours (picture, pixbuf);
  const guint8 *from = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_flush (picture->surface);
  for (gsize y = 0; y < height; y++)
    {
      if (pg_picture_row (picture, y) != from + y * row)
        copy_row (pg_picture_row (picture, y), from + y * row, width, channels);
      pg_picture_finish_row (picture, y);
    }
  cairo_surface_mark_dirty (picture->surface);
  return TRUE;
}

gboolean
pg_decode_other (PgPicture *picture, const char *format, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL, fault = NULL;
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (format, NULL);
  Header header = { picture, bytes_of (format), NULL };
  gboolean is_in_inks = FALSE;
  if (loader == NULL)
    {
      g_autofree char *name = g_ascii_strup (format, -1);
      g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_UNREADABLE,
                   "is in a format that this machine does not read, %s: save it as SVG, PNG or JPEG", name);
      return FALSE;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (judge_size), &header);
  gboolean is_fed = feed (loader, bytes, &header, &cause);
  fault = g_steal_pointer (&header.fault);
  GdkPixbuf *pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (ends_early (format, bytes, &is_in_inks))
    pg_refuse_damaged (error, "it ends before the picture does");
  else if (!is_fed || pixbuf == NULL)
    pg_refuse_damaged (error, cause != NULL ? cause->message : "it holds no picture");
  else
    {
      const char *turn = gdk_pixbuf_get_option (pixbuf, "orientation");
      picture->turn = turn != NULL && turn[0] >= '1' && turn[0] <= '8' ? (guint) (turn[0] - '0') : 1;
      gboolean ok = copy_pixels (picture, pixbuf, error);
      if (ok && is_in_inks)
        doubt_inks (picture);
      return ok;
    }
  return FALSE;
}
