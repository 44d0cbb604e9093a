/* Enters: an event, and which plates are wanted. Leaves: plates of all kinds for those who have a part, or for those of a list; each
   kind is a file beside this one. */
#include "piece/plates.h"
#include "piece/pieces.h"
#include "say/furniture.h"

#include <string.h>

#define FIRST_BIT 16 /* of those of the option's words, which are in this order */

enum
{
  PG_PLATE_TENT,
  PG_PLATE_DELEGATION,
  PG_PLATE_LECTERN,
  PG_PLATE_TABLE,
  PG_N_PLATES
};

static const struct
{
  const char *group; /* of the theme, which has its paper */
  void (*add) (PgManuscript *manuscript, const PgVoice *voice, const GPtrArray *seats);
} kinds[PG_N_PLATES] = {
  [PG_PLATE_TENT] = { "plate", pg_add_tents },
  [PG_PLATE_DELEGATION] = { "plate", pg_add_delegations },
  [PG_PLATE_LECTERN] = { "lectern", pg_add_lecterns },
  [PG_PLATE_TABLE] = { "plate", pg_add_tables },
};

static gboolean
is_wanted (guint wanted, guint kind)
{
  return (wanted & (1u << (FIRST_BIT + kind))) != 0;
}

/* Whether a turn is on the day and in the session that are wanted. */
static gboolean
is_wanted_turn (const PgVoice *voice, const PgAppearance *turn)
{
  const PgSelection *wanted = &voice->request->selection;
  gboolean is_of_day = wanted->day == 0 || turn->day == NULL || turn->day->number == wanted->day;
  return is_of_day
         && (wanted->session == NULL || (turn->entry != NULL && strcmp (turn->entry->id, wanted->session) == 0));
}

/* speaker may be NULL: somebody of a list who has no part. */
static PgSeat *
seat_new (const PgVoice *voice, const PgPerson *person, const PgSpeaker *speaker, const PgGuest *guest)
{
  static const PgSlot none = { 0 };
  PgSeat *seat = pg_arena_new0 (voice->arena, PgSeat);
  *seat = (PgSeat){ .person = person, .slot = &none, .guest = guest, .turns = pg_appearances_new (voice->arena) };
  for (guint i = 0; speaker != NULL && i < speaker->turns->len; i++)
    if (is_wanted_turn (voice, &g_array_index (speaker->turns, PgAppearance, i)))
      g_array_append_val (seat->turns, g_array_index (speaker->turns, PgAppearance, i));
  if (guest == NULL && seat->turns->len > 0)
    seat->slot = g_array_index (seat->turns, PgAppearance, 0).slot;
  return seat;
}

static void
add_guests (const PgVoice *voice, const GPtrArray *speakers, GPtrArray *seats)
{
  g_autoptr (GHashTable) by_person = g_hash_table_new (NULL, NULL);
  GPtrArray *guests = pg_guests_new (voice);
  for (guint i = 0; i < speakers->len; i++)
    {
      PgSpeaker *speaker = g_ptr_array_index (speakers, i);
      g_hash_table_insert (by_person, (gpointer) speaker->person, speaker);
    }
  for (guint i = 0; i < guests->len; i++)
    {
      const PgGuest *guest = g_ptr_array_index (guests, i);
      g_ptr_array_add (seats, seat_new (voice, guest->person, g_hash_table_lookup (by_person, guest->known), guest));
    }
}

/* Those of the list, whatever their parts, or all who have a part that is wanted, in the order of the agenda. */
static GPtrArray *
seats_new (const PgVoice *voice)
{
  g_autoptr (PgProtocol) protocol
      = pg_protocol_new (voice->event, voice->arena, voice->language, pg_list_order (voice));
  GPtrArray *speakers = pg_speakers_collect (voice, protocol), *seats = pg_arena_array (voice->arena);
  if (voice->request->people != NULL)
    add_guests (voice, speakers, seats);
  for (guint i = 0; voice->request->people == NULL && i < speakers->len; i++)
    {
      const PgSpeaker *speaker = g_ptr_array_index (speakers, i);
      PgSeat *seat = seat_new (voice, speaker->person, speaker, NULL);
      if (seat->turns->len > 0)
        g_ptr_array_add (seats, seat);
    }
  return seats;
}

static gboolean
has_pages (const PgManuscript *manuscript, GError **error)
{
  if (manuscript->page_runs->len > 0)
    return TRUE;
  g_set_error_literal (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                       "of what is asked for there is no plate: nobody there has a part or, for kind=delegation, a "
                       "country or, for kind=table, a table in the list: ask for another session, day or kind");
  return FALSE;
}

PgManuscript *
pg_plates_compose (const PgRequest *request, GError **error)
{
  PgManuscript *manuscript = NULL;
  const GPtrArray *seats = NULL;
  PgRequest *stacked = pg_arena_new0 (request->arena, PgRequest);
  *stacked = *request;
  stacked->bilingual = PG_BILINGUAL_STACKED; /* all of a plate is heading */
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!is_wanted (request->selection.kinds, i))
        continue;
      const PgPaper *paper = pg_paper_new_scaled (request, kinds[i].group, error);
      if (paper == NULL)
        return NULL;
      const PgVoice *voice = pg_voice_new (stacked, paper);
      if (manuscript == NULL)
        {
          manuscript = pg_manuscript_new_in (voice, NULL);
          seats = seats_new (voice);
          if (request->badges.sides == 2) /* the inside is upright where one lifts the rear half */
            manuscript->duplex = paper->width > paper->height ? "DuplexFlipShortEdge" : "DuplexFlipLongEdge";
        }
      kinds[i].add (manuscript, voice, seats);
    }
  return has_pages (manuscript, error) ? manuscript : NULL;
}

const char *
pg_plates_find_lack (const ProgrammeEvent *event, guint wanted)
{
  if (is_wanted (wanted, PG_PLATE_TABLE))
    return "tables are those of a list of people, in its column table: give it, as people";
  return event->people->len > 0
             ? NULL
             : "nobody has a part in it, so that there is no name to put on a plate: write <person id=\"lee\"> in "
               "<people>, and <slot who=\"lee\"/> in a session";
}

/* Several are of one delegation, and at one table. */
guint
pg_plates_of_guest (const PgRequest *request)
{
  guint kinds = request->selection.kinds, sides = request->badges.sides == 2 ? 2 : 1;
  return (is_wanted (kinds, PG_PLATE_TENT) ? sides : 0) + (is_wanted (kinds, PG_PLATE_LECTERN) ? 1 : 0);
}
