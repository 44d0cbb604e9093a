/* How times are written. Enters: what is wanted, a language. Leaves: the style of times there, and whether words follow them. */
#pragma once

#include "say/request.h"

/* On a day, or, where it has no style of its own, in the event and the language. */
PgTimeStyle pg_time_style (const PgRequest *request, const char *language, const PgDay *day);

/* What the language says after times in its usual style, such as "o'clock"; NULL: nothing, or the style is another. */
const char *pg_after_times (const PgRequest *request, const char *language, const PgDay *day);

/* Whether times have words after their figures, such as "am", on any day: columns of times are wider then. */
gboolean pg_times_have_words (const PgRequest *request);
