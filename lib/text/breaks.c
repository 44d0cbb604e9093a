/* Enters: a shaped galley. Leaves: the points where its lines may end, by the rules of each language and of good
   setting; where a word is too wide for any line, points within it. */
#include "text/galley.h"

#include <string.h>
#include <unicode/utext.h>

/* A prefix of fewer letters is not parted from its word: "bi-lateral", "e-government". */
#define SHORTEST_PREFIX 3

/* What may happen before a character. */
typedef enum
{
  MARK_NONE,
  MARK_PLAIN,
  MARK_RELAXED,
  MARK_FORCED
} Mark;

static UBreakIterator *
open_iterator (UBreakIterator **kept, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  if (*kept == NULL)
    *kept = ubrk_open (UBRK_LINE, locale, NULL, 0, &status);
  return U_SUCCESS (status) ? *kept : NULL;
}

/* The characters before which ICU breaks; NULL if ICU cannot tell. */
static gboolean *
icu_breaks (const PgGalley *galley, UBreakIterator **kept, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = open_iterator (kept, locale);
  if (iterator == NULL)
    return NULL;
  UText *text = utext_openUTF8 (NULL, galley->text, galley->length, &status);
  ubrk_setUText (iterator, text, &status);
  gboolean *breaks = U_SUCCESS (status) ? g_new0 (gboolean, galley->n_chars + 1) : NULL;
  guint at = 0;
  for (int32_t byte = ubrk_first (iterator); breaks != NULL && byte != UBRK_DONE; byte = ubrk_next (iterator))
    {
      while (at < galley->n_chars && galley->offsets[at] < (guint) byte)
        at++;
      breaks[at] = galley->offsets[at] == (guint) byte;
    }
  utext_close (text);
  return breaks;
}

/* Pango's view: Unicode's rules, tailored to each item's script and language (Thai by libthai). */
static PangoLogAttr *
pango_breaks (const PgGalley *galley)
{
  PangoLogAttr *attrs = g_new0 (PangoLogAttr, galley->n_chars + 1);
  pango_default_break (galley->text, (int) galley->length, NULL, attrs, (int) galley->n_chars + 1);
  for (guint i = 0; i < galley->items->len; i++)
    {
      const PgItem *item = &g_array_index (galley->items, PgItem, i);
      guint start = galley->offsets[item->start];
      PangoAnalysis analysis = { .script = (guint8) item->script, .language = item->language };
      if (item->script != G_UNICODE_SCRIPT_LATIN && !pg_is_cjk (item->script))
        pango_tailor_break (galley->text + start, (int) (galley->offsets[item->end] - start), &analysis, -1,
                            attrs + item->start, (int) (item->end - item->start) + 1);
    }
  return attrs;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010;
}

static gboolean
is_dash (gunichar c)
{
  return is_hyphen (c) || c == 0x2012 || c == 0x2013 || c == 0x2014;
}

static gboolean
is_hangul (gunichar c)
{
  return (c >= 0xac00 && c < 0xd7b0) || (c >= 0x1100 && c < 0x1200) || (c >= 0x3130 && c < 0x3190);
}

static gboolean
is_han (gunichar c)
{
  return (c >= 0x3400 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) || (c >= 0x20000 && c < 0x40000);
}

static gboolean
is_thai (gunichar c)
{
  return c >= 0x0e00 && c < 0x0e80;
}

static gboolean
language_is (const char *language, const char *primary)
{
  return g_ascii_strncasecmp (language, primary, 2) == 0 && !g_ascii_isalnum (language[2]);
}

/* How many letters stand directly before a character. */
static guint
letters_before (const PgGalley *galley, guint at)
{
  guint n = 0;
  while (n < SHORTEST_PREFIX && n < at && g_unichar_isalpha (galley->chars[at - 1 - n]))
    n++;
  return n;
}

/* Rules of good setting for a break after a dash that Unicode allows. at is the character after it. */
static Mark
mark_after_dash (const PgGalley *galley, guint at)
{
  gunichar dash = galley->chars[at - 1], next = galley->chars[at];
  gboolean after_space = at < 2 || pg_is_white (galley->chars[at - 2]);
  if (g_unichar_isdigit (next)) /* "2025–26", "09:00–10:30"; and a minus is never parted from its number */
    return MARK_RELAXED;
  if (after_space || !is_hyphen (dash))
    return MARK_PLAIN;
  if (galley->style->balance || letters_before (galley, at - 1) < SHORTEST_PREFIX)
    return MARK_RELAXED;
  return MARK_PLAIN;
}

/* Korean is broken between words, not between syllables. */
static gboolean
keeps_all (const PgGalley *galley, const PgRun *run, guint at)
{
  gunichar before = galley->chars[at - 1], after = galley->chars[at];
  if (pg_is_white (before) || before == 0x200b || is_dash (before))
    return FALSE;
  return is_hangul (before) || is_hangul (after)
         || (language_is (run->language, "ko") && (is_han (before) || is_han (after)));
}

typedef struct
{
  const PgGalley *galley;
  PangoLogAttr *attrs;
  gboolean *dictionary; /* ICU's words of South East Asia, or NULL: the text has none */
  gboolean *phrases;    /* ICU's Japanese phrases, in titles */
} Sources;

static Mark
mark_at (const Sources *sources, const PgRun *run, guint at)
{
  const PgGalley *galley = sources->galley;
  gunichar before = galley->chars[at - 1], after = galley->chars[at];
  if (before == PG_LINE_SEPARATOR)
    return MARK_FORCED;
  if (!galley->cluster[at] || !sources->attrs[at].is_cursor_position)
    return MARK_NONE;
  gboolean allowed = sources->attrs[at].is_line_break;
  if (sources->dictionary != NULL && (pg_is_wordless (before) || pg_is_wordless (after)))
    {
      if (is_thai (before) && is_thai (after) && sources->dictionary[at] != allowed)
        return MARK_RELAXED; /* where libthai and ICU differ, a compound is torn */
      allowed = sources->dictionary[at];
    }
  if (!allowed)
    return MARK_NONE;
  if (keeps_all (galley, run, at))
    return MARK_RELAXED;
  if (is_dash (before) && !pg_is_white (after))
    return mark_after_dash (galley, at);
  if (sources->phrases != NULL && !sources->phrases[at] && language_is (run->language, "ja"))
    return MARK_RELAXED;
  return MARK_PLAIN;
}

static gboolean
has_japanese (const PgGalley *galley)
{
  for (guint i = 0; i < galley->n_runs; i++)
    if (language_is (galley->runs[i].language, "ja"))
      return TRUE;
  return FALSE;
}

static guint8 *
mark_all (const PgGalley *galley)
{
  Sources sources = { .galley = galley, .attrs = pango_breaks (galley) };
  if ((galley->classes & PG_TEXT_WORDLESS) != 0)
    sources.dictionary = icu_breaks (galley, &galley->fonts->dictionary, "en");
  if (galley->style->balance && (galley->classes & PG_TEXT_OTHER) != 0 && has_japanese (galley))
    sources.phrases = icu_breaks (galley, &galley->fonts->phrases, "ja@lw=phrase");
  guint8 *marks = g_new0 (guint8, galley->n_chars + 1);
  guint run = 0;
  for (guint at = 1; at < galley->n_chars; at++)
    {
      while (galley->run_starts[run + 1] <= at)
        run++;
      marks[at] = (guint8) mark_at (&sources, &galley->runs[run], at);
    }
  g_free (sources.attrs);
  g_free (sources.dictionary);
  g_free (sources.phrases);
  return marks;
}

/* Measures a break: what it shows last, and with which hyphen. */
static PgBreak
make_break (const PgGalley *galley, guint at, guint line_start, PgBreakKind kind, guint *hint)
{
  PgBreak point = { .next = at, .end = at, .x_next = galley->x[at], .kind = kind };
  while (point.end > line_start && pg_is_white (galley->chars[point.end - 1]))
    point.end--;
  point.x_end = galley->x[point.end];
  if (point.end == line_start)
    return point;
  const PgItem *item = pg_galley_item_at (galley, point.end - 1, hint);
  gunichar last = galley->chars[point.end - 1];
  point.x_end -= item->tracking / (double) PANGO_SCALE;
  if (kind == PG_BREAK_PLAIN && last == PG_SOFT_HYPHEN)
    point.kind = PG_BREAK_HYPHEN;
  else if (kind == PG_BREAK_PLAIN && is_dash (last) && point.end == at)
    point.kind = PG_BREAK_DASH;
  if (point.kind == PG_BREAK_HYPHEN)
    point.x_end += item->font->hyphen_width / (double) PANGO_SCALE;
  return point;
}

/* A line that would show nothing is none: white space at the start, one zero-width space after another. */
static void
add_break (GArray *breaks, const PgGalley *galley, guint at, PgBreakKind kind, guint *hint)
{
  const PgBreak *previous = &g_array_index (breaks, PgBreak, breaks->len - 1);
  PgBreak point = make_break (galley, at, previous->next, kind, hint);
  if (kind == PG_BREAK_FORCED || galley->x[point.end] > previous->x_next)
    g_array_append_val (breaks, point);
}

static GArray *
new_breaks (void)
{
  PgBreak start = { 0 };
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (PgBreak));
  g_array_append_val (breaks, start);
  return breaks;
}

/* Where a word that is wider than a line may be broken, from the mildest means to the last resort. */
typedef enum
{
  RELAX,
  HYPHENATE,
  CLUSTERS
} Resort;

static PgBreakKind
kind_of_resort (Resort resort)
{
  return resort == RELAX ? PG_BREAK_RELAXED : resort == HYPHENATE ? PG_BREAK_HYPHEN : PG_BREAK_CLUSTER;
}

/* Breaks between two that are there already, which are too far from each other. */
static void
add_within (GArray *wider, const PgGalley *galley, const guint8 *marks, guint from, guint to, Resort resort,
            guint *hint)
{
  g_autofree gboolean *hyphens = NULL;
  if (resort == HYPHENATE)
    {
      hyphens = g_new0 (gboolean, to - from);
      pg_hyphens_find (galley, from, to, hyphens);
    }
  for (guint at = from + 1; at < to; at++)
    if (resort == RELAX ? marks[at] == MARK_RELAXED : resort == HYPHENATE ? hyphens[at - from] : galley->cluster[at])
      if (!pg_is_white (galley->chars[at]))
        add_break (wider, galley, at, kind_of_resort (resort), hint);
}

static GArray *
resort_to (GArray *breaks, const PgGalley *galley, const guint8 *marks, double narrowest, Resort resort)
{
  GArray *wider = new_breaks ();
  guint hint = 0;
  for (guint i = 1; i < breaks->len; i++)
    {
      const PgBreak *from = &g_array_index (breaks, PgBreak, i - 1), *to = &g_array_index (breaks, PgBreak, i);
      if (to->x_end - from->x_next > narrowest)
        add_within (wider, galley, marks, from->next, to->end, resort, &hint);
      g_array_append_val (wider, *to);
    }
  g_array_unref (breaks);
  return wider;
}

static gboolean
is_too_wide (const GArray *breaks, double narrowest)
{
  for (guint i = 1; i < breaks->len; i++)
    if (g_array_index (breaks, PgBreak, i).x_end - g_array_index (breaks, PgBreak, i - 1).x_next > narrowest)
      return TRUE;
  return FALSE;
}

GArray *
pg_breaks_none (const PgGalley *galley)
{
  GArray *breaks = new_breaks ();
  guint hint = 0;
  add_break (breaks, galley, galley->n_chars, PG_BREAK_FORCED, &hint);
  return breaks;
}

GArray *
pg_breaks_find (const PgGalley *galley, double narrowest)
{
  g_autofree guint8 *marks = mark_all (galley);
  g_autofree gboolean *hyphens = NULL;
  if (galley->style->hyphenate)
    {
      hyphens = g_new0 (gboolean, galley->n_chars + 1);
      pg_hyphens_find (galley, 0, galley->n_chars, hyphens);
    }
  GArray *breaks = new_breaks ();
  guint hint = 0;
  for (guint at = 1; at < galley->n_chars; at++)
    if (marks[at] == MARK_FORCED)
      add_break (breaks, galley, at, PG_BREAK_FORCED, &hint);
    else if (marks[at] == MARK_PLAIN)
      add_break (breaks, galley, at, PG_BREAK_PLAIN, &hint);
    else if (hyphens != NULL && hyphens[at])
      add_break (breaks, galley, at, PG_BREAK_HYPHEN, &hint);
  add_break (breaks, galley, galley->n_chars, PG_BREAK_FORCED, &hint);
  for (Resort resort = RELAX; resort <= CLUSTERS && is_too_wide (breaks, narrowest); resort++)
    breaks = resort_to (breaks, galley, marks, narrowest, resort);
  return breaks;
}
