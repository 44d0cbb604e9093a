/* One face of a family, opened. Private to font/. Enters: what fontconfig knows of a font. Leaves: a font map that has
   it alone. */
#pragma once

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <pango/pango.h>

#include FT_FREETYPE_H

/* The face of a configuration that comes nearest; NULL if it has none of the family. The configuration's. */
FcPattern *pg_face_find (FcConfig *config, const char *family, gboolean bold, gboolean italic);

/* The font with its file opened. A file that cairo has the name of, it opens in one library for all threads, and closes
   while another thread draws; a face that it is given, it takes as it is. The result is the caller's, its face
   the library's, and neither may be freed before the process ends. NULL if the file cannot be opened. */
FcPattern *pg_face_open (FT_Library library, const FcPattern *font);

/* A font map of the fonts that the configuration gets, without rules if they are NULL. */
FcConfig *pg_face_config_new (const char *rules);
void pg_face_config_take (FcConfig *config, FcPattern *font);
PangoFontMap *pg_face_map_new (FcConfig *config);
