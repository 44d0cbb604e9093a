/* The door of kit.h for lists of people. Enters: an event, a list, a folder. Leaves: a PDF for each of them in it, each whole, and
   a table of what they came from, by which what is there already is known again. */
#include "base/file.h"
#include "event/own.h"
#include "inputs.h"
#include "option/options.h"
#include "output.h"
#include "record-names.h"
#include "record-set.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <programme/kit.h>
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
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->before, g_hash_table_unref);
  if (run->table != NULL)
    g_string_free (run->table, TRUE);
  if (run->journal != NULL)
    fclose (run->journal);
  g_clear_pointer (&run->names, g_ptr_array_unref);
  pg_record_set_clear (&run->set);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* The table */

static gboolean
fail (const char *path, GError **error)
{
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "%s: cannot be written: %s", path, g_strerror (errno));
  return FALSE;
}

/* Of a part of the list, until all of them are there. */
static char *
table_path (const Run *run, guint shard)
{
  g_autofree char *part = g_strdup_printf ("records.%u-of-%u.csv", shard, run->set.n_shards);
  return g_build_filename (run->folder, run->set.n_shards > 1 ? part : PG_RECORD_TABLE, NULL);
}

/* What lines of earlier runs say: of the whole list, and of this part of it. */
static GHashTable *
read_before (const Run *run, const char *path)
{
  g_autofree char *whole = g_build_filename (run->folder, PG_RECORD_TABLE, NULL);
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
open_journal (Run *run, GError **error)
{
  g_autofree char *path = table_path (run, run->set.shard);
  if (g_mkdir_with_parents (run->folder, 0777) != 0)
    return fail (run->folder, error);
  run->before = pg_options_number (run->set.options, PG_OPTION_RESUME) != 0
                    ? read_before (run, path)
                    : g_hash_table_new_full (NULL, NULL, NULL, g_free);
  run->journal = g_fopen (path, g_hash_table_size (run->before) > 0 ? "ab" : "wb");
  return run->journal != NULL || fail (path, error);
}

static gboolean
keep_line (Run *run, const char *line, GError **error)
{
  g_string_append (run->table, line);
  return (fputs (line, run->journal) >= 0 && fflush (run->journal) == 0) || fail (run->folder, error);
}

static gboolean
produce_table (gpointer data, PgSink *sink)
{
  const GString *table = data;
  return pg_sink_write (sink, table->str, table->len);
}

/* When the tables of all parts are there, the last one to be ready makes one of them. */
static gboolean
join_tables (const Run *run, GError **error)
{
  g_autoptr (GString) whole = g_string_new (PG_RECORD_HEAD);
  for (guint i = 1; i <= run->set.n_shards; i++)
    {
      g_autofree char *path = table_path (run, i), *text = NULL;
      if (!g_file_get_contents (path, &text, NULL, NULL) || !g_str_has_prefix (text, PG_RECORD_HEAD))
        return TRUE;
      g_string_append (whole, text + strlen (PG_RECORD_HEAD));
    }
  g_autofree char *path = g_build_filename (run->folder, PG_RECORD_TABLE, NULL);
  if (!pg_output_write (path, produce_table, whole, NULL, error))
    return FALSE;
  for (guint i = 1; i <= run->set.n_shards; i++)
    {
      g_autofree char *part = table_path (run, i);
      g_unlink (part);
    }
  return TRUE;
}

static gboolean
finish_table (Run *run, GError **error)
{
  g_autofree char *path = table_path (run, run->set.shard);
  fclose (g_steal_pointer (&run->journal));
  g_string_prepend (run->table, PG_RECORD_HEAD);
  return pg_output_write (path, produce_table, run->table, NULL, error)
         && (run->set.n_shards == 1 || join_tables (run, error));
}

/* Each of them */

static gboolean
write_document (Run *run, ProgrammeDocument *document, const char *path, GError **error)
{
  PgPart part = { document, PROGRAMME_FORMAT_PDF, 0, 0, PG_ALL_SHEETS };
  PgWatch watch = run->set.watch;
  watch.progress = NULL; /* it would be told that all is done */
  return pg_part_check (&part, error) && pg_document_spares (document, path, error)
         && pg_output_write (path, pg_part_produce, &part, &watch, error);
}

/* Whether the row's file is there and came from the same. */
static gboolean
is_there (const Run *run, guint row, const char *path, const char *sum)
{
  const char *line = g_hash_table_lookup (run->before, GUINT_TO_POINTER (row + 1));
  return line != NULL && g_str_has_suffix (line, sum) && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static gboolean
write_row (Run *run, guint row, GError **error)
{
  g_autofree char *name = pg_record_name (pg_options_text (run->set.options, PG_OPTION_NAMES), run->set.people, row);
  g_autofree char *path = g_build_filename (run->folder, name, NULL), *sum = pg_record_set_sum (&run->set, row);
  g_ptr_array_add (run->names, g_strdup (path));
  if (is_there (run, row, path, sum))
    {
      const char *line = g_hash_table_lookup (run->before, GUINT_TO_POINTER (row + 1));
      g_string_append_printf (run->table, "%s\r\n", line);
      return TRUE;
    }
  PgWatchPart whole = pg_watch_narrow (&run->set.watch, 0, 1);
  gboolean is_first = row == run->set.first_row;
  g_autoptr (ProgrammeDocument) document
      = is_first ? programme_document_ref (run->set.first) : pg_record_set_document (&run->set, &row, 1, error);
  gboolean ok = document != NULL && write_document (run, document, path, error);
  pg_watch_widen (&run->set.watch, whole);
  if (!ok)
    return FALSE;
  g_autofree char *line = pg_record_set_line (&run->set, row, name, document->pages->pages->len, sum);
  return keep_line (run, line, error);
}

static gboolean
write_all (Run *run, GError **error)
{
  if (!open_journal (run, error))
    return FALSE;
  for (guint i = 0; i < run->set.rows->len; i++)
    {
      PgWatchPart whole
          = pg_watch_narrow (&run->set.watch, (double) i / run->set.rows->len, (i + 1.0) / run->set.rows->len);
      gboolean ok = pg_watch_step (&run->set.watch, 0, error)
                    && write_row (run, g_array_index (run->set.rows, guint, i), error);
      pg_watch_widen (&run->set.watch, whole);
      if (!ok)
        return FALSE;
    }
  return finish_table (run, error);
}

static gboolean
check_wish (const Run *run, GError **error)
{
  if (!programme_options_check (run->set.options, run->set.piece, error))
    return FALSE;
  if (pg_options_number (run->set.options, PG_OPTION_FORMAT) != PROGRAMME_FORMAT_PDF)
    {
      g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                           "format: a folder has a PDF for each person: leave it out");
      return FALSE;
    }
  return pg_record_names_check (pg_options_text (run->set.options, PG_OPTION_NAMES), error);
}

static gboolean
write_records (Run *run, GError **error)
{
  PgRecordSet *set = &run->set;
  if (!check_wish (run, error) || !pg_record_set_open (set, error))
    return FALSE;
  pg_record_names_compare (pg_options_text (set->options, PG_OPTION_NAMES), set->people, set->rows, set->report);
  run->table = g_string_new (NULL);
  return pg_record_set_check (set, error) && write_all (run, error);
}

char **
programme_write_records (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme,
                         const ProgrammeOptions *options, const char *folder, ProgrammeReport *report,
                         GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (event != NULL && piece != NULL && theme != NULL && options != NULL && folder != NULL, NULL);
  g_return_val_if_fail (pg_options_people (options) != NULL, NULL);
  g_autoptr (ProgrammeReport) own = programme_report_new ();
  g_auto (Run) run = { .folder = folder };
  run.set = (PgRecordSet){ .event = event, .piece = piece, .theme = theme, .options = options, .report = own };
  run.set.watch = pg_watch_new (cancellable, pg_options_progress (options), "write");
  run.names = g_ptr_array_new_with_free_func (g_free);
  gboolean ok = write_records (&run, error);
  pg_report_join (report, own);
  if (!ok)
    return NULL;
  pg_watch_end (&run.set.watch);
  g_ptr_array_add (run.names, NULL);
  return g_strdupv ((char **) run.names->pdata);
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
