/* Enters: the agenda of a file. Leaves: days, their entries by start, groups and slots of the model. */
#include "read/reader.h"
#include "event/times.h"
#include "read/values.h"

#include <string.h>

guint
pg_read_count (const PgNode *node, const char *attribute)
{
  const char *value = pg_node_value (node, attribute);
  return value != NULL ? pg_value_count (value) : 0;
}

gboolean
pg_is_without_times (const PgNode *node)
{
  for (; node != NULL; node = node->parent)
    if (pg_node_attribute (node, "times") != NULL)
      return strcmp (pg_node_value (node, "times"), "none") == 0;
  return FALSE;
}

/* An empty <position/> says that none is to be printed here, which is not the same as saying nothing. */
static PgText *
read_slot_position (PgReader *reader, const PgNode *node)
{
  if (pg_node_child (node, "position") == NULL)
    return NULL;
  PgText *position = pg_read_text (reader, node, "position");
  return position != NULL ? position : pg_read_text_new (reader);
}

/* The first of those that an attribute names, or NULL; further gets what it names besides, NULL for nothing. */
static gpointer
find_first (PgReader *reader, PgIdKind kind, const PgNode *node, const char *attribute, GPtrArray **further)
{
  GPtrArray *all = pg_arena_array (reader->arena);
  pg_ids_find_all (reader, kind, node, attribute, all);
  gpointer first = all->len > 0 ? g_ptr_array_remove_index (all, 0) : NULL;
  *further = all->len > 0 ? all : NULL;
  return first;
}

static PgSlot *
read_slot (PgReader *reader, const PgNode *node)
{
  PgSlot *slot = pg_arena_new0 (reader->arena, PgSlot);
  slot->people = pg_arena_array (reader->arena);
  pg_ids_find_all (reader, PG_ID_PERSON, node, "who", slot->people);
  slot->minutes = pg_read_count (node, "minutes");
  slot->name = pg_read_own_text (reader, node, "name");
  slot->position = read_slot_position (reader, node);
  slot->note = pg_read_text (reader, node, "note");
  slot->presenting = g_strcmp0 (pg_node_value (node, "presenting"), "yes") == 0;
  slot->no_organisation = g_strcmp0 (pg_node_value (node, "organisation"), "") == 0;
  if (!slot->no_organisation)
    slot->organisation = find_first (reader, PG_ID_ORGANISATION, node, "organisation", &slot->further_organisations);
  slot->country = pg_read_value (reader, node, "country");
  slot->place = node->place;
  return slot;
}

static PgGroup *
new_group (PgReader *reader, const PgNode *node)
{
  PgGroup *group = pg_arena_new0 (reader->arena, PgGroup);
  group->slots = pg_arena_array (reader->arena);
  group->place = node->place;
  return group;
}

static PgGroup *
read_group (PgReader *reader, const PgNode *node)
{
  PgGroup *group = new_group (reader, node);
  group->role = pg_read_value (reader, node, "role");
  group->label = pg_read_text (reader, node, "label");
  for (PgNode *slot = pg_node_child (node, "slot"); slot != NULL; slot = pg_node_again (slot))
    g_ptr_array_add (group->slots, read_slot (reader, slot));
  return group;
}

/* last gets the last of the item's translations. */
static PgGroup *
read_item (PgReader *reader, const PgNode *node, const PgNode **last)
{
  PgGroup *group = new_group (reader, node);
  group->minutes = pg_read_count (node, "minutes");
  group->label = pg_read_text_run (reader, node, last);
  return group->label != NULL ? group : NULL;
}

void
pg_read_groups (PgReader *reader, const PgNode *parent, GPtrArray *groups)
{
  const char *counted = pg_node_child (parent, "talk") != NULL ? "talk" : "work";
  guint n = 0;
  for (const PgNode *node = parent->first; node != NULL; node = node->next)
    {
      PgGroup *group = NULL;
      if (node->name == NULL)
        continue;
      if (pg_node_is (node, "group"))
        group = read_group (reader, node);
      else if (pg_node_is (node, "item"))
        group = read_item (reader, node, &node);
      else if (pg_node_is (node, counted))
        n++;
      if (group == NULL)
        continue;
      group->after = n;
      g_ptr_array_add (groups, group);
    }
}

/* What a session and a break have in common. fallback is the start where the file's is missing or bad. */
static PgEntry *
new_entry (PgReader *reader, const PgNode *node, int fallback)
{
  PgEntry *entry = pg_arena_new0 (reader->arena, PgEntry);
  const PgAttribute *start = pg_node_attribute (node, "start"), *end = pg_node_attribute (node, "end");
  entry->id = pg_read_value (reader, node, "id");
  entry->start = start != NULL ? pg_value_clock (start->value) : fallback;
  entry->end = end != NULL ? pg_value_clock (end->value) : -1;
  entry->unsure = node->faulty || start == NULL;
  entry->without_times = pg_is_without_times (node);
  entry->place = node->place;
  entry->start_place = start != NULL ? start->place : node->place;
  entry->end_place = end != NULL ? end->place : node->place;
  entry->title = pg_read_text (reader, node, "title");
  entry->room = find_first (reader, PG_ID_ROOM, node, "room", &entry->further_rooms);
  entry->organisers = pg_arena_array (reader->arena);
  entry->groups = pg_arena_array (reader->arena);
  pg_ids_add (reader, PG_ID_ENTRY, node, entry);
  return entry;
}

const char *
pg_read_languages (PgReader *reader, const PgNode *node)
{
  const char *value = pg_node_value (node, "language");
  if (value == NULL)
    return NULL;
  g_auto (GStrv) words = pg_value_words (value);
  g_autofree char *joined = g_strjoinv (" ", words);
  return pg_arena_strdup (reader->arena, joined);
}

static PgEntry *
read_session (PgReader *reader, const PgNode *node, int fallback)
{
  PgEntry *entry = new_entry (reader, node, fallback);
  const char *kind = pg_read_value (reader, node, "kind");
  gboolean plain = g_strcmp0 (kind, "plain") == 0;
  entry->kind = plain ? PG_ENTRY_PLAIN : PG_ENTRY_SESSION;
  entry->word = plain ? NULL : kind != NULL ? kind : "session";
  entry->number = pg_read_words (reader, node, "number");
  entry->is_cancelled = g_strcmp0 (pg_node_value (node, "cancelled"), "yes") == 0;
  entry->track = pg_ids_find (reader, PG_ID_TRACK, node, "track");
  entry->languages = pg_read_languages (reader, node);
  entry->classification = pg_read_fact (reader, node, "classification");
  entry->revision = pg_read_fact (reader, node, "revision");
  entry->abstract = pg_read_body (reader, pg_node_child (node, "abstract"));
  pg_read_organisers (reader, node, entry->organisers);
  pg_read_groups (reader, node, entry->groups);
  pg_read_talks (reader, node, entry);
  pg_read_business (reader, node, &entry->business);
  entry->topics = pg_read_topics (reader, node, 1);
  entry->origin = pg_read_origin (reader, node);
  entry->works = pg_read_works (reader, node);
  return entry;
}

static PgEntry *
read_break (PgReader *reader, const PgNode *node, int fallback)
{
  PgEntry *entry = new_entry (reader, node, fallback);
  const char *kind = pg_read_value (reader, node, "kind");
  entry->kind = PG_ENTRY_BREAK;
  entry->word = kind != NULL ? kind : "break";
  return entry;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const PgEntry *left = *(PgEntry *const *) a, *right = *(PgEntry *const *) b;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->place.line != right->place.line)
    return left->place.line < right->place.line ? -1 : 1;
  return left->place.column < right->place.column ? -1 : left->place.column > right->place.column;
}

/* Sorting is stable since the place breaks a tie. */
static void
sort_entries (PgReader *reader, PgDay *day)
{
  for (guint i = 1; i < day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i), *before = g_ptr_array_index (day->entries, i - 1);
      if (entry->start >= before->start || entry->unsure || before->unsure)
        continue;
      ProgrammeFinding *finding = pg_report_add (
          reader->report, PROGRAMME_SEVERITY_NOTE, &entry->start_place, "order",
          "this starts at %02d:%02d, before what stands above it (%02d:%02d): it is printed by its time",
          entry->start / 60, entry->start % 60, before->start / 60, before->start % 60);
      pg_finding_add_place (finding, &before->start_place);
      pg_finding_set_id (finding, entry->id);
    }
  g_ptr_array_sort (day->entries, compare_starts);
}

/* Where no times are printed the heading says when and where a day begins, and the room no longer stands in each row. */
static void
find_room (PgDay *day)
{
  PgRoom *room = NULL;
  for (guint i = 0; i < day->entries->len; i++)
    {
      PgEntry *entry = g_ptr_array_index (day->entries, i);
      if (entry->further_rooms != NULL || (entry->room != NULL && room != NULL && entry->room != room))
        return;
      room = entry->room != NULL ? entry->room : room;
    }
  day->room = day->without_times ? room : NULL;
  for (guint i = 0; i < day->entries->len; i++)
    ((PgEntry *) g_ptr_array_index (day->entries, i))->is_in_room_of_day = day->room != NULL;
}

/* An id that begins with a digit cannot be one of the file's. */
static void
name_entries (PgReader *reader, PgDay *day)
{
  for (guint i = 0; i < day->entries->len; i++)
    {
      PgEntry *entry = g_ptr_array_index (day->entries, i);
      if (entry->id == NULL)
        entry->id = pg_arena_printf (reader->arena, "%u.%u", day->number, i + 1);
    }
}

static void
read_entries (PgReader *reader, const PgNode *parent, PgDay *day)
{
  int fallback = 0;
  for (const PgNode *node = parent->first; node != NULL; node = node->next)
    {
      PgEntry *entry = NULL;
      if (node->name == NULL)
        continue;
      if (pg_node_is (node, "session"))
        entry = read_session (reader, node, fallback);
      else if (pg_node_is (node, "break"))
        entry = read_break (reader, node, fallback);
      if (entry == NULL)
        continue;
      g_ptr_array_add (day->entries, entry);
      fallback = MAX (entry->start, entry->end);
    }
  sort_entries (reader, day);
  find_room (day);
  name_entries (reader, day);
}

static void
read_date (const PgNode *node, PgDay *day)
{
  const PgAttribute *date = pg_node_attribute (node, "date");
  day->date_place = date != NULL ? date->place : node->place;
  if (date != NULL)
    pg_value_date (date->value, &day->year, &day->month, &day->day);
}

static void
read_day (PgReader *reader, const PgNode *node)
{
  PgDay *day = pg_arena_new0 (reader->arena, PgDay);
  day->number = reader->event->days->len + 1;
  day->place = node->place;
  read_date (node, day);
  day->times = pg_time_style_named (pg_node_value (node, "times"));
  day->without_times = pg_is_without_times (node);
  day->zone_label = pg_read_words (reader, node, "zone-label");
  day->title = pg_read_text (reader, node, "title");
  day->subtitle = pg_read_text (reader, node, "subtitle");
  day->running_head = pg_read_text (reader, node, "running-head");
  day->note = pg_read_body (reader, pg_node_child (node, "note"));
  day->has_end = pg_node_child (node, "end") != NULL;
  day->end = pg_read_text (reader, node, "end");
  day->organisers = pg_arena_array (reader->arena);
  day->entries = pg_arena_array (reader->arena);
  day->groups = pg_arena_array (reader->arena);
  pg_read_groups (reader, node, day->groups);
  pg_read_organisers (reader, node, day->organisers);
  read_entries (reader, node, day);
  g_ptr_array_add (reader->event->days, day);
}

void
pg_read_agenda (PgReader *reader, const PgNode *agenda)
{
  if (agenda == NULL)
    return;
  reader->event->agenda_title = pg_read_text (reader, agenda, "title");
  pg_read_groups (reader, agenda, reader->event->groups);
  for (PgNode *day = pg_node_child (agenda, "day"); day != NULL; day = pg_node_again (day))
    read_day (reader, day);
}
