/* Pages as data: items with final places. Enters: nothing; types alone. Leaves: what paint draws and pdf finishes.
   Points, origin at the page's top left, y downwards. */
#pragma once

#include "text/paragraph.h"
#include "theme/style.h"

typedef enum
{
  PG_ITEM_TEXT, /* one line; x is its column's left edge, y its baseline */
  PG_ITEM_FILL, /* a rectangle of one colour: rules, bands, boxes */
  PG_ITEM_IMAGE /* a picture fitted into the rectangle */
} PgItemKind;

typedef struct
{
  PgItemKind kind;
  gboolean artifact; /* no part of what is said: furniture, repeated heads, rules */
  double x, y, width, height;
  union
  {
    struct
    {
      const PgLines *lines;
      guint line;
    } text;
    PgColour fill;
    struct
    {
      const char *path, *alt;
      gboolean crop, is_tinted;
      gboolean at_right; /* what is narrower than the rectangle stands at its right */
      PgColour tint;
    } image;
  };
} PgItem;

typedef struct
{
  GArray *items; /* PgItem, in reading order; what lies under the text comes first */
} PgPage;

typedef struct
{
  const char *title;
  guint level; /* from 1 */
  guint page;  /* from 0 */
  double y;
} PgBookmark;

/* What lies around a page on a sheet for the press: how far things are from the page's edges. All 0 where pages are not
   trimmed. The bleed ends before the marks begin, and these end before the slug line, which is below. */
typedef struct
{
  double bleed;
  double marks_start, marks_end;
  double beside, above; /* the sheet's edges: left and right, above and below */
} PgSurround;

/* All pages of a document. */
typedef struct
{
  double width, height; /* of a page, trimmed */
  PgSurround surround;
  GPtrArray *pages;    /* PgPage* */
  GArray *bookmarks;   /* PgBookmark, in order */
  GHashTable *anchors; /* name (borrowed) to page, from 1 */
  GPtrArray *lines;    /* PgLines*, owned; the items point into them */
} PgPages;

void pg_pages_free (PgPages *pages); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgPages, pg_pages_free)

/* The pages as text, an item a line, for tests and for finding out; free with g_free. */
char *pg_pages_dump (const PgPages *pages);
