/* A table as every office program has it. Enters: cells. Leaves: rows of them, each with its place. */
#include "import/rows.h"

PgRows *
pg_rows_new (const char *file, const char *sheet)
{
  PgRows *rows = g_new0 (PgRows, 1);
  rows->arena = pg_arena_new ();
  rows->file = pg_arena_strdup (rows->arena, file);
  rows->sheet = pg_arena_strdup (rows->arena, sheet);
  rows->rows = g_ptr_array_new ();
  return rows;
}

void
pg_rows_free (PgRows *rows)
{
  if (rows == NULL)
    return;
  g_ptr_array_unref (rows->rows);
  pg_arena_free (rows->arena);
  g_free (rows);
}

const char *
pg_row_cell (const PgRow *row, guint column)
{
  return column < row->n_cells ? row->cells[column] : "";
}

/* "A" for 0, "AB" for 27. */
static void
add_letters (GString *name, guint column)
{
  if (column >= 26)
    add_letters (name, column / 26 - 1);
  g_string_append_c (name, (char) ('A' + column % 26));
}

ProgrammePlace *
pg_rows_place (const PgRows *rows, const PgRow *row, guint column)
{
  if (rows->sheet == NULL)
    return programme_place_new (rows->file, row->number, column < row->n_cells ? row->places[column] : 1, NULL);
  g_autoptr (GString) cell = g_string_new (rows->sheet);
  g_string_append_c (cell, '!');
  add_letters (cell, column);
  g_string_append_printf (cell, "%u", row->number);
  return programme_place_new (rows->file, row->number, column + 1, cell->str);
}

void
pg_rows_tell (const PgRows *rows, const PgRow *row, guint column, ProgrammeReport *report, ProgrammeSeverity severity,
              const char *code, const char *format, ...)
{
  if (report == NULL)
    return;
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_autoptr (ProgrammePlace) place = pg_rows_place (rows, row, column);
  g_autoptr (ProgrammeFinding) finding = programme_finding_new (severity, place, code, message);
  programme_report_add (report, finding);
}
