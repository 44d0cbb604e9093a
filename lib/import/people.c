/* Lists of people. Enters: a table in whatever format. Leaves: people with their fields, each with its row's place. */
#include "import/people.h"

#include "import/columns.h"
#include "import/countries.h"
#include "import/decode.h"
#include "import/family.h"
#include "import/readers.h"

#include <string.h>

typedef struct
{
  const PgForeign *foreign;
  const PgRows *rows;
  const PgColumns *columns;
  const PgRow *row; /* that is read */
  ProgrammePeople *people;
  PgFamily *family;
  PgCountries *countries;
} Reader;

/* The text of a cell on one line. What exports put before "=" and the like, so that a spreadsheet takes it for a text, goes. */
static char *
one_line (const char *cell)
{
  if (cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@", cell[1]) != NULL)
    cell++;
  GString *text = g_string_sized_new (strlen (cell));
  gboolean is_space = FALSE;
  for (const char *at = cell; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean space = g_unichar_isspace (c) || c == 0x200B || c == 0xFEFF;
      if (space && c != 0x3000)
        is_space = TRUE;
      else
        {
          if (is_space && text->len > 0)
            g_string_append_c (text, ' ');
          g_string_append_unichar (text, c);
          is_space = FALSE;
        }
    }
  return g_string_free (text, FALSE);
}

static char *
value_of (const Reader *reader, PgField field)
{
  return one_line (pg_columns_cell (reader->columns, reader->row, field));
}

/* Names are written together where no letter of them is of an alphabet. */
static gboolean
is_joined (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (at));
      if (script != G_UNICODE_SCRIPT_HANGUL && script != G_UNICODE_SCRIPT_HAN)
        return FALSE;
    }
  return name[0] != '\0';
}

/* The name of two that a list has apart, in the order of its language or script. */
static char *
joined_name (const char *given, const char *family, const char *language)
{
  static const char *const first[] = { "hu", "vi", "km", NULL };
  g_autofree char *primary = g_strndup (language, strcspn (language, "-"));
  if (given[0] == '\0' || family[0] == '\0')
    return g_strconcat (family, given, NULL);
  if (is_joined (given) && is_joined (family))
    return g_strconcat (family, given, NULL);
  return g_strv_contains (first, primary) || g_unichar_iswide (g_utf8_get_char (family))
             ? g_strconcat (family, " ", given, NULL)
             : g_strconcat (given, " ", family, NULL);
}

static void
set (const Reader *reader, guint index, PgField field, const char *value)
{
  programme_people_set (reader->people, index, pg_field_name (field), value);
}

static void
tell_cell (const Reader *reader, PgField field, const char *code, const char *message)
{
  pg_rows_tell (reader->rows, reader->row, MIN (pg_columns_first (reader->columns, field), 0xFFFFu),
                reader->foreign->report, PROGRAMME_SEVERITY_WARNING, code, "%s", message);
}

/* The language in which a person's name is written, as far as the list or the options tell; "" if they do not. */
static char *
language_of (const Reader *reader)
{
  g_autofree char *own = value_of (reader, PG_FIELD_LANGUAGE);
  const char *named = pg_foreign_option (reader->foreign, "languages");
  gsize length = strspn (own, G_CSET_a_2_z G_CSET_A_2_Z "-");
  if (length >= 2 && length < 9 && own[length] == '\0')
    return g_steal_pointer (&own);
  return named != NULL ? g_strndup (named, strcspn (named, ",")) : g_strdup ("");
}

/* Where each field of a row stands, for findings on it; of what is not headed nothing is known. */
static void
set_columns (const Reader *reader, guint index)
{
  for (PgField field = 0; field < PG_FIELD_DATE; field++)
    {
      guint column = pg_columns_first (reader->columns, field);
      if (column == G_MAXUINT || column >= reader->row->n_cells)
        continue;
      guint place = reader->row->places != NULL ? reader->row->places[column] : column + 1;
      programme_people_set_column (reader->people, index, pg_field_name (field), place);
    }
}

/* The name, given and family name. */
static void
set_names (const Reader *reader, guint index, const char *written, const char *given, const char *family)
{
  g_autofree char *language = language_of (reader), *turned = pg_name_turned (written);
  g_autofree char *name = turned[0] != '\0' ? g_steal_pointer (&turned) : joined_name (given, family, language);
  const char *comma = strchr (written, ',');
  gsize start = 0, length = 0;
  set (reader, index, PG_FIELD_NAME, name);
  set (reader, index, PG_FIELD_GIVEN, given);
  set (reader, index, PG_FIELD_FAMILY, family);
  if (family[0] != '\0')
    return;
  g_autofree char *before
      = comma != NULL && strcmp (name, written) != 0 ? g_strndup (written, (gsize) (comma - written)) : NULL;
  if (before != NULL)
    set (reader, index, PG_FIELD_FAMILY, g_strstrip (before));
  else if (given[0] == '\0'
           && pg_family_find (reader->family, name, language[0] != '\0' ? language : NULL, &start, &length))
    {
      g_autofree char *part = g_strndup (name + start, length);
      set (reader, index, PG_FIELD_FAMILY, part);
    }
}

/* A path beneath the list's folder. */
static void
set_photograph (const Reader *reader, guint index, const char *path)
{
  g_auto (GStrv) parts = g_strsplit_set (path, "/\\", -1);
  if (g_path_is_absolute (path) || strchr (path, ':') != NULL || g_strv_contains ((const char *const *) parts, ".."))
    tell_cell (reader, PG_FIELD_PHOTOGRAPH, "bad-photograph",
               "a photograph is the path of a file in the list's folder, such as photos/aalto.jpg: copy it there");
  else
    set (reader, index, PG_FIELD_PHOTOGRAPH, path);
}

static void
set_field (const Reader *reader, guint index, PgField field)
{
  g_autofree char *value = value_of (reader, field);
  if (value[0] == '\0')
    return;
  if (field == PG_FIELD_PHOTOGRAPH)
    set_photograph (reader, index, value);
  else if (field == PG_FIELD_COUNTRY)
    {
      const char *code = pg_countries_code (reader->countries, value);
      set (reader, index, field, code != NULL ? code : value);
    }
  else
    {
      set (reader, index, field, value);
      if (field == PG_FIELD_EMAIL && (strchr (value, '@') == NULL || strchr (value, ' ') != NULL))
        tell_cell (reader, field, "bad-email", "this is no e-mail address");
    }
}

static void
read_row (const Reader *reader)
{
  g_autofree char *name = value_of (reader, PG_FIELD_NAME), *given = value_of (reader, PG_FIELD_GIVEN),
                  *family = value_of (reader, PG_FIELD_FAMILY), *person = value_of (reader, PG_FIELD_PERSON);
  if (name[0] == '\0' && given[0] == '\0' && family[0] == '\0' && person[0] == '\0')
    {
      tell_cell (reader, PG_FIELD_NAME, "no-name", "this row has no name and is left out: add it, or delete the row");
      return;
    }
  g_autoptr (ProgrammePlace) place = pg_rows_place (reader->rows, reader->row, 0);
  guint index = programme_people_add (reader->people, place);
  set_columns (reader, index);
  set_names (reader, index, name, given, family);
  for (PgField field = 0; field < PG_FIELD_DATE; field++)
    if (field != PG_FIELD_NAME && field != PG_FIELD_GIVEN && field != PG_FIELD_FAMILY)
      set_field (reader, index, field);
}

static void
read_rows (Reader *reader)
{
  for (guint i = reader->columns->head + 1; i < reader->rows->rows->len; i++)
    {
      reader->row = g_ptr_array_index (reader->rows->rows, i);
      if (pg_columns_is_head (reader->columns, reader->rows, reader->row))
        continue;
      pg_columns_check_length (reader->columns, reader->rows, reader->row, reader->foreign->report);
      read_row (reader);
    }
}

static gboolean
has_name (const PgForeign *foreign, const PgColumns *columns, GError **error)
{
  if (pg_columns_have (columns, PG_FIELD_NAME) || pg_columns_have (columns, PG_FIELD_GIVEN)
      || pg_columns_have (columns, PG_FIELD_FAMILY))
    return TRUE;
  return pg_foreign_fail (
      foreign, "unknown-columns", error,
      "no column is known to have names: say which one in a file for --columns, as --columns=? prints it");
}

PgRows *
pg_people_rows (const PgForeign *foreign, GError **error)
{
  const PgForeign quiet = { foreign->name, foreign->data, foreign->length, foreign->options, NULL };
  const PgImporter *importer = pg_importer_for (&quiet, NULL);
  gboolean is_text
      = pg_foreign_is_text (foreign) && !pg_foreign_starts (foreign, "<") && !pg_foreign_starts (foreign, "{");
  if (importer == NULL && is_text) /* names alone have no separators by which a table could be told */
    return pg_csv_rows (foreign, error);
  if (importer == NULL)
    pg_importer_for (foreign, error);
  else if (importer->read_rows != NULL)
    return importer->read_rows (foreign, error);
  else
    pg_foreign_fail (foreign, "unknown-format", error,
                     "this is %s, which has no list of people: save one as a spreadsheet", importer->what);
  return NULL;
}

ProgrammePeople *
pg_people_read (const PgForeign *foreign, const PgRows *rows, GError **error)
{
  g_autoptr (PgColumns) columns = pg_columns_find (foreign, rows, TRUE, error);
  if (columns == NULL || !has_name (foreign, columns, error))
    return NULL;
  g_autoptr (PgFamily) family = pg_family_new (foreign->options);
  g_autoptr (PgCountries) countries = pg_countries_new ();
  Reader reader = { foreign, rows, columns, NULL, programme_people_new (), family, countries };
  read_rows (&reader);
  if (pg_foreign_option (foreign, "columns") == NULL)
    pg_columns_tell (columns, rows, PG_COLUMNS_OF_PEOPLE, foreign->report);
  pg_columns_tell_others (columns, rows, foreign->report);
  pg_family_report (family, foreign->name, foreign->report);
  return reader.people;
}
