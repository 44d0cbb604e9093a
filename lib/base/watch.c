/* Enters: how far some work is. Leaves: that, told to whoever waits for it; and whether they have cancelled it. */
#include "base/watch.h"

#define LEAST_STEP 0.005 /* a fraction that is worth telling */

struct PgProgress
{
  gatomicrefcount refs;
  PgProgressFunc func;
  gpointer data;
  GDestroyNotify destroy;
};

PgProgress *
pg_progress_new (PgProgressFunc func, gpointer data, GDestroyNotify destroy)
{
  PgProgress *progress = g_new0 (PgProgress, 1);
  g_atomic_ref_count_init (&progress->refs);
  progress->func = func;
  progress->data = data;
  progress->destroy = destroy;
  return progress;
}

PgProgress *
pg_progress_ref (PgProgress *progress)
{
  if (progress != NULL)
    g_atomic_ref_count_inc (&progress->refs);
  return progress;
}

void
pg_progress_unref (PgProgress *progress)
{
  if (progress == NULL || !g_atomic_ref_count_dec (&progress->refs))
    return;
  if (progress->destroy != NULL)
    progress->destroy (progress->data);
  g_free (progress);
}

PgWatch
pg_watch_new (GCancellable *cancellable, PgProgress *progress, const char *stage)
{
  return (PgWatch){ cancellable, progress, stage, 0, 1, -1 };
}

PgWatchPart
pg_watch_narrow (PgWatch *watch, double from, double to)
{
  PgWatchPart before = { 0, 1 };
  if (watch == NULL)
    return before;
  before = (PgWatchPart){ watch->from, watch->to };
  watch->from = before.from + from * (before.to - before.from);
  watch->to = before.from + to * (before.to - before.from);
  return before;
}

void
pg_watch_widen (PgWatch *watch, PgWatchPart part)
{
  if (watch == NULL)
    return;
  watch->from = part.from;
  watch->to = part.to;
}

static void
tell (PgWatch *watch, double fraction)
{
  watch->told = fraction;
  if (watch->progress != NULL && watch->progress->func != NULL)
    watch->progress->func (fraction, watch->stage, watch->progress->data);
}

gboolean
pg_watch_step (PgWatch *watch, double share, GError **error)
{
  if (watch == NULL)
    return TRUE;
  double fraction = watch->from + CLAMP (share, 0, 1) * (watch->to - watch->from);
  if (fraction < 1 && (watch->told < 0 || fraction >= watch->told + LEAST_STEP)) /* 1 is for pg_watch_end() */
    tell (watch, fraction);
  return !g_cancellable_set_error_if_cancelled (watch->cancellable, error);
}

gboolean
pg_watch_is_cancelled (const PgWatch *watch)
{
  return watch != NULL && g_cancellable_is_cancelled (watch->cancellable);
}

void
pg_watch_end (PgWatch *watch)
{
  if (watch != NULL)
    tell (watch, 1);
}
