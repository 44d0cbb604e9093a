/* Enters: cairo's picture without transparency. Leaves: a PNG, written in little time rather than in few bytes. */
#pragma once

#include "paint/paint.h"

/* surface: an image of the format RGB24. Gives the status of the first write that failed, or CAIRO_STATUS_NO_MEMORY. */
cairo_status_t pg_png_write (cairo_surface_t *surface, double dpi, PgWriteFunc write, gpointer closure);
