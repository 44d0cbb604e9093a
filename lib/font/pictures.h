/* Fonts for text in pictures. Enters: a thread that draws an SVG. Leaves: the set's fonts for it, not the user's. */
#pragma once

#include <pango/pango.h>

/* librsvg asks Pango for the default font map, which is the system's and depends on the user's language. From here to
   pg_picture_fonts_leave, which gets the result, this thread's default is one of the set's fonts. The first time in a
   process takes milliseconds: not for a picture without text. */
PangoFontMap *pg_picture_fonts_enter (void);
void pg_picture_fonts_leave (PangoFontMap *before);
