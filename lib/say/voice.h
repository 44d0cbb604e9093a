/* One language, or two, with what saying things in it takes. Enters: a request and a paper. Leaves: voices: script, figures,
   direction and styles of a language, and, where there are two languages, a voice for each alone. */
#pragma once

#include "say/paper.h"

typedef struct PgVoice PgVoice;
struct PgVoice
{
  const PgRequest *request;
  const PgPaper *paper;
  PgArena *arena; /* the request's, and its event and theme */
  const ProgrammeEvent *event;
  const ProgrammeTheme *theme;
  const PgVoice *first, *second; /* to say a thing in one language alone, in the width it has; second may be NULL */
  const PgVoice *original;       /* of the voice of the second language: that of the first */
  gboolean is_second;            /* this one is for the second language */
  gboolean is_mixed;             /* the two languages run in different directions */
  const char *language;          /* BCP 47 */
  const char *script;            /* ISO 15924 */
  gboolean right_to_left;        /* the language is written so */
  gunichar zero;                 /* of the figures that are printed */
  double scale;                  /* of the theme's lengths and sizes */
  gboolean is_small;             /* the theme's styles for small paper apply */
  gboolean is_long;              /* so do those for what is too long for a page of its own, such as a cover */
  gboolean is_head;              /* what a cover says stands in the head of a page, on white */
  gboolean is_tight;             /* type is in the size that saves a page */
  gboolean is_larger;            /* type is one size larger, where a page has room */
  double pad;                    /* of the theme's white in rows */
  PgRole entry_role;             /* of the titles of entries */
  GHashTable *styles;            /* those of the theme as the language and the paper want them, by name */
};

/* The voice of a request's languages on a paper. */
const PgVoice *pg_voice_new (const PgRequest *request, const PgPaper *paper);

/* The same for a page that is too full: density 0 is the voice itself, the next as on small paper, the last with the styles
   for what is long. */
guint pg_voice_n_densities (const PgVoice *voice);
const PgVoice *pg_voice_dense (const PgVoice *voice, guint density);

/* The same for pages that begin with a head: rows with so much of their white, type one size larger or as usual; the role of
   the titles of entries. */
const PgVoice *pg_voice_for_page (const PgVoice *voice, double pad, gboolean is_larger, PgRole entry_role);

/* The same in the sizes that save a page. */
const PgVoice *pg_voice_tight (const PgVoice *voice);

/* The same with all lengths and sizes so many times as large. */
const PgVoice *pg_voice_scaled (const PgVoice *voice, double scale);

/* How wide the columns of parallel languages are that share a width. */
void pg_voice_columns (const PgVoice *voice, double width, double *first, double *second);

/* The same for what stands further in: its details begin an inset after those of the voice, and are so wide; what would
   stand in the margin stands above. */
const PgVoice *pg_voice_inset (const PgVoice *voice, double inset, double width);
