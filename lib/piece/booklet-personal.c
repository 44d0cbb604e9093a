/* Enters: one of a list of people, and the event. Leaves: what a booklet has for that one alone: a panel with the name for the
   cover, pages with what they are told and their sessions, and marks on these wherever they stand. */
#include "block/code.h"
#include "event/names.h"
#include "event/own.h"
#include "event/words.h"
#include "piece/booklet.h"
#include "piece/guests.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "say/pair.h"
#include "say/say.h"

/* Who it is */

static const PgOwn *
own_of (const PgVoice *voice, const PgEntry *entry)
{
  const PgPersonal *personal = voice->request->personal;
  for (guint i = 0; personal != NULL && i < personal->own->len; i++)
    if (g_array_index (personal->own, PgOwn, i).entry == entry)
      return &g_array_index (personal->own, PgOwn, i);
  return NULL;
}

static const char *
field (const PgVoice *voice, const char *name)
{
  return programme_people_get (voice->request->people, voice->request->record - 1, name);
}

/* What all have in common, and their own sessions. */
static ProgrammeEvent *
event_of_own (const PgVoice *voice)
{
  ProgrammeEvent *event = pg_arena_new0 (voice->arena, ProgrammeEvent);
  *event = *voice->event;
  event->days = pg_arena_array (voice->arena);
  for (guint d = 0; d < voice->event->days->len; d++)
    {
      const PgDay *whole = g_ptr_array_index (voice->event->days, d);
      PgDay *day = pg_arena_new0 (voice->arena, PgDay);
      *day = *whole;
      day->entries = pg_arena_array (voice->arena);
      for (guint e = 0; e < whole->entries->len; e++)
        {
          PgEntry *entry = g_ptr_array_index (whole->entries, e);
          if (entry->kind != PG_ENTRY_SESSION || own_of (voice, entry) != NULL)
            g_ptr_array_add (day->entries, entry);
        }
      g_ptr_array_add (event->days, day);
    }
  return event;
}

static void
unref_array (gpointer array)
{
  g_array_unref (array);
}

const PgVoice *
pg_personal_voice (const PgRequest *request, const PgPaper *paper)
{
  const PgVoice *voice = pg_voice_new (request, paper);
  if (request->record == 0)
    return voice;
  PgRequest *own = pg_arena_new0 (request->arena, PgRequest);
  PgPersonal *personal = pg_arena_new0 (request->arena, PgPersonal);
  const PgGuest *guest = pg_guest_new (voice, request->record - 1);
  GArray *sessions = pg_own_sessions (request->event, pg_guest_field (voice, guest, "sessions"), guest->known, NULL);
  pg_arena_defer (request->arena, unref_array, sessions);
  *personal = (PgPersonal){ guest->person, sessions };
  *own = *request;
  own->personal = personal;
  voice = pg_voice_new (own, paper);
  if (!request->only_own)
    return voice;
  own->event = event_of_own (voice);
  return pg_voice_new (own, paper);
}

/* Marks */

/* Behind the first line of what is said, in each of its ways to stand there. */
static void
add_behind (const PgVoice *voice, PgBlock *said, const char *word)
{
  if (said == NULL)
    return;
  if (said->kind == PG_BLOCK_PARAGRAPH)
    {
      pg_add_string (voice, said, "personal-role", PG_DOT);
      pg_add_string (voice, said, "personal-role", word);
    }
  else if (said->kind == PG_BLOCK_CHOICE)
    for (guint i = 0; i < said->children->len; i++)
      add_behind (voice, g_ptr_array_index (said->children, i), word);
  else if (pg_block_is_stack (said) && said->children->len > 0)
    add_behind (voice, g_ptr_array_index (said->children, 0), word);
  else if (said->kind == PG_BLOCK_ROW && said->cells->len > 0)
    add_behind (voice, g_array_index (said->cells, PgCell, 0).block, word);
}

static void
mark (const PgVoice *voice, PgBlock *row)
{
  pg_mark_own (voice, row, pg_booklet_length (voice, "marked-beyond"), pg_booklet_length (voice, "marked-edge"));
}

gboolean
pg_personal_has_day (const PgVoice *voice, const PgDay *day)
{
  const PgPersonal *personal = voice->request->personal;
  gboolean found = FALSE;
  for (guint i = 0; personal != NULL && i < personal->own->len && !found; i++)
    found = g_array_index (personal->own, PgOwn, i).day->number == day->number;
  return found;
}

void
pg_personal_mark (const PgVoice *voice, PgBlock *row, PgBlock *said, const PgEntry *entry)
{
  if (voice->request->is_pattern || own_of (voice, entry) == NULL)
    return;
  mark (voice, row);
  add_behind (voice->first, said, pg_word (voice->event, "yours", voice->language, NULL));
}

/* The panel */

static PgBlock *
sender_block (const PgVoice *voice, const char *style, const PgPerson *person)
{
  const PgText *organisation = person->organisation != NULL ? person->organisation->name : NULL;
  return pg_post_block (voice, style, &person->place, person->position, organisation);
}

/* "Table 7 · Hotel Farol" */
static PgBlock *
facts_line (const PgVoice *voice, const char *style)
{
  const char *table = field (voice, "table"), *hotel = field (voice, "hotel");
  PgBlock *line = pg_paragraph (voice, style, &voice->request->personal->person->place);
  if (table[0] != '\0')
    {
      pg_add_word (voice, line, NULL, "table");
      pg_add_string (voice, line, NULL, " ");
      pg_add_string (voice, line, NULL, table);
    }
  pg_add_string (voice, line, NULL, table[0] != '\0' && hotel[0] != '\0' ? PG_DOT : "");
  pg_add_string (voice, line, NULL, hotel);
  return line->n_runs > 0 ? line : NULL;
}

PgBlock *
pg_personal_panel (const PgVoice *voice)
{
  const PgPersonal *personal = voice->request->personal;
  if (personal == NULL)
    return NULL;
  const PgPaper *paper = voice->paper;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &personal->person->place),
          *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &personal->person->place);
  double pad = pg_booklet_length (voice, "plate");
  pg_block_add (said, PG_STACKED (voice, pg_say, "panel-name", personal->person->name));
  pg_block_add (said, sender_block (voice->first, "panel-line", personal->person));
  pg_block_add (said, facts_line (voice->first, "panel-line"));
  pg_row_add (row, pad, paper->details_x - pad, PG_STACKED (voice, pg_say_word, "panel-label", "for-person"));
  pg_row_add (row, paper->details_x, paper->details_width, said);
  PgBlock *box = pg_box_new (voice->arena, row);
  box->fill = pg_theme_colour (voice->theme, "paper");
  box->box_height
      = pg_booklet_length (voice, "cover-panel-height") * paper->height / pg_booklet_length (voice, "made-for-height");
  box->padding.above = box->padding.below = pg_booklet_length (voice, "session-pad");
  box->vertical = PG_PLACE_MIDDLE;
  return box;
}

/* The pages */

static PgBlock *
value_block (const PgVoice *voice, const char *name)
{
  const PgRequest *request = voice->request;
  PgPlace place = pg_guest_place (voice, request->people, request->record - 1, name);
  return pg_say_string (voice, "personal-value", field (voice, name), &place);
}

/* What they are told; NULL if that is nothing. */
static PgBlock *
facts_table (const PgVoice *voice)
{
  static const char *const names[] = { "table", "hotel", "note" };
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &voice->request->personal->person->place);
  table->rule_end = table->rule_split = pg_theme_rule (voice->theme, "booklet-row");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      PgBlock *value = value_block (voice->first, names[i]);
      if (value == NULL)
        continue;
      PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &value->place);
      row->rule_above = table->children->len > 0 ? pg_theme_rule (voice->theme, "booklet-row") : NULL;
      row->pad_above = row->pad_below = pg_booklet_length (voice, "glance-pad");
      pg_row_add (row, 0, voice->paper->details_x - pg_space (voice, "gutter"),
                  PG_STACKED (voice, pg_say_word, "personal-label", names[i]))
          ->role
          = PG_ROLE_TH;
      pg_row_add (row, voice->paper->details_x, 0, value);
      pg_block_add (table, row);
    }
  return table->children->len > 0 ? table : NULL;
}

/* What the list says for it, or else the id, with what can be read below; NULL for nothing. */
static PgBlock *
code_block (const PgVoice *voice)
{
  const char *id = field (voice, "id"), *payload = field (voice, "qr");
  const PgPlace *place = &voice->request->personal->person->place;
  const PgCode *code = pg_code_new (voice->arena, payload[0] != '\0' ? payload : id);
  if (code == NULL || code->payload[0] == '\0')
    return NULL;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, place),
          *block = pg_block_new (voice->arena, PG_BLOCK_CODE, place);
  block->code = code;
  block->code_alt = code->payload;
  block->side = pg_booklet_length (voice, "personal-code-side");
  block->ink = *pg_theme_colour (voice->theme, "text");
  stack->pad_above = block->after = block->side * PG_CODE_QUIET / code->n;
  pg_block_add (stack, block);
  pg_block_add (stack, pg_say_string (voice, "personal-key", id[0] != '\0' ? id : payload, place));
  return stack;
}

/* Facts, and the code beside them, below the rule of the page. */
static PgBlock *
facts_row (const PgVoice *voice)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place), *code = code_block (voice->first);
  double width = code != NULL ? pg_booklet_length (voice, "personal-code") : 0;
  row->align_tops = TRUE;
  row->rule_above = pg_theme_rule (voice->theme, "booklet");
  pg_row_add (row, 0, voice->paper->measure - width, facts_table (voice));
  if (code != NULL)
    pg_row_add (row, voice->paper->measure - pg_booklet_length (voice, "personal-code-side"), 0, code);
  return row;
}

/* "Speaker" */
static PgBlock *
role_block (const PgVoice *voice, const PgOwn *own)
{
  PgGroup group = *own->group; /* whose word is that for one, whoever else is in it */
  group.slots = pg_arena_array (voice->arena);
  return pg_label_block (voice, "personal-role", &group);
}

static PgBlock *
session_row (const PgVoice *voice, const PgOwn *own)
{
  const PgPaper *paper = voice->paper;
  const PgEntry *entry = own->entry;
  gboolean is_duty = own->group != NULL;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &entry->place),
          *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  double plate = pg_booklet_length (voice, "plate"),
         plate_x = paper->details_x - plate - pg_booklet_length (voice, "plate-gap"),
         folio = pg_booklet_length (voice, "folio"), room = pg_booklet_length (voice, "room"),
         room_x = paper->measure - folio - room;
  row->keep_together = TRUE;
  row->pad_above = pg_booklet_length (voice, "glance-tight");
  row->pad_below = pg_booklet_length (voice, "glance-pad");
  pg_block_add (said, PG_STACKED (voice, pg_booklet_name, is_duty ? "personal-duty" : "personal-title", entry));
  pg_block_add (said, is_duty ? PG_STACKED (voice, role_block, own) : NULL);
  pg_row_add (row, 0, plate_x, pg_times_block (voice->first, own->day, entry, "personal-duty", NULL, FALSE))->role
      = PG_ROLE_TH;
  pg_row_add (row, plate_x, paper->details_x - plate_x, pg_booklet_plate (voice->first, entry, "booklet-plate", plate));
  pg_row_add (row, paper->details_x, room_x - pg_booklet_length (voice, "gap") - paper->details_x, said);
  pg_row_add (row, room_x, room,
              entry->room != NULL ? PG_STACKED (voice, pg_say, "glance-room", entry->room->name) : NULL);
  pg_row_add (row, paper->measure - folio, folio,
              entry->kind != PG_ENTRY_BREAK
                  ? pg_booklet_folio (voice->first, "glance-folio", pg_entry_anchor (voice, entry), &entry->place)
                  : NULL);
  if (is_duty)
    mark (voice, row);
  return row;
}

/* Their sessions of a day; NULL if they have none. */
static PgBlock *
day_block (const PgVoice *voice, const PgDay *day)
{
  const GArray *own = voice->request->personal->own;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place),
          *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &day->place);
  table->rule_above = pg_theme_rule (voice->theme, "booklet");
  table->rule_end = table->rule_split = pg_theme_rule (voice->theme, "booklet-row");
  for (guint i = 0; i < own->len; i++)
    {
      const PgOwn *one = &g_array_index (own, PgOwn, i);
      if (one->day->number != day->number)
        continue;
      PgBlock *row = session_row (voice, one);
      row->rule_above = table->children->len > 0 ? pg_theme_rule (voice->theme, "booklet-row") : NULL;
      pg_block_add (table, row);
    }
  if (table->children->len == 0)
    return NULL;
  PgBlock *name = PG_STACKED (voice, pg_day_name, "booklet-head", day);
  name->role = PG_ROLE_H2;
  stack->before = pg_booklet_length (voice, "personal-before");
  name->after = pg_booklet_length (voice, "contents-pad");
  name->keep_with_next = TRUE;
  pg_block_add (stack, name);
  pg_block_add (stack, table);
  return stack;
}

PgPageRun *
pg_personal_pages (const PgVoice *voice, const PgBookletPart *part)
{
  const PgPerson *person = voice->request->personal->person;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &part->place),
          *name = PG_STACKED (voice, pg_say, "booklet-title", person->name);
  name->role = PG_ROLE_H1;
  stack->role = PG_ROLE_SECT;
  stack->anchor = pg_part_anchor (voice, part);
  stack->bookmark = pg_word (voice->event, pg_part_word (part->kind), voice->language, NULL);
  stack->bookmark_level = 1;
  pg_block_add (stack, pg_booklet_title (voice, name, sender_block (voice->first, "personal-title", person)));
  pg_block_add (stack, facts_row (voice));
  for (guint i = 0; i < voice->event->days->len; i++)
    pg_block_add (stack, day_block (voice, g_ptr_array_index (voice->event->days, i)));
  return pg_facing_pages_new (voice, stack, NULL,
                              PG_IN_HEAD (voice, pg_say_word, "running-day", pg_part_word (part->kind)));
}
