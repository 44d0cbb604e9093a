/* Enters: the lines of printed pages, and words. Leaves: whether each word stands where it should, once. */
#include "printed.h"

#include <string.h>

static void
end_word (GPtrArray *words, GHashTable *known, GString *word)
{
  gpointer found = NULL;
  if (word->len > 0 && g_hash_table_lookup_extended (known, word->str, &found, NULL))
    g_ptr_array_add (words, found);
  g_string_truncate (word, 0);
}

/* The words of a text that are known, without what is put into them to break them; in small letters. Letters of two
   scripts are of two words, since Chinese puts no space between. */
static void
add_words (GPtrArray *words, GHashTable *known, const char *text)
{
  g_autoptr (GString) word = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      if (character == 0x00AD)
        continue;
      gboolean is_letter = g_unichar_isalpha (character); /* a raised figure follows a name */
      if (!is_letter || (word->len > 0 && (character < 0x80) != (word->str[0] > 0)))
        end_word (words, known, word);
      if (is_letter)
        g_string_append_unichar (word, g_unichar_tolower (character));
    }
  end_word (words, known, word);
}

/* A paragraph that goes on: its next line, and the beginning of a word that goes on there. */
typedef struct
{
  guint next;
  char *begun;
} Rest;

static void
free_rest (gpointer data)
{
  Rest *rest = data;
  g_free (rest->begun);
  g_free (rest);
}

/* Bytes of a text up to its last space or end of line. */
static gsize
whole_words (const char *text)
{
  gsize length = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (*at == ' ' || g_utf8_get_char (at) == 0x2028)
      length = (gsize) (g_utf8_next_char (at) - text);
  return length;
}

/* The known words of lines. A word that goes on in its paragraph's next line is one even where a page ends within it: what
   stands beside it may come between. A line that is missing or comes twice tears words apart or doubles them. */
static GPtrArray *
words_of (const GArray *lines, gboolean of_cover, GHashTable *known)
{
  GPtrArray *words = g_ptr_array_new ();
  g_autoptr (GHashTable) rests = g_hash_table_new_full (NULL, NULL, NULL, free_rest);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (printed_is_cover (line) != of_cover)
        continue;
      const Rest *before = g_hash_table_lookup (rests, line->lines);
      const char *begun = before != NULL && before->next == line->index ? before->begun : "";
      g_autofree char *own = g_strndup (line->lines->text + line->line->start, line->line->end - line->line->start);
      g_autofree char *text = g_strconcat (begun, own, NULL), *whole = NULL;
      gboolean is_last = line->index + 1 == line->lines->n_lines;
      gsize length = is_last ? strlen (text) : whole_words (text);
      whole = g_strndup (text, length);
      add_words (words, known, whole);
      Rest *rest = g_new (Rest, 1);
      *rest = (Rest){ line->index + 1, g_strdup (text + length) };
      g_hash_table_insert (rests, (gpointer) line->lines, rest);
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

GHashTable *
printed_counts (const GArray *said, GHashTable *known)
{
  g_autoptr (GPtrArray) words = words_of (said, FALSE, known);
  return count (words);
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
