/* The journey. Enters: an event file, a piece, a theme. Leaves: pages, drawn or written as PDF, PNG or SVG. */
#include <programme/programme.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/shorten.h"
#include "base/units.h"
#include "check/check.h"
#include "layout/layout.h"
#include "options.h"
#include "output.h"
#include "paint/preview.h"
#include "pdf/accessible.h"
#include "pdf/embed.h"
#include "pdf/icc.h"
#include "pdf/press.h"
#include "piece/piece.h"
#include "read/asset.h"
#include "read/read.h"
#include "text/coverage.h"

#include <math.h>
#include <string.h>

struct ProgrammeDocument
{
  gatomicrefcount refs;
  ProgrammeEvent *event;
  ProgrammeTheme *theme;
  PgArena *arena; /* the manuscript's */
  PgManuscript *manuscript;
  PgFonts *fonts;
  PgPages *pages;
  PgPainter *painter;
  gint64 created; /* seconds since 1970 */
  ProgrammeProfile profile;
  gboolean embeds_source;
  GBytes *intent;    /* for the press: its profile; else NULL */
  char *intent_name; /* how that calls itself */
};

G_DEFINE_BOXED_TYPE (ProgrammeDocument, programme_document, programme_document_ref, programme_document_unref)

const char *
programme_version (void)
{
  return G_STRINGIFY (PROGRAMME_MAJOR_VERSION) "." G_STRINGIFY (PROGRAMME_MINOR_VERSION) "." G_STRINGIFY (
      PROGRAMME_MICRO_VERSION);
}

void
programme_own_process (void)
{
  pg_fonts_own_process ();
}

/* read */

ProgrammeEvent *
programme_event_read_data (const char *data, gssize length, const char *name, const char *folder,
                           ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (data != NULL && name != NULL, NULL);
  gsize size = length < 0 ? strlen (data) : (gsize) length;
  return pg_read_xml (data, size, name, folder, report, error);
}

ProgrammeEvent *
programme_event_read_file (const char *path, ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autofree char *data = NULL, *folder = g_path_get_dirname (path);
  gsize length = 0;
  if (!pg_file_read (path, PG_MAX_FILE_BYTES, &data, &length, error))
    return NULL;
  return pg_read_xml (data, length, path, folder, report, error);
}

/* check */

void
programme_event_check (const ProgrammeEvent *event, ProgrammeReport *report)
{
  g_return_if_fail (event != NULL && report != NULL);
  pg_check_event (event, report);
}

/* fonts */

/* The folder of the user's own fonts: the one that is named (may be NULL), else "fonts" beside the event, if there is
   one. NULL if there is none; free with g_free. */
static char *
find_own_fonts (const ProgrammeEvent *event, const char *named, ProgrammeReport *report)
{
  if (named != NULL)
    return g_strdup (named);
  if (event == NULL || event->folder == NULL)
    return NULL;
  g_autofree char *beside
      = strcmp (event->folder, ".") == 0 ? g_strdup ("fonts") : g_build_filename (event->folder, "fonts", NULL);
  if (!g_file_test (beside, G_FILE_TEST_IS_DIR))
    return NULL;
  if (!g_file_test (beside, G_FILE_TEST_IS_SYMLINK)) /* files only beneath the event's folder */
    return g_steal_pointer (&beside);
  pg_report_add (report, PROGRAMME_WARNING, NULL, "bad-font",
                 "the folder \"%s\" is a link and is not looked into: copy the fonts, or name the folder it leads to",
                 beside);
  return NULL;
}

/* The event's languages, then all its texts. */
static GArray *
list_needs (const ProgrammeEvent *event)
{
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (PgNeed));
  for (guint i = 0; event->languages[i] != NULL; i++)
    {
      PgNeed need = { .language = event->languages[i], .text = "", .place = event->place };
      g_array_append_val (needs, need);
    }
  for (guint i = 0; i < event->versions->len; i++)
    {
      const PgVersion *version = g_ptr_array_index (event->versions, i);
      for (guint s = 0; s < version->n_spans; s++)
        {
          const PgSpan *span = &version->spans[s];
          PgNeed need = { .language = span->language != NULL ? span->language : version->language,
                          .text = version->string + span->start,
                          .length = span->end - span->start,
                          .place = version->place };
          g_array_append_val (needs, need);
        }
    }
  return needs;
}

char *
programme_fonts_describe (const ProgrammeEvent *event, const char *folder, ProgrammeReport *report, GError **error)
{
  g_autofree char *own = find_own_fonts (event, folder, report);
  g_autoptr (GArray) needs = event != NULL ? list_needs (event) : NULL;
  return pg_coverage_describe (own, needs != NULL ? (const PgNeed *) (gpointer) needs->data : NULL,
                               needs != NULL ? needs->len : 0, report, error);
}

/* piece, layout */

const char *const *
programme_document_list_pieces (void)
{
  return pg_piece_names ();
}

/* The event's own language that an option names; language gets NULL, or stays, for NULL. */
static gboolean
find_language (const ProgrammeEvent *event, const char *wanted, const char **language, GError **error)
{
  for (guint i = 0; wanted != NULL && event->languages[i] != NULL; i++)
    if (g_ascii_strcasecmp (event->languages[i], wanted) == 0)
      {
        *language = event->languages[i];
        return TRUE;
      }
  if (wanted == NULL)
    return TRUE;
  g_autofree char *all = g_strjoinv (", ", event->languages);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s: the event is not in “%s”; its languages are: %s",
               event->file, wanted, all);
  return FALSE;
}

static gboolean
find_languages (PgJob *job, const ProgrammeOptions *options, GError **error)
{
  static const PgBilingual ways[] = { [PROGRAMME_BILINGUAL_STACKED] = PG_BILINGUAL_STACKED,
                                      [PROGRAMME_BILINGUAL_PARALLEL] = PG_BILINGUAL_PARALLEL,
                                      [PROGRAMME_BILINGUAL_HEADINGS] = PG_BILINGUAL_HEADINGS };
  job->language = job->event->languages[0];
  if (options == NULL)
    return TRUE;
  if (!find_language (job->event, options->first, &job->language, error)
      || !find_language (job->event, options->second, &job->second_language, error))
    return FALSE;
  if (job->second_language == job->language)
    job->second_language = NULL;
  ProgrammeBilingual wanted = options->bilingual != PROGRAMME_BILINGUAL_THEME
                                  ? options->bilingual
                                  : programme_theme_get_bilingual (job->theme);
  if (job->second_language != NULL && wanted == PROGRAMME_BILINGUAL_EDITIONS)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                   "editions are documents in one language: make one in “%s” and one in “%s”", job->language,
                   job->second_language);
      return FALSE;
    }
  if (wanted != PROGRAMME_BILINGUAL_EDITIONS)
    job->bilingual = ways[wanted];
  return TRUE;
}

static gboolean
prepare (PgJob *job, const ProgrammeOptions *options, GError **error)
{
  if (job->event->title == NULL)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s: the event has no title", job->event->file);
      return FALSE;
    }
  if (!find_languages (job, options, error))
    return FALSE;
  const char *paper = options != NULL ? options->paper : NULL;
  if (pg_job_measure (job, paper))
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "“%s” is no paper, or too small for the theme's margins; expected A0 to A7, Letter, Legal, Tabloid or a "
               "size such as 210x297mm",
               paper != NULL ? paper : pg_theme_word (job->theme, "page", "paper"));
  return FALSE;
}

/* The pages of the agenda, for pieces that refer to them. */
static GHashTable *
agenda_pages (const PgJob *job, PgFonts *fonts, GError **error)
{
  PgManuscript *agenda = pg_agenda_compose (job);
  g_autoptr (PgPages) pages = pg_layout (agenda, fonts, NULL, NULL, error);
  return pages != NULL ? g_hash_table_ref (pages->anchors) : NULL;
}

/* What the press prints, for a document that is for it. */
static gboolean
read_output_intent (ProgrammeDocument *document, const char *path, GError **error)
{
  g_autofree char *data = NULL;
  gsize length;
  if (path == NULL)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                   "a file for the press needs an output intent: the CMYK profile of that press, which the printer "
                   "names; FOGRA39L_coated.icc, of Debian's package texlive-base, is right for most coated paper");
      return FALSE;
    }
  if (!pg_file_read (path, PG_MAX_PROFILE_BYTES, &data, &length, error))
    {
      if (error != NULL)
        (*error)->code = PROGRAMME_ERROR_OPTION;
      return FALSE;
    }
  document->intent = g_bytes_new_take (g_steal_pointer (&data), length);
  document->intent_name = pg_icc_check_press (document->intent, path, error);
  return document->intent_name != NULL;
}

/* The end of the year 9999, the last that a PDF can name. */
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

/* SOURCE_DATE_EPOCH, so that the same input gives the same bytes, else the current time. */
static gint64
creation_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, LAST_SECOND, &seconds, NULL))
    return seconds;
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* What the press needs around a page must not make the sheet larger than a PDF's can be. */
static gboolean
has_room_around (const PgPages *pages, GError **error)
{
  double width = pages->width + 2 * pages->surround.beside, height = pages->height + 2 * pages->surround.above;
  if (MAX (width, height) <= PG_MAX_PAPER_POINTS)
    return TRUE;
  g_set_error (
      error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
      "with bleed and marks around this paper the sheet would be %.0f x %.0f points, and the largest of a PDF is "
      "%d x %d: use smaller paper",
      width, height, PG_MAX_PAPER_POINTS, PG_MAX_PAPER_POINTS);
  return FALSE;
}

static gboolean
lay_out (ProgrammeDocument *document, const PgPiece *piece, const PgJob *job, const ProgrammeOptions *options,
         ProgrammeReport *report, GError **error)
{
  g_autoptr (GHashTable) elsewhere = NULL;
  g_autofree char *own = find_own_fonts (job->event, options != NULL ? options->fonts : NULL, report);
  document->fonts = pg_fonts_new (error);
  if (document->fonts == NULL || (own != NULL && !pg_fonts_add_folder (document->fonts, own, report, error)))
    return FALSE;
  if (piece->needs_agenda_pages)
    {
      elsewhere = agenda_pages (job, document->fonts, error);
      if (elsewhere == NULL)
        return FALSE;
    }
  document->manuscript = piece->compose (job);
  if (document->intent != NULL)
    pg_press_compose (job, document->manuscript, document->created);
  document->pages = pg_layout (document->manuscript, document->fonts, elsewhere, report, error);
  return document->pages != NULL && has_room_around (document->pages, error);
}

static GBytes *
load_image (const char *path, gpointer data, GError **error)
{
  const ProgrammeDocument *document = data;
  return pg_asset_read (document->event->folder, path, error);
}

ProgrammeDocument *
programme_document_new (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme,
                        const ProgrammeOptions *options, ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (event != NULL && piece != NULL && theme != NULL, NULL);
  const PgPiece *wanted = pg_piece_lookup (piece);
  if (wanted == NULL)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "there is no piece “%s”", piece);
      return NULL;
    }
  g_autoptr (ProgrammeDocument) document = g_new0 (ProgrammeDocument, 1);
  g_atomic_ref_count_init (&document->refs);
  document->event = programme_event_ref (event);
  document->theme = programme_theme_ref (theme);
  document->arena = pg_arena_new ();
  PgJob job = { .arena = document->arena, .event = event, .theme = theme };
  job.sort = options != NULL ? (PgSort) options->sort : PG_SORT_NAME;
  if (wanted->is_about_people)
    pg_check_speakers (event, report);
  document->created = creation_time ();
  document->profile = options != NULL ? options->profile : PROGRAMME_PROFILE_ACCESSIBLE;
  document->embeds_source = options != NULL && options->embeds_source;
  if (options != NULL && options->profile == PROGRAMME_PROFILE_PRESS
      && !read_output_intent (document, options->output_intent, error))
    return NULL;
  if (!prepare (&job, options, error) || !lay_out (document, wanted, &job, options, report, error))
    return NULL;
  document->painter = pg_painter_new (load_image, document);
  return g_steal_pointer (&document);
}

ProgrammeDocument *
programme_document_ref (ProgrammeDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);
  g_atomic_ref_count_inc (&document->refs);
  return document;
}

void
programme_document_unref (ProgrammeDocument *document)
{
  g_return_if_fail (document != NULL);
  if (!g_atomic_ref_count_dec (&document->refs))
    return;
  g_clear_pointer (&document->intent, g_bytes_unref);
  g_free (document->intent_name);
  pg_painter_free (document->painter);
  pg_pages_free (document->pages);
  pg_fonts_free (document->fonts);
  pg_arena_free (document->arena);
  programme_theme_unref (document->theme);
  programme_event_unref (document->event);
  g_free (document);
}

guint
programme_document_get_n_pages (const ProgrammeDocument *document)
{
  g_return_val_if_fail (document != NULL, 0);
  return document->pages->pages->len;
}

void
programme_document_get_page_size (const ProgrammeDocument *document, double *width, double *height)
{
  g_return_if_fail (document != NULL);
  if (width != NULL)
    *width = document->pages->width;
  if (height != NULL)
    *height = document->pages->height;
}

/* paint */

gboolean
programme_document_draw_page (ProgrammeDocument *document, guint page, cairo_t *cr, GError **error)
{
  g_return_val_if_fail (document != NULL && cr != NULL && page < document->pages->pages->len, FALSE);
  cairo_save (cr);
  gboolean ok = pg_painter_draw (document->painter, g_ptr_array_index (document->pages->pages, page), cr, error);
  cairo_restore (cr);
  return ok;
}

static cairo_status_t
keep (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
paint_pdf (ProgrammeDocument *document, PgWriteFunc write, gpointer closure, GError **error)
{
  const PgManuscript *manuscript = document->manuscript;
  PgMetadata metadata = { manuscript->title, manuscript->subject, manuscript->author, document->created };
  return pg_paint_pdf (document->painter, document->pages, &metadata, write, closure, error);
}

/* pdf */

static GBytes *
finish_accessible (const ProgrammeDocument *document, GBytes *drawn, const GArray *chunks,
                   const PgDescription *description, GError **error)
{
  g_autofree char *name = g_path_get_basename (document->event->file);
  PgEmbeddedFile source = { document->event->source, name };
  return pg_accessible_finish (drawn, document->pages, chunks, description, document->embeds_source ? &source : NULL,
                               error);
}

/* The drawing, finished for what it is for; it has to be there whole. */
static GBytes *
draw_and_finish (ProgrammeDocument *document, GError **error)
{
  g_autofree char *creator = g_strdup_printf ("programme %s", programme_version ());
  const PgManuscript *manuscript = document->manuscript;
  g_autofree char *title = pg_shorten_for_pdf (manuscript->title);
  g_autofree char *subject = pg_shorten_for_pdf (manuscript->subject);
  g_autofree char *author = pg_shorten_for_pdf (manuscript->author);
  PgDescription description = { title, subject, author, manuscript->language, creator, document->created };
  PgOutputIntent intent = { document->intent, document->intent_name };
  gboolean is_press = document->profile == PROGRAMME_PROFILE_PRESS;
  g_autoptr (GArray) chunks = g_array_new (FALSE, FALSE, sizeof (PgChunk));
  GByteArray *bytes = g_byte_array_new ();
  pg_painter_mark (document->painter, is_press ? NULL : chunks);
  gboolean ok = paint_pdf (document, keep, bytes, error);
  pg_painter_mark (document->painter, NULL);
  g_autoptr (GBytes) drawn = g_byte_array_free_to_bytes (bytes);
  if (!ok)
    return NULL;
  return is_press ? pg_press_finish (drawn, document->pages, &description, &intent, error)
                  : finish_accessible (document, drawn, chunks, &description, error);
}

static gboolean
produce_pdf (gpointer data, PgWriteFunc write, gpointer closure, GError **error)
{
  ProgrammeDocument *document = data;
  if (document->profile == PROGRAMME_PROFILE_PLAIN)
    return paint_pdf (document, write, closure, error);
  g_autoptr (GBytes) finished = draw_and_finish (document, error);
  gsize length = 0;
  const guint8 *start = finished != NULL ? g_bytes_get_data (finished, &length) : NULL;
  cairo_status_t status = start != NULL ? write (closure, start, (unsigned int) length) : CAIRO_STATUS_SUCCESS;
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "the PDF could not be written: %s",
                 cairo_status_to_string (status));
  return start != NULL && status == CAIRO_STATUS_SUCCESS;
}

gboolean
programme_document_write_pdf (ProgrammeDocument *document, const char *path, GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);
  return pg_output_write (path, produce_pdf, document, error);
}

gboolean
programme_document_write_pdf_to_stream (ProgrammeDocument *document, cairo_write_func_t write, void *closure,
                                        GError **error)
{
  g_return_val_if_fail (document != NULL && write != NULL, FALSE);
  return produce_pdf (document, write, closure, error);
}

GBytes *
programme_extract_source (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  char *data = NULL;
  gsize length;
  if (!pg_file_read (path, PG_MAX_PDF_BYTES, &data, &length, error))
    return NULL;
  g_autoptr (GBytes) pdf = g_bytes_new_take (data, length);
  return pg_extract_source (pdf, path, error);
}

static gboolean
produce_bytes (gpointer data, PgWriteFunc write, gpointer closure, GError **error)
{
  gsize length;
  const guchar *bytes = g_bytes_get_data (data, &length);
  (void) error; /* what write fails of is told by who gave it */
  return write (closure, bytes, (guint) length) == CAIRO_STATUS_SUCCESS;
}

gboolean
programme_extract_source_to (const char *path, const char *output, GError **error)
{
  g_return_val_if_fail (output != NULL, FALSE);
  g_autoptr (GBytes) source = programme_extract_source (path, error);
  return source != NULL && pg_output_write (output, produce_bytes, source, error);
}

/* A page of a document to be written as a picture; dpi is 0 for one without pixels. */
typedef struct
{
  ProgrammeDocument *document;
  guint page;
  double dpi;
} Preview;

static gboolean
produce_png (gpointer data, PgWriteFunc write, gpointer closure, GError **error)
{
  const Preview *preview = data;
  return pg_paint_png (preview->document->painter, preview->document->pages, preview->page, preview->dpi, write,
                       closure, error);
}

static gboolean
produce_svg (gpointer data, PgWriteFunc write, gpointer closure, GError **error)
{
  const Preview *preview = data;
  return pg_paint_svg (preview->document->painter, preview->document->pages, preview->page, write, closure, error);
}

static gboolean
is_good_dpi (const ProgrammeDocument *document, double dpi, GError **error)
{
  double inches = MAX (document->pages->width, document->pages->height) / PG_POINTS_PER_INCH;
  double area = document->pages->width * document->pages->height / (PG_POINTS_PER_INCH * PG_POINTS_PER_INCH);
  double most = MIN (PG_MAX_DPI, MIN (PG_MAX_PICTURE_SIDE / inches, sqrt (PG_MAX_PICTURE_PIXELS / area)));
  if (dpi >= PG_MIN_DPI && dpi <= most) /* not so, if it is no number */
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "%g dots to the inch are too %s; on this paper %d to %d will do", dpi, dpi < PG_MIN_DPI ? "few" : "many",
               PG_MIN_DPI, (int) most);
  return FALSE;
}

gboolean
programme_document_write_png (ProgrammeDocument *document, guint page, double dpi, const char *path, GError **error)
{
  g_return_val_if_fail (document != NULL && page < document->pages->pages->len && path != NULL, FALSE);
  Preview preview = { document, page, dpi };
  return is_good_dpi (document, dpi, error) && pg_output_write (path, produce_png, &preview, error);
}

gboolean
programme_document_write_png_to_stream (ProgrammeDocument *document, guint page, double dpi, cairo_write_func_t write,
                                        void *closure, GError **error)
{
  g_return_val_if_fail (document != NULL && page < document->pages->pages->len && write != NULL, FALSE);
  Preview preview = { document, page, dpi };
  return is_good_dpi (document, dpi, error) && produce_png (&preview, write, closure, error);
}

gboolean
programme_document_write_svg (ProgrammeDocument *document, guint page, const char *path, GError **error)
{
  g_return_val_if_fail (document != NULL && page < document->pages->pages->len && path != NULL, FALSE);
  Preview preview = { document, page, 0 };
  return pg_output_write (path, produce_svg, &preview, error);
}

gboolean
programme_document_write_svg_to_stream (ProgrammeDocument *document, guint page, cairo_write_func_t write,
                                        void *closure, GError **error)
{
  g_return_val_if_fail (document != NULL && page < document->pages->pages->len && write != NULL, FALSE);
  Preview preview = { document, page, 0 };
  return produce_svg (&preview, write, closure, error);
}
