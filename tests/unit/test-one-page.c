/* Enters: half-days of more and more rows, and longer events, without a cover. Leaves: whether they are on one page while they
   fit, what gives way first, and whether else the first page has the head. */
#include "journey.h"
#include "printed.h"

#include <string.h>

#define MM (72 / 25.4)

static char *
make_xml (guint n_rows, const char *more)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (rows,
                            "<session kind=\"plain\" start=\"%02u:00\" end=\"%02u:00\"><title>Tide %u</title>"
                            "<group><slot who=\"aalto\"/></group></session>",
                            i, i + 1, i + 1);
  return g_strdup_printf (
      "<programme version=\"1\" languages=\"en\"><organisations><organisation id=\"port\"><name>Port of Example</name>"
      "</organisation></organisations><people><person id=\"aalto\"><name>Aino <family>Aalto</family></name>"
      "<position>Harbour Master</position></person></people>"
      "<event status=\"Draft\" reference=\"H/1\"><title>Harbours of the Future</title><series>Sea Forum</series>"
      "<subtitle>A morning</subtitle><venue>Sea House, Example City</venue><organiser ref=\"port\"/></event>%s"
      "<agenda><day date=\"2031-05-05\">%s</day></agenda></programme>",
      more, rows->str);
}

static Journey *
make (guint n_rows, const char *more, const char *theme, const char *cover)
{
  g_autofree char *xml = make_xml (n_rows, more);
  Journey *journey = journey_new (xml, journey_theme (theme));
  journey->cover = cover;
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_autofree char *wrong = check_places (journey->pages, journey->report);
  if (wrong == NULL)
    wrong = check_no_findings (journey->report);
  g_assert_cmpstr (wrong, ==, NULL);
  return journey;
}

static const PrintedLine *
find (const GArray *lines, const char *style)
{
  for (guint i = 0; i < lines->len; i++)
    if (printed_is (&g_array_index (lines, PrintedLine, i), style))
      return &g_array_index (lines, PrintedLine, i);
  return NULL;
}

static guint
n_pages (const Journey *journey)
{
  return journey->pages->pages->len;
}

/* The numbers of the head, and of a page with room to spare: one size up. */
static void
test_roomy (void)
{
  g_autoptr (Journey) journey = make (8, "", "institutional", "auto");
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  static const struct
  {
    const char *style;
    double size, leading, x;
  } wanted[] = { { "head-series", 11, 15, 49 },  { "head-title", 24, 28.5, 49 }, { "head-subtitle", 12, 16.5, 49 },
                 { "head-value", 10, 13.5, 49 }, { "head-label", 8, 13.5, 20 },  { "plain-title", 11, 15, 49 },
                 { "time-start", 10, 13.5, 20 }, { "name", 10, 13.5, 49 },       { "position", 9, 12, 49 } };
  g_assert_cmpuint (n_pages (journey), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const PrintedLine *line = find (lines, wanted[i].style);
      g_test_message ("%s", wanted[i].style);
      g_assert_nonnull (line);
      g_assert_cmpfloat (line->lines->lines[0].runs[0].run->style->size, ==, wanted[i].size);
      g_assert_cmpfloat (line->lines->leading, ==, wanted[i].leading);
      g_assert_cmpfloat_with_epsilon (line->left, wanted[i].x * MM, 1.5);
    }
  const PrintedLine *host = find (lines, "head-host");
  g_assert_nonnull (host);
  g_assert_cmpfloat (host->item->y, >, 266 * MM);
  g_assert_null (find (lines, "running-head"));
  g_assert_null (find (lines, "folio"));
  g_assert_null (find (lines, "day-name"));
  g_assert_cmpstr (find (lines, "head-value")->lines->text, ==, "Monday 5 May 2031");
}

static double
distance (const GArray *lines, const char *style)
{
  const PrintedLine *first = NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (printed_is (line, style) && first != NULL)
        return line->item->y - first->item->y;
      if (printed_is (line, style))
        first = line;
    }
  return 0;
}

/* What gives way: first the larger type, then the organisers' own line, then white in rows; then there are two pages. */
static void
test_giving_way (void)
{
  static const struct
  {
    guint n_rows, n_pages;
    double size, distance; /* of names; from row to row */
  } wanted[] = { { 8, 1, 10, 58.9 }, { 10, 1, 9, 49.9 }, { 11, 1, 9, 46.9 }, { 12, 2, 9, 49.9 } };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (Journey) journey = make (wanted[i].n_rows, "", "institutional", "auto");
      g_autoptr (GArray) lines = printed_lines (journey->pages);
      g_test_message ("%u rows", wanted[i].n_rows);
      g_assert_cmpuint (n_pages (journey), ==, wanted[i].n_pages);
      g_assert_cmpfloat (find (lines, "name")->size, ==, wanted[i].size);
      g_assert_cmpfloat_with_epsilon (distance (lines, "time-start"), wanted[i].distance, 0.01);
    }
}

/* What does not fit: auto has the cover, none a head on the first page and a running head on the others. */
static void
test_longer (gconstpointer theme)
{
  g_autoptr (Journey) with = make (46, "", theme, "auto"), without = make (22, "", theme, "none");
  g_autoptr (GArray) cover = printed_lines (with->pages), head = printed_lines (without->pages);
  g_assert_nonnull (find (cover, "cover-title"));
  g_assert_null (find (cover, "head-title"));
  g_assert_null (find (head, "cover-title"));
  g_assert_cmpuint (n_pages (without), <=, n_pages (with));
  g_assert_cmpuint (find (head, "head-title")->page, ==, 0);
  g_assert_cmpuint (find (head, "running-head")->page, ==, 1);
  g_assert_cmpuint (find (head, "folio")->page, ==, 0);
  g_assert_cmpuint (find (head, "head-host")->page, ==, 0);
  g_autofree char *wrong = check_keeps (without->pages, without->report);
  g_assert_cmpstr (wrong, ==, NULL);
}

/* What takes more than a page, but no more than two with a head, has no cover; it has one where that is no page more, or
   where an introduction stands before it. */
static void
test_two_pages (void)
{
  static const char front[] = "<front><section><title>Background</title><p>The sea rises.</p></section></front>";
  static const struct
  {
    guint n_rows, n_pages;
    const char *more;
    gboolean has_cover;
  } wanted[] = { { 11, 1, "", FALSE }, { 12, 2, "", TRUE },    { 13, 2, "", FALSE },
                 { 22, 2, "", FALSE }, { 22, 3, front, TRUE }, { 26, 3, "", TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (Journey) journey = make (wanted[i].n_rows, wanted[i].more, "institutional", "auto");
      g_autoptr (GArray) lines = printed_lines (journey->pages);
      g_test_message ("%u rows", wanted[i].n_rows);
      g_assert_cmpint (find (lines, "cover-title") != NULL, ==, wanted[i].has_cover);
      g_assert_cmpint (find (lines, "head-title") != NULL, ==, !wanted[i].has_cover);
      g_assert_cmpuint (n_pages (journey), ==, wanted[i].n_pages);
    }
}

/* Front and back matter stand on the page, too, and the title not twice. */
static void
test_sections (gconstpointer theme)
{
  static const char front[] = "<front><section><title>Background</title><p>The sea rises.</p></section></front>";
  g_autoptr (Journey) journey = make (2, front, theme, "auto");
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  g_assert_cmpuint (n_pages (journey), ==, 1);
  g_assert_nonnull (find (lines, "front-text"));
  g_assert_nonnull (find (lines, "day-name"));
  g_assert_null (find (lines, "document-title"));
}

/* The heading that a line is in; PG_ROLE_NONE for none. */
static PgRole
heading_of (const PrintedLine *line)
{
  for (const PgElement *element = line->item->element; element != NULL; element = element->parent)
    if (element->role >= PG_ROLE_H1 && element->role <= PG_ROLE_H4)
      return element->role;
  return PG_ROLE_NONE;
}

/* No level of headings is left out, on one page and on several, in one language and in two. */
static void
test_levels (void)
{
  static const guint n_rows[] = { 3, 22 };
  for (guint i = 0; i < G_N_ELEMENTS (n_rows) * 2; i++)
    {
      g_autofree char *xml = make_xml (n_rows[i / 2], "");
      g_auto (GStrv) parts = g_strsplit (xml, "languages=\"en\"", 2);
      g_autofree char *both = g_strconcat (parts[0], "languages=\"en fr\"", parts[1], NULL);
      g_autoptr (Journey) journey = journey_new (i % 2 == 0 ? xml : both, journey_theme ("institutional"));
      journey->cover = "none";
      journey->second = i % 2 == 0 ? NULL : "fr";
      g_assert_true (journey_make (journey, "agenda", "en", "A4"));
      g_autoptr (GArray) lines = printed_lines (journey->pages);
      g_assert_cmpint (heading_of (find (lines, "head-title")), ==, PG_ROLE_H1);
      g_assert_cmpint (heading_of (find (lines, "plain-title")), ==, PG_ROLE_H2);
    }
}

static void
test_page (void)
{
  g_autoptr (Journey) usual = make (2, "", "institutional", NULL), page = make (2, "", "institutional", "page");
  g_assert_cmpuint (n_pages (usual), ==, 1);
  g_assert_cmpuint (n_pages (page), ==, 2);
}

/* Days that run on: the first below the front matter where two fifths are left, what follows below the last if whole. */
static guint
n_running (guint n_rows, guint n_front, const char *days)
{
  g_autofree char *text = g_strdup_printf ("[theme]\nextends = institutional\n[arrangement]\ndays = %s\n", days);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (ProgrammeTheme) theme = programme_theme_read_bytes (bytes, "own.theme", NULL, NULL, NULL);
  g_autoptr (GString) front = g_string_new ("<front><section><title>Background</title>");
  for (guint i = 0; i < n_front; i++)
    g_string_append (front, "<p>The sea rises.</p>");
  g_string_append (front, "</section></front>");
  g_autofree char *xml = make_xml (n_rows, front->str);
  g_autoptr (Journey) journey = journey_new (xml, theme);
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_autofree char *wrong = check_places (journey->pages, journey->report);
  g_assert_cmpstr (wrong, ==, NULL);
  return n_pages (journey);
}

static void
test_running (void)
{
  g_assert_cmpuint (n_running (6, 1, "page"), ==, 3); /* cover, front matter, day */
  g_assert_cmpuint (n_running (6, 1, "run"), ==, 2);
  g_assert_cmpuint (n_running (12, 10, "run"), ==, 3); /* on its page the day begins */
  g_assert_cmpuint (n_running (12, 26, "page"), ==, 3);
  g_assert_cmpuint (n_running (12, 26, "run"), ==, 3); /* a third of it is left: no day begins there */
}

/* The list of speakers refers to the pages of the agenda as it is printed. */
static void
test_speakers (void)
{
  g_autofree char *xml = make_xml (2, "");
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
  journey->cover = "none";
  g_assert_true (journey_make (journey, "speakers", "en", "A4"));
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  g_assert_cmpstr (find (lines, "speaker-page")->lines->text, ==, "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/one-page/roomy", test_roomy);
  g_test_add_func ("/one-page/giving-way", test_giving_way);
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      g_autofree char *longer = g_strdup_printf ("/one-page/longer/%s", *theme);
      g_autofree char *sections = g_strdup_printf ("/one-page/sections/%s", *theme);
      g_test_add_data_func (longer, *theme, test_longer);
      g_test_add_data_func (sections, *theme, test_sections);
    }
  g_test_add_func ("/one-page/levels", test_levels);
  g_test_add_func ("/one-page/page", test_page);
  g_test_add_func ("/one-page/two-pages", test_two_pages);
  g_test_add_func ("/one-page/speakers", test_speakers);
  g_test_add_func ("/one-page/running", test_running);
  return g_test_run ();
}
