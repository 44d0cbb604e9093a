/* Enters: an entry of the agenda. Leaves: its title and what stands on lines below it: who organises it, its rooms and the like. */
#include "event/names.h"
#include "event/words.h"
#include "piece/parts.h"
#include "say/say.h"

PgBlock *
pg_entry_title_block (const PgVoice *voice, const PgEntry *entry, const char *style)
{
  const char *word = entry->word != NULL ? entry->word : "session";
  PgBlock *title = entry->title != NULL ? pg_say (voice, style, entry->title) : pg_say_word (voice, style, word);
  if (entry->organisers->len != 1)
    return title;
  const PgOrganisation *organiser = g_ptr_array_index (entry->organisers, 0);
  pg_add_string (voice, title, NULL, "\u00a0– ");
  pg_add_text (voice, title, NULL, organiser->name);
  return title;
}

PgBlock *
pg_entry_organisers (const PgVoice *voice, const PgEntry *entry)
{
  if (entry->organisers->len < (entry->title != NULL ? 2 : 1))
    return NULL;
  PgBlock *line = pg_say_word (voice, "session-facts", "organised-by");
  for (guint i = 0; i < entry->organisers->len; i++)
    {
      const PgOrganisation *organiser = g_ptr_array_index (entry->organisers, i);
      PgBlock *name = pg_say (voice, "session-facts", organiser->name);
      if (i > 0)
        {
          pg_add_after (voice, line, "listed", name);
          continue;
        }
      pg_add_string (voice, line, NULL, " ");
      pg_add_runs (voice, line, name);
    }
  return line;
}

/* Adds a fact to a line of them; key (may be NULL) is that of the word that says what it is, flags are its runs'. */
static void
add_fact (const PgVoice *voice, PgBlock *facts, const char *key, PgBlock *value, guint flags)
{
  if (value == NULL)
    return;
  if (facts->n_runs > 0)
    pg_add_string (voice, facts, NULL, PG_DOT);
  for (guint i = 0; i < value->n_runs; i++)
    value->runs[i].flags |= flags;
  if (key != NULL)
    pg_add_with (voice, facts, key, value);
  else
    pg_add_runs (voice, facts, value);
}

static PgBlock *
text_fact (const PgVoice *voice, const PgText *text)
{
  PgBlock *fact = pg_paragraph (voice, "session-facts", NULL);
  pg_add_plain (voice, fact, NULL, text);
  return fact;
}

static PgBlock *
string_fact (const PgVoice *voice, const char *string)
{
  return pg_say_string (voice, "session-facts", string, NULL);
}

void
pg_add_rooms (const PgVoice *voice, PgBlock *line, const char *style, const PgEntry *entry)
{
  pg_add_plain (voice, line, style, entry->room->name);
  for (guint i = 0; entry->further_rooms != NULL && i < entry->further_rooms->len; i++)
    {
      const PgRoom *room = g_ptr_array_index (entry->further_rooms, i);
      PgBlock *name = pg_paragraph (voice, style, &entry->place);
      pg_add_plain (voice, name, style, room->name);
      pg_add_after (voice, line, "listed", name);
    }
}

/* A room with its floor, unless the room after it is on the same one. */
static void
add_room_fact (const PgVoice *voice, PgBlock *facts, const PgRoom *room, const PgRoom *next)
{
  PgBlock *level = pg_paragraph_in (voice, facts->style, NULL), *name = pg_paragraph_in (voice, facts->style, NULL);
  pg_add_plain (voice, name, NULL, room->name);
  add_fact (voice, facts, NULL, name, 0);
  pg_add_string (voice, level, NULL, pg_in_figures (voice, room->level));
  if (level->n_runs > 0 && (next == NULL || g_strcmp0 (room->level, next->level) != 0))
    add_fact (voice, facts, pg_room_has_figure (room) ? "level" : NULL, level, 0);
}

void
pg_add_room (const PgVoice *voice, PgBlock *line, const PgRoom *room)
{
  add_room_fact (voice, line, room, NULL);
}

static void
add_room_facts (const PgVoice *voice, PgBlock *facts, const PgEntry *entry)
{
  const PgRoom *room = entry->room;
  for (guint i = 0; entry->further_rooms != NULL && i < entry->further_rooms->len; i++)
    {
      const PgRoom *next = g_ptr_array_index (entry->further_rooms, i);
      add_room_fact (voice, facts, room, next);
      room = next;
    }
  add_room_fact (voice, facts, room, NULL);
}

PgBlock *
pg_entry_facts (const PgVoice *voice, const PgEntry *entry)
{
  PgBlock *facts = pg_paragraph (voice, "session-facts", &entry->place);
  if (entry->is_cancelled)
    add_fact (voice, facts, NULL, string_fact (voice, pg_word (voice->event, "cancelled", voice->language, NULL)),
              PG_RUN_BOLD);
  if (entry->room != NULL && !entry->is_in_room_of_day)
    add_room_facts (voice, facts, entry);
  if (entry->track != NULL)
    add_fact (voice, facts, "track", text_fact (voice, entry->track->name), 0);
  if (entry->languages != NULL)
    {
      const char *names = pg_language_names (voice->arena, entry->languages, voice->language);
      add_fact (voice, facts, NULL, string_fact (voice, names), 0);
    }
  if (entry->classification != NULL)
    add_fact (voice, facts, NULL, text_fact (voice, entry->classification), PG_RUN_BOLD);
  add_fact (voice, facts, NULL, string_fact (voice, pg_revision (voice, entry->revision)), 0);
  return facts->n_runs > 0 ? facts : NULL;
}
