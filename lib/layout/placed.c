/* Enters: children with fixed places. Leaves: their items; some give way to others. Nothing of it is broken. */
#include "layout/flow.h"

/* How much sums of lengths may differ, pt. */
#define ROUNDING 1e-3

/* What has been placed so far. */
typedef struct
{
  double lowest;  /* lower edge of what follows */
  double hanging; /* upper edge of all that hangs */
} Reach;

static double
set_child (PgFlow *flow, const PgPlacement *placement, double x, double top)
{
  const PgResume *rest = NULL;
  double height = 0;
  PgArea area = { x + placement->x, top, placement->width, PG_UNBOUNDED };
  pg_flow_block (flow, placement->block, area, NULL, &rest, &height);
  return height;
}

static double
measure_child (PgFlow *flow, const PgPlacement *placement)
{
  PgState start = pg_flow_save (flow);
  ProgrammeReport *report = flow->page_report;
  flow->page_report = NULL; /* it does not stand there */
  double height = set_child (flow, placement, 0, 0);
  flow->page_report = report;
  pg_flow_restore (flow, start);
  return height;
}

static double
top_of (const PgPlacement *placement, const Reach *reach, double height)
{
  double bottom = placement->above && reach->hanging < PG_UNBOUNDED ? reach->hanging - placement->white : placement->y;
  if (placement->is_option && (placement->hangs || placement->above))
    return bottom - height;
  if (placement->hangs)
    return MAX (bottom - height, reach->lowest);
  if (placement->follows)
    return MAX (placement->y, reach->lowest + placement->white);
  return placement->y;
}

/* The upper edge of all that hangs, so that what is optional gives way to what comes after it. */
static double
highest_hanging (PgFlow *flow, const PgBlock *block)
{
  double highest = PG_UNBOUNDED;
  for (guint i = 0; i < block->placements->len; i++)
    {
      const PgPlacement *placement = &g_array_index (block->placements, PgPlacement, i);
      if (placement->hangs && !placement->is_option)
        highest = MIN (highest, placement->y - measure_child (flow, placement));
    }
  return highest;
}

static gboolean
has_option (const PgBlock *block)
{
  for (guint i = 0; i < block->placements->len; i++)
    if (g_array_index (block->placements, PgPlacement, i).is_option)
      return TRUE;
  return FALSE;
}

static gboolean
has_room (const PgPlacement *placement, const Reach *reach, double top, double height)
{
  if (placement->hangs || placement->above)
    return top >= reach->lowest + placement->white;
  return top + height <= (placement->limit > 0 ? placement->limit : reach->hanging - placement->white);
}

/* Reports what runs over the page's edge. FALSE: something does. */
static gboolean
set_children (PgFlow *flow, const PgBlock *block, double x, double y)
{
  gboolean fits = TRUE;
  Reach reach = { 0, has_option (block) ? highest_hanging (flow, block) : PG_UNBOUNDED };
  gboolean is_left_out = FALSE;
  for (guint i = 0; i < block->placements->len; i++)
    {
      const PgPlacement *placement = &g_array_index (block->placements, PgPlacement, i);
      if (placement->instead && !is_left_out)
        continue;
      double height = placement->hangs || placement->is_option ? measure_child (flow, placement) : 0;
      double top = top_of (placement, &reach, height);
      is_left_out = placement->is_option && !has_room (placement, &reach, top, height);
      if (is_left_out)
        continue;
      height = set_child (flow, placement, x, y + top);
      gboolean is_pushed = placement->hangs && top > placement->y - height + ROUNDING;
      if (placement->follows || is_pushed)
        reach.lowest = top + height;
      if (!is_pushed && y + top >= -ROUNDING && y + top + height <= flow->on->height + ROUNDING)
        continue;
      fits = FALSE;
      pg_flow_report_overflow (flow, &placement->block->place);
    }
  return fits;
}

static gboolean
fits_on_page (PgFlow *flow, const PgBlock *block, double x, double y)
{
  PgState start = pg_flow_save (flow);
  ProgrammeReport *report = flow->page_report;
  flow->page_report = NULL;
  gboolean fits = set_children (flow, block, x, y);
  flow->page_report = report;
  pg_flow_restore (flow, start);
  return fits;
}

void
pg_flow_placed (PgFlow *flow, const PgBlock *block, double x, double y)
{
  while (block->otherwise != NULL && !fits_on_page (flow, block, x, y))
    block = block->otherwise;
  set_children (flow, block, x, y);
}
