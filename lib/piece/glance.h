/* A day at a glance, by time or with its rooms side by side. Enters: a day. Leaves: its rows and pages. Private to
   piece/glance*.c. */
#pragma once

#include "say/furniture.h"

/* Entries of a day: from the first on, to before the end. */
typedef struct
{
  const PgDay *day;
  guint first, end;
} PgHours;

/* Whether it has more to be said than stands in its row; a break is told nowhere else. */
gboolean pg_glance_tells (const PgEntry *entry);
/* Its row: time, plate, title, room, folio; with so much white, or less. */
PgBlock *pg_glance_row (const PgVoice *voice, const PgDay *day, const PgEntry *entry, double pad);
/* A page below the day's title; without that, its rule is level with that of a page that has one. */
PgPageRun *pg_glance_page (const PgVoice *voice, const PgDay *day, gboolean has_title, PgBlock *said);
/* Where a day is cut: before its lunch, or, where that is far from its middle, before the break that is nearest to this; in its
   middle if it has none. */
guint pg_glance_middle (const PgDay *day);
/* Adds two pages that lie open together, where each has room for what it says, or else another run. */
void pg_glance_add_spread (const PgVoice *voice, GPtrArray *runs, PgPageRun *before, PgPageRun *after,
                           PgPageRun *instead);

/* glance-rooms.c: the pages of a day whose sessions run at the same time in two to four rooms, these side by side; list: what is
   set where that has no room. NULL for any other day; of more rooms a note is told. */
PgPageRun *pg_glance_rooms (const PgVoice *voice, const PgDay *day, PgPageRun *list);

/* glance-cell.c: how much is said of a session in a column of its room. */
typedef enum
{
  PG_CELL_ALL,
  PG_CELL_WITHOUT_STARTS, /* of talks */
  PG_CELL_WITHOUT_CHAIRS,
  PG_CELL_TITLE, /* alone */
  PG_CELL_TIGHT  /* the same with less white */
} PgCellDensity;

/* What stands in a column of a width: plate, title, folio, and who is there; has_plates: some in the day have one; has_times: its
   times, too. */
typedef struct
{
  const PgDay *day;
  double width;
  PgCellDensity density;
  gboolean has_plates, has_times;
} PgCellLook;
PgBlock *pg_glance_cell (const PgVoice *voice, const PgCellLook *look, const PgEntry *entry);
/* Who leads and who speaks in what is for all, where they are few; else NULL. */
PgBlock *pg_glance_people (const PgVoice *voice, const PgEntry *entry, PgCellDensity density);
