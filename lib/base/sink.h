/* Enters: bytes, a few at a time. Leaves: the same in pieces worth writing, handed on; and the first failure. */
#pragma once

#include "base/watch.h"

/* Hands bytes on. FALSE with an error of whatever domain. */
typedef gboolean (*PgWriteFunc) (gpointer closure, const guint8 *data, gsize length, GError **error);

/* Where a document is written to, by those who may know nothing but a status, as cairo and libpng do. It stays failed once
   it has failed: whoever writes looks from time to time, and at the end. */
typedef struct
{
  PgWriteFunc write;
  gpointer closure;
  PgWatch *watch; /* of the work that writes here; or NULL */
  GError *error;  /* the first failure, of writing or of the work; or NULL */
  guint8 *buffer;
  gsize used; /* of it */
} PgSink;

/* closure and watch are borrowed until pg_sink_end(). */
void pg_sink_init (PgSink *sink, PgWriteFunc write, gpointer closure, PgWatch *watch);

/* FALSE: the sink has failed, and nothing more is wanted. */
gboolean pg_sink_write (PgSink *sink, const void *data, gsize length);

/* The work is so far: see pg_watch_step(). FALSE: the sink has failed, now for being cancelled or before. */
gboolean pg_sink_step (PgSink *sink, double share);

/* The work itself has failed. Takes the error, which is dropped if it is not the first. */
void pg_sink_fail (PgSink *sink, GError *error);

/* Hands on what is left, unless it has failed, and frees what the sink holds. FALSE with the first failure. */
gboolean pg_sink_end (PgSink *sink, GError **error);

/* A PgWriteFunc into memory: closure is a GByteArray. */
gboolean pg_sink_keep (gpointer closure, const guint8 *data, gsize length, GError **error);
