/* Spreadsheets of XLSX. Enters: an archive. Leaves: the rows of one of its sheets, with what is seen in the cells. */
#include "import/readers.h"
#include "import/xlsx.h"

#include "base/limits.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  const PgForeign *foreign;
  const PgBook *book;
  PgRows *rows;
  PgRowFiller filler;
  GPtrArray *strings; /* const char*: those that cells share */
  GString *text;      /* of the cell or string that is read */
  guint column, next_column, style;
  char kind; /* of the cell: 's' a shared string, 'n' a number, 'e' an error, 'b' yes or no, 't' a text */
  gboolean in_value, in_phonetic, is_ended;
  guint n_hidden, first_hidden;
  GArray *merged; /* PgSpan */
} Reader;

gboolean
pg_xlsx_is (const PgForeign *foreign)
{
  return pg_package_has (foreign, "xl/workbook.xml");
}

/* Strings */

static void
add_text (Reader *reader, const char *text, gsize length)
{
  if (reader->text->len < 4 * PG_MAX_CELL_CHARACTERS + 4)
    g_string_append_len (reader->text, text, (gssize) length);
}

/* "_x000D_" stands for a character that XML has not, and "_x005F_" for a "_" that is none of this. */
static void
unescape (GString *text)
{
  char *to = text->str;
  for (const char *at = text->str; *at != '\0';)
    {
      guint code;
      char end;
      if (at[0] == '_' && at[1] == 'x' && sscanf (at + 2, "%4x%c", &code, &end) == 2 && end == '_'
          && strspn (at + 2, "0123456789abcdefABCDEF") == 4 && (code < 0x20 || code == '_'))
        {
          *to++ = code == '_' ? '_' : ' ';
          at += 7;
        }
      else
        *to++ = *at++;
    }
  g_string_truncate (text, (gsize) (to - text->str));
}

static void
on_string_start (gpointer data, const char *name, const PgStreamAttributes *attributes)
{
  (void) attributes;
  Reader *reader = data;
  if (strcmp (name, "si") == 0)
    g_string_truncate (reader->text, 0);
  reader->in_phonetic = reader->in_phonetic || strcmp (name, "rPh") == 0;
  reader->in_value = strcmp (name, "t") == 0 && !reader->in_phonetic;
}

/* The text in a string of the arena, trimmed. */
static const char *
keep (Reader *reader)
{
  unescape (reader->text);
  g_strstrip (reader->text->str);
  return pg_arena_strdup (reader->rows->arena, reader->text->str);
}

static void
on_string_end (gpointer data, const char *name)
{
  Reader *reader = data;
  reader->in_value = FALSE;
  if (strcmp (name, "rPh") == 0)
    reader->in_phonetic = FALSE;
  else if (strcmp (name, "si") == 0 && reader->strings->len < PG_MAX_CELLS)
    g_ptr_array_add (reader->strings, (gpointer) keep (reader));
}

static void
on_text (gpointer data, const char *text, gsize length)
{
  Reader *reader = data;
  if (reader->in_value)
    add_text (reader, text, length);
}

/* Cells */

/* The column of "B7", from 0. */
static guint
column_of (const char *reference, gsize length)
{
  guint column = 0;
  for (gsize i = 0; i < length && g_ascii_isupper (reference[i]) && column < PG_MAX_COLUMNS; i++)
    column = column * 26 + (guint) (reference[i] - 'A') + 1;
  return column - 1;
}

static void
begin_row (Reader *reader, const PgStreamAttributes *attributes)
{
  gsize length;
  const char *hidden = pg_stream_attribute (attributes, "hidden", &length);
  reader->filler.number = pg_stream_number (attributes, "r", reader->filler.number + 1);
  reader->next_column = 0;
  if (hidden == NULL || (hidden[0] != '1' && hidden[0] != 't'))
    return;
  if (reader->n_hidden++ == 0)
    reader->first_hidden = reader->filler.number;
}

static void
begin_cell (Reader *reader, const PgStreamAttributes *attributes)
{
  gsize n = 0, n_type = 0;
  const char *reference = pg_stream_attribute (attributes, "r", &n),
             *type = pg_stream_attribute (attributes, "t", &n_type);
  reader->column = reference != NULL ? column_of (reference, n) : reader->next_column;
  reader->next_column = reader->column + 1;
  reader->style = pg_stream_number (attributes, "s", 0);
  reader->kind = type == NULL || type[0] == 'n'  ? 'n'
                 : n_type == 1 && type[0] != 'd' ? type[0]
                                                 : 't'; /* "str", "inlineStr", "d" */
  g_string_truncate (reader->text, 0);
}

static void
merge (Reader *reader, const PgStreamAttributes *attributes)
{
  g_autofree char *reference = pg_stream_string (attributes, "ref");
  char first[8], last[8];
  PgSpan merged = { 0 };
  if (reference == NULL
      || sscanf (reference, "%7[A-Z]%u:%7[A-Z]%u", first, &merged.first_row, last, &merged.last_row) != 4)
    return;
  merged.column = column_of (first, strlen (first));
  merged.n_columns = 1 + MAX (column_of (last, strlen (last)), merged.column) - merged.column;
  if (merged.last_row > merged.first_row || merged.n_columns > 1)
    g_array_append_val (reader->merged, merged);
}

static void
on_start (gpointer data, const char *name, const PgStreamAttributes *attributes)
{
  Reader *reader = data;
  if (strcmp (name, "c") == 0)
    begin_cell (reader, attributes);
  else if (strcmp (name, "row") == 0)
    begin_row (reader, attributes);
  else if (strcmp (name, "mergeCell") == 0)
    merge (reader, attributes);
  reader->in_phonetic = reader->in_phonetic || strcmp (name, "rPh") == 0;
  reader->in_value = (name[0] == 'v' || name[0] == 't') && name[1] == '\0' && !reader->in_phonetic;
}

static void
put_number (Reader *reader)
{
  static const PgNumberFormat plain = { PG_NUMBER_PLAIN, 0, "", "" };
  const GArray *formats = reader->book->formats;
  const PgNumberFormat *format
      = reader->style < formats->len ? &g_array_index (formats, PgNumberFormat, reader->style) : &plain;
  const char *value = reader->text->str;
  char *end;
  double number = g_ascii_strtod (value, &end);
  gboolean is_simple = reader->text->len < 16 && strspn (value, "0123456789") == reader->text->len;
  if (end == value || (format->kind == PG_NUMBER_PLAIN && is_simple))
    {
      pg_filler_put (&reader->filler, reader->column, value, reader->text->len, 0);
      return;
    }
  g_autofree char *text = pg_number_text (number, format, reader->book->since_1904);
  pg_filler_put (&reader->filler, reader->column, text, strlen (text), 0);
}

static void
tell_error (Reader *reader)
{
  PgRow row = { reader->filler.number, 0, NULL, NULL };
  pg_rows_tell (reader->rows, &row, reader->column, reader->foreign->report, PROGRAMME_SEVERITY_WARNING, "cell-error",
                "the formula of this cell has come to %s, and it was read as empty: mend it", reader->text->str);
}

static void
end_cell (Reader *reader)
{
  const char *value = reader->text->str;
  guint64 index;
  switch (reader->kind)
    {
    case 's':
      index = g_ascii_strtoull (value, NULL, 10);
      if (index < reader->strings->len)
        pg_filler_lend (&reader->filler, reader->column, g_ptr_array_index (reader->strings, index));
      break;
    case 'e':
      tell_error (reader);
      break;
    case 'b':
      pg_filler_lend (&reader->filler, reader->column, value[0] == '1' ? "TRUE" : value[0] == '0' ? "FALSE" : "");
      break;
    case 'n':
      put_number (reader);
      break;
    default:
      unescape (reader->text);
      pg_filler_put (&reader->filler, reader->column, reader->text->str, reader->text->len, 0);
    }
}

static void
on_end (gpointer data, const char *name)
{
  Reader *reader = data;
  reader->in_value = FALSE;
  if (name[0] == 'c' && name[1] == '\0' && reader->text->len > 0 && !reader->is_ended)
    end_cell (reader);
  else if (strcmp (name, "row") == 0 && !reader->is_ended)
    reader->is_ended = !pg_filler_end (&reader->filler);
  else if (strcmp (name, "rPh") == 0)
    reader->in_phonetic = FALSE;
}

/* The whole */

static gboolean
read_sheet (Reader *reader, const char *part, GError **error)
{
  static const PgStreamCalls string_calls = { on_string_start, on_string_end, on_text },
                             sheet_calls = { on_start, on_end, on_text };
  const char *strings = reader->book->strings;
  if (strings != NULL && !pg_package_read (reader->foreign, strings, &string_calls, reader, error))
    return FALSE;
  reader->filler.number = 0;
  if (!pg_package_read (reader->foreign, part, &sheet_calls, reader, error))
    return FALSE;
  pg_rows_fill (reader->rows, reader->merged);
  pg_rows_tell_hidden (reader->rows, reader->first_hidden, reader->n_hidden, reader->foreign->report);
  return TRUE;
}

PgRows *
pg_xlsx_rows (const PgForeign *foreign, GError **error)
{
  PgBook book;
  const PgSheet *sheet = NULL;
  g_autoptr (PgRows) rows = NULL;
  if (pg_book_read (&book, foreign, error) && (sheet = pg_book_sheet (&book, foreign, error)) != NULL)
    {
      rows = pg_rows_new (foreign->name, sheet->name);
      Reader reader = { .foreign = foreign,
                        .book = &book,
                        .rows = rows,
                        .strings = g_ptr_array_new (),
                        .text = g_string_new (NULL),
                        .merged = g_array_new (FALSE, FALSE, sizeof (PgSpan)) };
      pg_filler_init (&reader.filler, rows, foreign->report);
      if (!read_sheet (&reader, sheet->part, error))
        g_clear_pointer (&rows, pg_rows_free);
      pg_filler_clear (&reader.filler);
      g_ptr_array_unref (reader.strings);
      g_string_free (reader.text, TRUE);
      g_array_unref (reader.merged);
    }
  pg_book_clear (&book);
  return g_steal_pointer (&rows);
}

char **
pg_xlsx_sheets (const PgForeign *foreign)
{
  PgBook book;
  GPtrArray *names = g_ptr_array_new ();
  const PgForeign quiet = { foreign->name, foreign->data, foreign->length, foreign->options, NULL };
  gboolean is_read = pg_book_read (&book, &quiet, NULL);
  for (guint i = 0; is_read && i < book.sheets->len; i++)
    {
      const PgSheet *sheet = &g_array_index (book.sheets, PgSheet, i);
      if (sheet->part != NULL && !sheet->is_hidden)
        g_ptr_array_add (names, g_strdup (sheet->name));
    }
  g_ptr_array_add (names, NULL);
  pg_book_clear (&book);
  return (char **) g_ptr_array_free (names, FALSE);
}
