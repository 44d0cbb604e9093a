/* Enters: events with rooms. Leaves: whether each room and day has its sign, of which size its parts are, and what gives way
   where there is too much. Lengths in points: 1 mm is 72 / 25.4. */
#include "journey.h"
#include "printed.h"

#include <programme/programme.h>

#include <string.h>

#define MM (72 / 25.4)
#define EPSILON 0.02

#define HEAD                                                                                                           \
  "<programme version='1' languages='en ko'><event><title>Harbours of the Future</title>"                              \
  "<title xml:lang='ko'>미래의 항구</title><venue>Sea House, Example City</venue></event>"                        \
  "<people><person id='aalto'><name>Aino <family>Aalto</family></name></person></people>"                              \
  "<rooms><room id='hall' level='2'><name>Grand Ballroom</name><name xml:lang='ko'>그랜드 볼룸</name></room>"     \
  "<room id='den' level='Ground floor'><name>Den</name></room></rooms><agenda>"
#define DAY                                                                                                            \
  "<day date='2031-05-05'>"                                                                                            \
  "<session start='09:00' end='10:30' number='1' room='hall'><title>Ships and Winds</title>"                           \
  "<title xml:lang='ko'>배와 바람</title><group role='speaker'><slot who='aalto'/></group></session>"              \
  "<break kind='coffee' start='10:30' end='11:00'/>"                                                                   \
  "<session start='11:00' end='12:00' number='2' room='hall'><title>Tides</title></session>"                           \
  "<break kind='lunch' start='12:00' end='13:00'/>"                                                                    \
  "<session start='13:00' end='14:00' number='3' room='den'><title>Quays</title></session></day>"
#define END "</agenda></programme>"

static Journey *
signs (const char *xml, const char *language, const char *second, const char *paper)
{
  Journey *journey = journey_new (xml, journey_theme ("institutional"));
  journey->second = second;
  g_assert_true (journey_make (journey, "signs", language, paper));
  return journey;
}

static void
test_pages (void)
{
  g_autoptr (Journey) journey = signs (HEAD DAY END, "en", NULL, NULL);
  g_assert_cmpuint (journey->pages->pages->len, ==, 2);
  const PgPage *page = pg_pages_get (journey->pages, 0);
  g_assert_cmpfloat_with_epsilon (page->width, 297 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (page->height, 420 * MM, EPSILON);
  assert_said (journey, 0, "sign-room", "Grand / Ballroom");
  assert_said (journey, 0, "sign-date", "Monday 5 May");
  assert_said (journey, 0, "sign-level", "Level 2");
  assert_said (journey, 0, "sign-level-plate", "2");
  assert_said (journey, 0, "sign-venue", "Sea House, Example City");
  assert_said (journey, 1, "sign-room", "Den");
  assert_said (journey, 1, "sign-level", "Ground floor"); /* no figure: no plate, and no word for it */
  assert_said (journey, 1, "sign-level-plate", "");
  g_assert_cmpuint (journey->pages->bookmarks->len, ==, 2);
  g_assert_cmpstr (g_array_index (journey->pages->bookmarks, PgBookmark, 0).title, ==,
                   "Grand Ballroom, Monday 5 May 2031");
}

/* The field reaches over the whole width; the name's last line stands on its foot. */
static void
test_field (void)
{
  g_autoptr (Journey) journey = signs (HEAD DAY END, "en", NULL, NULL);
  const PgItem *field = &g_array_index (pg_pages_get (journey->pages, 0)->items, PgItem, 0);
  g_assert_cmpint (field->kind, ==, PG_ITEM_FILL);
  g_assert_cmpfloat_with_epsilon (field->x, 0, EPSILON);
  g_assert_cmpfloat_with_epsilon (field->y, 0, EPSILON);
  g_assert_cmpfloat_with_epsilon (field->width, 297 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (field->height, 158 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (field->fill.red, 0x14 / 255.0, EPSILON);
  double foot = 0;
  for (guint i = 0; i < pg_pages_get (journey->pages, 0)->items->len; i++)
    {
      const PgItem *item = &g_array_index (pg_pages_get (journey->pages, 0)->items, PgItem, i);
      if (item->kind == PG_ITEM_TEXT && item->text.lines->lines[0].runs[0].run->style->size == 132)
        foot = item->y - item->text.lines->baseline + item->height;
    }
  g_assert_cmpfloat_with_epsilon (foot, 147 * MM, EPSILON);
}

/* All doors share the size of the longest name, but in no more than two lines and no less than 96 points. */
static void
test_one_size (void)
{
  g_autoptr (Journey) short_names = signs (HEAD DAY END, "en", NULL, NULL);
  g_assert_cmpfloat (printed_size (short_names->pages, 0, "sign-room"), ==, 132);
  g_assert_cmpfloat (printed_size (short_names->pages, 1, "sign-room"), ==, 132);
  g_auto (GStrv) parts = g_strsplit (HEAD DAY END, "<name>Grand Ballroom</name>", 2);
  g_autofree char *xml = g_strjoinv ("<name>Archipelago Hall</name>", parts);
  g_autoptr (Journey) journey = signs (xml, "en", NULL, NULL);
  double size = printed_size (journey->pages, 0, "sign-room");
  g_assert_cmpfloat (size, <, 132);
  g_assert_cmpfloat (size, >=, 96);
  g_assert_cmpfloat (printed_size (journey->pages, 1, "sign-room"), ==, size);
  assert_said (journey, 0, "sign-room", "Archipelago / Hall");
}

/* Who has several parts in a session is named once: a sign does not say which parts they are. */
static void
test_each_once (void)
{
  g_autoptr (Journey) journey
      = signs (HEAD "<day date='2031-05-05'><session start='09:00' end='10:30' room='hall'><title>Ships</title>"
                    "<group role='chair'><slot who='aalto'/></group><group role='speaker'><slot who='aalto'/></group>"
                    "<talk start='10:00'><title>Winds</title><group role='speaker'><slot who='aalto'/></group></talk>"
                    "</session></day>" END,
               "en", NULL, NULL);
  assert_said (journey, 0, "sign-speaker", "Aino Aalto");
}

/* Breaks without a room stand between what happens in the room, and not after it. */
static void
test_list (void)
{
  g_autoptr (Journey) journey = signs (HEAD DAY END, "en", NULL, NULL);
  assert_said (journey, 0, "sign-title", "Ships and Winds / Tides");
  assert_said (journey, 0, "sign-break", "10:30 / Coffee break");
  assert_said (journey, 0, "sign-time", "09:00 / 11:00");
  assert_said (journey, 0, "sign-until", "–10:30 / –12:00");
  assert_said (journey, 0, "sign-number", "1 / 2");
  assert_said (journey, 0, "sign-speaker", "Aino Aalto");
  assert_said (journey, 1, "sign-title", "Quays");
  g_assert_cmpfloat (printed_size (journey->pages, 0, "sign-title"), ==, 22 * 1.5);
}

static void
test_two_languages (void)
{
  g_autoptr (Journey) journey = signs (HEAD DAY END, "en", "ko", NULL);
  g_autofree char *room = printed_in_style (journey->pages, 0, "sign-room second", FALSE),
                  *date = printed_in_style (journey->pages, 0, "sign-date second", FALSE);
  g_assert_cmpstr (room, ==, "그랜드 볼룸");
  g_assert_cmpstr (date, ==, "5. 5.(월)");
  g_assert_cmpfloat (printed_size (journey->pages, 0, "sign-room"), ==,
                     119.5); /* with two lines and one there is no room for 132 */
  g_assert_cmpfloat (printed_size (journey->pages, 0, "sign-room second"), ==, 59.75);
  assert_said (journey, 0, "sign-title second", "배와 바람");
  assert_said (journey, 1, "sign-room second", ""); /* what is not translated is said once */
}

/* An event of n sessions in the hall, a quarter of an hour each. */
static char *
event_of (guint n)
{
  GString *xml = g_string_new (HEAD "<day date='2031-05-05'>");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (xml,
                            "<session start='%u:%02u' end='%u:%02u' room='hall'><title>Session of the tides and winds "
                            "of harbour %u</title><group role='speaker'><slot who='aalto'/></group></session>",
                            8 + i / 4, i % 4 * 15, 8 + (i + 1) / 4, (i + 1) % 4 * 15, i + 1);
  g_string_append (xml, "</day>" END);
  return g_string_free (xml, FALSE);
}

/* Speakers go first, then the list becomes smaller, then it goes on on another page below the same head. */
static void
test_steps (void)
{
  static const struct
  {
    guint sessions;
    double size;
    gboolean has_speakers;
    guint pages;
  } cases[] = { { 3, 33, TRUE, 1 },  { 5, 27.5, TRUE, 1 },    { 6, 27.5, FALSE, 1 },
                { 8, 22, FALSE, 1 }, { 11, 18.75, FALSE, 1 }, { 20, 18.75, FALSE, 2 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = event_of (cases[i].sessions);
      g_autoptr (Journey) journey = signs (xml, "en", NULL, NULL);
      g_autofree char *speakers = printed_in_style (journey->pages, 0, "sign-speaker", FALSE);
      g_test_message ("%u sessions", cases[i].sessions);
      g_assert_cmpfloat (printed_size (journey->pages, 0, "sign-title"), ==, cases[i].size);
      g_assert_cmpint (speakers[0] != '\0', ==, cases[i].has_speakers);
      g_assert_cmpuint (journey->pages->pages->len, ==, cases[i].pages);
      for (guint page = 0; page < cases[i].pages; page++)
        {
          g_autofree char *count = g_strdup_printf ("%u/%u", page + 1, cases[i].pages);
          assert_said (journey, page, "sign-room", "Grand / Ballroom");
          assert_said (journey, page, "sign-count", cases[i].pages > 1 ? count : "");
        }
    }
}

/* A break in the room is what its sign is for: with its end, as a session. */
static void
test_own_break (void)
{
  g_auto (GStrv) parts = g_strsplit (HEAD DAY END, "start='10:30' end='11:00'/>", 2);
  g_autofree char *xml = g_strjoinv ("start='10:30' end='11:00' room='hall'/>", parts);
  g_autoptr (Journey) journey = signs (xml, "en", NULL, NULL);
  assert_said (journey, 0, "sign-title", "Ships and Winds / Coffee break / Tides");
  assert_said (journey, 0, "sign-until", "–10:30 / –11:00 / –12:00");
  assert_said (journey, 0, "sign-break", "");
}

/* A number that is too long for its plate is smaller, not broken, and the list is no smaller for it. */
static void
test_long_number (void)
{
  g_auto (GStrv) parts = g_strsplit (HEAD DAY END, "number='1'", 2);
  g_autofree char *xml = g_strjoinv ("number='12.4b'", parts);
  g_autoptr (Journey) journey = signs (xml, "en", NULL, NULL);
  assert_said (journey, 0, "sign-number", "12.4b / 2");
  g_assert_cmpfloat (printed_size (journey->pages, 0, "sign-number"), <, 22 * 1.5);
  g_assert_cmpfloat (printed_size (journey->pages, 0, "sign-title"), ==, 22 * 1.5);
}

/* A sign of an event that is a draft, or has errors, says so. */
static void
test_state (void)
{
  g_auto (GStrv) parts = g_strsplit (HEAD DAY END, "<event>", 2);
  g_autofree char *draft = g_strjoinv ("<event status='draft'>", parts);
  g_autoptr (Journey) journey = signs (draft, "en", NULL, NULL);
  assert_said (journey, 0, "sign-state", "Draft");
  g_autoptr (Journey) final = signs (HEAD DAY END, "en", NULL, NULL);
  assert_said (final, 0, "sign-state", "");
}

/* On other paper all is in proportion. */
static void
test_paper (void)
{
  g_autoptr (Journey) journey = signs (HEAD DAY END, "en", NULL, "A4");
  const PgItem *field = &g_array_index (pg_pages_get (journey->pages, 0)->items, PgItem, 0);
  g_assert_cmpfloat_with_epsilon (field->height, 158 * MM * 210 / 297, EPSILON);
  g_assert_cmpfloat_with_epsilon (printed_size (journey->pages, 0, "sign-room"), 132 * 210 / 297.0, 0.25);
}

static Journey *
signs_of (const char *xml, const char *kinds, const char *day, const char *room)
{
  Journey *journey = journey_new (xml, journey_theme ("institutional"));
  guint n = 0;
  const char *more[] = { "kind", kinds, "day", day, "room", room };
  for (guint i = 0; i < G_N_ELEMENTS (more); i += 2)
    if (more[i + 1] != NULL)
      {
        journey->more[n++] = more[i];
        journey->more[n++] = more[i + 1];
      }
  g_assert_true (journey_make (journey, "signs", "en", NULL));
  return journey;
}

/* One a session, in the order of the agenda, and none for breaks; the longest title decides how large all are. */
static void
test_sessions (void)
{
  g_autoptr (Journey) journey = signs_of (HEAD DAY END, "session", NULL, NULL);
  g_assert_cmpuint (journey->pages->pages->len, ==, 3);
  assert_said (journey, 0, "sign-session", "Ships / and Winds");
  assert_said (journey, 0, "sign-title", "Grand Ballroom");
  assert_said (journey, 0, "sign-time", "09:00");
  assert_said (journey, 0, "sign-until", "–10:30");
  assert_said (journey, 0, "sign-number", "1");
  assert_said (journey, 0, "sign-speaker", "Aino Aalto");
  assert_said (journey, 1, "sign-session", "Tides");
  assert_said (journey, 2, "sign-session", "Quays");
  assert_said (journey, 2, "sign-level", "Ground floor");
  for (guint page = 0; page < 3; page++)
    g_assert_cmpfloat (printed_size (journey->pages, page, "sign-session"), ==, 100);
  g_auto (GStrv) parts = g_strsplit (HEAD DAY END, "<title>Tides", 2);
  g_autofree char *xml = g_strjoinv ("<title>Whatever the winds and waves may do with the quays of old harbours, and "
                                     "what of the Tides",
                                     parts);
  g_autoptr (Journey) long_title = signs_of (xml, "session", NULL, NULL);
  double size = printed_size (long_title->pages, 0, "sign-session");
  g_assert_cmpfloat (size, <, 100);
  g_assert_cmpfloat (size, >=, 44);
  for (guint page = 1; page < 3; page++)
    g_assert_cmpfloat (printed_size (long_title->pages, page, "sign-session"), ==, size);
}

/* Those who speak are left out before the type gets small, and that is told. */
static void
test_many_speakers (void)
{
  const struct
  {
    guint n;
    double size;
  } cases[] = { { 10, 14 * 1.5 }, { 21, 14 * 1.25 }, { 40, 0 } };
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (GString) xml
          = g_string_new ("<programme version='1' languages='en'><event><title>T</title></event><people>");
      for (guint i = 0; i < cases[c].n; i++)
        g_string_append_printf (xml, "<person id='p%u'><name>Ann Bell %u</name></person>", i, i);
      g_string_append (xml,
                       "</people><agenda><day date='2031-05-05'><session start='09:00' end='10:00'><title>Panel</title>"
                       "<group role='speaker'>");
      for (guint i = 0; i < cases[c].n; i++)
        g_string_append_printf (xml, "<slot who='p%u'/>", i);
      g_string_append (xml, "</group></session></day></agenda></programme>");
      g_autoptr (Journey) journey = signs_of (xml->str, "session", NULL, NULL);
      g_assert_cmpuint (journey->pages->pages->len, ==, 1);
      g_assert_cmpfloat (printed_size (journey->pages, 0, "sign-speaker"), ==, cases[c].size);
      g_assert_cmpfloat (printed_size (journey->pages, 0, "sign-time"), >=, 24);
      guint n_told = 0;
      for (guint k = 0; k < programme_report_get_n_findings (journey->report); k++)
        n_told += g_strcmp0 (programme_finding_get_code (programme_report_get_finding (journey->report, k)),
                             "speakers-left-out")
                  == 0;
      g_assert_cmpuint (n_told, ==, cases[c].size > 0 ? 0 : 1);
    }
}

static void
test_welcome (void)
{
  g_autoptr (Journey) journey = signs_of (HEAD DAY END, "welcome", NULL, NULL);
  g_assert_cmpuint (journey->pages->pages->len, ==, 1);
  assert_said (journey, 0, "welcome", "Welcome");
  assert_said (journey, 0, "welcome-title", "Harbours of the Future");
  assert_said (journey, 0, "welcome-dates", "5 May 2031");
  g_assert_cmpfloat (printed_size (journey->pages, 0, "welcome"), ==, 150);
  const PgItem *field = &g_array_index (pg_pages_get (journey->pages, 0)->items, PgItem, 0);
  g_assert_cmpint (field->kind, ==, PG_ITEM_FILL);
  g_assert_cmpfloat_with_epsilon (field->height, 332 * MM, EPSILON);
}

#define TWO_DAYS                                                                                                       \
  DAY "<day date='2031-05-06'><session start='09:00' end='10:30' room='den hall'><title>Locks</title></session></day>"

/* Kinds stand after one another, whatever their order; days and rooms are told apart. */
static void
test_selection (void)
{
  static const struct
  {
    const char *kinds, *day, *room;
    guint pages;
  } cases[] = { { "door", NULL, NULL, 4 },         { "door", "2", NULL, 2 },
                { "door", NULL, "den", 2 },        { "door", "1", "den", 1 },
                { "session", NULL, NULL, 4 },      { "session", NULL, "den", 2 },
                { "session", "2", "hall", 1 },     { "session,door", "2", NULL, 3 },
                { "welcome,door", "2", "den", 2 }, { "door,session,welcome", NULL, NULL, 9 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_autoptr (Journey) journey = signs_of (HEAD TWO_DAYS END, cases[i].kinds, cases[i].day, cases[i].room);
      g_assert_cmpuint (journey->pages->pages->len, ==, cases[i].pages);
    }
  g_autoptr (Journey) both = signs_of (HEAD TWO_DAYS END, "session,door", "2", "den");
  assert_said (both, 0, "sign-room", "Den");
  assert_said (both, 1, "sign-session", "Locks");
}

static void
test_selection_of_nothing (void)
{
  static const struct
  {
    const char *xml, *name, *value, *expected;
  } cases[] = {
    { HEAD DAY END, "day", "2", "event.xml: there is no day 2: the event has 1" },
    { HEAD DAY END, "room", "hal", "event.xml: there is no room “hal”; did you mean “hall”?" },
    { HEAD DAY END, "kind", "dor",
      "kind takes door, session, board, direction, notice, welcome, screen, tent, delegation, lectern or table, not "
      "“dor”; did you mean “door”?" },
    { HEAD "<day date='2031-05-05'/><day date='2031-05-06'>"
           "<session start='09:00' room='hall'><title>T</title></session></day>" END,
      "day", "1", "of what is asked for there is nothing to be said: ask for other kinds, another day or room" }
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Journey) journey = journey_new (cases[i].xml, journey_theme ("institutional"));
      g_autoptr (ProgrammeOptions) options = programme_options_new ();
      g_autoptr (GError) error = NULL;
      ProgrammeDocument *document = NULL;
      if (programme_options_set (options, cases[i].name, cases[i].value, &error))
        document = programme_document_new (journey->event, "signs", journey->theme, options, NULL, NULL, &error);
      g_assert_null (document);
      g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
      g_assert_cmpstr (error->message, ==, cases[i].expected);
    }
}

/* A welcome needs no door. */
static void
test_welcome_without_rooms (void)
{
  g_autoptr (Journey) journey
      = signs_of ("<programme version='1' languages='en'><event><title>T</title></event><agenda><day date='2031-05-05'>"
                  "<session start='09:00' end='10:30'><title>S</title></session></day></agenda></programme>",
                  "session,welcome", NULL, NULL);
  g_assert_cmpuint (journey->pages->pages->len, ==, 2);
  assert_said (journey, 0, "sign-session", "S");
  assert_said (journey, 0, "sign-title", "");
}

/* No room, no door. */
static void
test_without_rooms (void)
{
  g_autoptr (Journey) journey = journey_new (
      "<programme version='1' languages='en'><event><title>T</title></event><agenda><day date='2031-05-05'>"
      "<session start='09:00' end='10:30'><title>S</title></session></day></agenda></programme>",
      journey_theme ("institutional"));
  g_autoptr (GError) error = NULL;
  ProgrammeDocument *document
      = programme_document_new (journey->event, "signs", journey->theme, NULL, NULL, NULL, &error);
  g_assert_null (document);
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "event.xml: no session is in a room, so that there is no door to hang a sign on: write <room "
                   "id=\"hall\"> in <rooms>, and room=\"hall\" in its sessions");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signs/pages", test_pages);
  g_test_add_func ("/signs/field", test_field);
  g_test_add_func ("/signs/one-size", test_one_size);
  g_test_add_func ("/signs/list", test_list);
  g_test_add_func ("/signs/each-once", test_each_once);
  g_test_add_func ("/signs/own-break", test_own_break);
  g_test_add_func ("/signs/two-languages", test_two_languages);
  g_test_add_func ("/signs/steps", test_steps);
  g_test_add_func ("/signs/long-number", test_long_number);
  g_test_add_func ("/signs/state", test_state);
  g_test_add_func ("/signs/paper", test_paper);
  g_test_add_func ("/signs/sessions", test_sessions);
  g_test_add_func ("/signs/many-speakers", test_many_speakers);
  g_test_add_func ("/signs/welcome", test_welcome);
  g_test_add_func ("/signs/selection", test_selection);
  g_test_add_func ("/signs/selection-of-nothing", test_selection_of_nothing);
  g_test_add_func ("/signs/welcome-without-rooms", test_welcome_without_rooms);
  g_test_add_func ("/signs/without-rooms", test_without_rooms);
  return g_test_run ();
}
