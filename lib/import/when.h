/* Dates and times as people write them in tables. Enters: the text of a cell. Leaves: a date, the minutes of a day. */
#pragma once

#include <glib.h>

typedef struct PgWhen PgWhen;

/* languages: those of the event, with commas between, or NULL; date: the day that --date names, or NULL: it gives the year where
   none is written, and the first day. */
PgWhen *pg_when_new (const char *languages, const char *date);
void pg_when_free (PgWhen *when);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgWhen, pg_when_free)

/* The date in a text, as 2031-05-05 (free with g_free), or NULL. is_day: what could be a time, too, such as 11.10, is a date
   here. rest (may be NULL) gets the text without it; free, too. */
char *pg_when_date (PgWhen *when, const char *text, gboolean is_day, char **rest);

/* How many times of day are in a text: 0, 1 or 2, in minutes after midnight, above 1440 past it. */
guint pg_when_times (PgWhen *when, const char *text, int *start, int *end);

/* "45", "45 min", "1:30", "1h30"; 0 if it is none. */
guint pg_when_minutes (const char *text);

/* How many dates could have been read with day and month the other way round. */
guint pg_when_n_unsure (const PgWhen *when);
