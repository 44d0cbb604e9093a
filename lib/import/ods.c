/* Spreadsheets of OpenDocument. Enters: an archive. Leaves: the rows of one of its sheets. Rows and cells that are said once
   and meant often take no memory where they are empty, as thousands at the end of a sheet are. */
#include "import/package.h"
#include "import/readers.h"

#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

#define CONTENT "content.xml"

typedef struct
{
  const PgForeign *foreign;
  const char *wanted; /* of --worksheet, or NULL */
  guint wanted_number;
  PgRows *rows; /* NULL until the sheet begins */
  PgRowFiller filler;
  GHashTable *hidden_styles; /* names of styles of sheets that are not shown */
  char *style;               /* whose properties are read */
  GString *text, *names;     /* of the cell; of all sheets */
  GPtrArray *shown;          /* char*: names of sheets, where only those are wanted; else NULL */
  char *value, *type;        /* of the cell, or NULL */
  guint n_sheets, row, column, row_repeated, cell_repeated, rows_spanned, columns_spanned;
  guint n_paragraphs, skipped; /* within how many elements that are no text of the cell */
  gboolean in_sheet, in_cell, in_paragraph, is_ended;
  guint n_hidden, first_hidden;
  GArray *spans; /* PgSpan */
} Reader;

gboolean
pg_ods_is (const PgForeign *foreign)
{
  g_autofree char *type = pg_package_text (foreign, "mimetype");
  return type != NULL && g_str_has_prefix (type, "application/vnd.oasis.opendocument.spreadsheet");
}

/* Sheets */

static void
begin_sheet (Reader *reader, const PgStreamAttributes *attributes)
{
  g_autofree char *name = pg_stream_string (attributes, "name"), *style = pg_stream_string (attributes, "style-name");
  gboolean is_hidden = style != NULL && g_hash_table_contains (reader->hidden_styles, style);
  reader->n_sheets++;
  g_string_append_printf (reader->names, "%s%s", reader->names->len > 0 ? ", " : "", name != NULL ? name : "");
  if (reader->shown != NULL && !is_hidden)
    g_ptr_array_add (reader->shown, g_strdup (name != NULL ? name : ""));
  if (reader->rows != NULL || reader->shown != NULL)
    return;
  if (reader->wanted != NULL ? g_strcmp0 (name, reader->wanted) != 0 && reader->n_sheets != reader->wanted_number
                             : is_hidden)
    return;
  reader->rows = pg_rows_new (reader->foreign->name, name != NULL ? name : "");
  reader->filler.rows = reader->rows;
  reader->in_sheet = TRUE;
  reader->row = 1;
}

static void
begin_row (Reader *reader, const PgStreamAttributes *attributes)
{
  gsize length;
  reader->row_repeated = MAX (pg_stream_number (attributes, "number-rows-repeated", 1), 1u);
  reader->column = 0;
  reader->filler.number = reader->row;
  const char *visibility = pg_stream_attribute (attributes, "visibility", &length);
  if (visibility == NULL || strncmp (visibility, "visible", length) == 0 || reader->row_repeated > PG_MAX_SAME_ROWS)
    return;
  reader->first_hidden = reader->n_hidden == 0 ? reader->row : reader->first_hidden;
  reader->n_hidden += reader->row_repeated;
}

/* A row that is said once and meant often. */
static void
end_row (Reader *reader)
{
  gboolean is_empty = reader->filler.cells->len == 0;
  g_autoptr (GPtrArray) cells = g_ptr_array_copy (reader->filler.cells, NULL, NULL);
  guint n = is_empty ? 1 : MIN (reader->row_repeated, PG_MAX_SAME_ROWS);
  if (!is_empty && reader->row_repeated > PG_MAX_SAME_ROWS)
    {
      PgRow row = { reader->row, 0, NULL, NULL };
      pg_rows_tell (reader->rows, &row, 0, reader->foreign->report, PROGRAMME_SEVERITY_WARNING, "too-large",
                    "this row is said to be there %u times, and was read %u times", reader->row_repeated,
                    PG_MAX_SAME_ROWS);
    }
  for (guint i = 0; i < n && !reader->is_ended; i++)
    {
      reader->filler.number = reader->row + i;
      for (guint j = 0; i > 0 && j < cells->len; j++)
        pg_filler_lend (&reader->filler, j, g_ptr_array_index (cells, j));
      reader->is_ended = !pg_filler_end (&reader->filler);
    }
  reader->row = MIN (reader->row + MIN (reader->row_repeated, PG_MAX_ROWS), PG_MAX_ROWS + 1);
}

/* Cells */

static void
begin_cell (Reader *reader, const PgStreamAttributes *attributes)
{
  g_free (reader->type);
  g_free (reader->value);
  reader->type = pg_stream_string (attributes, "value-type");
  const char *const names[] = { "value", "date-value", "time-value", "boolean-value" };
  reader->value = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names) && reader->value == NULL; i++)
    reader->value = pg_stream_string (attributes, names[i]);
  reader->cell_repeated = MAX (pg_stream_number (attributes, "number-columns-repeated", 1), 1u);
  reader->rows_spanned = MAX (pg_stream_number (attributes, "number-rows-spanned", 1), 1u);
  reader->columns_spanned = CLAMP (pg_stream_number (attributes, "number-columns-spanned", 1), 1u, PG_MAX_COLUMNS);
  reader->in_cell = TRUE;
  reader->n_paragraphs = 0;
  g_string_truncate (reader->text, 0);
}

/* "PT09H30M00S" is 09:30. */
static char *
time_text (const char *value)
{
  guint hours = 0, minutes = 0;
  double seconds = 0;
  for (const char *at = value + strspn (value, "PT"); *at != '\0';)
    {
      char *end;
      double number = g_ascii_strtod (at, &end);
      if (end == at || number < 0 || number > 100000)
        return g_strdup (value);
      hours = *end == 'H' ? (guint) number : hours;
      minutes = *end == 'M' ? (guint) number : minutes;
      seconds = *end == 'S' ? number : seconds;
      at = end + (*end != '\0');
    }
  return (guint) seconds > 0 ? g_strdup_printf ("%02u:%02u:%02u", hours, minutes, (guint) seconds)
                             : g_strdup_printf ("%02u:%02u", hours, minutes);
}

/* "2031-05-05T09:30:00" is 2031-05-05 09:30. */
static char *
date_text (const char *value)
{
  char *text = g_strndup (value, strcspn (value, ".Z"));
  gsize length = strlen (text);
  if (length > 10 && text[10] == 'T')
    text[10] = ' ';
  if (length == 19 && strcmp (text + 16, ":00") == 0)
    text[16] = '\0';
  return text;
}

/* What is seen if that is the number, such as "007"; else the number. */
static char *
number_text (const char *seen, const char *value)
{
  char *end, plain[G_ASCII_DTOSTR_BUF_SIZE];
  double number = g_ascii_strtod (value, NULL);
  if (seen[0] != '\0' && g_ascii_strtod (seen, &end) == number && *end == '\0')
    return g_strdup (seen);
  return g_strdup (g_ascii_formatd (plain, sizeof plain, "%.15g", number));
}

static char *
cell_text (const Reader *reader)
{
  const char *type = reader->type != NULL ? reader->type : "string", *value = reader->value;
  if (value != NULL && strcmp (type, "date") == 0)
    return date_text (value);
  if (value != NULL && strcmp (type, "time") == 0)
    return time_text (value);
  if (value != NULL && strcmp (type, "float") == 0)
    return number_text (reader->text->str, value);
  if (value != NULL && strcmp (type, "boolean") == 0)
    return g_ascii_strup (value, -1);
  return g_strdup (reader->text->str);
}

static gboolean
is_formula_error (const char *text)
{
  static const char *const errors[] = { "#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", NULL };
  return g_strv_contains (errors, text) || (g_str_has_prefix (text, "Err:5") && strlen (text) == 7);
}

static void
end_cell (Reader *reader)
{
  g_autofree char *text = cell_text (reader);
  guint first = reader->column, n = MIN (reader->cell_repeated, PG_MAX_COLUMNS - MIN (first, PG_MAX_COLUMNS));
  gboolean is_error = is_formula_error (text);
  reader->in_cell = FALSE;
  reader->column = first + n;
  if (reader->is_ended || text[0] == '\0')
    return;
  if (is_error)
    {
      PgRow row = { reader->row, 0, NULL, NULL };
      pg_rows_tell (reader->rows, &row, first, reader->foreign->report, PROGRAMME_SEVERITY_WARNING, "cell-error",
                    "the formula of this cell has come to %s, and it was read as empty: mend it", text);
      return;
    }
  pg_filler_put (&reader->filler, first, text, strlen (text), 0);
  const char *kept = first < reader->filler.cells->len ? g_ptr_array_index (reader->filler.cells, first) : "";
  for (guint i = 1; i < n; i++)
    pg_filler_lend (&reader->filler, first + i, kept);
  PgSpan span
      = { first, reader->columns_spanned, reader->row, reader->row + MIN (reader->rows_spanned, PG_MAX_ROWS) - 1 };
  if (reader->rows_spanned > 1 || reader->columns_spanned > 1)
    g_array_append_val (reader->spans, span);
}

/* The calls */

/* Comments, and how characters are read, are no text of the cell. */
static gboolean
is_aside (const char *name)
{
  return strcmp (name, "annotation") == 0 || strcmp (name, "ruby-text") == 0;
}

static void
on_style (Reader *reader, const char *name, const PgStreamAttributes *attributes)
{
  if (strcmp (name, "style") == 0)
    {
      g_free (reader->style);
      reader->style = pg_stream_string (attributes, "name");
    }
  else if (strcmp (name, "table-properties") == 0 && reader->style != NULL)
    {
      g_autofree char *display = pg_stream_string (attributes, "display");
      if (g_strcmp0 (display, "false") == 0)
        g_hash_table_add (reader->hidden_styles, g_strdup (reader->style));
    }
}

static void
on_text_start (Reader *reader, const char *name, const PgStreamAttributes *attributes)
{
  if (is_aside (name))
    reader->skipped++;
  else if (reader->skipped > 0)
    return;
  else if (strcmp (name, "p") == 0)
    {
      if (reader->n_paragraphs++ > 0)
        g_string_append_c (reader->text, '\n');
      reader->in_paragraph = TRUE;
    }
  else if (strcmp (name, "s") == 0)
    for (guint i = MIN (pg_stream_number (attributes, "c", 1), 100u); i > 0; i--)
      g_string_append_c (reader->text, ' ');
  else if (strcmp (name, "tab") == 0 || strcmp (name, "line-break") == 0)
    g_string_append_c (reader->text, name[0] == 't' ? '\t' : '\n');
}

static void
on_start (gpointer data, const char *name, const PgStreamAttributes *attributes)
{
  Reader *reader = data;
  if (reader->in_cell)
    on_text_start (reader, name, attributes);
  else if (strcmp (name, "table") == 0)
    begin_sheet (reader, attributes);
  else if (!reader->in_sheet)
    on_style (reader, name, attributes);
  else if (strcmp (name, "table-row") == 0)
    begin_row (reader, attributes);
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    begin_cell (reader, attributes);
}

static void
on_end (gpointer data, const char *name)
{
  Reader *reader = data;
  if (reader->in_cell && is_aside (name))
    reader->skipped--;
  else if (reader->in_cell && reader->skipped == 0 && strcmp (name, "p") == 0)
    reader->in_paragraph = FALSE;
  else if (reader->in_cell && g_str_has_suffix (name, "table-cell"))
    end_cell (reader);
  else if (reader->in_sheet && strcmp (name, "table-row") == 0)
    end_row (reader);
  else if (strcmp (name, "table") == 0)
    reader->in_sheet = FALSE;
}

static void
on_text (gpointer data, const char *text, gsize length)
{
  Reader *reader = data;
  if (reader->in_paragraph && reader->skipped == 0 && reader->text->len < 4 * PG_MAX_CELL_CHARACTERS + 4)
    g_string_append_len (reader->text, text, (gssize) length);
}

/* The whole */

static gboolean
read_content (Reader *reader, GError **error)
{
  static const PgStreamCalls calls = { on_start, on_end, on_text };
  g_autofree char *manifest = pg_package_text (reader->foreign, "META-INF/manifest.xml");
  if (manifest != NULL && strstr (manifest, "encryption-data") != NULL)
    return pg_foreign_fail (reader->foreign, "encrypted", error,
                            "it is encrypted: save it without a password, or as CSV in UTF-8");
  return pg_package_read (reader->foreign, CONTENT, &calls, reader, error);
}

static gboolean
read_sheet (Reader *reader, GError **error)
{
  if (!read_content (reader, error))
    return FALSE;
  if (reader->rows == NULL)
    return pg_foreign_fail (reader->foreign, "no-worksheet", error, "there is no sheet %s; its sheets are: %s",
                            reader->wanted != NULL ? reader->wanted : "that is shown", reader->names->str);
  pg_foreign_tell_sheets (reader->foreign, reader->n_sheets, reader->names->str);
  pg_rows_fill (reader->rows, reader->spans);
  pg_rows_tell_hidden (reader->rows, reader->first_hidden, reader->n_hidden, reader->foreign->report);
  return TRUE;
}

static void
begin (Reader *reader, const PgForeign *foreign)
{
  const char *wanted = pg_foreign_option (foreign, "worksheet");
  *reader = (Reader){ .foreign = foreign,
                      .wanted = wanted,
                      .wanted_number = wanted != NULL ? (guint) strtoul (wanted, NULL, 10) : 0,
                      .hidden_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                      .text = g_string_new (NULL),
                      .names = g_string_new (NULL),
                      .spans = g_array_new (FALSE, FALSE, sizeof (PgSpan)) };
  pg_filler_init (&reader->filler, NULL, foreign->report);
}

static void
end (Reader *reader)
{
  pg_filler_clear (&reader->filler);
  g_hash_table_unref (reader->hidden_styles);
  g_string_free (reader->text, TRUE);
  g_string_free (reader->names, TRUE);
  g_array_unref (reader->spans);
  g_free (reader->style);
  g_free (reader->type);
  g_free (reader->value);
}

PgRows *
pg_ods_rows (const PgForeign *foreign, GError **error)
{
  Reader reader;
  begin (&reader, foreign);
  if (!read_sheet (&reader, error))
    g_clear_pointer (&reader.rows, pg_rows_free);
  end (&reader);
  return reader.rows;
}

char **
pg_ods_sheets (const PgForeign *foreign)
{
  const PgForeign quiet = { foreign->name, foreign->data, foreign->length, foreign->options, NULL };
  Reader reader;
  begin (&reader, &quiet);
  reader.shown = g_ptr_array_new_with_free_func (g_free);
  if (!read_content (&reader, NULL))
    g_ptr_array_set_size (reader.shown, 0);
  g_ptr_array_set_free_func (reader.shown, NULL);
  g_ptr_array_add (reader.shown, NULL);
  end (&reader);
  return (char **) g_ptr_array_free (reader.shown, FALSE);
}
