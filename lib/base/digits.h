/* Enters: figures in 0 to 9. Leaves: the same in the digits of a script. */
#pragma once

#include <glib.h>

/* zero is the script's digit for 0; the other nine follow it in Unicode. '0' leaves the text as it is. Free. */
char *pg_digits (const char *latin, gunichar zero);
