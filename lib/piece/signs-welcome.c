/* Enters: an event. Leaves: a sign that welcomes to it, for the entrance: the word on a field of colour, what the event is
   called, and its dates. */
#include "event/dates.h"
#include "event/words.h"
#include "piece/signs.h"
#include "say/pair.h"
#include "say/say.h"

static PgBlock *
dates_block (const PgVoice *voice, const char *style)
{
  const ProgrammeEvent *event = voice->event;
  if (event->dates != NULL)
    return pg_say (voice, style, event->dates);
  g_autofree char *dates = pg_dates_format (event, voice->language);
  return pg_say_figures (voice, style, dates, &event->place);
}

/* What it is, and at the far end when. */
static PgBlock *
event_row (const PgVoice *voice)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  double dates = pg_sign_length (voice, "welcome", "dates"), gap = pg_sign_length (voice, "welcome", "dates-gap");
  pg_row_add (row, 0, voice->paper->measure - dates - gap,
              PG_STACKED (voice, pg_say, "welcome-title", voice->event->title));
  pg_row_add (row, voice->paper->measure - dates, dates, PG_STACKED (voice, dates_block, "welcome-dates"));
  row->before = pg_sign_length (voice, "welcome", "title-white");
  return row;
}

/* What notices say besides. */
static PgBlock *
body_block (const PgVoice *voice, const char *style, const PgNotice *notice)
{
  PgBlock *body = pg_block_new (voice->arena, PG_BLOCK_STACK, &notice->place);
  pg_add_body (voice, body, style, PG_ROLE_H1, notice->body);
  return body;
}

static void
add_notices (const PgVoice *voice, PgBlock *said)
{
  for (guint i = 0; i < voice->event->notices->len; i++)
    {
      const PgNotice *notice = g_ptr_array_index (voice->event->notices, i);
      if (notice->kind != PG_NOTICE_WELCOME || notice->body == NULL)
        continue;
      PgBlock *body = PG_STACKED (voice, body_block, "welcome-text", notice);
      body->before = pg_sign_length (voice, "welcome", "text-white");
      pg_block_add (said, body);
    }
}

/* Which way registration is; NULL where no sign shows it. */
static const PgDirection *
find_registration (const PgVoice *voice)
{
  for (guint i = 0; i < voice->event->signposts->len; i++)
    {
      const PgSignpost *signpost = g_ptr_array_index (voice->event->signposts, i);
      for (guint k = 0; pg_sign_wants_place (voice, signpost) && k < signpost->ways->len; k++)
        if (g_strcmp0 (((const PgDirection *) g_ptr_array_index (signpost->ways, k))->icon, "registration") == 0)
          return g_ptr_array_index (signpost->ways, k);
    }
  return NULL;
}

static PgBlock *
registration_name (const PgVoice *voice, const char *style, const PgDirection *way)
{
  return way->name != NULL ? pg_say (voice, style, way->name) : pg_say_word (voice, style, way->icon);
}

static PgBlock *
registration_room (const PgVoice *voice, const char *style, const PgRoom *room)
{
  PgBlock *line = pg_paragraph (voice, style, &room->place);
  pg_add_room (voice, line, room);
  return line;
}

/* Below the field: the pictogram, what it is, where, and the arrow. */
static PgBlock *
registration_row (const PgVoice *voice, const PgDirection *way)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &way->place);
  PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &way->place), *box = pg_box_new (voice->arena, said);
  double side = pg_sign_length (voice, "welcome", "plate"), gap = pg_sign_length (voice, "welcome", "plate-gap");
  double end = voice->paper->measure - side;
  pg_block_add (said, PG_STACKED (voice, registration_name, "welcome-way", way));
  if (way->room != NULL)
    pg_block_add (said, registration_room (voice->first, "welcome-room", way->room));
  box->box_height = side;
  box->vertical = PG_PLACE_MIDDLE;
  row->align_tops = TRUE;
  row->before = pg_sign_length (voice, "welcome", "way-white");
  pg_row_add (row, 0, side, pg_sign_pictogram (voice->first, way, side));
  pg_row_add (row, side + gap, end - side - 2 * gap, box);
  pg_row_add (row, end, side, pg_sign_arrow (voice, way->arrow, side, "sign-field"));
  return row;
}

static PgBlock *
field_block (const PgVoice *voice)
{
  PgBlock *field = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *word = PG_STACKED (voice, pg_say_word, "welcome", "welcome"), *box = pg_box_new (voice->arena, said);
  word->role = PG_ROLE_H1;
  pg_block_add (said, word);
  pg_block_add (said, event_row (voice));
  add_notices (voice, said);
  box->box_height = pg_sign_length (voice, "welcome", "field") - pg_sign_length (voice, "welcome", "field-foot");
  box->vertical = PG_PLACE_END;
  pg_block_add (field, box);
  field->pad_below = pg_sign_length (voice, "welcome", "field-foot");
  field->band = pg_theme_colour (voice->theme, "sign-field");
  return field;
}

void
pg_add_welcome (PgManuscript *manuscript, const PgVoice *voice)
{
  const PgDirection *way = find_registration (voice);
  PgPageRun *run = pg_text_run_new (voice, pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place));
  pg_block_add (run->flow, field_block (voice));
  if (way != NULL)
    pg_block_add (run->flow, registration_row (voice, way));
  run->flow->role = PG_ROLE_SECT;
  run->flow->bookmark = pg_word (voice->event, "welcome", voice->language, NULL);
  run->flow->bookmark_level = 1;
  run->over = pg_sign_foot (voice);
  g_ptr_array_add (manuscript->page_runs, run);
}
