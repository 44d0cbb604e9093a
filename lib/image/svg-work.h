/* Enters: an SVG as text. Leaves: whether drawing it is little work. Private to image/. */
#pragma once

#include "base/limits.h"

/* What an SVG has that is drawn as pixels, or not at all, or in other colours than it says. */
typedef struct
{
  double n;      /* how often librsvg goes over all pixels for filters and masks */
  char *undrawn; /* "<textPath>, <video>": what it does not draw; or NULL; to be freed */
  GBytes
      *edited; /* the file with pictures within it in the colours that they have, and in English for all; or NULL; to be
                     freed */
  GError *doubt; /* of such a picture; or NULL; to be freed */
} PgSvgEffects;

/* The work of drawing an SVG is that of its elements, of each as often as it is drawn: elements that <use>, patterns,
   markers, masks, clips and filters name count again for each time they are named, within each other too. An element
   is 1, and more if it is long, if its path crosses itself often, if it is a step of a filter, or holds a picture.
   FALSE with an error of PG_IMAGE_FAULT where that is more than the limits say, and where references are written so
   that they cannot be followed, as by entities. What is no well-formed XML is for others to find. effects is
   filled where it is TRUE. */
gboolean pg_svg_check_work (const char *data, gsize size, const PgLimits *limits, PgSvgEffects *effects,
                            GError **error);

/* How often the lines of a path (an attribute d) may cross each other at most, roughly: the number of its pieces times
   how many of them a straight line would meet. Adds to length how far they go across and down. */
double pg_svg_path_crossings (const char *path, double *length);
