/* Which page stands where. Enters: a number of pages. Leaves: the pages of each side of each sheet, without measures. */
#pragma once

#include "sheet/sheet.h"

/* One side of a sheet that is folded once. */
typedef struct
{
  guint left, right; /* pages from 0, or PG_BLANK */
  guint sheet;       /* from 0 */
  guint depth;       /* how many sheets of its signature are outside it */
  guint signature;   /* from 0 */
  gboolean is_back;
} PgFoldSide;

/* n pages from 0, and as many blanks before the last ones as a multiple of four takes. guint; free with g_array_unref. */
GArray *pg_order_with_blanks (guint n, guint last);

/* The sides of all sheets, front and back by turns. Each signature is one set of nested sheets of so many pages (a multiple of
   four), but for the last, which may have fewer; pages are as many as pg_order_with_blanks() gives, or a part of them that is
   a multiple of four. PgFoldSide; free with g_array_unref. */
GArray *pg_order_fold (const guint *pages, guint n, guint signature, gboolean bind_right);

/* How many sheets n leaves take, of which each sheet has so many. */
guint pg_order_n_sheets (guint n, guint places);
