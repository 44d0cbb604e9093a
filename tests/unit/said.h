/* What stands in print. Enters: an event's text, a theme, a language.
   Leaves: nothing; a text that is not there ends the test. */
#pragma once

#include "journey.h"

/* Asserts that each text, up to NULL, stands in a line of its own on the pages of the agenda. */
void printed_assert (const char *xml, ProgrammeTheme *theme, const char *language, const char *const *texts);
/* The same for another piece. */
void printed_assert_in (const char *piece, const char *xml, ProgrammeTheme *theme, const char *language,
                        const char *const *texts);
/* The same for a journey that is not yet made. */
void printed_assert_journey (Journey *journey, const char *language, const char *const *texts);
