/* Enters: a line. Leaves: how far its ink reaches, where its letters stack marks above and below each other. */
#include "text/paragraph.h"

/* Thai, Lao, Tibetan, Burmese, Khmer: no mark of theirs stands on what other scripts need. */
static gboolean
is_stacked (gunichar letter)
{
  return (letter >= 0x0E00 && letter <= 0x109F) || (letter >= 0x1780 && letter <= 0x17FF);
}

gboolean
pg_line_ink (const PgLines *lines, const PgLine *line, double *above, double *below)
{
  const char *end = lines->text + line->end;
  gboolean found = FALSE;
  for (const char *at = lines->text + line->start; at < end && !found; at = g_utf8_next_char (at))
    found = is_stacked (g_utf8_get_char (at));
  *above = *below = 0;
  for (guint i = 0; found && i < line->n_runs; i++)
    {
      const PgGlyphRun *run = &line->runs[i];
      PangoRectangle ink;
      pango_glyph_string_extents (run->glyphs->glyphs, run->glyphs->item->analysis.font, &ink, NULL);
      *above = MAX (*above, run->rise - (double) ink.y / PANGO_SCALE);
      *below = MAX (*below, (double) (ink.y + ink.height) / PANGO_SCALE - run->rise);
    }
  return found;
}
