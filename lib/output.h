/* Enters: paths and what writes to them. Leaves: whole files under those names, or the old ones as they were. */
#pragma once

#include "paint/paint.h"

typedef gboolean (*PgProduce) (gpointer data, PgWriteFunc write, gpointer closure, GError **error);

/* Calls produce with a function that writes beside path; renames when all went well. What is no regular file (a pipe, a
   terminal) is written to directly. PROGRAMME_ERROR_OUTPUT. */
gboolean pg_output_write (const char *path, PgProduce produce, gpointer data, GError **error);

typedef struct
{
  const char *path;
  PgProduce produce;
  gpointer data; /* its own */
} PgFile;

/* The same for several files, all or none: they get their names when all of them are whole. Should a renaming fail, which
   takes a folder that changes meanwhile, those before it have been replaced. */
gboolean pg_output_write_all (const PgFile *files, guint n, GError **error);
