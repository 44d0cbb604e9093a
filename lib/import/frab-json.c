/* Enters: schedule.json of pretalx, frab, the hub, after the c3voc's shape. Leaves: what it says; frab.c makes sense of it. */
#include "import/frab.h"
#include "import/json.h"
#include "import/schedules.h"

#include <string.h>

typedef struct
{
  PgArena *arena;
  PgFrabSchedule *schedule;
} Reader;

gboolean
pg_frab_json_is (const PgForeign *foreign)
{
  return pg_json_has (foreign, "conference") && pg_json_has (foreign, "days");
}

/* The first of several members that says something. */
static const char *
first_words (Reader *reader, JsonObject *object, const char *const *members)
{
  const char *words = NULL;
  for (; *members != NULL && words == NULL; members++)
    words = pg_json_words (reader->arena, object, *members);
  return words;
}

static void
read_persons (Reader *reader, JsonArray *persons, PgFrabEvent *event)
{
  static const char *const names[] = { "public_name", "name", "full_public_name", "display_name", NULL };
  for (guint i = 0; i < pg_json_length (persons); i++)
    {
      PgFrabPerson *person = pg_arena_new0 (reader->arena, PgFrabPerson);
      JsonObject *object = pg_json_element (persons, i);
      person->name = object != NULL ? first_words (reader, object, names)
                                    : pg_json_node_words (reader->arena, json_array_get_element (persons, i));
      person->id = pg_json_words (reader->arena, object, "id");
      person->guid = pg_json_words (reader->arena, object, "guid");
      person->code = pg_json_words (reader->arena, object, "code");
      person->url = pg_json_words (reader->arena, object, "url");
      person->email = pg_json_words (reader->arena, object, "email");
      person->biography = pg_json_words (reader->arena, object, "biography");
      g_ptr_array_add (event->persons, person);
    }
}

static void
read_links (Reader *reader, JsonArray *links, PgFrabEvent *event)
{
  for (guint i = 0; i < pg_json_length (links); i++)
    {
      JsonObject *object = pg_json_element (links, i);
      PgFrabLink *link = pg_arena_new0 (reader->arena, PgFrabLink);
      link->href = pg_json_words (reader->arena, object, "url");
      link->title = pg_json_words (reader->arena, object, "title");
      if (link->href != NULL)
        g_ptr_array_add (event->links, link);
    }
}

static gboolean
says_something (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_ARRAY:
      return json_array_get_length (json_node_get_array (node)) > 0;
    case JSON_NODE_OBJECT:
      return json_object_get_size (json_node_get_object (node)) > 0;
    case JSON_NODE_VALUE:
      return json_node_get_value_type (node) != G_TYPE_STRING || *json_node_get_string (node) != '\0';
    case JSON_NODE_NULL:
    default:
      return FALSE;
    }
}

static void
count_others (Reader *reader, JsonObject *object)
{
  static const char *const read[]
      = { "title",    "subtitle", "date",        "start",   "duration", "room",        "slug", "url",  "track", "type",
          "language", "abstract", "description", "persons", "links",    "attachments", "id",   "guid", "code",  NULL };
  g_autoptr (GList) members = json_object_get_members (object);
  for (GList *member = members; member != NULL; member = member->next)
    if (!g_strv_contains (read, member->data) && says_something (json_object_get_member (object, member->data)))
      pg_left_add (reader->schedule->left, member->data, NULL);
}

static void
read_event (Reader *reader, JsonObject *object, const char *room, PgFrabDay *day)
{
  PgFrabEvent *event = pg_arena_new0 (reader->arena, PgFrabEvent);
  const struct
  {
    const char *name;
    const char **field;
  } fields[] = { { "id", &event->id },
                 { "guid", &event->guid },
                 { "code", &event->code },
                 { "title", &event->title },
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
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i].field = pg_json_words (reader->arena, object, fields[i].name);
  if (event->room == NULL)
    event->room = room;
  event->persons = pg_arena_array (reader->arena);
  event->links = pg_arena_array (reader->arena);
  read_persons (reader, pg_json_array (object, "persons"), event);
  read_links (reader, pg_json_array (object, "links"), event);
  read_links (reader, pg_json_array (object, "attachments"), event);
  count_others (reader, object);
  g_ptr_array_add (day->events, event);
}

static void
read_day (Reader *reader, JsonObject *object)
{
  PgFrabDay *day = pg_arena_new0 (reader->arena, PgFrabDay);
  JsonObject *rooms = pg_json_object (object, "rooms");
  day->date = pg_json_words (reader->arena, object, "date");
  day->start = pg_json_words (reader->arena, object, "day_start");
  day->events = pg_arena_array (reader->arena);
  g_autoptr (GList) names = rooms != NULL ? json_object_get_members (rooms) : NULL;
  for (GList *name = names; name != NULL; name = name->next)
    {
      JsonArray *events = pg_json_array (rooms, name->data);
      for (guint i = 0; i < pg_json_length (events); i++)
        {
          JsonObject *event = pg_json_element (events, i);
          if (event != NULL)
            read_event (reader, event, pg_arena_strdup (reader->arena, name->data), day);
        }
    }
  if (day->events->len > 0)
    g_ptr_array_add (reader->schedule->days, day);
}

static void
read_schedule (Reader *reader, JsonObject *root)
{
  PgFrabSchedule *schedule = reader->schedule;
  JsonObject *object = pg_json_object (root, "schedule"), *conference;
  if (object == NULL)
    object = root;
  conference = pg_json_object (object, "conference");
  schedule->generator = pg_json_words (reader->arena, pg_json_object (object, "generator"), "name");
  if (schedule->generator == NULL)
    schedule->generator = pg_json_words (reader->arena, pg_json_object (root, "generator"), "name");
  schedule->title = pg_json_words (reader->arena, conference, "title");
  schedule->subtitle = pg_json_words (reader->arena, conference, "subtitle");
  schedule->venue = pg_json_words (reader->arena, conference, "venue");
  schedule->city = pg_json_words (reader->arena, conference, "city");
  schedule->day_change = pg_json_words (reader->arena, conference, "day_change");
  schedule->zone = pg_json_words (reader->arena, conference, "time_zone_name");
  JsonArray *days = pg_json_array (conference, "days");
  for (guint i = 0; i < pg_json_length (days); i++)
    {
      JsonObject *day = pg_json_element (days, i);
      if (day != NULL)
        read_day (reader, day);
    }
}

gboolean
pg_frab_json_read (const PgForeign *foreign, PgDraft *draft, GError **error)
{
  g_autoptr (JsonNode) root = pg_json_read (foreign, error);
  if (root == NULL)
    return FALSE;
  g_autoptr (PgArena) arena = pg_arena_new ();
  g_autoptr (PgLeft) left = pg_left_new ();
  PgFrabSchedule schedule = { .days = pg_arena_array (arena), .left = left };
  Reader reader = { arena, &schedule };
  if (JSON_NODE_HOLDS_OBJECT (root))
    read_schedule (&reader, json_node_get_object (root));
  return pg_frab_draft (foreign, &schedule, draft, error);
}
