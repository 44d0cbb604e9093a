/* Schedules and calendars, in and out. Enters: times, texts, random programmes. Leaves: whether they mean what they say, and come
   back from other systems' files as they went. The files themselves are in tests/schedules.t. */
#include "import/body.h"
#include "import/moment.h"
#include "import/rich.h"
#include "import/terms.h"
#include "import/uuid.h"
#include "random-event.h"
#include "slow.h"

#include <programme/export.h>
#include <programme/import.h>
#include <string.h>

/* times */

static void
test_moments (void)
{
  static const struct
  {
    const char *text;
    int minute, offset; /* minute -1: a date alone; -2: nothing */
    gboolean has_offset;
  } cases[] = {
    { "2031-05-05T09:00:00+02:00", 540, 120, TRUE },
    { " 2031-05-05 9:05", 545, 0, FALSE },
    { "20310505T090000Z", 540, 0, TRUE },
    { "2031-05-05T09:00:00.123-0330", 540, -210, TRUE },
    { "2031-05-05", -1, 0, FALSE },
    { "2031-05-05T23:59", 1439, 0, FALSE },
    { "2031-02-30", -2, 0, FALSE },
    { "2031-05-05T25:00", -2, 0, FALSE },
    { "soon", -2, 0, FALSE },
    { "", -2, 0, FALSE },
    { NULL, -2, 0, FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PgMoment moment;
      gboolean is_good = pg_moment_parse (cases[i].text, &moment);
      g_assert_cmpint (is_good, ==, cases[i].minute != -2);
      if (!is_good)
        continue;
      g_autofree char *date = pg_date_name (moment.day);
      g_assert_cmpstr (date, ==, "2031-05-05");
      g_assert_cmpint (moment.is_date, ==, cases[i].minute == -1);
      g_assert_cmpint (moment.minute, ==, MAX (0, cases[i].minute));
      g_assert_cmpint (moment.has_offset, ==, cases[i].has_offset);
      g_assert_cmpint (moment.offset, ==, cases[i].offset);
    }
}

static void
test_lengths (void)
{
  static const struct
  {
    const char *text;
    int minutes, clock;
  } cases[] = { { "00:30", 30, 30 },    { "1:05", 65, 65 },           { "00:05:00", 5, 5 },
                { "90", 90, -1 },       { "1:00:30:00", 1470, -1 },   { "PT1H30M", 90, -1 },
                { "P1DT2H", 1560, -1 }, { "P2W", 20160, -1 },         { "P1M", 0, -1 },
                { "13:00", 780, 780 },  { "48:01", 2881, -1 },        { "9:60", 600, -1 },
                { "PT", 0, -1 },        { "99999999999999", -1, -1 }, { "1:", -1, -1 },
                { "x", -1, -1 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (pg_moment_length (cases[i].text), ==, cases[i].minutes);
      g_assert_cmpint (pg_moment_clock (cases[i].text), ==, cases[i].clock);
    }
}

/* A clock in summer and in winter, and over the end of a year. */
static void
test_zones (void)
{
  g_autoptr (PgZone) zone = pg_zone_new ("Europe/Paris");
  g_assert_nonnull (zone);
  g_assert_null (pg_zone_new ("Europe/Nowhere"));
  g_assert_null (pg_zone_new (NULL));
  g_assert_cmpint (pg_clock_offset (zone, pg_date_of (2031, 7, 1), 720), ==, 120);
  g_assert_cmpint (pg_clock_offset (zone, pg_date_of (2031, 1, 1), 720), ==, 60);
  PgMoment moment;
  g_assert_true (pg_moment_parse ("2030-12-31T23:30:00Z", &moment));
  pg_moment_move (&moment, zone);
  g_autofree char *date = pg_date_name (moment.day);
  g_assert_cmpstr (date, ==, "2031-01-01");
  g_assert_cmpint (moment.minute, ==, 30);
}

/* texts */

/* "H a,b;c_2/3" for a head and a row, in which one cell takes two columns and three rows. */
static void
show_table (const PgRichPart *part, GString *line)
{
  g_string_append_printf (line, "%st:%s", line->len > 0 ? "|" : "", part->has_head ? "H " : "");
  for (guint i = 0; i < part->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (part->rows, i);
      for (guint j = 0; j < row->len; j++)
        {
          const PgRichCell *cell = g_ptr_array_index (row, j);
          gboolean is_head = cell->is_head && !(i == 0 && part->has_head);
          g_string_append_printf (line, "%s%s%s", j > 0 ? "," : i > 0 ? ";" : "", is_head ? "!" : "", cell->xml);
          if (cell->columns > 1)
            g_string_append_printf (line, "_%u", cell->columns);
          if (cell->rows > 1)
            g_string_append_printf (line, "/%u", cell->rows);
        }
    }
}

/* The parts as one line: "p:…|*:…|1:…|t:…". */
static char *
shown (const GPtrArray *parts)
{
  GString *line = g_string_new (NULL);
  for (guint i = 0; i < parts->len; i++)
    {
      const PgRichPart *part = g_ptr_array_index (parts, i);
      if (part->kind == PG_RICH_TABLE)
        show_table (part, line);
      for (guint j = 0; j < part->texts->len && part->kind != PG_RICH_TABLE; j++)
        g_string_append_printf (line, "%s%c:%s", line->len > 0 ? "|" : "", "p*1"[part->kind],
                                (const char *) g_ptr_array_index (part->texts, j));
    }
  return g_string_free (line, FALSE);
}

static void
test_rich (void)
{
  static const struct
  {
    const char *text, *shown;
    guint links, images, tables;
  } cases[] = {
    { "Plain & simple", "p:Plain &amp; simple", 0, 0, 0 },
    { "<p>One</p><p>Two <em>three</em></p>", "p:One|p:Two <i>three</i>", 0, 0, 0 },
    { "<div>a<br>b</div>", "p:a<br/>b", 0, 0, 0 },
    { "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>end", "*:a|*:b|*:c|p:end", 0, 0, 0 },
    { "<p><a href=' JavaScript:x'>a</a> <a href='data:x'>b</a> <a href='mailto:a@example.org'>c</a></p>",
      "p:a b <a href=\"mailto:a@example.org\">c</a>", 2, 0, 0 },
    { "<script>alert(1)</script><style>p{}</style><p>x</p>", "p:x", 0, 0, 0 },
    { "<p>a<img src=x alt='A boat'></p>", "p:aA boat", 0, 1, 0 },
    { "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "t:a,b;c,d", 0, 0, 0 },
    { "<table><thead><tr><th>a<th>b</thead><tr><td rowspan=9><b>c</b><td>d<br>e<tr><td>f<tr></table>end",
      "t:H a,b;<b>c</b>/2,d<br/>e;f|p:end", 0, 0, 0 },
    { "<table><tr><td colspan=3>a<tr><th>b<td>c<tr></table>", "t:a_3;!b,c,", 0, 0, 0 },
    { "<table><tr><td>a<tr><td>b</table>", "p:a|p:b", 0, 0, 1 },
    { "<ul><li>x<table><tr><td>a<td>b</table></ul>", "*:x<br/>a | b", 0, 0, 1 },
    { "<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>", "t:a<br/>b | c,d", 0, 0, 1 },
    { "One\n\n| a | *b* |\n|---|:-:|\n| c \\| d | |\nTwo", "p:One|t:H a,<i>b</i>;c | d,|p:Two", 0, 0, 0 },
    { "```\na | b\n---|---\n```", "p:a | b<br/>---|---", 0, 0, 0 },
    { "<p><b>a<i>b</i></b>c</p>", "p:<b>a<i>b</i></b>c", 0, 0, 0 },
    { "<p>&lt;b&gt; &amp;amp; &eacute;</p>", "p:&lt;b&gt; &amp;amp; é", 0, 0, 0 },
    { "# Head\n\ntext *i* **b** `c`\n\n1. x\n2. y", "p:<b>Head</b>|p:text <i>i</i> <b>b</b> c|1:x|1:y", 0, 0, 0 },
    { "a<br>b <b>c</b> <u>d</u>", "p:a<br/>b <b>c</b> d", 0, 0, 0 },
    { "[x](javascript:1) [y](https://example.org/?a&b)", "p:x <a href=\"https://example.org/?a&amp;b\">y</a>", 1, 0,
      0 },
    { "short\nlines", "p:short<br/>lines", 0, 0, 0 },
    { "a line that is as long as lines are where an editor wraps them\nand its end",
      "p:a line that is as long as lines are where an editor wraps them and its end", 0, 0, 0 },
    { "![Map](m.png)", "p:Map", 0, 1, 0 },
    { "a\x01"
      "b \xF0\x9F\x9A\x80",
      "p:a b \xF0\x9F\x9A\x80", 0, 0, 0 },
    { "", "", 0, 0, 0 },
    { "  \n\n ", "", 0, 0, 0 },
  };
  g_autoptr (PgArena) arena = pg_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PgRichLosses losses = { 0 };
      g_autofree char *line = shown (pg_rich_read (arena, cases[i].text, &losses));
      g_assert_cmpstr (line, ==, cases[i].shown);
      g_assert_cmpuint (losses.links, ==, cases[i].links);
      g_assert_cmpuint (losses.images, ==, cases[i].images);
      g_assert_cmpuint (losses.tables, ==, cases[i].tables);
    }
  g_autofree char *plain = shown (pg_rich_read_plain (arena, "a\nb *c*\n\n\nd <b>"));
  g_assert_cmpstr (plain, ==, "p:a<br/>b *c*|p:d &lt;b&gt;");
}

/* Elements within each other, as nobody writes them. */
static void
test_deep (void)
{
  g_autoptr (PgArena) arena = pg_arena_new ();
  g_autoptr (GString) html = g_string_new ("<p>"), markdown = g_string_new (NULL);
  for (guint i = 0; i < 20000; i++)
    {
      g_string_append (html, "<b><div>");
      g_string_append (markdown, "> ");
    }
  g_string_append (html, "deep");
  g_string_append (markdown, "deep");
  g_autofree char *line = shown (pg_rich_read (arena, html->str, NULL));
  g_autofree char *other = shown (pg_rich_read (arena, markdown->str, NULL));
  g_assert_true (strstr (line, "deep") != NULL || *line == '\0');
  g_assert_nonnull (strstr (other, "deep"));
}

static void
test_bodies (void)
{
  g_autoptr (PgArena) arena = pg_arena_new ();
  g_autoptr (PgLeft) left = pg_left_new ();
  PgBody *alike = pg_body_new (arena, left, TRUE), *other = pg_body_new (arena, left, TRUE);
  pg_body_add (alike, NULL, "One.\n\n- a\n- b");
  pg_body_add (alike, "ko", "하나.\n\n- 가\n- 나");
  g_assert_cmpstr (
      pg_body_xml (alike), ==,
      "<p>One.</p>\n<p xml:lang=\"ko\">하나.</p>\n<list>\n  <item>a</item>\n  <item xml:lang=\"ko\">가</item>\n"
      "  <item>b</item>\n  <item xml:lang=\"ko\">나</item>\n</list>\n");
  pg_body_add (other, NULL, "One.\n\nTwo.");
  pg_body_add (other, "ko", "하나.");
  g_assert_cmpstr (pg_body_xml (other), ==, "<p>One.<br/>Two.</p>\n<p xml:lang=\"ko\">하나.</p>\n");
  g_assert_null (pg_body_xml (pg_body_new (arena, left, TRUE)));
}

static void
test_terms (void)
{
  g_autoptr (PgArena) arena = pg_arena_new ();
  g_assert_cmpstr (pg_terms_languages (arena, "de, en"), ==, "de en");
  g_assert_cmpstr (pg_terms_languages (arena, "pt_BR"), ==, "pt-BR");
  g_assert_cmpstr (pg_terms_languages (arena, "de-formal"), ==, "de");
  g_assert_cmpstr (pg_terms_languages (arena, "Deutsch/English"), ==, "de en");
  g_assert_cmpstr (pg_terms_languages (arena, "漢語"), ==, "zh");
  g_assert_null (pg_terms_languages (arena, "xx klingon"));
  g_assert_cmpstr (pg_terms_kind ("Keynote (45 min)"), ==, "keynote");
  g_assert_cmpstr (pg_terms_kind ("Workshops"), ==, "workshop");
  g_assert_null (pg_terms_kind ("Spanelling"));
  g_assert_cmpstr (pg_terms_break ("Coffee break"), ==, "coffee");
  g_assert_null (pg_terms_break ("Breaking news"));
  g_assert_null (pg_terms_break ("How we spent a lunch break in the museum of bread"));
  g_assert_cmpstr (pg_terms_link (arena, " https://example.org/#/#a [b]"), ==, "https://example.org/#/%23a%20%5Bb%5D");
  g_assert_cmpstr (pg_terms_link (arena, "https://example.org/100%"), ==, "https://example.org/100%25");
  g_assert_null (pg_terms_link (arena, "javascript:alert(1)"));
  g_assert_null (pg_terms_link (arena, "www.example.org"));
  g_assert_null (pg_terms_link (arena, "https://example.o\xEF\xBF\xBDg/tides"));
  g_assert_null (pg_terms_link (arena, "http://[::1/"));
}

/* By another program: uuid.uuid5 (uuid.NAMESPACE_URL, name). */
static void
test_uuids (void)
{
  g_autofree char *one = pg_uuid_of ("https://example.org/"), *other = pg_uuid_of ("urn:programme:Äpfel");
  g_assert_cmpstr (one, ==, "527dda32-a0de-5105-a042-cb475b5f7d11");
  g_assert_cmpstr (other, ==, "ccabb61a-d33d-5981-8d64-c74ad3b10ae5");
}

/* there and back */

static GBytes *export(const char *xml, gsize length, const char *name, const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (xml, length);
  GBytes *file = programme_export_bytes (bytes, name, format, NULL, NULL, &error);
  if (file == NULL)
    g_test_message ("%s: %s", format, error->message);
  return file;
}

/* What a file says, but how words within its texts look: markup of one look within the same is one when it comes back. */
static char *
without_looks (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) looks
      = g_regex_new ("(&lt;|<)(/?(b|i|sup|sub)|/a|a href=(&quot;|\\\\?\"|\").*?)(&gt;|>)", 0, 0, &error);
  g_assert_no_error (error);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *whole = g_strndup (text, length);
  return g_regex_replace (looks, whole, -1, 0, "", 0, NULL);
}

/* What a format holds comes back as it went: the second export is the first. */
static void
check_round (const RandomEvent *event, const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = export(event->xml, strlen (event->xml), "random.xml", format);
  if (first == NULL)
    return; /* nothing has a time in it */
  g_autofree char *xml = programme_import_bytes (first, format, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (GBytes) imported = g_bytes_new (xml, strlen (xml));
  g_autoptr (ProgrammeEvent) read = programme_event_read_bytes (imported, "imported.xml", NULL, report, &error);
  g_assert_nonnull (read);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      g_autofree char *said = programme_finding_to_string (programme_report_get_finding (report, i));
      g_test_message ("%s", said);
    }
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_ERROR), ==, 0);
  g_autoptr (GBytes) second = export(xml, strlen (xml), "imported.xml", format);
  g_assert_nonnull (second);
  g_autofree char *there = without_looks (first), *back = without_looks (second);
  if (strcmp (there, back) != 0)
    g_test_message ("%s\n-- became --\n%s", there, back);
  g_assert_cmpstr (there, ==, back);
  g_autofree char *again = programme_import_bytes (second, format, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, xml);
}

static void
test_random (gconstpointer format)
{
  const RandomLook look = { .run_in = FALSE };
  guint n = is_slow_run () ? 1000 : 40;
  for (guint32 seed = 1; seed <= n; seed++)
    {
      g_autoptr (RandomEvent) event = random_event_new (seed, &look);
      g_test_message ("seed %u", seed);
      check_round (event, format);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SOURCE_DATE_EPOCH", "1900000000", TRUE);
  g_test_add_func ("/schedules/moments", test_moments);
  g_test_add_func ("/schedules/lengths", test_lengths);
  g_test_add_func ("/schedules/zones", test_zones);
  g_test_add_func ("/schedules/rich", test_rich);
  g_test_add_func ("/schedules/deep", test_deep);
  g_test_add_func ("/schedules/bodies", test_bodies);
  g_test_add_func ("/schedules/terms", test_terms);
  g_test_add_func ("/schedules/uuids", test_uuids);
  g_test_add_data_func ("/schedules/random/schedule.xml", "schedule.xml", test_random);
  g_test_add_data_func ("/schedules/random/schedule.json", "schedule.json", test_random);
  g_test_add_data_func ("/schedules/random/ics", "ics", test_random);
  g_test_add_data_func ("/schedules/random/xcal", "xcal", test_random);
  return g_test_run ();
}
