/* Enters: entries that only just touch, end, clash or count, and those a minute or one more further. Leaves: what is found at which
   line, and no more. */
#include "findings.h"

#include <string.h>

/* "LINE CODE" for each finding, with " / " between them. */
static char *
codes_of (const char *lines)
{
  GString *codes = g_string_new (NULL);
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);
  for (guint i = 0; all[i] != NULL && all[i][0] != '\0'; i++)
    {
      guint line = (guint) g_ascii_strtoull (all[i] + strlen ("event.xml:"), NULL, 10);
      const char *code = strrchr (all[i], '[') + 1;
      g_string_append_printf (codes, "%s%u %.*s", codes->len > 0 ? " / " : "", line, (int) strcspn (code, "]"), code);
    }
  return g_string_free (codes, FALSE);
}

static char *
check (const char *languages, const char *head, const char *agenda, FindingsDepth depth)
{
  g_autofree char *text = g_strdup_printf ("<programme version='1' languages='%s'><event><title>F</title></event>%s\n"
                                           "<agenda>\n%s</agenda></programme>",
                                           languages, head, agenda);
  char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (text, -1, depth, &lines);
  g_assert_nonnull (event);
  return lines;
}

#define PEOPLE                                                                                                         \
  "<people><person id='a'><name>A</name></person><person id='b'><name>B</name></person></people>"                      \
  "<rooms><room id='r'><name>R</name></room><room id='s'><name>S</name></room></rooms>"                                \
  "<tracks><track id='t'><name>T</name></track><track id='u'><name>U</name></track></tracks>"

static void
assert_agenda (const char *agenda, const char *wanted)
{
  g_autofree char *lines = check ("en", PEOPLE, agenda, FINDINGS_CHECK), *codes = codes_of (lines);
  /* What nobody refers to is another test's. */
  g_auto (GStrv) parts = g_strsplit (codes, " / ", -1);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_str_has_suffix (parts[i], " unused"))
      g_string_append_printf (found, "%s%s", found->len > 0 ? " / " : "", parts[i]);
  g_test_message ("%s", agenda);
  g_assert_cmpstr (found->str, ==, wanted);
}

/* A day from line 3; what stands in it, each from line 4 on. */
#define DAY_ON(date, entries) "<day date='" date "'>\n" entries "</day>\n"
#define DAY(entries) DAY_ON ("2031-05-05", entries)
#define AT(times) "<session " times "><title>A</title></session>\n"

static void
test_ends (void)
{
  assert_agenda (DAY (AT ("start='09:00' end='09:01'")), "");
  assert_agenda (DAY (AT ("start='09:00' end='09:00'")), "4 no-duration");
  assert_agenda (DAY (AT ("start='09:00' end='08:59'")), "4 reversed-times");
  assert_agenda (DAY (AT ("start='09:00' end='00:00'")), "4 reversed-times");
  assert_agenda (DAY (AT ("start='00:00' end='00:00'")), "4 no-duration");
  assert_agenda (DAY (AT ("start='00:00' end='00:01'")), "");
  assert_agenda (DAY (AT ("start='09:00'")), "4 no-end");
  assert_agenda (DAY (AT ("start='09:00'") AT ("start='09:00' end='10:00'")), "4 no-end / 5 overlap");
  assert_agenda (DAY (AT ("start='09:00'") AT ("start='09:01' end='10:00'")), "");
  assert_agenda (DAY (AT ("start='22:00'")) DAY_ON ("2031-05-06", AT ("start='09:00' end='10:00'")), "4 no-end");
  /* What went on for more than half a day did not go on past midnight. */
  g_autofree char *half = check ("en", "", DAY (AT ("start='12:00' end='00:00'")), FINDINGS_CHECK);
  g_autofree char *more = check ("en", "", DAY (AT ("start='11:59' end='00:00'")), FINDINGS_CHECK);
  g_assert_nonnull (strstr (half, "write end=\"24:00\""));
  g_assert_nonnull (strstr (more, "correct one of the two"));
}

static void
test_gaps (void)
{
  assert_agenda (DAY (AT ("start='09:00' end='10:00'") AT ("start='10:00' end='11:00'")), "");
  assert_agenda (DAY (AT ("start='09:00' end='10:00'") AT ("start='10:01' end='11:00'")), "5 gap");
  assert_agenda (DAY (AT ("start='09:00' end='10:00'")) DAY_ON ("2031-05-06", AT ("start='11:00' end='12:00'")), "");
  /* The one that ends last counts, in which order ever they come. */
  assert_agenda (DAY (AT ("start='09:00' end='12:00' room='r'") AT ("start='09:00' end='10:00' room='s'")
                          AT ("start='12:00' end='13:00'")),
                 "");
  assert_agenda (DAY (AT ("start='09:00' end='10:00' room='r'") AT ("start='09:00' end='12:00' room='s'")
                          AT ("start='12:00' end='13:00'")),
                 "");
  assert_agenda (DAY (AT ("start='09:00' end='10:00' room='r'") AT ("start='09:00' end='11:59' room='s'")
                          AT ("start='12:00' end='13:00'")),
                 "6 gap");
  /* What has no end may last until then, on its day. */
  assert_agenda (DAY (AT ("start='09:00' room='r'") AT ("start='12:00' end='13:00' room='s'")
                          AT ("start='15:00' end='16:00' room='s'")),
                 "4 no-end");
  assert_agenda (DAY (AT ("start='09:00' end='10:00'") AT ("start='x' end='13:00'")), "5 bad-value");
  assert_agenda (DAY (AT ("start='09:00' end='x'") AT ("start='12:00' end='13:00'")), "4 bad-value");
}

static void
test_days (void)
{
  assert_agenda (DAY_ON ("2031-05-05", AT ("start='9:00' end='10:00'"))
                     DAY_ON ("2031-05-06", AT ("start='9:00' end='10:00'")),
                 "");
  assert_agenda (DAY_ON ("2031-05-06", AT ("start='9:00' end='10:00'"))
                     DAY_ON ("2031-05-05", AT ("start='9:00' end='10:00'")),
                 "6 day-order");
  assert_agenda (DAY_ON ("2031-05-06", AT ("start='9:00' end='10:00' room='r'"))
                     DAY_ON ("2031-05-06", AT ("start='9:00' end='10:00' room='s'")),
                 "6 day-twice");
  assert_agenda (DAY_ON ("2031-05-06", AT ("start='9:00' end='10:00' room='r'"))
                     DAY_ON ("2031-05-07", AT ("start='9:00' end='10:00'"))
                         DAY_ON ("2031-05-06", AT ("start='9:00' end='10:00' room='s'")),
                 "9 day-twice");
  assert_agenda (DAY_ON ("2031-05-06", "") DAY_ON ("2031-05-07", AT ("start='9:00' end='10:00'")), "3 empty-day");
}

#define SLOT(who) "<group><slot who='" who "'/></group>"
#define WITH(times, inside) "<session " times "><title>A</title>" inside "</session>\n"

static void
test_clashes (void)
{
  assert_agenda (DAY (AT ("start='09:00' end='10:00' room='r'") AT ("start='10:00' end='11:00' room='r'")), "");
  assert_agenda (DAY (AT ("start='09:00' end='10:00' room='r'") AT ("start='09:59' end='11:00' room='r'")),
                 "5 room-overlap");
  assert_agenda (DAY (AT ("start='09:00' end='10:00' room='r'") AT ("start='09:00' end='11:00' room='s'")), "");
  assert_agenda (DAY (AT ("start='09:00' end='10:00' track='t'") AT ("start='09:00' end='10:00' track='u'")), "");
  assert_agenda (DAY (AT ("start='09:00' end='10:00' track='t'") AT ("start='09:00' end='10:00' track='t'")),
                 "5 overlap");
  assert_agenda (DAY (WITH ("start='09:00' end='10:00' room='r'", SLOT ("a"))
                          WITH ("start='09:00' end='10:00' room='s'", SLOT ("b"))),
                 "");
  assert_agenda (DAY (WITH ("start='09:00' end='10:00' room='r'", SLOT ("a"))
                          WITH ("start='09:30' end='11:00' room='s'", SLOT ("b a"))),
                 "5 person-overlap");
  assert_agenda (DAY (AT ("start='09:00' end='09:00' room='r'") AT ("start='09:00' end='10:00' room='r'")),
                 "4 no-duration");
  /* They are found in whichever order they stand. */
  assert_agenda (DAY (AT ("start='09:00' end='10:00' room='r'") AT ("start='11:00' end='12:00' room='r'")
                          AT ("start='09:30' end='09:45' room='r'")),
                 "5 gap / 6 order / 6 room-overlap");
  /* Who speaks twice in one session does not clash. */
  assert_agenda (DAY (WITH ("start='09:00' end='10:00'", SLOT ("a") SLOT ("a b"))), "");
}

/* Of one entry five are told. */
static void
test_many_clashes (void)
{
  g_autoptr (GString) entries = g_string_new (NULL);
  for (guint i = 0; i < 8; i++)
    g_string_append (entries, AT ("start='09:00' end='10:00' room='r'"));
  g_autofree char *agenda = g_strdup_printf (DAY ("%s"), entries->str);
  g_autofree char *lines = check ("en", PEOPLE, agenda, FINDINGS_CHECK);
  guint n = 0;
  for (const char *at = lines; (at = strstr (at, "[room-overlap]")) != NULL; at++)
    n++;
  g_assert_cmpuint (n, ==, 0 + 1 + 2 + 3 + 4 + 5 + 5 + 5);
}

static void
assert_says (const char *agenda, const char *wanted)
{
  g_autofree char *lines = check ("en", PEOPLE, agenda, FINDINGS_CHECK);
  if (strstr (lines, wanted) == NULL)
    g_error ("%s does not say %s", lines, wanted);
}

static void
test_when (void)
{
  assert_says (DAY (AT ("start='09:00' end='10:00' room='r'") AT ("start='09:59' end='11:00' room='r'")),
               "in R from 09:59 to 10:00 (1 minute): ");
  assert_says (DAY (AT ("start='09:00' end='10:00' room='r'") AT ("start='09:58' end='11:00' room='r'")),
               "in R from 09:58 to 10:00 (2 minutes): ");
  assert_says (DAY (AT ("start='09:00' end='12:00' room='r'") AT ("start='09:30' end='11:00' room='r'")),
               "in R from 09:30 to 11:00 (90 minutes): ");
  assert_says (DAY (AT ("start='09:00' room='r'") AT ("start='09:00' end='11:00' room='r'")), "in R at 09:00: ");
  assert_says (DAY (AT ("start='09:00' end='11:00' room='r'") AT ("start='09:00' room='r'")), "in R at 09:00: ");
}

static void
test_minutes (void)
{
  static const char group[]
      = "<item minutes='%u'>Q</item><group><slot who='a' minutes='%u'/><slot who='b' minutes='6'/>"
        "</group>";
  static const struct
  {
    guint item, slot;
    const char *wanted;
  } given[] = { { 10, 4, "" }, { 10, 5, "4 minutes" }, { 11, 4, "4 minutes" }, { 1, 13, "" } };
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autofree char *inside = g_strdup_printf (group, given[i].item, given[i].slot);
      g_autofree char *agenda = g_strdup_printf (DAY (WITH ("start='09:00' end='09:20'", "%s")), inside);
      assert_agenda (agenda, given[i].wanted);
    }
  assert_says (DAY (WITH ("start='09:00' end='09:20'", "<item minutes='22'>Q</item>")),
               "22 minutes are given to speakers in a session of 20, \"A\": take away 2, ");
}

static void
assert_title (guint n_characters, const char *wanted)
{
  g_autofree char *title = g_strnfill (n_characters, 'x'), *said = g_strdup_printf ("\"%s\" has no end", wanted);
  g_autofree char *agenda = g_strdup_printf (DAY ("<session start='09:00'><title>%s</title></session>"), title);
  assert_says (agenda, said);
}

static void
test_titles (void)
{
  g_autofree char *fifty = g_strnfill (50, 'x'), *cut = g_strconcat (fifty, "…", NULL);
  assert_title (50, fifty);
  assert_title (51, cut);
}

/* n people who speak, each in a line of its own from line 1 on; the first of them with a biography where that is wanted. */
static char *
check_people (guint n, gboolean has_biography)
{
  g_autoptr (GString) people = g_string_new ("<people>"), ids = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (people, "<person id='p%u'><name>P%u</name>%s</person>\n", i, i,
                              has_biography && i == 0 ? "<biography><p>P</p></biography>" : "");
      g_string_append_printf (ids, " p%u", i);
    }
  g_string_append (people, "</people>");
  g_autofree char *agenda = g_strdup_printf (
      DAY ("<session start='09:00' end='10:00'><title>A</title><group><slot who='%s'/></group></session>"), ids->str);
  return check ("en", people->str, agenda, FINDINGS_SPEAKERS);
}

static void
test_biographies (void)
{
  g_autofree char *one = check_people (1, FALSE), *two = check_people (2, FALSE), *some = check_people (3, TRUE);
  g_autofree char *twelve = check_people (13, TRUE), *thirteen = check_people (14, TRUE);
  g_assert_nonnull (strstr (one, "note: P0 has no biography: "));
  g_assert_nonnull (strstr (two, "note: none of the 2 people who speak has a biography: "));
  g_assert_cmpstr (strstr (two, "\n"), ==, "\n");
  g_autofree char *codes = codes_of (some);
  g_assert_cmpstr (codes, ==, "2 no-biography / 3 no-biography");
  g_auto (GStrv) each = g_strsplit (twelve, "\n", -1);
  g_assert_cmpuint (g_strv_length (each), ==, 13);
  /* no more than twelve lines are named, and all of twelve are */
  g_assert_nonnull (strstr (thirteen, "13 of the 14 people who speak have no biography: add <biography> to those in "
                                      "lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 … if "));
}

/* Texts of all kinds, each in a line of its own; those in French alone are not missed, nor are those in a third language. */
static void
test_translations (void)
{
  static const char head[]
      = "<organisations>\n<organisation id='o'><name>O</name></organisation></organisations>\n"
        "<people><person id='a'><name>A</name>\n<position>P</position>\n<biography><p>B</p>\n"
        "<list><item>I</item></list></biography></person></people>\n"
        "<rooms><room id='r'><name>R</name></room></rooms>\n<tracks><track id='t'><name>T</name></track></tracks>\n"
        "<front><section><title>S</title>\n<p>F</p></section></front>";
  static const char agenda[]
      = "<day date='2031-05-05'><title>D</title>\n"
        "<session start='09:00' end='10:00' room='r' track='t'><title>A</title><title xml:lang='fr'>A</title>\n"
        "<organiser ref='o'/><abstract><p>X</p></abstract>\n"
        "<group><label>L</label>\n<slot who='a'><note>N</note></slot></group></session></day>";
  g_autofree char *found = check ("en fr", head, agenda, FINDINGS_CHECK);
  g_test_message ("%s", found);
  g_assert_nonnull (strstr (found, "event.xml:1:"));
  g_assert_nonnull (strstr (found,
                            "13 of 14 texts are not translated into \"fr\" and will be printed in \"en\": see lines "
                            "1, 2, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15 … [missing-translation]"));
}

/* One text alone, and a language without any. */
static void
test_one_translation (void)
{
  g_autofree char *one
      = check ("en fr", "", DAY (WITH ("start='09:00' end='10:00'", "<title xml:lang='fr'>A</title>")), FINDINGS_CHECK);
  g_autofree char *none = check ("en fr", "", DAY (AT ("start='09:00' end='10:00'")), FINDINGS_CHECK);
  g_assert_nonnull (
      strstr (one, "1 of 2 texts is not translated into \"fr\" and will be printed in \"en\": see line 1 ["));
  g_assert_nonnull (strstr (none, "warning: nothing is written in \"fr\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-edges/ends", test_ends);
  g_test_add_func ("/check-edges/gaps", test_gaps);
  g_test_add_func ("/check-edges/days", test_days);
  g_test_add_func ("/check-edges/clashes", test_clashes);
  g_test_add_func ("/check-edges/many-clashes", test_many_clashes);
  g_test_add_func ("/check-edges/when", test_when);
  g_test_add_func ("/check-edges/minutes", test_minutes);
  g_test_add_func ("/check-edges/titles", test_titles);
  g_test_add_func ("/check-edges/biographies", test_biographies);
  g_test_add_func ("/check-edges/translations", test_translations);
  g_test_add_func ("/check-edges/one-translation", test_one_translation);
  return g_test_run ();
}
