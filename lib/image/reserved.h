/* Pictures whose place in a PDF is kept for them, until they are put there in the inks of a press. Enters: their names and
   sizes. Leaves: what stands for each on cairo's pages, and the same found again. */
#pragma once

#include <glib.h>

/* A picture as it is to be put: of its pixels no more than these are of use, as its file has them. */
typedef struct
{
  char *path;
  guint width, height;
} PgReserved;

/* Free with g_ptr_array_unref. */
GPtrArray *pg_reserved_new (void);

/* The number of a picture among them, which is added if it is not there in this size. */
guint pg_reserved_add (GPtrArray *reserved, const char *path, guint width, guint height);

/* What cairo takes for the bytes of a JPEG, and writes as they are. */
GBytes *pg_reserved_bytes (guint number);

/* NULL if the bytes are no such. */
const PgReserved *pg_reserved_find (const GPtrArray *reserved, GBytes *bytes);
