/* Who has a part in the agenda. Enters: an event. Leaves: those people, each once, with where they have it. Private to piece/. */
#pragma once

#include "event/protocol.h"
#include "say/voice.h"

/* One turn of a person: where it is. */
typedef struct
{
  const PgDay *day;     /* NULL: on all days */
  const PgEntry *entry; /* NULL: all day */
  const PgTalk *talk;   /* or NULL, as work: in the session */
  const PgWork *work;
  const PgSlot *slot;
} PgAppearance;

typedef struct
{
  const PgPerson *person;
  GArray *turns;           /* PgAppearance, in the order of the agenda; at least one */
  const char *key;         /* to sort by: what the file says, or the family name */
  PgPrecedence precedence; /* its delegation, to sort and group by */
} PgSpeaker;

/* An array for PgAppearance, which goes with the arena. */
GArray *pg_appearances_new (PgArena *arena);
/* All of them, PgSpeaker*, in the order of the agenda; they stay in the voice's arena, to which the array belongs. */
GPtrArray *pg_speakers_collect (const PgVoice *voice, PgProtocol *protocol);
/* Puts them in the order of the request: by name, by country or in that of the protocol. */
void pg_speakers_sort (const PgVoice *voice, const PgProtocol *protocol, GPtrArray *speakers);
/* The group that its slot is in, which says in what role; NULL: it is of a topic, or of all days. */
const PgGroup *pg_appearance_group (const PgAppearance *turn);
/* What pages refer to it by; from the arena. */
char *pg_appearance_anchor (const PgVoice *voice, const PgAppearance *turn);
/* What the event says of the order of lists in the language, or NULL. */
const char *pg_list_order (const PgVoice *voice);
