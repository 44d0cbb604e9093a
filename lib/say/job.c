/* Enters: an event, a theme, a paper, languages. Leaves: the measures that all pieces share. */
#include "say/job.h"

#include "base/units.h"
#include "event/names.h"
#include "say/say.h"

void
pg_job_columns (const PgJob *job, double width, double *first, double *second)
{
  double left = pg_theme_script (job->theme, job->first->script)->share;
  double right = pg_theme_script (job->theme, job->second->script)->share;
  double whole = width - pg_space (job, "gutter-parallel");
  *first = whole * left / (left + right);
  *second = whole - *first;
}

static void
unref_table (gpointer table)
{
  g_hash_table_unref (table);
}

static void
set_language (PgJob *job, const char *language)
{
  job->language = language;
  job->script = pg_language_script (job->arena, language);
  job->right_to_left = pg_language_is_right_to_left (language);
  job->zero = pg_theme_is (job->theme, "times", "digits", "native") ? pg_language_zero (language) : '0';
  job->styles = g_hash_table_new (g_str_hash, g_str_equal);
  pg_arena_defer (job->arena, unref_table, job->styles);
}

/* The jobs that say things in one language; in parallel columns they are as wide as these. */
static void
split_languages (PgJob *job)
{
  job->first = job;
  if (job->second_language == NULL)
    return;
  PgJob *parts[2];
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i] = pg_arena_new0 (job->arena, PgJob);
      *parts[i] = *job;
      parts[i]->is_second = i == 1;
      parts[i]->first = parts[i];
      parts[i]->second_language = NULL;
    }
  set_language (parts[1], job->second_language);
  parts[1]->original = parts[0];
  parts[0]->is_mixed = parts[1]->is_mixed = parts[0]->right_to_left != parts[1]->right_to_left;
  job->first = parts[0];
  job->second = parts[1];
  if (job->bilingual != PG_BILINGUAL_PARALLEL)
    return;
  pg_job_columns (job, job->width, &parts[0]->width, &parts[1]->width);
  pg_job_columns (job, job->details_width, &parts[0]->details_width, &parts[1]->details_width);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i]->is_column = parts[i]->labels_above = TRUE;
      parts[i]->labels_in_margin = FALSE;
    }
}

guint
pg_job_n_densities (const PgJob *job)
{
  return job->is_small ? 2 : 3;
}

const PgJob *
pg_job_dense (const PgJob *job, guint density)
{
  if (density == 0)
    return job;
  PgJob *copy = pg_arena_new0 (job->arena, PgJob);
  *copy = *job;
  copy->is_small = TRUE;
  copy->is_long = density + 1 == pg_job_n_densities (job);
  set_language (copy, job->language);
  split_languages (copy);
  return copy;
}

gboolean
pg_job_measure (PgJob *job, const char *paper)
{
  const ProgrammeTheme *theme = job->theme;
  gboolean is_parallel = job->second_language != NULL && job->bilingual == PG_BILINGUAL_PARALLEL;
  if (!pg_paper_parse (paper != NULL ? paper : pg_theme_word (theme, "page", "paper"), &job->page_width,
                       &job->page_height))
    return FALSE;
  /* On smaller paper the margins shrink with it; a larger sheet keeps them. */
  double scale = MIN (1, job->page_width / pg_theme_length (theme, "page", "made-for-width"));
  job->left = pg_theme_length (theme, "page", "left") * scale;
  job->right = pg_theme_length (theme, "page", "right") * scale;
  job->top = pg_theme_length (theme, "page", "top");
  job->bottom = pg_theme_length (theme, "page", "bottom");
  job->width = job->page_width - job->left - job->right;
  job->details_x = pg_space (job, is_parallel ? "time-parallel" : "time") + pg_space (job, "gutter");
  job->details_width = job->width - job->details_x;
  job->is_small = job->width < pg_theme_length (theme, "page", "small-width");
  job->labels_in_margin = pg_theme_is (theme, "arrangement", "labels", "margin");
  job->labels_above = pg_theme_is (theme, "arrangement", "labels", "above")
                      || (job->details_width < pg_theme_length (theme, "page", "labels-width")
                          && pg_theme_is (theme, "arrangement", "labels", "beside"));
  set_language (job, job->language);
  split_languages (job);
  return job->width > 0 && job->details_width > 0 && job->page_height > job->top + job->bottom;
}
