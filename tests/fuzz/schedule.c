/* Enters: a byte that says which format, and a schedule or calendar. Leaves: it imported, read, checked, and exported. */
#include "fuzz.h"

#include <programme/export.h>
#include <programme/import.h>
#include <string.h>

static char *
import (const guint8 *data, gsize size, ProgrammeReport *report)
{
  static const char *const formats[] = { "schedule.xml", "schedule.json", "ics", "xcal", "sessionize", "opass" };
  g_autoptr (ProgrammeImportOptions) options = programme_import_options_new ();
  g_autoptr (GBytes) bytes = fuzz_bytes (data + 1, size - 1);
  programme_import_options_set (options, "format", formats[data[0] % G_N_ELEMENTS (formats)], NULL);
  return programme_import_bytes (bytes, "file", options, report, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (ProgrammeReport) report = programme_report_new (), found = programme_report_new ();
  g_autofree char *xml = size > 0 ? import (data, size, report) : NULL;
  if (xml == NULL)
    return 0;
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (ProgrammeEvent) event = programme_event_read_bytes (bytes, "event.xml", NULL, found, NULL);
  if (event == NULL || programme_report_count (found, PROGRAMME_SEVERITY_ERROR) > 0)
    g_error ("what was imported is no event: %s%s",
             programme_report_get_n_findings (found) > 0
                 ? programme_finding_get_message (programme_report_get_finding (found, 0))
                 : "",
             xml);
  programme_event_check (event, report);
  const char *const *formats = programme_export_list_formats ();
  guint n = g_strv_length ((char **) formats);
  GBytes *file = programme_export_bytes (bytes, "event.xml", formats[size % n], NULL, report, NULL);
  g_clear_pointer (&file, g_bytes_unref);
  return 0;
}
