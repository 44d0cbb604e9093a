/* Enters: a manuscript that is to be printed. Leaves: its bleed, and the slug line that identifies each of its sheets. */
#include "say/say.h"

void
pg_press_compose (const PgJob *job, PgManuscript *manuscript, gint64 created)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (created);
  g_autofree char *date = g_date_time_format (moment, "%Y-%m-%d %H:%M UTC");
  PgPress *press = pg_arena_new0 (job->arena, PgPress);
  PgBlock *slug = pg_paragraph_new (job->arena, pg_style (job, "slug"), &job->event->place);
  pg_add_string (job, slug, NULL, manuscript->title);
  pg_add_string (job, slug, NULL, PG_DOT);
  pg_paragraph_add (job->arena, slug, NULL, "000", job->language)->field = PG_FIELD_PAGE;
  pg_add_string (job, slug, NULL, "/");
  pg_paragraph_add (job->arena, slug, NULL, "000", job->language)->field = PG_FIELD_PAGES;
  pg_add_string (job, slug, NULL, PG_DOT);
  pg_add_string (job, slug, NULL, pg_arena_strdup (job->arena, date));
  slug->max_lines = 2;
  press->slug = slug;
  press->bleed = pg_theme_length (job->theme, "page", "bleed");
  for (guint i = 0; i < manuscript->page_runs->len; i++)
    ((PgPageRun *) g_ptr_array_index (manuscript->page_runs, i))->press = press;
}
