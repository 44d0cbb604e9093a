/* The doors of import.h for lists of people and for columns. Enters: a table. Leaves: people, or a file of columns to edit. */
#include "import/columns.h"
#include "import/people.h"

#include "base/file.h"
#include "base/limits.h"

#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define LONG_LIST 10000 /* rows */

/* Frees rows. What lies between blocks that stay would not go back to the system by itself, and is a fifth of a long list's memory. */
static void
let_go (PgRows *rows)
{
  gboolean is_long = rows->rows->len > LONG_LIST;
  pg_rows_free (rows);
#ifdef __GLIBC__
  if (is_long)
    malloc_trim (0);
#else
  (void) is_long;
#endif
}

/* Takes data, which has a NUL behind it, and frees it as soon as the rows are read: lists may be long. */
static ProgrammePeople *
import_people (char *data, gsize length, const char *name, ProgrammeImportOptions *options, ProgrammeReport *report,
               GError **error)
{
  g_autoptr (ProgrammeImportOptions) none = options == NULL ? programme_import_options_new () : NULL;
  PgForeign foreign = { name, data, length, options != NULL ? options : none, report };
  PgRows *rows = pg_people_rows (&foreign, error);
  g_free (data);
  foreign.data = "";
  foreign.length = 0;
  if (rows == NULL)
    return NULL;
  ProgrammePeople *people = pg_people_read (&foreign, rows, error);
  let_go (rows);
  return people;
}

ProgrammePeople *
programme_import_people_bytes (GBytes *bytes, const char *name, ProgrammeImportOptions *options,
                               ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *copy = g_malloc0 (length + 1);
  if (length > 0)
    memcpy (copy, data, length);
  return import_people (copy, length, name, options, report, error);
}

ProgrammePeople *
programme_import_people_file (const char *path, ProgrammeImportOptions *options, ProgrammeReport *report,
                              GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  char *data = NULL;
  gsize length;
  if (!pg_file_read (path, PG_MAX_FOREIGN_BYTES, NULL, &data, &length, error))
    return NULL;
  return import_people (data, length, path, options, report, error);
}

char *
programme_import_columns_file (const char *path, ProgrammeImportOptions *options, gboolean is_people, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autofree char *data = NULL;
  gsize length;
  if (!pg_file_read (path, PG_MAX_FOREIGN_BYTES, NULL, &data, &length, error))
    return NULL;
  g_autoptr (ProgrammeImportOptions) none = options == NULL ? programme_import_options_new () : NULL;
  const PgForeign foreign = { path, data, length, options != NULL ? options : none, NULL };
  g_autoptr (PgRows) rows = pg_people_rows (&foreign, error);
  g_autoptr (PgColumns) columns = rows != NULL ? pg_columns_find (&foreign, rows, is_people, error) : NULL;
  return columns != NULL ? pg_columns_template (columns, rows, is_people) : NULL;
}
