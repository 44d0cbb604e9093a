/* Names by Unicode CLDR and their order. Enters: codes, names. Leaves: names in a language, comparisons. */
#pragma once

#include "base/arena.h"

/* "English, Korean" for "en ko"; from the arena. */
const char *pg_language_names (PgArena *arena, const char *tags, const char *language);

/* Puts names in the order of a language's dictionary (Unicode Collation Algorithm). */
typedef struct PgCollator PgCollator;
PgCollator *pg_collator_new (const char *language);
void pg_collator_free (PgCollator *collator);
int pg_collator_compare (const PgCollator *collator, const char *a, const char *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgCollator, pg_collator_free)
