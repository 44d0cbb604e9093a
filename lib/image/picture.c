/* Enters: an image's bytes. Leaves: it decoded, and on a cairo_t. Which decoder is asked is told by the first
   bytes. */
#include "base/limits.h"
#include "base/units.h"
#include "font/pictures.h"
#include "image/decode.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *format; /* gdk-pixbuf's name */
  const char *magic;  /* "?" stands for any byte */
  gsize length;
} Signature;

static gboolean
begins_with (const guint8 *data, gsize size, const char *magic, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (i >= size || (magic[i] != '?' && data[i] != (guint8) magic[i]))
      return FALSE;
  return TRUE;
}

/* gdk-pixbuf's name of the format, or NULL. */
static const char *
other_format (const guint8 *data, gsize size)
{
  static const Signature signatures[]
      = { { "webp", "RIFF????WEBP", 12 }, { "tiff", "II*\0", 4 }, { "tiff", "MM\0*", 4 }, { "bmp", "BM", 2 } };
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (begins_with (data, size, signatures[i].magic, signatures[i].length))
      return signatures[i].format;
  return NULL;
}

static gboolean
is_svg (const char *data, gsize size)
{
  static const char *const starts[] = { "<svg", "<?xml", "<!--", "<!DOCTYPE" };
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_strstr_len (data, (gssize) MIN (size, 1024), starts[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
decode (PgPicture *picture, GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *format = other_format (data, size);
  if (size == 0)
    {
      pg_refuse_damaged (error, "the file is empty");
      return FALSE;
    }
  if (begins_with (data, size, "\x89PNG", 4))
    return pg_decode_png (picture, bytes, error);
  if (begins_with (data, size, "\xff\xd8", 2))
    return pg_decode_jpeg (picture, bytes, error);
  if (begins_with (data, size, "GIF8", 4))
    return pg_decode_gif (picture, bytes, error);
  if (format != NULL)
    return pg_decode_other (picture, format, bytes, error);
  if (is_svg ((const char *) data, size))
    return pg_load_svg (picture, bytes, error);
  g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_UNREADABLE,
               "is no picture that is known here: save it as SVG, PNG or JPEG");
  return FALSE;
}

PgPicture *
pg_picture_new (GBytes *bytes, GError **error)
{
  return pg_picture_new_within (bytes, &pg_standard_limits, NULL, error);
}

PgPicture *
pg_picture_new_within (GBytes *bytes, const PgLimits *limits, PgInks *inks, GError **error)
{
  g_autoptr (PgPicture) picture = g_new0 (PgPicture, 1);
  picture->limits = limits;
  picture->inks = inks;
  return decode (picture, bytes, error) ? g_steal_pointer (&picture) : NULL;
}

static gboolean
lies_on_its_side (const PgPicture *picture)
{
  return picture->turn >= 5;
}

PgPicture *
pg_picture_new_stand_in (const PgPictureFacts *facts, GBytes *jpeg)
{
  PgPicture *picture = g_new0 (PgPicture, 1);
  picture->turn = facts->turn;
  picture->width = lies_on_its_side (picture) ? facts->height : facts->width;
  picture->height = lies_on_its_side (picture) ? facts->width : facts->height;
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  pg_picture_keep_jpeg (picture, jpeg);
  return picture;
}

void
pg_picture_free (PgPicture *picture)
{
  if (picture == NULL)
    return;
  g_clear_object (&picture->svg);
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_clear_pointer (&picture->conversion, pg_conversion_free);
  g_free (picture->alpha);
  g_clear_error (&picture->doubt);
  g_free (picture);
}

/* Size */

double
pg_picture_width (const PgPicture *picture)
{
  return lies_on_its_side (picture) ? picture->height : picture->width;
}

double
pg_picture_height (const PgPicture *picture)
{
  return lies_on_its_side (picture) ? picture->width : picture->height;
}

const GError *
pg_picture_doubt (const PgPicture *picture)
{
  return picture->doubt;
}

/* Whether each pixel covers what is behind it, also in a file that could say otherwise. */
static gboolean
is_opaque (cairo_surface_t *surface)
{
  if (cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32)
    return TRUE;
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row
          = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                               + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));
      for (int x = 0; x < width; x++)
        if (row[x] >> 24 != 0xFF)
          return FALSE;
    }
  return TRUE;
}

PgPictureFacts
pg_picture_facts (const PgPicture *picture)
{
  gboolean has_pixels = picture->svg == NULL;
  return (PgPictureFacts){
    .has_pixels = has_pixels,
    .width = pg_picture_width (picture),
    .height = pg_picture_height (picture),
    .turn = picture->turn,
    .effects = picture->effects,
    .is_opaque = has_pixels && is_opaque (picture->surface),
  };
}

guint
pg_picture_pixels (const PgPicture *picture)
{
  cairo_surface_t *surface = picture->surface;
  return surface == NULL
             ? 0
             : (guint) cairo_image_surface_get_width (surface) * (guint) cairo_image_surface_get_height (surface);
}

void
pg_picture_set_name (PgPicture *picture, const char *name)
{
  char *copy = g_strdup (name);
  if (picture->surface == NULL
      || cairo_surface_set_mime_data (picture->surface, CAIRO_MIME_TYPE_UNIQUE_ID, (const guint8 *) copy, strlen (copy),
                                      g_free, copy)
             != CAIRO_STATUS_SUCCESS)
    g_free (copy);
}

/* Drawing */

/* Turns the pixels upright: what takes a place in them to its place in the picture. */
static void
set_upright (const PgPicture *picture, cairo_t *cr)
{
  double w = picture->width, h = picture->height;
  const cairo_matrix_t turns[]
      = { { -1, 0, 0, 1, w, 0 }, { -1, 0, 0, -1, w, h }, { 1, 0, 0, -1, 0, h }, { 0, 1, 1, 0, 0, 0 },
          { 0, 1, -1, 0, h, 0 }, { 0, -1, -1, 0, h, w }, { 0, -1, 1, 0, 0, w } };
  if (picture->turn >= 2)
    cairo_transform (cr, &turns[picture->turn - 2]);
}

/* Without a size of its own an SVG is not scaled to the viewport. */
static RsvgRectangle
set_viewport (const PgPicture *picture, cairo_t *cr, double width, double height)
{
  const RsvgRectangle *drawn = &picture->drawn;
  if (!picture->has_no_size)
    return (RsvgRectangle){ 0, 0, width, height };
  cairo_scale (cr, width / drawn->width, height / drawn->height);
  cairo_translate (cr, -drawn->x, -drawn->y);
  return (RsvgRectangle){ 0, 0, MAX (drawn->x + drawn->width, 1), MAX (drawn->y + drawn->height, 1) };
}

static gboolean
render (const PgPicture *picture, cairo_t *cr, double width, double height, GError **error)
{
  g_autoptr (GError) cause = NULL;
  cairo_save (cr);
  RsvgRectangle viewport = set_viewport (picture, cr, width, height);
  PangoFontMap *before = picture->may_have_text ? pg_picture_fonts_enter () : NULL;
  gboolean ok = rsvg_handle_render_document (picture->svg, cr, &viewport, &cause);
  if (before != NULL)
    pg_picture_fonts_leave (before);
  cairo_restore (cr);
  if (ok)
    return TRUE;
  pg_refuse_damaged (error, cause->message);
  return FALSE;
}

double
pg_picture_effects_dpi (const PgPictureFacts *facts, double width, double height)
{
  double area = width * height / (PG_POINTS_PER_INCH * PG_POINTS_PER_INCH);
  return MIN (PG_MAX_PICTURE_DPI, sqrt (PG_MAX_EFFECT_PIXELS / MAX (area * facts->effects, 1e-6)));
}

/* librsvg draws effects in the surface's own pixels, and a PDF's or an SVG's are points: what is recorded has finer ones, or,
   where a surface has many, fewer. All else stays lines and letters. */
static gboolean
draw_effects (const PgPicture *picture, cairo_t *cr, double width, double height, GError **error)
{
  const PgPictureFacts facts = pg_picture_facts (picture);
  double scale = pg_picture_effects_dpi (&facts, width, height) / PG_POINTS_PER_INCH;
  const cairo_rectangle_t all = { 0, 0, width * scale, height * scale };
  cairo_surface_t *recorded = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &all);
  cairo_t *on = cairo_create (recorded);
  gboolean ok = render (picture, on, all.width, all.height, error);
  cairo_destroy (on);
  cairo_scale (cr, 1 / scale, 1 / scale);
  cairo_set_source_surface (cr, recorded, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (recorded);
  return ok;
}

/* Whether the surface has pixels, and not too many for effects. */
static gboolean
suits_effects (const PgPicture *picture, cairo_t *cr, double width, double height)
{
  const PgPictureFacts facts = pg_picture_facts (picture);
  double x = 1, y = 0;
  cairo_user_to_device_distance (cr, &x, &y);
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE
         && PG_POINTS_PER_INCH * hypot (x, y) <= pg_picture_effects_dpi (&facts, width, height) + 1;
}

static gboolean
draw_svg (const PgPicture *picture, cairo_t *cr, double width, double height, GError **error)
{
  if (picture->effects > 0 && !suits_effects (picture, cr, width, height))
    return draw_effects (picture, cr, width, height, error);
  return render (picture, cr, width, height, error);
}

gboolean
pg_picture_draw (PgPicture *picture, cairo_t *cr, double width, double height, GError **error)
{
  if (picture->svg != NULL)
    return draw_svg (picture, cr, width, height, error);
  cairo_scale (cr, width / pg_picture_width (picture), height / pg_picture_height (picture));
  set_upright (picture, cr);
  cairo_scale (cr, picture->width / cairo_image_surface_get_width (picture->surface),
               picture->height / cairo_image_surface_get_height (picture->surface));
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_paint (cr);
  return TRUE;
}
