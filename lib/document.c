/* The journey of one piece. Enters: an event, a piece, a theme, options. Leaves: pages. */
#include "document.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/units.h"
#include "base/nearest.h"
#include "check/check.h"
#include "event.h"
#include "fonts.h"
#include "guests.h"
#include "impose.h"
#include "labels.h"
#include "option/options.h"
#include "paint/resolution.h"
#include "pdf/icc.h"
#include "piece/pieces.h"
#include "records.h"
#include "say/press.h"

#include <string.h>

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

const char *
programme_document_get_piece_help (const char *piece)
{
  g_return_val_if_fail (piece != NULL, NULL);
  const PgPiece *found = pg_piece_lookup (piece);
  return found != NULL ? found->help : NULL;
}

/* The event's language that a tag stands for: itself, or the first that says more, as en-GB does for en (RFC 4647,
   3.3.1). NULL if there is none. */
const char *
pg_document_language (const ProgrammeEvent *event, const char *tag)
{
  gsize length = strlen (tag);
  const char *fuller = NULL;
  for (guint i = 0; event->languages[i] != NULL; i++)
    {
      const char *language = event->languages[i];
      if (g_ascii_strcasecmp (language, tag) == 0)
        return language;
      if (fuller == NULL && g_ascii_strncasecmp (language, tag, length) == 0 && language[length] == '-')
        fuller = language;
    }
  return fuller;
}

/* The event's own language that an option names; language stays for NULL. */
static gboolean
find_language (const ProgrammeEvent *event, const char *wanted, const char **language, GError **error)
{
  const char *found = wanted != NULL ? pg_document_language (event, wanted) : *language;
  if (wanted == NULL || found != NULL)
    {
      *language = found;
      return TRUE;
    }
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
  const char *const *languages = pg_options_languages (options);
  request->language = request->event->languages[0];
  if (languages == NULL)
    return TRUE;
  if (!find_language (request->event, languages[0], &request->language, error)
      || !find_language (request->event, languages[1], &request->second, error))
    return FALSE;
  if (request->second == request->language)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                   "%s: “%s” and “%s” are one language of the event, %s", request->event->file, languages[0],
                   languages[1], request->language);
      return FALSE;
    }
  ProgrammeBilingual wanted = (ProgrammeBilingual) pg_options_number (options, PG_OPTION_BILINGUAL);
  if (wanted == PROGRAMME_BILINGUAL_THEME)
    wanted = programme_theme_get_bilingual (request->theme);
  if (request->second != NULL && wanted == PROGRAMME_BILINGUAL_EDITIONS)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                   "editions are documents in one language: make one in “%s” and one in “%s”", request->language,
                   request->second);
      return FALSE;
    }
  if (wanted == PROGRAMME_BILINGUAL_PARALLEL && request->large_print) /* The theme's: the options were asked before. */
    wanted = PROGRAMME_BILINGUAL_STACKED;
  if (wanted != PROGRAMME_BILINGUAL_EDITIONS)
    request->bilingual = ways[wanted];
  return TRUE;
}

/* The session that is wanted alone must be there. */
static gboolean
find_session (PgRequest *request, const ProgrammeOptions *options, GError **error)
{
  const char *wanted = pg_options_text (options, PG_OPTION_SESSION);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint d = 0; wanted != NULL && d < request->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (request->event->days, d);
      for (guint i = 0; i < day->entries->len; i++)
        g_ptr_array_add (ids, (gpointer) ((const PgEntry *) g_ptr_array_index (day->entries, i))->id);
    }
  g_ptr_array_add (ids, NULL);
  request->selection.session = pg_arena_strdup (request->arena, wanted);
  if (wanted == NULL || g_strv_contains ((const char *const *) ids->pdata, wanted))
    return TRUE;
  const char *near = pg_nearest_word (wanted, (const char *const *) ids->pdata);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s: session=%s: no session has this id%s%s%s",
               request->event->file, wanted, near != NULL ? "; did you mean “" : "", near != NULL ? near : "",
               near != NULL ? "”?" : "");
  return FALSE;
}

/* So must the day. */
static gboolean
find_day (const PgRequest *request, GError **error)
{
  guint day = request->selection.day, n = request->event->days->len;
  if (day <= n)
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s: there is no day %u: the event has %u",
               request->event->file, day, n);
  return FALSE;
}

/* An event with errors makes no document, unless the caller insists; then its pages say so. */
static gboolean
may_be_made (PgRequest *request, const ProgrammeOptions *options, ProgrammeReport *report, GError **error)
{
  g_autoptr (ProgrammeReport) errors = programme_report_new ();
  guint n = pg_event_tell_errors (request->event, errors);
  request->has_errors = n > 0;
  pg_report_join (report, errors);
  if (n == 0 || pg_options_number (options, PG_OPTION_DESPITE_ERRORS) != 0)
    return TRUE;
  programme_report_sort (errors);
  const ProgrammeFinding *first = programme_report_get_finding (errors, 0);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID,
               "%s: the event has errors: %u; the first, in line %u: %s", request->event->file, n,
               programme_finding_get_line (first), programme_finding_get_message (first));
  return FALSE;
}

/* What the press prints, for a document that is for it: the options have it. */
static gboolean
read_output_intent (ProgrammeDocument *document, const ProgrammeOptions *options, GError **error)
{
  const char *path = pg_options_text (options, PG_OPTION_OUTPUT_INTENT);
  char *data = NULL;
  gsize length;
  if (path == NULL)
    document->intent = g_bytes_ref (options->intent_bytes);
  else if (pg_file_read (path, PG_MAX_PROFILE_BYTES, NULL, &data, &length, error))
    document->intent = g_bytes_new_take (data, length);
  else
    {
      if (error != NULL)
        (*error)->code = PROGRAMME_ERROR_OPTION;
      return FALSE;
    }
  document->intent_path = g_strdup (path);
  document->intent_name = pg_icc_check_press (document->intent, path != NULL ? path : "output intent", error);
  return document->intent_name != NULL;
}

gint64
pg_creation_time (const ProgrammeOptions *options)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  if (pg_options_has (options, PG_OPTION_DATE))
    return pg_options_number (options, PG_OPTION_DATE);
  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, PG_LAST_SECOND, &seconds, NULL))
    return seconds;
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* What the press needs around a page must not make the sheet larger than a PDF's can be. */
static gboolean
has_room_around (const GPtrArray *sheets, GError **error)
{
  double width = 0, height = 0;
  for (guint i = 0; i < sheets->len; i++)
    {
      width = MAX (width, pg_sheets_get (sheets, i)->width);
      height = MAX (height, pg_sheets_get (sheets, i)->height);
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

typedef struct
{
  const ProgrammeDocument *document;
  const PgWorkshop *workshop;
  guint n;       /* images */
  GError *error; /* of the first that is faulty, or cancelled; or NULL */
} ImageCheck;

static void
check_image (const PgBlock *block, gpointer data)
{
  ImageCheck *check = data;
  PgWatch *watch = check->workshop->watch;
  check->n++;
  if (!pg_watch_is_cancelled (watch))
    pg_pictures_check (check->document->event->pictures, block->image->path, &block->place, NULL,
                       check->workshop->report, &check->error);
  else if (check->error == NULL)
    pg_watch_step (watch, 0, &check->error);
}

/* The inks of the press, which pictures need. */
static gboolean
read_inks (ProgrammeDocument *document, GError **error)
{
  document->inks = pg_inks_new (document->intent);
  if (document->inks == NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                 "%s: this ICC profile is damaged: the colours of pictures cannot be converted by it",
                 document->intent_path != NULL ? document->intent_path : "output intent");
  return document->inks != NULL;
}

/* Whether all images that the piece shows can be drawn: after this, drawing does not fail for one. */
gboolean
pg_document_check_images (ProgrammeDocument *document, PgWorkshop *workshop, GError **error)
{
  ImageCheck check = { document, workshop, 0, NULL };
  pg_manuscript_each (document->manuscript, PG_BLOCK_IMAGE, check_image, &check);
  if (check.error != NULL)
    g_propagate_error (error, check.error);
  return check.error == NULL && (check.n == 0 || document->intent == NULL || read_inks (document, error));
}

static gboolean
prepare_fonts (ProgrammeDocument *document, const ProgrammeOptions *options, ProgrammeReport *report, GError **error)
{
  const GPtrArray *bytes = pg_options_font_bytes (options);
  if (bytes == NULL)
    document->own_fonts = pg_own_fonts_find (document->event, pg_options_text (options, PG_OPTION_FONTS), report);
  document->fonts
      = bytes != NULL ? pg_fonts_take_bytes (bytes, report, error) : pg_fonts_take (document->own_fonts, report, error);
  return document->fonts != NULL;
}

#define AGENDA_SHARE 0.7 /* of the time of a piece that refers to the agenda's pages, where they are not known */

/* The pages of the agenda, for a piece that refers to them: those that are known, or it is laid out for them. NULL with an
   error, or where the piece refers to none. */
static GHashTable *
agenda_pages (ProgrammeDocument *document, const PgPiece *piece, PgWorkshop *workshop, GError **error)
{
  const PgRequest *request = &document->request;
  GHashTable *known = piece->needs_agenda_pages ? pg_workshop_get_agenda (workshop, request) : NULL;
  if (!piece->needs_agenda_pages || known != NULL)
    return known;
  PgWatchPart whole = pg_watch_narrow (workshop->watch, 0, AGENDA_SHARE);
  PgManuscript *agenda = pg_agenda_compose (request, error);
  if (agenda != NULL)
    agenda->max_pages = document->max_pages;
  g_autoptr (PgPages) pages
      = agenda != NULL ? pg_layout (agenda, document->fonts, NULL, NULL, workshop->watch, error) : NULL;
  pg_watch_widen (workshop->watch, whole);
  if (pages == NULL)
    return NULL;
  pg_watch_narrow (workshop->watch, AGENDA_SHARE, 1);
  pg_workshop_keep_agenda (workshop, request, pages);
  return pg_workshop_get_agenda (workshop, request);
}

/* Pages that know of others of the event's, or of those that they are for. */
static gboolean
lay_out_pages (ProgrammeDocument *document, const PgPiece *piece, const ProgrammeOptions *options, PgWorkshop *workshop,
               GError **error)
{
  const PgRequest *request = &document->request;
  if (piece->is_for_one && request->people != NULL)
    return pg_records_lay_out (document, piece, options, workshop, error);
  if (workshop->since == NULL && !pg_guests_have_room (document, piece, error))
    return FALSE;
  PgWatchPart whole = pg_watch_narrow (workshop->watch, 0, 1);
  document->manuscript = piece->compose (request, error);
  if (document->manuscript != NULL && workshop->since != NULL && piece->is_one_by_one
      && !pg_document_leave_out_same (document, piece, workshop, error))
    return FALSE;
  if (document->manuscript == NULL || !pg_document_check_images (document, workshop, error))
    return FALSE;
  if (document->manuscript->page_runs->len == 0 && workshop->since == NULL)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s: it has nothing of which %s could be made",
                   request->event->file, piece->name);
      return FALSE;
    }
  document->manuscript->max_pages = document->max_pages;
  GHashTable *elsewhere = agenda_pages (document, piece, workshop, error);
  if (piece->needs_agenda_pages && elsewhere == NULL)
    return FALSE;
  if (document->intent != NULL)
    pg_press_compose (request, document->manuscript);
  document->pages
      = pg_layout (document->manuscript, document->fonts, elsewhere, workshop->report, workshop->watch, error);
  pg_watch_widen (workshop->watch, whole);
  return document->pages != NULL;
}

static gboolean
lay_out (ProgrammeDocument *document, const PgPiece *piece, const ProgrammeOptions *options, const PgLabelWish *labels,
         PgWorkshop *workshop, GError **error)
{
  const PgRequest *request = &document->request;
  if (!lay_out_pages (document, piece, options, workshop, error))
    return FALSE;
  pg_arena_forget_brief (document->arena);
  pg_labels_apply (document, labels, workshop->report);
  pg_lines_tell_left_out (document->fonts, workshop->report);
  if (piece->compose == pg_agenda_compose)
    pg_workshop_keep_agenda (workshop, request, document->pages);
  pg_check_resolution (document->pages, document->event->pictures,
                       document->intent != NULL ? PG_LEAST_PRESS_DPI : PG_LEAST_SCREEN_DPI, workshop->report);
  document->sheets = pg_sheets_of_single_pages (document->pages);
  return has_room_around (document->sheets, error);
}

/* Whether the event has what the piece is about, or the list of people that is given. */
static gboolean
has_matter (const PgRequest *request, const PgPiece *piece, GError **error)
{
  const ProgrammeEvent *event = request->event;
  const ProgrammePeople *people = request->people;
  if (people != NULL && programme_people_get_n (people) > 0)
    return TRUE;
  const char *lack = people != NULL ? "the list of people has nobody in it: add a row for each of them below its head"
                                    : pg_piece_find_lack (piece, event, request->selection.kinds);
  if (lack != NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s: %s", event->file, lack);
  return lack == NULL;
}

static gboolean
has_title (const ProgrammeEvent *event, GError **error)
{
  if (event->title == NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID, "%s: the event has no title", event->file);
  return event->title != NULL;
}

/* What is put into a PDF can be taken out of it. */
static gboolean
may_be_embedded (const ProgrammeEvent *event, const ProgrammeOptions *options, GError **error)
{
  if (pg_options_number (options, PG_OPTION_EMBED_SOURCE) == 0
      || g_bytes_get_size (event->source) <= PG_MAX_SOURCE_BYTES)
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "embed-source puts events of at most %u MiB into a PDF, and %s is larger: leave it out",
               PG_MAX_SOURCE_BYTES / PG_MB, event->file);
  return FALSE;
}

/* A document without pages yet. */
static ProgrammeDocument *
new_document (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme, const ProgrammeOptions *options)
{
  ProgrammeDocument *document = g_new0 (ProgrammeDocument, 1);
  g_atomic_ref_count_init (&document->refs);
  document->event = programme_event_ref (event);
  gboolean large_print = pg_options_number (options, PG_OPTION_LARGE_PRINT) != 0;
  gboolean contrast = pg_options_number (options, PG_OPTION_CONTRAST) != 0;
  document->theme = pg_theme_new_edition (theme, large_print, contrast);
  document->arena = pg_arena_new ();
  document->created = pg_creation_time (options);
  document->max_pages = (guint) pg_options_number (options, PG_OPTION_LIMITS_PAGES);
  document->profile = (ProgrammeProfile) pg_options_number (options, PG_OPTION_PROFILE);
  document->embeds_source = pg_options_number (options, PG_OPTION_EMBED_SOURCE) != 0;
  PgRequest *request = &document->request;
  *request = (PgRequest){ .arena = document->arena, .event = event, .created = document->created };
  request->theme = document->theme;
  request->large_print = large_print;
  request->contrast = contrast;
  document->metadata = pg_arena_strdup (document->arena, pg_options_text (options, PG_OPTION_METADATA));
  request->cover = pg_arena_strdup (document->arena, pg_options_text (options, PG_OPTION_COVER));
  request->only_own = pg_options_number (options, PG_OPTION_ONLY_OWN) != 0;
  request->sort = (PgSort) pg_options_number (options, PG_OPTION_SORT);
  request->selection = (PgSelection){ .kinds = pg_options_kinds (options, piece),
                                      .day = (guint) pg_options_number (options, PG_OPTION_DAY) };
  const char *distance = pg_options_text (options, PG_OPTION_DISTANCE);
  request->selection.distance = distance != NULL ? pg_metres_parse (distance) : 0;
  request->selection.place = pg_arena_strdup (document->arena, pg_options_text (options, PG_OPTION_PLACE));
  request->selection.room = pg_arena_strdup (document->arena, pg_options_text (options, PG_OPTION_ROOM));
  request->paper = pg_arena_strdup (document->arena, pg_options_text (options, PG_OPTION_PAPER));
  return document;
}

ProgrammeDocument *
pg_document_new (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme, const ProgrammeOptions *options,
                 PgWorkshop *workshop, GError **error)
{
  ProgrammeReport *report = workshop->report;
  const PgLabelWish *labels = NULL;
  const PgPiece *wanted = workshop->kit != NULL ? pg_piece_of_kit (piece) : pg_piece_lookup (piece);
  if (wanted == NULL)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "there is no piece “%s”", piece);
      return NULL;
    }
  if (options != NULL && !programme_options_check (options, piece, error))
    return NULL;
  if (!pg_watch_step (workshop->watch, 0, error))
    return NULL;
  g_autoptr (ProgrammeDocument) document = new_document (event, piece, theme, options);
  if (!may_be_made (&document->request, options, report, error))
    return NULL;
  document->progress = pg_progress_ref (workshop->watch->progress);
  document->request.watch = workshop->watch;
  document->request.report = report;
  document->request.kit = workshop->kit;
  if (wanted->is_about_people)
    pg_check_speakers (event, report);
  if (document->profile == PROGRAMME_PROFILE_PRESS && !read_output_intent (document, options, error))
    return NULL;
  if (!may_be_embedded (event, options, error) || !has_title (event, error)
      || !pg_guests_take (document, options, error) || !has_matter (&document->request, wanted, error)
      || !pg_guests_check (document, wanted, options, workshop, error)
      || !find_languages (&document->request, options, error) || !find_day (&document->request, error)
      || !find_session (&document->request, options, error) || !prepare_fonts (document, options, report, error)
      || !pg_labels_read (document, options, report, &labels, error)
      || !lay_out (document, wanted, options, labels, workshop, error)
      || !pg_impose_plan (document, options, report, error))
    return NULL;
  document->request.watch = NULL;
  document->request.report = NULL;
  document->painter = pg_painter_new (event->pictures);
  return g_steal_pointer (&document);
}

ProgrammeDocument *
programme_document_new (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme,
                        const ProgrammeOptions *options, ProgrammeReport *report, GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (event != NULL && piece != NULL && theme != NULL, NULL);
  PgWatch watch = pg_watch_new (cancellable, pg_options_progress (options), "layout");
  g_auto (PgWorkshop) workshop = pg_workshop_new (&watch, report);
  ProgrammeDocument *document = pg_document_new (event, piece, theme, options, &workshop, error);
  if (document != NULL)
    pg_watch_end (&watch);
  return document;
}

ProgrammeDocument *
programme_document_ref (ProgrammeDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);
  g_atomic_ref_count_inc (&document->refs);
  return document;
}

/* What those have, too, that are like it. */
static void
free_shared (ProgrammeDocument *document)
{
  g_clear_pointer (&document->intent, g_bytes_unref);
  pg_inks_free (document->inks);
  g_free (document->intent_name);
  g_free (document->intent_path);
  g_free (document->own_fonts);
  pg_progress_unref (document->progress);
  pg_painter_free (document->painter);
  pg_fonts_give_back (document->fonts);
  programme_theme_unref (document->theme);
  programme_event_unref (document->event);
}

void
programme_document_unref (ProgrammeDocument *document)
{
  g_return_if_fail (document != NULL);
  if (!g_atomic_ref_count_dec (&document->refs))
    return;
  g_clear_pointer (&document->sheets, g_ptr_array_unref);
  g_clear_pointer (&document->imposing, programme_options_unref);
  pg_pages_free (document->pages);
  pg_arena_free (document->arena);
  if (document->like != NULL)
    programme_document_unref (document->like);
  else
    free_shared (document);
  g_free (document);
}

guint
programme_document_get_n_pages (const ProgrammeDocument *document)
{
  g_return_val_if_fail (document != NULL, 0);
  return document->pages->pages->len;
}

gboolean
pg_document_has_page (const ProgrammeDocument *document, guint page, GError **error)
{
  guint n = document->pages->pages->len;
  if (page < n)
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "there is no page of index %u: the document has %u %s, from index 0", page, n,
               n == 1 ? "page" : "pages");
  return FALSE;
}

gboolean
programme_document_get_page_size (const ProgrammeDocument *document, guint page, double *width, double *height)
{
  g_return_val_if_fail (document != NULL, FALSE);
  gboolean exists = pg_document_has_page (document, page, NULL);
  if (width != NULL)
    *width = exists ? pg_pages_get (document->pages, page)->width : 0;
  if (height != NULL)
    *height = exists ? pg_pages_get (document->pages, page)->height : 0;
  return exists;
}

const char *
programme_document_get_language (const ProgrammeDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);
  return document->request.language;
}
