/* The door of programme/impose.h. Enters: a PDF, and how it is wanted on paper. Leaves: a PDF of the sheets. */
#include "base/file.h"
#include "base/limits.h"
#include "base/plain.h"
#include "base/report.h"
#include "event/names.h"
#include "impose.h"
#include "inputs.h"
#include "option/options.h"
#include "option/pages.h"
#include "output.h"
#include "pdf/impose.h"
#include "sheet/impose.h"

#include <programme/programme.h>
#include <string.h>

typedef struct
{
  const ProgrammeOptions *options;
  PgSource *source;
  GArray *pages; /* guint: those of the source that are wanted */
  gboolean bind_right;
  PgImposed imposed;
  PgOutlines *outlines; /* or NULL */
  gint64 created;
  char *title;     /* or NULL */
  GArray *unshown; /* PgUnshown, of each of the pages */
} Job;

static void
job_clear (Job *job)
{
  pg_source_free (job->source);
  g_clear_pointer (&job->pages, g_array_unref);
  g_clear_pointer (&job->unshown, g_array_unref);
  pg_imposed_clear (&job->imposed);
  pg_outlines_free (job->outlines);
  g_free (job->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* What is wanted */

static gboolean
pick_pages (Job *job, GError **error)
{
  const char *text = pg_options_text (job->options, PG_OPTION_PAGES);
  guint n = job->source->pages->len;
  g_autofree gboolean *wanted = g_new0 (gboolean, n);
  guint missing = pg_pages_mark (text, wanted, n);
  if (missing > 0)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "pages=%s: there is no page %u; %s has %u", text,
                   missing, job->source->name, n);
      return FALSE;
    }
  job->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    if (wanted[i])
      g_array_append_val (job->pages, i);
  job->unshown = g_array_new (FALSE, TRUE, sizeof (PgUnshown));
  g_array_set_size (job->unshown, job->pages->len);
  return TRUE;
}

/* Where the spine is: as is asked for, as the file's pages are turned, or as its language is read. */
static gboolean
is_bound_right (const ProgrammeOptions *options, const PgSource *source)
{
  g_autofree char *language = pg_source_language (source);
  if (pg_options_has (options, PG_OPTION_BIND))
    return pg_options_number (options, PG_OPTION_BIND) == 2;
  return pg_source_is_right_to_left (source, language != NULL && pg_language_is_right_to_left (language));
}

static PgImposeWish
wish_of (const ProgrammeOptions *options, gboolean bind_right, const char *name, const char *made_on)
{
  PgImposeWish wish = { .job = name, .made_on = made_on };
  wish.way = (PgImposeWay) pg_options_number (options, PG_OPTION_IMPOSE);
  gboolean is_folded = wish.way == PG_IMPOSE_SADDLE || wish.way == PG_IMPOSE_PERFECT;
  gint64 flip = pg_options_number (options, PG_OPTION_FLIP);
  wish.flip = flip != 0 ? (PgFlip) flip : is_folded ? PG_FLIP_SHORT : PG_FLIP_NONE;
  wish.bind_right = bind_right;
  wish.sheet = pg_options_text (options, PG_OPTION_SHEET);
  wish.caliper = pg_options_length (options, PG_OPTION_CALIPER);
  wish.mill = pg_options_length (options, PG_OPTION_MILL);
  wish.gap = pg_options_length (options, PG_OPTION_GAP);
  wish.signature = (guint) pg_options_number (options, PG_OPTION_SIGNATURE);
  wish.last = (guint) pg_options_number (options, PG_OPTION_LAST);
  wish.marks = (guint) pg_options_number (options, PG_OPTION_MARKS);
  wish.own_cover = pg_options_has (options, PG_OPTION_COVER_SHEET);
  wish.show_blanks = pg_options_number (options, PG_OPTION_BLANKS) != 0;
  pg_options_grid (options, PG_OPTION_GRID, &wish.columns, &wish.rows);
  return wish;
}

/* The sheets, as data. */
static gboolean
plan (Job *job, ProgrammeReport *report, GError **error)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (job->created);
  g_autofree char *made_on = g_date_time_format (date, "%Y-%m-%d %H:%M UTC");
  g_autofree char *file = g_filename_display_basename (job->source->name);
  g_autofree char *name = pg_plain_for_pdf (job->title != NULL ? job->title : file);
  g_autofree PgImposePage *pages = g_new0 (PgImposePage, job->pages->len);
  PgImposeWish wish = wish_of (job->options, job->bind_right, name, made_on);
  for (guint i = 0; i < job->pages->len; i++)
    {
      const PgPageBoxes *boxes = pg_source_page (job->source, g_array_index (job->pages, guint, i));
      pages[i] = (PgImposePage){ boxes->width, boxes->height, boxes->margin };
    }
  return pg_impose (&wish, pages, job->pages->len, job->source->name, &job->imposed, report, error);
}

static gboolean
has_slug (const GPtrArray *sheets)
{
  return sheets != NULL && sheets->len > 0 && pg_sheets_get (sheets, 0)->slug != NULL;
}

/* All that can be refused before a page is read. */
static gboolean
prepare (Job *job, GBytes *pdf, const char *name, const ProgrammeOptions *options, ProgrammeReport *report,
         GError **error)
{
  job->options = options;
  job->created = pg_creation_time (options);
  job->source = pg_source_open (pdf, name, error);
  if (job->source == NULL || !pick_pages (job, error))
    return FALSE;
  job->bind_right = is_bound_right (options, job->source);
  job->title = pg_source_text (job->source, "/Title");
  if (!plan (job, report, error))
    return FALSE;
  if (!has_slug (job->imposed.sheets) && !has_slug (job->imposed.cover))
    return TRUE;
  job->outlines = pg_outlines_new (error);
  return job->outlines != NULL;
}

/* What is written */

static const char *
duplex_of (const Job *job)
{
  gint64 flip = pg_options_number (job->options, PG_OPTION_FLIP),
         way = pg_options_number (job->options, PG_OPTION_IMPOSE);
  if (flip == PG_FLIP_LONG)
    return "DuplexFlipLongEdge";
  return flip == PG_FLIP_SHORT || way == PG_WAY_SADDLE || way == PG_WAY_PERFECT ? "DuplexFlipShortEdge" : "Simplex";
}

static gboolean
write_sheets (Job *job, const GPtrArray *sheets, PgSink *sink)
{
  g_autofree char *creator = g_strdup_printf ("programme %s", programme_version ());
  g_autofree char *subject = pg_source_text (job->source, "/Subject");
  g_autofree char *author = pg_source_text (job->source, "/Author");
  PgImposition imposition = { .sheets = sheets, .pages = job->pages, .duplex = duplex_of (job) };
  imposition.outlines = job->outlines;
  imposition.description = (PgDescription){ .title = job->title, .subject = subject, .author = author };
  imposition.description.creator = creator;
  imposition.description.created = job->created;
  imposition.description.right_to_left = job->bind_right;
  imposition.description.trapped = pg_source_is_trapped (job->source);
  return pg_impose_write (job->source, &imposition, job->unshown, sink);
}

static gboolean
produce_sheets (gpointer job, PgSink *sink)
{
  return write_sheets (job, ((Job *) job)->imposed.sheets, sink);
}

static gboolean
produce_cover (gpointer job, PgSink *sink)
{
  return write_sheets (job, ((Job *) job)->imposed.cover, sink);
}

/* What is told of it */

static void
tell_unshown (const Job *job, ProgrammeReport *report)
{
  PgPlace place = { job->source->name, 0, 0 };
  for (guint i = 0; i < job->unshown->len; i++)
    {
      const PgUnshown *unshown = &g_array_index (job->unshown, PgUnshown, i);
      guint page = g_array_index (job->pages, guint, i) + 1, n = unshown->not_for_print, m = unshown->without_looks;
      if (n > 0)
        pg_report_add (
            report, PROGRAMME_SEVERITY_NOTE, &place, "annotation-left-out",
            "page %u has %u %s that %s not meant to be printed, so %s left out: if they are wanted, let them be "
            "printed in the program that made them",
            page, n, n == 1 ? "annotation" : "annotations", n == 1 ? "is" : "are", n == 1 ? "it is" : "they are");
      if (m > 0)
        pg_report_add (
            report, PROGRAMME_SEVERITY_WARNING, &place, "annotation-left-out",
            "page %u has %u form %s with a value that the file does not say how to draw, so it is not printed: "
            "open the file in a viewer, save it there, and use that",
            page, m, m == 1 ? "field" : "fields");
    }
}

static void
tell_claim (const Job *job, ProgrammeReport *report)
{
  PgPlace place = { job->source->name, 0, 0 };
  if (pg_source_press_claim (job->source) == PG_PRESS_OTHER)
    pg_report_add (
        report, PROGRAMME_SEVERITY_NOTE, &place, "press-claim",
        "the file says that it is PDF/X, but of no version that its sheets can be: they do not say so; a PDF/X-4 "
        "would stay one");
}

static void
tell (const Job *job, ProgrammeReport *report)
{
  tell_claim (job, report);
  tell_unshown (job, report);
}

/* The door */

void
pg_impose_refuse_one (GError **error)
{
  g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                       "cover-sheet=own makes two files, and here is room for one: name a file for them");
}

static gboolean
check_options (const ProgrammeOptions *options, GError **error)
{
  return programme_options_check (options, PG_IMPOSING, error);
}

char *
pg_impose_name_cover (const char *path)
{
  gsize length = strlen (path);
  if (length > 4 && g_ascii_strcasecmp (path + length - 4, ".pdf") == 0)
    length -= 4;
  return g_strdup_printf ("%.*s-cover.pdf", (int) length, path);
}

static char **
write_files (Job *job, const char *path, const char *output, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) names = g_new0 (char *, 3);
  PgWatch watch = pg_watch_new (cancellable, pg_options_progress (job->options), "write");
  names[0] = g_strdup (output);
  names[1] = job->imposed.cover != NULL ? pg_impose_name_cover (output) : NULL;
  const PgFile files[] = { { names[0], produce_sheets, job }, { names[1], produce_cover, job } };
  if (!pg_output_spares (names[0], path, error) || (names[1] != NULL && !pg_output_spares (names[1], path, error))
      || !pg_output_write_all (files, names[1] != NULL ? 2 : 1, &watch, error))
    return NULL;
  return g_steal_pointer (&names);
}

char **
programme_impose_file (const char *path, const ProgrammeOptions *options, const char *output, ProgrammeReport *report,
                       GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL && options != NULL && output != NULL, NULL);
  g_auto (Job) job = { 0 };
  char *data = NULL;
  gsize length;
  if (!check_options (options, error) || !pg_file_read (path, PG_MAX_PDF_BYTES, NULL, &data, &length, error))
    return NULL;
  g_autoptr (GBytes) pdf = g_bytes_new_take (data, length);
  if (!prepare (&job, pdf, path, options, report, error))
    return NULL;
  char **files = write_files (&job, path, output, cancellable, error);
  if (files != NULL)
    tell (&job, report);
  return files;
}

GBytes *
programme_impose_bytes (GBytes *pdf, const char *name, const ProgrammeOptions *options, ProgrammeReport *report,
                        GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (pdf != NULL && name != NULL && options != NULL, NULL);
  g_auto (Job) job = { 0 };
  PgSink sink;
  if (!check_options (options, error))
    return NULL;
  if (pg_options_has (options, PG_OPTION_COVER_SHEET))
    {
      pg_impose_refuse_one (error);
      return NULL;
    }
  if (!prepare (&job, pdf, name, options, report, error))
    return NULL;
  PgWatch watch = pg_watch_new (cancellable, pg_options_progress (options), "write");
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  pg_sink_init (&sink, pg_sink_keep, bytes, &watch);
  if (pg_sink_step (&sink, 0))
    produce_sheets (&job, &sink);
  if (!pg_sink_end (&sink, error))
    return NULL;
  pg_watch_end (&watch);
  tell (&job, report);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Of a document */

/* The least white at the spine of pages that face each other; 0 where there are none. */
static double
inner_margin (const PgManuscript *manuscript)
{
  double least = 0;
  for (guint i = 0; i < manuscript->page_runs->len; i++)
    {
      const PgPageRun *run = g_ptr_array_index (manuscript->page_runs, i);
      if (run->facing && run->flow != NULL && (least == 0 || run->left < least))
        least = run->left;
    }
  return least;
}

/* Parts of a file are pages, and these are of several people now. */
static void
tell_shared_sheets (const ProgrammeDocument *document, ProgrammeReport *report)
{
  PgPlace place = { document->event->file, 0, 0 };
  guint n = document->pages->records->len;
  if (n > 1 && document->profile == PROGRAMME_PROFILE_PRESS)
    pg_report_add (
        report, PROGRAMME_SEVERITY_NOTE, &place, "press-claim",
        "%u people share sheets, so that the file cannot say which pages are whose: it is PDF/X-4, not PDF/VT-1; "
        "leave --impose out if the press is to know",
        n);
}

gboolean
pg_impose_plan (ProgrammeDocument *document, const ProgrammeOptions *options, ProgrammeReport *report, GError **error)
{
  if (!pg_options_has (options, PG_OPTION_IMPOSE))
    return TRUE;
  document->imposing = pg_options_copy (options, PG_IMPOSING);
  programme_options_set_date (document->imposing, document->created);
  if (document->manuscript->right_to_left && !pg_options_has (options, PG_OPTION_BIND)) /* not all PDFs say so */
    programme_options_set (document->imposing, "bind", "right", NULL);
  if (document->manuscript->facing && !pg_options_has (options, PG_OPTION_BLANKS))
    programme_options_set (document->imposing, "blanks", "notes", NULL);
  guint n = document->pages->pages->len;
  g_autofree PgImposePage *pages = g_new0 (PgImposePage, n);
  PgImposeWish wish = wish_of (document->imposing, FALSE, "", "");
  PgImposed imposed;
  wish.inner = inner_margin (document->manuscript);
  for (guint i = 0; i < n; i++)
    {
      const PgPage *page = pg_pages_get (document->pages, i);
      pages[i] = (PgImposePage){ page->width, page->height, MIN (page->surround.bleed, PG_IMPOSE_BLEED) };
    }
  if (!pg_impose (&wish, pages, n, document->event->file, &imposed, report, error))
    return FALSE;
  pg_imposed_clear (&imposed);
  tell_shared_sheets (document, report);
  return TRUE;
}

gboolean
pg_impose_has_cover (const ProgrammeDocument *document)
{
  return document->imposing != NULL && pg_options_has (document->imposing, PG_OPTION_COVER_SHEET);
}

gboolean
pg_impose_produce (const ProgrammeDocument *document, GBytes *pdf, PgSheets sheets, PgSink *sink)
{
  g_auto (Job) job = { 0 };
  GError *error = NULL;
  if (prepare (&job, pdf, document->event->file, document->imposing, NULL, &error))
    return sheets == PG_COVER_SHEET ? produce_cover (&job, sink) : produce_sheets (&job, sink);
  pg_sink_fail (sink, error);
  return FALSE;
}
