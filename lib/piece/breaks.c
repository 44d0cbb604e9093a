/* Enters: a break, the end of a day. Leaves: what their rows hold: times, the sign of a kind of break, words. */
#include "piece/parts.h"
#include "say/pair.h"
#include "say/say.h"

/* Breaks */

static PgBlock *
break_line (const PgVoice *voice, const char *style, const PgEntry *entry)
{
  PgBlock *title = pg_entry_title_block (voice, entry, style);
  if (entry->room == NULL || entry->is_in_room_of_day)
    return title;
  pg_add_string (voice, title, NULL, PG_DOT);
  pg_add_rooms (voice, title, style, entry);
  return title;
}

PgBlock *
pg_break_block (const PgVoice *voice, const char *style, const PgEntry *entry)
{
  return PG_IN_DETAILS (voice, break_line, style, entry);
}

static PgBlock *
break_times (const PgVoice *voice, const PgDay *day, const PgEntry *entry, const char *style)
{
  const char *end = voice->paper->facing ? NULL : style; /* the next row says when it ends */
  return pg_with_second_zone (voice, day, entry, pg_times_block (voice, day, entry, style, end, FALSE));
}

/* A sign for what kind of break it is, level with the times in a style; or NULL. Its grid is a third larger than its ink. */
static PgBlock *
sign_block (const PgVoice *voice, const PgEntry *entry, const char *style, double side)
{
  static const char *const signs[][2]
      = { { "coffee", "coffee" }, { "lunch", "catering" }, { "registration", "registration" }, { "photo", "photo" } };
  const char *name = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strcmp0 (entry->word, signs[i][0]) == 0)
      name = signs[i][1];
  if (name == NULL || side <= 0)
    return NULL;
  PgBlock *sign = pg_block_new (voice->arena, PG_BLOCK_DRAWING, &entry->place);
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &entry->place);
  sign->drawing = pg_drawing_lookup (name);
  sign->side = side * 4 / 3;
  sign->ink = pg_style (voice, style)->colour;
  sign->artifact = TRUE; /* the words say all */
  pg_placed_add (placed, (side - sign->side) / 2, (pg_style (voice, style)->leading - sign->side) / 2, sign->side,
                 sign);
  return placed;
}

PgBlock *
pg_break_times (const PgVoice *voice, const PgDay *day, const PgEntry *entry, const char *style, const char *side)
{
  double length = voice->paper->facing ? 0 : pg_space (voice, side), gap = pg_space (voice, "sign-gap");
  double x = voice->paper->details_x - pg_space (voice, "time-gutter") - length;
  PgBlock *times = break_times (voice, day, entry, style), *sign = sign_block (voice, entry, style, length);
  if (times == NULL || sign == NULL || x <= gap)
    return times;
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &entry->place);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place),
          *line = break_times (voice, day, entry, style);
  choice->by = PG_CHOICE_LINES;
  pg_block_limit_lines (line, 1);
  pg_row_add (row, 0, x - gap, line);
  pg_row_add (row, x, length, sign);
  pg_block_add (choice, row);
  pg_block_add (choice, times);
  return choice;
}

/* The day's end */

static PgBlock *
end_block (const PgVoice *voice, const PgDay *day)
{
  if (day->end != NULL)
    return pg_say (voice, "day-end", day->end);
  if (voice->event->days->len == 1)
    return pg_say_word (voice, "day-end", "end");
  return pg_say_word_with (voice, "day-end", "end-of-day", pg_arena_printf (voice->arena, "%u", day->number));
}

/* When the last of its entries ends; -1 where that is not known. */
static int
end_of (const PgDay *day)
{
  int end = -1, start = -1;
  for (guint i = 0; i < day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      end = MAX (end, entry->end);
      start = MAX (start, entry->start);
    }
  return end > start ? end : -1;
}

static PgBlock *
end_time (const PgVoice *voice, const PgDay *day)
{
  PgEntry end = { .start = end_of (day), .end = -1, .place = day->place, .without_times = day->without_times };
  if (end.start < 0)
    return NULL;
  return pg_with_second_zone (voice, day, &end, pg_times_block (voice, day, &end, "day-end-time", NULL, FALSE));
}

PgBlock *
pg_day_end_row (const PgVoice *voice, const PgDay *day)
{
  if (!day->has_end)
    return NULL;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &day->place);
  row->rule_above = pg_theme_rule (voice->theme, "day-end");
  row->pad_above = pg_pad (voice, "end-above");
  row->pad_below = pg_pad (voice, "end-below");
  row->before = pg_space (voice, "end-before");
  row->keep_with_previous = row->keep_together = TRUE;
  PgBlock *time = end_time (voice, day);
  if (voice->paper->details_x > 0)
    pg_row_add (row, 0, voice->paper->details_x - pg_space (voice, "time-gutter"), time)->role
        = time != NULL ? PG_ROLE_TH : PG_ROLE_TD;
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, PG_IN_DETAILS (voice, end_block, day))->is_pair
      = pg_is_parallel (voice);
  return row;
}
