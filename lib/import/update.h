/* Importing again over an event that was edited. Enters: its file, and a new draft. Leaves: the file with the times, rooms and
   titles of the draft; all that was written by hand stays. */
#pragma once

#include "import/format.h"

/* The event's XML, to be freed with g_free; NULL with an error where the file at path cannot be read or is no event. What
   differs is told, each with its place in that file. */
char *pg_update (const PgForeign *foreign, PgDraft *draft, const char *path, GError **error);
