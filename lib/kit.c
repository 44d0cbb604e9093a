/* The journey of several pieces. Enters: an event, a theme, options. Leaves: editions, or what is found in all pieces. */
#include "document.h"
#include "event/event.h"
#include "option/options.h"
#include "piece/pieces.h"

#include <programme/kit.h>

gboolean
programme_options_wants_editions (const ProgrammeOptions *options, const ProgrammeTheme *theme)
{
  g_return_val_if_fail (theme != NULL, FALSE);
  const char *const *languages = pg_options_languages (options);
  if (pg_options_has (options, PG_OPTION_BILINGUAL))
    return pg_options_number (options, PG_OPTION_BILINGUAL) == PROGRAMME_BILINGUAL_EDITIONS;
  return languages != NULL && languages[1] != NULL
         && programme_theme_get_bilingual (theme) == PROGRAMME_BILINGUAL_EDITIONS;
}

/* The languages that are asked for, or all of the event's. */
static const char *const *
edition_languages (const ProgrammeEvent *event, const ProgrammeOptions *options)
{
  const char *const *languages = pg_options_languages (options);
  return languages != NULL ? languages : programme_event_get_languages (event);
}

/* What a piece has of the options, for one language. */
static ProgrammeOptions *
edition_options (const ProgrammeOptions *options, const char *piece, const char *language)
{
  ProgrammeOptions *copy = pg_options_copy (options, piece);
  programme_options_set_languages (copy, language, NULL);
  programme_options_set_bilingual (copy, PROGRAMME_BILINGUAL_THEME);
  return copy;
}

static void
unref_document (gpointer document)
{
  programme_document_unref (document);
}

GPtrArray *
pg_editions_new (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme, const ProgrammeOptions *options,
                 PgWorkshop *workshop, GError **error)
{
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func (unref_document);
  const char *const *languages = edition_languages (event, options);
  guint n = g_strv_length ((char **) languages);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ProgrammeOptions) own = edition_options (options, piece, languages[i]);
      PgWatchPart whole = pg_watch_narrow (workshop->watch, (double) i / n, (i + 1.0) / n);
      ProgrammeDocument *edition = pg_document_new (event, piece, theme, own, workshop, error);
      pg_watch_widen (workshop->watch, whole);
      if (edition == NULL)
        return NULL;
      edition->is_edition = TRUE;
      g_ptr_array_add (editions, edition);
    }
  return g_steal_pointer (&editions);
}

GPtrArray *
programme_document_new_editions (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme,
                                 const ProgrammeOptions *options, ProgrammeReport *report, GCancellable *cancellable,
                                 GError **error)
{
  g_return_val_if_fail (event != NULL && piece != NULL && theme != NULL, NULL);
  if (options != NULL && !programme_options_check (options, piece, error))
    return NULL;
  PgWatch watch = pg_watch_new (cancellable, pg_options_progress (options), "layout");
  g_auto (PgWorkshop) workshop = pg_workshop_new (&watch, report);
  GPtrArray *editions = pg_editions_new (event, piece, theme, options, &workshop, error);
  if (editions != NULL)
    pg_watch_end (&watch);
  return editions;
}

/* What is asked of each piece. */
typedef struct
{
  ProgrammeEvent *event;
  ProgrammeTheme *theme;
  const ProgrammeOptions *options;
  PgWorkshop *workshop;
} Trial;

/* Makes every piece that has anything to say, in one language or (NULL) in those of the options. The agenda comes first: those
   after it refer to its pages. */
static gboolean
try_pieces (const Trial *trial, const char *language, GError **error)
{
  PgWatch *watch = trial->workshop->watch;
  const char *const *pieces = programme_document_list_pieces ();
  guint n = g_strv_length ((char **) pieces);
  for (guint i = 0; i < n; i++)
    {
      if (!pg_watch_step (watch, (double) i / n, error))
        return FALSE;
      g_autoptr (ProgrammeOptions) options = language != NULL ? edition_options (trial->options, pieces[i], language)
                                                              : pg_options_copy (trial->options, pieces[i]);
      if (pg_options_people (options) == NULL
          && pg_piece_find_lack (pg_piece_lookup (pieces[i]), trial->event,
                                 pg_options_kinds (trial->options, pieces[i]))
                 != NULL)
        continue;
      PgWatchPart whole = pg_watch_narrow (watch, (double) i / n, (i + 1.0) / n);
      g_autoptr (ProgrammeDocument) document
          = pg_document_new (trial->event, pieces[i], trial->theme, options, trial->workshop, error);
      pg_watch_widen (watch, whole);
      if (document == NULL)
        return FALSE;
    }
  return TRUE;
}

/* In the languages that are asked for together, or else in each alone. */
static gboolean
try_languages (const Trial *trial, GError **error)
{
  const char *const *languages = edition_languages (trial->event, trial->options);
  guint n = g_strv_length ((char **) languages);
  if (pg_options_languages (trial->options) != NULL && !programme_options_wants_editions (trial->options, trial->theme))
    return try_pieces (trial, NULL, error);
  for (guint i = 0; i < n; i++)
    {
      PgWatchPart whole = pg_watch_narrow (trial->workshop->watch, (double) i / n, (i + 1.0) / n);
      if (!try_pieces (trial, languages[i], error))
        return FALSE;
      pg_watch_widen (trial->workshop->watch, whole);
    }
  return TRUE;
}

gboolean
programme_check_all (ProgrammeEvent *event, ProgrammeTheme *theme, const ProgrammeOptions *options,
                     ProgrammeReport *report, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (event != NULL && theme != NULL && report != NULL, FALSE);
  PgWatch watch = pg_watch_new (cancellable, pg_options_progress (options), "check");
  g_auto (PgWorkshop) workshop = pg_workshop_new (&watch, report);
  Trial trial = { event, theme, options, &workshop };
  if (options != NULL && !programme_options_check (options, NULL, error))
    return FALSE;
  if (!pg_watch_step (&watch, 0, error))
    return FALSE;
  programme_event_check (event, report);
  if (programme_report_count (report, PROGRAMME_SEVERITY_ERROR) == 0 && !try_languages (&trial, error))
    return FALSE;
  pg_watch_end (&watch);
  return TRUE;
}
