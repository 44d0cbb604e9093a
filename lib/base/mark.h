/* Marks: tiny rectangles that paint draws before each part of a page, and that the finishing pass finds in cairo's PDF and
   takes out. Enters: a part's number. Leaves: a rectangle that says it, in points, and back. */
#pragma once

#include <glib.h>

/* Numbers go from 0 to this. */
#define PG_LAST_MARK ((1u << 22) - 1)

typedef struct
{
  double x, y, width, height;
} PgMarkRectangle;

PgMarkRectangle pg_mark_encode (guint number);

/* FALSE for a rectangle that is none. */
gboolean pg_mark_decode (const PgMarkRectangle *rectangle, guint *number);
