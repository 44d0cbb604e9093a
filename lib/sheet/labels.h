/* Labels on sheets. Enters: pages, each as large as a label, and a stock. Leaves: the sheets as pages, with the labels on them. */
#pragma once

#include "sheet/impose.h"
#include "sheet/stock.h"

#define PG_LABEL_BLEED 2.834646 /* pt: 1 mm, by which what touches a label's edge may reach over it */

typedef struct
{
  const PgStock *stock;
  guint start;       /* the first label that is used, from 0, row by row */
  double x, y;       /* by which all is moved, for a printer that is off */
  gboolean is_exact; /* nothing reaches over the edges of labels */
  PgFlip
      flip; /* NONE: one side; else pages are fronts and backs by turns, and so are sheets, which are turned as upright
                  paper is by this edge */
} PgLabelWish;

/* Puts the pages on sheets: from then on the pages are these, with all that refers to them. */
void pg_labels_place (PgPages *pages, const PgLabelWish *wish);

/* Where a label stands on its sheet, from 0; on a back as the sheet is turned for it. */
void pg_labels_at (const PgLabelWish *wish, guint label, gboolean is_back, double *x, double *y);
