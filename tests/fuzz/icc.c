/* Enters: a colour profile. Leaves: whether it is a press's. */
#include "fuzz.h"
#include "pdf/icc.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = fuzz_bytes (data, size);
  g_autofree char *name = pg_icc_check_press (bytes, "press.icc", NULL);
  (void) name;
  return 0;
}
