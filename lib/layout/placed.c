/* Enters: children with fixed places. Leaves: their items; what runs over an edge or into another is told, or makes a choice
   take its next child. Nothing of it is broken. */
#include "layout/flow.h"

static double
width_of (const PgPlacement *placement, PgArea area)
{
  return placement->width > 0 ? placement->width : area.width - placement->x;
}

static double
set_child (PgFlow *flow, const PgPlacement *placement, PgArea around, double top)
{
  const PgResume *rest = NULL;
  double height = 0;
  PgArea area = { around.x + placement->x, around.y + top, width_of (placement, around), PG_UNBOUNDED };
  pg_flow_block (flow, placement->block, area, NULL, &rest, &height);
  return height;
}

/* lowest: the lower edge of what follows so far. */
static double
top_of (PgFlow *flow, const PgPlacement *placement, PgArea around, double lowest)
{
  if (placement->hangs)
    {
      double height = pg_flow_measure (flow, placement->block, width_of (placement, around));
      return MAX (placement->y - height, lowest + placement->white);
    }
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
pg_flow_placed (PgFlow *flow, const PgBlock *block, PgArea area)
{
  double lowest = 0;
  for (guint i = 0; i < block->placements->len; i++)
    {
      const PgPlacement *placement = &g_array_index (block->placements, PgPlacement, i);
      double top = top_of (flow, placement, area, lowest);
      double bottom = top + set_child (flow, placement, area, top);
      gboolean is_pushed = placement->hangs && bottom > placement->y + PG_ROUNDING;
      if (placement->follows || is_pushed)
        lowest = bottom;
      if (is_pushed || !is_on_page (flow, area.y + top, area.y + bottom))
        pg_flow_report_overflow (flow, &placement->block->place);
    }
}
