/* Sheets as data: what a side of a sheet of paper shows. Enters: pages. Leaves: sheets, each with the pages on it and where they
   stand, and the marks around them. Points, origin at the sheet's top left, y downwards. */
#pragma once

#include "layout/frame.h"

#define PG_BLANK G_MAXUINT /* in the place of a page */

typedef struct
{
  double left, top, right, bottom;
} PgArea;

/* A page as a sheet shows it. */
typedef struct
{
  guint page;           /* from 0, or PG_BLANK */
  double x, y;          /* of the page's upper left corner, trimmed */
  double width, height; /* of the trimmed page */
  PgArea clip;          /* what is outside of it is not shown */
} PgShown;

typedef enum
{
  PG_MARK_CUT,  /* a line */
  PG_MARK_FOLD, /* a dashed line */
  PG_MARK_BAR   /* the rectangle between the two corners, for the eye of who gathers signatures */
} PgMarkKind;

typedef struct
{
  PgMarkKind kind;
  double x0, y0, x1, y1;
} PgMark;

typedef struct
{
  double width, height;
  GArray *shown; /* PgShown, in the order of reading */

  /* Of what is imposed; else empty. */
  gboolean turned; /* all of it, by a half turn */
  PgArea trim, bleed;
  GArray *marks;         /* PgMark, or NULL */
  char *slug;            /* what is said of the sheet beside the pages, reading upwards; or NULL */
  double slug_x, slug_y; /* the start of its baseline */
} PgSheet;

/* An empty one. PgSheet*; free with g_ptr_array_unref. */
GPtrArray *pg_sheets_new (void);

/* Adds a sheet that shows nothing yet, and lends it. */
PgSheet *pg_sheets_add (GPtrArray *sheets, double width, double height);

/* Each page on a sheet of its own, with what surrounds it. PgSheet*; free with g_ptr_array_unref. */
GPtrArray *pg_sheets_of_single_pages (const PgPages *pages);

/* The sheet at an index from 0. */
static inline const PgSheet *
pg_sheets_get (const GPtrArray *sheets, guint index)
{
  return g_ptr_array_index (sheets, index);
}
