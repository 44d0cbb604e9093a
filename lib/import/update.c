/* Importing again over an event that was edited. Enters: its file, and a new draft. Leaves: the file with the times, rooms and
   titles of the draft. Entries find each other by what the other system calls them, else by their titles; what only one side has
   is added, or told. */
#include "import/update.h"

#include "base/file.h"
#include "base/limits.h"
#include "import/event-draft.h"
#include "import/moment.h"
#include "import/plain.h"
#include "import/tree.h"
#include "import/updating.h"

#include <string.h>

/* what the file says */

static gboolean
is_entry (const PgNode *node)
{
  return pg_node_is (node, "session") || pg_node_is (node, "break");
}

typedef gboolean (*IsIt) (PgUpdate *update, const PgNode *node, const PgPair *pair);

static gboolean
is_by_origin (PgUpdate *update, const PgNode *node, const PgPair *pair)
{
  (void) update;
  return pg_update_is_origin (node, &pair->entry->origin);
}

static gboolean
is_by_title (PgUpdate *update, const PgNode *node, const PgPair *pair)
{
  const char *title = pg_plain_text (update->arena, pair->entry->title, NULL);
  return g_strcmp0 (pg_update_title (update, node), title) == 0
         && g_strcmp0 (pg_node_value (node->parent, "date"), pair->date) == 0;
}

/* Finds entries that no pair has yet. */
static void
match (PgUpdate *update, IsIt is_it)
{
  const PgNode *agenda = pg_node_child (update->root, "agenda");
  for (guint i = 0; i < update->pairs->len; i++)
    {
      PgPair *pair = &g_array_index (update->pairs, PgPair, i);
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

static const char *
clock_of (PgUpdate *update, int minute)
{
  return minute < 0 ? NULL : pg_arena_printf (update->arena, "%02d:%02d", minute / 60, minute % 60);
}

static void
update_time (PgUpdate *update, const PgPair *pair, const char *attribute, int minute, const char *title)
{
  const char *old = pg_node_value (pair->node, attribute), *new = clock_of (update, minute);
  if (minute < 0 || (old != NULL && pg_moment_clock (old) == minute))
    return;
  pg_edits_set (update->edits, pair->node, attribute, new);
  pg_update_tell (update, pair->node, "“%s”: %s is %s, and was %s", title, attribute, new,
                  old != NULL ? old : "not said");
}

static void
update_title (PgUpdate *update, const PgPair *pair, const char *old)
{
  const PgNode *node = pg_node_child (pair->node, "title");
  const char *new = pg_plain_text (update->arena, pair->entry->title, NULL);
  if (node == NULL || new == NULL || strcmp (old, new) == 0)
    return;
  pg_edits_fill (update->edits, node, ((const PgDraftVersion *) g_ptr_array_index (pair->entry->title, 0))->xml);
  pg_update_tell (update, node, "“%s” is called “%s” now", old, new);
}

static void
update_room (PgUpdate *update, const PgPair *pair, const char *title)
{
  const char *old = pg_node_value (pair->node, "room"), *new = pair->entry->room != NULL ? pair->entry->room->id : NULL;
  g_autofree char *first = g_strndup (old != NULL ? old : "", strcspn (old != NULL ? old : "", " "));
  if (new == NULL || strcmp (first, new) == 0)
    return;
  pg_edits_set (update->edits, pair->node, "room", new);
  pg_update_tell (update, pair->node, "“%s” is in room %s, and was in %s", title, new, old != NULL ? old : "none");
}

static void
update_track (PgUpdate *update, const PgPair *pair, const char *title)
{
  const char *old = pg_node_value (pair->node, "track"),
             *new = pair->entry->track != NULL ? pair->entry->track->id : NULL;
  if (new == NULL || g_strcmp0 (old, new) == 0 || pair->entry->sort != PG_DRAFT_SESSION)
    return;
  pg_edits_set (update->edits, pair->node, "track", new);
  pg_update_tell (update, pair->node, "“%s” is in track %s, and was in %s", title, new, old != NULL ? old : "none");
}

/* Behind the title, each line in its place. */
static void
add_abstract (PgUpdate *update, const PgPair *pair)
{
  g_autofree char *xml = pg_draft_write_abstract (pair->entry, PG_ENTRY_DEPTH + 1);
  const PgNode *last = pg_node_child (pair->node, "title");
  gsize start, end = pg_edits_end_tag (update->edits, pair->node);
  for (const PgNode *node = last; node != NULL; node = pg_node_again ((PgNode *) node))
    pg_edits_span (update->edits, node, &start, &end);
  pg_edits_replace (update->edits, end, end, xml);
}

/* One that is there may have been edited. */
static void
update_abstract (PgUpdate *update, const PgPair *pair, const char *title)
{
  const PgNode *node = pg_node_child (pair->node, "abstract");
  g_autoptr (GString) old = g_string_new (NULL);
  if (node != NULL)
    pg_node_xml (old, node);
  if (pair->entry->abstract == NULL || !pg_node_is (pair->node, "session")
      || g_strcmp0 (pg_plain_body (update->arena, old->str, NULL),
                    pg_plain_body (update->arena, pair->entry->abstract, NULL))
             == 0)
    return;
  if (node == NULL)
    add_abstract (update, pair);
  pg_update_tell (update, node != NULL ? node : pair->node,
                  node != NULL ? "“%s”: the abstract is not that of %s: compare them, it stays"
                               : "“%s” has an abstract in %s",
                  title, update->foreign->name);
}

static gboolean
has_talk (PgUpdate *update, const PgNode *session, const PgDraftEntry *talk)
{
  const char *title = pg_plain_text (update->arena, talk->title, NULL);
  for (PgNode *node = pg_node_child (session, "talk"); node != NULL; node = pg_node_again (node))
    if (g_strcmp0 (pg_update_title (update, node), title) == 0)
      return TRUE;
  return FALSE;
}

static void
update_talks (PgUpdate *update, const PgPair *pair, const char *title)
{
  for (guint i = 0; i < pair->entry->talks->len; i++)
    {
      const PgDraftEntry *talk = g_ptr_array_index (pair->entry->talks, i);
      if (has_talk (update, pair->node, talk))
        continue;
      g_autofree char *xml = pg_draft_write_entry (talk, PG_ENTRY_DEPTH + 1);
      gsize at = pg_edits_end_tag (update->edits, pair->node);
      pg_edits_replace (update->edits, at, at, xml);
      pg_update_tell (update, pair->node, "“%s”: the talk “%s” is new", title,
                      pg_plain_text (update->arena, talk->title, NULL));
    }
}

static void
update_entry (PgUpdate *update, PgPair *pair)
{
  const char *title = pg_update_title (update, pair->node), *date = pg_node_value (pair->node->parent, "date");
  const char *start = pg_node_value (pair->node, "start");
  pair->moves = g_strcmp0 (date, pair->date) != 0 || start == NULL || pg_moment_clock (start) != pair->entry->start;
  update_time (update, pair, "start", pair->entry->start, title);
  update_time (update, pair, "end", pair->entry->end, title);
  update_room (update, pair, title);
  update_track (update, pair, title);
  update_title (update, pair, title);
  update_abstract (update, pair, title);
  pg_update_slots (update, pair, title);
  update_talks (update, pair, title);
  if (g_strcmp0 (date, pair->date) != 0)
    pg_update_tell (update, pair->node, "“%s” is on %s, and was on %s", title, pair->date, date);
}

/* places in the file */

static gboolean
stays (const PgUpdate *update, const PgNode *node)
{
  for (guint i = 0; i < update->pairs->len; i++)
    {
      const PgPair *pair = &g_array_index (update->pairs, PgPair, i);
      if (pair->node == node)
        return !pair->moves;
    }
  return TRUE;
}

/* Before what begins later on the day and stays where it is, or at the day's end. */
static gsize
place_on (PgUpdate *update, const PgNode *day, int start)
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
day_of (const PgUpdate *update, const char *date)
{
  const PgNode *agenda = pg_node_child (update->root, "agenda");
  for (PgNode *day = pg_node_child (agenda, "day"); day != NULL; day = pg_node_again (day))
    if (g_strcmp0 (pg_node_value (day, "date"), date) == 0)
      return day;
  return NULL;
}

/* A day that is not in the file goes before the first later one. */
static void
add_day (PgUpdate *update, const char *date, const char *entries)
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
  pg_update_tell (update, NULL, "%s is a new day", date);
}

/* All that moves is taken out before any of it is put in. */
static void
cut_moved (PgUpdate *update)
{
  for (guint i = 0; i < update->pairs->len; i++)
    {
      PgPair *pair = &g_array_index (update->pairs, PgPair, i);
      gsize start, end;
      if (!pair->moves)
        continue;
      pg_edits_span (update->edits, pair->node, &start, &end);
      pair->text = pg_edits_cut (update->edits, start, end);
      pg_edits_replace (update->edits, start, end, "");
    }
}

static void
put_moved (PgUpdate *update)
{
  g_autoptr (GString) day = g_string_new (NULL);
  for (guint i = 0; i < update->pairs->len; i++)
    {
      const PgPair *pair = &g_array_index (update->pairs, PgPair, i), *next = pair + 1;
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
add_new (PgUpdate *update)
{
  for (guint i = 0; i < update->pairs->len; i++)
    {
      PgPair *pair = &g_array_index (update->pairs, PgPair, i);
      if (pair->node != NULL)
        continue;
      pg_update_add_people (update, pair->entry);
      pair->text = pg_draft_write_entry (pair->entry, PG_ENTRY_DEPTH);
      pg_update_tell (update, NULL, "“%s”, %s at %s, is new", pg_plain_text (update->arena, pair->entry->title, NULL),
                      pair->date, clock_of (update, pair->entry->start));
    }
}

/* What came from another system, and is not there any more, stays until somebody takes it out. */
static void
tell_gone (PgUpdate *update)
{
  const PgNode *agenda = pg_node_child (update->root, "agenda");
  for (PgNode *day = pg_node_child (agenda, "day"); day != NULL; day = pg_node_again (day))
    for (const PgNode *node = day->first; node != NULL; node = node->next)
      if (is_entry (node) && pg_node_child (node, "origin") != NULL && !g_hash_table_contains (update->taken, node))
        pg_report_add (update->foreign->report, PROGRAMME_SEVERITY_WARNING, &node->place, "gone",
                       "“%s” is not in %s any more: take it out if it does not take place",
                       pg_update_title (update, node), update->foreign->name);
}

/* the whole */

static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
  const PgPair *left = a, *right = b;
  int order = strcmp (left->date, right->date);
  return order != 0 ? order : left->entry->start - right->entry->start;
}

static void
make_pairs (PgUpdate *update)
{
  for (guint i = 0; i < update->draft->days->len; i++)
    {
      const PgDraftDay *day = g_ptr_array_index (update->draft->days, i);
      for (guint j = 0; j < day->entries->len; j++)
        {
          PgPair pair = { .entry = g_ptr_array_index (day->entries, j), .date = day->date };
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
  g_free (((PgPair *) data)->text);
}

static void
free_list (gpointer data)
{
  g_string_free (data, TRUE);
}

static char *
update_text (PgUpdate *update, const char *text, gsize length)
{
  g_autoptr (PgEdits) edits = update->edits = pg_edits_new (text, length);
  g_autoptr (GArray) pairs = update->pairs = g_array_new (FALSE, FALSE, sizeof (PgPair));
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_list);
  update->taken = taken;
  update->new_lists = lists;
  g_array_set_clear_func (pairs, free_pair);
  make_pairs (update);
  pg_update_name_things (update, "organisations", "organisation", update->draft->organisations);
  pg_update_name_things (update, "rooms", "room", update->draft->rooms);
  pg_update_name_things (update, "tracks", "track", update->draft->tracks);
  pg_update_name_people (update);
  for (guint i = 0; i < pairs->len; i++)
    if (g_array_index (pairs, PgPair, i).node != NULL)
      update_entry (update, &g_array_index (pairs, PgPair, i));
  cut_moved (update);
  add_new (update);
  put_moved (update);
  pg_update_add_lists (update);
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
  PgUpdate update = { .foreign = foreign, .draft = draft, .arena = draft->arena };
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
