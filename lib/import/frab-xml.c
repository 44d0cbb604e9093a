/* Enters: schedule.xml of frab, Pentabarf, pretalx, wafer, the hub, FOSDEM. Leaves: what it says; frab.c makes sense of it.
   What stands under a day is taken with a room around it and without; elements that are not known are counted. */
#include "import/frab.h"
#include "import/schedules.h"
#include "import/tree.h"

#include <string.h>

typedef struct
{
  PgArena *arena;
  PgFrabSchedule *schedule;
} Reader;

gboolean
pg_frab_xml_is (const PgForeign *foreign)
{
  const char *root = g_strstr_len (foreign->data, (gssize) MIN (foreign->length, 4096), "<schedule");
  return pg_foreign_starts (foreign, "<") && root != NULL && (root[9] == '>' || g_ascii_isspace (root[9]));
}

static const char *
child_words (Reader *reader, const PgNode *node, const char *name)
{
  return node != NULL ? pg_node_words (reader->arena, pg_node_child (node, name)) : NULL;
}

/* An attribute's value, or NULL where it is empty. */
static const char *
value_of (const PgNode *node, const char *name)
{
  const char *value = pg_node_value (node, name);
  return value != NULL && *value != '\0' ? value : NULL;
}

/* FOSDEM writes a person's name as an element within. */
static PgFrabPerson *
read_person (Reader *reader, const PgNode *node)
{
  PgFrabPerson *person = pg_arena_new0 (reader->arena, PgFrabPerson);
  const PgNode *name = pg_node_child (node, "name");
  person->name = pg_node_words (reader->arena, name != NULL ? name : node);
  person->id = value_of (node, "id");
  person->guid = value_of (node, "guid");
  person->code = value_of (node, "code");
  person->url = value_of (node, "url");
  person->email = child_words (reader, node, "email");
  person->biography = child_words (reader, node, "biography");
  return person;
}

static void
read_links (Reader *reader, const PgNode *list, const char *name, PgFrabEvent *event)
{
  if (list == NULL)
    return;
  for (const PgNode *node = pg_node_child (list, name); node != NULL; node = pg_node_again (node))
    {
      PgFrabLink *link = pg_arena_new0 (reader->arena, PgFrabLink);
      link->href = value_of (node, "href");
      link->title = pg_node_words (reader->arena, node);
      if (link->href != NULL)
        g_ptr_array_add (event->links, link);
    }
}

/* Children that say something which is not read. */
static void
count_others (Reader *reader, const PgNode *event)
{
  static const char *const read[]
      = { "title", "subtitle",    "date", "start",    "duration",       "room",        "slug",
          "url",   "track",       "type", "language", "abstract",       "description", "persons",
          "links", "attachments", "id",   "guid",     "conference_url", NULL };
  for (const PgNode *node = event->first; node != NULL; node = node->next)
    if (node->name != NULL && node->first != NULL && !g_strv_contains (read, node->name))
      pg_left_add (reader->schedule->left, node->name, NULL);
}

static void
read_event (Reader *reader, const PgNode *node, const char *room, PgFrabDay *day)
{
  PgFrabEvent *event = pg_arena_new0 (reader->arena, PgFrabEvent);
  const struct
  {
    const char *name;
    const char **field;
  } fields[] = { { "title", &event->title },
                 { "subtitle", &event->subtitle },
                 { "date", &event->date },
                 { "start", &event->start },
                 { "duration", &event->duration },
                 { "room", &event->room },
                 { "slug", &event->slug },
                 { "url", &event->url },
                 { "track", &event->track },
                 { "type", &event->type },
                 { "language", &event->language },
                 { "abstract", &event->abstract },
                 { "description", &event->description } };
  event->line = node->place.line;
  event->column = node->place.column;
  event->id = value_of (node, "id");
  event->guid = value_of (node, "guid");
  event->code = value_of (node, "code");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i].field = child_words (reader, node, fields[i].name);
  if (event->room == NULL)
    event->room = room;
  event->persons = pg_arena_array (reader->arena);
  event->links = pg_arena_array (reader->arena);
  const PgNode *persons = pg_node_child (node, "persons");
  for (const PgNode *person = persons != NULL ? pg_node_child (persons, "person") : NULL; person != NULL;
       person = pg_node_again (person))
    g_ptr_array_add (event->persons, read_person (reader, person));
  read_links (reader, pg_node_child (node, "links"), "link", event);
  read_links (reader, pg_node_child (node, "attachments"), "attachment", event);
  count_others (reader, node);
  g_ptr_array_add (day->events, event);
}

/* The events of a day, or of a room in it. */
static void
read_events (Reader *reader, const PgNode *parent, const char *room, PgFrabDay *day)
{
  for (const PgNode *node = parent->first; node != NULL; node = node->next)
    if (node->name == NULL)
      continue;
    else if (pg_node_is (node, "event"))
      read_event (reader, node, room, day);
    else if (pg_node_is (node, "room") && room == NULL)
      read_events (reader, node, value_of (node, "name"), day);
}

static void
read_day (Reader *reader, const PgNode *node)
{
  PgFrabDay *day = pg_arena_new0 (reader->arena, PgFrabDay);
  day->line = node->place.line;
  day->column = node->place.column;
  day->date = value_of (node, "date");
  day->start = value_of (node, "start");
  day->events = pg_arena_array (reader->arena);
  read_events (reader, node, NULL, day);
  if (day->events->len > 0)
    g_ptr_array_add (reader->schedule->days, day);
}

static void
read_conference (Reader *reader, const PgNode *root)
{
  PgFrabSchedule *schedule = reader->schedule;
  const PgNode *conference = pg_node_child (root, "conference"), *generator = pg_node_child (root, "generator");
  schedule->generator = generator != NULL ? value_of (generator, "name") : NULL;
  schedule->title = child_words (reader, conference, "title");
  schedule->subtitle = child_words (reader, conference, "subtitle");
  schedule->venue = child_words (reader, conference, "venue");
  schedule->city = child_words (reader, conference, "city");
  schedule->day_change = child_words (reader, conference, "day_change");
  schedule->zone = child_words (reader, conference, "time_zone_name");
}

gboolean
pg_frab_xml_read (const PgForeign *foreign, PgDraft *draft, GError **error)
{
  g_autoptr (PgArena) arena = pg_arena_new ();
  g_autoptr (PgLeft) left = pg_left_new ();
  PgFrabSchedule schedule = { .days = pg_arena_array (arena), .left = left };
  Reader reader = { arena, &schedule };
  const PgNode *root = pg_foreign_tree (foreign, arena, error);
  if (root == NULL)
    return FALSE;
  read_conference (&reader, root);
  for (const PgNode *day = pg_node_child (root, "day"); day != NULL; day = pg_node_again (day))
    read_day (&reader, day);
  return pg_frab_draft (foreign, &schedule, draft, error);
}
