/* Enters: the characters of a galley in two directions. Leaves: where telephone numbers, dates of ISO 8601 and addresses
   of mail and of the web stand in it: they run from left to right, whatever stands around them. */
#include "text/galley.h"

#include <string.h>

#define SHORTEST_TELEPHONE 7 /* digits */
#define DATE_LENGTH 10       /* 2026-05-04 */

static gunichar
char_at (const PgGalley *galley, guint at)
{
  return at < galley->n_chars ? galley->chars[at] : 0;
}

static guint
skip_digits (const PgGalley *galley, guint at, guint *n_digits)
{
  for (; g_unichar_isdigit (char_at (galley, at)); at++)
    (*n_digits)++;
  return at;
}

/* Digits in brackets: the code of a region or, with its sign, of a country. */
static guint
skip_bracketed (const PgGalley *galley, guint at, guint *n_digits)
{
  if (char_at (galley, at) != '(')
    return at;
  guint start = char_at (galley, at + 1) == '+' ? at + 2 : at + 1, end = skip_digits (galley, start, n_digits);
  return end > start && char_at (galley, end) == ')' ? end + 1 : at;
}

static gboolean
parts_groups (gunichar c, gboolean is_marked)
{
  return c == ' ' || c == 0xa0 || c == 0x202f || c == '-' || c == 0x2011 || c == '/' || (c == '.' && is_marked);
}

/* "+212 5 37 00 12 34", "(02) 555-1234", "05 37 00 12 34"; but neither "(2024-2026)" nor "09.30-11.00", which run with
   their sentence. */
static guint
end_of_telephone (const PgGalley *galley, guint start)
{
  gunichar first = char_at (galley, start);
  gboolean is_international = first == '+', is_marked = is_international || first == '(';
  guint at = is_international ? start + 1 : start, end = start, n_digits = 0, n_groups = 0;
  if (!is_marked && g_unichar_digit_value (first) != 0)
    return start;
  for (;;)
    {
      guint next = skip_digits (galley, at, &n_digits);
      if (next == at && n_groups < 2)
        next = skip_bracketed (galley, at, &n_digits);
      if (next == at)
        break;
      n_groups++;
      end = next;
      at = parts_groups (char_at (galley, next), is_marked) ? next + 1 : next;
    }
  return n_digits >= SHORTEST_TELEPHONE && (is_international || n_groups > 1) ? end : start;
}

static guint
end_of_date (const PgGalley *galley, guint start)
{
  for (guint i = 0; i < DATE_LENGTH; i++)
    {
      gunichar c = char_at (galley, start + i);
      if (i == 4 || i == 7 ? c != '-' : !g_unichar_isdigit (c))
        return start;
    }
  return g_unichar_isdigit (char_at (galley, start + DATE_LENGTH)) ? start : start + DATE_LENGTH;
}

/* Whether what starts at a character would be the rest of a word or of another number: "2026-05-04", "09:00". */
static gboolean
goes_on (const PgGalley *galley, guint start)
{
  gunichar before = start > 0 ? galley->chars[start - 1] : ' ';
  return g_unichar_isalnum (before)
         || (start > 1 && g_unichar_isdigit (galley->chars[start - 2])
             && (pg_is_dash (before) || before == '.' || before == ':' || before == '/' || before == ','));
}

static gboolean
is_of_address (gunichar c)
{
  return c > ' ' && c < 0x7f && strchr ("\"()<>[]{},;", (int) c) == NULL;
}

static gboolean
is_address (const char *text)
{
  const char *at = strchr (text, '@');
  return g_str_has_prefix (text, "www.") || strstr (text, "://") != NULL || (at != NULL && at > text && at[1] != '\0');
}

static guint
end_of_address (const PgGalley *galley, guint start)
{
  guint end = start;
  if (start > 0 && is_of_address (galley->chars[start - 1]))
    return start;
  while (is_of_address (char_at (galley, end)))
    end++;
  while (end > start && strchr (".:!?'", (int) galley->chars[end - 1]) != NULL)
    end--;
  g_autofree char *text = g_strndup (galley->text + galley->offsets[start], end - start); /* which is ASCII */
  return is_address (text) ? end : start;
}

/* Whether one inserted text ends within. */
static gboolean
is_parted (const PgGalley *galley, guint start, guint end)
{
  for (guint run = 1; run < galley->n_runs && galley->run_starts[run] < end; run++)
    if (galley->run_starts[run] > start && galley->runs[run].isolate != galley->runs[run - 1].isolate)
      return TRUE;
  return FALSE;
}

void
pg_galley_find_numbers (PgGalley *galley)
{
  galley->inside_number = g_new0 (guint8, galley->n_chars + 1);
  for (guint at = 0; at < galley->n_chars;)
    {
      guint end = end_of_address (galley, at);
      if (end == at && !goes_on (galley, at))
        end = MAX (end_of_date (galley, at), end_of_telephone (galley, at));
      if (end == at || is_parted (galley, at, end))
        end = at + 1;
      memset (galley->inside_number + at + 1, TRUE, end - at - 1);
      at = end;
    }
}
