/* A table as every office program has it. Enters: cells. Leaves: rows of them, each with its place. */
#include "import/rows.h"

#include "base/limits.h"

#include <string.h>

#define MAX_WIDE 65536 /* cells that go over several columns: of more it is not kept */

PgRows *
pg_rows_new (const char *file, const char *sheet)
{
  PgRows *rows = g_new0 (PgRows, 1);
  rows->arena = pg_arena_new ();
  rows->file = pg_arena_strdup (rows->arena, file);
  rows->sheet = pg_arena_strdup (rows->arena, sheet);
  rows->rows = g_ptr_array_new ();
  rows->wide = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return rows;
}

void
pg_rows_free (PgRows *rows)
{
  if (rows == NULL)
    return;
  g_ptr_array_unref (rows->rows);
  g_hash_table_unref (rows->wide);
  pg_arena_free (rows->arena);
  g_free (rows);
}

/* Filling */

void
pg_filler_init (PgRowFiller *filler, PgRows *rows, ProgrammeReport *report)
{
  *filler = (PgRowFiller){ rows, report, 1, g_ptr_array_new (), g_array_new (FALSE, TRUE, sizeof (guint)) };
}

void
pg_filler_clear (PgRowFiller *filler)
{
  g_ptr_array_unref (filler->cells);
  g_array_unref (filler->places);
}

/* White space and what is not seen, also of other scripts than Latin. */
static gsize
trim (const char **text, gsize length)
{
  const char *start = *text, *end = start + length;
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  for (const char *before; end > start; end = before)
    {
      before = g_utf8_find_prev_char (start, end);
      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
    }
  *text = start;
  return (gsize) (end - start);
}

static void
set (PgRowFiller *filler, guint column, const char *text)
{
  if (column >= PG_MAX_COLUMNS || text[0] == '\0')
    return;
  while (filler->cells->len <= column)
    g_ptr_array_add (filler->cells, (gpointer) "");
  filler->cells->pdata[column] = (gpointer) text;
}

static void
set_place (PgRowFiller *filler, guint column, guint place)
{
  if (place == 0 || column >= PG_MAX_COLUMNS)
    return;
  if (filler->places->len <= column)
    g_array_set_size (filler->places, column + 1);
  g_array_index (filler->places, guint, column) = place;
}

/* A place for a finding, before the row is whole. */
static void
tell_cut (PgRowFiller *filler, guint column, guint place)
{
  PgRow row = { filler->number, 0, NULL, NULL };
  guint places[] = { place };
  if (place > 0)
    row = (PgRow){ filler->number, 1, NULL, places };
  pg_rows_tell (filler->rows, &row, place > 0 ? 0 : column, filler->report, PROGRAMME_SEVERITY_WARNING, "too-large",
                "this cell has more than %u characters, and the rest is left out", PG_MAX_CELL_CHARACTERS);
}

void
pg_filler_put (PgRowFiller *filler, guint column, const char *text, gsize length, guint place)
{
  length = trim (&text, length);
  if (length > PG_MAX_CELL_CHARACTERS && g_utf8_strlen (text, (gssize) length) > PG_MAX_CELL_CHARACTERS)
    {
      length = (gsize) (g_utf8_offset_to_pointer (text, PG_MAX_CELL_CHARACTERS) - text);
      tell_cut (filler, column, place);
    }
  set_place (filler, column, place);
  if (length > 0 && column < PG_MAX_COLUMNS)
    set (filler, column, pg_arena_strndup (filler->rows->arena, text, (gssize) length));
}

void
pg_filler_lend (PgRowFiller *filler, guint column, const char *text)
{
  set (filler, column, text);
}

static gboolean
refuse_more (PgRowFiller *filler)
{
  PgRow row = { filler->number, 0, NULL, NULL };
  pg_rows_tell (filler->rows, &row, 0, filler->report, PROGRAMME_SEVERITY_WARNING, "too-large",
                "the table has more than %u rows or %u cells, and what follows is left out: divide it", PG_MAX_ROWS,
                PG_MAX_CELLS);
  return FALSE;
}

gboolean
pg_filler_end (PgRowFiller *filler)
{
  PgRows *rows = filler->rows;
  guint n = filler->cells->len;
  if (n > 0)
    {
      if (rows->rows->len >= PG_MAX_ROWS || rows->n_cells + n > PG_MAX_CELLS)
        return refuse_more (filler);
      PgRow *row = pg_arena_new0 (rows->arena, PgRow);
      row->number = filler->number;
      row->n_cells = n;
      row->cells = pg_arena_new_array (rows->arena, const char *, n);
      memcpy (row->cells, filler->cells->pdata, n * sizeof (char *));
      if (filler->places->len > 0)
        {
          guint *places = pg_arena_new_array (rows->arena, guint, n);
          g_array_set_size (filler->places, MAX (filler->places->len, n));
          memcpy (places, filler->places->data, n * sizeof (guint));
          row->places = places;
        }
      rows->n_cells += n;
      g_ptr_array_add (rows->rows, row);
    }
  g_ptr_array_set_size (filler->cells, 0);
  g_array_set_size (filler->places, 0);
  return TRUE;
}

static gint64
key_of (guint number, guint column)
{
  return (gint64) number * PG_MAX_COLUMNS + column;
}

void
pg_rows_widen (PgRows *rows, guint number, guint column, guint n_columns)
{
  gint64 key = key_of (number, column);
  if (n_columns > 1 && g_hash_table_size (rows->wide) < MAX_WIDE)
    g_hash_table_insert (rows->wide, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n_columns));
}

guint
pg_rows_width (const PgRows *rows, const PgRow *row, guint column)
{
  gint64 key = key_of (row->number, column);
  return MAX (1u, GPOINTER_TO_UINT (g_hash_table_lookup (rows->wide, &key)));
}

/* The first row of that number or a later one. */
static guint
row_from (const PgRows *rows, guint number)
{
  guint low = 0, high = rows->rows->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (((const PgRow *) g_ptr_array_index (rows->rows, middle))->number < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
put_into (PgRows *rows, PgRow *row, guint column, const char *text)
{
  if (pg_row_cell (row, column)[0] != '\0' || rows->n_cells > PG_MAX_CELLS)
    return;
  guint n = MAX (row->n_cells, column + 1);
  const char **cells = pg_arena_new_array (rows->arena, const char *, n);
  for (guint i = 0; i < n; i++)
    cells[i] = i == column ? text : pg_row_cell (row, i);
  rows->n_cells += n;
  row->cells = cells;
  row->n_cells = n;
}

static void
fill_span (PgRows *rows, const PgSpan *span)
{
  guint i = row_from (rows, span->first_row);
  PgRow *row = i < rows->rows->len ? g_ptr_array_index (rows->rows, i) : NULL;
  const char *text = row != NULL && row->number == span->first_row ? pg_row_cell (row, span->column) : "";
  if (text[0] == '\0')
    return;
  pg_rows_widen (rows, span->first_row, span->column, span->n_columns);
  for (i++; i < rows->rows->len; i++)
    {
      row = g_ptr_array_index (rows->rows, i);
      if (row->number > span->last_row)
        return;
      put_into (rows, row, span->column, text);
      pg_rows_widen (rows, row->number, span->column, span->n_columns);
    }
}

void
pg_rows_fill (PgRows *rows, const GArray *spans)
{
  guint64 n = 0;
  for (guint i = 0; i < spans->len; i++)
    {
      const PgSpan *span = &g_array_index (spans, PgSpan, i);
      n += MIN (span->last_row - span->first_row, rows->rows->len);
      if (n < PG_MAX_CELLS)
        fill_span (rows, span);
    }
}

void
pg_rows_tell_hidden (const PgRows *rows, guint first, guint n, ProgrammeReport *report)
{
  PgRow row = { first, 0, NULL, NULL };
  if (n > 0)
    pg_rows_tell (rows, &row, 0, report, PROGRAMME_SEVERITY_NOTE, "hidden-rows",
                  "%u hidden %s, the first here: delete what is not meant", n,
                  n == 1 ? "row was read, too" : "rows were read, too");
}

const char *
pg_row_cell (const PgRow *row, guint column)
{
  return column < row->n_cells ? row->cells[column] : "";
}

ProgrammePlace *
pg_rows_place (const PgRows *rows, const PgRow *row, guint column)
{
  if (rows->sheet == NULL)
    return programme_place_new (rows->file, row->number, column < row->n_cells ? row->places[column] : 1, NULL);
  if (row->places != NULL && column < row->n_cells && row->places[column] > 0)
    column = row->places[column] - 1;
  g_autofree char *sheet = g_strconcat (rows->sheet, "!", NULL);
  return programme_place_new (rows->file, row->number, column + 1, sheet);
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
