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
  if (columns != NULL)
    drop_head (columns, rows);
  if (columns == NULL || are_schedule (columns))
    return g_steal_pointer (&columns);
  pg_foreign_fail (foreign, "unknown-columns", error,
                   "no column is known to have %s: say which one in a file for --columns, as --columns=? prints it",
                   have_titles (columns) ? "times" : "titles");
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
