/* A table as every office program has it. Enters: cells. Leaves: rows of them, each with its place. */
#pragma once

#include "base/arena.h"

#include <programme/report.h>

typedef struct
{
  guint number; /* of the row, or the line, in the file, from 1 */
  guint n_cells;
  const char **cells;  /* UTF-8, trimmed; "" for an empty one, never NULL */
  const guint *places; /* the column of each cell, from 1: in characters, in text; NULL in a spreadsheet: 1, 2, 3 */
} PgRow;

typedef struct
{
  PgArena *arena;
  const char *file;  /* as it was named */
  const char *sheet; /* NULL: text, whose places are lines and columns */
  GPtrArray *rows;   /* PgRow*; empty ones are left out */
  gsize n_cells;     /* of all rows */
  GHashTable *wide;  /* private: those that go over several columns */
} PgRows;

/* A row that is filled cell by cell. */
typedef struct
{
  PgRows *rows;
  ProgrammeReport *report; /* or NULL */
  guint number;
  GPtrArray *cells; /* const char* */
  GArray *places;   /* guint; empty in a spreadsheet */
} PgRowFiller;

PgRows *pg_rows_new (const char *file, const char *sheet);
void pg_rows_free (PgRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgRows, pg_rows_free)

void pg_filler_init (PgRowFiller *filler, PgRows *rows, ProgrammeReport *report);
void pg_filler_clear (PgRowFiller *filler);

/* Puts a text into a column, from 0, of the row that is filled: trimmed, one that is too long cut and told. place is its
   column in characters, in text. The same text is kept once if it is the arena's already (lent). Columns beyond the limit are
   left out. */
void pg_filler_put (PgRowFiller *filler, guint column, const char *text, gsize length, guint place);
void pg_filler_lend (PgRowFiller *filler, guint column, const char *text);

/* Ends the row. FALSE if the rows are too many, which is told; an empty one is left out. */
gboolean pg_filler_end (PgRowFiller *filler);

/* How many columns a cell goes over, which are empty then but for the first; 1 for most. */
void pg_rows_widen (PgRows *rows, guint number, guint column, guint n_columns);
guint pg_rows_width (const PgRows *rows, const PgRow *row, guint column);

/* A cell that is merged with those below it, or beside it. */
typedef struct
{
  guint column, n_columns, first_row, last_row; /* rows by their numbers */
} PgSpan;

/* Puts what stands in the first cell of each of the spans (PgSpan) into those below it, where they are empty; more than a table
   may have cells is not filled. */
void pg_rows_fill (PgRows *rows, const GArray *spans);

/* Tells that rows are hidden, and were read. */
void pg_rows_tell_hidden (const PgRows *rows, guint first, guint n, ProgrammeReport *report);

/* Of a cell, from 0; "" beyond the row's end. */
const char *pg_row_cell (const PgRow *row, guint column);

/* The place of a cell: "guests.xlsx:Participants!B7". */
ProgrammePlace *pg_rows_place (const PgRows *rows, const PgRow *row, guint column);

/* A finding there. */
void pg_rows_tell (const PgRows *rows, const PgRow *row, guint column, ProgrammeReport *report,
                   ProgrammeSeverity severity, const char *code, const char *format, ...) G_GNUC_PRINTF (7, 8);
