/* A schedule in a table. Enters: rows, whose first one has headings. Leaves: a draft of an event. */
#include "import/table.h"

#include <stdio.h>
#include <string.h>

/* The column of a heading; -1 if there is none. */
static int
column_of (const PgRow *head, const char *name)
{
  for (guint i = 0; i < head->n_cells; i++)
    if (g_ascii_strcasecmp (head->cells[i], name) == 0)
      return (int) i;
  return -1;
}

static const char *
cell (const PgRow *row, int column)
{
  return column >= 0 ? pg_row_cell (row, (guint) column) : "";
}

/* Minutes of "9:30"; -1 if it is none. */
static int
minutes_of (const char *time)
{
  int hour, minute;
  return sscanf (time, "%d:%d", &hour, &minute) == 2 && hour >= 0 && minute >= 0 && hour < 48 && minute < 60
             ? hour * 60 + minute
             : -1;
}

gboolean
pg_table_to_draft (const PgForeign *foreign, const PgRows *rows, PgDraft *draft, GError **error)
{
  const PgRow *head = rows->rows->len > 0 ? g_ptr_array_index (rows->rows, 0) : NULL;
  int date = head != NULL ? column_of (head, "date") : -1, start = head != NULL ? column_of (head, "start") : -1;
  if (date < 0 || start < 0)
    return pg_foreign_fail (foreign, "unknown-columns", error, "no column is headed date or start");
  int end = column_of (head, "end"), title = column_of (head, "title"), room = column_of (head, "room");
  pg_draft_text (draft, &draft->title, NULL, "Programme");
  for (guint i = 1; i < rows->rows->len; i++)
    {
      const PgRow *row = g_ptr_array_index (rows->rows, i);
      PgDraftEntry *entry = pg_draft_entry (draft, pg_draft_day (draft, cell (row, date)), PG_DRAFT_SESSION);
      entry->start = minutes_of (cell (row, start));
      entry->end = minutes_of (cell (row, end));
      pg_draft_text (draft, &entry->title, NULL, cell (row, title));
      if (cell (row, room)[0] != '\0')
        entry->room = pg_draft_room (draft, cell (row, room), cell (row, room));
    }
  return TRUE;
}
