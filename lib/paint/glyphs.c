/* Enters: the glyphs of a run. Leaves: cairo's glyphs and clusters, shown: the same as Pango's renderer shows. */
#include "paint/glyphs.h"

void
pg_glyph_room_clear (PgGlyphRoom *room)
{
  g_free (room->glyphs);
  g_free (room->clusters);
  *room = (PgGlyphRoom){ 0 };
}

static void
make_room (PgGlyphRoom *room, int size)
{
  if (size <= room->size)
    return;
  room->size = MAX (size, 2 * room->size);
  room->glyphs = g_renew (cairo_glyph_t, room->glyphs, room->size);
  room->clusters = g_renew (cairo_text_cluster_t, room->clusters, room->size);
}

/* Those to be shown, in visual order, by their numbers in a thin font (or NULL). -1 if a character has no glyph: Pango
   draws a box in its place. */
static int
place_glyphs (PgGlyphRoom *room, const PangoGlyphString *string, const PgThinFont *thin, double x, double y)
{
  int n = 0, at = 0; /* Pango units from x */
  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];
      if (info->glyph != PANGO_GLYPH_EMPTY)
        {
          if ((info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            return -1;
          unsigned long number = thin != NULL ? hb_map_get (thin->numbers, info->glyph) : info->glyph;
          room->glyphs[n++] = (cairo_glyph_t){ number, x + (at + info->geometry.x_offset) / (double) PANGO_SCALE,
                                               y + info->geometry.y_offset / (double) PANGO_SCALE };
        }
      at += info->geometry.width;
    }
  return n;
}

/* Which glyphs stand for which bytes, in the order of the text. */
static int
join_clusters (PgGlyphRoom *room, const PangoGlyphString *string, int length, gboolean backwards)
{
  int n = 0, start = 0; /* byte of the last cluster */
  for (int i = 0; i < string->num_glyphs; i++)
    {
      int glyph = backwards ? string->num_glyphs - 1 - i : i, byte = string->log_clusters[glyph];
      if (n == 0 || byte != start)
        {
          if (n > 0)
            room->clusters[n - 1].num_bytes = byte - start;
          start = byte;
          room->clusters[n++] = (cairo_text_cluster_t){ 0 };
        }
      room->clusters[n - 1].num_glyphs += string->glyphs[glyph].glyph != PANGO_GLYPH_EMPTY;
    }
  if (n > 0)
    room->clusters[n - 1].num_bytes = length - start;
  return n;
}

void
pg_glyphs_show (PgGlyphRoom *room, cairo_t *cr, PgThinFonts *thin, const char *text, PangoGlyphItem *run, double x,
                double y)
{
  const PangoItem *item = run->item;
  const PgThinFont *small = thin != NULL ? pg_thin_fonts_get (thin, item->analysis.font) : NULL;
  cairo_scaled_font_t *font
      = small != NULL ? small->font : pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->analysis.font));
  make_room (room, run->glyphs->num_glyphs);
  int n = font != NULL ? place_glyphs (room, run->glyphs, small, x, y) : -1;
  if (n < 0)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_glyph_item (cr, text, run);
      return;
    }
  gboolean backwards = (item->analysis.level & 1) != 0;
  int n_clusters = join_clusters (room, run->glyphs, item->length, backwards);
  cairo_set_scaled_font (cr, font);
  cairo_show_text_glyphs (cr, text + item->offset, item->length, room->glyphs, n, room->clusters, n_clusters,
                          backwards ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}
