/* Whose sessions are whose. Enters: an event, what a list says of somebody's sessions, who they are in the event. Leaves: these
   sessions. */
#pragma once

#include "event/event.h"

typedef struct
{
  const PgDay *day;
  const PgEntry *entry;
  const PgGroup *group; /* in which they have a part of it; or NULL */
} PgOwn;

/* PgOwn, in the order of the agenda; the caller frees it. sessions: their ids, numbers or titles, divided by semicolons or
   commas, or by spaces where none of them has any. known: a person of the event's, whose are all in which they have a part; or
   NULL. unknown (may be NULL) gets copies of what no session is called. */
GArray *pg_own_sessions (const ProgrammeEvent *event, const char *sessions, const PgPerson *known, GPtrArray *unknown);
