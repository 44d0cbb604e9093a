/* The people of a list. Enters: rows. Leaves: them as people of the event's, with what the event says of those whom it knows.
   Private to piece/. */
#pragma once

#include "say/voice.h"

typedef struct
{
  const PgPerson *person; /* as the list has them; what it leaves out is as the event says; place is the row's */
  const PgPerson *known;  /* the event's own, who may have parts in it; or NULL */
  guint index;            /* in the list, for its other fields */
} PgGuest;

/* The request's list, PgGuest* in its order; from the voice's arena. */
GPtrArray *pg_guests_new (const PgVoice *voice);

/* One of them. */
const PgGuest *pg_guest_new (const PgVoice *voice, guint row);

/* Where the list has a field of a row, or else the row; the event's place for a list that came from no file. */
PgPlace pg_guest_place (const PgVoice *voice, const ProgrammePeople *people, guint row, const char *field);

/* A field of a guest's row, "" where there is none. */
const char *pg_guest_field (const PgVoice *voice, const PgGuest *guest, const char *field);
