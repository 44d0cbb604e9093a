/* Enters: an event. Leaves: what its entries occupy, in minutes on one line of time. Private to check/. */
#pragma once

#include "event/event.h"

#define PG_DAY_MINUTES (24 * 60)

/* What an entry occupies, in minutes since the start of the year 1: sessions past midnight meet those of the next day. end
   is -1 where nothing tells it: neither the entry nor what follows it in the same room. */
typedef struct
{
  const PgDay *day;
  const PgEntry *entry;
  const PgTalk *talk; /* of somebody who gives it; else NULL */
  const PgSlot *slot; /* of somebody: what names them; else NULL */
  gint64 start, end;
} PgSpell;

/* All entries of days whose date is known, by day and start. Free with g_array_unref. */
GArray *pg_spells_new (const ProgrammeEvent *event);
int pg_spell_compare (gconstpointer a, gconstpointer b);
/* Minutes that both occupy; 0: none. Two that start at once without a known end share one at least. */
int pg_spells_shared (const PgSpell *a, const PgSpell *b);
