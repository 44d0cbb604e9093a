/* Pages on sheets that are folded or cut. Enters: the sizes of pages, and how they are wanted on paper. Leaves: the sides of the
   sheets, with the pages' places and the marks. */
#pragma once

#include "sheet/sheet.h"

#include <programme/report.h>

#define PG_IMPOSE_BLEED 8.503937 /* pt: 3 mm, and no more is shown of what pages have */

typedef enum
{
  PG_IMPOSE_NONE,
  PG_IMPOSE_SADDLE,  /* one set of nested sheets, stitched through the fold */
  PG_IMPOSE_PERFECT, /* signatures beside each other, glued or sewn */
  PG_IMPOSE_NUP,     /* row by row */
  PG_IMPOSE_CUTSTACK /* so that what is cut lies in order when the stacks are put on each other */
} PgImposeWay;

typedef enum
{
  PG_IMPOSE_MARK_FOLD = 1,
  PG_IMPOSE_MARK_CROP = 2,
  PG_IMPOSE_MARK_COLLATION = 4,
  PG_IMPOSE_MARK_SHEET = 8
} PgImposeMark;

/* By which edge of the sheet it is turned for its back. */
typedef enum
{
  PG_FLIP_NONE, /* printed on one side */
  PG_FLIP_SHORT,
  PG_FLIP_LONG
} PgFlip;

typedef struct
{
  PgImposeWay way;
  PgFlip flip; /* never NONE for what is folded */
  gboolean bind_right;
  const char *sheet;   /* how it is called, or NULL for the smallest */
  double caliper;      /* of the paper; how thick a sheet is */
  guint signature;     /* pages of one; of perfect */
  double inner;        /* the white that pages have at the spine; 0: not known */
  double mill;         /* what is milled off at the spine; of perfect */
  guint columns, rows; /* of nup and cutstack; 0: as many as have room */
  double gap;          /* between them */
  guint last;          /* so many pages stay behind the blanks */
  gboolean own_cover;  /* the first and the last two pages are on a sheet of other paper */
  gboolean show_blanks;
  guint marks;               /* PgImposeMark */
  const char *job, *made_on; /* for the slug */
} PgImposeWish;

/* A page, upright and trimmed. */
typedef struct
{
  double width, height;
  double bleed; /* the most that it has at an edge */
} PgImposePage;

typedef struct
{
  GPtrArray *sheets; /* PgSheet: each side, front and back by turns where both are printed */
  GPtrArray *cover;  /* those of the sheet of other paper, or NULL */
} PgImposed;

/* FALSE with PROGRAMME_ERROR_OPTION where it cannot be, such as on too small a sheet. Notes in the report, whose place is the
   file: what has no room, pages of different sizes. */
gboolean pg_impose (const PgImposeWish *wish, const PgImposePage *pages, guint n, const char *file, PgImposed *imposed,
                    ProgrammeReport *report, GError **error);
void pg_imposed_clear (PgImposed *imposed);
