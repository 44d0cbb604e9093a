/* Enters: the glyphs of a run and where they stand. Leaves: them on a cairo_t, with the text that they are. Private to
   paint/. */
#pragma once

#include "paint/thin.h"

#include <pango/pangocairo.h>

/* Room for a run as cairo wants it, used again for the next one. All 0 at first. */
typedef struct
{
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;
  int size;
} PgGlyphRoom;

/* The same as pango_cairo_show_glyph_item() at a point of the baseline, but without saving cairo's state for each run, and
   with thin fonts where there are any (may be NULL). */
void pg_glyphs_show (PgGlyphRoom *room, cairo_t *cr, PgThinFonts *thin, const char *text, PangoGlyphItem *run, double x,
                     double y);
void pg_glyph_room_clear (PgGlyphRoom *room);
