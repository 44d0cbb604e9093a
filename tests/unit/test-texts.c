/* Enters: events whose texts hold sections, tables, images, definitions and quotations, and lists of documents. Leaves: whether
   they stand where they should. Lengths in points, for the theme institutional on A4. */
#include "journey.h"
#include "printed.h"

#include <string.h>

#define MM (72 / 25.4)
#define TEXT_X (20 * MM + 58 * MM) /* of the front matter */
#define TEXT_END (190 * MM)
#define PLAN "<image src='small/logo.svg' alt='An anchor'/>"

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 0.05)

/* The agenda of an event with a text before it. */
static Journey *
print (const char *languages, const char *text, const char *theme, PgBilingual bilingual)
{
  g_autofree char *xml = g_strdup_printf (
      "<programme version='1' languages='en%s'><event><title>Harbours</title></event>"
      "<front><section><title>Guide</title>%s</section></front>"
      "<agenda><day date='2031-05-05'><session start='09:00' end='10:00'><title>Ships</title></session></day>"
      "</agenda></programme>",
      languages, text);
  Journey *journey = journey_new (xml, journey_theme (theme));
  journey->second = *languages != '\0' ? languages + 1 : NULL;
  journey->bilingual = bilingual;
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  return journey;
}

/* The nth line that begins with a text, from 0; it is asserted that there is one. */
static PrintedLine
find_nth (const GArray *lines, const char *text, guint n)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (g_str_has_prefix (line->lines->text + line->line->start, text) && n-- == 0)
        return *line;
    }
  g_error ("there is no line \"%s\"", text);
}

static PrintedLine
find (const GArray *lines, const char *text)
{
  return find_nth (lines, text, 0);
}

static guint
count (const GArray *lines, const char *text)
{
  guint n = 0;
  for (guint i = 0; i < lines->len; i++)
    n += g_str_has_prefix (g_array_index (lines, PrintedLine, i).lines->text, text) ? 1 : 0;
  return n;
}

/* Bold, then in italics; 12 points above and 1.5 below, on lines of 14. */
static void
test_sections (void)
{
  g_autoptr (Journey) journey = print ("",
                                       "<p>First.</p><section><title>Buses</title><p>Second.</p><section><title>By "
                                       "night</title><p>None.</p></section></section>",
                                       "institutional", 0);
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  PrintedLine first = find (lines, "First."), buses = find (lines, "Buses"), second = find (lines, "Second.");
  PrintedLine night = find (lines, "By night");
  assert_near (first.item->x, TEXT_X);
  assert_near (buses.item->x, TEXT_X);
  assert_near (buses.item->y - first.item->y, 14 + 12);
  assert_near (second.item->y - buses.item->y, 14 + 1.5);
  assert_near (night.item->y - second.item->y, 14 + 12);
  g_assert_true (buses.line->runs[0].run->style->bold && !buses.line->runs[0].run->style->italic);
  g_assert_true (night.line->runs[0].run->style->italic && !night.line->runs[0].run->style->bold);
}

/* A title is never the last line of a page, nor with a single line below it. */
static void
test_section_ends (void)
{
  for (guint n = 20; n < 60; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (guint i = 0; i < n; i++)
        g_string_append (text, "<p>The sea rises.</p>");
      g_string_append (text, "<section><title>Buses</title><p>They carry the sign of the Forum and wait for five "
                             "minutes after a late train, or for ten where it is very late.</p></section>");
      g_autoptr (Journey) journey = print ("", text->str, "modern", 0);
      g_autoptr (GArray) lines = printed_lines (journey->pages);
      g_assert_cmpuint (find (lines, "Buses").page, ==, find (lines, "They carry").page);
    }
}

#define TABLE                                                                                                          \
  "<table align='start end'><head><cell>Leaves</cell><cell>Minutes</cell></head>"                                      \
  "<row><cell columns='2'>Tuesday</cell></row>"                                                                        \
  "<row><cell>08:00</cell><cell>15</cell></row><row><cell head='yes'>09:00</cell><cell/></row></table>"

/* Rows of 12 points with 3 above and below; figures end where the text does. */
static void
test_table (void)
{
  g_autoptr (Journey) journey = print ("", "<p>First.</p>" TABLE "<p>Last.</p>", "institutional", 0);
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  PrintedLine head = find (lines, "Leaves"), part = find (lines, "Tuesday"), first = find (lines, "08:00");
  PrintedLine figure = find (lines, "15"), last = find (lines, "09:00");
  assert_near (head.item->x, TEXT_X);
  assert_near (find (lines, "Minutes").right, TEXT_END);
  assert_near (figure.right, TEXT_END);
  g_assert_cmpfloat (figure.item->y, ==, first.item->y);
  assert_near (first.item->y - part.item->y, 12 + 3 + 0.4 + 3);
  assert_near (last.item->y - first.item->y, 12 + 3 + 0.4 + 3);
  g_assert_true (part.line->runs[0].run->style->bold && last.line->runs[0].run->style->bold);
  g_assert_false (first.line->runs[0].run->style->bold);
}

/* The head is said once and stands on each page; a row that heads others stays with the next. */
static void
test_long_table (gconstpointer theme)
{
  g_autoptr (GString) text = g_string_new ("<table><head><cell>Leaves</cell><cell>To</cell></head>");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%s<row><cell>%02u:%02u</cell><cell>Hall</cell></row>",
                            i % 5 == 0 ? "<row><cell columns='2'>A day</cell></row>" : "", i / 60, i % 60);
  g_string_append (text, "</table>");
  g_autoptr (Journey) journey = print ("", text->str, theme, 0);
  g_autoptr (GArray) lines = printed_lines (journey->pages), said = printed_said (journey->pages);
  guint first = find (lines, "00:00").page, last = find (lines, "01:39").page;
  g_assert_cmpuint (last, >, first);
  g_assert_cmpuint (count (said, "Leaves"), ==, 1);
  g_assert_cmpuint (count (lines, "Leaves"), ==, last - first + 1);
  g_assert_cmpuint (count (said, "Hall"), ==, 100);
  for (guint i = 0; i + 1 < said->len; i++)
    {
      const PrintedLine *line = &g_array_index (said, PrintedLine, i);
      if (g_str_has_prefix (line->lines->text, "A day"))
        g_assert_cmpuint (line->page, ==, line[1].page);
    }
  g_autofree char *wrong = check_places (journey->pages, journey->report);
  g_assert_cmpstr (wrong, ==, NULL);
}

/* A term that is as long as its column or shorter stands beside its definition, on its line. */
static void
test_definitions (void)
{
  g_autoptr (Journey) journey
      = print ("",
               "<definitions><definition><term>Wi-Fi</term><p>No password.</p></definition>"
               "<definition><term>Interpretation into French</term><p>Upstairs.</p></definition></definitions>",
               "institutional", 0);
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  PrintedLine term = find (lines, "Wi-Fi"), beside = find (lines, "No password.");
  PrintedLine above = find (lines, "Interpretation"), below = find (lines, "Upstairs.");
  assert_near (term.item->x, TEXT_X);
  assert_near (beside.item->x, TEXT_X + 29 * MM);
  g_assert_cmpfloat (term.item->y, ==, beside.item->y);
  assert_near (above.item->y - term.item->y, 14 + 4.5);
  assert_near (below.item->x, TEXT_X);
  assert_near (below.item->y - above.item->y, 14);
}

static void
test_quotation (void)
{
  g_autoptr (Journey) journey = print (
      "", "<p>First.</p><quotation><p>Water is a way.</p><source>A pilot</source></quotation>", "institutional", 0);
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  PrintedLine quoted = find (lines, "Water"), source = find (lines, "A pilot");
  assert_near (quoted.item->x, TEXT_X + 6 * MM);
  assert_near (source.item->x, quoted.item->x);
  assert_near (quoted.item->y - find (lines, "First.").item->y, 14 + 6);
}

static const PgItem *
find_image (const PgPages *pages, guint *page)
{
  for (*page = 1; *page < pages->pages->len; ++*page)
    for (guint i = 0; i < pg_pages_get (pages, *page)->items->len; i++)
      {
        const PgItem *item = &g_array_index (pg_pages_get (pages, *page)->items, PgItem, i);
        if (item->kind == PG_ITEM_IMAGE)
          return item;
      }
  g_assert_not_reached ();
}

/* Three quarters of a point for each unit of an SVG; the caption is on its page, 3 points below. */
static void
test_image (void)
{
  guint page;
  g_autoptr (Journey) journey = print (
      "", "<image src='small/logo.svg' alt='An anchor'><caption>The sign.</caption></image>", "institutional", 0);
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  const PgItem *image = find_image (journey->pages, &page);
  const PgPictureFacts *facts = pg_pictures_look (journey->event->pictures, "small/logo.svg");
  PrintedLine caption = find (lines, "The sign.");
  assert_near (image->x, TEXT_X);
  assert_near (image->width, facts->width * 0.75);
  assert_near (image->height / image->width, facts->height / facts->width);
  g_assert_cmpuint (caption.page, ==, page);
  g_assert_cmpfloat (caption.top, >, image->y + image->height + 3);
  g_assert_cmpfloat (caption.top, <, image->y + image->height + 9);
}

/* One below the other in each cell; what is not translated stands once. Side by side, in a table each. */
static void
test_two_languages (void)
{
  static const char text[]
      = "<table><row><cell>Station</cell><cell xml:lang='fr'>Gare</cell><cell>15</cell></row></table>"
        "<definitions><definition><term>Meals</term><term xml:lang='fr'>Repas</term><p>Late.</p>"
        "</definition></definitions>"
        "<quotation><p>Water.</p></quotation>" PLAN;
  g_autoptr (Journey) stacked = print (" fr", text, "institutional", PG_BILINGUAL_STACKED);
  g_autoptr (GArray) lines = printed_lines (stacked->pages);
  PrintedLine first = find (lines, "Station"), second = find (lines, "Gare");
  assert_near (second.item->x, first.item->x);
  assert_near (second.item->y - first.item->y, 12);
  g_assert_cmpuint (count (lines, "15"), ==, 1);
  assert_near (find (lines, "Repas").item->y - find (lines, "Meals").item->y, 14);
  g_assert_cmpuint (count (lines, "Late."), ==, 1);
  g_assert_cmpuint (count (lines, "Water."), ==, 1);
  g_autoptr (Journey) parallel = print (" fr", text, "institutional", PG_BILINGUAL_PARALLEL);
  g_autoptr (GArray) columns = printed_lines (parallel->pages);
  g_assert_cmpfloat (find (columns, "Gare").item->x, >, find_nth (columns, "15", 0).right);
  assert_near (find (columns, "Gare").item->y, find (columns, "Station").item->y);
  g_assert_cmpuint (count (columns, "15"), ==, 2);
  g_assert_cmpuint (count (columns, "Water."), ==, 1);
}

/* Documents */

#define DOCUMENTS                                                                                                      \
  "<programme version='1'><event><title>Board</title></event><agenda><day date='2031-05-05'>"                          \
  "<session kind='item' start='09:00' end='10:00' number='1'><title>Ships</title><document ref='Q/2'/>"                \
  "<topic number='1.1'><title>Barges</title><document ref='Q/1'><title>Barges</title></document>"                      \
  "<document ref='Q/2'><title>Fleet</title></document></topic></session>"                                              \
  "<session start='10:00' end='11:00' number='2'><title>Winds</title><talk number='T-1'><title>West</title>"           \
  "<document><title>Slides</title></document></talk></session>"                                                        \
  "<session kind='plain' start='11:00' end='12:00'><title>Farewell</title><document ref='Q/9'/></session>"             \
  "</day></agenda><back><documents/></back></programme>"

/* Each once, in the order of the agenda, with the title that any of those who refer to it gives. */
static void
test_documents (void)
{
  static const char *const wanted[] = { "Documents", "Reference", "Title", "Item",   "Q/2", "Fleet", "1, 1.1",
                                        "Q/1",       "Barges",    "1.1",   "Slides", "T-1", "Q/9",   "Farewell" };
  g_autoptr (Journey) journey = journey_new (DOCUMENTS, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_autoptr (GArray) said = printed_said (journey->pages);
  g_assert_cmpuint (said->len, >, G_N_ELEMENTS (wanted));
  const PrintedLine *lines = &g_array_index (said, PrintedLine, said->len - G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (lines[i].lines->text, ==, wanted[i]);
  assert_near (lines[4].item->x, 20 * MM);
  assert_near (lines[5].item->x, 63.5 * MM);
  assert_near (lines[6].item->x, 150.5 * MM);
  g_assert_cmpstr (pg_item_run_element (lines[6].item, lines[6].line->runs[0].run)->anchor, !=, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/sections", test_sections);
  g_test_add_func ("/texts/section-ends", test_section_ends);
  g_test_add_func ("/texts/table", test_table);
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      g_autofree char *path = g_strdup_printf ("/texts/long-table/%s", *theme);
      g_test_add_data_func (path, *theme, test_long_table);
    }
  g_test_add_func ("/texts/definitions", test_definitions);
  g_test_add_func ("/texts/quotation", test_quotation);
  g_test_add_func ("/texts/image", test_image);
  g_test_add_func ("/texts/two-languages", test_two_languages);
  g_test_add_func ("/texts/documents", test_documents);
  return g_test_run ();
}
