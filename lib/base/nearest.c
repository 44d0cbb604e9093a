/* Enters: a word that is not known, and those that are. Leaves: the one that was probably meant. */
#include "base/nearest.h"

#include <glib.h>
#include <string.h>

#define MAX_LENGTH 64

/* How many characters, taken as bytes, must be put in, left out, changed, or swapped with their neighbour to make one word
   the other. Both have at most MAX_LENGTH. */
static guint
edit_distance (const char *a, const char *b)
{
  guint table[3][MAX_LENGTH + 1] = { 0 };
  gsize n = strlen (b), length = strlen (a);
  for (gsize j = 0; j <= n; j++)
    table[0][j] = (guint) j;
  for (gsize i = 1; i <= length; i++)
    {
      guint *row = table[i % 3];
      const guint *above = table[(i + 2) % 3], *second = table[(i + 1) % 3];
      row[0] = (guint) i;
      for (gsize j = 1; j <= n; j++)
        {
          row[j] = MIN (MIN (row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], second[j - 2] + 1);
        }
    }
  return table[length % 3][n];
}

const char *
pg_nearest_word (const char *word, const char *const *candidates)
{
  gsize length = strlen (word);
  if (length > MAX_LENGTH)
    return NULL;
  guint best_distance = length <= 4 ? 1 : length <= 8 ? 2 : 3;
  const char *best = NULL;
  for (; *candidates != NULL; candidates++)
    {
      if (strlen (*candidates) > MAX_LENGTH)
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
