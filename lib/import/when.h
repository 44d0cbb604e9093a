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

/* The day so many after the first, as 2031-05-05 (free with g_free); NULL if that is not known: by --date, or else the first date
   that was read. */
char *pg_when_day (const PgWhen *when, guint days);

/* The year in a text, such as “Harbours 2031”, for dates that say none, if none is known yet. TRUE if it was taken. */
gboolean pg_when_learn_year (PgWhen *when, const char *text);

/* Whether a date is within a month of the day that --date names, or nothing names one. */
gboolean pg_when_is_near (const PgWhen *when, const char *date);

/* How many times of day are in a text: 0, 1 or 2, in minutes after midnight, above 1440 past it. */
guint pg_when_times (PgWhen *when, const char *text, int *start, int *end);

/* How many bytes at the beginning of a text are a time, or a range of times, and what parts it from the rest; 0 if it begins with
   none. Dates are none. */
gsize pg_when_prefix (const PgWhen *when, const char *text);

/* "45", "45 min", "1:30", "1h30"; 0 if it is none. */
guint pg_when_minutes (const char *text);

/* How many dates had the year that was learnt, and which that is. */
guint pg_when_n_yearless (const PgWhen *when, int *year);

/* How many dates could have been read with day and month the other way round. */
guint pg_when_n_unsure (const PgWhen *when);
