/* Enters: a manuscript, and the event as it was when all was printed. Leaves: of its pages those that are not as they were. */
#include "document.h"

/* All that a run of pages says, by which it is told from another. */
static char *
say_run (const PgPageRun *run)
{
  const PgBlock *blocks[] = { run->flow, run->under, run->over };
  GString *said = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (blocks[i] != NULL)
      {
        g_autofree char *dump = pg_block_dump (blocks[i]);
        g_string_append (said, dump);
      }
  return g_string_free (said, FALSE);
}

gboolean
pg_document_leave_out_same (ProgrammeDocument *document, const PgPiece *piece, PgWorkshop *workshop, GError **error)
{
  PgRequest before = document->request;
  before.event = workshop->since;
  PgManuscript *old = pg_piece_find_lack (piece, workshop->since, before.selection.kinds) == NULL
                          ? piece->compose (&before, NULL)
                          : NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; old != NULL && i < old->page_runs->len; i++)
    g_hash_table_add (known, say_run (g_ptr_array_index (old->page_runs, i)));
  g_clear_pointer (&workshop->titles, g_ptr_array_unref);
  workshop->titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < document->manuscript->page_runs->len; i++)
    {
      PgPageRun *run = g_ptr_array_index (document->manuscript->page_runs, i);
      g_autofree char *said = say_run (run);
      if (g_hash_table_contains (known, said))
        run->otherwise = run->then = pg_arena_array (document->arena);
      else
        g_ptr_array_add (workshop->titles, g_strdup (run->flow->bookmark));
    }
  if (workshop->titles->len == 0)
    g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "nothing of it differs from what it was");
  return workshop->titles->len > 0;
}
