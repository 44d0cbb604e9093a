/* Enters: the catalogues of words, and ICU's names of countries. Leaves: whether each language has all words, and says
   those that were reviewed as they should be. */
#include "event/event.h"
#include "event/names.h"
#include "event/words.h"

#include <gio/gio.h>
#include <string.h>

static void
test_words (void)
{
  g_autoptr (ProgrammeEvent) event = pg_event_new ("event.xml", NULL);
  const char *language;
  g_assert_cmpstr (pg_word (event, "lunch", "fr", &language), ==, "Déjeuner");
  g_assert_cmpstr (language, ==, "fr");
  g_assert_cmpstr (pg_word (event, "lunch", "pt-BR", &language), ==, "Almoço");
  g_assert_cmpstr (language, ==, "pt");
  g_assert_cmpstr (pg_word (event, "coffee", "pt-BR", &language), ==, "Intervalo para café");
  g_assert_cmpstr (language, ==, "pt-BR");
  g_assert_cmpstr (pg_word (event, "coffee", "es-MX", &language), ==, "Receso para café");
  g_assert_cmpstr (language, ==, "es-419");
  g_assert_cmpstr (pg_word (event, "coffee", "es-ES", NULL), ==, "Pausa para el café");
  g_assert_cmpstr (pg_word (event, "dinner", "fr-CA", NULL), ==, "Souper");
  g_assert_cmpstr (pg_word (event, "organised-by", "en-US", NULL), ==, "Organized by");
  g_assert_cmpstr (pg_word (event, "organised-by", "en-PH", NULL), ==, "Organized by");
  g_assert_cmpstr (pg_word (event, "organised-by", "en-IE", NULL), ==, "Organised by");
  g_assert_cmpstr (pg_word (event, "lunch", "xx", &language), ==, "Lunch");
  g_assert_cmpstr (language, ==, "en");
  g_assert_cmpstr (pg_word (event, "elevenses", "fr", &language), ==, "elevenses");
  PgWord *own = pg_arena_new0 (event->arena, PgWord);
  own->key = "lunch";
  own->text = pg_text_new (event->arena, "fi", "Lounas", NULL);
  g_ptr_array_add (event->words, own);
  g_assert_cmpstr (pg_word (event, "lunch", "fi", &language), ==, "Lounas");
  g_assert_cmpstr (language, ==, "fi");
  g_assert_cmpstr (pg_word (event, "lunch", "fr", NULL), ==, "Déjeuner");
}

static void
test_word_tags (void)
{
  static const char *const catalogues[][2] = { { "zh", "zh-Hans" },
                                               { "zh-CN", "zh-Hans" },
                                               { "zh-SG", "zh-Hans" },
                                               { "zh-Hans-HK", "zh-Hans" },
                                               { "zh-TW", "zh-Hant" },
                                               { "zh-HK", "zh-Hant" },
                                               { "zh-MO", "zh-Hant" },
                                               { "zh-Hant", "zh-Hant" },
                                               { "zh-hant", "zh-Hant" },
                                               { "zh-Hant-HK", "zh-Hant" },
                                               { "iw", "he" },
                                               { "in", "id" },
                                               { "in-ID", "id" },
                                               { "ar-EG", "ar" },
                                               { "pt_BR", "pt-BR" },
                                               { "pt-br", "pt-BR" },
                                               { "pt-AO", "pt" },
                                               { "en-GB", "en" },
                                               { "es-ES", "es" },
                                               { "KO", "ko" },
                                               { "es-419", "es" },
                                               { "sr-Latn-RS", "en" },
                                               { "", "en" } };
  for (guint i = 0; i < G_N_ELEMENTS (catalogues); i++)
    {
      const char *language;
      pg_word (NULL, "agenda", catalogues[i][0], &language);
      g_assert_cmpstr (language, ==, catalogues[i][1]);
    }
}

static void
test_words_with_values (void)
{
  g_autoptr (ProgrammeEvent) event = pg_event_new ("event.xml", NULL);
  PgArena *arena = event->arena;
  g_assert_cmpstr (pg_word_with (event, arena, "end-of-day", "en", "1"), ==, "End of Day 1");
  g_assert_cmpstr (pg_word_with (event, arena, "day", "ko", "2"), ==, "2일차");
  g_assert_cmpstr (pg_word_with (event, arena, "end-of-day", "fr", "1"), ==, "Fin de la première journée");
  g_assert_cmpstr (pg_word_with (event, arena, "day", "ar", "2"), ==, "اليوم الثاني");
  g_assert_cmpstr (pg_word_with (event, arena, "session-number", "ar-EG", "12"), ==, "الجلسة الثانية عشرة");
  g_assert_cmpstr (pg_word_with (event, arena, "session-number", "ar", "21"), ==, "الجلسة 21");
  g_assert_cmpstr (pg_word_with (event, arena, "session-number", "ar", "2.1"), ==, "الجلسة 2.1");
  g_assert_cmpstr (pg_word_with (event, arena, "day", "he", "1"), ==, "היום הראשון");
  g_assert_cmpstr (pg_word_with (event, arena, "day", "fa", "3"), ==, "روز سوم");
  g_assert_cmpstr (pg_word_with (event, arena, "day", "fa", "11"), ==, "روز 11");
  g_assert_cmpstr (pg_word_with (event, arena, "day", "vi", "2"), ==, "Ngày 2"); /* "thứ 2" is Monday */
  g_assert_cmpstr (pg_word_with (event, arena, "lunch", "en", "1"), ==, "Lunch");
  g_assert_cmpstr (pg_word_with (event, arena, "session-number", "en", "%s"), ==, "Session %s");
  g_assert_cmpstr (pg_word_with_two (event, arena, "page-of", "fr", "3", "12"), ==, "3 sur 12");
  g_assert_cmpstr (pg_word_with_two (event, arena, "page-of", "en", "%2", "1"), ==, "%2 of 1");
  /* What runs the other way is isolated. */
  g_assert_cmpstr (pg_word_with (event, arena, "track", "en", "قاعة (2)"), ==, "Track: \u2068قاعة (2)\u2069");
  g_autofree char *track = g_strdup (pg_word_with (event, arena, "track", "ar", "B (2)"));
  g_assert_nonnull (strstr (track, "\u2068B (2)\u2069"));
  /* Several things keep their order among each other. */
  g_assert_cmpstr (pg_word_with_two (event, arena, "bracketed", "ar", "", "\u2068GST\u2069 / غرينتش"), ==,
                   " (\u2068GST\u2069 / غرينتش)");
}

/* What a word leaves to fill in, whatever the order, for comparison between languages; an ordinal is a value, too. */
static char *
places_of (const char *said)
{
  static const char *const places[] = { "%1", "%2", "%s", "%" };
  g_autoptr (GRegex) share = g_regex_new ("(\\p{Nd}{3}\\x{a0}?)%", 0, 0, NULL);
  g_autofree char *without_shares = g_regex_replace (share, said, -1, 0, "\\1", 0, NULL);
  GString *word = g_string_new (without_shares), *found = g_string_new (NULL);
  g_string_replace (word, "%m", "%s", 0);
  g_string_replace (word, "%f", "%s", 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (const char *at = word->str; (at = strstr (at, places[i])) != NULL; at++)
      g_string_append (found, places[i]);
  g_string_free (word, TRUE);
  return g_string_free (found, FALSE);
}

static void
test_catalogues (void)
{
  static const char *const languages[]
      = { "ar", "de", "el", "en", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "km",      "ko",
          "lo", "ms", "my", "nl", "pl", "pt", "ru", "sv", "th", "tr", "uk", "vi", "zh-Hans", "zh-Hant" };
  const char *const *keys = pg_word_keys ();
  g_assert_cmpuint (g_strv_length ((GStrv) keys), >, 60);
  g_assert_true (pg_word_exists ("moderator"));
  g_assert_false (pg_word_exists ("moderater"));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/programme/words/%s.words", languages[i]);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_assert_nonnull (bytes);
      g_assert_true (g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL));
      g_auto (GStrv) own = g_key_file_get_keys (file, "words", NULL, NULL);
      g_assert_true (g_strv_equal ((const char *const *) own, keys)); /* in one order, too */
      for (guint j = 0; keys[j] != NULL; j++)
        {
          const char *language;
          const char *word = pg_word (NULL, keys[j], languages[i], &language);
          g_autofree char *places = places_of (word), *wanted = places_of (pg_word (NULL, keys[j], "en", NULL));
          if (strcmp (language, languages[i]) != 0 || *word == '\0' || strcmp (places, wanted) != 0)
            g_error ("%s.words: %s=%s", languages[i], keys[j], word);
        }
    }
}

/* What a country says in its own way: keys that the language has, too, with the same places to fill. */
static void
test_regional_catalogues (void)
{
  static const char *const regional[][2]
      = { { "en-US", "en" }, { "es-419", "es" }, { "fr-CA", "fr" }, { "pt-BR", "pt" } };
  for (guint i = 0; i < G_N_ELEMENTS (regional); i++)
    {
      g_autofree char *path = g_strdup_printf ("/programme/words/%s.words", regional[i][0]);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_assert_true (g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL));
      g_auto (GStrv) own = g_key_file_get_keys (file, "words", NULL, NULL);
      g_assert_cmpuint (g_strv_length (own), >, 2);
      for (guint j = 0; own[j] != NULL; j++)
        {
          const char *word = pg_word (NULL, own[j], regional[i][0], NULL),
                     *general = pg_word (NULL, own[j], regional[i][1], NULL);
          g_autofree char *places = places_of (word), *wanted = places_of (general);
          if (!pg_word_exists (own[j]) || strcmp (places, wanted) != 0 || strcmp (word, general) == 0)
            g_error ("%s.words: %s=%s", regional[i][0], own[j], word);
        }
    }
}

static void
test_countries (void)
{
  g_autoptr (ProgrammeEvent) event = pg_event_new ("event.xml", NULL);
  PgArena *arena = event->arena;
  g_assert_cmpstr (pg_country_name (event, arena, "FI", "en"), ==, "Finland");
  g_assert_cmpstr (pg_country_name (event, arena, "FI", "fr"), ==, "Finlande");
  g_assert_cmpstr (pg_country_name (event, arena, "KR", "ko"), ==, "대한민국");
  g_assert_cmpstr (pg_country_name (event, arena, "QQ", "en"), ==, "QQ");
  g_assert_cmpstr (pg_country_name (event, arena, "TR", "en"), ==, "Türkiye");
  g_assert_cmpstr (pg_country_name (event, arena, "TR", "en-US"), ==, "Türkiye");
  g_assert_cmpstr (pg_country_name (event, arena, "TT", "en"), ==, "Trinidad and Tobago");
  g_assert_cmpstr (pg_country_name (event, arena, "CD", "en"), ==, "Democratic Republic of the Congo");
  static const char *const former[][2]
      = { { "en", "Myanmar" },    { "en-US", "Myanmar" }, { "fr", "Myanmar" }, { "ru", "Мьянма" },
          { "ja", "ミャンマー" }, { "th", "เมียนมา" },     { "lo", "ມຽນມາ" },   { "ar", "ميانمار" },
          { "zh-Hans", "缅甸" },  { "fi", "Myanmar" } };
  for (guint i = 0; i < G_N_ELEMENTS (former); i++)
    g_assert_cmpstr (pg_country_name (event, arena, "MM", former[i][0]), ==, former[i][1]);
  PgCountry *own = pg_arena_new0 (arena, PgCountry);
  own->code = "LA";
  own->name = pg_text_new (arena, "en", "Lao PDR", NULL);
  g_ptr_array_add (event->countries, own);
  g_assert_cmpstr (pg_country_name (event, arena, "LA", "en"), ==, "Lao PDR");
  g_assert_cmpstr (pg_country_name (event, arena, "LA", "fr"), ==, "Lao PDR");
  g_assert_nonnull (pg_country_text (event, "LA"));
  g_assert_null (pg_country_text (event, "FI"));
  g_assert_true (pg_country_exists ("XK"));
  g_assert_false (pg_country_exists ("QQ"));
  g_assert_true (pg_language_exists ("zh-Hant"));
  g_assert_false (pg_language_exists ("jp"));
}

/* What those who know a language would stumble over: "the second day" that is Monday, a session that is a parliament's or a play, a
   list that promises an order it has not, Portuguese that is Brazilian. */
static void
test_reviewed (void)
{
  static const char *const words[][3] = {
    { "vi", "day", "Ngày %s" },
    { "lo", "day", "ມື້ທີ %s" },
    { "th", "day", "วันที่ %s ของการประชุม" },
    { "ko", "speakers-title", "연사 명단" },
    { "km", "session-number", "វគ្គទី%s" },
    { "km", "plenary", "កិច្ចប្រជុំពេញអង្គ" },
    { "he", "presenter", "מצגת" },
    { "he", "day", "היום ה%m" },
    { "ar", "day", "اليوم %m" },
    { "ar", "session-number", "الجلسة %f" },
    { "vi", "in-order-family", "Xếp theo thứ tự chữ cái A, B, C." },
    { "th", "in-order-family", "เรียงตามลำดับตัวอักษร" },
    { "lo", "in-order-family", "ຈັດລຽງຕາມລຳດັບຕົວອັກສອນ" },
    { "id", "in-order-family", "Diurutkan menurut abjad." },
    { "ms", "in-order-family", "Disusun mengikut abjad." },
    { "zh-Hans", "in-order-family", "按姓氏汉语拼音顺序排列。" },
    { "zh-Hant", "in-order-family", "依姓氏筆畫排列。" },
    { "en", "track", "Track: %s" },
    { "en-US", "organised-by", "Organized by" },
    { "pt", "speakers-title", "Oradores" },
    { "pt-BR", "speakers-title", "Palestrantes" },
    { "pt-BR", "agenda", "Programação" },
    { "fr", "end", "Fin du programme" },
    { "fr-CA", "lunch", "Dîner" },
    { "de", "end-of-day", "Ende des %s. Tages" },
    { "ko", "bracketed", "%1(%2)" },
    { "fr", "stated", "%2 – %1" },
    { "ja", "stated", "%2（%1）" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpstr (pg_word (NULL, words[i][1], words[i][0], NULL), ==, words[i][2]);
  g_autoptr (ProgrammeEvent) event = pg_event_new ("event.xml", NULL);
  g_assert_cmpstr (pg_country_name (event, event->arena, "PL", "pt"), ==, "Polónia");
  g_assert_cmpstr (pg_country_name (event, event->arena, "PL", "pt-BR"), ==, "Polônia");
}

/* What says its word itself is not said to be that again. */
static void
test_said_words (void)
{
  static const struct
  {
    const char *key, *language, *value, *said;
  } cases[] = { { "track", "en", "Track A", "Track A" },
                { "track", "en", "track B: data", "track B: data" },
                { "track", "en", "Track2", "Track2" },
                { "track", "en", "Tracking ships", "Track: Tracking ships" },
                { "track", "en", "Ships", "Track: Ships" },
                { "track", "de", "Themenbereich Bildung", "Themenbereich Bildung" },
                { "track", "ja", "分科会A", "分科会A" },
                { "track", "zh-Hans", "分论坛一", "分论坛一" },
                { "track", "el", "ΘΕΜΑΤΙΚΉ ΕΝΌΤΗΤΑ Α", "ΘΕΜΑΤΙΚΉ ΕΝΌΤΗΤΑ Α" },
                { "day", "en", "Day 1", "Day 1" },
                { "session-number", "en", "Session 3", "Session 3" },
                { "session-number", "en", "3", "Session 3" },
                { "session-number", "zh-Hans", "第3场会议", "第3场会议" },
                { "session-number", "zh-Hans", "第3", "第第3场会议" },
                { "session-number", "zh-Hans", "3", "第3场会议" },
                { "level", "ja", "3階", "3階" },
                { "level", "ja", "3", "3階" },
                { "level", "en", "Leveller", "Level Leveller" },
                { "table-number", "fr", "table 4", "table 4" } };
  g_autoptr (ProgrammeEvent) event = pg_event_new ("event.xml", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (pg_word_with (event, event->arena, cases[i].key, cases[i].language, cases[i].value), ==,
                     cases[i].said);
  g_assert_true (pg_word_is_said ("Panel", "PANEL 2"));
  g_assert_false (pg_word_is_said ("Panel", "2"));
  g_assert_true (pg_word_is_said ("Day 1", "Day 1: Arrivals"));
  g_assert_false (pg_word_is_said ("Day 1", "Day 10"));
  g_assert_false (pg_word_is_said ("", ""));
  g_assert_false (pg_word_is_said ("%s", "3"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogues/words", test_words);
  g_test_add_func ("/catalogues/words/tags", test_word_tags);
  g_test_add_func ("/catalogues/words/values", test_words_with_values);
  g_test_add_func ("/catalogues/words/catalogues", test_catalogues);
  g_test_add_func ("/catalogues/words/regional", test_regional_catalogues);
  g_test_add_func ("/catalogues/countries", test_countries);
  g_test_add_func ("/catalogues/words/reviewed", test_reviewed);
  g_test_add_func ("/catalogues/words/said", test_said_words);
  return g_test_run ();
}
