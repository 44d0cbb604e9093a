/* Enters: events with longer and longer titles in two languages, and of many kinds. Leaves: whether their covers become denser
   step by step, nothing runs over the page's edge, and what may stand on them is that of tests/golden. */
#include "golden.h"
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

/* What an event has that its cover and the page behind it show. */
typedef struct
{
  const char *name;
  guint n_organisers;
  const char *attributes, *texts; /* of the event */
  const char *days;
  const char *second; /* language, or NULL */
  const char *paper;
} Kind;

#define DAY(date) "<day date='" date "'><session start='09:00' end='10:00'><title>Tides</title></session></day>"
#define TEXTS "<series>Harbour Forum</series><subtitle>Second meeting</subtitle><venue>Sea House</venue>"
#define STATE "reference='H/1' revision='2' classification='For official use' status='Draft'"

static const Kind kinds[] = {
  { "one host", 1, STATE, TEXTS, DAY ("2031-05-06"), NULL, "A4" },
  { "two hosts", 2, "reference='H/1' classification='Closed'", TEXTS "<logo src='small/logo.svg' alt='An anchor'/>",
    DAY ("2031-05-06"), NULL, "A4" },
  { "three hosts", 3, "revision='3'", TEXTS, DAY ("2031-05-06"), NULL, "A4" },
  { "two figures", 2, "", "", DAY ("2031-05-16"), NULL, "A4" },
  { "two days", 2, "", TEXTS, DAY ("2031-05-06") DAY ("2031-05-08"), NULL, "A4" },
  { "two months", 1, "", TEXTS, DAY ("2031-05-31") DAY ("2031-06-01"), NULL, "A4" },
  { "two years", 1, "", TEXTS, DAY ("2031-05-06") DAY ("2032-05-08"), NULL, "A4" },
  { "own dates", 1, "", TEXTS "<dates>Early May</dates>", DAY ("2031-05-06") DAY ("2031-05-08"), NULL, "A4" },
  { "two languages", 2, STATE, TEXTS, DAY ("2031-05-06"), "fr", "A4" },
  { "small, two hosts", 2, STATE, TEXTS, DAY ("2031-05-06"), NULL, "A5" },
  { "small, three hosts", 3, "", "<venue>Sea House</venue>", DAY ("2031-05-06"), NULL, "A5" },
};

static char *
kind_xml (const Kind *kind)
{
  static const char *const hosts[]
      = { "<organisation id='a' logo='small/logo.svg' country='FI'><name>Port of Example</name></organisation>",
          "<organisation id='b'><name>Old Lamps</name></organisation>",
          "<organisation id='c'><name>Quays</name></organisation>" };
  g_autoptr (GString) organisations = g_string_new (NULL), organisers = g_string_new (NULL);
  for (guint i = 0; i < kind->n_organisers; i++)
    {
      g_string_append (organisations, hosts[i]);
      g_string_append_printf (organisers, "<organiser ref='%c'/>", 'a' + (int) i);
    }
  return g_strdup_printf (
      "<programme version='1' languages='en fr'><organisations>%s</organisations><event %s><title>Harbours</title>"
      "<title xml:lang='fr'>Ports</title>%s%s</event><front><section><title>Aims</title><p>To meet.</p><p>To part.</p>"
      "<p>Sea House<br/>Example City</p></section></front><agenda>%s</agenda></programme>",
      organisations->str, kind->attributes, kind->texts, organisers->str, kind->days);
}

static void
put_dump (GString *out, const char *name, const char *what, const PgBlock *block)
{
  g_autofree char *dump = pg_block_dump (block);
  g_string_append_printf (out, "%s, %s\n%s\n", name, what, dump);
}

/* The cover of each of them, with its ornament and without, and the pages behind it, as they were looked at. */
static void
test_kinds (gconstpointer theme)
{
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *xml = kind_xml (&kinds[i]);
      g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
      journey->second = kinds[i].second;
      g_assert_true (journey_make (journey, "agenda", "en", kinds[i].paper));
      const GPtrArray *runs = journey_page_runs (journey, "agenda");
      const GPtrArray *covers = ((const PgPageRun *) g_ptr_array_index (runs, 0))->flow->children;
      put_dump (all, kinds[i].name, "cover", g_ptr_array_index (covers, 0));
      put_dump (all, kinds[i].name, "plainer cover", g_ptr_array_index (covers, 1));
      const PgPageRun *front = g_ptr_array_index (runs, 1);
      put_dump (all, kinds[i].name, "front", front->flow);
      put_dump (all, kinds[i].name, "over the front", front->over);
      if (front->under != NULL)
        put_dump (all, kinds[i].name, "under the front", front->under);
    }
  g_autofree char *golden = g_strconcat ("blocks-covers-", theme, NULL);
  golden_compare (golden, all->str);
}

/* How many images the first page has; told gets how often it is said that logos are not there. */
static guint
count_logos (guint n_organisers, const char *theme, const char *cover, const char *second, guint *told)
{
  g_autoptr (GString) xml = g_string_new (
      "<programme version='1' languages='en fr'><event><title>Harbours</title><title xml:lang='fr'>Ports</title>");
  for (guint i = 0; i < n_organisers; i++)
    g_string_append_printf (xml, "<organiser ref='o%u'/>", i);
  g_string_append (xml, "</event><organisations>");
  for (guint i = 0; i < n_organisers; i++)
    g_string_append_printf (xml,
                            "<organisation id='o%u' logo='small/logo.svg' country='FI'><name>Institute of Harbours, "
                            "Lanterns and Tides %u</name><name xml:lang='fr'>Institut des ports, des fanaux et des "
                            "marées %u</name></organisation>",
                            i, i, i);
  g_string_append (xml, "</organisations><agenda>" DAY ("2031-05-06") "</agenda></programme>");
  g_autoptr (Journey) journey = journey_new (xml->str, journey_theme (theme));
  journey->second = second;
  journey->cover = cover;
  g_assert_true (journey_make (journey, "agenda", "en", NULL));
  *told = 0;
  for (guint i = 0; i < programme_report_get_n_findings (journey->report); i++)
    *told += g_str_equal (programme_finding_get_code (programme_report_get_finding (journey->report, i)),
                          "logos-left-out");
  g_autofree char *wrong = n_organisers < 60 ? check_places (journey->pages, journey->report) : NULL;
  g_assert_cmpstr (wrong, ==, NULL);
  const GArray *items = pg_pages_get (journey->pages, 0)->items;
  guint n = 0;
  for (guint i = 0; i < items->len; i++)
    n += g_array_index (items, PgItem, i).kind == PG_ITEM_IMAGE;
  return n;
}

/* Many logos stand in rows above the names; where not even these have room, that is told. */
static void
test_logos (void)
{
  guint told;
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      static const guint numbers[] = { 2, 5, 8, 15, 18 };
      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        {
          g_assert_cmpuint (count_logos (numbers[i], *theme, "page", NULL, &told), ==, numbers[i]);
          g_assert_cmpuint (told, ==, 0);
        }
      g_assert_cmpuint (count_logos (10, *theme, "page", "fr", &told), ==, 10);
      g_assert_cmpuint (count_logos (90, *theme, "page", "fr", &told), ==, 0);
      g_assert_cmpuint (told, ==, 1);
    }
  g_assert_cmpuint (count_logos (60, "institutional", NULL, NULL, &told), ==, 0); /* a page that has all, and no room */
  g_assert_cmpuint (told, ==, 1);
}

/* The agenda's own title stands on the cover, and the status beside it only where it does not say it. */
static void
test_own_title (void)
{
  static const char *const titles[] = { "Draft Agenda", "Our days" };
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
      {
        g_autofree char *xml
            = g_strdup_printf ("<programme version='1'><event status='Draft'><title>Harbours</title></event><agenda>"
                               "<title>%s</title>" DAY ("2031-05-06") "</agenda></programme>",
                               titles[i]);
        g_autoptr (Journey) journey = journey_new (xml, journey_theme (*theme));
        g_assert_true (journey_make (journey, "agenda", "en", NULL));
        const PgPageRun *run = g_ptr_array_index (journey_page_runs (journey, "agenda"), 0);
        g_autofree char *cover = pg_block_dump (g_ptr_array_index (run->flow->children, 0));
        gboolean is_poster = strcmp (*theme, "modern") == 0; /* it says no document, and the status far from all else */
        g_assert_true (is_poster || strstr (cover, titles[i]) != NULL);
        g_assert_null (strstr (cover, "\"Agenda\""));
        g_assert_true ((strstr (cover, "\"Draft\"") != NULL)
                       == (is_poster || (i == 1 && strcmp (*theme, "classic") != 0)));
      }
}

/* The figure's hours are written as times are. */
static void
test_hours (void)
{
  static const char *const styles[] = { "09:00", "9:00", "9:00 am" }, *const first[] = { "\"09\"", "\"9\"", "\"9\"" },
                           *const last[] = { "\"14\"", "\"14\"", "\"2\"" };
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *xml
          = g_strdup_printf ("<programme version='1' times='%s'><event><title>Harbours</title></event><agenda><day "
                             "date='2031-05-06'><session start='09:00' end='14:00'><title>Tides</title></session></day>"
                             "</agenda></programme>",
                             styles[i]);
      g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
      g_assert_true (journey_make (journey, "agenda", "en", NULL));
      const PgPageRun *run = g_ptr_array_index (journey_page_runs (journey, "agenda"), 0);
      g_autofree char *cover = pg_block_dump (g_ptr_array_index (run->flow->children, 0));
      g_assert_nonnull (strstr (cover, first[i]));
      g_assert_nonnull (strstr (cover, last[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/cover/denser/classic", "classic", test_denser);
  g_test_add_data_func ("/cover/denser/institutional", "institutional", test_denser);
  g_test_add_data_func ("/cover/denser/modern", "modern", test_denser);
  g_test_add_func ("/cover/too-long", test_too_long);
  g_test_add_func ("/cover/logos", test_logos);
  g_test_add_func ("/cover/own-title", test_own_title);
  g_test_add_func ("/cover/hours", test_hours);
  g_test_add_data_func ("/cover/kinds/classic", "classic", test_kinds);
  g_test_add_data_func ("/cover/kinds/institutional", "institutional", test_kinds);
  g_test_add_data_func ("/cover/kinds/modern", "modern", test_kinds);
  return g_test_run ();
}
