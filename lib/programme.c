/* The journey. Enters: an event file, a piece, a theme. Leaves: pages, drawn or written as a PDF. */
#include <programme/programme.h>

#include "base/file.h"
#include "base/limits.h"
#include "check/check.h"
#include "layout/layout.h"
#include "options.h"
#include "output.h"
#include "paint/paint.h"
#include "piece/piece.h"
#include "read/asset.h"
#include "read/read.h"
#include "text/coverage.h"

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
  document->pages = pg_layout (document->manuscript, document->fonts, elsewhere, report, error);
  return document->pages != NULL;
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

static gboolean
produce_pdf (gpointer data, PgWriteFunc write, gpointer closure, GError **error)
{
  ProgrammeDocument *document = data;
  PgMetadata metadata
      = { document->manuscript->title, document->manuscript->subject, document->manuscript->author, creation_time () };
  return pg_paint_pdf (document->painter, document->pages, &metadata, write, closure, error);
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
