/* Enters: what a cairo surface writes. Leaves: the same for a function of ours, and the first failure. */
#include "paint/stream.h"

#include "base/report.h"
#include "font/drawing.h"

cairo_status_t
pg_stream_write (void *closure, const unsigned char *data, unsigned int length)
{
  PgStream *stream = closure;
  pg_drawing_end (); /* nobody waits for a slow reader */
  if (stream->status == CAIRO_STATUS_SUCCESS)
    stream->status = stream->write (stream->closure, data, length);
  pg_drawing_begin ();
  return stream->status;
}

gboolean
pg_stream_finish (PgStream *stream, cairo_surface_t *surface, const char *format, GError **error)
{
  cairo_surface_finish (surface);
  cairo_status_t status = stream->status != CAIRO_STATUS_SUCCESS ? stream->status : cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "the %s could not be written: %s", format,
               cairo_status_to_string (status));
  return FALSE;
}
