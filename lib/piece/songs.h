/* Enters: songs. Leaves: what is said of them in the language in which they are sung, and in the one that is printed. */
#pragma once

#include "say/voice.h"

typedef struct
{
  const char *sung;
  const char *translated; /* the one of the piece's that it is translated into; NULL: none */
} PgTongues;

PgTongues pg_song_tongues (const PgVoice *voice, const PgMovement *song);
/* A text of the song's as it is sung; as it is translated: NULL where it is not. The text may be NULL. */
const PgVersion *pg_sung_version (const PgText *text, PgTongues tongues);
const PgVersion *pg_translated_version (const PgText *text, PgTongues tongues);
