/* What other systems write in words of their own. Enters: their words. Leaves: those of the vocabulary. */
#pragma once

#include "base/arena.h"

/* "de en" for "de, en", "German" or "de_DE"; NULL where no word of it is a language. From the arena. */
const char *pg_terms_languages (PgArena *arena, const char *words);
/* The kind of session that a type or a title is about, as kinds.h has it or one of its words says: "keynote" for "Keynote speech (45 min)"; NULL for an ordinary one. */
const char *pg_terms_kind (const char *words);
/* Whether a type says no more than that it is a session. */
gboolean pg_terms_is_ordinary (const char *words);
/* The kind of break, "coffee" for "Morning coffee break"; NULL if it is none. */
const char *pg_terms_break (const char *words);
/* An address of the web, of mail or of a telephone, as the vocabulary takes it; NULL for any other and for NULL. From the
   arena. */
const char *pg_terms_link (PgArena *arena, const char *url);
