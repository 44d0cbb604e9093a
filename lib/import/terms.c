/* What other systems write in words of their own. Enters: their words. Leaves: those of the vocabulary. */
#include "import/terms.h"

#include "base/limits.h"
#include "import/kinds.h"

#include <string.h>
#include <unicode/uloc.h>

#define LONGEST_BREAK 30 /* characters: "Lunch Break" is one, "Breaking news of the week, and lunch" is none */

/* In small letters. */
static const char *const language_names[][2] = {
  { "english", "en" },     { "englisch", "en" }, { "anglais", "en" },    { "英語", "en" },      { "英语", "en" },
  { "deutsch", "de" },     { "german", "de" },   { "allemand", "de" },   { "français", "fr" },  { "french", "fr" },
  { "französisch", "fr" }, { "español", "es" },  { "spanish", "es" },    { "português", "pt" }, { "portuguese", "pt" },
  { "italiano", "it" },    { "italian", "it" },  { "nederlands", "nl" }, { "dutch", "nl" },     { "漢語", "zh" },
  { "華語", "zh" },        { "中文", "zh" },     { "chinese", "zh" },    { "mandarin", "zh" },  { "日本語", "ja" },
  { "日語", "ja" },        { "japanese", "ja" }, { "한국어", "ko" },     { "korean", "ko" },    { "台語", "nan" },
};

/* Whether it is built as a tag of BCP 47 is, of a language that there is: "de", "pt-BR". */
static gboolean
is_tag (const char *word)
{
  gsize length = strcspn (word, "-");
  if (length < 2 || length > 3)
    return FALSE;
  for (gsize i = 0; word[i] != '\0'; i++)
    if (!(i < length ? g_ascii_isalpha (word[i]) : g_ascii_isalnum (word[i]) || word[i] == '-'))
      return FALSE;
  for (const char *part = word + length; *part == '-'; part += length)
    {
      length = strcspn (++part, "-");
      if (length < 1 || length > 8)
        return FALSE;
    }
  return *uloc_getISO3Language (word) != '\0';
}

static const char *
language_of (char *word)
{
  g_autofree char *small = g_utf8_strdown (word, -1);
  for (guint i = 0; i < G_N_ELEMENTS (language_names); i++)
    if (strcmp (small, language_names[i][0]) == 0)
      return language_names[i][1];
  g_strdelimit (word, "_", '-');
  if (g_str_has_suffix (small, "-formal")) /* how pretalx addresses people */
    word[strlen (word) - strlen ("-formal")] = '\0';
  return is_tag (word) ? word : NULL;
}

const char *
pg_terms_languages (PgArena *arena, const char *words)
{
  if (words == NULL)
    return NULL;
  g_auto (GStrv) parts = g_strsplit_set (words, " ,;/&|\t\n", -1);
  g_autoptr (GString) tags = g_string_new (NULL);
  for (char **part = parts; *part != NULL; part++)
    {
      const char *tag = language_of (*part);
      if (tag != NULL && tags->len < PG_MAX_VERSIONS)
        g_string_append_printf (tags, "%s%s", tags->len > 0 ? " " : "", tag);
    }
  return tags->len > 0 ? pg_arena_strdup (arena, tags->str) : NULL;
}

typedef struct
{
  const char *word, *kind;
} Term;

/* Whether a word stands there that is not a part of a longer one, "breaks" apart. */
static gboolean
has_word (const char *words, const char *word)
{
  gsize length = strlen (word);
  for (const char *at = strstr (words, word); at != NULL; at = strstr (at + 1, word))
    if ((at == words || !g_ascii_isalpha (at[-1])) && !g_ascii_isalpha (at[at[length] == 's' ? length + 1 : length]))
      return TRUE;
  return FALSE;
}

static const char *
find (const char *words, const Term *terms, guint n_terms)
{
  g_autofree char *small = words != NULL ? g_utf8_strdown (words, -1) : NULL;
  for (guint i = 0; small != NULL && i < n_terms; i++)
    if (has_word (small, terms[i].word))
      return terms[i].kind;
  return NULL;
}

const char *
pg_terms_kind (const char *words)
{
  static const Term terms[]
      = { { "keynote", "keynote" }, { "workshop", "workshop" }, { "hands-on", "workshop" },  { "tutorial", "workshop" },
          { "panel", "panel" },     { "podium", "panel" },      { "poster", "posters" },     { "plenary", "plenary" },
          { "plenum", "plenary" },  { "ceremony", "ceremony" }, { "registration", "plain" }, { "plain", "plain" } };
  const char *kind = words != NULL ? pg_kind_of_session (words) : NULL;
  return kind != NULL ? kind : find (words, terms, G_N_ELEMENTS (terms));
}

gboolean
pg_terms_is_ordinary (const char *words)
{
  static const char *const ordinary[] = { "lecture", "talk", "session", "presentation", "vortrag", NULL };
  g_autofree char *small = g_utf8_strdown (words, -1);
  return g_strv_contains (ordinary, small);
}

const char *
pg_terms_break (const char *words)
{
  static const Term terms[] = { { "coffee", "coffee" }, { "tea break", "tea" },       { "lunch", "lunch" },
                                { "dinner", "dinner" }, { "reception", "reception" }, { "break", "break" } };
  if (words == NULL || g_utf8_strlen (words, -1) > LONGEST_BREAK)
    return NULL;
  const char *kind = pg_kind_of_break (words);
  return kind != NULL ? kind : find (words, terms, G_N_ELEMENTS (terms));
}

/* What addresses cannot have is written as addresses have it, such as a second "#", which those of Matrix begin with. */
static void
write_address (GString *address, const char *url)
{
  gboolean has_fragment = FALSE;
  for (const char *at = url; *at != '\0'; at++)
    {
      gboolean is_escape = *at == '%' && g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]);
      gboolean is_second = *at == '#' && has_fragment;
      has_fragment |= *at == '#';
      if (is_second || (guchar) *at <= ' ' || strchr ("<>\"{}|\\^`[]", *at) != NULL || (*at == '%' && !is_escape))
        g_string_append_printf (address, "%%%02X", (guchar) *at);
      else
        g_string_append_c (address, *at);
    }
}

const char *
pg_terms_link (PgArena *arena, const char *url)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:", "tel:" };
  g_autofree char *clean = url != NULL ? g_strstrip (g_strdup (url)) : NULL;
  for (guint i = 0; clean != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (clean, schemes[i], strlen (schemes[i])) == 0)
      {
        g_autoptr (GString) address = g_string_new (NULL);
        write_address (address, clean);
        gboolean is_good
            = address->len < PG_MAX_LINK_CHARACTERS && g_uri_is_valid (address->str, G_URI_FLAGS_NONE, NULL);
        return is_good ? pg_arena_strdup (arena, address->str) : NULL;
      }
  return NULL;
}
