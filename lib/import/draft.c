/* An event that an importer puts together. Enters: what a foreign file says. Leaves: things that find each other by the keys
   that they had there. */
#include "import/draft.h"

#include <string.h>

PgDraft *
pg_draft_new (const char *source)
{
  PgArena *arena = pg_arena_new ();
  PgDraft *draft = pg_arena_new0 (arena, PgDraft);
  draft->arena = arena;
  draft->source = pg_arena_strdup (arena, source);
  draft->languages = pg_arena_array (arena);
  draft->organisations = pg_arena_array (arena);
  draft->rooms = pg_arena_array (arena);
  draft->tracks = pg_arena_array (arena);
  draft->people = pg_arena_array (arena);
  draft->days = pg_arena_array (arena);
  draft->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return draft;
}

void
pg_draft_free (PgDraft *draft)
{
  if (draft == NULL)
    return;
  g_hash_table_unref (draft->by_key);
  pg_arena_free (draft->arena);
}

/* Texts */

char *
pg_draft_escape (const char *words)
{
  GString *xml = g_string_sized_new (strlen (words));
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *name = c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : NULL;
      if (name != NULL)
        g_string_append (xml, name);
      else if ((c >= 0x20 && c < 0x7F) || c >= 0xA0 ? (c & 0xFFFE) != 0xFFFE : c == '\t' || c == '\n')
        g_string_append_unichar (xml, c);
    }
  return g_string_free (xml, FALSE);
}

static gboolean
has_string (const GPtrArray *strings, const char *string)
{
  for (guint i = 0; i < strings->len; i++)
    if (strcmp (g_ptr_array_index (strings, i), string) == 0)
      return TRUE;
  return FALSE;
}

void
pg_draft_markup (PgDraft *draft, GPtrArray **text, const char *language, const char *xml)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (xml != NULL ? xml : ""));
  if (trimmed[0] == '\0')
    return;
  PgDraftVersion *version = pg_arena_new0 (draft->arena, PgDraftVersion);
  version->language = pg_arena_strdup (draft->arena, language);
  version->xml = pg_arena_strdup (draft->arena, trimmed);
  if (*text == NULL)
    *text = pg_arena_array (draft->arena);
  g_ptr_array_add (*text, version);
  if (language != NULL && !has_string (draft->languages, language))
    g_ptr_array_add (draft->languages, (gpointer) version->language);
}

void
pg_draft_text (PgDraft *draft, GPtrArray **text, const char *language, const char *words)
{
  g_autofree char *xml = pg_draft_escape (words != NULL ? words : "");
  pg_draft_markup (draft, text, language, xml);
}

void
pg_draft_name (PgDraft *draft, PgDraftPerson *person, PgFamily *family, const char *language, const char *name)
{
  if (name == NULL)
    return;
  g_autofree char *xml = pg_family_markup (family, name, NULL, language);
  pg_draft_markup (draft, &person->name, language, xml);
}

/* Things */

/* What has the key already, or NULL: then what is made next gets it by keep(). */
static gpointer
find (const PgDraft *draft, char kind, const char *key)
{
  g_autofree char *whole = g_strdup_printf ("%c%s", kind, key);
  return g_hash_table_lookup (draft->by_key, whole);
}

static void
keep (PgDraft *draft, char kind, const char *key, gpointer thing, GPtrArray *list)
{
  g_hash_table_insert (draft->by_key, g_strdup_printf ("%c%s", kind, key), thing);
  g_ptr_array_add (list, thing);
}

static PgDraftThing *
thing (PgDraft *draft, char kind, GPtrArray *things, const char *key, const char *name)
{
  PgDraftThing *new = find (draft, kind, key);
  if (new != NULL)
    return new;
  new = pg_arena_new0 (draft->arena, PgDraftThing);
  new->key = pg_arena_strdup (draft->arena, key);
  pg_draft_text (draft, &new->name, NULL, name);
  keep (draft, kind, key, new, things);
  return new;
}

PgDraftThing *
pg_draft_room (PgDraft *draft, const char *key, const char *name)
{
  return thing (draft, 'r', draft->rooms, key, name);
}

PgDraftThing *
pg_draft_track (PgDraft *draft, const char *key, const char *name)
{
  return thing (draft, 't', draft->tracks, key, name);
}

PgDraftThing *
pg_draft_organisation (PgDraft *draft, const char *key, const char *name)
{
  return thing (draft, 'o', draft->organisations, key, name);
}

PgDraftPerson *
pg_draft_person (PgDraft *draft, const char *key)
{
  PgDraftPerson *person = find (draft, 'p', key);
  if (person != NULL)
    return person;
  person = pg_arena_new0 (draft->arena, PgDraftPerson);
  person->key = pg_arena_strdup (draft->arena, key);
  keep (draft, 'p', key, person, draft->people);
  return person;
}

PgDraftDay *
pg_draft_day (PgDraft *draft, const char *date)
{
  PgDraftDay *day = find (draft, 'd', date);
  if (day != NULL)
    return day;
  day = pg_arena_new0 (draft->arena, PgDraftDay);
  day->date = pg_arena_strdup (draft->arena, date);
  day->entries = pg_arena_array (draft->arena);
  keep (draft, 'd', date, day, draft->days);
  return day;
}

static PgDraftEntry *
entry_new (PgDraft *draft, GPtrArray *list, PgDraftSort sort)
{
  PgDraftEntry *entry = pg_arena_new0 (draft->arena, PgDraftEntry);
  entry->sort = sort;
  entry->start = entry->end = -1;
  entry->groups = pg_arena_array (draft->arena);
  entry->documents = pg_arena_array (draft->arena);
  entry->talks = pg_arena_array (draft->arena);
  g_ptr_array_add (list, entry);
  return entry;
}

PgDraftEntry *
pg_draft_entry (PgDraft *draft, PgDraftDay *day, PgDraftSort sort)
{
  return entry_new (draft, day->entries, sort);
}

PgDraftEntry *
pg_draft_talk (PgDraft *draft, PgDraftEntry *session)
{
  return entry_new (draft, session->talks, PG_DRAFT_TALK);
}

PgDraftGroup *
pg_draft_group (PgDraft *draft, PgDraftEntry *entry, const char *role)
{
  for (guint i = 0; i < entry->groups->len; i++)
    if (g_strcmp0 (((PgDraftGroup *) g_ptr_array_index (entry->groups, i))->role, role) == 0)
      return g_ptr_array_index (entry->groups, i);
  PgDraftGroup *group = pg_arena_new0 (draft->arena, PgDraftGroup);
  group->role = pg_arena_strdup (draft->arena, role);
  group->slots = pg_arena_array (draft->arena);
  g_ptr_array_add (entry->groups, group);
  return group;
}

PgDraftSlot *
pg_draft_slot (PgDraft *draft, PgDraftGroup *group, PgDraftPerson *person)
{
  PgDraftSlot *slot = pg_arena_new0 (draft->arena, PgDraftSlot);
  slot->people = pg_arena_array (draft->arena);
  g_ptr_array_add (slot->people, person);
  g_ptr_array_add (group->slots, slot);
  return slot;
}

void
pg_draft_add_room (PgDraft *draft, PgDraftEntry *entry, PgDraftThing *room)
{
  if (entry->room == NULL || entry->room == room)
    {
      entry->room = room;
      return;
    }
  if (entry->further_rooms == NULL)
    entry->further_rooms = pg_arena_array (draft->arena);
  if (!g_ptr_array_find (entry->further_rooms, room, NULL))
    g_ptr_array_add (entry->further_rooms, room);
}

PgDraftOrigin
pg_draft_origin (PgDraft *draft, const PgDraftOrigin *origin)
{
  PgArena *arena = draft->arena;
  return (PgDraftOrigin){ pg_arena_strdup (arena, origin->system), pg_arena_strdup (arena, origin->id),
                          pg_arena_strdup (arena, origin->guid),   pg_arena_strdup (arena, origin->code),
                          pg_arena_strdup (arena, origin->slug),   pg_arena_strdup (arena, origin->url) };
}

PgDraftDocument *
pg_draft_document (PgDraft *draft, PgDraftEntry *entry, const char *href)
{
  PgDraftDocument *document = pg_arena_new0 (draft->arena, PgDraftDocument);
  document->href = pg_arena_strdup (draft->arena, href);
  g_ptr_array_add (entry->documents, document);
  return document;
}

void
pg_draft_clear_talks (PgDraftEntry *session)
{
  gboolean is_own = session->talks->len < 2;
  for (guint i = 0; i < session->talks->len; i++)
    {
      const PgDraftEntry *talk = g_ptr_array_index (session->talks, i);
      is_own = is_own || talk->start != session->start || talk->end != session->end;
    }
  for (guint i = 0; i < session->talks->len && !is_own; i++)
    {
      PgDraftEntry *talk = g_ptr_array_index (session->talks, i);
      talk->start = talk->end = -1;
    }
}
