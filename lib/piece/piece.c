/* Enters: a piece's name, a theme, a paper. Leaves: the piece, and the measures that all pieces share. */
#include "piece/piece.h"

#include "base/units.h"

#include <string.h>

/* Narrower than this, role labels go above the names; and styles are the theme's for small paper. */
#define LEAST_DETAILS_WIDTH (110 * PG_POINTS_PER_MM)
#define LEAST_WIDTH (140 * PG_POINTS_PER_MM)

static const PgPiece pieces[] = {
  { "agenda", pg_agenda_compose, FALSE, FALSE },
  { "speakers", pg_speakers_compose, TRUE, TRUE },
};

static const char *const names[] = { "agenda", "speakers", NULL };

const PgPiece *
pg_piece_lookup (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (strcmp (pieces[i].name, name) == 0)
      return &pieces[i];
  return NULL;
}

const char *const *
pg_piece_names (void)
{
  return names;
}

gboolean
pg_job_measure (PgJob *job, const char *paper)
{
  const ProgrammeTheme *theme = job->theme;
  if (!pg_paper_parse (paper != NULL ? paper : pg_theme_word (theme, "page", "paper"), &job->page_width,
                       &job->page_height))
    return FALSE;
  /* On smaller paper the margins shrink with it; a larger sheet keeps them. */
  double scale = MIN (1, job->page_width / (210 * PG_POINTS_PER_MM));
  job->left = pg_theme_length (theme, "page", "left") * scale;
  job->right = pg_theme_length (theme, "page", "right") * scale;
  job->top = pg_theme_length (theme, "page", "top");
  job->bottom = pg_theme_length (theme, "page", "bottom");
  job->width = job->page_width - job->left - job->right;
  job->details_x = pg_theme_length (theme, "space", "time") + pg_theme_length (theme, "space", "gutter");
  job->details_width = job->width - job->details_x;
  job->is_small = job->width < LEAST_WIDTH;
  job->labels_above
      = pg_theme_is (theme, "arrangement", "labels", "above")
        || (job->details_width < LEAST_DETAILS_WIDTH && pg_theme_is (theme, "arrangement", "labels", "beside"));
  return job->width > 0 && job->details_width > 0 && job->page_height > job->top + job->bottom;
}
