/* Enters: an event. Leaves: tent cards, a page for each who has a part, or for each of a list of people: two faces, the upper one upside down, to be folded
   between them; on each the name, as large as it goes, and who sent them. */
#include "piece/appearances.h"
#include "piece/guests.h"
#include "piece/parts.h"
#include "piece/persons.h"
#include "piece/pieces.h"
#include "say/pair.h"
#include "say/say.h"

static double
plate_length (const PgVoice *voice, const char *key)
{
  return pg_theme_length (voice->theme, "plate", key) * voice->scale;
}

static PgBlock *
name_line (const PgVoice *voice, const char *style, const PgPerson *person)
{
  PgBlock *line = pg_paragraph (voice, style, &person->place);
  pg_add_name (voice, line, style, style, NULL, person->name);
  return line;
}

/* What stands before and after the start of the family name, or after its end where that comes first. */
static PgBlock *
name_in_two (const PgVoice *voice, const PgPerson *person)
{
  const PgVersion *name = pg_text_get (person->name, voice->language);
  guint at = 0;
  for (guint i = 0; i < name->n_spans && at == 0; i++)
    if ((name->spans[i].flags & PG_SPAN_FAMILY) != 0)
      at = name->spans[i].start > 0 ? name->spans[i].start : name->spans[i].end;
  if (at == 0 || name->string[at] == '\0')
    return name_line (voice, "plate-name-long", person);
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place);
  const char *halves[] = { pg_arena_strndup (voice->arena, name->string, (gssize) at), name->string + at };
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      PgBlock *line = pg_paragraph (voice, "plate-name-part", &person->place);
      char *half = pg_arena_strdup (voice->arena, halves[i]);
      pg_paragraph_add (voice->arena, line, NULL, g_strstrip (half), name->language);
      pg_block_add (stack, line);
    }
  return stack;
}

/* A name in a space, at its foot; above it what goes before it, below it the same in a second language. */
static PgBlock *
name_box (const PgVoice *voice, const PgPerson *person, PgBlock *name)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place), *box = pg_box_new (voice->arena, stack);
  name->role = PG_ROLE_H1;
  pg_block_add (stack, PG_STACKED (voice, pg_say, "plate-honorific", person->honorific));
  pg_block_add (stack, name);
  if (voice->second != NULL && pg_has_own (voice->second, person->name))
    pg_block_add (stack, name_line (voice->second, "plate-name-second", person));
  box->box_height = plate_length (voice, "name");
  box->vertical = PG_PLACE_END;
  return box;
}

/* On one line where that is large enough, else on two. */
static PgBlock *
name_block (const PgVoice *voice, const PgPerson *person)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &person->place);
  choice->by = PG_CHOICE_SPACE;
  pg_block_add (choice, name_box (voice, person, name_line (voice->first, "plate-name", person)));
  pg_block_add (choice, name_box (voice, person, name_in_two (voice->first, person)));
  pg_block_add (choice, name_box (voice, person, name_line (voice->first, "plate-name-least", person)));
  return choice;
}

static PgBlock *
event_block (const PgVoice *voice, const char *style)
{
  return pg_say (voice, style, voice->event->short_title != NULL ? voice->event->short_title : voice->event->title);
}

/* The band at the lower edge, which papers may hide. */
static PgBlock *
foot_box (const PgVoice *voice)
{
  PgBlock *box = pg_box_new (voice->arena, PG_STACKED (voice, event_block, "plate-foot"));
  box->box_width = voice->paper->width;
  box->box_height = plate_length (voice, "foot");
  box->padding.left = box->padding.right = voice->paper->left;
  box->vertical = PG_PLACE_MIDDLE;
  box->fill = pg_theme_colour (voice->theme, "sign-field");
  return box;
}

static PgBlock *
face_block (const PgVoice *voice, const PgSlot *slot, const PgPerson *person)
{
  const PgPaper *paper = voice->paper;
  PgBlock *face = pg_block_new (voice->arena, PG_BLOCK_PLACED, &person->place);
  double height = paper->height / 2, foot = plate_length (voice, "foot");
  face->extent = height;
  pg_placed_add (face, paper->left, plate_length (voice, "name-top"), paper->measure, name_block (voice, person));
  pg_placed_hang (face, paper->left, height - foot - plate_length (voice, "party-white"), paper->measure,
                  PG_STACKED (voice, pg_sender_block, "plate-party", slot, person));
  pg_placed_add (face, 0, height - foot, paper->width, foot_box (voice));
  return face;
}

/* The same, upside down: nobody is to hear it twice. */
static PgBlock *
back_box (const PgVoice *voice, PgBlock *face)
{
  PgBlock *box = pg_box_new (voice->arena, face);
  box->box_width = voice->paper->width;
  box->box_height = voice->paper->height / 2;
  box->turns = 2;
  box->artifact = TRUE;
  return box;
}

/* Dashes at both edges, where the card is folded. */
static PgBlock *
fold_block (const PgVoice *voice)
{
  PgBlock *marks = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  double dash = plate_length (voice, "fold-dash"), reach = plate_length (voice, "fold");
  for (double x = 0; x + dash <= reach; x += 2 * dash)
    for (guint side = 0; side < 2; side++)
      {
        PgBlock *mark = pg_block_new (voice->arena, PG_BLOCK_FILL, &voice->event->place);
        mark->colour = *pg_theme_colour (voice->theme, "second");
        mark->width = dash;
        mark->height = pg_theme_length (voice->theme, "plate", "fold-line");
        pg_placed_add (marks, side == 0 ? x : voice->paper->width - x - dash, (voice->paper->height - mark->height) / 2,
                       dash, mark);
      }
  return marks;
}

/* slot: of a part of the person's. */
static PgPageRun *
card_new (const PgVoice *voice, const PgSlot *slot, const PgPerson *person)
{
  PgPageRun *run = pg_page_run_new (voice);
  run->flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place);
  run->flow->role = PG_ROLE_SECT;
  run->flow->bookmark = pg_plain (voice->first, person->name);
  run->flow->bookmark_level = 1;
  run->under = fold_block (voice);
  run->over = pg_errors_over (voice);
  pg_block_add (run->flow, back_box (voice, face_block (voice, slot, person)));
  pg_block_add (run->flow, face_block (voice, slot, person));
  return run;
}

static void
add_speakers (const PgVoice *voice, GPtrArray *runs)
{
  g_autoptr (PgProtocol) protocol
      = pg_protocol_new (voice->event, voice->arena, voice->language, pg_list_order (voice));
  GPtrArray *speakers = pg_speakers_collect (voice, protocol);
  for (guint i = 0; i < speakers->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    {
      const PgSpeaker *speaker = g_ptr_array_index (speakers, i);
      g_ptr_array_add (runs, card_new (voice, g_array_index (speaker->turns, PgAppearance, 0).slot, speaker->person));
    }
}

static void
add_guests (const PgVoice *voice, GPtrArray *runs)
{
  static const PgSlot none = { 0 };
  GPtrArray *guests = pg_guests_new (voice);
  for (guint i = 0; i < guests->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    g_ptr_array_add (runs, card_new (voice, &none, ((const PgGuest *) g_ptr_array_index (guests, i))->person));
}

PgManuscript *
pg_plates_compose (const PgRequest *request, GError **error)
{
  const PgPaper *paper = pg_paper_new_scaled (request, "plate", error);
  if (paper == NULL)
    return NULL;
  PgRequest *stacked = pg_arena_new0 (request->arena, PgRequest);
  *stacked = *request;
  stacked->bilingual = PG_BILINGUAL_STACKED; /* all of a card is heading */
  const PgVoice *voice = pg_voice_new (stacked, paper);
  PgManuscript *manuscript = pg_manuscript_new_in (voice, NULL);
  if (request->people != NULL)
    add_guests (voice, manuscript->page_runs);
  else
    add_speakers (voice, manuscript->page_runs);
  return manuscript;
}

const char *
pg_plates_find_lack (const ProgrammeEvent *event, guint kinds)
{
  (void) kinds;
  return event->people->len > 0
             ? NULL
             : "nobody has a part in it, so that there is no name to put on a plate: write <person id=\"lee\"> in "
               "<people>, and <slot who=\"lee\"/> in a session";
}
