/* Enters: two events. Leaves: which entries, talks, people and rooms of one are which of the other. */
#include "compare/match.h"

#include "compare/likeness.h"

#include <string.h>

#define N_EXACT 5
#define LEAST_LIKENESS 0.5
#define MOST_OF_A_KEY 50 /* things with one key, among which likeness is looked for */

/* What an entry, a talk, a person or a room is known by. */
typedef struct
{
  gconstpointer it;
  char *exact[N_EXACT]; /* the best first: two with the same are one; NULL: none */
  GArray *title;        /* trigrams, or NULL: it is not looked for by likeness */
  GPtrArray *keys;      /* of what it may be like: words of its title, people */
  GPtrArray *people;    /* as they are called now */
  char *rooms;
  const PgDay *day;
  int start;
  gboolean is_break;
} Thing;

static void
free_thing (gpointer data)
{
  Thing *thing = data;
  for (guint i = 0; i < N_EXACT; i++)
    g_free (thing->exact[i]);
  g_clear_pointer (&thing->title, g_array_unref);
  g_clear_pointer (&thing->keys, g_ptr_array_unref);
  g_clear_pointer (&thing->people, g_ptr_array_unref);
  g_free (thing->rooms);
  g_free (thing);
}

static Thing *
add_thing (GPtrArray *things, gconstpointer it)
{
  Thing *thing = g_new0 (Thing, 1);
  thing->it = it;
  g_ptr_array_add (things, thing);
  return thing;
}

const char *
pg_entry_title_in (const PgEntry *entry, const char *language)
{
  const PgVersion *title = pg_text_get (entry->title, language);
  return title != NULL ? title->string : entry->word != NULL ? entry->word : "session";
}

static void
add_people (GPtrArray *people, const GPtrArray *groups)
{
  for (guint g = 0; g < groups->len; g++)
    {
      const PgGroup *group = g_ptr_array_index (groups, g);
      for (guint s = 0; s < group->slots->len; s++)
        {
          const PgSlot *slot = g_ptr_array_index (group->slots, s);
          for (guint p = 0; p < slot->people->len; p++)
            if (!g_ptr_array_find (people, g_ptr_array_index (slot->people, p), NULL))
              g_ptr_array_add (people, g_ptr_array_index (slot->people, p));
        }
    }
}

static void
add_of_topic (const PgTopic *topic, gpointer people)
{
  add_people (people, topic->groups);
}

GPtrArray *
pg_people_of (const PgEntry *entry, const PgTalk *talk)
{
  GPtrArray *people = g_ptr_array_new ();
  add_people (people, talk != NULL ? talk->groups : entry->groups);
  if (talk != NULL)
    return people;
  pg_each_topic (entry->topics, add_of_topic, people);
  for (guint w = 0; entry->works != NULL && w < entry->works->len; w++)
    add_people (people, ((const PgWork *) g_ptr_array_index (entry->works, w))->groups);
  return people;
}

GPtrArray *
pg_rooms_of (const PgEntry *entry)
{
  GPtrArray *rooms = g_ptr_array_new ();
  if (entry->room != NULL)
    g_ptr_array_add (rooms, entry->room);
  for (guint i = 0; entry->further_rooms != NULL && i < entry->further_rooms->len; i++)
    g_ptr_array_add (rooms, g_ptr_array_index (entry->further_rooms, i));
  return rooms;
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  gconstpointer left = *(const gconstpointer *) a, right = *(const gconstpointer *) b;
  return left < right ? -1 : left > right;
}

/* Those of the event before are called as what they are now. */
static void
call_as_now (const PgMatches *matches, GPtrArray *things)
{
  for (guint i = 0; i < things->len; i++)
    {
      gpointer now = g_hash_table_lookup (matches->now, things->pdata[i]);
      things->pdata[i] = now != NULL ? now : things->pdata[i];
    }
  g_ptr_array_sort (things, compare_pointers);
}

static char *
print_pointers (const GPtrArray *things)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < things->len; i++)
    g_string_append_printf (text, "%p ", things->pdata[i]);
  return g_string_free (text, FALSE);
}

/* Matching */

static void
pair (PgMatches *matches, gconstpointer before, gconstpointer now)
{
  g_hash_table_insert (matches->now, (gpointer) before, (gpointer) now);
  g_hash_table_insert (matches->before, (gpointer) now, (gpointer) before);
}

static gboolean
is_free (const PgMatches *matches, const Thing *before, const Thing *now)
{
  return !g_hash_table_contains (matches->now, before->it) && !g_hash_table_contains (matches->before, now->it);
}

/* Several with the same are told apart by their order. */
static void
match_exactly (PgMatches *matches, const GPtrArray *before, const GPtrArray *now, guint level)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_queue_free);
  for (guint i = 0; i < now->len; i++)
    {
      const Thing *thing = g_ptr_array_index (now, i);
      if (thing->exact[level] == NULL || g_hash_table_contains (matches->before, thing->it))
        continue;
      GQueue *queue = g_hash_table_lookup (waiting, thing->exact[level]);
      if (queue == NULL)
        g_hash_table_insert (waiting, thing->exact[level], queue = g_queue_new ());
      g_queue_push_tail (queue, (gpointer) thing);
    }
  for (guint i = 0; i < before->len; i++)
    {
      const Thing *thing = g_ptr_array_index (before, i);
      GQueue *queue = thing->exact[level] != NULL ? g_hash_table_lookup (waiting, thing->exact[level]) : NULL;
      if (queue == NULL || g_queue_is_empty (queue) || g_hash_table_contains (matches->now, thing->it))
        continue;
      pair (matches, thing->it, ((const Thing *) g_queue_pop_head (queue))->it);
    }
}

static gboolean
is_same_day (const PgDay *a, const PgDay *b)
{
  return a->year == b->year && a->month == b->month && a->day == b->day;
}

static double
share_of_people (const Thing *a, const Thing *b)
{
  guint shared = 0, both = a->people->len + b->people->len;
  for (guint i = 0; i < a->people->len; i++)
    shared += g_ptr_array_find (b->people, a->people->pdata[i], NULL) ? 2 : 0;
  return both > 0 ? (double) shared / both : 0;
}

/* Title, people, place and time, each by what it tells. A break stays on its day. */
static double
likeness (const Thing *a, const Thing *b)
{
  double title = pg_trigrams_likeness (a->title, b->title), people = share_of_people (a, b);
  if (a->day == NULL)
    return 0.6 * title + 0.4 * people;
  gboolean same_day = is_same_day (a->day, b->day);
  if (a->is_break != b->is_break || (a->is_break && !same_day))
    return 0;
  return 0.45 * title + 0.25 * people + (strcmp (a->rooms, b->rooms) == 0 ? 0.1 : 0)
         + (same_day && a->start == b->start ? 0.2 : 0);
}

typedef struct
{
  const Thing *before, *now;
  double likeness;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  double left = ((const Candidate *) a)->likeness, right = ((const Candidate *) b)->likeness;
  return left > right ? -1 : left < right;
}

static GHashTable *
index_by_keys (const PgMatches *matches, const GPtrArray *now)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < now->len; i++)
    {
      Thing *thing = g_ptr_array_index (now, i);
      if (thing->title == NULL || g_hash_table_contains (matches->before, thing->it))
        continue;
      for (guint k = 0; k < thing->keys->len; k++)
        {
          GPtrArray *those = g_hash_table_lookup (index, thing->keys->pdata[k]);
          if (those == NULL)
            g_hash_table_insert (index, thing->keys->pdata[k], those = g_ptr_array_new ());
          if (those->len < MOST_OF_A_KEY && (those->len == 0 || those->pdata[those->len - 1] != thing))
            g_ptr_array_add (those, thing);
        }
    }
  return index;
}

static void
add_candidates (GArray *candidates, const GHashTable *index, const Thing *before)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  for (guint k = 0; k < before->keys->len; k++)
    {
      const GPtrArray *those = g_hash_table_lookup ((GHashTable *) index, before->keys->pdata[k]);
      for (guint i = 0; those != NULL && i < those->len; i++)
        {
          Candidate candidate = { before, those->pdata[i], 0 };
          if (!g_hash_table_add (seen, those->pdata[i]))
            continue;
          candidate.likeness = likeness (before, candidate.now);
          if (candidate.likeness >= LEAST_LIKENESS)
            g_array_append_val (candidates, candidate);
        }
    }
}

/* The most alike first. */
static void
match_by_likeness (PgMatches *matches, const GPtrArray *before, const GPtrArray *now)
{
  g_autoptr (GHashTable) index = index_by_keys (matches, now);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  for (guint i = 0; i < before->len; i++)
    {
      const Thing *thing = g_ptr_array_index (before, i);
      if (thing->title != NULL && !g_hash_table_contains (matches->now, thing->it))
        add_candidates (candidates, index, thing);
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      if (is_free (matches, candidate->before, candidate->now))
        pair (matches, candidate->before->it, candidate->now->it);
    }
}

static void
match (PgMatches *matches, const GPtrArray *before, const GPtrArray *now)
{
  for (guint level = 0; level < N_EXACT; level++)
    match_exactly (matches, before, now, level);
  match_by_likeness (matches, before, now);
}

/* Things of an event */

typedef GPtrArray *(*ThingsFunc) (const PgMatches *matches, const ProgrammeEvent *event, const char *language);

static GPtrArray *
things_new (void)
{
  return g_ptr_array_new_with_free_func (free_thing);
}

static GPtrArray *
people_things (const PgMatches *matches, const ProgrammeEvent *event, const char *language)
{
  GPtrArray *things = things_new ();
  (void) matches;
  for (guint i = 0; i < event->people->len; i++)
    {
      const PgPerson *person = g_ptr_array_index (event->people, i);
      Thing *thing = add_thing (things, person);
      const PgVersion *name = pg_text_get (person->name, language);
      thing->exact[0] = name != NULL ? g_strdup (name->string) : NULL;
      thing->exact[1] = g_strdup (person->id);
    }
  return things;
}

static GPtrArray *
room_things (const PgMatches *matches, const ProgrammeEvent *event, const char *language)
{
  GPtrArray *things = things_new ();
  (void) matches;
  for (guint i = 0; i < event->rooms->len; i++)
    {
      const PgRoom *room = g_ptr_array_index (event->rooms, i);
      Thing *thing = add_thing (things, room);
      const PgVersion *name = pg_text_get (room->name, language);
      thing->exact[0] = name != NULL ? g_strdup (name->string) : NULL;
      thing->exact[1] = g_strdup (room->id);
    }
  return things;
}

/* By what it may be like others: words of some length, people, and when it begins. */
static void
add_keys (Thing *thing, const char *title)
{
  g_auto (GStrv) words = g_strsplit_set (title, " \t\n.,:;!?()“”\"'", -1);
  thing->title = pg_trigrams_new (title);
  thing->keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 3)
      g_ptr_array_add (thing->keys, g_utf8_casefold (words[i], -1));
  for (guint i = 0; i < thing->people->len; i++)
    g_ptr_array_add (thing->keys, g_strdup_printf ("%p", thing->people->pdata[i]));
  if (thing->day != NULL)
    g_ptr_array_add (thing->keys, g_strdup_printf ("%d-%d %d", thing->day->month, thing->day->day, thing->start));
}

static void
add_entry (const PgMatches *matches, GPtrArray *things, const PgDay *day, const PgEntry *entry, const char *language)
{
  Thing *thing = add_thing (things, entry);
  const char *title = pg_entry_title_in (entry, language);
  g_autoptr (GPtrArray) rooms = pg_rooms_of (entry);
  g_autofree char *date = g_strdup_printf ("%d-%d-%d", day->year, day->month, day->day);
  thing->people = pg_people_of (entry, NULL);
  call_as_now (matches, thing->people);
  call_as_now (matches, rooms);
  g_autofree char *people = print_pointers (thing->people);
  thing->rooms = print_pointers (rooms);
  thing->day = day;
  thing->start = entry->start;
  thing->is_break = entry->kind == PG_ENTRY_BREAK;
  thing->exact[0] = g_strdup (pg_entry_own_id (entry));
  thing->exact[1] = g_strdup_printf ("%s|%s|%d|%d|%s", title, date, entry->start, entry->end, thing->rooms);
  thing->exact[2] = g_strdup_printf ("%s|%s|%s", title, date, people);
  thing->exact[3] = g_strdup_printf ("%s|%s", title, date);
  thing->exact[4] = thing->is_break ? NULL : g_strdup (title);
  add_keys (thing, title);
}

static GPtrArray *
entry_things (const PgMatches *matches, const ProgrammeEvent *event, const char *language)
{
  GPtrArray *things = things_new ();
  for (guint d = 0; d < event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (event->days, d);
      for (guint i = 0; i < day->entries->len; i++)
        add_entry (matches, things, day, g_ptr_array_index (day->entries, i), language);
    }
  return things;
}

static void
add_talk (const PgMatches *matches, GPtrArray *things, const PgEntry *entry, const PgTalk *talk, const char *language)
{
  Thing *thing = add_thing (things, talk);
  const PgVersion *version = pg_text_get (talk->title, language);
  const char *title = version != NULL ? version->string : "";
  gconstpointer now = g_hash_table_lookup (matches->now, entry);
  thing->people = pg_people_of (entry, talk);
  call_as_now (matches, thing->people);
  g_autofree char *people = print_pointers (thing->people);
  thing->exact[0] = g_strdup_printf ("%p|%s|%s", now != NULL ? now : (gconstpointer) entry, title, people);
  thing->exact[1] = g_strdup_printf ("%s|%s", title, people);
  thing->exact[2] = g_strdup (title);
  add_keys (thing, title);
}

static GPtrArray *
talk_things (const PgMatches *matches, const ProgrammeEvent *event, const char *language)
{
  GPtrArray *things = things_new ();
  for (guint d = 0; d < event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (event->days, d);
      for (guint i = 0; i < day->entries->len; i++)
        {
          const PgEntry *entry = g_ptr_array_index (day->entries, i);
          for (guint t = 0; entry->talks != NULL && t < entry->talks->len; t++)
            add_talk (matches, things, entry, g_ptr_array_index (entry->talks, t), language);
        }
    }
  return things;
}

/* Each is known by what was found before it. */
PgMatches
pg_matches_new (const ProgrammeEvent *before, const ProgrammeEvent *now)
{
  static const ThingsFunc steps[] = { people_things, room_things, entry_things, talk_things };
  PgMatches matches = { g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL) };
  const char *language = now->languages[0];
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) old = steps[i](&matches, before, language), fresh = steps[i](&matches, now, language);
      match (&matches, old, fresh);
    }
  return matches;
}

void
pg_matches_clear (PgMatches *matches)
{
  g_clear_pointer (&matches->now, g_hash_table_unref);
  g_clear_pointer (&matches->before, g_hash_table_unref);
}
