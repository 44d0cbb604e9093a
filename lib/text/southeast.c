/* Enters: a galley and the words that ICU's dictionaries find in it. Leaves: which ends of words part what a reader of
   Thai, Lao, Khmer or Burmese takes as one. Where a dictionary does not know a word, it cuts off letters as words. */
#include "text/galley.h"

#include <string.h>

#define THAI_NO_NU 0x0e13 /* ณ, "at": a word of one letter */
#define BURMESE_DOT_BELOW 0x1037
#define BURMESE_VIRAMA 0x1039
#define BURMESE_ASAT 0x103a

/* They stay with what follows: who does it, the act and the state of it; Burmese "not", "Mr" and "Ms". */
static const char *const prefixes[]
    = { "ผู้", "นัก", "การ", "ความ", "ຜູ້", "ນັກ", "ການ", "ຄວາມ", "អ្នក", "ការ", "ភាព", "မ", "ဦး", "ဒေါ်" };

/* Burmese ends nouns and verbs with them, often with several. ရန်ကုန်, Yangon, looks to ICU as if it were two. */
static const char *const particles[]
    = { "သည်",  "သည့်",    "သော",  "က",  "ကို",    "၏",  "အား", "မှ",  "မှာ", "တွင်",    "၌", "သို့",  "နှင့်",
        "ဖြင့်", "ကြောင့်", "များ", "တို့",  "လည်း",  "ပါ", "မည်",  "မည့်", "ရ",  "ကြ",    "၍", "စ၍", "ပြီး",
        "လျှင်", "လျက်",   "နိုင်",   "ရန်", "ခြင်း", "မှု",  "ရေး", "မီ",  "သူ",  "သူများ", "သူ့", "နှစ်", "ကုန်" };

static gboolean
is_burmese_letter (gunichar c)
{
  return (c >= 0x1000 && c <= 0x102a) || c == 0x103f || c == 0x104e;
}

/* Of Thai, Lao and Khmer. */
static gboolean
is_consonant (gunichar c)
{
  return (c >= 0x0e01 && c <= 0x0e2e) || (c >= 0x0e81 && c <= 0x0eae) || (c >= 0x1780 && c <= 0x17a2);
}

/* The signs that what stands before them is said twice: Thai, Lao, Khmer. Some set a space before them. */
static gboolean
is_repetition (gunichar c)
{
  return c == 0x0e46 || c == 0x0ec6 || c == 0x17d7;
}

gboolean
pg_is_within_syllable (const PgGalley *galley, guint at)
{
  if (!is_burmese_letter (galley->chars[at]) || pg_is_white (galley->chars[at - 1]))
    return FALSE;
  guint mark = at + 1 + (at + 1 < galley->n_chars && galley->chars[at + 1] == BURMESE_DOT_BELOW);
  return mark < galley->n_chars && (galley->chars[mark] == BURMESE_ASAT || galley->chars[mark] == BURMESE_VIRAMA);
}

static gboolean
follows_prefix (const PgGalley *galley, const gboolean *words, guint at)
{
  guint start = at - 1;
  while (start > 0 && !words[start])
    start--;
  gsize length = galley->offsets[at] - galley->offsets[start];
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (strlen (prefixes[i]) == length && memcmp (prefixes[i], galley->text + galley->offsets[start], length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_made_of_particles (const char *text, gsize length)
{
  if (length == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    {
      gsize n = strlen (particles[i]);
      if (n <= length && memcmp (particles[i], text, n) == 0 && is_made_of_particles (text + n, length - n))
        return TRUE;
    }
  return FALSE;
}

/* What ICU counts to the word before it. ၌, ၍ and ၏ are particles, although Unicode has them as punctuation. */
static gboolean
is_after_word (gunichar c)
{
  return pg_is_white (c) || (g_unichar_ispunct (c) && (c < 0x104c || c > 0x104f));
}

/* Whether what starts at a character is but the end of the word before it. */
static gboolean
is_ending (const PgGalley *galley, const gboolean *words, guint at)
{
  guint end = at + 1;
  while (end < galley->n_chars && !words[end] && !is_after_word (galley->chars[end]))
    end++;
  if (end == at + 1 && is_consonant (galley->chars[at]))
    return galley->chars[at] != THAI_NO_NU;
  return is_made_of_particles (galley->text + galley->offsets[at], galley->offsets[end] - galley->offsets[at]);
}

gboolean
pg_is_within_phrase (const PgGalley *galley, const gboolean *words, guint at)
{
  if (is_repetition (galley->chars[at]))
    return TRUE;
  if (!pg_is_wordless (galley->chars[at]) || !pg_is_wordless (galley->chars[at - 1]))
    return FALSE;
  return follows_prefix (galley, words, at) || is_ending (galley, words, at);
}
