/* Enters: an image and its place. Leaves: it on a cairo_t, fitted into a box or filling it. */
#include "paint/image.h"

/* That it can be drawn was found out before: what happens here is in cairo's status. */
static void
draw_plain (PgPicture *picture, double width, double height, cairo_t *cr)
{
  pg_picture_draw (picture, cr, width, height, NULL);
}

/* What of it shows. In an SVG cairo 1.16 forgets where a mask stands, so there it covers the whole page, and nothing is moved:
   the clip counts when something is painted through it. */
static cairo_pattern_t *
make_mask (PgPicture *picture, double width, double height, cairo_t *cr)
{
  gboolean is_svg = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_SVG;
  cairo_matrix_t place;
  cairo_get_matrix (cr, &place);
  cairo_save (cr);
  if (is_svg)
    {
      cairo_reset_clip (cr);
      cairo_identity_matrix (cr);
    }
  cairo_push_group_with_content (cr, CAIRO_CONTENT_ALPHA);
  cairo_set_matrix (cr, &place);
  draw_plain (picture, width, height, cr);
  cairo_pattern_t *mask = cairo_pop_group (cr);
  cairo_restore (cr);
  if (is_svg)
    cairo_identity_matrix (cr);
  return mask;
}

/* Its shape in one colour: the picture's alpha is the mask. What is opaque has no shape to show. */
static void
draw_tinted (PgPicture *picture, const PgColour *tint, double width, double height, cairo_t *cr)
{
  cairo_pattern_t *mask = make_mask (picture, width, height, cr);
  cairo_set_source_rgb (cr, tint->red, tint->green, tint->blue);
  cairo_mask (cr, mask);
  cairo_pattern_destroy (mask);
}

PgDrawn
pg_image_drawn (const PgPictureFacts *facts, const PgItem *item)
{
  double by_width = item->width / facts->width, by_height = item->height / facts->height;
  double scale = item->image.shown->crop ? MAX (by_width, by_height) : MIN (by_width, by_height);
  return (PgDrawn){ facts->width * scale, facts->height * scale, item->image.shown->tint != NULL && !facts->is_opaque };
}

/* On a surface with pixels of its own a picture's are drawn as they are. */
static gboolean
has_pixels (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

void
pg_image_draw (PgDecoded *decoded, const PgItem *item, cairo_t *cr)
{
  PgDrawn drawn = pg_image_drawn (pg_decoded_look (decoded, item->image.shown->path), item);
  PgPicture *picture = pg_decoded_get (decoded, item->image.shown->path,
                                       has_pixels (cr) ? (PgDrawn){ .is_shape = drawn.is_shape } : drawn);
  cairo_save (cr);
  cairo_rectangle (cr, item->x, item->y, item->width, item->height);
  cairo_clip (cr);
  double slack = item->width - drawn.width, x = item->image.shown->crop ? slack / 2 : item->image.at_right ? slack : 0;
  double y = item->image.shown->crop ? (item->height - drawn.height) / 2 : 0;
  cairo_translate (cr, item->x + x, item->y + y);
  if (drawn.is_shape)
    draw_tinted (picture, item->image.shown->tint, drawn.width, drawn.height, cr);
  else
    draw_plain (picture, drawn.width, drawn.height, cr);
  cairo_restore (cr);
}
