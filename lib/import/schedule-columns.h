/* The columns of a schedule in a table. Enters: rows. Leaves: which column is what, and how the clock runs in it. */
#pragma once

#include "import/columns.h"
#include "import/when.h"

#define PG_EARLIEST (7 * 60) /* on a clock of twelve hours, what is earlier is in the afternoon */

/* By headings, or where they do not say it by what is below them; list gets the rows of a grid's cells in the place of its own, or
   NULL. NULL with an error if no columns can be told to be what a schedule needs. */
PgColumns *pg_schedule_columns (const PgForeign *foreign, const PgRows *rows, PgRows **list, GError **error);

/* Whether a time of the early morning comes after a later one, and no time is written as clocks of twenty-four hours have it. */
gboolean pg_schedule_is_twelve_hours (const PgColumns *columns, const PgRows *rows, PgWhen *when);
