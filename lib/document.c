/* The journey of one piece. Enters: an event, a piece, a theme, options. Leaves: pages. */
#include "document.h"

#include "base/file.h"
#include "base/limits.h"
#include "check/check.h"
#include "event.h"
#include "fonts.h"
#include "options.h"
#include "pdf/icc.h"
#include "piece/pieces.h"
#include "read/asset.h"
#include "say/press.h"

G_DEFINE_BOXED_TYPE (ProgrammeDocument, programme_document, programme_document_ref, programme_document_unref)

const char *
programme_version (void)
{
  return G_STRINGIFY (PROGRAMME_MAJOR_VERSION) "." G_STRINGIFY (PROGRAMME_MINOR_VERSION) "." G_STRINGIFY (
      PROGRAMME_MICRO_VERSION);
}

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
find_languages (PgRequest *request, const ProgrammeOptions *options, GError **error)
{
  static const PgBilingual ways[] = { [PROGRAMME_BILINGUAL_STACKED] = PG_BILINGUAL_STACKED,
                                      [PROGRAMME_BILINGUAL_PARALLEL] = PG_BILINGUAL_PARALLEL,
                                      [PROGRAMME_BILINGUAL_HEADINGS] = PG_BILINGUAL_HEADINGS };
  request->language = request->event->languages[0];
  if (options == NULL)
    return TRUE;
  if (!find_language (request->event, options->first, &request->language, error)
      || !find_language (request->event, options->second, &request->second, error))
    return FALSE;
  if (request->second == request->language)
    request->second = NULL;
  ProgrammeBilingual wanted = options->bilingual != PROGRAMME_BILINGUAL_THEME
                                  ? options->bilingual
                                  : programme_theme_get_bilingual (request->theme);
  if (request->second != NULL && wanted == PROGRAMME_BILINGUAL_EDITIONS)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                   "editions are documents in one language: make one in “%s” and one in “%s”", request->language,
                   request->second);
      return FALSE;
    }
  if (wanted != PROGRAMME_BILINGUAL_EDITIONS)
    request->bilingual = ways[wanted];
  return TRUE;
}

/* An event with errors makes no document, unless the caller insists; then its pages say so. */
static gboolean
may_be_made (PgRequest *request, const ProgrammeOptions *options, ProgrammeReport *report, GError **error)
{
  g_autoptr (ProgrammeReport) errors = programme_report_new ();
  guint n = pg_event_tell_errors (request->event, errors);
  request->has_errors = n > 0;
  pg_report_join (report, errors);
  if (n == 0 || (options != NULL && options->despite_errors))
    return TRUE;
  programme_report_sort (errors);
  const ProgrammeFinding *first = programme_report_get_finding (errors, 0);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID,
               "%s: the event has errors: %u; the first, in line %u: %s", request->event->file, n,
               programme_finding_get_line (first), programme_finding_get_message (first));
  return FALSE;
}

/* The pages of the agenda, for pieces that refer to them. */
static GHashTable *
agenda_pages (const PgRequest *request, PgFonts *fonts, GError **error)
{
  PgManuscript *agenda = pg_agenda_compose (request, error);
  g_autoptr (PgPages) pages = agenda != NULL ? pg_layout (agenda, fonts, NULL, NULL, error) : NULL;
  return pages != NULL ? g_hash_table_ref (pages->anchors) : NULL;
}

/* The profile that the options name; NULL after an error. */
static GBytes *
find_output_intent (const ProgrammeOptions *options, GError **error)
{
  char *data = NULL;
  gsize length;
  if (options->intent_bytes != NULL)
    return g_bytes_ref (options->intent_bytes);
  if (options->output_intent == NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                 "a file for the press needs an output intent: the CMYK profile of that press, which the printer "
                 "names; FOGRA39L_coated.icc, of Debian's package texlive-base, is right for most coated paper");
  else if (pg_file_read (options->output_intent, PG_MAX_PROFILE_BYTES, &data, &length, error))
    return g_bytes_new_take (data, length);
  else if (error != NULL)
    (*error)->code = PROGRAMME_ERROR_OPTION;
  return NULL;
}

/* What the press prints, for a document that is for it. */
static gboolean
read_output_intent (ProgrammeDocument *document, const ProgrammeOptions *options, GError **error)
{
  const char *name = options->intent_bytes != NULL ? "output intent" : options->output_intent;
  document->intent = find_output_intent (options, error);
  if (document->intent == NULL)
    return FALSE;
  document->intent_name = pg_icc_check_press (document->intent, name, error);
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
  double width = 0, height = 0;
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const PgPage *page = pg_pages_get (pages, i);
      width = MAX (width, page->width + 2 * page->surround.beside);
      height = MAX (height, page->height + 2 * page->surround.above);
    }
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
lay_out (ProgrammeDocument *document, const PgPiece *piece, const PgRequest *request, const ProgrammeOptions *options,
         ProgrammeReport *report, GError **error)
{
  g_autoptr (GHashTable) elsewhere = NULL;
  g_autofree char *own = pg_own_fonts_find (request->event, options != NULL ? options->fonts : NULL, report);
  document->fonts = pg_fonts_new (error);
  if (document->fonts == NULL || (own != NULL && !pg_fonts_add_folder (document->fonts, own, report, error)))
    return FALSE;
  document->manuscript = piece->compose (request, error);
  if (document->manuscript == NULL)
    return FALSE;
  if (piece->needs_agenda_pages)
    {
      elsewhere = agenda_pages (request, document->fonts, error);
      if (elsewhere == NULL)
        return FALSE;
    }
  if (document->intent != NULL)
    pg_press_compose (request, document->manuscript);
  document->pages = pg_layout (document->manuscript, document->fonts, elsewhere, report, error);
  return document->pages != NULL && has_room_around (document->pages, error);
}

static GBytes *
load_image (const char *path, gpointer data, GError **error)
{
  const ProgrammeDocument *document = data;
  return pg_asset_read (document->event->files, path, error);
}

static gboolean
has_title (const ProgrammeEvent *event, GError **error)
{
  if (event->title == NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s: the event has no title", event->file);
  return event->title != NULL;
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
  PgRequest *request = &document->request;
  *request = (PgRequest){ .arena = document->arena, .event = event, .theme = theme };
  if (!may_be_made (request, options, report, error))
    return NULL;
  if (wanted->is_about_people)
    pg_check_speakers (event, report);
  document->created = creation_time ();
  document->profile = options != NULL ? options->profile : PROGRAMME_PROFILE_ACCESSIBLE;
  document->embeds_source = options != NULL && options->embeds_source;
  if (options != NULL && options->profile == PROGRAMME_PROFILE_PRESS && !read_output_intent (document, options, error))
    return NULL;
  request->created = document->created;
  request->sort = options != NULL ? (PgSort) options->sort : PG_SORT_NAME;
  request->paper = options != NULL ? options->paper : NULL;
  if (!has_title (event, error) || !find_languages (request, options, error)
      || !lay_out (document, wanted, request, options, report, error))
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
    *width = pg_pages_get (document->pages, 0)->width;
  if (height != NULL)
    *height = pg_pages_get (document->pages, 0)->height;
}

gboolean
pg_document_has_page (const ProgrammeDocument *document, guint page, GError **error)
{
  guint n = document->pages->pages->len;
  if (page < n)
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "there is no page of index %u: the document has %u, from 0", page, n);
  return FALSE;
}
