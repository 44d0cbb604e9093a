/* Enters: an event. Leaves: its cover as a poster in one colour: the day as a large figure, or the dates in words. */
#include "event/dates.h"
#include "event/names.h"
#include "event/words.h"
#include "piece/cover.h"
#include "say/furniture.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

/* "3" or, for several days of one month, "3–5", unless the event says its dates in words of its own. */
static char *
poster_figure (const PgJob *job)
{
  const GPtrArray *days = job->event->days;
  const PgDay *first = g_ptr_array_index (days, 0), *last = g_ptr_array_index (days, days->len - 1);
  gboolean is_range = job->event->dates == NULL && first->month == last->month && first->year == last->year
                      && first->day != last->day;
  return is_range ? pg_arena_printf (job->arena, "%d–%d", first->day, last->day)
                  : pg_arena_printf (job->arena, "%d", first->day);
}

/* The dates in words, where the figure and the month do not say as much. */
static PgBlock *
poster_dates (const PgJob *job, gboolean is_range)
{
  const PgDay *day = g_ptr_array_index (job->event->days, 0);
  g_autofree char *date = pg_date_format_skeleton (day, "yMMMMd", job->language);
  PgBlock *dates = PG_STACKED (job, pg_cover_dates, "cover-value");
  if (!is_range
      && (dates == NULL
          || g_strcmp0 (pg_block_paragraph (dates)->runs[0].text, pg_figures (job->arena, date, job->zero)) != 0))
    return dates;
  return job->second != NULL ? pg_cover_dates (job->second, "cover-value") : NULL;
}

/* Adds dates, place and reference to what stands beside or below the figure; white: the theme's name of that above each. */
static void
add_poster_facts (const PgJob *job, PgBlock *stack, PgBlock *dates, const char *white)
{
  PgBlock *lines[]
      = { dates, PG_STACKED (job, pg_say, "cover-value", job->event->venue), pg_cover_reference (job, "cover-value") };
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (lines[i] != NULL)
        lines[i]->before = pg_space (job, white);
      pg_block_add (stack, lines[i]);
    }
}

/* Month and year, the first line level with the top of figures in a style. */
static PgBlock *
poster_month (const PgJob *job, const PgStyle *style)
{
  const PgDay *day = g_ptr_array_index (job->event->days, 0);
  g_autofree char *month = pg_date_format_skeleton (day, "LLLL", job->language);
  PgBlock *column = pg_block_new (job->arena, PG_BLOCK_STACK, &day->place);
  g_autofree char *year = pg_date_format_skeleton (day, "y", job->language);
  const char *words = pg_arena_printf (job->arena, "%s\u2028%s", month, year);
  PgBlock *name = pg_say_figures (job, "cover-month", words, &day->place);
  double top = pg_style_baseline (style) - pg_style_cap_height (style);
  column->pad_above = MAX (0, top - pg_share (job, "poster-month-rise") * name->style->leading);
  pg_block_add (column, name);
  return column;
}

/* The figure reaches from its top to its baseline; what stands beside it starts no further to the left than it ends.
   foot: at the lower end of what stands beside it, or NULL. */
static PgBlock *
poster_large (const PgJob *job, const char *figure, const PgStyle *style, PgBlock *column, PgBlock *foot)
{
  double cap = pg_style_cap_height (style), top = pg_style_baseline (style) - cap;
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  row->align_tops = TRUE;
  pg_row_add (row, -pg_share (job, "poster-bearing") * style->size, 0,
              pg_say_figures (job, style->name, figure, &job->event->place))
      ->fit
      = PG_CELL_NATURAL;
  pg_row_add (row, job->details_x, 0, column);
  PgBlock *box = pg_box_new (job->arena, foot);
  if (box != NULL)
    {
      box->box_height = top + cap;
      box->vertical = PG_PLACE_END;
      pg_row_add (row, job->details_x, 0, box);
    }
  PgBlock *large = pg_block_new (job->arena, PG_BLOCK_PLACED, &job->event->place);
  large->extent = cap;
  pg_placed_add (large, 0, -top, job->width, row);
  return large;
}

/* The day's figure with the month beside it. Below the month stand place and hosts where one figure and two hosts, in one
   language, leave room, else they stand below the figure. */
static PgBlock *
poster_group (const PgJob *job)
{
  char *figure = poster_figure (job);
  gboolean is_range = strstr (figure, "–") != NULL;
  const PgStyle *style = pg_style (job, is_range ? "cover-days" : "cover-day");
  gboolean is_beside
      = !job->is_small && strlen (figure) == 1 && job->event->organisers->len <= 2 && job->second == NULL;
  PgBlock *column = poster_month (job, style), *facts = column, *hosts = NULL;
  if (is_beside)
    hosts = pg_cover_hosts (job, job->width - job->details_x, FALSE);
  else
    facts = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  add_poster_facts (job, facts, poster_dates (job, is_range), is_beside ? "poster-beside-white" : "poster-below-white");
  PgBlock *large = poster_large (job, figure, style, column, hosts);
  if (is_beside)
    return large;
  PgBlock *group = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  PgBlock *below[] = { facts->children->len > 0 ? facts : NULL, pg_cover_hosts (job, job->width, FALSE) };
  pg_block_add (group, large);
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    if (below[i] != NULL)
      {
        below[i]->before = pg_space (job, "poster-white");
        pg_block_add (group, below[i]);
      }
  return group;
}

/* Where a long title leaves no room for the figure, all that stood beside it is said in words. */
static void
add_words (const PgJob *job, PgBlock *placed)
{
  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  gboolean is_range = strstr (poster_figure (job), "–") != NULL;
  add_poster_facts (job, stack, PG_STACKED (job, pg_cover_dates, is_range ? "cover-value" : "cover-date"),
                    is_range ? "poster-below-white" : "poster-words-white");
  pg_placed_follow (placed, job->left, 0, job->width, pg_space (job, "poster-white"), stack);
  pg_placed_hang (placed, job->left, job->page_height - pg_cover_y (job, "cover-bottom"), job->width,
                  pg_cover_hosts (job, job->width, FALSE));
}

/* The series on the second axis, the draft mark at the far end. */
static PgBlock *
poster_head (const PgJob *job)
{
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  double mark = pg_is_draft (job) ? job->details_width * pg_share (job, "poster-draft") : 0;
  double gap = mark > 0 ? pg_space (job, "gutter") : 0;
  pg_row_add (row, job->details_x, job->details_width - mark - gap,
              PG_STACKED (job, pg_say, "cover-series", job->event->series));
  if (mark > 0)
    pg_row_add (row, job->width - mark, mark, pg_say_string (job, "cover-draft", pg_status (job), &job->event->place))
        ->fit
        = PG_CELL_AT_END;
  return row;
}

PgBlock *
pg_cover_poster (const PgJob *job, guint variant)
{
  PgBlock *placed = pg_block_new (job->arena, PG_BLOCK_PLACED, &job->event->place);
  double top = pg_cover_y (job, "cover-top");
  PgBlock *field = pg_block_new (job->arena, PG_BLOCK_FILL, NULL);
  field->colour = *pg_theme_colour (job->theme, "accent");
  field->width = job->page_width;
  field->height = job->page_height;
  pg_placed_add (placed, 0, 0, job->page_width, field);
  pg_placed_add (placed, job->left, top, job->details_x, pg_cover_mark (job));
  pg_placed_follow (placed, job->left, top, job->width, 0, poster_head (job));
  pg_cover_add_title (job, placed, job->left, job->width, top);
  if (job->event->days->len == 0)
    return placed;
  if (variant > 0)
    add_words (job, placed);
  else
    pg_placed_put (placed, (PgPlacement){ .x = job->left,
                                          .y = job->page_height - pg_cover_y (job, "cover-bottom"),
                                          .width = job->width,
                                          .hangs = TRUE,
                                          .white = pg_space (job, "poster-white"),
                                          .block = poster_group (job) });
  return placed;
}
