/* Enters: files of other systems and lists of people. Leaves: events and lists as they are read, and events for other systems. */
#include "exchange.h"

#include "found.h"
#include "standard-output.h"
#include "terminal.h"

#include <programme/export.h>
#include <string.h>

/* import */

int
import_event (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autofree char *xml = programme_import_file (arguments->file, arguments->import_options, report, &error);
  if (xml == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  return is_refused (report, arguments) ? refuse () : write_text (xml, arguments);
}

/* A file to edit, for --columns. */
int
print_columns (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  gboolean is_people = strcmp (arguments->command, "people") == 0 || arguments->people != NULL;
  g_autofree char *text = programme_import_columns_file (
      arguments->people != NULL ? arguments->people : arguments->file, arguments->import_options, is_people, &error);
  return text != NULL ? write_text (text, arguments) : fail (error);
}

/* people */

int
list_people (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammePeople) people
      = programme_import_people_file (arguments->file, arguments->import_options, report, &error);
  if (people == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  guint n = programme_people_get_n (people);
  if (!arguments->quiet)
    say ("%s: %u %s", arguments->file, n, n == 1 ? "person" : "people");
  g_autofree char *csv = programme_people_to_csv (people);
  return is_refused (report, arguments) ? refuse () : write_text (csv, arguments);
}

#define SHOWN 5 /* rows, to see how a list is read */

/* Columns and the first rows; nothing is made. */
int
show_people (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammePeople) people
      = programme_import_people_file (arguments->people, arguments->import_options, report, &error);
  if (people == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  g_autoptr (ProgrammePeople) first = programme_people_new ();
  const char *const *fields = programme_people_list_fields ();
  guint n = programme_people_get_n (people);
  for (guint row = 0; row < MIN (n, SHOWN); row++)
    {
      programme_people_add (first, programme_people_get_place (people, row));
      for (guint i = 0; fields[i] != NULL; i++)
        programme_people_set (first, row, fields[i], programme_people_get (people, row, fields[i]));
    }
  if (!arguments->quiet)
    say ("%s: %u %s", arguments->people, n, n == 1 ? "person" : "people");
  g_autofree char *csv = programme_people_to_csv (first);
  return print (csv);
}

/* export */

static int
write_bytes (GBytes *bytes, const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  if (arguments->output != NULL && strcmp (arguments->output, "-") != 0)
    return programme_write_bytes (bytes, arguments->output, arguments->file, &error) ? DONE : fail (error);
  g_autoptr (GOutputStream) stream = standard_output_new ();
  return g_output_stream_write_all (stream, data, length, NULL, NULL, &error) ? DONE : fail (error);
}

int
export_event (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (GBytes) bytes
      = programme_export_file (arguments->file, arguments->format, arguments->export_language, report, &error);
  if (bytes == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  return is_refused (report, arguments) ? refuse () : write_bytes (bytes, arguments);
}
