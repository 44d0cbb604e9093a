/* Enters: single characters of Thai, Lao, Khmer and Burmese, and where ICU parts them. Leaves: whether they are ends of words
   and of syllables. */
#include "text/galley.h"
#include "text/words.h"

#include <string.h>

/* Whether the last of two or more characters would be but the end of the word before it, where ICU parts it from that. */
static gboolean
is_end (const gunichar *chars, guint n)
{
  char text[40] = "";
  guint offsets[10] = { 0 };
  gboolean words[10] = { 0 };
  for (guint i = 0; i < n; i++)
    offsets[i + 1] = offsets[i] + (guint) g_unichar_to_utf8 (chars[i], text + offsets[i]);
  words[0] = words[n - 1] = words[n] = TRUE;
  PgGalley galley = { .text = text, .chars = (gunichar *) chars, .offsets = offsets, .n_chars = n };
  return pg_is_within_phrase (&galley, words, n - 1);
}

/* A consonant alone is no word; but for Thai ณ, "in". */
static void
test_consonants (void)
{
  static const gunichar consonants[] = { 0x0e01, 0x0e2e, 0x0e81, 0x0eae, 0x1780, 0x17a2 };
  static const gunichar others[] = { 0x0e2f, 0x0e30, 0x0eb0, 0x17a3, 0x17b6, 0x0e13 };
  for (guint i = 0; i < G_N_ELEMENTS (consonants); i++)
    g_assert_true (is_end ((const gunichar[]){ 0x0e21, 0x0e32, consonants[i] }, 3));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (is_end ((const gunichar[]){ 0x0e21, 0x0e32, others[i] }, 3));
  /* The signs of repetition */
  g_assert_true (is_end ((const gunichar[]){ 0x0e21, ' ', 0x0e46 }, 3));
  g_assert_true (is_end ((const gunichar[]){ 0x0e81, ' ', 0x0ec6 }, 3));
  g_assert_true (is_end ((const gunichar[]){ 0x1780, ' ', 0x17d7 }, 3));
  g_assert_false (is_end ((const gunichar[]){ 0x0e21, ' ', 0x0e01 }, 3));
  g_assert_false (is_end ((const gunichar[]){ 'a', 0x0e01 }, 2));
}

static gboolean
is_within (const gunichar *chars, guint n, guint at)
{
  PgGalley galley = { .chars = (gunichar *) chars, .n_chars = n };
  return pg_is_within_syllable (&galley, at);
}

/* A letter with asat or virama on it, also below a dot, ends the syllable before it. */
static void
test_syllables (void)
{
  g_assert_true (is_within ((const gunichar[]){ 0x1000, 0x1014, 0x103a }, 3, 1));
  g_assert_true (is_within ((const gunichar[]){ 0x1000, 0x1014, 0x1039, 0x1010 }, 4, 1));
  g_assert_true (is_within ((const gunichar[]){ 0x1000, 0x1014, 0x1037, 0x103a }, 4, 1));
  g_assert_false (is_within ((const gunichar[]){ 0x1000, 0x1014, 0x1037 }, 3, 1));
  g_assert_false (is_within ((const gunichar[]){ 0x1000, 0x1014, 0x102c }, 3, 1));
  g_assert_false (is_within ((const gunichar[]){ ' ', 0x1014, 0x103a }, 3, 1));
  g_assert_false (is_within ((const gunichar[]){ 0x1000, 'n', 0x103a }, 3, 1));
  g_assert_false (is_within ((const gunichar[]){ 0x1000, 0x1014 }, 2, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/southeast/consonants", test_consonants);
  g_test_add_func ("/southeast/syllables", test_syllables);
  return g_test_run ();
}
