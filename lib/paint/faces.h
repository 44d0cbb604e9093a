/* Enters: all pages. Leaves: for the fonts whose outlines cairo does not always embed right, others to draw them with. */
#pragma once

#include "layout/frame.h"

#include <cairo.h>

/* Cairo embeds a font with outlines in CFF, such as Chinese and Japanese have, together with those of its subroutines
   that the glyphs call; of a few glyphs it misses one (it takes what is left of the arguments of a curve for hints, and
   skips as many bytes more), and then they are blank or torn. So it gets a font that has only the glyphs of these pages,
   each with its whole outline, under their old numbers. It is done sooner with it, too. */
typedef struct PgFaces PgFaces;

/* A font that cannot be made over is drawn as it is. */
PgFaces *pg_faces_new (const PgPages *pages);
void pg_faces_free (PgFaces *faces); /* NULL is ignored */

/* What to draw glyphs of a font with, which the faces own, or the font; NULL if the font is broken. */
cairo_scaled_font_t *pg_faces_get (PgFaces *faces, PangoFont *font);
