/* What a page has room for. Enters: a request, a group of the theme. Leaves: the page's size, its margins and axes. */
#include "say/paper.h"

#include "base/units.h"

#include <math.h>

/* On smaller paper the margins beside shrink with it; a larger sheet keeps them. */
static void
set_margins (const PgRequest *request, const char *group, PgPaper *paper)
{
  const ProgrammeTheme *theme = request->theme;
  double scale = MIN (1, paper->width / pg_theme_length (theme, group, "made-for-width"));
  paper->left = pg_theme_length (theme, group, "left") * scale;
  paper->right = pg_theme_length (theme, group, "right") * scale;
  paper->top = pg_theme_length (theme, group, "top");
  paper->bottom = pg_theme_length (theme, group, "bottom");
  paper->measure = paper->width - paper->left - paper->right;
}

/* Less paper than a piece can stand upon is refused, with what it takes: it would come out word by word. */
static gboolean
has_room (const PgRequest *request, const char *group, const PgPaper *paper, const char *name, GError **error)
{
  const ProgrammeTheme *theme = request->theme;
  double width = MAX (1, pg_theme_length (theme, group, "least-width"));
  double height = MAX (1, pg_theme_length (theme, group, "least-height"));
  if (paper->details_width >= width && paper->height - paper->top - paper->bottom >= height)
    return TRUE;
  double made_for = pg_theme_length (theme, group, "made-for-width");
  double margins = pg_theme_length (theme, group, "left") + pg_theme_length (theme, group, "right");
  double text = width + paper->details_x, small = text / (1 - margins / made_for);
  double needed_width = small <= made_for ? small : text + margins, needed_height = height + paper->top + paper->bottom;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "the paper “%s” is too small for this piece in this theme, which takes %.0fx%.0fmm at least", name,
               ceil (needed_width / PG_POINTS_PER_MM), ceil (needed_height / PG_POINTS_PER_MM));
  return FALSE;
}

PgPaper *
pg_paper_new (const PgRequest *request, const char *group, double details_x, GError **error)
{
  PgPaper *paper = pg_arena_new0 (request->arena, PgPaper);
  const char *name = request->paper != NULL ? request->paper : pg_theme_word (request->theme, group, "paper");
  if (!pg_paper_parse (name, &paper->width, &paper->height))
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                   "“%s” is no paper; expected A0 to A7, Letter, Legal, Tabloid or a size such as 210x297mm", name);
      return NULL;
    }
  set_margins (request, group, paper);
  paper->details_x = details_x;
  paper->details_width = paper->measure - details_x;
  return has_room (request, group, paper, name, error) ? paper : NULL;
}

PgPaper *
pg_paper_new_for_pages (const PgRequest *request, GError **error)
{
  const ProgrammeTheme *theme = request->theme;
  gboolean is_parallel = request->second != NULL && request->bilingual == PG_BILINGUAL_PARALLEL;
  double time = pg_theme_length (theme, "space", is_parallel ? "time-parallel" : "time");
  PgPaper *paper = pg_paper_new (request, "page", time + pg_theme_length (theme, "space", "gutter"), error);
  if (paper == NULL)
    return NULL;
  paper->labels_in_margin = pg_theme_is (theme, "arrangement", "labels", "margin");
  paper->labels_above = pg_theme_is (theme, "arrangement", "labels", "above")
                        || (paper->details_width < pg_theme_length (theme, "page", "labels-width")
                            && pg_theme_is (theme, "arrangement", "labels", "beside"));
  return paper;
}
