/* The content tree: what is to be said, in which style, and what must stay together. Enters: a piece's decisions.
   Leaves: blocks for layout; all of them live in the piece's arena, until its pages are laid out. Lengths in points. */
#pragma once

#include "base/arena.h"
#include "base/report.h"
#include "block/code.h"
#include "block/drawing.h"
#include "block/role.h"
#include "theme/theme.h"

#include <stdbool.h>

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
  PG_BLOCK_CODE,      /* a QR code */
  PG_BLOCK_DRAWING,   /* an arrow or a pictogram */
  PG_BLOCK_PLACED,    /* children at fixed places */
  PG_BLOCK_BOX,       /* a child in a space of its own */
  PG_BLOCK_CHOICE     /* children of which one is set: the first that fits, or the last */
} PgBlockKind;

/* How wide a cell is. */
typedef enum
{
  PG_CELL_WIDTH, /* as it says */
  PG_CELL_NATURAL, /* as what it holds is on one line; later cells start no further to the left than it ends; it leaves one at
                      the end, which comes next, what that takes, down to half of their place */
  PG_CELL_AT_END /* the same, at the right of its place; the cell before it gets the rest */
} PgCellFit;

/* A cell of a row. Where the row goes on, continued is set first (as an artifact), then what is left of the cell. */
typedef struct
{
  double x, width; /* from the row's left edge; a width of 0 reaches to its right edge */
  PgBlock *block;  /* NULL: empty */
  PgBlock *continued;
  PgCellFit fit;
  PgRole role;      /* PG_ROLE_AUTO: TD in a table's row, else none */
  gboolean is_pair; /* of a table's row: two columns, whose parts are paired within */
  /* Of a row of a table whose columns are as wide as what they hold: the first column it stands in, how many it spans, or 0,
     and how many rows. In the rows below it that it reaches into, a cell without a block keeps its place: the table's row,
     from 0, that the one it stands for begins in. */
  guint column, columns, rows;
  gboolean is_spanned;
  guint first_row;
} PgCell;

/* A child of a placed block; x and y are from that one's upper left corner; a width of 0 reaches to its right edge. */
typedef struct
{
  double x, y, width;
  gboolean follows; /* pushed down where what followed before it reaches further, by white at least */
  gboolean
      hangs; /* y is the lower edge; it does not fit where its upper one is not white below what follows before it */
  double white;
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

/* What parts the notes at the foot of a page from its text. */
typedef struct
{
  const PgRule *rule;
  double length;       /* of the rule */
  double above, below; /* white above the rule, at least, and below it */
} PgFoot;

/* A note at the foot of the page on which the run stands that is its mark. */
struct PgNote
{
  PgBlock *block;    /* a row: its number, and what it says */
  PgBlock *label;    /* the paragraph of the number, of one run, which layout fills in, as it does the mark */
  gconstpointer key; /* those of one key have one number, as a note and its translation */
  gunichar zero;     /* of figures */
  double x, width;   /* from the left edge of the text area; a width of 0 reaches to its right edge */
  const PgFoot *foot;
};

/* What marks a block: all of its height is filled, so far beyond its sides, with an edge where reading starts. */
typedef struct
{
  PgColour wash, edge;
  double beyond, edge_width;
} PgMarking;

/* From how far what is in a box is to be read. */
typedef struct
{
  double metres;
  double factor; /* letters are at least the distance over it; 0: as ADA 703.5.5 has it */
  double letter; /* the height of a letter, of the size */
} PgReading;

/* White inside a box. */
typedef struct
{
  double left, right, above, below;
} PgPadding;

typedef enum
{
  PG_PLACE_START, /* at the top, at the left */
  PG_PLACE_MIDDLE,
  PG_PLACE_END
} PgBoxPlace;

/* What a child of a choice must fit into. */
typedef enum
{
  PG_CHOICE_LINES, /* the lines that its paragraphs may have */
  PG_CHOICE_SPACE  /* these, and the height that is left on its page or in its box */
} PgChoiceBy;

/* The children of a choice from the second on, each of which is made once those before it do not fit. None has images or notes. */
typedef struct
{
  guint n; /* how many it may have, with the first */
  PgBlock *(*make) (gconstpointer data, guint index);
  gconstpointer data;
} PgLater;

/* What one of a choice leaves out, which is told where it is the one that is set: the code and the text of a note. */
typedef struct
{
  const char *code, *text;
} PgLeftOut;

/* A document has many blocks: what is small is in bits. */
struct PgBlock
{
  PgBlockKind kind : 8;
  PgRole role : 8;
  guint bookmark_level : 3; /* from 1 */
  bool keep_together : 1;   /* not to be broken over pages */
  bool keep_with_next : 1, keep_with_previous : 1;
  bool
      keeps_company : 1; /* these are so that none of several stands alone: it is no heading, and may be broken itself */
  bool is_stanza : 1;    /* its children are lines: two stay together on either side of where it is broken */
  bool is_said_again : 1; /* a head, which is said again where what is below it goes on: it may end a page in need */
  bool artifact : 1;      /* no part of what is said: repeated heads, rules */
  bool whole : 1;         /* of two languages it is said whole in the one, then whole in the other */
  bool mirrored : 1;      /* what it holds runs against the page: mirrored within its own area */
  bool rule_once : 1;     /* its rule is not drawn again where the block goes on */
  bool shared : 1;        /* it stands in several runs of pages */
  /* Of two pages that lie open together it stands on the first, and takes as much space on the second. */
  bool before_fold : 1;
  guint part; /* of what the run of pages says, from 1, the part that begins here; 0: none does */

  PgPlace place;
  double before, after; /* white between blocks: the larger of two that meet; dropped at the top of a page */
  double least_space; /* in a stack: what must be left below what stands above it for it to begin there, if not whole */

  const PgBlock *group;      /* several in a row belong together: its role is theirs, it is not set itself; or NULL */
  const char *anchor;        /* pages can be referred to by it; or NULL */
  const char *bookmark;      /* or NULL */
  const PgLeftOut *left_out; /* of one of a choice; or NULL */

  const PgRule *rule_above;
  double pad_above, pad_below; /* between rule and content */
  const PgColour *band;        /* fills its height over the whole width of the page */
  const PgMarking *marking;    /* or NULL */

  /* What follows the last field of a paragraph, a row or a stack has no memory in one: a new last field is named in block.c. */
  union
  {
    struct /* PG_BLOCK_PARAGRAPH */
    {
      const PgStyle *style;
      PgRun *runs;
      guint n_runs, room;     /* how many there are, and may be where they are */
      guint max_lines;        /* what is longer does not fit: it is cut off with an ellipsis; 0: as many as there are */
      gboolean right_to_left; /* base direction; "start" is on the right then */
    };
    struct /* PG_BLOCK_ROW */
    {
      GArray *cells;       /* PgCell; they share their first baseline */
      double gap;          /* between a cell as wide as what it holds and one at the end of the same place */
      gboolean align_tops; /* its cells share their upper edge instead */
      gboolean is_pair;    /* its cells belong to the two columns of the cell around it */
    };
    struct /* PG_BLOCK_STACK, PG_BLOCK_TABLE (its rows), PG_BLOCK_COLUMNS, PG_BLOCK_CHOICE */
    {
      GPtrArray *children;      /* PgBlock* */
      const PgRule *rule_split; /* closes a table or a column where it goes on elsewhere */
      const PgRule *rule_end;   /* closes it at its end */
      PgBlock *head;            /* of a table: its first head, a row */
      PgBlock *head_continued;  /* and its head on later pages */
      PgBlock *caption;         /* of a table: above its first head; or NULL */
      const double *widths;     /* of a table's columns, each 0 for one as wide as what it holds; NULL: all are so */
      guint n_columns;          /* of columns; of a table whose cells say which they stand in, or 0 */
      guint fold;    /* of such a table, all of whose columns have widths, on two pages that lie open together: the
                                   first column on the second of them, which is level with the first; 0: all are on each page */
      double gutter; /* between them */
      gboolean wants_width; /* of such a table: where its columns would be narrow it does not fit */
      PgChoiceBy by;        /* of a choice */
      const PgLater *later; /* of that; or NULL: it has all its children */
    };
    struct /* PG_BLOCK_IMAGE */
    {
      PgImage *image;
      gboolean shrinks; /* where its place is narrower, it is smaller */
    };
    struct /* PG_BLOCK_FILL */
    {
      PgColour colour;
      double width, height; /* a width of 0 is that of its place */
    };
    struct /* PG_BLOCK_CODE, PG_BLOCK_DRAWING */
    {
      const PgCode *code;
      const PgDrawing *drawing;
      guint eighths;        /* of a turn, clockwise, by which the drawing is turned; never mirrored */
      const char *code_alt; /* what it is, for those who do not see it */
      double side;          /* of the square; of a code's modules, without the white that it needs around */
      PgColour ink;
    };
    struct /* PG_BLOCK_PLACED */
    {
      GArray *placements; /* PgPlacement */
      double extent;      /* its height within others */
    };
    struct /* PG_BLOCK_BOX */
    {
      PgBlock *child;
      double box_width, box_height; /* the whole box's; 0: its place's width, its child's height */
      PgPadding padding;
      const PgColour *fill;     /* of all of it; or NULL */
      PgBoxPlace vertical;      /* where the child stands in the height */
      PgBoxPlace across;        /* where a natural box stands in its place */
      gboolean natural;         /* as wide as its child is on one line; box_width is the least */
      const char *same_size;    /* boxes of the same name share one size: the smallest; or NULL */
      const PgReading *reading; /* what is too small for it is told; or NULL */
      guint turns; /* quarter turns of what is in it, clockwise; width and height, which it needs then, are the
                                box's as it is seen */
    };
  };
};

/* Whether it has children. */
static inline gboolean
pg_block_is_stack (const PgBlock *block)
{
  return block->kind == PG_BLOCK_STACK || block->kind == PG_BLOCK_TABLE || block->kind == PG_BLOCK_COLUMNS
         || block->kind == PG_BLOCK_CHOICE;
}

/* What a sheet for the press has around each page, which is trimmed away. */
typedef struct
{
  double bleed;  /* what touches the page's edge reaches as far beyond */
  PgBlock *slug; /* a paragraph of max_lines that says whose page it is; may hold page fields */
} PgPress;

/* The head and foot of a page on which parts of what the run says stand: the first of them, and the last. */
typedef PgBlock *(*PgOverParts) (gconstpointer data, guint first, guint last);

/* On which of facing pages a run of them begins. */
typedef enum
{
  PG_OPENS_ANYWHERE,
  PG_OPENS_RECTO,
  PG_OPENS_VERSO
} PgOpens;

/* How pages should end, and what may be done for it; all 0 where it is all the same. */
typedef struct
{
  double runt;         /* a last page with no more than this height is one that should not be */
  double gap;          /* nor should others have more left at their foot; 0: half of it */
  double overrun;      /* how far a page may go below the text area to prevent that */
  double tight, roomy; /* how much white it may have for it, as shares of what there is; 0: no more nor less */
  double airy;         /* so much of it before stanzas, heads or titles are parted */
} PgPageEnds;

/* What a piece knows a run of pages by. */
typedef struct
{
  gconstpointer part; /* of the piece; or NULL */
  gconstpointer day;  /* of that; or NULL: all of it */
} PgMatter;

typedef struct PgRunPages PgRunPages;

/* Pages that follow each other with the same size, margins and furniture; each run of pages starts on a new page. */
typedef struct
{
  double width, height;            /* of a page */
  const PgPress *press;            /* NULL: pages are as large as the paper */
  double left, right, top, bottom; /* margins of the text area */
  gboolean facing;                 /* pages lie side by side: left is at the spine, right outside, on both of them */
  gboolean beyond_fold;            /* of tables that have a fold they show what is beyond it */
  PgOpens opens;                   /* after a blank page where there must be one */
  PgPageEnds ends;
  PgBlock *flow;           /* NULL: a blank page */
  PgBlock *under;          /* painted first, the same on each page; placed; or NULL */
  PgBlock *over;           /* running head and foot; placed; may hold page fields; or NULL */
  PgBlock *over_continued; /* the same on each page but the first; NULL: it is the same */
  PgBlock *over_verso;     /* the same on versos of facing pages; NULL: it is the same */
  PgOverParts over_parts;  /* gives what stands there where parts are, but on a first page that has its own; or NULL */
  gconstpointer over_data;
  PgBlock *continued;   /* placed on each page but the first, above what goes on; or NULL */
  double top_continued; /* where that goes on */
  GPtrArray *otherwise; /* PgPageRun*, set in its place if its flow does not fit on one page; or NULL */
  GPtrArray *then;      /* the same if it does: the run was but a question; or NULL */
  PgMatter matter;      /* what it is about, for the piece */
  PgRunPages *kept;     /* layout's: what it became, for other documents; or NULL */
} PgPageRun;

/* When a page is shown on a screen, and where. */
typedef struct
{
  const char *from, *until; /* "2031-05-05T09:00:00" */
  const char *room;         /* its id */
} PgShowing;

/* A whole piece. */
typedef struct
{
  PgArena *arena;
  const char *title, *subject, *author, *language; /* metadata */
  gboolean right_to_left;                          /* pages are mirrored: all x count from the right edge */
  gboolean facing;                                 /* pages lie side by side, but the first is a cover */
  const char *duplex; /* it must be printed at its own size, and so, such as "Simplex"; NULL: nothing is said of that */
  GPtrArray *page_runs; /* PgPageRun* */
  guint max_pages;
  GPtrArray *showings; /* PgShowing*, a page: of pages for screens; or NULL */
} PgManuscript;

PgBlock *pg_block_new (PgArena *arena, PgBlockKind kind, const PgPlace *place);
/* Another that holds the same; a block is no larger than its kind needs. */
PgBlock *pg_block_copy (PgArena *arena, const PgBlock *block);

/* A paragraph without runs yet; its white is the style's. */
PgBlock *pg_paragraph_new (PgArena *arena, const PgStyle *style, const PgPlace *place);
/* Adds a run and gives it back, for flags and the like. text is not copied. A NULL style is the paragraph's. */
PgRun *pg_paragraph_add (PgArena *arena, PgBlock *paragraph, const PgStyle *style, const char *text,
                         const char *language);

/* NULL blocks are ignored, so that what is absent needs no test. */
void pg_block_add (PgBlock *parent, PgBlock *child);
/* How many children a choice has, and one of them, which is made if need be. */
guint pg_choice_length (const PgBlock *choice);
const PgBlock *pg_choice_child (const PgBlock *choice, guint index);
/* Adds the children of a stack, or another block itself. */
void pg_block_add_all (PgBlock *parent, PgBlock *stack);
/* The head of a table, and what it is on later pages; either may be NULL. */
void pg_table_set_head (PgBlock *table, PgBlock *head, PgBlock *continued);
PgCell *pg_row_add (PgBlock *row, double x, double width, PgBlock *block);
/* The first paragraph in the block, or the block itself; NULL if there is none. */
const PgBlock *pg_block_paragraph (const PgBlock *block);
/* Lets a paragraph, or each of a choice's or stack's, have no more lines than so many. */
void pg_block_limit_lines (PgBlock *block, guint lines);
/* Makes a block stand where another one does: its white, its keeps, its role and what refers to it go over to it. */
void pg_block_take_place (PgBlock *block, PgBlock *of);

/* Adds a placement as it is said; one without a block is ignored. */
void pg_placed_put (PgBlock *placed, PgPlacement placement);
/* At y. */
void pg_placed_add (PgBlock *placed, double x, double y, double width, PgBlock *block);
/* At y, or lower where what followed before would be nearer than white. */
void pg_placed_follow (PgBlock *placed, double x, double y, double width, double white, PgBlock *block);
/* With its lower edge at bottom. */
void pg_placed_hang (PgBlock *placed, double x, double bottom, double width, PgBlock *block);

/* A box round a child; NULL for a NULL child. */
PgBlock *pg_box_new (PgArena *arena, PgBlock *child);

/* Says what the block leaves out, in the arena's text or one that stays: see PgLeftOut. */
void pg_block_leave_out (PgArena *arena, PgBlock *block, const char *code, const char *text);

PgManuscript *pg_manuscript_new (PgArena *arena);

/* Calls func for each block of a kind, also for those that may turn out to have no room: of a manuscript; of a block, which
   may be NULL. */
typedef void (*PgBlockFunc) (const PgBlock *block, gpointer data);
void pg_manuscript_each (const PgManuscript *manuscript, PgBlockKind kind, PgBlockFunc func, gpointer data);
void pg_block_each (const PgBlock *block, PgBlockKind kind, PgBlockFunc func, gpointer data);

/* A block and what it holds as text, a block a line and what is within it further in, for tests; free with g_free. A line
   says the kind, what is otherwise than with a new block, and what a paragraph reads; before text that is otherwise than
   the text before it stands in brackets how: its style, weight, language, and where it leads. */
char *pg_block_dump (const PgBlock *block);
/* "#rrggbb"; free with g_free. */
char *pg_colour_dump (const PgColour *colour);
