/* Enters: events with and without the lines that may be absent. Leaves: whether the white round what is there is the same. */
#include "findings.h"
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

/* The size of n paragraphs of front matter; the page they end on. */
static double
size_of_text (guint n, const char *cover, guint *last)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append (text, "<p>The sea rises.</p>");
  g_autofree char *xml = g_strdup_printf (
      "<programme version=\"1\" languages=\"en\"><event><title>Harbours of the Future</title></event>"
      "<front><section><title>Background</title>%s</section></front>"
      "<agenda><day date=\"2031-05-05\"><session start=\"09:00\" end=\"10:00\"><title>Ships</title></session></day>"
      "<day date=\"2031-05-06\"/></agenda></programme>",
      text->str);
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
  journey->cover = cover;
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_autoptr (GArray) all = printed_lines (journey->pages);
  double size = 0;
  for (guint i = 0; i < all->len; i++)
    {
      const PrintedLine *line = &g_array_index (all, PrintedLine, i);
      if (!printed_is (line, "front-text"))
        continue;
      size = line->size;
      *last = line->page;
    }
  return size;
}

/* 10 points; 9 where they save a page, and only there. */
static void
test_size (void)
{
  guint last;
  static const struct
  {
    guint n;
    double size;
    guint last;
  } wanted[] = { { 1, 10, 1 }, { 32, 10, 1 }, { 33, 9, 1 }, { 35, 9, 1 }, { 36, 10, 1 }, { 42, 10, 2 }, { 60, 10, 2 } };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%u paragraphs", wanted[i].n);
      g_assert_cmpfloat (size_of_text (wanted[i].n, "page", &last), ==, wanted[i].size);
      g_assert_cmpuint (last, ==, wanted[i].last);
    }
  g_assert_cmpfloat (size_of_text (60, "none", &last), ==, 10);
  g_assert_cmpuint (last, ==, 1);
}

static const PrintedLine *
line_of (const GArray *lines, const char *text)
{
  for (guint i = 0; i < lines->len; i++)
    if (strstr (g_array_index (lines, PrintedLine, i).lines->text, text) != NULL)
      return &g_array_index (lines, PrintedLine, i);
  g_error ("there is no line with %s", text);
}

/* A table with columns for the width of the text has that; one with more is as wide as the page, below the heading. */
static void
test_tables (gconstpointer theme)
{
  static const char xml[]
      = "<programme version=\"1\" languages=\"en\"><event><title>Harbours</title></event>"
        "<front><section><title>Background of the ships and "
        "all</title><table><row><cell>Few</cell><cell>Columns</cell></row>"
        "</table></section><section><title>Quays, with a heading of several lines that reaches far down</title>"
        "<table><head><cell>Harbour</cell><cell>Quays of stone</cell><cell>Cranes on rails</cell>"
        "<cell>Pilots by night</cell><cell>Boats for pilots</cell><cell>Lamps at the mole</cell></head>"
        "<row><cell>Wide</cell><cell>four of them</cell><cell>ten or eleven</cell><cell>two in winter</cell>"
        "<cell>three and one</cell><cell>red and green</cell></row></table><p>Below.</p></section></front>"
        "<agenda><day date=\"2031-05-05\"><session start=\"09:00\" end=\"10:00\"><title>Ships</title></session></day>"
        "</agenda></programme>";
  g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_autofree char *wrong = check_places (journey->pages, journey->report);
  g_assert_cmpstr (wrong, ==, NULL);
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  const PrintedLine *few = line_of (lines, "Few"), *wide = line_of (lines, "Wide"), *below = line_of (lines, "Below."),
                    *last = line_of (lines, "red and green");
  double left = strcmp (theme, "modern") == 0 ? 18 : strcmp (theme, "classic") == 0 ? 22 : 20;
  g_assert_cmpfloat_with_epsilon (few->item->x, below->item->x, 0.01);
  g_assert_cmpfloat (few->item->x, >, (left + 10) * 72 / 25.4);
  g_assert_cmpfloat_with_epsilon (wide->item->x, left * 72 / 25.4, 0.01);
  g_assert_cmpuint (last->lines->n_lines, ==, 1);
  g_assert_cmpfloat (line_of (lines, "Cranes")->top, >, line_of (lines, "Quays, with")->bottom);
}

/* A word of a title that is wider than its place is not hyphenated: the title is smaller, on the same leading. What would be far
   smaller is told. */
static void
test_wide_words (void)
{
  static const struct
  {
    const char *title;
    gboolean is_told;
    guint n_lines;
  } titles[] = { { "Die Hafenverwaltungsgesellschaft", FALSE, 2 },
                 { "Die Nachhaltigkeitsberichterstattungsverpflichtungen", TRUE, 3 } };
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *xml = g_strdup_printf (
          "<programme version=\"1\" languages=\"de\"><event><title>Hafen</title></event><agenda>"
          "<day date=\"2031-05-05\"><session start=\"09:00\" end=\"10:00\"><title>%s</title></session></day></agenda>"
          "</programme>",
          titles[i].title);
      g_autoptr (Journey) journey = journey_new (xml, journey_theme ("modern"));
      g_assert_true (journey_make (journey, "agenda", "de", "A5"));
      g_autoptr (GArray) lines = printed_said (journey->pages);
      const PrintedLine *line = line_of (lines, titles[i].title);
      g_test_message ("%s: %g points", titles[i].title, line->size);
      g_assert_cmpuint (line->lines->n_lines, ==, titles[i].n_lines);
      g_assert_cmpint (line->lines->is_divided, ==, titles[i].is_told);
      g_assert_true ((line->size < 17) == !titles[i].is_told);
      g_assert_cmpfloat (line->size, >=, 17 * 0.7);
      g_assert_cmpfloat (line->lines->leading, ==, 21);
      g_autofree char *found = report_lines (journey->report);
      g_assert_cmpint (strstr (found, "[overfull-line]") != NULL, ==, titles[i].is_told);
    }
}

/* Whether a list of n items below so many paragraphs is parted by a page's end. */
static gboolean
is_parted (guint n_items, guint n_above)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < n_above; i++)
    g_string_append (text, "<p>The sea rises.</p>");
  g_string_append (text, "<list>");
  for (guint i = 0; i < n_items; i++)
    g_string_append (
        text, "<item>Bring a coat, since the wind comes from the sea, and a hat, since it comes all day long.</item>");
  g_string_append (text, "</list>");
  for (guint i = 0; i < 4; i++)
    g_string_append (text, "<p>And the sea falls, as it has done since there are harbours, and before, when there was "
                           "nobody to see it; and as it will do when there are none, twice a day.</p>");
  g_autofree char *xml = g_strdup_printf (
      "<programme version=\"1\" languages=\"en\"><event><title>Harbours of the Future</title></event>"
      "<front><section><title>Background</title>%s</section></front>"
      "<agenda><day date=\"2031-05-05\"><session start=\"09:00\" end=\"10:00\"><title>Ships</title></session></day>"
      "<day date=\"2031-05-06\"/></agenda></programme>",
      text->str);
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("modern"));
  g_assert_true (journey_make (journey, "agenda", "en", "A5"));
  g_autoptr (GArray) all = printed_lines (journey->pages);
  guint pages[2] = { 0, 0 };
  for (guint i = 0; i < all->len; i++)
    {
      const PrintedLine *line = &g_array_index (all, PrintedLine, i);
      if (!g_str_has_prefix (line->lines->text, "Bring a coat"))
        continue;
      pages[0] = pages[0] == 0 ? line->page : pages[0];
      pages[1] = line->page;
    }
  return pages[0] != pages[1];
}

/* Two items stay together; three may be parted, so that no page ends with a hole. */
static void
test_lists (void)
{
  guint n_parted[5] = { 0 };
  for (guint n_items = 2; n_items <= 4; n_items++)
    for (guint n_above = 8; n_above < 28; n_above++)
      n_parted[n_items] += is_parted (n_items, n_above) ? 1 : 0;
  g_assert_cmpuint (n_parted[2], ==, 0);
  g_assert_cmpuint (n_parted[3], ==, 3);
  g_assert_cmpuint (n_parted[4], >=, 1);
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
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      g_autofree char *path = g_strdup_printf ("/front/tables/%s", *theme);
      g_test_add_data_func (path, *theme, test_tables);
    }
  g_test_add_func ("/front/wide-words", test_wide_words);
  g_test_add_func ("/front/size", test_size);
  g_test_add_func ("/front/lists", test_lists);
  return g_test_run ();
}
