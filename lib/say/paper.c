/* What a page has room for. Enters: a request, a group of the theme. Leaves: the page's size, its margins and axes. */
#include "say/paper.h"

#include "base/units.h"

static gboolean
read_size (const PgRequest *request, const char *group, PgPaper *paper, const char **word)
{
  *word = request->paper != NULL ? request->paper : pg_theme_word (request->theme, group, "paper");
  return pg_paper_parse (*word, &paper->width, &paper->height);
}

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

static PgPaper *
check_size (PgPaper *paper, gboolean exists, const char *word, GError **error)
{
  if (exists && paper->measure > 0 && paper->details_width > 0 && paper->height > paper->top + paper->bottom)
    return paper;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "“%s” is no paper, or too small for the theme's margins; expected A0 to A7, Letter, Legal, Tabloid or a "
               "size such as 210x297mm",
               word);
  return NULL;
}

/* On smaller paper the margins beside shrink with it; a larger sheet keeps them. */
PgPaper *
pg_paper_new (const PgRequest *request, const char *group, double details_x, GError **error)
{
  PgPaper *paper = pg_arena_new0 (request->arena, PgPaper);
  const char *word;
  gboolean exists = read_size (request, group, paper, &word);
  if (exists)
    set_margins (request, group, paper,
                 MIN (1, paper->width / pg_theme_length (request->theme, group, "made-for-width")), 1);
  paper->scale = 1;
  paper->details_x = details_x;
  paper->details_width = paper->measure - details_x;
  return check_size (paper, exists, word, error);
}

PgPaper *
pg_paper_new_scaled (const PgRequest *request, const char *group, GError **error)
{
  PgPaper *paper = pg_arena_new0 (request->arena, PgPaper);
  const ProgrammeTheme *theme = request->theme;
  const char *word;
  double width, height;
  gboolean exists = read_size (request, group, paper, &word)
                    && pg_paper_parse (pg_theme_word (theme, group, "paper"), &width, &height);
  if (exists)
    {
      paper->scale = MIN (paper->width / width, paper->height / height);
      set_margins (request, group, paper, paper->scale, paper->scale);
    }
  paper->details_width = paper->measure;
  return check_size (paper, exists, word, error);
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
