/* Calendars, in iCalendar or as XML. Enters: what each event of one says. Leaves: a draft. */
#pragma once

#include "import/flat.h"

typedef struct
{
  const char *name, *guid; /* guid: or NULL */
} PgCalendarPerson;

typedef struct
{
  const char *uid, *summary, *subtitle, *description, *location, *category, *type, *url, *status, *language, *slug;
  gboolean is_rich; /* the description is HTML or Markdown, not a mere text */
  PgMoment start, end;
  const char *zone;  /* that the start is in, or NULL */
  int length;        /* minutes; -1: not said, or there is an end */
  GPtrArray *people; /* PgCalendarPerson* */
} PgCalendarEvent;

typedef struct
{
  PgFlat flat;
  guint n_whole_days;
} PgCalendar;

void pg_calendar_init (PgCalendar *calendar, const PgForeign *foreign, PgDraft *draft);
/* Adds a person to a list; address: who it is, as calendars say it, or NULL. */
void pg_calendar_add_person (PgArena *arena, GPtrArray *people, const char *name, const char *address);
/* The language of the calendar's texts, where no option has named one. */
void pg_calendar_set_language (PgCalendar *calendar, const char *language);
void pg_calendar_add (PgCalendar *calendar, const PgCalendarEvent *event);
/* Ends the calendar, which is cleared in any case. */
gboolean pg_calendar_finish (PgCalendar *calendar, const char *title, GError **error);
