/* Where a text comes from. Enters: a text and the places of its parts. Leaves: the place of each character. */
#pragma once

#include "base/report.h"

/* From this byte of a text on, its characters stand one after another from this place on. */
typedef struct
{
  guint offset;
  guint line, column;
} PgOrigin;

typedef struct
{
  const char *string; /* the text */
  PgPlace place;      /* of what it stands in: an element, an attribute */
  PgOrigin *marks;    /* by offset; none: all of it is at that place */
  guint n_marks;
} PgOrigins;

/* The place of the character at a byte of the text. */
PgPlace pg_origins_find (const PgOrigins *origins, guint offset);
