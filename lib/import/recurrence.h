/* Entries of calendars that are repeated. Enters: what libical has read. Leaves: the times of each. */
#pragma once

#include <glib.h>
#include <libical/ical.h>

typedef struct
{
  GHashTable *changed; /* char*: repetitions that have an entry of their own */
  int last; /* the last day of entries that are not repeated, as pg_date_of() counts; what is repeated without an end
                          ends there */
  guint n_endless; /* entries that did so */
} PgRecurrences;

void pg_recurrences_init (PgRecurrences *recurrences);
void pg_recurrences_clear (PgRecurrences *recurrences);

/* Takes down the entries of a calendar, before the first question. */
void pg_recurrences_scan (PgRecurrences *recurrences, icalcomponent *calendar);

/* The times of an entry (struct icaltimetype), which are its start alone if nothing repeats it; free with g_array_unref(). */
GArray *pg_recurrences_of (PgRecurrences *recurrences, icalcomponent *event);

/* What one of several times of an entry is called, or one that was changed: "uid/20310506T0900". Free with g_free. */
char *pg_recurrence_id (const char *uid, struct icaltimetype time);
