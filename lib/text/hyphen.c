/* Enters: words of a galley. Leaves: where they may be divided, by libhyphen's patterns of their language. */
#include "font/patterns.h"
#include "text/dictionary.h"
#include "text/galley.h"
#include "text/kept.h"

#include <stdlib.h>
#include <string.h>

#define SHORTEST_WORD 6 /* letters */
#define SHORTEST_PART 3 /* letters on either side */
#define LONGEST_WORD 100

static gpointer
load_dictionary (gpointer path)
{
  return pg_dictionary_load (path);
}

/* The dictionary of a file, loaded once in a process, and never unloaded. To divide a word
   reads it alone, so all threads share it; one that needs it while another loads it waits, and no other does. */
static HyphenDict *
shared_dictionary (const char *path)
{
  static GMutex lock;
  static GHashTable *loaded; /* path without links → GOnce */
  g_autofree char *real = realpath (path, NULL);
  if (real == NULL)
    return NULL;
  g_mutex_lock (&lock);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  GOnce *once = g_hash_table_lookup (loaded, real);
  if (once == NULL)
    {
      once = g_new (GOnce, 1);
      *once = (GOnce) G_ONCE_INIT;
      g_hash_table_insert (loaded, g_strdup (real), once);
    }
  g_mutex_unlock (&lock);
  return g_once (once, load_dictionary, real);
}

/* NULL: there is none for the language. */
static HyphenDict *
dictionary_for (PgFonts *fonts, const char *language)
{
  gpointer dictionary;
  GHashTable *hyphens = pg_kept (fonts)->hyphens;
  if (!g_hash_table_lookup_extended (hyphens, language, NULL, &dictionary))
    {
      g_autofree char *path = pg_patterns_find (language);
      dictionary = path != NULL ? shared_dictionary (path) : NULL;
      g_hash_table_insert (hyphens, g_strdup (language), dictionary);
    }
  return dictionary;
}

/* Part of an address, a number, a compound with hyphens: a division there would mislead. */
static gboolean
binds (const PgGalley *galley, guint at)
{
  gunichar c = galley->chars[at];
  if (g_unichar_isdigit (c) || c == '-' || c == '@' || c == '_' || c == '/' || c == PG_SOFT_HYPHEN
      || (c >= 0x2010 && c <= 0x2011))
    return TRUE;
  return (c == '.' || c == ':') && at > 0 && at + 1 < galley->n_chars && g_unichar_isalnum (galley->chars[at - 1])
         && g_unichar_isalnum (galley->chars[at + 1]);
}

/* Not a capitalised word, which may be a name, but in German, where every noun is, and where it would be torn instead;
   not one in capitals, which may be an acronym. */
static gboolean
may_divide (const PgGalley *galley, guint start, guint end, const char *language, gboolean desperate)
{
  if (end - start < SHORTEST_WORD || end - start > LONGEST_WORD)
    return FALSE;
  if ((start > 0 && binds (galley, start - 1)) || (end < galley->n_chars && binds (galley, end)))
    return FALSE;
  gboolean may_start = desperate || g_ascii_strncasecmp (language, "de", 2) == 0;
  for (guint i = start; i < end; i++)
    if ((i > start || !may_start) && (g_unichar_isupper (galley->chars[i]) || g_unichar_istitle (galley->chars[i])))
      return FALSE;
  return TRUE;
}

/* A word in small letters and in the dictionary's encoding; NULL if that cannot write it. It ends with a NUL, which
   libhyphen needs in spite of the length it is told. */
static char *
encode (const HyphenDict *dictionary, const PgGalley *galley, guint start, guint end, gsize *size)
{
  GString *word = g_string_new (NULL);
  for (guint i = start; i < end; i++)
    g_string_append_unichar (word, g_unichar_tolower (galley->chars[i]));
  *size = word->len;
  if (dictionary->utf8)
    return g_string_free (word, FALSE);
  char *converted = g_convert (word->str, (gssize) word->len, dictionary->cset, "UTF-8", NULL, size, NULL);
  g_string_free (word, TRUE);
  return converted;
}

/* libhyphen's marks: an odd digit after a letter says that the word may be divided there. */
static void
divide (HyphenDict *dictionary, const PgGalley *galley, guint start, guint end, gboolean *hyphens)
{
  gsize size;
  g_autofree char *word = encode (dictionary, galley, start, end, &size);
  if (word == NULL)
    return;
  g_autofree char *points = g_malloc0 (size + 5);
  char **replacements = NULL;
  int *positions = NULL, *cuts = NULL;
  int failed = hnj_hyphen_hyphenate3 (dictionary, word, (int) size, points, NULL, &replacements, &positions, &cuts,
                                      SHORTEST_PART, SHORTEST_PART, SHORTEST_PART, SHORTEST_PART);
  for (guint i = SHORTEST_PART; !failed && i + SHORTEST_PART <= end - start; i++)
    if ((points[i - 1] & 1) != 0 && (replacements == NULL || replacements[i - 1] == NULL) && galley->cluster[start + i]
        && !g_unichar_ismark (galley->chars[start + i]))
      hyphens[i] = TRUE;
  for (gsize i = 0; replacements != NULL && i < size; i++)
    free (replacements[i]);
  free (replacements);
  free (positions);
  free (cuts);
}

void
pg_hyphens_find (const PgGalley *galley, guint start, guint end, gboolean desperate, gboolean *hyphens)
{
  guint run = 0;
  for (guint at = start; at < end; at++)
    {
      guint word = at;
      while (at < end && pg_is_letter (galley->chars[at]))
        at++;
      if (at == word)
        continue;
      while (galley->run_starts[run + 1] <= word)
        run++;
      const char *language = galley->runs[run].language;
      if (!may_divide (galley, word, at, language, desperate))
        continue;
      HyphenDict *dictionary = dictionary_for (galley->fonts, language);
      if (dictionary != NULL)
        divide (dictionary, galley, word, at, hyphens + (word - start));
    }
}
