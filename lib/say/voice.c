/* One language, or two, with what saying things in it takes. Enters: a request and a paper. Leaves: voices. */
#include "say/voice.h"

#include "event/dates.h"
#include "event/names.h"
#include "say/say.h"

#include <string.h>

void
pg_voice_columns (const PgVoice *voice, double width, double *first, double *second)
{
  double left = pg_theme_script (voice->theme, voice->first->script)->share;
  double right = pg_theme_script (voice->theme, voice->second->script)->share;
  double whole = width - pg_space (voice, "gutter-parallel");
  *first = whole * left / (left + right);
  *second = whole - *first;
}

static void
unref_table (gpointer table)
{
  g_hash_table_unref (table);
}

static const char *
figures_of (const PgVoice *voice, const char *language)
{
  const PgFormat *format = pg_format_lookup (voice->event, language);
  return format != NULL && format->figures != NULL ? format->figures : pg_theme_word (voice->theme, "times", "digits");
}

/* Of two languages that usually have different figures both have Latin ones: times and pages are those of both. */
static gunichar
zero_of (const PgVoice *voice, const char *language)
{
  const char *figures = figures_of (voice, language), *second = voice->request->second;
  gunichar usual = pg_language_usual_zero (language);
  if (strcmp (figures, "usual") != 0)
    return strcmp (figures, "native") == 0 ? pg_language_zero (language) : '0';
  gboolean is_one = second == NULL || usual == pg_language_usual_zero (voice->request->language);
  return is_one && (second == NULL || usual == pg_language_usual_zero (second)) ? usual : '0';
}

static void
set_language (PgVoice *voice, const char *language)
{
  voice->language = language;
  voice->script = pg_language_script (voice->arena, language);
  voice->right_to_left = pg_language_is_right_to_left (language);
  voice->zero = zero_of (voice, language);
  voice->styles = g_hash_table_new (g_str_hash, g_str_equal);
  pg_arena_defer (voice->arena, unref_table, voice->styles);
}

static PgPaper *
column_of (const PgVoice *voice)
{
  PgPaper *column = pg_arena_new0 (voice->arena, PgPaper);
  *column = *voice->paper;
  column->is_column = column->labels_above = TRUE;
  column->labels_in_margin = FALSE;
  return column;
}

/* In parallel columns each language has a narrower paper. */
static void
split_paper (const PgVoice *voice, PgVoice *first, PgVoice *second)
{
  PgPaper *left = column_of (voice), *right = column_of (voice);
  pg_voice_columns (voice, voice->paper->measure, &left->measure, &right->measure);
  pg_voice_columns (voice, voice->paper->details_width, &left->details_width, &right->details_width);
  pg_voice_columns (voice, voice->paper->text_width, &left->text_width, &right->text_width);
  first->paper = left;
  second->paper = right;
}

/* The voices that say things in one language; the first has the styles of the whole. */
static void
split_languages (PgVoice *voice)
{
  voice->first = voice;
  if (voice->request->second == NULL)
    return;
  PgVoice *first = pg_arena_new0 (voice->arena, PgVoice), *second = pg_arena_new0 (voice->arena, PgVoice);
  *first = *second = *voice;
  first->first = first;
  second->first = second;
  second->is_second = TRUE;
  second->original = first;
  set_language (second, voice->request->second);
  first->is_mixed = second->is_mixed = first->right_to_left != second->right_to_left;
  voice->first = first;
  voice->second = second;
  if (voice->request->bilingual == PG_BILINGUAL_PARALLEL)
    split_paper (voice, first, second);
}

const PgVoice *
pg_voice_new (const PgRequest *request, const PgPaper *paper)
{
  PgVoice *voice = pg_arena_new0 (request->arena, PgVoice);
  voice->request = request;
  voice->paper = paper;
  voice->arena = request->arena;
  voice->event = request->event;
  voice->theme = request->theme;
  voice->scale = paper->scale;
  voice->pad = 1;
  voice->entry_role = PG_ROLE_H4;
  voice->is_small = paper->scale == 1 && paper->measure < pg_theme_length (request->theme, "page", "small-width");
  set_language (voice, request->language);
  split_languages (voice);
  return voice;
}

guint
pg_voice_n_densities (const PgVoice *voice)
{
  return voice->is_small ? 2 : 3;
}

/* A copy whose styles are yet to be made. */
static PgVoice *
copy_voice (const PgVoice *voice)
{
  PgVoice *copy = pg_arena_new0 (voice->arena, PgVoice);
  *copy = *voice;
  set_language (copy, voice->language);
  return copy;
}

const PgVoice *
pg_voice_scaled (const PgVoice *voice, double scale)
{
  PgVoice *copy = copy_voice (voice);
  copy->scale *= scale;
  split_languages (copy);
  return copy;
}

const PgVoice *
pg_voice_for_page (const PgVoice *voice, double pad, gboolean is_larger, PgRole entry_role)
{
  PgVoice *copy = copy_voice (voice);
  copy->is_head = TRUE;
  copy->pad = pad;
  copy->is_larger = is_larger;
  copy->entry_role = entry_role;
  split_languages (copy);
  return copy;
}

const PgVoice *
pg_voice_tight (const PgVoice *voice)
{
  PgVoice *copy = copy_voice (voice);
  copy->is_tight = TRUE;
  split_languages (copy);
  return copy;
}

const PgVoice *
pg_voice_dense (const PgVoice *voice, guint density)
{
  if (density == 0)
    return voice;
  PgVoice *copy = copy_voice (voice);
  copy->is_small = TRUE;
  copy->is_long = density + 1 == pg_voice_n_densities (voice);
  split_languages (copy);
  return copy;
}

static PgVoice *
on_paper (const PgVoice *voice, const PgPaper *paper)
{
  PgVoice *copy = pg_arena_new0 (voice->arena, PgVoice);
  *copy = *voice;
  copy->paper = paper;
  return copy;
}

const PgVoice *
pg_voice_inset (const PgVoice *voice, double inset, double width)
{
  PgPaper *paper = pg_arena_new0 (voice->arena, PgPaper);
  *paper = *voice->paper;
  paper->details_x += inset;
  paper->details_width = width;
  paper->text_x = paper->details_x;
  paper->text_width = width;
  paper->text_below = FALSE;
  paper->labels_above = paper->labels_above || paper->labels_in_margin;
  paper->labels_in_margin = FALSE;
  PgVoice *copy = on_paper (voice, paper);
  copy->first = copy;
  if (voice->second == NULL)
    return copy;
  PgVoice *first = on_paper (voice->first, paper), *second = on_paper (voice->second, paper);
  first->first = first;
  second->first = second;
  second->original = first;
  copy->first = first;
  copy->second = second;
  if (voice->request->bilingual == PG_BILINGUAL_PARALLEL)
    split_paper (copy, first, second);
  return copy;
}
