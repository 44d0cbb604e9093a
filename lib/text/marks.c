/* Enters: the text of a galley. Leaves: what may happen before each character, by the rules of each language and of
   good setting. */
#include "text/galley.h"
#include "text/kept.h"

#include <string.h>
#include <unicode/utext.h>

/* A prefix of fewer letters is not parted from its word: "bi-lateral", "e-government". */
#define SHORTEST_PREFIX 3
#define NO_BREAK_SPACE 0xa0

static UBreakIterator *
open_iterator (UBreakIterator **kept, UBreakIteratorType type, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  if (*kept == NULL)
    *kept = ubrk_open (type, locale, NULL, 0, &status);
  return U_SUCCESS (status) ? *kept : NULL;
}

/* ICU's dictionary of Khmer does not know ៗ, which repeats the word before it, and tears that word for want of one to
   follow it; the full stop, which is as long, it knows. */
static char *
text_for_icu (const PgGalley *galley)
{
  static const char repetition[] = "ៗ", full_stop[] = "។";
  char *text = g_memdup2 (galley->text, galley->length + 1);
  for (char *at = text; (at = strstr (at, repetition)) != NULL; at += strlen (full_stop))
    memcpy (at, full_stop, strlen (full_stop));
  return text;
}

/* The characters before which ICU breaks; NULL if ICU cannot tell. */
static gboolean *
icu_breaks (const PgGalley *galley, UBreakIterator **kept, UBreakIteratorType type, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = open_iterator (kept, type, locale);
  if (iterator == NULL)
    return NULL;
  g_autofree char *copy = text_for_icu (galley);
  UText *text = utext_openUTF8 (NULL, copy, galley->length, &status);
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

/* libthai takes time by the square of the text, so it gets long ones in parts. */
#define LONGEST_TAILORED 1000

/* The end of the part of an span that starts at a character: at a word's end, if ICU knows one soon. */
static guint
end_of_part (const PgSpan *span, guint start, const gboolean *words)
{
  guint end = MIN (span->end, start + LONGEST_TAILORED), latest = MIN (span->end, end + LONGEST_TAILORED / 10);
  while (words != NULL && end < latest && !words[end])
    end++;
  return end;
}

static void
tailor (const PgGalley *galley, const PgSpan *span, const gboolean *words, PangoLogAttr *attrs)
{
  PangoAnalysis analysis = { .script = (guint8) span->script, .language = span->language };
  if (span->script == G_UNICODE_SCRIPT_LATIN || pg_is_cjk (span->script))
    return;
  for (guint start = span->start, end; start < span->end; start = end)
    {
      end = end_of_part (span, start, words);
      int length = (int) (galley->offsets[end] - galley->offsets[start]);
      pango_tailor_break (galley->text + galley->offsets[start], length, &analysis, -1, attrs + start,
                          (int) (end - start) + 1);
      if (end < span->end && words != NULL && words[end])
        attrs[end].is_line_break = TRUE; /* libthai was not asked whether a word ends there */
    }
}

/* "Add.1", "p.3": Pango 1.50 breaks before a figure that no figure goes before (UAX 14, LB 25: IS × NU). */
static gboolean
is_figure_after_stop (const PgGalley *galley, guint at)
{
  gunichar before = at > 0 ? galley->chars[at - 1] : 0;
  return g_unichar_isdigit (galley->chars[at]) && (before == '.' || before == ',' || before == ':' || before == ';');
}

/* Pango's view: Unicode's rules, tailored to each span's script (Thai by libthai). whole is set for each character
   that starts one of those that people count. */
static void
pango_breaks (const PgGalley *galley, const gboolean *words, guint8 *allowed, guint8 *whole)
{
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, galley->n_chars + 1);
  pango_default_break (galley->text, (int) galley->length, NULL, attrs, (int) galley->n_chars + 1);
  for (guint i = 0; i < galley->spans->len; i++)
    tailor (galley, &g_array_index (galley->spans, PgSpan, i), words, attrs);
  for (guint i = 0; i < galley->n_chars; i++)
    {
      allowed[i] = attrs[i].is_line_break && !is_figure_after_stop (galley, i);
      whole[i] = attrs[i].is_cursor_position;
    }
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

/* A word that a no-break space keeps with the one before, as a name with its title; better parted than torn. */
static gboolean
is_glued_word (const PgGalley *galley, guint at)
{
  return at >= 2 && galley->chars[at - 1] == NO_BREAK_SPACE && g_unichar_isalpha (galley->chars[at])
         && (g_unichar_isalpha (galley->chars[at - 2]) || galley->chars[at - 2] == '.');
}

/* A break after a dash that Unicode allows; at is the character after it. */
static PgBreakMark
mark_after_dash (const PgGalley *galley, guint at)
{
  gunichar dash = galley->chars[at - 1];
  if (g_unichar_isdigit (galley->chars[at])) /* "2025–26", "09:00–10:30"; and no minus leaves its number */
    return PG_MARK_RELAXED;
  if (!pg_is_hyphen (dash))
    return PG_MARK_PLAIN;
  if (galley->style->balance || letters_before (galley, at - 1) < SHORTEST_PREFIX)
    return PG_MARK_RELAXED;
  return PG_MARK_PLAIN;
}

/* A spaced dash stays at the end of its line, like a comma. */
static gboolean
is_spaced_dash (const PgGalley *galley, guint at)
{
  return pg_is_dash (galley->chars[at]) && at + 1 < galley->n_chars && pg_is_white (galley->chars[at + 1]);
}

/* Korean is broken between words, not between syllables. */
static gboolean
keeps_all (const PgGalley *galley, const PgRun *run, guint at)
{
  gunichar before = galley->chars[at - 1], after = galley->chars[at];
  if (pg_is_white (before) || before == 0x200b || pg_is_dash (before))
    return FALSE;
  return pg_is_hangul (before) || pg_is_hangul (after) || language_is (run->language, "ko");
}

/* Figures of a number that are as wide as ideographs break like these to Unicode. */
static gboolean
is_wide_digit (gunichar c)
{
  return c >= 0xff10 && c <= 0xff19;
}

/* No line of Chinese starts with the dot between the parts of a foreign name. */
static gboolean
is_chinese_dot (gunichar before, gunichar after)
{
  return (after == 0xb7 || after == 0x2027) && pg_is_han (before);
}

/* French sets a space within its quotation marks; often it is not the one that holds. */
static gboolean
is_within_french_quote (const PgGalley *galley, const PgRun *run, guint at)
{
  guint before = at - 1;
  if (!pg_is_white (galley->chars[before]) || !language_is (run->language, "fr"))
    return FALSE;
  while (before > 0 && pg_is_white (galley->chars[before]))
    before--;
  return galley->chars[at] == 0xbb || galley->chars[before] == 0xab;
}

typedef struct
{
  const PgGalley *galley;
  guint8 *allowed;      /* by Unicode's rules */
  guint8 *whole;        /* NULL: every character is */
  gboolean *dictionary; /* ICU's words of South East Asia, or NULL: the text has none */
  gboolean *phrases;    /* ICU's Japanese phrases, in titles, or NULL */
  gboolean *words;      /* ICU's Chinese words, in titles, or NULL */
} Sources;

/* The rules of scripts beyond Latin; allowed is the word of the sources. */
static PgBreakMark
mark_other (const Sources *sources, const PgRun *run, guint at)
{
  gunichar before = sources->galley->chars[at - 1], after = sources->galley->chars[at];
  gboolean allowed = sources->allowed[at];
  if (sources->dictionary != NULL && (pg_is_wordless (before) || pg_is_wordless (after)))
    {
      if (pg_is_thai (before) && pg_is_thai (after) && sources->dictionary[at] != allowed)
        return PG_MARK_RELAXED; /* where libthai and ICU differ, a compound is torn */
      allowed = sources->dictionary[at];
      if (allowed && pg_is_within_phrase (sources->galley, sources->dictionary, at))
        return PG_MARK_RELAXED;
    }
  if (!allowed || is_chinese_dot (before, after))
    return PG_MARK_NONE;
  if (keeps_all (sources->galley, run, at) || (is_wide_digit (before) && is_wide_digit (after)))
    return PG_MARK_RELAXED;
  const gboolean *kept = language_is (run->language, "ja")   ? sources->phrases
                         : language_is (run->language, "zh") ? sources->words
                                                             : NULL;
  if (kept != NULL && !kept[at])
    return PG_MARK_RELAXED;
  return PG_MARK_PLAIN;
}

static PgBreakMark
mark_at (const Sources *sources, const PgRun *run, guint at)
{
  const PgGalley *galley = sources->galley;
  gunichar before = galley->chars[at - 1];
  if (before == PG_LINE_SEPARATOR)
    return PG_MARK_FORCED;
  if (!galley->cluster[at] || (sources->whole != NULL && !sources->whole[at])
      || (sources->dictionary != NULL && pg_is_within_syllable (galley, at)))
    return PG_MARK_NEVER;
  PgBreakMark mark = (galley->classes & PG_TEXT_OTHER) != 0 ? mark_other (sources, run, at)
                     : sources->allowed[at]                 ? PG_MARK_PLAIN
                                                            : PG_MARK_NONE;
  if (mark == PG_MARK_NONE && is_glued_word (galley, at))
    return PG_MARK_RELAXED;
  if (mark == PG_MARK_PLAIN && galley->inside_number != NULL && galley->inside_number[at])
    return PG_MARK_RELAXED;
  if (mark == PG_MARK_PLAIN && pg_is_dash (before))
    return mark_after_dash (galley, at);
  if (mark == PG_MARK_PLAIN && pg_is_white (before)
      && (is_spaced_dash (galley, at) || is_within_french_quote (galley, run, at)
          || pg_is_within_date (galley, run->language, at)))
    return PG_MARK_RELAXED;
  return mark;
}

static gboolean
has_language (const PgGalley *galley, const char *primary)
{
  for (guint i = 0; i < galley->n_runs; i++)
    if (language_is (galley->runs[i].language, primary))
      return TRUE;
  return FALSE;
}

guint8 *
pg_marks_find (const PgGalley *galley)
{
  Sources sources = { .galley = galley, .allowed = g_new0 (guint8, galley->n_chars + 1) };
  if ((galley->classes & PG_TEXT_WORDLESS) != 0)
    sources.dictionary = icu_breaks (galley, &pg_kept (galley->fonts)->dictionary, UBRK_LINE, "en");
  if (!pg_latin_breaks (galley, sources.allowed))
    {
      sources.whole = g_new0 (guint8, galley->n_chars + 1);
      pango_breaks (galley, sources.dictionary, sources.allowed, sources.whole);
    }
  gboolean is_title = galley->style->balance && (galley->classes & PG_TEXT_OTHER) != 0;
  if (is_title && has_language (galley, "ja"))
    sources.phrases = icu_breaks (galley, &pg_kept (galley->fonts)->phrases, UBRK_LINE, "ja@lw=phrase");
  if (is_title && has_language (galley, "zh"))
    sources.words = icu_breaks (galley, &pg_kept (galley->fonts)->chinese, UBRK_WORD, "zh");
  guint8 *marks = g_new0 (guint8, galley->n_chars + 1);
  guint run = 0;
  for (guint at = 1; at < galley->n_chars; at++)
    {
      while (galley->run_starts[run + 1] <= at)
        run++;
      marks[at] = (guint8) mark_at (&sources, &galley->runs[run], at);
    }
  g_free (sources.allowed);
  g_free (sources.whole);
  g_free (sources.dictionary);
  g_free (sources.phrases);
  g_free (sources.words);
  return marks;
}
