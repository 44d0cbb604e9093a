/* Enters: a theme. Leaves: an agenda that is set in it. */
#include "fuzz.h"

#include <string.h>

static const char xml[]
    = "<programme version='1'><event><title>Harbours</title></event><agenda><day date='2031-05-05'>"
      "<session start='09:00' end='10:00'><title>Tides</title><abstract><p>Ebb and flow.</p></abstract></session>"
      "<break kind='coffee' start='10:00' end='10:30'/></day></agenda></programme>";

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = fuzz_bytes (data, size), text = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeTheme) theme = programme_theme_read_bytes (bytes, "own.theme", NULL, report, NULL);
  if (theme == NULL)
    return 0;
  g_autoptr (ProgrammeEvent) event = programme_event_read_bytes (text, "event.xml", NULL, report, NULL);
  fuzz_make (event, theme, 0);
  return 0;
}
