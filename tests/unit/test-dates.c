/* Enters: days, languages, patterns, calendars. Leaves: whether dates, ranges of dates and times of day come out as those who
   write the language have them. */
#include "event/dates.h"
#include "event/names.h"
#include "event/patterns.h"
#include "event/times.h"
#include "event/zones.h"

typedef struct
{
  const char *language, *text;
} Said;

static ProgrammeEvent *
event_of (const PgDay *days, guint n_days, const char *language)
{
  ProgrammeEvent *event = pg_event_new ("dates.xml", NULL);
  g_strfreev (event->languages);
  event->languages = g_strsplit (language, " ", -1);
  for (guint i = 0; i < n_days; i++)
    g_ptr_array_add (event->days, (gpointer) &days[i]);
  return event;
}

static PgDay
day_of (int year, int month, int day)
{
  return (PgDay){ .year = year, .month = month, .day = day };
}

static void
assert_range (PgDay first, PgDay last, const char *language, const char *text)
{
  const PgDay days[] = { first, last };
  g_autoptr (ProgrammeEvent) event = event_of (days, 2, language);
  g_autofree char *said = pg_dates_format (event, language);
  g_assert_cmpstr (said, ==, text);
}

static void
test_ranges (void)
{
  static const Said in_month[] = { { "en", "1–2 October 2026" },
                                   { "en-US", "October 1–2, 2026" },
                                   { "en-CA", "October 1–2, 2026" },
                                   { "en-AU", "1–2 October 2026" },
                                   { "fr", "1er–2 octobre 2026" },
                                   { "de", "1.–2. Oktober 2026" },
                                   { "es-MX", "1–2 de octubre de 2026" },
                                   { "pt", "1–2 de outubro de 2026" },
                                   { "pt-BR", "1º–2 de outubro de 2026" },
                                   { "it", "1–2 ottobre 2026" },
                                   { "el", "1η–2 Οκτωβρίου 2026" },
                                   { "pl", "1–2 października 2026 r." },
                                   { "ru", "1–2 октября 2026 г." },
                                   { "uk", "1–2 жовтня 2026 р." },
                                   { "tr", "1–2 Ekim 2026" },
                                   { "he", "1–2 באוקטובר 2026" },
                                   { "ar", "1–2 أكتوبر 2026" },
                                   { "fa", "1 تا 2 اکتبر 2026" },
                                   { "hi", "1–2 अक्तूबर 2026" },
                                   { "fi", "1.–2. lokakuuta 2026" },
                                   { "ja", "2026年10月1日～2日" },
                                   { "zh-Hans", "2026年10月1日至2日" },
                                   { "ko", "2026. 10. 1.~2." },
                                   { "vi", "Ngày 01 – 02 tháng 10 năm 2026" },
                                   { "id", "1–2 Oktober 2026" },
                                   { "ms", "1–2 Oktober 2026" },
                                   { "th", "1–2 ตุลาคม 2569" },
                                   { "lo", "ວັນທີ 1–2 ຕຸລາ 2026" },
                                   { "km", "ថ្ងៃទី1–2 ខែតុលា ឆ្នាំ2026" },
                                   { "my", "2026 ခုနှစ်၊ အောက်တိုဘာလ 1 ရက်မှ 2 ရက်အထိ" } };
  static const Said in_year[] = { { "en", "30 September – 2 October 2026" },
                                  { "en-US", "September 30 – October 2, 2026" },
                                  { "sv", "30 september–2 oktober 2026" },
                                  { "he", "30 בספטמבר – 2 באוקטובר 2026" },
                                  { "ja", "2026年9月30日～10月2日" },
                                  { "vi", "Ngày 30 tháng 9 – 02 tháng 10 năm 2026" },
                                  { "km", "ថ្ងៃទី30 ខែកញ្ញា – ថ្ងៃទី2 ខែតុលា ឆ្នាំ2026" } };
  static const Said in_two[] = { { "en", "30 December 2026 – 1 January 2027" },
                                 { "fr", "30 décembre 2026 – 1er janvier 2027" },
                                 { "ko", "2026. 12. 30.~2027. 1. 1." },
                                 { "vi", "Ngày 30 tháng 12 năm 2026 – ngày 01 tháng 01 năm 2027" } };
  for (guint i = 0; i < G_N_ELEMENTS (in_month); i++)
    assert_range (day_of (2026, 10, 1), day_of (2026, 10, 2), in_month[i].language, in_month[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (in_year); i++)
    assert_range (day_of (2026, 9, 30), day_of (2026, 10, 2), in_year[i].language, in_year[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (in_two); i++)
    assert_range (day_of (2026, 12, 30), day_of (2027, 1, 1), in_two[i].language, in_two[i].text);
}

/* Days are those of a calendar that the event names; without one they are Gregorian, but Thai years are those of Buddha. */
static void
test_calendars (void)
{
  static const struct
  {
    const char *language, *calendar, *text;
  } cases[] = { { "ar-SA", NULL, "1 أكتوبر 2026" },
                { "ar-SA", "islamic", "20 ربيع الآخر 1448 هـ" },
                { "fa", NULL, "1 اکتبر 2026" },
                { "fa", "persian", "9 مهر 1405" },
                { "th", NULL, "1 ตุลาคม 2569" },
                { "th", "gregorian", "1 ตุลาคม 2026" },
                { "ja", "japanese", "令和8年10月1日" },
                { "zh-Hant", "roc", "民國115年10月1日" },
                { "en", "buddhist", "1 October 2569 BE" },
                { "ko", "buddhist", "불기 2569. 10. 1." },
                { "ps", NULL, "د 2026 د اکتوبر 1" },
                { "ps", "persian", "د AP 1405 د تله 9" },
                { "fa-AF", NULL, "1 اکتوبر 2026" } };
  const PgDay day = day_of (2026, 10, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ProgrammeEvent) event = event_of (&day, 1, cases[i].language);
      event->calendar = cases[i].calendar;
      g_autofree char *text = pg_dates_format (event, cases[i].language);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_heads (void)
{
  static const Said heads[] = { { "en", "Tuesday 1 September 2026" },
                                { "en-US", "Tuesday, September 1, 2026" },
                                { "fr", "Mardi 1er septembre 2026" },
                                { "fr-CH", "Mardi 1er septembre 2026" },
                                { "de", "Dienstag, 1. September 2026" },
                                { "pt-BR", "Terça-feira, 1º de setembro de 2026" },
                                { "tr", "1 Eylül 2026 Salı" },
                                { "fa", "سه‌شنبه 1 سپتامبر 2026" },
                                { "ms", "1 September 2026 (Selasa)" },
                                { "vi", "Thứ Ba, ngày 01 tháng 9 năm 2026" },
                                { "th", "วันอังคารที่ 1 กันยายน 2569" },
                                { "km", "ថ្ងៃអង្គារ ទី1 ខែកញ្ញា ឆ្នាំ2026" },
                                { "my", "2026 ခုနှစ်၊ စက်တင်ဘာလ 1 ရက် (အင်္ဂါနေ့)" },
                                { "ja", "2026年9月1日（火）" },
                                { "zh-TW", "2026年9月1日（星期二）" },
                                { "ko", "2026. 9. 1.(화)" } };
  const PgDay day = day_of (2026, 9, 1);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (ProgrammeEvent) event = event_of (&day, 1, heads[i].language);
      g_autofree char *text = pg_date_format (event, &day, PG_DATE_HEAD, heads[i].language);
      g_assert_cmpstr (text, ==, heads[i].text);
    }
}

/* Languages without a catalogue, by Unicode CLDR alone, a head and a range: no comma is left where the weekday stood, nor what
   belongs to it, and none is Latin among Arabic letters. */
static void
test_other_languages (void)
{
  static const char *const expected[][3] = {
    { "ps", "پينځنۍ د 2026 د اکتوبر 1", "د 2026 د اکتوبر 1–2" },
    { "ckb", "2026 تشرینی یەکەم 1، پێنجشەممە", "2026 تشرینی یەکەم 1–2" },
    { "fa-AF", "پنجشنبه 1 اکتوبر 2026", "1 تا 2 اکتوبر 2026" },
    { "ur", "جمعرات، 1 اکتوبر، 2026", "1–2 اکتوبر، 2026" },
    { "hu", "2026. október 1., csütörtök", "2026. október 1.–2." },
    { "eu", "2026(e)ko urriaren 1(a), osteguna", "2026(e)ko urriaren 1–2(a)" },
    { "mn", "2026 оны аравдугаар сарын 1, пүрэв гараг", "2026 оны аравдугаар сарын 1–2" },
    { "cs", "Čtvrtek 1. října 2026", "1.–2. října 2026" },
  };
  const PgDay days[] = { day_of (2026, 10, 1), day_of (2026, 10, 2) };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (ProgrammeEvent) event = event_of (days, 2, expected[i][0]);
      g_autofree char *head = pg_date_format (event, &days[0], PG_DATE_HEAD, expected[i][0]),
                      *range = pg_dates_format (event, expected[i][0]);
      g_assert_cmpstr (head, ==, expected[i][1]);
      g_assert_cmpstr (range, ==, expected[i][2]);
    }
}

/* Heads with and without the year, and a day and its month. */
static void
test_all_languages (void)
{
  static const char *const expected[][4] = {
    { "en", "Thursday 18 June 2026", "Thursday 18 June", "18 June" },
    { "en-US", "Thursday, June 18, 2026", "Thursday, June 18", "June 18" },
    { "fr", "Jeudi 18 juin 2026", "Jeudi 18 juin", "18 juin" },
    { "de", "Donnerstag, 18. Juni 2026", "Donnerstag, 18. Juni", "18. Juni" },
    { "es", "Jueves, 18 de junio de 2026", "Jueves, 18 de junio", "18 de junio" },
    { "pt", "Quinta-feira, 18 de junho de 2026", "Quinta-feira, 18 de junho", "18 de junho" },
    { "it", "Giovedì 18 giugno 2026", "Giovedì 18 giugno", "18 giugno" },
    { "nl", "Donderdag 18 juni 2026", "Donderdag 18 juni", "18 juni" },
    { "sv", "Torsdag 18 juni 2026", "Torsdag 18 juni", "18 juni" },
    { "pl", "Czwartek, 18 czerwca 2026 r.", "Czwartek, 18 czerwca", "18 czerwca" },
    { "ru", "Четверг, 18 июня 2026 г.", "Четверг, 18 июня", "18 июня" },
    { "uk", "Четвер, 18 червня 2026 р.", "Четвер, 18 червня", "18 червня" },
    { "el", "Πέμπτη, 18 Ιουνίου 2026", "Πέμπτη, 18 Ιουνίου", "18 Ιουνίου" },
    { "tr", "18 Haziran 2026 Perşembe", "18 Haziran Perşembe", "18 Haziran" },
    { "he", "יום חמישי, 18 ביוני 2026", "יום חמישי, 18 ביוני", "18 ביוני" },
    { "ar", "الخميس، 18 يونيو 2026", "الخميس، 18 يونيو", "18 يونيو" },
    { "fa", "پنجشنبه 18 ژوئن 2026", "پنجشنبه 18 ژوئن", "18 ژوئن" },
    { "hi", "गुरुवार, 18 जून 2026", "गुरुवार, 18 जून", "18 जून" },
    { "ko", "2026. 6. 18.(목)", "6. 18.(목)", "6월 18일" },
    { "ja", "2026年6月18日（木）", "6月18日（木）", "6月18日" },
    { "zh-Hans", "2026年6月18日（星期四）", "6月18日（星期四）", "6月18日" },
    { "zh-Hant", "2026年6月18日（星期四）", "6月18日（星期四）", "6月18日" },
    { "th", "วันพฤหัสบดีที่ 18 มิถุนายน 2569", "วันพฤหัสบดีที่ 18 มิถุนายน", "18 มิถุนายน" },
    { "lo", "ວັນພະຫັດ, ວັນທີ 18 ມິຖຸນາ 2026", "ວັນພະຫັດ, ວັນທີ 18 ມິຖຸນາ", "ວັນທີ 18 ມິຖຸນາ" },
    { "km", "ថ្ងៃព្រហស្បតិ៍ ទី18 ខែមិថុនា ឆ្នាំ2026", "ថ្ងៃព្រហស្បតិ៍ ទី18 ខែមិថុនា", "ថ្ងៃទី18 ខែមិថុនា" },
    { "my", "2026 ခုနှစ်၊ ဇွန်လ 18 ရက် (ကြာသပတေးနေ့)", "ဇွန်လ 18 ရက် (ကြာသပတေးနေ့)", "ဇွန်လ 18 ရက်" },
    { "vi", "Thứ Năm, ngày 18 tháng 6 năm 2026", "Thứ Năm, ngày 18 tháng 6", "ngày 18 tháng 6" },
    { "id", "Kamis, 18 Juni 2026", "Kamis, 18 Juni", "18 Juni" },
    { "ms", "18 Jun 2026 (Khamis)", "18 Jun (Khamis)", "18 Jun" },
  };
  const PgDay day = day_of (2026, 6, 18);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (ProgrammeEvent) event = event_of (&day, 1, expected[i][0]);
      g_autofree char *head = pg_date_format (event, &day, PG_DATE_HEAD, expected[i][0]);
      g_autofree char *shorter = pg_date_format (event, &day, PG_DATE_HEAD_DAY, expected[i][0]);
      g_autofree char *alone = pg_date_format (event, &day, PG_DATE_DAY, expected[i][0]);
      g_assert_cmpstr (head, ==, expected[i][1]);
      g_assert_cmpstr (shorter, ==, expected[i][2]);
      g_assert_cmpstr (alone, ==, expected[i][3]);
    }
}

/* A pattern of the event's own is for whole dates and ranges, too. */
static void
test_own_pattern (void)
{
  const PgDay days[] = { day_of (2026, 4, 5), day_of (2026, 4, 6) };
  g_autoptr (ProgrammeEvent) event = event_of (days, 2, "en");
  event->date_pattern = "EEE d.M.yyyy";
  g_autofree char *head = pg_date_format (event, &days[0], PG_DATE_HEAD, "en");
  g_autofree char *whole = pg_date_format (event, &days[0], PG_DATE_WHOLE, "en");
  g_autofree char *range = pg_dates_format (event, "en");
  g_assert_cmpstr (head, ==, "Sun 5.4.2026");
  g_assert_cmpstr (whole, ==, "5.4.2026");
  g_assert_cmpstr (range, ==, "5.–6.4.2026");
}

/* One that leaves something out is for heads alone, since covers have the year, too. */
static void
test_short_own_pattern (void)
{
  static const char *const patterns[] = { "EEEE d MMMM", "EEEE", "'day'" };
  static const char *const heads[] = { "Sunday 5 April", "Sunday", "Day" };
  const PgDay days[] = { day_of (2026, 4, 5), day_of (2026, 4, 6) };
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (ProgrammeEvent) event = event_of (days, 2, "en");
      event->date_pattern = patterns[i];
      g_autofree char *head = pg_date_format (event, &days[0], PG_DATE_HEAD, "en");
      g_autofree char *whole = pg_date_format (event, &days[0], PG_DATE_WHOLE, "en");
      g_autofree char *range = pg_dates_format (event, "en");
      g_assert_cmpstr (head, ==, heads[i]);
      g_assert_cmpstr (whole, ==, "5 April 2026");
      g_assert_cmpstr (range, ==, "5–6 April 2026");
    }
}

static void
test_patterns (void)
{
  static const struct
  {
    const char *pattern, *without_weekday, *without_year;
  } cases[] = { { "EEEE, d MMMM y", "d MMMM y", "EEEE, d MMMM" },
                { "EEEE, d 'de' MMMM 'de' y", "d 'de' MMMM 'de' y", "EEEE, d 'de' MMMM" },
                { "EEEE, MMMM d, y", "MMMM d, y", "EEEE, MMMM d" },
                { "d MMMM y EEEE", "d MMMM y", "d MMMM EEEE" },
                { "d MMMM y, EEEE", "d MMMM y", "d MMMM, EEEE" },
                { "d MMMM y (EEEE)", "d MMMM y", "d MMMM (EEEE)" },
                { "y年M月d日（EEE）", "y年M月d日", "M月d日（EEE）" },
                { "y. M. d.(EEE)", "y. M. d.", "M. d.(EEE)" },
                { "EEEE, d MMMM y 'г.'", "d MMMM y 'г.'", "EEEE, d MMMM" },
                { "EEEE'ที่' d MMMM y", "d MMMM y", "EEEE'ที่' d MMMM" },
                { "'x'EEEE 'y'd 'z'MMMM 'w'y", "'y'd 'z'MMMM 'w'y", "'x'EEEE 'y'd 'z'MMMM" },
                { "y 'a' MMMM'b' d 'c' (EEEE'd')", "y 'a' MMMM'b' d 'c'", "MMMM'b' d 'c' (EEEE'd')" },
                { "y. MMMM d., EEEE", "y. MMMM d.", "MMMM d., EEEE" },
                { "y('e')'ko' MMMM'ren' d('a'), EEEE", "y('e')'ko' MMMM'ren' d('a')", "MMMM'ren' d('a'), EEEE" },
                { "y 'x' MMMM'z' d, EEEE 'w'", "y 'x' MMMM'z' d", "MMMM'z' d, EEEE 'w'" },
                { "d MMMM", "d MMMM", "d MMMM" },
                { "EEEE", "", "EEEE" },
                { "", "", "" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = pg_pattern_without_weekday (cases[i].pattern);
      g_autofree char *short_date = pg_pattern_without_year (cases[i].pattern);
      g_assert_cmpstr (day, ==, cases[i].without_weekday);
      g_assert_cmpstr (short_date, ==, cases[i].without_year);
    }
  g_autofree char *year = pg_pattern_range ("MMMM y", 'd', NULL);
  g_assert_cmpstr (year, ==, "MMMM y–|MMMM y");
}

static void
assert_time (PgTimeStyle style, int minute, const char *language, const char *text)
{
  g_autofree char *said = pg_time_format (style, minute, language);
  g_assert_cmpstr (said, ==, text);
}

static void
test_times (void)
{
  assert_time (PG_TIMES_09H00, 540, "pt", "09h00");
  assert_time (PG_TIMES_9H, 540, "pt-BR", "\u20079h");
  assert_time (PG_TIMES_9H, 570, "pt-BR", "\u20079h30");
  assert_time (PG_TIMES_9H, 600, "pt-BR", "10h");
  assert_time (PG_TIMES_9_H_00, 545, "fr-CA", "\u20079\u00A0h\u00A005");
  assert_time (PG_TIMES_09DOT00, 545, "id", "09.05");
  assert_time (PG_TIMES_12H, 540, "ms", "\u20079.00\u00A0pagi");
  assert_time (PG_TIMES_12H, 780, "ms", "\u20071.00\u00A0tengah hari");
  assert_time (PG_TIMES_12H, 870, "ms", "\u20072.30\u00A0petang");
  assert_time (PG_TIMES_12H, 1200, "ms", "\u20078.00\u00A0malam");
  assert_time (PG_TIMES_12H, 1440, "ms", "12.00\u00A0tengah malam");
  assert_time (PG_TIMES_12H, 0, "en", "12:00\u00A0am");
  assert_time (PG_TIMES_12H, 1440, "en", "12:00\u00A0midnight");
  assert_time (PG_TIMES_12H, 1500, "en", "\u20071:00\u00A0am");
  assert_time (PG_TIMES_0900, 1530, "en", "01:30");
  assert_time (PG_TIMES_12H, 0, "ms", "12.00\u00A0tengah malam");
  assert_time (PG_TIMES_12H, 1, "en", "12:01\u00A0am");
  assert_time (PG_TIMES_12H, 750, "en-US", "12:30\u00A0pm");
  g_assert_cmpint (pg_time_style_usual ("id"), ==, PG_TIMES_09DOT00);
  g_assert_cmpint (pg_time_style_usual ("th"), ==, PG_TIMES_09DOT00);
  g_assert_cmpint (pg_time_style_usual ("ms"), ==, PG_TIMES_12H);
  g_assert_cmpint (pg_time_style_usual ("pt-BR"), ==, PG_TIMES_9H);
  g_assert_cmpint (pg_time_style_usual ("pt-AO"), ==, PG_TIMES_09H00);
  g_assert_cmpint (pg_time_style_usual ("en"), ==, PG_TIMES_THEME);
  g_assert_cmpint (pg_time_style_named ("9 h 00"), ==, PG_TIMES_9_H_00);
  g_assert_cmpint (pg_time_style_named ("noon"), ==, PG_TIMES_THEME);
}

static void
test_figures (void)
{
  g_assert_cmphex (pg_language_usual_zero ("km"), ==, 0x17e0);
  g_assert_cmphex (pg_language_usual_zero ("my"), ==, 0x1040);
  g_assert_cmphex (pg_language_usual_zero ("fa-IR"), ==, 0x6f0);
  g_assert_cmphex (pg_language_usual_zero ("ar-EG"), ==, 0x660);
  g_assert_cmphex (pg_language_usual_zero ("ar-MA"), ==, '0');
  g_assert_cmphex (pg_language_usual_zero ("ar"), ==, '0');
  g_assert_cmphex (pg_language_usual_zero ("th"), ==, '0');
  g_assert_cmphex (pg_language_usual_zero ("hi"), ==, '0');
}

/* A heading names a day, and does not say what is on it: Finnish has two forms for that. */
static void
test_named_days (void)
{
  static const struct
  {
    const char *language;
    PgDateForm form;
    const char *text;
  } cases[] = { { "fi", PG_DATE_HEAD, "Maanantai 5. toukokuuta 2031" },
                { "fi", PG_DATE_HEAD_DAY, "Maanantai 5. toukokuuta" },
                { "fi", PG_DATE_WEEKDAY, "Maanantai" },
                { "da", PG_DATE_HEAD, "Mandag den 5. maj 2031" },
                { "cs", PG_DATE_HEAD, "Pondělí 5. května 2031" } };
  const PgDay day = day_of (2031, 5, 5);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ProgrammeEvent) event = event_of (&day, 1, cases[i].language);
      g_autofree char *text = pg_date_format (event, &day, cases[i].form, cases[i].language);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_zones (void)
{
  static const struct
  {
    const char *zone, *language, *label;
  } zones[] = { { "America/New_York", "en", "GMT\u22124" }, { "Asia/Dubai", "en-GB", "GMT+4" },
                { "Asia/Muscat", "en", "GMT+4" },           { "Asia/Seoul", "ko", "KST" },
                { "Asia/Shanghai", "zh", "北京时间" },      { "Asia/Taipei", "zh-TW", "臺灣時間" },
                { "America/Sao_Paulo", "pt-BR", "BRT" } };
  const PgDay day = day_of (2026, 9, 1);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (ProgrammeEvent) event = event_of (&day, 1, zones[i].language);
      event->timezone = zones[i].zone;
      g_autofree char *label = pg_zone_format (event, &day, zones[i].language);
      g_assert_cmpstr (label, ==, zones[i].label);
    }
}

/* Berlin's clocks go forward at 2:00 on 30 March 2031 and back at 3:00 on 26 October; times are those of the day before. */
static void
test_clocks (void)
{
  static const struct
  {
    int month, day, minute;
    PgClock clock;
  } cases[] = { { 3, 29, 25 * 60 + 59, PG_CLOCK_PLAIN },   { 3, 29, 26 * 60, PG_CLOCK_SKIPPED },
                { 3, 29, 26 * 60 + 59, PG_CLOCK_SKIPPED }, { 3, 29, 27 * 60, PG_CLOCK_PLAIN },
                { 3, 30, 150, PG_CLOCK_SKIPPED },          { 10, 25, 25 * 60 + 59, PG_CLOCK_PLAIN },
                { 10, 25, 26 * 60, PG_CLOCK_TWICE },       { 10, 25, 26 * 60 + 59, PG_CLOCK_TWICE },
                { 10, 25, 27 * 60, PG_CLOCK_PLAIN },       { 10, 26, 150, PG_CLOCK_TWICE },
                { 7, 1, 26 * 60 + 30, PG_CLOCK_PLAIN } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PgDay day = day_of (2031, cases[i].month, cases[i].day);
      g_assert_cmpint (pg_zone_clock ("Europe/Berlin", &day, cases[i].minute), ==, cases[i].clock);
      g_assert_cmpint (pg_zone_clock ("Asia/Tokyo", &day, cases[i].minute), ==, PG_CLOCK_PLAIN);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/ranges", test_ranges);
  g_test_add_func ("/dates/calendars", test_calendars);
  g_test_add_func ("/dates/heads", test_heads);
  g_test_add_func ("/dates/other-languages", test_other_languages);
  g_test_add_func ("/dates/all-languages", test_all_languages);
  g_test_add_func ("/dates/own-pattern", test_own_pattern);
  g_test_add_func ("/dates/short-own-pattern", test_short_own_pattern);
  g_test_add_func ("/dates/patterns", test_patterns);
  g_test_add_func ("/dates/times", test_times);
  g_test_add_func ("/dates/figures", test_figures);
  g_test_add_func ("/dates/named-days", test_named_days);
  g_test_add_func ("/dates/zones", test_zones);
  g_test_add_func ("/dates/clocks", test_clocks);
  return g_test_run ();
}
