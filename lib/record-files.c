/* The door of ProgrammeRun for folders. Enters: an event, a list, a folder. Leaves: a PDF for each of them in it, each whole, and
   a table of what they came from, by which what is there already is known again. */
#include "base/file.h"
#include "event/own.h"
#include "inputs.h"
#include "option/options.h"
#include "output.h"
#include "record-names.h"
#include "run.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  PgRecordSet set;
  const char *folder;
  GHashTable *before; /* by row, from 1, what its file came from; when what is there stays */
  GString *table;
  FILE *journal; /* the table on its way: a line for each file that is there */
  GPtrArray *names;
} Job;

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->before, g_hash_table_unref);
  if (job->table != NULL)
    g_string_free (job->table, TRUE);
  if (job->journal != NULL)
    fclose (job->journal);
  g_clear_pointer (&job->names, g_ptr_array_unref);
  pg_record_set_clear (&job->set);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* The table */

static gboolean
fail (const char *path, GError **error)
{
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "%s: cannot be written: %s", path, g_strerror (errno));
  return FALSE;
}

/* Of a part of the list, until all of them are there. */
static char *
table_path (const Job *job, guint shard)
{
  g_autofree char *part = g_strdup_printf ("records.%u-of-%u.csv", shard, job->set.n_shards);
  return g_build_filename (job->folder, job->set.n_shards > 1 ? part : PG_RECORD_TABLE, NULL);
}

/* What lines of earlier runs say: of the whole list, and of this part of it. */
static GHashTable *
read_before (const Job *job, const char *path)
{
  g_autofree char *whole = g_build_filename (job->folder, PG_RECORD_TABLE, NULL);
  GHashTable *before = pg_record_table_read (whole);
  g_autoptr (GHashTable) part = pg_record_table_read (path);
  GHashTableIter iter;
  gpointer row, line;
  g_hash_table_iter_init (&iter, part);
  while (g_hash_table_iter_next (&iter, &row, &line))
    g_hash_table_insert (before, row, g_strdup (line));
  return before;
}

/* The lines so far, of files that are whole: a run that is broken off can be taken up again. */
static gboolean
open_journal (Job *job, GError **error)
{
  g_autofree char *path = table_path (job, job->set.shard);
  if (g_mkdir_with_parents (job->folder, 0777) != 0)
    return fail (job->folder, error);
  job->before = pg_options_number (job->set.options, PG_OPTION_RESUME) != 0
                    ? read_before (job, path)
                    : g_hash_table_new_full (NULL, NULL, NULL, g_free);
  job->journal = g_fopen (path, g_hash_table_size (job->before) > 0 ? "ab" : "wb");
  return job->journal != NULL || fail (path, error);
}

static gboolean
keep_line (Job *job, const char *line, GError **error)
{
  g_string_append (job->table, line);
  return (fputs (line, job->journal) >= 0 && fflush (job->journal) == 0) || fail (job->folder, error);
}

static gboolean
produce_table (gpointer data, PgSink *sink)
{
  const GString *table = data;
  return pg_sink_write (sink, table->str, table->len);
}

/* When the tables of all parts are there, the last one to be ready makes one of them. */
static gboolean
join_tables (const Job *job, GError **error)
{
  g_autoptr (GString) whole = g_string_new (PG_RECORD_HEAD);
  for (guint i = 1; i <= job->set.n_shards; i++)
    {
      g_autofree char *path = table_path (job, i), *text = NULL;
      if (!g_file_get_contents (path, &text, NULL, NULL) || !g_str_has_prefix (text, PG_RECORD_HEAD))
        return TRUE;
      g_string_append (whole, text + strlen (PG_RECORD_HEAD));
    }
  g_autofree char *path = g_build_filename (job->folder, PG_RECORD_TABLE, NULL);
  if (!pg_output_write (path, produce_table, whole, NULL, error))
    return FALSE;
  for (guint i = 1; i <= job->set.n_shards; i++)
    {
      g_autofree char *part = table_path (job, i);
      g_unlink (part);
    }
  return TRUE;
}

static gboolean
finish_table (Job *job, GError **error)
{
  g_autofree char *path = table_path (job, job->set.shard);
  fclose (g_steal_pointer (&job->journal));
  g_string_prepend (job->table, PG_RECORD_HEAD);
  return pg_output_write (path, produce_table, job->table, NULL, error)
         && (job->set.n_shards == 1 || join_tables (job, error));
}

/* Each of them */

static gboolean
write_document (Job *job, ProgrammeDocument *document, const char *path, GError **error)
{
  PgPart part = { document, PROGRAMME_FORMAT_PDF, 0, 0, PG_ALL_SHEETS };
  PgWatch watch = job->set.watch;
  watch.progress = NULL; /* it would be told that all is done */
  return pg_part_check (&part, error) && pg_document_spares (document, path, error)
         && pg_output_write (path, pg_part_produce, &part, &watch, error);
}

/* Whether the row's file is there and came from the same. */
static gboolean
is_there (const Job *job, guint row, const char *path, const char *sum)
{
  const char *line = g_hash_table_lookup (job->before, GUINT_TO_POINTER (row + 1));
  return line != NULL && g_str_has_suffix (line, sum) && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static gboolean
write_row (Job *job, guint row, GError **error)
{
  g_autofree char *name = pg_record_name (pg_options_text (job->set.options, PG_OPTION_NAMES), job->set.people, row);
  g_autofree char *path = g_build_filename (job->folder, name, NULL), *sum = pg_record_set_sum (&job->set, row);
  g_ptr_array_add (job->names, g_strdup (path));
  if (is_there (job, row, path, sum))
    {
      const char *line = g_hash_table_lookup (job->before, GUINT_TO_POINTER (row + 1));
      g_string_append_printf (job->table, "%s\r\n", line);
      return TRUE;
    }
  PgWatchPart whole = pg_watch_narrow (&job->set.watch, 0, 1);
  gboolean is_first = row == job->set.first_row;
  g_autoptr (ProgrammeDocument) document
      = is_first ? programme_document_ref (job->set.first) : pg_record_set_document (&job->set, &row, 1, error);
  gboolean ok = document != NULL && write_document (job, document, path, error);
  pg_watch_widen (&job->set.watch, whole);
  if (!ok)
    return FALSE;
  g_autofree char *line = pg_record_set_line (&job->set, row, name, document->pages->pages->len, sum);
  return keep_line (job, line, error);
}

static gboolean
write_all (Job *job, GError **error)
{
  if (!open_journal (job, error))
    return FALSE;
  for (guint i = 0; i < job->set.rows->len; i++)
    {
      PgWatchPart whole
          = pg_watch_narrow (&job->set.watch, (double) i / job->set.rows->len, (i + 1.0) / job->set.rows->len);
      gboolean ok = pg_watch_step (&job->set.watch, 0, error)
                    && write_row (job, g_array_index (job->set.rows, guint, i), error);
      pg_watch_widen (&job->set.watch, whole);
      if (!ok)
        return FALSE;
    }
  return finish_table (job, error);
}

static gboolean
check_wish (const Job *job, GError **error)
{
  if (!programme_options_check (job->set.options, job->set.piece, error))
    return FALSE;
  if (pg_options_number (job->set.options, PG_OPTION_FORMAT) != PROGRAMME_FORMAT_PDF)
    {
      g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                           "format: a folder has a PDF for each person: leave it out");
      return FALSE;
    }
  return pg_record_names_check (pg_options_text (job->set.options, PG_OPTION_NAMES), error);
}

static gboolean
write_records (Job *job, GError **error)
{
  PgRecordSet *set = &job->set;
  if (!check_wish (job, error) || !pg_record_set_open (set, error))
    return FALSE;
  pg_record_names_compare (pg_options_text (set->options, PG_OPTION_NAMES), set->people, set->rows, set->report);
  job->table = g_string_new (NULL);
  return pg_record_set_check (set, error) && write_all (job, error);
}

char **
programme_run_write_folder (ProgrammeRun *run, const char *folder, ProgrammeReport *report, GCancellable *cancellable,
                            GError **error)
{
  g_return_val_if_fail (run != NULL && folder != NULL, NULL);
  g_autoptr (ProgrammeReport) own = programme_report_new ();
  g_auto (Job) job = { .set = pg_run_set (run, own, cancellable), .folder = folder };
  job.names = g_ptr_array_new_with_free_func (g_free);
  gboolean ok = write_records (&job, error);
  pg_report_join (report, own);
  if (!ok)
    return NULL;
  pg_watch_end (&job.set.watch);
  run->n_records = job.set.rows->len;
  g_ptr_array_add (job.names, NULL);
  return g_strdupv ((char **) job.names->pdata);
}

ProgrammePeople *
programme_people_new_speakers (ProgrammeEvent *event)
{
  g_return_val_if_fail (event != NULL, NULL);
  ProgrammePeople *people = programme_people_new ();
  for (guint i = 0; i < event->people->len; i++)
    {
      const PgPerson *person = g_ptr_array_index (event->people, i);
      g_autoptr (GArray) own = pg_own_sessions (event, "", person, NULL);
      const PgVersion *name = pg_text_get (person->name, event->languages[0]);
      if (own->len == 0)
        continue;
      g_autoptr (ProgrammePlace) place
          = programme_place_new (person->place.file, person->place.line, person->place.column, NULL);
      g_autofree char *family = pg_version_family_name (name);
      guint row = programme_people_add (people, place);
      programme_people_set (people, row, "id", person->id);
      programme_people_set (people, row, "person", person->id);
      programme_people_set (people, row, "name", name->string);
      programme_people_set (people, row, "family", family);
    }
  return people;
}
