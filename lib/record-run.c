/* The door of kit.h for one file for the press, or a few, with all of a list of people. Enters: an event, a list, a path. Leaves:
   PDF/VT-1, which is written as it grows, and beside it a table of what is in it. */
#include "inputs.h"
#include "option/options.h"
#include "output.h"
#include "press-run.h"
#include "record-set.h"

#include <programme/kit.h>
#include <string.h>

typedef struct
{
  PgRecordSet set;
  const char *path;
  GArray *parts;    /* PgRunRows, of each file */
  GPtrArray *names; /* of the files, and of the table */
  guint *n_pages;   /* of each row */
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->parts, g_array_unref);
  g_clear_pointer (&run->names, g_ptr_array_unref);
  g_clear_pointer (&run->n_pages, g_free);
  pg_record_set_clear (&run->set);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

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
divide (Run *run)
{
  PgRecordSet *set = &run->set;
  guint split = (guint) pg_options_number (set->options, PG_OPTION_SPLIT), all = set->rows->len;
  split = split > 0 ? split : all;
  run->n_pages = g_new0 (guint, all);
  for (guint i = 0; i < all; i += split)
    {
      guint n = MIN (split, all - i);
      PgRunRows part = {
        set, &g_array_index (set->rows, guint, i), n, run->n_pages + i, { (double) i / all, (double) (i + n) / all }
      };
      g_ptr_array_add (run->names, name_of (run->path, i / split, (all + split - 1) / split));
      g_array_append_val (run->parts, part);
    }
}

static gboolean
produce_table (gpointer data, PgSink *sink)
{
  const Run *run = data;
  gboolean ok = pg_sink_write (sink, PG_RECORD_HEAD, strlen (PG_RECORD_HEAD));
  for (guint p = 0; p < run->parts->len; p++)
    {
      const PgRunRows *part = &g_array_index (run->parts, PgRunRows, p);
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (run->names, p));
      for (guint i = 0; i < part->n_rows && ok; i++)
        {
          g_autofree char *sum = pg_record_set_sum (&run->set, part->rows[i]);
          g_autofree char *line = pg_record_set_line (&run->set, part->rows[i], name, part->n_pages[i], sum);
          ok = pg_sink_write (sink, line, strlen (line));
        }
    }
  return ok;
}

/* All of them, or none. */
static gboolean
write_all (Run *run, GError **error)
{
  guint n = run->parts->len;
  g_autofree PgFile *files = g_new0 (PgFile, n + 1);
  g_autofree char *folder = g_path_get_dirname (run->path), *table = g_build_filename (folder, PG_RECORD_TABLE, NULL);
  for (guint i = 0; i < n; i++)
    {
      files[i] = (PgFile){ g_ptr_array_index (run->names, i), pg_run_produce_rows,
                           &g_array_index (run->parts, PgRunRows, i) };
      if (!pg_document_spares (run->set.first, files[i].path, error))
        return FALSE;
    }
  files[n] = (PgFile){ table, produce_table, run };
  return pg_output_write_all (files, n + 1, &run->set.watch, error);
}

static gboolean
check_wish (const Run *run, GError **error)
{
  const ProgrammeOptions *options = run->set.options;
  if (!programme_options_check (options, run->set.piece, error))
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
write_run (Run *run, GError **error)
{
  if (!check_wish (run, error) || !pg_record_set_open (&run->set, error) || !pg_record_set_check (&run->set, error))
    return FALSE;
  divide (run);
  return write_all (run, error);
}

char **
programme_write_run (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme, const ProgrammeOptions *options,
                     const char *path, guint *n_records, ProgrammeReport *report, GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (event != NULL && piece != NULL && theme != NULL && options != NULL && path != NULL, NULL);
  g_return_val_if_fail (pg_options_people (options) != NULL, NULL);
  g_autoptr (ProgrammeReport) own = programme_report_new ();
  g_auto (Run) run = { .path = path };
  run.set = (PgRecordSet){ .event = event, .piece = piece, .theme = theme, .options = options, .report = own };
  run.set.is_one_file = TRUE;
  run.set.watch = pg_watch_new (cancellable, pg_options_progress (options), "write");
  run.parts = g_array_new (FALSE, FALSE, sizeof (PgRunRows));
  run.names = g_ptr_array_new_with_free_func (g_free);
  gboolean ok = write_run (&run, error);
  pg_report_join (report, own);
  if (!ok)
    return NULL;
  if (n_records != NULL)
    *n_records = run.set.rows->len;
  g_ptr_array_add (run.names, NULL);
  return g_strdupv ((char **) run.names->pdata);
}
