/* Enters: the pictures within an SVG. Leaves: those that librsvg would show in other colours than they have, in sRGB: it looks at
   no profile, and guesses at inks. */
#include "image/decode.h"
#include "image/svg-scan.h"

#include <string.h>

void
pg_svg_clear_edit (gpointer edit)
{
  g_free (((PgSvgEdit *) edit)->text);
}

static cairo_status_t
append (void *bytes, const guint8 *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Upright, with its own pixels; NULL if there is no memory. */
static GBytes *
encode_png (PgPicture *picture)
{
  double width = pg_picture_width (picture), height = pg_picture_height (picture);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  pg_picture_draw (picture, cr, width, height, NULL);
  cairo_destroy (cr);
  gboolean ok = cairo_surface_write_to_png_stream (surface, append, bytes) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  GBytes *all = g_byte_array_free_to_bytes (bytes);
  if (ok)
    return all;
  g_bytes_unref (all);
  return NULL;
}

/* A JPEG remains one: as PNG a photograph would be more than XML may hold in an attribute. */
static void
recolour (PgSvgScan *scan, PgPicture *picture, gboolean is_jpeg)
{
  g_autoptr (GBytes) bytes = is_jpeg && picture->turn < 2 ? pg_picture_encode (picture) : encode_png (picture);
  if (bytes == NULL)
    return;
  gboolean is_png = ((const guint8 *) g_bytes_get_data (bytes, NULL))[0] != 0xFF;
  g_autofree char *text = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  PgSvgEdit edit = { .text = g_strconcat ("data:image/", is_png ? "png" : "jpeg", ";base64,", text, NULL) };
  g_array_append_val (scan->edits, edit);
}

gboolean
pg_svg_take_picture (PgSvgScan *scan, const char *text, guint *n_pixels, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size;
  guint8 *data = g_base64_decode (text, &size);
  gboolean is_jpeg = size > 0 && data[0] == 0xFF;
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
  g_autoptr (PgPicture) picture = pg_picture_new_within (bytes, scan->limits, NULL, &cause);
  *n_pixels = picture != NULL ? pg_picture_pixels (picture) : 0;
  if (picture == NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&cause), "holds a picture that ");
  else if (picture->doubt != NULL && scan->doubt == NULL)
    {
      scan->doubt = g_error_copy (picture->doubt);
      g_prefix_error (&scan->doubt, "holds a picture that ");
    }
  if (picture != NULL && picture->svg == NULL && !pg_conversion_is_srgb (picture->conversion))
    recolour (scan, picture, is_jpeg);
  return picture != NULL;
}

GBytes *
pg_svg_edited (const PgSvgScan *scan, const char *data, gsize size)
{
  GByteArray *all = g_byte_array_sized_new ((guint) size);
  gsize at = 0;
  for (guint i = 0; i < scan->edits->len; i++)
    {
      const PgSvgEdit *one = &g_array_index (scan->edits, PgSvgEdit, i);
      g_byte_array_append (all, (const guint8 *) data + at, (guint) (one->start - at));
      g_byte_array_append (all, (const guint8 *) one->text, (guint) strlen (one->text));
      at = one->end;
    }
  g_byte_array_append (all, (const guint8 *) data + at, (guint) (size - at));
  return g_byte_array_free_to_bytes (all);
}
