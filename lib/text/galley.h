/* A galley: one paragraph shaped as a single endless line, and where it may be broken. Private to text/; script.c
   splits it into spans, with numbers.c and direction.c where it runs in two directions, shape.c shapes it, marks.c,
   southeast.c, hyphen.c and breaks.c find break points, fit.c chooses among them. */
#pragma once

#include "base/characters.h"
#include "font/fonts-private.h"
#include "text/paragraph.h"

#define PG_LINE_SEPARATOR 0x2028
#define PG_SOFT_HYPHEN 0x00ad

/* Where in text the ends of lines find what was not written there, bytes. */
#define PG_HYPHEN_OFFSET(galley) ((galley)->length + 1)
#define PG_SPACE_OFFSET(galley) ((galley)->length + 4)

/* What decoding a paragraph's characters tells about it. */
typedef enum
{
  PG_TEXT_LATIN = 1 << 0,
  PG_TEXT_OTHER = 1 << 1,   /* scripts or symbols that need their own fonts */
  PG_TEXT_BIDI = 1 << 2,    /* right-to-left letters or controls of direction */
  PG_TEXT_FORCED = 1 << 3,  /* U+2028 */
  PG_TEXT_WORDLESS = 1 << 4 /* South East Asian scripts, whose words are not spaced: a dictionary finds them */
} PgTextClass;

/* A stretch of one run with one font, script and direction: what HarfBuzz shapes at once. */
typedef struct
{
  guint start, end; /* characters */
  guint run;
  const PgFont *font;
  PangoLanguage *language;
  GUnicodeScript script;
  guint8 level; /* UAX 9 */
  int tracking; /* Pango units after each cluster */
  guint first_glyph, n_glyphs;
} PgSpan;

typedef struct
{
  PgFonts *fonts;
  const PgStyle *style;
  const PgRun *runs;
  guint n_runs;
  gboolean right_to_left;

  char *text; /* all runs' texts, and after the final NUL a soft hyphen and a space for the ends of lines to point at */
  guint length;  /* bytes, without that NUL */
  guint classes; /* PgTextClass */

  /* By character; those marked + have one more element, for the end. */
  guint n_chars;
  gunichar *chars;
  guint *offsets;        /* + bytes */
  int *advances;         /* Pango units, all of a cluster's at its first character */
  gboolean *cluster;     /* whether a cluster starts there */
  double *x;             /* + pt, from the galley's start in logical order */
  guint8 *inside_number; /* + of text in two directions: whether a telephone number, date or address goes on there; or
                            NULL */
  GArray *left_out;      /* pictographs.c's: what of the runs' texts is not in text; or NULL */
  guint *run_starts;     /* by run, + characters */

  GArray *spans;    /* of PgSpan, in logical order */
  GArray *glyphs;   /* of PangoGlyphInfo */
  GArray *clusters; /* of int: bytes from the span's start */
} PgGalley;

void pg_galley_init (PgGalley *galley, PgFonts *fonts, const PgStyle *style, const PgRun *runs, guint n_runs,
                     gboolean right_to_left);
void pg_galley_clear (PgGalley *galley);

/* Reports each character that no font has, and each family that the set has not. */
void pg_galley_check (const PgGalley *galley, const PgPlace *place, ProgrammeReport *report);

/* "U+00E9 é LATIN SMALL LETTER E WITH ACUTE"; free with g_free. */
char *pg_character_name (gunichar c);

/* Fills inside_number; numbers.c. */
void pg_galley_find_numbers (PgGalley *galley);

/* The embedding levels of a galley whose numbers were found, by character; free with g_free. */
guint8 *pg_galley_levels (const PgGalley *galley);

/* Fills spans; called by pg_galley_init. */
void pg_galley_split (PgGalley *galley);

/* The span that holds a character; hint is where to start looking, and is moved there. */
const PgSpan *pg_galley_span_at (const PgGalley *galley, guint at, guint *hint);

/* Closes full-width punctuation up, once all is shaped; punctuation.c. */
void pg_galley_close_up (PgGalley *galley);
/* The white half of a sign's square, before what opens or behind what closes, in Pango units: 0 where it has none, or no more. */
int pg_galley_white_before (const PgGalley *galley, guint at, guint *hint);
int pg_galley_white_behind (const PgGalley *galley, guint at, guint *hint);

/* What may happen before a character. */
typedef enum
{
  PG_MARK_NEVER, /* it belongs to what stands before it */
  PG_MARK_NONE,
  PG_MARK_PLAIN,   /* a line may start with it */
  PG_MARK_RELAXED, /* if a rule of good setting gives way, for want of a better place */
  PG_MARK_FORCED   /* a line must start with it */
} PgBreakMark;

/* A PgBreakMark for each character. Free with g_free. */
guint8 *pg_marks_find (const PgGalley *galley);

/* Unicode's breaks of Latin text, for pg_marks_find: sets allowed for each character before which there may be one.
   FALSE if the text has what it does not know; then allowed is void. */
gboolean pg_latin_breaks (const PgGalley *galley, guint8 *allowed);

/* For southeast Asian scripts, and characters after the first. Whether a letter without a vowel closes the syllable
   before it, so that no line can start with it. */
gboolean pg_is_within_syllable (const PgGalley *galley, guint at);
/* Whether the word that starts at a character belongs so closely to what stands before it that a line should not end
   there. words tells where ICU's words start. */
gboolean pg_is_within_phrase (const PgGalley *galley, const gboolean *words, guint at);

/* Whether a line that starts with a character would part a day from its month, "15 May", "15 de mayo", "May 15"; the
   character before it is white. */
gboolean pg_is_within_date (const PgGalley *galley, const char *language, guint at);
/* The table that keeps the names of months, empty. */
GHashTable *pg_months_new (void);

/* Where the last cluster before a character starts, and the tracking that follows it, in Pango units. */
guint pg_galley_cluster_before (const PgGalley *galley, guint end);
int pg_galley_tracking_before (const PgGalley *galley, guint end, guint *hint);

/* Where a line may end. */
typedef enum
{
  PG_BREAK_PLAIN,
  PG_BREAK_FORCED,
  PG_BREAK_DASH,    /* after a hyphen or dash of the text's own */
  PG_BREAK_HYPHEN,  /* with a hyphen put in */
  PG_BREAK_RELAXED, /* against a rule of good setting, for want of a better place */
  PG_BREAK_CLUSTER  /* anywhere, for want of any place */
} PgBreakKind;

typedef struct
{
  guint next;    /* the character that the next line starts with */
  guint end;     /* one past the last that this line shows */
  double x_next; /* where they stand, pt; x_end with the hyphen and without tracking after the last */
  double x_end;
  PgBreakKind kind;
} PgBreak;

/* The break points, the galley's start (which ends nothing) first and its end last. narrowest is the width of the
   narrowest line: words that are wider get points within. Free with g_array_unref. */
GArray *pg_breaks_find (const PgGalley *galley, double narrowest);

/* The start and the end alone. */
GArray *pg_breaks_none (const PgGalley *galley);

/* Sets hyphens[i] for each character i after start, up to end, before which a word may be divided; desperate: even in
   words that should not be. */
void pg_hyphens_find (const PgGalley *galley, guint start, guint end, gboolean desperate, gboolean *hyphens);

/* How far the spaces of a justified line may grow without looking wide, and shrink at all; of their width. */
#define PG_SPACE_STRETCH 0.5
#define PG_SPACE_SHRINK 0.22
#define PG_KOREAN_STRETCH 0.6 /* at most, of a line of Korean */
#define PG_GAP_MOST 0.25      /* em, at most between ideographs or syllables */

/* What a line may give and take when it is justified. All 0 for ragged text. */
typedef struct
{
  double *spaces;     /* + sum of the widths of spaces up to a character, or NULL */
  guint *gaps;        /* + number of places between ideographs that may be opened, or NULL */
  gboolean is_korean; /* spaces grow by PG_KOREAN_STRETCH at most */
  double gap;         /* how far each opens without looking open, pt */
} PgGive;

void pg_give_init (PgGive *give, const PgGalley *galley, double measure);
void pg_give_clear (PgGive *give);

/* The lines that fit best: indices into breaks, one for each line's end. first and other are their measures.
   With balance, the narrowest measure that needs no more lines is what they are fitted to. */
GArray *pg_fit (const PgGalley *galley, const GArray *breaks, double first, double other, const PgGive *give);
