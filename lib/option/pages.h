/* Which pages. Enters: "1-3,5". Leaves: the pages that it names. */
#pragma once

#include <glib.h>

/* TRUE for numbers and ranges, from 1, with commas between. */
gboolean pg_pages_are_well_formed (const char *text);

/* Sets those of wanted that a well-formed text names, all for NULL. Gives a page that it names but is not there, or 0. */
guint pg_pages_mark (const char *text, gboolean *wanted, guint n_pages);
