/* Enters: an entry of the agenda. Leaves: its row in the day's table. */
#include "event/dates.h"
#include "event/names.h"
#include "event/times.h"
#include "event/words.h"
#include "event/zones.h"
#include "piece/parts.h"
#include "say/clock.h"
#include "say/pair.h"
#include "piece/persons.h"
#include "say/say.h"

#include <string.h>

static PgTimeStyle
time_style (const PgVoice *voice, const PgDay *day)
{
  return pg_time_style (voice->request, voice->language, day);
}

/* The figure space that stands for an hour's missing digit aligns starts below each other where all are of one size;
   elsewhere it is a hole. */
static const char *
without_figure_space (const char *time)
{
  return g_str_has_prefix (time, "\u2007") ? time + strlen ("\u2007") : time;
}

/* Between two times: the sign of the language, or the theme's. */
static const char *
times_dash (const PgVoice *voice)
{
  const char *own = pg_language_entry (voice->language, "formats", "times-dash");
  return own != NULL ? own : pg_theme_word (voice->theme, "times", "separator");
}

/* What a language says after times in its usual style, such as "o'clock". */
static void
add_after_times (const PgVoice *voice, const PgDay *day, PgBlock *line, const char *style)
{
  const char *words = pg_after_times (voice->request, voice->language, day);
  if (words != NULL)
    pg_add_string (voice, line, style, pg_arena_printf (voice->arena, "\u00A0%s", words));
}

/* A time; what follows its figures, such as "pm", in a smaller style (or NULL). */
static PgBlock *
time_line (const PgVoice *voice, const char *style, const char *word_style, const char *time, const PgPlace *place)
{
  const char *word = word_style != NULL ? strstr (time, "\u00A0") : NULL;
  if (word == NULL)
    return pg_say_figures (voice, style, time, place);
  PgBlock *line = pg_say_figures (voice, style, pg_arena_strndup (voice->arena, time, word - time), place);
  pg_add_figures (voice, line, word_style, word);
  return line;
}

PgBlock *
pg_times_block (const PgVoice *voice, const PgDay *day, const PgEntry *entry, const char *start_style,
                const char *end_style, gboolean stacked)
{
  PgTimeStyle style = time_style (voice, day);
  if (entry->without_times)
    return NULL;
  g_autofree char *start = pg_time_format (style, entry->start, voice->language);
  gboolean one_size = !stacked && end_style != NULL && !voice->paper->facing
                      && pg_theme_is (voice->theme, "arrangement", "times", "line");
  PgBlock *line = time_line (voice, start_style, stacked && style == PG_TIMES_12H ? end_style : NULL,
                             one_size ? start : without_figure_space (start), &entry->place);
  if (entry->end < 0 || end_style == NULL)
    {
      add_after_times (voice, day, line, NULL);
      return line;
    }
  g_autofree char *end = pg_time_format (style, entry->end, voice->language);
  const char *dash = times_dash (voice);
  if (!stacked)
    {
      pg_add_string (voice, line, end_style, dash);
      pg_add_figures (voice, line, end_style, without_figure_space (end));
      add_after_times (voice, day, line, end_style);
      return line;
    }
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  stack->keep_together = TRUE;
  PgBlock *below = pg_say_string (voice, end_style, dash, &entry->place);
  pg_add_figures (voice, below, NULL, without_figure_space (end));
  add_after_times (voice, day, below, NULL);
  pg_block_add (stack, line);
  pg_block_add (stack, below);
  return stack;
}

#define DAY_MINUTES (24 * 60)

/* Adds a time in the second zone; where it is on another date there than the one above the table, a raised figure says by
   how many days. */
static void
add_second_time (const PgVoice *voice, PgBlock *line, const PgDay *day, int minute)
{
  int second = 0;
  pg_second_zone_minute (voice->event, day, minute, &second);
  int days = (second + DAY_MINUTES * 2) / DAY_MINUTES - 2;
  g_autofree char *time = pg_time_format (time_style (voice, day), second - days * DAY_MINUTES, voice->language);
  gboolean is_aligned = line->n_runs == 0 && pg_theme_is (voice->theme, "arrangement", "times", "line");
  pg_add_figures (voice, line, NULL, is_aligned ? time : without_figure_space (time));
  if (days == 0)
    return;
  pg_add_figures (voice, line, NULL, pg_arena_printf (voice->arena, "%s%d", days > 0 ? "+" : "\u2212", ABS (days)));
  line->runs[line->n_runs - 1].flags = PG_RUN_SUPERSCRIPT;
}

PgBlock *
pg_with_second_zone (const PgVoice *voice, const PgDay *day, const PgEntry *entry, PgBlock *times)
{
  int unused;
  if (times == NULL || !pg_second_zone_minute (voice->event, day, entry->start, &unused))
    return times;
  PgBlock *line = pg_paragraph (voice, "second-zone", &entry->place);
  add_second_time (voice, line, day, entry->start);
  if (entry->end >= 0)
    {
      pg_add_string (voice, line, NULL, times_dash (voice));
      add_second_time (voice, line, day, entry->end);
    }
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  stack->keep_together = TRUE;
  pg_block_add (stack, times);
  pg_block_add (stack, line);
  return stack;
}

char *
pg_entry_anchor (const PgVoice *voice, const PgEntry *entry)
{
  return pg_arena_printf (voice->arena, "entry-%s", entry->id);
}

char *
pg_entry_label (const PgVoice *voice, const PgEntry *entry)
{
  if (entry->kind != PG_ENTRY_SESSION || entry->word == NULL)
    return NULL;
  gboolean is_plain_session = strcmp (entry->word, "session") == 0;
  if (entry->number == NULL)
    return is_plain_session
               ? NULL
               : pg_arena_strdup (voice->arena, pg_word (voice->event, entry->word, voice->language, NULL));
  if (is_plain_session)
    return pg_figures (voice->arena,
                       pg_word_with (voice->event, voice->arena, "session-number", voice->language, entry->number),
                       voice->zero);
  const char *word = pg_word (voice->event, entry->word, voice->language, NULL);
  if (pg_word_is_said (word, entry->number))
    return pg_arena_strdup (voice->arena, entry->number);
  return pg_word_with_two (voice->event, voice->arena, "numbered", voice->language, word,
                           pg_figures (voice->arena, entry->number, voice->zero));
}

/* Where a label stands in the file: the number is all of it that is written there. */
static const PgPlace *
label_place (const PgVoice *voice, const PgEntry *entry)
{
  const PgOrigins *number = entry->number != NULL ? pg_event_origins (voice->event, entry->number) : NULL;
  return number != NULL ? &number->place : &entry->place;
}

/* Start and end on two lines: as the theme says, or where large ones with am and pm would not fit on one. */
static gboolean
are_stacked (const PgVoice *voice, const PgDay *day)
{
  return voice->paper->facing || pg_theme_is (voice->theme, "arrangement", "times", "stacked")
         || (voice->paper->text_below && time_style (voice, day) == PG_TIMES_12H);
}

/* How far times reach below their first line, the end of which may stand on one of its own. Those with am and pm are counted
   as two lines, in a second zone, too. */
static double
rest_of_times (const PgVoice *voice, const PgDay *day, const PgEntry *entry, const char *end_style)
{
  gboolean is_12h = time_style (voice, day) == PG_TIMES_12H;
  if (entry->without_times)
    return 0;
  double end = entry->end >= 0 ? pg_style (voice, end_style)->leading : 0,
         second = voice->event->second_timezone != NULL ? pg_style (voice, "second-zone")->leading : 0;
  return (is_12h || are_stacked (voice, day) ? end : 0) + (is_12h ? 2 : 1) * second;
}

/* Where text stands below the times, what comes first stands beside them. */
static PgBlock *
beside_times (const PgVoice *voice, const PgDay *day, const PgEntry *entry, PgBlock *first)
{
  if (!voice->paper->text_below)
    return first;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &first->place);
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, first);
  row->after = MAX (first->after, rest_of_times (voice, day, entry, "session-time-end"));
  return row;
}

/* The same where the session goes on, whose times are on one line where they fit. */
static double
rest_of_continued (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  double rest = rest_of_times (voice, day, entry, "continued-time");
  gboolean is_line = time_style (voice, day) != PG_TIMES_12H && are_stacked (voice, day) && entry->end >= 0;
  return is_line ? rest - pg_style (voice, "continued-time")->leading : rest;
}

/* What stands instead of the title where the session goes on. */
static PgBlock *
continued_block (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  const char *label = pg_entry_label (voice, entry);
  const char *style = entry->kind == PG_ENTRY_SESSION ? "session-number" : "plain-title";
  PgBlock *block;
  if (label != NULL)
    block = pg_say_string (voice, style, label, label_place (voice, entry));
  else
    {
      block = pg_paragraph (voice, style, &entry->place);
      if (entry->title != NULL)
        pg_add_text (voice, block, NULL, entry->title);
      else
        pg_add_word (voice, block, NULL, entry->word != NULL ? entry->word : "session");
    }
  const char *word = pg_word (voice->event, "continued", voice->language, NULL);
  pg_add_string (voice, block, "session-continued", pg_in_brackets (voice, word));
  block->after = pg_style (voice, "session-continued")->after;
  if (entry->talks != NULL && entry->room != NULL) /* several go on at once */
    {
      pg_add_string (voice, block, "session-continued", PG_DOT);
      pg_add_rooms (voice, block, "session-continued", entry);
    }
  if (voice->paper->labels_in_margin || entry->talks != NULL)
    block->after = MAX (block->after, rest_of_continued (voice, day, entry));
  return beside_times (voice, day, entry, block);
}

static void
add_heading (PgBlock *details, PgBlock *heading)
{
  if (heading == NULL)
    return;
  heading->keep_with_next = heading->keep_together = TRUE;
  pg_block_add (details, heading);
}

void
pg_clear_times (const PgVoice *voice, const PgDay *day, const PgEntry *entry, const PgBlock *details, PgBlock *group)
{
  gboolean is_session = entry->kind == PG_ENTRY_SESSION;
  double rest = rest_of_times (voice, day, entry, is_session ? "session-time-end" : "time-end");
  if (rest <= 0 || (!voice->paper->labels_in_margin && entry->talks == NULL))
    return;
  double times = pg_style (voice, is_session ? "session-time-start" : "time-start")->leading + rest;
  for (guint i = 0; i < details->children->len; i++)
    {
      const PgBlock *above = g_ptr_array_index (details->children, i);
      times -= above->kind == PG_BLOCK_PARAGRAPH ? above->style->leading : times; /* a list is tall enough */
    }
  if (times > 0 && entry->talks != NULL)
    times += group->before; /* these are figures like those above them, and near them */
  group->before = MAX (group->before, times);
}

PgBlock *
pg_entry_heading (const PgVoice *voice, const PgEntry *entry, const char *label, const char *style)
{
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  if (label != NULL)
    add_heading (head, pg_say_string (voice, "session-number", label, label_place (voice, entry)));
  if (entry->title != NULL || entry->works == NULL)
    {
      PgBlock *title = pg_entry_title_block (voice, entry, style);
      title->role = voice->entry_role;
      add_heading (head, title);
    }
  add_heading (head, pg_entry_organisers (voice, entry));
  add_heading (head, pg_entry_facts (voice, entry));
  return head;
}

/* The number of an item has a place of its own. */
static PgBlock *
heading_block (const PgVoice *voice, const PgEntry *entry)
{
  const char *label = g_strcmp0 (entry->word, "item") != 0 ? pg_entry_label (voice, entry) : NULL;
  const char *style = entry->kind == PG_ENTRY_SESSION ? "session-title" : "plain-title";
  PgBlock *heading = pg_entry_heading (voice, entry, label, style);
  if (heading->children->len > 0)
    ((PgBlock *) g_ptr_array_index (heading->children, heading->children->len - 1))->is_said_again = TRUE;
  return heading;
}

static PgBlock *
head_block (const PgVoice *voice, const PgEntry *entry)
{
  PgBlock *head = heading_block (voice, entry);
  pg_add_body (voice, head, "abstract", voice->entry_role, entry->abstract);
  return head;
}

/* The first line of it. */
static void
put_beside_times (const PgVoice *voice, const PgDay *day, const PgEntry *entry, PgBlock *details)
{
  if (details->children->len == 0)
    return;
  PgBlock *first = g_ptr_array_index (details->children, 0), *row = beside_times (voice, day, entry, first);
  row->keep_with_next = row->keep_together = TRUE;
  row->is_said_again = first->is_said_again;
  details->children->pdata[0] = row;
}

static PgBlock *
details_block (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  PgBlock *details = head_block (voice, entry);
  put_beside_times (voice, day, entry, details);
  for (guint i = 0; i < entry->groups->len; i++)
    {
      if (((const PgGroup *) g_ptr_array_index (entry->groups, i))->after > 0) /* a work */
        break;
      PgBlock *group = pg_group_block (voice, g_ptr_array_index (entry->groups, i));
      if (i == 0)
        pg_clear_times (voice, day, entry, details, group);
      pg_block_add (details, group);
    }
  return details;
}

/* A session of talks: its head, then each talk with the times of its own. */
static PgBlock *
talks_block (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  PgBlock *details = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  PgBlock *head = PG_IN_DETAILS (voice, head_block, entry), *talks = pg_talks_block (voice, day, entry);
  pg_block_add_all (details, head);
  pg_clear_times (voice, day, entry, details, g_ptr_array_index (talks->children, 0));
  pg_block_add_all (details, talks);
  return details;
}

/* What stands beside the times of an entry, but for its works. */
static PgBlock *
entry_block (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  if (pg_entry_has_items (entry))
    return pg_item_block (voice, day, entry, heading_block);
  return entry->talks != NULL ? talks_block (voice, day, entry) : PG_IN_TEXT (voice, details_block, day, entry);
}

static PgBlock *
with_works (const PgVoice *voice, const PgEntry *entry, PgBlock *block)
{
  if (entry->works == NULL || entry->without_times)
    return block;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  pg_block_add_all (stack, block);
  pg_block_add_all (stack, pg_works_block (voice, entry));
  return stack;
}

static PgBlock *
row_new (const PgVoice *voice, const PgEntry *entry, const char *kind)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  g_autofree char *above = g_strconcat (kind, "-above", NULL), *below = g_strconcat (kind, "-below", NULL);
  g_autofree char *before = g_strconcat (kind, "-before", NULL), *after = g_strconcat (kind, "-after", NULL);
  row->rule_above = pg_theme_rule (voice->theme, kind);
  row->pad_above = pg_pad (voice, above);
  row->pad_below = pg_pad (voice, below);
  row->before = pg_space (voice, before);
  row->after = pg_space (voice, after);
  row->anchor = pg_entry_anchor (voice, entry);
  return row;
}

/* The cell that a row begins with, where there is a column of times. */
static void
add_times (const PgVoice *voice, PgBlock *row, PgBlock *times, PgBlock *continued)
{
  double axis = voice->paper->details_x;
  if (axis <= 0)
    return;
  PgCell *cell = pg_row_add (row, 0, axis - pg_space (voice, "time-gutter"), times);
  cell->role = times != NULL ? PG_ROLE_TH : PG_ROLE_TD;
  cell->continued = continued;
}

static PgBlock *
break_row (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  PgBlock *row = row_new (voice, entry, "break");
  if (strcmp (pg_theme_word (voice->theme, "arrangement", "break-band"), "none") != 0)
    row->band = pg_theme_colour (voice->theme, pg_theme_word (voice->theme, "arrangement", "break-band"));
  row->keep_together = TRUE;
  add_times (voice, row, pg_break_times (voice, day, entry, "break-time", "break-sign"), NULL);
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, pg_break_block (voice, "break-title", entry))
      ->is_pair
      = pg_is_parallel (voice);
  return row;
}

char *
pg_entry_bookmark (const PgVoice *voice, const PgEntry *entry, const char *label)
{
  const char *title = pg_plain (voice, entry->title);
  if (label == NULL || title == NULL)
    return pg_arena_strdup (voice->arena, title);
  return pg_word_with_two (voice->event, voice->arena, "titled", voice->language, label, title);
}

/* TRUE for the second and further sessions that run at the same time: they are not set off from the first by as much. */
static gboolean
is_parallel (const PgEntry *before, const PgEntry *entry)
{
  return before != NULL && !entry->without_times && before->kind == entry->kind && before->start == entry->start
         && before->end == entry->end;
}

static PgBlock *
first_times (const PgVoice *voice, const PgDay *day, const PgEntry *before, const PgEntry *entry)
{
  gboolean stacked = are_stacked (voice, day);
  if (is_parallel (before, entry))
    return pg_times_block (voice, day, entry, "continued-time", "continued-time", voice->paper->text_below && stacked);
  if (entry->kind == PG_ENTRY_SESSION)
    return pg_times_block (voice, day, entry, "session-time-start", "session-time-end", stacked);
  return pg_times_block (voice, day, entry, "time-start", "time-end", stacked);
}

/* Talks, items and works have columns of their own, on the second axis. */
static const PgVoice *
voice_of_details (const PgVoice *voice, const PgEntry *entry)
{
  gboolean has_columns = pg_entry_has_items (entry) || entry->talks != NULL || entry->works != NULL;
  return voice->paper->text_below && has_columns ? pg_voice_inset (voice, 0, voice->paper->details_width) : voice;
}

/* A row below a break has a rule that is as strong as that above it. */
static void
close_break (const PgVoice *voice, const PgEntry *before, PgBlock *row)
{
  const PgRule *rule = pg_theme_rule (voice->theme, "break");
  if (before != NULL && before->kind == PG_ENTRY_BREAK && rule != NULL
      && (row->rule_above == NULL || rule->thickness > row->rule_above->thickness))
    row->rule_above = rule;
}

PgBlock *
pg_entry_row (const PgVoice *voice, const PgDay *day, const PgEntry *before, const PgEntry *entry)
{
  if (entry->kind == PG_ENTRY_BREAK)
    return break_row (voice, day, entry);
  PgBlock *row = row_new (voice, entry, entry->kind == PG_ENTRY_SESSION ? "session" : "plain");
  if (is_parallel (before, entry))
    row->rule_above = pg_theme_rule (voice->theme, "parallel");
  close_break (voice, before, row);
  row->align_tops = pg_theme_is (voice->theme, "arrangement", "times", "stacked");
  row->keep_together = voice->paper->facing;
  row->bookmark = pg_entry_bookmark (voice, entry, pg_entry_label (voice, entry));
  row->bookmark_level = 2;
  PgBlock *times = first_times (voice, day, before, entry),
          *continued = pg_times_block (voice, day, entry, "continued-time", "continued-time",
                                       voice->paper->text_below && are_stacked (voice, day));
  add_times (voice, row, pg_with_second_zone (voice, day, entry, times),
             pg_with_second_zone (voice, day, entry, continued));
  voice = voice_of_details (voice, entry);
  PgBlock *block = with_works (voice, entry, entry_block (voice, day, entry));
  PgCell *details = pg_row_add (row, voice->paper->text_x, voice->paper->text_width, block);
  details->is_pair = pg_is_parallel (voice);
  details->continued = PG_IN_TEXT (voice, continued_block, day, entry);
  if (entry->works == NULL || !entry->without_times)
    return row;
  gboolean is_bare = block->kind == PG_BLOCK_STACK && block->children->len == 0;
  if (entry->title == NULL)
    row->anchor = NULL; /* which the first work has */
  return pg_work_rows (voice, entry, is_bare ? NULL : row);
}

void
pg_mark_own (const PgVoice *voice, PgBlock *row, double beyond, double edge_width)
{
  PgMarking *marking = pg_arena_new0 (voice->arena, PgMarking);
  *marking = (PgMarking){ .wash = *pg_theme_colour (voice->theme, "fill"),
                          .edge = *pg_theme_colour (voice->theme, "sign-field"),
                          .beyond = beyond,
                          .edge_width = edge_width };
  row->marking = marking;
}
