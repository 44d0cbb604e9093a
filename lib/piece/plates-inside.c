/* Enters: whose card it is. Leaves: its inside, for the one who sits there: the running order of their sessions with their own turns
   marked, and who is beside; or the names of those whom a card stands for. */
#include "event/cues.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "piece/plates.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

/* A card, in the size that is tried. */
typedef struct
{
  const PgVoice *voice;
  const PgSeat *seat;
  const PgPerson *self; /* as the event knows them, or NULL */
} Inside;

/* Who has a turn, or a part in a talk. */
static gboolean
has_person (const GPtrArray *groups, const PgPerson *person)
{
  for (guint g = 0; groups != NULL && g < groups->len; g++)
    {
      const GPtrArray *slots = ((const PgGroup *) g_ptr_array_index (groups, g))->slots;
      for (guint s = 0; s < slots->len; s++)
        if (g_ptr_array_find (((const PgSlot *) g_ptr_array_index (slots, s))->people, person, NULL))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_own (const Inside *inside, const PgCue *cue)
{
  if (inside->self == NULL)
    return FALSE;
  if (cue->slot != NULL)
    return g_ptr_array_find (cue->slot->people, inside->self, NULL);
  return has_person (cue->talk != NULL   ? cue->talk->groups
                     : cue->work != NULL ? cue->work->groups
                                         : NULL,
                     inside->self);
}

static PgBlock *
name_line (const PgVoice *voice, const char *style, const PgSlot *slot, const PgPerson *person)
{
  PgBlock *line = pg_paragraph (voice, style, &person->place);
  pg_add_name (voice, line, style, style, person->honorific, pg_slot_name (slot, person));
  return line;
}

/* "Hana Lee, South Korea" */
static PgBlock *
person_line (const PgVoice *voice, const char *style, const PgSlot *slot, const PgPerson *person)
{
  PgBlock *line = name_line (voice, style, slot, person);
  pg_add_after (voice, line, "listed", pg_sender_block (voice, style, slot, person));
  return line;
}

/* What comes then, on a line or, of several people, on several. */
static PgBlock *
cue_block (const PgVoice *voice, const char *style, const PgCue *cue)
{
  if (cue->slot == NULL)
    return cue->group != NULL   ? pg_label_block (voice, style, cue->group)
           : cue->talk != NULL  ? pg_say (voice, style, cue->talk->title)
           : cue->topic != NULL ? pg_say (voice, style, cue->topic->title)
           : cue->work != NULL  ? pg_say (voice, style, cue->work->title)
                                : pg_say_word (voice, style, "questions");
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &cue->slot->place);
  for (guint i = 0; i < cue->slot->people->len; i++)
    pg_block_add (stack, person_line (voice, style, cue->slot, g_ptr_array_index (cue->slot->people, i)));
  return stack;
}

static void
mark (const PgVoice *voice, PgBlock *row)
{
  pg_mark_own (voice, row, pg_plate_length (voice, "inside-beyond"), pg_plate_length (voice, "inside-edge"));
}

static PgBlock *
cue_row (const Inside *inside, const PgAppearance *turn, const PgCue *cue)
{
  const PgVoice *voice = inside->voice;
  gboolean own = is_own (inside, cue);
  const char *style = own ? "plate-own" : "plate-row";
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &turn->entry->place);
  double minutes = pg_plate_length (voice, "inside-minutes"), text = pg_plate_length (voice, "inside-text");
  const PgEntry at = { .start = cue->start, .end = -1, .place = turn->entry->place };
  row->pad_above = row->pad_below = pg_plate_length (voice, "inside-pad");
  row->rule_above = pg_theme_rule (voice->theme, "sign-row");
  if (cue->start >= 0 && !turn->entry->without_times)
    pg_row_add (row, 0, minutes, pg_times_block (voice, turn->day, &at, style, NULL, FALSE));
  pg_row_add (row, minutes, text - minutes, pg_minutes_block (voice, style, style, cue->minutes, &turn->entry->place));
  pg_row_add (row, text, 0, cue_block (voice, style, cue));
  if (own)
    mark (voice, row);
  return row;
}

static PgBlock *
title_block (const PgVoice *voice, const char *style, const PgEntry *entry)
{
  return entry->title != NULL ? pg_say (voice, style, entry->title)
                              : pg_say_word (voice, style, entry->word != NULL ? entry->word : "session");
}

/* Day, times and room. */
static PgBlock *
when_block (const PgVoice *voice, const PgAppearance *turn)
{
  PgBlock *line = pg_paragraph (voice, "plate-when", &turn->entry->place);
  PgBlock *times = pg_times_block (voice, turn->day, turn->entry, "plate-when", "plate-when", FALSE);
  PgBlock *date = pg_day_date_block (voice, "plate-when", turn->day);
  if (date != NULL)
    pg_add_runs (voice, line, date);
  if (times != NULL)
    {
      pg_add_string (voice, line, NULL, PG_DOT);
      pg_add_runs (voice, line, times);
    }
  if (turn->entry->room != NULL)
    {
      pg_add_string (voice, line, NULL, PG_DOT);
      pg_add_rooms (voice, line, "plate-when", turn->entry);
    }
  return line;
}

/* All turns of a session, or one's own. */
static void
add_session (const Inside *inside, PgBlock *stack, const PgAppearance *turn, gboolean is_whole)
{
  const PgVoice *voice = inside->voice;
  PgBlock *title = PG_STACKED (voice, title_block, "plate-inside", turn->entry);
  g_autoptr (GArray) cues = pg_cues_of (turn->entry);
  title->role = PG_ROLE_H1;
  title->before = pg_style (voice, "plate-inside")->before;
  pg_block_add (stack, title);
  pg_block_add (stack, when_block (voice->first, turn));
  for (guint i = 0; i < cues->len; i++)
    {
      const PgCue *cue = &g_array_index (cues, PgCue, i);
      if (is_whole || is_own (inside, cue))
        pg_block_add (stack, cue_row (inside, turn, cue));
    }
}

/* The session that is asked for, of somebody who has no part in it. */
static void
add_wanted (const Inside *inside, PgBlock *stack, gboolean is_whole)
{
  const ProgrammeEvent *event = inside->voice->event;
  const char *wanted = inside->voice->request->selection.session;
  for (guint d = 0; wanted != NULL && d < event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (event->days, d);
      for (guint i = 0; i < day->entries->len; i++)
        {
          const PgEntry *entry = g_ptr_array_index (day->entries, i);
          PgAppearance turn = { .day = day, .entry = entry };
          if (strcmp (entry->id, wanted) == 0)
            add_session (inside, stack, &turn, is_whole);
        }
    }
}

/* Who is beside: of a list those at the same table, else those who are in one of the same sessions. */
static gboolean
is_near (const PgVoice *voice, const PgSeat *seat, const PgSeat *other)
{
  if (seat->guest != NULL)
    return strcmp (pg_guest_field (voice, seat->guest, "table"), pg_guest_field (voice, other->guest, "table")) == 0;
  for (guint i = 0; i < seat->turns->len; i++)
    for (guint k = 0; k < other->turns->len; k++)
      {
        const PgEntry *entry = g_array_index (seat->turns, PgAppearance, i).entry;
        if (entry != NULL && entry == g_array_index (other->turns, PgAppearance, k).entry)
          return TRUE;
      }
  return FALSE;
}

static PgBlock *
name_of (const PgVoice *voice, const PgSeat *seat)
{
  return person_line (voice, "plate-when", seat->slot, seat->person);
}

/* "Beside you: Helena Barradas, Ann Bell": the one before and the one after, in the order of the cards. */
static PgBlock *
beside_line (const PgVoice *voice, const PgSeat *seat, const GPtrArray *seats)
{
  PgBlock *names = pg_paragraph (voice, "plate-when", &seat->person->place);
  PgBlock *line = pg_paragraph (voice, "plate-when", &seat->person->place);
  guint self = 0;
  while (g_ptr_array_index (seats, self) != seat)
    self++;
  for (guint before = self; before-- > 0 && names->n_runs == 0;)
    if (is_near (voice, seat, g_ptr_array_index (seats, before)))
      pg_add_runs (voice, names, name_of (voice, g_ptr_array_index (seats, before)));
  gboolean is_found = FALSE;
  for (guint after = self + 1; after < seats->len && !is_found; after++)
    if (is_near (voice, seat, g_ptr_array_index (seats, after)))
      {
        is_found = TRUE;
        if (names->n_runs > 0)
          pg_add_string (voice, names, NULL, PG_DOT);
        pg_add_runs (voice, names, name_of (voice, g_ptr_array_index (seats, after)));
      }
  if (names->n_runs == 0)
    return NULL;
  pg_add_joined (voice, line, "labelled", voice->language, pg_say_word (voice, "plate-when", "beside"), names);
  line->before = pg_plate_length (voice, "inside-white");
  return line;
}

static PgBlock *
inside_stack (const Inside *inside, const GPtrArray *seats, gboolean is_whole)
{
  const PgSeat *seat = inside->seat;
  PgBlock *stack = pg_block_new (inside->voice->arena, PG_BLOCK_STACK, &seat->person->place);
  const PgEntry *before = NULL;
  for (guint i = 0; i < seat->turns->len; i++)
    {
      const PgAppearance *turn = &g_array_index (seat->turns, PgAppearance, i);
      if (turn->entry != NULL && turn->entry != before)
        add_session (inside, stack, turn, is_whole);
      before = turn->entry;
    }
  if (seat->turns->len == 0)
    add_wanted (inside, stack, is_whole);
  pg_block_add (stack, beside_line (inside->voice->first, seat, seats));
  return stack;
}

/* A choice of boxes between the fold and the lower edge. */
static void
add_choice (const PgVoice *voice, PgBlock *choice, PgBlock *said)
{
  PgBlock *box = pg_box_new (voice->arena, said);
  box->box_height
      = voice->paper->height / 2 - pg_plate_white (voice, "inside-top") - pg_plate_length (voice, "inside-foot");
  choice->by = PG_CHOICE_SPACE;
  pg_block_add (choice, box);
}

PgBlock *
pg_plate_inside (const PgVoice *voice, const PgSeat *seat, const GPtrArray *seats)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &seat->person->place);
  guint n_steps;
  g_autofree double *steps = pg_theme_numbers (voice->theme, voice->paper->group, "steps", &n_steps);
  for (guint i = 0; i < 2 * n_steps; i++)
    {
      Inside inside = { .voice = pg_voice_scaled (voice, steps[i % n_steps]), .seat = seat };
      inside.self = seat->guest != NULL ? seat->guest->known : seat->person;
      add_choice (voice, choice, inside_stack (&inside, seats, i < n_steps));
    }
  return choice;
}

PgBlock *
pg_plate_names_inside (const PgVoice *voice, const char *heading, const GPtrArray *seats, gboolean has_senders)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &voice->event->place);
  guint n_steps;
  g_autofree double *steps = pg_theme_numbers (voice->theme, voice->paper->group, "steps", &n_steps);
  for (guint i = 0; i <= n_steps; i++)
    {
      const PgVoice *scaled = pg_voice_scaled (voice, steps[i == 0 ? 0 : i - 1]);
      PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
      PgBlock *names = pg_block_new (voice->arena, i == 0 ? PG_BLOCK_STACK : PG_BLOCK_COLUMNS, &voice->event->place);
      PgBlock *title = pg_say_string (scaled->first, "plate-inside", heading, &voice->event->place);
      title->role = PG_ROLE_H1;
      pg_block_add (stack, title);
      for (guint s = 0; s < seats->len; s++)
        {
          const PgSeat *seat = g_ptr_array_index (seats, s);
          pg_block_add (names,
                        (has_senders ? person_line : name_line) (scaled->first, "plate-row", seat->slot, seat->person));
        }
      if (i > 0)
        {
          names->n_columns = 2;
          names->gutter = pg_plate_length (voice, "name-gap");
        }
      pg_block_add (stack, names);
      add_choice (voice, choice, stack);
    }
  return choice;
}
