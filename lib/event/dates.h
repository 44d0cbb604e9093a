/* Dates in words and figures. Enters: days, what they are for, a language. Leaves: UTF-8, with digits 0 to 9 in any language. */
#pragma once

#include "event/event.h"

typedef enum
{
  PG_DATE_HEAD,     /* as a heading: "Tuesday 3 September 2024", "Mardi 6 mai 2025" */
  PG_DATE_HEAD_DAY, /* the same without the year */
  PG_DATE_WHOLE,    /* without the weekday: "3 September 2024" */
  PG_DATE_DAY,      /* without both: "3 September" */
  PG_DATE_WEEKDAY,  /* "Tuesday" */
  PG_DATE_MONTH,    /* as it is said beside a day: "September" */
  PG_DATE_YEAR,     /* "2024" */
  PG_DATE_FIGURE    /* the day of the month alone: "3" */
} PgDateForm;

/* A date as those who write the language have it, by the event's pattern or else the language's; its first letter is a
   capital in forms that begin a line. Free with g_free. */
char *pg_date_format (const ProgrammeEvent *event, const PgDay *day, PgDateForm form, const char *language);
/* The first day to the last: "3–4 September 2024". Free with g_free. */
char *pg_dates_format (const ProgrammeEvent *event, const char *language);
/* One day to another, which is not before it, both with dates. Free with g_free. */
char *pg_dates_format_range (const ProgrammeEvent *event, const PgDay *first, const PgDay *last, const char *language);
/* Whether a language writes year before month, or the weekday after the day. */
gboolean pg_date_is_year_first (const ProgrammeEvent *event, const char *language);
gboolean pg_date_is_weekday_last (const ProgrammeEvent *event, const char *language);

/* What <formats> says of a language: of the tag, else of its primary language; NULL if nothing. */
const PgFormat *pg_format_lookup (const ProgrammeEvent *event, const char *language);
/* The event's own pattern for dates in a language, or NULL. */
const char *pg_date_pattern (const ProgrammeEvent *event, const char *language);
/* Whether ICU can write a date by the pattern. */
gboolean pg_date_pattern_exists (const char *pattern);

/* Days since 1970-01-01, or G_MININT if there is no such date. */
int pg_day_number (int year, int month, int day);
/* Noon of the day, so that no zone within half a day moves it to another date: milliseconds since 1970. */
double pg_day_moment (const PgDay *day);
