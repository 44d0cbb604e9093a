/* Dates and times as people write them. Enters: the text of a cell. Leaves: a date, the minutes of a day. */
#include "import/when.h"

#include "import/headings.h"

#include <stdio.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#define N_WAYS 6
#define MOST_APART 31 /* days from the first of an event to another of it */

struct PgWhen
{
  GRegex *ways[N_WAYS], *clock;
  gboolean month_first; /* of figures alone */
  int year;             /* of the last date, or that --date says; 0: not known */
  GDate first;          /* the day that --date says, or else the first that was read */
  gboolean is_named;    /* --date says it */
  int learnt;           /* the year of when nothing says one */
  guint n_unsure, n_yearless;
};

/* How dates are written; the groups are named y, m, d, or w for the name of a month, or n for the number of a day. */
static const char *const ways[N_WAYS] = {
  "(?<y>[12]\\d{3})\\s*[-/.年년]\\s*(?<m>\\d{1,2})\\s*[-/.月월]\\s*(?<d>\\d{1,2})(?!\\d)\\s*[日일.]?",
  "(?<![\\d:./-])(?<d>\\d{1,2})\\s?[./-]\\s?(?<m>\\d{1,2})\\s?[./-]\\s?(?<y>[12]\\d{3}|\\d{2}$)(?![\\d:])",
  "(?<!\\d)(?:(?<a>\\d{1,2})\\.?\\s?[-–~]\\s?)?(?<d>\\d{1,2})(?:st|nd|rd|th|er|\\.|º|-го)?\\s*(?:de |of "
  "|d’)?(?<w>\\p{L}[\\p{L}\\p{M}]*)\\.?,?(?: de| "
  "del)?\\s*"
  "(?<y>[12]\\d{3})?",
  "(?<w>\\p{L}[\\p{L}\\p{M}]*)\\.?\\s+(?<d>\\d{1,2})(?![\\d:])(?:st|nd|rd|th)?(?:\\s*,?\\s*(?<y>[12]\\d{3}))?",
  "(?<m>\\d{1,2})\\s*[月월]\\s*(?<d>\\d{1,2})\\s*[日일]?",
  "^(?<before>\\D{0,12})(?<d>\\d{1,2})\\s?[./]\\s?(?<m>\\d{1,2})[./]?(?![\\d:])\\D{0,12}$",
};

static const char clock_pattern[]
    = "(?<before>오전|오후|上午|下午|中午|晚上|午前|午後|AM |PM )?\\s*(?<![\\d])(?<h>\\d{1,2})"
      "(?:\\s?(?:[:：.]|[hH시時点點])\\s?(?<m>[0-5]\\d)(?!\\d)(?::[0-5]\\d)?\\s*(?:분|分)?|\\s?[hH시時点點](?![\\p{L}"
      "\\d])|(?=\\s*[ap]\\.?m))"
      "\\s*(?<after>[ap]\\.?m\\b\\.?)?";

/* Names */

static const char *const languages[]
    = { "en", "fr", "es", "pt", "de", "it", "nl", "sv", "pl", "uk", "ru", "el", "tr", "vi", "id",
        "ms", "hi", "fa", "ar", "he", "th", "lo", "km", "my", "fi", "da", "nb", "cs", "hu" };

#define N_KINDS 4
static const UDateFormatSymbolType months[N_KINDS]
    = { UDAT_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_STANDALONE_SHORT_MONTHS },
    /* The first of them has no name; then comes Sunday. */
    weekdays[N_KINDS]
    = { UDAT_WEEKDAYS, UDAT_SHORT_WEEKDAYS, UDAT_STANDALONE_WEEKDAYS, UDAT_STANDALONE_SHORT_WEEKDAYS };

static void
add_names (GHashTable *names, const char *language, const UDateFormatSymbolType *kinds)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *locale = g_strconcat (language, "@calendar=gregorian", NULL);
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_LONG, locale, NULL, 0, NULL, 0, &status);
  for (guint i = 0; U_SUCCESS (status) && i < N_KINDS; i++)
    for (int32_t number = 0; number < udat_countSymbols (format, kinds[i]); number++)
      {
        UChar name[64];
        char utf8[3 * G_N_ELEMENTS (name)];
        int32_t length = udat_getSymbols (format, kinds[i], number, name, G_N_ELEMENTS (name), &status);
        u_strToUTF8 (utf8, sizeof utf8, NULL, name, length, &status);
        char *plain = U_SUCCESS (status) ? pg_heading_plain (utf8) : g_strdup ("");
        if (plain[0] == '\0' || g_ascii_isdigit (plain[0]) || g_hash_table_contains (names, plain))
          g_free (plain);
        else
          g_hash_table_insert (names, plain, GINT_TO_POINTER (number + 1));
      }
  if (format != NULL)
    udat_close (format);
}

/* char*, plain → number, in all languages. */
static GHashTable *
read_names (const UDateFormatSymbolType *kinds)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    add_names (names, languages[i], kinds);
  return names;
}

/* 0 if a word is none; the tables are made once, when they are asked for, and kept. */
static int
number_of_name (gboolean is_month, const char *word)
{
  static gsize once[2];
  static GHashTable *names[2];
  gsize kind = is_month ? 1 : 0;
  if (g_once_init_enter (&once[kind]))
    {
      names[kind] = read_names (is_month ? months : weekdays);
      g_once_init_leave (&once[kind], 1);
    }
  g_autofree char *plain = pg_heading_plain (word);
  return GPOINTER_TO_INT (g_hash_table_lookup (names[kind], plain));
}

static int
month_of (const char *word)
{
  return g_ascii_strcasecmp (word, "sept") == 0 ? 9 : number_of_name (TRUE, word);
}

/* The whole */

/* FALSE if it is none such as 2031-05-05. */
static gboolean
read_date (const char *text, GDate *date)
{
  int year, month, day;
  gboolean is_date = sscanf (text, "%d-%d-%d", &year, &month, &day) == 3 && year > 0 && month > 0 && day > 0
                     && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
  if (is_date)
    g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return is_date;
}

PgWhen *
pg_when_new (const char *named, const char *date)
{
  PgWhen *when = g_new0 (PgWhen, 1);
  for (guint i = 0; i < N_WAYS; i++)
    when->ways[i] = g_regex_new (ways[i], G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
  when->clock = g_regex_new (clock_pattern, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
  when->month_first = named != NULL && g_str_has_prefix (named, "en-US");
  g_date_clear (&when->first, 1);
  when->is_named = date != NULL && read_date (date, &when->first);
  if (when->is_named)
    when->year = g_date_get_year (&when->first);
  return when;
}

void
pg_when_free (PgWhen *when)
{
  if (when == NULL)
    return;
  for (guint i = 0; i < N_WAYS; i++)
    g_regex_unref (when->ways[i]);
  g_regex_unref (when->clock);
  g_free (when);
}

guint
pg_when_n_yearless (const PgWhen *when, int *year)
{
  *year = when->learnt;
  return when->n_yearless;
}

guint
pg_when_n_unsure (const PgWhen *when)
{
  return when->n_unsure;
}

/* Dates */

/* A named group as a number; 0 if it is not there. */
static int
number_of (const GMatchInfo *match, const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);
  return text != NULL ? atoi (text) : 0;
}

/* Years of the Buddhist calendar, those that are left out, and those of two figures. */
static int
whole_year (const PgWhen *when, int year)
{
  return year >= 2400 && year < 2700 ? year - 543 : year >= 100 ? year : year > 0 ? 2000 + year : when->year;
}

/* NULL if there is no such date. */
static char *
date_of (PgWhen *when, int year, int month, int day, gboolean is_figures)
{
  gboolean is_yearless = year == 0 && when->year == when->learnt && when->learnt > 0;
  year = whole_year (when, year);
  gboolean is_unsure = is_figures && month <= 12 && day <= 12 && month != day;
  if (is_figures && (month > 12 || (when->month_first && day <= 12)))
    {
      int swapped = month;
      month = day;
      day = swapped;
    }
  if (year < 1000 || year > 9999 || month < 1 || day < 1
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  if (!g_date_valid (&when->first))
    g_date_set_dmy (&when->first, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  when->n_unsure += is_unsure ? 1 : 0;
  when->n_yearless += is_yearless ? 1 : 0;
  when->year = year; /* of those below it that say none */
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* Whether there is no word before figures but the name of a day: “Room 1.08” is no date. */
static gboolean
is_after_weekday (const GMatchInfo *match)
{
  g_autofree char *before = g_match_info_fetch_named (match, "before"), *plain = pg_heading_plain (before);
  return plain[0] == '\0' || number_of_name (FALSE, before) > 0;
}

/* Of "5–6 May" the first day. */
static char *
match_date (PgWhen *when, guint way, const GMatchInfo *match)
{
  if (way == N_WAYS - 1 && !is_after_weekday (match))
    return NULL;
  g_autofree char *word = way == 2 || way == 3 ? g_match_info_fetch_named (match, "w") : NULL;
  int month = word != NULL ? month_of (word) : number_of (match, "m");
  int first = way == 2 ? number_of (match, "a") : 0, day = first > 0 ? first : number_of (match, "d");
  return date_of (when, number_of (match, "y"), month, day, way == 1 || way == 5);
}

/* How many days after the first "Day 2", "2일차" and "Wednesday" are; -1 if a text is none of those. */
static int
days_on (const PgWhen *when, const char *text)
{
  g_autofree char *plain = g_utf8_casefold (text, -1);
  int number = 0;
  if (sscanf (plain, "day %d", &number) == 1 || sscanf (plain, "tag %d", &number) == 1
      || sscanf (plain, "jour %d", &number) == 1 || sscanf (plain, "día %d", &number) == 1
      || (sscanf (plain, "%d", &number) == 1 && strstr (plain, "일차") != NULL)
      || (sscanf (plain, "第%d", &number) == 1 && (strstr (plain, "日") != NULL || strstr (plain, "天") != NULL)))
    return number <= 99 ? number - 1 : -1;
  int weekday = number_of_name (FALSE, text);
  return weekday > 0 ? (weekday - 2 - (int) g_date_get_weekday (&when->first) % 7 + 7) % 7 : -1;
}

char *
pg_when_day (const PgWhen *when, guint days)
{
  GDate date = when->first;
  if (!g_date_valid (&date) || days > MOST_APART)
    return NULL;
  g_date_add_days (&date, days);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/* Where it is known what the first day is. */
static char *
day_after_first (const PgWhen *when, const char *text)
{
  int days = g_date_valid (&when->first) ? days_on (when, text) : -1;
  return days >= 0 ? pg_when_day (when, (guint) days) : NULL;
}

gboolean
pg_when_learn_year (PgWhen *when, const char *text)
{
  for (const char *at = strpbrk (text, "12"); at != NULL && when->year == 0; at = strpbrk (at + 1, "12"))
    {
      int year = strspn (at, G_CSET_DIGITS) == 4 && (at == text || !g_ascii_isdigit (at[-1])) ? atoi (at) : 0;
      if (year < 1990 || year > 2099)
        continue;
      when->year = when->learnt = year;
      return TRUE;
    }
  return FALSE;
}

char *
pg_when_date (PgWhen *when, const char *text, gboolean is_day, char **rest)
{
  for (guint way = 0; way < (is_day ? N_WAYS : N_WAYS - 1); way++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      for (g_regex_match (when->ways[way], text, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          int start, end;
          char *date = match_date (when, way, match);
          if (date == NULL)
            continue;
          g_match_info_fetch_pos (match, 0, &start, &end);
          if (rest != NULL)
            *rest = g_strdup_printf ("%.*s %s", start, text, text + end);
          return date;
        }
    }
  if (rest != NULL)
    *rest = g_strdup (text);
  return is_day ? day_after_first (when, text) : NULL;
}

gboolean
pg_when_is_near (const PgWhen *when, const char *text)
{
  GDate date;
  g_date_clear (&date, 1);
  return !when->is_named || (read_date (text, &date) && ABS (g_date_days_between (&when->first, &date)) <= MOST_APART);
}

/* Times */

/* 'a' or 'p' where a time says which half of the day it is in, else 0. */
static char
half_of (const GMatchInfo *match)
{
  static const char *const morning[] = { "오전", "上午", "午前", "AM ", NULL }, *const afternoon[]
                                                                                = { "오후", "下午", "午後", "晚上",
                                                                                    "中午", "PM ",  NULL };
  g_autofree char *before = g_match_info_fetch_named (match, "before"),
                  *after = g_match_info_fetch_named (match, "after");
  if (after != NULL && after[0] != '\0')
    return g_ascii_tolower (after[0]);
  if (before == NULL || before[0] == '\0')
    return '\0';
  return g_strv_contains (morning, before) ? 'a' : g_strv_contains (afternoon, before) ? 'p' : '\0';
}

static int
in_half (int minute, char half)
{
  if (half == 'p' && minute < 12 * 60)
    return minute + 12 * 60;
  return half == 'a' && minute >= 12 * 60 && minute < 13 * 60 ? minute - 12 * 60 : minute;
}

/* "0900-1030" and "9" */
static guint
bare_times (const char *text, int *start, int *end)
{
  gsize n = strspn (text, G_CSET_DIGITS), gap = n == 4 ? strcspn (text + 4, G_CSET_DIGITS) : 0;
  const char *next = text + n + gap;
  int first = atoi (text), second = atoi (next);
  if (n == 4 && gap < 8 && (next[0] == '\0' || strspn (next, G_CSET_DIGITS) == 4) && strlen (next) <= 4 && first <= 2400
      && second <= 2400 && first % 100 < 60 && second % 100 < 60)
    {
      *start = first / 100 * 60 + first % 100;
      *end = next[0] != '\0' ? second / 100 * 60 + second % 100 : -1;
      return next[0] != '\0' ? 2 : 1;
    }
  if (strlen (text) > 2 || strspn (text, G_CSET_DIGITS) != strlen (text) || text[0] == '\0' || atoi (text) > 24)
    return 0;
  *start = atoi (text) * 60;
  return 1;
}

guint
pg_when_times (PgWhen *when, const char *text, int *start, int *end)
{
  g_autoptr (GMatchInfo) match = NULL;
  int minutes[2] = { -1, -1 };
  char halves[2] = { '\0', '\0' };
  guint n = 0;
  for (g_regex_match (when->clock, text, 0, &match); n < 2 && g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int hour = number_of (match, "h");
      if (hour >= 48)
        continue;
      halves[n] = half_of (match);
      minutes[n++] = hour * 60 + number_of (match, "m");
    }
  if (n == 0)
    return bare_times (text, start, end);
  *end = n > 1 ? in_half (minutes[1], halves[1]) : -1;
  *start = in_half (minutes[0], halves[0]);
  if (n > 1 && halves[0] == '\0' && in_half (minutes[0], halves[1]) <= *end) /* "9:00 - 10:30 pm" */
    *start = in_half (minutes[0], halves[1]);
  if (n > 1 && halves[0] != '\0' && halves[1] == '\0' && *end<*start && * end + 12 * 60> * start) /* "오후 1:30~3:00" */
    *end += 12 * 60;
  return n;
}

/* Where a match of a pattern ends that begins there; 0 if none does. */
static gsize
end_of (const GRegex *pattern, const char *text, gsize at)
{
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;
  if (g_regex_match_full (pattern, text, -1, (gint) at, G_REGEX_MATCH_ANCHORED, &match, NULL))
    g_match_info_fetch_pos (match, 0, NULL, &end);
  return (gsize) end;
}

/* Behind one of the words, and the blanks around it; at if there is none. */
static gsize
skip_one (const char *text, gsize at, const char *const *words)
{
  gsize start = at + strspn (text + at, " \t");
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text + start, words[i]))
      {
        start += strlen (words[i]);
        return start + strspn (text + start, " \t");
      }
  return at;
}

/* "0900-1030" */
static gsize
end_of_bare (const char *text)
{
  static const char *const dashes[] = { "-", "–", "—", "~", NULL };
  gsize next = strspn (text, G_CSET_DIGITS) == 4 ? skip_one (text, 4, dashes) : 4;
  return next > 4 && strspn (text + next, G_CSET_DIGITS) == 4 ? next + 4 : 0;
}

gsize
pg_when_prefix (const PgWhen *when, const char *text)
{
  static const char *const to[]
      = { "-", "–", "—", "~", "～", "〜", "to ", "bis ", "until ", "till ", "à ", "a ", "до ", NULL },
      *const hours[] = { "Uhr", "hrs", "h ", "ч.", NULL }, *const signs[] = { ":", "-", "–", "—",  "|",
                                                                              ".", ",", ")", "：", NULL };
  if (end_of (when->ways[0], text, 0) > 0 || end_of (when->ways[1], text, 0) > 0)
    return 0;
  gsize end = end_of (when->clock, text, 0), next = end > 0 ? skip_one (text, end, to) : 0;
  gsize second = next > end ? end_of (when->clock, text, next) : 0;
  end = MAX (end, second);
  end = end > 0 ? end : end_of_bare (text);
  end = end > 0 ? skip_one (text, skip_one (text, end, hours), signs) : 0;
  return end + (end > 0 ? strspn (text + end, " \t") : 0);
}

guint
pg_when_minutes (const char *text)
{
  int first = 0, second = 0;
  char between = '\0';
  int n = sscanf (text, "%d%c%d", &first, &between, &second);
  if (n < 1 || first < 0 || first > 2880 || second < 0)
    return 0;
  if (n >= 2 && (between == ':' || between == 'h'))
    return (guint) (first * 60 + (second < 60 ? second : 0));
  return (guint) first;
}
