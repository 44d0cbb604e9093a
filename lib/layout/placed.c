/* Enters: children with fixed places. Leaves: their items; some give way to others. Nothing of it is broken. */
#include "layout/flow.h"

/* Height enough for anything that is not broken. */
#define UNBOUNDED 1e6

static const PgPlacement *
placement_at (const PgBlock *block, guint index)
{
  return &g_array_index (block->placements, PgPlacement, index);
}

static double
set_child (PgFlow *flow, const PgPlacement *placement, double x, double top)
{
  const PgResume *rest = NULL;
  double height = 0;
  PgArea area = { x + placement->x, top, placement->width, UNBOUNDED };
  pg_flow_block (flow, placement->block, area, NULL, &rest, &height);
  return height;
}

static double
measure_child (PgFlow *flow, const PgPlacement *placement)
{
  PgState start = pg_flow_save (flow);
  double height = set_child (flow, placement, 0, 0);
  pg_flow_restore (flow, start);
  return height;
}

/* The upper edge of all that hangs; what is optional gives way to it. */
static double
highest_hanging (PgFlow *flow, const PgBlock *block)
{
  double highest = UNBOUNDED;
  for (guint i = 0; i < block->placements->len; i++)
    {
      const PgPlacement *placement = placement_at (block, i);
      if (placement->hangs)
        highest = MIN (highest, placement->y - measure_child (flow, placement));
    }
  return highest;
}

static gboolean
has_option (const PgBlock *block)
{
  for (guint i = 0; i < block->placements->len; i++)
    if (placement_at (block, i)->is_option)
      return TRUE;
  return FALSE;
}

void
pg_flow_placed (PgFlow *flow, const PgBlock *block, double x, double y)
{
  double lowest = 0, hanging = has_option (block) ? highest_hanging (flow, block) : UNBOUNDED;
  gboolean is_left_out = FALSE;
  for (guint i = 0; i < block->placements->len; i++)
    {
      const PgPlacement *placement = placement_at (block, i);
      if (placement->instead && !is_left_out)
        continue;
      PgState start = pg_flow_save (flow);
      double top = placement->y - (placement->hangs ? measure_child (flow, placement) : 0);
      if (placement->follows || placement->hangs)
        top = MAX (top, lowest + placement->white);
      double height = set_child (flow, placement, x, y + top);
      double lower_end = placement->limit > 0 ? placement->limit : hanging - placement->white;
      is_left_out = placement->is_option && top + height > lower_end;
      if (is_left_out)
        pg_flow_restore (flow, start);
      else if (placement->follows)
        lowest = top + height;
    }
}
