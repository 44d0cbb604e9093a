/* Enters: cairo's picture without transparency. Leaves: a PNG, written in little time rather than in few bytes. */
#pragma once

#include "paint/paint.h"

/* surface: an image of the format RGB24. FALSE: the sink has failed, with PROGRAMME_ERROR_OUTPUT if there is no memory. */
gboolean pg_png_write (cairo_surface_t *surface, double dpi, PgSink *sink);
