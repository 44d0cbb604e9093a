/* Enters: an event, a list of people, what is wanted of it. Leaves: its rows, looked through, ready to be made one by one; and what
   each of them comes from, by which what is there already is known again. */
#include "record-set.h"

#include "base/limits.h"
#include "option/options.h"
#include "piece/guests.h"
#include "records.h"
#include "say/say.h"

#include <string.h>

#define SUM_LENGTH 64 /* SHA-256 in hexadecimal figures */

void
pg_record_set_clear (PgRecordSet *set)
{
  g_clear_pointer (&set->rows, g_array_unref);
  g_clear_pointer (&set->origin, g_checksum_free);
  g_clear_pointer (&set->first, programme_document_unref);
  pg_workshop_clear (&set->workshop);
}

/* What a file comes from */

static void
add_text (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
}

/* Whether an option says which files there are, and not what is in one. */
static gboolean
is_about_files (PgOptionId id)
{
  return id == PG_OPTION_RECORDS || id == PG_OPTION_NAMES || id == PG_OPTION_RESUME || id == PG_OPTION_SPLIT
         || id == PG_OPTION_SHARD;
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
    if (!is_about_files (id) && pg_options_has (options, id))
      {
        add_text (sum, pg_option (id)->name);
        add_text (sum, pg_options_text (options, id) != NULL ? pg_options_text (options, id) : "");
      }
  return sum;
}

char *
pg_record_set_sum (const PgRecordSet *set, guint row)
{
  g_autoptr (GChecksum) sum = g_checksum_copy (set->origin);
  const char *const *fields = programme_people_list_fields ();
  for (guint i = 0; fields[i] != NULL; i++)
    add_text (sum, programme_people_get (set->people, row, fields[i]));
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

char *
pg_record_set_line (const PgRecordSet *set, guint row, const char *name, guint n_pages, const char *sum)
{
  GString *line = g_string_new (NULL);
  g_string_printf (line, "%u", row + 1);
  add_cell (line, programme_people_get (set->people, row, "id"));
  add_cell (line, name);
  g_string_append_printf (line, ",%u,%s\r\n", n_pages, sum);
  return g_string_free (line, FALSE);
}

GHashTable *
pg_record_table_read (const char *path)
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

/* Documents */

/* What is found in the list is told; of what is found in the event the first row's is enough. */
static void
tell (PgRecordSet *set, const ProgrammeReport *report, gboolean is_first)
{
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      if (is_first || g_strcmp0 (programme_finding_get_file (finding), set->event->file) != 0)
        programme_report_add (set->report, (ProgrammeFinding *) finding);
    }
}

/* The first row's document, which the others' are like. */
static gboolean
make_first (PgRecordSet *set, GError **error)
{
  g_autoptr (ProgrammeOptions) options = pg_options_copy (set->options, set->piece);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autofree char *number = g_strdup_printf ("%u", set->first_row + 1);
  if (!programme_options_set (options, "records", number, error))
    return FALSE;
  set->workshop.report = report;
  set->first = pg_document_new (set->event, set->piece, set->theme, options, &set->workshop, error);
  set->workshop.report = NULL;
  tell (set, report, TRUE);
  return set->first != NULL;
}

ProgrammeDocument *
pg_record_set_document (PgRecordSet *set, const guint *rows, guint n, GError **error)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  set->workshop.report = report;
  ProgrammeDocument *document
      = pg_records_new (set->first, pg_piece_lookup (set->piece), rows, n, set->options, &set->workshop, error);
  set->workshop.report = NULL;
  tell (set, report, FALSE);
  return document;
}

/* Paragraphs of all that is printed of a row. */
static void
add_texts (const PgRecordSet *set, const PgVoice *voice, PgBlock *stack, guint row)
{
  static const char *const printed[] = { "name", "position", "organisation", "table", "hotel", "note", "id" };
  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      PgPlace place = pg_guest_place (voice, set->people, row, printed[i]);
      pg_block_add (
          stack, pg_say_string (voice, "personal-title", programme_people_get (set->people, row, printed[i]), &place));
    }
}

/* Whether the fonts have what is printed of some rows, told as what laying them out finds. */
static gboolean
look_at_letters (PgRecordSet *set, guint from, guint end, ProgrammeReport *report, GError **error)
{
  g_autoptr (PgArena) arena = pg_arena_new ();
  PgRequest request = set->first->request;
  request.arena = arena;
  const PgPaper *paper = pg_paper_new_for_booklet (&request, error);
  const PgVoice *voice = pg_voice_new (&request, paper);
  PgManuscript *manuscript = pg_manuscript_new (arena);
  PgPageRun *page = pg_arena_new0 (arena, PgPageRun);
  page->flow = pg_block_new (arena, PG_BLOCK_STACK, &set->event->place);
  page->width = page->height = PG_MAX_PAPER_POINTS;
  manuscript->max_pages = G_MAXUINT;
  g_ptr_array_add (manuscript->page_runs, page);
  for (guint i = from; i < end; i++)
    add_texts (set, voice, page->flow, g_array_index (set->rows, guint, i));
  PgPages *pages = pg_layout (manuscript, set->first->fonts, NULL, report, &set->watch, error);
  pg_pages_free (pages);
  return pages != NULL;
}

#define AT_ONCE 200u /* rows; they need memory */

/* All that is printed of rows must be in the fonts before the first file is written. */
static gboolean
have_letters (PgRecordSet *set, GError **error)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  for (guint i = 0; i < set->rows->len; i += AT_ONCE)
    if (!look_at_letters (set, i, MIN (i + AT_ONCE, set->rows->len), report, error))
      return FALSE;
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      if (strcmp (programme_finding_get_code (finding), "missing-glyph") == 0)
        programme_report_add (set->report, (ProgrammeFinding *) finding);
    }
  return TRUE;
}

/* Whether nothing that was found forbids to write. */
static gboolean
may_write (const PgRecordSet *set, GError **error)
{
  guint n = programme_report_count (set->report, PROGRAMME_SEVERITY_ERROR);
  if (n == 0 || pg_options_number (set->options, PG_OPTION_DESPITE_ERRORS) != 0)
    return TRUE;
  programme_report_sort (set->report);
  g_autofree char *first = programme_finding_to_string (programme_report_get_finding (set->report, 0));
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID,
               "nothing is written because of errors: %u; the first: %s", n, first);
  return FALSE;
}

/* "2/5" */
static gboolean
read_shard (const char *text, guint64 *shard, guint64 *n)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 3);
  return g_strv_length (parts) == 2 && g_ascii_string_to_unsigned (parts[1], 10, 1, PG_MAX_SHARDS, n, NULL)
         && g_ascii_string_to_unsigned (parts[0], 10, 1, *n, shard, NULL);
}

/* Of so many parts, which follow each other and are as good as equal, one; it may be empty. */
static gboolean
take_shard (PgRecordSet *set, const char *text, GError **error)
{
  guint64 shard = 1, n = 1, all = set->rows->len;
  if (text != NULL && !read_shard (text, &shard, &n))
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                   "shard=%s: it is such as 2/5, the second of five parts; there may be %u", text, PG_MAX_SHARDS);
      return FALSE;
    }
  guint first = (guint) ((shard - 1) * all / n), end = (guint) (shard * all / n);
  g_array_set_size (set->rows, end);
  if (first > 0)
    g_array_remove_range (set->rows, 0, first);
  set->shard = (guint) shard;
  set->n_shards = (guint) n;
  return TRUE;
}

gboolean
pg_record_set_open (PgRecordSet *set, GError **error)
{
  set->people = pg_options_people (set->options);
  set->workshop = pg_workshop_new (&set->watch, NULL);
  set->workshop.is_one_file = set->is_one_file;
  set->rows = pg_records_wanted (set->people, set->options, error);
  if (set->rows == NULL)
    return FALSE;
  set->first_row = g_array_index (set->rows, guint, 0);
  return take_shard (set, pg_options_text (set->options, PG_OPTION_SHARD), error);
}

gboolean
pg_record_set_check (PgRecordSet *set, GError **error)
{
  PgWatchPart whole = pg_watch_narrow (&set->watch, 0, 0); /* which says nothing of how far the files are */
  gboolean ok = make_first (set, error) && have_letters (set, error) && may_write (set, error);
  pg_watch_widen (&set->watch, whole);
  if (ok)
    set->origin = origin_of (set->first, set->options);
  return ok;
}
