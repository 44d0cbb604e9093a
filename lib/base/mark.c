/* Enters: a part's number. Leaves: a rectangle that says it, and back. All is in 1/256 of a point, which cairo's fixed
   numbers hold exactly: the whole points of x and y have four bits each, so that the smallest page has room, the width has
   three and the height eleven; what is left of x and y, and a width that nothing else has, tell that it is a mark. */
#include "base/mark.h"

#include <math.h>

#define UNIT 256.0
#define X_REST 9
#define Y_REST 11
#define LEAST_WIDTH 5
#define LEAST_HEIGHT 7

PgMarkRectangle
pg_mark_encode (guint number)
{
  return (PgMarkRectangle){ (number & 15) + X_REST / UNIT, (number >> 4 & 15) + Y_REST / UNIT,
                            (LEAST_WIDTH + (number >> 8 & 7)) / UNIT, (LEAST_HEIGHT + (number >> 11 & 2047)) / UNIT };
}

/* No mark has larger numbers; others may be any. */
static gboolean
is_small (double number)
{
  return number >= 0 && number < 1000;
}

gboolean
pg_mark_decode (const PgMarkRectangle *rectangle, guint *number)
{
  if (!is_small (rectangle->x) || !is_small (rectangle->y) || !is_small (rectangle->width)
      || !is_small (rectangle->height))
    return FALSE;
  long x = lrint (rectangle->x * UNIT), y = lrint (rectangle->y * UNIT);
  long width = lrint (rectangle->width * UNIT) - LEAST_WIDTH, height = lrint (rectangle->height * UNIT) - LEAST_HEIGHT;
  if (width < 0 || width > 7 || height < 0 || height > 2047 || x % 256 != X_REST || y % 256 != Y_REST || x / 256 > 15
      || y / 256 > 15)
    return FALSE;
  *number = (guint) (x / 256) | (guint) (y / 256) << 4 | (guint) width << 8 | (guint) height << 11;
  return TRUE;
}
