/* A table as every office program has it. Enters: cells. Leaves: rows of them, each with its place. */
#pragma once

#include "base/arena.h"

#include <programme/report.h>

typedef struct
{
  guint number; /* of the row, or the line, in the file, from 1 */
  guint n_cells;
  const char **cells;  /* UTF-8, trimmed; "" for an empty one, never NULL */
  const guint *places; /* the column of each cell in characters, in text; NULL in a spreadsheet: 1, 2, 3 */
} PgRow;

typedef struct
{
  PgArena *arena;
  const char *file;  /* as it was named */
  const char *sheet; /* NULL: text, whose places are lines and columns */
  GPtrArray *rows;   /* PgRow*; empty ones are left out */
} PgRows;

PgRows *pg_rows_new (const char *file, const char *sheet);
void pg_rows_free (PgRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgRows, pg_rows_free)

/* Of a cell, from 0; "" beyond the row's end. */
const char *pg_row_cell (const PgRow *row, guint column);

/* The place of a cell: "guests.xlsx:Participants!B7". */
ProgrammePlace *pg_rows_place (const PgRows *rows, const PgRow *row, guint column);

/* A finding there. */
void pg_rows_tell (const PgRows *rows, const PgRow *row, guint column, ProgrammeReport *report,
                   ProgrammeSeverity severity, const char *code, const char *format, ...) G_GNUC_PRINTF (7, 8);
