/* People whom a table names below what they speak about. Enters: titles of several lines. Leaves: who speaks. */
#include "import/names.h"

#include <string.h>

#define LONGEST 48 /* bytes of a name */
#define FEWEST 3   /* titles with names below them */

/* Where the name in a line ends, before a comma or a bracket. */
static gsize
end_of_name (const char *line)
{
  gsize length = strcspn (line, ",(\n");
  const char *dash = strstr (line, " – ");
  dash = dash != NULL ? dash : strstr (line, " - ");
  return dash != NULL ? MIN (length, (gsize) (dash - line)) : length;
}

static gboolean
is_particle (const char *word)
{
  static const char *const particles[]
      = { "de", "van", "von", "der", "den", "du", "da", "di", "del", "la", "le", "el", "al", "bin", "dos", "y", NULL };
  return g_strv_contains (particles, word);
}

/* A word such as "Aino", "J.", "O'Hara", "Smit-Berg". */
static gboolean
is_capital (const char *word)
{
  guint n_capitals = 0, n = 0;
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at), n++)
    {
      gunichar c = g_utf8_get_char (at);
      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && strchr (".'’-", (int) MIN (c, 127u)) == NULL
          && c != 0x2019)
        return FALSE;
      n_capitals += g_unichar_isupper (c) ? 1 : 0;
    }
  return g_unichar_isupper (g_utf8_get_char (word)) && (n_capitals < n || n <= 2 || word[1] == '.');
}

/* Whether a line is "Aino Aalto" or "Dr. Jan van der Berg, Port of X": two words or more with capitals, and no others. */
static gboolean
is_name (const char *line)
{
  gsize length = end_of_name (line);
  g_autofree char *name = g_strstrip (g_strndup (line, length));
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!is_capital (words[i]) && !is_particle (words[i]))
        return FALSE;
      n += is_capital (words[i]) ? 1 : 0;
    }
  return n >= 2 && n <= 4 && strlen (name) <= LONGEST;
}

char **
pg_names_joined (const char *text)
{
  static const char *const words[] = { " and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", NULL };
  gboolean is_joined = FALSE;
  g_autoptr (GString) list = g_string_new (text);
  for (guint i = 0; words[i] != NULL; i++)
    is_joined = g_string_replace (list, words[i], ",", 0) > 0 || is_joined;
  g_auto (GStrv) names = is_joined ? g_strsplit (list->str, ",", -1) : NULL;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!is_name (g_strstrip (names[i])) || strpbrk (names[i], "()") != NULL)
      return NULL;
  return g_steal_pointer (&names);
}

/* The first line below a title that has something; NULL if there is none. */
static const char *
below (const char *title)
{
  title += strcspn (title, "\n");
  title += strspn (title, "\n ");
  return *title != '\0' ? title : NULL;
}

gboolean
pg_names_are_below (const PgColumns *columns, const PgRows *rows, ProgrammeReport *report)
{
  const PgRow *first = NULL;
  guint n_names = 0, n_lines = 0, column = pg_columns_first (columns, PG_FIELD_TITLE);
  if (pg_columns_have (columns, PG_FIELD_SPEAKER) || pg_columns_have (columns, PG_FIELD_GIVEN)
      || pg_columns_have (columns, PG_FIELD_FAMILY))
    return FALSE;
  for (guint i = columns->first; i < rows->rows->len; i++)
    {
      const PgRow *row = g_ptr_array_index (rows->rows, i);
      const char *line = below (pg_row_cell (row, column));
      gboolean has_name = line != NULL && is_name (line);
      n_lines += line != NULL ? 1 : 0;
      n_names += has_name ? 1 : 0;
      first = has_name && first == NULL ? row : first;
    }
  if (n_names < FEWEST || n_names * 10 < n_lines * 7)
    return FALSE;
  const char *line = below (pg_row_cell (first, column));
  pg_rows_tell (
      rows, first, column, report, PROGRAMME_SEVERITY_NOTE, "guessed-speakers",
      "lines below titles were taken for those who speak, such as “%.*s”: write them into a column of their own if "
      "others are meant",
      (int) MIN (end_of_name (line), (gsize) LONGEST), line);
  return TRUE;
}

char *
pg_names_take (const PgSpeakers *speakers, PgDraftEntry *entry, const char *lines)
{
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);
  g_autoptr (GString) others = g_string_new (NULL);
  for (guint i = 0; all[i] != NULL; i++)
    {
      const char *line = g_strstrip (all[i]);
      gsize length = end_of_name (line);
      g_autofree char *name = g_strstrip (g_strndup (line, length)), *post = g_strdup (line + length);
      g_strdelimit (post, "()", ' ');
      g_strstrip (post);
      const char *rest = post + strspn (post, ",–- ");
      if (is_name (line))
        pg_speakers_add (speakers, entry, entry->sort == PG_DRAFT_TALK ? "author" : "speaker", name, "", rest);
      else
        g_string_append_printf (others, "%s\n", line);
    }
  return g_string_free (g_steal_pointer (&others), FALSE);
}
