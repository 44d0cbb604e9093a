/* Numbers of spreadsheets. Enters: a number, and the code of its format. Leaves: what the spreadsheet shows, with dates and
   times as ISO 8601 has them. */
#include "import/xlsx.h"

#include <math.h>
#include <string.h>

#define LAST_DAY 2958465 /* of the year 9999 */

/* What is seen in a code besides literals. */
typedef struct
{
  gboolean date, time, month, duration, other;
} Seen;

/* Adds a literal to what stands before the figures, or behind them. */
static void
add_literal (PgNumberFormat *format, const char *from, gsize length)
{
  char *to = format->digits == 0 ? format->prefix : format->suffix;
  gsize used = strlen (to);
  if (used + length < sizeof format->prefix)
    memcpy (to + used, from, length);
}

/* A letter that is no literal. Gives how many characters it takes. */
static gsize
see (Seen *seen, PgNumberFormat *format, const char *at)
{
  if (g_ascii_strncasecmp (at, "AM/PM", 5) == 0)
    {
      seen->time = TRUE;
      return 5;
    }
  if ((*at == 'E' || *at == 'e') && (at[1] == '+' || at[1] == '-'))
    {
      seen->other = TRUE;
      return 2;
    }
  switch (g_ascii_tolower (*at))
    {
    case 'y':
    case 'd':
    case 'e':
      seen->date = TRUE;
      break;
    case 'h':
    case 's':
      seen->time = TRUE;
      break;
    case 'm':
      seen->month = TRUE;
      break;
    case '0':
      format->digits++;
      break;
    case '-':
    case ' ':
      add_literal (format, at, 1);
      break;
    default:
      seen->other = TRUE;
    }
  return 1;
}

/* "[h]" counts hours on; other brackets are colours, languages and conditions. */
static gsize
see_brackets (Seen *seen, const char *at)
{
  gsize length = strcspn (at, "]");
  if (strchr ("hHmMsS", at[1]) != NULL && at[1] != '\0' && strspn (at + 1, "hHmMsS") == length - 1)
    seen->duration = TRUE;
  return length + (at[length] != '\0');
}

static Seen
scan (const char *code, PgNumberFormat *format)
{
  Seen seen = { 0 };
  for (const char *at = code; *at != '\0' && *at != ';';)
    if (*at == '"')
      {
        gsize length = strcspn (at + 1, "\"");
        add_literal (format, at + 1, length);
        at += length + 1 + (at[length + 1] != '\0');
      }
    else if (*at == '\\' || *at == '_' || *at == '*')
      {
        if (*at == '\\' && at[1] != '\0')
          add_literal (format, at + 1, 1);
        at += at[1] != '\0' ? 2 : 1;
      }
    else if (*at == '[')
      at += see_brackets (&seen, at);
    else
      at += see (&seen, format, at);
  return seen;
}

PgNumberFormat
pg_number_format (const char *code)
{
  PgNumberFormat format = { PG_NUMBER_PLAIN, 0, "", "" };
  if (g_ascii_strncasecmp (code, "General", 7) == 0)
    return format;
  Seen seen = scan (code, &format);
  gboolean date = seen.date || (seen.month && !seen.time && !seen.duration);
  if (seen.duration)
    format.kind = PG_NUMBER_DURATION;
  else if (date || seen.time)
    format.kind = !seen.time ? PG_NUMBER_DATE : date ? PG_NUMBER_DATE_TIME : PG_NUMBER_TIME;
  else if (format.digits > 0 && !seen.other
           && (format.digits > 1 || format.prefix[0] != '\0' || format.suffix[0] != '\0'))
    format.kind = PG_NUMBER_FIGURES;
  return format;
}

PgNumberFormat
pg_number_format_built_in (guint id)
{
  PgNumberFormat format = { PG_NUMBER_PLAIN, 0, "", "" };
  if (id == 22)
    format.kind = PG_NUMBER_DATE_TIME;
  else if (id == 46)
    format.kind = PG_NUMBER_DURATION;
  else if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
    format.kind = PG_NUMBER_TIME;
  else if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    format.kind = PG_NUMBER_DATE;
  return format;
}

/* "09:00", or with seconds if there are any. */
static char *
time_text (gint64 seconds)
{
  int hours = (int) (seconds / 3600), minutes = (int) (seconds / 60 % 60), rest = (int) (seconds % 60);
  return rest != 0 ? g_strdup_printf ("%02d:%02d:%02d", hours, minutes, rest)
                   : g_strdup_printf ("%02d:%02d", hours, minutes);
}

/* Days are counted from 1900 on as if that had been a leap year, or from 1904 on. */
static char *
date_text (gint64 day, gboolean since_1904)
{
  GDate date;
  char text[16];
  g_date_clear (&date, 1);
  g_date_set_dmy (&date,
                  since_1904 ? 1
                  : day < 60 ? 31
                             : 30,
                  since_1904 ? G_DATE_JANUARY : G_DATE_DECEMBER, since_1904 ? 1904 : 1899);
  g_date_add_days (&date, (guint) day);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}

static char *
plain_text (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", number));
}

static char *
moment_text (double number, PgNumberKind kind, gboolean since_1904)
{
  gint64 seconds = (gint64) (number * 86400 + 0.5), day = seconds / 86400;
  if (kind == PG_NUMBER_DURATION)
    return time_text (seconds);
  g_autofree char *time = time_text (seconds % 86400);
  if (kind == PG_NUMBER_TIME || (day == 0 && !since_1904))
    return g_steal_pointer (&time);
  g_autofree char *date = date_text (day, since_1904);
  return kind == PG_NUMBER_DATE ? g_steal_pointer (&date) : g_strconcat (date, " ", time, NULL);
}

char *
pg_number_text (double number, const PgNumberFormat *format, gboolean since_1904)
{
  if (format->kind == PG_NUMBER_PLAIN || !isfinite (number) || number < 0 || number >= LAST_DAY + 1.0)
    return plain_text (number);
  if (format->kind != PG_NUMBER_FIGURES)
    return moment_text (number, format->kind, since_1904);
  return g_strdup_printf ("%s%0*.0f%s", format->prefix, (int) MIN (format->digits, 20u), number, format->suffix);
}
