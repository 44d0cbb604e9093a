/* XML as it comes, for files that are too large for a tree. Enters: bytes, piece by piece. Leaves: calls for elements and
   texts, whose names are without prefixes. */
#pragma once

#include <glib.h>

/* The attributes of an element, while its call lasts. */
typedef struct PgStreamAttributes PgStreamAttributes;

/* What stands in an attribute, with its length, or NULL if the element has none of that name; it does not end with a NUL. */
const char *pg_stream_attribute (const PgStreamAttributes *attributes, const char *name, gsize *length);
/* The same as a string to be freed with g_free, or NULL; and as a number, or otherwise where it is none or too large. */
char *pg_stream_string (const PgStreamAttributes *attributes, const char *name);
guint pg_stream_number (const PgStreamAttributes *attributes, const char *name, guint otherwise);

typedef struct
{
  void (*start) (gpointer data, const char *name, const PgStreamAttributes *attributes);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length);
} PgStreamCalls;

typedef struct PgStream PgStream;

PgStream *pg_stream_new (const PgStreamCalls *calls, gpointer data);
/* The same for HTML in UTF-8, whose faults are mended as browsers do; names are in small letters. */
PgStream *pg_stream_new_html (const PgStreamCalls *calls, gpointer data);
void pg_stream_free (PgStream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgStream, pg_stream_free)

/* FALSE if it is not well-formed, or has a document type, which is not read. */
gboolean pg_stream_feed (PgStream *stream, const char *bytes, gsize length);
gboolean pg_stream_end (PgStream *stream);
