/* Tables in text. Enters: lines with commas, semicolons or tabs. Leaves: rows of cells, each with its line and column. */
#include "import/readers.h"

#include "base/limits.h"

#include <csv.h>
#include <string.h>

typedef struct
{
  PgRows *rows;
  GPtrArray *cells;   /* of the row that is read */
  GArray *places;     /* guint: their columns */
  guint line, column; /* where the parser stands, */
  guint field_column; /* where the field begins that it is in, */
  guint row_line;     /* and where the row does */
} Reader;

/* How many of a character a line has outside of quotation marks. */
static guint
count_in_line (const char *line, char wanted)
{
  guint count = 0;
  gboolean quoted = FALSE;
  for (; *line != '\0' && *line != '\r' && *line != '\n'; line++)
    if (*line == '"')
      quoted = !quoted;
    else if (*line == wanted && !quoted)
      count++;
  return count;
}

/* The character that parts a line: the one that it has most of; 0 if none. */
static char
separator_of (const char *line)
{
  static const char candidates[] = "\t;,";
  char best = '\0';
  for (guint i = 0; candidates[i] != '\0'; i++)
    if (count_in_line (line, candidates[i]) > (best != '\0' ? count_in_line (line, best) : 0))
      best = candidates[i];
  return best;
}

/* A first line of several cells, and a second one of as many: a letter has commas, too. */
gboolean
pg_csv_is (const PgForeign *foreign)
{
  if (memchr (foreign->data, '\0', foreign->length) != NULL || strchr ("<{[", foreign->data[0]) != NULL)
    return FALSE;
  char separator = separator_of (foreign->data);
  const char *second = strchr (foreign->data, '\n');
  return separator != '\0' && second != NULL
         && count_in_line (foreign->data, separator) == count_in_line (second + 1, separator);
}

static void
on_field (void *data, size_t length, void *user)
{
  Reader *reader = user;
  g_ptr_array_add (reader->cells, pg_arena_strndup (reader->rows->arena, data, (gssize) length));
  g_array_append_val (reader->places, reader->field_column);
}

static void
on_row (int end, void *user)
{
  (void) end;
  Reader *reader = user;
  PgRow *row = pg_arena_new0 (reader->rows->arena, PgRow);
  gboolean is_empty = TRUE;
  row->number = reader->row_line;
  row->n_cells = reader->cells->len;
  row->cells = pg_arena_new_array (reader->rows->arena, const char *, row->n_cells);
  guint *places = pg_arena_new_array (reader->rows->arena, guint, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    {
      row->cells[i] = g_ptr_array_index (reader->cells, i);
      places[i] = g_array_index (reader->places, guint, i);
      is_empty = is_empty && row->cells[i][0] == '\0';
    }
  row->places = places;
  if (!is_empty)
    g_ptr_array_add (reader->rows->rows, row);
  g_ptr_array_set_size (reader->cells, 0);
  g_array_set_size (reader->places, 0);
}

/* Goes over what the parser has been given. */
static void
count (Reader *reader, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n')
      {
        reader->line++;
        reader->column = 1;
      }
    else if (((guchar) text[i] & 0xC0) != 0x80)
      reader->column++;
}

/* The parser gets pieces that end with what may end a field, so that each field's place is known when it tells of it. */
static void
parse (struct csv_parser *parser, Reader *reader, const char *text)
{
  const char ends[] = { (char) csv_get_delim (parser), '\n', '\0' };
  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, ends);
      length += at[length] != '\0';
      guint n = reader->cells->len, n_rows = reader->rows->rows->len;
      csv_parse (parser, at, length, on_field, on_row, reader);
      count (reader, at, length);
      at += length;
      if (reader->cells->len != n || reader->rows->rows->len != n_rows)
        reader->field_column = reader->column;
      if (reader->cells->len == 0 && reader->column == 1)
        reader->row_line = reader->line;
    }
  csv_fini (parser, on_field, on_row, reader);
}

PgRows *
pg_csv_rows (const PgForeign *foreign, GError **error)
{
  struct csv_parser parser;
  const char *text = g_str_has_prefix (foreign->data, "\xEF\xBB\xBF") ? foreign->data + 3 : foreign->data;
  if (!g_utf8_validate (text, -1, NULL))
    {
      pg_foreign_fail (foreign, "encoding", error, "this is not UTF-8");
      return NULL;
    }
  if (csv_init (&parser, 0) != 0)
    return NULL;
  PgRows *rows = pg_rows_new (foreign->name, NULL);
  Reader reader = { rows, g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (guint)), 1, 1, 1, 1 };
  csv_set_delim (&parser, (unsigned char) separator_of (text));
  parse (&parser, &reader, text);
  csv_free (&parser);
  g_ptr_array_unref (reader.cells);
  g_array_unref (reader.places);
  return rows;
}
