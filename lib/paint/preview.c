/* Enters: one page. Leaves: it as a picture on white, for the screen: PNG or SVG. */
#include "paint/preview.h"

#include "base/units.h"
#include "font/drawing.h"
#include "paint/png.h"
#include "paint/stream.h"

#include <cairo-svg.h>
#include <math.h>

int
pg_preview_pixels (double points, double dpi)
{
  return MAX (1, (int) lround (points * dpi / PG_POINTS_PER_INCH));
}

static void
draw_on_white (PgPainter *painter, const PgPage *page, cairo_t *cr, PgSink *sink)
{
  GError *error = NULL;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (!pg_painter_draw (painter, page, cr, &error))
    pg_sink_fail (sink, error);
}

gboolean
pg_paint_png (PgPainter *painter, const PgPage *page, double dpi, PgSink *sink)
{
  int width = pg_preview_pixels (page->width, dpi), height = pg_preview_pixels (page->height, dpi);
  if (!pg_sink_step (sink, 0))
    return FALSE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_scale (cr, width / page->width, height / page->height);
  draw_on_white (painter, page, cr, sink);
  cairo_destroy (cr);
  if (sink->error == NULL && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    pg_png_write (surface, dpi, sink);
  return pg_stream_finish (sink, surface, "PNG");
}

gboolean
pg_paint_svg (PgPainter *painter, const PgPage *page, PgSink *sink)
{
  if (!pg_sink_step (sink, 0))
    return FALSE;
  pg_drawing_begin ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (pg_stream_write, sink, page->width, page->height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  cairo_t *cr = cairo_create (surface);
  draw_on_white (painter, page, cr, sink);
  cairo_destroy (cr);
  gboolean ok = pg_stream_finish (sink, surface, "SVG");
  pg_drawing_end ();
  return ok;
}
