/* Enters: the calls by which base/ and xml/ tell what they find. Leaves: the same, made of the public ones, since the report is
   libprogramme's. What is compiled into both libraries has them here in this one. */
#include "base/report.h"

ProgrammeFinding *
pg_report_add (ProgrammeReport *report, ProgrammeSeverity severity, const PgPlace *place, const char *code,
               const char *format, ...)
{
  if (report == NULL)
    return NULL;
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_autoptr (ProgrammePlace) copy = place != NULL && place->file != NULL
                                        ? programme_place_new (place->file, place->line, place->column, NULL)
                                        : NULL;
  g_autoptr (ProgrammeFinding) finding = programme_finding_new (severity, copy, code, message);
  return programme_report_add (report, finding) ? finding : NULL;
}

void
pg_finding_add_place (ProgrammeFinding *finding, const PgPlace *place)
{
  if (finding == NULL || place == NULL || place->file == NULL)
    return;
  g_autoptr (ProgrammePlace) copy = programme_place_new (place->file, place->line, place->column, NULL);
  programme_finding_add_place (finding, copy);
}
