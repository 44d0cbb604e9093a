/* Enters: events with what is wider than usual. Leaves: whether pieces have a place for it: nothing is broken within a word. */
#include "journey.h"

#define LONG                                                                                                           \
  "An International High-Level Conference on the Measurement, Reporting and Verification of What Comes and Goes with " \
  "the Tides of Shallow Seas and the Estuaries of Large Rivers"
#define EVENT(attributes, title, entries)                                                                              \
  "<programme version='1' languages='en th km' " attributes                                                            \
  " timezone='Asia/Bangkok'><event status='Draft'><title>" title                                                       \
  "</title><title xml:lang='km'>សមុទ្រ</title></event><people>"                                            \
  "<person id='aalto'><name>Aino Alexandra Theodora <family>Aalto-Papadopoulou</family></name></person>"               \
  "<person id='lee'><name>Maximilian Hanno Theodor <family>Lee-Hatzigeorgiou</family></name></person></people>"        \
  "<rooms><room id='hall'><name>Hall</name></room></rooms><agenda><day date='2031-05-05'>" entries                     \
  "</day></agenda></programme>"
#define SESSIONS                                                                                                       \
  "<session start='10:00' end='10:45' number='1' room='hall'><title>Tides</title><group role='chair'>"                 \
  "<slot who='aalto'/><slot who='lee'/></group></session>"                                                             \
  "<session start='12:45' end='13:30' number='2' room='hall'><title>Winds</title></session>"                           \
  "<session start='22:00' end='23:30' room='hall'><title>Walk</title></session>"

static void
assert_whole_in (const char *theme, const char *xml, const char *piece, const char *kind, const char *language,
                 gboolean large_print)
{
  g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
  journey->large_print = large_print;
  journey->more[0] = kind != NULL ? "kind" : NULL;
  journey->more[1] = kind;
  g_assert_true (journey_make (journey, piece, language, NULL));
  for (guint i = 0; i < programme_report_get_n_findings (journey->report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (journey->report, i);
      const char *code = programme_finding_get_code (finding);
      if (g_str_equal (code, "overfull-line") || g_str_equal (code, "overflow"))
        g_error ("%s in %s: %s", piece, theme, programme_finding_get_message (finding));
    }
}

/* Asserts that in no theme a word of a piece is broken, or anything squeezed out of the page. */
static void
assert_whole (const char *xml, const char *piece, const char *kind, const char *language, gboolean large_print)
{
  static const char *const themes[] = { "institutional", "modern", "classic" };
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    assert_whole_in (themes[i], xml, piece, kind, language, large_print);
}

static void
test_clock_words (void)
{
  static const char twelve[] = EVENT ("times='9:00 am'", "Seas", SESSIONS), usual[] = EVENT ("", "Seas", SESSIONS);
  assert_whole (twelve, "booklet", NULL, "en", FALSE);
  assert_whole (twelve, "booklet", NULL, "en", TRUE);
  assert_whole (twelve, "signs", "screen", "en", FALSE);
  assert_whole (usual, "signs", "screen", "th", FALSE);
}

static void
test_long_title (void)
{
  static const char xml[] = EVENT ("", LONG, SESSIONS);
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "booklet", "en", NULL));
  assert_said (journey, 2, "draft", "DRAFT");
}

static void
test_long_foot (void)
{
  static const char xml[] = EVENT ("", "Seas", SESSIONS);
  assert_whole (xml, "cues", NULL, "en", FALSE);
  assert_whole (xml, "cues", NULL, "en", TRUE);
}

/* Letters that are high, and have marks above and below them. */
static void
test_high_letters (void)
{
  static const char xml[] = EVENT ("", "Seas", SESSIONS);
  assert_whole (xml, "signs", "board", "km", FALSE);
  assert_whole (xml, "cues", NULL, "km", FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wide/clock-words", test_clock_words);
  g_test_add_func ("/wide/long-title", test_long_title);
  g_test_add_func ("/wide/long-foot", test_long_foot);
  g_test_add_func ("/wide/high-letters", test_high_letters);
  return g_test_run ();
}
