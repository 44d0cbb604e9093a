/* Enters: blocks and the space left. Leaves: them in columns, filled downwards; the last page's columns are level. */
#include "layout/flow.h"

#define HALVINGS 8 /* of the height, until columns are level enough */

static PgFit
fill_columns (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
              double *height)
{
  double width = (area.width - (block->n_columns - 1) * block->gutter) / block->n_columns;
  PgState start = pg_flow_save (flow);
  PgFit fit = PG_FIT_PART;
  *height = 0;
  area.space -= MAX (pg_rule_height (block->rule_split), pg_rule_height (block->rule_end));
  for (guint column = 0; column < block->n_columns && fit == PG_FIT_PART; column++)
    {
      PgArea inside = { area.x + column * (width + block->gutter), area.y, width, area.space };
      double used = 0;
      fit = pg_flow_children (flow, block, inside, from, &from, &used);
      if (fit == PG_FIT_NONE && column > 0) /* what is too tall for these columns may have room on the next page */
        {
          fit = PG_FIT_PART;
          break;
        }
      if (fit == PG_FIT_NONE)
        {
          pg_flow_restore (flow, start);
          return PG_FIT_NONE;
        }
      const PgRule *rule = fit == PG_FIT_ALL ? block->rule_end : block->rule_split;
      used += pg_flow_rule (flow, rule, inside.x, inside.y + used, width);
      *height = MAX (*height, used);
    }
  *rest = from;
  return fit;
}

/* The least height in which all still fits, by halving. */
static double
level_height (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, double height)
{
  PgState start = pg_flow_save (flow);
  double rule = MAX (pg_rule_height (block->rule_split), pg_rule_height (block->rule_end));
  double least = height / block->n_columns, most = MIN (area.space, height + rule);
  for (guint i = 0; i < HALVINGS; i++)
    {
      const PgResume *rest = NULL;
      double used = 0;
      area.space = (least + most) / 2;
      if (fill_columns (flow, block, area, from, &rest, &used) == PG_FIT_ALL)
        most = area.space;
      else
        least = area.space;
      pg_flow_restore (flow, start);
    }
  return most;
}

PgFit
pg_flow_columns (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                 double *height)
{
  PgState start = pg_flow_save (flow);
  PgFit fit = fill_columns (flow, block, area, from, rest, height);
  if (fit != PG_FIT_ALL || block->n_columns < 2 || flow->relax > PG_RELAX_TITLES)
    return fit;
  pg_flow_restore (flow, start);
  area.space = level_height (flow, block, area, from, *height);
  return fill_columns (flow, block, area, from, rest, height);
}
