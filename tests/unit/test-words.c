/* Enters: small events in many languages. Leaves: whether the library's words, dates and figures stand in print as those who
   write the language have them. */
#include "findings.h"
#include "printed.h"
#include "said.h"

#include <glib/gstdio.h>
#include <programme/programme.h>
#include <string.h>

/* One day's event; attributes of the root and of the event. */
static char *
one_day (const char *attributes, const char *status)
{
  return g_strdup_printf ("<programme version='1' %s><words><word key='page-of'>%%2 / %%1</word></words>"
                          "<event %s><title>Harbours</title></event><agenda><day date='2031-07-01'>"
                          "<session start='09:00' end='10:00'><title>Ships</title></session><end/></day></agenda>"
                          "</programme>",
                          attributes, status);
}

static ProgrammeTheme *
own_theme (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("words-XXXXXX", &error),
                  *path = g_build_filename (folder, "own.theme", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  ProgrammeTheme *theme = programme_theme_read_file (path, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return theme;
}

static void
test_page_of (void)
{
  static const char *const texts[] = { "2 / 2", NULL }, *const first[] = { "3 / 2", NULL };
  g_autofree char *xml = one_day ("languages='en'", "");

  g_autoptr (ProgrammeTheme) theme = own_theme ("[theme]\nextends=institutional\n[arrangement]\nfolio=page-of\n");
  printed_assert (xml, theme, "en", texts);
  static const char two[]
      = "<programme version='1' languages='en'><words><word key='page-of'>%2 / %1</word></words>"
        "<event><title>Harbours</title></event><agenda><day date='2031-07-01'><session start='09:00' end='10:00'>"
        "<title>Ships</title></session></day><day date='2031-07-02'><session start='09:00' end='10:00'>"
        "<title>Tides</title></session></day></agenda></programme>";
  printed_assert (two, theme, "en", first);
}

/* A single day has no number. */
static void
test_end (void)
{
  static const char *const english[] = { "End of programme", NULL }, *const french[] = { "Fin du programme", NULL };
  g_autofree char *xml = one_day ("languages='en fr'", "");
  printed_assert (xml, journey_theme ("institutional"), "en", english);
  printed_assert (xml, journey_theme ("institutional"), "fr", french);
}

/* Status and name of the document, in the order of the language. */
static void
test_stated (void)
{
  static const struct
  {
    const char *language, *texts[2];
  } stated[] = { { "en", { "DRAFT AGENDA" } },
                 { "fr", { "PROGRAMME – PROJET" } },
                 { "ja", { "プログラム（案）" } },
                 { "de", { "PROGRAMM – ENTWURF" } } };
  for (guint i = 0; i < G_N_ELEMENTS (stated); i++)
    {
      g_autofree char *attributes = g_strdup_printf ("languages='%s'", stated[i].language);
      g_autofree char *xml = one_day (attributes, "status='draft'");
      printed_assert (xml, journey_theme ("classic"), stated[i].language, stated[i].texts);
    }
}

/* The order of the list of speakers: what is not known is not said. */
static void
test_orders (void)
{
  static const char xml[]
      = "<programme version='1' languages='%s'><event><title>Harbours</title></event>"
        "<people><person id='a'><name>%s</name></person></people><agenda><day date='2031-07-01'>"
        "<session start='09:00' end='10:00'><title>Ships</title><group role='speaker'><slot who='a'/></group></session>"
        "</day></agenda></programme>";
  static const struct
  {
    const char *languages, *name, *language, *texts[2];
  } orders[] = {
    { "en",
      "Aino <family>Aalto</family>",
      "en",
      { "In alphabetical order of family name. The number after each session is its page in the agenda." } },
    { "en", "Aino Aalto", "en", { "In alphabetical order. The number after each session is its page in the agenda." } },
    { "vi en",
      "<family>Aino</family> Aalto",
      "en",
      { "In alphabetical order. The number after each session is its page in the agenda." } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *event = g_strdup_printf (xml, orders[i].languages, orders[i].name);
      printed_assert_in ("speakers", event, journey_theme ("institutional"), orders[i].language, orders[i].texts);
    }
}

/* Figures of the language stand wholly or not at all on a page, in what the library prints. */
static void
test_figures (void)
{
  static const char xml[]
      = "<programme version='1' languages='km en' timezone='Asia/Phnom_Penh' %s>%s<event "
        "revision='2'><title>A</title></event>"
        "<rooms><room id='r' level='3'><name>B</name></room></rooms><agenda><day date='2031-07-01'>"
        "<session start='09:00' end='10:00' number='4' room='r'><title>C</title></session></day></agenda></programme>";
  static const char *const khmer[]
      = { "កំណែលើកទី២", "០៩:០០–១០:០០", "ថ្ងៃអង្គារ ទី១ ខែកក្កដា ឆ្នាំ២០៣១", "វគ្គទី៤", "B\u00A0· ជាន់ទី៣", "២", NULL };
  static const char *const latin[] = { "កំណែលើកទី2", "09:00–10:00", "វគ្គទី4", "2", NULL };
  static const char *const english[] = { "Revision\u00A02", "09:00–10:00", "Tuesday 1 July 2031", "Session 4", NULL };
  g_autofree char *usual = g_strdup_printf (xml, "", "");
  g_autofree char *wanted = g_strdup_printf (xml, "", "<formats><format xml:lang='km' figures='latin'/></formats>");
  printed_assert (usual, journey_theme ("institutional"), "km", khmer);
  printed_assert (wanted, journey_theme ("institutional"), "km", latin);
  printed_assert (usual, journey_theme ("institutional"), "en", english);
  g_autoptr (Journey) journey = journey_new (usual, journey_theme ("institutional"));
  journey->second = "en";
  journey->bilingual = PG_BILINGUAL_STACKED;
  printed_assert_journey (journey, "km", (const char *const[]){ "09:00–10:00", "វគ្គទី4\u2002\u2005Session 4", NULL });
}

/* The large theme's dates, in the order and the calendar of the language. */
static void
test_modern (void)
{
  static const struct
  {
    const char *attributes, *language, *texts[6];
  } cases[] = { { "languages='ja'", "ja", { "2031年", "7月1日", "1" } },
                { "languages='ko'", "ko", { "2031년", "7월 1일" } },
                { "languages='fr'", "fr", { "juillet", "Mardi", "1er juillet" } },
                { "languages='fa' calendar='persian'", "fa", { "تیر", "۱۰" } },
                { "languages='ru'", "ru", { "июля", "Вторник" } } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = one_day (cases[i].attributes, "");
      printed_assert (xml, journey_theme ("modern"), cases[i].language, cases[i].texts);
    }
}

static char *
findings_of (const char *words)
{
  g_autofree char *xml
      = g_strdup_printf ("<programme version='1' languages='fi'>%s<event><title>Satamat</title></event><agenda>"
                         "<day date='2031-07-01'><session start='09:00' end='10:00'><title>Laivat</title></session>"
                         "</day></agenda></programme>",
                         words);
  char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (xml, -1, FINDINGS_CHECK, &lines);
  g_assert_nonnull (event);
  return lines;
}

/* What the command prints for a language without words is a part of an event; filled in, nothing is missing. */
static void
test_template (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = programme_words_template ("fi", &error), *french = programme_words_template ("fr", NULL);
  g_autoptr (GRegex) regex = g_regex_new ("<!-- (.*) -->\n  (<word .*>)</word>", 0, 0, NULL);
  g_autofree char *filled = g_regex_replace (regex, empty, -1, 0, "\\2\\1</word>", 0, NULL);
  g_autofree char *none = findings_of (""), *some = findings_of (empty), *all = findings_of (filled);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (none, "the library has no words in \"fi\""));
  g_assert_nonnull (strstr (some, "[missing-words]"));
  g_assert_nonnull (strstr (some, "<word> is empty, and so are "));
  g_assert_true (strstr (some, "[empty-element]") == g_strrstr (some, "[empty-element]"));
  g_assert_cmpstr (all, ==, "");
  g_assert_nonnull (strstr (french, "<!-- Lunch -->\n  <word key=\"lunch\" xml:lang=\"fr\">Déjeuner</word>\n"));
  g_assert_nonnull (strstr (empty, "<word key=\"post\" xml:lang=\"fi\">%1, %2</word>"));
  g_assert_null (programme_words_template ("xx", &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_null (programme_words_template ("fi\"", NULL));
}

/* Chinese lists are by pinyin or by strokes, and say which: 王 (wang, 4 strokes) and 陈 (chen, 7). */
static void
test_chinese_order (void)
{
  static const struct
  {
    const char *format, *note;
    gboolean is_wang_first;
  } cases[] = { { "", "按姓氏汉语拼音顺序排列。", FALSE },
                { "<formats><format xml:lang='zh-Hans' order='strokes'/></formats>", "按姓名笔画顺序排列。", TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml
          = g_strdup_printf ("<programme version='1' languages='zh-Hans'>%s<event><title>港口</title></event><people>"
                             "<person id='c'><name><family>陈</family>一</name></person>"
                             "<person id='w'><name><family>王</family>一</name></person></people><agenda>"
                             "<day date='2031-07-01'><session start='09:00' end='10:00'><title>船</title>"
                             "<group role='speaker'><slot who='c w'/></group></session></day></agenda></programme>",
                             cases[i].format);
      g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
      g_assert_true (journey_make (journey, "speakers", "zh-Hans", NULL));
      g_autoptr (GArray) lines = printed_lines (journey->pages);
      g_autoptr (GString) all = g_string_new (NULL);
      for (guint j = 0; j < lines->len; j++)
        {
          const PrintedLine *line = &g_array_index (lines, PrintedLine, j);
          g_string_append_len (all, line->lines->text + line->line->start, line->line->end - line->line->start);
        }
      g_assert_nonnull (strstr (all->str, cases[i].note));
      g_assert_cmpint (strstr (all->str, "王一") < strstr (all->str, "陈一"), ==, cases[i].is_wang_first);
    }
}

/* What a page says of days, sessions and tracks that say themselves what they are; sentences in ideographs meet without a space. */
static void
test_said_once (void)
{
  static const char xml[]
      = "<programme version='1' languages='en ja'><event><title>Harbours</title></event>"
        "<people><person id='a'><name>Aino <family>Aalto</family></name></person></people>"
        "<tracks><track id='t'><name>Track A</name></track></tracks><agenda><day date='2031-07-01'>"
        "<title>Day 1: Ships</title><session start='09:00' end='10:00' number='Session 1' "
        "track='t'><title>Sails</title>"
        "<group role='speaker'><slot who='a'/></group></session></day><day date='2031-07-02'><session kind='panel' "
        "number='Panel 2' start='09:00' end='10:00'><title>Tides</title></session></day></agenda></programme>";
  static const char *const english[] = { "Session 1", "Track A", "Panel 2", "Day 1: Ships", NULL };
  static const char *const japanese[]
      = { "姓の順に掲載しています。各セッションの後の数字は、プログラムのページ番号です。", NULL };
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      g_autoptr (Journey) journey = journey_new (xml, journey_theme (*theme));
      printed_assert_journey (journey, "en", english);
      g_autoptr (GArray) lines = printed_lines (journey->pages);
      for (guint i = 0; i < lines->len; i++)
        {
          const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
          g_autofree char *said
              = g_strndup (line->lines->text + line->line->start, line->line->end - line->line->start);
          g_assert_true (!g_str_has_prefix (said, "Day 1") || printed_is_cover (line) || strlen (said) > 5);
        }
    }
  printed_assert_in ("speakers", xml, journey_theme ("institutional"), "ja", japanese);
}

/* No position of a sample says the organisation, which is printed beside it. */
static void
test_samples (void)
{
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "..", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (samples, 0, NULL);
  guint n = 0;
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (samples, name, "event.xml", NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      g_autoptr (Journey) journey = journey_new_for_file (path, journey_theme ("institutional"));
      for (guint i = 0; i < journey->event->people->len; i++)
        {
          const PgPerson *person = g_ptr_array_index (journey->event->people, i);
          for (guint k = 0;
               person->position != NULL && person->organisation != NULL && k < person->position->versions->len;
               k++, n++)
            {
              const PgVersion *position = g_ptr_array_index (person->position->versions, k);
              const PgVersion *body = pg_text_lookup (person->organisation->name, position->language);
              if (body != NULL && strstr (position->string, body->string) != NULL)
                g_error ("%s: “%s” says “%s”", name, position->string, body->string);
            }
        }
    }
  g_assert_cmpuint (n, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/page-of", test_page_of);
  g_test_add_func ("/words/end", test_end);
  g_test_add_func ("/words/stated", test_stated);
  g_test_add_func ("/words/orders", test_orders);
  g_test_add_func ("/words/figures", test_figures);
  g_test_add_func ("/words/modern", test_modern);
  g_test_add_func ("/words/template", test_template);
  g_test_add_func ("/words/samples", test_samples);
  g_test_add_func ("/words/said-once", test_said_once);
  g_test_add_func ("/words/chinese-order", test_chinese_order);
  return g_test_run ();
}
