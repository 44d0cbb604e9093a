/* Enters: threads that draw SVG pictures. Leaves: for each a font map of the set's fonts, out of a pool: like those of
   documents, and for the same reason, they are never destroyed. */
#include "font/pictures.h"

#include "font/fontset.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

static GMutex lock;
static GQueue idle = G_QUEUE_INIT; /* of PangoFontMap */

static PangoFontMap *
take_map (void)
{
  g_mutex_lock (&lock);
  PangoFontMap *map = g_queue_pop_head (&idle);
  g_mutex_unlock (&lock);
  if (map != NULL)
    return map;
  map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), pg_font_set_build_for_pictures ());
  return map;
}

PangoFontMap *
pg_picture_fonts_enter (void)
{
  PangoFontMap *before = g_object_ref (pango_cairo_font_map_get_default ());
  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (take_map ()));
  return before;
}

void
pg_picture_fonts_leave (PangoFontMap *before)
{
  PangoFontMap *map = pango_cairo_font_map_get_default (); /* held since it was made */
  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (before));
  g_object_unref (before);
  g_mutex_lock (&lock);
  g_queue_push_head (&idle, map);
  g_mutex_unlock (&lock);
}
