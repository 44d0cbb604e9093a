/* The heads of an index. Enters: a language. Leaves: the letter that a name stands below. */
#pragma once

#include <glib.h>

typedef struct PgHeads PgHeads;

/* Those that Unicode CLDR knows for the language; order: as for pg_collator_new. */
PgHeads *pg_heads_new (const char *language, const char *order);
void pg_heads_free (PgHeads *heads);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgHeads, pg_heads_free)

/* The head of what is sorted by a key: "N", "ㄱ", "か"; for a key in another script its own first letter; "" where
   the language has no letters that it is sorted by. Free with g_free. */
char *pg_heads_find (const PgHeads *heads, const char *key);
