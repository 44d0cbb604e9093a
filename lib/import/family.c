/* Which part of a name is the family's. Enters: a name, and its language. Leaves: the part that stands for the family, by the
   use of the language, or of the script where the language is not known. */
#include "import/family.h"

#include "import/draft.h"

#include <string.h>

struct PgFamily
{
  const char *way; /* "guess", "last" or "first" */
  guint n_guessed, n_left;
  char *guessed, *left; /* one of each */
};

typedef struct
{
  const char *text;
  gsize length;
} Word;

/* Surnames of two syllables or characters: of Korea, and of China in both kinds of characters. */
static const char *const double_surnames[]
    = { "남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방", "欧阳", "歐陽",
        "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "尉遲",
        "公孙", "公孫", "慕容", "令狐", "司徒", "夏侯", "南宮", "南宫", "鮮于", "独孤" };

/* What belongs to the family's name that it stands before. */
static const char *const particles[] = { "de", "da",  "do",  "dos",   "das", "del", "della", "di", "du",  "des", "la",
                                         "le", "van", "von", "der",   "den", "ten", "ter",   "te", "zu",  "zum", "zur",
                                         "af", "av",  "bin", "binti", "ibn", "al",  "el",    "'t", "vom", "y",   "e" };

/* What may stand behind a name and is no given name. */
static const char *const suffixes[]
    = { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d.", "esq", "esq." };

/* Languages whose names begin with the family's, and those whose names have none, or where it cannot be told. */
static const char *const first_languages[] = { "hu", "vi", "ko", "zh", "ja", "km" };
static const char *const no_languages[] = { "id", "ms", "my", "is", "am", "ti", "mn", "ar", "fa", "ta", "bo" };

PgFamily *
pg_family_new (ProgrammeImportOptions *options)
{
  PgFamily *family = g_new0 (PgFamily, 1);
  const char *way = programme_import_options_get (options, "family");
  family->way = way != NULL ? way : "guess";
  return family;
}

void
pg_family_free (PgFamily *family)
{
  if (family == NULL)
    return;
  g_free (family->guessed);
  g_free (family->left);
  g_free (family);
}

/* Words */

static gboolean
is_one_of (const char *const *list, guint n, const char *text, gsize length)
{
  for (guint i = 0; i < n; i++)
    if (strlen (list[i]) == length && g_ascii_strncasecmp (list[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

/* Free with g_array_unref. */
static GArray *
words_of (const char *name)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  for (const char *at = name; *at != '\0';)
    {
      const char *end = at;
      while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      Word word = { at, (gsize) (end - at) };
      if (word.length > 0)
        g_array_append_val (words, word);
      at = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  return words;
}

/* At least two letters, all of them capitals. */
static gboolean
is_capital (const Word *word)
{
  guint n = 0;
  for (const char *at = word->text; at < word->text + word->length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (g_unichar_islower (c) || (g_unichar_isalpha (c) && !g_unichar_isupper (c)))
        return FALSE;
      n += g_unichar_isupper (c) ? 1 : 0;
    }
  return n > 1 && word->text[word->length - 1] != '.';
}

/* The script of the name's first letter. */
static GUnicodeScript
script_of (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      return g_unichar_get_script (g_utf8_get_char (at));
  return G_UNICODE_SCRIPT_COMMON;
}

static gboolean
has_kana (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (at));
      if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
        return TRUE;
    }
  return FALSE;
}

/* Letters that of all languages only Vietnamese has, or has together with tones below. */
static gboolean
is_vietnamese (const char *name)
{
  static const char letters[] = "ĂăĐđƠơƯư";
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (g_utf8_strchr (letters, -1, c) != NULL || (c >= 0x1EA0 && c <= 0x1EF9))
        return TRUE;
    }
  return FALSE;
}

static gboolean
speaks (const char *language, const char *const *list, guint n)
{
  return language != NULL && is_one_of (list, n, language, strcspn (language, "-"));
}

/* Ways */

static gboolean
take (const char *name, const Word *from, const Word *to, gsize *start, gsize *length)
{
  *start = (gsize) (from->text - name);
  *length = (gsize) (to->text + to->length - from->text);
  return TRUE;
}

/* The last word, with its particles before it. */
static gboolean
take_last (const char *name, const GArray *words, gsize *start, gsize *length)
{
  guint last = words->len - 1;
  if (words->len > 2
      && is_one_of (suffixes, G_N_ELEMENTS (suffixes), g_array_index (words, Word, last).text,
                    g_array_index (words, Word, last).length))
    last--;
  guint first = last;
  while (first > 1
         && is_one_of (particles, G_N_ELEMENTS (particles), g_array_index (words, Word, first - 1).text,
                       g_array_index (words, Word, first - 1).length)
         && !g_ascii_isupper (g_array_index (words, Word, first - 1).text[0]))
    first--;
  return take (name, &g_array_index (words, Word, first), &g_array_index (words, Word, last), start, length);
}

/* Written without a space: the first character, or the first two. Nobody can tell of Japanese names. */
static gboolean
take_syllable (const char *name, const char *language, gsize *start, gsize *length)
{
  glong n = g_utf8_strlen (name, -1);
  gboolean is_hangul = script_of (name) == G_UNICODE_SCRIPT_HANGUL;
  static const char *const known[] = { "zh", "ko" };
  *start = 0;
  if (n < 2 || n > 5 || (!is_hangul && !speaks (language, known, G_N_ELEMENTS (known))))
    return FALSE;
  *length = (gsize) (g_utf8_offset_to_pointer (name, 1) - name);
  for (guint i = 0; n > 2 && i < G_N_ELEMENTS (double_surnames); i++)
    if (g_str_has_prefix (name, double_surnames[i]))
      *length = strlen (double_surnames[i]);
  return TRUE;
}

/* "Aino AALTO" says it, if the other words are written otherwise. */
static gboolean
take_capitals (const char *name, const GArray *words, gsize *start, gsize *length)
{
  guint first = words->len, last = 0, n = 0;
  for (guint i = 0; i < words->len; i++)
    if (is_capital (&g_array_index (words, Word, i)))
      {
        first = MIN (first, i);
        last = i;
        n++;
      }
  if (n == 0 || n == words->len || last - first + 1 != n)
    return FALSE;
  return take (name, &g_array_index (words, Word, first), &g_array_index (words, Word, last), start, length);
}

static gboolean
is_patronymic (const Word *word)
{
  static const char *const ends[] = { "ич", "вна", "чна" };
  g_autofree char *text = g_strndup (word->text, word->length);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

/* "Петров Иван Ильич": the father's name comes last where the family's comes first. */
static gboolean
ends_with_patronymic (const GArray *words)
{
  return words->len == 3 && is_patronymic (&g_array_index (words, Word, 2))
         && !is_patronymic (&g_array_index (words, Word, 1));
}

static gboolean
guess (const char *name, const GArray *words, const char *language, gsize *start, gsize *length)
{
  static const char *const spanish[] = { "es", "pt" };
  GUnicodeScript script = script_of (name);
  gboolean is_east = script == G_UNICODE_SCRIPT_HANGUL || script == G_UNICODE_SCRIPT_HAN || has_kana (name);
  const Word *first = &g_array_index (words, Word, 0);
  if (is_east && words->len == 1)
    return !has_kana (name) && take_syllable (name, language, start, length);
  if (words->len == 1)
    return FALSE;
  if (take_capitals (name, words, start, length))
    return TRUE;
  if (is_east || script == G_UNICODE_SCRIPT_KHMER || is_vietnamese (name) || ends_with_patronymic (words))
    return take (name, first, first, start, length);
  if (script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_CYRILLIC && script != G_UNICODE_SCRIPT_GREEK
      && script != G_UNICODE_SCRIPT_HEBREW && script != G_UNICODE_SCRIPT_THAI && script != G_UNICODE_SCRIPT_DEVANAGARI)
    return FALSE;
  if (speaks (language, no_languages, G_N_ELEMENTS (no_languages))
      || (words->len > 2 && speaks (language, spanish, G_N_ELEMENTS (spanish))))
    return FALSE;
  /* Korean and the like in Latin letters have either order. */
  if (speaks (language, first_languages, 2))
    return take (name, first, first, start, length);
  return take_last (name, words, start, length);
}

gboolean
pg_family_find (PgFamily *family, const char *name, const char *language, gsize *start, gsize *length)
{
  g_autoptr (GArray) words = words_of (name);
  if (words->len == 0)
    return FALSE;
  const Word *first = &g_array_index (words, Word, 0);
  if (strcmp (family->way, "first") == 0)
    return words->len > 1 && take (name, first, first, start, length);
  if (strcmp (family->way, "last") == 0)
    return words->len > 1 && take_last (name, words, start, length);
  gboolean is_known = guess (name, words, language, start, length);
  char **example = is_known ? &family->guessed : &family->left;
  if (is_known)
    family->n_guessed++;
  else
    family->n_left++;
  if (*example == NULL)
    *example = is_known ? g_strdup_printf ("“%.*s” of “%s”", (int) *length, name + *start, name)
                        : g_strdup_printf ("“%s”", name);
  return is_known;
}

/* Names */

char *
pg_name_turned (const char *name)
{
  const char *comma = strchr (name, ',');
  if (comma == NULL || strchr (comma + 1, ',') != NULL)
    return g_strdup (name);
  g_autofree char *before = g_strstrip (g_strndup (name, (gsize) (comma - name))),
                  *after = g_strstrip (g_strdup (comma + 1));
  if (before[0] == '\0' || after[0] == '\0' || is_one_of (suffixes, G_N_ELEMENTS (suffixes), after, strlen (after)))
    return g_strdup (name);
  return g_strconcat (after, " ", before, NULL);
}

char *
pg_family_markup (PgFamily *family, const char *name, const char *part, const char *language)
{
  gsize start = 0, length = 0;
  const char *at = part != NULL && part[0] != '\0' ? strstr (name, part) : NULL;
  if (at != NULL)
    {
      start = (gsize) (at - name);
      length = strlen (part);
    }
  else if (!pg_family_find (family, name, language, &start, &length))
    return pg_draft_escape (name);
  g_autofree char *before = g_strndup (name, start), *own = g_strndup (name + start, length);
  g_autofree char *first = pg_draft_escape (before), *marked = pg_draft_escape (own),
                  *rest = pg_draft_escape (name + start + length);
  return g_strconcat (first, "<family>", marked, "</family>", rest, NULL);
}

void
pg_family_report (const PgFamily *family, const char *file, ProgrammeReport *report)
{
  if (report == NULL || family->n_guessed + family->n_left == 0)
    return;
  g_autoptr (GString) said = g_string_new (NULL);
  if (family->n_guessed > 0)
    g_string_append_printf (said, "the family's part of %u %s was guessed, such as %s", family->n_guessed,
                            family->n_guessed == 1 ? "name" : "names", family->guessed);
  if (family->n_left > 0)
    g_string_append_printf (said, "%s%u %s none that could be told, such as %s", family->n_guessed > 0 ? "; " : "",
                            family->n_left, family->n_left == 1 ? "name has" : "names have", family->left);
  g_string_append (said, ": mark it with <family>, or say --family=last or first");
  g_autoptr (ProgrammePlace) place = programme_place_new (file, 0, 0, NULL);
  g_autoptr (ProgrammeFinding) finding
      = programme_finding_new (PROGRAMME_SEVERITY_NOTE, place, "guessed-family", said->str);
  programme_report_add (report, finding);
}
