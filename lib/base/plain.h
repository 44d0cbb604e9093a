/* Enters: a text as it is set. Leaves: it as one plain line: what only setting needs is gone. */
#pragma once

#include <glib.h>

/* A text for a PDF's strings (titles, bookmarks, alternatives): on one line, without soft hyphens, controls of direction and
   other characters that are not seen, but with the joiners that the spelling of a script needs. PDF/A-2 lets a string have
   32,767 bytes (ISO 19005-2, 6.1.13), of which each character takes four at most: a longer text ends with "…". NULL gives
   NULL; free with g_free. */
char *pg_plain_for_pdf (const char *text);
