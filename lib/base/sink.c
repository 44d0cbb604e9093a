/* Enters: bytes, a few at a time. Leaves: the same in pieces worth writing, handed on; and the first failure. */
#include "base/sink.h"

#include <string.h>

#define BUFFER_SIZE ((gsize) 16 * 1024) /* cairo writes a few bytes at a time */

void
pg_sink_init (PgSink *sink, PgWriteFunc write, gpointer closure, PgWatch *watch)
{
  *sink = (PgSink){ .write = write, .closure = closure, .watch = watch, .buffer = g_malloc (BUFFER_SIZE) };
}

static void
hand_on (PgSink *sink, const guint8 *data, gsize length)
{
  if (sink->error == NULL && length > 0 && pg_watch_is_cancelled (sink->watch))
    pg_watch_step (sink->watch, 0, &sink->error);
  if (sink->error == NULL && length > 0)
    sink->write (sink->closure, data, length, &sink->error);
}

static void
flush (PgSink *sink)
{
  hand_on (sink, sink->buffer, sink->used);
  sink->used = 0;
}

gboolean
pg_sink_write (PgSink *sink, const void *data, gsize length)
{
  if (length > BUFFER_SIZE - sink->used)
    flush (sink);
  if (length > BUFFER_SIZE)
    hand_on (sink, data, length);
  else if (length > 0)
    {
      memcpy (sink->buffer + sink->used, data, length);
      sink->used += length;
    }
  return sink->error == NULL;
}

gboolean
pg_sink_step (PgSink *sink, double share)
{
  return sink->error == NULL && pg_watch_step (sink->watch, share, &sink->error);
}

void
pg_sink_fail (PgSink *sink, GError *error)
{
  if (sink->error == NULL)
    sink->error = error;
  else
    g_error_free (error);
}

gboolean
pg_sink_end (PgSink *sink, GError **error)
{
  flush (sink);
  g_clear_pointer (&sink->buffer, g_free);
  if (sink->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&sink->error));
  return FALSE;
}

gboolean
pg_sink_keep (gpointer closure, const guint8 *data, gsize length, GError **error)
{
  (void) error; /* Memory does not fail. */
  g_byte_array_append (closure, data, (guint) length);
  return TRUE;
}
