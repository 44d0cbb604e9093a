/* Enters: whose cards are wanted. Leaves: tent cards, one each: two faces with the name, as large as it goes, and who sent them. */
#include "piece/persons.h"
#include "piece/plates.h"
#include "say/pair.h"
#include "say/say.h"

typedef struct
{
  const PgSeat *seat;
  const GPtrArray *seats;
} Tent;

static PgBlock *
face_of (const PgVoice *voice, gconstpointer data)
{
  const PgSeat *seat = ((const Tent *) data)->seat;
  return pg_plate_face (voice, pg_plate_name (voice, seat->person, pg_plate_height (voice, "name")),
                        PG_STACKED (voice, pg_sender_block, "plate-party", seat->slot, seat->person),
                        pg_plate_role (voice, seat));
}

static PgBlock *
inside_of (const PgVoice *voice, gconstpointer data)
{
  const Tent *tent = data;
  return pg_plate_inside (voice, tent->seat, tent->seats);
}

void
pg_add_tents (PgManuscript *manuscript, const PgVoice *voice, const GPtrArray *seats)
{
  for (guint i = 0; i < seats->len && !pg_watch_is_cancelled (voice->request->watch); i++)
    {
      const PgSeat *seat = g_ptr_array_index (seats, i);
      Tent tent = { seat, seats };
      pg_plate_add_card (manuscript, voice,
                         &(PgCard){ pg_plain (voice->first, seat->person->name), face_of, inside_of, &tent });
    }
}
