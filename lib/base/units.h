/* Enters: a length as people write it ("12.5mm", "9pt"). Leaves: points, 72 to the inch. */
#pragma once

#include <glib.h>

#define PG_POINTS_PER_INCH 72.0
#define PG_POINTS_PER_MM (PG_POINTS_PER_INCH / 25.4)

/* Metres, such as "6m"; 0 if it is no distance to a thousand of them. */
double pg_metres_parse (const char *text);

/* Reads a number with the unit mm, cm, in, px (of which 96 are an inch) or pt; a number without a unit is in points. FALSE if it is not one. */
gboolean pg_length_parse (const char *text, double *points);

/* Reads a paper's name (A4, a5, Letter ...) or a size such as "210x297mm"; portrait as written. */
gboolean pg_paper_parse (const char *text, double *width, double *height);

/* The name of the smallest paper on which this has room, lying or upright; NULL if there is none. */
const char *pg_paper_smallest (double width, double height);
