/* Enters: names in many scripts. Leaves: whether an index has them below the heads that their languages have. */
#include "event/heads.h"

#include <glib.h>

static void
test_found (void)
{
  static const struct
  {
    const char *language, *order, *key, *head;
  } cases[] = {
    { "en", NULL, "aasnes", "A" },    { "en", NULL, "Đặng", "D" },    { "en", NULL, "Śliwicka", "S" },
    { "en", NULL, "Zwaluw", "Z" },    { "de", NULL, "Özdemir", "O" }, { "sv", NULL, "Ångström", "Å" },
    { "sv", NULL, "Östberg", "Ö" },   { "es", NULL, "Ñandú", "Ñ" },   { "tr", NULL, "Çelik", "Ç" },
    { "ru", NULL, "Яковлев", "Я" },   { "uk", NULL, "Їжак", "Ї" },    { "el", NULL, "Άννα", "Α" },
    { "ko", NULL, "한보라", "ㅎ" },   { "ko", NULL, "Lee", "L" },     { "ja", NULL, "やまだ", "や" },
    { "ja", NULL, "ワタナベ", "わ" }, { "ja", NULL, "山田", "" },     { "ja", NULL, "Evans", "E" },
    { "zh-Hans", NULL, "王", "W" },   { "zh-Hans", NULL, "安", "A" }, { "zh-Hant", "strokes", "王", "" },
    { "th", NULL, "เกษม", "ก" },      { "ar", NULL, "علي", "ع" },     { "he", NULL, "כהן", "כ" },
    { "hi", NULL, "शर्मा", "श" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PgHeads) heads = pg_heads_new (cases[i].language, cases[i].order);
      g_autofree char *head = pg_heads_find (heads, cases[i].key);
      g_test_message ("%s %s: %s", cases[i].language, cases[i].key, head);
      g_assert_cmpstr (head, ==, cases[i].head);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heads/found", test_found);
  return g_test_run ();
}
