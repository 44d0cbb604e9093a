/* Enters: an event. Leaves: the folder of the user's own fonts. */
#pragma once

#include <programme/event.h>

/* The folder that is named (may be NULL), else "fonts" beside the event, if there is one. NULL if there is none; free
   with g_free. event may be NULL. */
char *pg_own_fonts_find (const ProgrammeEvent *event, const char *named, ProgrammeReport *report);
