/* Enters: a decoded image and its place. Leaves: it on a cairo_t, fitted into a box or filling it. */
#include "paint/image.h"

/* That it can be drawn was found out before: what happens here is in cairo's status. */
static void
draw_plain (PgPicture *picture, double width, double height, cairo_t *cr)
{
  pg_picture_draw (picture, cr, width, height, NULL);
}

/* Its shape in one colour: the picture's alpha is the mask. */
static void
draw_tinted (PgPicture *picture, const PgColour *tint, double width, double height, cairo_t *cr)
{
  cairo_push_group_with_content (cr, CAIRO_CONTENT_ALPHA);
  draw_plain (picture, width, height, cr);
  cairo_pattern_t *mask = cairo_pop_group (cr);
  cairo_set_source_rgb (cr, tint->red, tint->green, tint->blue);
  cairo_mask (cr, mask);
  cairo_pattern_destroy (mask);
}

void
pg_image_draw (PgPicture *picture, const PgItem *item, cairo_t *cr)
{
  double by_width = item->width / pg_picture_width (picture), by_height = item->height / pg_picture_height (picture);
  double scale = item->image.crop ? MAX (by_width, by_height) : MIN (by_width, by_height);
  double width = pg_picture_width (picture) * scale, height = pg_picture_height (picture) * scale;
  cairo_save (cr);
  cairo_rectangle (cr, item->x, item->y, item->width, item->height);
  cairo_clip (cr);
  double slack = item->width - width, x = item->image.crop ? slack / 2 : item->image.at_right ? slack : 0;
  double y = item->image.crop ? (item->height - height) / 2 : 0;
  cairo_translate (cr, item->x + x, item->y + y);
  if (item->image.is_tinted)
    draw_tinted (picture, &item->image.tint, width, height, cr);
  else
    draw_plain (picture, width, height, cr);
  cairo_restore (cr);
}
