/* What is in the columns of a table. Enters: rows, and perhaps a file that says it. Leaves: the columns of each field. */
#include "import/columns.h"

#include "import/headings.h"
#include "import/versions.h"

#include "base/file.h"
#include "base/limits.h"

#include <string.h>

#define LAST_HEAD 30 /* rows in which the headings are looked for */
#define BIT(field) ((guint64) 1 << (field))

static const char *const names[PG_N_FIELDS]
    = { "id",       "person",       "name",     "given",    "family",   "honorific", "pronouns",
        "position", "organisation", "country",  "category", "language", "languages", "email",
        "phone",    "photograph",   "sessions", "table",    "hotel",    "note",      "qr",
        "date",     "start",        "end",      "time",     "duration", "title",     "session",
        "room",     "track",        "kind",     "speaker",  "chair",    "abstract",  "number" };

#define PEOPLE_FIELDS (BIT (PG_FIELD_DATE) - 1)
#define SCHEDULE_FIELDS                                                                                                \
  (~PEOPLE_FIELDS | BIT (PG_FIELD_ORGANISATION) | BIT (PG_FIELD_LANGUAGE) | BIT (PG_FIELD_POSITION)                    \
   | BIT (PG_FIELD_ID) | BIT (PG_FIELD_EMAIL) | BIT (PG_FIELD_GIVEN) | BIT (PG_FIELD_FAMILY))
/* Of which a row may have several. */
#define MANY_FIELDS (BIT (PG_FIELD_SPEAKER) | BIT (PG_FIELD_CHAIR))
/* Of which it may have one for each of its speakers. */
#define EACH_FIELDS (BIT (PG_FIELD_ORGANISATION) | BIT (PG_FIELD_POSITION))

const char *
pg_field_name (PgField field)
{
  return names[field];
}

static guint64
fields_of (gboolean is_people)
{
  return is_people ? PEOPLE_FIELDS : SCHEDULE_FIELDS;
}

PgColumns *
pg_columns_new (guint head)
{
  PgColumns *columns = g_new0 (PgColumns, 1);
  columns->head = head;
  columns->first = head + 1; /* 0 without one */
  for (PgField field = 0; field < PG_N_FIELDS; field++)
    columns->columns[field] = g_array_new (FALSE, FALSE, sizeof (guint));
  columns->versions = g_array_new (FALSE, FALSE, sizeof (PgVersionColumn));
  columns->others = g_array_new (FALSE, FALSE, sizeof (guint));
  return columns;
}

void
pg_columns_free (PgColumns *columns)
{
  if (columns == NULL)
    return;
  for (PgField field = 0; field < PG_N_FIELDS; field++)
    g_array_unref (columns->columns[field]);
  g_array_unref (columns->versions);
  g_array_unref (columns->others);
  g_free (columns);
}

gboolean
pg_columns_have (const PgColumns *columns, PgField field)
{
  return columns->columns[field]->len > 0;
}

guint
pg_columns_first (const PgColumns *columns, PgField field)
{
  return pg_columns_have (columns, field) ? g_array_index (columns->columns[field], guint, 0) : G_MAXUINT;
}

const char *
pg_columns_cell (const PgColumns *columns, const PgRow *row, PgField field)
{
  return pg_row_cell (row, pg_columns_first (columns, field));
}

static const PgRow *
head_row (const PgColumns *columns, const PgRows *rows)
{
  static const PgRow none = { 1, 0, NULL, NULL };
  return columns->head < rows->rows->len ? g_ptr_array_index (rows->rows, columns->head) : &none;
}

gboolean
pg_columns_is_head (const PgColumns *columns, const PgRows *rows, const PgRow *row)
{
  const PgRow *head = head_row (columns, rows);
  if (row == head || row->n_cells != head->n_cells)
    return row == head;
  for (guint i = 0; i < row->n_cells; i++)
    if (strcmp (row->cells[i], head->cells[i]) != 0)
      return FALSE;
  return TRUE;
}

/* By headings */

/* Also of one that names its language, as "title_en" does. */
static guint64
fields_of_heading (const PgHeadings *headings, const char *heading)
{
  guint64 fields = pg_headings_fields (headings, heading);
  g_autofree char *rest = NULL;
  return fields != 0 || pg_heading_language (heading, &rest) == NULL ? fields : pg_headings_fields (headings, rest);
}

/* How many of a row's cells may be headings of fields. */
static guint
score (const PgHeadings *headings, const PgRow *row, guint64 wanted)
{
  guint n = 0;
  for (guint i = 0; i < MIN (row->n_cells, 200u); i++)
    n += row->cells[i][0] != '\0' && (fields_of_heading (headings, row->cells[i]) & wanted) != 0;
  return n;
}

/* The row that has most of them; G_MAXUINT if none has any. */
static guint
find_head (const PgHeadings *headings, const PgRows *rows, guint64 wanted)
{
  guint best = G_MAXUINT, most = 0;
  for (guint i = 0; i < MIN (rows->rows->len, (guint) LAST_HEAD); i++)
    {
      guint n = score (headings, g_ptr_array_index (rows->rows, i), wanted);
      if (n > most)
        best = i;
      most = MAX (most, n);
    }
  return best;
}

/* A person's one name, where the word may be either. */
static guint64
told_by_others (guint64 fields, guint64 all)
{
  static const PgField parts[] = { PG_FIELD_FAMILY, PG_FIELD_GIVEN };
  guint64 names_alone = fields & (BIT (PG_FIELD_NAME) | BIT (PG_FIELD_GIVEN) | BIT (PG_FIELD_FAMILY));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint64 part = BIT (parts[i]), other = BIT (parts[1 - i]);
      if ((names_alone & part) != 0 && names_alone != part && (all & other) != 0)
        return (all & part) == 0 ? part : BIT (PG_FIELD_NAME);
    }
  if ((fields & BIT (PG_FIELD_TITLE)) != 0 && (fields & BIT (PG_FIELD_SESSION)) == 0
      && (all & BIT (PG_FIELD_TITLE)) == 0)
    return BIT (PG_FIELD_TITLE); /* "Name" */
  if ((fields & BIT (PG_FIELD_TITLE)) != 0 && (fields & BIT (PG_FIELD_SESSION)) != 0)
    return (all & BIT (PG_FIELD_TITLE)) != 0 ? BIT (PG_FIELD_SESSION) : BIT (PG_FIELD_TITLE);
  return fields;
}

/* Whether a column is the next of several: "Company 2" after "Company 1", each of a speaker. */
static gboolean
is_numbered (const PgColumns *columns, const PgRows *rows, guint column, PgField field)
{
  const PgRow *head = head_row (columns, rows);
  const char *first = pg_row_cell (head, pg_columns_first (columns, field)), *next = pg_row_cell (head, column);
  g_autofree char *plain = pg_heading_plain (first), *other = pg_heading_plain (next);
  return (EACH_FIELDS & BIT (field)) != 0 && columns->columns[PG_FIELD_SPEAKER]->len > 1 && strcmp (first, next) != 0
         && strcmp (plain, other) == 0;
}

static void
give (PgColumns *columns, const PgRows *rows, guint column, guint64 fields, ProgrammeReport *report)
{
  PgField field = 0, taken = PG_N_FIELDS;
  for (; field < PG_N_FIELDS; field++)
    if ((fields & BIT (field)) != 0)
      {
        if (pg_versions_take (columns, head_row (columns, rows), column, field))
          return;
        if (!pg_columns_have (columns, field) || (MANY_FIELDS & BIT (field)) != 0
            || is_numbered (columns, rows, column, field))
          break;
        taken = field;
      }
  if (field < PG_N_FIELDS)
    {
      g_array_append_val (columns->columns[field], column);
      return;
    }
  g_array_append_val (columns->others, column);
  if (taken == PG_N_FIELDS)
    return;
  const PgRow *head = head_row (columns, rows);
  pg_rows_tell (rows, head, column, report, PROGRAMME_SEVERITY_WARNING, "duplicate-heading",
                "“%s” is %s, as “%s” is, and is not read: say in a file for --columns which of them is meant",
                pg_row_cell (head, column), names[taken], pg_row_cell (head, pg_columns_first (columns, taken)));
}

/* Those that can be one thing alone come first. */
static PgColumns *
by_headings (const PgHeadings *headings, const PgRows *rows, guint head, guint64 wanted, ProgrammeReport *report)
{
  PgColumns *columns = pg_columns_new (head);
  const PgRow *row = g_ptr_array_index (rows->rows, head);
  g_autofree guint64 *fields = g_new0 (guint64, row->n_cells + 1);
  guint64 sure = 0;
  for (guint i = 0; i < row->n_cells; i++)
    {
      fields[i] = row->cells[i][0] != '\0' ? fields_of_heading (headings, row->cells[i]) & wanted : 0;
      if ((fields[i] & (fields[i] - 1)) == 0)
        sure |= fields[i];
    }
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < row->n_cells; i++)
      {
        guint64 told = told_by_others (fields[i], sure);
        gboolean is_sure = (told & (told - 1)) == 0;
        if (row->cells[i][0] != '\0' && is_sure == (pass == 0))
          give (columns, rows, i, told, report);
      }
  return columns;
}

#define LONG_TITLE 10 /* letters; what goes before a name seldom has more */

/* "Title" is above posts as often as above "Dr" and "Ms": where nothing else is above posts, and most of what is below it is
   long, it is above these. */
static void
tell_posts (PgColumns *columns, const PgRows *rows)
{
  guint column = pg_columns_first (columns, PG_FIELD_HONORIFIC), n_long = 0, n = 0;
  g_autofree char *plain
      = column != G_MAXUINT ? pg_heading_plain (pg_row_cell (head_row (columns, rows), column)) : NULL;
  if (g_strcmp0 (plain, "title") != 0 || pg_columns_have (columns, PG_FIELD_POSITION))
    return;
  for (guint i = columns->head + 1; i < rows->rows->len; i++)
    {
      const char *cell = pg_row_cell (g_ptr_array_index (rows->rows, i), column);
      n += cell[0] != '\0';
      n_long += g_utf8_strlen (cell, -1) > LONG_TITLE;
    }
  if (2 * n_long <= n)
    return;
  GArray *posts = columns->columns[PG_FIELD_HONORIFIC];
  columns->columns[PG_FIELD_HONORIFIC] = columns->columns[PG_FIELD_POSITION];
  columns->columns[PG_FIELD_POSITION] = posts;
}

/* By a file */

static gboolean
fail_line (const char *path, guint line, GError **error, const char *what, const char *word)
{
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s:%u: %s “%.60s”: --columns=? prints such a file",
               path, line, what, word);
  return FALSE;
}

/* The row and column of a heading, or of "#3"; FALSE if there is none. */
static gboolean
find_heading (const PgRows *rows, const char *heading, guint *row_index, guint *column)
{
  g_autofree char *plain = pg_heading_plain (heading);
  guint64 number;
  if (heading[0] == '#' && g_ascii_string_to_unsigned (heading + 1, 10, 1, PG_MAX_COLUMNS, &number, NULL))
    {
      *column = (guint) number - 1;
      return TRUE;
    }
  for (guint i = 0; i < MIN (rows->rows->len, (guint) LAST_HEAD); i++)
    {
      const PgRow *row = g_ptr_array_index (rows->rows, i);
      for (guint j = 0; j < row->n_cells; j++)
        {
          g_autofree char *other = pg_heading_plain (row->cells[j]);
          if (strcmp (row->cells[j], heading) != 0 && (plain[0] == '\0' || strcmp (other, plain) != 0))
            continue;
          *row_index = i;
          *column = j;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
take_line (PgColumns *columns, const PgRows *rows, const char *path, guint number, const char *line, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (line, "=", 2);
  if (line[0] == '#' || line[0] == '\0')
    return TRUE;
  if (parts[1] == NULL)
    return fail_line (path, number, error, "this is not “field = heading”:", line);
  g_strstrip (parts[0]);
  g_strstrip (parts[1]);
  g_autofree char *rest = NULL;
  const char *language = pg_heading_language (parts[0], &rest);
  g_autofree char *name = g_strndup (rest, strlen (rest) - (g_str_has_suffix (rest, "_") ? 1 : 0));
  PgField field = 0;
  guint column, head = columns->head;
  while (field < PG_N_FIELDS && strcmp (names[field], name) != 0)
    field++;
  if (field == PG_N_FIELDS)
    return fail_line (path, number, error, "there is no field", parts[0]);
  if (parts[1][0] == '\0')
    return TRUE;
  if (!find_heading (rows, parts[1], &head, &column))
    return fail_line (path, number, error, "no column is headed", parts[1]);
  columns->head = head;
  if (language != NULL)
    {
      PgVersionColumn version = { field, column, language };
      g_array_append_val (columns->versions, version);
    }
  if (language == NULL || !pg_columns_have (columns, field))
    g_array_append_val (columns->columns[field], column);
  return TRUE;
}

static void
find_others (PgColumns *columns, const PgRows *rows)
{
  const PgRow *head = head_row (columns, rows);
  for (guint column = 0; column < head->n_cells; column++)
    {
      gboolean is_known = head->cells[column][0] == '\0';
      for (guint i = 0; i < columns->versions->len; i++)
        is_known = is_known || g_array_index (columns->versions, PgVersionColumn, i).column == column;
      for (PgField field = 0; field < PG_N_FIELDS && !is_known; field++)
        for (guint i = 0; i < columns->columns[field]->len; i++)
          is_known = is_known || g_array_index (columns->columns[field], guint, i) == column;
      if (!is_known)
        g_array_append_val (columns->others, column);
    }
}

static PgColumns *
by_file (const char *path, const PgRows *rows, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (PgColumns) columns = pg_columns_new (0);
  if (!pg_file_read (path, PG_MAX_CELL_CHARACTERS, NULL, &text, NULL, error))
    return NULL;
  if (!g_utf8_validate (text, -1, NULL))
    {
      fail_line (path, 1, error, "this is not UTF-8:", "");
      return NULL;
    }
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!take_line (columns, rows, path, i + 1, g_strstrip (lines[i]), error))
      return NULL;
  find_others (columns, rows);
  columns->first = columns->head + 1;
  return g_steal_pointer (&columns);
}

/* Without headings */

/* Indico's own import has seven columns: when it starts, minutes, title, first and last name, affiliation, e-mail. */
static gboolean
is_indico_import (const PgRows *rows)
{
  const PgRow *row = g_ptr_array_index (rows->rows, 0);
  const char *start = pg_row_cell (row, 0), *minutes = pg_row_cell (row, 1);
  return row->n_cells >= 6 && row->n_cells <= 7 && strlen (start) >= 16 && start[4] == '-' && start[7] == '-'
         && start[13] == ':' && minutes[0] != '\0' && strspn (minutes, "0123456789") == strlen (minutes);
}

static PgColumns *
indico_import (void)
{
  static const PgField fields[] = { PG_FIELD_START,  PG_FIELD_DURATION,     PG_FIELD_TITLE, PG_FIELD_GIVEN,
                                    PG_FIELD_FAMILY, PG_FIELD_ORGANISATION, PG_FIELD_EMAIL };
  PgColumns *columns = pg_columns_new (G_MAXUINT);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_array_append_val (columns->columns[fields[i]], i);
  return columns;
}

/* The whole */

/* "Nr., Wer, Woher" */
static char *
seen_headings (const PgRows *rows, guint index)
{
  GString *seen = g_string_new (NULL);
  const PgRow *row = index < rows->rows->len ? g_ptr_array_index (rows->rows, index) : NULL;
  for (guint i = 0; row != NULL && i < MIN (row->n_cells, 20u); i++)
    if (row->cells[i][0] != '\0')
      g_string_append_printf (seen, "%s“%.40s”", seen->len > 0 ? ", " : "", row->cells[i]);
  return g_string_free (seen, FALSE);
}

PgColumns *
pg_columns_find (const PgForeign *foreign, const PgRows *rows, gboolean is_people, GError **error)
{
  const char *path = pg_foreign_option (foreign, "columns");
  guint64 wanted = fields_of (is_people);
  if (rows->rows->len == 0)
    {
      pg_foreign_fail (foreign, "empty-table", error, "there is nothing in it");
      return NULL;
    }
  if (path != NULL && strcmp (path, "?") != 0)
    return by_file (path, rows, error);
  if (!is_people && is_indico_import (rows))
    return indico_import ();
  const PgHeadings *headings = pg_headings ();
  guint head = find_head (headings, rows, wanted);
  if (head != G_MAXUINT || path != NULL)
    {
      PgColumns *columns = by_headings (headings, rows, head != G_MAXUINT ? head : 0, wanted, foreign->report);
      if (is_people)
        tell_posts (columns, rows);
      return columns;
    }
  g_autofree char *seen = seen_headings (rows, 0);
  pg_foreign_fail (
      foreign, "unknown-columns", error,
      "no heading is known; the first row has %s: say what they are in a file for %s, as --columns=? prints it", seen,
      is_people ? PG_COLUMNS_OF_PEOPLE : PG_COLUMNS_OF_SCHEDULES);
  return NULL;
}

void
pg_columns_check_length (const PgColumns *columns, const PgRows *rows, const PgRow *row, ProgrammeReport *report)
{
  guint n = head_row (columns, rows)->n_cells;
  if (rows->sheet == NULL && n > 0 && row->n_cells > n)
    pg_rows_tell (
        rows, row, n, report, PROGRAMME_SEVERITY_WARNING, "row-length",
        "this row has %u cells where the headings are %u: a cell with a separator in it wants quotation marks",
        row->n_cells, n);
}

/* A template, and notes */

char *
pg_columns_template (const PgColumns *columns, const PgRows *rows, gboolean is_people)
{
  const PgRow *head = head_row (columns, rows);
  GString *text
      = g_string_new ("# Which column is what: a field, and the heading of its column or its number, such as #3.\n");
  guint64 wanted = fields_of (is_people);
  for (PgField field = 0; field < PG_N_FIELDS; field++)
    for (guint i = 0; i < columns->columns[field]->len; i++)
      g_string_append_printf (text, "%s = %s\n", names[field],
                              pg_row_cell (head, g_array_index (columns->columns[field], guint, i)));
  for (guint i = 0; i < columns->versions->len; i++)
    {
      const PgVersionColumn *version = &g_array_index (columns->versions, PgVersionColumn, i);
      if (version->column != pg_columns_first (columns, version->field))
        g_string_append_printf (text, "%s_%s = %s\n", names[version->field], version->language,
                                pg_row_cell (head, version->column));
    }
  g_string_append (text, "\n# Columns that are not read:\n");
  for (guint i = 0; i < columns->others->len; i++)
    g_string_append_printf (text, "#  = %s\n", pg_row_cell (head, g_array_index (columns->others, guint, i)));
  g_string_append (text, "\n# Fields that nothing is read into:\n");
  for (PgField field = 0; field < PG_N_FIELDS; field++)
    if ((wanted & BIT (field)) != 0 && !pg_columns_have (columns, field))
      g_string_append_printf (text, "# %s =\n", names[field]);
  return g_string_free (text, FALSE);
}

gboolean
pg_columns_parts_at_commas (const PgColumns *columns, const PgRows *rows)
{
  guint column = pg_columns_first (columns, PG_FIELD_SPEAKER);
  g_autofree char *plain = pg_heading_plain (pg_row_cell (head_row (columns, rows), column));
  return strcmp (plain, "speakernames") == 0;
}

void
pg_columns_tell (const PgColumns *columns, const PgRows *rows, const char *option, ProgrammeReport *report)
{
  const PgRow *head = head_row (columns, rows);
  g_autoptr (GString) list = g_string_new (NULL);
  for (PgField field = 0; field < PG_N_FIELDS; field++)
    for (guint i = 0; i < columns->columns[field]->len; i++)
      g_string_append_printf (list, "%s%s “%.40s”", list->len > 0 ? ", " : "", names[field],
                              pg_row_cell (head, g_array_index (columns->columns[field], guint, i)));
  for (guint i = 0; i < columns->versions->len; i++)
    {
      const PgVersionColumn *version = &g_array_index (columns->versions, PgVersionColumn, i);
      if (version->column != pg_columns_first (columns, version->field))
        g_string_append_printf (list, ", %s_%s “%.40s”", names[version->field], version->language,
                                pg_row_cell (head, version->column));
    }
  if (head->n_cells > 0)
    pg_rows_tell (rows, head, 0, report, PROGRAMME_SEVERITY_NOTE, "guessed-columns",
                  "the columns were taken for: %s; what is wrong can be put right in a file for %s", list->str, option);
}

void
pg_columns_tell_others (const PgColumns *columns, const PgRows *rows, ProgrammeReport *report)
{
  const PgRow *head = head_row (columns, rows);
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < MIN (columns->others->len, 12u); i++)
    g_string_append_printf (list, "%s“%.40s”", i > 0 ? ", " : "",
                            pg_row_cell (head, g_array_index (columns->others, guint, i)));
  if (columns->others->len > 0)
    pg_rows_tell (rows, head, g_array_index (columns->others, guint, 0), report, PROGRAMME_SEVERITY_NOTE,
                  "unread-columns", "%u %s not read: %s", columns->others->len,
                  columns->others->len == 1 ? "column was" : "columns were", list->str);
}
