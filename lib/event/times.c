/* Enters: a minute of a day, a style, a language. Leaves: the time in figures, and in the words of the language where it
   divides the day: those of its catalogue, or else Unicode CLDR's. */
#include "event/times.h"

#include "event/formats.h"
#include "event/words.h"

#include <string.h>

#define FIGURE_SPACE "\u2007"
#define NO_BREAK_SPACE "\u00A0"
#define DAY_MINUTES (24 * 60)

static const struct
{
  const char *name;
  PgTimeStyle style;
  gboolean has_zero; /* before hours of one figure */
  const char *sign;  /* between hours and minutes */
} styles[] = {
  { "09:00", PG_TIMES_0900, TRUE, ":" },    { "9:00", PG_TIMES_900, FALSE, ":" },
  { "09h00", PG_TIMES_09H00, TRUE, "h" },   { "9h00", PG_TIMES_9H00, FALSE, "h" },
  { "9h", PG_TIMES_9H, FALSE, "h" },        { "9 h 00", PG_TIMES_9_H_00, FALSE, NO_BREAK_SPACE "h" NO_BREAK_SPACE },
  { "09.00", PG_TIMES_09DOT00, TRUE, "." }, { "9.00", PG_TIMES_9DOT00, FALSE, "." },
  { "9:00 am", PG_TIMES_12H, FALSE, ":" }
};

PgTimeStyle
pg_time_style_named (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (styles); i++)
    if (strcmp (name, styles[i].name) == 0)
      return styles[i].style;
  return PG_TIMES_THEME;
}

PgTimeStyle
pg_time_style_usual (const char *language)
{
  return pg_time_style_named (pg_language_entry (language, "formats", "times"));
}

/* The name of the part of a day that an hour is in: "0 pagi;12 tengah hari" has the hours that parts begin with. */
static const char *
find_part (int minute, const char *parts)
{
  const char *name = NULL;
  for (const char *at = parts; at != NULL; at = strchr (at, ';'))
    {
      at += *at == ';' ? 1 : 0;
      if (g_ascii_strtoll (at, NULL, 10) <= minute / 60)
        name = at + strcspn (at, " ") + 1;
    }
  return name;
}

/* Or NULL. Midnight is only a day's end: its beginning is the first of the parts. */
static char *
part_of_day (int minute, const char *language)
{
  const char *midnight = pg_language_entry (language, "formats", "midnight");
  const char *name = midnight != NULL && minute > 0 && minute % DAY_MINUTES == 0
                         ? midnight
                         : find_part (minute % DAY_MINUTES, pg_language_entry (language, "formats", "parts-of-day"));
  return name != NULL ? g_strndup (name, strcspn (name, ";")) : NULL;
}

/* Languages without words in the catalogue have CLDR's for the halves of a day, in their own place. */
static char *
format_half_day (int minute, const char *language)
{
  g_autofree char *part = part_of_day (minute, language);
  int hour = minute % DAY_MINUTES / 60, shown = hour % 12 == 0 ? 12 : hour % 12;
  const char *sign = pg_language_entry (language, "formats", "hour-sign");
  if (part == NULL)
    {
      g_autofree char *pattern = pg_icu_pattern (language, "hmm");
      return pg_icu_format (language, "gregorian", pattern, "UTC", minute * 60000.0);
    }
  return g_strdup_printf ("%s%d%s%02d" NO_BREAK_SPACE "%s", shown < 10 ? FIGURE_SPACE : "", shown,
                          sign != NULL ? sign : ":", minute % 60, part);
}

/* "9h" says no minutes where there are none. */
static char *
format_figures (guint style, int minute)
{
  int hour = minute % DAY_MINUTES / 60;
  const char *before = hour >= 10 ? "" : styles[style].has_zero ? "0" : FIGURE_SPACE;
  if (styles[style].style == PG_TIMES_9H && minute % 60 == 0)
    return g_strdup_printf ("%s%dh", before, hour);
  return g_strdup_printf ("%s%d%s%02d", before, hour, styles[style].sign, minute % 60);
}

/* Its row of the table; the first where it has none. */
static guint
row_of (PgTimeStyle style)
{
  guint i = G_N_ELEMENTS (styles) - 1;
  while (i > 0 && styles[i].style != style)
    i--;
  return i;
}

char *
pg_time_format (PgTimeStyle style, int minute, const char *language)
{
  char *text = style == PG_TIMES_12H ? format_half_day (minute, language) : NULL;
  return text != NULL ? text : format_figures (row_of (style), minute);
}

char *
pg_hour_format (PgTimeStyle style, int minute)
{
  int hour = minute % DAY_MINUTES / 60;
  if (style == PG_TIMES_12H)
    hour = hour % 12 == 0 ? 12 : hour % 12;
  return g_strdup_printf (styles[row_of (style)].has_zero ? "%02d" : "%d", hour);
}
