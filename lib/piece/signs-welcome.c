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

static PgBlock *
field_block (const PgVoice *voice)
{
  PgBlock *field = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *word = PG_STACKED (voice, pg_say_word, "welcome", "welcome"), *box = pg_box_new (voice->arena, said);
  word->role = PG_ROLE_H1;
  pg_block_add (said, word);
  pg_block_add (said, event_row (voice));
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
  PgPageRun *run = pg_text_run_new (voice, field_block (voice));
  run->flow->role = PG_ROLE_SECT;
  run->flow->bookmark = pg_word (voice->event, "welcome", voice->language, NULL);
  run->flow->bookmark_level = 1;
  run->over = pg_sign_foot (voice);
  g_ptr_array_add (manuscript->page_runs, run);
}
