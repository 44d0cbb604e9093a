/* Tables in text. Enters: lines with commas, semicolons or tabs. Leaves: rows of cells, each with its line and column. */
#include "import/decode.h"
#include "import/readers.h"

#include "base/limits.h"

#include <csv.h>
#include <string.h>

#define LONGEST_ROW 8192 /* bytes, where it is to be told what parts the cells */

typedef struct
{
  const PgForeign *foreign;
  struct csv_parser parser;
  PgRowFiller filler;
  guint n_fields;     /* of the row that is read */
  const char *row;    /* where it begins, */
  const char *field;  /* and where the field does that the parser is in */
  guint line, column; /* where the parser stands */
  guint field_line, field_column, row_line;
  guint n_open;      /* quotation marks that nothing closes */
  gboolean is_ended; /* there are too many rows */
} Reader;

/* Whether it is one */

/* How many of a character a row has outside of quotation marks, in which lines may end; end gets where it ends. A mark that
   nothing closes soon is one of inches. */
static guint
count_in_row (const char *row, char wanted, gboolean has_quotes, const char **end)
{
  guint count = 0;
  gboolean quoted = FALSE;
  const char *at = row;
  for (; *at != '\0' && at < row + LONGEST_ROW && (*at != '\n' || quoted); at++)
    if (quoted && at[0] == '"' && at[1] == '"')
      at++;
    else if (*at == '"' && has_quotes)
      quoted = !quoted && (at == row || at[-1] == wanted);
    else if (*at == wanted && !quoted)
      count++;
  *end = at;
  return quoted ? count_in_row (row, wanted, FALSE, end) : count;
}

/* The first rows, and how many of a separator most of them have. */
typedef struct
{
  guint n_lines, count, n_alike;
} Regularity;

static Regularity
regularity_of (const char *text, char separator)
{
  Regularity best = { 0 };
  guint counts[20];
  for (const char *row = text, *end; *row != '\0' && best.n_lines < G_N_ELEMENTS (counts); row = end)
    {
      guint count = count_in_row (row, separator, TRUE, &end);
      if (*row != '\r' && *row != '\n')
        counts[best.n_lines++] = count;
      end += strcspn (end, "\n");
      end += *end == '\n';
    }
  for (guint i = 0; i < best.n_lines; i++)
    {
      guint n_alike = 0;
      for (guint j = 0; j < best.n_lines; j++)
        n_alike += counts[j] == counts[i];
      if (counts[i] > 0 && n_alike * counts[i] > best.n_alike * best.count)
        {
          best.count = counts[i];
          best.n_alike = n_alike;
        }
    }
  return best;
}

/* The character that parts the lines: the one that they have most of, and as often as each other; 0 if none. */
static char
separator_of (const char *text, Regularity *regularity)
{
  static const char candidates[] = "\t;,|";
  char best = '\0';
  *regularity = (Regularity){ 0 };
  for (guint i = 0; candidates[i] != '\0'; i++)
    {
      Regularity one = regularity_of (text, candidates[i]);
      if (one.n_alike * one.count <= regularity->n_alike * regularity->count)
        continue;
      *regularity = one;
      best = candidates[i];
    }
  return best;
}

/* Excel lets the first line say it: "sep=;". */
static char
named_separator (const char *text)
{
  return g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] != '\0' && strchr ("\r\n", text[5]) != NULL ? text[4]
                                                                                                           : '\0';
}

/* Several lines of as many cells: a letter has commas, too. */
gboolean
pg_csv_is (const PgForeign *foreign)
{
  if (!pg_foreign_is_text (foreign) || foreign->data[0] == '<' || foreign->data[0] == '{' || foreign->data[0] == '['
      || pg_foreign_starts (foreign, "<") || pg_foreign_starts (foreign, "{\\rtf"))
    return FALSE;
  const PgForeign quiet = { foreign->name, foreign->data, foreign->length, foreign->options, NULL };
  g_autofree char *text = pg_foreign_decode (&quiet, NULL);
  if (text == NULL || strchr ("<{", text[strspn (text, " \t\r\n")]) != NULL)
    return FALSE;
  if (named_separator (text) != '\0')
    return TRUE;
  Regularity regularity;
  separator_of (text, &regularity);
  return regularity.n_alike > 1 && (regularity.count > 1 || regularity.n_alike * 5 >= regularity.n_lines * 4);
}

/* Reading */

static void
on_field (void *data, size_t length, void *user)
{
  Reader *reader = user;
  reader->filler.number = reader->row_line;
  pg_filler_put (&reader->filler, reader->n_fields++, data, length, reader->field_column);
}

static void
on_row (int end, void *user)
{
  (void) end;
  Reader *reader = user;
  reader->is_ended = reader->is_ended || !pg_filler_end (&reader->filler);
  reader->n_fields = 0;
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

static void
begin_field (Reader *reader, const char *at)
{
  reader->field = at;
  reader->field_line = reader->line;
  reader->field_column = reader->column;
  if (reader->n_fields > 0)
    return;
  reader->row = at;
  reader->row_line = reader->line;
}

/* Gives the parser a piece that ends with what may end a field, so that the place of each is known when it tells of it. */
static const char *
feed (Reader *reader, const char *at)
{
  const char ends[] = { (char) csv_get_delim (&reader->parser), '\n', '\0' };
  gsize length = strcspn (at, ends);
  length += at[length] != '\0';
  guint n = reader->n_fields, n_rows = reader->filler.rows->rows->len;
  csv_parse (&reader->parser, at, length, on_field, on_row, reader);
  count (reader, at, length);
  if (reader->n_fields != n || reader->filler.rows->rows->len != n_rows || reader->parser.pstate == 0)
    begin_field (reader, at + length);
  return at + length;
}

/* libcsv says only of its strict reading whether it is within quotation marks; this is what it asks there. */
static gboolean
is_open (const Reader *reader)
{
  const int field_begun = 2;
  return reader->parser.quoted && reader->parser.pstate == field_begun;
}

static void
restart (Reader *reader)
{
  unsigned char separator = csv_get_delim (&reader->parser);
  csv_free (&reader->parser);
  csv_init (&reader->parser, 0);
  csv_set_delim (&reader->parser, separator);
}

/* A quotation mark that nothing closes is a character like any other: its line is read again, and the next ones are not lost.
   Gives the line after it. */
static const char *
read_open_line (Reader *reader)
{
  const char *row = reader->row, *quote = reader->field, *end = row + strcspn (row, "\n");
  end += *end != '\0';
  pg_foreign_tell (reader->foreign, PROGRAMME_SEVERITY_WARNING, reader->field_line, reader->field_column, "open-quote",
                   "nothing closes the quotation mark of this cell, and it was read to the end of its line: add "
                   "another one where it ends");
  restart (reader);
  g_ptr_array_set_size (reader->filler.cells, 0);
  g_array_set_size (reader->filler.places, 0);
  reader->n_fields = 0;
  reader->line = reader->row_line;
  reader->column = 1;
  begin_field (reader, row);
  csv_set_quote (&reader->parser, '\0');
  for (quote += strspn (quote, " "); row < end;)
    row = feed (reader, row == quote && *row == '"' ? row + 1 : row);
  csv_fini (&reader->parser, on_field, on_row, reader);
  csv_set_quote (&reader->parser, '"');
  begin_field (reader, end);
  reader->n_open++;
  return end;
}

static gboolean
read_all (Reader *reader, const char *text, GError **error)
{
  begin_field (reader, text);
  for (const char *at = text; !reader->is_ended;)
    {
      gboolean is_too_long = at - reader->field > 4 * PG_MAX_CELL_CHARACTERS;
      if ((*at == '\0' || is_too_long) && is_open (reader))
        at = read_open_line (reader);
      else if (*at == '\0')
        break;
      else
        at = feed (reader, at);
      if (reader->n_open > PG_MAX_OPEN_QUOTES)
        return pg_foreign_fail (reader->foreign, "open-quote", error,
                                "nothing closes more than %u quotation marks: this is no table in text",
                                PG_MAX_OPEN_QUOTES);
    }
  csv_fini (&reader->parser, on_field, on_row, reader);
  return TRUE;
}

PgRows *
pg_csv_rows (const PgForeign *foreign, GError **error)
{
  g_autofree char *text = pg_foreign_decode (foreign, error);
  if (text == NULL)
    return NULL;
  g_autoptr (PgRows) rows = pg_rows_new (foreign->name, NULL);
  Reader reader = { .foreign = foreign, .line = 1, .column = 1 };
  Regularity regularity;
  char named = named_separator (text), found = named != '\0' ? named : separator_of (text, &regularity);
  csv_init (&reader.parser, 0);
  csv_set_delim (&reader.parser, found != '\0' ? (unsigned char) found : ',');
  pg_filler_init (&reader.filler, rows, foreign->report);
  reader.line += named != '\0';
  gboolean ok
      = read_all (&reader, named != '\0' ? text + strcspn (text, "\n") + (strchr (text, '\n') != NULL) : text, error);
  csv_free (&reader.parser);
  pg_filler_clear (&reader.filler);
  return ok ? g_steal_pointer (&rows) : NULL;
}
