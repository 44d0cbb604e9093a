/* Sheets as data: what a sheet of paper shows. Enters: pages. Leaves: sheets, each with the pages on it and where they stand.
   Points, origin at the sheet's top left, y downwards. */
#pragma once

#include "layout/frame.h"

/* A page as a sheet shows it. */
typedef struct
{
  guint page;  /* from 0 */
  double x, y; /* of the page's upper left corner, trimmed */
} PgShown;

typedef struct
{
  double width, height;
  GArray *shown; /* PgShown, in the order of reading */
} PgSheet;

/* Each page on a sheet of its own, with what surrounds it. PgSheet*; free with g_ptr_array_unref. */
GPtrArray *pg_sheets_of_single_pages (const PgPages *pages);

/* The sheet at an index from 0. */
static inline const PgSheet *
pg_sheets_get (const GPtrArray *sheets, guint index)
{
  return g_ptr_array_index (sheets, index);
}
