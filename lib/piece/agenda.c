/* Enters: an event. Leaves: the agenda: cover, front matter, contents, each day's table, back matter; or all on one page. */
#include "piece/parts.h"
#include "piece/pieces.h"

#include <string.h>

static void
add_pages (GPtrArray *runs, PgPageRun *pages)
{
  if (pages != NULL)
    g_ptr_array_add (runs, pages);
}

/* Each day begins a page. */
static void
add_each_day (const PgVoice *voice, GPtrArray *runs, PgDayHeading heading)
{
  for (guint i = 0; i < voice->event->days->len; i++)
    add_pages (runs, pg_day_pages (voice, g_ptr_array_index (voice->event->days, i), heading));
  add_pages (runs, pg_back_pages (voice));
}

/* Page after page. Without a cover the first one has its head. */
static GPtrArray *
all_pages (const PgVoice *voice, gboolean has_cover)
{
  GPtrArray *runs = pg_arena_array (voice->arena);
  PgDayHeading heading = has_cover                   ? PG_DAY_HEADING_AND_GROUPS
                         : !pg_head_says_day (voice) ? PG_DAY_HEADING
                                                     : PG_DAY_NO_HEADING;
  const PgVoice *days
      = heading != PG_DAY_NO_HEADING ? voice : pg_voice_for_page (voice, 1, FALSE, pg_head_entry_role (voice));
  if (has_cover)
    add_pages (runs, pg_cover_pages (voice));
  gboolean is_course = pg_is_course (voice),
           run = is_course || pg_theme_is (voice->theme, "arrangement", "days", "run");
  PgPageRun *contents = is_course ? NULL : pg_contents_pages (voice);
  if (!run || contents != NULL)
    add_pages (runs, pg_front_pages (voice, has_cover));
  add_pages (runs, contents);
  if (run)
    add_pages (runs, pg_running_days (days, contents == NULL ? pg_front_flow (voice, has_cover) : NULL, heading));
  else
    add_each_day (days, runs, heading);
  if (!has_cover && runs->len > 0)
    pg_head_open (voice, g_ptr_array_index (runs, 0));
  return runs;
}

PgManuscript *
pg_agenda_compose (const PgRequest *request, GError **error)
{
  const PgPaper *paper = pg_paper_new_for_pages (request, error);
  if (paper == NULL)
    return NULL;
  const PgVoice *voice = pg_voice_new (request, paper);
  PgManuscript *manuscript = pg_manuscript_new_in (voice, NULL);
  const char *cover
      = request->cover != NULL ? request->cover : pg_theme_word (voice->theme, "arrangement", "cover-page");
  gboolean has_cover = strcmp (cover, "none") != 0;
  if (strcmp (cover, "page") == 0 || voice->event->days->len == 0)
    {
      manuscript->page_runs = all_pages (voice, TRUE);
      return manuscript;
    }
  PgPageRun *page = pg_one_page (voice);
  page->otherwise = all_pages (voice, has_cover);
  g_ptr_array_add (manuscript->page_runs, page);
  return manuscript;
}
