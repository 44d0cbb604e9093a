/* Enters: a language, a calendar, a pattern, a moment. Leaves: the moment in words, by Unicode CLDR.
   Formats are dear to open (up to 1 ms), so each thread keeps those it has used; nothing is shared between threads. */
#include "event/formats.h"

#include "event/icu.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>

#define MAX_FORMATS 64 /* kept by a thread */
#define MAX_RESULT 512 /* UTF-16 units of a date */

const char *
pg_icu_tag (const char *language)
{
  if (g_ascii_strcasecmp (language, "en") == 0)
    return "en-GB";
  return g_ascii_strcasecmp (language, "pt") == 0 ? "pt-PT" : language;
}

/* ICU's name for a language, with digits 0 to 9 whatever its own, and a calendar. Free. */
static char *
locale_of (const char *language, const char *calendar)
{
  char locale[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  const char *tag = pg_icu_tag (language);
  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  uloc_setKeywordValue ("numbers", "latn", locale, sizeof locale, &status);
  uloc_setKeywordValue ("calendar", strcmp (calendar, "islamic") == 0 ? "islamic-umalqura" : calendar, locale,
                        sizeof locale, &status);
  return g_strdup (U_SUCCESS (status) ? locale : tag);
}

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
get_format (const char *language, const char *calendar, const char *pattern, const char *zone)
{
  GHashTable *formats = thread_formats ();
  char *key = g_strdup_printf ("%s\n%s\n%s\n%s", language, calendar, zone, pattern);
  UDateFormat *format = g_hash_table_lookup (formats, key);
  if (format != NULL)
    {
      g_free (key);
      return format;
    }
  g_autofree char *locale = locale_of (language, calendar);
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

char *
pg_icu_format (const char *language, const char *calendar, const char *pattern, const char *zone, double moment)
{
  UDateFormat *format = get_format (language, calendar, pattern, zone);
  UChar text[MAX_RESULT];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = format != NULL ? udat_format (format, moment, text, MAX_RESULT, NULL, &status) : -1;
  return length > 0 && length < MAX_RESULT && U_SUCCESS (status) ? result (text, length) : NULL;
}

/* Languages of which Unicode CLDR knows little have its own comma, which is none in Arabic letters. Free. */
static char *
with_own_comma (char *pattern, const char *locale)
{
  char likely[ULOC_FULLNAME_CAPACITY], script[ULOC_SCRIPT_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  uloc_addLikelySubtags (locale, likely, sizeof likely, &status);
  uloc_getScript (likely, script, sizeof script, &status);
  if (U_FAILURE (status) || strcmp (script, "Arab") != 0)
    return pattern;
  g_auto (GStrv) parts = g_strsplit (pattern, ",", -1);
  g_free (pattern);
  return g_strjoinv ("،", parts);
}

char *
pg_icu_pattern (const char *language, const char *skeleton)
{
  UChar pattern[256];
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *locale = locale_of (language, "gregorian");
  g_autofree UChar *wide = pg_icu_from_utf8 (skeleton);
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  int32_t length = udatpg_getBestPatternWithOptions (generator, wide, -1, UDATPG_MATCH_NO_OPTIONS, pattern,
                                                     G_N_ELEMENTS (pattern), &status);
  udatpg_close (generator);
  return U_SUCCESS (status) ? with_own_comma (pg_icu_to_utf8 (pattern, length), locale) : g_strdup ("y-MM-dd");
}
