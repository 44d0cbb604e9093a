/* Enters: a PDF. Leaves: its pages on sheets, in a way that follows from how long it is. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const ways[] = { "saddle", "perfect", "nup", "cutstack" };
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (GBytes) bytes = fuzz_bytes (data, size);
  programme_options_set (options, "impose", ways[size % G_N_ELEMENTS (ways)], NULL);
  programme_options_set (options, "sheet", "SRA3", NULL);
  g_autoptr (GBytes) sheets = programme_impose_bytes (bytes, "a.pdf", options, report, NULL, NULL);
  (void) sheets;
  return 0;
}
