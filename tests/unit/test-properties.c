/* Enters: random programmes, many of them. Leaves: whether each word is printed once and in order, all stands in its
   place, and all rules for the ends of pages hold or are told to be given up.
   PROPERTY_RUNS says how many, PROPERTY_SEED which is the first; PROPERTY_KEEP names a file for the XML of one that
   fails. */
#include "journey.h"
#include "printed.h"
#include "random-event.h"

#include <stdlib.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define RUNS 200
#else
#define RUNS 1000
#endif

static guint
from_environment (const char *name, guint otherwise)
{
  const char *value = g_getenv (name);
  return value != NULL ? (guint) strtoul (value, NULL, 10) : otherwise;
}

static char *
check_agenda (const RandomEvent *event, const Journey *journey)
{
  g_autoptr (GArray) said = printed_said (journey->pages);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  const char *contents = pg_theme_word (journey->theme, "arrangement", "contents");
  gboolean has_contents = strcmp (contents, "yes") == 0 || (strcmp (contents, "long") == 0 && event->n_days >= 3);
  const GPtrArray *const lists[] = { event->front, has_contents ? event->contents : NULL, event->days, event->back };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; lists[i] != NULL && j < lists[i]->len; j++)
      g_ptr_array_add (expected, g_ptr_array_index (lists[i], j));
  char *wrong = check_words_in_order (said, event->words, expected);
  if (wrong == NULL)
    wrong = check_words_of_cover (journey->pages, event->words, event->cover);
  if (wrong == NULL)
    wrong = check_places (journey->pages, journey->report);
  if (wrong == NULL)
    wrong = check_keeps (journey->pages, journey->report);
  return wrong;
}

static void
keep (const RandomEvent *event)
{
  const char *file = g_getenv ("PROPERTY_KEEP");
  if (file != NULL)
    g_assert_true (g_file_set_contents (file, event->xml, -1, NULL));
}

static void
test_one (guint32 seed)
{
  ProgrammeTheme *theme = journey_theme (programme_theme_list ()[seed % 3]);
  RandomLook look = { pg_theme_is (theme, "arrangement", "persons", "run-in"),
                      pg_theme_is (theme, "arrangement", "front-series", "yes") };
  g_autoptr (RandomEvent) event = random_event_new (seed, &look);
  g_autoptr (Journey) journey = journey_new (event->xml, theme);
  journey_make (journey, "agenda", event->language, event->paper);
  g_autofree char *wrong = check_agenda (event, journey);
  if (wrong == NULL)
    return;
  keep (event);
  g_test_message ("seed %u, %s, %s, %s: %s", seed, programme_theme_list ()[seed % 3], event->paper, event->language,
                  wrong);
  g_test_fail ();
}

static void
test_random (void)
{
  guint runs = from_environment ("PROPERTY_RUNS", RUNS), first = from_environment ("PROPERTY_SEED", 1);
  for (guint i = 0; i < runs; i++)
    test_one (first + i);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/properties/random", test_random);
  return g_test_run ();
}
