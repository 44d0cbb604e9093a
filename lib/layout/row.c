/* Enters: cells side by side and the space left. Leaves: their fragments on one first baseline, broken together. */
#include "layout/flow.h"

static const PgCell *
cell_at (const PgBlock *row, guint index)
{
  return &g_array_index (row->cells, PgCell, index);
}

/* Where a cell resumes when its row does. */
static const PgResume *
cell_from (const PgResume *from, guint index)
{
  return from != NULL ? from->cells[index] : NULL;
}

static double
cell_baseline (const PgFlow *flow, const PgCell *cell, const PgResume *from, gboolean resumed)
{
  if (resumed && cell->continued != NULL)
    return pg_block_first_baseline (flow, cell->continued, NULL);
  if (cell->block == NULL || from == PG_RESUME_DONE)
    return -1;
  return pg_block_first_baseline (flow, cell->block, from);
}

/* Sets what says that a cell goes on; gives the height it takes, white below included. */
static PgFit
set_continued (PgFlow *flow, const PgCell *cell, PgArea *area, const PgResume *from)
{
  if (cell->continued == NULL || flow->relax >= PG_RELAX_REPEATS)
    return PG_FIT_ALL;
  const PgResume *rest = NULL;
  double height = 0;
  PgArtifact around = flow->tags.artifact;
  flow->tags.artifact = around != PG_ARTIFACT_NONE ? around : PG_ARTIFACT_PAGINATION;
  PgFit fit = pg_flow_block (flow, cell->continued, *area, NULL, &rest, &height);
  flow->tags.artifact = around;
  if (fit != PG_FIT_ALL)
    return PG_FIT_NONE;
  if (from != PG_RESUME_DONE)
    height += pg_flow_white (flow, MAX (cell->continued->after, pg_block_white_above (cell->block, from)));
  area->y += height;
  area->space -= height;
  return PG_FIT_ALL;
}

static PgFit
set_cell (PgFlow *flow, const PgCell *cell, PgArea area, const PgResume *from, gboolean resumed, const PgResume **rest,
          double *height)
{
  double top = area.y;
  gboolean may_overflow = flow->may_overflow;
  *height = 0;
  *rest = PG_RESUME_DONE;
  if (resumed && set_continued (flow, cell, &area, from) == PG_FIT_NONE)
    return PG_FIT_NONE;
  flow->may_overflow = may_overflow; /* something new must be set, not what is repeated alone */
  PgFit fit = PG_FIT_ALL;
  double used = 0;
  if (cell->block != NULL && from != PG_RESUME_DONE)
    fit = pg_flow_block (flow, cell->block, area, from, rest, &used);
  if (fit == PG_FIT_ALL)
    *rest = PG_RESUME_DONE;
  *height = area.y + used - top;
  return fit;
}

double
pg_row_white_above (const PgBlock *row, const PgResume *from)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const PgCell *cell = cell_at (row, i);
      if (cell->continued != NULL)
        return row->before;
      if (cell->block != NULL && from->cells[i] != PG_RESUME_DONE)
        return pg_block_white_above (cell->block, from->cells[i]);
    }
  return 0;
}

double
pg_row_first_baseline (const PgFlow *flow, const PgBlock *row, const PgResume *from)
{
  double lowest = -1;
  for (guint i = 0; i < row->cells->len; i++)
    lowest = MAX (lowest, cell_baseline (flow, cell_at (row, i), cell_from (from, i), from != NULL));
  return lowest;
}

/* How much of its place a cell at the end does not need. */
static double
spare_width (PgFlow *flow, const PgBlock *row, guint index)
{
  if (index >= row->cells->len || cell_at (row, index)->fit != PG_CELL_AT_END)
    return 0;
  const PgCell *cell = cell_at (row, index);
  return MAX (0, cell->width - pg_flow_natural_width (flow, cell->block));
}

/* How far a cell as wide as what it holds may reach: what comes next, at the end of their place, keeps what it takes, but no
   more than half. */
static double
reach_of (PgFlow *flow, const PgBlock *row, guint index, double left, double right)
{
  if (index + 1 >= row->cells->len || cell_at (row, index + 1)->fit != PG_CELL_AT_END)
    return right;
  double half = (right - left - row->gap) / 2, end = pg_flow_natural_width (flow, cell_at (row, index + 1)->block);
  return right - row->gap - MIN (end, half);
}

static PgArea
cell_area (PgFlow *flow, const PgBlock *row, guint index, PgArea area)
{
  const PgCell *cell = cell_at (row, index);
  if (cell->columns > 0 && flow->grid != NULL)
    return pg_grid_area (flow->grid, cell, area);
  double left = area.x + cell->x, right = cell->width > 0 ? left + cell->width : area.x + area.width;
  for (guint i = 0; i < index; i++)
    if (cell_at (row, i)->fit == PG_CELL_NATURAL && cell_at (row, i)->block != NULL)
      {
        PgArea before = cell_area (flow, row, i, area);
        left = MAX (left, before.x + before.width + (cell->fit == PG_CELL_AT_END ? row->gap : 0));
      }
  if (cell->fit == PG_CELL_NATURAL && cell->block != NULL)
    right = MIN (reach_of (flow, row, index, left, right), left + pg_flow_natural_width (flow, cell->block));
  if (cell->fit == PG_CELL_AT_END)
    left = MAX (left, right - pg_flow_natural_width (flow, cell->block));
  area.x = left;
  area.width = right - left + (cell->fit == PG_CELL_WIDTH ? spare_width (flow, row, index + 1) : 0);
  return area;
}

/* Whether a row of a table, in whose columns one reads across, is rather set on the next page than broken, whatever is given
   up: it would not fill half of one. */
static gboolean
is_whole (PgFlow *flow, const PgBlock *row, double width)
{
  return flow->grid != NULL && row->keep_together && pg_flow_measure (flow, row, width) < flow->on->height / 2;
}

PgFit
pg_flow_row (PgFlow *flow, const PgBlock *row, PgArea area, const PgResume *from, const PgResume **rest, double *height)
{
  guint n = row->cells->len;
  PgState start = pg_flow_save (flow);
  double lowest = pg_row_first_baseline (flow, row, from);
  gboolean may_overflow = flow->may_overflow;
  PgResume *next = pg_resume_new (flow, 0, NULL);
  next->cells = pg_arena_new_array (flow->places, const PgResume *, n);
  PgFit fit = PG_FIT_ALL;
  *height = 0;
  for (guint i = 0; i < n; i++)
    {
      const PgCell *cell = cell_at (row, i);
      double baseline = cell_baseline (flow, cell, cell_from (from, i), from != NULL);
      double shift = baseline < 0 || row->align_tops ? 0 : lowest - baseline, used = 0;
      flow->may_overflow = may_overflow;
      PgArea inside = cell_area (flow, row, i, area);
      inside.y += shift;
      inside.space -= shift;
      PgWithin within = pg_flow_enter_cell (flow, row, i);
      PgState before = pg_flow_save (flow);
      PgFit cell_fit = set_cell (flow, cell, inside, cell_from (from, i), from != NULL, &next->cells[i], &used);
      pg_flow_leave (flow, within);
      if (!pg_grid_shows (flow, cell)) /* it makes the row as high as on the other page */
        pg_flow_restore (flow, before);
      if (cell_fit == PG_FIT_NONE)
        {
          pg_flow_restore (flow, start);
          *height = 0;
          return PG_FIT_NONE;
        }
      fit = MIN (fit, cell_fit);
      if (cell->rows <= 1
          || flow->relax >= PG_RELAX_COMPANY) /* else the last row that it reaches into has room for it */
        *height = MAX (*height, shift + used);
    }
  if (flow->grid != NULL && from == NULL && flow->relax < PG_RELAX_COMPANY)
    *height = MAX (*height, pg_grid_row_height (flow, row));
  if (fit == PG_FIT_PART && from == NULL && !may_overflow && is_whole (flow, row, area.width))
    {
      pg_flow_restore (flow, start);
      *height = 0;
      return PG_FIT_NONE;
    }
  flow->may_overflow = FALSE;
  *rest = next;
  return fit;
}
