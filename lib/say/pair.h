/* Two languages. Enters: the same thing said in each. Leaves: one block that says both, as the voice wants it. */
#pragma once

#include "say/voice.h"

/* One above the other, part by part: paragraph below paragraph, and on one line where their style wants it and both fit;
   what is whole below what is whole. What the second says no otherwise than the first is left out. Where bodies are in
   one language, only what may stand on one line is said in both. second may be NULL. */
PgBlock *pg_stack_languages (const PgVoice *voice, PgBlock *first, PgBlock *second);

/* In a column of a width: the same, or, for parallel columns, side by side, part by part, each pair on one baseline. */
PgBlock *pg_pair_languages (const PgVoice *voice, double width, PgBlock *first, PgBlock *second);

/* A paragraph of the first language above that of the second, also where bodies are in one language. second may be NULL, or
   both. */
PgBlock *pg_headings_below (const PgVoice *voice, PgBlock *first, PgBlock *second);

/* Adds what the second language says to a line of the first, isolated. */
void pg_add_second (const PgVoice *voice, PgBlock *line, const char *between, const PgBlock *second);

/* Whether the voice has two columns. */
gboolean pg_is_parallel (const PgVoice *voice);

/* Where both fit, the first at the start and the second at the end of one line, with a gap at least; else
   stacked, which says the same. */
PgBlock *pg_spread_languages (const PgVoice *voice, double gap, PgBlock *first, PgBlock *second, PgBlock *stacked);

/* What a function of a voice makes, said in the voice's languages: stacked; in the width of the details; of
   what stands below a title; of the text area. */
#define PG_STACKED(voice, make, ...)                                                                                   \
  pg_stack_languages ((voice), make ((voice)->first, __VA_ARGS__),                                                     \
                      (voice)->second != NULL ? make ((voice)->second, __VA_ARGS__) : NULL)
#define PG_IN_DETAILS(voice, make, ...)                                                                                \
  pg_pair_languages ((voice), (voice)->paper->details_width, make ((voice)->first, __VA_ARGS__),                       \
                     (voice)->second != NULL ? make ((voice)->second, __VA_ARGS__) : NULL)
#define PG_IN_TEXT(voice, make, ...)                                                                                   \
  pg_pair_languages ((voice), (voice)->paper->text_width, make ((voice)->first, __VA_ARGS__),                          \
                     (voice)->second != NULL ? make ((voice)->second, __VA_ARGS__) : NULL)
#define PG_IN_WIDTH(voice, make, ...)                                                                                  \
  pg_pair_languages ((voice), (voice)->paper->measure, make ((voice)->first, __VA_ARGS__),                             \
                     (voice)->second != NULL ? make ((voice)->second, __VA_ARGS__) : NULL)
#define PG_AT_ENDS(voice, gap, make, ...)                                                                              \
  pg_spread_languages ((voice), (gap), make ((voice)->first, __VA_ARGS__),                                             \
                       (voice)->second != NULL ? make ((voice)->second, __VA_ARGS__) : NULL,                           \
                       PG_STACKED ((voice), make, __VA_ARGS__))
/* In running heads, which have room for the first language alone but where it is headings that are in both. */
#define PG_IN_HEAD(voice, make, ...)                                                                                   \
  ((voice)->request->bilingual == PG_BILINGUAL_HEADINGS ? PG_STACKED (voice, make, __VA_ARGS__)                        \
                                                        : make ((voice)->first, __VA_ARGS__))
