/* The source of a document, within its PDF. Enters: a PDF, and what goes into it. Leaves: what comes out of it again. */
#pragma once

#include "pdf/qpdf.h"

/* The file that a document was made from. */
typedef struct
{
  GBytes *data;
  const char *name; /* without its folder */
} PgEmbeddedFile;

/* Adds it as an associated file of the catalog; date is PDF's, of its last change. */
void pg_embed_source (qpdf_data qpdf, const PgEmbeddedFile *source, const char *date);

/* The first associated file of the catalog that is an XML source; name stands in messages. Free with g_bytes_unref. NULL
   with PROGRAMME_ERROR_READ (no PDF, or damaged) or PROGRAMME_ERROR_INVALID (no source, or one that is too long). */
GBytes *pg_extract_source (GBytes *pdf, const char *name, GError **error);
