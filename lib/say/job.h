/* What a piece is made for. Enters: what the caller wants, an event, a theme. Leaves: paper, margins, axes, and what says a
   thing in each language. */
#pragma once

#include "block/block.h"
#include "event/event.h"

typedef enum
{
  PG_SORT_NAME,
  PG_SORT_COUNTRY,
  PG_SORT_SESSION
} PgSort;

/* How two languages are set. */
typedef enum
{
  PG_BILINGUAL_STACKED,  /* each part followed by its second language */
  PG_BILINGUAL_PARALLEL, /* in two columns */
  PG_BILINGUAL_HEADINGS  /* headings in both, bodies in the first */
} PgBilingual;

/* What a piece is made for. Lengths in points; x from the edge of the text area where reading starts. */
typedef struct PgJob PgJob;
struct PgJob
{
  PgArena *arena;
  const ProgrammeEvent *event;
  const ProgrammeTheme *theme;
  const char *language;        /* BCP 47 */
  const char *second_language; /* or NULL */
  PgBilingual bilingual;
  const PgJob *first, *second; /* to say a thing in one language alone, in the width it has; second may be NULL */
  gboolean is_second;          /* this one is for the second language */
  const PgJob *original;       /* of that one: the one for the first */
  gboolean is_column;          /* this one is for one of two parallel columns */
  gboolean right_to_left;      /* the language is written so */
  gboolean is_mixed;           /* the two languages run in different directions */
  const char *script;          /* ISO 15924 */
  gunichar zero;               /* of the figures that are printed */
  GHashTable *styles;          /* those of the theme as the language and the paper want them, by name */
  PgSort sort;

  double page_width, page_height;
  double left, right, top, bottom; /* margins */
  double width;                    /* of the text area */
  double details_x, details_width; /* the second axis: all that is said stands on it */
  gboolean is_small;               /* the theme's styles for small paper apply */
  gboolean is_long;                /* so do those for what is too long for a page of its own, such as a cover */
  gboolean labels_above;           /* role labels stand above the names: the theme's wish, or the column is narrow */
  gboolean labels_in_margin;       /* or in the column of the times */
};

/* The margins, axes and paper of a theme, and the jobs of single languages; paper overrides the theme's and may be NULL.
   FALSE: no such paper. */
gboolean pg_job_measure (PgJob *job, const char *paper);

/* The same job for a page that is too full: density 0 is the job itself, the next as on small paper, the last with the
   styles for what is long. */
guint pg_job_n_densities (const PgJob *job);
const PgJob *pg_job_dense (const PgJob *job, guint density);

/* How wide the columns of parallel languages are that share a width. */
void pg_job_columns (const PgJob *job, double width, double *first, double *second);

/* Makes a manuscript one for the press. created, in seconds since 1970, stands in the slug line. */
void pg_press_compose (const PgJob *job, PgManuscript *manuscript, gint64 created);
