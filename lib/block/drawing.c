/* Enters: a name. Leaves: one of our own drawings. They stand on a grid of 64 with 8 free on each side, in strokes of 4 to 5. */
#include "block/drawing.h"

#include <string.h>

const PgDrawing pg_drawing_arrow
    = { "arrow", 60, "M 60 30 L 30 0 L 17.27 0 L 42.77 25.5 L 0 25.5 L 0 34.5 L 42.77 34.5 L 17.27 60 L 30 60 Z" };

#define PICTOGRAM(name, path)                                                                                          \
  {                                                                                                                    \
    name, 64, path                                                                                                     \
  }

static const PgDrawing pictograms[] = {
  /* Two in a cabin, and where it goes. */
  PICTOGRAM ("lift", "M 15 16 L 22 8 L 29 16 Z M 35 8 L 49 8 L 42 16 Z R 9 20 46 36 0 R 14 25 36 26 0 "
                     "O 25 32.5 3.5 T 20 38 10 13 3 O 39 32.5 3.5 T 34 38 10 13 3"),
  PICTOGRAM ("stairs", "M 8 56 L 8 46 L 20 46 L 20 34 L 32 34 L 32 22 L 44 22 L 44 10 L 56 10 L 56 56 Z"),
  PICTOGRAM ("toilets", "O 18 13.5 5.5 T 10 21.5 16 18 4 R 13 42 10 14 0 R 30.25 8 3.5 48 0 O 46 13.5 5.5 "
                        "M 42.5 21.5 L 49.5 21.5 L 56 41 L 51 41 L 51 56 L 41 56 L 41 41 L 36 41 Z"),
  /* A hanger. */
  PICTOGRAM ("cloakroom",
             "M 29.75 24 L 29.75 20 C 29.75 16 35.5 16.5 35.5 13 C 35.5 9.5 28.5 9.5 28.5 13.5 L 24 13.5 "
             "C 24 4 40 4.5 40 13 C 40 18 34.25 18 34.25 21 L 34.25 24 L 56 42.5 L 56 48 L 8 48 L 8 42.5 Z "
             "M 32 28.5 L 49 43.25 L 15 43.25 Z"),
  /* Somebody behind a desk. */
  PICTOGRAM ("registration", "O 32 15 7 T 21 25 22 13 6 R 8 41 48 5.5 0 R 13 49.5 38 6.5 0"),
  PICTOGRAM ("catering",
             "R 11 8 4.5 17 0 R 18.5 8 4.5 17 0 R 26 8 4.5 17 0 "
             "M 11 25 L 30.5 25 C 30.5 32 27 34 23.5 34.5 L 23.5 56 L 18 56 L 18 34.5 C 14.5 34 11 32 11 25 Z "
             "M 38 8 C 48 11 52 22 52 36 L 44 36 L 44 56 L 38 56 Z"),
  /* A cup that steams. */
  PICTOGRAM ("coffee", "R 16 8 4 12 0 R 24 8 4 12 0 R 32 8 4 12 0 "
                       "M 8 24 L 44 24 L 44 27 L 47.5 27 C 58.5 27 58.5 43 47.5 43 L 43 43 C 42 47 39 49 35 49 L 17 49 "
                       "C 12 49 8 45 8 40 Z M 44 32 L 44 38 L 47.5 38 C 51.5 38 51.5 32 47.5 32 Z R 8 51.5 38 4.5 0"),
  /* A camera. */
  PICTOGRAM ("photo", "M 8 18 L 20 18 L 24 12 L 40 12 L 44 18 L 56 18 L 56 52 L 8 52 Z O 32 34.5 10.5 O 32 34.5 5.5"),
  /* Somebody on their knees, with hands raised. */
  PICTOGRAM ("prayer",
             "O 23 15 7 M 15 29 C 15 26 17 24.5 20 24.5 L 26 24.5 C 29 24.5 30 26 30 29 L 30 45 L 47 45 "
             "C 54 45 54 56 47 56 L 9 56 L 9 51 L 15 51 Z M 33 27.5 L 41 32 L 45 19 L 49.5 20.5 L 44 38 L 33 33 Z"),
  /* Somebody who sits on the ground. */
  PICTOGRAM ("quiet", "O 32 15 7 M 26 25 L 38 25 C 40 25 41.5 26 42.5 28 L 50 43 L 44 43 L 39 34.5 L 39 43 L 25 43 "
                      "L 25 34.5 L 20 43 L 14 43 L 21.5 28 C 22.5 26 24 25 26 25 Z R 9 46 46 10 5"),
  /* Out of a doorway. */
  PICTOGRAM ("exit", "M 8 8 L 37 8 L 37 18 L 32 18 L 32 13 L 13 13 L 13 51 L 32 51 L 32 46 L 37 46 L 37 56 L 8 56 Z "
                     "M 20 29.5 L 45 29.5 L 37.5 22 L 44.5 22 L 54.5 32 L 44.5 42 L 37.5 42 L 45 34.5 L 20 34.5 Z"),
  PICTOGRAM ("wheelchair",
             "O 27 41 15 O 27 41 10.5 F O 26.5 13 5 F M 23 21 L 30 21 L 30.5 27 L 42 27 L 42 31.5 L 31 31.5 "
             "L 31.5 36 L 43.5 36 L 49 48.5 L 54 46.5 L 55.5 50.5 L 47 54 L 40.5 40.5 L 25 40.5 Z"),
  /* A microphone. */
  PICTOGRAM ("press", "R 25 8 14 27 7 M 16.5 27 C 16.5 49 47.5 49 47.5 27 L 43 27 C 43 43 21 43 21 27 Z "
                      "R 29.75 43.5 4.5 7.5 0 R 20 51 24 5 0"),
  /* A case. */
  PICTOGRAM (
      "first-aid",
      "R 8 19 48 35 4 M 29 27 L 35 27 L 35 33.5 L 41.5 33.5 L 41.5 39.5 L 35 39.5 L 35 46 L 29 46 L 29 39.5 "
      "L 22.5 39.5 L 22.5 33.5 L 29 33.5 Z F M 22 19 L 22 13 C 22 10.5 23.5 9 26 9 L 38 9 C 40.5 9 42 10.5 42 13 "
      "L 42 19 L 37.5 19 L 37.5 13.5 L 26.5 13.5 L 26.5 19 Z"),
};

const PgDrawing *
pg_drawing_lookup (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictograms); i++)
    if (strcmp (pictograms[i].name, name) == 0)
      return &pictograms[i];
  return NULL;
}
