/* Enters: dates and times as files write them. Leaves: days and minutes as the clocks of a zone show them. */
#pragma once

#include <glib.h>

#define PG_DAY_MINUTES (24 * 60)

typedef struct
{
  int day;             /* of GDate's count; 0: no date was read */
  int minute;          /* of that day */
  gboolean has_offset; /* the file says how far the clock is from UTC, */
  int offset;          /* in minutes */
  gboolean is_date;    /* no time of day was there */
} PgMoment;

/* "2031-05-05T09:00:00+02:00", "2031-05-05 09:00", "20310505T090000Z", "2031-05-05". FALSE for what is no date. */
gboolean pg_moment_parse (const char *text, PgMoment *moment);
/* "9:30", "09:30", "09:30:00"; -1 for what is no time of day, 0:00 to 48:00. */
int pg_moment_clock (const char *text);
/* Minutes of "0:30", "00:30:00", "1:00:30:00" (with days), "90", "PT1H30M"; -1 for what is none. */
int pg_moment_length (const char *text);

/* "2031-05-05"; free with g_free. A day of GDate's count from year, month and day; 0 if there is none. */
char *pg_date_name (int day);
int pg_date_of (int year, int month, int day);

/* A time zone of the IANA list; NULL if it has none of that name. */
typedef struct PgZone PgZone;
PgZone *pg_zone_new (const char *name);
void pg_zone_free (PgZone *zone);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgZone, pg_zone_free)

/* How far its clocks are from UTC, in minutes, when they show a time of a day; 0 for no zone. */
int pg_clock_offset (PgZone *zone, int day, int minute);
/* The same moment as the zone's clocks show it, if the file says how far its own clock is from UTC. */
void pg_moment_move (PgMoment *moment, PgZone *zone);
