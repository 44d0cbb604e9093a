/* Enters: a galley's characters and runs. Leaves: its spans: stretches of one run, script, font and direction. */
#include "text/galley.h"

#include <string.h>

#define MAX_OPEN 16 /* brackets and quotes within each other; deeper ones take the script around them */

typedef struct
{
  PgGalley *galley;
  guint8 *levels;         /* by character, or NULL: all left to right */
  GUnicodeScript context; /* of the last letter; COMMON before the first */
  gboolean chinese_or_japanese;
  struct
  {
    gunichar closer;
    GUnicodeScript script;
  } open[MAX_OPEN];
  guint n_open;
} Splitter;

/* The scripts of which a span may hold several: one font has them all, and HarfBuzz shapes them alike. */
static gboolean
share_spans (GUnicodeScript a, GUnicodeScript b)
{
  return a == b || (pg_is_cjk (a) && pg_is_cjk (b));
}

/* The script of a letter; digits count as Latin's, whose figures are tabular. */
static GUnicodeScript
script_of (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((gchar) c) ? G_UNICODE_SCRIPT_LATIN : G_UNICODE_SCRIPT_COMMON;
  return g_unichar_get_script (c);
}

static GUnicodeScript
script_of_language (const char *language)
{
  if (g_ascii_strncasecmp (language, "ko", 2) == 0)
    return G_UNICODE_SCRIPT_HANGUL;
  if (g_ascii_strncasecmp (language, "ja", 2) == 0 || g_ascii_strncasecmp (language, "zh", 2) == 0)
    return G_UNICODE_SCRIPT_HAN;
  return G_UNICODE_SCRIPT_LATIN;
}

static GUnicodeScript
first_script_from (const PgGalley *galley, guint from, const char *language)
{
  for (guint i = from; i < galley->n_chars; i++)
    {
      GUnicodeScript script = script_of (galley->chars[i]);
      if (!pg_is_neutral (script))
        return script;
    }
  return script_of_language (language);
}

static gunichar
closer_of (gunichar c)
{
  gunichar mirror;
  if (c == 0x2018 || c == 0x201c)
    return c + 1;
  if (g_unichar_type (c) == G_UNICODE_OPEN_PUNCTUATION && g_unichar_get_mirror_char (c, &mirror))
    return mirror;
  return 0;
}

static void
note_opener (Splitter *splitter, gunichar c, GUnicodeScript script)
{
  gunichar closer = closer_of (c);
  if (closer == 0 || splitter->n_open == MAX_OPEN)
    return;
  splitter->open[splitter->n_open].closer = closer;
  splitter->open[splitter->n_open++].script = script;
}

/* An apostrophe within a Latin word belongs to the word. */
static gboolean
is_within_latin (const PgGalley *galley, guint at)
{
  return at > 0 && at + 1 < galley->n_chars && script_of (galley->chars[at - 1]) == G_UNICODE_SCRIPT_LATIN
         && script_of (galley->chars[at + 1]) == G_UNICODE_SCRIPT_LATIN;
}

/* The script of what is common to many: that of its opener, of its language, or of what stands before it. */
static GUnicodeScript
resolve_neutral (Splitter *splitter, guint at, const char *language)
{
  gunichar c = splitter->galley->chars[at];
  if (splitter->context == G_UNICODE_SCRIPT_COMMON)
    splitter->context = first_script_from (splitter->galley, at, language);
  GUnicodeScript script = splitter->context;
  if (splitter->n_open > 0 && splitter->open[splitter->n_open - 1].closer == c)
    return splitter->open[--splitter->n_open].script;
  if (pg_is_cjk_punctuation (c) && !pg_is_cjk (script))
    script = G_UNICODE_SCRIPT_HAN;
  else if (splitter->chinese_or_japanese && pg_is_shared_punctuation (c) && !is_within_latin (splitter->galley, at))
    script = G_UNICODE_SCRIPT_HAN;
  note_opener (splitter, c, script);
  return script;
}

static GUnicodeScript
resolve (Splitter *splitter, guint at, const char *language)
{
  GUnicodeScript script = script_of (splitter->galley->chars[at]);
  if (pg_is_neutral (script))
    return resolve_neutral (splitter, at, language);
  splitter->context = script;
  return script;
}

/* The font that shows a character. Where its script's font does not have it: Latin's, which has the punctuation of
   all, then any of the set. A character that none has stays where it is, to be found missing. */
static const PgFont *
font_for (Splitter *splitter, const PgRun *run, guint at, GUnicodeScript *script, const PgSpan *before)
{
  PgFonts *fonts = splitter->galley->fonts;
  gunichar c = splitter->galley->chars[at];
  gboolean mark = pg_is_mark (c);
  if (before != NULL && (mark || pg_is_white (c)) && (mark || pg_font_has (before->font, c))
      && before->run == (guint) (run - splitter->galley->runs))
    {
      *script = before->script;
      return before->font;
    }
  const PgFont *font = pg_fonts_choose (fonts, run, *script);
  if (pg_font_has (font, c) || mark)
    return font;
  const PgFont *latin = pg_fonts_choose (fonts, run, G_UNICODE_SCRIPT_LATIN);
  if (pg_font_has (latin, c))
    {
      if (pg_is_neutral (script_of (c)))
        *script = G_UNICODE_SCRIPT_LATIN;
      return latin;
    }
  const PgFont *wide = c >= 0x2e80 ? pg_fonts_choose (fonts, run, G_UNICODE_SCRIPT_HAN) : NULL;
  if (wide != NULL && pg_font_has (wide, c))
    return wide;
  const PgFont *other = pg_fonts_fall_back (fonts, run, c);
  return other != NULL ? other : font;
}

/* Letters that join or stack lose their shape when they are set apart. */
static gboolean
may_be_tracked (GUnicodeScript script, guint8 level)
{
  return (level & 1) == 0
         && (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK || script == G_UNICODE_SCRIPT_CYRILLIC
             || script == G_UNICODE_SCRIPT_ARMENIAN || script == G_UNICODE_SCRIPT_GEORGIAN || pg_is_cjk (script));
}

static PgSpan *
add_span (PgGalley *galley, guint start, guint run, const PgFont *font, GUnicodeScript script, guint8 level)
{
  const PgRun *styled = &galley->runs[run];
  PgSpan span = { .start = start, .end = start + 1, .run = run, .font = font, .script = script, .level = level };
  span.language = pg_fonts_get_language (galley->fonts, styled->language);
  if (may_be_tracked (script, level))
    span.tracking = (int) (styled->style->tracking * pg_run_size (styled) * PANGO_SCALE);
  g_array_append_val (galley->spans, span);
  return &g_array_index (galley->spans, PgSpan, galley->spans->len - 1);
}

/* All in Latin and left to right: a span a run, and one for each forced break. */
static void
split_latin (PgGalley *galley, guint run)
{
  const PgFont *font = pg_fonts_choose (galley->fonts, &galley->runs[run], G_UNICODE_SCRIPT_LATIN);
  PgSpan *span = NULL;
  for (guint i = galley->run_starts[run]; i < galley->run_starts[run + 1]; i++)
    {
      gboolean separator = galley->chars[i] == PG_LINE_SEPARATOR;
      if (span == NULL || separator)
        span = add_span (galley, i, run, font, G_UNICODE_SCRIPT_LATIN, 0);
      span->end = i + 1;
      if (separator)
        span = NULL;
    }
}

static void
split_any (Splitter *splitter, guint index)
{
  PgGalley *galley = splitter->galley;
  const PgRun *run = &galley->runs[index];
  PgSpan *span = NULL;
  splitter->chinese_or_japanese = script_of_language (run->language) == G_UNICODE_SCRIPT_HAN;
  for (guint i = galley->run_starts[index]; i < galley->run_starts[index + 1]; i++)
    {
      gboolean separator = galley->chars[i] == PG_LINE_SEPARATOR;
      guint8 level = splitter->levels != NULL ? splitter->levels[i] : 0;
      GUnicodeScript script = resolve (splitter, i, run->language);
      const PgFont *font = font_for (splitter, run, i, &script, span);
      if (span == NULL || separator || font != span->font || level != span->level
          || !share_spans (script, span->script))
        span = add_span (galley, i, index, font, script, level);
      span->end = i + 1;
      if (script == G_UNICODE_SCRIPT_HANGUL) /* whose older letters are composed when they are shaped */
        span->script = script;
      if (separator)
        span = NULL;
    }
}

static gboolean
is_plain_latin (const PgGalley *galley)
{
  if (galley->right_to_left || (galley->classes & (PG_TEXT_OTHER | PG_TEXT_BIDI)) != 0)
    return FALSE;
  for (guint run = 0; run < galley->n_runs; run++)
    if (!pg_fonts_choose (galley->fonts, &galley->runs[run], G_UNICODE_SCRIPT_LATIN)->has_latin)
      return FALSE;
  return TRUE;
}

void
pg_galley_split (PgGalley *galley)
{
  if (is_plain_latin (galley))
    {
      for (guint run = 0; run < galley->n_runs; run++)
        split_latin (galley, run);
      return;
    }
  Splitter splitter = { .galley = galley, .context = G_UNICODE_SCRIPT_COMMON };
  if (galley->right_to_left || (galley->classes & PG_TEXT_BIDI) != 0)
    {
      pg_galley_find_numbers (galley);
      splitter.levels = pg_galley_levels (galley);
    }
  for (guint run = 0; run < galley->n_runs; run++)
    split_any (&splitter, run);
  g_free (splitter.levels);
}

guint
pg_galley_cluster_before (const PgGalley *galley, guint end)
{
  guint at = end - 1;
  while (at > 0 && !galley->cluster[at])
    at--;
  return at;
}

int
pg_galley_tracking_before (const PgGalley *galley, guint end, guint *hint)
{
  guint at = pg_galley_cluster_before (galley, end);
  return galley->advances[at] != 0 ? pg_galley_span_at (galley, at, hint)->tracking : 0;
}

const PgSpan *
pg_galley_span_at (const PgGalley *galley, guint at, guint *hint)
{
  const PgSpan *spans = (const PgSpan *) galley->spans->data;
  while (spans[*hint].start > at)
    (*hint)--;
  while (spans[*hint].end <= at)
    (*hint)++;
  return &spans[*hint];
}
