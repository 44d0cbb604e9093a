/* Enters: a table in text. Leaves: the schedule that it is, read as an event, and the people that it has. */
#include "fuzz.h"

#include <programme/import.h>
#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = fuzz_bytes (data, size);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeImportOptions) options = programme_import_options_new ();
  programme_import_options_set (options, "date", "2031-05-05", NULL);
  g_autofree char *xml = programme_import_bytes (bytes, "a.csv", options, report, NULL);
  g_autoptr (GBytes) text = xml != NULL ? g_bytes_new_static (xml, strlen (xml)) : NULL;
  g_autoptr (ProgrammeEvent) event
      = text != NULL ? programme_event_read_bytes (text, "event.xml", NULL, report, NULL) : NULL;
  if (xml != NULL && event == NULL)
    g_error ("what was imported is no event: %s", xml);
  g_autoptr (ProgrammePeople) people = programme_import_people_bytes (bytes, "a.csv", NULL, report, NULL);
  g_autofree char *csv = people != NULL ? programme_people_to_csv (people) : NULL;
  (void) csv;
  return 0;
}
