/* A stream of a caller's. Enters: how many bytes it takes. Leaves: what it was given, in how many pieces, and beyond that its
   own error. */
#include "counting-stream.h"

typedef GOutputStreamClass CountingStreamClass;

static GType counting_stream_get_type (void);
G_DEFINE_TYPE (CountingStream, counting_stream, G_TYPE_OUTPUT_STREAM)

static gssize
take (GOutputStream *stream, const void *data, gsize length, GCancellable *cancellable, GError **error)
{
  CountingStream *self = (CountingStream *) stream;
  (void) cancellable;
  gsize room = self->limit - self->bytes->len;
  if (length > 0 && room == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, COUNTING_STREAM_IS_FULL);
      return -1;
    }
  gsize taken = MIN (length, room);
  g_byte_array_append (self->bytes, data, (guint) taken);
  self->n_pieces++;
  self->largest = MAX (self->largest, taken);
  return (gssize) taken;
}

static void
finalize (GObject *object)
{
  g_byte_array_unref (((CountingStream *) object)->bytes);
  G_OBJECT_CLASS (counting_stream_parent_class)->finalize (object);
}

static void
counting_stream_class_init (CountingStreamClass *class)
{
  class->write_fn = take;
  G_OBJECT_CLASS (class)->finalize = finalize;
}

static void
counting_stream_init (CountingStream *self)
{
  self->bytes = g_byte_array_new ();
}

CountingStream *
counting_stream_new (gsize limit)
{
  CountingStream *stream = g_object_new (counting_stream_get_type (), NULL);
  stream->limit = limit;
  return stream;
}
