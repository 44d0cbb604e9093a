/* QR codes. Enters: what a code is to say. Leaves: its modules, to be drawn as squares. */
#pragma once

#include "base/arena.h"

#include <glib.h>

#define PG_CODE_QUIET 4 /* modules of white that a code needs around it */

/* What a reader of the code gets, and its modules: n rows of n, a bit each, from the lowest on, which is set where they are dark. */
typedef struct
{
  const char *payload;
  guint n;
  const guint8 *modules;
} PgCode;

/* How many modules the code of a text has on a side, at level M; 0 for one that is too long for any. */
guint pg_code_modules (const char *payload);

/* The code of a text in UTF-8, as bytes, with the mark for UTF-8 (ECI 26) where it is not all ASCII: at level M, or Q where
   that takes no more modules. NULL for a text that is too long for any. */
const PgCode *pg_code_new (PgArena *arena, const char *payload);

/* A code that lives as long as the arena. */
const PgCode *pg_code_copy (PgArena *arena, const PgCode *code);

static inline gboolean
pg_code_is_dark (const PgCode *code, guint row, guint column)
{
  guint bit = row * code->n + column;
  return (code->modules[bit / 8] >> bit % 8 & 1) != 0;
}
