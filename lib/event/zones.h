/* Time zones. Enters: an event with its zones, a day. Leaves: labels, times in a second zone, and when clocks change. */
#pragma once

#include "event/event.h"

/* "KST": the day's or event's label, else the zone's abbreviation on that day by ICU; NULL without a zone. Free. */
char *pg_zone_format (const ProgrammeEvent *event, const PgDay *day, const char *language);
/* The second zone's label on that day, as of pg_zone_format; NULL without a second zone. Free. */
char *pg_second_zone_format (const ProgrammeEvent *event, const PgDay *day, const char *language);

/* A time of day in the event's second zone, minutes after that date's midnight there: negative on the date before. FALSE
   where there is no second zone. Clocks are set as they are at that time. */
gboolean pg_second_zone_minute (const ProgrammeEvent *event, const PgDay *day, int minute, int *second);

/* Whether a time of day is there, once, in a zone. */
typedef enum
{
  PG_CLOCK_PLAIN,
  PG_CLOCK_SKIPPED, /* clocks go forward over it */
  PG_CLOCK_TWICE    /* they go back to it; it is taken for the second one */
} PgClock;
PgClock pg_zone_clock (const char *zone, const PgDay *day, int minute);

/* Whether the IANA list has a zone, and the zone that was probably meant (free with g_free; NULL if none is near). */
gboolean pg_zone_exists (const char *zone);
char *pg_zone_nearest (const char *zone);
