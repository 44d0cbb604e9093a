/* Enters: a style. Leaves: where its lines stand, the same for every font and script. */
#include "theme/style.h"

/* Noto Sans: the middle of the letters stands this far above the baseline. The other families are set to it. */
#define MIDDLE 0.388     /* em: (ascent 1.069 - descent 0.293) / 2 */
#define CAP_HEIGHT 0.714 /* em */

double
pg_style_baseline (const PgStyle *style)
{
  return style->leading / 2 + MIDDLE * style->size;
}

double
pg_style_cap_height (const PgStyle *style)
{
  return CAP_HEIGHT * style->size;
}
