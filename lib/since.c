/* Enters: a manuscript, and the event as it was when all was printed. Leaves: of its pages those that are not as they were. */
#include "document.h"

/* All that some runs of pages say, by which they are told from others. */
static char *
say_runs (const GPtrArray *runs, guint first, guint n)
{
  GString *said = g_string_new (NULL);
  for (guint i = first; i < MIN (first + n, runs->len); i++)
    {
      const PgPageRun *run = g_ptr_array_index (runs, i);
      const PgBlock *blocks[] = { run->flow, run->under, run->over };
      for (guint k = 0; k < G_N_ELEMENTS (blocks); k++)
        if (blocks[k] != NULL)
          {
            g_autofree char *dump = pg_block_dump (blocks[k]);
            g_string_append (said, dump);
          }
    }
  return g_string_free (said, FALSE);
}

/* The piece as it was; NULL if it had nothing to say. */
static PgManuscript *
compose_before (const ProgrammeDocument *document, const PgPiece *piece, const ProgrammeEvent *since)
{
  PgRequest before = document->request;
  before.event = since;
  gboolean has_matter = before.people != NULL || pg_piece_find_lack (piece, since, before.selection.kinds) == NULL;
  return has_matter ? piece->compose (&before, NULL) : NULL;
}

/* NULL for a badge without a name. */
static const char *
title_of (const GPtrArray *runs, guint index)
{
  return ((const PgPageRun *) g_ptr_array_index (runs, index))->flow->bookmark;
}

/* Notes what the pages are called that are there no more. */
static void
note_gone (PgWorkshop *workshop, const GPtrArray *before, const GPtrArray *runs, guint n)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  if (workshop->gone == NULL)
    workshop->gone = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < runs->len; i += n)
    if (title_of (runs, i) != NULL)
      g_hash_table_add (known, (gpointer) title_of (runs, i));
  for (guint i = 0; i < before->len; i += n)
    if (title_of (before, i) != NULL && g_hash_table_add (known, (gpointer) title_of (before, i)))
      g_ptr_array_add (workshop->gone, g_strdup (title_of (before, i)));
}

/* A back goes with its front. */
gboolean
pg_document_leave_out_same (ProgrammeDocument *document, const PgPiece *piece, PgWorkshop *workshop, GError **error)
{
  const PgManuscript *old = compose_before (document, piece, workshop->since);
  const GPtrArray *runs = document->manuscript->page_runs;
  guint n = document->request.badges.sides == 2 ? 2 : 1;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; old != NULL && i < old->page_runs->len; i += n)
    g_hash_table_add (known, say_runs (old->page_runs, i, n));
  if (old != NULL)
    note_gone (workshop, old->page_runs, runs, n);
  g_clear_pointer (&workshop->titles, g_ptr_array_unref);
  workshop->titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < runs->len; i += n)
    {
      g_autofree char *said = say_runs (runs, i, n);
      gboolean is_same = g_hash_table_contains (known, said);
      for (guint k = i; is_same && k < MIN (i + n, runs->len); k++)
        {
          PgPageRun *run = g_ptr_array_index (runs, k);
          run->otherwise = run->then = pg_arena_array (document->arena);
        }
      if (!is_same)
        g_ptr_array_add (workshop->titles, g_strdup (title_of (runs, i)));
    }
  if (workshop->titles->len == 0)
    g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "nothing of it differs from what it was");
  return workshop->titles->len > 0;
}
