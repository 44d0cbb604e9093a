/* Enters: an event. Leaves: who speaks, for a booklet: photographs at the edge, and all that is said on the second axis: name,
   country, post, biography, sessions with their folios; in two columns where nobody has more than a name and sessions. */
#include "piece/appearances.h"
#include "piece/booklet.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "say/pair.h"
#include "say/say.h"

#include <string.h>

/* Where what is said of them begins, and how wide it is. */
typedef struct
{
  double x, width;
} Place;

static PgBlock *
name_block (const PgVoice *voice, const PgPerson *person)
{
  PgBlock *name = pg_paragraph (voice, "speaker-name", &person->place);
  pg_add_name (voice, name, "speaker-name", "speaker-family", person->honorific, person->name);
  return name;
}

static PgBlock *
party_block (const PgVoice *voice, const PgSlot *slot, const PgPerson *person)
{
  return pg_party_block (voice, "speaker-country", pg_slot_organisation (slot, person), pg_slot_country (slot, person));
}

static PgBlock *
post_block (const PgVoice *voice, const PgSlot *slot, const PgPerson *person)
{
  PgBlock *post = pg_post_block (voice, "speaker-position", &person->place, pg_slot_position (slot, person),
                                 pg_organisation_besides (pg_slot_organisation (slot, person)));
  return post->n_runs > 0 ? post : NULL;
}

static PgBlock *
biography_block (const PgVoice *voice, const PgPerson *person)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place);
  pg_add_body (voice, stack, "speaker-biography", PG_ROLE_H2, person->biography);
  return stack;
}

/* A talk, a work, a session, a day or all of it. */
static PgBlock *
turn_title (const PgVoice *voice, const PgAppearance *turn)
{
  const PgText *title = turn->talk != NULL ? turn->talk->title : turn->work != NULL ? turn->work->title : NULL;
  if (title != NULL)
    return pg_say (voice, "speaker-session", title);
  if (turn->entry != NULL)
    return pg_booklet_name (voice, "speaker-session", turn->entry);
  return turn->day != NULL ? pg_day_name (voice, "speaker-session", turn->day)
                           : pg_say_word (voice, "speaker-session", "agenda");
}

static PgBlock *
turn_row (const PgVoice *voice, const PgAppearance *turn, double width)
{
  double plate = pg_booklet_length (voice, "speaker-plate"), gap = pg_booklet_length (voice, "gap"), x = plate + gap,
         folio = pg_booklet_length (voice, "folio");
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &turn->slot->place);
  pg_row_add (row, 0, x,
              turn->entry != NULL ? pg_booklet_plate (voice->first, turn->entry, "booklet-plate", plate) : NULL);
  pg_row_add (row, x, width - folio - gap - x, PG_STACKED (voice, turn_title, turn));
  pg_row_add (row, width - folio, folio,
              pg_booklet_folio (voice->first, "booklet-folio", pg_appearance_anchor (voice, turn), &turn->slot->place))
      ->fit
      = PG_CELL_AT_END;
  return row;
}

/* Each place where they speak, once, whatever their parts there. */
static PgBlock *
turns_block (const PgVoice *voice, const PgSpeaker *speaker, double width)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &speaker->person->place);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  stack->before = pg_booklet_length (voice, "session-pad");
  for (guint i = 0; i < speaker->turns->len; i++)
    {
      const PgAppearance *turn = &g_array_index (speaker->turns, PgAppearance, i);
      if (g_hash_table_add (seen, pg_appearance_anchor (voice, turn)))
        pg_block_add (stack, turn_row (voice, turn, width));
    }
  return stack;
}

static PgBlock *
lines_block (const PgVoice *voice, const PgSpeaker *speaker, double width)
{
  const PgPerson *person = speaker->person;
  const PgSlot *slot = g_array_index (speaker->turns, PgAppearance, 0).slot;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place),
          *head = pg_block_new (voice->arena, PG_BLOCK_ROW, &person->place),
          *name = PG_STACKED (voice, name_block, person), *party = PG_STACKED (voice, party_block, slot, person);
  double right = party != NULL ? width * pg_share (voice, "speaker-party") : 0;
  name->role = PG_ROLE_H2;
  pg_row_add (head, 0, width - right, name);
  if (party != NULL)
    pg_row_add (head, width - right, right, party)->fit = PG_CELL_AT_END;
  pg_block_add (stack, head);
  pg_block_add (stack, PG_STACKED (voice, post_block, slot, person));
  if (person->biography != NULL)
    {
      PgBlock *biography = PG_STACKED (voice, biography_block, person);
      biography->before = pg_booklet_length (voice, "session-pad");
      pg_block_add (stack, biography);
    }
  pg_block_add (stack, turns_block (voice, speaker, width));
  return stack;
}

static PgBlock *
speaker_block (const PgVoice *voice, const PgSpeaker *speaker, const Place *place)
{
  const PgPerson *person = speaker->person;
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place),
          *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &person->place);
  double portrait = pg_booklet_length (voice, "portrait");
  row->align_tops = TRUE;
  if (person->photograph != NULL)
    pg_row_add (row, 0, portrait,
                pg_booklet_picture (voice, person->photograph, pg_plain (voice, person->name), portrait,
                                    portrait * pg_share (voice, "portrait-height"), &person->photograph_place))
        ->block->image->crop
        = TRUE;
  pg_row_add (row, place->x, place->width, lines_block (voice, speaker, place->width));
  pg_block_add (block, row);
  block->role = PG_ROLE_SECT;
  block->anchor = pg_arena_printf (voice->arena, "person-%s", person->id);
  block->keep_together = TRUE;
  block->pad_above = pg_booklet_length (voice, "speaker-above");
  block->pad_below = pg_booklet_length (voice, "speaker-below");
  return block;
}

#define FEW_TURNS 12 /* have room on any page */

/* Who has but a few lines is never broken; others may be where a page would end high above its foot. */
static PgBlock *
whole (const PgVoice *voice, const PgSpeaker *speaker, PgBlock *block)
{
  gboolean is_short = speaker->person->biography == NULL && speaker->turns->len < FEW_TURNS;
  return is_short ? pg_box_new (voice->arena, block) : block;
}

static gboolean
has_portraits (const GPtrArray *speakers)
{
  for (guint i = 0; i < speakers->len; i++)
    {
      const PgPerson *person = ((const PgSpeaker *) g_ptr_array_index (speakers, i))->person;
      if (person->photograph != NULL || person->biography != NULL)
        return TRUE;
    }
  return FALSE;
}

PgBlock *
pg_booklet_speakers (const PgVoice *voice)
{
  g_autoptr (PgProtocol) protocol
      = pg_protocol_new (voice->event, voice->arena, voice->language, pg_list_order (voice));
  GPtrArray *speakers = pg_speakers_collect (voice, protocol);
  pg_speakers_sort (voice, protocol, speakers);
  const PgPaper *paper = voice->paper;
  gboolean is_full = has_portraits (speakers);
  double gutter = pg_booklet_length (voice, "rooms-gap"), half = (paper->measure - gutter) / 2;
  gboolean is_one = is_full || half < pg_booklet_length (voice, "speaker-column");
  Place place
      = is_full ? (Place){ paper->details_x, paper->details_width } : (Place){ 0, is_one ? paper->measure : half };
  PgBlock *list = pg_block_new (voice->arena, is_one ? PG_BLOCK_STACK : PG_BLOCK_COLUMNS, &voice->event->place);
  list->n_columns = is_one ? 0 : 2;
  list->gutter = gutter;
  list->rule_above = pg_theme_rule (voice->theme, "booklet");
  for (guint i = 0; i < speakers->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    {
      PgBlock *speaker = speaker_block (voice, g_ptr_array_index (speakers, i), &place);
      speaker->rule_above = i > 0 ? pg_theme_rule (voice->theme, "booklet-row") : NULL;
      pg_block_add (list, whole (voice, g_ptr_array_index (speakers, i), speaker));
    }
  return list;
}
