/* Enters: runs that are too long for the lines they have. Leaves: as much of them as these hold, and an ellipsis. */
#include "text/galley.h"

#include <string.h>

/* Where the text may be cut: where a line may end. */
typedef struct
{
  guint run;
  guint start, end; /* bytes of the whole text: what is left of the run */
} Cut;

typedef struct
{
  PgArena *arena;
  PgFonts *fonts;
  const PgStyle *style;
  const PgRun *runs;
  double width;
  gboolean right_to_left;
  const PgPlace *place;
  guint most;   /* lines */
  char *text;   /* of all runs */
  GArray *cuts; /* of Cut; the first leaves nothing */
} Shortening;

static void
find_cuts (Shortening *shortening, const PgGalley *galley)
{
  g_autofree guint8 *marks = pg_marks_find (galley);
  Cut cut = { 0 };
  g_array_append_val (shortening->cuts, cut);
  for (guint at = 1; at < galley->n_chars; at++)
    {
      guint end = at;
      if (marks[at] != PG_MARK_PLAIN && marks[at] != PG_MARK_FORCED)
        continue;
      while (end > 0 && pg_is_white (galley->chars[end - 1]))
        end--;
      while (galley->run_starts[cut.run + 1] < end)
        cut.run++;
      cut.start = galley->offsets[galley->run_starts[cut.run]];
      cut.end = MAX (galley->offsets[end], cut.start);
      g_array_append_val (shortening->cuts, cut);
    }
  shortening->text = g_strdup (galley->text);
}

/* The lines of what a cut leaves; NULL if they are too many. */
static PgLines *
cut_lines (const Shortening *shortening, guint index)
{
  const Cut *cut = &g_array_index (shortening->cuts, Cut, index);
  PgRun *runs = pg_arena_new_array (shortening->arena, PgRun, cut->run + 1);
  memcpy (runs, shortening->runs, sizeof (PgRun) * (cut->run + 1));
  runs[cut->run].text
      = pg_arena_printf (shortening->arena, "%.*s…", (int) (cut->end - cut->start), shortening->text + cut->start);
  PgLines *lines = pg_lines_new (shortening->fonts, shortening->style, runs, cut->run + 1, shortening->width,
                                 shortening->right_to_left, shortening->place, NULL);
  if (index == 0 || lines->n_lines <= shortening->most)
    return lines;
  pg_lines_free (lines);
  return NULL;
}

/* Twice as much is tried each time, then what lies between: a text that is far too long costs no more than one that is a
   little too long. */
PgLines *
pg_lines_shortened (PgArena *arena, PgFonts *fonts, const PgStyle *style, const PgRun *runs, guint n_runs, double width,
                    gboolean right_to_left, const PgPlace *place, guint most)
{
  Shortening shortening = { arena, fonts, style, runs, width, right_to_left, place, most, NULL, NULL };
  PgGalley galley;
  shortening.cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  pg_galley_init (&galley, fonts, style, runs, n_runs, right_to_left);
  find_cuts (&shortening, &galley);
  pg_galley_clear (&galley);
  PgLines *best = cut_lines (&shortening, 0);
  guint fits = 0, too_many = shortening.cuts->len;
  while (too_many - fits > 1)
    {
      guint index = MIN (MAX (2 * fits, 1), (fits + too_many) / 2);
      PgLines *lines = cut_lines (&shortening, index);
      if (lines == NULL)
        {
          too_many = index;
          continue;
        }
      pg_lines_free (best);
      best = lines;
      fits = index;
    }
  g_array_unref (shortening.cuts);
  g_free (shortening.text);
  return best;
}
