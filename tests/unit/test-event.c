/* Enters: events made by hand. Leaves: whether texts, overrides, dates and times come out as they should. */
#include "event/dates.h"
#include "event/formats.h"
#include "event/times.h"
#include "event/zones.h"
#include "event/event.h"
#include "event/names.h"

#include <gio/gio.h>
#include <string.h>

static ProgrammeEvent *
new_event (void)
{
  return pg_event_new ("event.xml", NULL);
}

static PgDay *
add_day (ProgrammeEvent *event, int year, int month, int day)
{
  PgDay *added = pg_arena_new0 (event->arena, PgDay);
  added->year = year;
  added->month = month;
  added->day = day;
  added->number = event->days->len + 1;
  g_ptr_array_add (event->days, added);
  return added;
}

static void
add_version (ProgrammeEvent *event, PgText *text, const char *language, const char *string)
{
  PgText *other = pg_text_new (event->arena, language, string, NULL);
  g_ptr_array_add (text->versions, g_ptr_array_index (other->versions, 0));
}

/* Texts */

static void
test_lookup (void)
{
  g_autoptr (ProgrammeEvent) event = new_event ();
  PgText *text = pg_text_new (event->arena, "en", "Port", NULL);
  add_version (event, text, "pt-BR", "Porto");
  add_version (event, text, "pt", "Cais");
  g_assert_cmpstr (pg_text_lookup (text, "en")->string, ==, "Port");
  g_assert_cmpstr (pg_text_lookup (text, "en-GB")->string, ==, "Port");
  g_assert_cmpstr (pg_text_lookup (text, "PT")->string, ==, "Cais");
  g_assert_cmpstr (pg_text_lookup (text, "pt-PT")->string, ==, "Porto"); /* the first of that language */
  g_assert_null (pg_text_lookup (text, "ko"));
  g_assert_null (pg_text_lookup (text, "p"));
  g_assert_null (pg_text_lookup (NULL, "en"));
  g_assert_cmpstr (pg_text_get (text, "ko")->string, ==, "Port");
  g_assert_null (pg_text_get (NULL, "ko"));
}

static void
test_new_text (void)
{
  g_autoptr (ProgrammeEvent) event = new_event ();
  const PgPlace place = { "event.xml", 3, 4 };
  const PgVersion *version = pg_text_get (pg_text_new (event->arena, "fr", "Café", &place), "fr");
  g_assert_cmpuint (version->n_spans, ==, 1);
  g_assert_cmpuint (version->spans[0].start, ==, 0);
  g_assert_cmpuint (version->spans[0].end, ==, 5); /* C, a, f and two bytes of é */
  g_assert_cmpuint (version->place.column, ==, 4);
}

static void
test_family_name (void)
{
  PgSpan spans[] = { { 0, 4, 0, NULL, NULL }, { 4, 9, PG_SPAN_FAMILY, NULL, NULL }, { 9, 13, 0, NULL, NULL } };
  PgVersion name = { .language = "en", .string = "Ana Rivera Jr", .spans = spans, .n_spans = 3 };
  spans[1].end = 10;
  spans[2].start = 10;
  g_autofree char *family = pg_version_family_name (&name);
  g_assert_cmpstr (family, ==, "Rivera");
  spans[1].flags = 0;
  g_autofree char *whole = pg_version_family_name (&name);
  g_assert_cmpstr (whole, ==, "Ana Rivera Jr");
}

/* The public face */

static void
test_title (void)
{
  g_autoptr (ProgrammeEvent) event = new_event ();
  g_assert_cmpstr (programme_event_get_title (event, NULL), ==, "");
  g_assert_cmpstr (programme_event_get_languages (event)[0], ==, "en");
  g_assert_null (programme_event_get_languages (event)[1]);
  event->title = pg_text_new (event->arena, "en", "Harbours", NULL);
  add_version (event, event->title, "ko", "항구");
  g_assert_cmpstr (programme_event_get_title (event, NULL), ==, "Harbours");
  g_assert_cmpstr (programme_event_get_title (event, "ko"), ==, "항구");
  g_assert_cmpstr (programme_event_get_title (event, "th"), ==, "Harbours");
  g_assert_true (programme_event_ref (event) == event);
  programme_event_unref (event);
}

static void
test_overrides (void)
{
  g_autoptr (ProgrammeEvent) event = new_event ();
  PgText *chief = pg_text_new (event->arena, "en", "Chief", NULL);
  PgOrganisation port = { .id = "port", .country = "FI" }, forum = { .id = "forum" };
  PgPerson person = { .id = "a", .organisation = &port, .position = chief };
  PgSlot slot = { .people = NULL };
  g_assert_true (pg_slot_organisation (&slot, &person) == &port);
  g_assert_cmpstr (pg_slot_country (&slot, &person), ==, "FI");
  g_assert_true (pg_slot_position (&slot, &person) == chief);
  person.country = "SE";
  g_assert_cmpstr (pg_slot_country (&slot, &person), ==, "SE");
  slot.organisation = &forum;
  g_assert_true (pg_slot_organisation (&slot, &person) == &forum);
  g_assert_cmpstr (pg_slot_country (&slot, &person), ==, "SE"); /* the forum has none */
  slot.organisation = &port;
  g_assert_cmpstr (pg_slot_country (&slot, &person), ==, "FI"); /* who speaks for the port comes from there */
  slot.country = "KR";
  g_assert_cmpstr (pg_slot_country (&slot, &person), ==, "KR");
  slot.no_organisation = TRUE;
  g_assert_null (pg_slot_organisation (&slot, &person));
  PgText nothing = { pg_arena_array (event->arena) };
  slot.position = &nothing;
  g_assert_null (pg_slot_position (&slot, &person));
}

/* Dates */

/* Takes text, which is one of the forms in expected; bars stand between these. */
static void
assert_text (char *text, const char *expected)
{
  g_auto (GStrv) forms = g_strsplit (expected, "|", -1);
  if (!g_strv_contains ((const char *const *) forms, text))
    g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_day_numbers (void)
{
  g_assert_cmpint (pg_day_number (1970, 1, 1), ==, 0);
  g_assert_cmpint (pg_day_number (1969, 12, 31), ==, -1);
  g_assert_cmpint (pg_day_number (2024, 9, 3), ==, 19969);
  g_assert_cmpint (pg_day_number (2024, 2, 29), ==, 19782);
  g_assert_cmpint (pg_day_number (2023, 2, 29), ==, G_MININT);
  g_assert_cmpint (pg_day_number (2024, 13, 1), ==, G_MININT);
  g_assert_cmpint (pg_day_number (2024, 1, 257), ==, G_MININT); /* 257 is 1 in eight bits */
  g_assert_cmpint (pg_day_number (0, 0, 0), ==, G_MININT);
}

static void
test_date_ranges (void)
{
  g_autoptr (ProgrammeEvent) event = new_event ();
  assert_text (pg_dates_format (event, "en"), "");
  add_day (event, 2024, 9, 30);
  assert_text (pg_dates_format (event, "en"), "30 September 2024");
  PgDay *last = add_day (event, 2024, 10, 2);
  assert_text (pg_dates_format (event, "en"), "30 September – 2 October 2024");
  add_day (event, 2024, 10, 1);
  assert_text (pg_dates_format (event, "en"), "30 September – 2 October 2024");
  last->month = 9;
  last->day = 29;
  event->days->len = 2;
  assert_text (pg_dates_format (event, "en"), "29–30 September 2024");
}

static void
test_digits (void)
{
  static const struct
  {
    const char *language;
    gunichar zero;
  } expected[] = { { "th", 0x0E50 }, { "lo", 0x0ED0 },   { "km", 0x17E0 }, { "my", 0x1040 }, { "ar", 0x0660 },
                   { "en", '0' },    { "zh-Hant", '0' }, { "ja", '0' },    { "he", '0' },    { "vi", '0' } };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmphex (pg_language_zero (expected[i].language), ==, expected[i].zero);
  g_autoptr (ProgrammeEvent) event = new_event ();
  g_assert_cmpstr (pg_figures (event->arena, "18 มิถุนายน 2569", 0x0E50), ==, "๑๘ มิถุนายน ๒๕๖๙");
  g_assert_cmpstr (pg_figures (event->arena, "09:30", '0'), ==, "09:30");
  g_assert_cmpstr (pg_figures (event->arena, "", 0x0660), ==, "");
}

static void
add_format (ProgrammeEvent *event, const char *language, const char *date)
{
  PgFormat *format = pg_arena_new0 (event->arena, PgFormat);
  format->language = language;
  format->date = date;
  g_ptr_array_add (event->formats, format);
}

static void
test_formats (void)
{
  g_autoptr (ProgrammeEvent) event = new_event ();
  const PgDay *day = add_day (event, 2026, 6, 18);
  event->date_pattern = "d MMM y";
  add_format (event, "pt-BR", "d/M/y");
  add_format (event, "pt", "d.M.y");
  add_format (event, "ko", "y년 M월 d일 EEEE");
  add_format (event, "fr", NULL);
  assert_text (pg_date_format (event, day, PG_DATE_HEAD, "en"), "18 Jun 2026");
  assert_text (pg_date_format (event, day, PG_DATE_HEAD, "ko"), "2026년 6월 18일 목요일");
  assert_text (pg_date_format (event, day, PG_DATE_HEAD, "pt-BR"), "18/6/2026");
  assert_text (pg_date_format (event, day, PG_DATE_HEAD, "pt-PT"), "18/6/2026"); /* the first of that language */
  assert_text (pg_date_format (event, day, PG_DATE_HEAD, "pt"), "18.6.2026");
  assert_text (pg_date_format (event, day, PG_DATE_HEAD, "fr"), "Jeudi 18 juin 2026");
  add_format (event, "en", "y");
  assert_text (pg_date_format (event, day, PG_DATE_HEAD, "en"), "2026"); /* above date-pattern */
}

/* Times in a second zone, in summer and winter and in the night in which the clocks change. */
static void
test_second_zone (void)
{
  g_autoptr (ProgrammeEvent) event = new_event ();
  static const struct
  {
    const char *first, *second;
    int month, day, minute, expected;
  } times[] = {
    { "Asia/Seoul", "Europe/Paris", 7, 1, 9 * 60, 2 * 60 },
    { "Asia/Seoul", "Europe/Paris", 12, 1, 9 * 60, 60 },
    { "Asia/Seoul", "America/New_York", 7, 1, 9 * 60, -4 * 60 }, /* the evening before */
    { "America/New_York", "Asia/Seoul", 7, 1, 20 * 60, 33 * 60 },
    { "Asia/Seoul", "Asia/Kathmandu", 7, 1, 9 * 60, 5 * 60 + 45 },
    { "Asia/Seoul", "Europe/Paris", 3, 31, 9 * 60 + 59, 59 + 60 }, /* 01:59 CET */
    { "Asia/Seoul", "Europe/Paris", 3, 31, 10 * 60, 3 * 60 },      /* 03:00 CEST */
    { "Europe/Paris", "Asia/Seoul", 3, 31, 1 * 60, 9 * 60 },
    { "Europe/Paris", "Asia/Seoul", 3, 31, 4 * 60, 11 * 60 },
    { "Europe/Paris", "Asia/Seoul", 3, 30, 28 * 60, 35 * 60 } /* the same, said of the day before */
  };
  int minute;
  PgDay *day = add_day (event, 2024, 1, 1);
  g_assert_false (pg_second_zone_minute (event, day, 0, &minute));
  g_assert_null (pg_second_zone_format (event, day, "en"));
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      event->timezone = times[i].first;
      event->second_timezone = times[i].second;
      day->month = times[i].month;
      day->day = times[i].day;
      g_assert_true (pg_second_zone_minute (event, day, times[i].minute, &minute));
      g_assert_cmpint (minute, ==, times[i].expected);
    }
  event->second_timezone = "Europe/London";
  assert_text (pg_second_zone_format (event, day, "en"), "GMT");
  day->month = 7;
  assert_text (pg_second_zone_format (event, day, "en"), "BST");
  event->second_zone_label = "London";
  assert_text (pg_second_zone_format (event, day, "en"), "London");
}

static void
test_unknown_date (void)
{
  g_autoptr (ProgrammeEvent) event = new_event ();
  const PgDay *day = add_day (event, 0, 0, 0);
  event->timezone = "Asia/Seoul";
  assert_text (pg_date_format (event, day, PG_DATE_HEAD, "en"), "0000-00-00");
  assert_text (pg_dates_format (event, "en"), "0000-00-00");
  g_assert_null (pg_zone_format (event, day, "en"));
}

/* Times. \u2007 is the figure space, \u00A0 the no-break space. */

static void
test_times (void)
{
  static const struct
  {
    PgTimeStyle style;
    int minute;
    const char *text;
  } expected[] = { { PG_TIMES_0900, 540, "09:00" },
                   { PG_TIMES_0900, 1530, "01:30" },
                   { PG_TIMES_THEME, 615, "10:15" },
                   { PG_TIMES_0900, 1440, "00:00" },
                   { PG_TIMES_900, 540, "\u20079:00" },
                   { PG_TIMES_900, 615, "10:15" },
                   { PG_TIMES_900, 1530, "\u20071:30" },
                   { PG_TIMES_9H00, 540, "\u20079h00" },
                   { PG_TIMES_9H00, 1005, "16h45" },
                   { PG_TIMES_9DOT00, 545, "\u20079.05" },
                   { PG_TIMES_12H, 540, "\u20079:00\u00A0am" },
                   { PG_TIMES_12H, 720, "12:00\u00A0pm" },
                   { PG_TIMES_12H, 15, "12:15\u00A0am" },
                   { PG_TIMES_12H, 1380, "11:00\u00A0pm" },
                   { PG_TIMES_12H, 1530, "\u20071:30\u00A0am" } };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_text (pg_time_format (expected[i].style, expected[i].minute, "en"), expected[i].text);
  assert_text (pg_time_format (PG_TIMES_12H, 540, "ko"), "오전 9:00");
  assert_text (pg_time_format (PG_TIMES_9H00, 540, "ko"), "\u20079h00");
}

static void
test_zones (void)
{
  g_autoptr (ProgrammeEvent) event = new_event ();
  PgDay *summer = add_day (event, 2024, 7, 1), *winter = add_day (event, 2024, 12, 1);
  g_assert_null (pg_zone_format (event, summer, "en"));
  event->timezone = "Europe/London";
  assert_text (pg_zone_format (event, summer, "en"), "BST");
  assert_text (pg_zone_format (event, winter, "en"), "GMT");
  event->timezone = "Asia/Seoul";
  assert_text (pg_zone_format (event, summer, "en"), "GMT+9");
  event->zone_label = "KST";
  assert_text (pg_zone_format (event, summer, "en"), "KST");
  summer->zone_label = "local time";
  assert_text (pg_zone_format (event, summer, "en"), "local time");
  g_assert_true (pg_zone_exists ("America/Argentina/Buenos_Aires"));
  g_assert_false (pg_zone_exists ("Asia/Soul"));
  assert_text (pg_zone_nearest ("Asia/Soul"), "Asia/Seoul");
  assert_text (pg_zone_nearest ("helsinki"), "Europe/Helsinki");
  g_assert_null (pg_zone_nearest (""));
}

/* Each thread has its own formats; both must give the same. */
static gpointer
format_much (gpointer data)
{
  static const char *const languages[] = { "en", "ko", "fr", "th", "ar", "ja" };
  ProgrammeEvent *event = data;
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < 300; i++)
    {
      const PgDay *day = g_ptr_array_index (event->days, i % event->days->len);
      g_autofree char *pattern = g_strnfill (1 + i % 20, 'M'); /* more formats than a thread keeps */
      g_autofree char *date = pg_date_format (event, day, PG_DATE_HEAD, languages[i % 6]);
      g_autofree char *other = pg_icu_format (languages[i % 6], "gregorian", pattern, "UTC", pg_day_moment (day));
      g_string_append_printf (all, "%s %s\n", date, other);
    }
  return g_string_free (all, FALSE);
}

static void
test_threads (void)
{
  g_autoptr (ProgrammeEvent) event = new_event ();
  for (int i = 1; i <= 28; i++)
    add_day (event, 2024, 2, i);
  GThread *one = g_thread_new ("one", format_much, event), *two = g_thread_new ("two", format_much, event);
  g_autofree char *first = g_thread_join (one), *second = g_thread_join (two), *third = format_much (event);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, ==, third);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event/text/lookup", test_lookup);
  g_test_add_func ("/event/text/new", test_new_text);
  g_test_add_func ("/event/text/family-name", test_family_name);
  g_test_add_func ("/event/title", test_title);
  g_test_add_func ("/event/overrides", test_overrides);
  g_test_add_func ("/event/dates/numbers", test_day_numbers);
  g_test_add_func ("/event/dates/range", test_date_ranges);
  g_test_add_func ("/event/dates/digits", test_digits);
  g_test_add_func ("/event/dates/formats", test_formats);
  g_test_add_func ("/event/zones/second", test_second_zone);
  g_test_add_func ("/event/dates/unknown", test_unknown_date);
  g_test_add_func ("/event/times", test_times);
  g_test_add_func ("/event/zones", test_zones);
  g_test_add_func ("/event/threads", test_threads);
  return g_test_run ();
}
