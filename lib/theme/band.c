/* Bands that tell kinds of things apart. Enters: the theme's key for one. Leaves: its tones, and what tells it without them. */
#include "theme/band.h"

static gboolean
has_place (const ProgrammeTheme *theme, const char *group, guint number)
{
  g_autofree char *key = g_strdup_printf ("%u", number);
  return pg_theme_has_key (theme, group, key);
}

void
pg_theme_band (const ProgrammeTheme *theme, const char *group, const char *id, guint index, PgBand *band)
{
  guint n = 1;
  while (has_place (theme, group, n + 1))
    n++;
  gboolean is_own = id != NULL && pg_theme_has_key (theme, group, id);
  g_autofree char *key = is_own ? g_strdup (id) : g_strdup_printf ("%u", index % n + 1);
  g_auto (GStrv) words = g_strsplit (pg_theme_word (theme, group, key), " ", -1);
  *band = (PgBand){ .fill = *pg_theme_colour (theme, words[0]), .ink = *pg_theme_colour (theme, words[1]) };
  band->has_line = g_strcmp0 (words[2], "line") == 0;
  band->has_bars = g_strcmp0 (words[2], "bars") == 0;
}
