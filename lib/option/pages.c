/* Which pages. Enters: "1-3,5". Leaves: the pages that it names. */
#include "option/pages.h"

#include <string.h>

typedef struct
{
  guint first, last;
} Range;

/* A number from 1 at *text, which goes on behind it. */
static gboolean
read_number (const char **text, guint *number)
{
  gsize length = strspn (*text, "0123456789");
  g_autofree char *digits = g_strndup (*text, length);
  guint64 value;
  if (!g_ascii_string_to_unsigned (digits, 10, 1, G_MAXINT, &value, NULL))
    return FALSE;
  *number = (guint) value;
  *text += length;
  return TRUE;
}

/* "3" or "3-5" at *text, which goes on behind the comma that follows, or stands at the end. */
static gboolean
read_range (const char **text, Range *range)
{
  if (!read_number (text, &range->first))
    return FALSE;
  range->last = range->first;
  if (**text == '-')
    {
      (*text)++;
      if (!read_number (text, &range->last) || range->last < range->first)
        return FALSE;
    }
  if (**text == '\0')
    return TRUE;
  return *(*text)++ == ',' && **text != '\0';
}

gboolean
pg_pages_are_well_formed (const char *text)
{
  Range range;
  do
    if (!read_range (&text, &range))
      return FALSE;
  while (*text != '\0');
  return TRUE;
}

guint
pg_pages_mark (const char *text, gboolean *wanted, guint n_pages)
{
  Range range = { 1, n_pages };
  do
    {
      if (text != NULL && !read_range (&text, &range))
        return 0;
      if (range.last > n_pages)
        return MAX (range.first, n_pages + 1);
      for (guint page = range.first; page <= range.last; page++)
        wanted[page - 1] = TRUE;
    }
  while (text != NULL && *text != '\0');
  return 0;
}
