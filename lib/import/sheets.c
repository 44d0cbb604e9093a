/* Workbooks whose days are on sheets of their own. Enters: a workbook. Leaves: the draft of one event, of the sheets that are
   schedules of different days. */
#include "import/sheets.h"

#include "import/schedule-columns.h"
#include "import/table.h"

#include <string.h>

#define MOST 40 /* sheets that are looked at */
#define SOME_MONDAY "2001-01-01"

typedef struct
{
  const PgForeign *foreign;
  const PgImporter *importer;
  PgDraft *draft;
  guint64 fields;    /* a bit for each that the first sheet has */
  gboolean has_days; /* their names say days, as that of the first does */
  char *first;       /* day of the event; NULL: no sheet was read yet */
  GPtrArray *read;   /* char*: the names of those that were read */
} Sheets;

/* The options of the whole file, for one of its sheets. Where nobody says which day is the first, that of the sheets before is. */
static ProgrammeImportOptions *
options_for (const Sheets *sheets, const char *name)
{
  ProgrammeImportOptions *options = programme_import_options_new ();
  const char *const *all = programme_import_option_list ();
  for (guint i = 0; all[i] != NULL; i++)
    {
      const char *value = pg_foreign_option (sheets->foreign, all[i]);
      if (value != NULL)
        programme_import_options_set (options, all[i], value, NULL);
    }
  programme_import_options_set (options, "worksheet", name, NULL);
  if (sheets->first != NULL && pg_foreign_option (sheets->foreign, "date") == NULL)
    programme_import_options_set (options, "date", sheets->first, NULL);
  return options;
}

static guint64
fields_of (const PgForeign *sheet, const PgRows *rows)
{
  g_autoptr (PgRows) list = NULL;
  g_autoptr (PgColumns) columns = pg_schedule_columns (sheet, rows, &list, NULL);
  guint64 fields = 0;
  for (PgField field = 0; columns != NULL && field < PG_N_FIELDS; field++)
    fields |= pg_columns_have (columns, field) ? (guint64) 1 << field : 0;
  return fields;
}

static gboolean
is_day (const char *name)
{
  g_autoptr (PgWhen) when = pg_when_new (NULL, SOME_MONDAY);
  g_autofree char *date = pg_when_date (when, name, TRUE, NULL);
  return date != NULL;
}

/* Whether none of the days is one that the event has, and all are near its first. */
static gboolean
are_other_days (const Sheets *sheets, const PgDraft *one)
{
  g_autoptr (PgWhen) when = pg_when_new (NULL, sheets->first);
  for (guint i = 0; i < one->days->len; i++)
    {
      const char *date = ((PgDraftDay *) g_ptr_array_index (one->days, i))->date;
      for (guint j = 0; j < sheets->draft->days->len; j++)
        if (strcmp (((PgDraftDay *) g_ptr_array_index (sheets->draft->days, j))->date, date) == 0)
          return FALSE;
      if (!pg_when_is_near (when, date))
        return FALSE;
    }
  return TRUE;
}

/* Whether a sheet is a part of the event: the first schedule, or one of other days in the same columns. one: it read alone. */
static gboolean
is_part (const Sheets *sheets, const PgForeign *sheet, const PgRows *rows, const char *name, PgDraft *one)
{
  if (!pg_table_to_draft (sheet, rows, one, NULL))
    return FALSE;
  if (sheets->first == NULL)
    return TRUE;
  guint64 fields = fields_of (sheet, rows), both = fields & sheets->fields;
  gboolean is_alike = both == fields || both == sheets->fields || (sheets->has_days && is_day (name));
  return is_alike && are_other_days (sheets, one);
}

/* Notes that were told of a sheet before, such as what its columns were taken for, are not told again. */
static gboolean
is_told (const ProgrammeReport *report, const ProgrammeFinding *finding)
{
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *other = programme_report_get_finding (report, i);
      if (programme_finding_get_severity (finding) == PROGRAMME_SEVERITY_NOTE
          && strcmp (programme_finding_get_code (other), programme_finding_get_code (finding)) == 0
          && strcmp (programme_finding_get_message (other), programme_finding_get_message (finding)) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
tell (ProgrammeReport *report, const ProgrammeReport *found)
{
  for (guint i = 0; report != NULL && i < programme_report_get_n_findings (found); i++)
    {
      ProgrammeFinding *finding = programme_report_get_finding (found, i);
      if (!is_told (report, finding))
        programme_report_add (report, finding);
    }
}

static const char *
first_day (const PgDraft *draft)
{
  const char *first = NULL;
  for (guint i = 0; i < draft->days->len; i++)
    {
      const char *date = ((PgDraftDay *) g_ptr_array_index (draft->days, i))->date;
      first = first == NULL || strcmp (date, first) < 0 ? date : first;
    }
  return first;
}

static void
read_sheet (Sheets *sheets, const char *name)
{
  g_autoptr (ProgrammeImportOptions) options = options_for (sheets, name);
  g_autoptr (ProgrammeReport) found = programme_report_new ();
  PgForeign sheet = *sheets->foreign;
  sheet.options = options;
  sheet.report = found;
  g_autoptr (PgRows) rows = sheets->importer->read_rows (&sheet, NULL);
  g_autoptr (PgDraft) one = pg_draft_new (sheet.name);
  sheet.report = NULL;
  if (rows == NULL || !is_part (sheets, &sheet, rows, name, one))
    return;
  if (sheets->first == NULL)
    {
      sheets->fields = fields_of (&sheet, rows);
      sheets->has_days = is_day (name);
      sheets->first = g_strdup (first_day (one));
    }
  sheet.report = found;
  pg_table_to_draft (&sheet, rows, sheets->draft, NULL);
  tell (sheets->foreign->report, found);
  g_ptr_array_add (sheets->read, (gpointer) name);
}

/* "Day 1, Day 2" */
static char *
list (char *const *names, guint n)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s%.60s", i > 0 ? ", " : "", names[i]);
  return g_string_free (all, FALSE);
}

static void
tell_sheets (const Sheets *sheets, char *const *names)
{
  guint n = sheets->read->len, n_all = g_strv_length ((char **) names);
  g_autofree char *read = list ((char *const *) sheets->read->pdata, n), *all = list (names, n_all);
  if (n > 1)
    pg_foreign_tell (sheets->foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "other-sheets",
                     "%u sheets were read as days of one event, %s, of %s: --worksheet names one alone", n, read, all);
  else if (strcmp (read, names[0]) == 0)
    pg_foreign_tell_sheets (sheets->foreign, n_all, all);
  else
    pg_foreign_tell (sheets->foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "other-sheets",
                     "the sheet %s was read, the first that is a schedule, of %s: --worksheet names another", read,
                     all);
}

gboolean
pg_sheets_read (const PgForeign *foreign, const PgImporter *importer, PgDraft *draft)
{
  gboolean is_named = pg_foreign_option (foreign, "worksheet") != NULL;
  g_auto (GStrv) names = importer->sheets != NULL && !is_named ? importer->sheets (foreign) : NULL;
  if (names == NULL || names[0] == NULL || names[1] == NULL)
    return FALSE;
  Sheets sheets = { .foreign = foreign, .importer = importer, .draft = draft, .read = g_ptr_array_new () };
  for (guint i = 0; i < MOST && names[i] != NULL; i++)
    read_sheet (&sheets, names[i]);
  gboolean is_read = sheets.read->len > 0;
  if (is_read)
    tell_sheets (&sheets, names);
  g_ptr_array_unref (sheets.read);
  g_free (sheets.first);
  return is_read;
}
