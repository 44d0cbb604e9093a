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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting/rooms/agenda", test_rooms_in_agenda);
  g_test_add_func ("/meeting/rooms/signs", test_rooms_on_signs);
  g_test_add_func ("/meeting/origins", test_origins);
  return g_test_run ();
}
