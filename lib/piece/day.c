/* Enters: a day of the agenda. Leaves: its pages: heading, preamble and the table of its entries. */
#include "event/dates.h"
#include "event/words.h"
#include "event/zones.h"
#include "say/notes.h"
#include "say/pair.h"
#include "piece/parts.h"
#include "say/say.h"

#include <string.h>

char *
pg_day_plain_name (const PgVoice *voice, const PgDay *day)
{
  if (day->title != NULL)
    return pg_arena_strdup (voice->arena, pg_plain (voice, day->title));
  g_autofree char *date = pg_date_format (voice->event, day, PG_DATE_HEAD, voice->language);
  return pg_arena_strdup (voice->arena, date);
}

PgBlock *
pg_day_name (const PgVoice *voice, const char *style, const PgDay *day)
{
  return day->title != NULL ? pg_say (voice, style, day->title)
                            : pg_say_figures (voice, style, pg_day_plain_name (voice, day), &day->place);
}

PgBlock *
pg_day_date_block (const PgVoice *voice, const char *style, const PgDay *day)
{
  g_autofree char *date = pg_date_format (voice->event, day, PG_DATE_HEAD_DAY, voice->language);
  return pg_say_figures (voice, style, date, &day->place);
}

PgBlock *
pg_day_start_block (const PgVoice *voice, const char *style, const PgDay *day)
{
  const PgEntry *first = day->entries->len > 0 ? g_ptr_array_index (day->entries, 0) : NULL;
  PgBlock *line = pg_paragraph (voice, style, &day->place);
  if (day->without_times && first != NULL && !first->unsure)
    {
      PgEntry start = { .start = first->start, .end = -1, .place = first->start_place };
      pg_add_runs (voice, line, pg_times_block (voice, day, &start, style, NULL, FALSE));
    }
  if (day->room != NULL)
    pg_add_room (voice, line, day->room);
  return line->n_runs > 0 ? line : NULL;
}

void
pg_add_day_start (const PgVoice *voice, PgBlock *line, const char *style, const PgDay *day)
{
  PgBlock *start = pg_day_start_block (voice, style, day);
  if (start == NULL)
    return;
  pg_add_string (voice, line, NULL, PG_DOT);
  pg_add_runs (voice, line, start);
}

PgBlock *
pg_day_number_block (const PgVoice *voice, const char *style, const PgDay *day)
{
  if (voice->event->days->len < 2)
    return NULL;
  return pg_say_word_with (voice, style, "day", pg_arena_printf (voice->arena, "%u", day->number));
}

/* "Day 1" beside the day's name; NULL where it has no number, or where its title says that: "Day 1: Arrivals". */
static const char *
number_beside_name (const PgVoice *voice, const PgDay *day)
{
  if (voice->event->days->len < 2)
    return NULL;
  const char *title = pg_plain (voice, day->title);
  const char *number = pg_word_with (voice->event, voice->arena, "day", voice->language,
                                     pg_arena_printf (voice->arena, "%u", day->number));
  return title != NULL && pg_word_is_said (number, title) ? NULL : number;
}

PgBlock *
pg_day_number_beside (const PgVoice *voice, const char *style, const PgDay *day)
{
  return pg_say_figures (voice, style, number_beside_name (voice, day), &day->place);
}

static PgBlock *
agenda_title (const PgVoice *voice, const char *style)
{
  PgBlock *title = voice->event->agenda_title != NULL ? pg_say (voice, style, voice->event->agenda_title)
                                                      : pg_say_word (voice, style, "agenda");
  title->role = PG_ROLE_H2;
  return title;
}

static PgBlock *
day_name (const PgVoice *voice, const char *style, const PgDay *day)
{
  PgBlock *name = pg_day_name (voice, style, day);
  name->role = PG_ROLE_H3;
  return name;
}

static gboolean
is_first (const PgVoice *voice, const PgDay *day)
{
  return voice->event->days->len > 0 && g_ptr_array_index (voice->event->days, 0) == day;
}

static PgBlock *
above (const PgVoice *voice, PgBlock *first, PgBlock *second)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &second->place);
  stack->before = second->before;
  stack->after = second->after;
  first->keep_with_next = TRUE;
  pg_block_add (stack, first);
  pg_block_add (stack, second);
  return stack;
}

/* A paragraph's wish to be narrower than its column, and the white below it, go with the row that holds it. */
static PgBlock *
on_axes (const PgVoice *voice, PgBlock *first, PgBlock *second)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &second->place);
  if (first != NULL && voice->paper->details_x <= 0)
    second = above (voice, first, second);
  else if (first != NULL)
    pg_row_add (row, 0, voice->paper->details_x - pg_space (voice, "gutter"), first);
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, second);
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

static PgBlock *
agenda_groups (const PgVoice *voice)
{
  return pg_standing_block (voice, voice->event->groups, PG_AGENDA_ANCHOR, &voice->event->place);
}

void
pg_agenda_heading (const PgVoice *voice, PgBlock *flow)
{
  if (pg_theme_is (voice->theme, "arrangement", "day", "centred"))
    add_heading (flow, PG_STACKED (voice, agenda_title, "document-heading"));
  else
    pg_block_add (flow, on_axes (voice, NULL, PG_IN_DETAILS (voice, agenda_title, "document-heading")));
  pg_block_add (flow, agenda_groups (voice));
}

/* groups: of all days, or NULL. */
static void
add_heading_beside (const PgVoice *voice, PgBlock *flow, const PgDay *day, PgBlock *groups)
{
  if (is_first (voice, day))
    pg_block_add (flow, on_axes (voice, NULL, PG_IN_DETAILS (voice, agenda_title, "document-heading")));
  pg_block_add (flow, groups);
  pg_block_add (flow, on_axes (voice, pg_day_number_beside (voice->first, "day-number", day),
                               PG_IN_DETAILS (voice, day_name, "day-name", day)));
}

/* Whether the event says in one of the languages how dates are written: then all have them whole. */
static gboolean
has_own_dates (const PgVoice *voice)
{
  const char *second = voice->request->second;
  return pg_date_pattern (voice->event, voice->request->language) != NULL
         || (second != NULL && pg_date_pattern (voice->event, second) != NULL);
}

/* Weekday, and day and month, on a line each, in the language's order, where the day has no title of its own. */
static PgBlock *
large_day_name (const PgVoice *voice, const PgDay *day)
{
  if (day->title != NULL || has_own_dates (voice))
    return day_name (voice, "day-name", day);
  g_autofree char *weekday = pg_date_format (voice->event, day, PG_DATE_WEEKDAY, voice->language);
  g_autofree char *date = pg_date_format (voice->event, day, PG_DATE_DAY, voice->language);
  gboolean is_last = pg_date_is_weekday_last (voice->event, voice->language);
  const char *words = pg_arena_printf (voice->arena, "%s\u2028%s", is_last ? date : weekday, is_last ? weekday : date);
  PgBlock *name = pg_say_figures (voice, "day-name", words, &day->place);
  name->role = PG_ROLE_H3;
  return name;
}

static void
add_heading_large (const PgVoice *voice, PgBlock *flow, const PgDay *day)
{
  PgBlock *beside = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place);
  if (is_first (voice, day))
    pg_block_add (beside, PG_STACKED (voice, agenda_title, "day-number"));
  pg_block_add (beside, pg_day_number_beside (voice->first, "day-number", day));
  PgBlock *first = beside->children->len > 0 ? beside : NULL;
  pg_block_add (flow, on_axes (voice, first, PG_IN_DETAILS (voice, large_day_name, day)));
}

/* "Agenda · Day 1" */
static PgBlock *
centred_number (const PgVoice *voice, const PgDay *day)
{
  PgBlock *above = pg_paragraph (voice, "day-number", &day->place);
  if (is_first (voice, day))
    {
      above->role = PG_ROLE_H2;
      if (voice->event->agenda_title != NULL)
        pg_add_text (voice, above, NULL, voice->event->agenda_title);
      else
        pg_add_word (voice, above, NULL, "agenda");
    }
  const char *number = number_beside_name (voice, day);
  if (number != NULL)
    {
      if (above->n_runs > 0)
        pg_add_string (voice, above, NULL, " · ");
      pg_add_figures (voice, above, NULL, number);
    }
  return above->n_runs > 0 ? above : NULL;
}

static PgBlock *
day_when (const PgVoice *voice, const PgDay *day)
{
  PgBlock *when = pg_day_name (voice, "day-start", day);
  pg_add_day_start (voice, when, "day-start", day);
  when->role = PG_ROLE_H3;
  return when;
}

/* Where an evening is all there is, what it is stands above its date. */
static void
add_heading_of_evening (const PgVoice *voice, PgBlock *flow, const PgDay *day)
{
  add_heading (flow, PG_STACKED (voice, agenda_title, "day-name"));
  add_heading (flow, PG_STACKED (voice, day_when, day));
}

static void
add_heading_centred (const PgVoice *voice, PgBlock *flow, const PgDay *day)
{
  add_heading (flow, PG_STACKED (voice, centred_number, day));
  add_heading (flow, PG_STACKED (voice, day_name, "day-name", day));
}

static PgBlock *
head_cell (const PgVoice *voice, const char *key, const char *more, gboolean continued)
{
  PgBlock *cell = pg_say_word (voice, "table-head", key);
  if (more != NULL && !voice->is_second)
    pg_add_string (voice, cell, NULL, pg_in_brackets (voice, more));
  if (continued)
    {
      const char *word = pg_word (voice->event, "continued", voice->language, NULL);
      pg_add_string (voice, cell, "table-continued", pg_in_brackets (voice, word));
    }
  return cell;
}

/* The figures in a zone's name are the language's, those in a label of the event's are its own. */
static const char *
zone_words (const PgVoice *voice, char *name, gboolean is_own)
{
  const char *words = pg_arena_strdup (voice->arena, name);
  g_free (name);
  return is_own ? words : pg_in_figures (voice, words);
}

/* "KST / CET", or NULL. */
static const char *
zones_line (const PgVoice *voice, const PgDay *day)
{
  const ProgrammeEvent *event = voice->event;
  const char *first = zone_words (voice, pg_zone_format (event, day, voice->language),
                                  day->zone_label != NULL || event->zone_label != NULL);
  const char *second
      = zone_words (voice, pg_second_zone_format (event, day, voice->language), event->second_zone_label != NULL);
  if (first == NULL || second == NULL)
    return first;
  return pg_arena_printf (voice->arena, "%s / %s", pg_isolated (voice->arena, first, voice->language),
                          pg_isolated (voice->arena, second, voice->language));
}

static PgBlock *
head_row (const PgVoice *voice, const PgDay *day, gboolean continued)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &day->place);
  const char *zone = zones_line (voice, day);
  row->rule_above = pg_theme_rule (voice->theme, "table");
  row->pad_above = pg_space (voice, "head-above");
  row->pad_below = pg_space (voice, "head-below");
  pg_row_add (row, 0, voice->paper->details_x, PG_STACKED (voice, head_cell, "time", zone, FALSE));
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width,
              PG_IN_DETAILS (voice, head_cell, "details", NULL, continued))
      ->is_pair
      = pg_is_parallel (voice);
  return row;
}

/* Rows of one column are no table for those who read. */
static void
add_row (const PgVoice *voice, PgBlock *table, PgBlock *row)
{
  if (row != NULL && voice->paper->details_x <= 0)
    row->role = table->role = PG_ROLE_NONE;
  pg_block_add (table, row);
}

/* A row or several; the rule above the first one may be the table's. */
static void
add_rows (const PgVoice *voice, PgBlock *table, PgBlock *rows)
{
  if (rows->kind != PG_BLOCK_STACK)
    add_row (voice, table, rows);
  for (guint i = 0; rows->kind == PG_BLOCK_STACK && i < rows->children->len; i++)
    add_row (voice, table, g_ptr_array_index (rows->children, i));
  if (table->rule_above != NULL)
    ((PgBlock *) g_ptr_array_index (table->children, 0))->rule_above = NULL;
}

/* Without times no head says what is below it, and its rule is the first row's. */
static void
add_head (const PgVoice *voice, PgBlock *table, const PgDay *day)
{
  if (day->without_times)
    {
      table->rule_above = pg_theme_rule (voice->theme, "untimed");
      return;
    }
  pg_table_set_head (table, head_row (voice, day, FALSE), head_row (voice, day, TRUE));
}

PgBlock *
pg_day_table (const PgVoice *voice, const PgDay *day)
{
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &day->place);
  add_head (voice, table, day);
  table->rule_split = pg_theme_rule (voice->theme, "table-split");
  table->rule_end = pg_theme_rule (voice->theme, day->without_times ? "untimed-end"
                                                 : day->has_end     ? "day-close"
                                                                    : "table-end");
  table->before = pg_space (voice, "table-before");
  return table;
}

static PgBlock *
day_table (const PgVoice *voice, const PgDay *day)
{
  if (day->entries->len == 0 && !day->has_end)
    return NULL;
  PgBlock *table = pg_day_table (voice, day);
  const PgEntry *before = NULL;
  for (guint i = 0; i < day->entries->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      add_rows (voice, table, pg_entry_row (voice, day, before, entry));
      before = entry;
    }
  add_row (voice, table, pg_day_end_row (voice, day));
  return table;
}

static PgBlock *
note_block (const PgVoice *voice, const PgDay *day)
{
  PgBlock *note = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place);
  pg_add_body (voice, note, "day-note", PG_ROLE_H3, day->note);
  return note;
}

/* The preamble stands where the text of entries does, or in the middle column of a centred theme. */
static void
add_note (const PgVoice *voice, PgBlock *flow, const PgDay *day, gboolean centred)
{
  if (day->note == NULL)
    return;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &day->place);
  if (centred)
    pg_row_add (row, 0, voice->paper->measure, PG_IN_WIDTH (voice, note_block, day));
  else
    pg_row_add (row, voice->paper->text_x, voice->paper->text_width, PG_IN_TEXT (voice, note_block, day));
  row->before = pg_style (voice, "day-note")->before;
  row->after = pg_style (voice, "day-note")->after;
  pg_block_add (flow, row);
}

/* What sets those apart who present: once a day, above its table. */
static void
add_legend (const PgVoice *voice, PgBlock *flow, const PgDay *day, gboolean centred)
{
  if (!pg_day_presents (day))
    return;
  add_heading (flow, centred ? PG_STACKED (voice, pg_legend_block, day)
                             : on_axes (voice, NULL, PG_IN_DETAILS (voice, pg_legend_block, day)));
}

/* What the far end of the running head says: the day's number and name. */
static PgBlock *
running_day (const PgVoice *voice, const PgDay *day)
{
  PgBlock *line = pg_paragraph (voice, "running-day", &day->place);
  const char *number = number_beside_name (voice, day);
  if (number != NULL && pg_theme_is (voice->theme, "arrangement", "running", "axes"))
    {
      pg_add_figures (voice, line, "running-day-number", number);
      pg_add_string (voice, line, "running-day-number", PG_NAME_GAP);
    }
  if (day->title != NULL)
    pg_add_text (voice, line, NULL, day->title);
  else
    pg_add_figures (voice, line, NULL, pg_day_plain_name (voice, day));
  return line;
}

static gboolean
has_composers (const PgDay *day)
{
  for (guint i = 0; i < day->entries->len; i++)
    {
      const GPtrArray *works = ((const PgEntry *) g_ptr_array_index (day->entries, i))->works;
      for (guint j = 0; works != NULL && j < works->len; j++)
        if (((const PgWork *) g_ptr_array_index (works, j))->composer != NULL)
          return TRUE;
    }
  return FALSE;
}

/* What is said of a day without a column of times begins at the edge, or after a column of composers. */
static const PgVoice *
voice_of_day (const PgVoice *voice, const PgDay *day)
{
  if (!day->without_times)
    return voice;
  gboolean has_column = has_composers (day) && !voice->paper->text_below;
  double axis = has_column ? pg_space (voice, "composer") + pg_space (voice, "gutter") : 0;
  return pg_voice_inset (voice, axis - voice->paper->details_x, voice->paper->measure - axis);
}

/* The heading in the theme's way, with who is there on all days. */
static void
add_day_heading (const PgVoice *voice, PgBlock *flow, const PgDay *day, gboolean has_heading, PgBlock *groups)
{
  gboolean is_beside = pg_theme_is (voice->theme, "arrangement", "day", "beside"),
           is_centred = pg_theme_is (voice->theme, "arrangement", "day", "centred"),
           is_only = voice->event->days->len == 1;
  if (!is_beside && !is_only)
    pg_block_add (flow, groups);
  if (!has_heading)
    return;
  if (is_centred && day->without_times && voice->event->days->len == 1)
    {
      add_heading_of_evening (voice, flow, day);
      return;
    }
  if (is_beside)
    add_heading_beside (voice, flow, day, groups);
  else if (is_centred)
    add_heading_centred (voice, flow, day);
  else
    add_heading_large (voice, flow, day);
  if (!is_beside && is_only)
    pg_block_add (flow, groups);
  PgBlock *start = is_centred ? PG_STACKED (voice, pg_day_start_block, "day-start", day)
                              : PG_IN_DETAILS (voice, pg_day_start_block, "day-start", day);
  if (start != NULL)
    add_heading (flow, is_centred ? start : on_axes (voice, NULL, start));
}

PgBlock *
pg_day_flow (const PgVoice *outer, const PgDay *day, PgDayHeading heading)
{
  const PgVoice *voice = voice_of_day (outer, day);
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place);
  gboolean centred = pg_theme_is (voice->theme, "arrangement", "day", "centred");
  flow->role = PG_ROLE_SECT;
  flow->anchor = pg_arena_printf (voice->arena, "day-%u", day->number);
  flow->bookmark = pg_day_plain_name (voice, day);
  flow->bookmark_level = 1;
  flow->part = day->number;
  gboolean has_groups = heading == PG_DAY_HEADING_AND_GROUPS && is_first (voice, day);
  add_day_heading (voice, flow, day, heading != PG_DAY_NO_HEADING, has_groups ? agenda_groups (voice) : NULL);
  if (day->subtitle != NULL)
    add_heading (flow, centred ? PG_STACKED (voice, pg_say, "day-subtitle", day->subtitle)
                               : on_axes (voice, NULL, PG_IN_DETAILS (voice, pg_say, "day-subtitle", day->subtitle)));
  add_note (voice, flow, day, centred);
  pg_block_add (flow, pg_standing_block (voice, day->groups, NULL, &day->place));
  add_legend (voice, flow, day, centred);
  pg_block_add (flow, day_table (voice, day));
  pg_notes_place (flow, voice->paper->text_x, 0);
  return flow;
}

void
pg_add_days (const PgVoice *voice, PgBlock *flow, PgDayHeading heading, double white, double least_space)
{
  const GPtrArray *days = voice->event->days;
  if (pg_is_course (voice))
    {
      PgBlock *course = pg_course_flow (voice, heading);
      course->before = voice->event->front->len > 0 ? white : 0;
      pg_block_add (flow, course);
      return;
    }
  for (guint i = 0; i < days->len; i++)
    {
      PgBlock *day = pg_day_flow (voice, g_ptr_array_index (days, i), heading);
      day->before = white;
      day->least_space = least_space;
      pg_block_add (flow, day);
    }
}

static PgBlock *
running_dates (const PgVoice *voice, const PgDay *first, const PgDay *last)
{
  PgBlock *line = pg_paragraph (voice, "running-day", &first->place);
  g_autofree char *dates = pg_dates_format_range (voice->event, first, last, voice->language);
  pg_add_figures (voice, line, NULL, pg_arena_strdup (voice->arena, dates));
  return line;
}

/* What the far end says where days run on: the day, or the dates of the first to the last of them; nothing behind them. */
static PgBlock *
say_days (const PgVoice *voice, guint first, guint last)
{
  const GPtrArray *days = voice->event->days;
  if (first > days->len)
    return NULL;
  const PgDay *from = g_ptr_array_index (days, first - 1), *to = g_ptr_array_index (days, MIN (last, days->len) - 1);
  if (from == to)
    return PG_IN_HEAD (voice, running_day, from);
  return from->year > 0 && to->year > 0 ? PG_IN_HEAD (voice, running_dates, from, to) : NULL;
}

PgPageRun *
pg_running_days (const PgVoice *voice, PgBlock *front, PgDayHeading heading)
{
  const GPtrArray *days = voice->event->days;
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *const after[] = { pg_texts_flow (voice), pg_back_flow (voice) };
  const PgDay *only = days->len == 1 ? g_ptr_array_index (days, 0) : NULL;
  double text = voice->paper->height - voice->paper->top - voice->paper->bottom;
  pg_block_add (flow, front);
  pg_add_days (voice, flow, heading, pg_space (voice, "days-before"), text * pg_share (voice, "day-space"));
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      if (after[i] == NULL)
        continue;
      after[i]->before = pg_space (voice, "days-before");
      after[i]->least_space = text; /* whole, or on the next page */
      after[i]->part = days->len + 1;
      pg_block_add (flow, after[i]);
    }
  const GPtrArray *organisers = only != NULL && only->organisers->len > 0 ? only->organisers : voice->event->organisers;
  PgPageRun *run = pg_pages_new (voice, flow, only != NULL ? only->running_head : NULL,
                                 only != NULL ? PG_IN_HEAD (voice, running_day, only) : NULL, organisers);
  if (only == NULL)
    pg_pages_say_parts (voice, run, say_days, organisers);
  return run;
}

PgPageRun *
pg_day_pages (const PgVoice *voice, const PgDay *day, PgDayHeading heading)
{
  const GPtrArray *organisers = day->organisers->len > 0 ? day->organisers : voice->event->organisers;
  return pg_pages_new (voice, pg_day_flow (voice, day, heading), day->running_head,
                       PG_IN_HEAD (voice, running_day, day), organisers);
}
