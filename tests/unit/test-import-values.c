/* Enters: what people write in tables: dates, times, names, headings, numbers of spreadsheets. Leaves: whether each is read as
   it is meant, and left alone where that cannot be told. */
#include "import/countries.h"
#include "import/family.h"
#include "import/headings.h"
#include "import/kinds.h"
#include "import/slugs.h"
#include "import/when.h"
#include "import/xlsx.h"

#include <string.h>

static void
test_dates (void)
{
  static const struct
  {
    const char *text, *date;
  } cases[] = { { "2031-05-06", "2031-05-06" },
                { "2031/5/6", "2031-05-06" },
                { "2031. 5. 6.(화)", "2031-05-06" },
                { "2031년 5월 6일 (화)", "2031-05-06" },
                { "2031年5月6日", "2031-05-06" },
                { "6 May 2031", "2031-05-06" },
                { "Tuesday, May 6th, 2031", "2031-05-06" },
                { "mardi 6 mai 2031", "2031-05-06" },
                { "Dienstag, 6. Mai 2031", "2031-05-06" },
                { "6 de mayo de 2031", "2031-05-06" },
                { "6 мая 2031 г.", "2031-05-06" },
                { "6 พฤษภาคม 2574", "2031-05-06" },
                { "5–6 May 2031", "2031-05-05" },
                { "16.5.2031", "2031-05-16" },
                { "5/16/2031", "2031-05-16" },
                { "6.5.31", "2031-05-06" },
                { "6 May", "2031-05-06" },
                { "5월 6일(화)", "2031-05-06" },
                { "6.5.", "2031-05-06" },
                { "Day 2", "2031-05-02" },
                { "2일차", "2031-05-02" },
                { "31 February 2031", NULL },
                { "Session 5", NULL },
                { "10:30 - 11:00", NULL },
                { "Room 7, building 9", NULL },
                { "", NULL } };
  g_autoptr (PgWhen) when = pg_when_new (NULL, "2031-05-01");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_autofree char *date = pg_when_date (when, cases[i].text, TRUE, NULL);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

/* What stands at the beginning of a paragraph. */
static void
test_prefixes (void)
{
  static const struct
  {
    const char *text, *rest;
  } cases[] = { { "09:00 – 09:30 Welcome", "Welcome" },
                { "9.30 to 10.15: Tides", "Tides" },
                { "10:15 Uhr: Kaffee", "Kaffee" },
                { "2:00 pm - 3:30 pm, Winds", "Winds" },
                { "10h30 - Pause", "Pause" },
                { "0900-1000 Winds", "Winds" },
                { "오전 9시 30분 ~ 11시\t바람", "바람" },
                { "10:00", "" },
                { "11.5.2031 is a Sunday", NULL },
                { "2031-05-06 09:00", NULL },
                { "2031 was a year", NULL },
                { "The harbour opens at 9:00", NULL },
                { "", NULL } };
  g_autoptr (PgWhen) when = pg_when_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = pg_when_prefix (when, cases[i].text);
      g_assert_cmpstr (length > 0 ? cases[i].text + length : NULL, ==, cases[i].rest);
    }
  g_assert_true (pg_when_is_near (when, "2031-05-06"));
  g_autoptr (PgWhen) may = pg_when_new (NULL, "2031-05-05");
  g_assert_true (pg_when_is_near (may, "2031-04-10"));
  g_assert_false (pg_when_is_near (may, "2031-06-06"));
}

/* What could be a time is a date among dates alone, and day and month could change places. */
static void
test_unsure_dates (void)
{
  g_autoptr (PgWhen) when = pg_when_new (NULL, "2031-01-01"), american = pg_when_new ("en-US", NULL);
  g_autofree char *rest = NULL, *first = pg_when_date (when, "2031-05-06 09:30", FALSE, &rest);
  g_assert_cmpstr (first, ==, "2031-05-06");
  g_assert_nonnull (strstr (rest, "09:30"));
  g_assert_null (pg_when_date (when, "11.10", FALSE, NULL));
  g_assert_null (pg_when_date (when, "11.10-12.30", FALSE, NULL));
  g_assert_cmpuint (pg_when_n_unsure (when), ==, 0);
  g_autofree char *european = pg_when_date (when, "05/06/2031", FALSE, NULL),
                  *other = pg_when_date (american, "05/06/2031", FALSE, NULL);
  g_assert_cmpstr (european, ==, "2031-06-05");
  g_assert_cmpstr (other, ==, "2031-05-06");
  g_assert_cmpuint (pg_when_n_unsure (when), ==, 1);
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    guint n;
    int start, end;
  } cases[] = { { "9:00", 1, 540, -1 },
                { "09:00 - 10:10", 2, 540, 610 },
                { "9.00–10.30", 2, 540, 630 },
                { "9h00 à 10h30", 2, 540, 630 },
                { "9h - 10h", 2, 540, 600 },
                { "9:00 am - 1:30 pm", 2, 540, 810 },
                { "9:00 - 10:30 p.m.", 2, 1260, 1350 },
                { "12 am", 1, 0, -1 },
                { "오전 9:00 ~ 오후 1:30", 2, 540, 810 },
                { "오후 1:30~3:00", 2, 810, 900 },
                { "下午2:00-3:30", 2, 840, 930 },
                { "09時30分～11時", 2, 570, 660 },
                { "9시 30분 ~ 11시", 2, 570, 660 },
                { "0900-1030", 2, 540, 630 },
                { "9", 1, 540, -1 },
                { "09:00:00", 1, 540, -1 },
                { "25:30", 1, 1530, -1 },
                { "99:00", 0, 0, 0 },
                { "25:99", 0, 0, 0 },
                { "morning", 0, 0, 0 },
                { "", 0, 0, 0 } };
  g_autoptr (PgWhen) when = pg_when_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int start = 0, end = 0;
      g_test_message ("%s", cases[i].text);
      guint n = pg_when_times (when, cases[i].text, &start, &end);
      g_assert_cmpuint (n, ==, cases[i].n);
      if (n == 0)
        continue;
      g_assert_cmpint (start, ==, cases[i].start);
      g_assert_cmpint (n > 1 ? end : -1, ==, cases[i].end);
    }
  g_assert_cmpuint (pg_when_minutes ("45 min"), ==, 45);
  g_assert_cmpuint (pg_when_minutes ("1:30"), ==, 90);
  g_assert_cmpuint (pg_when_minutes ("1h15"), ==, 75);
  g_assert_cmpuint (pg_when_minutes ("x"), ==, 0);
}

static void
test_families (void)
{
  static const struct
  {
    const char *name, *language, *part;
  } cases[] = { { "Aino Aalto", NULL, "Aalto" },
                { "Jan van der Berg", NULL, "van der Berg" },
                { "Aino Maria AALTO", NULL, "AALTO" },
                { "LEE Min", NULL, "LEE" },
                { "Tom Okoro Jr.", NULL, "Okoro" },
                { "한보라", NULL, "한" },
                { "남궁민수", NULL, "남궁" },
                { "한 보라", NULL, "한" },
                { "王小明", "zh-Hans", "王" },
                { "欧阳小明", "zh-Hans", "欧阳" },
                { "山田 太郎", NULL, "山田" },
                { "山田太郎", "ja", NULL },
                { "Nguyễn Thị Hoa", NULL, "Nguyễn" },
                { "Kovács Anna", "hu", "Kovács" },
                { "Иван Петров", NULL, "Петров" },
                { "Петров Иван Ильич", NULL, "Петров" },
                { "Gabriela Ruiz Soto", "es", NULL },
                { "Budi Santoso", "id", NULL },
                { "محمد علي", NULL, NULL },
                { "Madonna", NULL, NULL },
                { "", NULL, NULL } };
  g_autoptr (ProgrammeImportOptions) options = programme_import_options_new ();
  g_autoptr (PgFamily) family = pg_family_new (options);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start, length;
      g_test_message ("%s", cases[i].name);
      gboolean is_known = pg_family_find (family, cases[i].name, cases[i].language, &start, &length);
      g_autofree char *part = is_known ? g_strndup (cases[i].name + start, length) : NULL;
      g_assert_cmpstr (part, ==, cases[i].part);
    }
  g_autofree char *xml = pg_family_markup (family, "A & B Aalto", NULL, NULL);
  g_assert_cmpstr (xml, ==, "A &amp; B <family>Aalto</family>");
}

static void
test_turned (void)
{
  g_autofree char *turned = pg_name_turned ("Aalto, Aino"), *junior = pg_name_turned ("Okoro, Jr."),
                  *plain = pg_name_turned ("Aino Aalto");
  g_assert_cmpstr (turned, ==, "Aino Aalto");
  g_assert_cmpstr (junior, ==, "Okoro, Jr.");
  g_assert_cmpstr (plain, ==, "Aino Aalto");
}

static void
test_headings (void)
{
  static const struct
  {
    const char *heading;
    PgField field;
  } cases[] = { { "E-Mail-Adresse", PG_FIELD_EMAIL },
                { "first_name", PG_FIELD_GIVEN },
                { "attendee_company", PG_FIELD_ORGANISATION },
                { "소속 / Affiliation", PG_FIELD_ORGANISATION },
                { "氏名", PG_FIELD_NAME },
                { "單位", PG_FIELD_ORGANISATION },
                { "Ονοματεπώνυμο", PG_FIELD_NAME },
                { "Speaker 2", PG_FIELD_SPEAKER },
                { "البريد الإلكتروني", PG_FIELD_EMAIL },
                { "Chair(s)", PG_FIELD_CHAIR },
                { "Horário", PG_FIELD_TIME },
                { "Название", PG_FIELD_TITLE },
                { "หน่วยงาน", PG_FIELD_ORGANISATION },
                { "Họ và tên", PG_FIELD_NAME } };
  const PgHeadings *headings = pg_headings ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].heading);
      g_assert_true ((pg_headings_fields (headings, cases[i].heading) & (guint64) 1 << cases[i].field) != 0);
    }
  g_assert_true (pg_headings_fields (headings, "Wat") == 0);
  for (guint i = 0; programme_people_list_fields ()[i] != NULL; i++)
    g_assert_cmpstr (programme_people_list_fields ()[i], ==, pg_field_name (i));
}

/* Each language says each field that its file can have, so that none is forgotten. */
static void
test_languages (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "lib", "import", "headings", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;
  for (const char *name; (name = g_dir_read_name (folder)) != NULL;)
    {
      if (strcmp (name, "systems.headings") == 0 || !g_str_has_suffix (name, ".headings"))
        continue;
      g_autofree char *file = g_build_filename (path, name, NULL), *text = NULL;
      g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
      for (PgField field = 0; field < PG_N_FIELDS; field++)
        {
          g_autofree char *key = g_strdup_printf ("\n%s=", pg_field_name (field));
          gboolean is_ours = field == PG_FIELD_PERSON || field == PG_FIELD_LANGUAGES || field == PG_FIELD_QR
                             || field == PG_FIELD_SESSION;
          g_test_message ("%s: %s", name, pg_field_name (field));
          g_assert_true (is_ours || strstr (text, key) != NULL);
        }
      n++;
    }
  g_assert_cmpuint (n, ==, 28);
}

static void
test_kinds (void)
{
  g_assert_cmpstr (pg_kind_of_break ("Coffee break"), ==, "coffee");
  g_assert_cmpstr (pg_kind_of_break ("Lunch (60 min)"), ==, "lunch");
  g_assert_cmpstr (pg_kind_of_break ("점심"), ==, "lunch");
  g_assert_cmpstr (pg_kind_of_break ("茶歇"), ==, "coffee");
  g_assert_cmpstr (pg_kind_of_break ("Mittagessen"), ==, "lunch");
  g_assert_cmpstr (pg_kind_of_break ("Breaking waves"), ==, NULL);
  g_assert_cmpstr (pg_kind_of_session ("Keynote"), ==, "keynote");
  g_assert_cmpstr (pg_kind_of_session ("Oral"), ==, NULL);
}

static void
test_countries (void)
{
  static const struct
  {
    const char *name, *code;
  } cases[] = { { "Finland", "FI" },  { "Finnland", "FI" }, { "fi", "FI" },      { "FIN", "FI" },
                { "대한민국", "KR" }, { "日本", "JP" },     { "Türkiye", "TR" }, { "U.K.", "GB" },
                { "Viet Nam", "VN" }, { "Atlantis", NULL }, { "", NULL } };
  g_autoptr (PgCountries) countries = pg_countries_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (pg_countries_code (countries, cases[i].name), ==, cases[i].code);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *code, *text;
  } cases[] = { { 48000, "yyyy-mm-dd", "2031-06-01" },
                { 48000.375, "d.m.yyyy h:mm", "2031-06-01 09:00" },
                { 0.375, "h:mm AM/PM", "09:00" },
                { 0.375, "yyyy-mm-dd h:mm", "09:00" },
                { 1.0625, "[h]:mm", "25:30" },
                { 48000, "[$-412]yyyy\"년\" m\"월\" d\"일\"", "2031-06-01" },
                { 48000, "mmm", "2031-06-01" },
                { 59, "dd/mm/yyyy", "1900-02-28" },
                { 61, "dd/mm/yyyy", "1900-03-01" },
                { 7, "000", "007" },
                { 7, "\"A-\"000", "A-007" },
                { 7, "0", "7" },
                { 7, "0.00", "7" },
                { 7.5, "General", "7.5" },
                { 1e20, "yyyy", "1e+20" },
                { -1, "yyyy-mm-dd", "-1" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PgNumberFormat format = pg_number_format (cases[i].code);
      g_autofree char *text = pg_number_text (cases[i].number, &format, FALSE);
      g_test_message ("%s", cases[i].code);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
  PgNumberFormat date = pg_number_format_built_in (14);
  g_autofree char *since_1904 = pg_number_text (0, &date, TRUE);
  g_assert_cmpstr (since_1904, ==, "1904-01-01");
}

static void
test_slugs (void)
{
  static const struct
  {
    const char *name, *slug;
  } cases[] = { { "Aino Aalto", "aino-aalto" },
                { "Aino Aalto", "aino-aalto-2" },
                { "Große Halle", "grosse-halle" },
                { "한보라", "hanbola" },
                { "201", "room-201" },
                { "—", "room" },
                { "O'Neill", "oneill" } };
  g_autoptr (PgSlugs) slugs = pg_slugs_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *slug = pg_slugs_make (slugs, cases[i].name, "room");
      g_assert_cmpstr (slug, ==, cases[i].slug);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/values/dates", test_dates);
  g_test_add_func ("/values/dates/unsure", test_unsure_dates);
  g_test_add_func ("/values/prefixes", test_prefixes);
  g_test_add_func ("/values/times", test_times);
  g_test_add_func ("/values/families", test_families);
  g_test_add_func ("/values/turned", test_turned);
  g_test_add_func ("/values/headings", test_headings);
  g_test_add_func ("/values/headings/languages", test_languages);
  g_test_add_func ("/values/kinds", test_kinds);
  g_test_add_func ("/values/countries", test_countries);
  g_test_add_func ("/values/numbers", test_numbers);
  g_test_add_func ("/values/slugs", test_slugs);
  return g_test_run ();
}
