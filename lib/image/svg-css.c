/* Enters: CSS of an SVG. Leaves: which elements its rules refer to. */
#include "image/svg-scan.h"

#include <math.h>
#include <string.h>

#define WHITE " \t\r\n"

char *
pg_svg_next_url (const char **at)
{
  for (const char *here = *at; *here != '\0'; here++)
    {
      if (g_ascii_strncasecmp (here, "url(", 4) != 0)
        continue;
      const char *start = here + 4 + strspn (here + 4, WHITE "\"'");
      gsize length = strcspn (start, WHITE "\"')");
      *at = start + length;
      if (*start == '#')
        return g_strndup (start, length);
      here = *at - 1;
    }
  return NULL;
}

/* The mean of the numbers at a place, which goes on behind them; 0 if there are none. */
static double
read_mean (const char **at)
{
  double sum = 0, n = 0;
  for (;;)
    {
      char *end;
      *at += strspn (*at, WHITE ",%");
      double number = g_ascii_strtod (*at, &end);
      if (end == *at)
        return n > 0 ? sum / n : 0;
      sum += isfinite (number) ? fabs (number) : 0;
      n++;
      for (*at = end; g_ascii_isalpha (**at); (*at)++) /* its unit */
        ;
    }
}

/* Where the value of a property begins next, or NULL. */
static const char *
next_value (const char *text, const char *property)
{
  const char *found = property != NULL ? strstr (text, property) : NULL;
  return found != NULL ? found + strlen (property) + strspn (found + strlen (property), WHITE ":") : NULL;
}

double
pg_svg_least_number (const char *text, const char *property)
{
  double least = INFINITY;
  for (const char *at = property != NULL ? next_value (text, property) : text; at != NULL;
       at = next_value (at, property))
    {
      double mean = read_mean (&at);
      least = mean > 0 ? fmin (least, mean) : least;
    }
  return least;
}

double
pg_svg_largest_number (const char *text, const char *property)
{
  double largest = 0;
  for (const char *at = property != NULL ? next_value (text, property) : text; at != NULL;
       at = next_value (at, property))
    largest = fmax (largest, read_mean (&at));
  return largest;
}

/* What stands before the brace around a place in a sheet. */
static char *
selector_at (const char *sheet, const char *place)
{
  const char *brace = place;
  while (brace > sheet && *brace != '{')
    brace--;
  const char *start = brace;
  while (start > sheet && strchr ("}/[", start[-1]) == NULL)
    start--;
  return g_strndup (start, (gsize) (brace - start));
}

/* A selector that is more than a class may be any element's. */
static void
add_rule (GHashTable *rules, const char *selector, const char *name)
{
  gboolean is_class = selector[0] == '.' && selector[1 + strcspn (selector + 1, WHITE ".:[]>+~#*")] == '\0';
  const char *key = is_class ? selector : "*";
  GPtrArray *names = g_hash_table_lookup (rules, key);
  if (names == NULL)
    g_hash_table_insert (rules, g_strdup (key), names = g_ptr_array_new_with_free_func (g_free));
  g_ptr_array_add (names, g_strdup (name));
}

/* The bytes outside of braces. */
static double
count_selectors (const char *sheet)
{
  double n = 0;
  gboolean is_inside = FALSE;
  for (const char *at = sheet; *at != '\0'; at++)
    {
      n += is_inside ? 0 : 1;
      is_inside = *at == '{' || (is_inside && *at != '}');
    }
  return n;
}

void
pg_svg_scan_sheet (PgSvgScan *scan, const char *sheet)
{
  const char *at = sheet;
  gboolean may_mark = strstr (sheet, "marker") != NULL;
  char *name;
  scan->selectors += count_selectors (sheet);
  scan->least_dash = fmin (scan->least_dash, pg_svg_least_number (sheet, "stroke-dasharray"));
  scan->largest_letter = fmax (scan->largest_letter, pg_svg_largest_number (sheet, "font-size"));
  while ((name = pg_svg_next_url (&at)) != NULL)
    {
      g_autofree char *selector = selector_at (sheet, at);
      g_auto (GStrv) parts = g_strsplit (selector, ",", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        add_rule (scan->rules, g_strstrip (parts[i]), name);
      if (may_mark)
        g_ptr_array_add (scan->markers, g_strdup (name));
      g_free (name);
    }
}
