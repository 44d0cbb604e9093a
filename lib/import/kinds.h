/* What an entry of a table is. Enters: its title, or what a column says. Leaves: the vocabulary's word for it. */
#pragma once

#include <glib.h>

/* "coffee", "lunch", "break" ... for the title of a break; NULL for others. */
const char *pg_kind_of_break (const char *title);
/* "keynote", "panel" ... for what a column of kinds says; NULL if it is none of them. */
const char *pg_kind_of_session (const char *word);
