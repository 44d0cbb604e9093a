/* How far colours are from each other. Enters: colours. Leaves: their contrast, as WCAG 2 has it. */
#include "theme/contrast.h"

#include <glib.h>
#include <math.h>

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const PgColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

double
pg_contrast (const PgColour *a, const PgColour *b)
{
  double first = luminance (a), second = luminance (b);
  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
