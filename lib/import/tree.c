/* Enters: a foreign file in XML. Leaves: its elements, whatever their namespace. */
#include "import/tree.h"

#include <string.h>

/* The vocabulary has no namespaces, and others do. */
static void
join (ProgrammeReport *report, const ProgrammeReport *found)
{
  for (guint i = 0; report != NULL && i < programme_report_get_n_findings (found); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (found, i);
      if (g_strcmp0 (programme_finding_get_code (finding), "namespace") != 0)
        programme_report_add (report, (ProgrammeFinding *) finding);
    }
}

/* The length of a control character that XML cannot have, or of the reference to one, "&#x6;"; else 0. */
static gsize
control_length (const char *text)
{
  gboolean is_reference = text[0] == '&' && text[1] == '#';
  if (!is_reference)
    return (guchar) text[0] < 0x20 && strchr ("\t\n\r", text[0]) == NULL ? 1 : 0;
  gboolean is_hexadecimal = text[2] == 'x';
  char *end;
  guint64 character = g_ascii_strtoull (text + 2 + is_hexadecimal, &end, is_hexadecimal ? 16 : 10);
  gboolean is_control = character < 0x20 && character != '\t' && character != '\n' && character != '\r';
  return is_control && *end == ';' && end > text + 2 + is_hexadecimal ? (gsize) (end - text) + 1 : 0;
}

/* Systems put into XML what people have pasted into their forms. Control characters become blanks; UTF-16, which has a NUL among
   its first bytes, stays as it is. */
static char *
without_controls (const PgForeign *foreign)
{
  char *data = g_malloc (foreign->length + 1);
  guint n = 0;
  memcpy (data, foreign->data, foreign->length);
  data[foreign->length] = '\0';
  gboolean is_text = memchr (data, '\0', MIN (foreign->length, (gsize) 4)) == NULL;
  for (gsize i = 0; i < foreign->length && is_text;)
    {
      gsize length = control_length (data + i);
      memset (data + i, ' ', length);
      n += length > 0;
      i += MAX (length, (gsize) 1);
    }
  if (n > 0)
    pg_foreign_tell (foreign, PROGRAMME_SEVERITY_WARNING, 0, 0, "control-character",
                     "%u control %s, which XML cannot have: read as blanks", n,
                     n == 1 ? "character stands in it" : "characters stand in it");
  return data;
}

const PgNode *
pg_foreign_tree (const PgForeign *foreign, PgArena *arena, GError **error)
{
  PgSource source;
  g_autoptr (ProgrammeReport) found = programme_report_new ();
  g_autofree char *data = without_controls (foreign);
  gboolean done = pg_source_init (&source, foreign->name, data, foreign->length, &pg_standard_limits, found, error);
  const PgNode *root = done ? pg_tree_read (arena, &source, found, error) : NULL;
  pg_source_clear (&source);
  join (foreign->report, found);
  return root;
}

static void
add_words (GString *words, const PgNode *node)
{
  for (const PgNode *child = node->first; child != NULL; child = child->next)
    if (child->name == NULL)
      g_string_append (words, child->text);
    else
      add_words (words, child);
}

const char *
pg_node_words (PgArena *arena, const PgNode *node)
{
  if (node == NULL || node->first == NULL)
    return NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  add_words (words, node);
  g_strstrip (words->str);
  return words->str[0] != '\0' ? pg_arena_strdup (arena, words->str) : NULL;
}
