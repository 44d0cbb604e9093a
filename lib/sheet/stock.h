/* Stocks: sheets of labels, cards or badges. Enters: a name, or a file of somebody's own. Leaves: where the labels are. */
#pragma once

#include "base/arena.h"
#include "base/report.h"

/* Lengths in points. */
typedef struct
{
  const char *name, *title, *source; /* as it is asked for; what it is; where the figures come from, or NULL */
  const char *also;                  /* other names, with spaces between; or NULL */
  const char *sheet;                 /* how that is called */
  double sheet_width, sheet_height;
  double width, height; /* of a label */
  guint columns, rows;
  double left, top;    /* of the first one */
  double across, down; /* from one to the next */
  double corner, fold; /* radius of its corners; where it is folded, from its top; 0: not */
  gboolean cut;        /* it is plain paper, to be cut */
} PgStock;

/* What has a "/" or ends in ".stock" is the path of a file. NULL with PROGRAMME_ERROR_OPTION if there is no such stock, or with
   PROGRAMME_ERROR_INVALID and findings of all that is wrong in a file; strings are the arena's. report may be NULL. */
const PgStock *pg_stock_read (PgArena *arena, const char *name, ProgrammeReport *report, GError **error);

/* Those that come with the library, by name; NULL at the end. */
const char *const *pg_stock_names (void);
