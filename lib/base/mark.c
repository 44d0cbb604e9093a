/* Enters: a part's number. Leaves: a rectangle that says it, and back. All is in 1/256 of a point, which cairo's fixed
   numbers hold exactly: the whole points of x and y have seven bits each, the height has eight, and what is left of x, y
   and width tells that it is a mark. */
#include "base/mark.h"

#include <math.h>

#define UNIT 256.0
#define X_REST 9
#define Y_REST 11
#define WIDTH 5
#define LEAST_HEIGHT 7

PgMarkRectangle
pg_mark_encode (guint number)
{
  return (PgMarkRectangle){ (number & 127) + X_REST / UNIT, (number >> 7 & 127) + Y_REST / UNIT, WIDTH / UNIT,
                            (LEAST_HEIGHT + (number >> 14 & 255)) / UNIT };
}

gboolean
pg_mark_decode (const PgMarkRectangle *rectangle, guint *number)
{
  long x = lrint (rectangle->x * UNIT), y = lrint (rectangle->y * UNIT);
  long width = lrint (rectangle->width * UNIT), height = lrint (rectangle->height * UNIT) - LEAST_HEIGHT;
  if (width != WIDTH || height < 0 || height > 255 || x % 256 != X_REST || y % 256 != Y_REST || x / 256 > 127
      || y / 256 > 127 || x < 0 || y < 0)
    return FALSE;
  *number = (guint) (x / 256) | (guint) (y / 256) << 7 | (guint) height << 14;
  return TRUE;
}
