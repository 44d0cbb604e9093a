/* Enters: events. Leaves: whether their booklets have their parts in order, margins and folios that are mirrored, and the
   right folios in contents and index. Lengths in points: 1 mm is 72 / 25.4. */
#include "journey.h"
#include "printed.h"
#include "random-event.h"
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

#define ROOMS                                                                                                          \
  "<room id='hall' level='1' seats='620'><name>Hall</name></room><room id='barra' level='1'><name>Barra</name></room>" \
  "<room id='mole' level='2'><name>Mole</name></room>"
#define DAY_OUTSIDE "<day date='2031-05-05'><session start='09:00' end='10:00'><title>Tides</title></session></day>"
#define DAY_IN_ROOMS                                                                                                   \
  "<day date='2031-05-05'><session room='hall' start='09:00' end='10:00'><title>Tides</title></session>"               \
  "<session room='barra' start='10:00' end='11:00'><title>Winds</title></session>"                                     \
  "<session room='mole' start='11:00' end='12:00'><title>Quays</title></session></day>"

static Journey *
booklet (const char *xml)
{
  Journey *journey = journey_new (xml, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "booklet", "en", NULL));
  return journey;
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
  assert_said (journey, 0, "booklet-cover-title", "Harbours");
  assert_said (journey, 0, "booklet-cover-value", "5–7 May 2031 / Sea House");
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

static guint
images_of (const Journey *journey, guint page, const PgItem **found)
{
  const GArray *items = pg_pages_get (journey->pages, page)->items;
  guint n = 0;
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, PgItem, i).kind == PG_ITEM_IMAGE)
      found[n++] = &g_array_index (items, PgItem, i);
  return n;
}

#define TWO_WHO_SPEAK(first)                                                                                           \
  "<programme version='1' languages='en'><event><title>Harbours</title></event><people><person id='aalto'" first       \
  "</person><person id='lee'><name><family>Lee</family> Hana</name><position>Pilot</position></person></people>"       \
  "<agenda><day date='2031-05-05'><session id='a' number='1' start='09:00' end='10:00'><title>Tides</title>"           \
  "<group role='chair'><slot who='aalto'/></group><group role='speaker'><slot who='aalto lee'/></group></session>"     \
  "</day></agenda><booklet><cover/><speakers/><agenda/></booklet></programme>"

/* All that is said stands on one axis, beside photographs or white; a session stands once, with its folio at the end. */
static void
test_speakers (void)
{
  g_autoptr (Journey) journey
      = booklet (TWO_WHO_SPEAK (" photograph='small/aalto.svg'><name>Aino "
                                "<family>Aalto</family></name><biography><p>Of the sea.</p></biography>"));
  const PgItem *portrait[1];
  g_assert_cmpuint (images_of (journey, 1, portrait), ==, 1);
  g_assert_cmpfloat_with_epsilon (portrait[0]->x, 13 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (portrait[0]->width, 16 * MM, EPSILON);
  assert_said (journey, 1, "speaker-session", "Tides / Tides");
  assert_said (journey, 1, "booklet-folio", "3 / 3");
  assert_said (journey, 1, "booklet-plate", "1 / 1");
  assert_said (journey, 1, "speaker-biography", "Of the sea.");
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  guint n = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (line->page != 1 || !printed_is_of (line, "speaker-name speaker-family speaker-position speaker-biography"))
        continue;
      g_assert_cmpfloat_with_epsilon (line->left, left_of (journey, 1, "speaker-name"), EPSILON);
      n++;
    }
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (left_of (journey, 1, "speaker-name"), >, 30 * MM);
}

/* Nobody has more than a name and sessions: they stand in two columns. */
static void
test_speakers_in_columns (void)
{
  g_autoptr (Journey) journey = booklet (TWO_WHO_SPEAK ("><name>Aino <family>Aalto</family></name>"));
  double lee = 0;
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  for (guint i = 0; i < lines->len; i++)
    if (g_str_has_prefix (g_array_index (lines, PrintedLine, i).lines->text, "Lee")
        && g_array_index (lines, PrintedLine, i).page == 1)
      lee = g_array_index (lines, PrintedLine, i).left;
  g_assert_cmpfloat_with_epsilon (left_of (journey, 1, "speaker-name"), 13 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (lee, (13 + 56.5 + 4) * MM, EPSILON);
}

/* In how many columns an index of three stands. */
static guint
columns_of_index (const char *paper, gboolean large_print)
{
  g_autoptr (Journey) journey
      = journey_new (HEAD DAYS END "<booklet><index/></booklet></programme>", journey_theme ("institutional"));
  g_autoptr (GHashTable) lefts = g_hash_table_new (NULL, NULL);
  journey->large_print = large_print;
  g_assert_true (journey_make (journey, "booklet", "en", paper));
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  for (guint i = 0; i < lines->len; i++)
    if (printed_is_of (&g_array_index (lines, PrintedLine, i), "index-letter"))
      g_hash_table_add (lefts, GINT_TO_POINTER ((int) g_array_index (lines, PrintedLine, i).left));
  return g_hash_table_size (lefts);
}

static void
test_index_columns (void)
{
  g_assert_cmpuint (columns_of_index (NULL, FALSE), ==, 2);
  g_assert_cmpuint (columns_of_index ("99x210mm", FALSE), ==, 1);
  g_assert_cmpuint (columns_of_index (NULL, TRUE), ==, 1);
}

#define ORGANISATION(id, logo)                                                                                         \
  "<organisation id='" id "' logo='small/" logo "'><name>House " id "</name></organisation>"
#define ORGANISATIONS                                                                                                  \
  "<organisations>" ORGANISATION ("a", "logo.svg") ORGANISATION ("b", "aalto.svg")                                     \
      ORGANISATION ("c", "logo.svg") "<organisation id='d'><name>House d</name></organisation></organisations>"
#define TIER(name, sponsors) "<tier><name>" name "</name>" sponsors "</tier>"
#define SPONSOR(id) "<sponsor organisation='" id "'/>"

/* An event with a booklet of so many parts. */
static Journey *
booklet_of (const char *rooms, const char *parts)
{
  g_autofree char *xml
      = g_strconcat ("<programme version='1' languages='en'><event><title>Harbours</title></event>", ORGANISATIONS,
                     "<rooms>", rooms, "</rooms><agenda>", *rooms != '\0' ? DAY_IN_ROOMS : DAY_OUTSIDE,
                     "</agenda><booklet>", parts, "</booklet></programme>", NULL);
  return booklet (xml);
}

/* Logos of a tier cover the same area, whatever their shape, and those of the next are smaller; who has none is named. */
static void
test_sponsors (void)
{
  g_autoptr (Journey) journey
      = booklet_of ("", "<sponsors>" TIER ("Gold", SPONSOR ("a") SPONSOR ("b"))
                            TIER ("Silver", SPONSOR ("c") SPONSOR ("d")) TIER ("Thanks", SPONSOR ("d")) "</sponsors>");
  const PgItem *logos[8];
  g_assert_cmpuint (images_of (journey, 0, logos), ==, 3);
  double gold = logos[0]->width * logos[0]->height, wide = logos[0]->width / logos[0]->height;
  g_assert_cmpfloat_with_epsilon (logos[1]->width * logos[1]->height, gold, 1);
  g_assert_cmpfloat (ABS (wide - logos[1]->width / logos[1]->height), >, 0.01);
  g_assert_cmpfloat (logos[2]->width * logos[2]->height, <, gold * 0.8);
  g_assert_cmpstr (logos[1]->image.shown->alt, ==, "House b");
  assert_said (journey, 0, "booklet-title", "Sponsors");
  assert_said (journey, 0, "booklet-head", "Gold / Silver / Thanks");
  assert_said (journey, 0, "sponsor-name", "House d");
  assert_said (journey, 0, "booklet-row", "House d");
}

/* So many that their boxes have no room: these are lower, then the last tiers are names. */
static void
test_many_sponsors (void)
{
  static const char *const sponsors
      = "<sponsors>" TIER ("Gold", SPONSOR ("a") SPONSOR ("b") SPONSOR ("c") SPONSOR ("d"))
          TIER ("Silver", SPONSOR ("a") SPONSOR ("b") SPONSOR ("c") SPONSOR ("d"))
              TIER ("Bronze", SPONSOR ("a") SPONSOR ("b") SPONSOR ("c"))
                  TIER ("Copper", SPONSOR ("a") SPONSOR ("b") SPONSOR ("c"))
                      TIER ("Tin", SPONSOR ("a") SPONSOR ("b") SPONSOR ("c")) "</sponsors>";
  g_autoptr (Journey) full = booklet_of ("", sponsors);
  const PgItem *logos[64];
  g_assert_cmpuint (full->pages->pages->len, ==, 1);
  g_assert_cmpuint (images_of (full, 0, logos), ==, 3);
  assert_said (full, 0, "booklet-row",
               "House a / House b / House c / House d / House a / House b / House c / House a / House b / House c / "
               "House a / House b / House c");
}

#define PLAN(level, more)                                                                                              \
  "<plan src='small/logo.svg' level='" level "'" more "><title>Level " level "</title><alt>Level " level               \
  " from above</alt></plan>"

/* A plan, and facing it the rooms of its level with their pages, and the other plan's page. */
static void
test_plans (void)
{
  g_autoptr (Journey) journey = booklet_of (ROOMS, "<cover/><agenda/>" PLAN ("1", "") PLAN ("2", ""));
  const PgItem *plan[1];
  guint page = 0;
  while (images_of (journey, page, plan) == 0)
    page++;
  g_assert_cmpuint (page % 2, ==, 1);
  g_assert_cmpstr (plan[0]->image.shown->alt, ==, "Level 1 from above");
  g_assert_cmpfloat (plan[0]->width, <=, 117 * MM + EPSILON);
  g_assert_cmpfloat (plan[0]->height, <=, 140 * MM + EPSILON);
  assert_said (journey, page, "booklet-title", "Level 1");
  assert_said (journey, page + 1, "plan-room", "Hall / Barra / Level 2");
  assert_said (journey, page + 1, "plan-facts", "620 seats / Mole");
  assert_said (journey, page + 1, "index-folio", "2 / 2");
  assert_said (journey, page + 1, "glance-folio", "6");
  assert_said (journey, page + 2, "booklet-title", "Level 2");
}

/* A picture over the upper part of the cover, to three of its edges. */
static void
test_cover (void)
{
  g_autoptr (Journey) journey
      = booklet_of ("", "<cover><picture src='small/aalto.svg'><alt>A portrait</alt></picture></cover><agenda/>");
  const PgItem *picture[1];
  g_assert_cmpuint (images_of (journey, 0, picture), ==, 1);
  g_assert_cmpstr (picture[0]->image.shown->alt, ==, "A portrait");
  g_assert_true (picture[0]->image.shown->crop);
  g_assert_cmpfloat (picture[0]->x, ==, 0);
  g_assert_cmpfloat (picture[0]->y, ==, 0);
  g_assert_cmpfloat_with_epsilon (picture[0]->width, 148 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (picture[0]->height, 124 * MM, EPSILON);
  assert_said (journey, 0, "booklet-cover-title-low", "Harbours");
}

/* A day of sessions at each half hour, from 4 to 22 o'clock, but for two breaks. */
static Journey *
long_day (guint lunch, guint tea, const char *paper)
{
  g_autoptr (GString) xml = g_string_new ("<programme version='1' languages='en'><event><title>Harbours</title></event>"
                                          "<agenda><day date='2031-05-05'>");
  for (guint hour = 4; hour < 22; hour++)
    for (guint half = 0; half < 2; half++)
      if (half == 0 && (hour == lunch || hour == tea))
        g_string_append_printf (xml, "<break kind='%s' start='%02u:00' end='%02u:30'/>",
                                hour == lunch ? "lunch" : "tea", hour, hour);
      else
        g_string_append_printf (xml, "<session start='%02u:%u0'><title>Tides %u</title></session>", hour, half * 3,
                                hour);
  g_string_append (xml, "</day></agenda><booklet><cover/><front/><glance/></booklet></programme>");
  Journey *journey = journey_new (xml->str, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "booklet", "en", paper));
  return journey;
}

static void
assert_cut (guint lunch, guint tea, const char *last, const char *first)
{
  g_autoptr (Journey) journey = long_day (lunch, tea, NULL);
  g_autofree char *before = printed_in_style (journey->pages, 1, "glance-time", FALSE);
  g_autofree char *after = printed_in_style (journey->pages, 2, "glance-break", FALSE);
  g_assert_cmpuint (journey->pages->pages->len, ==, 3);
  g_assert_true (g_str_has_suffix (before, last));
  g_assert_true (g_str_has_prefix (after, first));
  assert_said (journey, 2, "booklet-title", "");
}

/* A long day is cut at its lunch, over two pages that lie open together; at the break in its middle where lunch is far from it. */
static void
test_long_day (void)
{
  assert_cut (13, 10, "12:30", "13:00 / Lunch");
  assert_cut (5, 12, "11:30", "12:00 / Tea break");
}

/* Where a half of it has no room on a page either it goes on from page to page. */
static void
test_longer_day (void)
{
  g_autoptr (Journey) journey = long_day (13, 10, "A6");
  g_autofree char *first = printed_in_style (journey->pages, 1, "glance-time", FALSE);
  g_autofree char *second = printed_in_style (journey->pages, 2, "glance-time", FALSE);
  g_assert_cmpuint (journey->pages->pages->len, ==, 4);
  g_assert_false (g_str_has_suffix (first, "12:30"));
  g_assert_nonnull (strstr (second, "12:30 / 13:30"));
}

/* Where the contents have more than their page, subtitles go; then sessions at the same time are one row, and at last there are
   days alone. */
static void
test_brief_contents (void)
{
  static const struct
  {
    guint n_rounds;
    const char *said, *subtitle;
  } cases[] = { { 2, "Tides 0", "Of water" }, { 9, "Parallel sessions, 00:00", "" }, { 40, "Monday 5 May 2031", "" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) xml = g_string_new ("<programme version='1' languages='en'><event><title>Harbours</title>"
                                              "</event><agenda><day date='2031-05-05'><subtitle>Of water</subtitle>");
      for (guint half = 0; half < cases[i].n_rounds; half++)
        for (guint room = 0; room < 4; room++)
          g_string_append_printf (xml, "<session start='%02u:%u0'><title>Tides %u</title></session>", half / 2,
                                  half % 2 * 3, room);
      g_string_append (xml, "</day></agenda><booklet><contents/><agenda/></booklet></programme>");
      g_autoptr (Journey) journey = booklet (xml->str);
      g_autofree char *rows = printed_in_style (journey->pages, 0, "booklet-row", FALSE);
      g_assert_true (g_str_has_prefix (rows, cases[i].said));
      assert_said (journey, 0, "contents-subtitle", cases[i].subtitle);
      g_assert_nonnull (g_hash_table_lookup (journey->pages->anchors, "day-1"));
    }
}

static void
test_random (void)
{
  const RandomLook look = { .has_images = TRUE };
  guint n = 0, n_events = g_test_slow () ? 200 : 12;
  for (guint seed = 1; seed <= n_events; seed++)
    {
      g_autoptr (RandomEvent) event = random_event_new (seed, &look);
      g_autoptr (Journey) journey = journey_new (event->xml, journey_theme ("institutional"));
      g_assert_true (journey_make (journey, "booklet", event->language, "A5"));
      for (guint page = 0; page < journey->pages->pages->len; page++)
        n += printed_check_folios (journey->pages, page);
    }
  g_assert_cmpuint (n, >, n_events);
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
  g_test_add_func ("/booklet/speakers", test_speakers);
  g_test_add_func ("/booklet/speakers-in-columns", test_speakers_in_columns);
  g_test_add_func ("/booklet/sponsors", test_sponsors);
  g_test_add_func ("/booklet/many-sponsors", test_many_sponsors);
  g_test_add_func ("/booklet/plans", test_plans);
  g_test_add_func ("/booklet/cover", test_cover);
  g_test_add_func ("/booklet/long-day", test_long_day);
  g_test_add_func ("/booklet/index-columns", test_index_columns);
  g_test_add_func ("/booklet/longer-day", test_longer_day);
  g_test_add_func ("/booklet/brief-contents", test_brief_contents);
  g_test_add_func ("/booklet/random", test_random);
  return g_test_run ();
}
