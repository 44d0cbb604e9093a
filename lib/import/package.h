/* What spreadsheets and texts of offices are: archives of XML. Enters: the bytes of one. Leaves: the calls of xml/stream.h for a
   part of it, with limits that no archive can pass. */
#pragma once

#include "import/format.h"
#include "xml/stream.h"

/* Whether the file is an archive, and has a part of that name. */
gboolean pg_package_has (const PgForeign *foreign, const char *part);

/* Reads a part. FALSE with an error if it is not there, damaged, encrypted, not well-formed or passes a limit. */
gboolean pg_package_read (const PgForeign *foreign, const char *part, const PgStreamCalls *calls, gpointer data,
                          GError **error);

/* A small part as a string, to be freed with g_free; NULL if it is not there. */
char *pg_package_text (const PgForeign *foreign, const char *part);
