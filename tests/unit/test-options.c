/* Enters: the table of options, and values for them. Leaves: proof that each can be asked for what it is, takes what it
   should and refuses the rest, one by one, together, and for a piece. */
#include "option/options.h"
#include "option/pages.h"

#include <programme/programme.h>
#include <string.h>

static const ProgrammeOption *
option_named (const char *name)
{
  g_autofree const ProgrammeOption **options = programme_option_list (NULL);
  for (guint i = 0; options[i] != NULL; i++)
    if (strcmp (programme_option_get_name (options[i]), name) == 0)
      return options[i];
  g_error ("there is no option %s", name);
}

static gboolean
piece_has (const char *piece, const char *name)
{
  g_autofree const ProgrammeOption **options = programme_option_list (piece);
  for (guint i = 0; options[i] != NULL; i++)
    if (strcmp (programme_option_get_name (options[i]), name) == 0)
      return TRUE;
  return FALSE;
}

static void
test_table (void)
{
  g_autofree const ProgrammeOption **options = programme_option_list (NULL);
  guint n = 0, letters = 0;
  for (; options[n] != NULL; n++)
    {
      const ProgrammeOption *option = options[n];
      g_autofree const char **values = programme_option_list_values (option, NULL);
      gboolean is_choice = programme_option_get_kind (option) == PROGRAMME_OPTION_KIND_CHOICE
                           || programme_option_get_kind (option) == PROGRAMME_OPTION_KIND_CHOICES;
      gboolean is_flag = programme_option_get_kind (option) == PROGRAMME_OPTION_KIND_FLAG;
      g_assert_cmpuint (strlen (programme_option_get_help (option)), >, 10);
      g_assert_true (is_flag == (programme_option_get_metavariable (option) == NULL));
      g_assert_true (is_choice == (values[0] != NULL));
      for (guint i = 0; values[i] != NULL; i++)
        g_assert_nonnull (programme_option_get_value_help (option, values[i]));
      letters += programme_option_get_letter (option) != 0;
    }
  g_assert_cmpuint (n, ==, PG_N_OPTIONS);
  g_assert_cmpuint (letters, ==, 3);
}

static void
test_sort (void)
{
  const ProgrammeOption *sort = option_named ("sort");
  g_autofree const char **values = programme_option_list_values (sort, NULL);
  g_assert_cmpint (programme_option_get_kind (sort), ==, PROGRAMME_OPTION_KIND_CHOICE);
  g_assert_cmpstr (programme_option_get_default (sort), ==, "name");
  g_assert_cmpstr (values[1], ==, "country");
  g_assert_cmpstr (programme_option_get_value_help (sort, "country"), ==, "by country, then by family name");
  g_assert_null (programme_option_get_value_help (sort, "colour"));
  g_assert_cmpstr (programme_option_list_pieces (sort)[0], ==, "speakers");
  g_assert_null (programme_option_list_pieces (sort)[1]);
  g_assert_true (piece_has ("speakers", "sort"));
  g_assert_false (piece_has ("agenda", "sort"));
  g_assert_true (piece_has ("agenda", "paper"));
  g_assert_true (programme_option_is_for_writing (option_named ("dpi")));
  g_assert_false (programme_option_is_for_writing (sort));
}

/* An enumeration's type knows the same words as the table. */
static void
test_types (void)
{
  const struct
  {
    const char *name;
    GType type;
  } cases[]
      = { { "sort", PROGRAMME_TYPE_SORT }, { "profile", PROGRAMME_TYPE_PROFILE }, { "format", PROGRAMME_TYPE_FORMAT } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GEnumClass *class = g_type_class_ref (cases[i].type);
      const ProgrammeOption *option = option_named (cases[i].name);
      g_autofree const char **values = programme_option_list_values (option, NULL);
      g_assert_cmpuint (class->n_values, ==, g_strv_length ((char **) values));
      for (guint j = 0; values[j] != NULL; j++)
        {
          const GEnumValue *value = g_enum_get_value_by_nick (class, values[j]);
          g_assert_nonnull (value);
          g_assert_cmpstr (pg_option_word (option, value->value), ==, values[j]);
        }
      g_type_class_unref (class);
    }
  g_assert_cmpstr (g_type_name (PROGRAMME_TYPE_OPTION_KIND), ==, "ProgrammeOptionKind");
  g_assert_true (g_type_is_a (PROGRAMME_TYPE_OPTION, G_TYPE_BOXED));
}

/* A list is given as what it is; by name it is refused, and taken away. */
static void
test_people (void)
{
  g_autoptr (ProgrammePeople) people = programme_people_new ();
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GError) error = NULL, other = NULL;
  g_assert_false (programme_options_set (options, "people", "guests.csv", &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_nonnull (strstr (error->message, "programme_options_set_people()"));
  programme_options_set_people (options, people);
  programme_options_set_people (options, people);
  g_autoptr (ProgrammeOptions) copy = pg_options_copy (options, "plates"),
                               without = pg_options_copy (options, "agenda");
  g_assert_true (pg_options_people (options) == people && pg_options_people (copy) == people);
  g_assert_null (pg_options_people (without));
  g_assert_true (programme_options_check (options, "plates", NULL));
  g_assert_false (programme_options_check (options, "agenda", &other));
  g_assert_nonnull (strstr (other->message, "people goes with"));
  g_assert_true (programme_options_set (options, "people", NULL, NULL));
  g_assert_null (pg_options_people (options));
  g_assert_false (pg_options_has (options, PG_OPTION_PEOPLE));
}

static void
assert_kinds (const char *piece, const char *value, const char *wanted)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GError) error = NULL;
  g_assert_false (programme_options_set_for (options, piece, "kind", value, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_cmpstr (error->message, ==, wanted);
}

/* Of what a piece takes its own is told, and all where the piece is not known or takes none; what is another's is set. */
static void
test_kinds (void)
{
  assert_kinds ("plates", "tnt", "kind takes tent, delegation, lectern or table, not “tnt”; did you mean “tent”?");
  assert_kinds ("signs", "tnt", "kind takes door, session, board, direction, notice, welcome or screen, not “tnt”");
  const char *any = "kind takes door, session, board, direction, notice, welcome, screen, tent, delegation, lectern or "
                    "table, not “xyzzy”";
  assert_kinds (NULL, "xyzzy", any);
  assert_kinds ("agenda", "xyzzy", any);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GError) error = NULL;
  g_assert_true (programme_options_set_for (options, "plates", "kind", "door", NULL));
  g_assert_false (programme_options_check (options, "plates", &error));
  g_assert_cmpstr (error->message, ==, "kind=door goes with signs, not with plates");
}

static void
assert_set (const char *name, const char *value)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GError) error = NULL;
  g_assert_true (programme_options_set (options, name, value, &error));
  g_assert_no_error (error);
  g_autofree char *back = programme_options_get (options, name);
  g_assert_cmpstr (back, ==, value);
  g_assert_true (programme_options_set (options, name, NULL, &error));
  g_autofree char *standard = programme_options_get (options, name);
  g_assert_cmpstr (standard, ==, programme_option_get_default (option_named (name)));
}

/* What is refused changes nothing, and its message begins with the name. */
static void
assert_not_set (const char *name, const char *value, const char *words)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GError) error = NULL;
  g_assert_false (programme_options_set (options, name, value, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, name));
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (programme_options_check (options, NULL, NULL));
}

static void
test_values (void)
{
  static const char *const good[][2] = { { "sort", "session" },
                                         { "paper", "a5" },
                                         { "paper", "90x55mm" },
                                         { "languages", "en" },
                                         { "languages", "en,ko" },
                                         { "pages", "1-3,5" },
                                         { "dpi", "96" },
                                         { "date", "2031-05-05" },
                                         { "date", "1935705600" },
                                         { "embed-source", "yes" },
                                         { "embed-source", "no" },
                                         { "fonts", "folder" },
                                         { "bilingual", "editions" },
                                         { "format", "png" },
                                         { "output-intent", "a.icc" },
                                         { "sheet", "sra3" },
                                         { "sheet", "12x18in" },
                                         { "caliper", "0.1mm" },
                                         { "grid", "2x4" },
                                         { "marks", "fold,sheet" },
                                         { "marks", "none" } };
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_set (good[i][0], good[i][1]);
  assert_not_set ("caliper", "-1mm", "a length such as 0.1mm, of at most 100 mm");
  assert_not_set ("caliper", "101mm", "not “101mm”");
  assert_not_set ("grid", "2x0", "columns and rows such as 2x4, of at most 100");
  assert_not_set ("grid", "2x4x2", "not “2x4x2”");
  assert_not_set ("marks", "fold,none", "none goes with no other");
  assert_not_set ("marks", "fold,", "marks takes fold, crop, collation, sheet or none, not “”");
  assert_not_set ("sort", "contry",
                  "sort takes name, country, session or protocol, not “contry”; did you mean “country”?");
  assert_not_set ("sort", "", "not “”");
  assert_not_set ("format", "pgn", "did you mean “png”?");
  assert_not_set ("paper", "A9", "A0 to A7, Letter, Legal, Tabloid");
  assert_not_set ("languages", "en,EN", "the same language twice");
  assert_not_set ("languages", "en,", "missing beside the comma");
  assert_not_set ("languages", "", "one language or two");
  assert_not_set ("languages", "en,ko,fr", "not 3");
  assert_not_set ("pages", "3-1", "numbers of pages");
  assert_not_set ("dpi", "0", "a whole number from 1");
  assert_not_set ("dpi", "72.5", "a whole number from 1");
  assert_not_set ("date", "2031-02-29", "a date such as 2031-05-05");
  assert_not_set ("date", "253402300800", "seconds since 1970");
  assert_not_set ("embed-source", "perhaps", "yes or no");
  assert_not_set ("output-intent", "", "the path of a file");
  assert_not_set ("srot", "name", "srot is no option; did you mean “sort”?");
}

static void
assert_date (const char *text, gint64 seconds)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_assert_true (programme_options_set (options, "date", text, NULL));
  g_assert_cmpint (pg_options_number (options, PG_OPTION_DATE), ==, seconds);
}

static void
test_dates (void)
{
  assert_date ("0", 0);
  assert_date ("1970-01-02", 86400);
  assert_date ("1970-01-02T01:00:00", 90000);
  assert_date ("1970-01-02T01:00:00Z", 90000);
  assert_date ("1970-01-02T01:00:00+09:00", 57600);
  assert_date ("20310505", 20310505); /* digits alone are seconds */
  assert_date ("9999-12-31T23:59:59Z", 253402300799);
}

typedef void (*Prepare) (ProgrammeOptions *options);

static void
assert_refused (Prepare prepare, const char *piece, const char *words)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GError) error = NULL;
  prepare (options);
  g_assert_false (programme_options_check (options, piece, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_false (programme_options_check (options, piece, NULL));
}

static void
sort_by_nothing (ProgrammeOptions *options)
{
  programme_options_set_sort (options, (ProgrammeSort) 99);
}

static void
no_profile (ProgrammeOptions *options)
{
  programme_options_set_profile (options, (ProgrammeProfile) 42);
}

static void
no_way (ProgrammeOptions *options)
{
  programme_options_set_bilingual (options, (ProgrammeBilingual) 17);
}

static void
twice (ProgrammeOptions *options)
{
  programme_options_set_languages (options, "en", "en");
}

static void
only_second (ProgrammeOptions *options)
{
  programme_options_set_languages (options, NULL, "ko");
}

static void
before_time (ProgrammeOptions *options)
{
  programme_options_set_date (options, -1);
}

static void
by_country (ProgrammeOptions *options)
{
  programme_options_set_sort (options, PROGRAMME_SORT_COUNTRY);
}

static void
columns_of_one (ProgrammeOptions *options)
{
  programme_options_set_languages (options, "en", NULL);
  programme_options_set_bilingual (options, PROGRAMME_BILINGUAL_PARALLEL);
}

static void
press_without_profile (ProgrammeOptions *options)
{
  programme_options_set_profile (options, PROGRAMME_PROFILE_PRESS);
}

static void
picture_for_press (ProgrammeOptions *options)
{
  press_without_profile (options);
  programme_options_set_output_intent (options, "press.icc");
  g_assert_true (programme_options_check (options, "agenda", NULL));
  g_assert_true (programme_options_set (options, "format", "png", NULL));
}

static void
dots_of_svg (ProgrammeOptions *options)
{
  g_assert_true (programme_options_set (options, "dpi", "72", NULL));
  g_assert_true (programme_options_set (options, "format", "svg", NULL));
}

static void
test_checks (void)
{
  assert_refused (sort_by_nothing, "speakers", "sort takes name, country, session or protocol, not “99”");
  assert_refused (no_profile, "agenda", "profile takes accessible, press or plain, not “42”");
  assert_refused (no_way, "agenda", "bilingual takes stacked, parallel, headings or editions, not “17”");
  assert_refused (twice, "agenda", "languages=en,en: it names the same language twice");
  assert_refused (only_second, "agenda", "a language is missing beside the comma");
  assert_refused (before_time, "agenda", "date takes a date such as 2031-05-05");
  assert_refused (by_country, "agenda", "sort goes with speakers, not with agenda");
  assert_refused (columns_of_one, "agenda", "bilingual says how two languages are printed");
  assert_refused (press_without_profile, "agenda", "profile=press needs output-intent=FILE.icc");
  assert_refused (picture_for_press, "agenda", "profile=press goes with format=pdf: presses take no pictures");
  assert_refused (dots_of_svg, "agenda", "dpi goes with format=png: no other has dots");
}

/* A fault goes when a right value comes. */
static void
test_fault_is_mended (void)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  programme_options_set_paper (options, "A9");
  g_assert_false (programme_options_check (options, NULL, NULL));
  programme_options_set_paper (options, "A6");
  g_assert_true (programme_options_check (options, NULL, NULL));
  sort_by_nothing (options);
  g_assert_true (programme_options_set (options, "sort", NULL, NULL));
  g_assert_true (programme_options_check (options, "agenda", NULL));
}

/* A copy is without what the piece does not have. */
static void
test_copy (void)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  by_country (options);
  programme_options_set_languages (options, "en", "ko");
  programme_options_set_paper (options, "A9");
  g_autoptr (ProgrammeOptions) copy = pg_options_copy (options, "agenda");
  g_assert_false (pg_options_has (copy, PG_OPTION_SORT));
  g_assert_cmpint (pg_options_number (copy, PG_OPTION_SORT), ==, PROGRAMME_SORT_NAME);
  g_assert_cmpstr (pg_options_languages (copy)[1], ==, "ko");
  g_assert_false (programme_options_check (copy, NULL, NULL));
  g_autoptr (ProgrammeOptions) none = pg_options_copy (NULL, "agenda");
  g_assert_cmpint (pg_options_number (none, PG_OPTION_DPI), ==, 150);
}

static void
assert_pages (const char *text, const char *wanted, guint missing)
{
  gboolean marked[6] = { FALSE };
  g_assert_cmpuint (pg_pages_mark (text, marked, G_N_ELEMENTS (marked)), ==, missing);
  for (guint i = 0; missing == 0 && i < G_N_ELEMENTS (marked); i++)
    g_assert_true (marked[i] == (wanted[i] == 'x'));
}

static void
test_pages (void)
{
  assert_pages (NULL, "xxxxxx", 0);
  assert_pages ("3", "--x---", 0);
  assert_pages ("1-3,5", "xxx-x-", 0);
  assert_pages ("6,1", "x----x", 0);
  assert_pages ("5-9", NULL, 7);
  assert_pages ("8-9", NULL, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/options/people", test_people);
  g_test_add_func ("/options/kinds", test_kinds);
  g_test_add_func ("/options/table", test_table);
  g_test_add_func ("/options/sort", test_sort);
  g_test_add_func ("/options/types", test_types);
  g_test_add_func ("/options/values", test_values);
  g_test_add_func ("/options/dates", test_dates);
  g_test_add_func ("/options/checks", test_checks);
  g_test_add_func ("/options/fault-is-mended", test_fault_is_mended);
  g_test_add_func ("/options/copy", test_copy);
  g_test_add_func ("/options/pages", test_pages);
  return g_test_run ();
}
