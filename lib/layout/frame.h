/* Pages as data: items with final places. Enters: nothing; types alone. Leaves: what paint draws and pdf finishes.
   Points, origin at the page's top left, y downwards. */
#pragma once

#include "base/arena.h"
#include "block/code.h"
#include "block/drawing.h"
#include "block/role.h"
#include "text/paragraph.h"
#include "theme/style.h"

/* An element of the structure tree. It is part of the tree if something is painted in it, or in an element below it. */
typedef struct PgElement PgElement;
struct PgElement
{
  PgRole role;
  union /* A document has many. */
  {
    guint n_cells; /* of a table's row */
    struct         /* of a cell: the first of its columns, from 0; how many it spans, and how many rows */
    {
      guint column, columns, rows;
    };
  };
  PgElement *parent;    /* NULL: the document */
  const char *language; /* BCP 47 of the text in it; NULL: that of its parent */
  union
  {
    const char *alt; /* of a figure */
    struct           /* of a link: an address, or a place in the document; or NULL */
    {
      const char *href, *anchor;
    };
    struct /* of a table: the row of its head, or NULL; and the cell that heads the part of it that was set last, or NULL */
    {
      PgElement *head;
      const PgElement *last_part;
    };
    struct /* of a table's row: in the tree with it, even if empty; and the cell above it that heads a part of the table, or
              NULL */
    {
      PgElement **cells;
      const PgElement *part;
    };
  };
};

/* Which elements the runs of a paragraph belong to, where that is not one for all. */
typedef struct
{
  const PgRun *runs;
  PgElement **elements; /* one a run; NULL: the item's */
} PgRunElements;

typedef enum
{
  PG_ITEM_TEXT,   /* one line; x is its column's left edge, y its baseline */
  PG_ITEM_FILL,   /* a rectangle of one colour: rules, bands, boxes */
  PG_ITEM_IMAGE,  /* a picture fitted into the rectangle */
  PG_ITEM_CODE,   /* a QR code that fills the rectangle, a square */
  PG_ITEM_DRAWING /* an arrow or pictogram, the same */
} PgItemKind;

/* A rectangle whose content is turned: that is laid out from the upper left corner, and then turned so that it fills it. */
typedef struct
{
  guint quarters; /* clockwise: 1 to 3 */
  double x, y, width, height;
} PgTurned;

typedef struct
{
  const char *path, *alt;
  PgPlace place; /* of what names it */
  gboolean crop;
  const PgColour *tint; /* or NULL */
} PgItemImage;

/* A document has many. */
typedef struct
{
  PgItemKind kind;
  PgArtifact artifact;        /* no part of what is said: furniture, repeated heads, rules */
  PgElement *element;         /* NULL for an artifact */
  double x, y, width, height; /* as if it were not turned */
  const PgTurned *turned;     /* or NULL; never of a fill, which is turned already */
  union
  {
    struct
    {
      const PgLines *lines;
      guint line;
      const PgRunElements *runs; /* or NULL */
    } text;
    PgColour fill;
    struct
    {
      const PgItemImage *shown;
      gboolean at_right; /* what is narrower than the rectangle stands at its right */
    } image;
    struct
    {
      const PgCode *code;
      const PgColour *ink;
    } code;
    struct
    {
      const PgDrawing *drawing;
      const PgColour *ink;
      guint eighths; /* of a turn, clockwise */
    } drawing;
  };
} PgItem;

/* The element that a run of a text item belongs to; NULL for an artifact. */
static inline PgElement *
pg_item_run_element (const PgItem *item, const PgRun *run)
{
  const PgRunElements *runs = item->text.runs;
  PgElement *element = runs != NULL ? runs->elements[run - runs->runs] : NULL;
  return element != NULL ? element : item->element;
}

typedef struct
{
  const char *title;
  guint level; /* from 1 */
  guint page;  /* from 0 */
  double y;
} PgBookmark;

/* A stretch of a page as it is painted, in one element or artifact. Its number is its place among all of the document. */
typedef struct
{
  const PgElement *element; /* NULL: an artifact */
  PgArtifact artifact;
  guint page;         /* from 0 */
  const PgCode *code; /* a code of which a square alone is painted, to be drawn in its place; or NULL */
} PgChunk;

/* A place that can be linked to. */
typedef struct
{
  const char *name;
  guint page; /* from 0 */
  double y;
} PgDestination;

/* What lies around a page on a sheet for the press: how far things are from the page's edges. All 0 where pages are not
   trimmed. The bleed ends before the marks begin, and these end before the slug line, which is below. */
typedef struct
{
  double bleed;
  double marks_start, marks_end;
  double beside, above; /* the sheet's edges: left and right, above and below */
} PgSurround;

typedef struct PgPage PgPage;
struct PgPage
{
  double width, height; /* trimmed */
  double top, bottom;   /* where its text area begins and ends, from the page's top */
  gboolean opens_run;   /* it is the first of a run of pages, or begins what has pages of its own within one */
  PgSurround surround;
  GArray *items;               /* PgItem, in reading order; what lies under the text comes first */
  guint first_part, last_part; /* of its run's, those that stand on it; 0: none */
  guint others;                /* documents that have it, too */
  const PgPage *like;          /* in its place in the document that this one has runs in common with; or NULL */
};

/* One of several that a document's pages are for, from one of these on: its numbers begin again there. */
typedef struct
{
  guint page;                       /* from 0 */
  const char *key, *given, *family; /* who it is, for the press; each may be "" */
  const char *const *more;          /* what else is said of them: names and values by turns, NULL at the end; or NULL */
} PgRecord;

/* All pages of a document. */
typedef struct
{
  GPtrArray *pages;     /* PgPage* */
  GArray *bookmarks;    /* PgBookmark, in order */
  GHashTable *anchors;  /* name (borrowed) to page, from 1 */
  GArray *destinations; /* PgDestination: the same with their places, in order */
  PgArena *arena;       /* of the elements */
  GPtrArray *lines;     /* PgLines*, owned; the items point into them */
  GArray *records;      /* PgRecord, in order, where there are some */
} PgPages;

/* The page at an index from 0. */
static inline const PgPage *
pg_pages_get (const PgPages *pages, guint index)
{
  return g_ptr_array_index (pages->pages, index);
}

/* None yet. */
PgPages *pg_pages_new_empty (void);

/* Lines that were only tried, or that a later pass made anew, are on no page. */
void pg_pages_drop_unused_lines (PgPages *pages);

void pg_pages_free (PgPages *pages); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgPages, pg_pages_free)

/* The pages as text, an item a line, for tests and for finding out; free with g_free. Before text that looks otherwise
   than the text before it stands in brackets how: its style, size, weight, colour, language, rise and where it leads. */
char *pg_pages_dump (const PgPages *pages);
