/* One paragraph. Enters: styled runs and a measure. Leaves: lines of glyphs, broken by our own total-fit breaker. */
#pragma once

#include "base/arena.h"
#include "font/fonts.h"

/* The glyphs of one run on one line, or a part of them (each has one font, direction and run). */
typedef struct
{
  PangoGlyphItem *glyphs; /* the lines' own; text offsets are into the paragraph's text */
  const PgRun *run;       /* colour, language, link; the caller's, which must outlive the lines */
  double x;               /* left edge, from the left edge of the column, pt */
  double width;
  double rise; /* of its baseline above the line's, pt */
} PgGlyphRun;

/* A box behind a run whose style has one; from the column's left edge and the line's baseline, y downwards. */
typedef struct
{
  double x, y, width, height;
  const PgRun *run;
} PgRunBox;

typedef struct
{
  guint start, end; /* bytes of the paragraph's text, trailing white space included */
  double x;         /* left edge of the text, from the column's left edge */
  double width;     /* of the text, trailing white space not counted */
  double measure;   /* the width that was to be filled (column or measure, less indent) */
  PgGlyphRun *runs; /* in logical order; x is visual; a hyphen that was put in is a run of its own, the last */
  guint n_runs;
  gboolean hyphenated;
} PgLine;

typedef struct PgLines
{
  char *text;          /* the whole paragraph, as shaped (in capitals where the style says so); behind its NUL stands a
                      soft hyphen, which is the text of the hyphens that were put in, and behind that one's a space,
                      which is the text of forced ends of lines */
  double leading;      /* from baseline to baseline */
  double baseline;     /* from the top of the first line's box to its baseline */
  double width;        /* of the widest line */
  gboolean is_torn;    /* a word had to be broken for want of width */
  gboolean is_divided; /* one was hyphenated for it, against the style, and not at a point of the writer's */
  PgLine *lines;
  guint n_lines;
} PgLines;

/* Breaks runs (at least one) into lines in a column of width points. style gives leading, alignment, measure, indents,
   hyphenation and balance; the runs' own styles give font, colour and tracking. right_to_left is the base direction.
   place is where findings say the text stands (may be NULL): a character that no font of the set has is an error
   "missing-glyph" with its code point; a family that the set has not is a warning "missing-font". An empty text gives one
   empty line. Never fails: a word wider than the measure is broken where good setting would not, then hyphenated, then
   torn between clusters (Latin: warning "overfull-line"); a single cluster that is wider stands alone. Titles
   (style->balance) are not broken after their own hyphens, and text in scripts that must not be spread (Thai, Lao,
   Khmer, Burmese) is never justified.
   The lines hold neither fonts nor runs: both must outlive them. */
PgLines *pg_lines_new (PgFonts *fonts, const PgStyle *style, const PgRun *runs, guint n_runs, double width,
                       gboolean right_to_left, const PgPlace *place, ProgrammeReport *report);
/* Pictographs that no font has are left out of every text. Warns of those that were left out of the document so far, all in
   one finding, "missing-pictograph". */
void pg_lines_tell_left_out (PgFonts *fonts, ProgrammeReport *report);
void pg_lines_free (PgLines *lines); /* NULL is ignored */

/* For runs that take more lines than that: as much of them as so many lines hold, up to where a line may end, and an
   ellipsis. The runs that the lines are made of come from the arena. */
PgLines *pg_lines_shortened (PgArena *arena, PgFonts *fonts, const PgStyle *style, const PgRun *runs, guint n_runs,
                             double width, gboolean right_to_left, const PgPlace *place, guint most);

/* The width of runs set on one line (the widest, if U+2028 makes several), without white space and tracking at the
   end. */
double pg_runs_width (PgFonts *fonts, const PgStyle *style, const PgRun *runs, guint n_runs, gboolean right_to_left);

/* ink.c: how far the ink of a line reaches above its baseline and below it. FALSE where it has no letters of scripts that stack
   marks: what others need is in the leading. */
gboolean pg_line_ink (const PgLines *lines, const PgLine *line, double *above, double *below);

/* The boxes of a line's runs (a run that is split has one for each part); boxes is an array of PgRunBox to add to. */
void pg_line_boxes (const PgLines *lines, const PgLine *line, GArray *boxes);
