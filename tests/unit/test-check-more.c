/* Enters: small events. Leaves: whether what is missing is told at its place, and only where it is missing; and paper that is
   too small with the least that would do. */
#include "findings.h"
#include "golden.h"
#include "journey.h"
#include "say/paper.h"

#include <stdio.h>
#include <string.h>

static char *
check (const char *people, const char *agenda)
{
  g_autofree char *text = g_strdup_printf ("<programme version='1' languages='en fr'><event><title>A</title>"
                                           "<title xml:lang='fr'>A</title></event>\n<people>\n%s</people>\n"
                                           "<agenda><day date='2031-05-05'>\n%s</day></agenda></programme>",
                                           people, agenda);
  char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (text, -1, FINDINGS_CHECK, &lines);
  g_assert_nonnull (event);
  return lines;
}

#define SESSION(more)                                                                                                  \
  "<session start='09:00' end='10:00'><title>B</title><title xml:lang='fr'>B</title>" more "</session>\n"

/* Names are missed only where others have been translated: the first of them too. */
static void
test_names (void)
{
  g_autofree char *none = check ("<person id='p'><name>P</name></person>\n<person id='q'><name>Q</name></person>\n",
                                 SESSION ("<group><slot who='p q'/></group>"));
  g_assert_null (strstr (none, "missing-translation"));
  g_autofree char *first = check ("<person id='p'><name>P</name><name xml:lang='fr'>P</name></person>\n"
                                  "<person id='q'><name>Q</name></person>\n",
                                  SESSION ("<group><slot who='p'/><slot who='q'><name>R</name></slot></group>"));
  g_assert_nonnull (strstr (first,
                            "event.xml:4:16: note: 2 of 5 texts are not translated into \"fr\" and will be printed "
                            "in \"en\": see lines 4, 7 [missing-translation]"));
}

/* More minutes than there are. */
static void
test_minutes (void)
{
  const char *people = "<person id='p'><name>P</name></person>\n";
  g_autofree char *exact = check (people, SESSION ("<group><slot who='p' minutes='60'/></group>"));
  g_assert_null (strstr (exact, "minutes"));
  g_autofree char *more = check (people, SESSION ("<group><slot who='p' minutes='61'/></group>"));
  g_assert_nonnull (strstr (more, "61 minutes are given"));
  g_autofree char *open = check (people, "<session start='09:00'><title>B</title><title xml:lang='fr'>B</title>"
                                         "<group><slot who='p' minutes='60'/></group></session>\n");
  g_assert_null (strstr (open, "minutes"));
}

/* A character that no font has is told at its place, behind text in another look and text in capitals alike. */
static void
test_missing_glyph (void)
{
  const char *xml
      = "<programme version='1' languages='en'><event><title>A</title></event><front><section><title>T</title>\n"
        "<p>One <b>two</b> three \U000F1234.</p></section></front><agenda><day date='2031-05-05'>"
        "<session start='09:00' end='10:00'><title>S</title></session></day></agenda></programme>";
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "agenda", NULL, "A4"));
  gboolean found = FALSE;
  for (guint i = 0; i < programme_report_get_n_findings (journey->report); i++)
    {
      g_autofree char *text = programme_finding_to_string (programme_report_get_finding (journey->report, i));
      found = found || g_str_has_prefix (text, "event.xml:2:25: error: no font of the set has U+F1234");
      g_test_message ("%s", text);
    }
  g_assert_true (found);
}

/* All that is told of a larger event, as it was looked at and found right. */
static void
test_event (void)
{
  g_autofree char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_test_file ("fixtures", "harbours.xml", FINDINGS_SPEAKERS, &lines);
  g_assert_nonnull (event);
  golden_compare ("harbours-findings", lines);
}

/* The size that a refusal names is the smallest that is not refused. */
static void
assert_least_paper (const char *theme)
{
  g_autoptr (Journey) journey = journey_new ("<programme version='1' languages='en'><event><title>A</title></event>"
                                             "<agenda/></programme>",
                                             journey_theme (theme));
  g_autoptr (PgArena) arena = pg_arena_new ();
  PgRequest request = { .arena = arena, .event = journey->event, .theme = journey->theme, .language = "en" };
  g_autoptr (GError) error = NULL;
  guint width, height;
  request.paper = "20x20mm";
  g_assert_null (pg_paper_new_for_pages (&request, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  const char *said = strstr (error->message, "which takes ");
  g_assert_nonnull (said);
  g_assert_cmpint (sscanf (said, "which takes %ux%umm at least", &width, &height), ==, 2);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *paper = g_strdup_printf ("%ux%umm", width - (i == 1), height - (i == 2));
      request.paper = paper;
      g_assert_true ((pg_paper_new_for_pages (&request, NULL) != NULL) == (i == 0));
    }
}

static void
test_least_paper (void)
{
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    assert_least_paper (*theme);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-more/names", test_names);
  g_test_add_func ("/check-more/minutes", test_minutes);
  g_test_add_func ("/check-more/missing-glyph", test_missing_glyph);
  g_test_add_func ("/check-more/event", test_event);
  g_test_add_func ("/check-more/least-paper", test_least_paper);
  return g_test_run ();
}
