/* Enters: events with a second zone, formats of their own, and themes with native digits. Leaves: whether dates, times and
   numbers stand in print as they should, and what is said beside each other is joined as the language does. */
#include "printed.h"
#include "said.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
event_text (const char *attributes, const char *more)
{
  return g_strdup_printf (
      "<programme version='1' languages='en th' %s>%s<event status='Draft'><title>Harbours</title>"
      "<title xml:lang='th'>ท่าเรือ</title></event>"
      "<people><person id='a'><name>Aino Aalto</name></person></people>"
      "<agenda><day date='2031-07-05'><session start='09:00' end='16:30' number='12'><title>Ships</title>"
      "<title xml:lang='th'>เรือ</title><group role='speaker'><slot who='a' minutes='10'/></group></session>"
      "<break kind='coffee' start='23:00' end='25:30'/><end/></day>"
      "<day date='2031-12-06'><session start='09:00'><title>Tides</title></session></day></agenda></programme>",
      attributes, more);
}

static void
test_second_zone (void)
{
  static const char *const paris[]
      = { "Time (KST / CEST)", "09:00–16:30", "02:00–09:30",
          "23:00–01:30",       "16:00–18:30", /* the session's end is after midnight in Seoul alone */
          "Time (KST / CET)",  "01:00",       NULL };
  static const char *const auckland[] = { "Time (KST / NZ)", "12:00–19:30", "02:00+1–04:30+1", "13:00", NULL };
  g_autofree char *west = event_text ("timezone='Asia/Seoul' zone-label='KST' second-timezone='Europe/Paris'", "");
  g_autofree char *east = event_text ("timezone='Asia/Seoul' zone-label='KST' second-timezone='Pacific/Auckland' "
                                      "second-zone-label='NZ'",
                                      "");
  static const char *const winter[] = { "Time (KST / NZ)", "13:00", NULL };
  printed_assert (west, journey_theme ("institutional"), "en", paris);
  printed_assert (east, journey_theme ("institutional"), "en", auckland);
  printed_assert (east, journey_theme ("modern"), "en", auckland);
  printed_assert (east, journey_theme ("classic"), "en", winter);
}

static void
test_formats (void)
{
  static const char *const english[] = { "Day 1", "5 July", "9.00–16.30", NULL };
  static const char *const thai[] = { "วันที่ 1 ของการประชุม", "5/7/2031", "9h00–16h30", NULL };
  g_autofree char *xml = event_text ("date-pattern='d MMMM' times='9.00'",
                                     "<formats><format xml:lang='th' date='d/M/2031' times='9h00'/></formats>");
  printed_assert (xml, journey_theme ("institutional"), "en", english);
  printed_assert (xml, journey_theme ("institutional"), "th", thai);
}

static void
test_native_digits (void)
{
  static const char *const thai[] = { "วันที่ ๑ ของการประชุม",
                                      "วันเสาร์ที่ ๕ กรกฎาคม ๒๕๗๔",
                                      "๐๙.๐๐–๑๖.๓๐\u00A0น.",
                                      "ช่วงที่ ๑๒",
                                      "๑๐ นาที",
                                      "สิ้นสุดการประชุมวันที่ ๑",
                                      "๒",
                                      NULL };
  static const char *const english[] = { "Day 1", "Saturday 5 July 2031", "09:00–16:30", "Session 12", "10 min", NULL };
  static const char *const plain[]
      = { "วันที่ 1 ของการประชุม", "วันเสาร์ที่ 5 กรกฎาคม 2574", "09.00–16.30\u00A0น.", "ช่วงที่ 12", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("digits-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (folder, "own.theme", NULL);
  g_assert_true (g_file_set_contents (path, "[theme]\nextends=institutional\n[times]\ndigits=native\n", -1, NULL));
  g_autoptr (ProgrammeTheme) theme = programme_theme_read_file (path, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *xml = event_text ("", "");
  printed_assert (xml, theme, "th", thai);
  printed_assert (xml, theme, "en", english);
  printed_assert (xml, journey_theme ("institutional"), "th", plain);
  g_unlink (path);
  g_rmdir (folder);
}

/* The poster's month and year are those of the language's calendar. */
static void
test_poster (void)
{
  static const char *const thai[] = { "กรกฎาคม", "พ.ศ. 2574", NULL };
  static const char *const english[] = { "July", "2031", NULL };
  g_autofree char *xml = event_text ("", "");
  printed_assert (xml, journey_theme ("modern"), "th", thai);
  printed_assert (xml, journey_theme ("modern"), "en", english);
}

static void
test_joints (void)
{
  static const char xml[]
      = "<programme version='1' languages='ja' zone-label='JST'><event><title>港</title></event>"
        "<organisations><organisation id='o' country='JP'><name>港湾局</name></organisation></organisations>"
        "<people><person id='a' organisation='o'><name>青木花</name><position>局長</position></person></people>"
        "<rooms><room id='r' level='2'><name>大会議室</name></room></rooms>"
        "<agenda><day date='2031-07-05'><session start='09:00' end='16:30' kind='panel' number='3' room='r'>"
        "<title>船</title><group role='speaker'><slot who='a'><note>議長</note></slot></group></session>"
        "</day></agenda></programme>";
  static const char *const texts[]
      = { "時間（JST）", "パネルディスカッション3", "大会議室\u00a0· 2階", "青木花、港湾局 局長、日本（議長）", NULL };
  printed_assert (xml, journey_theme ("classic"), "ja", texts);
}

/* Ranges of twelve hours are wide, most of all with words such as "tengah malam", and wider with a second zone: nothing stands on
   them, in the agenda or in its contents, on narrow paper either. */
static Journey *
days_of (const char *theme, const char *language, const char *zones, const char *paper)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  g_string_printf (xml,
                   "<programme version='1' languages='%s' times='9:00 am' %s><event><title>Harbours</title></event>"
                   "<agenda>",
                   language, zones);
  for (guint i = 0; i < 4; i++)
    g_string_append_printf (xml,
                            "<day date='2031-05-%02u'><session start='00:00' end='10:30'><title>Ships and tides "
                            "</title></session><break kind='coffee' start='10:30' end='12:30'/><session start='13:30' "
                            "end='24:00'><title>Moorings</title></session></day>",
                            10 + i);
  g_string_append (xml, "</agenda></programme>");
  Journey *journey = journey_new (xml->str, journey_theme (theme));
  g_assert_true (journey_make (journey, "agenda", language, paper));
  g_autofree char *wrong = check_places (journey->pages, journey->report);
  if (wrong == NULL)
    wrong = check_no_findings (journey->report);
  if (wrong != NULL)
    g_error ("%s, %s, %s, %s: %s", theme, language, zones, paper, wrong);
  return journey;
}

static void
test_wide_ranges (void)
{
  static const char *const languages[] = { "en", "ms", "ko", "ar", "hi", "es", "zh-Hant" };
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        const char *zones = "timezone='America/New_York' second-timezone='Asia/Kolkata'";
        journey_free (days_of (*theme, languages[i], "", i % 2 == 0 ? "A4" : "A5"));
        journey_free (days_of (*theme, languages[i], zones, i % 2 == 0 ? "A5" : "A4"));
      }
  g_autoptr (Journey) journey = days_of ("institutional", "en", "", "A4");
  g_autofree char *times = printed_in_style (journey->pages, 1, "contents-time", FALSE);
  g_assert_true (
      g_str_has_prefix (times, "12:00\u00a0am– / 10:30\u00a0am / \u20071:30\u00a0pm– / 12:00\u00a0midnight /"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/times/second-zone", test_second_zone);
  g_test_add_func ("/times/formats", test_formats);
  g_test_add_func ("/times/digits", test_native_digits);
  g_test_add_func ("/times/wide-ranges", test_wide_ranges);
  g_test_add_func ("/times/poster", test_poster);
  g_test_add_func ("/times/joints", test_joints);
  return g_test_run ();
}
