/* Enters: paths and what writes to them. Leaves: whole files under those names, or the old ones as they were. */
#pragma once

#include "base/sink.h"

/* Writes to the sink. FALSE: the sink has failed. */
typedef gboolean (*PgProduce) (gpointer data, PgSink *sink);

/* Calls produce with a sink that writes beside path; renames when all went well. What is no regular file (a pipe, a
   terminal) is written to directly; where a link leads to is written, not the link. The watch may be NULL.
   PROGRAMME_ERROR_OUTPUT, G_IO_ERROR_CANCELLED, or what produce fails with. */
gboolean pg_output_write (const char *path, PgProduce produce, gpointer data, PgWatch *watch, GError **error);

typedef struct
{
  const char *path;
  PgProduce produce;
  gpointer data; /* its own */
} PgFile;

/* The same for several files, all or none: they get their names when all of them are whole, and should a renaming fail, those
   before it are taken back, but for old files on a file system that cannot exchange two. Two paths of one file are
   PROGRAMME_ERROR_OUTPUT. What is cancelled leaves no name behind, even if the program ends there and then. */
gboolean pg_output_write_all (const PgFile *files, guint n, PgWatch *watch, GError **error);
