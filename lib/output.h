/* Enters: a path and what writes to it. Leaves: the whole file under that name, or the old one as it was. */
#pragma once

#include "paint/paint.h"

typedef gboolean (*PgProduce) (gpointer data, PgWriteFunc write, gpointer closure, GError **error);

/* Calls produce with a function that writes beside path; renames when all went well. What is no regular file (a pipe, a
   terminal) is written to directly. PROGRAMME_ERROR_OUTPUT. */
gboolean pg_output_write (const char *path, PgProduce produce, gpointer data, GError **error);
