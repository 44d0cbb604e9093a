/* Enters: meetings in several rooms, courses, delegations. Leaves: whether what is said once stands where it belongs, once. */
#include "findings.h"
#include "journey.h"
#include "printed.h"

#include <string.h>

#define ROOMS                                                                                                          \
  "<rooms><room id='hall' level='2'><name>Hall</name></room><room id='deck' level='2'><name>Deck</name></room>"        \
  "<room id='den' level='Attic'><name>Den</name></room></rooms>"
#define HEAD "<programme version='1' languages='en fr'><event><title>T</title></event>"
#define FOOT "</day></agenda></programme>"

/* The lines in some styles, each with a bar behind it. */
static char *
lines_of (const GArray *said, const char *styles)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < said->len; i++)
    {
      const PrintedLine *line = &g_array_index (said, PrintedLine, i);
      if (printed_is_of (line, styles))
        g_string_append_printf (all, "%.*s|", (int) (line->line->end - line->line->start),
                                line->lines->text + line->line->start);
    }
  return g_string_free (all, FALSE);
}

static char *
printed (const char *xml, const char *theme, const char *piece, const char *language, const char *styles)
{
  g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
  g_assert_true (journey_make (journey, piece, language, NULL));
  g_autoptr (GArray) said = printed_said (journey->pages);
  return lines_of (said, styles);
}

/* Rooms */

static const char rooms_xml[]
    = HEAD ROOMS "<agenda><day date='2031-05-05'>"
                 "<session start='09:00' end='10:00' room='hall deck'><title>Ships</title></session>"
                 "<break start='10:00' end='10:30' room='deck den'/>"
                 "<session start='10:30' end='11:00' room='hall den'><title>Winds</title></session>" FOOT;

static void
test_rooms_in_agenda (void)
{
  g_autofree char *said = printed (rooms_xml, "institutional", "agenda", "en", "session-facts break-title");
  g_assert_cmpstr (
      said, ==, "Hall\u00a0· Deck\u00a0· Level 2|Break\u00a0· Deck, Den|Hall\u00a0· Level 2\u00a0· Den\u00a0· Attic|");
}

/* A session is on the sign of each door, and a break is the room's own in both. */
static void
test_rooms_on_signs (void)
{
  g_autofree char *said = printed (rooms_xml, "institutional", "signs", "en", "sign-room sign-title");
  g_assert_cmpstr (said, ==, "Hall|Ships|Winds|Deck|Ships|Break|Den|Break|Winds|");
}

/* What another system knows is kept and not printed. */
static void
test_origins (void)
{
  static const char xml[] = HEAD
      "<people><person id='a'><name>Aino <family>Aalto</family></name><email> aino@harbours.example </email>"
      "<origin system='pretalx' code='GK7QDF'/></person></people><agenda><day date='2031-05-05'>"
      "<session start='09:00' end='10:00'><title>Ships</title><group><slot who='a'/></group>"
      "<origin system='frab' id='4711' guid='8f3c' slug='ships' url='https://talks.example/4711'/></session>" FOOT;
  g_autoptr (ProgrammeEvent) event = read_good (xml);
  const PgPerson *person = g_ptr_array_index (event->people, 0);
  const PgDay *day = g_ptr_array_index (event->days, 0);
  const PgSystemOrigin *origin = ((const PgEntry *) g_ptr_array_index (day->entries, 0))->origin;
  g_assert_cmpstr (person->email, ==, "aino@harbours.example");
  g_assert_cmpstr (person->origin->system, ==, "pretalx");
  g_assert_cmpstr (person->origin->code, ==, "GK7QDF");
  g_assert_null (person->origin->url);
  g_assert_cmpstr (origin->id, ==, "4711");
  g_assert_cmpstr (origin->guid, ==, "8f3c");
  g_assert_cmpstr (origin->slug, ==, "ships");
  g_assert_cmpstr (origin->url, ==, "https://talks.example/4711");
  static const char *const pieces[] = { "agenda", "speakers" };
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
      g_assert_true (journey_make (journey, pieces[i], "en", "A4"));
      g_autoptr (GArray) said = printed_said (journey->pages);
      for (guint j = 0; j < said->len; j++)
        {
          const char *text = g_array_index (said, PrintedLine, j).lines->text;
          g_assert_true (strstr (text, "harbours") == NULL && strstr (text, "GK7") == NULL
                         && strstr (text, "talks") == NULL);
        }
    }
}

/* Courses */

#define PEOPLE                                                                                                         \
  "<people><person id='a' country='FI'><name>Aino <family>Aalto</family></name><position>Engineer</position></person>" \
  "<person id='b'><name>Min <family>Lee</family></name></person></people>"
#define DAY(date, more)                                                                                                \
  "<day date='" date "'>" more "<session start='09:00' end='10:00' number='1.1'><title>Ships</title></session>"        \
  "<break kind='coffee' start='10:00' end='10:30'/>"                                                                   \
  "<session start='10:30' end='11:00' number='1.2'><title>Winds</title><group role='speaker'><slot who='b'/></group>"  \
  "</session></day>"
#define COURSE(more)                                                                                                   \
  HEAD PEOPLE "<agenda><group><label>Trainer</label><slot who='a'/></group>" more "</agenda></programme>"
#define STYLES                                                                                                         \
  "head-label head-value course-day-number course-day course-time-start course-time course-title course-break "        \
  "topic-number role name"

static char *
printed_with_cover (const char *xml, const char *theme, const char *cover, const char *styles)
{
  g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
  journey->cover = cover;
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_autoptr (GArray) all = printed_lines (journey->pages);
  return lines_of (all, styles);
}

static const char course_xml[] = COURSE (DAY ("2031-05-05", "<subtitle>Sea</subtitle>")
                                             DAY ("2031-05-09", "<group role='facilitator'><slot who='b'/></group>"));

/* Who is there on all days is said once, in the head; days are lines of one table. */
static void
test_course (void)
{
  g_autofree char *said = printed_with_cover (course_xml, "institutional", "none", STYLES);
  g_assert_cmpstr (said, ==,
                   "Dates|5–9 May 2031|Trainer|Aino Aalto\u2002\u2005Finland\u2002\u2005Engineer|Document|Agenda|"
                   "Day 1|Monday 5 May\u2002\u2005Sea|09:00–10:00|1.1|Ships|10:00–10:30|Coffee break|10:30–11:00|1.2|"
                   "Winds|Speaker|Min Lee|"
                   "Day 2|Friday 9 May|Facilitator|Min Lee|09:00–10:00|1.1|Ships|10:00–10:30|Coffee break|"
                   "10:30–11:00|1.2|Winds|Speaker|Min Lee|");
}

/* With a cover they stand once above the days, whatever the theme. */
static void
test_course_with_cover (void)
{
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      g_autofree char *said = printed_with_cover (course_xml, *theme, "page", "role person name course-day");
      g_assert_true (g_str_has_prefix (said, "Trainer|Aino Aalto"));
      g_assert_null (strstr (said + 1, "Trainer"));
      g_assert_nonnull (strstr (said, "Monday 5 May"));
    }
}

/* A meeting of one day is none, and neither is one whose theme wants pages. */
static void
test_no_course (void)
{
  static const char one_day[] = COURSE (DAY ("2031-05-05", ""));
  g_autofree char *said
      = printed_with_cover (one_day, "institutional", "none", "head-value course-title session-title");
  g_assert_cmpstr (said, ==, "Monday 5 May 2031|Aino Aalto\u2002\u2005Finland\u2002\u2005Engineer|Agenda|Ships|Winds|");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("[theme]\nextends=institutional\n[arrangement]\ndays=page\n", 54);
  g_autoptr (ProgrammeTheme) paged = programme_theme_read_bytes (bytes, "paged", NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (Journey) journey = journey_new (course_xml, paged);
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_assert_cmpuint (journey->pages->pages->len, ==, 3);
}

/* A day of few lines is never parted: each page of a long course begins with a day. */
static void
test_course_days_are_whole (void)
{
  g_autoptr (GString) xml = g_string_new (HEAD PEOPLE "<agenda><group><label>Trainer</label><slot who='a b'/></group>");
  for (guint day = 1; day <= 28; day++)
    g_string_append_printf (
        xml,
        "<day date='2031-02-%02u'><session start='09:00' end='10:00' number='%u'><title>Ships</title>"
        "</session><break start='10:00' end='10:30'/><session start='10:30' end='11:00'>"
        "<title>Winds</title></session></day>",
        day, day);
  g_string_append (xml, "</agenda></programme>");
  g_autoptr (Journey) journey = journey_new (xml->str, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "agenda", "en", "A5"));
  g_assert_cmpuint (journey->pages->pages->len, >, 3);
  g_autoptr (GArray) said = printed_said (journey->pages);
  guint page = 0, n_days = 0;
  for (guint i = 0; i < said->len; i++)
    {
      const PrintedLine *line = &g_array_index (said, PrintedLine, i);
      n_days += printed_is (line, "course-day") ? 1 : 0;
      if (page > 1 && line->page != page)
        g_assert_cmpstr (line->style, ==, "course-day-number");
      page = line->page;
    }
  g_assert_cmpuint (n_days, ==, 28);
  g_autofree char *found = report_lines (journey->report);
  g_assert_cmpstr (found, ==, "");
}

/* "Saturday 1 February" is 1. */
static guint
day_of_month (const PrintedLine *line)
{
  g_autofree char *text = g_strndup (line->lines->text + line->line->start, line->line->end - line->line->start);
  return (guint) g_ascii_strtoull (strpbrk (text, "0123456789"), NULL, 10);
}

/* Where days run on, the head says which of them its page has: those that begin there, and one that goes on from before. The
   first page has a head of its own. */
static void
assert_heads (const char *theme, const char *paper, const char *day_style, const char *agenda)
{
  g_autofree char *xml = g_strconcat (HEAD PEOPLE "<agenda>", agenda, "</agenda></programme>", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *keys = g_strdup_printf ("[theme]\nextends=%s\n[arrangement]\ndays=run\n", theme);
  g_autoptr (GBytes) bytes = g_bytes_new (keys, strlen (keys));
  g_autoptr (ProgrammeTheme) running = programme_theme_read_bytes (bytes, "running", NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (Journey) journey = journey_new (xml, day_style[0] == 'c' ? journey_theme (theme) : running);
  journey->cover = "none";
  g_assert_true (journey_make (journey, "agenda", "en", paper));
  g_autoptr (GArray) said = printed_said (journey->pages);
  guint n_ranges = 0, last = 0;
  for (guint page = 0; page < journey->pages->pages->len; page++)
    {
      guint first = 0;
      for (guint i = 0; i < said->len; i++)
        {
          const PrintedLine *line = &g_array_index (said, PrintedLine, i);
          gboolean is_day = line->page == page && printed_is (line, day_style);
          if (line->page == page && first == 0)
            first = is_day || strstr (line->style, "day") != NULL ? last + 1 : MAX (last, 1);
          last = is_day ? day_of_month (line) : last;
        }
      g_autofree char *range = g_strdup_printf ("%u–%u February 2031", first, last);
      g_autofree char *dates = printed_in_style (journey->pages, page, "running-day", FALSE);
      g_autofree char *day = printed_in_style (journey->pages, page, "running-day-number", FALSE);
      const char *head = *dates != '\0' ? dates : day;
      if (page > 0 && first < last)
        g_assert_cmpstr (head, ==, range);
      n_ranges += page > 0 && first < last ? 1 : 0;
      g_autofree char *only = g_strdup_printf (" %u February", last);
      if (page > 0 && first == last)
        g_assert_nonnull (strstr (head, only));
    }
  g_assert_cmpuint (last, ==, 12);
  g_assert_cmpuint (n_ranges, >, 1);
}

/* Twelve days of so many sessions. */
static char *
twelve_days (const char *before, guint n_sessions)
{
  GString *days = g_string_new (before);
  for (guint day = 1; day <= 12; day++)
    {
      g_string_append_printf (days, "<day date='2031-02-%02u'>", day);
      for (guint i = 0, start = 6 * 60; i < n_sessions; i++, start += 20)
        g_string_append_printf (days, "<session start='%02u:%02u' end='%02u:%02u'><title>Ships</title></session>",
                                start / 60, start % 60, (start + 20) / 60, (start + 20) % 60);
      g_string_append (days, "</day>");
    }
  return g_string_free (days, FALSE);
}

static void
test_heads_of_running_days (void)
{
  g_autofree char *course = twelve_days ("<group><label>Trainer</label><slot who='a b'/></group>", 3);
  g_autofree char *days = twelve_days ("", 28);
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    assert_heads (*theme, "A5", "course-day", course);
  assert_heads ("institutional", "A4", "day-name", days);
}

/* They are among the speakers, with the page on which they are named; and in the order of sessions, before all others. */
static void
test_course_speakers (void)
{
  g_autofree char *said
      = printed (course_xml, "institutional", "speakers", "en", "speaker-name speaker-session speaker-page");
  g_assert_cmpstr (said, ==,
                   "Aino Aalto|Agenda|2|Min Lee|Day 1\u00a0· Session 1.2|2|Day 2|2|Day 2\u00a0· Session 1.2|2|");
  g_autoptr (Journey) journey = journey_new (course_xml, journey_theme ("institutional"));
  journey->sort = PG_SORT_SESSION;
  g_assert_true (journey_make (journey, "speakers", "en", "A4"));
  g_autoptr (GArray) lines = printed_said (journey->pages);
  g_autofree char *by_session = lines_of (lines, "speaker-group speaker-name");
  g_assert_cmpstr (by_session, ==,
                   "Agenda|Aino Aalto|Day 1\u00a0· Session 1.2. Winds|Min Lee|Day 2|Min Lee|Day 2\u00a0· Session 1.2. "
                   "Winds|Min Lee|");
}

/* Neither a weekend nor days of which nothing is said are a fault. */
static void
test_course_check (void)
{
  g_autofree char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (course_xml, -1, FINDINGS_CHECK, &lines);
  g_assert_nonnull (event);
  g_assert_null (strstr (lines, "gap"));
  g_assert_null (strstr (lines, "day-order"));
}

/* Protocol */

#define MEETING(delegations)                                                                                           \
  "<programme version='1' languages='en fr'><event><title>T</title></event>" delegations                               \
  "<organisations><organisation id='sea' country='SE'><name>Sea Office</name></organisation>"                          \
  "<organisation id='bank' delegation='yes'><name>Harbour Bank</name><name xml:lang='fr'>Banque des ports</name>"      \
  "</organisation><organisation id='watch' observer='yes'><name>Watch</name></organisation>"                           \
  "<organisation id='oslo' country='NO' observer='yes'><name>Oslo</name></organisation></organisations><people>"       \
  "<person id='de2' country='DE'><name>Ada <family>Abel</family></name></person>"                                      \
  "<person id='de1' country='DE' head='yes'><name>Udo <family>Zorn</family></name></person>"                           \
  "<person id='se' organisation='sea'><name>Eva <family>Berg</family></name></person>"                                 \
  "<person id='se1' organisation='sea' head='yes'><name>Per <family>Dahl</family></name></person>"                     \
  "<person id='bank1' organisation='bank'><name>Lu <family>Chen</family></name></person>"                              \
  "<person id='cz' country='CZ'><name>Jan <family>Novak</family></name></person>"                                      \
  "<person id='w' organisation='watch'><name>Tim <family>Eager</family></name></person>"                               \
  "<person id='no' organisation='oslo'><name>Kari <family>Moe</family></name></person>"                                \
  "<person id='chair'><name>Ivo <family>Free</family></name></person></people><agenda><day date='2031-05-05'>"         \
  "<session start='09:00' end='10:00'><title>S</title>"                                                                \
  "<group><slot who='no w cz'/><slot who='bank1'/><slot who='se'/><slot who='se1'/><slot who='de2'/>"                  \
  "<slot who='de1'/><slot who='chair'/></group></session>" FOOT

static void
assert_order (const char *xml, const char *language, const char *expected)
{
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
  journey->sort = PG_SORT_PROTOCOL;
  g_assert_true (journey_make (journey, "speakers", language, "A4"));
  g_autoptr (GArray) lines = printed_said (journey->pages);
  g_autofree char *said = lines_of (lines, "speaker-part speaker-group speaker-name speakers-note");
  g_assert_cmpstr (said, ==, expected);
}

/* Czechia, Germany, Sweden are Allemagne, Suède, Tchéquie: the order is that of the edition. */
static void
test_alphabetical (void)
{
  assert_order (MEETING (""), "en",
                "In order of protocol. The number after each session is its page in the agenda.|Ivo Free|"
                "Czechia|Jan Novak|Germany|Udo Zorn|Ada Abel|Harbour Bank|Lu Chen|Sweden|Per Dahl|Eva Berg|"
                "Observers|Norway|Kari Moe|Watch|Tim Eager|");
  assert_order (MEETING ("<delegations order='alphabetical'/>"), "fr",
                "Par ordre protocolaire. Le numéro qui suit chaque session est celui de sa page dans le programme.|"
                "Ivo Free|Allemagne|Udo Zorn|Ada Abel|Banque des ports|Lu Chen|Suède|Per Dahl|Eva Berg|"
                "Tchéquie|Jan Novak|Observateurs|Norvège|Kari Moe|Watch|Tim Eager|");
}

/* As the file first names them. */
static void
test_listed (void)
{
  assert_order (MEETING ("<delegations order='listed'/>"), "en",
                "In order of protocol. The number after each session is its page in the agenda.|Ivo Free|"
                "Sweden|Per Dahl|Eva Berg|Harbour Bank|Lu Chen|Germany|Udo Zorn|Ada Abel|Czechia|Jan Novak|"
                "Observers|Watch|Tim Eager|Norway|Kari Moe|");
}

static void
test_host (void)
{
  assert_order (MEETING ("<delegations host='sea'/>"), "en",
                "In order of protocol. The number after each session is its page in the agenda.|Ivo Free|"
                "Sweden|Per Dahl|Eva Berg|Czechia|Jan Novak|Germany|Udo Zorn|Ada Abel|Harbour Bank|Lu Chen|"
                "Observers|Norway|Kari Moe|Watch|Tim Eager|");
  assert_order (MEETING ("<delegations host='bank' host-place='last' order='listed'/>"), "en",
                "In order of protocol. The number after each session is its page in the agenda.|Ivo Free|"
                "Sweden|Per Dahl|Eva Berg|Germany|Udo Zorn|Ada Abel|Czechia|Jan Novak|Harbour Bank|Lu Chen|"
                "Observers|Watch|Tim Eager|Norway|Kari Moe|");
}

/* Swedish has Ö at the end of its alphabet, German with O. */
static void
test_collation (void)
{
  static const char xml[] = HEAD
      "<countries><country code='SE'><name>Österland</name></country><country code='FI'><name>Zetland</name></country>"
      "<country code='NO'><name>Oberland</name></country></countries><people>"
      "<person id='a' country='SE'><name>A</name></person><person id='b' country='FI'><name>B</name></person>"
      "<person id='c' country='NO'><name>C</name></person></people><agenda><day date='2031-05-05'>"
      "<session start='09:00' end='10:00'><title>S</title><group><slot who='a b c'/></group></session>" FOOT;
  static const struct
  {
    const char *language, *order;
  } wanted[] = { { "de", "C|A|B|" }, { "sv", "C|B|A|" } };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *languages = g_strdup_printf ("languages='%s'", wanted[i].language);
      g_autoptr (GString) own = g_string_new (xml);
      g_string_replace (own, "languages='en fr'", languages, 1);
      g_autoptr (Journey) journey = journey_new (own->str, journey_theme ("institutional"));
      journey->sort = PG_SORT_PROTOCOL;
      g_assert_true (journey_make (journey, "speakers", wanted[i].language, "A4"));
      g_autoptr (GArray) lines = printed_said (journey->pages);
      g_autofree char *said = lines_of (lines, "speaker-name");
      g_assert_cmpstr (said, ==, wanted[i].order);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting/rooms/agenda", test_rooms_in_agenda);
  g_test_add_func ("/meeting/rooms/signs", test_rooms_on_signs);
  g_test_add_func ("/meeting/origins", test_origins);
  g_test_add_func ("/meeting/course/head", test_course);
  g_test_add_func ("/meeting/course/cover", test_course_with_cover);
  g_test_add_func ("/meeting/course/none", test_no_course);
  g_test_add_func ("/meeting/course/whole-days", test_course_days_are_whole);
  g_test_add_func ("/meeting/running-heads", test_heads_of_running_days);
  g_test_add_func ("/meeting/course/speakers", test_course_speakers);
  g_test_add_func ("/meeting/course/check", test_course_check);
  g_test_add_func ("/meeting/protocol/alphabetical", test_alphabetical);
  g_test_add_func ("/meeting/protocol/listed", test_listed);
  g_test_add_func ("/meeting/protocol/host", test_host);
  g_test_add_func ("/meeting/protocol/collation", test_collation);
  return g_test_run ();
}
