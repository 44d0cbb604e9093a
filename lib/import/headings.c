/* What people and systems write above columns. Enters: the files of lib/import/headings. Leaves: the fields of a heading. */
#include "import/headings.h"

#include <gio/gio.h>
#include <string.h>

#define FOLDER "/programme/headings"

struct PgHeadings
{
  GHashTable *fields; /* char*, plain → guint64* */
};

/* Letters alone, and figures where they are not at the end, as in "Speaker 2". */
char *
pg_heading_plain (const char *heading)
{
  g_autofree char *folded = g_utf8_casefold (heading, -1);
  g_autofree char *composed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *plain = g_string_new (NULL);
  gsize letters = 0;
  for (const char *at = composed != NULL ? composed : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c) && c != 0x2116)
        continue;
      g_string_append_unichar (plain, c);
      letters = g_unichar_isdigit (c) ? letters : plain->len;
    }
  if (letters > 0)
    g_string_truncate (plain, letters);
  return g_string_free (plain, FALSE);
}

static void
add (PgHeadings *headings, PgField field, const char *word)
{
  char *plain = pg_heading_plain (word);
  guint64 *fields = g_hash_table_lookup (headings->fields, plain);
  if (plain[0] == '\0' || fields != NULL)
    {
      if (fields != NULL)
        *fields |= (guint64) 1 << field;
      g_free (plain);
      return;
    }
  fields = g_new (guint64, 1);
  *fields = (guint64) 1 << field;
  g_hash_table_insert (headings->fields, plain, fields);
}

static void
add_line (PgHeadings *headings, const char *line)
{
  const char *equals = strchr (line, '=');
  if (line[0] == '#' || equals == NULL)
    return;
  g_autofree char *name = g_strndup (line, (gsize) (equals - line));
  g_auto (GStrv) words = g_strsplit (equals + 1, ";", -1);
  PgField field = 0;
  while (field < PG_N_FIELDS && strcmp (pg_field_name (field), name) != 0)
    field++;
  for (guint i = 0; field < PG_N_FIELDS && words[i] != NULL; i++)
    add (headings, field, words[i]);
}

static void
add_file (PgHeadings *headings, const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER "/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_line (headings, lines[i]);
}

static PgHeadings *
read_all (void)
{
  PgHeadings *headings = g_new0 (PgHeadings, 1);
  headings->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".headings"))
      add_file (headings, names[i]);
  for (PgField field = 0; field < PG_N_FIELDS; field++) /* what we write ourselves */
    add (headings, field, pg_field_name (field));
  return headings;
}

const PgHeadings *
pg_headings (void)
{
  static gsize once;
  static PgHeadings *headings;
  if (g_once_init_enter (&once))
    {
      headings = read_all ();
      g_once_init_leave (&once, 1);
    }
  return headings;
}

static guint64
lookup (const PgHeadings *headings, const char *heading)
{
  g_autofree char *plain = pg_heading_plain (heading);
  const guint64 *fields = g_hash_table_lookup (headings->fields, plain);
  return fields != NULL ? *fields : 0;
}

/* As a whole, or one of the parts of "이름 / Name", "Name (as on the badge)". */
guint64
pg_headings_fields (const PgHeadings *headings, const char *heading)
{
  guint64 fields = lookup (headings, heading);
  g_auto (GStrv) parts = g_strsplit_set (heading, "/()\n|", -1);
  for (guint i = 0; fields == 0 && parts[i] != NULL; i++)
    fields = lookup (headings, parts[i]);
  return fields;
}
