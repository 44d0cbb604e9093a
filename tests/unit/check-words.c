/* Enters: the lines of printed pages, and words. Leaves: whether each word stands where it should, once. */
#include "printed.h"

#include <string.h>

/* The words of a text that are known, without what is put into them to break them; in small letters. */
static void
add_words (GPtrArray *words, GHashTable *known, const char *text)
{
  g_autoptr (GString) word = g_string_new (NULL);
  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (character != 0 && g_unichar_isalnum (character))
        g_string_append_unichar (word, g_unichar_tolower (character));
      else if (character != 0x00AD)
        {
          gpointer found = NULL;
          if (word->len > 0 && g_hash_table_lookup_extended (known, word->str, &found, NULL))
            g_ptr_array_add (words, found);
          g_string_truncate (word, 0);
        }
      if (character == 0)
        break;
    }
}

/* The known words of lines. A paragraph's lines belong together even where its page ends within a word: what stands
   beside it may come between. */
static GPtrArray *
words_of (const GArray *lines, gboolean of_cover, GHashTable *known)
{
  GPtrArray *words = g_ptr_array_new ();
  g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL); /* of paragraphs that go on: bytes that were read */
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (printed_is_cover (line) != of_cover)
        continue;
      guint start = line->index > 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (ends, line->lines)) : 0, end = start;
      gboolean is_last = line->index + 1 == line->lines->n_lines;
      /* up to the last space of this line, or to the paragraph's end */
      for (guint k = start; k < line->line->end; k++)
        if (strchr (" \n", line->lines->text[k]) != NULL || is_last
            || strncmp (line->lines->text + k, "\xE2\x80\xA8", 3) == 0)
          end = k + 1;
      g_autofree char *text = g_utf8_make_valid (line->lines->text + start, (gssize) (end - start));
      add_words (words, known, text);
      g_hash_table_insert (ends, (gpointer) line->lines, GUINT_TO_POINTER (end));
    }
  return words;
}

static const char *
word_at (const GPtrArray *words, guint index)
{
  return index < words->len ? g_ptr_array_index (words, index) : "(the end)";
}

char *
check_words_in_order (const GArray *said, GHashTable *known, const GPtrArray *expected)
{
  g_autoptr (GPtrArray) found = words_of (said, FALSE, known);
  for (guint i = 0; i < MAX (found->len, expected->len); i++)
    if (strcmp (word_at (found, i), word_at (expected, i)) != 0)
      return g_strdup_printf ("word %u of %u is “%s” instead of “%s”, after “%s”", i + 1, expected->len,
                              word_at (found, i), word_at (expected, i), i > 0 ? word_at (expected, i - 1) : "");
  return NULL;
}

static GHashTable *
count (const GPtrArray *words)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < words->len; i++)
    {
      gpointer word = g_ptr_array_index (words, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, word));
      g_hash_table_insert (counts, word, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

/* optional: what is not expected may stand once. */
static char *
compare_counts (const GPtrArray *found, const GPtrArray *expected, gboolean optional)
{
  g_autoptr (GHashTable) there = count (found), wanted = count (expected);
  for (guint i = 0; i < found->len + expected->len; i++)
    {
      const char *word = i < found->len ? g_ptr_array_index (found, i) : g_ptr_array_index (expected, i - found->len);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (there, word));
      guint n_wanted = GPOINTER_TO_UINT (g_hash_table_lookup (wanted, word));
      if (n != n_wanted && !(optional && n_wanted == 0 && n == 1))
        return g_strdup_printf ("“%s” stands %u times instead of %u", word, n, n_wanted);
    }
  return NULL;
}

char *
check_words_counted (const GArray *said, GHashTable *known, const GPtrArray *expected)
{
  g_autoptr (GPtrArray) found = words_of (said, FALSE, known);
  return compare_counts (found, expected, FALSE);
}

char *
check_words_of_cover (const PgPages *pages, GHashTable *known, const GPtrArray *expected)
{
  g_autoptr (GArray) all = printed_lines (pages);
  g_autoptr (GPtrArray) found = words_of (all, TRUE, known);
  return compare_counts (found, expected, TRUE);
}
