/* Timetables whose headings do not say what is in the columns. Enters: rows, in whose columns times are. Leaves: which column is
   what; and the rows of a list in the place of a grid, whose columns are rooms or days. */
#pragma once

#include "import/columns.h"

/* NULL if the rows are no timetable, or with an error if something is to be said before they are one. list gets the rows of a
   grid's cells, or NULL if the columns are those of the rows as they are. */
PgColumns *pg_shape_find (const PgForeign *foreign, const PgRows *rows, PgRows **list, GError **error);
