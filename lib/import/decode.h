/* Texts in any encoding. Enters: bytes. Leaves: UTF-8, and a finding where the encoding was guessed. */
#pragma once

#include "import/format.h"

/* The text without byte order mark and NULs, lines as they are; free with g_free. NULL with an error if --encoding is none
   that is known, or not what the bytes are in. */
char *pg_foreign_decode (const PgForeign *foreign, GError **error);

/* Whether the bytes look like a text at all, in whatever encoding. */
gboolean pg_foreign_is_text (const PgForeign *foreign);
