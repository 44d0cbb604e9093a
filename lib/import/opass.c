/* Enters: JSON of OPass, as conferences in Taiwan write it: each text in Chinese and in English. Leaves: a draft in both. */
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
  PgArena *arena;                       /* the draft's */
  GHashTable *rooms, *speakers, *types; /* by id: JsonObject* */
} Reader;

gboolean
pg_opass_is (const PgForeign *foreign)
{
  return pg_json_has (foreign, "sessions") && pg_json_has (foreign, "start")
         && (pg_json_has (foreign, "zh") || pg_json_has (foreign, "en"));
}

/* What an object says in a language of the draft's: its members are "zh" and "en". */
static JsonObject *
in_language (JsonObject *object, const char *language)
{
  g_autofree char *primary = g_strndup (language, strcspn (language, "-"));
  return pg_json_object (object, primary);
}

/* A member of it in each language; in those that say the same, once. Of a person it is the name. */
static void
add_text (Reader *reader, GPtrArray **text, JsonObject *object, const char *member, PgDraftPerson *person)
{
  const GPtrArray *languages = reader->draft->languages;
  const char *first = NULL;
  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);
      const char *words = pg_json_words (reader->arena, in_language (object, language), member);
      if (words == NULL || g_strcmp0 (first, words) == 0)
        continue;
      if (person != NULL)
        pg_draft_name (reader->draft, person, reader->flat.family, language, words);
      else
        pg_draft_text (reader->draft, text, language, words);
      if (first == NULL)
        first = words;
    }
}

static const char *
body_of (Reader *reader, JsonObject *object, const char *member, gboolean has_tables)
{
  const GPtrArray *languages = reader->draft->languages;
  PgBody *body = pg_body_new (reader->arena, reader->flat.left, has_tables);
  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);
      pg_body_add (body, language, pg_json_words (reader->arena, in_language (object, language), member));
    }
  return pg_body_xml (body);
}

/* A room or a track, with its name in each language. */
static PgDraftThing *
thing_of (Reader *reader, GHashTable *known, const char *id,
          PgDraftThing *(*find) (PgDraft *draft, const char *key, const char *name))
{
  JsonObject *object = id != NULL ? g_hash_table_lookup (known, id) : NULL;
  if (id == NULL)
    return NULL;
  PgDraftThing *thing = find (reader->draft, id, NULL);
  if (thing->name == NULL)
    add_text (reader, &thing->name, object, "name", NULL);
  if (thing->name == NULL)
    pg_draft_text (reader->draft, &thing->name, NULL, id);
  return thing;
}

static PgDraftPerson *
person_of (Reader *reader, const char *id)
{
  JsonObject *object = g_hash_table_lookup (reader->speakers, id);
  PgDraftPerson *person = pg_draft_person (reader->draft, id);
  if (person->name != NULL)
    return person;
  PgDraftOrigin origin = { .system = "opass", .id = id };
  person->origin = pg_draft_origin (reader->draft, &origin);
  add_text (reader, NULL, object, "name", person);
  if (person->name == NULL)
    pg_draft_text (reader->draft, &person->name, NULL, id);
  person->biography = body_of (reader, object, "bio", FALSE);
  if (pg_json_words (reader->arena, object, "avatar") != NULL)
    pg_left_add (reader->flat.left, "avatar", NULL);
  return person;
}

static void
add_links (Reader *reader, JsonObject *session, PgDraftEntry *entry)
{
  static const char *const links[][2] = { { "slide", "Slides" }, { "co_write", "Notes" } };
  static const char *const others[] = { "qa", "live", "record", "tags" };
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const char *href = pg_terms_link (reader->arena, pg_json_words (reader->arena, session, links[i][0]));
      if (href != NULL)
        pg_draft_text (reader->draft, &pg_draft_document (reader->draft, entry, href)->title, NULL, links[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (pg_json_words (reader->arena, session, others[i]) != NULL
        || pg_json_length (pg_json_array (session, others[i])) > 0)
      pg_left_add (reader->flat.left, others[i], NULL);
}

/* A session is in its room, and in those that show it. */
static void
set_rooms (Reader *reader, JsonObject *session, PgDraftEntry *entry)
{
  entry->room = thing_of (reader, reader->rooms, pg_json_words (reader->arena, session, "room"), pg_draft_room);
  JsonArray *rooms = pg_json_array (session, "broadcast");
  for (guint i = 0; i < pg_json_length (rooms); i++)
    {
      const char *id = pg_json_node_words (reader->arena, json_array_get_element (rooms, i));
      PgDraftThing *room = thing_of (reader, reader->rooms, id, pg_draft_room);
      if (room != NULL)
        pg_draft_add_room (reader->draft, entry, room);
    }
}

static void
fill_session (Reader *reader, JsonObject *session, PgDraftEntry *entry)
{
  const char *type = pg_json_words (reader->arena, session, "type");
  PgDraftOrigin origin = { .system = "opass",
                           .id = pg_json_words (reader->arena, session, "id"),
                           .url = pg_terms_link (reader->arena, pg_json_words (reader->arena, session, "uri")) };
  entry->origin = pg_draft_origin (reader->draft, &origin);
  entry->track = thing_of (reader, reader->types, type, pg_draft_track);
  entry->kind = pg_terms_kind (type);
  entry->language = pg_terms_languages (reader->arena, pg_json_words (reader->arena, session, "language"));
  entry->abstract = body_of (reader, session, "description", TRUE);
  JsonArray *speakers = pg_json_array (session, "speakers");
  for (guint i = 0; i < pg_json_length (speakers); i++)
    {
      const char *id = pg_json_node_words (reader->arena, json_array_get_element (speakers, i));
      if (id != NULL)
        pg_draft_slot (reader->draft, pg_draft_group (reader->draft, entry, "speaker"), person_of (reader, id));
    }
  add_links (reader, session, entry);
}

static const char *
break_of (Reader *reader, JsonObject *session)
{
  if (pg_json_length (pg_json_array (session, "speakers")) > 0)
    return NULL;
  for (guint i = 0; i < reader->draft->languages->len; i++)
    {
      JsonObject *texts = in_language (session, g_ptr_array_index (reader->draft->languages, i));
      const char *kind = pg_terms_break (pg_json_words (reader->arena, texts, "title"));
      if (kind != NULL && pg_json_words (reader->arena, texts, "description") == NULL)
        return kind;
    }
  return NULL;
}

static void
read_session (Reader *reader, JsonObject *session)
{
  PgMoment start, end;
  const char *pause = break_of (reader, session);
  pg_moment_parse (pg_json_words (reader->arena, session, "start"), &start);
  pg_moment_parse (pg_json_words (reader->arena, session, "end"), &end);
  if (start.has_offset && start.offset == 8 * 60)
    pg_flat_set_zone (&reader->flat, "Asia/Taipei");
  PgDraftEntry *entry = pg_flat_entry (&reader->flat, pause != NULL ? PG_DRAFT_BREAK : PG_DRAFT_SESSION, &start,
                                       end.day != 0 ? &end : NULL);
  if (entry == NULL)
    return;
  add_text (reader, &entry->title, session, "title", NULL);
  if (entry->title == NULL)
    pg_draft_text (reader->draft, &entry->title, NULL, "…");
  set_rooms (reader, session, entry);
  if (pause != NULL)
    entry->kind = pause;
  else
    fill_session (reader, session, entry);
}

/* The objects of an array by their ids. */
static GHashTable *
by_id (Reader *reader, JsonArray *array)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < pg_json_length (array); i++)
    {
      const char *id = pg_json_words (reader->arena, pg_json_element (array, i), "id");
      if (id != NULL)
        g_hash_table_insert (table, (gpointer) id, pg_json_element (array, i));
    }
  return table;
}

static void
read_sessions (Reader *reader, JsonArray *sessions)
{
  for (guint i = 0; i < pg_json_length (sessions); i++)
    if (pg_json_element (sessions, i) != NULL)
      read_session (reader, pg_json_element (sessions, i));
}

gboolean
pg_opass_read (const PgForeign *foreign, PgDraft *draft, GError **error)
{
  g_autoptr (JsonNode) root = pg_json_read (foreign, error);
  if (root == NULL)
    return FALSE;
  Reader reader = { .draft = draft, .arena = draft->arena };
  draft->generator = "OPass";
  if (draft->languages->len == 0)
    {
      g_ptr_array_add (draft->languages, (gpointer) "zh-Hant");
      g_ptr_array_add (draft->languages, (gpointer) "en");
    }
  pg_flat_init (&reader.flat, foreign, draft);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  reader.rooms = by_id (&reader, pg_json_array (object, "rooms"));
  reader.speakers = by_id (&reader, pg_json_array (object, "speakers"));
  reader.types = by_id (&reader, pg_json_array (object, "session_types"));
  read_sessions (&reader, pg_json_array (object, "sessions"));
  g_hash_table_unref (reader.rooms);
  g_hash_table_unref (reader.speakers);
  g_hash_table_unref (reader.types);
  gboolean done = pg_flat_finish (&reader.flat, NULL, error);
  pg_flat_clear (&reader.flat);
  return done;
}
