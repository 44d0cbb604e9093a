/* Enters: a document that is laid out, others that have runs of pages in common with it. Leaves: its pages in them, which are
   not laid out again. */
#include "layout/flow.h"

/* What a run became. */
struct PgRunPages
{
  gboolean fits;    /* it was set, or what there is then, and not what there is otherwise */
  PgPageRun *blank; /* before it; or NULL */
  guint start, end; /* its pages, if it was */
};

static void
keep_run (PgFlow *flow, guint index)
{
  PgPageRun *run = g_ptr_array_index (flow->page_runs, index);
  PgPageRun *before = index > 0 ? g_ptr_array_index (flow->page_runs, index - 1) : NULL;
  gboolean is_last = index + 1 == flow->page_runs->len;
  run->kept = pg_arena_new0 (flow->manuscript->arena, PgRunPages);
  run->kept->fits = TRUE;
  run->kept->blank = before != NULL && before->flow == NULL ? before : NULL;
  run->kept->start = g_array_index (flow->page_runs_start, guint, index);
  run->kept->end = is_last ? flow->pages->pages->len : g_array_index (flow->page_runs_start, guint, index + 1);
}

static gboolean
are_set (const GPtrArray *runs)
{
  gboolean found = FALSE;
  for (guint i = 0; runs != NULL && i < runs->len && !found; i++)
    {
      const PgPageRun *run = g_ptr_array_index (runs, i);
      found = run->kept->end > 0 || are_set (run->then) || are_set (run->otherwise);
    }
  return found;
}

/* Runs that were asked about and not set. */
static void
keep_answers (PgFlow *flow, const GPtrArray *runs)
{
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      PgPageRun *run = g_ptr_array_index (runs, i);
      keep_answers (flow, run->then);
      keep_answers (flow, run->otherwise);
      if (run->kept != NULL)
        continue;
      run->kept = pg_arena_new0 (flow->manuscript->arena, PgRunPages);
      run->kept->fits = are_set (run->then);
    }
}

void
pg_flow_keep (PgFlow *flow)
{
  for (guint i = 0; i < flow->page_runs->len; i++)
    keep_run (flow, i);
  keep_answers (flow, flow->manuscript->page_runs);
}

gboolean
pg_kept_fits (const PgPageRun *run)
{
  return run->kept->fits;
}

PgPageRun *
pg_kept_blank (const PgPageRun *run)
{
  return run->kept->blank;
}

static void
take_marks (PgFlow *flow, const PgRunPages *kept)
{
  const GArray *bookmarks = flow->first->bookmarks, *destinations = flow->first->destinations;
  for (guint i = 0; i < bookmarks->len; i++)
    {
      const PgBookmark *bookmark = &g_array_index (bookmarks, PgBookmark, i);
      if (bookmark->page >= kept->start && bookmark->page < kept->end)
        g_array_append_val (flow->pages->bookmarks, *bookmark);
    }
  for (guint i = 0; i < destinations->len; i++)
    {
      const PgDestination *destination = &g_array_index (destinations, PgDestination, i);
      if (destination->page < kept->start || destination->page >= kept->end)
        continue;
      g_array_append_val (flow->pages->destinations, *destination);
      g_hash_table_insert (flow->pages->anchors, (gpointer) destination->name,
                           GUINT_TO_POINTER (destination->page + 1));
    }
}

gboolean
pg_flow_take_kept (PgFlow *flow, const PgPageRun *run)
{
  const PgRunPages *kept = run->kept;
  if (flow->first == NULL || kept == NULL)
    return FALSE;
  flow->differs = flow->differs || kept->start != flow->pages->pages->len;
  for (guint i = kept->start; i < kept->end && !flow->differs; i++)
    {
      PgPage *page = g_ptr_array_index (flow->first->pages, i);
      page->others++;
      g_ptr_array_add (flow->pages->pages, page);
    }
  if (!flow->differs)
    take_marks (flow, kept);
  return TRUE;
}
