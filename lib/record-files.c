/* The door of kit.h for lists of people. Enters: an event, a list, a folder. Leaves: a PDF for each of them in it, each whole, and
   a table of what they came from, by which what is there already is known again. */
#include "base/file.h"
#include "base/limits.h"
#include "event/own.h"
#include "inputs.h"
#include "option/options.h"
#include "output.h"
#include "piece/guests.h"
#include "record-names.h"
#include "records.h"
#include "say/say.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <programme/kit.h>
#include <stdio.h>
#include <string.h>

#define TABLE "records.csv"
#define SUM_LENGTH 64 /* SHA-256 in hexadecimal figures */

typedef struct
{
  ProgrammeEvent *event;
  const char *piece;
  ProgrammeTheme *theme;
  const ProgrammeOptions *options;
  const ProgrammePeople *people; /* of the options */
  const char *folder;
  ProgrammeReport *report;
  GArray *rows;       /* guint, from 0 */
  GHashTable *before; /* by row, from 1, what its file came from; when what is there stays */
  GChecksum *origin;  /* of all that the rows have in common */
  GString *table;
  FILE *journal; /* the table on its way: a line for each file that is there */
  GPtrArray *names;
  PgWatch watch;
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->rows, g_array_unref);
  g_clear_pointer (&run->before, g_hash_table_unref);
  g_clear_pointer (&run->origin, g_checksum_free);
  if (run->table != NULL)
    g_string_free (run->table, TRUE);
  if (run->journal != NULL)
    fclose (run->journal);
  g_clear_pointer (&run->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* What a file comes from */

static void
add_text (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
}

/* The event with all that it shows, the theme, fonts, the press's profile, and what is wanted of them. */
static GChecksum *
origin_of (const ProgrammeDocument *document, const ProgrammeOptions *options)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_auto (GStrv) inputs = programme_document_list_inputs (document);
  add_text (sum, programme_version ());
  for (guint i = 0; inputs[i] != NULL; i++)
    {
      g_autofree char *data = NULL;
      gsize length;
      if (g_file_get_contents (inputs[i], &data, &length, NULL))
        g_checksum_update (sum, (const guchar *) data, (gssize) length);
    }
  gsize length;
  const guchar *source = g_bytes_get_data (document->event->source, &length);
  g_checksum_update (sum, source, (gssize) length);
  for (PgOptionId id = 0; id < PG_N_OPTIONS; id++)
    if (id != PG_OPTION_RECORDS && id != PG_OPTION_NAMES && id != PG_OPTION_RESUME && pg_options_has (options, id))
      {
        add_text (sum, pg_option (id)->name);
        add_text (sum, pg_options_text (options, id) != NULL ? pg_options_text (options, id) : "");
      }
  return sum;
}

static char *
sum_of_row (const Run *run, guint row)
{
  g_autoptr (GChecksum) sum = g_checksum_copy (run->origin);
  const char *const *fields = programme_people_list_fields ();
  for (guint i = 0; fields[i] != NULL; i++)
    add_text (sum, programme_people_get (run->people, row, fields[i]));
  return g_strdup (g_checksum_get_string (sum));
}

/* The table */

static void
add_cell (GString *line, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);
  g_autofree char *plain = g_strdelimit (g_strdup (quoted), "\r\n", ' ');
  g_string_append_printf (line, strpbrk (plain, ",\"") != NULL ? ",\"%s\"" : ",%s", plain);
}

static char *
table_line (const Run *run, guint row, const char *name, guint n_pages, const char *sum)
{
  GString *line = g_string_new (NULL);
  g_string_printf (line, "%u", row + 1);
  add_cell (line, programme_people_get (run->people, row, "id"));
  add_cell (line, name);
  g_string_append_printf (line, ",%u,%s\r\n", n_pages, sum);
  return g_string_free (line, FALSE);
}

/* What lines of an earlier run say; one that was cut off says nothing. */
static GHashTable *
read_table (const char *path)
{
  GHashTable *table = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return table;
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      guint64 row = g_ascii_strtoull (lines[i], NULL, 10);
      const char *sum = strrchr (lines[i], ',');
      if (row > 0 && row <= G_MAXUINT && sum != NULL && strlen (sum + 1) == SUM_LENGTH)
        g_hash_table_insert (table, GUINT_TO_POINTER ((guint) row), g_strdup (lines[i]));
    }
  return table;
}

static gboolean
fail (const char *path, GError **error)
{
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "%s: cannot be written: %s", path, g_strerror (errno));
  return FALSE;
}

/* The lines so far, of files that are whole: a run that is broken off can be taken up again. */
static gboolean
open_journal (Run *run, GError **error)
{
  g_autofree char *path = g_build_filename (run->folder, TABLE, NULL);
  if (g_mkdir_with_parents (run->folder, 0777) != 0)
    return fail (run->folder, error);
  run->before = pg_options_number (run->options, PG_OPTION_RESUME) != 0
                    ? read_table (path)
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

static gboolean
finish_table (Run *run, GError **error)
{
  g_autofree char *path = g_build_filename (run->folder, TABLE, NULL);
  fclose (g_steal_pointer (&run->journal));
  g_string_prepend (run->table, "record,key,file,pages,sha256\r\n");
  return pg_output_write (path, produce_table, run->table, NULL, error);
}

/* Each of them */

/* One row's document. What is found in the list is told; of what is found in the event the first row's is enough. */
static ProgrammeDocument *
new_document (Run *run, guint row, gboolean is_first, GError **error)
{
  g_autoptr (ProgrammeOptions) options = pg_options_copy (run->options, run->piece);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autofree char *number = g_strdup_printf ("%u", row + 1);
  g_auto (PgWorkshop) workshop = pg_workshop_new (&run->watch, report);
  workshop.rows_are_right = !is_first;
  if (!programme_options_set (options, "records", number, error))
    return NULL;
  ProgrammeDocument *document = pg_document_new (run->event, run->piece, run->theme, options, &workshop, error);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      if (is_first || g_strcmp0 (programme_finding_get_file (finding), run->event->file) != 0)
        programme_report_add (run->report, (ProgrammeFinding *) finding);
    }
  return document;
}

static gboolean
write_document (Run *run, ProgrammeDocument *document, const char *path, GError **error)
{
  PgPart part = { document, PROGRAMME_FORMAT_PDF, 0, 0, PG_ALL_SHEETS };
  return pg_part_check (&part, error) && pg_document_spares (document, path, error)
         && pg_output_write (path, pg_part_produce, &part, &run->watch, error);
}

/* Whether the row's file is there and came from the same. */
static gboolean
is_there (const Run *run, guint row, const char *path, const char *sum)
{
  const char *line = g_hash_table_lookup (run->before, GUINT_TO_POINTER (row + 1));
  return line != NULL && g_str_has_suffix (line, sum) && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* first: the first row's, which is laid out already; else NULL. */
static gboolean
write_row (Run *run, guint row, ProgrammeDocument *first, GError **error)
{
  g_autofree char *name = pg_record_name (pg_options_text (run->options, PG_OPTION_NAMES), run->people, row);
  g_autofree char *path = g_build_filename (run->folder, name, NULL), *sum = sum_of_row (run, row);
  g_ptr_array_add (run->names, g_strdup (path));
  if (is_there (run, row, path, sum))
    {
      const char *line = g_hash_table_lookup (run->before, GUINT_TO_POINTER (row + 1));
      g_string_append_printf (run->table, "%s\r\n", line);
      return TRUE;
    }
  PgWatchPart whole = pg_watch_narrow (&run->watch, 0, 1);
  g_autoptr (ProgrammeDocument) document
      = first != NULL ? programme_document_ref (first) : new_document (run, row, FALSE, error);
  gboolean ok = document != NULL && write_document (run, document, path, error);
  pg_watch_widen (&run->watch, whole);
  if (!ok)
    return FALSE;
  g_autofree char *line = table_line (run, row, name, document->pages->pages->len, sum);
  return keep_line (run, line, error);
}

/* All that is printed of rows must be in the fonts before the first file is written. */
static gboolean
have_letters (const Run *run, ProgrammeDocument *document, GError **error)
{
  static const char *const printed[] = { "name", "position", "organisation", "table", "hotel", "note", "id" };
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  const PgPaper *paper = pg_paper_new_for_booklet (&document->request, error);
  const PgVoice *voice = pg_voice_new (&document->request, paper);
  PgManuscript *manuscript = pg_manuscript_new (document->arena);
  PgPageRun *page = pg_arena_new0 (document->arena, PgPageRun);
  page->flow = pg_block_new (document->arena, PG_BLOCK_STACK, &document->event->place);
  page->width = page->height = PG_MAX_PAPER_POINTS;
  manuscript->max_pages = G_MAXUINT;
  g_ptr_array_add (manuscript->page_runs, page);
  for (guint i = 1; i < run->rows->len; i++) /* the first is laid out */
    {
      guint row = g_array_index (run->rows, guint, i);
      for (guint k = 0; k < G_N_ELEMENTS (printed); k++)
        {
          PgPlace place = pg_guest_place (voice, run->people, row, printed[k]);
          pg_block_add (page->flow, pg_say_string (voice, "personal-title",
                                                   programme_people_get (run->people, row, printed[k]), &place));
        }
    }
  g_autoptr (PgPages) pages = pg_layout (manuscript, document->fonts, NULL, report, (PgWatch *) &run->watch, error);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      if (strcmp (programme_finding_get_code (finding), "missing-glyph") == 0)
        programme_report_add (run->report, (ProgrammeFinding *) finding);
    }
  return pages != NULL;
}

static gboolean
write_all (Run *run, ProgrammeDocument *first, GError **error)
{
  if (!open_journal (run, error))
    return FALSE;
  for (guint i = 0; i < run->rows->len; i++)
    {
      PgWatchPart whole = pg_watch_narrow (&run->watch, (double) i / run->rows->len, (i + 1.0) / run->rows->len);
      gboolean ok = pg_watch_step (&run->watch, 0, error)
                    && write_row (run, g_array_index (run->rows, guint, i), i == 0 ? first : NULL, error);
      pg_watch_widen (&run->watch, whole);
      if (!ok)
        return FALSE;
    }
  return finish_table (run, error);
}

/* Whether nothing that was found forbids to write. */
static gboolean
may_write (const Run *run, GError **error)
{
  guint n = programme_report_count (run->report, PROGRAMME_SEVERITY_ERROR);
  if (n == 0 || pg_options_number (run->options, PG_OPTION_DESPITE_ERRORS) != 0)
    return TRUE;
  programme_report_sort (run->report);
  g_autofree char *first = programme_finding_to_string (programme_report_get_finding (run->report, 0));
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID,
               "nothing is written because of errors: %u; the first: %s", n, first);
  return FALSE;
}

static gboolean
check_wish (const Run *run, GError **error)
{
  if (!programme_options_check (run->options, run->piece, error))
    return FALSE;
  if (pg_options_number (run->options, PG_OPTION_FORMAT) != PROGRAMME_FORMAT_PDF)
    {
      g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                           "format: a folder has a PDF for each person: leave it out");
      return FALSE;
    }
  return pg_record_names_check (pg_options_text (run->options, PG_OPTION_NAMES), error);
}

/* All that can be found is looked for before the first file is written. */
static gboolean
write_records (Run *run, GError **error)
{
  run->rows = check_wish (run, error) ? pg_records_wanted (run->people, run->options, error) : NULL;
  if (run->rows == NULL)
    return FALSE;
  pg_record_names_compare (pg_options_text (run->options, PG_OPTION_NAMES), run->people, run->rows, run->report);
  g_autoptr (ProgrammeDocument) first = new_document (run, g_array_index (run->rows, guint, 0), TRUE, error);
  if (first == NULL || !have_letters (run, first, error) || !may_write (run, error))
    return FALSE;
  run->origin = origin_of (first, run->options);
  run->table = g_string_new (NULL);
  return write_all (run, first, error);
}

char **
programme_write_records (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme,
                         const ProgrammeOptions *options, const char *folder, ProgrammeReport *report,
                         GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (event != NULL && piece != NULL && theme != NULL && options != NULL && folder != NULL, NULL);
  g_return_val_if_fail (pg_options_people (options) != NULL, NULL);
  g_autoptr (ProgrammeReport) own = programme_report_new ();
  g_auto (Run) run = { .event = event, .piece = piece, .theme = theme, .options = options, .folder = folder };
  run.people = pg_options_people (options);
  run.report = own;
  run.names = g_ptr_array_new_with_free_func (g_free);
  run.watch = pg_watch_new (cancellable, pg_options_progress (options), "write");
  gboolean ok = write_records (&run, error);
  pg_report_join (report, own);
  if (!ok)
    return NULL;
  pg_watch_end (&run.watch);
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
