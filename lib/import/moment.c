/* Enters: dates and times as files write them. Leaves: days and minutes as the clocks of a zone show them. */
#include "import/moment.h"

#include "base/limits.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucal.h>

/* Beyond these no day has a neighbour that can be written. */
#define FIRST_YEAR 1000
#define LAST_YEAR 9998
#define LONGEST (1000 * PG_DAY_MINUTES) /* of what is said in days, hours and minutes */
#define EPOCH 719163                    /* 1970-01-01 in GDate's count */

int
pg_date_of (int year, int month, int day)
{
  GDate date;
  if (year < FIRST_YEAR || year > LAST_YEAR || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

char *
pg_date_name (int day)
{
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/* The digits at the beginning of a text, at most as many as are wanted; -1 if there are fewer. */
static int
digits (const char **text, guint wanted)
{
  int number = 0;
  for (guint i = 0; i < wanted; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return -1;
      number = number * 10 + (**text - '0');
    }
  return number;
}

/* A digit at least and two at most. */
static int
one_or_two (const char **text)
{
  if (!g_ascii_isdigit (**text))
    return -1;
  return digits (text, g_ascii_isdigit ((*text)[1]) ? 2 : 1);
}

static void
skip (const char **text, const char *some)
{
  if (**text != '\0' && strchr (some, **text) != NULL)
    (*text)++;
}

/* "Z", "+02:00", "-0330", "+02", or nothing. */
static void
parse_offset (const char *text, PgMoment *moment)
{
  while (*text == ' ')
    text++;
  if (*text == 'Z' || *text == 'z')
    moment->has_offset = TRUE;
  if (*text != '+' && *text != '-')
    return;
  int sign = *text++ == '-' ? -1 : 1;
  int hours = digits (&text, 2);
  skip (&text, ":");
  int minutes = g_ascii_isdigit (*text) ? digits (&text, 2) : 0;
  if (hours < 0 || minutes < 0 || hours > 18)
    return;
  moment->has_offset = TRUE;
  moment->offset = sign * (hours * 60 + minutes);
}

gboolean
pg_moment_parse (const char *text, PgMoment *moment)
{
  *moment = (PgMoment){ 0 };
  while (text != NULL && g_ascii_isspace (*text))
    text++;
  if (text == NULL || *text == '\0')
    return FALSE;
  int year = digits (&text, 4);
  skip (&text, "-/.");
  int month = one_or_two (&text);
  skip (&text, "-/.");
  int day = one_or_two (&text);
  moment->day = year > 0 && month > 0 && day > 0 ? pg_date_of (year, month, day) : 0;
  if (moment->day == 0)
    return FALSE;
  skip (&text, "Tt ");
  int hour = one_or_two (&text);
  skip (&text, ":");
  int minute = hour >= 0 ? one_or_two (&text) : -1;
  moment->is_date = minute < 0;
  if (moment->is_date)
    return TRUE;
  skip (&text, ":");
  if (g_ascii_isdigit (*text))
    one_or_two (&text);
  if (*text == '.' || *text == ',')
    for (text++; g_ascii_isdigit (*text);)
      text++;
  if (hour > 24 || minute > 59)
    return FALSE;
  moment->day += hour / 24;
  moment->minute = hour % 24 * 60 + minute;
  parse_offset (text, moment);
  return TRUE;
}

/* The numbers between colons; how many, or 0 for anything else. */
static guint
parse_parts (const char *text, int parts[4])
{
  guint n = 0;
  for (; n < 4; text++)
    {
      char *end;
      guint64 part = g_ascii_isdigit (*text) ? g_ascii_strtoull (text, &end, 10) : G_MAXUINT64;
      if (part > 100000)
        return 0;
      parts[n++] = (int) part;
      text = end;
      if (*text != ':')
        break;
    }
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0' ? n : 0;
}

int
pg_moment_clock (const char *text)
{
  int parts[4];
  while (text != NULL && g_ascii_isspace (*text))
    text++;
  guint n = text != NULL ? parse_parts (text, parts) : 0;
  if (n < 2 || n > 3 || parts[1] > 59 || parts[0] * 60 + parts[1] > PG_MAX_CLOCK_MINUTES)
    return -1;
  return parts[0] * 60 + parts[1];
}

/* "P1DT2H30M", "PT90M". */
static int
parse_period (const char *text)
{
  gint64 minutes = 0;
  gboolean is_time = FALSE;
  for (text++; *text != '\0'; text++)
    {
      if (*text == 'T')
        {
          is_time = TRUE;
          continue;
        }
      char *end;
      guint64 number = g_ascii_isdigit (*text) ? g_ascii_strtoull (text, &end, 10) : G_MAXUINT64;
      if (number > 100000)
        return -1;
      text = end;
      if (*text == '.' || *text == ',')
        for (text++; g_ascii_isdigit (*text);)
          text++;
      static const char units[] = "WDHM";
      static const int values[] = { 7 * PG_DAY_MINUTES, PG_DAY_MINUTES, 60, 1 };
      const char *unit = *text != '\0' ? strchr (units, *text) : NULL;
      if (unit == NULL && *text != 'S')
        return -1;
      if (unit != NULL && (*unit != 'M' || is_time))
        minutes += (gint64) number * values[unit - units];
      if (minutes > LONGEST)
        return -1;
    }
  return (int) minutes;
}

int
pg_moment_length (const char *text)
{
  int parts[4];
  while (text != NULL && g_ascii_isspace (*text))
    text++;
  if (text == NULL)
    return -1;
  if (*text == 'P')
    return parse_period (text);
  switch (parse_parts (text, parts))
    {
    case 1:
      return parts[0];
    case 2:
    case 3:
      return parts[0] * 60 + parts[1];
    case 4:
      return parts[0] * PG_DAY_MINUTES + parts[1] * 60 + parts[2];
    default:
      return -1;
    }
}

/* zones */

struct PgZone
{
  UCalendar *calendar;
};

PgZone *
pg_zone_new (const char *name)
{
  UChar canonical[128];
  UBool is_system = FALSE;
  UErrorCode status = U_ZERO_ERROR;
  UChar *wide = name != NULL ? (UChar *) g_utf8_to_utf16 (name, -1, NULL, NULL, NULL) : NULL;
  if (wide == NULL)
    return NULL;
  ucal_getCanonicalTimeZoneID (wide, -1, canonical, G_N_ELEMENTS (canonical), &is_system, &status);
  UCalendar *calendar = is_system ? ucal_open (wide, -1, "en_GB", UCAL_GREGORIAN, &status) : NULL;
  g_free (wide);
  if (calendar == NULL || U_FAILURE (status))
    return NULL;
  PgZone *zone = g_new0 (PgZone, 1);
  zone->calendar = calendar;
  return zone;
}

void
pg_zone_free (PgZone *zone)
{
  if (zone == NULL)
    return;
  ucal_close (zone->calendar);
  g_free (zone);
}

static int
offset_now (PgZone *zone)
{
  UErrorCode status = U_ZERO_ERROR;
  int offset
      = ucal_get (zone->calendar, UCAL_ZONE_OFFSET, &status) + ucal_get (zone->calendar, UCAL_DST_OFFSET, &status);
  return U_SUCCESS (status) ? offset / 60000 : 0;
}

int
pg_clock_offset (PgZone *zone, int day, int minute)
{
  if (zone == NULL)
    return 0;
  UErrorCode status = U_ZERO_ERROR;
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  ucal_clear (zone->calendar);
  ucal_setDateTime (zone->calendar, g_date_get_year (&date), (int) g_date_get_month (&date) - 1, g_date_get_day (&date),
                    minute / 60, minute % 60, 0, &status);
  return offset_now (zone);
}

void
pg_moment_move (PgMoment *moment, PgZone *zone)
{
  if (zone == NULL || moment->day == 0 || !moment->has_offset || moment->is_date)
    return;
  UErrorCode status = U_ZERO_ERROR;
  gint64 minutes = ((gint64) moment->day - EPOCH) * PG_DAY_MINUTES + moment->minute - moment->offset;
  ucal_setMillis (zone->calendar, (UDate) minutes * 60000, &status);
  moment->offset = offset_now (zone);
  minutes += moment->offset + (gint64) EPOCH * PG_DAY_MINUTES;
  moment->day = (int) (minutes / PG_DAY_MINUTES);
  moment->minute = (int) (minutes % PG_DAY_MINUTES);
}
