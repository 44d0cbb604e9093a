/* Enters: two strings. Leaves: how many groups of three letters they share. */
#include "compare/likeness.h"

#include <string.h>

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;
  return left < right ? -1 : left > right;
}

/* A word's edges count, so that short ones have groups, too. */
GArray *
pg_trigrams_new (const char *string)
{
  GArray *trigrams = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autofree char *folded = g_utf8_casefold (string != NULL ? string : "", -1);
  guint64 last = ' ', before = ' ';
  for (const char *at = folded; *folded != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = *at != '\0' ? g_utf8_get_char (at) : ' ';
      guint64 letter = g_unichar_isalnum (c) || g_unichar_ismark (c) ? c : ' ';
      guint64 group = before << 42 | last << 21 | letter;
      if (last != ' ' || letter != ' ')
        g_array_append_val (trigrams, group);
      before = last;
      last = letter;
      if (*at == '\0')
        break;
    }
  g_array_sort (trigrams, compare_numbers);
  return trigrams;
}

double
pg_trigrams_likeness (const GArray *a, const GArray *b)
{
  guint shared = 0;
  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      guint64 left = g_array_index (a, guint64, i), right = g_array_index (b, guint64, k);
      shared += left == right ? 1 : 0;
      i += left <= right ? 1 : 0;
      k += right <= left ? 1 : 0;
    }
  return a->len + b->len > 0 ? 2.0 * shared / (a->len + b->len) : 0;
}
