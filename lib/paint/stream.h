/* Enters: what a cairo surface writes. Leaves: the same for a function of ours, and the first failure: cairo 1.16 forgets
   it. */
#pragma once

#include "paint/paint.h"

typedef struct
{
  PgWriteFunc write;
  gpointer closure;
  cairo_status_t status; /* CAIRO_STATUS_SUCCESS to begin with, then that of the first write that failed */
} PgStream;

/* For cairo's surfaces, within pg_drawing_begin; closure is a PgStream. */
cairo_status_t pg_stream_write (void *closure, const unsigned char *data, unsigned int length);

/* Finishes the surface and releases it. FALSE with PROGRAMME_ERROR_OUTPUT, "the format could not be written: why", when a
   write or cairo failed; an error that is set already is kept by giving NULL for error. */
gboolean pg_stream_finish (PgStream *stream, cairo_surface_t *surface, const char *format, GError **error);
