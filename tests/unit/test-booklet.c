/* Enters: events. Leaves: whether their booklets have their parts in order, margins and folios that are mirrored, and the
   right folios in contents and index. Lengths in points: 1 mm is 72 / 25.4. */
#include "journey.h"
#include "printed.h"
#include "sheet.h"

#include <string.h>

#define MM (72 / 25.4)
#define EPSILON 0.02

#define HEAD                                                                                                           \
  "<programme version='1' languages='en'><event><title>Harbours</title><venue>Sea House</venue></event><people>"       \
  "<person id='aalto'><name>Aino <family>Aalto</family></name></person>"                                               \
  "<person id='lee'><name><family>Lee</family> Hana</name></person>"                                                   \
  "<person id='zwaluw'><name>Joost van der <family>Zwaluw</family></name></person></people>"                           \
  "<front><section><title>Welcome</title><p>Be welcome.</p></section></front><agenda>"
#define SESSION(id, start, end, title, who)                                                                            \
  "<session id='" id "' start='" start "' end='" end "'><title>" title "</title><abstract><p>Of it.</p></abstract>"    \
  "<group role='speaker'><slot who='" who "'/></group></session>"
#define DAYS                                                                                                           \
  "<day date='2031-05-05'><subtitle>Of water</subtitle>" SESSION (                                                     \
      "a", "09:00", "10:00", "Tides",                                                                                  \
      "aalto zwaluw") "<break kind='lunch' start='12:00' end='13:00'/></day>"                                          \
                      "<day date='2031-05-06'>" SESSION ("b", "09:00", "10:00", "Winds",                               \
                                                         "aalto lee") "</day>"                                         \
                                                                      "<day date='2031-05-07'>" SESSION (              \
                                                                          "c", "09:00", "10:00", "Quays",              \
                                                                          "aalto") "</day>"
#define END "</agenda>"

static Journey *
booklet (const char *xml)
{
  Journey *journey = journey_new (xml, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "booklet", "en", NULL));
  return journey;
}

static void
assert_said (const Journey *journey, guint page, const char *style, const char *expected)
{
  g_autofree char *found = printed_in_style (journey->pages, page, style, FALSE);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_titles (const Journey *journey, const char *const *titles)
{
  for (guint i = 0; i < journey->pages->pages->len; i++)
    {
      g_assert_nonnull (titles[i]);
      assert_said (journey, i, "booklet-title", titles[i]);
    }
  g_assert_null (titles[journey->pages->pages->len]);
}

/* Without a word of the event's, all that has something to say. */
static void
test_all_parts (void)
{
  static const char *const titles[] = { "",
                                        "",
                                        "Contents",
                                        "Monday 5 May 2031",
                                        "Tuesday 6 May 2031",
                                        "Wednesday 7 May 2031",
                                        "Monday 5 May 2031",
                                        "Tuesday 6 May 2031",
                                        "Wednesday 7 May 2031",
                                        "Speakers",
                                        "Index of speakers",
                                        "Notes",
                                        "Notes",
                                        "",
                                        NULL };
  g_autoptr (Journey) journey = booklet (HEAD DAYS END "</programme>");
  assert_titles (journey, titles);
  g_assert_true (journey->manuscript->facing);
  g_assert_cmpstr (journey->manuscript->title, ==, "Harbours – Programme booklet");
  const PgPage *page = pg_pages_get (journey->pages, 0);
  g_assert_cmpfloat_with_epsilon (page->width, 148 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (page->height, 210 * MM, EPSILON);
  assert_said (journey, 13, "back-value", "5–7 May 2031 / Sea House");
}

static void
test_chosen_parts (void)
{
  static const char *const titles[] = { "",
                                        "",
                                        "Index of speakers",
                                        "",
                                        "Getting here",
                                        "Monday 5 May 2031",
                                        "Tuesday 6 May 2031",
                                        "Wednesday 7 May 2031",
                                        "Notes",
                                        NULL };
  g_autoptr (Journey) journey
      = booklet (HEAD DAYS END "<booklet><cover/><back/><index opens='right'/><section opens='right' columns='2'>"
                               "<title>Getting here</title><p>One.</p><p>Two.</p></section><agenda/><notes/>"
                               "</booklet></programme>");
  assert_titles (journey, titles);
  assert_said (journey, 1, NULL, ""); /* blank: it has neither a running head nor a folio */
  assert_said (journey, 3, NULL, "");
  assert_said (journey, 2, "folio", "3");
  assert_said (journey, 4, "front-text", "One. / Two.");
}

static double
left_of (const Journey *journey, guint page, const char *style)
{
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (line->page == page && printed_is (line, style))
        return line->left;
    }
  g_assert_not_reached ();
}

/* 18 mm at the spine and 13 outside; folios stand outside, heads say the event on versos and the part on rectos. */
static void
test_facing (void)
{
  g_autoptr (Journey) journey = booklet (HEAD DAYS END "</programme>");
  g_assert_cmpfloat_with_epsilon (left_of (journey, 2, "booklet-title"), 18 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (left_of (journey, 3, "booklet-title"), 13 * MM, EPSILON);
  g_assert_cmpfloat (left_of (journey, 2, "folio"), >, 74 * MM);
  g_assert_cmpfloat_with_epsilon (left_of (journey, 3, "folio"), 13 * MM, EPSILON);
  assert_said (journey, 2, "folio", "3");
  assert_said (journey, 2, "running-day", "Contents");
  assert_said (journey, 3, "running-head", "Harbours");
  assert_said (journey, 3, "running-day", "");
}

static const PgItem *
turned_of (const Journey *journey, guint page)
{
  const GArray *items = pg_pages_get (journey->pages, page)->items;
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, PgItem, i).turned != NULL)
      return &g_array_index (items, PgItem, i);
  return NULL;
}

/* The tab of a day is at the outer edge, below that of the day before it, and is read from within. */
static void
test_tabs (void)
{
  g_autoptr (Journey) journey = booklet (HEAD DAYS END "</programme>");
  g_autofree char *tab = printed_in_style (journey->pages, 3, "booklet-tab", TRUE);
  g_assert_cmpstr (tab, ==, "5 May");
  const PgTurned *verso = turned_of (journey, 3)->turned, *recto = turned_of (journey, 4)->turned;
  g_assert_cmpuint (verso->quarters, ==, 3);
  g_assert_cmpfloat_with_epsilon (verso->x, 0, EPSILON);
  g_assert_cmpfloat_with_epsilon (verso->y, 37.5 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (verso->width, 6 * MM, EPSILON);
  g_assert_cmpuint (recto->quarters, ==, 1);
  g_assert_cmpfloat_with_epsilon (recto->x, 142 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (recto->y, 65.5 * MM, EPSILON);
  g_assert_null (turned_of (journey, 2));
}

/* What contents, days at a glance and the index say is where things are. */
static void
test_folios (void)
{
  g_autoptr (Journey) journey = booklet (HEAD DAYS END "</programme>");
  assert_said (journey, 2, "booklet-row",
               "Welcome / Programme at a glance / Tides / Winds / Quays / Speakers / Index of speakers / Notes");
  assert_said (journey, 2, "booklet-folio", "2 / 4 / 7 / 8 / 9 / 10 / 11 / 12");
  assert_said (journey, 3, "glance-title", "Tides");
  assert_said (journey, 3, "glance-break", "12:00 / Lunch");
  assert_said (journey, 3, "glance-folio", "7");
  assert_said (journey, 6, "booklet-session", "Tides");
  assert_said (journey, 6, "booklet-times", "09:00–10:00");
  assert_said (journey, 10, "index-letter", "A / L / Z");
  assert_said (
      journey, 10, "index-name",
      "Aalto, Aino\u2002\u20057–10 / Lee Hana\u2002\u20058,\u00a010 / Zwaluw, Joost van der\u2002\u20057,\u00a010");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/booklet/all-parts", test_all_parts);
  g_test_add_func ("/booklet/chosen-parts", test_chosen_parts);
  g_test_add_func ("/booklet/facing", test_facing);
  g_test_add_func ("/booklet/tabs", test_tabs);
  g_test_add_func ("/booklet/folios", test_folios);
  return g_test_run ();
}
