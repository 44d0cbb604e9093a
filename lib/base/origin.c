/* Enters: a text and the places of its parts. Leaves: the place of each character. */
#include "base/origin.h"

PgPlace
pg_origins_find (const PgOrigins *origins, guint offset)
{
  PgPlace place = origins->place;
  for (guint i = origins->n_marks; i-- > 0;)
    {
      const PgOrigin *mark = &origins->marks[i];
      if (mark->offset > offset)
        continue;
      place.line = mark->line;
      place.column = mark->column + (guint) g_utf8_strlen (origins->string + mark->offset, offset - mark->offset);
      break;
    }
  return place;
}
