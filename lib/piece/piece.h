/* The printed pieces, one file each, and the table of them. Enters: an event and a theme. Leaves: a manuscript. */
#pragma once

#include "block/block.h"
#include "event/event.h"

typedef enum
{
  PG_SORT_NAME,
  PG_SORT_COUNTRY,
  PG_SORT_SESSION
} PgSort;

/* What a piece is made for. Lengths in points; x from the left edge of the text area. */
typedef struct
{
  PgArena *arena;
  const ProgrammeEvent *event;
  const ProgrammeTheme *theme;
  const char *language; /* BCP 47 */
  PgSort sort;

  double page_width, page_height;
  double left, right, top, bottom; /* margins */
  double width;                    /* of the text area */
  double details_x, details_width; /* the second axis: all that is said stands on it */
  gboolean is_small;               /* the theme's styles for small paper apply */
  gboolean labels_above;           /* role labels stand above the names: the theme's wish, or the column is narrow */
} PgJob;

typedef struct
{
  const char *name;
  PgManuscript *(*compose) (const PgJob *job);
  gboolean needs_agenda_pages; /* it prints page numbers of the agenda */
  gboolean is_about_people;    /* it wants biographies and family names */
} PgPiece;

/* NULL if there is no such piece. */
const PgPiece *pg_piece_lookup (const char *name);
/* The names of all pieces, NULL at the end. */
const char *const *pg_piece_names (void);

/* The margins, axes and paper of a theme; paper overrides the theme's and may be NULL. FALSE: no such paper. */
gboolean pg_job_measure (PgJob *job, const char *paper);

/* Makes a manuscript one for the press. date stands in the slug line. */
void pg_press_compose (const PgJob *job, PgManuscript *manuscript, const char *date);

PgManuscript *pg_agenda_compose (const PgJob *job);
PgManuscript *pg_speakers_compose (const PgJob *job);
