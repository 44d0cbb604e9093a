/* Enters: an element with a longer text. Leaves: its parts: paragraphs, lists, definitions, quotations, tables, images, and
   the sections within it. */
#include "base/limits.h"
#include "read/reader.h"
#include "read/values.h"

#include <string.h>

static void
read_items (PgReader *reader, const PgNode *list, PgBodyPart *part)
{
  part->items = pg_arena_array (reader->arena);
  part->numbered = g_strcmp0 (pg_node_value (list, "kind"), "number") == 0;
  for (const PgNode *node = pg_node_child (list, "item"); node != NULL; node = pg_node_again (node))
    {
      PgText *text = pg_read_text_run (reader, node, &node);
      if (text != NULL)
        g_ptr_array_add (part->items, text);
    }
}

/* Tables */

/* What is being read of a table. */
typedef struct
{
  PgReader *reader;
  PgTable *table;
  GStrv sides;     /* of its columns, or NULL */
  guint *taken;    /* for each column the first row that no cell of a row above reaches into */
  guint n_rows;    /* all, the head too */
  guint row;       /* that is being read */
  gboolean failed; /* too much, and told */
} TableReader;

static ProgrammeFinding *fault (PgReader *reader, const PgNode *node, const char *code, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static ProgrammeFinding *
fault (PgReader *reader, const PgNode *node, const char *code, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  ProgrammeFinding *finding
      = pg_report_add (reader->report, PROGRAMME_SEVERITY_ERROR, &node->place, code, "%s", message);
  pg_finding_set_id (finding, pg_id_around (node));
  return finding;
}

static PgSide
side_named (const char *name)
{
  return g_strcmp0 (name, "end") == 0 ? PG_SIDE_END : g_strcmp0 (name, "centre") == 0 ? PG_SIDE_CENTRE : PG_SIDE_START;
}

static guint
span_of (const PgNode *cell, const char *attribute)
{
  guint span = pg_read_count (cell, attribute);
  return span > 0 ? span : 1;
}

/* How many rows a cell takes: no more than there are. */
static guint
rows_of (TableReader *reader, const PgNode *node, gboolean is_head)
{
  guint rows = span_of (node, "rows"), left = is_head ? 1 : reader->n_rows - reader->row;
  if (rows > left)
    fault (reader->reader, node, "table-cells",
           is_head ? "<cell rows=\"%u\"> stands in the head, which is one row: remove rows"
                   : "<cell rows=\"%u\"> goes on below the table's last row: write less",
           rows);
  else if (rows > PG_MAX_ROW_SPAN)
    fault (reader->reader, node, "too-large", "<cell rows=\"%u\"> takes more than %d rows: divide it", rows,
           PG_MAX_ROW_SPAN);
  return MIN (MIN (rows, left), PG_MAX_ROW_SPAN);
}

/* The first column from the one on that no cell of a row above reaches into. */
static guint
free_column (const TableReader *reader, guint column)
{
  while (column < PG_MAX_TABLE_COLUMNS && reader->taken[column] > reader->row)
    column++;
  return column;
}

/* The columns that a cell takes, the first of which is free. */
static guint
columns_of (const TableReader *reader, const PgNode *node, guint column)
{
  guint wanted = span_of (node, "columns"), columns = 1;
  while (columns < wanted && reader->taken[column + columns] <= reader->row)
    columns++;
  if (columns < wanted)
    fault (reader->reader, node, "table-cells",
           "<cell columns=\"%u\"> meets one that reaches down from a row above: write columns=\"%u\", or let that one "
           "take "
           "fewer rows",
           wanted, columns);
  return columns;
}

static void
set_taken (TableReader *reader, const PgTableCell *cell)
{
  for (guint i = cell->column; i < cell->column + cell->columns; i++)
    reader->taken[i] = reader->row + cell->rows;
}

/* last gets the last of the cell's translations. */
static PgTableCell *
read_cell (TableReader *reader, const PgNode *node, guint column, gboolean is_head, const PgNode **last)
{
  PgTableCell *cell = pg_arena_new0 (reader->reader->arena, PgTableCell);
  const char *side = pg_node_value (node, "align");
  if (side == NULL && reader->sides != NULL && column < g_strv_length (reader->sides))
    side = reader->sides[column];
  cell->side = side_named (side);
  cell->is_head = g_strcmp0 (pg_node_value (node, "head"), "yes") == 0;
  cell->column = column;
  cell->columns = columns_of (reader, node, column);
  cell->rows = rows_of (reader, node, is_head);
  cell->place = node->place;
  cell->text = pg_read_text_run (reader->reader, node, last);
  set_taken (reader, cell);
  return cell;
}

static PgTableRow *
read_row (TableReader *reader, const PgNode *node, gboolean is_head)
{
  PgTableRow *row = pg_arena_new0 (reader->reader->arena, PgTableRow);
  row->cells = pg_arena_array (reader->reader->arena);
  row->place = node->place;
  guint column = 0;
  for (const PgNode *child = pg_node_child (node, "cell"); child != NULL; child = pg_node_again (child))
    {
      column = free_column (reader, column);
      if (column + span_of (child, "columns") > PG_MAX_TABLE_COLUMNS)
        {
          if (!reader->failed)
            fault (reader->reader, child, "too-large", "the table has more than %d columns: divide it",
                   PG_MAX_TABLE_COLUMNS);
          reader->failed = TRUE;
          break;
        }
      PgTableCell *cell = read_cell (reader, child, column, is_head, &child);
      g_ptr_array_add (row->cells, cell);
      column += cell->columns;
    }
  return row;
}

/* How many columns the row fills, with what reaches into it from above; as row of the table it is told where these are not
   all. */
static guint
count_columns (const TableReader *reader)
{
  guint columns = 0;
  for (guint i = 0; i < PG_MAX_TABLE_COLUMNS; i++)
    columns += reader->taken[i] > reader->row ? 1 : 0;
  return columns;
}

/* A table has as many columns as its head, or its first row. */
static void
add_row (TableReader *reader, const PgNode *node, gboolean is_head)
{
  PgTable *table = reader->table;
  PgTableRow *row = read_row (reader, node, is_head);
  guint columns = count_columns (reader);
  if (reader->row == 0)
    table->n_columns = columns;
  else if (columns != table->n_columns && !reader->failed)
    fault (reader->reader, node, "table-cells", "this <row> has cells for %u column%s, but the table has %u: %s",
           columns, columns == 1 ? "" : "s", table->n_columns,
           columns < table->n_columns ? "add cells, which may be empty, or let one take more by columns=\"2\""
                                      : "remove cells, or add columns to the table's first row");
  if (is_head)
    table->head = row;
  else
    g_ptr_array_add (table->rows, row);
  reader->row++;
}

static guint
count_children (const PgNode *node, const char *name)
{
  guint n = 0;
  for (const PgNode *child = pg_node_child (node, name); child != NULL; child = pg_node_again (child))
    n++;
  return n;
}

static PgTable *
read_table (PgReader *reader, const PgNode *node)
{
  TableReader table = { .reader = reader, .table = pg_arena_new0 (reader->arena, PgTable) };
  guint taken[PG_MAX_TABLE_COLUMNS] = { 0 };
  const char *sides = pg_node_value (node, "align");
  const PgNode *head = pg_node_child (node, "head");
  table.taken = taken;
  table.sides = sides != NULL ? pg_value_words (sides) : NULL;
  table.n_rows = count_children (node, "row") + (head != NULL ? 1 : 0);
  table.table->rows = pg_arena_array (reader->arena);
  if (head != NULL)
    add_row (&table, head, TRUE);
  for (const PgNode *row = pg_node_child (node, "row"); row != NULL; row = pg_node_again (row))
    add_row (&table, row, FALSE);
  if (table.sides != NULL && g_strv_length (table.sides) > table.table->n_columns)
    fault (reader, node, "table-cells", "align=\"%.60s\" is for %u columns, but the table has %u: write one for each",
           sides, g_strv_length (table.sides), table.table->n_columns);
  g_strfreev (table.sides);
  return table.table;
}

/* Parts */

static PgBodyPart *read_part (PgReader *reader, const PgNode *node, const PgNode **last);

static GPtrArray *
read_definitions (PgReader *reader, const PgNode *parent)
{
  GPtrArray *all = pg_arena_array (reader->arena);
  for (const PgNode *node = pg_node_child (parent, "definition"); node != NULL; node = pg_node_again (node))
    {
      PgBodyPart *part = read_part (reader, node, &node);
      if (part != NULL)
        g_ptr_array_add (all, part);
    }
  return all->len > 0 ? all : NULL;
}

/* A term without its definition, and the like, say nothing. */
static gboolean
check_body (PgReader *reader, const PgNode *node, const PgBodyPart *part)
{
  if (part->body != NULL)
    return TRUE;
  pg_finding_set_id (pg_report_add (reader->report, PROGRAMME_SEVERITY_WARNING, &node->place, "empty-element",
                                    "<%s> is empty: write its text, or remove it", node->name),
                     pg_id_around (node));
  return FALSE;
}

static const struct
{
  const char *name;
  PgBodyKind kind;
  const char *label; /* what its label is called; or NULL */
} kinds[] = { { "p", PG_BODY_PARAGRAPH, NULL },
              { "verse", PG_BODY_VERSE, NULL },
              { "list", PG_BODY_LIST, NULL },
              { "definitions", PG_BODY_DEFINITIONS, NULL },
              { "definition", PG_BODY_DEFINITION, "term" },
              { "quotation", PG_BODY_QUOTATION, "source" },
              { "table", PG_BODY_TABLE, "caption" },
              { "image", PG_BODY_IMAGE, "caption" },
              { "section", PG_BODY_SECTION, "title" } };

/* What the part itself holds, behind its label; FALSE if that is nothing. last gets the last of its translations. */
static gboolean
read_content (PgReader *reader, const PgNode *node, PgBodyPart *part, const PgNode **last)
{
  switch (part->kind)
    {
    case PG_BODY_PARAGRAPH:
    case PG_BODY_VERSE:
      part->paragraph = pg_read_text_run (reader, node, last);
      return part->paragraph != NULL;
    case PG_BODY_LIST:
      read_items (reader, node, part);
      return part->items->len > 0;
    case PG_BODY_DEFINITIONS:
      part->body = read_definitions (reader, node);
      return part->body != NULL;
    case PG_BODY_TABLE:
      part->table = read_table (reader, node);
      return part->table->rows->len > 0;
    case PG_BODY_IMAGE:
      part->path = pg_read_value (reader, node, "src");
      part->alt = pg_node_attribute (node, "alt") != NULL ? pg_read_value (reader, node, "alt") : ""; /* told */
      return part->path != NULL;
    case PG_BODY_DEFINITION:
    case PG_BODY_QUOTATION:
    case PG_BODY_SECTION:
      part->body = pg_read_body (reader, node);
      return check_body (reader, node, part);
    }
  return FALSE;
}

static PgBodyPart *
read_part (PgReader *reader, const PgNode *node, const PgNode **last)
{
  *last = node;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (pg_node_is (node, kinds[i].name))
      {
        PgBodyPart *part = pg_arena_new0 (reader->arena, PgBodyPart);
        part->kind = kinds[i].kind;
        part->place = node->place;
        if (kinds[i].label != NULL)
          part->label = pg_read_text (reader, node, kinds[i].label);
        return read_content (reader, node, part, last) ? part : NULL;
      }
  return NULL;
}

GPtrArray *
pg_read_body (PgReader *reader, const PgNode *parent)
{
  GPtrArray *body = NULL;
  for (const PgNode *node = parent != NULL ? parent->first : NULL; node != NULL; node = node->next)
    {
      PgBodyPart *part = node->name != NULL ? read_part (reader, node, &node) : NULL;
      if (part == NULL)
        continue;
      if (body == NULL)
        body = pg_arena_array (reader->arena);
      g_ptr_array_add (body, part);
    }
  return body;
}
