/* Enters: threads that draw SVG pictures. Leaves: for each a font map of the set's fonts, out of a pool: like those of
   documents, and for the same reason, they are never destroyed. */
#include "font/pictures.h"

#include "font/face.h"
#include "font/fontset.h"

#include <pango/pangocairo.h>

static GMutex lock;
static GQueue idle = G_QUEUE_INIT; /* of PangoFontMap */

/* The same fonts whatever the user's language is. A name that the set has not becomes its Sans, as in text; after that
   come all families, in the set's order. */
static char *
rules_for (GStrv families)
{
  GString *rules = g_string_new ("<?xml version='1.0'?><fontconfig><match target='pattern'>"
                                 "<edit name='lang' mode='assign_replace'><string>en</string></edit></match>"
                                 "<alias binding='same'><family>serif</family>"
                                 "<prefer><family>Noto Serif</family></prefer></alias>");
  g_string_append (rules, "<match target='pattern'><edit name='family' mode='append_last' binding='strong'>");
  for (guint i = 0; families[i] != NULL; i++)
    g_string_append_printf (rules, "<string>%s</string>", families[i]);
  g_string_append (rules, "</edit></match></fontconfig>");
  return g_string_free (rules, FALSE);
}

/* The upright and slanted, regular and bold face of a family that is installed. */
static void
take_faces (PgFontSet *set, const char *family, FT_Library library, FcConfig *config)
{
  FcConfig *of_family = pg_font_set_get_config (set, pg_font_set_get_files (set, family));
  FcPattern *taken[4] = { NULL };
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      taken[i] = pg_face_find (of_family, family, (i & 1) != 0, (i & 2) != 0);
      gboolean is_new = taken[i] != NULL;
      for (guint k = 0; k < i; k++)
        is_new = is_new && taken[k] != taken[i];
      FcPattern *opened = is_new ? pg_face_open (library, taken[i]) : NULL;
      if (opened != NULL)
        pg_face_config_take (config, opened);
    }
}

static PangoFontMap *
new_map (void)
{
  FT_Library library;
  g_autoptr (PgFontSet) set = pg_font_set_open (NULL);
  if (set == NULL || FT_Init_FreeType (&library) != 0)
    return pg_face_map_new (pg_face_config_new (NULL));
  g_auto (GStrv) families = pg_font_set_list_families (set);
  g_autofree char *rules = rules_for (families);
  FcConfig *config = pg_face_config_new (rules);
  for (guint i = 0; families[i] != NULL; i++)
    if (pg_font_set_get_characters (set, families[i]) != NULL)
      take_faces (set, families[i], library, config);
  return pg_face_map_new (config);
}

PangoFontMap *
pg_picture_fonts_enter (void)
{
  PangoFontMap *before = g_object_ref (pango_cairo_font_map_get_default ());
  g_mutex_lock (&lock);
  PangoFontMap *map = g_queue_pop_head (&idle);
  g_mutex_unlock (&lock);
  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (map != NULL ? map : new_map ()));
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
