/* Enters: a day of the agenda. Leaves: its pages: heading, preamble and the table of its entries. */
#include "event/dates.h"
#include "event/words.h"
#include "say/pair.h"
#include "piece/parts.h"
#include "say/say.h"

#include <string.h>

char *
pg_day_plain_name (const PgJob *job, const PgDay *day)
{
  if (day->title != NULL)
    return pg_arena_strdup (job->arena, pg_plain (job, day->title));
  g_autofree char *date = pg_date_format (job->event, day, job->language);
  return pg_arena_strdup (job->arena, date);
}

PgBlock *
pg_day_name (const PgJob *job, const char *style, const PgDay *day)
{
  return day->title != NULL ? pg_say (job, style, day->title)
                            : pg_say_figures (job, style, pg_day_plain_name (job, day), &day->place);
}

PgBlock *
pg_day_number_block (const PgJob *job, const char *style, const PgDay *day)
{
  if (job->event->days->len < 2)
    return NULL;
  return pg_say_word_with (job, style, "day", pg_arena_printf (job->arena, "%u", day->number));
}

static PgBlock *
agenda_title (const PgJob *job, const char *style)
{
  PgBlock *title = job->event->agenda_title != NULL ? pg_say (job, style, job->event->agenda_title)
                                                    : pg_say_word (job, style, "agenda");
  title->role = PG_ROLE_H2;
  return title;
}

static PgBlock *
day_name (const PgJob *job, const char *style, const PgDay *day)
{
  PgBlock *name = pg_day_name (job, style, day);
  name->role = PG_ROLE_H3;
  return name;
}

static gboolean
is_first (const PgJob *job, const PgDay *day)
{
  return job->event->days->len > 0 && g_ptr_array_index (job->event->days, 0) == day;
}

/* A paragraph's wish to be narrower than its column, and the white below it, go with the row that holds it. */
static PgBlock *
on_axes (const PgJob *job, PgBlock *first, PgBlock *second)
{
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &second->place);
  if (first != NULL)
    pg_row_add (row, 0, job->details_x - pg_space (job, "gutter"), first);
  pg_row_add (row, job->details_x, job->details_width, second);
  row->before = second->before;
  row->after = second->after;
  row->keep_with_next = row->keep_together = TRUE;
  return row;
}

static void
add_heading (PgBlock *flow, PgBlock *heading)
{
  if (heading == NULL)
    return;
  heading->keep_with_next = heading->keep_together = TRUE;
  pg_block_add (flow, heading);
}

static void
add_heading_beside (const PgJob *job, PgBlock *flow, const PgDay *day)
{
  if (is_first (job, day))
    pg_block_add (flow, on_axes (job, NULL, PG_IN_DETAILS (job, agenda_title, "document-heading")));
  pg_block_add (flow, on_axes (job, pg_day_number_block (job->first, "day-number", day),
                               PG_IN_DETAILS (job, day_name, "day-name", day)));
}

/* The weekday on a line of its own above day and month, where the day has no title of its own. */
static PgBlock *
large_day_name (const PgJob *job, const PgDay *day)
{
  if (day->title != NULL || pg_date_pattern (job->event, job->language) != NULL)
    return day_name (job, "day-name", day);
  g_autofree char *lower = pg_date_format_skeleton (day, "EEEE", job->language), *weekday = pg_capitalised (lower);
  g_autofree char *date = pg_date_format_skeleton (day, "MMMMd", job->language);
  PgBlock *name
      = pg_say_figures (job, "day-name", pg_arena_printf (job->arena, "%s\u2028%s", weekday, date), &day->place);
  name->role = PG_ROLE_H3;
  return name;
}

static void
add_heading_large (const PgJob *job, PgBlock *flow, const PgDay *day)
{
  PgBlock *beside = pg_block_new (job->arena, PG_BLOCK_STACK, &day->place);
  if (is_first (job, day))
    pg_block_add (beside, PG_STACKED (job, agenda_title, "day-number"));
  pg_block_add (beside, pg_day_number_block (job->first, "day-number", day));
  PgBlock *first = beside->children->len > 0 ? beside : NULL;
  pg_block_add (flow, on_axes (job, first, PG_IN_DETAILS (job, large_day_name, day)));
}

/* "Agenda · Day 1" */
static PgBlock *
centred_number (const PgJob *job, const PgDay *day)
{
  PgBlock *above = pg_paragraph (job, "day-number", &day->place);
  if (is_first (job, day))
    {
      above->role = PG_ROLE_H2;
      if (job->event->agenda_title != NULL)
        pg_add_text (job, above, NULL, job->event->agenda_title);
      else
        pg_add_word (job, above, NULL, "agenda");
    }
  if (job->event->days->len > 1)
    {
      if (above->n_runs > 0)
        pg_add_string (job, above, NULL, " · ");
      char *number = pg_arena_printf (job->arena, "%u", day->number);
      pg_add_figures (job, above, NULL, pg_word_with (job->event, job->arena, "day", job->language, number));
    }
  return above->n_runs > 0 ? above : NULL;
}

static void
add_heading_centred (const PgJob *job, PgBlock *flow, const PgDay *day)
{
  add_heading (flow, PG_STACKED (job, centred_number, day));
  add_heading (flow, PG_STACKED (job, day_name, "day-name", day));
}

static PgBlock *
head_cell (const PgJob *job, const char *key, const char *more, gboolean continued)
{
  PgBlock *cell = pg_say_word (job, "table-head", key);
  if (more != NULL && !job->is_second)
    pg_add_string (job, cell, NULL, pg_in_brackets (job, more));
  if (continued)
    {
      const char *word = pg_word (job->event, "continued", job->language, NULL);
      pg_add_string (job, cell, "table-continued", pg_in_brackets (job, word));
    }
  return cell;
}

static PgBlock *
head_row (const PgJob *job, const PgDay *day, gboolean continued)
{
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &day->place);
  g_autofree char *first = pg_zone_format (job->event, day, job->language);
  g_autofree char *second = pg_second_zone_format (job->event, day, job->language);
  const char *zone = first != NULL && second != NULL ? pg_arena_printf (job->arena, "%s / %s", first, second) : first;
  row->role = PG_ROLE_TR;
  row->rule_above = pg_theme_rule (job->theme, "table");
  row->pad_above = pg_space (job, "head-above");
  row->pad_below = pg_space (job, "head-below");
  pg_row_add (row, 0, job->details_x, PG_STACKED (job, head_cell, "time", zone, FALSE));
  pg_row_add (row, job->details_x, job->details_width, PG_IN_DETAILS (job, head_cell, "details", NULL, continued))
      ->is_pair
      = pg_is_parallel (job);
  return row;
}

static PgBlock *
end_block (const PgJob *job, const PgDay *day)
{
  char *number = pg_arena_printf (job->arena, "%u", day->number);
  return day->end != NULL ? pg_say (job, "day-end", day->end) : pg_say_word_with (job, "day-end", "end-of-day", number);
}

static PgBlock *
end_row (const PgJob *job, const PgDay *day)
{
  if (!day->has_end)
    return NULL;
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &day->place);
  row->rule_above = pg_theme_rule (job->theme, "day-end");
  row->pad_above = pg_space (job, "end-above");
  row->pad_below = pg_space (job, "end-below");
  row->before = pg_space (job, "end-before");
  row->keep_with_previous = row->keep_together = TRUE;
  pg_row_add (row, 0, job->details_x, NULL);
  pg_row_add (row, job->details_x, job->details_width, PG_IN_DETAILS (job, end_block, day))->is_pair
      = pg_is_parallel (job);
  return row;
}

static PgBlock *
day_table (const PgJob *job, const PgDay *day)
{
  if (day->entries->len == 0 && !day->has_end)
    return NULL;
  PgBlock *table = pg_block_new (job->arena, PG_BLOCK_TABLE, &day->place);
  table->head = head_row (job, day, FALSE);
  table->head_continued = head_row (job, day, TRUE);
  table->rule_split = pg_theme_rule (job->theme, "table-split");
  table->rule_end = pg_theme_rule (job->theme, "table-end");
  table->before = pg_space (job, "table-before");
  for (guint i = 0; i < day->entries->len; i++)
    pg_block_add (table, pg_entry_row (job, day, g_ptr_array_index (day->entries, i)));
  pg_block_add (table, end_row (job, day));
  return table;
}

static PgBlock *
note_block (const PgJob *job, const PgDay *day)
{
  PgBlock *note = pg_block_new (job->arena, PG_BLOCK_STACK, &day->place);
  pg_add_body (job, note, "day-note", day->note);
  return note;
}

/* The preamble stands on the second axis, or in the middle column of a centred theme. */
static void
add_note (const PgJob *job, PgBlock *flow, const PgDay *day, gboolean centred)
{
  if (day->note == NULL)
    return;
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &day->place);
  if (centred)
    pg_row_add (row, 0, job->width, PG_IN_WIDTH (job, note_block, day));
  else
    pg_row_add (row, job->details_x, job->details_width, PG_IN_DETAILS (job, note_block, day));
  row->before = pg_style (job, "day-note")->before;
  row->after = pg_style (job, "day-note")->after;
  pg_block_add (flow, row);
}

/* What the far end of the running head says: the day's number and name. */
static PgBlock *
running_day (const PgJob *job, const PgDay *day)
{
  PgBlock *line = pg_paragraph (job, "running-day", &day->place);
  if (job->event->days->len > 1 && pg_theme_is (job->theme, "arrangement", "running", "axes"))
    {
      char *number = pg_arena_printf (job->arena, "%u", day->number);
      const char *words = pg_word_with (job->event, job->arena, "day", job->language, number);
      pg_add_figures (job, line, "running-day-number", words);
      pg_add_string (job, line, "running-day-number", PG_NAME_GAP);
    }
  if (day->title != NULL)
    pg_add_text (job, line, NULL, day->title);
  else
    pg_add_figures (job, line, NULL, pg_day_plain_name (job, day));
  return line;
}

PgPageRun *
pg_day_pages (const PgJob *job, const PgDay *day)
{
  PgBlock *flow = pg_block_new (job->arena, PG_BLOCK_STACK, &day->place);
  gboolean centred = pg_theme_is (job->theme, "arrangement", "day", "centred");
  flow->role = PG_ROLE_SECT;
  flow->anchor = pg_arena_printf (job->arena, "day-%u", day->number);
  flow->bookmark = pg_day_plain_name (job, day);
  flow->bookmark_level = 1;
  if (centred)
    add_heading_centred (job, flow, day);
  else if (pg_theme_is (job->theme, "arrangement", "day", "large"))
    add_heading_large (job, flow, day);
  else
    add_heading_beside (job, flow, day);
  if (day->subtitle != NULL)
    add_heading (flow, centred ? PG_STACKED (job, pg_say, "day-subtitle", day->subtitle)
                               : on_axes (job, NULL, PG_IN_DETAILS (job, pg_say, "day-subtitle", day->subtitle)));
  add_note (job, flow, day, centred);
  pg_block_add (flow, day_table (job, day));
  const GPtrArray *organisers = day->organisers->len > 0 ? day->organisers : job->event->organisers;
  return pg_pages_new (job, flow, day->running_head, PG_IN_HEAD (job, running_day, day), organisers);
}
