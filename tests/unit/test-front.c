/* Enters: events with and without the lines that may be absent. Leaves: whether the white round what is there is the same. */
#include "journey.h"
#include "printed.h"

#include <string.h>

/* The white from the last line of the title to the first section. */
static double
white_above_sections (const char *theme, const char *lines)
{
  g_autofree char *xml = g_strdup_printf (
      "<programme version=\"1\" languages=\"en\"><event><title>Harbours of the Future</title>%s</event>"
      "<front><section><title>Background</title><p>Ships and winds.</p></section></front>"
      "<agenda><day date=\"2031-05-05\"><session start=\"09:00\" end=\"10:00\"><title>Ships</title></session></day>"
      "</agenda></programme>",
      lines);
  g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_autoptr (GArray) all = printed_lines (journey->pages);
  double last = 0;
  for (guint i = 0; i < all->len; i++)
    {
      const PrintedLine *line = &g_array_index (all, PrintedLine, i);
      if (printed_is (line, "front-heading"))
        return line->item->y - last;
      if (g_str_has_prefix (line->style, "document-"))
        last = line->item->y;
    }
  g_assert_not_reached ();
}

static void
test_white (gconstpointer theme)
{
  double whole = white_above_sections (theme, "<venue>Sea House</venue>");
  g_assert_cmpfloat_with_epsilon (white_above_sections (theme, ""), whole, 0.01);
  g_assert_cmpfloat_with_epsilon (white_above_sections (theme, "<subtitle>A day</subtitle>"), whole, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      g_autofree char *path = g_strdup_printf ("/front/white/%s", *theme);
      g_test_add_data_func (path, *theme, test_white);
    }
  return g_test_run ();
}
