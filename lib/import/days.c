/* When that is what a table's rows have. Enters: rows, one after the other. Leaves: the day and the times of each. Dates and times
   may stand in one cell or two, in ranges, on the first row of a day alone, or in a row above it. */
#include "import/days.h"

#include "import/headings.h"
#include "import/schedule-columns.h"

#include "base/limits.h"

#include <string.h>

#define NIGHT (6 * 60) /* what is earlier, after an evening, is past midnight */
#define EVENING (18 * 60)
#define HALF_DAY (12 * 60)

static const char *
cell (const PgDays *days, PgField field)
{
  return pg_columns_cell (days->columns, days->row, field);
}

static void
tell_cell (const PgDays *days, PgField field, const char *code, const char *message)
{
  guint column = pg_columns_first (days->columns, field);
  pg_rows_tell (days->rows, days->row, column != G_MAXUINT ? column : 0, days->foreign->report,
                PROGRAMME_SEVERITY_WARNING, code, "%s", message);
}

/* Days */

static void
set_date (PgDays *days, char *date)
{
  g_free (days->date);
  days->date = date;
  days->latest = -1;
  days->is_turned = FALSE;
}

static gboolean
read_number (const char *text, guint *number)
{
  guint64 value = 0;
  gboolean is_number = g_ascii_string_to_unsigned (text, 10, 0, 31, &value, NULL);
  *number = (guint) value;
  return is_number;
}

/* The date in a cell of the column of dates, where days may be counted: 0, 1, 2. */
static char *
date_in (const PgDays *days, const char *text, char **rest)
{
  guint number;
  if (days->first_number == G_MAXUINT || !read_number (text, &number))
    return pg_when_date (days->when, text, TRUE, rest);
  if (rest != NULL)
    *rest = g_strdup ("");
  return pg_when_day (days->when, number - days->first_number);
}

/* The least number in the column of dates; G_MAXUINT if it has anything else. */
static guint
first_number (const PgColumns *columns, const PgRows *rows)
{
  guint first = G_MAXUINT, number;
  for (guint i = columns->first; i < rows->rows->len; i++)
    {
      const char *text = pg_columns_cell (columns, g_ptr_array_index (rows->rows, i), PG_FIELD_DATE);
      if (text[0] != '\0' && !read_number (text, &number))
        return G_MAXUINT;
      first = text[0] != '\0' ? MIN (first, number) : first;
    }
  return first;
}

const char *
pg_row_only (const PgRow *row, guint besides)
{
  const char *only = NULL;
  for (guint i = 0; i < row->n_cells; i++)
    if (i != besides && row->cells[i][0] != '\0' && only != NULL && strcmp (only, row->cells[i]) != 0)
      return NULL;
    else if (i != besides && row->cells[i][0] != '\0')
      only = row->cells[i];
  return only;
}

/* Whether all cells of a row are headings, but that of the title, which has a day in its place. */
static gboolean
is_head_of_day (const PgDays *days, const PgRow *row)
{
  guint title = pg_columns_first (days->columns, PG_FIELD_TITLE), n = 0;
  for (guint i = 0; i < row->n_cells; i++)
    if (i != title && row->cells[i][0] != '\0')
      {
        if (strlen (row->cells[i]) > 40 || pg_headings_fields (pg_headings (), row->cells[i]) == 0)
          return FALSE;
        n++;
      }
  return n > 0 && pg_row_cell (row, title)[0] != '\0';
}

/* The day that a row says, and says nothing else: "5 May", or beside that "Time". NULL for others. */
static char *
day_of_heading (const PgDays *days, const PgRow *row)
{
  guint time = pg_columns_first (days->columns, PG_FIELD_TIME);
  const char *only = pg_row_only (row, G_MAXUINT), *beside = pg_row_cell (row, time);
  int start, end;
  if (only == NULL && beside[0] != '\0' && strlen (beside) < 40
      && pg_when_times (days->when, beside, &start, &end) == 0)
    only = pg_row_only (row, time);
  if (only == NULL && is_head_of_day (days, row))
    only = pg_columns_cell (days->columns, row, PG_FIELD_TITLE);
  if (only == NULL || strlen (only) >= 200)
    return NULL;
  gboolean is_dated = only == pg_columns_cell (days->columns, row, PG_FIELD_DATE);
  return is_dated ? date_in (days, only, NULL) : pg_when_date (days->when, only, TRUE, NULL);
}

/* Times */

/* What is in a cell of dates, times or both. */
static void
read_moment (PgDays *days, PgField field, PgRowTimes *times, gboolean is_end)
{
  const char *text = cell (days, field);
  g_autofree char *rest = NULL;
  int first = -1, second = -1;
  if (text[0] == '\0' || strlen (text) > 200)
    return;
  char *date = field == PG_FIELD_DATE ? date_in (days, text, &rest) : pg_when_date (days->when, text, FALSE, &rest);
  if (date != NULL && !is_end && g_strcmp0 (date, days->date) != 0)
    set_date (days, date);
  else
    g_free (date);
  guint n = pg_when_times (days->when, g_strstrip (rest), &first, &second);
  if (n == 0)
    return;
  if (is_end)
    times->end = n > 1 ? second : first;
  else
    {
      times->start = first;
      times->end = n > 1 ? second : times->end;
    }
}

/* Whether a time after those of a morning, such as 1:15 after 11:00, is of the afternoon: it does not say so itself. */
static gboolean
is_after_noon (PgDays *days, const PgRowTimes *times)
{
  const char *start = cell (days, PG_FIELD_START), *text = start[0] != '\0' ? start : cell (days, PG_FIELD_TIME);
  gboolean is_plain = g_ascii_isdigit (text[0]) && text[0] != '0' && strpbrk (text, "mM") == NULL;
  gboolean is_next = is_plain && times->start >= 60 && times->start < PG_EARLIEST && days->latest >= PG_EARLIEST
                     && (days->latest < HALF_DAY + 60 || days->is_turned);
  days->is_turned = days->is_turned || is_next;
  return is_next;
}

/* On a clock of twelve hours "1:30" is in the afternoon, and so is an end that is not behind its start. */
static void
turn_clock (PgDays *days, PgRowTimes *times)
{
  if (times->start < 0 || (!is_after_noon (days, times) && !days->twelve_hours))
    return;
  PgRowTimes before = *times;
  if (times->start < PG_EARLIEST || (times->start < PG_EARLIEST + 60 && days->latest >= HALF_DAY))
    times->start += HALF_DAY;
  if (times->end >= 0 && times->end <= times->start)
    times->end += HALF_DAY;
  days->n_afternoons += times->start != before.start || times->end != before.end;
}

/* What is past midnight counts on, and an end before its start is told and left out. */
static void
straighten (PgDays *days, PgRowTimes *times)
{
  turn_clock (days, times);
  if (times->start >= 0 && times->start < NIGHT && days->latest >= EVENING)
    times->start += 24 * 60;
  if (times->end >= 0 && times->end < times->start && times->end % (24 * 60) < NIGHT && times->start >= EVENING)
    times->end += 24 * 60;
  if (times->end >= 0 && times->end < times->start)
    {
      tell_cell (days, PG_FIELD_END, "reversed-times",
                 "this ends before it starts, and its end is left out: correct it");
      times->end = -1;
    }
}

PgRowTimes
pg_days_times (PgDays *days)
{
  PgRowTimes times = { -1, -1 };
  const char *date = cell (days, PG_FIELD_DATE);
  read_moment (days, PG_FIELD_DATE, &times, FALSE);
  if (date[0] != '\0' && times.start < 0 && strlen (date) < 200)
    {
      g_autofree char *found = date_in (days, date, NULL);
      if (found == NULL && days->first_number == G_MAXUINT)
        tell_cell (days, PG_FIELD_DATE, "bad-date",
                   "this is no date that can be read here, and the one above was taken: write it as 2031-05-05");
    }
  read_moment (days, PG_FIELD_TIME, &times, FALSE);
  read_moment (days, PG_FIELD_START, &times, FALSE);
  read_moment (days, PG_FIELD_END, &times, TRUE);
  guint minutes = pg_when_minutes (cell (days, PG_FIELD_DURATION));
  straighten (days, &times);
  if (times.end < 0 && times.start >= 0 && minutes > 0)
    times.end = times.start + (int) minutes;
  if (times.end > PG_MAX_CLOCK_MINUTES)
    times.end = -1;
  days->latest = MAX (days->latest, times.start);
  return times;
}

gboolean
pg_days_heading (PgDays *days, const PgRow *row)
{
  char *date = day_of_heading (days, row);
  if (date != NULL)
    set_date (days, date);
  return date != NULL;
}

gboolean
pg_days_above (PgDays *days, const PgRow *row)
{
  g_autofree char *date = day_of_heading (days, row);
  gboolean is_day = date != NULL;
  if (is_day && !pg_columns_have (days->columns, PG_FIELD_DATE))
    set_date (days, g_steal_pointer (&date));
  return is_day;
}

PgRowTimes
pg_days_times_of (PgDays *days, const char *text)
{
  PgRowTimes times = { -1, -1 };
  pg_when_times (days->when, text, &times.start, &times.end);
  straighten (days, &times);
  days->latest = MAX (days->latest, times.start);
  return times;
}

/* The whole */

/* Of dates that say none: what stands above the table, or else the file's name. */
static void
learn_year (const PgDays *days)
{
  g_autofree char *name = g_path_get_basename (days->foreign->name);
  for (guint i = 0; i < MIN (days->columns->first, days->rows->rows->len); i++)
    {
      const PgRow *row = g_ptr_array_index (days->rows->rows, i);
      for (guint j = 0; j < row->n_cells; j++)
        if (pg_when_learn_year (days->when, row->cells[j]))
          return;
    }
  pg_when_learn_year (days->when, name);
}

/* The day that the sheet's name says, such as “Monday”, or --date does. */
static char *
first_day (const PgDays *days, const char *date)
{
  const char *sheet = days->rows->sheet;
  g_autofree char *day = sheet != NULL ? pg_when_date (days->when, sheet, TRUE, NULL) : NULL;
  if (day != NULL && pg_when_is_near (days->when, day))
    return g_steal_pointer (&day);
  return date != NULL ? pg_when_date (days->when, date, TRUE, NULL) : NULL;
}

void
pg_days_begin (PgDays *days, const PgForeign *foreign, const PgRows *rows, const PgColumns *columns)
{
  const char *languages = pg_foreign_option (foreign, "languages"), *date = pg_foreign_option (foreign, "date");
  *days = (PgDays){ .foreign = foreign,
                    .rows = rows,
                    .columns = columns,
                    .when = pg_when_new (languages, date),
                    .latest = -1,
                    .first_number = first_number (columns, rows) };
  days->twelve_hours = pg_schedule_is_twelve_hours (columns, rows, days->when);
  learn_year (days);
  char *first = first_day (days, date);
  if (first != NULL)
    set_date (days, first);
}

void
pg_days_end (PgDays *days)
{
  pg_when_free (days->when);
  g_free (days->date);
}

void
pg_days_tell (const PgDays *days)
{
  int year;
  guint n = pg_when_n_unsure (days->when), n_yearless = pg_when_n_yearless (days->when, &year);
  if (days->n_afternoons > 0)
    pg_foreign_tell (
        days->foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "guessed-clock",
        "%u times before 7:00, or before what they follow, were taken to be in the afternoon, as 1:15 after "
        "11:00 is: write them as 13:15, or 1:15 pm",
        days->n_afternoons);
  if (n_yearless > 0)
    pg_foreign_tell (days->foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "guessed-date",
                     "%u %s no year, and %d was taken, which stands above: say --date=%d-05-06 if that is wrong",
                     n_yearless, n_yearless == 1 ? "date says" : "dates say", year, year + 1);
  if (n > 0)
    pg_foreign_tell (days->foreign, PROGRAMME_SEVERITY_NOTE, 0, 0, "guessed-date",
                     "%u %s day and month in figures alone, which could be either: write them as 2031-05-06, or say "
                     "--languages=en-US if the month comes first",
                     n, n == 1 ? "date has" : "dates have");
}
