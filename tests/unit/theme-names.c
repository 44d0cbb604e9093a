/* What the pieces ask of a theme. Enters: the sources in lib/say and lib/piece. Leaves: the names they hand over, by what they name.
   An argument counts if it is handed to a function whose parameter is called style or rule, or to one of those below. */
#include "theme-names.h"

#include <string.h>

typedef enum
{
  STYLE,
  RULE,
  SPACE,
  SHARE,
  COLOUR,
  GROUP_KEY, /* this argument and the next are group and key, the one after may be a word */
  KIND       /* of a row: a rule and four lengths */
} Use;

typedef struct
{
  char *function;
  guint argument; /* from 0 */
  Use use;
} Site;

static void
clear_site (gpointer data)
{
  g_free (((Site *) data)->function);
}

static void
add_site (GArray *sites, const char *function, guint argument, Use use)
{
  Site site = { g_strdup (function), argument, use };
  g_array_append_val (sites, site);
}

static void
add_sources (GString *all, const char *room)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "lib", room, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
      if (!g_str_has_suffix (name, ".c"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_string_append (all, text);
    }
}

static char *
all_sources (void)
{
  GString *all = g_string_new (NULL);
  add_sources (all, "say");
  add_sources (all, "piece");
  return g_string_free (all, FALSE);
}

/* Functions of the sources themselves, by the names of their parameters. */
static void
find_functions (GArray *sites, const char *sources)
{
  g_autoptr (GRegex) definition
      = g_regex_new ("^([a-z_0-9]+) \\(([^)]*)\\)\\n\\{", G_REGEX_MULTILINE, (GRegexMatchFlags) 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  for (g_regex_match (definition, sources, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *function = g_match_info_fetch (match, 1), *all = g_match_info_fetch (match, 2);
      g_auto (GStrv) parameters = g_strsplit (all, ",", -1);
      for (guint i = 0; parameters[i] != NULL; i++)
        {
          gboolean is_name = strstr (parameters[i], "const char *") != NULL;
          if (is_name && g_str_has_suffix (parameters[i], "style"))
            add_site (sites, function, i, STYLE);
          if (is_name && g_str_has_suffix (parameters[i], "*rule"))
            add_site (sites, function, i, RULE);
        }
    }
}

/* The text of an argument, up to the comma or bracket that ends it; at is moved behind that. */
static char *
next_argument (const char **at)
{
  guint depth = 0;
  gboolean in_string = FALSE;
  const char *start = *at, *end = start;
  for (;; end++)
    {
      g_assert_cmpint (*end, !=, '\0');
      if (*end == '"' && end[-1] != '\\')
        in_string = !in_string;
      if (in_string)
        continue;
      if (depth == 0 && (*end == ',' || *end == ')'))
        break;
      depth += *end == '(' ? 1 : 0;
      depth -= *end == ')' ? 1 : 0;
    }
  *at = *end == ')' ? NULL : end + 1;
  return g_strndup (start, (gsize) (end - start));
}

/* The strings in a text. */
static GStrv
strings_in (const char *text)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GRegex) string
      = g_regex_new ("\"((?:[^\"\\\\\n]|\\\\.)*)\"", (GRegexCompileFlags) 0, (GRegexMatchFlags) 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  for (g_regex_match (string, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (found, g_match_info_fetch (match, 1));
  g_ptr_array_add (found, NULL);
  return (GStrv) g_ptr_array_free (found, FALSE);
}

/* Those of an argument: one, or the choices of a condition, but not what it hands to other functions. */
static GStrv
strings_of (const char *argument)
{
  g_autoptr (GString) outer = g_string_new (NULL);
  guint depth = 0;
  for (const char *at = argument; *at != '\0'; at++)
    {
      depth -= *at == ')' ? 1 : 0;
      if (depth == 0)
        g_string_append_c (outer, *at);
      depth += *at == '(' ? 1 : 0;
    }
  return strings_in (outer->str);
}

static void
add_row_kind (ThemeNames *names, const char *kind)
{
  static const char *const parts[] = { "above", "below", "before", "after" };
  g_hash_table_add (names->rules, g_strdup (kind));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_hash_table_add (names->spaces, g_strdup_printf ("%s-%s", kind, parts[i]));
}

static void
add_names (ThemeNames *names, const Site *site, GPtrArray *arguments)
{
  GHashTable *const sets[] = { names->styles, names->rules, names->spaces, names->shares, names->colours };
  if (site->argument >= arguments->len)
    return;
  g_auto (GStrv) strings = strings_of (g_ptr_array_index (arguments, site->argument));
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (site->use < GROUP_KEY)
        g_hash_table_add (sets[site->use], g_strdup (strings[i]));
      if (site->use == KIND)
        add_row_kind (names, strings[i]);
      if (site->use != GROUP_KEY || site->argument + 1 >= arguments->len)
        continue;
      g_auto (GStrv) keys = strings_of (g_ptr_array_index (arguments, site->argument + 1));
      gboolean has_words = site->argument + 2 < arguments->len;
      g_auto (GStrv) words = strings_of (has_words ? g_ptr_array_index (arguments, site->argument + 2) : "");
      for (guint j = 0; keys[j] != NULL; j++)
        {
          g_hash_table_add (names->keys, g_strdup_printf ("%s/%s", strings[i], keys[j]));
          for (guint k = 0; words[k] != NULL; k++)
            g_hash_table_add (names->choices, g_strdup_printf ("%s/%s/%s", strings[i], keys[j], words[k]));
        }
    }
}

static void
find_calls (ThemeNames *names, const Site *site, const char *sources)
{
  g_autofree char *call = g_strdup_printf ("%s (", site->function);
  for (const char *at = strstr (sources, call); at != NULL; at = strstr (at + 1, call))
    {
      gboolean is_whole = at == sources || (!g_ascii_isalnum (at[-1]) && at[-1] != '_');
      if (!is_whole || at[-1] == '\n') /* a definition */
        continue;
      g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
      const char *rest = at + strlen (call);
      while (rest != NULL)
        g_ptr_array_add (arguments, next_argument (&rest));
      add_names (names, site, arguments);
    }
}

ThemeNames *
theme_names_new (void)
{
  ThemeNames *names = g_new0 (ThemeNames, 1);
  GHashTable **const sets[] = { &names->styles,  &names->rules, &names->spaces,  &names->shares,
                                &names->colours, &names->keys,  &names->choices, &names->literals };
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    *sets[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *sources = all_sources ();
  g_autoptr (GArray) sites = g_array_new (FALSE, FALSE, sizeof (Site));
  g_array_set_clear_func (sites, clear_site);
  find_functions (sites, sources);
  add_site (sites, "pg_theme_rule", 1, RULE);
  add_site (sites, "pg_style", 1, STYLE);
  add_site (sites, "pg_space", 1, SPACE);
  add_site (sites, "pg_cover_y", 1, SPACE);
  add_site (sites, "pg_share", 1, SHARE);
  add_site (sites, "pg_sign_length", 1, GROUP_KEY);
  add_site (sites, "pg_theme_colour", 1, COLOUR);
  add_site (sites, "pg_theme_length", 1, GROUP_KEY);
  add_site (sites, "pg_theme_word", 1, GROUP_KEY);
  add_site (sites, "pg_theme_is", 1, GROUP_KEY);
  add_site (sites, "row_new", 2, KIND);
  for (guint i = 0; i < sites->len; i++)
    find_calls (names, &g_array_index (sites, Site, i), sources);
  g_auto (GStrv) literals = strings_in (sources);
  for (guint i = 0; literals[i] != NULL; i++)
    g_hash_table_add (names->literals, g_strdup (literals[i]));
  return names;
}

void
theme_names_free (ThemeNames *names)
{
  GHashTable *const sets[] = { names->styles,  names->rules, names->spaces,  names->shares,
                               names->colours, names->keys,  names->choices, names->literals };
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    g_hash_table_unref (sets[i]);
  g_free (names);
}
