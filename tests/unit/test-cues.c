/* Enters: sessions whose turns have minutes. Leaves: whether their cards' clock runs by them, to whom goes what is left, and
   what is said of each turn. */
#include "event/cues.h"
#include "journey.h"
#include "printed.h"

#include <string.h>

#define HEAD                                                                                                           \
  "<programme version='1' languages='en ko'><event><title>Harbours</title></event><organisations>"                     \
  "<organisation id='ichla'><name>Council of Harbours</name></organisation></organisations>"                           \
  "<people><person id='lee' country='KR' organisation='ichla'><name>Hana <family>Lee</family></name>"                  \
  "<name xml:lang='ko'><family>이</family>하나</name><position>Keeper of the Light</position></person>"             \
  "<person id='bv' organisation='ichla'><name>Helena Barradas</name><position>Director</position></person>"            \
  "<person id='one'><name>Aloysius</name></person></people><rooms><room id='hall'><name>Hall</name></room>"            \
  "<room id='loft'><name>Loft</name></room></rooms><agenda><day date='2031-05-05'>"
#define TAIL "</day></agenda></programme>"

#define MODERATOR "<group role='moderator'><slot who='lee'/></group>"
#define TEN "<group role='speaker'><slot who='bv' minutes='10'/></group>"
#define FIVE "<group role='speaker'><slot who='one' minutes='5'><note>Topic: fog</note></slot></group>"
#define OPEN "<group role='speaker'><slot who='one'/></group>"

/* The first session of a day: "09:00 0!/09:00 10/09:10 ?20" has one who leads, then ten minutes, then questions. */
static char *
order_of (const char *session)
{
  g_autofree char *xml = g_strconcat (HEAD, session, TAIL, NULL);
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
  const PgDay *day = g_ptr_array_index (journey->event->days, 0);
  g_autoptr (GArray) cues = pg_cues_of (g_ptr_array_index (day->entries, 0));
  g_autoptr (GString) order = g_string_new (NULL);
  for (guint i = 0; i < cues->len; i++)
    {
      const PgCue *cue = &g_array_index (cues, PgCue, i);
      g_string_append (order, i > 0 ? "/" : "");
      if (cue->start >= 0)
        g_string_append_printf (order, "%02d:%02d ", cue->start / 60, cue->start % 60);
      g_string_append_printf (order, "%s%u%s", cue->is_questions ? "?" : "", cue->minutes, cue->leads ? "!" : "");
    }
  return g_strdup (order->str);
}

#define SESSION(length, turns) "<session start='09:00' end='" length "'><title>Ships</title>" turns "</session>"

static void
test_clock (void)
{
  static const char *const cases[][2] = {
    /* what is left goes to questions, to an item that has no minutes, or to nobody */
    { SESSION ("09:30", MODERATOR TEN FIVE), "09:00 0!/09:00 10/09:10 5/09:15 ?15" },
    { SESSION ("09:30", MODERATOR TEN "<item>Debate</item>" FIVE), "09:00 0!/09:00 10/09:10 15/09:25 5" },
    { SESSION ("09:30", "<item>Welcome</item>" TEN "<item>Debate</item>"), "09:00 0/10/0" },
    { SESSION ("09:15", TEN FIVE), "09:00 10/09:10 5" },
    /* minutes of who leads count */
    { SESSION ("09:15", "<group role='chair'><slot who='lee' minutes='3'/></group>" TEN),
      "09:00 3!/09:03 10/09:13 ?2" },
    /* more than there is: the clock tells it */
    { SESSION ("09:12", TEN FIVE), "09:00 10/09:10 5" },
    /* without a length the clock stands, and nobody knows what is left */
    { SESSION ("09:30", TEN OPEN FIVE), "09:00 10/09:10 0/5" },
    { "<session start='09:00'><title>Ships</title>" TEN "</session>", "09:00 10" },
    /* talks with times of their own set it */
    { SESSION ("10:00", "<talk start='09:20' end='09:40'><title>A</title></talk>" MODERATOR TEN),
      "09:20 20/09:40 0!/09:40 10/09:50 ?10" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = order_of (cases[i][0]);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static const char day[] = HEAD
    "<break start='08:30' end='09:00' room='loft'><title>Breakfast</title></break>"
    "<session id='ships' number='1' start='09:00' end='09:30' room='hall'><title>Ships</title>"
    "<title xml:lang='ko'>배</title>" MODERATOR TEN FIVE
    "</session><session id='fog' start='09:30' end='10:00' room='loft'><title>Fog</title>" OPEN
    "</session><session id='winds' start='09:40' end='10:00' room='hall'><title>Winds</title>" TEN "</session>" TAIL;

static Journey *
cards (const char *second)
{
  Journey *journey = journey_new (day, journey_theme ("institutional"));
  journey->second = second;
  g_assert_true (journey_make (journey, "cues", "en", NULL));
  return journey;
}

static void
test_card (void)
{
  g_autoptr (Journey) journey = cards (NULL);
  g_assert_cmpuint (journey->pages->pages->len, ==, 3);
  assert_said (journey, 0, "cue-number", "1");
  assert_said (journey, 0, "cue-title", "Ships");
  assert_said (journey, 0, "cue-time", "09:00–09:30");
  assert_said (journey, 0, "cue-room", "Hall");
  assert_said (journey, 0, "cue-before", "08:30");
  assert_said (journey, 0, "cue-start", "09:00 / 09:00 / 09:10 / 09:15 / 09:30");
  assert_said (journey, 0, "cue-length", "10 min / 5 min / 15 min / 30 min");
  assert_said (journey, 0, "cue-name",
               "Hana Lee\u2002\u2005South Korea / Helena Barradas\u2002\u2005Council of Harbours / Aloysius");
  assert_said (journey, 0, "cue-item", "Q&A / End");
  /* who leads, what is said besides, what is next in the same room: the session in another room is not */
  assert_said (
      journey, 0, "cue-post",
      "Before: Breakfast, Loft / Moderator. Keeper of the Light, Council of Harbours / Director / Topic: fog / "
      "Next: Winds");
  assert_said (journey, 0, "cue-foot", "Moderator: Hana Lee");
  assert_said (journey, 0, "cue-date", "Monday 5 May");
  assert_said (journey, 1, "cue-title", "Fog");
  g_assert_cmpstr (g_array_index (journey->pages->bookmarks, PgBookmark, 0).title, ==, "Session 1. Ships");
  g_assert_cmpuint (programme_report_count (journey->report, PROGRAMME_SEVERITY_WARNING), ==, 0);
}

static void
test_two_languages (void)
{
  g_autoptr (Journey) journey = cards ("ko");
  assert_said (journey, 0, "cue-title", "Ships");
  assert_said (journey, 0, "cue-title second", "배");
  assert_said (journey, 0, "cue-item", "Q&A\u2002\u2005질의응답 / End\u2002\u2005종료");
  assert_said (journey, 0, "cue-label", "Starts / Length / Speaker / Notes\u2002\u2005메모");
}

/* Rows and white above it fill a card of so many turns, and the lines for notes are at least three. */
static guint
notes_on (guint n_turns, guint *n_pages, gboolean *is_short)
{
  g_autoptr (GString) xml = g_string_new (HEAD "<session start='09:00' end='12:00'><title>Ships</title>");
  for (guint i = 0; i < n_turns; i++)
    g_string_append (xml, "<group role='speaker'><slot who='lee' minutes='5'/></group>");
  g_string_append (xml, "</session>" TAIL);
  g_autoptr (Journey) journey = journey_new (xml->str, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "cues", "en", NULL));
  *n_pages = journey->pages->pages->len;
  g_autofree char *posts = printed_in_style (journey->pages, 0, "cue-post", FALSE);
  *is_short = strstr (posts, "Council of Harbours") == NULL;
  const PgPage *page = pg_pages_get (journey->pages, *n_pages - 1);
  double notes = 0;
  guint n = 0;
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (line->page == *n_pages - 1 && g_strrstr (line->lines->text, "Notes") != NULL)
        notes = line->bottom;
    }
  for (guint i = 0; i < page->items->len; i++)
    {
      const PgItem *item = &g_array_index (page->items, PgItem, i);
      n += item->kind == PG_ITEM_FILL && item->height < 1 && item->width > page->width / 2 && item->y > notes ? 1 : 0;
    }
  return n;
}

static void
test_notes (void)
{
  guint n_pages, few, many;
  gboolean is_short;
  few = notes_on (2, &n_pages, &is_short);
  g_assert_cmpuint (n_pages, ==, 1);
  many = notes_on (7, &n_pages, &is_short);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_false (is_short);
  g_assert_cmpuint (few, >, many);
  g_assert_cmpuint (many, >=, 3);
  many = notes_on (13, &n_pages, &is_short);
  g_assert_cmpuint (n_pages, ==, 2);
  g_assert_false (is_short);
  g_assert_cmpuint (many, >, few);
}

static GError *
refused (const char *session)
{
  g_autoptr (Journey) journey = journey_new (day, journey_theme ("institutional"));
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  GError *error = NULL;
  g_assert_true (programme_options_set (options, "session", session, NULL));
  g_autoptr (ProgrammeDocument) document
      = programme_document_new (journey->event, "cues", journey->theme, options, NULL, NULL, &error);
  if (document != NULL)
    g_assert_cmpuint (programme_document_get_n_pages (document), ==, 1);
  return error;
}

static void
test_one_session (void)
{
  g_assert_null (refused ("winds"));
  g_autoptr (GError) error = refused ("wimds");
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_nonnull (strstr (error->message, "no session has this id; did you mean “winds”?"));
}

static void
test_lack (void)
{
  g_autoptr (Journey) journey = journey_new (
      HEAD "<session start='09:00' end='10:30'><title>Ships</title></session>" TAIL, journey_theme ("institutional"));
  g_assert_nonnull (strstr (pg_cues_find_lack (journey->event, 0), "nobody has a part in a session"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cues/clock", test_clock);
  g_test_add_func ("/cues/card", test_card);
  g_test_add_func ("/cues/two-languages", test_two_languages);
  g_test_add_func ("/cues/notes", test_notes);
  g_test_add_func ("/cues/one-session", test_one_session);
  g_test_add_func ("/cues/lack", test_lack);
  return g_test_run ();
}
