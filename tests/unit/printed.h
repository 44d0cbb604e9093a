/* Pages as a reader sees them. Enters: laid out pages. Leaves: their lines of text in order, by page and style. What
   checks them below knows nothing of how they were laid out. */
#pragma once

#include "layout/layout.h"

typedef struct
{
  guint page; /* from 0 */
  const PgItem *item;
  const PgLines *lines; /* of the paragraph, and of others that say the same */
  const PgLine *line;
  guint index;       /* of the line within its paragraph */
  const char *style; /* of the paragraph's first run; the variant for small paper has the same name; never NULL */
  double size;       /* of the line's largest run */
  gboolean artifact;
  double left, right, top, bottom; /* of the letters: from their height to their depth */
} PrintedLine;

/* All lines in the order of print; free with g_array_unref. */
GArray *printed_lines (const PgPages *pages);

/* The same without artifacts and covers: what is said, once. */
GArray *printed_said (const PgPages *pages);

gboolean printed_is (const PrintedLine *line, const char *style);
/* The lines of a page in a style, or in any for NULL, joined by " / ": those that are turned, or those that are not; free with
   g_free. */
char *printed_in_style (const PgPages *pages, guint page, const char *style, gboolean turned);
/* The size of the first of these; 0 if there is none. */
double printed_size (const PgPages *pages, guint page, const char *style);
/* One of several, with spaces between them. */
gboolean printed_is_of (const PrintedLine *line, const char *styles);
gboolean printed_is_cover (const PrintedLine *line);

/* Asserts that what a page says of where others are, such as a day at a glance or the index, are the pages where these things stand;
   gives how often it does. */
guint printed_check_folios (const PgPages *pages, guint page);

/* What was given up on each page, as layout's findings tell it, in the order in which it is given up. */
typedef enum
{
  PRINTED_STRICT,
  PRINTED_BROKEN,  /* an entry is broken */
  PRINTED_LONELY,  /* or one of several that belong together is alone */
  PRINTED_PARTED,  /* a heading or label is parted */
  PRINTED_ALONE,   /* a single line stands alone */
  PRINTED_BARE,    /* nothing says what goes on */
  PRINTED_OVERFLOW /* something runs over the edge */
} PrintedRelaxed;

/* By page, PrintedRelaxed as guint; free with g_array_unref. */
GArray *printed_relaxed (const PgPages *pages, ProgrammeReport *report);

/* How often each known word is said: a word to a number (GUINT_TO_POINTER); free with g_hash_table_unref. */
GHashTable *printed_counts (const GArray *said, GHashTable *known);

/* Each of these returns NULL, or what is wrong. */

/* The words of expected stand in print once each, in order; known words that are not expected do not. */
char *check_words_in_order (const GArray *said, GHashTable *known, const GPtrArray *expected);
/* Each stands as often as it is expected, in any order. */
char *check_words_counted (const GArray *said, GHashTable *known, const GPtrArray *expected);
/* Each of expected stands once on the cover, and other known words at most once. */
char *check_words_of_cover (const PgPages *pages, GHashTable *known, const GPtrArray *expected);

/* Nothing outside its page, beyond its column, on other letters, or struck through by a rule. */
char *check_places (const PgPages *pages, ProgrammeReport *report);

/* The rules for the ends of pages. */
char *check_keeps (const PgPages *pages, ProgrammeReport *report);
/* Nothing was given up, but that the end of a page not be empty, and nothing stands out. */
char *check_no_findings (ProgrammeReport *report);

/* The PDF at path says what the pages say. Needs pdftotext. */
char *check_pdf (const PgPages *pages, const char *path);
gboolean check_pdf_is_possible (void);
