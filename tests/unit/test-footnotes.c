/* Enters: events whose texts have notes. Leaves: whether each is on the page of its mark, at its foot, and numbered. Lengths in
   points, for A4. */
#include "journey.h"
#include "printed.h"

#include <string.h>

#define MM (72 / 25.4)
#define BOTTOM (297 * MM - 20 * MM) /* of the text in the theme institutional */

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 0.05)

static Journey *
print (const char *languages, const char *text, const char *theme, PgBilingual bilingual)
{
  g_autofree char *xml = g_strdup_printf (
      "<programme version='1' languages='en%s'><event><title>Harbours</title></event>"
      "<front><section><title>Guide</title>%s</section></front>"
      "<agenda><day date='2031-05-05'><session start='09:00' end='10:00'><title>Ships</title>"
      "<abstract><p>Winds.<footnote>Or none.</footnote></p></abstract></session></day></agenda></programme>",
      languages, text);
  Journey *journey = journey_new (xml, journey_theme (theme));
  journey->second = *languages != '\0' ? languages + 1 : NULL;
  journey->bilingual = bilingual;
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  return journey;
}

/* The line in which a text stands; it is asserted that there is one. */
static PrintedLine
find (const GArray *lines, const char *text)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      g_autofree char *own = g_strndup (line->lines->text + line->line->start, line->line->end - line->line->start);
      if (strstr (own, text) != NULL)
        return *line;
    }
  g_error ("there is no line with \"%s\"", text);
}

static guint
count (const GArray *lines, const char *text)
{
  guint n = 0;
  for (guint i = 0; i < lines->len; i++)
    n += strcmp (g_array_index (lines, PrintedLine, i).lines->text, text) == 0 ? 1 : 0;
  return n;
}

/* 8 on 10.5, at the foot of the text area, below a rule of 25 mm with 3 points of white. */
static void
test_place (void)
{
  g_autoptr (Journey) journey = print ("",
                                       "<p>Trams stop.<footnote>Not at night.</footnote> They are free.</p>"
                                       "<p>So are boats.<footnote>They are <b>slow</b>.</footnote></p>",
                                       "institutional", 0);
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  PrintedLine text = find (lines, "Trams stop.1 They are free."), first = find (lines, "Not at night.");
  PrintedLine second = find (lines, "They are slow."),
              third = find (lines, "Or none."); /* the agenda is on this page, too */
  g_assert_true (printed_is (&first, "footnote"));
  g_assert_cmpuint (first.page, ==, text.page);
  assert_near (first.item->x, 78 * MM + 4 * MM);
  assert_near (second.item->y - first.item->y, 10.5);
  assert_near (third.item->y - second.item->y, 10.5);
  g_assert_cmpfloat (third.item->y, <, BOTTOM);
  g_assert_cmpfloat (third.item->y, >, BOTTOM - 5);
  g_assert_nonnull (strstr (find (lines, "So are").lines->text, "boats.2"));
  const GArray *items = pg_pages_get (journey->pages, first.page)->items;
  gboolean has_rule = FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const PgItem *item = &g_array_index (items, PgItem, i);
      has_rule |= item->kind == PG_ITEM_FILL && ABS (item->width - 25 * MM) < 0.05 && ABS (item->height - 0.4) < 0.01
                  && item->y < first.item->y - 3;
    }
  g_assert_true (has_rule);
  PrintedLine other = find (lines, "Or none.");
  g_assert_cmpuint (other.page, ==, find (lines, "Winds.3").page);
  assert_near (other.item->x, 49 * MM + 4 * MM);
}

/* Wherever its line falls, the note is on its page, and nothing stands on anything else. */
static void
test_page_ends (gconstpointer theme)
{
  for (guint n = 20; n < 50; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (guint i = 0; i < n; i++)
        g_string_append (text, "<p>The sea rises.</p>");
      g_string_append (
          text, "<p>And it falls, as it has done since there are harbours, and before, when there was nobody to "
                "see it;<footnote>As far as we know, and as far as those know whom we have asked.</footnote> and "
                "as it will do when there are none,<footnote>Which God forbid.</footnote> twice a day.</p>"
                "<p>The end.</p>");
      g_autoptr (Journey) journey = print ("", text->str, theme, 0);
      g_autoptr (GArray) lines = printed_lines (journey->pages);
      g_assert_cmpuint (find (lines, "As far as we").page, ==, find (lines, "it;1").page);
      g_assert_cmpuint (find (lines, "Which God").page, ==, find (lines, "none,2").page);
      g_autofree char *wrong = check_places (journey->pages, journey->report);
      g_assert_cmpstr (wrong, ==, NULL);
    }
}

/* A note that is longer than a page runs over its edge, and that is told. */
static void
test_too_long (void)
{
  g_autoptr (GString) text = g_string_new ("<p>Trams stop.<footnote>");
  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "They are free. ");
  g_string_append (text, "</footnote></p><p>The end.</p>");
  g_autoptr (Journey) journey = print ("", text->str, "institutional", 0);
  g_autoptr (GArray) relaxed = printed_relaxed (journey->pages, journey->report);
  gboolean is_told = FALSE;
  for (guint i = 0; i < relaxed->len; i++)
    is_told |= g_array_index (relaxed, guint, i) == PRINTED_OVERFLOW;
  g_assert_true (is_told);
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  g_assert_cmpuint (count (lines, "The end."), ==, 1);
}

#define TABLE                                                                                                          \
  "<table><row><cell>08:00<footnote>Not on Sundays.</footnote></cell><cell>Hall</cell></row>"                          \
  "<row><cell>09:00</cell><cell>Gate<footnote>Gate B.</footnote></cell>"                                               \
  "<cell xml:lang='fr'>Porte<footnote>Porte B.</footnote></cell></row></table><p>After it.</p>"

/* Those of a table have letters and stand below it. */
static void
test_table (void)
{
  g_autoptr (Journey) journey = print (" fr", TABLE, "institutional", PG_BILINGUAL_HEADINGS);
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  PrintedLine first = find (lines, "Not on Sundays."), second = find (lines, "Gate B.");
  g_assert_cmpstr (find (lines, "08:00").lines->text, ==, "08:00a");
  g_assert_cmpstr (find (lines, "Gateb").lines->text, ==, "Gateb");
  assert_near (second.item->y - first.item->y, 10.5);
  g_assert_cmpfloat (first.item->y, >, find (lines, "09:00").item->y);
  g_assert_cmpfloat (second.item->y, <, find (lines, "After it.").item->y);
}

/* A note and its translation have one number, and each is said once. */
static void
test_two_languages (void)
{
  static const char text[]
      = "<p>Trams.<footnote>Free.</footnote></p><p xml:lang='fr'>Trams.<footnote>Gratuits.</footnote></p>"
        "<p>Boats.<footnote>Slow.</footnote></p>" TABLE;
  static const PgBilingual ways[] = { PG_BILINGUAL_STACKED, PG_BILINGUAL_PARALLEL };
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (Journey) journey = print (" fr", text, "modern", ways[i]);
      g_autoptr (GArray) lines = printed_lines (journey->pages);
      g_assert_cmpuint (count (lines, "Trams.1"), ==, 2);
      g_assert_cmpuint (count (lines, "Free."), ==, 1);
      g_assert_cmpuint (count (lines, "Gratuits."), ==, 1);
      g_assert_cmpuint (count (lines, "Boats.2"), ==, 1);
      g_assert_cmpuint (count (lines, "Slow."), ==, 1);
      g_assert_cmpuint (count (lines, "Gate B."), ==, 1);
      g_assert_cmpuint (count (lines, "Porte B."), ==, 1);
      g_assert_cmpuint (count (lines, "Not on Sundays."), ==, ways[i] == PG_BILINGUAL_PARALLEL ? 2 : 1);
      g_assert_cmpuint (count (lines, "Porteb"), ==, 1);
      g_assert_cmpuint (find (lines, "Gratuits.").page, ==, find (lines, "Free.").page);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/footnotes/place", test_place);
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      g_autofree char *path = g_strdup_printf ("/footnotes/page-ends/%s", *theme);
      g_test_add_data_func (path, *theme, test_page_ends);
    }
  g_test_add_func ("/footnotes/too-long", test_too_long);
  g_test_add_func ("/footnotes/table", test_table);
  g_test_add_func ("/footnotes/two-languages", test_two_languages);
  return g_test_run ();
}
