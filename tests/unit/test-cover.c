/* Enters: events with longer and longer titles in two languages. Leaves: whether their covers become denser step by step,
   and nothing runs over the page's edge. */
#include "journey.h"
#include "printed.h"

#include <string.h>

static char *
make_xml (guint n_words)
{
  g_autoptr (GString) title = g_string_new ("Harbours");
  g_autoptr (GString) second = g_string_new ("Ports");
  for (guint i = 1; i < n_words; i++)
    {
      g_string_append (title, " harbours");
      g_string_append (second, " ports");
    }
  return g_strdup_printf (
      "<programme version=\"1\" languages=\"en fr\">\n<organisations><organisation id=\"port\"><name>Port of "
      "Example</name></organisation></organisations>\n<event reference=\"H/1\"><title>%s</title><title "
      "xml:lang=\"fr\">%s</title><organiser ref=\"port\"/></event>\n<agenda><day date=\"2031-05-06\"><session "
      "start=\"09:00\" end=\"10:00\"><title>Tides</title></session></day></agenda></programme>\n",
      title->str, second->str);
}

/* The style of the title's lines; all of the cover is asserted to lie on the page. */
static char *
style_of_title (const char *theme, const char *paper, guint n_words)
{
  g_autofree char *xml = make_xml (n_words);
  g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
  journey->second = "fr";
  g_assert_true (journey_make (journey, "agenda", "en", paper));
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  char *style = NULL;
  gboolean has_host = FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (line->page > 0)
        continue;
      g_assert_cmpfloat (line->bottom, <=, pg_pages_get (journey->pages, 0)->height);
      has_host = has_host || g_str_has_prefix (line->style, "cover-host");
      if (style == NULL && g_str_has_prefix (line->style, "cover-title"))
        style = g_strdup (line->style);
    }
  g_assert_true (has_host);
  return style;
}

static void
assert_style (const char *theme, const char *paper, guint n_words, const char *expected)
{
  g_autofree char *style = style_of_title (theme, paper, n_words);
  g_test_message ("%s, %s, %u words", theme, paper, n_words);
  g_assert_cmpstr (style, ==, expected);
}

static void
test_denser (gconstpointer data)
{
  const char *theme = data;
  assert_style (theme, "A4", 8, "cover-title");
  assert_style (theme, "A4", 22, "cover-title small");
  assert_style (theme, "A4", 40, "cover-title long");
  assert_style (theme, "A5", 5, "cover-title small");
  assert_style (theme, "A5", 24, "cover-title long");
}

/* No smaller than that: what is longer still is told. */
static void
test_too_long (void)
{
  g_autofree char *xml = make_xml (900);
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("classic"));
  g_assert_true (journey_make (journey, "agenda", "en", "A5"));
  g_autoptr (GArray) relaxed = printed_relaxed (journey->pages, journey->report);
  g_assert_cmpuint (g_array_index (relaxed, guint, 0), ==, PRINTED_OVERFLOW);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/cover/denser/classic", "classic", test_denser);
  g_test_add_data_func ("/cover/denser/institutional", "institutional", test_denser);
  g_test_add_data_func ("/cover/denser/modern", "modern", test_denser);
  g_test_add_func ("/cover/too-long", test_too_long);
  return g_test_run ();
}
