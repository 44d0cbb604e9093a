/* Enters: what a plate says. Leaves: the parts of plates: a name as large as it goes, faces, cards of two of them with marks where
   they are folded. */
#include "piece/parts.h"
#include "piece/plates.h"
#include "say/pair.h"
#include "say/say.h"

double
pg_plate_length (const PgVoice *voice, const char *key)
{
  return pg_theme_length (voice->theme, voice->paper->group, key) * voice->scale;
}

double
pg_plate_white (const PgVoice *voice, const char *key)
{
  return MAX (pg_plate_length (voice, key), pg_theme_length (voice->theme, voice->paper->group, "fold-white"));
}

double
pg_plate_height (const PgVoice *voice, const char *key)
{
  double lost = pg_plate_white (voice, "name-top") - pg_plate_length (voice, "name-top");
  return pg_plate_length (voice, key) - lost;
}

static PgBlock *
name_line (const PgVoice *voice, const char *style, const PgPerson *person)
{
  PgBlock *line = pg_paragraph (voice, style, &person->place);
  pg_add_name (voice, line, style, style, NULL, person->name);
  line->role = PG_ROLE_NONE;
  return line;
}

/* A name that is set in some way, line by line. */
static PgBlock *
whole_name (const PgVoice *voice, const char *style, const PgPerson *person)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place);
  pg_block_add (stack, name_line (voice, style, person));
  return stack;
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
    return whole_name (voice, "plate-name-long", person);
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place);
  const char *halves[] = { pg_arena_strndup (voice->arena, name->string, (gssize) at), name->string + at };
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      PgBlock *line = pg_paragraph (voice, "plate-name-part", &person->place);
      char *half = pg_arena_strdup (voice->arena, halves[i]);
      pg_paragraph_add (voice->arena, line, NULL, g_strstrip (half), name->language);
      line->role = PG_ROLE_NONE;
      pg_block_add (stack, line);
    }
  return stack;
}

/* Puts the name of a second language on the last line, at its far end. */
static void
add_beside (const PgVoice *voice, PgBlock *name, PgBlock *second)
{
  guint last = name->children->len - 1;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &second->place);
  double half = (voice->paper->measure - pg_plate_length (voice, "name-gap")) / 2;
  pg_block_limit_lines (second, 1);
  pg_row_add (row, 0, half, g_ptr_array_index (name->children, last));
  pg_row_add (row, voice->paper->measure - half, half, second)->fit = PG_CELL_AT_END;
  name->children->pdata[last] = row;
}

/* A way to set a name, with the same in a second language beside its last line or below it. */
static PgBlock *
name_box (const PgVoice *voice, const PgPerson *person, PgBlock *name, gboolean is_beside, double height)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &person->place), *box = pg_box_new (voice->arena, stack);
  name->role = PG_ROLE_H1;
  pg_block_add (stack, PG_STACKED (voice, pg_say, "plate-honorific", person->honorific));
  pg_block_add (stack, name);
  if (voice->second != NULL && pg_has_own (voice->second, person->name))
    {
      PgBlock *second = name_line (voice->second, "plate-name-second", person);
      if (is_beside)
        add_beside (voice, name, second);
      else
        pg_block_add (name, second);
    }
  box->box_height = height;
  box->vertical = PG_PLACE_END;
  return box;
}

PgBlock *
pg_plate_name (const PgVoice *voice, const PgPerson *person, double height)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &person->place);
  gboolean has_second = voice->second != NULL && pg_has_own (voice->second, person->name);
  choice->by = PG_CHOICE_SPACE;
  pg_block_add (choice, name_box (voice, person, whole_name (voice->first, "plate-name", person), TRUE, height));
  pg_block_add (choice, name_box (voice, person, name_in_two (voice->first, person), TRUE, height));
  if (has_second)
    {
      pg_block_add (choice, name_box (voice, person, whole_name (voice->first, "plate-name", person), FALSE, height));
      pg_block_add (choice, name_box (voice, person, name_in_two (voice->first, person), FALSE, height));
    }
  pg_block_add (choice, name_box (voice, person, whole_name (voice->first, "plate-name-least", person), FALSE, height));
  return choice;
}

PgBlock *
pg_plate_large (const PgVoice *voice, PgBlock *said, double height)
{
  PgBlock *box = pg_box_new (voice->arena, said);
  said->role = PG_ROLE_H1;
  box->box_height = height;
  box->vertical = PG_PLACE_END;
  return box;
}

static PgBlock *
event_block (const PgVoice *voice, const char *style)
{
  return pg_say (voice, style, voice->event->short_title != NULL ? voice->event->short_title : voice->event->title);
}

PgBlock *
pg_plate_foot (const PgVoice *voice, PgBlock *role)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  double width = pg_plate_length (voice, "role"), gap = pg_plate_length (voice, "foot-gap");
  double event = role != NULL ? width + gap : 0;
  pg_row_add (row, 0, width, role);
  pg_row_add (row, event, voice->paper->measure - event, event_block (voice->first, "plate-foot"))->fit
      = PG_CELL_AT_END;
  PgBlock *box = pg_box_new (voice->arena, row);
  box->box_width = voice->paper->width;
  box->box_height = pg_plate_length (voice, "foot");
  box->padding.left = voice->paper->left;
  box->padding.right = voice->paper->right;
  box->vertical = PG_PLACE_MIDDLE;
  box->fill = pg_theme_colour (voice->theme, "sign-field");
  return box;
}

PgBlock *
pg_plate_face (const PgVoice *voice, PgBlock *large, PgBlock *below, PgBlock *role)
{
  const PgPaper *paper = voice->paper;
  PgBlock *face = pg_block_new (voice->arena, PG_BLOCK_PLACED, &large->place);
  double height = paper->height / 2, foot = pg_plate_length (voice, "foot");
  face->extent = height;
  pg_placed_add (face, paper->left, pg_plate_white (voice, "name-top"), paper->measure, large);
  pg_placed_hang (face, paper->left, height - foot - pg_plate_length (voice, "party-white"), paper->measure, below);
  pg_placed_add (face, 0, height - foot, paper->width, pg_plate_foot (voice, role));
  return face;
}

static PgBlock *
role_block (const PgVoice *voice, const char *style, const PgGroup *group)
{
  return group->label != NULL ? pg_say (voice, style, group->label) : pg_say_word (voice, style, group->role);
}

static PgBlock *
category_block (const PgVoice *voice, const char *style, const PgGuest *guest)
{
  const char *written = pg_guest_field (voice, guest, "category");
  guint index;
  const PgCategory *known = written[0] != '\0' ? pg_event_find_category (voice->event, written, &index) : NULL;
  if (known != NULL)
    return pg_say (voice, style, known->name);
  return written[0] == '\0' || voice->is_second ? NULL : pg_say_string (voice, style, written, &guest->person->place);
}

PgBlock *
pg_plate_role (const PgVoice *voice, const PgSeat *seat)
{
  const PgGroup *group
      = seat->turns->len > 0 ? pg_appearance_group (&g_array_index (seat->turns, PgAppearance, 0)) : NULL;
  if (group != NULL && (group->label != NULL || group->role != NULL))
    return PG_STACKED (voice, role_block, "plate-role", group);
  return seat->guest != NULL ? PG_STACKED (voice, category_block, "plate-role", seat->guest) : NULL;
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
  double dash = pg_plate_length (voice, "fold-dash"), reach = pg_plate_length (voice, "fold");
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

/* The lower half of the back of the paper, which is behind the face that the others see. */
static PgPageRun *
inside_run (const PgVoice *voice, PgBlock *said)
{
  PgPageRun *run = pg_page_run_new (voice);
  PgBlock *page = pg_block_new (voice->arena, PG_BLOCK_PLACED, &said->place);
  page->extent = voice->paper->height;
  pg_placed_add (page, voice->paper->left, voice->paper->height / 2 + pg_plate_white (voice, "inside-top"),
                 voice->paper->measure, said);
  run->flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &said->place);
  run->flow->role = PG_ROLE_SECT;
  pg_block_add (run->flow, page);
  return run;
}

void
pg_plate_add_card (PgManuscript *manuscript, const PgVoice *voice, const PgCard *card)
{
  PgPageRun *run = pg_page_run_new (voice);
  PgBlock *face = card->face (voice, card->data);
  run->flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &face->place);
  run->flow->role = PG_ROLE_SECT;
  run->flow->bookmark = card->title;
  run->flow->bookmark_level = 1;
  run->under = fold_block (voice);
  run->over = pg_errors_over (voice);
  pg_block_add (run->flow, back_box (voice, card->face (voice, card->data)));
  pg_block_add (run->flow, face);
  g_ptr_array_add (manuscript->page_runs, run);
  if (voice->request->badges.sides == 2)
    g_ptr_array_add (manuscript->page_runs, inside_run (voice, card->inside (voice, card->data)));
}
