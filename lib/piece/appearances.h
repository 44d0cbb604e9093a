/* All who speak, and where. Enters: an event. Leaves: each person once, with the turns that they have, in the order of the
   agenda or sorted. Private to piece/. */
#pragma once

#include "event/names.h"
#include "say/voice.h"

/* One turn of a person: where it is. */
typedef struct
{
  const PgDay *day;
  const PgEntry *entry;
  const PgTalk *talk; /* or NULL: in the session */
  const PgSlot *slot;
} PgAppearance;

typedef struct
{
  const PgPerson *person;
  GArray *turns;     /* PgAppearance, in the order of the agenda; at least one */
  const char *key;   /* to sort by: what the file says, or the family name */
  const char *party; /* country or delegation, to sort and group by; "" if there is none */
} PgSpeaker;

/* No turns yet. */
GArray *pg_appearances_new (PgArena *arena);
/* PgSpeaker*, in the order of the agenda; from the arena. */
GPtrArray *pg_speakers_collect (const PgVoice *voice);
/* By country first where the request wants that, then by family name. */
void pg_speakers_sort (const PgVoice *voice, GPtrArray *speakers);
/* What pages refer to a turn by; from the arena. */
char *pg_appearance_anchor (const PgVoice *voice, const PgAppearance *turn);
/* What the event says of the order of names in the language, or NULL. */
const char *pg_speakers_order (const PgVoice *voice);
