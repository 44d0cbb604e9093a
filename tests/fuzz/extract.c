/* Enters: a PDF. Leaves: the event that is in it. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = fuzz_bytes (data, size);
  g_autoptr (GBytes) source = programme_extract_source_from_bytes (bytes, "a.pdf", NULL);
  (void) source;
  return 0;
}
