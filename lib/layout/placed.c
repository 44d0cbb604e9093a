/* Enters: children with fixed places. Leaves: their items; what runs over an edge or into another is told, or makes a choice
   take its next child. Nothing of it is broken. */
#include "layout/flow.h"

static double
set_child (PgFlow *flow, const PgPlacement *placement, double x, double top)
{
  const PgResume *rest = NULL;
  double height = 0;
  PgArea area = { x + placement->x, top, placement->width, PG_UNBOUNDED };
  pg_flow_block (flow, placement->block, area, NULL, &rest, &height);
  return height;
}

/* lowest: the lower edge of what follows so far. */
static double
top_of (PgFlow *flow, const PgPlacement *placement, double lowest)
{
  if (placement->hangs)
    return MAX (placement->y - pg_flow_measure (flow, placement->block, placement->width), lowest + placement->white);
  if (placement->follows)
    return MAX (placement->y, lowest + placement->white);
  return placement->y;
}

static gboolean
is_on_page (const PgFlow *flow, double top, double bottom)
{
  return top >= -PG_ROUNDING && bottom <= flow->on->height + PG_ROUNDING;
}

void
pg_flow_placed (PgFlow *flow, const PgBlock *block, double x, double y)
{
  double lowest = 0;
  for (guint i = 0; i < block->placements->len; i++)
    {
      const PgPlacement *placement = &g_array_index (block->placements, PgPlacement, i);
      double top = top_of (flow, placement, lowest);
      double bottom = top + set_child (flow, placement, x, y + top);
      gboolean is_pushed = placement->hangs && bottom > placement->y + PG_ROUNDING;
      if (placement->follows || is_pushed)
        lowest = bottom;
      if (is_pushed || !is_on_page (flow, y + top, y + bottom))
        pg_flow_report_overflow (flow, &placement->block->place);
    }
}
