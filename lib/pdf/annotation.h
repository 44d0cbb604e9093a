/* What annotations and form fields look like. Enters: a page of a PDF. Leaves: their appearances, and where they stand on it. */
#pragma once

#include "pdf/qpdf.h"

typedef struct
{
  qpdf_oh appearance; /* a stream with a number, which is a Form XObject */
  qpdf_oh content;    /* the optional content that it belongs to, or null */
  double matrix[6];   /* to the page's own space */
} PgAppearance;

/* How many are not shown though a reader might: those that are not to be printed, and fields that have a value and no looks. */
typedef struct
{
  guint not_for_print, without_looks;
} PgUnshown;

/* Those that are printed, in order. turns: the page's, quarters clockwise. PgAppearance; free with g_array_unref. */
GArray *pg_annotations_of (qpdf_data qpdf, qpdf_oh page, guint turns, PgUnshown *unshown);
