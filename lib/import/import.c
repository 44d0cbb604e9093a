/* The doors of import.h. Enters: a foreign file. Leaves: an event's XML, or what is wrong. */
#include "import/import.h"
#include "import/sheets.h"
#include "import/table.h"
#include "import/update.h"

#include "base/file.h"
#include "base/limits.h"

#include <stdio.h>
#include <string.h>

#define PEEKED 4096 /* bytes in which an event's root is looked for */

/* A copy of the draft's languages and zone from the options, where they say so. */
static void
take_options (PgDraft *draft, const PgForeign *foreign)
{
  const char *languages = pg_foreign_option (foreign, "languages"), *zone = pg_foreign_option (foreign, "timezone");
  g_auto (GStrv) list = languages != NULL ? g_strsplit (languages, ",", -1) : NULL;
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    g_ptr_array_add (draft->languages, pg_arena_strdup (draft->arena, list[i]));
  draft->timezone = pg_arena_strdup (draft->arena, zone);
}

static gboolean
read_table (const PgForeign *foreign, const PgImporter *importer, PgDraft *draft, GError **error)
{
  g_autoptr (PgRows) rows = importer->read_rows (foreign, error);
  return rows != NULL && pg_table_to_draft (foreign, rows, draft, error);
}

PgDraft *
pg_import_draft (const PgForeign *foreign, GError **error)
{
  const PgImporter *importer = pg_importer_for (foreign, error);
  if (importer == NULL)
    return NULL;
  g_autoptr (PgDraft) draft = pg_draft_new (foreign->name);
  take_options (draft, foreign);
  gboolean done = importer->read != NULL
                      ? importer->read (foreign, draft, error)
                      : pg_sheets_read (foreign, importer, draft) || read_table (foreign, importer, draft, error);
  return done ? g_steal_pointer (&draft) : NULL;
}

/* data has a NUL behind it. */
static char *
import_data (const char *data, gsize length, const char *name, ProgrammeImportOptions *options, ProgrammeReport *report,
             GError **error)
{
  g_autoptr (ProgrammeImportOptions) none = options == NULL ? programme_import_options_new () : NULL;
  PgForeign foreign = { name, data, length, options != NULL ? options : none, report };
  g_autoptr (PgDraft) draft = pg_import_draft (&foreign, error);
  const char *old = pg_foreign_option (&foreign, "update");
  if (draft == NULL)
    return NULL;
  return old != NULL ? pg_update (&foreign, draft, old, error) : pg_draft_write (draft);
}

char *
programme_import_bytes (GBytes *bytes, const char *name, ProgrammeImportOptions *options, ProgrammeReport *report,
                        GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *copy = g_malloc0 (length + 1);
  if (length > 0)
    memcpy (copy, data, length);
  return import_data (copy, length, name, options, report, error);
}

char *
programme_import_file (const char *path, ProgrammeImportOptions *options, ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autofree char *data = NULL;
  gsize length;
  if (!pg_file_read (path, PG_MAX_FOREIGN_BYTES, NULL, &data, &length, error))
    return NULL;
  return import_data (data, length, path, options, report, error);
}

gboolean
pg_import_is_event (const PgForeign *foreign)
{
  const PgForeign quiet = { foreign->name, foreign->data, foreign->length, foreign->options, NULL };
  const char *root = g_strstr_len (foreign->data, (gssize) MIN (foreign->length, PEEKED), "<programme");
  return root != NULL || pg_importer_for (&quiet, NULL) == NULL;
}

/* Whether a file begins as events do, which may be larger than others. Pipes cannot be read twice. */
static gboolean
begins_as_event (const char *path)
{
  FILE *stream = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? fopen (path, "rbe") : NULL;
  char start[PEEKED];
  gsize n = stream != NULL ? fread (start, 1, sizeof start, stream) : 0;
  if (stream != NULL)
    fclose (stream);
  return g_strstr_len (start, (gssize) n, "<programme") != NULL;
}

ProgrammeEvent *
programme_import_event_file (const char *path, const ProgrammeOptions *options, ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autofree char *data = NULL;
  gsize length;
  if (begins_as_event (path))
    return programme_event_read_file_with_options (path, options, report, error);
  if (!pg_file_read (path, PG_MAX_FOREIGN_BYTES, NULL, &data, &length, error))
    return NULL;
  g_autoptr (ProgrammeImportOptions) none = programme_import_options_new ();
  const PgForeign foreign = { path, data, length, none, report };
  gboolean is_own = pg_import_is_event (&foreign);
  char *xml = is_own ? g_steal_pointer (&data) : import_data (data, length, path, NULL, report, error);
  if (xml == NULL)
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (xml, is_own ? length : strlen (xml));
  g_autofree char *name = is_own ? g_strdup (path) : g_strconcat (path, " (imported)", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (folder);
  return programme_event_read_bytes_with_options (bytes, name, files, options, report, error);
}
