/* Two languages. Enters: the same thing said in each. Leaves: one block that says both, as the job wants it. Private to
   piece/. */
#pragma once

#include "say/job.h"

/* One above the other, part by part: paragraph below paragraph, and on one line where their style wants it and both fit;
   what is whole below what is whole. What the second says no otherwise than the first is left out. Where bodies are in
   one language, only what may stand on one line is said in both. second may be NULL. */
PgBlock *pg_stack_languages (const PgJob *job, PgBlock *first, PgBlock *second);

/* In a column of a width: the same, or, for parallel columns, side by side, part by part, each pair on one baseline. */
PgBlock *pg_pair_languages (const PgJob *job, double width, PgBlock *first, PgBlock *second);

/* Whether the job has two columns. */
gboolean pg_is_parallel (const PgJob *job);

/* What a function of a job makes, said in the job's languages: stacked; in the width of the details; of the text area. */
#define PG_STACKED(job, make, ...)                                                                                     \
  pg_stack_languages ((job), make ((job)->first, __VA_ARGS__),                                                         \
                      (job)->second != NULL ? make ((job)->second, __VA_ARGS__) : NULL)
#define PG_IN_DETAILS(job, make, ...)                                                                                  \
  pg_pair_languages ((job), (job)->details_width, make ((job)->first, __VA_ARGS__),                                    \
                     (job)->second != NULL ? make ((job)->second, __VA_ARGS__) : NULL)
#define PG_IN_WIDTH(job, make, ...)                                                                                    \
  pg_pair_languages ((job), (job)->width, make ((job)->first, __VA_ARGS__),                                            \
                     (job)->second != NULL ? make ((job)->second, __VA_ARGS__) : NULL)
/* In running heads, which have room for the first language alone but where it is headings that are in both. */
#define PG_IN_HEAD(job, make, ...)                                                                                     \
  ((job)->bilingual == PG_BILINGUAL_HEADINGS ? PG_STACKED (job, make, __VA_ARGS__) : make ((job)->first, __VA_ARGS__))
