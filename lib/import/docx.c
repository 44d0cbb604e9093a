/* Tables of texts in DOCX. Enters: an archive. Leaves: the rows of its tables, one below the other, with the paragraphs between
   them as rows of one cell: they may say which day follows. */
#include "import/package.h"
#include "import/readers.h"

#include "base/limits.h"

#include <string.h>

#define DOCUMENT "word/document.xml"

typedef struct
{
  const PgForeign *foreign;
  PgRows *rows;
  PgRowFiller filler;
  GString *text;
  guint depth; /* tables within tables: the text of inner ones is their cell's */
  guint column, span, n_tables;
  gboolean in_text, continues, is_ended;
} Reader;

gboolean
pg_docx_is (const PgForeign *foreign)
{
  return pg_package_has (foreign, DOCUMENT);
}

static const char *
above (const Reader *reader, guint column)
{
  guint n = reader->rows->rows->len;
  return n > 0 ? pg_row_cell (g_ptr_array_index (reader->rows->rows, n - 1), column) : "";
}

static void
put (Reader *reader)
{
  if (reader->continues && reader->text->len == 0)
    pg_filler_lend (&reader->filler, reader->column, above (reader, reader->column));
  else
    pg_filler_put (&reader->filler, reader->column, reader->text->str, reader->text->len, 0);
  g_string_truncate (reader->text, 0);
}

static void
end_row (Reader *reader)
{
  reader->filler.number++;
  reader->is_ended = reader->is_ended || !pg_filler_end (&reader->filler);
  reader->column = 0;
}

static void
on_start (gpointer data, const char *name, const PgStreamAttributes *attributes)
{
  Reader *reader = data;
  gsize length;
  if (strcmp (name, "tbl") == 0)
    reader->n_tables += reader->depth++ == 0;
  else if (strcmp (name, "tc") == 0 && reader->depth == 1)
    {
      reader->span = 1;
      reader->continues = FALSE;
      g_string_truncate (reader->text, 0);
    }
  else if (strcmp (name, "gridSpan") == 0 && reader->depth == 1)
    reader->span = CLAMP (pg_stream_number (attributes, "val", 1), 1u, PG_MAX_COLUMNS);
  else if (strcmp (name, "vMerge") == 0 && reader->depth == 1)
    {
      const char *value = pg_stream_attribute (attributes, "val", &length);
      reader->continues = value == NULL || value[0] != 'r';
    }
  else if (strcmp (name, "br") == 0 || strcmp (name, "cr") == 0)
    g_string_append_c (reader->text, '\n');
  else if (strcmp (name, "tab") == 0 && reader->in_text)
    g_string_append_c (reader->text, '\t');
  reader->in_text = strcmp (name, "t") == 0;
}

static void
on_end (gpointer data, const char *name)
{
  Reader *reader = data;
  reader->in_text = FALSE;
  if (strcmp (name, "tbl") == 0)
    reader->depth--;
  else if (strcmp (name, "p") == 0 && reader->depth > 0)
    g_string_append_c (reader->text, '\n');
  else if (strcmp (name, "p") == 0)
    {
      put (reader);
      end_row (reader);
    }
  else if (strcmp (name, "tc") == 0 && reader->depth == 1)
    {
      g_strchomp (reader->text->str);
      reader->text->len = strlen (reader->text->str);
      put (reader);
      pg_rows_widen (reader->rows, reader->filler.number + 1, reader->column, reader->span);
      reader->column += reader->span;
    }
  else if (strcmp (name, "tr") == 0 && reader->depth == 1)
    end_row (reader);
}

static void
on_text (gpointer data, const char *text, gsize length)
{
  Reader *reader = data;
  if (reader->in_text && reader->text->len < 4 * PG_MAX_CELL_CHARACTERS + 4)
    g_string_append_len (reader->text, text, (gssize) length);
}

PgRows *
pg_docx_rows (const PgForeign *foreign, GError **error)
{
  static const PgStreamCalls calls = { on_start, on_end, on_text };
  g_autoptr (PgRows) rows = pg_rows_new (foreign->name, "table");
  Reader reader = { .foreign = foreign, .rows = rows, .text = g_string_new (NULL) };
  pg_filler_init (&reader.filler, rows, foreign->report);
  reader.filler.number = 0;
  gboolean ok = pg_package_read (foreign, DOCUMENT, &calls, &reader, error);
  if (ok && reader.n_tables == 0)
    ok = pg_foreign_fail (foreign, "no-worksheet", error, "there is no table in it: put the programme into one");
  pg_filler_clear (&reader.filler);
  g_string_free (reader.text, TRUE);
  return ok ? g_steal_pointer (&rows) : NULL;
}
