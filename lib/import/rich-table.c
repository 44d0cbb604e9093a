/* Enters: rows of cells, as HTML or Markdown have them. Leaves: a table as the vocabulary takes it, in which all rows fill all
   columns. */
#include "import/rich.h"

#include "base/limits.h"

#include <string.h>

PgRichCell *
pg_rich_cell (PgRichWriter *writer, GPtrArray *row)
{
  PgRichCell *cell = pg_arena_new0 (writer->arena, PgRichCell);
  cell->xml = "";
  cell->columns = cell->rows = 1;
  g_ptr_array_add (row, cell);
  return cell;
}

void
pg_rich_cell_init (PgRichWriter *inner, const PgRichWriter *writer)
{
  pg_rich_init (inner, writer->arena, writer->losses);
  inner->in_cell = TRUE;
}

void
pg_rich_cell_finish (PgRichCell *cell, PgRichWriter *inner)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  const GPtrArray *parts = pg_rich_finish (inner);
  for (guint i = 0; i < parts->len; i++)
    {
      const PgRichPart *part = g_ptr_array_index (parts, i);
      for (guint j = 0; j < part->texts->len; j++)
        g_string_append_printf (xml, "%s%s%s", xml->len > 0 ? "<br/>" : "", part->kind != PG_RICH_PARAGRAPH ? "• " : "",
                                (const char *) g_ptr_array_index (part->texts, j));
    }
  cell->xml = pg_arena_strdup (inner->arena, xml->str);
}

static gboolean
is_head (const GPtrArray *row)
{
  gboolean all = row->len > 0;
  for (guint i = 0; i < row->len; i++)
    all = all && ((const PgRichCell *) g_ptr_array_index (row, i))->is_head;
  return all;
}

/* Puts the cells of a row where those above leave room, cut to what there is, and gives how many columns are filled. Of each
   column, taken has the first row that is free. 0: there are more than a table may have. */
static guint
place (const GPtrArray *rows, guint r, guint *taken)
{
  const GPtrArray *row = g_ptr_array_index (rows, r);
  guint column = 0, n = 0, most = r == 0 && is_head (row) ? 1 : MIN (rows->len - r, (guint) PG_MAX_ROW_SPAN);
  for (guint i = 0; i < row->len; i++)
    {
      PgRichCell *cell = g_ptr_array_index (row, i);
      while (column < PG_MAX_TABLE_COLUMNS && taken[column] > r)
        column++;
      if (column + cell->columns > PG_MAX_TABLE_COLUMNS)
        return 0;
      guint wide = 1;
      while (wide < cell->columns && taken[column + wide] <= r)
        wide++;
      cell->columns = wide;
      cell->rows = CLAMP (cell->rows, 1u, most);
      for (; wide > 0; wide--)
        taken[column++] = r + cell->rows;
    }
  for (column = 0; column < PG_MAX_TABLE_COLUMNS; column++)
    n += taken[column] > r ? 1 : 0;
  return n;
}

/* FALSE if it is none: it has one column, or too many. */
static gboolean
square (PgRichWriter *writer, GPtrArray *rows)
{
  guint taken[PG_MAX_TABLE_COLUMNS] = { 0 }, n_columns = 0;
  g_autofree guint *filled = g_new (guint, rows->len);
  for (guint r = 0; r < rows->len; r++)
    {
      filled[r] = place (rows, r, taken);
      if (filled[r] == 0 && ((const GPtrArray *) g_ptr_array_index (rows, r))->len > 0)
        return FALSE;
      n_columns = MAX (n_columns, filled[r]);
    }
  for (guint r = 0; r < rows->len; r++)
    for (; filled[r] < n_columns; filled[r]++)
      pg_rich_cell (writer, g_ptr_array_index (rows, r));
  return n_columns > 1;
}

/* "a | b" */
static const char *
line_of (PgRichWriter *writer, const GPtrArray *row)
{
  g_autoptr (GString) line = g_string_new (NULL);
  for (guint i = 0; i < row->len; i++)
    {
      const PgRichCell *cell = g_ptr_array_index (row, i);
      const char *before = line->len > 0 ? " | " : "", *look = cell->is_head ? "b" : "";
      if (cell->xml[0] != '\0' && *look != '\0')
        g_string_append_printf (line, "%s<b>%s</b>", before, cell->xml);
      else if (cell->xml[0] != '\0')
        g_string_append_printf (line, "%s%s", before, cell->xml);
    }
  return pg_arena_strdup (writer->arena, line->str);
}

/* Rows in which nothing stands are left out. */
static void
drop_empty (PgRichWriter *writer, GPtrArray *rows)
{
  for (guint r = rows->len; r-- > 0;)
    if (line_of (writer, g_ptr_array_index (rows, r))[0] == '\0')
      g_ptr_array_remove_index (rows, r);
}

void
pg_rich_table (PgRichWriter *writer, GPtrArray *rows)
{
  drop_empty (writer, rows);
  pg_rich_block (writer);
  if (rows->len == 0)
    return;
  PgRichPart *part = pg_arena_new0 (writer->arena, PgRichPart);
  part->kind = PG_RICH_TABLE;
  part->texts = pg_arena_array (writer->arena);
  for (guint r = 0; r < rows->len; r++)
    g_ptr_array_add (part->texts, (gpointer) line_of (writer, g_ptr_array_index (rows, r)));
  part->rows = rows;
  part->has_head = rows->len > 1 && is_head (g_ptr_array_index (rows, 0));
  gboolean is_within = writer->in_cell || writer->list != NULL;
  if (!is_within && square (writer, rows))
    {
      g_ptr_array_add (writer->parts, part);
      return;
    }
  writer->losses->tables++;
  for (guint i = 0; i < part->texts->len && is_within; i++)
    pg_rich_xml_line (writer, g_ptr_array_index (part->texts, i));
  if (!is_within)
    pg_rich_lines (writer->arena, part, writer->parts);
}

void
pg_rich_lines (PgArena *arena, const PgRichPart *table, GPtrArray *parts)
{
  for (guint i = 0; i < table->texts->len; i++)
    {
      PgRichPart *part = pg_arena_new0 (arena, PgRichPart);
      part->texts = pg_arena_array (arena);
      g_ptr_array_add (part->texts, g_ptr_array_index (table->texts, i));
      g_ptr_array_add (parts, part);
    }
}
