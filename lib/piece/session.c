/* Enters: an entry of the agenda. Leaves: its row in the day's table. */
#include "event/dates.h"
#include "event/names.h"
#include "event/words.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "piece/say.h"

#include <string.h>

static PgTimeStyle
time_style (const PgJob *job, const PgDay *day)
{
  static const char *const names[] = { "09:00", "9:00", "9h00", "9.00", "9:00 am" };
  static const PgTimeStyle styles[] = { PG_TIMES_0900, PG_TIMES_900, PG_TIMES_9H00, PG_TIMES_9DOT00, PG_TIMES_12H };
  if (day->times != PG_TIMES_THEME)
    return day->times;
  if (job->event->times != PG_TIMES_THEME)
    return job->event->times;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (pg_theme_is (job->theme, "times", "style", names[i]))
      return styles[i];
  return PG_TIMES_0900;
}

/* The figure space that stands for an hour's missing digit aligns starts below each other where all are of one size;
   elsewhere it is a hole. */
static const char *
without_figure_space (const char *time)
{
  return g_str_has_prefix (time, "\u2007") ? time + strlen ("\u2007") : time;
}

PgBlock *
pg_times_block (const PgJob *job, const PgDay *day, const PgEntry *entry, const char *start_style,
                const char *end_style, gboolean stacked)
{
  PgTimeStyle style = time_style (job, day);
  g_autofree char *start = pg_time_format (style, entry->start, job->language);
  gboolean one_size = pg_theme_is (job->theme, "arrangement", "times", "line");
  PgBlock *line = pg_say_string (job, start_style, one_size ? start : without_figure_space (start), &entry->place);
  if (entry->end < 0)
    return line;
  g_autofree char *end = pg_time_format (style, entry->end, job->language);
  const char *dash = pg_theme_word (job->theme, "times", "separator");
  if (!stacked)
    {
      pg_add_string (job, line, end_style, dash);
      pg_add_string (job, line, end_style, without_figure_space (end));
      return line;
    }
  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &entry->place);
  stack->keep_together = TRUE;
  PgBlock *below = pg_say_string (job, end_style, dash, &entry->place);
  pg_add_string (job, below, NULL, without_figure_space (end));
  pg_block_add (stack, line);
  pg_block_add (stack, below);
  return stack;
}

char *
pg_entry_label (const PgJob *job, const PgEntry *entry)
{
  if (entry->kind != PG_ENTRY_SESSION || entry->word == NULL)
    return NULL;
  gboolean is_plain_session = strcmp (entry->word, "session") == 0;
  if (entry->number == NULL)
    return is_plain_session ? NULL : pg_arena_strdup (job->arena, pg_word (job->event, entry->word, job->language, NULL));
  if (is_plain_session)
    return pg_word_with (job->event, job->arena, "session-number", job->language, entry->number);
  const char *word = pg_word (job->event, entry->word, job->language, NULL);
  return pg_arena_printf (job->arena, "%s %s", word, entry->number);
}

/* The title, with those who organise the session at its end. */
static PgBlock *
title_block (const PgJob *job, const PgEntry *entry, const char *style)
{
  PgBlock *title = entry->title != NULL ? pg_say (job, style, entry->title) : pg_say_word (job, style, entry->word);
  for (guint i = 0; i < entry->organisers->len; i++)
    {
      const PgOrganisation *organiser = g_ptr_array_index (entry->organisers, i);
      pg_add_string (job, title, NULL, i == 0 ? "\u00a0– " : ", ");
      pg_add_text (job, title, NULL, organiser->name);
    }
  return title;
}

static void
append_fact (GString *facts, const char *word, const char *value)
{
  if (value == NULL)
    return;
  if (facts->len > 0)
    g_string_append (facts, " · ");
  if (word != NULL)
    g_string_append_printf (facts, "%s ", word);
  g_string_append (facts, value);
}

/* Room, track, language, classification and revision on a line. */
static PgBlock *
facts_block (const PgJob *job, const PgEntry *entry)
{
  GString *facts = g_string_new (NULL);
  if (entry->room != NULL)
    {
      append_fact (facts, NULL, pg_plain (job, entry->room->name));
      if (entry->room->level != NULL)
        append_fact (facts, pg_word (job->event, "level", job->language, NULL), entry->room->level);
    }
  if (entry->track != NULL)
    append_fact (facts, NULL, pg_plain (job, entry->track->name));
  if (entry->languages != NULL)
    append_fact (facts, NULL, pg_language_names (job->arena, entry->languages, job->language));
  append_fact (facts, NULL, entry->classification);
  append_fact (facts, pg_word (job->event, "revision", job->language, NULL), entry->revision);
  PgBlock *block = pg_say_string (job, "session-facts", facts->str, &entry->place);
  g_string_free (facts, TRUE);
  return block;
}

/* What stands instead of the title where the session goes on. */
static PgBlock *
continued_block (const PgJob *job, const PgEntry *entry, const char *label)
{
  const char *style = entry->kind == PG_ENTRY_SESSION ? "session-number" : "plain-title";
  PgBlock *block;
  if (label != NULL)
    block = pg_say_string (job, style, label, &entry->place);
  else
    {
      block = pg_paragraph_new (job->arena, pg_style (job, style), &entry->place);
      pg_add_text (job, block, NULL, entry->title);
    }
  const char *word = pg_word (job->event, "continued", job->language, NULL);
  pg_add_string (job, block, "session-continued", pg_arena_printf (job->arena, " (%s)", word));
  block->after = pg_style (job, "session-continued")->after;
  return block;
}

static void
add_heading (PgBlock *details, PgBlock *heading)
{
  if (heading == NULL)
    return;
  heading->keep_with_next = heading->keep_together = TRUE;
  pg_block_add (details, heading);
}

static PgBlock *
details_block (const PgJob *job, const PgEntry *entry, const char *label)
{
  gboolean is_session = entry->kind == PG_ENTRY_SESSION;
  PgBlock *details = pg_block_new (job->arena, PG_BLOCK_STACK, &entry->place);
  if (label != NULL)
    add_heading (details, pg_say_string (job, "session-number", label, &entry->place));
  add_heading (details, title_block (job, entry, is_session ? "session-title" : "plain-title"));
  add_heading (details, facts_block (job, entry));
  pg_add_body (job, details, "abstract", entry->abstract);
  for (guint i = 0; i < entry->groups->len; i++)
    pg_block_add (details, pg_group_block (job, g_ptr_array_index (entry->groups, i)));
  return details;
}

static PgBlock *
row_new (const PgJob *job, const PgEntry *entry, const char *kind)
{
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &entry->place);
  g_autofree char *above = g_strconcat (kind, "-above", NULL), *below = g_strconcat (kind, "-below", NULL);
  g_autofree char *before = g_strconcat (kind, "-before", NULL), *after = g_strconcat (kind, "-after", NULL);
  row->rule_above = pg_theme_rule (job->theme, kind);
  row->pad_above = pg_space (job, above);
  row->pad_below = pg_space (job, below);
  row->before = pg_space (job, before);
  row->after = pg_space (job, after);
  row->anchor = entry->id;
  return row;
}

static PgBlock *
break_row (const PgJob *job, const PgDay *day, const PgEntry *entry)
{
  PgBlock *row = row_new (job, entry, "break");
  PgBlock *title = title_block (job, entry, "break-title");
  if (entry->room != NULL)
    {
      pg_add_string (job, title, NULL, " · ");
      pg_add_string (job, title, NULL, pg_plain (job, entry->room->name));
    }
  if (strcmp (pg_theme_word (job->theme, "arrangement", "break-band"), "none") != 0)
    row->band = pg_theme_colour (job->theme, pg_theme_word (job->theme, "arrangement", "break-band"));
  row->keep_together = TRUE;
  pg_row_add (row, 0, job->details_x, pg_times_block (job, day, entry, "break-time", "break-time", FALSE));
  pg_row_add (row, job->details_x, job->details_width, title);
  return row;
}

static char *
bookmark_of (const PgJob *job, const PgEntry *entry, const char *label)
{
  const char *title = pg_plain (job, entry->title);
  if (label == NULL)
    return pg_arena_strdup (job->arena, title);
  return pg_arena_printf (job->arena, "%s. %s", label, title);
}

PgBlock *
pg_entry_row (const PgJob *job, const PgDay *day, const PgEntry *entry)
{
  if (entry->kind == PG_ENTRY_BREAK)
    return break_row (job, day, entry);
  gboolean is_session = entry->kind == PG_ENTRY_SESSION;
  gboolean stacked = pg_theme_is (job->theme, "arrangement", "times", "stacked");
  const char *label = pg_entry_label (job, entry);
  PgBlock *row = row_new (job, entry, is_session ? "session" : "plain");
  row->align_tops = stacked;
  row->bookmark = bookmark_of (job, entry, label);
  row->bookmark_level = 2;
  double column = job->details_x - pg_space (job, "gutter") / 2;
  PgBlock *times = pg_times_block (job, day, entry, is_session ? "session-time-start" : "time-start",
                                   is_session ? "session-time-end" : "time-end", stacked);
  pg_row_add (row, 0, column, times)->continued
      = pg_times_block (job, day, entry, "continued-time", "continued-time", FALSE);
  PgCell *details = pg_row_add (row, job->details_x, job->details_width, details_block (job, entry, label));
  details->continued = continued_block (job, entry, label);
  return row;
}
