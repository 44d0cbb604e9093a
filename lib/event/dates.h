/* Dates and times in words and figures. Enters: a day, a minute of it, a style, a language. Leaves: UTF-8, with digits 0
   to 9 in any language. */
#pragma once

#include "event/event.h"

/* A time of day; past midnight it counts on (1530 is 1:30). Figures are aligned by U+2007 in place of a missing
   digit where the style writes the hour without a leading zero. Free with g_free. */
char *pg_time_format (PgTimeStyle style, int minute, const char *language);

/* The day's date by the event's pattern or else by CLDR, as a heading: "Tuesday 3 September 2024", "Mardi 6 mai 2025".
   Free with g_free. */
char *pg_date_format (const ProgrammeEvent *event, const PgDay *day, const char *language);
/* What <formats> says of a language: of the tag, else of its primary language; NULL if nothing. */
const PgFormat *pg_format_lookup (const ProgrammeEvent *event, const char *language);
/* The event's own pattern for dates in a language, or NULL. */
const char *pg_date_pattern (const ProgrammeEvent *event, const char *language);
/* With a capital, as a heading begins: "Mardi". Free with g_free. */
char *pg_capitalised (const char *text);
/* By an ICU skeleton such as "MMMMEEEEd". Free with g_free. */
char *pg_date_format_skeleton (const PgDay *day, const char *skeleton, const char *language);
/* The first day to the last: "3–4 September 2024". Free with g_free. */
char *pg_dates_format (const ProgrammeEvent *event, const char *language);

/* "KST": the day's or event's label, else the zone's abbreviation on that day by ICU; NULL without a zone. Free. */
char *pg_zone_format (const ProgrammeEvent *event, const PgDay *day, const char *language);

/* A time of day in the event's second zone, minutes after that date's midnight there: negative on the date before. FALSE
   where there is no second zone. Clocks are set as they are at that time. */
gboolean pg_second_zone_minute (const ProgrammeEvent *event, const PgDay *day, int minute, int *second);
/* The second zone's label on that day, as of pg_zone_format; NULL without a second zone. Free. */
char *pg_second_zone_format (const ProgrammeEvent *event, const PgDay *day, const char *language);

/* Whether the IANA list has a zone, and the zone that was probably meant (free with g_free; NULL if none is near). */
gboolean pg_zone_exists (const char *zone);
char *pg_zone_nearest (const char *zone);
/* Whether ICU can write a date by the pattern. */
gboolean pg_date_pattern_exists (const char *pattern);

/* Days since 1970-01-01, or G_MININT if there is no such date. */
int pg_day_number (int year, int month, int day);
