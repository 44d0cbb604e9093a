/* A stream of a caller's. Enters: how many bytes it takes. Leaves: what it was given, in how many pieces, and beyond that its
   own error. */
#pragma once

#include <gio/gio.h>

typedef struct
{
  GOutputStream parent;
  GByteArray *bytes;
  guint n_pieces;
  gsize largest; /* piece, bytes */
  gsize limit;
} CountingStream;

/* Takes limit bytes and no more. Free with g_object_unref. */
CountingStream *counting_stream_new (gsize limit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CountingStream, g_object_unref)

/* G_IO_ERROR_NO_SPACE, with these words. */
#define COUNTING_STREAM_IS_FULL "the harbour is full"
