/* The columns of a schedule in a table. Enters: rows. Leaves: which column is what, and how the clock runs in it. */
#include "import/schedule-columns.h"

#include "import/shape.h"

#include <string.h>

static gboolean
have_titles (const PgColumns *columns)
{
  return pg_columns_have (columns, PG_FIELD_TITLE) || pg_columns_have (columns, PG_FIELD_SESSION);
}

static gboolean
are_schedule (const PgColumns *columns)
{
  gboolean has_time = pg_columns_have (columns, PG_FIELD_START) || pg_columns_have (columns, PG_FIELD_TIME)
                      || pg_columns_have (columns, PG_FIELD_DATE);
  return has_time && have_titles (columns);
}

/* Whether a column has words in at least one row, and not figures alone; what is headed by a day has its own. */
static gboolean
has_words (const PgColumns *columns, const PgRows *rows, guint column)
{
  g_autoptr (PgWhen) when = pg_when_new (NULL, "2001-01-01");
  g_autofree char *day
      = pg_when_date (when, pg_row_cell (g_ptr_array_index (rows->rows, columns->head), column), TRUE, NULL);
  if (day != NULL)
    return FALSE;
  for (guint i = columns->first; i < rows->rows->len; i++)
    {
      const char *text = pg_row_cell (g_ptr_array_index (rows->rows, i), column);
      if (text[0] != '\0' && strspn (text, "0123456789.,:- ") < strlen (text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_title (PgColumns *columns, const PgRows *rows, GArray *from)
{
  for (guint i = 0; i < from->len; i++)
    {
      guint column = g_array_index (from, guint, i);
      if (!has_words (columns, rows, column))
        continue;
      g_array_append_val (columns->columns[PG_FIELD_TITLE], column);
      g_array_remove_index (from, i);
      return TRUE;
    }
  return FALSE;
}

/* Where times and speakers or abstracts are known, but no titles, those are in what is called a kind, or else in the first column
   that is not known. */
static void
guess_titles (PgColumns *columns, const PgRows *rows)
{
  gboolean has_time = pg_columns_have (columns, PG_FIELD_START) || pg_columns_have (columns, PG_FIELD_TIME);
  gboolean is_list = pg_columns_have (columns, PG_FIELD_SPEAKER) || pg_columns_have (columns, PG_FIELD_ABSTRACT);
  if (has_time && is_list && !have_titles (columns) && !take_title (columns, rows, columns->columns[PG_FIELD_KIND]))
    take_title (columns, rows, columns->others);
}

/* Columns that a file names by their numbers may be those of a table without headings: what has a time is none of those. */
static void
drop_head (PgColumns *columns, const PgRows *rows)
{
  const PgRow *row = columns->head == 0 ? g_ptr_array_index (rows->rows, 0) : NULL;
  const char *time = row != NULL ? pg_columns_cell (columns, row, PG_FIELD_TIME) : "";
  const char *start = row != NULL ? pg_columns_cell (columns, row, PG_FIELD_START) : "";
  g_autoptr (PgWhen) when = pg_when_new (NULL, NULL);
  int from, to;
  if (pg_when_times (when, time, &from, &to) == 0 && pg_when_times (when, start, &from, &to) == 0)
    return;
  columns->head = G_MAXUINT;
  columns->first = 0;
}

PgColumns *
pg_schedule_columns (const PgForeign *foreign, const PgRows *rows, PgRows **list, GError **error)
{
  const PgForeign quiet = { foreign->name, foreign->data, foreign->length, foreign->options, NULL };
  g_autoptr (PgColumns) told = pg_columns_find (&quiet, rows, FALSE, NULL);
  g_autoptr (GError) local = NULL;
  *list = NULL;
  if (told != NULL && pg_foreign_option (foreign, "columns") == NULL)
    guess_titles (told, rows);
  if (pg_foreign_option (foreign, "columns") == NULL && (told == NULL || !are_schedule (told)))
    {
      PgColumns *columns = pg_shape_find (foreign, rows, list, &local);
      if (columns != NULL)
        return columns;
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }
  g_autoptr (PgColumns) columns = pg_columns_find (foreign, rows, FALSE, error);
  if (columns != NULL && pg_foreign_option (foreign, "columns") == NULL)
    guess_titles (columns, rows);
  if (columns != NULL)
    drop_head (columns, rows);
  if (columns == NULL || are_schedule (columns))
    return g_steal_pointer (&columns);
  pg_foreign_fail (foreign, "unknown-columns", error,
                   "no column is known to have %s: say which one in a file for %s, as --columns=? prints it; a list "
                   "of people is for --people",
                   have_titles (columns) ? "times" : "titles", PG_COLUMNS_OF_SCHEDULES);
  return NULL;
}

gboolean
pg_schedule_is_twelve_hours (const PgColumns *columns, const PgRows *rows, PgWhen *when)
{
  static const PgField fields[] = { PG_FIELD_TIME, PG_FIELD_START, PG_FIELD_END };
  gboolean is_turned = FALSE;
  int latest = -1;
  for (guint i = columns->first; i < rows->rows->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
      {
        const char *text = pg_columns_cell (columns, g_ptr_array_index (rows->rows, i), fields[j]);
        int start = -1, end = -1;
        if (text[0] == '\0' || strlen (text) > 200)
          continue;
        pg_when_times (when, text, &start, &end);
        if (MAX (start, end) >= 13 * 60 || (text[0] == '0' && g_ascii_isdigit (text[1])))
          return FALSE;
        is_turned = is_turned || (start >= 60 && start < PG_EARLIEST && start < latest);
        latest = MAX (latest, start);
      }
  return is_turned;
}
