/* Those whom an event names that is updated: people, rooms, tracks, organisations. Enters: its file, and a new draft. Leaves: the
   draft with the ids of the file, and the file with those who are new. */
#include "import/plain.h"
#include "import/slugs.h"
#include "import/tree.h"
#include "import/updating.h"

#include <string.h>

const char *
pg_update_title (PgUpdate *update, const PgNode *node)
{
  const char *words = pg_node_words (update->arena, pg_node_child (node, "title"));
  g_auto (GStrv) parts = g_strsplit_set (words != NULL ? words : "", " \n\t", -1);
  g_autoptr (GString) title = g_string_new (NULL);
  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", *part);
  return pg_arena_strdup (update->arena, title->str);
}

gboolean
pg_update_is_origin (const PgNode *node, const PgDraftOrigin *origin)
{
  const PgNode *own = pg_node_child (node, "origin");
  const char *guid = own != NULL ? pg_node_value (own, "guid") : NULL;
  const char *id = own != NULL ? pg_node_value (own, "id") : NULL,
             *code = own != NULL ? pg_node_value (own, "code") : NULL;
  if (guid != NULL && origin->guid != NULL)
    return g_ascii_strcasecmp (guid, origin->guid) == 0;
  if (own == NULL || g_strcmp0 (pg_node_value (own, "system"), origin->system) != 0)
    return FALSE;
  return (code != NULL && g_strcmp0 (code, origin->code) == 0) || (id != NULL && g_strcmp0 (id, origin->id) == 0);
}

void
pg_update_tell (PgUpdate *update, const PgNode *node, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *words = g_strdup_vprintf (format, args);
  va_end (args);
  pg_report_add (update->foreign->report, PROGRAMME_SEVERITY_NOTE, node != NULL ? &node->place : NULL, "changed", "%s",
                 words);
}

/* people, rooms and tracks: those that are in the file by their ids there, the others new */

/* By its name and what the other system calls it, by one of them, or by the id that an import made of the name, which may have
   been edited since. Systems may call several people alike. */
static const PgNode *
find_named (PgUpdate *update, const char *list, const GPtrArray *name, const PgDraftOrigin *origin)
{
  const PgNode *parent = pg_node_child (update->root, list), *by_id = NULL, *by_name = NULL, *by_origin = NULL;
  const char *words = pg_plain_text (update->arena, name, NULL);
  g_autoptr (PgSlugs) slugs = pg_slugs_new ();
  g_autofree char *id = pg_slugs_make (slugs, words, list);
  guint n_origins = 0;
  for (const PgNode *node = parent != NULL ? parent->first : NULL; node != NULL; node = node->next)
    {
      const char *own = node->name != NULL ? pg_node_words (update->arena, pg_node_child (node, "name")) : NULL;
      gboolean is_own = own != NULL && origin != NULL && pg_update_is_origin (node, origin);
      if (is_own && strcmp (own, words) == 0)
        return node;
      n_origins += is_own ? 1 : 0;
      by_origin = is_own ? node : by_origin;
      if (own != NULL && by_name == NULL && strcmp (own, words) == 0)
        by_name = node;
      if (own != NULL && pg_node_child (node, "origin") == NULL && g_strcmp0 (pg_node_value (node, "id"), id) == 0)
        by_id = node;
    }
  return by_name != NULL ? by_name : n_origins == 1 ? by_origin : by_id;
}

static PgSlugs *
slugs_of (PgUpdate *update, const char *list)
{
  PgSlugs *slugs = pg_slugs_new ();
  const PgNode *parent = pg_node_child (update->root, list);
  for (const PgNode *node = parent != NULL ? parent->first : NULL; node != NULL; node = node->next)
    if (node->name != NULL && pg_node_value (node, "id") != NULL)
      g_free (pg_slugs_make (slugs, pg_node_value (node, "id"), list));
  return slugs;
}

/* Puts an element at the end of a list, which may be new, too. */
static void
add_to_list (PgUpdate *update, const char *list, const char *xml)
{
  const PgNode *parent = pg_node_child (update->root, list);
  if (parent != NULL && parent->first != NULL)
    {
      gsize at = pg_edits_end_tag (update->edits, parent);
      pg_edits_replace (update->edits, at, at, xml);
      return;
    }
  GString *text = g_hash_table_lookup (update->new_lists, list);
  if (text == NULL)
    g_hash_table_insert (update->new_lists, (gpointer) list, text = g_string_new (NULL));
  g_string_append (text, xml);
}

static const char *
id_for (PgUpdate *update, PgSlugs *slugs, const PgNode *old, const GPtrArray *name, const char *kind)
{
  if (old != NULL)
    return pg_node_value (old, "id");
  g_autofree char *id = pg_slugs_make (slugs, pg_plain_text (update->arena, name, NULL), kind);
  return pg_arena_strdup (update->arena, id);
}

void
pg_update_name_things (PgUpdate *update, const char *list, const char *element, const GPtrArray *things)
{
  g_autoptr (PgSlugs) slugs = slugs_of (update, list);
  for (guint i = 0; i < things->len; i++)
    {
      PgDraftThing *thing = g_ptr_array_index (things, i);
      const PgNode *old = find_named (update, list, thing->name, NULL);
      thing->id = id_for (update, slugs, old, thing->name, element);
      g_autofree char *xml = pg_draft_write_thing (thing, element, PG_THING_DEPTH);
      if (old == NULL)
        add_to_list (update, list, xml);
    }
}

/* Of those who are not there yet, only such as speak in what is new are added. */
void
pg_update_name_people (PgUpdate *update)
{
  g_autoptr (PgSlugs) slugs = slugs_of (update, "people");
  for (guint i = 0; i < update->draft->people->len; i++)
    {
      PgDraftPerson *person = g_ptr_array_index (update->draft->people, i);
      const PgNode *old = find_named (update, "people", person->name, &person->origin);
      person->id = id_for (update, slugs, old, person->name, "person");
      person->is_written = old != NULL;
    }
}

void
pg_update_add_people (PgUpdate *update, const PgDraftEntry *entry)
{
  for (guint i = 0; i < entry->groups->len; i++)
    {
      const PgDraftGroup *group = g_ptr_array_index (entry->groups, i);
      for (guint j = 0; j < group->slots->len; j++)
        {
          const PgDraftSlot *slot = g_ptr_array_index (group->slots, j);
          PgDraftPerson *person = g_ptr_array_index (slot->people, 0);
          g_autofree char *xml = pg_draft_write_person (person, PG_THING_DEPTH);
          if (!person->is_written)
            add_to_list (update, "people", xml);
          person->is_written = TRUE;
        }
    }
  for (guint i = 0; i < entry->talks->len; i++)
    pg_update_add_people (update, g_ptr_array_index (entry->talks, i));
}

/* Lists that are new stand before the agenda. */
void
pg_update_add_lists (PgUpdate *update)
{
  static const char *const lists[] = { "organisations", "people", "rooms", "tracks" };
  const PgNode *agenda = pg_node_child (update->root, "agenda");
  gsize at, end;
  pg_edits_span (update->edits, agenda, &at, &end);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const GString *list = g_hash_table_lookup (update->new_lists, lists[i]);
      const PgNode *empty = pg_node_child (update->root, lists[i]);
      if (list == NULL)
        continue;
      g_autofree char *xml = g_strdup_printf ("  <%s>\n%s  </%s>\n", lists[i], list->str, lists[i]);
      gsize start = at, behind = at;
      if (empty != NULL)
        pg_edits_span (update->edits, empty, &start, &behind);
      pg_edits_replace (update->edits, start, behind, xml);
    }
}

/* Those who have a part in an entry */

static gboolean
has_id (const char *ids, const char *id)
{
  g_auto (GStrv) words = g_strsplit_set (ids != NULL ? ids : "", " \t\n", -1);
  return g_strv_contains ((const char *const *) words, id);
}

/* Whether a person has a slot in an element, or in what is in it. */
static gboolean
has_slot (const PgNode *node, const char *id)
{
  if (pg_node_is (node, "slot") && has_id (pg_node_value (node, "who"), id))
    return TRUE;
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    if (child->name != NULL && has_slot (child, id))
      return TRUE;
  return FALSE;
}

static gboolean
takes_part (const PgDraftEntry *entry, const char *id)
{
  for (guint i = 0; i < entry->groups->len; i++)
    {
      const PgDraftGroup *group = g_ptr_array_index (entry->groups, i);
      for (guint j = 0; j < group->slots->len; j++)
        {
          const GPtrArray *people = ((const PgDraftSlot *) g_ptr_array_index (group->slots, j))->people;
          for (guint k = 0; k < people->len; k++)
            if (g_strcmp0 (((const PgDraftPerson *) g_ptr_array_index (people, k))->id, id) == 0)
              return TRUE;
        }
    }
  for (guint i = 0; i < entry->talks->len; i++)
    if (takes_part (g_ptr_array_index (entry->talks, i), id))
      return TRUE;
  return FALSE;
}

static const PgNode *
group_of (const PgNode *entry, const char *role)
{
  for (PgNode *node = pg_node_child (entry, "group"); node != NULL; node = pg_node_again (node))
    if (g_strcmp0 (pg_node_value (node, "role"), role) == 0)
      return node;
  return NULL;
}

/* Into the group of that role, or one of its own at the end of the entry. */
static void
add_slot (PgUpdate *update, const PgNode *entry, const char *role, const char *id)
{
  const PgNode *group = group_of (entry, role), *parent = group != NULL ? group : entry;
  g_autofree char *slot = g_strdup_printf ("%*s<slot who=\"%s\"/>\n", 2 * (PG_ENTRY_DEPTH + 2), "", id);
  g_autofree char *xml = group != NULL
                             ? g_strdup (slot)
                             : g_strdup_printf ("%*s<group role=\"%s\">\n%s%*s</group>\n", 2 * (PG_ENTRY_DEPTH + 1), "",
                                                role, slot, 2 * (PG_ENTRY_DEPTH + 1), "");
  gsize at = pg_edits_end_tag (update->edits, parent);
  pg_edits_replace (update->edits, at, at, xml);
}

static void
add_slots (PgUpdate *update, const PgPair *pair, const char *title)
{
  for (guint i = 0; i < pair->entry->groups->len; i++)
    {
      const PgDraftGroup *group = g_ptr_array_index (pair->entry->groups, i);
      for (guint j = 0; j < group->slots->len; j++)
        {
          const PgDraftPerson *person
              = g_ptr_array_index (((const PgDraftSlot *) g_ptr_array_index (group->slots, j))->people, 0);
          if (has_slot (pair->node, person->id) || group->role == NULL)
            continue;
          add_slot (update, pair->node, group->role, person->id);
          pg_update_tell (update, pair->node, "“%s”: %s is new in it", title,
                          pg_plain_text (update->arena, person->name, NULL));
        }
    }
}

static const PgNode *
person_of (const PgUpdate *update, const char *id)
{
  const PgNode *list = pg_node_child (update->root, "people");
  for (const PgNode *node = list != NULL ? list->first : NULL; node != NULL; node = node->next)
    if (node->name != NULL && g_strcmp0 (pg_node_value (node, "id"), id) == 0)
      return node;
  return NULL;
}

/* Slots stay until somebody takes them out: of those alone is told who came from another system. */
static void
tell_slots (PgUpdate *update, const PgPair *pair, const char *title)
{
  for (PgNode *group = pg_node_child (pair->node, "group"); group != NULL; group = pg_node_again (group))
    for (PgNode *slot = pg_node_child (group, "slot"); slot != NULL; slot = pg_node_again (slot))
      {
        const char *id = pg_node_value (slot, "who");
        const PgNode *person = id != NULL ? person_of (update, id) : NULL;
        if (person != NULL && pg_node_child (person, "origin") != NULL && !takes_part (pair->entry, id))
          pg_update_tell (update, slot, "“%s”: %s is not in it any more: take the slot out if that is right", title,
                          pg_node_words (update->arena, pg_node_child (person, "name")));
      }
}

void
pg_update_slots (PgUpdate *update, const PgPair *pair, const char *title)
{
  pg_update_add_people (update, pair->entry);
  add_slots (update, pair, title);
  tell_slots (update, pair, title);
}
