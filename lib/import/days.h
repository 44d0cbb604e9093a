/* When that is what a table's rows have. Enters: rows, one after the other. Leaves: the day and the times of each; what stands on
   the first row of a day alone, or above it, is carried on. */
#pragma once

#include "import/columns.h"
#include "import/when.h"

typedef struct
{
  int start, end; /* minutes of the day; -1: not said */
} PgRowTimes;

typedef struct
{
  const PgForeign *foreign;
  const PgRows *rows;
  const PgColumns *columns;
  PgWhen *when;
  const PgRow *row;      /* that is read */
  char *date;            /* of the row, or carried from one above it; NULL: none yet */
  int latest;            /* of the starts on the day so far */
  guint first_number;    /* of days, where they are counted in the column of dates; else G_MAXUINT */
  gboolean twelve_hours; /* the table's clock goes to 12:59, and does not say which half of the day it is */
  gboolean is_turned;    /* the day's clock went on at 1:00 after noon */
  guint n_afternoons;    /* times that were taken to be in the second half for that */
} PgDays;

void pg_days_begin (PgDays *days, const PgForeign *foreign, const PgRows *rows, const PgColumns *columns);
void pg_days_end (PgDays *days);

/* The cell of a row that has one alone besides that in a column (G_MAXUINT: none), or the same in all, as merged cells may have;
   NULL for others. */
const char *pg_row_only (const PgRow *row, guint besides);

/* Whether a row says a day, and nothing else; then that is the day of the rows below it. Above the headings (pg_days_above) only
   where no column has dates. */
gboolean pg_days_heading (PgDays *days, const PgRow *row);
gboolean pg_days_above (PgDays *days, const PgRow *row);

/* The times of the row, whose day becomes the day if it says one; and those of a text in it. */
PgRowTimes pg_days_times (PgDays *days);
PgRowTimes pg_days_times_of (PgDays *days, const char *text);

/* Tells what was guessed. */
void pg_days_tell (const PgDays *days);
