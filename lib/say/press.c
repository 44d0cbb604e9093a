/* Enters: a manuscript that is to be printed. Leaves: its bleed, and the slug line that identifies each of its sheets. */
#include "say/press.h"

#include "say/say.h"

static PgBlock *
slug_line (const PgVoice *voice, const char *title)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (voice->request->created);
  g_autofree char *date = g_date_time_format (moment, "%Y-%m-%d %H:%M UTC");
  PgBlock *slug = pg_paragraph_new (voice->arena,
                                    pg_style_for_script (voice, pg_theme_style (voice->theme, "slug"), voice->script),
                                    &voice->event->place);
  pg_add_string (voice, slug, NULL, title);
  pg_add_string (voice, slug, NULL, PG_DOT);
  pg_paragraph_add (voice->arena, slug, NULL, "000", voice->language)->field = PG_FIELD_PAGE;
  pg_add_string (voice, slug, NULL, "/");
  pg_paragraph_add (voice->arena, slug, NULL, "000", voice->language)->field = PG_FIELD_PAGES;
  pg_add_string (voice, slug, NULL, PG_DOT);
  pg_add_string (voice, slug, NULL, pg_arena_strdup (voice->arena, date));
  slug->max_lines = 2;
  return slug;
}

static void
prepare_runs (const PgRequest *request, const PgManuscript *manuscript, const GPtrArray *runs)
{
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      PgPageRun *run = g_ptr_array_index (runs, i);
      if (run->kept != NULL) /* another document's, which prepared it */
        continue;
      PgPaper *paper = pg_arena_new0 (request->arena, PgPaper);
      PgPress *press = pg_arena_new0 (request->arena, PgPress);
      *paper = (PgPaper){ .width = run->width, .height = run->height, .measure = run->width, .scale = 1 };
      press->slug = slug_line (pg_voice_new (request, paper), manuscript->title);
      press->bleed = pg_theme_length (request->theme, "page", "bleed");
      run->press = press;
      prepare_runs (request, manuscript, run->otherwise);
      prepare_runs (request, manuscript, run->then);
    }
}

void
pg_press_compose (const PgRequest *request, PgManuscript *manuscript)
{
  prepare_runs (request, manuscript, manuscript->page_runs);
}
