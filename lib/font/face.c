/* Enters: what fontconfig knows of a font. Leaves: its face, opened for one set of fonts, and a font map around it. */
#include "font/face.h"

#include <fontconfig/fcfreetype.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

/* The font of the configuration that was found: what FcFontSetMatch gives is one made of it and of what was wanted. */
static FcPattern *
same_face (const FcFontSet *fonts, const FcPattern *found)
{
  FcChar8 *file = NULL, *other = NULL;
  int index = 0, other_index = 0;
  FcPatternGetString (found, FC_FILE, 0, &file);
  FcPatternGetInteger (found, FC_INDEX, 0, &index);
  for (int i = 0; file != NULL && i < fonts->nfont; i++)
    if (FcPatternGetString (fonts->fonts[i], FC_FILE, 0, &other) == FcResultMatch
        && FcPatternGetInteger (fonts->fonts[i], FC_INDEX, 0, &other_index) == FcResultMatch && index == other_index
        && strcmp ((const char *) file, (const char *) other) == 0)
      return fonts->fonts[i];
  return NULL;
}

static gboolean
is_called_bold (const FcPattern *font)
{
  FcChar8 *style;
  return FcPatternGetString (font, FC_STYLE, 0, &style) == FcResultMatch
         && strstr ((const char *) style, "Bold") != NULL;
}

/* Whether two fonts say that they are the same face of a family. */
static gboolean
are_tied (const FcPattern *a, const FcPattern *b)
{
  static const char *const objects[] = { FC_FAMILY, FC_WEIGHT, FC_SLANT, FC_WIDTH };
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      FcValue left, right;
      FcResult of_left = FcPatternGet (a, objects[i], 0, &left), of_right = FcPatternGet (b, objects[i], 0, &right);
      if (of_left != of_right || (of_left == FcResultMatch && !FcValueEqual (left, right)))
        return FALSE;
    }
  return TRUE;
}

/* Some bold fonts, such as that of Noto Serif Myanmar, say that they weigh no more than the regular one: the style's name
   decides. */
static FcPattern *
break_tie (const FcFontSet *fonts, FcPattern *face, gboolean bold)
{
  for (int i = 0; is_called_bold (face) != bold && i < fonts->nfont; i++)
    if (is_called_bold (fonts->fonts[i]) == bold && are_tied (fonts->fonts[i], face))
      return fonts->fonts[i];
  return face;
}

FcPattern *
pg_face_find (FcConfig *config, const char *family, gboolean bold, gboolean italic)
{
  FcPattern *wanted
      = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger,
                        bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, FC_SLANT, FcTypeInteger,
                        italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN, FC_WIDTH, FcTypeInteger, FC_WIDTH_NORMAL, NULL);
  FcFontSet *fonts = FcConfigGetFonts (config, FcSetSystem);
  FcResult result;
  FcPattern *found = fonts != NULL ? FcFontSetMatch (config, &fonts, 1, wanted, &result) : NULL;
  FcPattern *face = found != NULL ? same_face (fonts, found) : NULL;
  FcPatternDestroy (wanted);
  if (found != NULL)
    FcPatternDestroy (found);
  return face != NULL ? break_tie (fonts, face, bold) : NULL;
}

FcPattern *
pg_face_open (FT_Library library, const FcPattern *font)
{
  FcChar8 *file;
  int index = 0;
  FT_Face face;
  if (FcPatternGetString (font, FC_FILE, 0, &file) != FcResultMatch)
    return NULL;
  FcPatternGetInteger (font, FC_INDEX, 0, &index);
  if (FT_New_Face (library, (const char *) file, index, &face) != 0)
    return NULL;
  FcPattern *opened = FcPatternDuplicate (font);
  FcPatternAddFTFace (opened, FC_FT_FACE, face);
  return opened;
}

FcConfig *
pg_face_config_new (const char *rules)
{
  FcConfig *config = FcConfigCreate ();
  if (rules != NULL)
    FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) rules, FcFalse);
  FcConfigBuildFonts (config);
  return config;
}

void
pg_face_config_take (FcConfig *config, FcPattern *font)
{
  FcFontSetAdd (FcConfigGetFonts (config, FcSetSystem), font);
}

PangoFontMap *
pg_face_map_new (FcConfig *config)
{
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  return map;
}
