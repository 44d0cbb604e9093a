/* Arrows and pictograms. Enters: a name. Leaves: a drawing of one colour, in a square. */
#pragma once

#include <glib.h>

/* Filled shapes, within a square of a side: M, L, C and Z as in SVG; O, a circle by its centre and radius; R, a rectangle with
   its corners' radius; T, a torso: the same, with those above round alone; F fills what stands before it. Where shapes of one
   filling lie on each other is a hole. */
typedef struct
{
  const char *name;
  double side;
  const char *path;
} PgDrawing;

/* The arrow, which points to the right. */
extern const PgDrawing pg_drawing_arrow;

/* A pictogram, by the key of its word; NULL if there is none. */
const PgDrawing *pg_drawing_lookup (const char *name);
