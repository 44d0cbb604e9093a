/* Schedules that are one list, without days. Enters: entries, each with its date and time. Leaves: days of a draft; what is on
   after midnight belongs to the evening before. */
#pragma once

#include "import/format.h"
#include "import/left.h"
#include "import/moment.h"

typedef struct
{
  const PgForeign *foreign;
  PgDraft *draft;
  PgLeft *left;
  PgZone *zone; /* the draft's, or NULL */
  PgFamily *family;

  /* its own */
  PgDraftDay *waiting; /* of no date yet */
  GArray *moments;     /* PgMoment, as many as entries wait */
  guint n_timeless, n_cut, n_utc;
} PgFlat;

void pg_flat_init (PgFlat *flat, const PgForeign *foreign, PgDraft *draft);
void pg_flat_clear (PgFlat *flat);

/* The draft's zone, where no option has named one already. One that nobody knows is told, and none. */
void pg_flat_set_zone (PgFlat *flat, const char *name);

/* An entry from start to end, which is NULL where it is not said; NULL for a start that is none, which is counted. */
PgDraftEntry *pg_flat_entry (PgFlat *flat, PgDraftSort sort, const PgMoment *start, const PgMoment *end);

/* Puts the entries into days and tells what was counted. FALSE with an error where there is none. title: the draft's where it
   has none; NULL: the file's name. */
gboolean pg_flat_finish (PgFlat *flat, const char *title, GError **error);
