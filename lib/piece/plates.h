/* The parts of plates. Enters: whose they are. Leaves: faces, and cards of two of them. Private to piece/. */
#pragma once

#include "piece/appearances.h"
#include "piece/guests.h"

/* Whose a plate is. */
typedef struct
{
  const PgPerson *person;
  const PgSlot *slot;   /* of the first of their turns, or one that says nothing */
  const PgGuest *guest; /* of a list; or NULL */
  GArray *turns;        /* PgAppearance, of the day and session that are wanted; may be empty */
} PgSeat;

/* A length of the voice's own group. */
double pg_plate_length (const PgVoice *voice, const char *key);

/* White at the fold: the same, but no less than the theme's, for hands fold small cards as they fold large ones. */
double pg_plate_white (const PgVoice *voice, const char *key);
/* A height below that white of a face: the same, less what the white is more. */
double pg_plate_height (const PgVoice *voice, const char *key);

/* A name in a space of a height, at its foot: on one line where that is large enough, else on two; what goes before it above it,
   and the same in a second language beside it, or else below. */
PgBlock *pg_plate_name (const PgVoice *voice, const PgPerson *person, double height);
/* Something in such a space, as large as it goes. */
PgBlock *pg_plate_large (const PgVoice *voice, PgBlock *said, double height);
/* The band at the lower edge, which papers may hide: who somebody is, which may be NULL, and the event. */
PgBlock *pg_plate_foot (const PgVoice *voice, PgBlock *role);
/* A face of a card: what is large, what stands below that, and the band; either of the last two may be NULL. */
PgBlock *pg_plate_face (const PgVoice *voice, PgBlock *large, PgBlock *below, PgBlock *role);
/* The part of the one who sits there, or their category. NULL: there is neither. */
PgBlock *pg_plate_role (const PgVoice *voice, const PgSeat *seat);

/* Adds a card of two faces, the upper one upside down, and, where backs are wanted, what is inside; each is made by a
   function. */
typedef PgBlock *(*PgPlateFunc) (const PgVoice *voice, gconstpointer data);
typedef struct
{
  const char *title; /* of its bookmark */
  PgPlateFunc face, inside;
  gconstpointer data;
} PgCard;
void pg_plate_add_card (PgManuscript *manuscript, const PgVoice *voice, const PgCard *card);

/* plates-inside.c: for the one who sits there: the running order of their sessions, and who is beside. */
PgBlock *pg_plate_inside (const PgVoice *voice, const PgSeat *seat, const GPtrArray *seats);
/* The names of several, PgSeat*, below a heading, with who sent them or not. */
PgBlock *pg_plate_names_inside (const PgVoice *voice, const char *heading, const GPtrArray *seats,
                                gboolean has_senders);

/* All plates of a kind. */
void pg_add_tents (PgManuscript *manuscript, const PgVoice *voice, const GPtrArray *seats);
void pg_add_delegations (PgManuscript *manuscript, const PgVoice *voice, const GPtrArray *seats);
void pg_add_lecterns (PgManuscript *manuscript, const PgVoice *voice, const GPtrArray *seats);
void pg_add_tables (PgManuscript *manuscript, const PgVoice *voice, const GPtrArray *seats);
