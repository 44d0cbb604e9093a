/* Enters: two events. Leaves: what changed, each thing once. */
#include "compare/changes.h"

#include <string.h>

typedef struct
{
  const ProgrammeEvent *before, *now;
  PgChanges *changes;
} Comparison;

static void
add (const Comparison *comparison, PgChange change, ProgrammeChangeKind kind)
{
  change.kind = kind;
  g_array_append_val (comparison->changes->list, change);
}

/* Whether a text reads otherwise in a language that both have, or, where they share none, at all. A language that is added or
   left out is no other text. */
static gboolean
reads_otherwise (const PgText *before, const PgText *now)
{
  guint n_shared = 0;
  if (before == NULL || now == NULL)
    return before != now;
  for (guint i = 0; i < now->versions->len; i++)
    {
      const PgVersion *version = g_ptr_array_index (now->versions, i);
      const PgVersion *old = pg_text_lookup (before, version->language);
      if (old != NULL && strcmp (old->string, version->string) != 0)
        return TRUE;
      n_shared += old != NULL ? 1 : 0;
    }
  return n_shared == 0;
}

static gboolean
is_called_otherwise (const PgEntry *before, const PgEntry *now)
{
  if (before->title == NULL && now->title == NULL)
    return g_strcmp0 (before->word, now->word) != 0;
  return reads_otherwise (before->title, now->title);
}

/* Whether one of things before, each as what it is now, is not among those now. Frees both. */
static gboolean
differ (const PgMatches *matches, GPtrArray *before, GPtrArray *now)
{
  gboolean is_other = before->len != now->len;
  for (guint i = 0; i < before->len && !is_other; i++)
    {
      gpointer same = g_hash_table_lookup (matches->now, before->pdata[i]);
      is_other = same == NULL || !g_ptr_array_find (now, same, NULL);
    }
  g_ptr_array_unref (before);
  g_ptr_array_unref (now);
  return is_other;
}

static gboolean
is_other_day (const PgDay *before, const PgDay *now)
{
  return before->year != now->year || before->month != now->month || before->day != now->day;
}

static void
compare_entries (const Comparison *comparison, PgChange pair)
{
  const PgEntry *before = pair.entry_before, *now = pair.entry;
  if (now->is_cancelled && !before->is_cancelled)
    add (comparison, pair, PROGRAMME_CHANGE_CANCELLED);
  if (is_other_day (pair.day_before, pair.day))
    add (comparison, pair, PROGRAMME_CHANGE_MOVED);
  else if (before->start != now->start || before->end != now->end)
    add (comparison, pair, PROGRAMME_CHANGE_RETIMED);
  if (differ (&comparison->changes->matches, pg_rooms_of (before), pg_rooms_of (now)))
    add (comparison, pair, PROGRAMME_CHANGE_ROOM);
  if (is_called_otherwise (before, now))
    add (comparison, pair, PROGRAMME_CHANGE_RENAMED);
  if (differ (&comparison->changes->matches, pg_people_of (before, NULL), pg_people_of (now, NULL)))
    add (comparison, pair, PROGRAMME_CHANGE_SPEAKER);
}

/* A talk moves with its session, in time and place: that is told of the session. */
static void
compare_talks (const Comparison *comparison, PgChange pair)
{
  const PgTalk *before = pair.talk_before, *now = pair.talk;
  gboolean same_session = g_hash_table_lookup (comparison->changes->matches.now, pair.entry_before) == pair.entry;
  int from = before->start - pair.entry_before->start, to = now->start - pair.entry->start;
  if (!same_session)
    add (comparison, pair, PROGRAMME_CHANGE_MOVED);
  else if (before->start >= 0 && now->start >= 0 && from != to)
    add (comparison, pair, PROGRAMME_CHANGE_RETIMED);
  if (reads_otherwise (before->title, now->title))
    add (comparison, pair, PROGRAMME_CHANGE_RENAMED);
  if (differ (&comparison->changes->matches, pg_people_of (NULL, before), pg_people_of (NULL, now)))
    add (comparison, pair, PROGRAMME_CHANGE_SPEAKER);
}

/* A thing with what it was, and where that was. */
typedef struct
{
  const PgDay *day;
  const PgEntry *entry;
  const PgTalk *talk;
} Where;

/* All entries and talks of an event, each by itself. Free with g_hash_table_unref. */
static GHashTable *
places_of (const ProgrammeEvent *event)
{
  GHashTable *places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint d = 0; d < event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (event->days, d);
      for (guint i = 0; i < day->entries->len; i++)
        {
          const PgEntry *entry = g_ptr_array_index (day->entries, i);
          Where where = { day, entry, NULL };
          g_hash_table_insert (places, (gpointer) entry, g_memdup2 (&where, sizeof where));
          for (guint t = 0; entry->talks != NULL && t < entry->talks->len; t++)
            {
              where.talk = g_ptr_array_index (entry->talks, t);
              g_hash_table_insert (places, (gpointer) where.talk, g_memdup2 (&where, sizeof where));
            }
        }
    }
  return places;
}

/* Talks of a session that is new or gone are so with it. */
static void
add_one_sided (const Comparison *comparison, const Where *where, gboolean is_new)
{
  const PgMatches *matches = &comparison->changes->matches;
  gboolean has_entry = g_hash_table_contains (is_new ? matches->before : matches->now, where->entry);
  PgChange change = { .subject = where->talk != NULL ? PROGRAMME_CHANGE_SUBJECT_TALK : PROGRAMME_CHANGE_SUBJECT_ENTRY };
  if (where->talk != NULL && !has_entry)
    return;
  if (is_new)
    {
      change.day = where->day;
      change.entry = where->entry;
      change.talk = where->talk;
    }
  else
    {
      change.day_before = where->day;
      change.entry_before = where->entry;
      change.talk_before = where->talk;
    }
  add (comparison, change, is_new ? PROGRAMME_CHANGE_NEW : PROGRAMME_CHANGE_GONE);
}

static void
compare_pair (const Comparison *comparison, const Where *before, const Where *now)
{
  PgChange pair = { .day_before = before->day,
                    .day = now->day,
                    .entry_before = before->entry,
                    .entry = now->entry,
                    .talk_before = before->talk,
                    .talk = now->talk };
  pair.subject = now->talk != NULL ? PROGRAMME_CHANGE_SUBJECT_TALK : PROGRAMME_CHANGE_SUBJECT_ENTRY;
  if (now->talk != NULL)
    compare_talks (comparison, pair);
  else
    compare_entries (comparison, pair);
}

static void
compare_places (const Comparison *comparison)
{
  const PgMatches *matches = &comparison->changes->matches;
  g_autoptr (GHashTable) before = places_of (comparison->before), now = places_of (comparison->now);
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gconstpointer old = g_hash_table_lookup (matches->before, key);
      if (old != NULL)
        compare_pair (comparison, g_hash_table_lookup (before, old), value);
      else
        add_one_sided (comparison, value, TRUE);
    }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (matches->now, key))
      add_one_sided (comparison, value, FALSE);
}

/* Of people and rooms all else is told where they come. */
static void
compare_names (const Comparison *comparison)
{
  for (guint i = 0; i < comparison->now->people->len; i++)
    {
      PgChange pair = { .subject = PROGRAMME_CHANGE_SUBJECT_PERSON };
      pair.person = g_ptr_array_index (comparison->now->people, i);
      pair.person_before = g_hash_table_lookup (comparison->changes->matches.before, pair.person);
      if (pair.person_before != NULL && reads_otherwise (pair.person_before->name, pair.person->name))
        add (comparison, pair, PROGRAMME_CHANGE_RENAMED);
    }
  for (guint i = 0; i < comparison->now->rooms->len; i++)
    {
      PgChange pair = { .subject = PROGRAMME_CHANGE_SUBJECT_ROOM };
      pair.room = g_ptr_array_index (comparison->now->rooms, i);
      pair.room_before = g_hash_table_lookup (comparison->changes->matches.before, pair.room);
      if (pair.room_before != NULL && reads_otherwise (pair.room_before->name, pair.room->name))
        add (comparison, pair, PROGRAMME_CHANGE_RENAMED);
    }
}

/* Of what is compared, one after the other: date, time, place in the file. */
static gint64
moment_of (const PgChange *change)
{
  const PgDay *day = change->day != NULL ? change->day : change->day_before;
  const PgEntry *entry = change->entry != NULL ? change->entry : change->entry_before;
  const PgTalk *talk = change->talk != NULL ? change->talk : change->talk_before;
  if (day == NULL)
    return G_MAXINT64;
  gint64 date = ((gint64) day->year * 16 + day->month) * 32 + day->day;
  return date * 10000 + (talk != NULL && talk->start >= 0 ? talk->start : entry->start);
}

static const PgPlace *
place_of (const PgChange *change)
{
  return change->talk != NULL           ? &change->talk->place
         : change->talk_before != NULL  ? &change->talk_before->place
         : change->entry != NULL        ? &change->entry->place
         : change->entry_before != NULL ? &change->entry_before->place
         : change->person != NULL       ? &change->person->place
                                        : &change->room->place;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const PgChange *left = a, *right = b;
  gint64 one = moment_of (left), other = moment_of (right);
  const PgPlace *here = place_of (left), *there = place_of (right);
  if (one != other)
    return one < other ? -1 : 1;
  if (here->line != there->line)
    return here->line < there->line ? -1 : 1;
  if (here->column != there->column)
    return here->column < there->column ? -1 : 1;
  return (int) left->kind - (int) right->kind;
}

PgChanges *
pg_changes_new (const ProgrammeEvent *before, const ProgrammeEvent *now)
{
  PgChanges *changes = g_new0 (PgChanges, 1);
  Comparison comparison = { before, now, changes };
  changes->matches = pg_matches_new (before, now);
  changes->list = g_array_new (FALSE, FALSE, sizeof (PgChange));
  compare_places (&comparison);
  compare_names (&comparison);
  g_array_sort (changes->list, compare_changes);
  return changes;
}

void
pg_changes_free (PgChanges *changes)
{
  if (changes == NULL)
    return;
  pg_matches_clear (&changes->matches);
  g_array_unref (changes->list);
  g_free (changes);
}

GPtrArray *
pg_change_people (const PgChanges *changes, const PgChange *change, gboolean before)
{
  const PgMatches *matches = &changes->matches;
  g_autoptr (GPtrArray) old = pg_people_of (change->entry_before, change->talk_before);
  g_autoptr (GPtrArray) now = pg_people_of (change->entry, change->talk);
  GPtrArray *those = before ? old : now, *others = before ? now : old, *people = g_ptr_array_new ();
  for (guint i = 0; i < those->len; i++)
    {
      gpointer same = g_hash_table_lookup (before ? matches->now : matches->before, those->pdata[i]);
      if (same == NULL || !g_ptr_array_find (others, same, NULL))
        g_ptr_array_add (people, those->pdata[i]);
    }
  return people;
}
