/* Enters: one page. Leaves: it as a picture on white, for the screen: PNG or SVG. */
#include "paint/preview.h"

#include "base/report.h"
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

static gboolean
draw_on_white (PgPainter *painter, const PgPage *page, cairo_t *cr, GError **error)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  return pg_painter_draw (painter, page, cr, error);
}

gboolean
pg_paint_png (PgPainter *painter, const PgPage *page, double dpi, PgWriteFunc write, gpointer closure, GError **error)
{
  int width = pg_preview_pixels (page->width, dpi), height = pg_preview_pixels (page->height, dpi);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_scale (cr, width / page->width, height / page->height);
  PgStream stream = { write, closure, cairo_surface_status (surface) };
  gboolean ok = stream.status != CAIRO_STATUS_SUCCESS || draw_on_white (painter, page, cr, error);
  if (ok && stream.status == CAIRO_STATUS_SUCCESS)
    stream.status = pg_png_write (surface, dpi, write, closure);
  cairo_destroy (cr);
  gboolean whole = pg_stream_finish (&stream, surface, "PNG", ok ? error : NULL);
  return ok && whole;
}

gboolean
pg_paint_svg (PgPainter *painter, const PgPage *page, PgWriteFunc write, gpointer closure, GError **error)
{
  PgStream stream = { write, closure, CAIRO_STATUS_SUCCESS };
  pg_drawing_begin ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (pg_stream_write, &stream, page->width, page->height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  cairo_t *cr = cairo_create (surface);
  gboolean ok = draw_on_white (painter, page, cr, error);
  cairo_destroy (cr);
  gboolean whole = pg_stream_finish (&stream, surface, "SVG", ok ? error : NULL);
  pg_drawing_end ();
  return ok && whole;
}
