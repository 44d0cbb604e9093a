/* The boxes of a page of anybody's. Enters: a page of a PDF. Leaves: how large it is when it lies upright, and how to get there. */
#pragma once

#include "pdf/qpdf.h"

typedef struct
{
  double left, bottom, right, top;
} PgBox;

typedef struct
{
  PgBox trim, bleed; /* in the page's own space, as ISO 32000-1, 14.11.2 has them; bleed is 3 mm beyond trim at most */
  guint turns;       /* quarters, clockwise */
  double unit;       /* of the page's own space, in points */
  double width, height; /* of trim, upright, in points */
  double margin;        /* the most that bleed is beyond trim, in points */
} PgPageBoxes;

/* FALSE if the page says no size that could be one. */
gboolean pg_page_boxes_read (qpdf_data qpdf, qpdf_oh page, PgPageBoxes *boxes);

/* What a page has under key, or the nodes of the tree above it; null if there is none. */
qpdf_oh pg_page_inherited (qpdf_data qpdf, qpdf_oh page, const char *key);

/* A rectangle of numbers, of whichever corners. FALSE if it is none. */
gboolean pg_box_read (qpdf_data qpdf, qpdf_oh array, PgBox *box);

/* From the page's own space to one in which the trimmed page is upright and begins at 0, 0: six numbers. */
void pg_page_boxes_matrix (const PgPageBoxes *boxes, double matrix[6]);

/* Adds numbers in PDF's notation, each with a space behind it. */
void pg_put_numbers (GString *out, const double *numbers, guint n);
