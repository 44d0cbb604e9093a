/* Enters: groups of two to seven persons, wherever on a page they begin. Leaves: whether nobody stands alone on one side of a
   page's end. */
#include "journey.h"
#include "printed.h"

#include <string.h>

#define MOST_PERSONS 7

static char *
make_xml (guint n_persons, guint n_above)
{
  g_autoptr (GString) people = g_string_new (NULL);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) slots = g_string_new (NULL);
  for (guint i = 0; i < n_persons; i++)
    {
      g_string_append_printf (people,
                              "<person id=\"p%u\"><name>Aino <family>Aalto%c</family></name>"
                              "<position>Harbour Master</position></person>",
                              i, 'a' + (char) i);
      g_string_append_printf (slots, "<slot who=\"p%u\"/>", i);
    }
  for (guint i = 0; i < n_above; i++)
    g_string_append_printf (rows, "<break kind=\"coffee\" start=\"%02u:%02u\" end=\"%02u:%02u\"/>", i / 4, i % 4 * 15,
                            (i + 1) / 4, (i + 1) % 4 * 15);
  return g_strdup_printf (
      "<programme version=\"1\" languages=\"en\"><people>%s</people><event><title>Harbours</title></event>"
      "<agenda><day date=\"2031-05-05\">%s<session start=\"20:00\" end=\"21:00\"><title>Tides</title>"
      "<abstract><p>The sea rises, and then it falls, and rises again, as it has done since there are harbours.</p>"
      "</abstract><group role=\"speaker\">%s</group></session><session start=\"21:00\" "
      "end=\"22:00\"><title>Winds</title>"
      "<abstract><p>They blow.</p><p>They turn.</p><p>They fall.</p><p>They blow.</p><p>They turn.</p><p>They fall.</p>"
      "<p>They blow.</p><p>They turn.</p><p>They fall.</p><p>They blow.</p><p>They turn.</p><p>They "
      "fall.</p></abstract>"
      "</session></day></agenda></programme>",
      people->str, rows->str, slots->str);
}

/* How many persons stand on the page where the group begins. */
static guint
n_before (const char *theme, guint n_persons, guint n_above)
{
  g_autofree char *xml = make_xml (n_persons, n_above);
  g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
  g_assert_true (journey_make (journey, "agenda", "en", "A5"));
  g_autoptr (GArray) lines = printed_said (journey->pages);
  guint first = 0, n = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (strstr (line->lines->text, "Aalto") == NULL || line->index > 0)
        continue;
      first = first == 0 ? line->page : first;
      n += line->page == first ? 1 : 0;
    }
  return n;
}

static void
test_company (gconstpointer theme)
{
  guint n_parted = 0;
  for (guint n_persons = 2; n_persons <= MOST_PERSONS; n_persons++)
    for (guint n_above = 4; n_above < 24; n_above++)
      {
        guint n = n_before (theme, n_persons, n_above);
        g_test_message ("%u persons below %u breaks: %u", n_persons, n_above, n);
        g_assert_true (n == n_persons || (n_persons > 3 && n >= 2 && n_persons - n >= 2));
        n_parted += n < n_persons ? 1 : 0;
      }
  g_assert_cmpuint (n_parted, >=, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      g_autofree char *path = g_strdup_printf ("/company/%s", *theme);
      g_test_add_data_func (path, *theme, test_company);
    }
  return g_test_run ();
}
