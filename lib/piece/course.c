/* Enters: an agenda of many short days that somebody leads: a course. Leaves: its days in one table, each a line that names it
   above lines of what happens; and, in every agenda, who is there on all days. */
#include "piece/parts.h"
#include "piece/persons.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

#define WHOLE 9 /* lines of a day that is not parted */

gboolean
pg_is_course (const PgVoice *voice)
{
  const char *days = pg_theme_word (voice->theme, "arrangement", "days");
  gboolean is_table = strcmp (days, "table") == 0 || (strcmp (days, "auto") == 0 && voice->event->groups->len > 0);
  return is_table && voice->event->days->len > 1 && !voice->paper->text_below;
}

PgBlock *
pg_standing_block (const PgVoice *voice, const GPtrArray *groups, const char *anchor, const PgPlace *place)
{
  if (groups->len == 0)
    return NULL;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, place);
  for (guint i = 0; i < groups->len; i++)
    {
      PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, place);
      PgBlock *group = PG_IN_TEXT (voice, pg_group_block, g_ptr_array_index (groups, i));
      pg_row_add (row, voice->paper->text_x, voice->paper->text_width, group);
      row->before = group->before;
      row->keep_together = TRUE;
      pg_block_add (stack, row);
    }
  stack->anchor = anchor;
  stack->before = pg_style (voice, "day-note")->before;
  stack->after = pg_style (voice, "day-note")->after;
  stack->keep_with_next = stack->keep_together = TRUE;
  return stack;
}

/* How wide the column of numbers is: none where no session has one. */
static double
number_column (const PgVoice *voice)
{
  for (guint d = 0; d < voice->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (voice->event->days, d);
      for (guint e = 0; e < day->entries->len; e++)
        if (((const PgEntry *) g_ptr_array_index (day->entries, e))->number != NULL)
          return pg_space (voice, "talk-number");
    }
  return 0;
}

/* A row of the table; what stands in its details is ruled off from their edge. */
static PgBlock *
row_new (const PgVoice *voice, const PgPlace *place, PgBlock *times, PgBlock *details)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, place);
  pg_row_add (row, 0, voice->paper->details_x - pg_space (voice, "time-gutter"), times)->role = PG_ROLE_TH;
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, details)->is_pair = pg_is_parallel (voice);
  return row;
}

/* Its date or title, and its theme after it. */
static PgBlock *
day_line (const PgVoice *voice, const PgDay *day)
{
  PgBlock *line
      = day->title != NULL ? pg_say (voice, "course-day", day->title) : pg_day_date_block (voice, "course-day", day);
  line->role = (PgRole) (voice->entry_role - 1);
  if (day->subtitle == NULL)
    return line;
  pg_add_string (voice, line, "course-theme", PG_NAME_GAP);
  pg_add_text (voice, line, "course-theme", day->subtitle);
  return line;
}

static PgBlock *
note_block (const PgVoice *voice, const PgDay *day)
{
  PgBlock *note = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place);
  pg_add_body (voice, note, "day-note", PG_ROLE_H3, day->note);
  return note;
}

/* Who is there all day stands below its name. */
static PgBlock *
day_row (const PgVoice *voice, const PgDay *day)
{
  PgBlock *details = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place);
  const PgVoice *inset = pg_voice_inset (voice, 0, voice->paper->details_width);
  pg_block_add (details, PG_IN_DETAILS (voice, day_line, day));
  pg_block_add (details, PG_IN_DETAILS (voice, pg_day_start_block, "day-start", day));
  if (day->note != NULL)
    pg_block_add (details, PG_IN_DETAILS (voice, note_block, day));
  for (guint i = 0; i < day->groups->len; i++)
    pg_block_add (details, PG_IN_DETAILS (inset, pg_group_block, g_ptr_array_index (day->groups, i)));
  PgBlock *row = row_new (voice, &day->place, pg_day_number_beside (voice->first, "course-day-number", day), details);
  row->rule_above = pg_theme_rule (voice->theme, "session");
  row->pad_above = pg_pad (voice, "course-day-above");
  row->pad_below = pg_pad (voice, "course-day-below");
  row->anchor = pg_arena_printf (voice->arena, "day-%u", day->number);
  row->bookmark = pg_day_plain_name (voice, day);
  row->bookmark_level = 1;
  row->part = day->number;
  row->keep_together = row->keep_with_next = TRUE;
  return row;
}

/* The word of a kind of its own stands above the title, with its number; the number of others before it. */
static PgBlock *
session_block (const PgVoice *voice, const PgEntry *entry, const char *label)
{
  PgBlock *block = pg_entry_heading (voice, entry, label, "course-title");
  pg_add_body (voice, block, "abstract", voice->entry_role, entry->abstract);
  for (guint i = 0; i < entry->groups->len; i++)
    pg_block_add (block, pg_group_block (voice, g_ptr_array_index (entry->groups, i)));
  return block;
}

static PgBlock *
session_details (const PgVoice *voice, const PgEntry *entry, double column)
{
  gboolean has_kind = entry->word != NULL && strcmp (entry->word, "session") != 0 && strcmp (entry->word, "item") != 0;
  const char *label = has_kind ? pg_entry_label (voice->first, entry) : NULL;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  const PgVoice *inset = pg_voice_inset (voice, column, voice->paper->details_width - column);
  if (column > 0)
    pg_row_add (row, 0, column - pg_space (voice, "talk-gap"),
                has_kind ? NULL : pg_say_figures (voice->first, "topic-number", entry->number, &entry->place));
  pg_row_add (row, column, inset->paper->details_width, PG_IN_DETAILS (inset, session_block, entry, label));
  return row;
}

static PgBlock *
session_times (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  PgBlock *times = pg_times_block (voice, day, entry, "course-time-start", "course-time", FALSE);
  return pg_with_second_zone (voice, day, entry, times);
}

/* Lines of what happens; sessions of talks, items or works are set as in other agendas. */
static PgBlock *
entry_row (const PgVoice *voice, const PgDay *day, const PgEntry *before, const PgEntry *entry, double column)
{
  gboolean is_break = entry->kind == PG_ENTRY_BREAK;
  if (!is_break && (entry->talks != NULL || entry->works != NULL || pg_entry_has_items (entry)))
    return pg_entry_row (voice, day, before, entry);
  PgBlock *times
      = is_break ? pg_break_times (voice, day, entry, "course-time", "course-sign") : session_times (voice, day, entry);
  PgBlock *details = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  pg_block_add (details,
                is_break ? pg_break_block (voice, "course-break", entry) : session_details (voice, entry, column));
  details->rule_above = pg_theme_rule (voice->theme, "course-entry");
  details->rule_once = TRUE;
  details->pad_above = pg_pad (voice, "course-above");
  PgBlock *row = row_new (voice, &entry->place, times, details);
  row->pad_below = pg_pad (voice, "course-below");
  row->anchor = pg_entry_anchor (voice, entry);
  row->keep_together = is_break || entry->abstract == NULL;
  return row;
}

/* About how many lines a day takes. */
static guint
lines_of (const PgDay *day)
{
  guint lines = day->entries->len;
  for (guint i = 0; i < day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      gboolean is_tall = entry->abstract != NULL || entry->talks != NULL || pg_entry_has_items (entry);
      lines += 2 * entry->groups->len + (is_tall ? WHOLE : 0);
    }
  return lines;
}

static gboolean
has_break (const PgDay *day)
{
  for (guint i = 0; i < day->entries->len; i++)
    if (((const PgEntry *) g_ptr_array_index (day->entries, i))->kind == PG_ENTRY_BREAK)
      return TRUE;
  return FALSE;
}

/* A short day is whole; a longer one is parted after a break, if it has any. */
static void
add_day (const PgVoice *voice, PgBlock *table, const PgDay *day, double column)
{
  gboolean is_whole = lines_of (day) <= WHOLE, has_breaks = has_break (day);
  const PgEntry *before = NULL;
  pg_block_add (table, day_row (voice, day));
  for (guint i = 0; i < day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      PgBlock *row = entry_row (voice, day, before, entry, column);
      gboolean may_part = !is_whole && (!has_breaks || (before != NULL && before->kind == PG_ENTRY_BREAK));
      row->keep_with_previous = !may_part;
      pg_block_add_all (table, row);
      before = entry;
    }
  pg_block_add (table, pg_day_end_row (voice, day));
}

PgBlock *
pg_course_flow (const PgVoice *voice, PgDayHeading heading)
{
  const GPtrArray *days = voice->event->days;
  const PgDay *first = g_ptr_array_index (days, 0);
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  gboolean has_heading = heading == PG_DAY_HEADING_AND_GROUPS;
  if (has_heading)
    pg_agenda_heading (voice, flow);
  else
    voice = pg_voice_for_page (voice, voice->pad, voice->is_larger, PG_ROLE_H3);
  PgBlock *table = pg_day_table (voice, first);
  double column = number_column (voice);
  table->before = has_heading ? table->before : 0;
  for (guint i = 0; i < days->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    add_day (voice, table, g_ptr_array_index (days, i), column);
  flow->role = PG_ROLE_SECT;
  pg_block_add (flow, table);
  return flow;
}
