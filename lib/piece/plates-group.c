/* Enters: whose cards are wanted. Leaves: cards for several of them: one a country or delegation, in large letters, and one a table,
   with its number; inside, who they are. */
#include "event/words.h"
#include "piece/persons.h"
#include "piece/plates.h"
#include "say/pair.h"
#include "say/say.h"

#include <stdlib.h>
#include <string.h>

/* Those who share a card. */
typedef struct
{
  const char *name; /* by which they are told from others */
  GPtrArray *seats; /* PgSeat */
} Group;

/* The group of a name, which is made where there is none yet. */
static Group *
group_of (const PgVoice *voice, GPtrArray *groups, const char *name)
{
  for (guint i = 0; i < groups->len; i++)
    if (strcmp (((Group *) g_ptr_array_index (groups, i))->name, name) == 0)
      return g_ptr_array_index (groups, i);
  Group *group = pg_arena_new0 (voice->arena, Group);
  *group = (Group){ name, pg_arena_array (voice->arena) };
  g_ptr_array_add (groups, group);
  return group;
}

/* Delegations */

static PgBlock *
party_of (const PgVoice *voice, const char *style, const PgSeat *seat)
{
  return pg_party_block (voice, style, pg_slot_organisation (seat->slot, seat->person),
                         pg_slot_country (seat->slot, seat->person));
}

static PgBlock *
country_face (const PgVoice *voice, gconstpointer data)
{
  const PgSeat *seat = g_ptr_array_index (((const Group *) data)->seats, 0);
  PgBlock *country = PG_STACKED (voice, party_of, "plate-country", seat);
  return pg_plate_face (voice, pg_plate_large (voice, country, pg_plate_height (voice, "large")), NULL, NULL);
}

static PgBlock *
names_inside (const PgVoice *voice, gconstpointer data)
{
  const Group *group = data;
  return pg_plate_names_inside (voice, group->name, group->seats, FALSE);
}

void
pg_add_delegations (PgManuscript *manuscript, const PgVoice *voice, const GPtrArray *seats)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  for (guint i = 0; i < seats->len; i++)
    {
      PgSeat *seat = g_ptr_array_index (seats, i);
      const PgBlock *party = party_of (voice->first, "plate-country", seat);
      if (party != NULL && party->n_runs > 0)
        g_ptr_array_add (group_of (voice, groups, party->runs[0].text)->seats, seat);
    }
  for (guint i = 0; i < groups->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    {
      const Group *group = g_ptr_array_index (groups, i);
      pg_plate_add_card (manuscript, voice, &(PgCard){ group->name, country_face, names_inside, group });
    }
}

/* Tables */

static PgBlock *
table_face (const PgVoice *voice, gconstpointer data)
{
  const Group *group = data;
  const PgPlace *place = &((const PgSeat *) g_ptr_array_index (group->seats, 0))->person->place;
  PgBlock *number = pg_say_figures (voice->first, "plate-table", group->name, place);
  return pg_plate_face (voice, pg_plate_large (voice, number, pg_plate_height (voice, "name")),
                        PG_STACKED (voice, pg_say_word_with, "plate-party", "table-number", group->name), NULL);
}

static PgBlock *
table_inside (const PgVoice *voice, gconstpointer data)
{
  const Group *group = data;
  return pg_plate_names_inside (
      voice, pg_word_with (voice->event, voice->arena, "table-number", voice->first->language, group->name),
      group->seats, TRUE);
}

/* By number; what is none after those that are. */
static int
compare_tables (gconstpointer a, gconstpointer b)
{
  const char *names[] = { (*(Group *const *) a)->name, (*(Group *const *) b)->name };
  gint64 numbers[2];
  for (guint i = 0; i < 2; i++)
    if (!g_ascii_string_to_signed (names[i], 10, 0, G_MAXINT64 - 1, &numbers[i], NULL))
      numbers[i] = G_MAXINT64;
  return numbers[0] != numbers[1] ? (numbers[0] < numbers[1] ? -1 : 1) : strcmp (names[0], names[1]);
}

void
pg_add_tables (PgManuscript *manuscript, const PgVoice *voice, const GPtrArray *seats)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  for (guint i = 0; i < seats->len; i++)
    {
      PgSeat *seat = g_ptr_array_index (seats, i);
      const char *table = seat->guest != NULL ? pg_guest_field (voice, seat->guest, "table") : "";
      if (table[0] != '\0')
        g_ptr_array_add (group_of (voice, groups, table)->seats, seat);
    }
  g_ptr_array_sort (groups, compare_tables);
  for (guint i = 0; i < groups->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    {
      const Group *group = g_ptr_array_index (groups, i);
      char *title = pg_word_with (voice->event, voice->arena, "table-number", voice->first->language, group->name);
      pg_plate_add_card (manuscript, voice, &(PgCard){ title, table_face, table_inside, group });
    }
}
