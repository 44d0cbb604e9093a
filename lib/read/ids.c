/* Enters: ids and references to them. Leaves: what they stand for, and findings on those that lead nowhere. */
#include "read/reader.h"

#include "base/nearest.h"
#include "read/values.h"

#include <string.h>

/* Searching near words costs time, which a file full of bad references must not multiply. */
#define MAX_SUGGESTIONS 100
#define MAX_CANDIDATES 5000

typedef struct
{
  char *id;
  gpointer thing;
  PgPlace place;
  gboolean used;
} Entry;

struct PgIds
{
  GHashTable *tables[PG_N_ID_KINDS]; /* id: Entry */
  GPtrArray *entries[PG_N_ID_KINDS]; /* the same, in the order of the file */
  guint n_suggestions;
};

static const char *const kind_names[PG_N_ID_KINDS]
    = { "organisation", "person", "room", "track", "session", "category" };
static const char *const kind_phrases[PG_N_ID_KINDS]
    = { "an organisation", "a person", "a room", "a track", "a session", "a category" };

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  g_free (entry->id);
  g_free (entry);
}

PgIds *
pg_ids_new (void)
{
  PgIds *ids = g_new0 (PgIds, 1);
  for (guint i = 0; i < PG_N_ID_KINDS; i++)
    {
      ids->tables[i] = g_hash_table_new (g_str_hash, g_str_equal);
      ids->entries[i] = g_ptr_array_new_with_free_func (entry_free);
    }
  return ids;
}

void
pg_ids_free (PgIds *ids)
{
  for (guint i = 0; i < PG_N_ID_KINDS; i++)
    {
      g_hash_table_unref (ids->tables[i]);
      g_ptr_array_unref (ids->entries[i]);
    }
  g_free (ids);
}

void
pg_ids_add (PgReader *reader, PgIdKind kind, const PgNode *node, gpointer thing)
{
  const PgAttribute *id = pg_node_attribute (node, "id");
  if (id == NULL)
    return;
  Entry *before = g_hash_table_lookup (reader->ids->tables[kind], id->value);
  if (before != NULL)
    {
      ProgrammeFinding *finding
          = pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &id->place, "duplicate-id",
                           "the id \"%.60s\" belongs to another %s, in line %u: each needs its own", id->value,
                           kind_names[kind], before->place.line);
      pg_finding_add_place (finding, &before->place);
      pg_finding_set_id (finding, id->value);
      return;
    }
  Entry *entry = g_new0 (Entry, 1);
  entry->id = g_strdup (id->value);
  entry->thing = thing;
  entry->place = node->place;
  g_hash_table_insert (reader->ids->tables[kind], entry->id, entry);
  g_ptr_array_add (reader->ids->entries[kind], entry);
}

const char *
pg_id_around (const PgNode *node)
{
  while (node != NULL && pg_node_value (node, "id") == NULL)
    node = node->parent;
  return node != NULL ? pg_node_value (node, "id") : NULL;
}

static const char *
nearest_id (PgReader *reader, PgIdKind kind, const char *id)
{
  const GPtrArray *entries = reader->ids->entries[kind];
  if (reader->ids->n_suggestions++ >= MAX_SUGGESTIONS)
    return NULL;
  guint n = MIN (entries->len, MAX_CANDIDATES);
  g_autofree const char **ids = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    ids[i] = ((const Entry *) g_ptr_array_index (entries, i))->id;
  return pg_nearest_word (id, ids);
}

/* An id of another kind of thing under the same name, for who takes one for the other. */
static const char *
kind_of (PgReader *reader, const char *id)
{
  for (guint i = 0; i < PG_N_ID_KINDS; i++)
    if (g_hash_table_contains (reader->ids->tables[i], id))
      return kind_phrases[i];
  return NULL;
}

static ProgrammeFinding *
report_unknown (PgReader *reader, PgIdKind kind, const PgAttribute *attribute, const char *id)
{
  const char *other = kind_of (reader, id), *near = nearest_id (reader, kind, id);
  const char *name = kind_names[kind];
  if (other != NULL)
    return pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &attribute->place, "unknown-reference",
                          "%s=\"%.60s\" names %s, but %s is wanted here", attribute->name, id, other,
                          kind_phrases[kind]);
  if (near == NULL)
    return pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &attribute->place, "unknown-reference",
                          "no %s has the id \"%.60s\": add it, or name one that there is", name, id);
  ProgrammeFinding *finding
      = pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &attribute->place, "unknown-reference",
                       "no %s has the id \"%.60s\": did you mean \"%s\"?", name, id, near);
  pg_finding_set_fix (finding, near);
  return finding;
}

static gpointer
find (PgReader *reader, PgIdKind kind, const PgNode *node, const PgAttribute *attribute, const char *id)
{
  Entry *entry = g_hash_table_lookup (reader->ids->tables[kind], id);
  if (entry == NULL)
    {
      pg_finding_set_id (report_unknown (reader, kind, attribute, id), pg_id_around (node));
      return NULL;
    }
  entry->used = TRUE;
  return entry->thing;
}

gpointer
pg_ids_find (PgReader *reader, PgIdKind kind, const PgNode *node, const char *name)
{
  const PgAttribute *attribute = pg_node_attribute (node, name);
  return attribute != NULL ? find (reader, kind, node, attribute, attribute->value) : NULL;
}

void
pg_ids_find_all (PgReader *reader, PgIdKind kind, const PgNode *node, const char *name, GPtrArray *found)
{
  const PgAttribute *attribute = pg_node_attribute (node, name);
  if (attribute == NULL)
    return;
  g_auto (GStrv) ids = pg_value_words (attribute->value);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gpointer thing = find (reader, kind, node, attribute, ids[i]);
      if (thing == NULL)
        continue;
      if (g_ptr_array_find (found, thing, NULL))
        pg_finding_set_id (pg_report_add (reader->report, PROGRAMME_SEVERITY_WARNING, &attribute->place,
                                          "duplicate-reference", "%s names \"%.60s\" twice: once is enough", name,
                                          ids[i]),
                           pg_id_around (node));
      else
        g_ptr_array_add (found, thing);
    }
}

void
pg_ids_report_unused (PgReader *reader)
{
  for (guint kind = 0; kind < PG_ID_ENTRY; kind++)
    for (guint i = 0; i < reader->ids->entries[kind]->len; i++)
      {
        const Entry *entry = g_ptr_array_index (reader->ids->entries[kind], i);
        if (entry->used)
          continue;
        ProgrammeFinding *finding
            = pg_report_add (reader->report, PROGRAMME_SEVERITY_NOTE, &entry->place, "unused",
                             "nothing refers to the %s \"%.60s\", so it is not printed", kind_names[kind], entry->id);
        pg_finding_set_id (finding, entry->id);
      }
}
