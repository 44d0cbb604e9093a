/* Enters: two bytes that say what to make, and an event. Leaves: that piece of it, written in one of the themes. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size < 2)
    return 0;
  const char *const *themes = programme_theme_list ();
  g_autoptr (GBytes) bytes = fuzz_bytes (data + 2, size - 2);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = programme_event_read_bytes (bytes, "event.xml", NULL, report, NULL);
  if (event != NULL)
    fuzz_make (event, fuzz_theme (themes[data[0] % g_strv_length ((char **) themes)]), data[1]);
  return 0;
}
