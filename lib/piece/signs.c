/* Enters: an event. Leaves: signs for doors: a page a room and day, which can be read from afar: the room's name on a field
   of colour, the day, and what happens in it, in the largest of the theme's steps that fits on the page. */
#include "event/dates.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "piece/pieces.h"
#include "say/pair.h"
#include "say/say.h"

static double
length (const PgVoice *voice, const char *key)
{
  return pg_theme_length (voice->theme, "sign", key) * voice->scale;
}

static PgBlock *
level_block (const PgVoice *voice, const char *style, const PgRoom *room, gboolean is_figure)
{
  return is_figure ? pg_say_word_with (voice, style, "level", room->level)
                   : pg_say_string (voice, style, room->level, &room->place);
}

/* The event at the top of the field; at its far end the floor, with its figure on a plate where it has one. */
static PgBlock *
field_head (const PgVoice *voice, const PgRoom *room)
{
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_ROW, &room->place);
  const PgText *event = voice->event->short_title != NULL ? voice->event->short_title : voice->event->title;
  double plate = length (voice, "level-plate"), level = length (voice, "level"), gap = length (voice, "level-gap");
  gboolean is_figure = pg_room_has_figure (room);
  double measure = voice->paper->measure, end = is_figure ? measure - plate - gap : measure;
  head->align_tops = TRUE;
  pg_row_add (head, 0, end - level - gap, PG_STACKED (voice, pg_say, "sign-event", event));
  if (room->level != NULL)
    pg_row_add (head, end - level, level, PG_STACKED (voice, level_block, "sign-level", room, is_figure));
  if (is_figure)
    pg_row_add (head, end + gap, plate, pg_plate (voice->first, "sign-level-plate", room->level, plate, "paper"));
  return head;
}

/* The field, with the name at its foot: all doors of an event in one size. */
static PgBlock *
field_block (const PgVoice *voice, const PgRoom *room)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &room->place);
  PgBlock *head = pg_box_new (voice->arena, field_head (voice, room));
  PgBlock *said = PG_STACKED (voice, pg_say, "sign-room", room->name), *name = pg_box_new (voice->arena, said);
  double top = length (voice, "field-top"), height = length (voice, "field-head"), foot = length (voice, "field-foot");
  head->box_height = height;
  said->role = PG_ROLE_H1;
  name->box_height = length (voice, "field") - top - height - foot;
  name->vertical = PG_PLACE_END;
  name->same_size = "sign-room";
  pg_block_add (stack, head);
  pg_block_add (stack, name);
  stack->pad_above = top;
  stack->pad_below = foot;
  stack->band = pg_theme_colour (voice->theme, "sign-field");
  return stack;
}

static PgBlock *
day_block (const PgVoice *voice, const PgDay *day)
{
  PgBlock *date = PG_AT_ENDS (voice, length (voice, "date-gap"), pg_day_date_block, "sign-date", day);
  date->role = PG_ROLE_H2;
  date->before = length (voice, "date-white");
  date->after = length (voice, "list-white");
  return date;
}

/* A break that is the room's own is what the sign is for. */
static gboolean
is_between (const PgEntry *entry)
{
  return entry->kind == PG_ENTRY_BREAK && entry->room == NULL;
}

static PgBlock *
title_block (const PgVoice *voice, const char *style, const PgEntry *entry)
{
  PgBlock *title = entry->title != NULL ? pg_say (voice, style, entry->title)
                                        : pg_say_word (voice, style, entry->word != NULL ? entry->word : "session");
  title->role = is_between (entry) ? PG_ROLE_AUTO : PG_ROLE_H3;
  return title;
}

/* Only sessions without a kind of their own: a keynote's number would be taken for one of theirs. */
static PgBlock *
number_block (const PgVoice *voice, const PgEntry *entry)
{
  const char *number = g_strcmp0 (entry->word, "session") == 0 ? entry->number : NULL;
  return pg_plate (voice, "sign-number", number, length (voice, "number"), "sign-field");
}

/* An entry as a row; after a break, whose band parts, it has no rule. */
static PgBlock *
entry_row (const PgVoice *voice, const PgDay *day, const PgEntry *entry, const PgEntry *before, gboolean has_speakers)
{
  gboolean is_break = is_between (entry), follows_break = before != NULL && is_between (before);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place);
  PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  double text = length (voice, "text"), plate = length (voice, "plate");
  row->align_tops = row->keep_together = TRUE;
  row->band = is_break ? pg_theme_colour (voice->theme, "sign-break") : NULL;
  row->rule_above = is_break || follows_break || before == NULL ? NULL : pg_theme_rule (voice->theme, "sign-row");
  row->pad_above = row->pad_below = length (voice, is_break ? "break-pad" : "row-pad");
  pg_row_add (row, 0, plate,
              is_break ? pg_times_block (voice->first, day, entry, "sign-break", NULL, FALSE)
                       : pg_times_block (voice->first, day, entry, "sign-time", "sign-until", TRUE))
      ->role
      = PG_ROLE_TH;
  pg_row_add (row, plate, text - plate - length (voice, "plate-gap"), number_block (voice->first, entry));
  pg_block_add (said, PG_STACKED (voice, title_block, is_break ? "sign-break" : "sign-title", entry));
  if (has_speakers)
    pg_block_add (said, pg_people_block (voice->first, "sign-speaker", entry, length (voice, "people-white")));
  pg_row_add (row, text, 0, said);
  return row;
}

static PgBlock *
list_block (const PgVoice *voice, const PgDay *day, const GPtrArray *entries, gboolean has_speakers)
{
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &day->place);
  table->rule_above = pg_theme_rule (voice->theme, "sign-list");
  table->rule_end = table->rule_split = pg_theme_rule (voice->theme, "sign-row");
  for (guint i = 0; i < entries->len; i++)
    pg_block_add (table, entry_row (voice, day, g_ptr_array_index (entries, i),
                                    i > 0 ? g_ptr_array_index (entries, i - 1) : NULL, has_speakers));
  return table;
}

/* What happens: in the largest step in which there is room for the speakers, too, or else in the largest without them. */
static PgBlock *
choice_of_lists (const PgVoice *voice, const PgDay *day, const GPtrArray *entries)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &day->place);
  guint n_steps, n_with_speakers = (guint) pg_theme_length (voice->theme, "sign", "steps-with-speakers");
  g_autofree double *steps = pg_theme_numbers (voice->theme, "sign", "steps", &n_steps);
  choice->by = PG_CHOICE_SPACE;
  for (guint i = 0, n = MIN (n_steps, n_with_speakers); i < n + n_steps; i++)
    pg_block_add (choice, list_block (pg_voice_scaled (voice, steps[i < n ? i : i - n]), day, entries, i < n));
  return choice;
}

/* The field and the day; where the list goes on, on the next page too. */
static PgBlock *
head_block (const PgVoice *voice, const PgDay *day, const PgRoom *room)
{
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_STACK, &room->place);
  pg_block_add (head, field_block (voice, room));
  pg_block_add (head, day_block (voice, day));
  return head;
}

static void
add_door (PgManuscript *manuscript, const PgVoice *voice, const PgDay *day, const PgRoom *room)
{
  GPtrArray *entries = pg_day_entries_in (day, room, voice->arena);
  if (entries->len == 0)
    return;
  PgPageRun *run = pg_text_run_new (voice, head_block (voice, day, room));
  run->flow->role = PG_ROLE_SECT;
  run->flow->bookmark
      = pg_arena_printf (voice->arena, "%s, %s", pg_plain (voice, room->name), pg_day_plain_name (voice, day));
  run->flow->bookmark_level = 1;
  pg_block_add (run->flow, choice_of_lists (voice, day, entries));
  run->over
      = pg_place_at_ends (voice, voice->paper->height - length (voice, "foot"), pg_state_block (voice, "sign-state"),
                          PG_STACKED (voice, pg_say, "sign-venue", voice->event->venue));
  run->continued = pg_place_at (voice, 0, head_block (voice, day, room));
  run->top_continued = length (voice, "list");
  g_ptr_array_add (manuscript->page_runs, run);
}

PgManuscript *
pg_signs_compose (const PgRequest *request, GError **error)
{
  const PgPaper *paper = pg_paper_new_scaled (request, "sign", error);
  if (paper == NULL)
    return NULL;
  PgRequest *stacked = pg_arena_new0 (request->arena, PgRequest);
  *stacked = *request;
  stacked->bilingual = PG_BILINGUAL_STACKED; /* all of a sign is heading */
  const PgVoice *voice = pg_voice_new (stacked, paper);
  PgManuscript *manuscript = pg_manuscript_new_in (voice, NULL);
  for (guint r = 0; r < voice->event->rooms->len; r++)
    for (guint d = 0; d < voice->event->days->len; d++)
      add_door (manuscript, voice, g_ptr_array_index (voice->event->days, d),
                g_ptr_array_index (voice->event->rooms, r));
  return manuscript;
}

const char *
pg_signs_find_lack (const ProgrammeEvent *event)
{
  return pg_event_uses_rooms (event) ? NULL
                                     : "no session is in a room, so that there is no door to hang a sign on: write "
                                       "<room id=\"hall\"> in <rooms>, and room=\"hall\" in its sessions";
}
