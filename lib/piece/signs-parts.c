/* Enters: what a sign says. Leaves: the parts that signs of several kinds are put together from. */
#include "piece/persons.h"
#include "piece/signs.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

double
pg_sign_length (const PgVoice *voice, const char *group, const char *key)
{
  return pg_theme_length (voice->theme, group, key) * voice->scale;
}

PgBlock *
pg_sign_level (const PgVoice *voice, const char *style, const PgRoom *room)
{
  return pg_room_has_figure (room) ? pg_say_word_with (voice, style, "level", room->level)
                                   : pg_say_string (voice, style, room->level, &room->place);
}

PgBlock *
pg_sign_head (const PgVoice *voice, const PgRoom *room)
{
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_ROW, room != NULL ? &room->place : &voice->event->place);
  double plate = pg_sign_length (voice, "sign", "level-plate"), level = pg_sign_length (voice, "sign", "level");
  double gap = pg_sign_length (voice, "sign", "level-gap");
  gboolean has_level = room != NULL && room->level != NULL, is_figure = has_level && pg_room_has_figure (room);
  double measure = voice->paper->measure, end = is_figure ? measure - plate - gap : measure;
  head->align_tops = TRUE;
  pg_row_add (head, 0, has_level ? end - level - gap : 0, PG_STACKED (voice, pg_sign_event, "sign-event"));
  if (has_level)
    pg_row_add (head, end - level, level, PG_STACKED (voice, pg_sign_level, "sign-level", room));
  if (is_figure)
    pg_row_add (head, end + gap, plate, pg_plate (voice->first, "sign-level-plate", room->level, plate, "paper"));
  return head;
}

PgBlock *
pg_sign_field (const PgVoice *voice, const char *group, PgBlock *head, PgBlock *said, const char *same_size)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &said->place);
  PgBlock *above = pg_box_new (voice->arena, head), *name = pg_box_new (voice->arena, said);
  double top = pg_sign_length (voice, group, "field-top"), height = pg_sign_length (voice, group, "field-head");
  double foot = pg_sign_length (voice, group, "field-foot");
  above->box_height = height;
  said->role = PG_ROLE_H1;
  name->box_height = pg_sign_length (voice, group, "field") - top - height - foot;
  name->vertical = PG_PLACE_END;
  name->same_size = same_size;
  pg_sign_read_from (voice, name, 0, strcmp (same_size, "sign-session") == 0 ? "small-letter" : "capital");
  pg_block_add (stack, above);
  pg_block_add (stack, name);
  stack->pad_above = top;
  stack->pad_below = foot;
  stack->band = pg_theme_colour (voice->theme, "sign-field");
  return stack;
}

PgBlock *
pg_sign_day (const PgVoice *voice, const PgDay *day)
{
  PgBlock *date = PG_AT_ENDS (voice, pg_sign_length (voice, "sign", "date-gap"), pg_day_date_block, "sign-date", day);
  date->role = PG_ROLE_H2;
  date->before = pg_sign_length (voice, "sign", "date-white");
  date->after = pg_sign_length (voice, "sign", "list-white");
  return date;
}

gboolean
pg_sign_is_between (const PgEntry *entry)
{
  return entry->kind == PG_ENTRY_BREAK && entry->room == NULL;
}

PgBlock *
pg_sign_title (const PgVoice *voice, const char *style, const PgEntry *entry, PgRole role)
{
  PgBlock *title = entry->title != NULL ? pg_say (voice, style, entry->title)
                                        : pg_say_word (voice, style, entry->word != NULL ? entry->word : "session");
  title->role = role;
  return title;
}

/* Only sessions without a kind of their own: a keynote's number would be taken for one of theirs. */
PgBlock *
pg_sign_number (const PgVoice *voice, const PgEntry *entry, double side)
{
  if (entry->track != NULL && entry->track->letter != NULL)
    return pg_sign_letter (voice, entry->track, side);
  const char *number = g_strcmp0 (entry->word, "session") == 0 ? entry->number : NULL;
  return pg_plate (voice, "sign-number", number, side, "sign-field");
}

PgBlock *
pg_sign_row (const PgVoice *voice, const PgDay *day, const PgEntry *entry, PgBlock *said)
{
  gboolean is_break = pg_sign_is_between (entry);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  double text = pg_sign_length (voice, "sign", "text"), plate = pg_sign_length (voice, "sign", "plate");
  row->align_tops = row->keep_together = TRUE;
  row->band = is_break ? pg_theme_colour (voice->theme, "sign-break") : NULL;
  row->pad_above = row->pad_below = pg_sign_length (voice, "sign", is_break ? "break-pad" : "row-pad");
  pg_row_add (row, 0, plate,
              is_break ? pg_times_block (voice->first, day, entry, "sign-break", NULL, FALSE)
                       : pg_times_block (voice->first, day, entry, "sign-time", "sign-until", TRUE))
      ->role
      = PG_ROLE_TH;
  pg_row_add (row, plate, text - plate - pg_sign_length (voice, "sign", "plate-gap"),
              pg_sign_number (voice->first, entry, pg_sign_length (voice, "sign", "number")));
  pg_row_add (row, text, 0, said);
  return row;
}

PgBlock *
pg_sign_table (const PgVoice *voice, const PgPlace *place)
{
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, place);
  table->rule_above = pg_theme_rule (voice->theme, "sign-list");
  table->rule_end = table->rule_split = pg_theme_rule (voice->theme, "sign-row");
  return table;
}

guint
pg_sign_steps_with_speakers (const PgVoice *voice)
{
  return (guint) pg_theme_length (voice->theme, "sign", "steps-with-speakers");
}

PgBlock *
pg_sign_steps (const PgVoice *voice, const char *group, guint n_with_speakers, PgSignFunc make, gconstpointer data)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &voice->event->place);
  guint n_steps;
  g_autofree double *steps = pg_theme_numbers (voice->theme, group, "steps", &n_steps);
  choice->by = PG_CHOICE_SPACE;
  for (guint i = 0, n = MIN (n_steps, n_with_speakers); i < n + n_steps; i++)
    pg_block_add (choice, make (pg_voice_scaled (voice, steps[i < n ? i : i - n]), i < n, data));
  return choice;
}

PgBlock *
pg_sign_state (const PgVoice *voice)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *count = pg_paragraph (voice, "sign-count", &voice->event->place);
  PgRun *run = pg_paragraph_add (voice->arena, count, NULL, "0/0", voice->language);
  run->field = PG_FIELD_SHEET;
  run->zero = voice->zero;
  pg_block_add (stack, count);
  pg_block_add (stack, pg_state_block (voice, "sign-state"));
  return stack;
}

PgBlock *
pg_sign_event_and_state (const PgVoice *voice, const char *style)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  pg_block_add (stack, PG_STACKED (voice, pg_sign_event, style));
  pg_block_add (stack, pg_state_block (voice, "sign-state"));
  return stack;
}

PgBlock *
pg_sign_foot (const PgVoice *voice)
{
  return pg_place_at_ends (voice, voice->paper->height - pg_sign_length (voice, "sign", "foot"), pg_sign_state (voice),
                           PG_STACKED (voice, pg_say, "sign-venue", voice->event->venue));
}

PgPageRun *
pg_sign_run (const PgVoice *voice, const char *bookmark, PgSignHeadFunc make, gconstpointer data)
{
  PgPageRun *run = pg_text_run_new (voice, make (voice, data));
  run->flow->role = PG_ROLE_SECT;
  run->flow->bookmark = bookmark;
  run->flow->bookmark_level = 1;
  run->over = pg_sign_foot (voice);
  run->continued = pg_place_at (voice, 0, make (voice, data));
  run->top_continued = pg_sign_length (voice, "sign", "list");
  return run;
}

gboolean
pg_sign_wants_day (const PgVoice *voice, const PgDay *day)
{
  return voice->request->selection.day == 0 || voice->request->selection.day == day->number;
}

gboolean
pg_sign_wants_room (const PgVoice *voice, const PgRoom *room)
{
  const char *wanted = voice->request->selection.room;
  return wanted == NULL || (room != NULL && strcmp (room->id, wanted) == 0);
}

gboolean
pg_sign_wants_place (const PgVoice *voice, const PgSignpost *signpost)
{
  const char *wanted = voice->request->selection.place;
  return wanted == NULL || g_strcmp0 (signpost->where, wanted) == 0;
}

void
pg_sign_read_from (const PgVoice *voice, PgBlock *box, double metres, const char *letter)
{
  double wanted = voice->request->selection.distance;
  const char *factor = pg_theme_word (voice->theme, "sign", "letter-height");
  if (wanted <= 0 && metres <= 0)
    return;
  PgReading *reading = pg_arena_new0 (voice->arena, PgReading);
  reading->metres = wanted > 0 ? wanted : metres;
  gboolean is_ada = strcmp (factor, "ada") == 0; /* which counts capitals, whatever is read */
  reading->factor = is_ada ? 0 : g_ascii_strtod (factor, NULL);
  reading->letter = pg_share (voice, is_ada ? "capital" : letter);
  box->reading = reading;
}
