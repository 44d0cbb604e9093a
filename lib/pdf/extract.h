/* Enters: a PDF. Leaves: the source that it was made from, where that is in it. */
#pragma once

#include <glib.h>

/* The first associated file of the catalog that is an XML source; name stands in messages. Free with g_bytes_unref. NULL
   with PROGRAMME_ERROR_READ or PROGRAMME_ERROR_INVALID. */
GBytes *pg_extract_source (GBytes *pdf, const char *name, GError **error);
