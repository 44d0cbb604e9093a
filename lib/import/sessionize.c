/* Enters: JSON of Sessionize, its views "all" and "gridSmart". Leaves: a draft. */
#include "import/body.h"
#include "import/flat.h"
#include "import/json.h"
#include "import/schedules.h"
#include "import/terms.h"

#include <string.h>

typedef struct
{
  PgFlat flat;
  PgDraft *draft;
  PgArena *arena;                            /* the draft's */
  GHashTable *rooms, *speakers, *categories; /* by id: words, JsonObject*, Category* */
  GHashTable *seen;                          /* ids of sessions: the grid has some of them twice */
} Reader;

/* An item of a category, such as "Backend" of "Track". */
typedef struct
{
  const char *category, *name;
} Item;

gboolean
pg_sessionize_is (const PgForeign *foreign)
{
  return pg_json_has (foreign, "startsAt") && (pg_json_has (foreign, "sessions") || pg_json_has (foreign, "rooms"));
}

/* people */

/* The file knows which part of the name is the family's. */
static void
set_name (Reader *reader, PgDraftPerson *person, JsonObject *speaker, const char *name)
{
  const char *given = pg_json_words (reader->arena, speaker, "firstName");
  const char *family = pg_json_words (reader->arena, speaker, "lastName");
  if (family == NULL)
    {
      pg_draft_name (reader->draft, person, reader->flat.family, NULL, name != NULL ? name : given);
      return;
    }
  g_autoptr (GString) xml = g_string_new (NULL);
  if (given != NULL)
    pg_rich_escape (xml, given, -1);
  g_string_append (xml, given != NULL ? " <family>" : "<family>");
  pg_rich_escape (xml, family, -1);
  g_string_append (xml, "</family>");
  pg_draft_markup (reader->draft, &person->name, NULL, xml->str);
}

static PgDraftPerson *
person_of (Reader *reader, const char *id, const char *name)
{
  JsonObject *speaker = g_hash_table_lookup (reader->speakers, id);
  if (name == NULL && speaker != NULL)
    name = pg_json_words (reader->arena, speaker, "fullName");
  if (name == NULL && speaker == NULL)
    return NULL;
  PgDraftPerson *person = pg_draft_person (reader->draft, id);
  if (person->name != NULL)
    return person;
  set_name (reader, person, speaker, name);
  if (person->name == NULL)
    pg_draft_text (reader->draft, &person->name, NULL, id);
  pg_draft_text (reader->draft, &person->position, NULL, pg_json_words (reader->arena, speaker, "tagLine"));
  PgBody *body = pg_body_new (reader->arena, reader->flat.left, FALSE);
  pg_body_add (body, NULL, pg_json_words (reader->arena, speaker, "bio"));
  person->biography = pg_body_xml (body);
  PgDraftOrigin origin = { .system = "sessionize", .id = id };
  person->origin = pg_draft_origin (reader->draft, &origin);
  if (pg_json_words (reader->arena, speaker, "profilePicture") != NULL)
    pg_left_add (reader->flat.left, "profilePicture", NULL);
  return person;
}

static void
add_speakers (Reader *reader, JsonArray *speakers, PgDraftEntry *entry)
{
  for (guint i = 0; i < pg_json_length (speakers); i++)
    {
      JsonObject *object = pg_json_element (speakers, i);
      const char *id = object != NULL ? pg_json_words (reader->arena, object, "id")
                                      : pg_json_node_words (reader->arena, json_array_get_element (speakers, i));
      PgDraftPerson *person = id != NULL ? person_of (reader, id, pg_json_words (reader->arena, object, "name")) : NULL;
      if (person != NULL)
        pg_draft_slot (reader->draft, pg_draft_group (reader->draft, entry, "speaker"), person);
    }
}

/* categories */

static void
use_item (Reader *reader, const char *category, const char *name, PgDraftEntry *entry)
{
  g_autofree char *small = g_utf8_strdown (category != NULL ? category : "", -1);
  if (name == NULL)
    return;
  if (strstr (small, "track") != NULL && entry->track == NULL)
    entry->track = pg_draft_track (reader->draft, name, name);
  else if (strstr (small, "language") != NULL && entry->language == NULL
           && (entry->language = pg_terms_languages (reader->arena, name)) != NULL)
    return;
  else if (strstr (small, "format") != NULL && entry->kind == NULL && (entry->kind = pg_terms_kind (name)) != NULL)
    return;
  else
    pg_left_add (reader->flat.left, category != NULL ? category : "category", name);
}

/* "all" has the ids of items, "gridSmart" the categories with theirs. */
static void
use_categories (Reader *reader, JsonObject *session, PgDraftEntry *entry)
{
  JsonArray *ids = pg_json_array (session, "categoryItems"), *categories = pg_json_array (session, "categories");
  for (guint i = 0; i < pg_json_length (ids); i++)
    {
      const char *id = pg_json_node_words (reader->arena, json_array_get_element (ids, i));
      const Item *item = id != NULL ? g_hash_table_lookup (reader->categories, id) : NULL;
      if (item != NULL)
        use_item (reader, item->category, item->name, entry);
    }
  for (guint i = 0; i < pg_json_length (categories); i++)
    {
      JsonObject *category = pg_json_element (categories, i);
      JsonArray *items = pg_json_array (category, "categoryItems");
      for (guint j = 0; j < pg_json_length (items); j++)
        use_item (reader, pg_json_words (reader->arena, category, "name"),
                  pg_json_words (reader->arena, pg_json_element (items, j), "name"), entry);
    }
}

/* sessions */

static void
set_kind (JsonObject *session, PgDraftEntry *entry, const char *title)
{
  if (entry->kind == NULL)
    entry->kind = pg_terms_kind (title);
  if (entry->kind == NULL && pg_json_is_true (session, "isServiceSession"))
    entry->kind = "plain";
  if (entry->kind == NULL && pg_json_is_true (session, "isPlenumSession"))
    entry->kind = "plenary";
}

static void
fill_session (Reader *reader, JsonObject *session, PgDraftEntry *entry, const char *id, const char *title)
{
  PgDraftOrigin origin = { .system = "sessionize", .id = id };
  entry->origin = pg_draft_origin (reader->draft, &origin);
  use_categories (reader, session, entry);
  set_kind (session, entry, title);
  PgBody *body = pg_body_new (reader->arena, reader->flat.left, TRUE);
  pg_body_add (body, NULL, pg_json_words (reader->arena, session, "description"));
  entry->abstract = pg_body_xml (body);
  add_speakers (reader, pg_json_array (session, "speakers"), entry);
  static const char *const links[] = { "liveUrl", "recordingUrl", NULL };
  for (guint i = 0; links[i] != NULL; i++)
    if (pg_json_words (reader->arena, session, links[i]) != NULL)
      pg_left_add (reader->flat.left, links[i], NULL);
}

static void
read_session (Reader *reader, JsonObject *session)
{
  PgMoment start, end;
  const char *id = pg_json_words (reader->arena, session, "id");
  const char *title = pg_json_words (reader->arena, session, "title");
  if (session == NULL || (id != NULL && !g_hash_table_add (reader->seen, (gpointer) id)))
    return;
  gboolean is_service = pg_json_is_true (session, "isServiceSession");
  const char *pause = is_service ? pg_terms_break (title) : NULL;
  pg_moment_parse (pg_json_words (reader->arena, session, "startsAt"), &start);
  pg_moment_parse (pg_json_words (reader->arena, session, "endsAt"), &end);
  PgDraftEntry *entry = pg_flat_entry (&reader->flat, pause != NULL ? PG_DRAFT_BREAK : PG_DRAFT_SESSION, &start,
                                       end.day != 0 ? &end : NULL);
  if (entry == NULL)
    return;
  pg_draft_text (reader->draft, &entry->title, NULL, title != NULL ? title : "…");
  const char *room_id = pg_json_words (reader->arena, session, "roomId");
  const char *room = room_id != NULL ? g_hash_table_lookup (reader->rooms, room_id) : NULL;
  if (room == NULL)
    room = pg_json_words (reader->arena, session, "room");
  if (room != NULL)
    entry->room = pg_draft_room (reader->draft, room, room);
  if (pause != NULL)
    entry->kind = pause;
  else
    fill_session (reader, session, entry, id, title);
}

static void
read_all (Reader *reader, JsonObject *root)
{
  JsonArray *rooms = pg_json_array (root, "rooms"), *speakers = pg_json_array (root, "speakers");
  JsonArray *categories = pg_json_array (root, "categories"), *sessions = pg_json_array (root, "sessions");
  for (guint i = 0; i < pg_json_length (rooms); i++)
    {
      const char *id = pg_json_words (reader->arena, pg_json_element (rooms, i), "id");
      const char *name = pg_json_words (reader->arena, pg_json_element (rooms, i), "name");
      if (id != NULL && name != NULL)
        g_hash_table_insert (reader->rooms, (gpointer) id, (gpointer) name);
    }
  for (guint i = 0; i < pg_json_length (speakers); i++)
    {
      const char *id = pg_json_words (reader->arena, pg_json_element (speakers, i), "id");
      if (id != NULL)
        g_hash_table_insert (reader->speakers, (gpointer) id, pg_json_element (speakers, i));
    }
  for (guint i = 0; i < pg_json_length (categories); i++)
    {
      JsonArray *items = pg_json_array (pg_json_element (categories, i), "items");
      for (guint j = 0; j < pg_json_length (items); j++)
        {
          Item *item = pg_arena_new0 (reader->arena, Item);
          const char *id = pg_json_words (reader->arena, pg_json_element (items, j), "id");
          item->category = pg_json_words (reader->arena, pg_json_element (categories, i), "title");
          item->name = pg_json_words (reader->arena, pg_json_element (items, j), "name");
          if (id != NULL)
            g_hash_table_insert (reader->categories, (gpointer) id, item);
        }
    }
  for (guint i = 0; i < pg_json_length (sessions); i++)
    read_session (reader, pg_json_element (sessions, i));
}

static void
read_grid (Reader *reader, JsonArray *days)
{
  for (guint i = 0; i < pg_json_length (days); i++)
    {
      JsonArray *rooms = pg_json_array (pg_json_element (days, i), "rooms");
      for (guint j = 0; j < pg_json_length (rooms); j++)
        {
          JsonArray *sessions = pg_json_array (pg_json_element (rooms, j), "sessions");
          for (guint k = 0; k < pg_json_length (sessions); k++)
            read_session (reader, pg_json_element (sessions, k));
        }
    }
}

gboolean
pg_sessionize_read (const PgForeign *foreign, PgDraft *draft, GError **error)
{
  g_autoptr (JsonNode) root = pg_json_read (foreign, error);
  if (root == NULL)
    return FALSE;
  g_autoptr (GHashTable) rooms = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) speakers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) categories = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { { 0 }, draft, draft->arena, rooms, speakers, categories, seen };
  draft->generator = "Sessionize";
  pg_flat_init (&reader.flat, foreign, draft);
  if (JSON_NODE_HOLDS_OBJECT (root))
    read_all (&reader, json_node_get_object (root));
  else if (JSON_NODE_HOLDS_ARRAY (root))
    read_grid (&reader, json_node_get_array (root));
  gboolean done = pg_flat_finish (&reader.flat, NULL, error);
  pg_flat_clear (&reader.flat);
  return done;
}
