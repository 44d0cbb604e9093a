/* How much a test may try. Enters: the options of its program. Leaves: a number of runs. */
#pragma once

#include <glib.h>

/* Whether time is taken: with "-m slow", which "make check" gives; but not with the sanitisers, where all takes ten times
   as long. "make check-quick" and a program that is run by hand take little. */
static inline gboolean
is_slow_run (void)
{
#ifdef __SANITIZE_ADDRESS__
  return FALSE;
#else
  return g_test_slow ();
#endif
}
