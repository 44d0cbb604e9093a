/* The door of ProgrammeRun for one file for the press, or a few, with all of a list of people. Enters: an event, a list, a path. Leaves:
   PDF/VT-1, which is written as it grows, and beside it a table of what is in it. */
#include "inputs.h"
#include "option/options.h"
#include "output.h"
#include "press-run.h"
#include "run.h"

#include <string.h>

typedef struct
{
  PgRecordSet set;
  const char *path;
  GArray *parts;    /* PgRunRows, of each file */
  GPtrArray *names; /* of the files, and of the table */
  guint *n_pages;   /* of each row */
} Job;

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->parts, g_array_unref);
  g_clear_pointer (&job->names, g_ptr_array_unref);
  g_clear_pointer (&job->n_pages, g_free);
  pg_record_set_clear (&job->set);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* "run-03.pdf" of 12, or the one as it is called. */
static char *
name_of (const char *path, guint part, guint n)
{
  const char *name = strrchr (path, '/'), *end = strrchr (name != NULL ? name : path, '.');
  g_autofree char *last = g_strdup_printf ("%u", n);
  g_autofree char *stem = g_strndup (path, end != NULL ? (gsize) (end - path) : strlen (path));
  return n == 1 ? g_strdup (path)
                : g_strdup_printf ("%s-%0*u%s", stem, (int) strlen (last), part + 1, end != NULL ? end : "");
}

static void
divide (Job *job)
{
  PgRecordSet *set = &job->set;
  guint split = (guint) pg_options_number (set->options, PG_OPTION_SPLIT), all = set->rows->len;
  split = split > 0 ? split : all;
  job->n_pages = g_new0 (guint, all);
  for (guint i = 0; i < all; i += split)
    {
      guint n = MIN (split, all - i);
      PgRunRows part = {
        set, &g_array_index (set->rows, guint, i), n, job->n_pages + i, { (double) i / all, (double) (i + n) / all }
      };
      g_ptr_array_add (job->names, name_of (job->path, i / split, (all + split - 1) / split));
      g_array_append_val (job->parts, part);
    }
}

static gboolean
produce_table (gpointer data, PgSink *sink)
{
  const Job *job = data;
  gboolean ok = pg_sink_write (sink, PG_RECORD_HEAD, strlen (PG_RECORD_HEAD));
  for (guint p = 0; p < job->parts->len; p++)
    {
      const PgRunRows *part = &g_array_index (job->parts, PgRunRows, p);
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (job->names, p));
      for (guint i = 0; i < part->n_rows && ok; i++)
        {
          g_autofree char *sum = pg_record_set_sum (&job->set, part->rows[i]);
          g_autofree char *line = pg_record_set_line (&job->set, part->rows[i], name, part->n_pages[i], sum);
          ok = pg_sink_write (sink, line, strlen (line));
        }
    }
  return ok;
}

/* All of them, or none. */
static gboolean
write_all (Job *job, GError **error)
{
  guint n = job->parts->len;
  g_autofree PgFile *files = g_new0 (PgFile, n + 1);
  g_autofree char *folder = g_path_get_dirname (job->path), *table = g_build_filename (folder, PG_RECORD_TABLE, NULL);
  for (guint i = 0; i < n; i++)
    {
      files[i] = (PgFile){ g_ptr_array_index (job->names, i), pg_run_produce_rows,
                           &g_array_index (job->parts, PgRunRows, i) };
      if (!pg_document_spares (job->set.first, files[i].path, error))
        return FALSE;
    }
  files[n] = (PgFile){ table, produce_table, job };
  return pg_output_write_all (files, n + 1, &job->set.watch, error);
}

static gboolean
check_wish (const Job *job, GError **error)
{
  const ProgrammeOptions *options = job->set.options;
  if (!programme_options_check (options, job->set.piece, error))
    return FALSE;
  gboolean is_press = pg_options_number (options, PG_OPTION_PROFILE) == PROGRAMME_PROFILE_PRESS;
  if (is_press && !pg_options_has (options, PG_OPTION_IMPOSE)
      && pg_options_number (options, PG_OPTION_FORMAT) == PROGRAMME_FORMAT_PDF)
    return TRUE;
  g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                       "a run is a PDF for the press of single pages: profile=press, and nothing to impose");
  return FALSE;
}

static gboolean
write_run (Job *job, GError **error)
{
  if (!check_wish (job, error) || !pg_record_set_open (&job->set, error) || !pg_record_set_check (&job->set, error))
    return FALSE;
  divide (job);
  return write_all (job, error);
}

char **
programme_run_write_file (ProgrammeRun *run, const char *path, ProgrammeReport *report, GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (run != NULL && path != NULL, NULL);
  g_autoptr (ProgrammeReport) own = programme_report_new ();
  g_auto (Job) job = { .set = pg_run_set (run, own, cancellable), .path = path };
  job.set.is_one_file = TRUE;
  job.parts = g_array_new (FALSE, FALSE, sizeof (PgRunRows));
  job.names = g_ptr_array_new_with_free_func (g_free);
  gboolean ok = write_run (&job, error);
  pg_report_join (report, own);
  if (!ok)
    return NULL;
  run->n_records = job.set.rows->len;
  g_ptr_array_add (job.names, NULL);
  return g_strdupv ((char **) job.names->pdata);
}
