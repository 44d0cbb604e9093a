/* A workbook of XLSX. Enters: its archive. Leaves: its sheets, in their order, and how its numbers are formatted. */
#include "import/xlsx.h"

#include <string.h>

#define BOOK "xl/workbook.xml"
#define RELATIONS "xl/_rels/workbook.xml.rels"

/* Sheets and where they are */

static void
on_book (gpointer data, const char *name, const PgStreamAttributes *attributes)
{
  PgBook *book = data;
  if (strcmp (name, "workbookPr") == 0)
    {
      g_autofree char *since = pg_stream_string (attributes, "date1904");
      book->since_1904 = since != NULL && (strcmp (since, "1") == 0 || strcmp (since, "true") == 0);
    }
  else if (strcmp (name, "sheet") == 0)
    {
      g_autofree char *state = pg_stream_string (attributes, "state");
      PgSheet sheet = { pg_stream_string (attributes, "name"), pg_stream_string (attributes, "id"), NULL,
                        state != NULL && strcmp (state, "visible") != 0 };
      if (sheet.name == NULL)
        sheet.name = g_strdup ("");
      g_array_append_val (book->sheets, sheet);
    }
}

static void
on_relation (gpointer data, const char *name, const PgStreamAttributes *attributes)
{
  PgBook *book = data;
  g_autofree char *id = pg_stream_string (attributes, "Id"), *type = pg_stream_string (attributes, "Type"),
                  *target = pg_stream_string (attributes, "Target");
  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
    return;
  g_autofree char *part = target[0] == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
  for (guint i = 0; i < book->sheets->len; i++)
    {
      PgSheet *sheet = &g_array_index (book->sheets, PgSheet, i);
      if (g_strcmp0 (sheet->relation, id) == 0 && g_str_has_suffix (type, "/worksheet") && sheet->part == NULL)
        sheet->part = g_strdup (part);
    }
  if (g_str_has_suffix (type, "/sharedStrings") && book->strings == NULL)
    book->strings = g_strdup (part);
  if (g_str_has_suffix (type, "/styles") && book->styles == NULL)
    book->styles = g_strdup (part);
}

/* Formats */

typedef struct
{
  PgBook *book;
  GHashTable *codes; /* number of a format → its code */
  gboolean in_cells; /* within <cellXfs> */
} Styles;

static void
on_style (gpointer data, const char *name, const PgStreamAttributes *attributes)
{
  Styles *styles = data;
  if (strcmp (name, "numFmt") == 0)
    {
      guint id = pg_stream_number (attributes, "numFmtId", 0);
      char *code = pg_stream_string (attributes, "formatCode");
      if (code != NULL)
        g_hash_table_insert (styles->codes, GUINT_TO_POINTER (id), code);
    }
  else if (strcmp (name, "cellXfs") == 0)
    styles->in_cells = TRUE;
  else if (strcmp (name, "xf") == 0 && styles->in_cells)
    {
      guint id = pg_stream_number (attributes, "numFmtId", 0);
      const char *code = g_hash_table_lookup (styles->codes, GUINT_TO_POINTER (id));
      PgNumberFormat format = code != NULL ? pg_number_format (code) : pg_number_format_built_in (id);
      g_array_append_val (styles->book->formats, format);
    }
}

static void
on_style_end (gpointer data, const char *name)
{
  if (strcmp (name, "cellXfs") == 0)
    ((Styles *) data)->in_cells = FALSE;
}

static void
no_end (gpointer data, const char *name)
{
  (void) data, (void) name;
}

static void
no_text (gpointer data, const char *text, gsize length)
{
  (void) data, (void) text, (void) length;
}

/* The whole */

static void
clear_sheet (gpointer data)
{
  PgSheet *sheet = data;
  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet->part);
}

gboolean
pg_book_read (PgBook *book, const PgForeign *foreign, GError **error)
{
  static const PgStreamCalls book_calls = { on_book, no_end, no_text },
                             relation_calls = { on_relation, no_end, no_text },
                             style_calls = { on_style, on_style_end, no_text };
  *book = (PgBook){ .sheets = g_array_new (FALSE, FALSE, sizeof (PgSheet)),
                    .formats = g_array_new (FALSE, FALSE, sizeof (PgNumberFormat)) };
  g_array_set_clear_func (book->sheets, clear_sheet);
  if (!pg_package_read (foreign, BOOK, &book_calls, book, error)
      || !pg_package_read (foreign, RELATIONS, &relation_calls, book, error))
    return FALSE;
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Styles styles = { book, codes, FALSE };
  return book->styles == NULL || pg_package_read (foreign, book->styles, &style_calls, &styles, error);
}

void
pg_book_clear (PgBook *book)
{
  g_array_unref (book->sheets);
  g_array_unref (book->formats);
  g_free (book->strings);
  g_free (book->styles);
}

/* "Guests, Rooms" */
static char *
sheet_names (const PgBook *book)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < book->sheets->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", g_array_index (book->sheets, PgSheet, i).name);
  return g_string_free (names, FALSE);
}

const PgSheet *
pg_book_sheet (const PgBook *book, const PgForeign *foreign, GError **error)
{
  const char *wanted = pg_foreign_option (foreign, "worksheet");
  guint64 number = wanted != NULL ? g_ascii_strtoull (wanted, NULL, 10) : 0;
  const PgSheet *found = NULL;
  for (guint i = 0; i < book->sheets->len && found == NULL; i++)
    {
      const PgSheet *sheet = &g_array_index (book->sheets, PgSheet, i);
      if (sheet->part != NULL && (wanted == NULL ? !sheet->is_hidden : g_strcmp0 (sheet->name, wanted) == 0))
        found = sheet;
    }
  if (found == NULL && number > 0 && number <= book->sheets->len)
    found = &g_array_index (book->sheets, PgSheet, number - 1);
  g_autofree char *names = sheet_names (book);
  if (found != NULL && found->part != NULL)
    {
      pg_foreign_tell_sheets (foreign, book->sheets->len, names);
      return found;
    }
  pg_foreign_fail (foreign, "no-worksheet", error, "there is no sheet %s that can be read; its sheets are: %s",
                   wanted != NULL ? wanted : "that is shown", names);
  return NULL;
}
