/* Enters: an event. Leaves: the agenda: cover, front matter, contents, each day's table, back matter. */
#include "piece/parts.h"
#include "piece/pieces.h"

static void
add_pages (PgManuscript *manuscript, PgPageRun *pages)
{
  if (pages != NULL)
    g_ptr_array_add (manuscript->page_runs, pages);
}

PgManuscript *
pg_agenda_compose (const PgRequest *request, GError **error)
{
  const PgPaper *paper = pg_paper_new_for_pages (request, error);
  if (paper == NULL)
    return NULL;
  const PgVoice *voice = pg_voice_new (request, paper);
  PgManuscript *manuscript = pg_manuscript_new_in (voice, NULL);
  add_pages (manuscript, pg_cover_pages (voice));
  add_pages (manuscript, pg_front_pages (voice));
  add_pages (manuscript, pg_contents_pages (voice));
  for (guint i = 0; i < voice->event->days->len; i++)
    add_pages (manuscript, pg_day_pages (voice, g_ptr_array_index (voice->event->days, i)));
  add_pages (manuscript, pg_back_pages (voice));
  return manuscript;
}
