/* Fonts made thin. Enters: pages. Leaves: for fonts on them ones with the glyphs alone that they show, each whole. cairo
   reads the whole of a font for each PDF, and one of Chinese, Japanese or Korean has 16 MB. Besides, of a font with
   outlines in CFF it embeds the subroutines that it sees called, and of a few glyphs misses one (it takes what is left
   of the arguments of a curve for hints, and skips as many bytes more): then they are blank or torn. A thin font has no
   subroutines. Private to paint/. */
#pragma once

#include "paint/paint.h"

#include <hb.h>

typedef struct PgThinFonts PgThinFonts;

typedef struct
{
  cairo_scaled_font_t *font;
  const hb_map_t *numbers; /* of the glyphs: the font's → its own */
} PgThinFont;

PgThinFonts *pg_thin_fonts_new (const PgPages *pages);
void pg_thin_fonts_free (PgThinFonts *thin); /* NULL is ignored */

/* What stands for a font that is on the pages; NULL for one that stays as it is. */
const PgThinFont *pg_thin_fonts_get (PgThinFonts *thin, PangoFont *font);

/* For what the painter draws from now on, until NULL is given. They are not the painter's. */
void pg_painter_use_thin_fonts (PgPainter *painter, PgThinFonts *thin);
