/* An event of the vocabulary, to be written for others. Enters: the elements of its file, which was read without an error.
   Leaves: a draft. */
#include "import/event-draft.h"

#include "import/moment.h"
#include "import/rich.h"

#include <string.h>

typedef struct
{
  PgDraft *draft;
  PgLeft *left;
  const PgNode *root;
  GHashTable *by_id; /* see index_list() */
} Reader;

/* texts */

void
pg_node_xml (GString *xml, const PgNode *node)
{
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->name == NULL)
        {
          pg_rich_escape (xml, child->text, -1);
          continue;
        }
      g_string_append_printf (xml, "<%s", child->name);
      for (guint i = 0; i < child->n_attributes; i++)
        {
          g_string_append_printf (xml, " %s=\"", child->attributes[i].name);
          pg_rich_escape (xml, child->attributes[i].value, -1);
          g_string_append_c (xml, '"');
        }
      g_string_append_c (xml, '>');
      pg_node_xml (xml, child);
      g_string_append_printf (xml, "</%s>", child->name);
    }
}

/* All children of that name, as the versions of a text. */
static void
read_text (Reader *reader, const PgNode *parent, const char *name, GPtrArray **text)
{
  for (const PgNode *node = pg_node_child (parent, name); node != NULL; node = pg_node_again (node))
    {
      g_autoptr (GString) xml = g_string_new (NULL);
      pg_node_xml (xml, node);
      pg_draft_markup (reader->draft, text, pg_node_value (node, "xml:lang"), xml->str);
    }
}

static const char *
read_body (Reader *reader, const PgNode *parent, const char *name)
{
  const PgNode *node = pg_node_child (parent, name);
  if (node == NULL)
    return NULL;
  g_autoptr (GString) xml = g_string_new (NULL);
  pg_node_xml (xml, node);
  return pg_arena_strdup (reader->draft->arena, xml->str);
}

static PgDraftOrigin
read_origin (Reader *reader, const PgNode *parent)
{
  const PgNode *node = pg_node_child (parent, "origin");
  if (node == NULL)
    return (PgDraftOrigin){ 0 };
  PgDraftOrigin origin = { pg_node_value (node, "system"), pg_node_value (node, "id"),   pg_node_value (node, "guid"),
                           pg_node_value (node, "code"),   pg_node_value (node, "slug"), pg_node_value (node, "url") };
  return pg_draft_origin (reader->draft, &origin);
}

/* what is referred to */

/* The elements of the lists, by "person aino-aalto" and the like. */
static void
index_list (Reader *reader, const char *list)
{
  const PgNode *parent = pg_node_child (reader->root, list);
  for (PgNode *node = parent != NULL ? parent->first : NULL; node != NULL; node = node->next)
    if (node->name != NULL && pg_node_value (node, "id") != NULL)
      g_hash_table_insert (reader->by_id, g_strconcat (node->name, " ", pg_node_value (node, "id"), NULL), node);
}

static const PgNode *
find (Reader *reader, const char *name, const char *id)
{
  g_autofree char *key = g_strconcat (name, " ", id, NULL);
  return g_hash_table_lookup (reader->by_id, key);
}

static PgDraftThing *
thing_of (Reader *reader, const char *name, const char *id,
          PgDraftThing *(*make) (PgDraft *draft, const char *key, const char *name))
{
  const PgNode *node = id != NULL && *id != '\0' ? find (reader, name, id) : NULL;
  if (node == NULL)
    return NULL;
  PgDraftThing *thing = make (reader->draft, id, NULL);
  if (thing->name == NULL)
    read_text (reader, node, "name", &thing->name);
  return thing;
}

static PgDraftPerson *
person_of (Reader *reader, const char *id)
{
  const PgNode *node = find (reader, "person", id);
  if (node == NULL)
    return NULL;
  PgDraftPerson *person = pg_draft_person (reader->draft, id);
  if (person->name != NULL)
    return person;
  read_text (reader, node, "name", &person->name);
  read_text (reader, node, "position", &person->position);
  person->organisation = thing_of (reader, "organisation", pg_node_value (node, "organisation"), pg_draft_organisation);
  person->biography = read_body (reader, node, "biography");
  person->origin = read_origin (reader, node);
  if (pg_node_value (node, "photograph") != NULL)
    pg_left_add (reader->left, "photograph", NULL);
  return person;
}

/* entries */

static void
read_group (Reader *reader, const PgNode *node, PgDraftEntry *entry)
{
  const char *role = pg_node_value (node, "role");
  PgDraftGroup *group = pg_draft_group (reader->draft, entry, role != NULL ? role : "speaker");
  for (const PgNode *slot = pg_node_child (node, "slot"); slot != NULL; slot = pg_node_again (slot))
    {
      g_auto (GStrv) who = g_strsplit_set (pg_node_value (slot, "who"), " \n\t", -1);
      for (char **id = who; *id != NULL; id++)
        {
          PgDraftPerson *person = **id != '\0' ? person_of (reader, *id) : NULL;
          if (person != NULL)
            pg_draft_slot (reader->draft, group, person);
        }
    }
}

static void
read_document (Reader *reader, const PgNode *node, PgDraftEntry *entry)
{
  const char *href = pg_node_value (node, "href");
  if (href == NULL)
    {
      pg_left_add (reader->left, "document", pg_node_value (node, "ref"));
      return;
    }
  PgDraftDocument *document = pg_draft_document (reader->draft, entry, href);
  read_text (reader, node, "title", &document->title);
}

static void read_entry (Reader *reader, const PgNode *node, PgDraftEntry *entry);

static void
read_parts (Reader *reader, const PgNode *node, PgDraftEntry *entry)
{
  static const char *const read[] = { "title", "abstract", "origin", NULL };
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    if (child->name == NULL || g_strv_contains (read, child->name))
      continue;
    else if (pg_node_is (child, "group"))
      read_group (reader, child, entry);
    else if (pg_node_is (child, "document"))
      read_document (reader, child, entry);
    else if (pg_node_is (child, "talk"))
      read_entry (reader, child, pg_draft_talk (reader->draft, entry));
    else
      pg_left_add (reader->left, child->name, NULL);
}

static int
clock_of (const PgNode *node, const char *attribute)
{
  const char *value = pg_node_value (node, attribute);
  return value != NULL ? pg_moment_clock (value) : -1;
}

static void
read_rooms (Reader *reader, const PgNode *node, PgDraftEntry *entry)
{
  const char *rooms = pg_node_value (node, "room");
  g_auto (GStrv) ids = g_strsplit_set (rooms != NULL ? rooms : "", " \n\t", -1);
  for (char **id = ids; *id != NULL; id++)
    {
      PgDraftThing *room = thing_of (reader, "room", *id, pg_draft_room);
      if (room != NULL)
        pg_draft_add_room (reader->draft, entry, room);
    }
}

static void
read_entry (Reader *reader, const PgNode *node, PgDraftEntry *entry)
{
  PgArena *arena = reader->draft->arena;
  entry->id = pg_arena_strdup (arena, pg_node_value (node, "id"));
  entry->kind = pg_arena_strdup (arena, pg_node_value (node, "kind"));
  entry->start = clock_of (node, "start");
  entry->end = clock_of (node, "end");
  entry->number = pg_arena_strdup (arena, pg_node_value (node, "number"));
  entry->language = pg_arena_strdup (arena, pg_node_value (node, "language"));
  entry->track = thing_of (reader, "track", pg_node_value (node, "track"), pg_draft_track);
  entry->origin = read_origin (reader, node);
  entry->abstract = read_body (reader, node, "abstract");
  read_text (reader, node, "title", &entry->title);
  read_rooms (reader, node, entry);
  read_parts (reader, node, entry);
}

static void
read_day (Reader *reader, const PgNode *node)
{
  PgDraftDay *day = pg_draft_day (reader->draft, pg_node_value (node, "date"));
  read_text (reader, node, "title", &day->title);
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    if (pg_node_is (child, "session"))
      read_entry (reader, child, pg_draft_entry (reader->draft, day, PG_DRAFT_SESSION));
    else if (pg_node_is (child, "break"))
      read_entry (reader, child, pg_draft_entry (reader->draft, day, PG_DRAFT_BREAK));
}

static void
count_sections (Reader *reader, const char *name)
{
  const PgNode *parent = pg_node_child (reader->root, name);
  for (const PgNode *node = parent != NULL ? pg_node_child (parent, "section") : NULL; node != NULL;
       node = pg_node_again (node))
    pg_left_add (reader->left, "section", NULL);
}

void
pg_event_draft (const PgNode *root, PgDraft *draft, PgLeft *left)
{
  static const char *const lists[] = { "organisations", "people", "rooms", "tracks" };
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { draft, left, root, by_id };
  const char *languages = pg_node_value (root, "languages");
  g_auto (GStrv) tags = g_strsplit_set (languages != NULL ? languages : "en", " \n\t", -1);
  const PgNode *event = pg_node_child (root, "event"), *agenda = pg_node_child (root, "agenda");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    index_list (&reader, lists[i]);
  for (char **tag = tags; *tag != NULL; tag++)
    if (**tag != '\0')
      g_ptr_array_add (draft->languages, pg_arena_strdup (draft->arena, *tag));
  draft->timezone = pg_arena_strdup (draft->arena, pg_node_value (root, "timezone"));
  read_text (&reader, event, "title", &draft->title);
  read_text (&reader, event, "subtitle", &draft->subtitle);
  read_text (&reader, event, "venue", &draft->venue);
  for (const PgNode *day = pg_node_child (agenda, "day"); day != NULL; day = pg_node_again (day))
    read_day (&reader, day);
  count_sections (&reader, "front");
  count_sections (&reader, "back");
}
