/* XML of a draft for others. Enters: texts and bodies of the vocabulary. Leaves: one language of them, as words or as HTML. */
#pragma once

#include "import/draft.h"

/* The words of a text in a language, or else in its first; NULL for a text without any. From the arena. */
const char *pg_plain_text (PgArena *arena, const GPtrArray *text, const char *language);

/* A body in a language, what is not translated in its first; NULL for none. From the arena. In words: an empty line between
   paragraphs, "• " before items. */
const char *pg_plain_body (PgArena *arena, const char *body, const char *language);
const char *pg_html_body (PgArena *arena, const char *body, const char *language);
