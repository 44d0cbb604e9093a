/* What an importer is. Enters: a foreign file. Leaves: a draft of an event, or rows of a table. A new format is a file with
   these functions and a line in formats.c. */
#pragma once

#include "import/draft.h"
#include "import/rows.h"

#include <programme/import.h>

typedef struct
{
  const char *name; /* what findings call the file */
  const char *data; /* its bytes, and a NUL after them */
  gsize length;
  ProgrammeImportOptions *options; /* never NULL */
  ProgrammeReport *report;         /* or NULL */
} PgForeign;

typedef struct
{
  const char *name; /* as --format has it */
  const char *what; /* in a sentence: "a table in text" */
  /* Whether the bytes are of this format. The first that says yes reads the file. */
  gboolean (*is_it) (const PgForeign *foreign);
  /* One of these two is NULL. FALSE or NULL with an error; what is wrong with single entries is a finding. */
  gboolean (*read) (const PgForeign *foreign, PgDraft *draft, GError **error);
  PgRows *(*read_rows) (const PgForeign *foreign, GError **error);
  /* The names of the sheets that are shown (free with g_strfreev); NULL for what has none. */
  char **(*sheets) (const PgForeign *foreign);
} PgImporter;

/* All of them, an empty one at the end. */
const PgImporter *pg_importers (void);

/* The one that --format names, or by content; NULL with PROGRAMME_ERROR_INVALID. */
const PgImporter *pg_importer_for (const PgForeign *foreign, GError **error);

/* The value of an option, or NULL. */
const char *pg_foreign_option (const PgForeign *foreign, const char *name);

/* Whether the first bytes, behind a byte order mark and white space, are those. */
gboolean pg_foreign_starts (const PgForeign *foreign, const char *bytes);

/* A finding at a line and column of the file; 0, 0: the file as a whole. */
void pg_foreign_tell (const PgForeign *foreign, ProgrammeSeverity severity, guint line, guint column, const char *code,
                      const char *format, ...) G_GNUC_PRINTF (6, 7);
/* That one of several sheets is read, where none was named; names: of all of them. */
void pg_foreign_tell_sheets (const PgForeign *foreign, guint n_sheets, const char *names);
/* The same of the file as a whole as an error finding and a GError of PROGRAMME_ERROR_INVALID. Returns FALSE. */
gboolean pg_foreign_fail (const PgForeign *foreign, const char *code, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
