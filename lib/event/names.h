/* Names by Unicode CLDR and their order. Enters: codes, names. Leaves: names in a language, comparisons. */
#pragma once

#include "base/arena.h"

/* "English, Korean" for "en ko"; from the arena. */
const char *pg_language_names (PgArena *arena, const char *tags, const char *language);

/* The ISO 15924 code of the script that a language is mostly written in: "Kore" for "ko"; from the arena. */
const char *pg_language_script (PgArena *arena, const char *language);

/* Whether that script runs from right to left. */
gboolean pg_language_is_right_to_left (const char *language);

/* The zero of the figures that are the language's own: U+0660 for Arabic, "0" for most. */
gunichar pg_language_zero (const char *language);

/* The zero of the figures that are usual where the language is written. */
gunichar pg_language_usual_zero (const char *language);

/* The string with figures from another zero on in place of Latin's; from the arena. */
char *pg_figures (PgArena *arena, const char *string, gunichar zero);

/* "deuxième" for "2", in a language that has such rules; any other number, and what is none, comes back as it is. Free. */
char *pg_ordinal (const char *number, const char *language, gboolean feminine);

/* Puts names in the order of a language's dictionary (Unicode Collation Algorithm). order: "pinyin", "strokes", or NULL for
   the usual one. */
typedef struct PgCollator PgCollator;
PgCollator *pg_collator_new (const char *language, const char *order);
void pg_collator_free (PgCollator *collator);
int pg_collator_compare (const PgCollator *collator, const char *a, const char *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgCollator, pg_collator_free)
