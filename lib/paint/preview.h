/* Enters: one page. Leaves: it as a picture on white, for the screen: PNG or SVG. */
#pragma once

#include "paint/paint.h"

/* How many pixels the page has on a side at so many dots to the inch; at least one. */
int pg_preview_pixels (double points, double dpi);

/* FALSE: the sink has failed, also with the errors of pg_painter_draw(). The PNG has no more pixels on a side than cairo's
   images can have, which is for the caller to see to. */
gboolean pg_paint_png (PgPainter *painter, const PgPage *page, double dpi, PgSink *sink);
gboolean pg_paint_svg (PgPainter *painter, const PgPage *page, PgSink *sink);
