/* Enters: what a cairo surface writes. Leaves: the same in a sink, and with it what went wrong: cairo 1.16 forgets it. */
#pragma once

#include "paint/paint.h"

/* For cairo's surfaces, within pg_drawing_begin; closure is a PgSink. */
cairo_status_t pg_stream_write (void *closure, const unsigned char *data, unsigned int length);

/* As pg_sink_step(), within pg_drawing_begin, too. */
gboolean pg_stream_step (PgSink *sink, double share);

/* Finishes the surface and releases it. If cairo failed, the sink has failed with PROGRAMME_ERROR_OUTPUT, "the format could
   not be written: why". FALSE if it has failed, now or before; then cairo is spared what it would do only to write it. */
gboolean pg_stream_finish (PgSink *sink, cairo_surface_t *surface, const char *format);
