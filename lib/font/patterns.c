/* Enters: a language. Leaves: the file of its hyphenation patterns, if this machine has one. */
#include "font/patterns.h"

#include <string.h>

#define FOLDER "/usr/share/hyphen"

/* The path of a dictionary if it is there, else NULL. */
static char *
find_file (const char *language, const char *region)
{
  char *path = *region != '\0' ? g_strdup_printf (FOLDER "/hyph_%s_%s.dic", language, region)
                               : g_strdup_printf (FOLDER "/hyph_%s.dic", language);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return path;
  g_free (path);
  return NULL;
}

/* The two-letter region of a tag in capitals, or "". */
static void
region_of (const char *tag, char region[3])
{
  region[0] = '\0';
  g_auto (GStrv) parts = g_strsplit_set (tag, "-_", -1);
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (strlen (parts[i]) == 2 && g_ascii_isalpha (parts[i][0]) && g_ascii_isalpha (parts[i][1]))
      {
        region[0] = g_ascii_toupper (parts[i][0]);
        region[1] = g_ascii_toupper (parts[i][1]);
        region[2] = '\0';
        return;
      }
}

/* The dictionary of the region; then of the language; then of the land that has its name ("de_DE"). English without
   a region is British here: the programmes are those of international bodies. */
char *
pg_patterns_find (const char *tag)
{
  gsize n = strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (n < 2 || n > 3)
    return NULL;
  g_autofree char *language = g_ascii_strdown (tag, (gssize) n);
  g_autofree char *namesake = g_ascii_strup (tag, (gssize) n);
  char region[3];
  region_of (tag, region);
  char *path = *region != '\0' ? find_file (language, region) : NULL;
  if (path == NULL && strcmp (language, "en") == 0)
    path = find_file (language, "GB");
  if (path == NULL)
    path = find_file (language, "");
  if (path == NULL)
    path = find_file (language, namesake);
  return path;
}

GPtrArray *
pg_patterns_list (void)
{
  GPtrArray *languages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (FOLDER, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_prefix (name, "hyph_") || !g_str_has_suffix (name, ".dic"))
        continue;
      gsize length = strcspn (name + strlen ("hyph_"), "_.");
      g_autofree char *language = g_strndup (name + strlen ("hyph_"), length);
      if (!g_ptr_array_find_with_equal_func (languages, language, g_str_equal, NULL))
        g_ptr_array_add (languages, g_steal_pointer (&language));
    }
  return languages;
}
