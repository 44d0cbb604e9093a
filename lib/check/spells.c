/* Enters: an event. Leaves: what its entries occupy, in minutes on one line of time. */
#include "check/spells.h"

#include "event/dates.h"

#define FIRST_DAY (-719162) /* of the year 1, as pg_day_number() counts */
#define MAX_PARALLEL 1000   /* entries that are looked through for the one that ends another */

/* Without an end of its own an entry lasts until the next one in its room, or in none, starts. */
static int
effective_end (const PgDay *day, guint index)
{
  const PgEntry *entry = g_ptr_array_index (day->entries, index);
  if (entry->end >= 0)
    return entry->end;
  guint limit = MIN (day->entries->len, index + MAX_PARALLEL);
  for (guint i = index + 1; i < limit; i++)
    {
      const PgEntry *next = g_ptr_array_index (day->entries, i);
      if (next->start > entry->start && (next->room == entry->room || next->room == NULL || entry->room == NULL))
        return next->start;
    }
  return -1;
}

static void
add_day (GArray *spells, const PgDay *day)
{
  int number = pg_day_number (day->year, day->month, day->day);
  if (number == G_MININT)
    return;
  gint64 midnight = ((gint64) number - FIRST_DAY) * PG_DAY_MINUTES;
  for (guint i = 0; i < day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      int end = effective_end (day, i);
      /* A reversed time is reported as such and occupies nothing. */
      PgSpell spell = { day, entry, NULL, NULL, midnight + entry->start, end >= entry->start ? midnight + end : -1 };
      g_array_append_val (spells, spell);
    }
}

GArray *
pg_spells_new (const ProgrammeEvent *event)
{
  GArray *spells = g_array_new (FALSE, FALSE, sizeof (PgSpell));
  for (guint i = 0; i < event->days->len; i++)
    add_day (spells, g_ptr_array_index (event->days, i));
  return spells;
}

int
pg_spell_compare (gconstpointer a, gconstpointer b)
{
  const PgSpell *left = a, *right = b;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  guint left_line = left->entry->place.line, right_line = right->entry->place.line;
  return left_line < right_line ? -1 : left_line > right_line;
}

int
pg_spells_shared (const PgSpell *a, const PgSpell *b)
{
  if (a->start == b->start && (a->end < 0 || b->end < 0))
    return 1;
  return (int) MAX (0, MIN (a->end, b->end) - MAX (a->start, b->start));
}
