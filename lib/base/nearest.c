/* Enters: a word that is not known, and those that are. Leaves: the one that was probably meant. */
#include "base/nearest.h"

#include <glib.h>
#include <string.h>

/* Levenshtein's distance between two short words, characters taken as bytes. */
static guint
edit_distance (const char *a, const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);
  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];
      row[0] = (guint) i + 1;
      for (gsize j = 0; j < n; j++)
        {
          guint above = row[j + 1];
          guint change = diagonal + (a[i] != b[j]);
          row[j + 1] = MIN (change, MIN (above, row[j]) + 1);
          diagonal = above;
        }
    }
  return row[n];
}

const char *
pg_nearest_word (const char *word, const char *const *candidates)
{
  gsize length = strlen (word);
  if (length > 64)
    return NULL;
  guint best_distance = length <= 4 ? 1 : length <= 8 ? 2 : 3;
  const char *best = NULL;
  for (; *candidates != NULL; candidates++)
    {
      if (strlen (*candidates) > 64)
        continue;
      guint distance = edit_distance (word, *candidates);
      if (distance <= best_distance && (best == NULL || distance < best_distance))
        {
          best = *candidates;
          best_distance = distance;
        }
    }
  return best;
}
