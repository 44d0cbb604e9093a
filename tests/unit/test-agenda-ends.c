/* Enters: an agenda with all kinds of rows, pushed down line by line. Leaves: whether the rules for the ends of pages hold
   wherever a page may end, with nothing given up. */
#include "journey.h"
#include "printed.h"
#include "slow.h"

#include <string.h>

#define STEP (is_slow_run () ? 1U : 9U)

/* As many lines as this move any row over a page's end. */
#define LINES 48

static const char head[] = "<programme version=\"1\" languages=\"en\">\n<event><title>Harbours</title></event>\n"
                           "<organisations><organisation id=\"port\"><name>Port of "
                           "Example</name></organisation></organisations>\n<people>\n";

static const char *const rows[] = {
  "<session kind=\"plain\" start=\"08:00\" end=\"08:30\"><title>Arrival</title></session>",
  "<session start=\"08:30\" end=\"09:00\" number=\"1\"><title>Winds</title><abstract><p>One line.</p></abstract>"
  "<group role=\"speaker\"><slot who=\"p0\"/><slot who=\"p1\"/><slot who=\"p2\"/></group></session>",
  "<session kind=\"plain\" start=\"09:00\" end=\"09:30\"><title>Welcome</title>"
  "<group role=\"host\"><slot who=\"p3\"/></group><item minutes=\"5\">Questions</item></session>",
  "<break kind=\"coffee\" start=\"09:30\" end=\"10:00\"/>",
  "<session start=\"10:00\" end=\"11:00\"><title>Ships, cranes, people, boxes, tides, stars, pilots, lamps, ropes, "
  "sails, "
  "masts, decks, keels, ports, moles, quays, docks, piers</title><abstract><p>A line, then another one, and so on to "
  "the "
  "end of this paragraph, which goes on for some time: it has to say what ships, cranes, people and boxes do all day "
  "in "
  "a harbour that never sleeps, and who pays for it, and why that may be so for years to come, or perhaps "
  "not.</p><p>And "
  "a short one.</p></abstract><group role=\"moderator\"><slot who=\"p1\" minutes=\"5\"/></group><group "
  "role=\"speaker\">"
  "<slot who=\"p4\" minutes=\"20\"/><slot who=\"p5 p6\" minutes=\"20\"/></group></session>",
  "<session kind=\"plain\" start=\"11:00\"><title>A walk</title></session>",
  "<session kind=\"plain\" start=\"11:20\" end=\"11:30\"><title>A rest</title></session>",
  "<session kind=\"plain\" start=\"11:40\" end=\"11:50\"><title>A swim</title></session>",
  "<session kind=\"plain\" start=\"11:50\" end=\"12:00\"><title>A talk</title></session>",
  "<break kind=\"lunch\" start=\"12:00\" end=\"13:00\"><title>Lunch on deck, with soup, fish, bread, cheese, fruit, "
  "tea, "
  "coffee, cake, and whatever else the cook has found this morning at the market behind the harbour, where it is good "
  "and "
  "cheap, as everybody knows who has ever been there, and nobody else; the others may bring their own, and sit in the "
  "shade of the old lamp house, if it does not rain, and in the net store if it does, among ropes and sails</title>"
  "</break>",
  "<session start=\"13:00\" end=\"14:00\" kind=\"keynote\"><title>Tides</title><group role=\"speaker\"><slot "
  "who=\"p7\"/>"
  "</group></session>",
  "<session start=\"13:00\" end=\"14:00\" kind=\"panel\"><title>Stars</title><group role=\"panellist\"><slot "
  "who=\"p8\"/>"
  "<slot who=\"p9\"/></group></session>",
};

/* A programme whose first page begins with n lines. */
static char *
make_xml (guint n)
{
  GString *xml = g_string_new (head);
  for (guint i = 0; i < 10; i++)
    g_string_append_printf (xml, "<person id=\"p%u\"%s><name>Ada <family>Name%u</family></name>%s</person>\n", i,
                            i == 5 || i == 6 ? " organisation=\"port\"" : "", i,
                            i % 2 == 0 ? "<position>Pilot</position>" : "");
  g_string_append (xml, "</people>\n<agenda><day date=\"2031-05-05\"><note><p>");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (xml, "%sline", i > 0 ? "<br/>" : "");
  g_string_append (xml, "</p></note>\n");
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      g_string_append_printf (xml, "%s\n", rows[i]);
  g_string_append (xml, "<end/></day></agenda></programme>\n");
  return g_string_free (xml, FALSE);
}

static void
check (const char *theme, const char *paper, guint n)
{
  g_autofree char *xml = make_xml (n);
  g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
  g_assert_true (journey_make (journey, "agenda", NULL, paper));
  g_autofree char *wrong = check_no_findings (journey->report);
  if (wrong == NULL)
    wrong = check_keeps (journey->pages, journey->report);
  if (wrong == NULL)
    wrong = check_places (journey->pages, journey->report);
  if (wrong == NULL)
    return;
  g_test_message ("%s, %s, %u lines before: %s", theme, paper, n, wrong);
  g_test_fail ();
}

static void
test_ends (gconstpointer theme)
{
  for (guint n = 1; n <= LINES; n += STEP)
    {
      check (theme, "A4", n);
      check (theme, "A5", n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      g_autofree char *path = g_strconcat ("/agenda/ends/", *theme, NULL);
      g_test_add_data_func (path, *theme, test_ends);
    }
  return g_test_run ();
}
