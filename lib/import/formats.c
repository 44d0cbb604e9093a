/* Every format that is read. Enters: a foreign file. Leaves: who reads it, told by what is in it. */
#include "import/format.h"

#include "base/report.h"
#include "import/readers.h"
#include "import/schedules.h"

#include <string.h>

static const PgImporter importers[] = {
  { "xlsx", "a spreadsheet of Excel", pg_xlsx_is, NULL, pg_xlsx_rows, pg_xlsx_sheets },
  { "ods", "a spreadsheet of OpenDocument", pg_ods_is, NULL, pg_ods_rows, pg_ods_sheets },
  { "docx", "a table in a text of Word", pg_docx_is, NULL, pg_docx_rows, pg_docx_sheets },
  { "schedule.xml", "a schedule of frab, pretalx and their kin", pg_frab_xml_is, pg_frab_xml_read, NULL, NULL },
  { "xcal", "a calendar in XML", pg_xcal_is, pg_xcal_read, NULL, NULL },
  { "schedule.json", "a schedule of pretalx, frab and their kin, in JSON", pg_frab_json_is, pg_frab_json_read, NULL,
    NULL },
  { "sessionize", "JSON of Sessionize", pg_sessionize_is, pg_sessionize_read, NULL, NULL },
  { "opass", "JSON of OPass", pg_opass_is, pg_opass_read, NULL, NULL },
  { "ics", "a calendar", pg_ical_is, pg_ical_read, NULL, NULL },
  { "html", "a table of a web page", pg_html_is, NULL, pg_html_rows, NULL },
  { "csv", "a table in text", pg_csv_is, NULL, pg_csv_rows, NULL },
  { NULL, NULL, NULL, NULL, NULL, NULL },
};

const PgImporter *
pg_importers (void)
{
  return importers;
}

static gboolean
begins (const PgForeign *foreign, const char *bytes, gsize n)
{
  return foreign->length >= n && memcmp (foreign->data, bytes, n) == 0;
}

/* "csv, xlsx" */
static char *
all_names (void)
{
  GString *names = g_string_new (NULL);
  for (const PgImporter *importer = importers; importer->name != NULL; importer++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", importer->name);
  return g_string_free (names, FALSE);
}

/* What is no format that is read, in words that tell what to do. */
static void
refuse (const PgForeign *foreign, GError **error)
{
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  g_autofree char *names = all_names ();
  if (begins (foreign, "\320\317\021\340", 4)
      && memmem (foreign->data, foreign->length, encrypted, sizeof encrypted - 1) != NULL)
    pg_foreign_fail (foreign, "encrypted", error, "it is encrypted: save it without a password, or as CSV in UTF-8");
  else if (begins (foreign, "\320\317\021\340", 4))
    pg_foreign_fail (
        foreign, "unknown-format", error,
        "this is a file of Excel or Word as they were before 2007: open it there and save it as .xlsx or .docx");
  else if (begins (foreign, "PK\003\004", 4))
    pg_foreign_fail (foreign, "damaged-archive", error,
                     "this is an archive without a spreadsheet or a text in it, or one that was cut: copy it again, or "
                     "save it as .xlsx, .ods or .docx");
  else if (foreign->length == 0)
    pg_foreign_fail (foreign, "empty-table", error, "there is nothing in it");
  else
    pg_foreign_fail (
        foreign, "unknown-format", error,
        "this is in no format that can be read here, which are %s: save it in one of them, or name it with "
        "--format",
        names);
}

const PgImporter *
pg_importer_for (const PgForeign *foreign, GError **error)
{
  const char *format = pg_foreign_option (foreign, "format");
  for (const PgImporter *importer = importers; importer->name != NULL; importer++)
    if (format != NULL ? strcmp (format, importer->name) == 0 : importer->is_it (foreign))
      return importer;
  refuse (foreign, error);
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
  pg_message_clean (message);
  tell (foreign, PROGRAMME_SEVERITY_ERROR, 0, 0, code, message);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s: %s", foreign->name, message);
  return FALSE;
}

void
pg_foreign_tell_sheets (const PgForeign *foreign, guint n_sheets, const char *names)
{
  if (n_sheets > 1 && pg_foreign_option (foreign, "worksheet") == NULL)
    pg_foreign_tell (foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "other-sheets",
                     "the first sheet that is shown was read, of %s: --worksheet names another", names);
}
