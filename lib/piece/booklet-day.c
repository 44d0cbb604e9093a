/* Enters: a day. Leaves: it in full on facing pages: sessions with a text or talks in the width of the page, each whole where a
   page has room for it, and between them tables of what is shorter. */
#include "event/words.h"
#include "piece/booklet.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "say/pair.h"
#include "say/say.h"

/* Business of meetings, and works, have columns of their own. */
static gboolean
is_wide (const PgVoice *voice, const PgEntry *entry)
{
  if (entry->kind != PG_ENTRY_SESSION || pg_entry_has_items (entry) || entry->works != NULL)
    return FALSE;
  return entry->abstract != NULL || entry->talks != NULL
         || (entry->groups->len > 0 && pg_entry_label (voice, entry) != NULL);
}

static PgBlock *
keep (PgBlock *block)
{
  block->keep_with_next = block->keep_together = TRUE;
  return block;
}

/* A label where it is not a number alone, which stands on the plate. */
static PgBlock *
label_block (const PgVoice *voice, const PgEntry *entry)
{
  const char *label = pg_entry_label (voice, entry);
  gboolean is_on_plate = g_strcmp0 (entry->word, "session") == 0 && entry->number != NULL;
  return is_on_plate ? NULL : pg_say_string (voice, "session-number", label, &entry->place);
}

static PgBlock *
title_block (const PgVoice *voice, const PgEntry *entry)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  PgBlock *title = pg_entry_title_block (voice, entry, "booklet-session");
  title->role = voice->entry_role;
  pg_block_add (stack, label_block (voice, entry));
  pg_block_add (stack, title);
  pg_block_add (stack, pg_entry_organisers (voice, entry));
  return stack;
}

/* The number on a plate, and the title beside it. */
static PgBlock *
head_row (const PgVoice *voice, const PgEntry *entry)
{
  double side = pg_booklet_length (voice, "session-plate");
  PgBlock *plate = pg_booklet_plate (voice->first, entry, "booklet-session-plate", side);
  double x = plate != NULL ? side + pg_booklet_length (voice, "session-plate-gap") : 0;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  row->align_tops = TRUE;
  pg_row_add (row, 0, side, plate);
  pg_row_add (row, x, voice->paper->measure - x, PG_STACKED (voice, title_block, entry));
  return keep (row);
}

/* Times and, in the same row, where it is. */
static PgBlock *
times_row (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  PgBlock *times = pg_times_block (voice->first, day, entry, "booklet-times", "booklet-times", FALSE);
  double gap = pg_space (voice, "gutter");
  row->rule_above = pg_theme_rule (voice->theme, "booklet");
  row->pad_above = row->pad_below = pg_booklet_length (voice, "session-pad");
  row->before = pg_booklet_length (voice, "session-times-before");
  pg_row_add (row, 0, 0, pg_with_second_zone (voice->first, day, entry, times))->fit = PG_CELL_NATURAL;
  PgBlock *facts = PG_STACKED (voice, pg_entry_facts, entry);
  pg_row_add (row, voice->paper->details_x + gap, 0, facts);
  pg_personal_mark (voice, row, facts != NULL ? facts : times, entry);
  return keep (row);
}

static PgBlock *
body_block (const PgVoice *voice, const PgEntry *entry)
{
  PgBlock *body = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  pg_add_body (voice, body, "abstract", PG_ROLE_H3, entry->abstract);
  for (guint i = 0; entry->talks == NULL && i < entry->groups->len; i++)
    pg_block_add (body, pg_group_block (voice, g_ptr_array_index (entry->groups, i)));
  return body;
}

static PgBlock *
continued_block (const PgVoice *voice, const PgEntry *entry)
{
  const char *label = pg_entry_label (voice, entry);
  const char *word = pg_word (voice->event, "continued", voice->language, NULL);
  PgBlock *block = label != NULL ? pg_say_string (voice, "session-number", label, &entry->place)
                                 : pg_entry_title_block (voice, entry, "session-number");
  pg_add_string (voice, block, "session-continued", pg_in_brackets (voice, word));
  return block;
}

/* Talks have their times at the axis of the times. */
static PgBlock *
text_row (const PgVoice *voice, const PgEntry *entry)
{
  const PgVoice *wide = pg_voice_inset (voice, -voice->paper->details_x, voice->paper->measure);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  PgCell *cell = pg_row_add (row, 0, voice->paper->measure, PG_IN_TEXT (wide, body_block, entry));
  row->rule_above = pg_theme_rule (voice->theme, "booklet-row");
  row->rule_once = TRUE;
  row->pad_above = pg_booklet_length (voice, "session-text");
  cell->continued = PG_STACKED (voice, continued_block, entry);
  return row;
}

static PgBlock *
talks_row (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, pg_talks_block (voice, day, entry))->continued
      = PG_STACKED (voice, continued_block, entry);
  return row;
}

static PgBlock *
session_block (const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  block->role = PG_ROLE_SECT;
  block->keep_together = TRUE;
  block->before = pg_booklet_length (voice, "session-before");
  block->anchor = pg_entry_anchor (voice, entry);
  block->bookmark = pg_entry_bookmark (voice, entry, pg_entry_label (voice, entry));
  block->bookmark_level = 2;
  pg_block_add (block, head_row (voice, entry));
  pg_block_add (block, times_row (voice, day, entry));
  pg_block_add (block, text_row (voice, entry));
  if (entry->talks != NULL)
    pg_block_add (block, talks_row (voice, day, entry));
  return block;
}

/* The entries from one on that are not wide, in a table; gives the next. */
static guint
add_table (const PgVoice *voice, PgBlock *flow, const PgDay *day, guint from)
{
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &day->place);
  const PgEntry *before = NULL;
  table->rule_above = pg_theme_rule (voice->theme, from == 0 ? "booklet" : "booklet-row");
  table->rule_end = table->rule_split = pg_theme_rule (voice->theme, "booklet-row");
  table->before = pg_booklet_length (voice, "table-before");
  for (; from < day->entries->len && !is_wide (voice, g_ptr_array_index (day->entries, from)); from++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, from);
      PgBlock *row = pg_entry_row (voice, day, before, entry);
      if (row->kind == PG_BLOCK_ROW)
        pg_personal_mark (voice, row, g_array_index (row->cells, PgCell, row->cells->len - 1).block, entry);
      row->rule_above = before != NULL ? pg_theme_rule (voice->theme, "booklet-row") : NULL;
      pg_block_add_all (table, row);
      before = entry;
    }
  pg_block_add (flow, table);
  return from;
}

static PgBlock *
note_block (const PgVoice *voice, const PgDay *day)
{
  PgBlock *note = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place);
  pg_add_body (voice, note, "abstract", PG_ROLE_H3, day->note);
  return note;
}

static PgBlock *
day_title (const PgVoice *voice, const PgDay *day)
{
  PgBlock *title = pg_day_name (voice, "booklet-title", day);
  title->role = PG_ROLE_H2;
  return title;
}

PgPageRun *
pg_booklet_day (const PgVoice *voice, const PgDay *day)
{
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place);
  flow->role = PG_ROLE_SECT;
  flow->anchor = pg_arena_printf (voice->arena, "day-%u", day->number);
  flow->bookmark = pg_day_plain_name (voice, day);
  flow->bookmark_level = 1;
  pg_block_add (flow, pg_booklet_title (voice, PG_STACKED (voice, day_title, day),
                                        PG_STACKED (voice, pg_say, "booklet-subtitle", day->subtitle)));
  pg_block_add (flow, PG_STACKED (voice, pg_day_start_block, "day-start", day));
  if (day->note != NULL)
    pg_block_add (flow, PG_IN_WIDTH (voice, note_block, day));
  if (day == g_ptr_array_index (voice->event->days, 0))
    pg_block_add (flow, pg_standing_block (voice, voice->event->groups, PG_AGENDA_ANCHOR, &day->place));
  pg_block_add (flow, pg_standing_block (voice, day->groups, NULL, &day->place));
  for (guint i = 0; i < day->entries->len && !pg_watch_is_cancelled (voice->request->watch);)
    if (is_wide (voice, g_ptr_array_index (day->entries, i)))
      pg_block_add (flow, session_block (voice, day, g_ptr_array_index (day->entries, i++)));
    else
      i = add_table (voice, flow, day, i);
  PgPageRun *run
      = pg_facing_pages_new (voice, flow, day->running_head, PG_IN_HEAD (voice, pg_day_date_block, "running-day", day));
  pg_booklet_tab (voice, run, day);
  return run;
}
