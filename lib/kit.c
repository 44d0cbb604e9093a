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
programme_document_new_editions (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme,
                                 const ProgrammeOptions *options, ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (event != NULL && piece != NULL && theme != NULL, NULL);
  if (options != NULL && !programme_options_check (options, piece, error))
    return NULL;
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func (unref_document);
  for (const char *const *language = edition_languages (event, options); *language != NULL; language++)
    {
      g_autoptr (ProgrammeOptions) own = edition_options (options, piece, *language);
      ProgrammeDocument *edition = programme_document_new (event, piece, theme, own, report, error);
      if (edition == NULL)
        return NULL;
      edition->is_edition = TRUE;
      g_ptr_array_add (editions, edition);
    }
  return g_steal_pointer (&editions);
}

/* What is asked of each piece. */
typedef struct
{
  ProgrammeEvent *event;
  ProgrammeTheme *theme;
  const ProgrammeOptions *options;
  ProgrammeReport *report;
} Trial;

/* Makes every piece that has anything to say, in one language or (NULL) in those of the options. The agenda, which is the first, is laid out once:
   those after it refer to its pages. */
static gboolean
try_pieces (const Trial *trial, const char *language, GError **error)
{
  g_autoptr (ProgrammeDocument) agenda = NULL; /* the names of its anchors live in it */
  for (const char *const *piece = programme_document_list_pieces (); *piece != NULL; piece++)
    {
      if (pg_piece_find_lack (pg_piece_lookup (*piece), trial->event) != NULL)
        continue;
      g_autoptr (ProgrammeOptions) options = language != NULL ? edition_options (trial->options, *piece, language)
                                                              : pg_options_copy (trial->options, *piece);
      GHashTable *elsewhere = agenda != NULL ? agenda->pages->anchors : NULL;
      g_autoptr (ProgrammeDocument) document
          = pg_document_new (trial->event, *piece, trial->theme, options, elsewhere, trial->report, error);
      if (document == NULL)
        return FALSE;
      if (agenda == NULL)
        agenda = programme_document_ref (document);
    }
  return TRUE;
}

gboolean
programme_check_all (ProgrammeEvent *event, ProgrammeTheme *theme, const ProgrammeOptions *options,
                     ProgrammeReport *report, GError **error)
{
  g_return_val_if_fail (event != NULL && theme != NULL && report != NULL, FALSE);
  Trial trial = { event, theme, options, report };
  if (options != NULL && !programme_options_check (options, NULL, error))
    return FALSE;
  programme_event_check (event, report);
  if (programme_report_count (report, PROGRAMME_SEVERITY_ERROR) > 0)
    return TRUE;
  if (pg_options_languages (options) != NULL && !programme_options_wants_editions (options, theme))
    return try_pieces (&trial, NULL, error);
  for (const char *const *language = edition_languages (event, options); *language != NULL; language++)
    if (!try_pieces (&trial, *language, error))
      return FALSE;
  return TRUE;
}
