/* Enters: files of hyphenation patterns. Leaves: whether words are divided as libhyphen divides them by itself, and soon. */
#include "slow.h"
#include "text/dictionary.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Dictionaries last as long as the process. */
static HyphenDict *kept[8];
static guint n_kept;

static HyphenDict *
load (const char *path)
{
  return kept[n_kept++] = pg_dictionary_load (path);
}

/* "ha=fen" for "hafen". */
static char *
divide (HyphenDict *dictionary, const char *word)
{
  int size = (int) strlen (word);
  g_autofree char *points = g_malloc0 ((gsize) size + 5);
  char **replacements = NULL;
  int *positions = NULL, *cuts = NULL;
  hnj_hyphen_hyphenate3 (dictionary, word, size, points, NULL, &replacements, &positions, &cuts, 2, 2, 2, 2);
  GString *divided = g_string_new (NULL);
  for (int i = 0; i < size; i++)
    {
      g_string_append_c (divided, word[i]);
      if ((points[i] & 1) != 0 && i + 1 < size)
        g_string_append_c (divided, '=');
      if (replacements != NULL)
        free (replacements[i]);
    }
  free (replacements);
  free (positions);
  free (cuts);
  return g_string_free (divided, FALSE);
}

/* The file's text, and words with how they are divided; libhyphen must agree. */
static void
assert_divided (const char *text, const char *const words[][2], guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("dictionary-XXXXXX", NULL),
                  *path = g_build_filename (folder, "a.dic", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  HyphenDict *ours = load (path), *theirs = hnj_hyphen_load (path);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *divided = divide (ours, words[i][0]), *wanted = divide (theirs, words[i][0]);
      g_assert_cmpstr (divided, ==, words[i][1]);
      g_assert_cmpstr (divided, ==, wanted);
    }
  hnj_hyphen_free (theirs);
  g_unlink (path);
  g_rmdir (folder);
}

/* Where a longer pattern goes on, the shorter one is not looked at: dictionaries are made for that. */
static void
test_one_level (void)
{
  static const char *const words[][2] = { { "tafel", "ta=fel" },
                                          { "hafen", "hafen" },
                                          { "segel", "se=gel" },
                                          { "tafelnsegel", "ta=feln=se=gel" },
                                          { "xyz", "xyz" } };
  assert_divided ("UTF-8\nLEFTHYPHENMIN 2\n% a1h\n# a1h/x\na1f\nn1s\ne1g\n4h1a4f4a\n", words, G_N_ELEMENTS (words));
}

static void
test_two_levels (void)
{
  static const char *const words[][2] = { { "hafenwind", "ha=fen=wind" }, { "hafen", "ha=fen" }, { "wind", "wind" } };
  assert_divided ("ISO8859-1\nCOMPOUNDLEFTHYPHENMIN 2\nhafen1wind\nNOHYPHEN -\nNEXTLEVEL\na1f\nn1w\n", words,
                  G_N_ELEMENTS (words));
}

/* A pattern that changes the spelling is libhyphen's alone. */
static void
test_other_spelling (void)
{
  static const char *const words[][2] = { { "schiffahrt", "schif=fahrt" } };
  assert_divided ("UTF-8\nf1f/ff=f,1,2\n", words, G_N_ELEMENTS (words));
}

static void
test_no_file (void)
{
  g_assert_null (pg_dictionary_load ("/none/hyph_xx.dic"));
}

/* libhyphen takes seconds for it. */
static void
test_german (void)
{
  static const char path[] = "/usr/share/hyphen/hyph_de_DE.dic";
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no German dictionary");
      return;
    }
  clock_t before = clock ();
  HyphenDict *german = load (path);
  double seconds = (double) (clock () - before) / CLOCKS_PER_SEC;
  g_test_message ("German takes %.3f s", seconds);
  if (is_slow_run ())
    g_assert_cmpfloat (seconds, <, 1);
  g_autofree char *word = divide (german, "hafenwirtschaft");
  g_assert_cmpstr (word, ==, "ha=fen=wirt=schaft");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dictionary/one-level", test_one_level);
  g_test_add_func ("/dictionary/two-levels", test_two_levels);
  g_test_add_func ("/dictionary/other-spelling", test_other_spelling);
  g_test_add_func ("/dictionary/no-file", test_no_file);
  g_test_add_func ("/dictionary/german", test_german);
  return g_test_run ();
}
