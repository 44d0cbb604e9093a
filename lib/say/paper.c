/* What a page has room for. Enters: a request, a group of the theme. Leaves: the page's size, its margins and axes. */
#include "say/paper.h"

#include "base/units.h"
#include "say/clock.h"

#include <math.h>

/* beside, above: how much of the theme's margins. */
static void
set_margins (const PgRequest *request, const char *group, PgPaper *paper, double beside, double above)
{
  const ProgrammeTheme *theme = request->theme;
  paper->left = pg_theme_length (theme, group, "left") * beside;
  paper->right = pg_theme_length (theme, group, "right") * beside;
  paper->top = pg_theme_length (theme, group, "top") * above;
  paper->bottom = pg_theme_length (theme, group, "bottom") * above;
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

static PgPaper *
read_paper (const PgRequest *request, const char *group, const char **name, GError **error)
{
  PgPaper *paper = pg_arena_new0 (request->arena, PgPaper);
  paper->group = group;
  *name = request->paper != NULL ? request->paper : pg_theme_word (request->theme, group, "paper");
  if (pg_paper_parse (*name, &paper->width, &paper->height))
    return paper;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "“%s” is no paper; expected A0 to A7, Letter, Legal, Tabloid or a size such as 210x297mm", *name);
  return NULL;
}

/* On smaller paper the margins beside shrink with it; a larger sheet keeps them. */
PgPaper *
pg_paper_new (const PgRequest *request, const char *group, double details_x, GError **error)
{
  const char *name;
  PgPaper *paper = read_paper (request, group, &name, error);
  if (paper == NULL)
    return NULL;
  set_margins (request, group, paper, MIN (1, paper->width / pg_theme_length (request->theme, group, "made-for-width")),
               1);
  paper->scale = 1;
  paper->details_x = details_x;
  paper->details_width = paper->measure - details_x;
  return has_room (request, group, paper, name, error) ? paper : NULL;
}

/* In proportion nothing is too small to be set; it may be too small to be read. */
static PgPaper *
new_scaled (const PgRequest *request, const char *group, gboolean may_turn, GError **error)
{
  const char *name;
  double width, height;
  PgPaper *paper = read_paper (request, group, &name, error);
  if (paper == NULL || !pg_paper_parse (pg_theme_word (request->theme, group, "paper"), &width, &height))
    return NULL;
  if (may_turn && (width < height) != (paper->width < paper->height))
    paper->scale = MIN (paper->width / height, paper->height / width);
  else
    paper->scale = MIN (paper->width / width, paper->height / height);
  set_margins (request, group, paper, paper->scale, paper->scale);
  paper->details_width = paper->text_width = paper->measure;
  double least = pg_theme_length (request->theme, group, "least-width");
  gboolean is_high = !pg_theme_has_key (request->theme, group, "least-height")
                     || paper->height >= pg_theme_length (request->theme, group, "least-height");
  if (paper->width >= least && is_high)
    return paper;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "the paper “%s” is too small for this piece in this theme, which takes %.0fmm %s at least", name,
               ceil ((is_high ? least : pg_theme_length (request->theme, group, "least-height")) / PG_POINTS_PER_MM),
               is_high ? "across" : "in height");
  return NULL;
}

PgPaper *
pg_paper_new_scaled (const PgRequest *request, const char *group, GError **error)
{
  return new_scaled (request, group, FALSE, error);
}

PgPaper *
pg_paper_new_turned (const PgRequest *request, const char *group, GError **error)
{
  return new_scaled (request, group, TRUE, error);
}

/* With a column of times before the second axis. */
static PgPaper *
new_with_times (const PgRequest *request, const char *group, double time, gboolean facing, GError **error)
{
  const ProgrammeTheme *theme = request->theme;
  PgPaper *paper = pg_paper_new (request, group, time + pg_theme_length (theme, "space", "gutter"), error);
  if (paper == NULL)
    return NULL;
  paper->facing = facing;
  paper->text_below = !facing && pg_theme_is (theme, "arrangement", "text", "below");
  paper->persons_run_in = facing || pg_theme_is (theme, "arrangement", "persons", "run-in");
  paper->text_x = paper->text_below ? 0 : paper->details_x;
  paper->text_width = paper->measure - paper->text_x;
  paper->labels_in_margin = !facing && pg_theme_is (theme, "arrangement", "labels", "margin");
  paper->labels_above = facing || pg_theme_is (theme, "arrangement", "labels", "above")
                        || (paper->details_width < pg_theme_length (theme, "page", "labels-width")
                            && pg_theme_is (theme, "arrangement", "labels", "beside"));
  return paper;
}

PgPaper *
pg_paper_new_for_pages (const PgRequest *request, GError **error)
{
  gboolean is_parallel = request->second != NULL && request->bilingual == PG_BILINGUAL_PARALLEL;
  double time = pg_theme_length (request->theme, "space", is_parallel ? "time-parallel" : "time");
  return new_with_times (request, "page", time, FALSE, error);
}

PgPaper *
pg_paper_new_for_booklet (const PgRequest *request, GError **error)
{
  const char *time = pg_times_have_words (request) ? "time-words" : "time";
  return new_with_times (request, "booklet", pg_theme_length (request->theme, "booklet", time), TRUE, error);
}
