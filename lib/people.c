/* The doors of people.h. Enters: fields of people, row by row. Leaves: a list that pieces read. */
#include "people.h"

#include "base/nearest.h"

#include <string.h>

static const char *const fields[]
    = { "id",           "person",  "name",     "given",    "family",    "honorific", "pronouns", "position",
        "organisation", "country", "category", "language", "languages", "email",     "phone",    "photograph",
        "sessions",     "table",   "hotel",    "note",     "qr",        NULL };

#define N_FIELDS (G_N_ELEMENTS (fields) - 1)
#define MOST_REPEATED 4096 /* texts that are looked for, so that what many have, such as a country, is kept once */

struct ProgrammePeople
{
  gatomicrefcount refs;
  GPtrArray *values[N_FIELDS]; /* const char*, by rows, to the last that has one; NULL: nobody has it */
  GArray
      *columns[N_FIELDS]; /* guint, where it stands in its row, from 1, to the last row that differs; NULL: unknown */
  GPtrArray *places;      /* ProgrammePlace* or NULL, of each row */
  GStringChunk *texts;    /* of all rows */
  GHashTable *repeated;   /* const char*: the first of them */
};

G_DEFINE_BOXED_TYPE (ProgrammePeople, programme_people, programme_people_ref, programme_people_unref)

static void
free_place (gpointer data)
{
  g_clear_pointer ((ProgrammePlace **) &data, programme_place_unref);
}

ProgrammePeople *
programme_people_new (void)
{
  ProgrammePeople *people = g_new0 (ProgrammePeople, 1);
  g_atomic_ref_count_init (&people->refs);
  people->texts = g_string_chunk_new (4096);
  people->repeated = g_hash_table_new (g_str_hash, g_str_equal);
  people->places = g_ptr_array_new_with_free_func (free_place);
  return people;
}

ProgrammePeople *
programme_people_ref (ProgrammePeople *people)
{
  g_return_val_if_fail (people != NULL, NULL);
  g_atomic_ref_count_inc (&people->refs);
  return people;
}

void
programme_people_unref (ProgrammePeople *people)
{
  g_return_if_fail (people != NULL);
  if (!g_atomic_ref_count_dec (&people->refs))
    return;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_clear_pointer (&people->values[i], g_ptr_array_unref);
      g_clear_pointer (&people->columns[i], g_array_unref);
    }
  g_ptr_array_unref (people->places);
  g_hash_table_unref (people->repeated);
  g_string_chunk_free (people->texts);
  g_free (people);
}

const char *const *
programme_people_list_fields (void)
{
  return fields;
}

/* N_FIELDS if there is none of that name. */
static guint
field_index (const char *field)
{
  guint i = 0;
  while (i < N_FIELDS && strcmp (fields[i], field) != 0)
    i++;
  return i;
}

guint
programme_people_add (ProgrammePeople *people, ProgrammePlace *place)
{
  g_return_val_if_fail (people != NULL, 0);
  g_ptr_array_add (people->places, place != NULL ? programme_place_ref (place) : NULL);
  return people->places->len - 1;
}

static const char *
keep (ProgrammePeople *people, const char *value)
{
  const char *kept = g_hash_table_lookup (people->repeated, value);
  if (kept != NULL)
    return kept;
  char *text = g_string_chunk_insert (people->texts, value);
  if (g_hash_table_size (people->repeated) < MOST_REPEATED)
    g_hash_table_add (people->repeated, text);
  return text;
}

/* A value that has none of the characters which move cursors and print nothing, as others' files may have; ends of its lines stay.
   NULL if it is so already; free with g_free. */
static char *
without_controls (const char *value)
{
  const char *at = value;
  for (gunichar c; *at != '\0'; at = g_utf8_next_char (at))
    if (c = g_utf8_get_char (at), g_unichar_iscntrl (c) && c != '\n')
      break;
  if (*at == '\0')
    return NULL;
  GString *clean = g_string_new_len (value, at - value);
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      g_string_append_unichar (clean, g_unichar_iscntrl (c) && c != '\n' ? ' ' : c);
    }
  return g_string_free (clean, FALSE);
}

gboolean
programme_people_set (ProgrammePeople *people, guint index, const char *field, const char *value)
{
  g_return_val_if_fail (people != NULL && index < people->places->len && field != NULL && value != NULL, FALSE);
  guint i = field_index (field);
  if (i == N_FIELDS)
    return FALSE;
  if (people->values[i] == NULL && value[0] != '\0')
    people->values[i] = g_ptr_array_new ();
  if (people->values[i] == NULL)
    return TRUE;
  if (people->values[i]->len <= index)
    g_ptr_array_set_size (people->values[i], (gint) index + 1);
  g_autofree char *clean = without_controls (value);
  people->values[i]->pdata[index] = value[0] != '\0' ? (gpointer) keep (people, clean != NULL ? clean : value) : NULL;
  return TRUE;
}

/* Where a field stands in a row; as in the row before, if it is not said, as in all rows of a spreadsheet. */
static guint
column_of (const ProgrammePeople *people, guint field, guint row)
{
  const GArray *columns = people->columns[field];
  return columns == NULL || columns->len == 0 ? 0 : g_array_index (columns, guint, MIN (row, columns->len - 1));
}

gboolean
programme_people_set_column (ProgrammePeople *people, guint index, const char *field, guint column)
{
  g_return_val_if_fail (people != NULL && index < people->places->len && field != NULL, FALSE);
  guint i = field_index (field);
  if (i == N_FIELDS)
    return FALSE;
  if (people->columns[i] == NULL)
    people->columns[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last = column_of (people, i, index);
  while (people->columns[i]->len <= index && last != column)
    g_array_append_val (people->columns[i], last);
  if (index < people->columns[i]->len)
    g_array_index (people->columns[i], guint, index) = column;
  return TRUE;
}

guint
programme_people_get_n (const ProgrammePeople *people)
{
  g_return_val_if_fail (people != NULL, 0);
  return people->places->len;
}

const char *
programme_people_get (const ProgrammePeople *people, guint index, const char *field)
{
  g_return_val_if_fail (people != NULL && index < people->places->len && field != NULL, "");
  guint i = field_index (field);
  const GPtrArray *values = i < N_FIELDS ? people->values[i] : NULL;
  const char *value = values != NULL && index < values->len ? g_ptr_array_index (values, index) : NULL;
  return value != NULL ? value : "";
}

ProgrammePlace *
programme_people_get_place (const ProgrammePeople *people, guint index)
{
  g_return_val_if_fail (people != NULL && index < people->places->len, NULL);
  return g_ptr_array_index (people->places, index);
}

ProgrammePlace *
programme_people_get_field_place (const ProgrammePeople *people, guint index, const char *field)
{
  g_return_val_if_fail (people != NULL && index < people->places->len && field != NULL, NULL);
  guint i = field_index (field);
  ProgrammePlace *row = programme_people_get_place (people, index);
  guint column = i < N_FIELDS ? column_of (people, i, index) : 0;
  if (row == NULL || column == 0)
    return row != NULL ? programme_place_ref (row) : NULL;
  const char *cell = programme_place_get_cell (row);
  guint line = programme_place_get_line (row);
  const char *mark = cell != NULL ? strrchr (cell, '!') : NULL;
  g_autofree char *sheet = mark != NULL ? g_strndup (cell, (gsize) (mark - cell) + 1) : NULL;
  return programme_place_new (programme_place_get_file (row), line, column, sheet);
}

/* A part of it */

static void
copy_row (ProgrammePeople *to, const ProgrammePeople *from, guint row)
{
  guint index = programme_people_add (to, programme_people_get_place (from, row));
  for (guint i = 0; i < N_FIELDS; i++)
    {
      programme_people_set (to, index, fields[i], programme_people_get (from, row, fields[i]));
      if (column_of (from, i, row) > 0)
        programme_people_set_column (to, index, fields[i], column_of (from, i, row));
    }
}

static gboolean
is_same (const char *value, const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (value, -1), *other = g_utf8_casefold (wanted, -1);
  return strcmp (folded, other) == 0;
}

static gboolean
find_field (const char *condition, const char *equals, guint *field, GError **error)
{
  g_autofree char *name = equals != NULL ? g_strndup (condition, (gsize) (equals - condition)) : g_strdup (condition);
  *field = field_index (g_strstrip (name));
  if (equals != NULL && *field < N_FIELDS)
    return TRUE;
  const char *near = pg_nearest_word (name, fields);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "select takes a column of the list and what is in it, such as category=press, not “%.60s”%s%s%s",
               condition, equals != NULL && near != NULL ? "; did you mean “" : "",
               equals != NULL && near != NULL ? near : "", equals != NULL && near != NULL ? "”?" : "");
  return FALSE;
}

ProgrammePeople *
pg_people_select (const ProgrammePeople *people, const char *condition, GError **error)
{
  guint field;
  const char *equals = strchr (condition, '=');
  if (!find_field (condition, equals, &field, error))
    return NULL;
  g_autofree char *wanted = g_strstrip (g_strdup (equals + 1));
  g_autoptr (ProgrammePeople) found = programme_people_new ();
  for (guint row = 0; row < programme_people_get_n (people); row++)
    if (is_same (programme_people_get (people, row, fields[field]), wanted))
      copy_row (found, people, row);
  if (programme_people_get_n (found) > 0)
    return g_steal_pointer (&found);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "select=%.60s: nobody in the list has this there",
               condition);
  return NULL;
}

/* As a table */

static gboolean
has_field (const ProgrammePeople *people, guint field)
{
  const GPtrArray *values = people->values[field];
  for (guint i = 0; values != NULL && i < values->len; i++)
    if (g_ptr_array_index (values, i) != NULL)
      return TRUE;
  return FALSE;
}

/* One cell; at the end of a line, or before another. */
static void
add_cell (GString *csv, const char *text)
{
  const char *guard = text[0] != '\0' && strchr ("=+-@", text[0]) != NULL ? "'" : "";
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append_printf (csv, "%s%s", guard, text);
      return;
    }
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);
  g_string_append_printf (csv, "\"%s%s\"", guard, quoted);
}

/* About how long the list is as text, so that it need not grow. */
static gsize
length_of (const ProgrammePeople *people)
{
  gsize length = 1024;
  for (guint field = 0; field < N_FIELDS; field++)
    {
      guint n = has_field (people, field) ? people->places->len : 0;
      for (guint row = 0; row < n; row++)
        length += strlen (programme_people_get (people, row, fields[field])) + 2;
    }
  return length;
}

char *
programme_people_to_csv (const ProgrammePeople *people)
{
  g_return_val_if_fail (people != NULL, NULL);
  GString *csv = g_string_sized_new (length_of (people));
  g_string_append (csv, "\xEF\xBB\xBF");
  guint used[N_FIELDS], n = 0;
  for (guint field = 0; field < N_FIELDS; field++)
    if (has_field (people, field))
      used[n++] = field;
  for (guint i = 0; i < n; i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", fields[used[i]]);
  g_string_append (csv, "\r\n");
  for (guint row = 0; row < people->places->len; row++)
    {
      for (guint i = 0; i < n; i++)
        {
          g_string_append (csv, i > 0 ? "," : "");
          add_cell (csv, programme_people_get (people, row, fields[used[i]]));
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free (csv, FALSE);
}
