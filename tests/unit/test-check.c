/* Enters: events with contradictions, as files of tests/bad and as text. Leaves: whether each is found, and no more. */
#include "check/check.h"
#include "check/parts.h"
#include "findings.h"

#include <string.h>
#include <time.h>

/* Of processor time, far above what is needed, the sanitisers included; quadratic work takes minutes. */
#define MOST_SECONDS 60

static void
test_checked_file (gconstpointer name)
{
  compare_bad_file (name, FINDINGS_CHECK);
}

static void
test_speakers_file (gconstpointer name)
{
  compare_bad_file (name, FINDINGS_SPEAKERS);
}

/* An event whose day holds body; found gets the findings of all checks but those of the list of speakers. */
static void
check_day (const char *body, char **found)
{
  g_autofree char *text
      = g_strdup_printf ("<programme version='1'><event><title>Forum</title></event>\n"
                         "<people><person id='a'><name>A</name></person><person id='b'><name>B</name></person></people>"
                         "<rooms><room id='r'><name>R</name></room><room id='s'><name>S</name></room></rooms>"
                         "<agenda><day date='2024-09-03'>\n%s\n</day></agenda></programme>",
                         body);
  g_autofree char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (text, -1, FINDINGS_CHECK, &lines);
  g_assert_nonnull (event);
  GString *wanted = g_string_new (NULL);
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);
  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0' && strstr (all[i], "[unused]") == NULL)
      g_string_append_printf (wanted, "%s\n", all[i]);
  *found = g_string_free (wanted, FALSE);
}

static void
assert_quiet (const char *body)
{
  g_autofree char *found = NULL;
  check_day (body, &found);
  g_assert_cmpstr (found, ==, "");
}

static guint
count (const char *text, const char *code)
{
  guint n = 0;
  for (const char *at = strstr (text, code); at != NULL; at = strstr (at + 1, code))
    n++;
  return n;
}

static guint
count_in (const char *body, const char *code)
{
  g_autofree char *found = NULL;
  check_day (body, &found);
  return count (found, code);
}

/* What is right must not be reproached. */
static void
test_quiet (void)
{
  assert_quiet ("<session start='09:00' end='10:00'><title>A</title></session>"
                "<break start='10:00' end='10:30'/>"
                "<session start='10:30' end='25:30'><title>B</title></session>");
  /* one after the other in a room, with one person in both */
  assert_quiet ("<session start='09:00' end='10:00' room='r'><title>A</title><group><slot who='a'/></group></session>"
                "<session start='10:00' end='11:00' room='r'><title>B</title><group><slot who='a'/></group></session>");
  /* a person with two parts in one session, and minutes that fill it */
  assert_quiet ("<session start='09:00' end='09:30'><title>A</title><group role='chair'><slot who='a' minutes='10'/>"
                "</group><group><slot who='a b' minutes='10'/></group><item minutes='10'>Q</item></session>");
  /* parallel sessions of unequal length, and one without an end that the next bounds */
  assert_quiet ("<session start='09:00' end='12:00' room='r'><title>A</title></session>"
                "<session start='09:00' end='10:00' room='s'><title>B</title></session>"
                "<session start='11:30' room='s'><title>C</title></session>"
                "<break start='12:00' end='13:00'/>");
}

static void
test_reversed (void)
{
  g_autofree char *found = NULL;
  check_day ("<session start='09:00' end='08:00'><title>A</title></session>\n"
             "<session start='20:00' end='08:00'><title>B</title></session>\n"
             "<session start='21:00' end='09:01'><title>C</title></session>",
             &found);
  /* 20:00 to 08:00 is 12 hours, the longest that may have gone past midnight; the others would be 23:00 and 12:01 */
  g_assert_cmpstr (found, ==,
                   "event.xml:3:24: error: this ends at 08:00, before it starts at 09:00: correct one of the two "
                   "[reversed-times]\n"
                   "event.xml:4:24: error: this ends at 08:00, before it starts at 20:00: if it goes on past midnight, "
                   "write end=\"32:00\" [reversed-times]\n"
                   "event.xml:5:24: error: this ends at 09:01, before it starts at 21:00: correct one of the two "
                   "[reversed-times]\n");
}

static void
test_room_pairs (void)
{
  /* A 9-12 meets B and C; B 10-11 and C 10:30-11:30 meet; D touches C alone at its end: three pairs */
  g_assert_cmpuint (count_in ("<session start='09:00' end='12:00' room='r'><title>A</title></session>"
                              "<session start='10:00' end='11:00' room='r'><title>B</title></session>"
                              "<session start='10:30' end='11:30' room='r'><title>C</title></session>"
                              "<session start='12:00' end='13:00' room='r'><title>D</title></session>",
                              "[room-overlap]"),
                    ==, 3);
  /* breaks stand in rooms too */
  g_assert_cmpuint (count_in ("<session start='09:00' end='12:00' room='r'><title>A</title></session>"
                              "<break start='11:59' end='12:30' room='r'/>",
                              "from 11:59 to 12:00 (1 minute)"),
                    ==, 1);
}

/* Without rooms nothing tells a mistake from parallel sessions: a note, unless rooms or tracks tell them apart. */
static void
test_no_rooms (void)
{
  g_autofree char *found = NULL;
  check_day ("<session start='09:00' end='10:30'><title>A</title></session>\n<break start='10:15' end='11:00'/>",
             &found);
  g_assert_cmpstr (found, ==,
                   "event.xml:4:8: note: \"Break\" and \"A\" of line 3 stand side by side from 10:15 to 10:30 (15 "
                   "minutes): correct the times, or say in which room each is [overlap]\n");
  g_assert_cmpuint (count_in ("<session start='09:00' end='10:30' room='r'><title>A</title></session>"
                              "<session start='10:00' end='11:00'><title>B</title></session>",
                              "[overlap]"),
                    ==, 0);
}

static void
test_person_in_shared_slots (void)
{
  g_assert_cmpuint (
      count_in ("<session start='09:00' end='12:00'><title>A</title><group><slot who='a b'/></group></session>"
                "<session start='10:00' end='11:00'><title>B</title><group><slot who='b'/></group></session>",
                "[person-overlap]"),
      ==, 1);
  /* in the same room it is a clash as well, of the room besides */
  g_autofree char *found = NULL;
  check_day ("<session start='09:00' end='12:00' room='r'><title>A</title><group><slot who='a'/></group></session>"
             "<session start='10:00' end='11:00' room='r'><title>B</title><group><slot who='a'/></group></session>",
             &found);
  g_assert_cmpuint (count (found, "[person-overlap]"), ==, 1);
  g_assert_cmpuint (count (found, "[room-overlap]"), ==, 1);
}

static void
test_gaps (void)
{
  /* 10:00 to 10:05, and 11:00 to 14:00; what runs beside covers nothing of either */
  g_autofree char *found = NULL;
  check_day ("<session start='09:00' end='10:00'><title>A</title></session>"
             "<session start='10:05' end='11:00'><title>B</title></session>"
             "<session start='10:30' end='10:45'><title>C</title></session>"
             "<session start='14:00' end='15:00'><title>D</title></session>",
             &found);
  g_assert_cmpuint (count (found, "[gap]"), ==, 2);
  g_assert_nonnull (strstr (found, "between 11:00, when \"B\" ends, and 14:00"));
}

static void
test_missing_end (void)
{
  /* what comes next in another room ends nothing; what has no room ends all */
  g_assert_cmpuint (count_in ("<session start='09:00' room='r'><title>A</title></session>"
                              "<session start='10:00' end='11:00' room='s'><title>B</title></session>",
                              "[no-end]"),
                    ==, 1);
  g_assert_cmpuint (count_in ("<session start='09:00' room='r'><title>A</title></session>"
                              "<session start='10:00' end='11:00'><title>B</title></session>",
                              "[no-end]"),
                    ==, 0);
}

static void
test_minutes (void)
{
  g_assert_cmpuint (count_in ("<session start='08:30' end='08:50'><title>A</title><group><slot who='a' minutes='7'/>"
                              "<slot who='b' minutes='7'/><slot who='a' minutes='7'/></group></session>",
                              "21 minutes are given to speakers in a session of 20"),
                    ==, 1);
  g_assert_cmpuint (
      count_in ("<session start='08:30'><title>A</title><item minutes='999'>Q</item></session>", "[minutes]"), ==, 0);
}

static void
test_bad_times_stay_alone (void)
{
  g_autofree char *found = NULL;
  check_day ("<session start='9h' end='08:00'><title>A</title></session>\n<break start='10:00' end='x'/>", &found);
  g_assert_cmpuint (count (found, "[bad-value]"), ==, 2);
  g_assert_cmpuint (count (found, "\n"), ==, 2);
}

static void
test_long_titles (void)
{
  g_autofree char *title = g_strnfill (200, 'x'), *found = NULL;
  g_autofree char *body = g_strdup_printf ("<session start='09:00'><title>%s</title></session>", title);
  check_day (body, &found);
  g_assert_nonnull (strstr (found, "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\" has no end"));
}

/* A file made to cost time: all of it at once in one room with one person. */
static void
test_hostile (void)
{
  GString *body = g_string_new (NULL);
  for (guint i = 0; i < 20000; i++)
    g_string_append (body, "<session start='09:00' room='r'><title>A</title><group><slot who='a'/></group></session>");
  clock_t start = clock ();
  g_assert_cmpuint (count_in (body->str, "-overlap]"), >, 100);
  g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, MOST_SECONDS);
  g_string_free (body, TRUE);
}

/* Many people without a biography are one note that names their lines. */
static void
test_many_biographies (void)
{
  GString *people = g_string_new ("<person id='p'><name>P</name><biography><p>P.</p></biography></person>\n");
  GString *ids = g_string_new ("p");
  for (guint i = 0; i < 14; i++)
    {
      g_string_append_printf (people, "<person id='p%u'><name>P%u</name></person>\n", i, i);
      g_string_append_printf (ids, " p%u", i);
    }
  g_autofree char *text = g_strdup_printf ("<programme version='1'><event><title>F</title></event><people>\n%s</people>"
                                           "<agenda><day date='2024-09-03'><session start='9:00' end='10:00'>"
                                           "<title>A</title><group><slot who='%s'/></group></session></day></agenda>"
                                           "</programme>",
                                           people->str, ids->str);
  g_autofree char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (text, -1, FINDINGS_SPEAKERS, &lines);
  g_assert_nonnull (event);
  g_assert_cmpstr (lines, ==,
                   "event.xml:3:1: note: 14 of the 15 people who speak have no biography: add <biography> to those in "
                   "lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 … if they are to be printed [no-biography]\n");
  g_string_free (people, TRUE);
  g_string_free (ids, TRUE);
}

static void
test_sample_is_quiet (void)
{
  g_autofree char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_test_file ("fixtures", "small.xml", FINDINGS_SPEAKERS, &lines);
  g_assert_nonnull (event);
  g_assert_cmpuint (count (lines, "error:"), ==, 0);
  g_assert_cmpuint (count (lines, "warning:"), ==, 0);
}

/* Whatever the year is, the same is found. */
static void
test_years (void)
{
  static const char *const dates[] = { "0001-01-01", "1969-12-31", "6053-01-23", "9999-12-31" };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *lines
          = NULL,
          *text = g_strdup_printf (
              "<programme version='1'><event><title>Forum</title></event><rooms><room "
              "id='r'><name>R</name></room></rooms>"
              "<agenda><day date='%s'>\n<session start='9:00' end='10:00' room='r'><title>S</title></session>\n"
              "<session start='9:30' end='11:00' room='r'><title>T</title></session>\n"
              "<session start='12:00' room='r'><title>U</title></session></day></agenda></programme>",
              dates[i]);
      g_autoptr (ProgrammeEvent) event = read_text (text, -1, FINDINGS_CHECK, &lines);
      g_assert_nonnull (event);
      g_assert_cmpstr (
          lines, ==,
          "event.xml:3:10: warning: \"T\" and \"S\" of line 2 are both in R from 09:30 to 10:00 (30 minutes): move "
          "one, or "
          "correct its times [room-overlap]\n"
          "event.xml:4:1: note: \"U\" has no end, and nothing follows that would end it: add end=\"…\" if it is known "
          "[no-end]\n"
          "event.xml:4:10: note: nothing stands between 11:00, when \"T\" ends, and 12:00: add a break if there is one "
          "[gap]\n");
    }
}

int
main (int argc, char **argv)
{
  const char *const checked[] = { "check-", NULL }, *const speakers[] = { "speakers-", NULL };
  g_test_init (&argc, &argv, NULL);
  add_bad_files ("/check/bad", checked, TRUE, test_checked_file);
  add_bad_files ("/check/bad", speakers, TRUE, test_speakers_file);
  g_test_add_func ("/check/quiet", test_quiet);
  g_test_add_func ("/check/reversed", test_reversed);
  g_test_add_func ("/check/room-pairs", test_room_pairs);
  g_test_add_func ("/check/no-rooms", test_no_rooms);
  g_test_add_func ("/check/shared-slots", test_person_in_shared_slots);
  g_test_add_func ("/check/gaps", test_gaps);
  g_test_add_func ("/check/missing-end", test_missing_end);
  g_test_add_func ("/check/minutes", test_minutes);
  g_test_add_func ("/check/bad-times", test_bad_times_stay_alone);
  g_test_add_func ("/check/long-titles", test_long_titles);
  g_test_add_func ("/check/hostile", test_hostile);
  g_test_add_func ("/check/biographies", test_many_biographies);
  g_test_add_func ("/check/small", test_sample_is_quiet);
  g_test_add_func ("/check/years", test_years);
  return g_test_run ();
}
