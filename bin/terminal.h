/* Enters: what is to be said, with names that anybody chose. Leaves: it on standard error, in lines that no name can end
   or turn round. */
#pragma once

#include <glib.h>

/* Says one line, whose end it adds; what would move a terminal's cursor, end the line or turn its direction is shown as
   U+FFFD. */
void say (const char *format, ...) G_GNUC_PRINTF (1, 2);
