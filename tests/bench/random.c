/* Random events as files. Enters: a folder and how many. Leaves: there 1.xml, 2.xml ..., the same for the same number;
   on standard output a line for each: its file, and the paper to print it on. */
#include "../unit/random-event.h"

#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  guint n = argc == 3 ? (guint) strtoul (argv[2], NULL, 10) : 0;
  if (n == 0)
    {
      fputs ("usage: random FOLDER NUMBER\n", stderr);
      return 2;
    }
  for (guint32 seed = 1; seed <= n; seed++)
    {
      const RandomLook look = { .has_notes = TRUE, .has_images = TRUE }; /* which words are expected is not asked */
      g_autoptr (RandomEvent) event = random_event_new (seed, &look);
      g_autofree char *path = g_strdup_printf ("%s/%u.xml", argv[1], seed);
      g_autoptr (GError) error = NULL;
      if (!g_file_set_contents (path, event->xml, -1, &error))
        {
          fprintf (stderr, "random: %s\n", error->message);
          return 1;
        }
      printf ("%s %s\n", path, event->paper);
    }
  return 0;
}
