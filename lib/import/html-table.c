/* Tables of HTML, as many systems write them under the name of an old spreadsheet. Enters: HTML. Leaves: the rows of all its
   tables; what spans several rows is in each of them. */
#include "import/decode.h"
#include "import/readers.h"
#include "xml/stream.h"

#include "base/limits.h"

#include <string.h>

#define PIECE (64 * 1024)
#define MAX_SPAN_COLUMNS 1000u

typedef struct
{
  guint rows;    /* in which it goes on */
  guint columns; /* that it goes over, from here */
  const char *text;
} Span;

typedef struct
{
  PgRowFiller filler;
  GString *text;
  GArray *spans; /* Span: for each column */
  guint column, column_span, row_span, n_rows, skipped;
  gboolean in_cell, is_ended;
} Reader;

gboolean
pg_html_is (const PgForeign *foreign)
{
  if (!pg_foreign_starts (foreign, "<"))
    return FALSE;
  g_autofree char *start = g_ascii_strdown (foreign->data, (gssize) MIN (foreign->length, 64 * 1024));
  return strstr (start, "<table") != NULL && strstr (start, "<programme") == NULL
         && strstr (start, "<schedule") == NULL;
}

static Span *
span_at (Reader *reader, guint column)
{
  if (reader->spans->len <= column)
    g_array_set_size (reader->spans, column + 1);
  return &g_array_index (reader->spans, Span, column);
}

/* Goes over columns that cells of rows above take. */
static void
skip_taken (Reader *reader)
{
  while (reader->column < MAX_SPAN_COLUMNS && span_at (reader, reader->column)->rows > 0)
    {
      Span *span = span_at (reader, reader->column);
      span->rows--;
      pg_rows_widen (reader->filler.rows, reader->n_rows + 1, reader->column, span->columns);
      pg_filler_lend (&reader->filler, reader->column++, span->text);
    }
}

static void
end_cell (Reader *reader)
{
  if (!reader->in_cell)
    return;
  reader->in_cell = FALSE;
  pg_filler_put (&reader->filler, reader->column, reader->text->str, reader->text->len, 0);
  const char *text
      = reader->column < reader->filler.cells->len ? g_ptr_array_index (reader->filler.cells, reader->column) : "";
  for (guint i = 0; reader->row_span > 1 && i < reader->column_span && reader->column + i < MAX_SPAN_COLUMNS; i++)
    *span_at (reader, reader->column + i)
        = (Span){ reader->row_span - 1, i == 0 ? reader->column_span : 1, i == 0 ? text : "" };
  pg_rows_widen (reader->filler.rows, reader->n_rows + 1, reader->column, reader->column_span);
  reader->column += reader->column_span;
}

static void
begin_cell (Reader *reader, const PgStreamAttributes *attributes)
{
  end_cell (reader);
  skip_taken (reader);
  g_string_truncate (reader->text, 0);
  reader->column_span = CLAMP (pg_stream_number (attributes, "colspan", 1), 1u, MAX_SPAN_COLUMNS);
  reader->row_span = CLAMP (pg_stream_number (attributes, "rowspan", 1), 1u, PG_MAX_ROWS);
  reader->in_cell = TRUE;
}

static void
end_row (Reader *reader)
{
  end_cell (reader);
  skip_taken (reader);
  reader->filler.number = ++reader->n_rows;
  reader->is_ended = reader->is_ended || !pg_filler_end (&reader->filler);
  reader->column = 0;
}

static gboolean
is_aside (const char *name)
{
  return strcmp (name, "script") == 0 || strcmp (name, "style") == 0;
}

static void
on_start (gpointer data, const char *name, const PgStreamAttributes *attributes)
{
  Reader *reader = data;
  if (is_aside (name))
    reader->skipped++;
  else if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    begin_cell (reader, attributes);
  else if (strcmp (name, "tr") == 0)
    reader->column = 0;
  else if (strcmp (name, "br") == 0 || strcmp (name, "p") == 0 || strcmp (name, "li") == 0)
    g_string_append_c (reader->text, '\n');
}

static void
on_end (gpointer data, const char *name)
{
  Reader *reader = data;
  if (is_aside (name) && reader->skipped > 0)
    reader->skipped--;
  else if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    end_cell (reader);
  else if (strcmp (name, "tr") == 0 && !reader->is_ended)
    end_row (reader);
  else if (strcmp (name, "table") == 0)
    g_array_set_size (reader->spans, 0);
}

/* Ends of lines in the file are spaces. */
static void
on_text (gpointer data, const char *text, gsize length)
{
  Reader *reader = data;
  if (!reader->in_cell || reader->skipped > 0 || reader->text->len > 4 * PG_MAX_CELL_CHARACTERS)
    return;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      g_string_append_c (reader->text, text[i]);
    else if (reader->text->len > 0 && !g_ascii_isspace (reader->text->str[reader->text->len - 1]))
      g_string_append_c (reader->text, ' ');
}

PgRows *
pg_html_rows (const PgForeign *foreign, GError **error)
{
  static const PgStreamCalls calls = { on_start, on_end, on_text };
  g_autofree char *text = pg_foreign_decode (foreign, error);
  if (text == NULL)
    return NULL;
  g_autoptr (PgRows) rows = pg_rows_new (foreign->name, "table");
  Reader reader = { .text = g_string_new (NULL), .spans = g_array_new (FALSE, TRUE, sizeof (Span)) };
  pg_filler_init (&reader.filler, rows, foreign->report);
  g_autoptr (PgStream) stream = pg_stream_new_html (&calls, &reader);
  gsize length = strlen (text);
  for (gsize at = 0; at < length; at += PIECE)
    pg_stream_feed (stream, text + at, MIN ((gsize) PIECE, length - at));
  pg_stream_end (stream);
  pg_filler_clear (&reader.filler);
  g_string_free (reader.text, TRUE);
  g_array_unref (reader.spans);
  return g_steal_pointer (&rows);
}
