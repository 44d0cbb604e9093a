/* Enters: an SVG's bytes. Leaves: a handle of librsvg's that can be drawn in bounded time. */
#include "font/pictures.h"
#include "image/decode.h"
#include "image/svg-work.h"

#include <string.h>

/* What says nowhere how large it is, is as large as what is drawn; left of its origin and above it nothing is. */
static void
measure (PgPicture *picture, RsvgRectangle *box)
{
  const RsvgRectangle usual = { 0, 0, 300, 150 }; /* CSS 2.1, 10.3.2 */
  *box = (RsvgRectangle){ 0, 0, 0, 0 };
  PangoFontMap *before = picture->may_have_text ? pg_picture_fonts_enter () : NULL;
  gboolean ok = rsvg_handle_get_geometry_for_layer (picture->svg, NULL, &usual, box, NULL, NULL);
  if (before != NULL)
    pg_picture_fonts_leave (before);
  box->width += MIN (box->x, 0);
  box->height += MIN (box->y, 0);
  box->x = MAX (box->x, 0);
  box->y = MAX (box->y, 0);
  picture->has_no_size = ok && box->width > 0 && box->height > 0;
  if (!picture->has_no_size)
    *box = (RsvgRectangle){ 0, 0, 1, 1 };
  picture->drawn = *box;
}

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
  if (!has_box || box.width <= 0 || box.height <= 0)
    measure (picture, &box);
  picture->width = box.width;
  picture->height = box.height;
}

static void
tell_undrawn (PgPicture *picture, const char *undrawn)
{
  if (undrawn == NULL)
    return;
  const char *steps = strstr (undrawn, "<fe") != NULL ? "; a filter with such a step hides all that it is used on" : "";
  g_clear_error (&picture->doubt);
  g_set_error (&picture->doubt, PG_IMAGE_FAULT, PG_IMAGE_UNDRAWN,
               "has elements that are not drawn: %s%s: save it without them, or as PNG", undrawn, steps);
}

gboolean
pg_load_svg (PgPicture *picture, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) cause = NULL;
  PgSvgEffects effects;
  if (!pg_svg_check_work (data, size, picture->limits, &effects, error))
    return FALSE;
  picture->effects = effects.n;
  picture->doubt = effects.doubt;
  tell_undrawn (picture, effects.undrawn);
  g_free (effects.undrawn);
  g_autoptr (GBytes) edited = effects.edited;
  if (edited != NULL)
    data = g_bytes_get_data (edited, &size);
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
