/* Enters: what a cairo surface writes. Leaves: the same in a sink, and with it what went wrong. */
#include "paint/stream.h"

#include "base/report.h"
#include "font/drawing.h"

cairo_status_t
pg_stream_write (void *closure, const unsigned char *data, unsigned int length)
{
  pg_drawing_end (); /* Nobody waits for a slow reader, */
  pg_sink_write (closure, data,
                 length); /* which keeps an error: cairo 1.16 may crash over fonts where it is told of one */
  pg_drawing_begin ();
  return CAIRO_STATUS_SUCCESS;
}

gboolean
pg_stream_step (PgSink *sink, double share)
{
  pg_drawing_end (); /* nor for whoever is told. */
  gboolean ok = pg_sink_step (sink, share);
  pg_drawing_begin ();
  return ok;
}

gboolean
pg_stream_finish (PgSink *sink, cairo_surface_t *surface, const char *format)
{
  cairo_surface_finish (surface);
  cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    pg_sink_fail (sink, g_error_new (PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "the %s could not be written: %s", format,
                                     cairo_status_to_string (status)));
  return sink->error == NULL;
}
