/* Texts in DOCX. Enters: an archive. Leaves: the rows of its tables, one below the other, with the paragraphs between them as
   rows of one cell: they may say which day follows. Or its paragraphs, if it has no table. */
#include "import/paragraphs.h"
#include "import/package.h"
#include "import/readers.h"

#include "base/limits.h"

#include <string.h>

#define DOCUMENT "word/document.xml"
#define TABLE "table"
#define PARAGRAPHS "paragraphs"
#define FEWEST 2 /* paragraphs that begin with a time */

typedef struct
{
  const PgForeign *foreign;
  PgRows *rows;
  PgRowFiller filler;
  PgParagraphs *lines;
  GString *text;
  guint depth; /* tables within tables: the text of inner ones is their cell's */
  guint column, span, n_tables;
  gboolean in_run, in_text, continues, is_heading, is_ended;
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

/* What Word calls the styles of headings, in its languages; it leaves out letters that are not of English. */
static gboolean
is_heading (const char *style)
{
  static const char *const words[] = { "heading", "berschrift", "titre",      "tulo",  "titolo",   "rubrik",
                                       "kop",     "nagwek",     "overskrift", "title", "zagolovok" };
  g_autofree char *small = g_ascii_strdown (style, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (small, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
begin_paragraph (Reader *reader, const PgStreamAttributes *attributes)
{
  g_autofree char *style = pg_stream_string (attributes, "val");
  reader->is_heading = style != NULL && is_heading (style);
}

static void
end_paragraph (Reader *reader)
{
  pg_paragraphs_add (reader->lines, reader->filler.number + 1, reader->text->str, reader->is_heading);
  reader->is_heading = FALSE;
  put (reader);
  end_row (reader);
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
  else if (strcmp (name, "pStyle") == 0)
    begin_paragraph (reader, attributes);
  else if (strcmp (name, "r") == 0)
    reader->in_run = TRUE;
  else if (strcmp (name, "br") == 0 || strcmp (name, "cr") == 0)
    g_string_append_c (reader->text, '\n');
  else if (strcmp (name, "tab") == 0 && reader->in_run)
    g_string_append_c (reader->text, reader->depth > 0 ? ' ' : '\t');
  reader->in_text = strcmp (name, "t") == 0;
}

static void
on_end (gpointer data, const char *name)
{
  Reader *reader = data;
  reader->in_text = FALSE;
  reader->in_run = reader->in_run && strcmp (name, "r") != 0;
  if (strcmp (name, "tbl") == 0)
    reader->depth--;
  else if (strcmp (name, "p") == 0 && reader->depth > 0)
    g_string_append_c (reader->text, '\n');
  else if (strcmp (name, "p") == 0)
    end_paragraph (reader);
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

static gboolean
read_text (Reader *reader, const PgForeign *foreign, GError **error)
{
  static const PgStreamCalls calls = { on_start, on_end, on_text };
  *reader = (Reader){ .foreign = foreign,
                      .rows = pg_rows_new (foreign->name, TABLE),
                      .lines = pg_paragraphs_new (foreign, PARAGRAPHS),
                      .text = g_string_new (NULL) };
  pg_filler_init (&reader->filler, reader->rows, foreign->report);
  reader->filler.number = 0;
  return pg_package_read (foreign, DOCUMENT, &calls, reader, error);
}

static void
end (Reader *reader)
{
  pg_filler_clear (&reader->filler);
  g_string_free (reader->text, TRUE);
  pg_paragraphs_free (reader->lines);
  pg_rows_free (reader->rows);
}

/* Of what --worksheet names, or else of its tables, or of its paragraphs where it has none. */
static PgRows *
rows_of (Reader *reader, GError **error)
{
  const char *wanted = pg_foreign_option (reader->foreign, "worksheet");
  if (reader->n_tables > 0 && g_strcmp0 (wanted, PARAGRAPHS) != 0)
    return g_steal_pointer (&reader->rows);
  if (pg_paragraphs_n (reader->lines) >= FEWEST)
    return pg_paragraphs_rows (reader->lines);
  pg_foreign_fail (
      reader->foreign, "no-worksheet", error,
      "there is no table in it, and no paragraphs begin with a time: put the programme into a table, with the times "
      "in its first column");
  return NULL;
}

PgRows *
pg_docx_rows (const PgForeign *foreign, GError **error)
{
  Reader reader;
  PgRows *rows = read_text (&reader, foreign, error) ? rows_of (&reader, error) : NULL;
  end (&reader);
  return rows;
}

char **
pg_docx_sheets (const PgForeign *foreign)
{
  static const char *const both[] = { TABLE, PARAGRAPHS, NULL };
  const PgForeign quiet = { foreign->name, foreign->data, foreign->length, foreign->options, NULL };
  Reader reader;
  gboolean has_both
      = read_text (&reader, &quiet, NULL) && reader.n_tables > 0 && pg_paragraphs_n (reader.lines) >= FEWEST;
  end (&reader);
  return has_both ? g_strdupv ((char **) both) : NULL;
}
