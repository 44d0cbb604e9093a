/* Enters: the helpers that all rooms share. Leaves: whether memory, lengths, findings and near words are right. */
#include "base/nearest.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/report.h"
#include "base/plain.h"
#include "base/units.h"

#include <string.h>

/* Memory */

static void
test_arena_memory (void)
{
  g_autoptr (PgArena) arena = pg_arena_new ();
  const gsize sizes[] = { 1, 15, 16, 17, 4000, 16 * 1024, 16 * 1024 + 1, 200 * 1024 };
  for (guint round = 0; round < 20; round++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        guint8 *memory = pg_arena_alloc (arena, sizes[i]);
        g_assert_cmpuint (GPOINTER_TO_SIZE (memory) % 8, ==, 0);
        g_assert_cmpuint (memory[0], ==, 0);
        g_assert_cmpuint (memory[sizes[i] - 1], ==, 0);
        memset (memory, 0xFF, sizes[i]); /* what comes next must not lie in it */
      }
}

static void
test_arena_strings (void)
{
  g_autoptr (PgArena) arena = pg_arena_new ();
  g_assert_null (pg_arena_strdup (arena, NULL));
  g_assert_cmpstr (pg_arena_strdup (arena, "salle"), ==, "salle");
  g_assert_cmpstr (pg_arena_strndup (arena, "salle", 2), ==, "sa");
  g_assert_cmpstr (pg_arena_strndup (arena, "salle", 0), ==, "");
  g_assert_cmpstr (pg_arena_printf (arena, "%d of %s", 2, "7"), ==, "2 of 7");
}

static void
append_mark (gpointer data)
{
  g_string_append_c (*(GString **) data, (*(GString **) data)->len == 0 ? 'b' : 'a');
}

static void
test_arena_deferred (void)
{
  GString *order = g_string_new (NULL);
  PgArena *arena = pg_arena_new ();
  pg_arena_defer (arena, append_mark, &order);
  pg_arena_defer (arena, append_mark, &order);
  GPtrArray *array = pg_arena_array (arena);
  g_ptr_array_add (array, order);
  g_assert_cmpuint (order->len, ==, 0);
  pg_arena_free (arena);
  g_assert_cmpstr (order->str, ==, "ba");
  pg_arena_free (NULL);
  g_string_free (order, TRUE);
}

/* Lengths */

static void
test_lengths (void)
{
  static const struct
  {
    const char *text;
    double points;
  } good[]
      = { { "9pt", 9 },   { "9", 9 },     { "25.4mm", 72 }, { "2.54cm", 72 }, { "1in", 72 }, { " 12 mm", 34.0157480 },
          { "-3pt", -3 }, { ".5in", 36 }, { "1e2pt", 100 }, { "96px", 72 } };
  static const char *const bad[] = { "", "mm", "9 em", "nine", "inf", "nan", "9pt 9pt", "9,5mm" };
  double points;
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (pg_length_parse (good[i].text, &points));
      g_assert_cmpfloat_with_epsilon (points, good[i].points, 1e-6);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (pg_length_parse (bad[i], &points))
      g_error ("\"%s\" was taken for a length", bad[i]);
}

static void
test_papers (void)
{
  double width, height;
  g_assert_true (pg_paper_parse ("a5", &width, &height));
  g_assert_cmpfloat_with_epsilon (width, 148 * 72 / 25.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (height, 210 * 72 / 25.4, 1e-9);
  g_assert_true (pg_paper_parse ("Letter", &width, &height));
  g_assert_cmpfloat_with_epsilon (width, 8.5 * 72, 1e-9);
  g_assert_true (pg_paper_parse ("210x297mm", &width, &height));
  g_assert_cmpfloat_with_epsilon (height, 297 * 72 / 25.4, 1e-9);
  g_assert_true (pg_paper_parse ("5080x5080mm", &width, &height));
  g_assert_cmpfloat (width, ==, 14400);
  g_assert_false (pg_paper_parse ("5081x297mm", &width, &height));
  g_assert_true (pg_paper_parse ("36x36pt", &width, &height));
  g_assert_false (pg_paper_parse ("35x297pt", &width, &height));
  g_assert_false (pg_paper_parse ("A11", &width, &height));
  g_assert_false (pg_paper_parse ("0x297mm", &width, &height));
  g_assert_false (pg_paper_parse ("210x", &width, &height));
}

/* Findings */

static char *
line (ProgrammeReport *report, guint index)
{
  return programme_finding_to_string (programme_report_get_finding (report, index));
}

static void
test_report (void)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  const PgPlace late = { "a.xml", 12, 3 }, early = { "a.xml", 4, 9 }, earlier = { "a.xml", 4, 2 };
  pg_report_add (report, PROGRAMME_SEVERITY_NOTE, NULL, "general", "said of nothing");
  pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &late, "late", "%d minutes", 21);
  pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &early, "early", "one");
  pg_report_add (report, PROGRAMME_SEVERITY_ERROR, &earlier, "early", "two");
  pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &late, "late", "21 minutes"); /* the same again */
  pg_report_add (NULL, PROGRAMME_SEVERITY_WARNING, &late, "late", "nobody listens");
  programme_report_sort (report);
  g_assert_cmpuint (programme_report_get_n_findings (report), ==, 4);
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_NOTE), ==, 4);
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_WARNING), ==, 3);
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_ERROR), ==, 2);
  g_autofree char *first = line (report, 0), *second = line (report, 1), *third = line (report, 2);
  g_autofree char *last = line (report, 3);
  g_assert_cmpstr (first, ==, "a.xml:4:2: error: two [early]");
  g_assert_cmpstr (second, ==, "a.xml:4:9: error: one [early]");
  g_assert_cmpstr (third, ==, "a.xml:12:3: warning: 21 minutes [late]");
  g_assert_cmpstr (last, ==, "note: said of nothing [general]");
}

static void
test_report_limit (void)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  for (guint i = 0; i < PG_MAX_FINDINGS + 50; i++)
    pg_report_add (report, PROGRAMME_SEVERITY_WARNING, NULL, "many", "number %u", i);
  g_assert_cmpuint (programme_report_get_n_findings (report), ==, PG_MAX_FINDINGS);
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_NOTE), ==, PG_MAX_FINDINGS + 50);
  /* an error finds room in a report full of warnings */
  pg_report_add (report, PROGRAMME_SEVERITY_ERROR, NULL, "one", "an error");
  g_assert_cmpuint (programme_report_get_n_findings (report), ==, PG_MAX_FINDINGS + 1);
}

static void
test_report_clean (void)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  /* "é" cut in two, a line's end, and the sign that starts a terminal's commands */
  pg_report_add (report, PROGRAMME_SEVERITY_NOTE, NULL, "clean", "caf%.1s\n\xC2\x9Bred", "é");
  g_autofree char *text = line (report, 0);
  g_assert_cmpstr (text, ==, "note: caf  red [clean]");
}

static void
test_report_unseen (void)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  PgPlace place = { .file = "a\nb.xml", .line = 2, .column = 3 };
  /* a line's end of the text, a soft hyphen, controls of direction; a joiner that Persian is spelt with, and one that
     joins nothing */
  pg_report_add (report, PROGRAMME_SEVERITY_NOTE, &place, "clean",
                 "one\u2028tw\u00ado \u202eend\u202c\u2066 می\u200cشود e\u200cf");
  g_autofree char *text = line (report, 0);
  g_assert_cmpstr (text, ==, "a b.xml:2:3: note: one two end می\u200cشود ef [clean]");
}

static void
test_nearest_word (void)
{
  const char *const words[] = { "session", "section", "slot", "break", "p", NULL };
  const char *const none[] = { NULL }, *const equals[] = { "cat", "bat", NULL };
  g_assert_cmpstr (pg_nearest_word ("sesion", words), ==, "session");
  g_assert_cmpstr (pg_nearest_word ("Section", words), ==, "section");
  g_assert_cmpstr (pg_nearest_word ("slt", words), ==, "slot");
  g_assert_cmpstr (pg_nearest_word ("dat", equals), ==, "cat"); /* the first of those equally near */
  g_assert_null (pg_nearest_word ("keyword", words));
  g_assert_null (pg_nearest_word ("", none));
  g_autofree char *endless = g_strnfill (100000, 's');
  g_assert_null (pg_nearest_word (endless, words));
}

static void
test_shorten (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < PG_MAX_PDF_CHARACTERS; i++)
    g_string_append (text, "배");
  g_autofree char *just = pg_plain_for_pdf (text->str), *none = pg_plain_for_pdf (NULL);
  g_assert_cmpstr (just, ==, text->str);
  g_assert_null (none);
  g_string_append (text, "배");
  g_autofree char *shorter = pg_plain_for_pdf (text->str);
  g_assert_cmpint (g_utf8_strlen (shorter, -1), ==, PG_MAX_PDF_CHARACTERS);
  g_assert_true (g_str_has_suffix (shorter, "배배…"));
}

static void
test_plain (void)
{
  g_autofree char *title = pg_plain_for_pdf ("\ufeffInter\u00adnational\u200b \tHarbour\u2060s\u2028\u2067مرفأ\u2069 ");
  g_assert_cmpstr (title, ==, "International Harbours مرفأ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/arena/memory", test_arena_memory);
  g_test_add_func ("/base/arena/strings", test_arena_strings);
  g_test_add_func ("/base/arena/deferred", test_arena_deferred);
  g_test_add_func ("/base/units/lengths", test_lengths);
  g_test_add_func ("/base/units/papers", test_papers);
  g_test_add_func ("/base/report/order", test_report);
  g_test_add_func ("/base/report/limit", test_report_limit);
  g_test_add_func ("/base/report/clean", test_report_clean);
  g_test_add_func ("/base/report/unseen", test_report_unseen);
  g_test_add_func ("/base/nearest-word", test_nearest_word);
  g_test_add_func ("/base/shorten", test_shorten);
  g_test_add_func ("/base/plain", test_plain);
  return g_test_run ();
}
