/* The content tree: what is to be said, in which style, and what must stay together. Enters: a piece's decisions.
   Leaves: blocks for layout; all of them live in the piece's arena. Lengths in points. */
#pragma once

#include "base/arena.h"
#include "base/report.h"
#include "block/role.h"
#include "theme/theme.h"

typedef struct PgBlock PgBlock;

typedef enum
{
  PG_BLOCK_PARAGRAPH, /* runs in one style */
  PG_BLOCK_STACK,     /* children one below the other */
  PG_BLOCK_ROW,       /* cells side by side, broken together */
  PG_BLOCK_TABLE,     /* rows below a head that repeats on each page */
  PG_BLOCK_COLUMNS,   /* children in columns, filled downwards */
  PG_BLOCK_IMAGE,     /* a picture in a box */
  PG_BLOCK_FILL,      /* a rectangle of colour */
  PG_BLOCK_PLACED     /* children at fixed places on the page */
} PgBlockKind;

/* A cell of a row. Where the row goes on, continued is set first (as an artifact), then what is left of the cell. */
typedef struct
{
  double x, width; /* from the row's left edge; a width of 0 reaches to its right edge */
  PgBlock *block;  /* NULL: empty */
  PgBlock *continued;
  gboolean
      fits;    /* a paragraph: as wide as it is on one line, at the right of its place; the cell before gets the rest */
  PgRole role; /* PG_ROLE_AUTO: TD in a table's row, else none */
  gboolean is_pair; /* of a table's row: two columns, whose parts are paired within */
} PgCell;

/* A child of a placed block; x and y are from that one's upper left corner. */
typedef struct
{
  double x, y, width;
  gboolean follows; /* pushed down where what followed before it reaches further, by white at least */
  gboolean hangs;   /* y is the lower edge, unless that would be on what follows before it */
  gboolean above;   /* an option that stands white above all that hangs; where nothing does, y is its lower edge */
  double white;
  gboolean is_option; /* left out where it would reach below limit, or what hangs would reach what follows before it */
  gboolean instead;   /* only where the option before it was left out */
  double limit;       /* 0: white above what hangs */
  PgBlock *block;
} PgPlacement;

typedef struct
{
  const char *path; /* below the event's folder */
  const char *alt;
  double width, height; /* the box; the picture fits into it, at its upper left */
  gboolean crop;        /* fill the box instead */
  const PgColour *tint; /* paint its shape in this colour alone; NULL: as it is */
} PgImage;

struct PgBlock
{
  PgBlockKind kind;
  PgPlace place;

  double before, after;   /* white between blocks: the larger of two that meet; dropped at the top of a page */
  gboolean keep_together; /* not to be broken over pages */
  gboolean keep_with_next, keep_with_previous;
  gboolean artifact; /* no part of what is said: repeated heads, rules */
  gboolean whole;    /* of two languages it is said whole in the one, then whole in the other */
  gboolean mirrored; /* what it holds runs against the page: mirrored within its own area */

  PgBlock *otherwise; /* set instead: of a paragraph where it takes more than one line, of a placed block where it runs
                         over the page's edge; or NULL */

  PgRole role;
  const PgBlock *group; /* several in a row belong together: its role is theirs, it is not set itself; or NULL */
  gboolean is_pair;     /* of a row: its cells belong to the two columns of the cell around it */
  const char *anchor;   /* pages can be referred to by it; or NULL */
  const char *bookmark; /* or NULL */
  guint bookmark_level; /* from 1 */

  /* Of rows in a table, of children in columns. */
  const PgRule *rule_above;
  gboolean rule_once;          /* it is not drawn again where the block goes on */
  double pad_above, pad_below; /* between rule and content */
  const PgColour *band;        /* fills the row's height over the whole width of the sheet */

  /* PG_BLOCK_PARAGRAPH */
  const PgStyle *style;
  PgRun *runs;
  guint n_runs;
  gboolean right_to_left; /* base direction; "start" is on the right then */
  guint max_lines;        /* what is longer is cut off with an ellipsis: for what only repeats; 0: nothing is */

  GPtrArray *children;      /* PgBlock*, of stack, table (its rows), columns */
  GArray *cells;            /* PgCell, of a row; they share their first baseline */
  gboolean align_tops;      /* of a row: its cells share their upper edge instead */
  GArray *placements;       /* PgPlacement, of a placed block */
  PgBlock *head;            /* of a table: its first head, a row */
  PgBlock *head_continued;  /* and its head on later pages */
  const PgRule *rule_split; /* closes a table or a column where it goes on elsewhere */
  const PgRule *rule_end;   /* closes it at its end */
  guint n_columns;          /* of columns */
  double gutter;
  PgImage *image;
  PgColour colour;      /* of a fill */
  double width, height; /* of a fill; the height of a placed block within others */
};

/* What a sheet for the press has around each page, which is trimmed away. */
typedef struct
{
  double bleed;  /* what touches the page's edge reaches as far beyond */
  PgBlock *slug; /* a paragraph of max_lines that says whose page it is; may hold page fields */
} PgPress;

/* Pages that follow each other with the same size, margins and furniture; each run of pages starts on a new page. */
typedef struct
{
  double width, height;            /* of a page */
  const PgPress *press;            /* NULL: pages are as large as the paper */
  double left, right, top, bottom; /* margins of the text area */
  double runt;                     /* a last page with no more than this height is one that should not be */
  double overrun;                  /* how far the page before it may go below the text area to prevent it */
  PgBlock *flow;
  PgBlock *under; /* painted first, the same on each page; placed; or NULL */
  PgBlock *over;  /* running head and foot; placed; may hold page fields; or NULL */
} PgPageRun;

/* A whole piece. */
typedef struct
{
  PgArena *arena;
  const char *title, *subject, *author, *language; /* metadata */
  gboolean right_to_left;                          /* pages are mirrored: all x count from the right edge */
  GPtrArray *page_runs;                            /* PgPageRun* */
} PgManuscript;

PgBlock *pg_block_new (PgArena *arena, PgBlockKind kind, const PgPlace *place);

/* A paragraph without runs yet; its white is the style's. */
PgBlock *pg_paragraph_new (PgArena *arena, const PgStyle *style, const PgPlace *place);
/* Adds a run and gives it back, for flags and the like. text is not copied. A NULL style is the paragraph's. */
PgRun *pg_paragraph_add (PgArena *arena, PgBlock *paragraph, const PgStyle *style, const char *text,
                         const char *language);

/* NULL blocks are ignored, so that what is absent needs no test. */
void pg_block_add (PgBlock *parent, PgBlock *child);
PgCell *pg_row_add (PgBlock *row, double x, double width, PgBlock *block);
/* Adds a placement as it is said; one without a block is ignored. */
void pg_placed_put (PgBlock *placed, PgPlacement placement);
/* At y. */
void pg_placed_add (PgBlock *placed, double x, double y, double width, PgBlock *block);
/* At y, or lower where what followed before would be nearer than white. */
void pg_placed_follow (PgBlock *placed, double x, double y, double width, double white, PgBlock *block);
/* With its lower edge at bottom, or lower where what follows before it reaches further down. */
void pg_placed_hang (PgBlock *placed, double x, double bottom, double width, PgBlock *block);

PgManuscript *pg_manuscript_new (PgArena *arena);
