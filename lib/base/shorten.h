/* Enters: a text. Leaves: it, or its beginning where it is longer than a string of a PDF may be. */
#pragma once

#include <glib.h>

/* PDF/A-2 lets a string have 32,767 bytes (ISO 19005-2, 6.1.13), of which each character takes four at most: a longer text
   ends with "…". NULL gives NULL; free with g_free. */
char *pg_shorten_for_pdf (const char *text);
