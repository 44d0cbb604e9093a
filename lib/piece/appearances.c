/* Enters: an event. Leaves: who has a part in its agenda, each once with all of it, and in the order that is wanted. */
#include "piece/appearances.h"

#include "event/dates.h"
#include "piece/parts.h"
#include "say/say.h"

#include <string.h>

const char *
pg_list_order (const PgVoice *voice)
{
  const PgFormat *format = pg_format_lookup (voice->event, voice->language);
  return format != NULL ? format->order : NULL;
}

static void
unref_array (gpointer array)
{
  g_array_unref (array);
}

GArray *
pg_appearances_new (PgArena *arena)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (PgAppearance));
  pg_arena_defer (arena, unref_array, turns);
  return turns;
}

typedef struct
{
  const PgVoice *voice;
  PgProtocol *protocol;
  GHashTable *known;
  GPtrArray *speakers;
} Collection;

static PgSpeaker *
speaker_of (const Collection *collection, const PgPerson *person, const PgSlot *slot)
{
  PgArena *arena = collection->voice->arena;
  PgSpeaker *speaker = g_hash_table_lookup (collection->known, person);
  if (speaker != NULL)
    return speaker;
  speaker = pg_arena_new0 (arena, PgSpeaker);
  speaker->person = person;
  speaker->turns = pg_appearances_new (arena);
  speaker->precedence = pg_protocol_place (collection->protocol, person, pg_slot_organisation (slot, person),
                                           pg_slot_country (slot, person));
  g_hash_table_insert (collection->known, (gpointer) person, speaker);
  g_ptr_array_add (collection->speakers, speaker);
  return speaker;
}

/* Talks without a number cannot be told apart: they are one turn with their session. */
static gboolean
is_same_turn (const PgAppearance *a, const PgAppearance *b)
{
  const char *number = a->talk != NULL ? a->talk->number : NULL, *other = b->talk != NULL ? b->talk->number : NULL;
  return a->day == b->day && a->entry == b->entry && a->work == b->work
         && (a->talk == b->talk || (number == NULL && other == NULL));
}

/* place says where the groups are; its slot is put in. */
static void
collect_groups (const Collection *collection, const GPtrArray *groups, PgAppearance place)
{
  for (guint g = 0; g < groups->len; g++)
    {
      const PgGroup *group = g_ptr_array_index (groups, g);
      for (guint s = 0; s < group->slots->len; s++)
        {
          place.slot = g_ptr_array_index (group->slots, s);
          for (guint p = 0; p < place.slot->people->len; p++)
            {
              PgSpeaker *speaker = speaker_of (collection, g_ptr_array_index (place.slot->people, p), place.slot);
              guint n = speaker->turns->len;
              if (n == 0 || !is_same_turn (&g_array_index (speaker->turns, PgAppearance, n - 1), &place))
                g_array_append_val (speaker->turns, place);
            }
        }
    }
}

typedef struct
{
  const Collection *collection;
  PgAppearance place;
} TopicCollection;

static void
collect_topic (const PgTopic *topic, gpointer data)
{
  const TopicCollection *topics = data;
  collect_groups (topics->collection, topic->groups, topics->place);
}

static void
collect_entry (const Collection *collection, const PgDay *day, const PgEntry *entry)
{
  collect_groups (collection, entry->groups, (PgAppearance){ .day = day, .entry = entry });
  for (guint t = 0; entry->talks != NULL && t < entry->talks->len; t++)
    {
      const PgTalk *talk = g_ptr_array_index (entry->talks, t);
      collect_groups (collection, talk->groups, (PgAppearance){ .day = day, .entry = entry, .talk = talk });
    }
  pg_each_topic (entry->topics, collect_topic, &(TopicCollection){ collection, { .day = day, .entry = entry } });
  for (guint w = 0; entry->works != NULL && w < entry->works->len; w++)
    {
      const PgWork *work = g_ptr_array_index (entry->works, w);
      collect_groups (collection, work->groups, (PgAppearance){ .day = day, .entry = entry, .work = work });
    }
}

GPtrArray *
pg_speakers_collect (const PgVoice *voice, PgProtocol *protocol)
{
  GPtrArray *speakers = pg_arena_array (voice->arena);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  Collection collection = { voice, protocol, known, speakers };
  collect_groups (&collection, voice->event->groups, (PgAppearance){ .day = NULL });
  for (guint d = 0; d < voice->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (voice->event->days, d);
      collect_groups (&collection, day->groups, (PgAppearance){ .day = day });
      for (guint e = 0; e < day->entries->len; e++)
        collect_entry (&collection, day, g_ptr_array_index (day->entries, e));
    }
  return speakers;
}

static const PgVersion *
name_of (const PgVoice *voice, const PgSpeaker *speaker)
{
  return pg_text_get (speaker->person->name, voice->language);
}

/* A Chinese list in which a name says in Latin letters how it is read is in the order of sounds. */
static gboolean
is_by_sound (const PgVoice *voice, const GPtrArray *speakers)
{
  gboolean is_chinese = g_ascii_strncasecmp (voice->language, "zh", 2) == 0;
  for (guint i = 0; is_chinese && i < speakers->len; i++)
    {
      const char *sort = name_of (voice, g_ptr_array_index (speakers, i))->sort;
      if (sort != NULL && g_unichar_get_script (g_utf8_get_char (sort)) == G_UNICODE_SCRIPT_LATIN)
        return TRUE;
    }
  return FALSE;
}

static void
find_keys (const PgVoice *voice, GPtrArray *speakers)
{
  gboolean by_sound = is_by_sound (voice, speakers);
  for (guint i = 0; i < speakers->len; i++)
    {
      PgSpeaker *speaker = g_ptr_array_index (speakers, i);
      const PgVersion *name = name_of (voice, speaker);
      g_autofree char *family = pg_version_family_name (name), *sound = by_sound ? pg_han_sound (family, TRUE) : NULL;
      speaker->key = name->sort != NULL ? name->sort : pg_arena_strdup (voice->arena, sound != NULL ? sound : family);
    }
}

typedef struct
{
  const PgVoice *voice;
  const PgProtocol *protocol;
  const PgCollator *collator;
} Order;

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const PgSpeaker *left = *(PgSpeaker *const *) a, *right = *(PgSpeaker *const *) b;
  const Order *order = data;
  int result = 0;
  if (order->voice->request->sort == PG_SORT_PROTOCOL)
    return pg_protocol_compare (order->protocol, &left->precedence, &right->precedence);
  if (order->voice->request->sort == PG_SORT_COUNTRY)
    result = pg_collator_compare (order->collator, left->precedence.delegation, right->precedence.delegation);
  if (result == 0)
    result = pg_collator_compare (order->collator, left->key, right->key);
  if (result == 0)
    result = pg_collator_compare (order->collator, pg_plain (order->voice, left->person->name),
                                  pg_plain (order->voice, right->person->name));
  return result;
}

void
pg_speakers_sort (const PgVoice *voice, const PgProtocol *protocol, GPtrArray *speakers)
{
  g_autoptr (PgCollator) collator = pg_collator_new (voice->language, pg_list_order (voice));
  Order order = { voice, protocol, collator };
  find_keys (voice, speakers);
  g_ptr_array_sort_with_data (speakers, compare, &order);
}

const PgGroup *
pg_appearance_group (const PgAppearance *turn)
{
  const GPtrArray *groups = turn->talk != NULL    ? turn->talk->groups
                            : turn->work != NULL  ? turn->work->groups
                            : turn->entry != NULL ? turn->entry->groups
                            : turn->day != NULL   ? turn->day->groups
                                                  : NULL;
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const PgGroup *group = g_ptr_array_index (groups, i);
      if (g_ptr_array_find (group->slots, turn->slot, NULL))
        return group;
    }
  return NULL;
}

char *
pg_appearance_anchor (const PgVoice *voice, const PgAppearance *turn)
{
  if (turn->talk != NULL)
    return pg_talk_anchor (voice, turn->entry, turn->talk);
  if (turn->work != NULL)
    return pg_work_anchor (voice, turn->entry, turn->work);
  if (turn->entry != NULL)
    return pg_entry_anchor (voice, turn->entry);
  return turn->day != NULL ? pg_arena_printf (voice->arena, "day-%u", turn->day->number)
                           : pg_arena_strdup (voice->arena, PG_AGENDA_ANCHOR);
}
