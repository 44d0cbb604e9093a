/* How the files of records are called. Enters: a pattern, rows of people. Leaves: names, none of which leads out of a folder. */
#include "record-names.h"

#include "records.h"

#include <programme/error.h>
#include <string.h>

#define MOST_BYTES 200 /* of a name; file systems take 255 */
#define ENDING ".pdf"

static gboolean
refuse (const char *pattern, const char *why, GError **error)
{
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "names=%s: %s", pattern, why);
  return FALSE;
}

static gboolean
is_field (const char *name)
{
  return strcmp (name, "number") == 0 || g_strv_contains (programme_people_list_fields (), name);
}

/* The field that begins at a brace; NULL where that is not closed. */
static char *
field_at (const char *brace)
{
  const char *end = strchr (brace, '}');
  return end != NULL ? g_strndup (brace + 1, (gsize) (end - brace - 1)) : NULL;
}

gboolean
pg_record_names_check (const char *pattern, GError **error)
{
  gsize length = strlen (pattern);
  if (length <= strlen (ENDING) || g_ascii_strcasecmp (pattern + length - strlen (ENDING), ENDING) != 0)
    return refuse (pattern, "the files are PDFs, whose names end in .pdf, such as {number}-{family}.pdf", error);
  if (strpbrk (pattern, "/\\") != NULL)
    return refuse (pattern, "all files are in the one folder: leave out slashes", error);
  if (!g_utf8_validate (pattern, -1, NULL))
    return refuse (pattern, "this is not UTF-8", error);
  for (const char *brace = strchr (pattern, '{'); brace != NULL; brace = strchr (brace + 1, '{'))
    {
      g_autofree char *name = field_at (brace);
      if (name != NULL && is_field (name))
        continue;
      g_autofree char *all = g_strjoinv (", ", (char **) programme_people_list_fields ());
      g_autofree char *why
          = g_strdup_printf ("there is no field “%s”; in braces stand number, %s", name != NULL ? name : brace, all);
      return refuse (pattern, why, error);
    }
  return TRUE;
}

static void
add_field (GString *name, const ProgrammePeople *people, guint row, const char *field)
{
  g_autofree char *last = g_strdup_printf ("%u", programme_people_get_n (people));
  if (strcmp (field, "number") == 0)
    g_string_append_printf (name, "%0*u", (int) strlen (last), row + 1);
  else
    g_string_append (name, pg_record_field (people, row, field));
}

/* Characters that mean something to a file system or to those who name files on a command line. */
static char *
plain_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  GString *plain = g_string_new (NULL);
  for (const char *c = normal; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean is_kept = g_unichar_isprint (character) && strchr ("/\\:*?\"<>|", *c) == NULL;
      g_string_append_unichar (plain, is_kept ? character : '-');
    }
  if (plain->len == 0 || plain->str[0] == '.')
    g_string_prepend_c (plain, '_');
  return g_string_free (plain, FALSE);
}

static char *
shortened (char *name)
{
  gsize length = strlen (name);
  if (length <= MOST_BYTES)
    return name;
  char *end = g_utf8_find_prev_char (name, name + MOST_BYTES - strlen (ENDING) + 1);
  *end = '\0';
  char *cut = g_strconcat (name, ENDING, NULL);
  g_free (name);
  return cut;
}

char *
pg_record_name (const char *pattern, const ProgrammePeople *people, guint row)
{
  g_autoptr (GString) name = g_string_new (NULL);
  for (const char *c = pattern; *c != '\0'; c++)
    if (*c == '{')
      {
        g_autofree char *field = field_at (c);
        add_field (name, people, row, field);
        c = strchr (c, '}');
      }
    else
      g_string_append_c (name, *c);
  return shortened (plain_name (name->str));
}

static char *
folded (const char *name)
{
  g_autofree char *small = g_utf8_casefold (name, -1);
  return g_utf8_normalize (small, -1, G_NORMALIZE_NFC);
}

void
pg_record_names_compare (const char *pattern, const ProgrammePeople *people, const GArray *rows,
                         ProgrammeReport *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      g_autofree char *name = pg_record_name (pattern, people, row), *key = folded (name);
      guint other = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
      if (other == 0)
        {
          g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (row + 1));
          continue;
        }
      g_autoptr (ProgrammePlace) nowhere = programme_place_new ("", 0, 0, NULL);
      ProgrammePlace *place = programme_people_get_place (people, row);
      g_autofree char *message = g_strdup_printf (
          "the file of this person, %s, is that of row %u, too: add {number} or {id} to --names", name, other);
      g_autoptr (ProgrammeFinding) finding
          = programme_finding_new (PROGRAMME_SEVERITY_ERROR, place != NULL ? place : nowhere, "same-file", message);
      programme_report_add (report, finding);
    }
}
