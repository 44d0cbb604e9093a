/* Enters: an event's zones, a day. Leaves: what the zones are called then, and times of one in the other. */
#include "event/zones.h"

#include "base/nearest.h"
#include "event/dates.h"
#include "event/formats.h"
#include "event/icu.h"
#include "event/words.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uenum.h>

/* "KST", "UTC−4": as the language's catalogue calls the zone, else Unicode CLDR, whose hyphen is a minus. */
static char *
zone_name (const char *zone, const PgDay *day, const char *language)
{
  const char *own = pg_language_entry (language, "zones", zone);
  if (own != NULL)
    return g_strdup (own);
  g_autofree char *name = pg_icu_format (language, "gregorian", "z", zone, pg_day_moment (day));
  GString *label = g_string_new (name);
  g_string_replace (label, "-", "\u2212", 0);
  return g_string_free (label, FALSE);
}

char *
pg_zone_format (const ProgrammeEvent *event, const PgDay *day, const char *language)
{
  const char *label = day->zone_label != NULL ? day->zone_label : event->zone_label;
  if (label != NULL)
    return g_strdup (label);
  if (event->timezone == NULL || day->year == 0)
    return NULL;
  return zone_name (event->timezone, day, language);
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

/* The moment of a time of day in a zone; where that comes twice, the first or the last. shown: what clocks show then. */
static UDate
moment_at (const char *zone, const PgDay *day, int minute, UCalendarWallTimeOption which, int *shown)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *wide = pg_icu_from_utf8 (zone);
  UCalendar *calendar = ucal_open (wide, -1, "en_GB", UCAL_GREGORIAN, &status);
  ucal_setAttribute (calendar, UCAL_REPEATED_WALL_TIME, which);
  ucal_setDateTime (calendar, day->year, day->month - 1, day->day, minute / 60, minute % 60, 0, &status);
  ucal_set (calendar, UCAL_MILLISECOND, 0);
  UDate moment = ucal_getMillis (calendar, &status);
  *shown = ucal_get (calendar, UCAL_HOUR_OF_DAY, &status) * 60 + ucal_get (calendar, UCAL_MINUTE, &status);
  ucal_close (calendar);
  return moment;
}

PgClock
pg_zone_clock (const char *zone, const PgDay *day, int minute)
{
  int shown;
  UDate first = moment_at (zone, day, minute, UCAL_WALLTIME_FIRST, &shown);
  UDate last = moment_at (zone, day, minute, UCAL_WALLTIME_LAST, &shown);
  return shown != minute % (24 * 60) ? PG_CLOCK_SKIPPED : first < last ? PG_CLOCK_TWICE : PG_CLOCK_PLAIN;
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
  return zone_name (event->second_timezone, day, language);
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
