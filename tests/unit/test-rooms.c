/* Enters: days whose sessions run at the same time. Leaves: whether their rooms stand side by side at a glance, level with each
   other, on a page or over two, and where they do not. */
#include "journey.h"
#include "printed.h"

#include <string.h>

#define EPSILON 0.02

#define ROOMS                                                                                                          \
  "<people><person id='aalto'><name>Aino <family>Aalto</family></name></person></people>"                              \
  "<rooms><room id='hall' level='1' seats='620'><name>Hall</name></room><room id='barra' level='2'><name>Barra</name>" \
  "</room><room id='mole'><name>Mole</name></room><room id='quay'><name>Quay</name></room>"                            \
  "<room id='pier'><name>Pier</name></room></rooms>"
#define PARALLEL(id, room, start, end, title)                                                                          \
  "<session id='" id "' room='" room "' start='" start "' end='" end "'><title>" title "</title></session>"

/* A day of so many sessions at a glance, after a cover. */
static Journey *
glance_of (const char *entries)
{
  g_autofree char *xml = g_strconcat ("<programme version='1' languages='en'><event><title>Harbours</title></event>",
                                      ROOMS, "<agenda><day date='2031-05-05'>", entries,
                                      "</day></agenda><booklet><cover/><glance/><agenda/></booklet></programme>", NULL);
  Journey *journey = journey_new (xml, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "booklet", "en", NULL));
  return journey;
}

static double
top_of (const Journey *journey, guint page, const char *said)
{
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (line->page == page && g_str_has_prefix (line->lines->text, said))
        return line->item->y;
    }
  g_error ("page %u does not say %s", page, said);
}

/* Two rooms beside the times on one page; a session that lasts longer stands beside both that follow each other. */
static void
test_two_rooms (void)
{
  g_autoptr (Journey) journey
      = glance_of (PARALLEL ("a", "mole", "08:00", "08:30", "Words") PARALLEL ("b", "hall", "09:00", "10:00", "Tides")
                       PARALLEL ("c", "barra", "09:00", "12:00", "Winds")
                           PARALLEL ("d", "hall", "10:30", "12:00", "Quays") "<break kind='lunch' start='12:00'/>");
  assert_said (journey, 1, "booklet-head", "Hall / Barra");
  assert_said (journey, 1, "rooms-role",
               "Time / Level 1\u00a0· 620 seats / Level 2 / 09:00–10:00 / 09:00–12:00 / –12:00");
  assert_said (journey, 1, "rooms-title", "Tides / Winds / Quays");
  assert_said (journey, 1, "glance-time", "08:00 / 09:00 / 10:30");
  assert_said (journey, 1, "glance-title", "Words");
  assert_said (journey, 1, "glance-room", "Mole");
  assert_said (journey, 1, "glance-folio", "3 / 3 / 3 / 3");
  g_assert_cmpfloat_with_epsilon (top_of (journey, 1, "Tides"), top_of (journey, 1, "Winds"), EPSILON);
  g_assert_cmpfloat (top_of (journey, 1, "Quays"), >, top_of (journey, 1, "Tides") + 20);
  assert_said (journey, 2, "rooms-title", "");
}

/* Three and four stand on two pages that lie open together, level with each other. */
static void
test_rooms_over_fold (void)
{
  static const struct
  {
    const char *entries, *left, *right;
  } cases[] = {
    { PARALLEL ("a", "hall", "09:00", "10:00", "Tides") PARALLEL ("b", "barra", "09:00", "10:00", "Winds and more")
          PARALLEL ("c", "mole", "09:00", "10:00", "Quays"),
      "Hall", "Barra / Mole" },
    { PARALLEL ("a", "hall", "09:00", "10:00", "Tides") PARALLEL ("b", "barra", "09:00", "10:00", "Winds and more")
          PARALLEL ("c", "mole", "09:00", "10:00", "Quays") PARALLEL ("d", "quay", "09:00", "10:00", "Piers"),
      "Hall / Barra", "Mole / Quay" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *entries
          = g_strconcat (cases[i].entries, "<break kind='lunch' start='12:00'/>",
                         "<session room='hall' start='13:00' end='14:00'><title>Ends</title><group role='chair'>"
                         "<slot who='aalto'/></group></session>",
                         NULL);
      g_autoptr (Journey) journey = glance_of (entries);
      assert_said (journey, 1, "booklet-title", "Monday 5 May 2031");
      assert_said (journey, 1, "booklet-head", cases[i].left);
      assert_said (journey, 2, "booklet-head", cases[i].right);
      assert_said (journey, 1, "glance-break", "12:00 / Lunch");
      assert_said (journey, 2, "glance-break", "");
      assert_said (journey, 1, "glance-title", "Ends");
      g_autofree char *people = printed_in_style (journey->pages, 2, "rooms-role", FALSE);
      g_assert_true (g_str_has_suffix (people, "Chair: Aino Aalto"));
      g_assert_cmpfloat_with_epsilon (top_of (journey, 1, "Tides"), top_of (journey, 2, "Quays"), EPSILON);
      assert_said (journey, 3, "booklet-title", "Monday 5 May 2031");
    }
}

/* Five, a session without a room, or a break within: a list by time; of the five a note is told. */
static void
test_rooms_as_list (void)
{
  static const struct
  {
    const char *entries;
    gboolean is_told;
  } cases[] = {
    { PARALLEL ("a", "hall", "09:00", "10:00", "A") PARALLEL ("b", "barra", "09:00", "10:00", "B")
          PARALLEL ("c", "mole", "09:00", "10:00", "C") PARALLEL ("d", "quay", "09:00", "10:00", "D")
              PARALLEL ("e", "pier", "09:00", "10:00", "E"),
      TRUE },
    { PARALLEL ("a", "hall", "09:00", "10:00", "A") "<session start='09:00' end='10:00'><title>B</title></session>",
      FALSE },
    { PARALLEL ("a", "hall", "09:00", "11:00", "A")
          PARALLEL ("b", "barra", "09:00", "10:00", "B") "<break kind='coffee' start='10:00' end='10:30'/>",
      FALSE },
    { PARALLEL ("a", "hall", "09:00", "10:00", "A") PARALLEL ("b", "barra", "10:00", "11:00", "B"), FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Journey) journey = glance_of (cases[i].entries);
      gboolean is_told = FALSE;
      for (guint k = 0; k < programme_report_get_n_findings (journey->report); k++)
        is_told = is_told
                  || g_strcmp0 (programme_finding_get_code (programme_report_get_finding (journey->report, k)),
                                "many-rooms")
                         == 0;
      g_assert_true (is_told == cases[i].is_told);
      assert_said (journey, 1, "booklet-head", "");
      g_autofree char *titles = printed_in_style (journey->pages, 1, "glance-title", FALSE);
      g_assert_true (g_str_has_prefix (titles, "A / B"));
    }
}

/* Rounds of random lengths in two to four rooms: each session stands there once, with its folio; nothing stands on anything else. */
static void
test_random_rooms (void)
{
  static const char *const rooms[] = { "hall", "barra", "mole", "quay" };
  for (guint seed = 1; seed <= (g_test_slow () ? 100 : 10); seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) entries = g_string_new (NULL);
      guint n_rooms = 2 + seed % 3, n = 0;
      for (int start = 8 * 60; start < 18 * 60;)
        {
          int end = start + 30 * g_rand_int_range (random, 1, 5);
          gboolean is_round = g_rand_boolean (random);
          for (guint room = 0; room < (is_round ? n_rooms : 1); room++, n++)
            g_string_append_printf (entries,
                                    "<session id='s%u' number='%u' room='%s' start='%02u:%02u' end='%02u:%02u'>"
                                    "<title>Tides %u of the %u</title></session>",
                                    n, n, rooms[room], start / 60, start % 60, end / 60, end % 60, n, seed);
          start = end;
        }
      g_autoptr (Journey) journey = glance_of (entries->str);
      guint end = GPOINTER_TO_UINT (g_hash_table_lookup (journey->pages->anchors, "day-1")) - 1, n_said = 0;
      for (guint page = 1; page < end; page++)
        n_said += printed_check_folios (journey->pages, page);
      g_assert_cmpuint (n_said, ==, n);
      g_autofree char *wrong = check_places (journey->pages, journey->report);
      g_assert_cmpstr (wrong, ==, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rooms/two", test_two_rooms);
  g_test_add_func ("/rooms/over-fold", test_rooms_over_fold);
  g_test_add_func ("/rooms/as-list", test_rooms_as_list);
  g_test_add_func ("/rooms/random", test_random_rooms);
  return g_test_run ();
}
