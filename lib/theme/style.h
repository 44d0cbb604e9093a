/* Enters: nothing; types alone. Leaves: what a named style says of a paragraph, and runs of styled text. */
#pragma once

#include "base/origin.h"

typedef struct
{
  double red, green, blue; /* 0 to 1 */
} PgColour;

typedef enum
{
  PG_ALIGN_START,
  PG_ALIGN_CENTRE,
  PG_ALIGN_END,
  PG_ALIGN_JUSTIFY /* with the last line at the start */
} PgAlign;

/* Lengths in points. All are of the theme: a piece names a style and never a size or colour. */
typedef struct
{
  const char *name;
  const char *family; /* "Sans" or "Serif" of the font set, or a family of the user's */
  PgPlace font_place; /* where the theme says so; line 0 where none does */
  double size;        /* a multiple of 0.25 */
  double tight;       /* the size where that saves a page; 0: as it is */
  double larger;      /* by how much where a page of a form that grows has room */
  gboolean bold, italic;
  double leading;
  PgColour colour;
  double tracking; /* em; scripts that must not be letter-spaced ignore it */
  gboolean caps;   /* set in capitals, where the script has them */

  PgAlign align;
  double before, after; /* space above and below; above is dropped at the top of a page */
  double measure;       /* widest line; 0: as wide as its column */
  double indent;        /* of the first line */
  double hang;          /* of the other lines */
  gboolean hyphenate;
  gboolean balance; /* the narrowest measure that keeps the number of lines */
  gboolean beside;  /* a second language stands behind it where both fit on one line, and not below */
  double second;    /* white between it and its second language below */

  /* A range of sizes: the largest is taken that fits into the box around it; 0: the size is that above. */
  double fit_least, fit_most;
  guint fit_lines; /* in no more lines than these; 0: in any number */

  /* A box round the text (the draft mark); all 0: none. */
  double box_line, box_x, box_y; /* thickness; padding beside, above and below */
  gboolean box_filled;
  PgColour box_fill;
} PgStyle;

/* The distance from the top of a line box to its baseline, the same for every font and script: the letter height
   stands in the middle of the leading. */
double pg_style_baseline (const PgStyle *style);

/* How high capitals and figures stand above the baseline. */
double pg_style_cap_height (const PgStyle *style);

typedef enum
{
  PG_RUN_BOLD = 1 << 0,
  PG_RUN_ITALIC = 1 << 1,
  PG_RUN_SUPERSCRIPT = 1 << 2,
  PG_RUN_SUBSCRIPT = 1 << 3,
  PG_RUN_NOTE = 1 << 4, /* a note on what it follows */
  PG_RUN_MARK = 1 << 5  /* the mark of a note that stands elsewhere */
} PgRunFlags;

typedef enum
{
  PG_FIELD_NONE,
  PG_FIELD_PAGE,       /* the folio of the page the run stands on */
  PG_FIELD_PAGES,      /* how many pages there are */
  PG_FIELD_SHEET,      /* which of the pages of its run it is, such as 1/2; nothing of one alone; in furniture */
  PG_FIELD_PAGE_OF,    /* the folio of the page where the anchor stands */
  PG_FIELD_PAGE_AMONG, /* the same, among others: each folio once, and those that follow each other as a range: 5–7 */
  PG_FIELD_BETWEEN     /* what stands between two of these: its text, or the dash of a range, or nothing */
} PgField;

/* block/block.h: a note at the foot of a page. */
typedef struct PgNote PgNote;

/* Text in one style and language. Adjacent runs make a paragraph. */
typedef struct
{
  const char *text; /* UTF-8; U+2028 breaks the line; for a field: what measures it until it is known ("000") */
  const PgStyle *style;
  const char *language;  /* BCP 47, never NULL */
  gconstpointer isolate; /* runs that follow each other with the same are one text that was inserted: what is around it
                            does not decide on its direction; or NULL */
  const char *isolate_language; /* that has the direction of what is isolated; NULL: its first letter's */
  const char *href;             /* an address to link to, or NULL */
  const PgOrigins *origins; /* of what the text is a part of, from this byte on, for findings; NULL: it stands where its
                               paragraph does */
  guint offset;
  guint flags; /* PgRunFlags, added to the style's own weight and slope */
  PgField field;
  gunichar zero;      /* of a field's figures; 0: Latin's */
  const char *anchor; /* of PG_FIELD_PAGE_OF and _AMONG; also where the run links to inside the document, or NULL */
  PgNote *note;       /* that it is the mark of, or NULL; layout numbers it */
} PgRun;
