/* Timetables whose headings do not say what is in the columns. Enters: rows, in whose columns times are. Leaves: which column is
   what; and the rows of a list in the place of a grid, whose columns are rooms or days. */
#include "import/shape.h"

#include "import/headings.h"
#include "import/kinds.h"
#include "import/when.h"

#include "base/limits.h"

#include <string.h>

#define LAST_FIRST 40   /* rows in which the first time is looked for */
#define LONGEST_TIME 40 /* bytes */
#define LONGEST_HEAD 120
#define WIDEST 200 /* columns that are looked at */
#define SOME_MONDAY "2001-01-01"

/* The columns of a grid's list; its rooms are in those from the last. */
enum
{
  DATE,
  TIME,
  TITLE,
  ROOMS
};

/* What is in a column of a grid, until the next row has something else. */
typedef struct
{
  GString *text; /* NULL: nothing */
  const PgRow *row;
  guint last; /* index of the last row that it stands in */
  int start, end;
  const char *date; /* that stands with the times, or NULL */
} Waiting;

typedef struct
{
  const PgForeign *foreign;
  const PgRows *rows;
  PgWhen *when, *whenever; /* whenever: as if it were said which day is the first */
  gboolean is_time[WIDEST], is_text[WIDEST];
  guint n_columns;
  guint first;        /* index of the first row with a time */
  guint date;         /* a column of dates before the times; G_MAXUINT: none */
  const PgRow *head;  /* with rooms or days, or NULL */
  gboolean has_days;  /* and those are days */
  gboolean has_dates; /* they stand with the times */
  PgRows *list;
  PgRowFiller filler;
  Waiting waiting[WIDEST];
} Shape;

/* What is where */

/* A text that begins with a time, and has hardly more than that. */
static gboolean
is_time (const Shape *shape, const char *text)
{
  gsize length = strlen (text);
  int start, end;
  if (length < 2 || length > LONGEST_TIME || g_ascii_isalpha (text[0]) || strspn (text, G_CSET_DIGITS) == length)
    return FALSE;
  g_autofree char *rest = NULL;
  g_free (pg_when_date (shape->when, text, FALSE, &rest));
  return pg_when_times (shape->when, g_strstrip (rest), &start, &end) > 0;
}

static gboolean
is_day (PgWhen *when, const char *text)
{
  g_autofree char *date = strlen (text) <= LONGEST_HEAD ? pg_when_date (when, text, TRUE, NULL) : NULL;
  return date != NULL;
}

static guint
n_filled (const PgRow *row)
{
  guint n = 0;
  for (guint i = 0; i < row->n_cells; i++)
    n += row->cells[i][0] != '\0';
  return n;
}

static const PgRow *
row_at (const Shape *shape, guint index)
{
  return g_ptr_array_index (shape->rows->rows, index);
}

/* Columns of which most cells are times, in rows that have something else, too. */
static void
find_times (Shape *shape)
{
  guint n_rows = shape->rows->rows->len, n_cells[WIDEST] = { 0 }, n_times[WIDEST] = { 0 };
  shape->first = G_MAXUINT;
  for (guint i = 0; i < n_rows && i - MIN (shape->first, i) < LAST_FIRST; i++)
    {
      const PgRow *row = row_at (shape, i);
      if (n_filled (row) < 2)
        continue;
      for (guint j = 0; j < MIN (row->n_cells, (guint) WIDEST); j++)
        {
          gboolean has_time = is_time (shape, row->cells[j]);
          n_times[j] += has_time ? 1 : 0;
          n_cells[j] += row->cells[j][0] != '\0';
          shape->first = has_time ? MIN (shape->first, i) : shape->first;
          shape->n_columns = MAX (shape->n_columns, j + 1);
        }
    }
  for (guint j = 0; j < shape->n_columns; j++)
    shape->is_time[j] = n_times[j] >= 2 && n_times[j] * 10 >= n_cells[j] * 7 - MIN (n_cells[j] * 7, 10u);
}

static void
find_texts (Shape *shape)
{
  for (guint i = shape->first; i < shape->rows->rows->len; i++)
    {
      const PgRow *row = row_at (shape, i);
      for (guint j = 0; j < MIN (row->n_cells, shape->n_columns) && n_filled (row) > 1; j++)
        shape->is_text[j] = shape->is_text[j] || (row->cells[j][0] != '\0' && !shape->is_time[j]);
    }
}

/* "1" to "31", as days are counted. */
static gboolean
is_number (const char *text)
{
  guint64 number;
  return g_ascii_string_to_unsigned (text, 10, 1, 31, &number, NULL);
}

/* Whether a column has numbers of days, each on its first row alone. */
static gboolean
are_numbers_of_days (const Shape *shape, guint first, guint column)
{
  guint n = 0, n_rows = shape->rows->rows->len - first;
  for (guint i = first; i < shape->rows->rows->len; i++)
    {
      const char *text = pg_row_cell (row_at (shape, i), column);
      if (text[0] != '\0' && !is_number (text))
        return FALSE;
      n += text[0] != '\0';
    }
  return 3 * n < n_rows;
}

/* A column before the times whose first cell is a day, or its number. */
static void
find_date (Shape *shape)
{
  guint n_rows = shape->rows->rows->len;
  shape->date = G_MAXUINT;
  for (guint j = 0; j < shape->n_columns && !shape->is_time[j] && shape->date == G_MAXUINT; j++)
    for (guint i = shape->first; i < n_rows && shape->is_text[j]; i++)
      if (pg_row_cell (row_at (shape, i), j)[0] != '\0')
        {
          gboolean is_date
              = is_day (shape->whenever, pg_row_cell (row_at (shape, i), j)) || are_numbers_of_days (shape, i, j);
          shape->date = is_date ? j : G_MAXUINT;
          break;
        }
  if (shape->date != G_MAXUINT)
    shape->is_text[shape->date] = FALSE;
}

/* The column of the first time; G_MAXUINT if there is none. */
static guint
first_time (const Shape *shape)
{
  for (guint j = 0; j < shape->n_columns; j++)
    if (shape->is_time[j])
      return j;
  return G_MAXUINT;
}

/* What stands above a column, which may go over several. */
static const char *
head_of (const Shape *shape, guint column)
{
  const char *own = shape->head != NULL ? pg_row_cell (shape->head, column) : "";
  for (guint before = column; own[0] == '\0' && shape->head != NULL && before-- > 0;)
    if (pg_row_cell (shape->head, before)[0] != '\0')
      return before + pg_rows_width (shape->rows, shape->head, before) > column ? pg_row_cell (shape->head, before)
                                                                                : "";
  return own;
}

static gboolean
is_room (const Shape *shape, guint column)
{
  return shape->is_text[column] && head_of (shape, column)[0] != '\0';
}

/* Whether a row names at least two columns of texts, and no field that grids have not. */
static gboolean
is_head (const Shape *shape, const PgRow *row)
{
  static const guint64 places = (guint64) 1 << PG_FIELD_ROOM | (guint64) 1 << PG_FIELD_TRACK;
  static const guint64 lists = (guint64) 1 << PG_FIELD_SPEAKER | (guint64) 1 << PG_FIELD_CHAIR
                               | (guint64) 1 << PG_FIELD_ABSTRACT | (guint64) 1 << PG_FIELD_DURATION;
  const PgHeadings *headings = pg_headings ();
  guint n = 0, n_days = 0;
  for (guint j = 0; j < MIN (row->n_cells, shape->n_columns); j++)
    n_days += is_day (shape->whenever, row->cells[j]) ? 1 : 0;
  if (n_days > 1)
    return TRUE;
  for (guint j = 0; j < MIN (row->n_cells, shape->n_columns); j++)
    {
      const char *cell = row->cells[j];
      guint64 fields = cell[0] != '\0' ? pg_headings_fields (headings, cell) : 0;
      if (is_time (shape, cell) || strlen (cell) > LONGEST_HEAD || ((fields & lists) != 0 && (fields & places) == 0))
        return FALSE;
      n += cell[0] != '\0' && shape->is_text[j];
    }
  return n >= 2;
}

/* Above the first time, or below what is before the parting into rooms. */
static void
find_head (Shape *shape)
{
  guint n_rows = shape->rows->rows->len, time = first_time (shape);
  for (guint i = shape->first; i-- > 0 && shape->head == NULL && shape->first - i <= 3;)
    if (is_head (shape, row_at (shape, i)))
      shape->head = row_at (shape, i);
  for (guint i = shape->first; i < MIN (n_rows, shape->first + LAST_FIRST) && shape->head == NULL; i++)
    if (pg_row_cell (row_at (shape, i), time)[0] != '\0' && is_head (shape, row_at (shape, i)))
      shape->head = row_at (shape, i);
  guint n_days = 0, n_heads = 0, first = G_MAXUINT;
  for (guint j = 0; j < shape->n_columns && shape->head != NULL; j++)
    if (is_room (shape, j))
      {
        first = MIN (first, j);
        n_heads++;
        n_days += is_day (shape->whenever, head_of (shape, j)) ? 1 : 0;
      }
  shape->has_days
      = n_days > 0 && (n_days == n_heads || (n_days > 1 && is_day (shape->whenever, head_of (shape, first))));
  for (guint j = 0; j < shape->n_columns && shape->has_days; j++) /* what stands beside the days is another table */
    shape->is_text[j] = shape->is_text[j] && (!is_room (shape, j) || is_day (shape->whenever, head_of (shape, j)));
}

/* A list */

static void
give (PgColumns *columns, PgField field, guint column)
{
  g_array_append_val (columns->columns[field], column);
}

/* "the column A is time, B title" */
static void
tell_list (const Shape *shape, const PgColumns *columns)
{
  g_autoptr (GString) list = g_string_new (NULL), others = g_string_new (NULL);
  guint last
      = pg_columns_first (columns, pg_columns_have (columns, PG_FIELD_SPEAKER) ? PG_FIELD_SPEAKER : PG_FIELD_TITLE);
  for (guint j = last; j < shape->n_columns; j++)
    if (shape->is_text[j] && j != last)
      g_string_append_printf (others, "%s#%u", others->len > 0 ? ", " : " and not read ", j + 1);
  for (PgField field = 0; field < PG_N_FIELDS; field++)
    if (pg_columns_have (columns, field))
      g_string_append_printf (list, "%s%s #%u", list->len > 0 ? ", " : "", pg_field_name (field),
                              pg_columns_first (columns, field) + 1);
  pg_rows_tell (
      shape->rows, row_at (shape, shape->first), 0, shape->foreign->report, PROGRAMME_SEVERITY_NOTE, "guessed-columns",
      "there are no headings, and by what is in the columns they were taken for: %s%s; what is wrong can be put "
      "right in a file for %s",
      list->str, others->str, PG_COLUMNS_OF_SCHEDULES);
}

/* Two columns of times beside each other are a date or a start, and an end. */
static void
give_times (const Shape *shape, PgColumns *columns)
{
  guint time = first_time (shape), next = time + 1;
  const PgRow *first = row_at (shape, shape->first);
  gboolean is_pair = next < shape->n_columns && shape->is_time[next];
  if (is_pair && is_day (shape->whenever, pg_row_cell (first, time)))
    {
      give (columns, PG_FIELD_DATE, time);
      give (columns, PG_FIELD_TIME, next);
    }
  else if (is_pair)
    {
      give (columns, PG_FIELD_START, time);
      give (columns, PG_FIELD_END, next);
    }
  else
    give (columns, PG_FIELD_TIME, time);
}

/* What comes behind the time is the title, then a person. */
static PgColumns *
list_columns (const Shape *shape)
{
  PgColumns *columns = pg_columns_new (G_MAXUINT);
  static const PgField fields[] = { PG_FIELD_TITLE, PG_FIELD_SPEAKER };
  guint n = 0, time = first_time (shape);
  columns->first = shape->first;
  give_times (shape, columns);
  if (shape->date != G_MAXUINT)
    give (columns, PG_FIELD_DATE, shape->date);
  for (guint j = time; j < shape->n_columns; j++)
    if (shape->is_text[j] && n < G_N_ELEMENTS (fields))
      give (columns, fields[n++], j);
  tell_list (shape, columns);
  return columns;
}

/* A grid */

static void
put (Shape *shape, guint column, const char *text, guint place)
{
  pg_filler_put (&shape->filler, column, text, strlen (text), place);
}

static guint
place_of (const PgRow *row, guint column)
{
  return row->places != NULL && column < row->n_cells ? row->places[column] : column + 1;
}

static void
put_row (Shape *shape, const PgRow *row)
{
  shape->filler.number = row->number;
  pg_filler_end (&shape->filler);
}

/* Whether a cell is in no room in particular: it goes over all of them, or is the only one of its row and in the first, or is a
   break over several. */
static gboolean
is_for_all (const Shape *shape, const PgRow *row, guint column)
{
  guint end = column + pg_rows_width (shape->rows, row, column), n_before = 0, n_behind = 0, n_others = 0;
  const char *text = pg_row_cell (row, column);
  for (guint j = 0; j < shape->n_columns; j++)
    {
      n_before += j < column && is_room (shape, j);
      n_behind += j >= end && is_room (shape, j);
      n_others += j != column && shape->is_text[j] && pg_row_cell (row, j)[0] != '\0';
    }
  g_autofree char *title = g_strndup (text, strcspn (text, "\n"));
  return (n_before == 0 && n_others == 0 && (end == column + 1 || n_behind == 0))
         || (end > column + 1 && pg_kind_of_break (g_strstrip (title)) != NULL);
}

/* The nearest times on the left of a column, or the first of all. */
static guint
time_for (const Shape *shape, guint column)
{
  for (guint j = column; j-- > 0;)
    if (shape->is_time[j])
      return j;
  return first_time (shape);
}

/* Where a cell that goes on in the rows below it has no end: the time of the row below them, or -1. */
static int
end_of (const Shape *shape, const Waiting *waiting, guint column)
{
  int start = -1, end = -1;
  guint next = waiting->last + 1;
  if (waiting->end >= 0 || row_at (shape, waiting->last) == waiting->row || next >= shape->rows->rows->len)
    return waiting->end;
  const char *time = pg_row_cell (row_at (shape, next), time_for (shape, column));
  if (strlen (time) <= LONGEST_TIME)
    pg_when_times (shape->when, time, &start, &end);
  return start > waiting->start ? start : -1;
}

static void
put_rooms (Shape *shape, const PgRow *row, guint column)
{
  guint end = column + pg_rows_width (shape->rows, row, column), n = 0;
  for (guint j = column; j < MIN (end, shape->n_columns) && !is_for_all (shape, row, column); j++)
    if (is_room (shape, j))
      put (shape, ROOMS + n++, head_of (shape, j), place_of (row, column));
}

static void
put_cell (Shape *shape, guint column, const char *date)
{
  const Waiting *waiting = &shape->waiting[column];
  int end = end_of (shape, waiting, column);
  g_autofree char *time
      = end >= 0 ? g_strdup_printf ("%d:%02d-%d:%02d", waiting->start / 60, waiting->start % 60, end / 60, end % 60)
                 : g_strdup_printf ("%d:%02d", waiting->start / 60, waiting->start % 60);
  put (shape, DATE, date, place_of (waiting->row, column));
  put (shape, TIME, waiting->start >= 0 ? time : "", place_of (waiting->row, 0));
  put (shape, TITLE, waiting->text->str, place_of (waiting->row, column));
  if (!shape->has_days)
    put_rooms (shape, waiting->row, column);
  put_row (shape, waiting->row);
}

/* What goes over several days is on each of them. */
static void
flush (Shape *shape, guint column)
{
  Waiting *waiting = &shape->waiting[column];
  if (waiting->text == NULL)
    return;
  guint width = shape->has_days ? pg_rows_width (shape->rows, waiting->row, column) : 1;
  const char *before = NULL;
  for (guint j = column; j < MIN (column + width, shape->n_columns); j++)
    if (!shape->is_time[j] && g_strcmp0 (head_of (shape, j), before) != 0)
      {
        before = head_of (shape, j);
        put_cell (shape, column,
                  shape->has_days         ? before
                  : waiting->date != NULL ? waiting->date
                                          : pg_row_cell (waiting->row, shape->date));
      }
  g_string_free (waiting->text, TRUE);
  waiting->text = NULL;
}

static void
flush_all (Shape *shape)
{
  for (guint j = 0; j < shape->n_columns; j++)
    flush (shape, j);
}

static void
take_cell (Shape *shape, guint index, guint column)
{
  const PgRow *row = row_at (shape, index);
  const char *text = pg_row_cell (row, column), *time = pg_row_cell (row, time_for (shape, column));
  Waiting *waiting = &shape->waiting[column];
  int start = -1, end = -1;
  g_autofree char *rest = NULL,
                  *date = strlen (time) <= LONGEST_TIME ? pg_when_date (shape->when, time, FALSE, &rest) : NULL;
  if (rest != NULL)
    pg_when_times (shape->when, g_strstrip (rest), &start, &end);
  shape->has_dates = shape->has_dates || date != NULL;
  gboolean is_next = waiting->text != NULL && index == waiting->last + 1;
  if (is_next && strcmp (waiting->text->str, text) == 0) /* merged with that above */
    waiting->end = MAX (end, waiting->end);
  else if (is_next && (start < 0 || start == waiting->start))
    g_string_append_printf (waiting->text, "\n%s", text);
  else
    {
      flush (shape, column);
      *waiting = (Waiting){ g_string_new (text), row, index, start, end, pg_arena_strdup (shape->list->arena, date) };
    }
  waiting->last = index;
}

/* Whether the times of a row are those of the head: the rooms of the next day follow. */
static gboolean
is_next_head (const Shape *shape, const PgRow *row)
{
  guint time = first_time (shape);
  return pg_row_cell (row, time)[0] != '\0' && strcmp (pg_row_cell (row, time), pg_row_cell (shape->head, time)) == 0
         && n_filled (row) > 2;
}

static void
take_row (Shape *shape, guint index)
{
  const PgRow *row = row_at (shape, index);
  if (row == shape->head || is_next_head (shape, row))
    {
      flush_all (shape);
      shape->head = row;
    }
  else if (n_filled (row) < 2) /* a day, or something of no kind */
    {
      flush_all (shape);
      for (guint j = 0; j < row->n_cells; j++)
        put (shape, j == shape->date ? DATE : TITLE, row->cells[j], place_of (row, j));
      put_row (shape, row);
    }
  else
    for (guint j = 0; j < MIN (row->n_cells, shape->n_columns); j++)
      if (shape->is_text[j] && row->cells[j][0] != '\0')
        take_cell (shape, index, j);
}

static void
tell_grid (const Shape *shape)
{
  g_autoptr (GString) heads = g_string_new (NULL);
  for (guint j = 0; j < shape->n_columns; j++)
    if (shape->is_text[j] && pg_row_cell (shape->head, j)[0] != '\0')
      g_string_append_printf (heads, "%s“%.40s”", heads->len > 0 ? ", " : "", pg_row_cell (shape->head, j));
  pg_rows_tell (
      shape->rows, shape->head, 0, shape->foreign->report, PROGRAMME_SEVERITY_NOTE, "guessed-columns",
      "this was taken for a timetable whose columns are %s: %s; if they are not, say what they are in a file for "
      "%s",
      shape->has_days ? "days" : "rooms", heads->str, PG_COLUMNS_OF_SCHEDULES);
}

static PgColumns *
grid_columns (Shape *shape)
{
  PgColumns *columns = pg_columns_new (G_MAXUINT);
  tell_grid (shape);
  shape->list = pg_rows_new (shape->rows->file, shape->rows->sheet);
  pg_filler_init (&shape->filler, shape->list, shape->foreign->report);
  for (guint i = 0; i < shape->rows->rows->len; i++)
    {
      if (i == shape->first) /* what is above that says the event's title and its first day */
        {
          flush_all (shape);
          columns->first = shape->list->rows->len;
        }
      take_row (shape, i);
    }
  flush_all (shape);
  pg_filler_clear (&shape->filler);
  give (columns, PG_FIELD_TIME, TIME);
  give (columns, PG_FIELD_TITLE, TITLE);
  if (shape->has_days || shape->has_dates || shape->date != G_MAXUINT)
    give (columns, PG_FIELD_DATE, DATE);
  if (!shape->has_days)
    for (guint j = 0; j < shape->n_columns; j++)
      give (columns, PG_FIELD_ROOM, ROOMS + j);
  return columns;
}

/* The whole */

/* What stands above says when the days are. */
static void
learn_days (Shape *shape)
{
  for (guint i = 0; i < shape->first; i++)
    for (guint j = 0; j < MIN (row_at (shape, i)->n_cells, 4u) && row_at (shape, i) != shape->head; j++)
      if (strlen (row_at (shape, i)->cells[j]) <= LONGEST_HEAD)
        {
          pg_when_learn_year (shape->when, row_at (shape, i)->cells[j]);
          g_free (pg_when_date (shape->when, row_at (shape, i)->cells[j], TRUE, NULL));
        }
}

PgColumns *
pg_shape_find (const PgForeign *foreign, const PgRows *rows, PgRows **list, GError **error)
{
  const char *languages = pg_foreign_option (foreign, "languages"), *date = pg_foreign_option (foreign, "date");
  g_autoptr (PgWhen) when = pg_when_new (languages, date);
  g_autoptr (PgWhen) whenever = pg_when_new (languages, date != NULL ? date : SOME_MONDAY);
  g_autofree Shape *shape = g_new0 (Shape, 1);
  *shape = (Shape){ .foreign = foreign, .rows = rows, .when = when, .whenever = whenever };
  *list = NULL;
  find_times (shape);
  if (first_time (shape) == G_MAXUINT)
    return NULL;
  find_texts (shape);
  find_date (shape);
  find_head (shape);
  learn_days (shape);
  if (shape->head != NULL && shape->has_days && !is_day (when, head_of (shape, first_time (shape) + 1)))
    {
      pg_foreign_fail (foreign, "no-date", error,
                       "its columns are days without a date: name the first of them, as in "
                       "“programme import --date=2031-05-05”");
      return NULL;
    }
  PgColumns *columns = shape->head != NULL ? grid_columns (shape) : list_columns (shape);
  *list = shape->list;
  return columns;
}
