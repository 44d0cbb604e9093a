/* Enters: runs in several styles. Leaves: TAP: where characters and break points stand, which words are told to be too
   wide, and what is left of what is shortened. */
#include "text/galley.h"

#include <string.h>

#define EPSILON 0.01 /* pt */

static const PgStyle body = { .name = "body", .family = "Sans", .size = 10, .leading = 14 };
static const PgStyle tracked = { .name = "tracked", .family = "Sans", .size = 10, .leading = 14, .tracking = 0.1 };
static const PgStyle boxed = { .name = "boxed", .family = "Sans", .size = 10, .leading = 14, .box_x = 5 };
static const PgStyle caps = { .name = "caps", .family = "Sans", .size = 10, .leading = 14, .caps = TRUE };

static PgFonts *fonts;

static double
width_of (const PgStyle *style, const char *text)
{
  PgRun run = { .text = text, .style = style, .language = "en" };
  return pg_runs_width (fonts, style, &run, 1, FALSE);
}

/* Each break point as the letter of its kind, the characters at which its line ends and the next one begins. */
static char *
points_of (const PgGalley *galley, double narrowest)
{
  GArray *breaks = pg_breaks_find (galley, narrowest);
  GString *found = g_string_new (NULL);
  for (guint i = 0; i < breaks->len; i++)
    {
      const PgBreak *point = &g_array_index (breaks, PgBreak, i);
      g_string_append_printf (found, "%s%c%u", i > 0 ? " " : "", "pfdhrc"[point->kind], point -> end);
      if (point->next != point->end)
        g_string_append_printf (found, "-%u", point->next);
      g_assert_cmpfloat (point->x_next, ==, galley->x[point->next]);
    }
  g_array_unref (breaks);
  return g_string_free (found, FALSE);
}

static void
expect_points (const char *language, double narrowest, const char *text, const char *wanted)
{
  PgRun run = { .text = text, .style = &body, .language = language };
  PgGalley galley;
  pg_galley_init (&galley, fonts, &body, &run, 1, FALSE);
  g_autofree char *found = points_of (&galley, narrowest);
  pg_galley_clear (&galley);
  g_assert_cmpstr (found, ==, wanted);
}

static void
test_points (void)
{
  expect_points ("en", 1000, "", "p0 f0");
  expect_points ("en", 1000, "ab  cd ", "p0 p2-4 f6-7");
  expect_points ("en", 1000, "ab\u2028cd", "p0 f2-3 f5");
  expect_points ("en", 1000, " ab", "p0 f3");
  expect_points ("en", 1000, "ab-cd ef- gh", "p0 p5-6 p9-10 f12");
  expect_points ("en", 1000, "abc-cd – a", "p0 d4 p8-9 f10");
  expect_points ("en", 1000, "govern\u00adment", "p0 h7 f11");
  expect_points ("en", 1000, "ab\u200bcd", "p0 p3 f5");
  expect_points ("en", 1000, "ab\u200b\u200bcd", "p0 p4 f6");
  /* Only what is too wide is broken, first against a rule, then with hyphens, then anywhere. */
  expect_points ("en", 20, "a 2025–26 b", "p0 p1-2 c3 c4 c5 c6 r7 p9-10 f11");
  expect_points ("en", 40, "telecommunications of telecommunications",
                 "p0 h4 h7 h9 h12 h13 p18-19 p21-22 h26 h29 h31 h34 h35 f40");
  expect_points ("en", 60, "in telecommunications", "p0 p2-3 h7 h10 h12 h15 h16 f21");
  expect_points ("en", 20, "telecommunications", "p0 c1 c2 c3 h4 c5 c6 h7 h9 h12 h13 c14 c15 c16 c17 f18");
  expect_points ("en", 18, "in abcdefgh", "p0 p2-3 c4 c5 c6 c7 h8 f11");
  expect_points ("ko", 20, "정부와 한", "p0 r1 r2 p3-4 f5");
}

static void
expect_x (const PgGalley *galley, const double *wanted, guint n)
{
  g_assert_cmpuint (galley->n_chars, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (galley->x[i + 1], wanted[i], EPSILON);
}

/* Runs in boxes keep white at their first and last character; letters that are apart are so after their marks. */
static void
test_widths (void)
{
  PgRun runs[] = { { .text = "a", .style = &body, .language = "en" },
                   { .text = "b", .style = &boxed, .language = "en" },
                   { .text = "", .style = &body, .language = "en" },
                   { .text = "cd", .style = &boxed, .language = "en" },
                   { .text = "nu\u0301", .style = &tracked, .language = "en" } };
  double a = width_of (&body, "a"), b = width_of (&body, "b"), c = width_of (&body, "c"), d = width_of (&body, "d");
  double n = width_of (&body, "n"), u = width_of (&body, "u"), ab = a + b + 10, abcd = ab + c + d + 10;
  const double wanted[] = { a, ab, ab + 5 + c, abcd, abcd + n + 1, abcd + n + u + 2, abcd + n + u + 2 };
  PgGalley galley;
  pg_galley_init (&galley, fonts, &body, runs, G_N_ELEMENTS (runs), FALSE);
  expect_x (&galley, wanted, G_N_ELEMENTS (wanted));
  GArray *breaks = pg_breaks_none (&galley);
  g_assert_cmpfloat_with_epsilon (g_array_index (breaks, PgBreak, 1).x_end, abcd + n + u + 1, EPSILON);
  g_array_unref (breaks);
  pg_galley_clear (&galley);
}

/* The ends of lines: with the hyphen, without white and without what stands after the last letter. */
static void
test_ends (void)
{
  PgRun run = { .text = "ab- c\u00add e", .style = &tracked, .language = "en" };
  PgGalley galley;
  pg_galley_init (&galley, fonts, &tracked, &run, 1, FALSE);
  g_autofree char *points = points_of (&galley, 1000);
  g_assert_cmpstr (points, ==, "p0 p3-4 h6 p7-8 f9");
  double hyphen = width_of (&body, "-"), ab = width_of (&tracked, "ab-"), c = width_of (&tracked, "ab- c");
  const double wanted[] = { 0, ab, c + hyphen, width_of (&tracked, "ab- cd"), width_of (&tracked, "ab- cd e") };
  GArray *breaks = pg_breaks_find (&galley, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (breaks, PgBreak, i).x_end, wanted[i], EPSILON);
  g_array_unref (breaks);
  pg_galley_clear (&galley);
}

/* The widest of several lines, and nothing of what ends them. */
static void
test_width_of_forced (void)
{
  g_assert_cmpfloat_with_epsilon (width_of (&tracked, "abc \u2028ab"), width_of (&tracked, "abc"), EPSILON);
  g_assert_cmpfloat_with_epsilon (width_of (&tracked, "ab\u2028abc"), width_of (&tracked, "abc"), EPSILON);
  g_assert_cmpfloat_with_epsilon (width_of (&tracked, "abc"), width_of (&body, "abc") + 2, EPSILON);
  g_assert_cmpfloat_with_epsilon (width_of (&body, "ab cd\u2028e"), width_of (&body, "ab cd"), EPSILON);
  g_assert_cmpfloat (width_of (&body, "\u2028"), ==, 0);
}

/* Findings */

static char *
findings_of (const PgRun *runs, guint n, double width)
{
  static const PgPlace place = { "event.xml", 7, 3 };
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  PgLines *lines = pg_lines_new (fonts, runs[0].style, runs, n, width, FALSE, &place, report);
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      g_autofree char *finding = programme_finding_to_string (programme_report_get_finding (report, i));
      g_string_append_printf (all, "%s\n", finding);
    }
  pg_lines_free (lines);
  return g_string_free (all, FALSE);
}

#define TORN(word)                                                                                                     \
  "event.xml:7:3: warning: “" word "” is wider than its line of 50 pt and was broken; allow breaks with soft "       \
  "hyphens (U+00AD) [overfull-line]\n"

static void
expect_torn (const char *text, const char *wanted)
{
  PgRun run = { .text = text, .style = &body, .language = "en" };
  g_autofree char *found = findings_of (&run, 1, 50);
  g_assert_cmpstr (found, ==, wanted);
}

/* Each word that was torn is told once, from its beginning, in so many letters. */
static void
test_torn_words (void)
{
  expect_torn ("ab cd", "");
  expect_torn ("abc@example.org ab", TORN ("abc@example.org"));
  expect_torn ("ab abc@example.org", TORN ("abc@example.org"));
  expect_torn ("abc@example.org cd xyz@example.org", TORN ("abc@example.org") TORN ("xyz@example.org"));
  expect_torn ("abcd@example.of.harbours", TORN ("abcd@example.of.harbours")); /* 24 characters */
  expect_torn ("abcde@example.of.harbours", TORN ("abcde@example.of.harbour…"));
}

/* A letter that is wider than its line stands alone, and is told, in a justified column, too. */
static void
test_single_cluster (void)
{
  PgStyle style = body;
  style.align = PG_ALIGN_JUSTIFY;
  PgRun run = { .text = "W", .style = &style, .language = "en" };
  g_autofree char *wide = findings_of (&run, 1, 9.0), *fits = findings_of (&run, 1, 9.31);
  g_assert_cmpstr (wide, ==,
                   "event.xml:7:3: warning: “W” is wider than its line of 9 pt and was broken; use larger paper, or "
                   "write it in parts [overfull-line]\n");
  g_assert_cmpstr (fits, ==, "");
}

/* Shortening */

/* What is left of runs, and in whose style the ellipsis stands. */
static void
expect_shortened (const PgRun *runs, guint n, double width, guint most, const char *wanted, guint last)
{
  g_autoptr (PgArena) arena = pg_arena_new ();
  PgLines *lines = pg_lines_shortened (arena, fonts, runs[0].style, runs, n, width, FALSE, NULL, most);
  g_assert_cmpstr (lines->text, ==, wanted);
  const PgLine *line = &lines->lines[lines->n_lines - 1];
  g_assert_true (line->runs[line->n_runs - 1].run->style == runs[last].style);
  pg_lines_free (lines);
}

/* The ellipsis stands in the run that it ends, also where that ends with it. */
static void
test_shortened (void)
{
  PgRun runs[] = { { .text = "one two", .style = &body, .language = "en" },
                   { .text = " three four", .style = &boxed, .language = "en" },
                   { .text = "\u2028five", .style = &caps, .language = "en" } };
  double two = width_of (&body, "one two…"), three = width_of (&body, "one two") + 10 + width_of (&body, " three…");
  expect_shortened (runs, 3, 1, 1, "…", 0);
  expect_shortened (runs, 3, width_of (&body, "one…") + 0.1, 1, "one…", 0);
  expect_shortened (runs, 3, two - 0.1, 1, "one…", 0);
  expect_shortened (runs, 3, two + 0.1, 1, "one two…", 0);
  expect_shortened (runs, 3, three - 0.1, 1, "one two…", 0);
  expect_shortened (runs, 3, three + 0.1, 1, "one two three…", 1);
  expect_shortened (runs, 3, 500, 1, "one two three four…", 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  GError *error = NULL;
  fonts = pg_fonts_take (NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/break-points/points", test_points);
  g_test_add_func ("/break-points/widths", test_widths);
  g_test_add_func ("/break-points/ends", test_ends);
  g_test_add_func ("/break-points/width-of-forced", test_width_of_forced);
  g_test_add_func ("/break-points/torn-words", test_torn_words);
  g_test_add_func ("/break-points/single-cluster", test_single_cluster);
  g_test_add_func ("/break-points/shortened", test_shortened);
  int status = g_test_run ();
  pg_fonts_give_back (fonts);
  return status;
}
