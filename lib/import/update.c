/* Importing again over an event that was edited. Enters: its file, and a new draft. Leaves: the file with the times, rooms and
   titles of the draft. Entries find each other by what the other system calls them, else by their titles; what only one side has
   is added, or told. */
#include "import/update.h"

#include "base/file.h"
#include "base/limits.h"
#include "import/edits.h"
#include "import/moment.h"
#include "import/plain.h"
#include "import/slugs.h"
#include "import/tree.h"

#include <string.h>

#define ENTRY_DEPTH 3 /* of an entry in a tidy file, and of a person in its list */
#define THING_DEPTH 2

/* An entry of the draft, and of the file if it is there. */
typedef struct
{
  PgDraftEntry *entry;
  const char *date;
  const PgNode *node; /* NULL: it is new */
  gboolean moves;     /* to another place in the file */
  char *text;         /* of what is put there; free */
} Pair;

typedef struct
{
  const PgForeign *foreign;
  PgDraft *draft;
  PgArena *arena; /* the draft's */
  const PgNode *root;
  PgEdits *edits;
  GArray *pairs;         /* Pair, in the order of the draft */
  GHashTable *taken;     /* nodes that are in a pair */
  GHashTable *new_lists; /* lists that the file has not: name → GString */
} Update;

/* what the file says */

static const char *
title_of (Update *update, const PgNode *node)
{
  const char *words = pg_node_words (update->arena, pg_node_child (node, "title"));
  g_auto (GStrv) parts = g_strsplit_set (words != NULL ? words : "", " \n\t", -1);
  g_autoptr (GString) title = g_string_new (NULL);
  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", *part);
  return pg_arena_strdup (update->arena, title->str);
}

static gboolean
is_entry (const PgNode *node)
{
  return pg_node_is (node, "session") || pg_node_is (node, "break");
}

/* Whether an <origin> is that of a thing in the draft: by a name that is the same everywhere, or by the system's own. */
static gboolean
is_origin (const PgNode *node, const PgDraftOrigin *origin)
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

typedef gboolean (*IsIt) (Update *update, const PgNode *node, const Pair *pair);

static gboolean
is_by_origin (Update *update, const PgNode *node, const Pair *pair)
{
  (void) update;
  return is_origin (node, &pair->entry->origin);
}

static gboolean
is_by_title (Update *update, const PgNode *node, const Pair *pair)
{
  const char *title = pg_plain_text (update->arena, pair->entry->title, NULL);
  return g_strcmp0 (title_of (update, node), title) == 0
         && g_strcmp0 (pg_node_value (node->parent, "date"), pair->date) == 0;
}

/* Finds entries that no pair has yet. */
static void
match (Update *update, IsIt is_it)
{
  const PgNode *agenda = pg_node_child (update->root, "agenda");
  for (guint i = 0; i < update->pairs->len; i++)
    {
      Pair *pair = &g_array_index (update->pairs, Pair, i);
      for (PgNode *day = pg_node_child (agenda, "day"); day != NULL && pair->node == NULL; day = pg_node_again (day))
        for (const PgNode *node = day->first; node != NULL && pair->node == NULL; node = node->next)
          if (is_entry (node) && !g_hash_table_contains (update->taken, node) && is_it (update, node, pair))
            {
              pair->node = node;
              g_hash_table_add (update->taken, (gpointer) node);
            }
    }
}

/* what differs */

static void tell (Update *update, const PgNode *node, const char *format, ...) G_GNUC_PRINTF (3, 4);
static void
tell (Update *update, const PgNode *node, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *words = g_strdup_vprintf (format, args);
  va_end (args);
  pg_report_add (update->foreign->report, PROGRAMME_SEVERITY_NOTE, node != NULL ? &node->place : NULL, "changed", "%s",
                 words);
}

static const char *
clock_of (Update *update, int minute)
{
  return minute < 0 ? NULL : pg_arena_printf (update->arena, "%02d:%02d", minute / 60, minute % 60);
}

static void
update_time (Update *update, const Pair *pair, const char *attribute, int minute, const char *title)
{
  const char *old = pg_node_value (pair->node, attribute), *new = clock_of (update, minute);
  if (minute < 0 || (old != NULL && pg_moment_clock (old) == minute))
    return;
  pg_edits_set (update->edits, pair->node, attribute, new);
  tell (update, pair->node, "“%s”: %s is %s, and was %s", title, attribute, new, old != NULL ? old : "not said");
}

static void
update_title (Update *update, const Pair *pair, const char *old)
{
  const PgNode *node = pg_node_child (pair->node, "title");
  const char *new = pg_plain_text (update->arena, pair->entry->title, NULL);
  if (node == NULL || new == NULL || strcmp (old, new) == 0)
    return;
  pg_edits_fill (update->edits, node, ((const PgDraftVersion *) g_ptr_array_index (pair->entry->title, 0))->xml);
  tell (update, node, "“%s” is called “%s” now", old, new);
}

static void
update_room (Update *update, const Pair *pair, const char *title)
{
  const char *old = pg_node_value (pair->node, "room"), *new = pair->entry->room != NULL ? pair->entry->room->id : NULL;
  g_autofree char *first = g_strndup (old != NULL ? old : "", strcspn (old != NULL ? old : "", " "));
  if (new == NULL || strcmp (first, new) == 0)
    return;
  pg_edits_set (update->edits, pair->node, "room", new);
  tell (update, pair->node, "“%s” is in room %s, and was in %s", title, new, old != NULL ? old : "none");
}

static void
update_entry (Update *update, Pair *pair)
{
  const char *title = title_of (update, pair->node), *date = pg_node_value (pair->node->parent, "date");
  const char *start = pg_node_value (pair->node, "start");
  pair->moves = g_strcmp0 (date, pair->date) != 0 || start == NULL || pg_moment_clock (start) != pair->entry->start;
  update_time (update, pair, "start", pair->entry->start, title);
  update_time (update, pair, "end", pair->entry->end, title);
  update_room (update, pair, title);
  update_title (update, pair, title);
  if (g_strcmp0 (date, pair->date) != 0)
    tell (update, pair->node, "“%s” is on %s, and was on %s", title, pair->date, date);
}

/* people, rooms and tracks: those that are in the file by their ids there, the others new */

static const PgNode *
find_named (Update *update, const char *list, const GPtrArray *name, const PgDraftOrigin *origin)
{
  const PgNode *parent = pg_node_child (update->root, list);
  const char *words = pg_plain_text (update->arena, name, NULL);
  for (const PgNode *node = parent != NULL ? parent->first : NULL; node != NULL; node = node->next)
    {
      const char *own = node->name != NULL ? pg_node_words (update->arena, pg_node_child (node, "name")) : NULL;
      if (own != NULL && (g_strcmp0 (own, words) == 0 || (origin != NULL && is_origin (node, origin))))
        return node;
    }
  return NULL;
}

static PgSlugs *
slugs_of (Update *update, const char *list)
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
add_to_list (Update *update, const char *list, const char *xml)
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
id_for (Update *update, PgSlugs *slugs, const PgNode *old, const GPtrArray *name, const char *kind)
{
  if (old != NULL)
    return pg_node_value (old, "id");
  g_autofree char *id = pg_slugs_make (slugs, pg_plain_text (update->arena, name, NULL), kind);
  return pg_arena_strdup (update->arena, id);
}

static void
name_things (Update *update, const char *list, const char *element, const GPtrArray *things)
{
  g_autoptr (PgSlugs) slugs = slugs_of (update, list);
  for (guint i = 0; i < things->len; i++)
    {
      PgDraftThing *thing = g_ptr_array_index (things, i);
      const PgNode *old = find_named (update, list, thing->name, NULL);
      thing->id = id_for (update, slugs, old, thing->name, element);
      g_autofree char *xml = pg_draft_write_thing (thing, element, THING_DEPTH);
      if (old == NULL)
        add_to_list (update, list, xml);
    }
}

/* Of those who are not there yet, only such as speak in what is new are added. */
static void
name_people (Update *update)
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

static void
add_people (Update *update, const PgDraftEntry *entry)
{
  for (guint i = 0; i < entry->groups->len; i++)
    {
      const PgDraftGroup *group = g_ptr_array_index (entry->groups, i);
      for (guint j = 0; j < group->slots->len; j++)
        {
          const PgDraftSlot *slot = g_ptr_array_index (group->slots, j);
          PgDraftPerson *person = g_ptr_array_index (slot->people, 0);
          g_autofree char *xml = pg_draft_write_person (person, THING_DEPTH);
          if (!person->is_written)
            add_to_list (update, "people", xml);
          person->is_written = TRUE;
        }
    }
  for (guint i = 0; i < entry->talks->len; i++)
    add_people (update, g_ptr_array_index (entry->talks, i));
}

/* places in the file */

static gboolean
stays (const Update *update, const PgNode *node)
{
  for (guint i = 0; i < update->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (update->pairs, Pair, i);
      if (pair->node == node)
        return !pair->moves;
    }
  return TRUE;
}

/* Before what begins later on the day and stays where it is, or at the day's end. */
static gsize
place_on (Update *update, const PgNode *day, int start)
{
  gsize at, end;
  for (const PgNode *node = day->first; node != NULL; node = node->next)
    {
      const char *own = is_entry (node) && stays (update, node) ? pg_node_value (node, "start") : NULL;
      if (own == NULL || pg_moment_clock (own) <= start)
        continue;
      pg_edits_span (update->edits, node, &at, &end);
      return at;
    }
  return pg_edits_end_tag (update->edits, day);
}

static const PgNode *
day_of (const Update *update, const char *date)
{
  const PgNode *agenda = pg_node_child (update->root, "agenda");
  for (PgNode *day = pg_node_child (agenda, "day"); day != NULL; day = pg_node_again (day))
    if (g_strcmp0 (pg_node_value (day, "date"), date) == 0)
      return day;
  return NULL;
}

/* A day that is not in the file goes before the first later one. */
static void
add_day (Update *update, const char *date, const char *entries)
{
  const PgNode *agenda = pg_node_child (update->root, "agenda");
  gsize at = pg_edits_end_tag (update->edits, agenda), end;
  g_autofree char *xml = g_strdup_printf ("    <day date=\"%s\">\n%s    </day>\n", date, entries);
  for (PgNode *day = pg_node_child (agenda, "day"); day != NULL; day = pg_node_again (day))
    if (strcmp (pg_node_value (day, "date"), date) > 0)
      {
        pg_edits_span (update->edits, day, &at, &end);
        break;
      }
  pg_edits_replace (update->edits, at, at, xml);
  tell (update, NULL, "%s is a new day", date);
}

/* All that moves is taken out before any of it is put in. */
static void
cut_moved (Update *update)
{
  for (guint i = 0; i < update->pairs->len; i++)
    {
      Pair *pair = &g_array_index (update->pairs, Pair, i);
      gsize start, end;
      if (!pair->moves)
        continue;
      pg_edits_span (update->edits, pair->node, &start, &end);
      pair->text = pg_edits_cut (update->edits, start, end);
      pg_edits_replace (update->edits, start, end, "");
    }
}

static void
put_moved (Update *update)
{
  g_autoptr (GString) day = g_string_new (NULL);
  for (guint i = 0; i < update->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (update->pairs, Pair, i), *next = pair + 1;
      const PgNode *node = day_of (update, pair->date);
      if (node == NULL && pair->text != NULL)
        g_string_append (day, pair->text);
      if (node != NULL && pair->text != NULL)
        {
          gsize at = place_on (update, node, pair->entry->start);
          pg_edits_replace (update->edits, at, at, pair->text);
        }
      if (day->len == 0 || (i + 1 < update->pairs->len && strcmp (next->date, pair->date) == 0))
        continue;
      add_day (update, pair->date, day->str);
      g_string_truncate (day, 0);
    }
}

static void
add_new (Update *update)
{
  for (guint i = 0; i < update->pairs->len; i++)
    {
      Pair *pair = &g_array_index (update->pairs, Pair, i);
      if (pair->node != NULL)
        continue;
      add_people (update, pair->entry);
      pair->text = pg_draft_write_entry (pair->entry, ENTRY_DEPTH);
      tell (update, NULL, "“%s”, %s at %s, is new", pg_plain_text (update->arena, pair->entry->title, NULL), pair->date,
            clock_of (update, pair->entry->start));
    }
}

/* Lists that are new stand before the agenda. */
static void
add_lists (Update *update)
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

/* What came from another system, and is not there any more, stays until somebody takes it out. */
static void
tell_gone (Update *update)
{
  const PgNode *agenda = pg_node_child (update->root, "agenda");
  for (PgNode *day = pg_node_child (agenda, "day"); day != NULL; day = pg_node_again (day))
    for (const PgNode *node = day->first; node != NULL; node = node->next)
      if (is_entry (node) && pg_node_child (node, "origin") != NULL && !g_hash_table_contains (update->taken, node))
        pg_report_add (update->foreign->report, PROGRAMME_SEVERITY_WARNING, &node->place, "gone",
                       "“%s” is not in %s any more: take it out if it does not take place", title_of (update, node),
                       update->foreign->name);
}

/* the whole */

static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *left = a, *right = b;
  int order = strcmp (left->date, right->date);
  return order != 0 ? order : left->entry->start - right->entry->start;
}

static void
make_pairs (Update *update)
{
  for (guint i = 0; i < update->draft->days->len; i++)
    {
      const PgDraftDay *day = g_ptr_array_index (update->draft->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        {
          Pair pair = { .entry = g_ptr_array_index (day->entries, j), .date = day->date };
          g_array_append_val (update->pairs, pair);
        }
    }
  g_array_sort (update->pairs, compare_pairs);
  match (update, is_by_origin);
  match (update, is_by_title);
}

static void
free_pair (gpointer data)
{
  g_free (((Pair *) data)->text);
}

static void
free_list (gpointer data)
{
  g_string_free (data, TRUE);
}

static char *
update_text (Update *update, const char *text, gsize length)
{
  g_autoptr (PgEdits) edits = update->edits = pg_edits_new (text, length);
  g_autoptr (GArray) pairs = update->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_list);
  update->taken = taken;
  update->new_lists = lists;
  g_array_set_clear_func (pairs, free_pair);
  make_pairs (update);
  name_things (update, "organisations", "organisation", update->draft->organisations);
  name_things (update, "rooms", "room", update->draft->rooms);
  name_things (update, "tracks", "track", update->draft->tracks);
  name_people (update);
  for (guint i = 0; i < pairs->len; i++)
    if (g_array_index (pairs, Pair, i).node != NULL)
      update_entry (update, &g_array_index (pairs, Pair, i));
  cut_moved (update);
  add_new (update);
  put_moved (update);
  add_lists (update);
  tell_gone (update);
  return pg_edits_cut (edits, 0, length);
}

char *
pg_update (const PgForeign *foreign, PgDraft *draft, const char *path, GError **error)
{
  g_autofree char *data = NULL;
  gsize length;
  PgSource source;
  if (!pg_file_read (path, PG_MAX_FOREIGN_BYTES, NULL, &data, &length, error))
    return NULL;
  Update update = { .foreign = foreign, .draft = draft, .arena = draft->arena };
  gboolean done = pg_source_init (&source, pg_arena_strdup (draft->arena, path), data, length, &pg_standard_limits,
                                  foreign->report, error);
  update.root = done ? pg_tree_read (draft->arena, &source, foreign->report, error) : NULL;
  char *text = NULL;
  if (update.root != NULL && pg_node_is (update.root, "programme") && pg_node_child (update.root, "agenda") != NULL)
    text = update_text (&update, source.text, source.length);
  else if (update.root != NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s: is no event with an agenda, to be updated",
                 path);
  pg_source_clear (&source);
  return text;
}
