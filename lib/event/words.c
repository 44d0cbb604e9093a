/* Enters: a key and a language. Leaves: the event's own word, or the catalogue's, and what else a catalogue holds.
   The catalogues are key files within the library; each is parsed when it is first asked and never changes after it. */
#include "event/words.h"

#include "base/characters.h"
#include "event/names.h"

#include <gio/gio.h>
#include <string.h>
#include <unicode/uloc.h>

#define FOLDER "/programme/words/"
#define SUFFIX ".words"
#define GROUP "words"

/* NULL if the language has none of its own. */
static GKeyFile *
parse_catalogue (const char *language)
{
  g_autofree char *path = g_strconcat (FOLDER, language, SUFFIX, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  if (bytes == NULL)
    return NULL;
  GKeyFile *file = g_key_file_new ();
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_critical ("%s: %s", path, error->message);
  return file;
}

static void
add_group (GHashTable *words, GKeyFile *file, const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_insert (words, g_strconcat (group, "/", keys[i], NULL),
                         g_key_file_get_string (file, group, keys[i], NULL));
}

/* A table of "group/key": word. */
static GHashTable *
read_catalogue (const char *language)
{
  g_autoptr (GKeyFile) file = parse_catalogue (language);
  if (file == NULL)
    return NULL;
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; groups[i] != NULL; i++)
    add_group (words, file, groups[i]);
  return words;
}

static gpointer
load_keys (gpointer unused)
{
  (void) unused;
  g_autoptr (GKeyFile) file = parse_catalogue ("en");
  char **keys = file != NULL ? g_key_file_get_keys (file, GROUP, NULL, NULL) : NULL;
  if (keys == NULL)
    g_critical ("the library was linked without its words");
  return keys != NULL ? keys : g_new0 (char *, 1);
}

typedef struct
{
  char primary[ULOC_LANG_CAPACITY], with_script[32], with_region[32];
  const char *tags[5]; /* in order of preference */
} Tags;

/* The tag that countries of America share, and those that write as they do; NULL for all others. */
static const char *
american_tag (const char *primary, const char *region)
{
  static const char *const english[] = { "AS", "BI", "CA", "GU", "MH", "MP", "PH", "PR", "UM", "VI", NULL };
  static const char *const not_spanish[] = { "", "ES", "EA", "IC", "GQ", "PH", NULL };
  if (strcmp (primary, "en") == 0)
    return g_strv_contains (english, region) ? "en-US" : NULL;
  return strcmp (primary, "es") == 0 && !g_strv_contains (not_spanish, region) ? "es-419" : NULL;
}

/* The catalogues that a tag may have: its own; that of its language in its script, which "zh-TW" does not name; in its
   country, which "pt_BR" writes its own way; that of America; that of its language. */
static void
find_tags (Tags *tags, const char *tag)
{
  char likely[ULOC_FULLNAME_CAPACITY] = "", script[ULOC_SCRIPT_CAPACITY] = "", region[ULOC_COUNTRY_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  *tags = (Tags){ 0 };
  uloc_addLikelySubtags (tag, likely, sizeof likely, &status);
  uloc_getLanguage (likely, tags->primary, sizeof tags->primary, &status);
  uloc_getScript (likely, script, sizeof script, &status);
  uloc_getCountry (tag, region, sizeof region, &status);
  /* The old names of Hebrew and Indonesian, which some programs still write. */
  if (strcmp (tags->primary, "iw") == 0)
    g_strlcpy (tags->primary, "he", sizeof tags->primary);
  if (strcmp (tags->primary, "in") == 0)
    g_strlcpy (tags->primary, "id", sizeof tags->primary);
  g_snprintf (tags->with_script, sizeof tags->with_script, "%s-%s", tags->primary, script);
  g_snprintf (tags->with_region, sizeof tags->with_region, "%s-%s", tags->primary, region);
  const char *american = american_tag (tags->primary, region);
  const char *const all[]
      = { tag, tags->with_script, tags->with_region, american != NULL ? american : tag, tags->primary };
  memcpy (tags->tags, all, sizeof all);
}

/* The catalogues that there are of those. */
typedef struct
{
  gpointer names[5], words[5];
  guint n;
} Chain;

#define MOST_KEPT 64u /* tags, of any that files may name */

G_LOCK_DEFINE_STATIC (chains);

/* Behind the lock. */
static gboolean
find_catalogue (const char *language, gpointer *name, gpointer *words)
{
  static GHashTable *languages = NULL;
  languages = languages != NULL ? languages : g_hash_table_new (g_str_hash, g_str_equal);
  if (g_hash_table_lookup_extended (languages, language, name, words))
    return TRUE;
  *words = read_catalogue (language);
  if (*words == NULL)
    return FALSE;
  *name = g_strdup (language);
  g_hash_table_insert (languages, *name, *words);
  return TRUE;
}

static Chain
find_chain (const char *tag)
{
  Tags tags;
  Chain chain = { .n = 0 };
  find_tags (&tags, tag);
  for (guint i = 0; i < G_N_ELEMENTS (tags.tags); i++)
    if (find_catalogue (tags.tags[i], &chain.names[chain.n], &chain.words[chain.n]))
      chain.n++;
  return chain;
}

/* ICU takes longer over a tag than all else that is done for a word. */
static Chain
chain_of (const char *tag)
{
  static GHashTable *chains = NULL;
  G_LOCK (chains);
  chains = chains != NULL ? chains : g_hash_table_new (g_str_hash, g_str_equal);
  const Chain *kept = g_hash_table_lookup (chains, tag);
  Chain chain = kept != NULL ? *kept : find_chain (tag);
  if (kept == NULL && g_hash_table_size (chains) < MOST_KEPT)
    g_hash_table_insert (chains, g_strdup (tag), g_memdup2 (&chain, sizeof chain));
  G_UNLOCK (chains);
  return chain;
}

/* A group's entry of the first catalogue that has it. */
static const char *
look_up (const char *group, const char *key, const char *tag, const char **language)
{
  g_autofree char *full = g_strconcat (group, "/", key, NULL);
  const Chain chain = chain_of (tag);
  for (guint i = 0; i < chain.n; i++)
    {
      const char *word = g_hash_table_lookup (chain.words[i], full);
      if (word == NULL)
        continue;
      *language = chain.names[i];
      return word;
    }
  return NULL;
}

const char *
pg_language_entry (const char *language, const char *group, const char *key)
{
  const char *unused;
  return look_up (group, key, language, &unused);
}

gboolean
pg_language_has_words (const char *language)
{
  return pg_language_entry (language, GROUP, "agenda") != NULL;
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
  const char *word = look_up (GROUP, key, language, language_out);
  if (word == NULL)
    word = look_up (GROUP, key, "en", language_out);
  if (word != NULL)
    return word;
  *language_out = "en";
  return key;
}

/* "%s", "%m" or "%f", or NULL. */
static const char *
find_gap (const char *word)
{
  for (const char *at = strchr (word, '%'); at != NULL; at = strchr (at + 1, '%'))
    if (at[1] == 's' || at[1] == 'm' || at[1] == 'f')
      return at;
  return NULL;
}

/* Whether a word may end between the two characters: between two of Korean or Latin letters, or two figures, none does. */
static gboolean
is_parted (gunichar before, gunichar after)
{
  GUnicodeScript script = g_unichar_get_script (before);
  return !g_unichar_isalnum (before) || !g_unichar_isalnum (after) || script != g_unichar_get_script (after)
         || script == G_UNICODE_SCRIPT_HAN;
}

/* The letters and figures of a part of a word, without what stands between them and its gap. Free. */
static char *
core (const char *part, gsize length)
{
  g_autofree char *text = g_utf8_casefold (part, (gssize) length);
  const char *start = text;
  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)) && !g_unichar_ismark (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  char *end = text + strlen (text);
  while (end > start)
    {
      char *last = g_utf8_prev_char (end);
      if (g_unichar_isalnum (g_utf8_get_char (last)) || g_unichar_ismark (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (start, (gsize) (end - start));
}

gboolean
pg_word_is_said (const char *word, const char *value)
{
  const char *gap = find_gap (word);
  gsize length = gap != NULL ? (gsize) (gap - word) : strlen (word);
  const char *rest = gap != NULL ? gap + strlen ("%s") : "";
  g_autofree char *before = core (word, length), *after = core (rest, strlen (rest));
  g_autofree char *text = g_utf8_casefold (value, -1);
  gsize n = strlen (text), n_before = strlen (before), n_after = strlen (after);
  if (n_before + n_after == 0 || n < n_before + n_after || !g_str_has_prefix (text, before)
      || !g_str_has_suffix (text, after))
    return FALSE;
  const char *behind = text + n_before, *ahead = text + n - n_after;
  return (n_before == 0 || is_parted (g_utf8_get_char (g_utf8_prev_char (behind)), g_utf8_get_char (behind)))
         && (n_after == 0 || ahead == text
             || is_parted (g_utf8_get_char (g_utf8_prev_char (ahead)), g_utf8_get_char (ahead)));
}

const char *
pg_isolated (PgArena *arena, const char *value, const char *language)
{
  gboolean is_isolated = strstr (value, PG_ISOLATE) != NULL;
  return !is_isolated && pg_has_letters (value, !uloc_isRightToLeft (language))
             ? pg_arena_printf (arena, PG_ISOLATE "%s" PG_END_ISOLATE, value)
             : value;
}

char *
pg_word_with (const ProgrammeEvent *event, PgArena *arena, const char *key, const char *language, const char *value)
{
  const char *word = pg_word (event, key, language, &language), *gap = find_gap (word);
  if (gap == NULL)
    return pg_arena_strdup (arena, word);
  if (pg_word_is_said (word, value))
    return pg_arena_strdup (arena, pg_isolated (arena, value, language));
  g_autofree char *said = gap[1] == 's' ? g_strdup (value) : pg_ordinal (value, language, gap[1] == 'f');
  return pg_arena_printf (arena, "%.*s%s%s", (int) (gap - word), word, pg_isolated (arena, said, language), gap + 2);
}

char *
pg_word_with_two (const ProgrammeEvent *event, PgArena *arena, const char *key, const char *language, const char *first,
                  const char *second)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  for (const char *at = pg_word (event, key, language, NULL); *at != '\0'; at++)
    {
      if (at[0] == '%' && (at[1] == '1' || at[1] == '2'))
        g_string_append (filled, pg_isolated (arena, *++at == '1' ? first : second, language));
      else
        g_string_append_c (filled, *at);
    }
  return pg_arena_strdup (arena, filled->str);
}

gboolean
pg_word_is_idle (const char *key)
{
  static const char *const keys[] = { "room",   "venue",          "language",   "languages",  "classification",
                                      "status", "by-family-name", "by-country", "by-session", NULL };
  return g_strv_contains (keys, key);
}

gboolean
pg_word_exists (const char *key)
{
  return g_strv_contains (pg_word_keys (), key);
}

const char *const *
pg_word_keys (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, load_keys, NULL);
}
