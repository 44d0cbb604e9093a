/* What a page has room for. Enters: a request, a group of the theme. Leaves: the page's size, its margins and axes. Lengths in
   points; x from the edge of the text area where reading starts. */
#pragma once

#include "say/request.h"

typedef struct
{
  const char *group;               /* of the theme, which says how high heads and feet stand, too */
  double width, height;            /* of the page */
  double left, right, top, bottom; /* margins */
  double measure;                  /* width of the text area */
  double scale;                    /* of the theme's lengths and sizes on it */
  double details_x, details_width; /* the second axis: all that is said stands on it */
  double text_x, text_width;       /* what stands below a title: on that axis, or over the whole width */
  gboolean text_below;             /* the latter: a title begins beside the times, and what follows stands below both */
  gboolean is_column;              /* it is one of two parallel columns */
  gboolean labels_above;           /* role labels stand above the names: the theme's wish, or the column is narrow */
  gboolean labels_in_margin;       /* or in the column of the times */
  gboolean persons_run_in;         /* what is said of persons follows their names on the same line */
  gboolean facing; /* pages lie side by side, and are small: starts and ends of sessions stand on two lines,
                                      and these are whole where a page has room for them */
} PgPaper;

/* The paper that is asked for, else that of the theme's group, with the group's margins. NULL with PROGRAMME_ERROR_OPTION if
   there is no such paper, or it leaves less than the group's least-width after the second axis, or less than its
   least-height. The group says paper, left, right, top, bottom, made-for-width, least-width and least-height. */
PgPaper *pg_paper_new (const PgRequest *request, const char *group, double details_x, GError **error);

/* The same for a piece that is as large as its paper, such as a sign: all lengths and sizes of the theme are for the group's
   own paper, and in proportion on another. The group says paper, the margins and least-width. */
PgPaper *pg_paper_new_scaled (const PgRequest *request, const char *group, GError **error);
/* The same for what can be arranged either way: the group's own paper may stand or lie, as the other does. */
PgPaper *pg_paper_new_turned (const PgRequest *request, const char *group, GError **error);

/* The one of most pieces: [page] with the column of times before the second axis. */
PgPaper *pg_paper_new_for_pages (const PgRequest *request, GError **error);
/* The same for facing pages: [booklet], left at the spine and right outside. */
PgPaper *pg_paper_new_for_booklet (const PgRequest *request, GError **error);
