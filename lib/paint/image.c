/* Enters: an image's bytes. Leaves: it on a cairo_t, fitted into a box or filling it. */
#include "paint/image.h"

#include "base/limits.h"
#include "base/report.h"
#include "font/pictures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <librsvg/rsvg.h>
#include <string.h>

struct PgPicture
{
  RsvgHandle *svg;          /* or NULL */
  gboolean may_have_text;   /* it says the word, at least */
  cairo_surface_t *surface; /* or NULL */
  double width, height;
};

static gboolean
is_svg (const char *data, gsize size)
{
  gsize look = MIN (size, 1024);
  return size > 4 && g_strstr_len (data, (gssize) look, "<") != NULL
         && (g_strstr_len (data, (gssize) look, "<svg") != NULL || g_strstr_len (data, (gssize) look, "<?xml") != NULL
             || g_strstr_len (data, (gssize) look, "<!--") != NULL);
}

static gboolean
load_svg (PgPicture *picture, GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  picture->svg = rsvg_handle_new_from_data (data, size, error);
  if (picture->svg == NULL)
    return FALSE;
  picture->may_have_text = g_strstr_len ((const char *) data, (gssize) size, "text") != NULL;
  rsvg_handle_set_dpi (picture->svg, 72);
  if (rsvg_handle_get_intrinsic_size_in_pixels (picture->svg, &picture->width, &picture->height) && picture->width > 0
      && picture->height > 0)
    return TRUE;
  gboolean has_width, has_height, has_box;
  RsvgLength width, height;
  RsvgRectangle box;
  rsvg_handle_get_intrinsic_dimensions (picture->svg, &has_width, &width, &has_height, &height, &has_box, &box);
  picture->width = has_box && box.width > 0 ? box.width : 1;
  picture->height = has_box && box.height > 0 ? box.height : 1;
  return TRUE;
}

static void
refuse_huge (GdkPixbufLoader *loader, int width, int height, gpointer too_large)
{
  if (width > PG_MAX_IMAGE_PIXELS || height > PG_MAX_IMAGE_PIXELS)
    {
      *(gboolean *) too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 1, 1);
    }
}

/* cairo's ARGB32 with premultiplied alpha, from gdk-pixbuf's bytes. */
static cairo_surface_t *
surface_of (const GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf), row = gdk_pixbuf_get_rowstride (pixbuf);
  gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  const guint8 *from = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface
      = cairo_image_surface_create (has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  guint8 *to = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *p = from + (gsize) y * (gsize) row + (gsize) x * (gsize) channels;
        guint32 a = has_alpha ? p[3] : 255;
        guint32 pixel = a << 24 | (p[0] * a / 255) << 16 | (p[1] * a / 255) << 8 | (p[2] * a / 255);
        memcpy (to + (gsize) y * (gsize) stride + (gsize) x * 4, &pixel, 4);
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* The components of each pixel of a JPEG (ITU-T T.81, B.2.2); 0 if it does not say. */
static guint
jpeg_components (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  for (gsize at = 2; at + 9 < size && data[at] == 0xff;)
    {
      guint8 marker = data[at + 1];
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        return data[at + 9];
      at += marker == 0xff ? 1 : 2 + (gsize) (data[at + 2] << 8 | data[at + 3]);
    }
  return 0;
}

/* Whether a PDF can take the file's bytes as they are: not where it would have to be turned, nor where it is CMYK, whose
   inks cairo would take for their opposites. */
static gboolean
can_be_kept (GBytes *bytes, GdkPixbufLoader *loader)
{
  g_autofree char *format = gdk_pixbuf_format_get_name (gdk_pixbuf_loader_get_format (loader));
  const char *turn = gdk_pixbuf_get_option (gdk_pixbuf_loader_get_pixbuf (loader), "orientation");
  guint components = jpeg_components (bytes);
  return strcmp (format, "jpeg") == 0 && (turn == NULL || strcmp (turn, "1") == 0)
         && (components == 1 || components == 3);
}

static gboolean
load_pixels (PgPicture *picture, GBytes *bytes, GError **error)
{
  gboolean too_large = FALSE;
  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "the file is empty");
      return FALSE;
    }
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_signal_connect (loader, "size-prepared", G_CALLBACK (refuse_huge), &too_large);
  gboolean ok = gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  ok = gdk_pixbuf_loader_close (loader, ok ? error : NULL) && ok;
  if (!ok)
    return FALSE;
  if (too_large)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "it has more than %d pixels on a side",
                   PG_MAX_IMAGE_PIXELS);
      return FALSE;
    }
  if (gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "it holds no picture");
      return FALSE;
    }
  g_autoptr (GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  picture->surface = surface_of (upright);
  picture->width = gdk_pixbuf_get_width (upright);
  picture->height = gdk_pixbuf_get_height (upright);
  if (can_be_kept (bytes, loader))
    {
      /* The PDF takes a JPEG's bytes as they are: smaller and without loss. */
      gsize size;
      gpointer copy = g_bytes_unref_to_data (g_bytes_ref (bytes), &size);
      cairo_surface_set_mime_data (picture->surface, CAIRO_MIME_TYPE_JPEG, copy, size, g_free, copy);
    }
  return TRUE;
}

PgPicture *
pg_picture_new (GBytes *bytes, const char *path, GError **error)
{
  PgPicture *picture = g_new0 (PgPicture, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) cause = NULL;
  gboolean ok = is_svg (data, size) ? load_svg (picture, bytes, &cause) : load_pixels (picture, bytes, &cause);
  if (ok)
    return picture;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "%s: this image cannot be read: %s", path, cause->message);
  pg_picture_free (picture);
  return NULL;
}

void
pg_picture_free (PgPicture *picture)
{
  if (picture == NULL)
    return;
  g_clear_object (&picture->svg);
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_free (picture);
}

static gboolean
draw_svg (PgPicture *picture, double width, double height, cairo_t *cr, GError **error)
{
  RsvgRectangle viewport = { 0, 0, width, height };
  if (!picture->may_have_text)
    return rsvg_handle_render_document (picture->svg, cr, &viewport, error);
  PangoFontMap *before = pg_picture_fonts_enter ();
  gboolean done = rsvg_handle_render_document (picture->svg, cr, &viewport, error);
  pg_picture_fonts_leave (before);
  return done;
}

static gboolean
draw_plain (PgPicture *picture, double width, double height, cairo_t *cr, GError **error)
{
  if (picture->svg != NULL)
    return draw_svg (picture, width, height, cr, error);
  cairo_scale (cr, width / picture->width, height / picture->height);
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_paint (cr);
  return TRUE;
}

/* Its shape in one colour: the picture's alpha is the mask. */
static gboolean
draw_tinted (PgPicture *picture, const PgColour *tint, double width, double height, cairo_t *cr, GError **error)
{
  cairo_push_group_with_content (cr, CAIRO_CONTENT_ALPHA);
  gboolean ok = draw_plain (picture, width, height, cr, error);
  cairo_pattern_t *mask = cairo_pop_group (cr);
  cairo_set_source_rgb (cr, tint->red, tint->green, tint->blue);
  cairo_mask (cr, mask);
  cairo_pattern_destroy (mask);
  return ok;
}

gboolean
pg_picture_draw (PgPicture *picture, const PgItem *item, cairo_t *cr, GError **error)
{
  double by_width = item->width / picture->width, by_height = item->height / picture->height;
  double scale = item->image.crop ? MAX (by_width, by_height) : MIN (by_width, by_height);
  double width = picture->width * scale, height = picture->height * scale;
  cairo_save (cr);
  cairo_rectangle (cr, item->x, item->y, item->width, item->height);
  cairo_clip (cr);
  double slack = item->width - width, x = item->image.crop ? slack / 2 : item->image.at_right ? slack : 0;
  double y = item->image.crop ? (item->height - height) / 2 : 0;
  cairo_translate (cr, item->x + x, item->y + y);
  gboolean ok = item->image.is_tinted ? draw_tinted (picture, &item->image.tint, width, height, cr, error)
                                      : draw_plain (picture, width, height, cr, error);
  cairo_restore (cr);
  return ok;
}
