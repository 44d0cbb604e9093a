/* Enters: an event. Leaves: it read and checked. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = fuzz_bytes (data, size);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = programme_event_read_bytes (bytes, "event.xml", NULL, report, NULL);
  if (event != NULL)
    programme_event_check (event, report);
  return 0;
}
