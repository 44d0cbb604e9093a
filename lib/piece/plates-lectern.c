/* Enters: whose plates are wanted. Leaves: plates for the lectern, one for each who speaks, in their order: the event, the name, the
   post and who sent them, on one side of the paper. */
#include "piece/persons.h"
#include "piece/plates.h"
#include "say/furniture.h"
#include "say/pair.h"
#include "say/say.h"

/* The field at the head: the event. */
static PgBlock *
event_block (const PgVoice *voice, const char *style)
{
  return pg_say (voice, style, voice->event->title);
}

static PgBlock *
field_block (const PgVoice *voice)
{
  PgBlock *box = pg_box_new (voice->arena, PG_STACKED (voice, event_block, "lectern-event"));
  box->box_width = voice->paper->width;
  box->box_height = pg_plate_length (voice, "field");
  box->padding.left = voice->paper->left;
  box->padding.right = voice->paper->right;
  box->vertical = PG_PLACE_MIDDLE;
  box->fill = pg_theme_colour (voice->theme, "sign-field");
  return box;
}

static PgBlock *
post_block (const PgVoice *voice, const char *style, const PgSeat *seat)
{
  const PgText *position = pg_slot_position (seat->slot, seat->person);
  return pg_has_own (voice, position) ? pg_say (voice, style, position) : NULL;
}

/* Post and who sent them, in a space below the name. */
static PgBlock *
sender_box (const PgVoice *voice, const PgSeat *seat)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &seat->person->place);
  PgBlock *box = pg_box_new (voice->arena, stack);
  pg_block_add (stack, PG_STACKED (voice, post_block, "lectern-post", seat));
  pg_block_add (stack, PG_STACKED (voice, pg_sender_block, "plate-party", seat->slot, seat->person));
  box->box_height = pg_plate_length (voice, "sender");
  return stack->children->len > 0 ? box : NULL;
}

static PgPageRun *
page_of (const PgVoice *voice, const PgSeat *seat)
{
  PgPageRun *run = pg_page_run_new (voice);
  PgBlock *page = pg_block_new (voice->arena, PG_BLOCK_PLACED, &seat->person->place);
  const PgPaper *paper = voice->paper;
  double top = pg_plate_length (voice, "name-top"), height = pg_plate_length (voice, "name");
  page->extent = paper->height;
  pg_placed_add (page, 0, 0, paper->width, field_block (voice));
  pg_placed_add (page, paper->left, top, paper->measure, pg_plate_name (voice, seat->person, height));
  pg_placed_add (page, paper->left, top + height + pg_plate_length (voice, "name-white"), paper->measure,
                 sender_box (voice, seat));
  run->flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &seat->person->place);
  run->flow->role = PG_ROLE_SECT;
  run->flow->bookmark = pg_plain (voice->first, seat->person->name);
  run->flow->bookmark_level = 1;
  run->over = pg_errors_over (voice);
  pg_block_add (run->flow, page);
  return run;
}

/* Those of a list all do. */
static gboolean
speaks (const PgSeat *seat)
{
  for (guint i = 0; i < seat->turns->len; i++)
    {
      const PgAppearance *turn = &g_array_index (seat->turns, PgAppearance, i);
      const PgGroup *group = pg_appearance_group (turn);
      if (turn->entry != NULL && (group == NULL || pg_slot_speaks (group, turn->slot)))
        return TRUE;
    }
  return seat->guest != NULL;
}

void
pg_add_lecterns (PgManuscript *manuscript, const PgVoice *voice, const GPtrArray *seats)
{
  for (guint i = 0; i < seats->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    {
      const PgSeat *seat = g_ptr_array_index (seats, i);
      if (!speaks (seat))
        continue;
      g_ptr_array_add (manuscript->page_runs, page_of (voice, seat));
      if (voice->request->badges.sides == 2) /* cards between them have backs */
        g_ptr_array_add (manuscript->page_runs, pg_page_run_new (voice));
    }
}
