/* Enters: what a page that goes with a kit says. Leaves: that page, with its title and running head. */
#include "event/words.h"
#include "piece/parts.h"
#include "say/pair.h"
#include "say/say.h"

static PgBlock *
title_block (const PgVoice *voice, const char *key)
{
  PgBlock *title = pg_say_word (voice, "kit-title", key);
  title->role = PG_ROLE_H1;
  return title;
}

PgBlock *
pg_kit_flow (const PgVoice *voice, const char *key)
{
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  pg_block_add (flow, PG_STACKED (voice, title_block, key));
  return flow;
}

PgManuscript *
pg_kit_page (const PgVoice *voice, const char *key, PgBlock *flow)
{
  const char *name = pg_word (voice->event, key, voice->language, NULL);
  PgManuscript *manuscript = pg_manuscript_new_in (
      voice, pg_arena_printf (voice->arena, "%s – %s", pg_plain (voice, voice->event->title), name));
  PgBlock *end = pg_say_word (voice->first, "running-day", key);
  g_ptr_array_add (manuscript->page_runs, pg_pages_new (voice, flow, NULL, end, NULL));
  return manuscript;
}
