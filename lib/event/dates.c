/* Enters: a day, a minute of it, a style, a language. Leaves: dates and times in words and figures, by Unicode CLDR.
   Formats are dear to open (up to 1 ms), so each thread keeps those it has used; nothing is shared between threads. */
#include "event/dates.h"

#include "base/nearest.h"
#include "event/icu.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>

#define FIGURE_SPACE "\u2007"
#define NO_BREAK_SPACE "\u00A0"
#define DAY_MILLISECONDS 86400000.0
#define MAX_FORMATS 64 /* kept by a thread */
#define MAX_RESULT 512 /* UTF-16 units of a date */

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

/* Noon, so that no zone within half a day moves it to another date. */
static UDate
day_moment (const PgDay *day)
{
  return (pg_day_number (day->year, day->month, day->day) + 0.5) * DAY_MILLISECONDS;
}

/* ICU's name for a language, with digits 0 to 9 whatever its own; English without a region is written as in Britain: day
   before month. Free. */
static char *
locale_of (const char *language)
{
  char locale[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  const char *tag = g_ascii_strcasecmp (language, "en") == 0 ? "en-GB" : language;
  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  uloc_setKeywordValue ("numbers", "latn", locale, sizeof locale, &status);
  return g_strdup (U_SUCCESS (status) ? locale : tag);
}

/* Formats */

static void
close_format (gpointer format)
{
  udat_close (format);
}

static void
free_formats (gpointer formats)
{
  g_hash_table_unref (formats);
}

static GHashTable *
thread_formats (void)
{
  static GPrivate formats = G_PRIVATE_INIT (free_formats);
  GHashTable *table = g_private_get (&formats);
  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, close_format);
      g_private_set (&formats, table);
    }
  if (g_hash_table_size (table) >= MAX_FORMATS)
    g_hash_table_remove_all (table);
  return table;
}

static UDateFormat *
open_format (const char *locale, const char *pattern, const char *zone)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *wide_pattern = pg_icu_from_utf8 (pattern), *wide_zone = pg_icu_from_utf8 (zone);
  UDateFormat *format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, wide_zone, -1, wide_pattern, -1, &status);
  if (U_SUCCESS (status))
    return format;
  udat_close (format);
  return NULL;
}

static UDateFormat *
get_format (const char *language, const char *pattern, const char *zone)
{
  GHashTable *formats = thread_formats ();
  char *key = g_strdup_printf ("%s\n%s\n%s", language, zone, pattern);
  UDateFormat *format = g_hash_table_lookup (formats, key);
  if (format != NULL)
    {
      g_free (key);
      return format;
    }
  g_autofree char *locale = locale_of (language);
  format = open_format (locale, pattern, zone);
  if (format != NULL)
    g_hash_table_insert (formats, key, format);
  else
    g_free (key);
  return format;
}

/* CLDR changes its mind on thin spaces with each version; a plain space is right in all of them. */
static char *
result (const UChar *text, int32_t length)
{
  g_autofree char *utf8 = pg_icu_to_utf8 (text, length);
  GString *plain = g_string_new (utf8);
  g_string_replace (plain, "\u2009", " ", 0);
  g_string_replace (plain, "\u202F", " ", 0);
  return g_string_free (plain, FALSE);
}

static char *
format_moment (UDateFormat *format, UDate moment)
{
  UChar text[MAX_RESULT];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = format != NULL ? udat_format (format, moment, text, MAX_RESULT, NULL, &status) : -1;
  return length > 0 && length < MAX_RESULT && U_SUCCESS (status) ? result (text, length) : NULL;
}

static char *
best_pattern (const char *locale, const char *skeleton)
{
  UChar pattern[256];
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *wide = pg_icu_from_utf8 (skeleton);
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  int32_t length = udatpg_getBestPatternWithOptions (generator, wide, -1, UDATPG_MATCH_NO_OPTIONS, pattern,
                                                     G_N_ELEMENTS (pattern), &status);
  udatpg_close (generator);
  return U_SUCCESS (status) ? pg_icu_to_utf8 (pattern, length) : g_strdup ("y-MM-dd");
}

/* Where English puts the day first, its weekday takes no comma. */
static char *
drop_english_comma (char *pattern, const char *locale)
{
  char *comma = g_ascii_strncasecmp (locale, "en", 2) == 0 ? strstr (pattern, "EEEE, d") : NULL;
  if (comma != NULL)
    memmove (comma + 4, comma + 5, strlen (comma + 5) + 1);
  return pattern;
}

/* Some languages that write the day first in a whole date have it last in CLDR where the year is not said. */
static char *
day_first_as_in_full (char *pattern, const char *locale)
{
  if (strcmp (pattern, "MMMM d") != 0)
    return pattern;
  g_autofree char *full = best_pattern (locale, "yMMMMd");
  const char *day = strchr (full, 'd'), *month = strchr (full, 'M');
  if (day != NULL && month != NULL && day < month)
    memcpy (pattern, "d MMMM", strlen (pattern));
  return pattern;
}

static UDateFormat *
get_skeleton_format (const char *language, const char *skeleton)
{
  GHashTable *formats = thread_formats ();
  char *key = g_strdup_printf ("%s\n?\n%s", language, skeleton);
  UDateFormat *format = g_hash_table_lookup (formats, key);
  if (format != NULL)
    {
      g_free (key);
      return format;
    }
  g_autofree char *locale = locale_of (language);
  g_autofree char *pattern
      = day_first_as_in_full (drop_english_comma (best_pattern (locale, skeleton), locale), locale);
  format = open_format (locale, pattern, "UTC");
  if (format != NULL)
    g_hash_table_insert (formats, key, format);
  else
    g_free (key);
  return format;
}

/* Dates */

static char *
iso_date (const PgDay *day)
{
  return g_strdup_printf ("%04d-%02d-%02d", day->year, day->month, day->day);
}

char *
pg_date_format_skeleton (const PgDay *day, const char *skeleton, const char *language)
{
  char *text = NULL;
  if (day->year > 0)
    text = format_moment (get_skeleton_format (language, skeleton), day_moment (day));
  return text != NULL ? text : iso_date (day);
}

char *
pg_capitalised (const char *text)
{
  if (text[0] == '\0')
    return g_strdup ("");
  char first[7] = "";
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

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

const char *
pg_date_pattern (const ProgrammeEvent *event, const char *language)
{
  const PgFormat *format = pg_format_lookup (event, language);
  if (format != NULL && format->date != NULL)
    return format->date;
  /* The pattern has the order of the event's own language, which another one has not. */
  return g_ascii_strcasecmp (event->languages[0], language) == 0 ? event->date_pattern : NULL;
}

char *
pg_date_format (const ProgrammeEvent *event, const PgDay *day, const char *language)
{
  char *text = NULL;
  const char *pattern = pg_date_pattern (event, language);
  if (pattern != NULL && day->year > 0)
    text = format_moment (get_format (language, pattern, "UTC"), day_moment (day));
  if (text == NULL)
    text = pg_date_format_skeleton (day, "yMMMMEEEEd", language);
  g_autofree char *lower = text;
  return pg_capitalised (lower);
}

static int
compare_days (const PgDay *a, const PgDay *b)
{
  int left = pg_day_number (a->year, a->month, a->day), right = pg_day_number (b->year, b->month, b->day);
  return left < right ? -1 : left > right;
}

static char *
format_interval (const PgDay *first, const PgDay *last, const char *language)
{
  UChar text[MAX_RESULT];
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *skeleton = pg_icu_from_utf8 ("yMMMMd"), *zone = pg_icu_from_utf8 ("UTC");
  g_autofree char *locale = locale_of (language);
  UDateIntervalFormat *format = udtitvfmt_open (locale, skeleton, -1, zone, -1, &status);
  int32_t length = udtitvfmt_format (format, day_moment (first), day_moment (last), text, MAX_RESULT, NULL, &status);
  udtitvfmt_close (format);
  return U_SUCCESS (status) && length < MAX_RESULT ? result (text, length) : NULL;
}

/* Where CLDR has intervals in figures alone, as for Lao, they are made of single dates: those have the month's name. */
static char *
make_interval (const PgDay *first, const PgDay *last, const char *language)
{
  g_autofree char *end = pg_date_format_skeleton (last, "yMMMMd", language);
  gboolean is_day_first = g_ascii_isdigit (end[0]) && first->day < last->day;
  if (is_day_first && first->year == last->year && first->month == last->month)
    return g_strdup_printf ("%d–%s", first->day, end);
  g_autofree char *start = pg_date_format_skeleton (first, first->year == last->year ? "MMMMd" : "yMMMMd", language);
  return g_strdup_printf ("%s – %s", start, end);
}

static char *
interval_in_words (const PgDay *first, const PgDay *last, const char *language)
{
  char *text = format_interval (first, last, language);
  if (text == NULL || strchr (text, '/') == NULL)
    return text;
  g_free (text);
  return make_interval (first, last, language);
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
  char *text = first->year > 0 && compare_days (first, last) != 0 ? interval_in_words (first, last, language) : NULL;
  return text != NULL ? text : pg_date_format_skeleton (first, "yMMMMd", language);
}

gboolean
pg_date_pattern_exists (const char *pattern)
{
  UDateFormat *format = open_format ("en-GB", pattern, "UTC");
  g_autofree char *text = format_moment (format, 0);
  udat_close (format);
  return text != NULL;
}

/* Times */

/* Languages other than English have words of their own for the halves of a day, and their own place for them. */
static char *
format_half_day (int minute, const char *language)
{
  if (g_ascii_strncasecmp (language, "en", 2) != 0)
    return format_moment (get_skeleton_format (language, "hmm"), minute * 60000.0);
  int hour = minute / 60, shown = hour % 12 == 0 ? 12 : hour % 12;
  return g_strdup_printf ("%s%d:%02d" NO_BREAK_SPACE "%s", shown < 10 ? FIGURE_SPACE : "", shown, minute % 60,
                          hour < 12 ? "am" : "pm");
}

char *
pg_time_format (PgTimeStyle style, int minute, const char *language)
{
  minute %= 24 * 60;
  int hour = minute / 60;
  const char *space = hour < 10 ? FIGURE_SPACE : "";
  switch (style)
    {
    case PG_TIMES_900:
      return g_strdup_printf ("%s%d:%02d", space, hour, minute % 60);
    case PG_TIMES_9H00:
      return g_strdup_printf ("%s%dh%02d", space, hour, minute % 60);
    case PG_TIMES_9DOT00:
      return g_strdup_printf ("%s%d.%02d", space, hour, minute % 60);
    case PG_TIMES_12H:
      {
        char *text = format_half_day (minute, language);
        if (text != NULL)
          return text;
      }
      break;
    case PG_TIMES_THEME:
    case PG_TIMES_0900:
      break;
    }
  return g_strdup_printf ("%02d:%02d", hour, minute % 60);
}

/* Zones */

char *
pg_zone_format (const ProgrammeEvent *event, const PgDay *day, const char *language)
{
  const char *label = day->zone_label != NULL ? day->zone_label : event->zone_label;
  if (label != NULL)
    return g_strdup (label);
  if (event->timezone == NULL || day->year == 0)
    return NULL;
  return format_moment (get_format (language, "z", event->timezone), day_moment (day));
}

/* The offset of a zone from UTC at a time of day there, minutes; moment gets that time. */
static int
zone_offset (const char *zone, const PgDay *day, int minute, UDate *moment)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *wide = pg_icu_from_utf8 (zone);
  UCalendar *calendar = ucal_open (wide, -1, "en_GB", UCAL_GREGORIAN, &status);
  if (day != NULL)
    {
      ucal_setDateTime (calendar, day->year, day->month - 1, day->day, minute / 60, minute % 60, 0, &status);
      ucal_set (calendar, UCAL_MILLISECOND, 0);
      *moment = ucal_getMillis (calendar, &status);
    }
  else
    ucal_setMillis (calendar, *moment, &status);
  int offset = ucal_get (calendar, UCAL_ZONE_OFFSET, &status) + ucal_get (calendar, UCAL_DST_OFFSET, &status);
  ucal_close (calendar);
  return U_SUCCESS (status) ? offset / 60000 : 0;
}

gboolean
pg_second_zone_minute (const ProgrammeEvent *event, const PgDay *day, int minute, int *second)
{
  if (event->timezone == NULL || event->second_timezone == NULL || day->year == 0)
    return FALSE;
  UDate moment;
  int first_offset = zone_offset (event->timezone, day, minute, &moment);
  *second = minute + zone_offset (event->second_timezone, NULL, 0, &moment) - first_offset;
  return TRUE;
}

char *
pg_second_zone_format (const ProgrammeEvent *event, const PgDay *day, const char *language)
{
  if (event->timezone == NULL || event->second_timezone == NULL || day->year == 0)
    return NULL;
  if (event->second_zone_label != NULL)
    return g_strdup (event->second_zone_label);
  return format_moment (get_format (language, "z", event->second_timezone), day_moment (day));
}

gboolean
pg_zone_exists (const char *zone)
{
  UChar canonical[128];
  UBool is_system = FALSE;
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *wide = pg_icu_from_utf8 (zone);
  if (wide == NULL)
    return FALSE;
  ucal_getCanonicalTimeZoneID (wide, -1, canonical, G_N_ELEMENTS (canonical), &is_system, &status);
  return U_SUCCESS (status) && is_system;
}

static GStrv
all_zones (void)
{
  GPtrArray *zones = g_ptr_array_new ();
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *names = ucal_openTimeZones (&status);
  const char *name;
  while (U_SUCCESS (status) && (name = uenum_next (names, NULL, &status)) != NULL)
    g_ptr_array_add (zones, g_strdup (name));
  uenum_close (names);
  g_ptr_array_add (zones, NULL);
  return (GStrv) g_ptr_array_free (zones, FALSE);
}

/* The zone of a city that is named without its continent: "Seoul". */
static const char *
zone_of_city (const char *city, const char *const *zones)
{
  gsize length = strlen (city);
  for (; *zones != NULL; zones++)
    {
      gsize zone_length = strlen (*zones);
      if (zone_length >= length && g_ascii_strcasecmp (*zones + zone_length - length, city) == 0
          && (zone_length == length || (*zones)[zone_length - length - 1] == '/'))
        return *zones;
    }
  return NULL;
}

char *
pg_zone_nearest (const char *zone)
{
  g_auto (GStrv) zones = all_zones ();
  const char *near = *zone != '\0' ? zone_of_city (zone, (const char *const *) zones) : NULL;
  if (near == NULL)
    near = pg_nearest_word (zone, (const char *const *) zones);
  return g_strdup (near);
}
