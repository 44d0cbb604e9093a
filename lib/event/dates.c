/* Enters: a day, a form, a language. Leaves: dates in words and figures, by the event's pattern, the language's catalogue, or
   else Unicode CLDR. A catalogue has [formats] head, and date, day, weekday, month, year, days, months and years where they do not
   follow from it: ranges are two patterns with "|" between. */
#include "event/dates.h"

#include "event/formats.h"
#include "event/patterns.h"
#include "event/words.h"

#include <string.h>

#define DAY_MILLISECONDS 86400000.0

int
pg_day_number (int year, int month, int day)
{
  const guint32 epoch = 719163; /* GDate's number of 1970-01-01 */
  if (year < 1 || year > 9999 || month < 1 || day < 1
      || !g_date_valid_dmy ((GDateDay) MIN (day, 32), (GDateMonth) MIN (month, 13), (GDateYear) year))
    return G_MININT;
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date) - (int) epoch;
}

double
pg_day_moment (const PgDay *day)
{
  return (pg_day_number (day->year, day->month, day->day) + 0.5) * DAY_MILLISECONDS;
}

/* What the event says */

const PgFormat *
pg_format_lookup (const ProgrammeEvent *event, const char *language)
{
  const PgFormat *near = NULL;
  for (guint i = 0; i < event->formats->len; i++)
    {
      const PgFormat *format = g_ptr_array_index (event->formats, i);
      if (g_ascii_strcasecmp (format->language, language) == 0)
        return format;
      gsize length = strcspn (language, "-");
      if (near == NULL && strcspn (format->language, "-") == length
          && g_ascii_strncasecmp (format->language, language, length) == 0)
        near = format;
    }
  return near;
}

static gboolean
is_first_language (const ProgrammeEvent *event, const char *language)
{
  return g_ascii_strcasecmp (event->languages[0], language) == 0;
}

const char *
pg_date_pattern (const ProgrammeEvent *event, const char *language)
{
  const PgFormat *format = pg_format_lookup (event, language);
  if (format != NULL && format->date != NULL)
    return format->date;
  /* The pattern has the order of the event's own language, which another one has not. */
  return is_first_language (event, language) ? event->date_pattern : NULL;
}

/* Gregorian unless the event asks for another; Thai counts years its own way. */
static const char *
calendar_of (const ProgrammeEvent *event, const char *language)
{
  const PgFormat *format = pg_format_lookup (event, language);
  if (format != NULL && format->calendar != NULL)
    return format->calendar;
  if (event->calendar != NULL && is_first_language (event, language))
    return event->calendar;
  const char *usual = pg_language_entry (language, "formats", "calendar");
  return usual != NULL ? usual : "gregorian";
}

/* Patterns */

static char *
usual_pattern (const char *own, const char *language)
{
  if (own == NULL)
    own = pg_language_entry (language, "formats", "head");
  return own != NULL ? g_strdup (own) : pg_icu_pattern (language, "yMMMMEEEEd");
}

static char *
head_pattern (const ProgrammeEvent *event, const char *language)
{
  return usual_pattern (pg_date_pattern (event, language), language);
}

/* The event's own pattern if it has a whole date, of which others can be made; else NULL. */
static const char *
whole_own_pattern (const ProgrammeEvent *event, const char *language)
{
  const char *own = pg_date_pattern (event, language);
  gboolean is_whole
      = own != NULL && pg_pattern_has (own, 'd', 1) && pg_pattern_has (own, 'M', 1) && pg_pattern_has (own, 'y', 1);
  return is_whole ? own : NULL;
}

/* A key of the catalogue that only the language's own patterns go with. */
static const char *
own_pattern (const ProgrammeEvent *event, const char *language, const char *key)
{
  return whole_own_pattern (event, language) == NULL ? pg_language_entry (language, "formats", key) : NULL;
}

static char *
whole_pattern (const ProgrammeEvent *event, const char *language)
{
  const char *own = own_pattern (event, language, "date");
  if (own != NULL)
    return g_strdup (own);
  g_autofree char *head = usual_pattern (whole_own_pattern (event, language), language);
  return pg_pattern_without_weekday (head);
}

static char *
without_year (char *pattern)
{
  char *shorter = pg_pattern_without_year (pattern);
  g_free (pattern);
  return shorter;
}

static char *
pattern_of (const ProgrammeEvent *event, PgDateForm form, const char *language)
{
  static const char *const keys[] = { NULL, NULL, NULL, "day", "weekday", "month", "year", NULL };
  static const char *const plain[] = { NULL, NULL, NULL, NULL, "EEEE", "MMMM", "y", "d" };
  const char *own = keys[form] != NULL ? own_pattern (event, language, keys[form]) : NULL;
  if (own != NULL)
    return g_strdup (own);
  switch (form)
    {
    case PG_DATE_HEAD:
      return head_pattern (event, language);
    case PG_DATE_HEAD_DAY:
      return without_year (head_pattern (event, language));
    case PG_DATE_WHOLE:
      return whole_pattern (event, language);
    case PG_DATE_DAY:
      return without_year (whole_pattern (event, language));
    case PG_DATE_WEEKDAY:
    case PG_DATE_MONTH:
    case PG_DATE_YEAR:
    case PG_DATE_FIGURE:
      break;
    }
  return g_strdup (plain[form]);
}

/* The era, where years are not those that the language counts: before the year where that comes first, with a space but in
   ideographs, else after it. */
static char *
with_era (char *pattern, const char *calendar, const char *language)
{
  const char *eraless = pg_language_entry (language, "formats", "eraless");
  if (strcmp (calendar, "gregorian") == 0 || g_strcmp0 (eraless, calendar) == 0 || pg_pattern_has (pattern, 'G', 1))
    return pattern;
  gboolean is_han = strstr (pattern, "年") != NULL;
  gboolean is_first = pg_pattern_is_before (pattern, 'y', 'M') || strstr (pattern, "년") != NULL;
  char *dated = pg_pattern_replace (pattern, "y", is_han ? "Gy" : is_first ? "G y" : "y G");
  g_free (pattern);
  return dated;
}

/* As the language has it for this day: the first of a month may be an ordinal where all of the date, of which the pattern may
   be half, has the month's name; a low month may have two figures. */
static char *
pattern_for (char *pattern, const char *all, const PgDay *day, const char *calendar, const char *language)
{
  const char *first = pg_language_entry (language, "formats", "first");
  const char *padded = pg_language_entry (language, "formats", "padded-months");
  char *replaced = pattern;
  if (strcmp (calendar, "gregorian") != 0)
    return pattern;
  if (first != NULL && day->day == 1 && pg_pattern_has (all, 'M', 3))
    replaced = pg_pattern_replace (pattern, "d", first);
  else if (padded != NULL && day->month <= (int) g_ascii_strtoll (padded, NULL, 10))
    replaced = pg_pattern_replace (pattern, "M", "MM");
  if (replaced != pattern)
    g_free (pattern);
  return replaced;
}

/* Dates */

static char *
iso_date (const PgDay *day)
{
  return g_strdup_printf ("%04d-%02d-%02d", day->year, day->month, day->day);
}

static char *
capitalised (char *text)
{
  char first[7] = "";
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  char *heading = text[0] != '\0' ? g_strconcat (first, g_utf8_next_char (text), NULL) : g_strdup ("");
  g_free (text);
  return heading;
}

/* Names the weekday in the form that Unicode CLDR has in a date of the language: Finnish has another for what is on a day.
   Catalogues say it themselves. */
static char *
naming_weekday (char *pattern, const char *language)
{
  if (!pg_pattern_has (pattern, 'E', 4) || pg_language_has_words (language))
    return pattern;
  g_autofree char *usual = pg_icu_pattern (language, "MMMMEEEEd");
  if (strstr (usual, "cccc") == NULL)
    return pattern;
  char *named = pg_pattern_replace (pattern, "EEEE", "cccc");
  g_free (pattern);
  return named;
}

/* Takes the pattern; all is the one that it is half of, or the same. */
static char *
write_date (const ProgrammeEvent *event, const PgDay *day, char *pattern, const char *all, const char *language)
{
  const char *calendar = calendar_of (event, language);
  g_autofree char *own
      = naming_weekday (pattern_for (with_era (pattern, calendar, language), all, day, calendar, language), language);
  char *text = day->year > 0 ? pg_icu_format (language, calendar, own, "UTC", pg_day_moment (day)) : NULL;
  return text != NULL ? text : iso_date (day);
}

char *
pg_date_format (const ProgrammeEvent *event, const PgDay *day, PgDateForm form, const char *language)
{
  g_autofree char *pattern = pattern_of (event, form, language);
  char *text = write_date (event, day, g_strdup (pattern), pattern, language);
  return form <= PG_DATE_WHOLE || form == PG_DATE_WEEKDAY ? capitalised (text) : text;
}

gboolean
pg_date_is_year_first (const ProgrammeEvent *event, const char *language)
{
  g_autofree char *pattern = whole_pattern (event, language);
  return pg_pattern_is_before (pattern, 'y', 'M');
}

gboolean
pg_date_is_weekday_last (const ProgrammeEvent *event, const char *language)
{
  g_autofree char *pattern = head_pattern (event, language);
  return pg_pattern_is_before (pattern, 'd', 'E');
}

/* Ranges */

static int
compare_days (const PgDay *a, const PgDay *b)
{
  int left = pg_day_number (a->year, a->month, a->day), right = pg_day_number (b->year, b->month, b->day);
  return left < right ? -1 : left > right;
}

static gboolean
is_same (const ProgrammeEvent *event, const PgDay *first, const PgDay *last, PgDateForm form, const char *language)
{
  g_autofree char *left = pg_date_format (event, first, form, language);
  g_autofree char *right = pg_date_format (event, last, form, language);
  return strcmp (left, right) == 0;
}

/* What the language says of two dates in one month, in one year, in two years; its own words, or what follows from how it
   writes one date. */
static char *
range_pattern (const ProgrammeEvent *event, const PgDay *first, const PgDay *last, const char *language)
{
  static const char *const keys[] = { "days", "months", "years" };
  gboolean same_year = is_same (event, first, last, PG_DATE_YEAR, language);
  guint kind = !same_year ? 2 : is_same (event, first, last, PG_DATE_MONTH, language) ? 0 : 1;
  const char *own = own_pattern (event, language, keys[kind]);
  if (own != NULL)
    return g_strdup (own);
  g_autofree char *whole = whole_pattern (event, language);
  return pg_pattern_range (whole, "dMy"[kind], pg_language_entry (language, "formats", "dash"));
}

char *
pg_dates_format_range (const ProgrammeEvent *event, const PgDay *first, const PgDay *last, const char *language)
{
  if (compare_days (first, last) == 0)
    return pg_date_format (event, first, PG_DATE_WHOLE, language);
  g_autofree char *pattern = range_pattern (event, first, last, language);
  g_auto (GStrv) halves = g_strsplit (pattern, "|", 2);
  g_autofree char *left = write_date (event, first, g_strdup (halves[0]), pattern, language);
  g_autofree char *right = write_date (event, last, g_strdup (halves[1]), pattern, language);
  return capitalised (g_strconcat (left, right, NULL));
}

char *
pg_dates_format (const ProgrammeEvent *event, const char *language)
{
  if (event->days->len == 0)
    return g_strdup ("");
  const PgDay *first = g_ptr_array_index (event->days, 0), *last = first;
  for (guint i = 1; i < event->days->len; i++)
    {
      const PgDay *day = g_ptr_array_index (event->days, i);
      first = compare_days (day, first) < 0 ? day : first;
      last = compare_days (day, last) > 0 ? day : last;
    }
  if (first->year > 0)
    return pg_dates_format_range (event, first, last, language);
  return pg_date_format (event, first, PG_DATE_WHOLE, language);
}

gboolean
pg_date_pattern_exists (const char *pattern)
{
  g_autofree char *text = pg_icu_format ("en-GB", "gregorian", pattern, "UTC", 0);
  return text != NULL;
}
