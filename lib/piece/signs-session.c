/* Enters: an event. Leaves: signs for sessions, one each: its title on a field of colour, the day, and below it when, where,
   and who speaks. */
#include "piece/persons.h"
#include "piece/signs.h"
#include "say/pair.h"
#include "say/say.h"

typedef struct
{
  const PgDay *day;
  const PgEntry *entry;
  const PgRoom *room; /* or NULL */
} Session;

static PgBlock *
head_block (const PgVoice *voice, gconstpointer data)
{
  const Session *session = data;
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_STACK, &session->entry->place);
  pg_block_add (head, pg_sign_field (voice, "sign", pg_sign_head (voice, session->room),
                                     PG_STACKED (voice, pg_sign_title, "sign-session", session->entry, PG_ROLE_H1),
                                     "sign-session"));
  pg_block_add (head, pg_sign_day (voice, session->day));
  return head;
}

/* Where, and all who speak, unless these are too many for letters that can be read there. */
static PgBlock *
facts_block (const PgVoice *voice, gboolean has_speakers, gconstpointer data)
{
  const Session *session = data;
  PgBlock *table = pg_sign_table (voice, &session->day->place);
  PgBlock *said = pg_block_new (voice->arena, PG_BLOCK_STACK, &session->entry->place);
  PgBlock *people
      = pg_people_block (voice->first, "sign-speaker", session->entry, pg_sign_length (voice, "sign", "people-white"));
  if (session->entry->is_cancelled)
    pg_block_add (said, PG_STACKED (voice, pg_say_word, "sign-cancelled", "cancelled"));
  if (session->room != NULL)
    pg_block_add (said, PG_STACKED (voice, pg_say, "sign-title", session->room->name));
  for (guint i = 0; session->entry->further_rooms != NULL && i < session->entry->further_rooms->len; i++)
    {
      const PgRoom *room = g_ptr_array_index (session->entry->further_rooms, i);
      pg_block_add (said, PG_STACKED (voice, pg_say, "sign-title", room->name));
    }
  pg_block_add (said, has_speakers ? people : NULL);
  PgBlock *row = pg_sign_row (voice, session->day, session->entry, said);
  row->keep_together = FALSE;
  pg_block_add (table, row);
  if (people != NULL && !has_speakers)
    {
      table->place = session->entry->place;
      pg_block_leave_out (voice->arena, table, "speakers-left-out",
                          pg_arena_printf (voice->arena,
                                           "the sign of this session has no room for all %u who speak, and is without "
                                           "them: use larger paper",
                                           people->children->len));
    }
  return table;
}

static void
add_session (PgManuscript *manuscript, const PgVoice *voice, const PgDay *day, const PgEntry *entry)
{
  Session session = { day, entry, entry->room };
  const char *bookmark = pg_entry_bookmark (voice, entry, pg_entry_label (voice, entry));
  if (bookmark == NULL)
    bookmark = pg_block_paragraph (pg_sign_title (voice->first, "sign-session", entry, PG_ROLE_H1))->runs[0].text;
  PgPageRun *run = pg_sign_run (voice, bookmark, head_block, &session);
  pg_block_add (run->flow, pg_sign_steps (voice, "sign", pg_sign_steps_with_speakers (voice), facts_block, &session));
  g_ptr_array_add (manuscript->page_runs, run);
}

static gboolean
is_wanted (const PgVoice *voice, const PgEntry *entry)
{
  gboolean is_there = pg_sign_wants_room (voice, entry->room);
  for (guint i = 0; entry->further_rooms != NULL && i < entry->further_rooms->len; i++)
    is_there = is_there || pg_sign_wants_room (voice, g_ptr_array_index (entry->further_rooms, i));
  return is_there && entry->kind != PG_ENTRY_BREAK;
}

void
pg_add_session_signs (PgManuscript *manuscript, const PgVoice *voice)
{
  for (guint d = 0; d < voice->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (voice->event->days, d);
      for (guint e = 0; pg_sign_wants_day (voice, day) && e < day->entries->len; e++)
        if (is_wanted (voice, g_ptr_array_index (day->entries, e)))
          add_session (manuscript, voice, day, g_ptr_array_index (day->entries, e));
    }
}
