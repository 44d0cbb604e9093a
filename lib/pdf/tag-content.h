/* Enters: a page's content with marks. Leaves: the same with marked-content sequences in their places. */
#pragma once

#include "layout/frame.h"

/* The content in which each part stands between BDC and EMC. chunks: PgChunk, of the whole document. sequences gets, for
   each MCID of the page, the number of the part (guint). NULL with PROGRAMME_ERROR_OUTPUT when a mark is missing, or
   something stands before the first: then the document and the drawing do not belong together. */
GString *pg_tag_content (const char *content, gsize length, const GArray *chunks, guint page, GArray *sequences,
                         GError **error);
