/* Enters: findings, and the sources that make them. Leaves: whether a finding lives on its own and knows its places, id and
   fix, and whether the list of codes is complete. */
#include "findings.h"

#include "base/limits.h"

#include <programme/programme.h>
#include <string.h>

static void
assert_place (const ProgrammeFinding *finding, guint index, guint line, guint column)
{
  const ProgrammePlace *place = programme_finding_get_place (finding, index);
  g_assert_cmpstr (programme_place_get_file (place), ==, "event.xml");
  g_assert_cmpuint (programme_place_get_line (place), ==, line);
  g_assert_cmpuint (programme_place_get_column (place), ==, column);
}

static void
test_outlives_its_report (void)
{
  ProgrammeReport *report = programme_report_new ();
  const PgPlace place = { "event.xml", 3, 4 };
  pg_report_add (report, PROGRAMME_SEVERITY_WARNING, &place, "gap", "nothing at %d\n", 9);
  g_autoptr (ProgrammeFinding) finding = programme_finding_ref (programme_report_get_finding (report, 0));
  ProgrammeFinding *boxed = g_boxed_copy (PROGRAMME_TYPE_FINDING, finding);
  g_autoptr (ProgrammePlace) kept = programme_place_ref (programme_finding_get_place (finding, 0));
  programme_report_unref (report);
  g_assert_true (boxed == finding); /* nothing changes it, so that a reference is a copy */
  g_boxed_free (PROGRAMME_TYPE_FINDING, boxed);
  g_autofree char *line = programme_finding_to_string (finding);
  g_assert_cmpstr (line, ==, "event.xml:3:4: warning: nothing at 9  [gap]");
  g_assert_cmpuint (programme_finding_get_n_places (finding), ==, 1);
  g_assert_cmpuint (programme_place_get_line (kept), ==, 3);
  g_assert_null (programme_finding_get_id (finding));
  g_assert_null (programme_finding_get_fix (finding));
}

/* The cell of a sheet is made when it is asked for. */
static void
test_cells (void)
{
  static const struct
  {
    guint row, column;
    const char *cell, *wanted;
  } cases[]
      = { { 7, 2, "Guests!", "Guests!B7" },       { 1, 26, "Guests!", "Guests!Z1" },  { 9, 27, "A!B!", "A!B!AA9" },
          { 12, 703, "Guests!", "Guests!AAA12" }, { 7, 2, "Guests!C9", "Guests!C9" }, { 7, 2, NULL, NULL } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ProgrammePlace) place
          = programme_place_new ("guests.xlsx", cases[i].row, cases[i].column, cases[i].cell);
      g_autoptr (ProgrammeFinding) finding = programme_finding_new (PROGRAMME_SEVERITY_NOTE, place, "gap", "none");
      g_assert_cmpstr (programme_place_get_cell (place), ==, cases[i].wanted);
      g_assert_true (programme_place_get_cell (place) == programme_place_get_cell (place));
      g_autofree char *line = programme_finding_to_string (finding),
                      *start = g_strconcat ("guests.xlsx:", cases[i].wanted, NULL);
      g_assert_true (g_str_has_prefix (line, start));
    }
}

static void
test_no_place (void)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  ProgrammeFinding *finding = pg_report_add (report, PROGRAMME_SEVERITY_NOTE, NULL, "unused", "somewhere");
  g_assert_cmpuint (programme_finding_get_n_places (finding), ==, 0);
  g_assert_cmpuint (programme_finding_get_line (finding), ==, 0);
  g_assert_null (programme_finding_get_file (finding));
}

/* Names that anybody chose move no cursor, end no line and turn no direction. */
static void
test_raw (void)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  const PgPlace place = { "a\033[31m\n\342\200\256b.xml", 3, 4 };
  ProgrammeFinding *finding
      = pg_report_add (report, PROGRAMME_SEVERITY_NOTE, &place, "gap", "\342\201\247S\342\200\250x\302\233\330\234y");
  g_assert_cmpstr (programme_finding_get_message (finding), ==, "S x y");
  g_assert_cmpstr (programme_finding_get_file (finding), ==, place.file);
  g_autofree char *line = programme_finding_to_string (finding);
  g_assert_cmpstr (line, ==, "a [31m b.xml:3:4: note: S x y [gap]");
}

/* Notes in any number leave room for errors; what is dropped is said. */
static void
test_dropped (void)
{
  g_autoptr (ProgrammeReport) report = programme_report_new (), all = programme_report_new ();
  PgPlace place = { "event.xml", 1, 1 };
  for (place.line = 1; place.line <= PG_MAX_FINDINGS; place.line++)
    g_assert_nonnull (pg_report_add (report, PROGRAMME_SEVERITY_NOTE, &place, "gap", "nothing"));
  g_assert_cmpuint (programme_report_get_n_dropped (report), ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_null (pg_report_add (report, PROGRAMME_SEVERITY_NOTE, NULL, "gap", "nothing %u", i));
  g_assert_nonnull (pg_report_add (report, PROGRAMME_SEVERITY_ERROR, NULL, "doctype", "no"));
  g_assert_cmpuint (programme_report_get_n_dropped (report), ==, 3);
  g_assert_cmpuint (programme_report_get_n_findings (report), ==, PG_MAX_FINDINGS + 1);
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_NOTE), ==, PG_MAX_FINDINGS + 4);
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_WARNING), ==, 1);

  /* Joining twice is joining once. */
  pg_report_join_errors (all, report);
  g_assert_cmpuint (programme_report_get_n_findings (all), ==, 1);
  g_assert_cmpuint (programme_report_get_n_dropped (all), ==, 0);
  for (guint i = 0; i < 2; i++)
    pg_report_join (all, report);
  g_assert_cmpuint (programme_report_get_n_findings (all), ==, PG_MAX_FINDINGS + 1);
  g_assert_cmpuint (programme_report_count (all, PROGRAMME_SEVERITY_NOTE), ==, PG_MAX_FINDINGS + 4);
}

/* What the checks know */

typedef struct
{
  const char *code, *id, *fix;
  guint places[3][2]; /* line and column, 0 after the last */
} Expected;

static const ProgrammeFinding *
find (const ProgrammeReport *report, const char *code)
{
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    if (strcmp (programme_finding_get_code (programme_report_get_finding (report, i)), code) == 0)
      return programme_report_get_finding (report, i);
  g_error ("no finding %s", code);
}

static void
assert_found (const char *xml, const Expected *expected, gsize n)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = read_into (xml, FINDINGS_SPEAKERS, report);
  g_assert_nonnull (event);
  for (gsize i = 0; i < n; i++)
    {
      const ProgrammeFinding *finding = find (report, expected[i].code);
      guint n_places = 0;
      for (; n_places < G_N_ELEMENTS (expected[i].places) && expected[i].places[n_places][0] > 0; n_places++)
        assert_place (finding, n_places, expected[i].places[n_places][0], expected[i].places[n_places][1]);
      g_assert_cmpuint (programme_finding_get_n_places (finding), ==, n_places);
      g_assert_cmpstr (programme_finding_get_id (finding), ==, expected[i].id);
      g_assert_cmpstr (programme_finding_get_fix (finding), ==, expected[i].fix);
    }
}

static void
test_clashes (void)
{
  assert_found ("<programme version='1' languages='en'><event><title>T</title></event>\n"
                "<people>\n<person id='moss'><name>Ada <family>Moss</family></name></person>\n"
                "<person id='mos2'><name>Ada <family>Moss</family></name></person></people>\n"
                "<rooms><room id='hall'><name>Hall</name></room></rooms><agenda>\n<day date='2025-05-06'>\n"
                "<session id='a' start='09:00' end='10:00' room='hall'><title>A</title>\n"
                "<group role='speaker'><slot who='moss'/></group></session>\n"
                "<session id='b' start='09:30' end='09:45' room='hall'><title>B</title>\n"
                "<group role='speaker'>\n <slot who='moss'/></group></session>\n"
                "<session id='c' start='11:00' end='01:00' room='hall'><title>C</title></session>\n"
                "<session start='23:00' end='01:00'><title>D</title></session></day>\n"
                "<day date='2025-05-05'><session start='09:00' end='10:00'><title>E</title></session>\n"
                "<session id='f' start='09:00' end='10:00'><title>F</title></session></day>\n"
                "<day date='2025-05-06'/></agenda></programme>",
                (const Expected[]){
                    { "room-overlap", "hall", NULL, { { 9, 17 }, { 7, 17 } } },
                    { "person-overlap", "moss", NULL, { { 11, 2 }, { 8, 23 } } },
                    { "overlap", "f", NULL, { { 15, 17 }, { 14, 33 } } },
                    { "same-name", "mos2", NULL, { { 4, 1 }, { 3, 1 } } },
                    { "gap", "c", NULL, { { 12, 17 }, { 7, 31 } } },
                    { "reversed-times", "c", NULL, { { 12, 31 }, { 12, 17 } } },
                    { "day-order", NULL, NULL, { { 14, 6 }, { 6, 6 } } },
                    { "day-twice", NULL, NULL, { { 16, 6 }, { 6, 6 } } },
                },
                8);
}

static void
test_fixes (void)
{
  assert_found ("<programme version='1' languages='en'><event><titel>T</titel><title>T</title></event>\n"
                "<rooms><room id='hall'><name>Hall</name></room>\n<room id='hall'><name>Hall</name></room></rooms>\n"
                "<agenda><day date='2025-05-06'>\n"
                "<session id='a' start='9.30' end='10:00' roomm='hall' room='halt'><title>A</title>\n"
                "<title>B</title></session></day></agenda></programme>",
                (const Expected[]){
                    { "unknown-element", NULL, "title", { { 1, 46 } } },
                    { "duplicate-id", "hall", NULL, { { 3, 7 }, { 2, 8 } } },
                    { "bad-value", "a", "09:30", { { 5, 17 } } },
                    { "unknown-attribute", "a", "room", { { 5, 42 } } },
                    { "unknown-reference", "a", "hall", { { 5, 55 } } },
                    { "duplicate-text", "a", NULL, { { 6, 1 }, { 5, 67 } } },
                },
                6);
}

/* Codes */

static void
test_enums (void)
{
  g_autoptr (GEnumClass) severities = g_type_class_ref (PROGRAMME_TYPE_SEVERITY);
  g_assert_cmpstr (g_enum_get_value (severities, PROGRAMME_SEVERITY_WARNING)->value_nick, ==, "warning");
  const GType types[] = { PROGRAMME_TYPE_ERROR, PROGRAMME_TYPE_BILINGUAL, PROGRAMME_TYPE_SORT, PROGRAMME_TYPE_PROFILE };
  const guint counts[] = { PROGRAMME_ERROR_OUTPUT + 1, PROGRAMME_BILINGUAL_EDITIONS + 1, PROGRAMME_SORT_PROTOCOL + 1,
                           PROGRAMME_PROFILE_PLAIN + 1 };
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GEnumClass) values = g_type_class_ref (types[i]);
      g_assert_cmpuint (values->n_values, ==, counts[i]);
      g_assert_cmpint (values->maximum, ==, (int) counts[i] - 1);
    }
}

/* Puts what macros stand for in their place, as in #define BAD_FONT "bad-font". */
static char *
expand (char *text)
{
  g_autoptr (GRegex) define = g_regex_new ("#define (\\w+) (\"[a-z-]+\")\n", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GString *whole = g_string_new (text);
  for (g_regex_match (define, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1), *value = g_match_info_fetch (match, 2);
      g_string_replace (whole, name, value, 0);
    }
  g_free (text);
  return g_string_free (whole, FALSE);
}

/* The code is the first string that is handed to these; those that pass a code on hand over the format "%s". */
static void
collect_codes (const char *path, GHashTable *codes)
{
  char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_autofree char *source = expand (text);
  g_autoptr (GRegex) call = g_regex_new (
      "(?:\\[PG_IMAGE_\\w+\\] = "
      "|\\b(?:pg_report_add|pg_read_fail|pg_foreign_tell|pg_foreign_fail|pg_rows_"
      "tell|programme_finding_new|tell_cell|tell_count|pg_theme_fault|fault|pg_block_leave_out) \\([^;\"{]*"
      "|\\btell_row \\([^;\"{]*\"[^\"]*\",[^;\"{]*)\"([^\"]*)\"", /* its first is the field */
      0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  for (g_regex_match (call, source, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      char *code = g_match_info_fetch (match, 1);
      if (strcmp (code, "%s") != 0 && programme_code_describe (code) == NULL)
        {
          g_test_message ("%s: “%s” is not in lib/base/codes.c", path, code);
          g_test_fail ();
        }
      g_hash_table_add (codes, code);
    }
}

static void
collect_folder (const char *folder, GHashTable *codes)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        collect_folder (path, codes);
      else if (g_str_has_suffix (name, ".c"))
        collect_codes (path, codes);
    }
}

static void
test_codes_are_those_of_the_sources (void)
{
  g_autofree char *lib = g_test_build_filename (G_TEST_DIST, "..", "lib", NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collect_folder (lib, codes);
  g_assert_cmpuint (g_hash_table_size (codes), >, 40); /* else they are not found any more */
  for (const char *const *code = programme_code_list (); *code != NULL; code++)
    if (!g_hash_table_contains (codes, *code))
      {
        g_test_message ("nothing in lib finds “%s”", *code);
        g_test_fail ();
      }
}

static void
test_codes_are_those_of_the_manual (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "bin", "programme.1", NULL), *page = NULL;
  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  char *start = strstr (page, ".Sh FINDINGS\n");
  g_assert_nonnull (start);
  char *list = strstr (start, ".It Cm "), *end = strstr (start, ".El\n");
  g_assert_true (list != NULL && end != NULL && list < end);
  *end = '\0';
  GString *expected = g_string_new (NULL), *actual = g_string_new (list);
  const char *before = "";
  for (const char *const *code = programme_code_list (); *code != NULL; code++)
    {
      g_assert_cmpstr (before, <, *code);
      g_string_append_printf (expected, ".It Cm %s %s ", *code, programme_code_describe (*code));
      before = *code;
    }
  g_string_replace (actual, "\\-", "-", 0);
  g_string_replace (actual, "\n", " ", 0);
  g_assert_cmpstr (actual->str, ==, expected->str);
  g_string_free (expected, TRUE);
  g_string_free (actual, TRUE);
  g_assert_null (programme_code_describe ("no-such-code"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/outlives", test_outlives_its_report);
  g_test_add_func ("/report/cells", test_cells);
  g_test_add_func ("/report/no-place", test_no_place);
  g_test_add_func ("/report/raw", test_raw);
  g_test_add_func ("/report/dropped", test_dropped);
  g_test_add_func ("/report/clashes", test_clashes);
  g_test_add_func ("/report/fixes", test_fixes);
  g_test_add_func ("/report/enums", test_enums);
  g_test_add_func ("/report/codes/sources", test_codes_are_those_of_the_sources);
  g_test_add_func ("/report/codes/manual", test_codes_are_those_of_the_manual);
  return g_test_run ();
}
