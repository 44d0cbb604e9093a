/* Enters: a language. Leaves: the heads of its indices by Unicode CLDR, and the one that a name stands below. */
#include "event/heads.h"

#include "event/icu.h"
#include "event/names.h"

#include <string.h>
#include <unicode/ulocdata.h>
#include <unicode/uset.h>

/* Chinese collations have places of their own for the letters that an index has. */
#define PINYIN_PLACE "\uFDD0"

struct PgHeads
{
  PgCollator *collator;
  GPtrArray *labels; /* char*, in the order of the language */
  gboolean is_pinyin;
};

static void
add_label (PgHeads *heads, const UChar *text, int32_t length)
{
  char *label = pg_icu_to_utf8 (text, length);
  if (label != NULL)
    g_ptr_array_add (heads->labels, label);
}

static void
add_range (PgHeads *heads, UChar32 from, UChar32 to)
{
  for (UChar32 c = from; c <= to; c++)
    {
      char label[8] = { 0 };
      g_unichar_to_utf8 ((gunichar) c, label);
      g_ptr_array_add (heads->labels, g_strdup (label));
    }
}

/* The set holds ranges of characters first, then strings, such as "LL". */
static void
add_labels (PgHeads *heads, const USet *set)
{
  for (int32_t i = 0; i < uset_getItemCount (set); i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar string[16];
      UChar32 from = 0, to = 0;
      int32_t length = uset_getItem (set, i, &from, &to, string, G_N_ELEMENTS (string), &status);
      if (U_SUCCESS (status) && length >= 2)
        add_label (heads, string, length);
      else if (U_SUCCESS (status))
        add_range (heads, from, to);
    }
}

static int
compare_labels (gconstpointer a, gconstpointer b, gpointer collator)
{
  return pg_collator_compare (collator, *(char *const *) a, *(char *const *) b);
}

PgHeads *
pg_heads_new (const char *language, const char *order)
{
  PgHeads *heads = g_new0 (PgHeads, 1);
  UErrorCode status = U_ZERO_ERROR;
  gboolean is_chinese = g_ascii_strncasecmp (language, "zh", 2) == 0;
  heads->collator = pg_collator_new (language, order);
  heads->labels = g_ptr_array_new_with_free_func (g_free);
  heads->is_pinyin = is_chinese && pg_collator_compare (heads->collator, PINYIN_PLACE "B", "一") < 0
                     && pg_collator_compare (heads->collator, "一", PINYIN_PLACE "Z") < 0;
  ULocaleData *data = ulocdata_open (language, &status);
  USet *set = U_SUCCESS (status) ? ulocdata_getExemplarSet (data, NULL, 0, ULOCDATA_ES_INDEX, &status) : NULL;
  if (U_SUCCESS (status) && set != NULL && is_chinese == heads->is_pinyin)
    add_labels (heads, set);
  g_ptr_array_sort_with_data (heads->labels, compare_labels, heads->collator);
  g_clear_pointer (&set, uset_close);
  if (data != NULL)
    ulocdata_close (data);
  return heads;
}

void
pg_heads_free (PgHeads *heads)
{
  if (heads == NULL)
    return;
  pg_collator_free (heads->collator);
  g_ptr_array_unref (heads->labels);
  g_free (heads);
}

static gboolean
is_of_script (const char *label, const char *key)
{
  GUnicodeScript a = g_unichar_get_script (g_utf8_get_char (label)), b = g_unichar_get_script (g_utf8_get_char (key));
  gboolean are_kana = (a == G_UNICODE_SCRIPT_HIRAGANA || a == G_UNICODE_SCRIPT_KATAKANA)
                      && (b == G_UNICODE_SCRIPT_HIRAGANA || b == G_UNICODE_SCRIPT_KATAKANA);
  return a == b || are_kana;
}

/* Whether a key stands at the place of a label or after it. */
static gboolean
is_below (const PgHeads *heads, const char *label, const char *key)
{
  if (!heads->is_pinyin)
    return is_of_script (label, key) && pg_collator_compare (heads->collator, label, key) <= 0;
  g_autofree char *place = g_strconcat (PINYIN_PLACE, label, NULL);
  return g_unichar_get_script (g_utf8_get_char (key)) == G_UNICODE_SCRIPT_HAN
         && pg_collator_compare (heads->collator, place, key) <= 0;
}

/* "É" gives "E". Letters that are syllables or words are no heads. */
static char *
own_letter (const char *key)
{
  GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (key));
  if (script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_CYRILLIC && script != G_UNICODE_SCRIPT_GREEK)
    return g_strdup ("");
  g_autofree char *parts = g_utf8_normalize (key, -1, G_NORMALIZE_NFD);
  g_autofree char *letter = g_utf8_substring (parts, 0, 1);
  return g_utf8_strup (letter, -1);
}

char *
pg_heads_find (const PgHeads *heads, const char *key)
{
  const char *found = NULL;
  for (guint i = 0; i < heads->labels->len; i++)
    if (is_below (heads, g_ptr_array_index (heads->labels, i), key))
      found = g_ptr_array_index (heads->labels, i);
  return found != NULL ? g_strdup (found) : own_letter (key);
}
