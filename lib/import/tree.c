/* Enters: a foreign file in XML. Leaves: its elements, whatever their namespace. */
#include "import/tree.h"

/* The vocabulary has no namespaces, and others do. */
static void
join (ProgrammeReport *report, const ProgrammeReport *found)
{
  for (guint i = 0; report != NULL && i < programme_report_get_n_findings (found); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (found, i);
      if (g_strcmp0 (programme_finding_get_code (finding), "namespace") != 0)
        programme_report_add (report, (ProgrammeFinding *) finding);
    }
}

const PgNode *
pg_foreign_tree (const PgForeign *foreign, PgArena *arena, GError **error)
{
  PgSource source;
  g_autoptr (ProgrammeReport) found = programme_report_new ();
  gboolean done
      = pg_source_init (&source, foreign->name, foreign->data, foreign->length, &pg_standard_limits, found, error);
  const PgNode *root = done ? pg_tree_read (arena, &source, found, error) : NULL;
  pg_source_clear (&source);
  join (foreign->report, found);
  return root;
}

static void
add_words (GString *words, const PgNode *node)
{
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    if (child->name == NULL)
      g_string_append (words, child->text);
    else
      add_words (words, child);
}

const char *
pg_node_words (PgArena *arena, const PgNode *node)
{
  if (node == NULL || node->first == NULL)
    return NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  add_words (words, node);
  g_strstrip (words->str);
  return words->str[0] != '\0' ? pg_arena_strdup (arena, words->str) : NULL;
}
