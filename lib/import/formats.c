/* Every format that is read. Enters: a foreign file. Leaves: who reads it, told by what is in it. */
#include "import/format.h"

#include "import/readers.h"

#include <string.h>

static const PgImporter importers[] = {
  { "xlsx", "a spreadsheet of Excel", pg_xlsx_is, NULL, pg_xlsx_rows },
  { "ods", "a spreadsheet of OpenDocument", pg_ods_is, NULL, pg_ods_rows },
  { "docx", "a table in a text of Word", pg_docx_is, NULL, pg_docx_rows },
  { "csv", "a table in text", pg_csv_is, NULL, pg_csv_rows },
  { NULL, NULL, NULL, NULL, NULL },
};

const PgImporter *
pg_importers (void)
{
  return importers;
}

const PgImporter *
pg_importer_for (const PgForeign *foreign, GError **error)
{
  const char *format = pg_foreign_option (foreign, "format");
  for (const PgImporter *importer = importers; importer->name != NULL; importer++)
    if (format != NULL ? strcmp (format, importer->name) == 0 : importer->is_it (foreign))
      return importer;
  pg_foreign_fail (foreign, "unknown-format", error, "this is in no format that can be read here");
  return NULL;
}

gboolean
pg_foreign_starts (const PgForeign *foreign, const char *bytes)
{
  const char *at = foreign->data;
  if (g_str_has_prefix (at, "\xEF\xBB\xBF"))
    at += 3;
  while (g_ascii_isspace (*at))
    at++;
  return g_str_has_prefix (at, bytes);
}

static void
tell (const PgForeign *foreign, ProgrammeSeverity severity, guint line, guint column, const char *code,
      const char *message)
{
  if (foreign->report == NULL)
    return;
  g_autoptr (ProgrammePlace) place = programme_place_new (foreign->name, line, column, NULL);
  g_autoptr (ProgrammeFinding) finding = programme_finding_new (severity, place, code, message);
  programme_report_add (foreign->report, finding);
}

void
pg_foreign_tell (const PgForeign *foreign, ProgrammeSeverity severity, guint line, guint column, const char *code,
                 const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  tell (foreign, severity, line, column, code, message);
}

gboolean
pg_foreign_fail (const PgForeign *foreign, const char *code, GError **error, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  tell (foreign, PROGRAMME_SEVERITY_ERROR, 0, 0, code, message);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s: %s", foreign->name, message);
  return FALSE;
}
