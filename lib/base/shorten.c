/* Enters: a text. Leaves: it, or its beginning where it is longer than a string of a PDF may be. */
#include "base/shorten.h"

#include "base/limits.h"

char *
pg_shorten_for_pdf (const char *text)
{
  if (text == NULL || g_utf8_strlen (text, -1) <= PG_MAX_PDF_CHARACTERS)
    return g_strdup (text);
  const char *end = g_utf8_offset_to_pointer (text, PG_MAX_PDF_CHARACTERS - 1);
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}
