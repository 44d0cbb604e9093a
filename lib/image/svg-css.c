/* Enters: CSS of an SVG. Leaves: which elements its rules refer to. */
#include "image/svg-scan.h"

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

void
pg_svg_scan_sheet (PgSvgScan *scan, const char *sheet)
{
  const char *at = sheet;
  char *name;
  while ((name = pg_svg_next_url (&at)) != NULL)
    {
      g_autofree char *selector = selector_at (sheet, at);
      g_auto (GStrv) parts = g_strsplit (selector, ",", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        add_rule (scan->rules, g_strstrip (parts[i]), name);
      g_free (name);
    }
}
