/* Reference files. Enters: a dump of pages. Leaves: whether it is that of tests/golden, numbers compared with some play. */
#include "golden.h"

#include <math.h>
#include <string.h>

#define PLAY 0.8 /* pt: other versions of a font have a little more or less white */

/* A number with decimals: whole ones, such as pages, are compared as text, and so is what stands in quotes or brackets. */
static gboolean
read_number (const char **at, double *number)
{
  char *end;
  *number = g_ascii_strtod (*at, &end);
  if (end == *at || memchr (*at, '.', (gsize) (end - *at)) == NULL)
    return FALSE;
  *at = end;
  return TRUE;
}

static gboolean
same_line (const char *expected, const char *found)
{
  gboolean quoted = FALSE, bracketed = FALSE;
  while (*expected != '\0' && *found != '\0')
    {
      double left, right;
      gboolean starts = g_ascii_isdigit (*expected) || *expected == '-';
      if (!quoted && !bracketed && starts && read_number (&expected, &left))
        {
          if (!read_number (&found, &right) || fabs (left - right) > PLAY)
            return FALSE;
          continue;
        }
      if (*expected != *found)
        return FALSE;
      if (*expected == '"')
        quoted = !quoted;
      else if (!quoted && (*expected == '[' || *expected == ']'))
        bracketed = *expected == '[';
      expected++;
      found++;
    }
  return *expected == *found;
}

char *
golden_difference (const char *expected, const char *found)
{
  g_auto (GStrv) left = g_strsplit (expected, "\n", -1), right = g_strsplit (found, "\n", -1);
  for (guint i = 0; left[i] != NULL || right[i] != NULL; i++)
    {
      const char *wanted = left[i] != NULL ? left[i] : "(the end)", *is = right[i] != NULL ? right[i] : "(the end)";
      if (!same_line (wanted, is))
        return g_strdup_printf ("line %u\n  is       %s\n  but was  %s", i + 1, is, wanted);
      if (left[i] == NULL || right[i] == NULL)
        break;
    }
  return NULL;
}

void
golden_compare (const char *name, const char *dump)
{
  g_autofree char *file = g_strconcat (name, ".dump", NULL), *expected = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", file, NULL);
  if (g_strcmp0 (g_getenv ("UPDATE_GOLDEN"), "1") == 0)
    {
      g_assert_true (g_file_set_contents (path, dump, -1, NULL));
      return;
    }
  g_file_get_contents (path, &expected, NULL, NULL);
  g_autofree char *difference = golden_difference (expected != NULL ? expected : "", dump);
  if (difference == NULL)
    return;
  g_test_message ("tests/golden/%s: %s\nIf it is meant to be so, run the test with UPDATE_GOLDEN=1 and look at what "
                  "“git diff tests/golden” says.",
                  file, difference);
  g_test_fail ();
}
