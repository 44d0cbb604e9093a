/* Times of day. Enters: a minute of a day, a style, a language. Leaves: UTF-8, with digits 0 to 9 in any language. */
#pragma once

#include "event/event.h"

/* A time of day; past midnight it counts on (1530 is 1:30). Figures are aligned by U+2007 in place of a missing
   digit where the style writes the hour without a leading zero. Free with g_free. */
char *pg_time_format (PgTimeStyle style, int minute, const char *language);

/* The hour alone, in figures: "09", or "9" where the style has no zero, of twelve where it divides the day. Free with g_free. */
char *pg_hour_format (PgTimeStyle style, int minute);

/* The style that files name so, such as "9h00"; PG_TIMES_THEME for NULL and what is none. */
PgTimeStyle pg_time_style_named (const char *name);
/* How a language writes times where neither event nor theme says it: PG_TIMES_THEME if it leaves that open. */
PgTimeStyle pg_time_style_usual (const char *language);
