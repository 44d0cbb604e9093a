/* Enters: an event. Leaves: the agenda: cover, front matter, contents, each day's table, back matter. */
#include "piece/parts.h"
#include "piece/pieces.h"
#include "say/say.h"

static void
add_pages (PgManuscript *manuscript, PgPageRun *pages)
{
  if (pages != NULL)
    g_ptr_array_add (manuscript->page_runs, pages);
}

PgManuscript *
pg_agenda_compose (const PgJob *job)
{
  PgManuscript *manuscript = pg_manuscript_new (job->arena);
  add_pages (manuscript, pg_cover_pages (job));
  add_pages (manuscript, pg_front_pages (job));
  add_pages (manuscript, pg_contents_pages (job));
  for (guint i = 0; i < job->event->days->len; i++)
    add_pages (manuscript, pg_day_pages (job, g_ptr_array_index (job->event->days, i)));
  add_pages (manuscript, pg_back_pages (job));
  manuscript->language = job->language;
  manuscript->right_to_left = job->right_to_left;
  manuscript->title = pg_plain (job, job->event->title);
  manuscript->subject = pg_plain (job, job->event->series);
  manuscript->author = pg_organisations_line (job, job->event->organisers);
  return manuscript;
}
