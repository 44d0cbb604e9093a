/* The built-in words in each language, and the event's own. Enters: a key and a language. Leaves: a word. */
#pragma once

#include "event/event.h"

/* The event's own word for key in language, else the catalogue's, else the English one; never NULL: an unknown key
   comes back as itself. language_out (may be NULL) gets the language of the word that was found. */
const char *pg_word (const ProgrammeEvent *event, const char *key, const char *language, const char **language_out);

/* The same for a word with one place to fill, written "%s" in the catalogue ("End of Day %s"), or "%m" or "%f" where it
   takes an ordinal, masculine or feminine ("Fin de la %f journée"); the value alone where it says the word itself; from the
   arena. */
char *pg_word_with (const ProgrammeEvent *event, PgArena *arena, const char *key, const char *language,
                    const char *value);

/* Whether a value says a word itself, in whatever capitals: "Track A" in the place of "Track: %s", or beside "track". */
gboolean pg_word_is_said (const char *word, const char *value);

/* The same for a word with two places, "%1" and "%2" ("%1 of %2"). */
char *pg_word_with_two (const ProgrammeEvent *event, PgArena *arena, const char *key, const char *language,
                        const char *first, const char *second);

/* value, set off by controls if it has letters that run otherwise than the language's: what is inserted must not take its
   direction from the words around it, nor give it to them. What has such controls is made of the language's own words and
   of what is set off, and is not set off again. */
const char *pg_isolated (PgArena *arena, const char *value, const char *language);

/* TRUE if the catalogue has key in English: what <word key="..."> may name. */
gboolean pg_word_exists (const char *key);
/* Whether it was a key of version 0.1, which printed it nowhere: files that have it stay valid. */
gboolean pg_word_is_idle (const char *key);
const char *const *pg_word_keys (void);

/* What else a language's catalogue says: a key of a group such as "formats"; NULL if nothing. */
const char *pg_language_entry (const char *language, const char *group, const char *key);
/* Whether the library has words in a language. */
gboolean pg_language_has_words (const char *language);

/* A country's name: the event's own, else Unicode CLDR's; from the arena. */
const char *pg_country_name (const ProgrammeEvent *event, PgArena *arena, const char *code, const char *language);
/* The event's own name of a country as a text in several languages, or NULL. */
const PgText *pg_country_text (const ProgrammeEvent *event, const char *code);
/* Whether Unicode CLDR knows a country by its two capitals, and ISO 639 the language of a tag. */
gboolean pg_country_exists (const char *code);
gboolean pg_language_exists (const char *tag);
