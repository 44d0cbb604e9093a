/* Enters: a key and a language. Leaves: the event's own word, or the catalogue's.
   The catalogues are key files within the library; they are parsed at the first call and never change after it. */
#include "event/words.h"

#include "base/characters.h"

#include <gio/gio.h>
#include <string.h>
#include <unicode/uloc.h>

#define FOLDER "/programme/words/"
#define SUFFIX ".words"
#define GROUP "words"

typedef struct
{
  GHashTable *languages; /* "pt": a table of key: word */
  GStrv keys;            /* of the English one */
} Catalogues;

static GHashTable *
parse_words (GBytes *bytes, const char *name)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_critical ("%s: %s", name, error->message);
  g_auto (GStrv) keys = g_key_file_get_keys (file, GROUP, NULL, NULL);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_insert (words, g_strdup (keys[i]), g_key_file_get_string (file, GROUP, keys[i], NULL));
  return words;
}

static GStrv
english_keys (GBytes *bytes)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return g_new0 (char *, 1);
  return g_key_file_get_keys (file, GROUP, NULL, NULL);
}

static void
load_catalogue (Catalogues *catalogues, const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL || !g_str_has_suffix (name, SUFFIX))
    return;
  char *language = g_strndup (name, strlen (name) - strlen (SUFFIX));
  if (strcmp (language, "en") == 0)
    catalogues->keys = english_keys (bytes);
  g_hash_table_insert (catalogues->languages, language, parse_words (bytes, name));
}

static gpointer
load_catalogues (gpointer unused)
{
  (void) unused;
  Catalogues *catalogues = g_new0 (Catalogues, 1);
  catalogues->languages = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    load_catalogue (catalogues, names[i]);
  if (catalogues->keys == NULL)
    {
      g_critical ("the library was linked without its words");
      catalogues->keys = g_new0 (char *, 1);
    }
  return catalogues;
}

static const Catalogues *
get_catalogues (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, load_catalogues, NULL);
}

/* The word of the catalogue for the tag itself, else for its language in its script, which "zh-TW" does not name, else for
   its language. */
static const char *
look_up (const char *key, const char *tag, const char **language)
{
  const Catalogues *catalogues = get_catalogues ();
  char likely[ULOC_FULLNAME_CAPACITY] = "", primary[ULOC_LANG_CAPACITY] = "", script[ULOC_SCRIPT_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  uloc_addLikelySubtags (tag, likely, sizeof likely, &status);
  uloc_getLanguage (likely, primary, sizeof primary, &status);
  uloc_getScript (likely, script, sizeof script, &status);
  g_autofree char *with_script = g_strconcat (primary, "-", script, NULL);
  /* The old names of Hebrew and Indonesian, which some programs still write. */
  const char *today = strcmp (primary, "iw") == 0 ? "he" : strcmp (primary, "in") == 0 ? "id" : primary;
  const char *const tags[] = { tag, with_script, today };
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      gpointer name, words;
      if (!g_hash_table_lookup_extended (catalogues->languages, tags[i], &name, &words))
        continue;
      const char *word = g_hash_table_lookup (words, key);
      if (word == NULL)
        continue;
      *language = name;
      return word;
    }
  return NULL;
}

static const PgText *
own_text (const ProgrammeEvent *event, const char *key)
{
  for (guint i = 0; event != NULL && i < event->words->len; i++)
    {
      const PgWord *word = g_ptr_array_index (event->words, i);
      if (strcmp (word->key, key) == 0)
        return word->text;
    }
  return NULL;
}

const char *
pg_word (const ProgrammeEvent *event, const char *key, const char *language, const char **language_out)
{
  const char *unused;
  if (language_out == NULL)
    language_out = &unused;
  const PgVersion *own = pg_text_lookup (own_text (event, key), language);
  if (own != NULL)
    {
      *language_out = own->language;
      return own->string;
    }
  const char *word = look_up (key, language, language_out);
  if (word == NULL)
    word = look_up (key, "en", language_out);
  if (word != NULL)
    return word;
  *language_out = "en";
  return key;
}

/* What is inserted must not take its direction from the words around it, nor give it to them. */
static const char *
isolated (PgArena *arena, const char *value, const char *language)
{
  gboolean right_to_left = uloc_isRightToLeft (language);
  return pg_has_letters (value, !right_to_left) ? pg_arena_printf (arena, PG_ISOLATE "%s" PG_END_ISOLATE, value)
                                                : value;
}

char *
pg_word_with (const ProgrammeEvent *event, PgArena *arena, const char *key, const char *language, const char *value)
{
  const char *word = pg_word (event, key, language, NULL);
  const char *gap = strstr (word, "%s");
  if (gap == NULL)
    return pg_arena_strdup (arena, word);
  return pg_arena_printf (arena, "%.*s%s%s", (int) (gap - word), word, isolated (arena, value, language), gap + 2);
}

char *
pg_word_with_two (const ProgrammeEvent *event, PgArena *arena, const char *key, const char *language, const char *first,
                  const char *second)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  for (const char *at = pg_word (event, key, language, NULL); *at != '\0'; at++)
    {
      if (at[0] == '%' && (at[1] == '1' || at[1] == '2'))
        g_string_append (filled, isolated (arena, *++at == '1' ? first : second, language));
      else
        g_string_append_c (filled, *at);
    }
  return pg_arena_strdup (arena, filled->str);
}

gboolean
pg_word_exists (const char *key)
{
  return g_strv_contains (pg_word_keys (), key);
}

const char *const *
pg_word_keys (void)
{
  return (const char *const *) get_catalogues ()->keys;
}
