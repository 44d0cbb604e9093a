/* Schedules as frab, pretalx and their kin write them, in XML or in JSON. Enters: what such a file says, as it says it. Leaves:
   a draft, with days, times and people that fit together. */
#pragma once

#include "import/format.h"
#include "import/left.h"

/* What is nowhere has to have a room in these files. */
#define PG_FRAB_NO_ROOM "-"

/* Strings are lent, and NULL where the file says nothing. */

typedef struct
{
  const char *name, *id, *guid, *code, *biography, *url, *email;
} PgFrabPerson;

typedef struct
{
  const char *href, *title;
} PgFrabLink;

typedef struct
{
  guint line, column; /* in the file; 0: not known */
  const char *id, *guid, *code, *date, *start, *duration, *room, *slug, *url, *title, *subtitle, *track, *type,
      *language;
  const char *abstract, *description;
  GPtrArray *persons; /* PgFrabPerson* */
  GPtrArray *links;   /* PgFrabLink* */
} PgFrabEvent;

typedef struct
{
  guint line, column;
  const char *date, *start;
  GPtrArray *events; /* PgFrabEvent* */
} PgFrabDay;

typedef struct
{
  const char *generator, *title, *subtitle, *venue, *city, *day_change, *zone;
  GPtrArray *days; /* PgFrabDay* */
  PgLeft *left;
} PgFrabSchedule;

gboolean pg_frab_draft (const PgForeign *foreign, const PgFrabSchedule *schedule, PgDraft *draft, GError **error);
