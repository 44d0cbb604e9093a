/* Cutting a galley into lines. Private to text/. Enters: a galley and where its lines end. Leaves: PgLines. */
#pragma once

#include "text/galley.h"

/* What lines are set to. */
typedef struct
{
  double column;       /* its width */
  double measure;      /* of the widest line, at most the column */
  double first, other; /* the measures of the first line and of the others, less their indents */
} PgMeasures;

/* ends are indices into breaks, as pg_fit gives them. */
PgLines *pg_lines_cut (const PgGalley *galley, const GArray *breaks, const GArray *ends, const PgMeasures *measures,
                       const PgGive *give);
