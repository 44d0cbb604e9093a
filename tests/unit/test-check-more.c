/* Enters: small events. Leaves: whether what is missing is told at its place, and only where it is missing. */
#include "findings.h"
#include "journey.h"

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
        "<p>One <b>two</b> three \U000F1234.</p></section></front><agenda/></programme>";
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-more/names", test_names);
  g_test_add_func ("/check-more/minutes", test_minutes);
  g_test_add_func ("/check-more/missing-glyph", test_missing_glyph);
  return g_test_run ();
}
