/* The door of ProgrammeRun. Enters: an event, a piece, a list of people. Leaves: what is made for each of them (record-files.c,
   record-run.c). */
#include "run.h"

#include "option/options.h"

G_DEFINE_BOXED_TYPE (ProgrammeRun, programme_run, programme_run_ref, programme_run_unref)

ProgrammeRun *
programme_run_new (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme, const ProgrammeOptions *options)
{
  g_return_val_if_fail (event != NULL && piece != NULL && theme != NULL && options != NULL, NULL);
  g_return_val_if_fail (pg_options_people (options) != NULL, NULL);
  ProgrammeRun *run = g_new0 (ProgrammeRun, 1);
  g_atomic_ref_count_init (&run->refs);
  run->event = programme_event_ref (event);
  run->piece = g_strdup (piece);
  run->theme = programme_theme_ref (theme);
  run->options = pg_options_copy (options, NULL);
  run->options->progress = pg_progress_ref (pg_options_progress (options));
  return run;
}

ProgrammeRun *
programme_run_ref (ProgrammeRun *run)
{
  g_return_val_if_fail (run != NULL, NULL);
  g_atomic_ref_count_inc (&run->refs);
  return run;
}

void
programme_run_unref (ProgrammeRun *run)
{
  g_return_if_fail (run != NULL);
  if (!g_atomic_ref_count_dec (&run->refs))
    return;
  programme_options_unref (run->options);
  programme_theme_unref (run->theme);
  programme_event_unref (run->event);
  g_free (run->piece);
  g_free (run);
}

guint
programme_run_get_n_records (const ProgrammeRun *run)
{
  g_return_val_if_fail (run != NULL, 0);
  return run->n_records;
}

PgRecordSet
pg_run_set (const ProgrammeRun *run, ProgrammeReport *report, GCancellable *cancellable)
{
  PgRecordSet set = { .event = run->event, .piece = run->piece, .theme = run->theme };
  set.options = run->options;
  set.report = report;
  set.watch = pg_watch_new (cancellable, pg_options_progress (run->options), "write");
  return set;
}
