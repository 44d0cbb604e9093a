/* What an entry of a table is. Enters: words. Leaves: the vocabulary's kind: what the library prints for it in any of its
   languages, or what kinds.list has. */
#include "import/kinds.h"

#include "import/headings.h"

#include <gio/gio.h>
#include <string.h>

#define OWN "/programme/headings/kinds.list"
#define WORDS "/programme/words"

static const char *const breaks[] = { "coffee", "tea", "lunch", "dinner", "reception", "break", NULL };
static const char *const sessions[]
    = { "plenary", "keynote", "panel", "workshop", "posters", "ceremony", "item", NULL };

static void
add_line (GHashTable *kinds, const char *line, gboolean has_several)
{
  const char *equals = strchr (line, '=');
  g_autofree char *key = equals != NULL ? g_strndup (line, (gsize) (equals - line)) : NULL;
  if (key == NULL || (!g_strv_contains (breaks, key) && !g_strv_contains (sessions, key)))
    return;
  g_auto (GStrv) words = g_strsplit (equals + 1, has_several ? ";" : "\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *plain = pg_heading_plain (words[i]);
      if (plain[0] == '\0' || g_hash_table_contains (kinds, plain))
        g_free (plain);
      else
        g_hash_table_insert (kinds, plain, (gpointer) g_intern_string (key));
    }
}

static void
add_file (GHashTable *kinds, const char *path, gboolean has_several)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_line (kinds, lines[i], has_several);
}

/* char*, plain → const char*; made once and kept. */
static GHashTable *
all_kinds (void)
{
  static gsize once;
  static GHashTable *kinds;
  if (g_once_init_enter (&once))
    {
      kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      add_file (kinds, OWN, TRUE);
      g_auto (GStrv) names = g_resources_enumerate_children (WORDS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      for (guint i = 0; names != NULL && names[i] != NULL; i++)
        {
          g_autofree char *path = g_strconcat (WORDS "/", names[i], NULL);
          add_file (kinds, path, FALSE);
        }
      g_once_init_leave (&once, 1);
    }
  return kinds;
}

static const char *
kind_of (const char *word, const char *const *wanted)
{
  g_autofree char *plain = pg_heading_plain (word);
  const char *kind = g_hash_table_lookup (all_kinds (), plain);
  return kind != NULL && g_strv_contains (wanted, kind) ? kind : NULL;
}

/* As a whole, or what stands before brackets, a colon or a dash: "Lunch (60 min)". */
const char *
pg_kind_of_break (const char *title)
{
  const char *kind = kind_of (title, breaks);
  static const char *const dashes[] = { " - ", " – ", " — " };
  g_autofree char *start = g_strndup (title, strcspn (title, "(:[/"));
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      char *dash = strstr (start, dashes[i]);
      if (dash != NULL)
        *dash = '\0';
    }
  return kind != NULL || start[0] == '\0' ? kind : kind_of (start, breaks);
}

const char *
pg_kind_of_session (const char *word)
{
  return kind_of (word, sessions);
}
