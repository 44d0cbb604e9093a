/* Large fonts made thin. Enters: pages. Leaves: for each large font on them one with the glyphs alone that they show.
   cairo reads the whole of a font for each PDF, and one of Chinese, Japanese or Korean has 16 MB. Private to paint/. */
#pragma once

#include "paint/paint.h"

#include <hb.h>

typedef struct PgThinFonts PgThinFonts;

typedef struct
{
  cairo_scaled_font_t *font;
  const hb_map_t *numbers; /* of the glyphs: the large font's → its own */
} PgThinFont;

PgThinFonts *pg_thin_fonts_new (const PgPages *pages);
void pg_thin_fonts_free (PgThinFonts *thin); /* NULL is ignored */

/* What stands for a font that is on the pages; NULL for one that stays as it is. */
const PgThinFont *pg_thin_fonts_get (PgThinFonts *thin, PangoFont *font);

/* For what the painter draws from now on, until NULL is given. They are not the painter's. */
void pg_painter_use_thin_fonts (PgPainter *painter, PgThinFonts *thin);
