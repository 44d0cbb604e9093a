/* Enters: an event. Leaves: the agenda: cover, front matter, contents, each day's table, back matter; or all on one page. */
#include "piece/parts.h"
#include "piece/pieces.h"
#include "say/say.h"

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
  add_pages (runs, pg_texts_pages (voice));
  add_pages (runs, pg_back_pages (voice));
}

/* Whether what comes before, within and after the agenda goes on below each other: with a single day, pages for each of them would
   be half empty. */
static gboolean
runs_on (const PgVoice *voice)
{
  gboolean is_auto = pg_theme_is (voice->theme, "arrangement", "days", "auto");
  return pg_is_course (voice) || pg_theme_is (voice->theme, "arrangement", "days", "run")
         || (is_auto && voice->event->days->len == 1);
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
  gboolean run = runs_on (voice);
  PgPageRun *contents = pg_is_course (voice) ? NULL : pg_contents_pages (voice);
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

/* What an agenda has at least: rows, and lines besides their titles. */
typedef struct
{
  guint rows, lines;
} Bulk;

static void
add_people (Bulk *bulk, const GPtrArray *groups)
{
  for (guint g = 0; g < groups->len; g++)
    {
      const PgGroup *group = g_ptr_array_index (groups, g);
      for (guint s = 0; s < group->slots->len; s++)
        bulk->lines += ((const PgSlot *) g_ptr_array_index (group->slots, s))->people->len;
    }
}

static void
add_topic (const PgTopic *topic, gpointer data)
{
  Bulk *bulk = data;
  bulk->lines++;
  add_people (bulk, topic->groups);
}

/* The people of a session of talks stand on a line. */
static void
add_entry (Bulk *bulk, const PgEntry *entry)
{
  bulk->rows++;
  bulk->lines += entry->abstract != NULL ? entry->abstract->len : 0;
  if (entry->talks != NULL)
    bulk->lines += entry->talks->len;
  else
    add_people (bulk, entry->groups);
  pg_each_topic (entry->topics, add_topic, bulk);
}

static Bulk
bulk_of (const ProgrammeEvent *event)
{
  Bulk bulk = { 0, 0 };
  for (guint i = 0; i < event->front->len; i++)
    bulk.lines += ((const PgSection *) g_ptr_array_index (event->front, i))->body->len;
  for (guint d = 0; d < event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (event->days, d);
      for (guint e = 0; e < day->entries->len; e++)
        add_entry (&bulk, g_ptr_array_index (day->entries, e));
    }
  return bulk;
}

/* Whether so many pages could hold all of that, with the least leading; what cannot need not be tried. */
static gboolean
could_fit (const PgVoice *voice, guint n_pages)
{
  static const char *const styles[] = { "time-start", "break-title", "name",        "person",      "abstract",
                                        "front-text", "talk-title",  "topic-title", "course-title" };
  const PgPaper *paper = voice->paper;
  Bulk bulk = bulk_of (voice->event);
  double line = pg_style (voice, "plain-title")->leading, pad = pg_share (voice, "tight");
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    line = MIN (line, pg_style (voice, styles[i])->leading);
  pad *= pg_space (voice, "course-above") + pg_space (voice, "course-below");
  return bulk.rows * (line + pad) + bulk.lines * line <= n_pages * (paper->height - paper->top - paper->bottom);
}

/* A question: whether a run fits on its page, or on one as tall as two; what is set then, and otherwise. */
static GPtrArray *
question (const PgVoice *voice, const PgPageRun *run, guint n_pages, GPtrArray *then, GPtrArray *otherwise)
{
  PgPageRun *asked = pg_arena_new0 (voice->arena, PgPageRun);
  GPtrArray *runs = pg_arena_array (voice->arena);
  *asked = *run;
  asked->height += (n_pages - 1) * (run->height - run->top_continued - run->bottom);
  asked->then = then;
  asked->otherwise = otherwise;
  g_ptr_array_add (runs, asked);
  return runs;
}

/* An agenda without an introduction that takes more than a page, but no more than two with a head, has no cover: that would be
   a page more, half of them empty. */
static GPtrArray *
with_cover_or_head (const PgVoice *voice)
{
  GPtrArray *covered = all_pages (voice, TRUE);
  if (voice->event->front->len > 0 || !could_fit (voice, 2))
    return covered;
  GPtrArray *headed = all_pages (voice, FALSE);
  if (headed->len == 1 && covered->len == 2)
    return question (voice, g_ptr_array_index (covered, 1), 1, covered,
                     question (voice, g_ptr_array_index (headed, 0), 2, headed, covered));
  if (headed->len == 2)
    return question (voice, g_ptr_array_index (headed, 0), 1,
                     question (voice, g_ptr_array_index (headed, 1), 1, headed, covered), covered);
  return covered;
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
  GPtrArray *more = has_cover ? with_cover_or_head (voice) : all_pages (voice, FALSE);
  if (!could_fit (voice, 1))
    {
      manuscript->page_runs = more;
      return manuscript;
    }
  PgPageRun *page = pg_one_page (voice);
  page->otherwise = more;
  g_ptr_array_add (manuscript->page_runs, page);
  return manuscript;
}
