/* Enters: an SVG's bytes. Leaves: a handle of librsvg's that can be drawn in bounded time. */
#include "image/decode.h"
#include "image/svg-work.h"

static void
set_size (PgPicture *picture)
{
  RsvgHandle *svg = picture->svg;
  if (rsvg_handle_get_intrinsic_size_in_pixels (svg, &picture->width, &picture->height) && picture->width > 0
      && picture->height > 0)
    return;
  gboolean has_width, has_height, has_box;
  RsvgLength width, height;
  RsvgRectangle box;
  rsvg_handle_get_intrinsic_dimensions (svg, &has_width, &width, &has_height, &height, &has_box, &box);
  picture->width = has_box && box.width > 0 ? box.width : 1;
  picture->height = has_box && box.height > 0 ? box.height : 1;
}

gboolean
pg_load_svg (PgPicture *picture, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) cause = NULL;
  if (!pg_svg_check_work (data, size, error))
    return FALSE;
  picture->svg = rsvg_handle_new_from_data ((const guint8 *) data, size, &cause);
  if (picture->svg == NULL)
    {
      pg_refuse_damaged (error, cause->message);
      return FALSE;
    }
  picture->may_have_text = g_strstr_len (data, (gssize) size, "text") != NULL;
  rsvg_handle_set_dpi (picture->svg, 72);
  set_size (picture);
  return TRUE;
}
