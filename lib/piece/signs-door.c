/* Enters: an event. Leaves: signs for doors, one a room and day, which can be read from afar: the room's name on a field of
   colour, the day, and what happens in it, in the largest of the theme's steps that fits on the page. */
#include "piece/persons.h"
#include "piece/signs.h"
#include "say/pair.h"
#include "say/say.h"

typedef struct
{
  const PgDay *day;
  const PgRoom *room;
  const GPtrArray *entries;
} Door;

/* An entry as a row; after a break, whose band parts, it has no rule. */
static PgBlock *
entry_row (const PgVoice *voice, const Door *door, guint index, gboolean has_speakers)
{
  const PgEntry *entry = g_ptr_array_index (door->entries, index);
  const PgEntry *before = index > 0 ? g_ptr_array_index (door->entries, index - 1) : NULL;
  gboolean is_break = pg_sign_is_between (entry);
  PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &entry->place);
  pg_block_add (said, PG_STACKED (voice, pg_sign_title, is_break ? "sign-break" : "sign-title", entry,
                                  is_break ? PG_ROLE_AUTO : PG_ROLE_H3));
  if (entry->is_cancelled)
    pg_block_add (said, PG_STACKED (voice, pg_say_word, "sign-cancelled", "cancelled"));
  if (has_speakers)
    pg_block_add (
        said, pg_people_block (voice->first, "sign-speaker", entry, pg_sign_length (voice, "sign", "people-white")));
  PgBlock *row = pg_sign_row (voice, door->day, entry, said);
  if (!is_break && before != NULL && !pg_sign_is_between (before))
    row->rule_above = pg_theme_rule (voice->theme, "sign-row");
  return row;
}

static PgBlock *
list_block (const PgVoice *voice, gboolean has_speakers, gconstpointer data)
{
  const Door *door = data;
  PgBlock *table = pg_sign_table (voice, &door->day->place);
  for (guint i = 0; i < door->entries->len; i++)
    pg_block_add (table, entry_row (voice, door, i, has_speakers));
  return table;
}

/* The field and the day; where the list goes on, on the next page too. */
static PgBlock *
head_block (const PgVoice *voice, gconstpointer data)
{
  const Door *door = data;
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_STACK, &door->room->place);
  pg_block_add (head, pg_sign_field (voice, "sign", pg_sign_head (voice, door->room),
                                     PG_STACKED (voice, pg_say, "sign-room", door->room->name), "sign-room"));
  pg_block_add (head, pg_sign_day (voice, door->day));
  return head;
}

static void
add_door (PgManuscript *manuscript, const PgVoice *voice, const PgDay *day, const PgRoom *room)
{
  Door door = { day, room, pg_day_entries_in (day, room, voice->arena) };
  if (door.entries->len == 0)
    return;
  char *bookmark
      = pg_arena_printf (voice->arena, "%s, %s", pg_plain (voice, room->name), pg_day_plain_name (voice, day));
  PgPageRun *run = pg_sign_run (voice, bookmark, head_block, &door);
  pg_block_add (run->flow, pg_sign_steps (voice, "sign", pg_sign_steps_with_speakers (voice), list_block, &door));
  g_ptr_array_add (manuscript->page_runs, run);
}

void
pg_add_doors (PgManuscript *manuscript, const PgVoice *voice)
{
  for (guint r = 0; r < voice->event->rooms->len; r++)
    for (guint d = 0; d < voice->event->days->len; d++)
      {
        const PgRoom *room = g_ptr_array_index (voice->event->rooms, r);
        const PgDay *day = g_ptr_array_index (voice->event->days, d);
        if (pg_sign_wants_room (voice, room) && pg_sign_wants_day (voice, day))
          add_door (manuscript, voice, day, room);
      }
}
