/* Enters: a table and the space left. Leaves: its head, the rows that fit below it, and the rule that closes them. */
#include "layout/flow.h"

/* The head: the first one is said, the repeated ones are artifacts. */
static PgFit
set_head (PgFlow *flow, const PgBlock *table, PgArea *area, gboolean continued)
{
  const PgBlock *head = continued ? table->head_continued : table->head;
  if (head == NULL)
    return PG_FIT_ALL;
  const PgResume *rest = NULL;
  double height = 0;
  gboolean was_artifact = flow->artifact;
  flow->artifact = was_artifact || continued;
  PgFit fit = pg_flow_block (flow, head, *area, NULL, &rest, &height);
  flow->artifact = was_artifact;
  area->y += height;
  area->space -= height;
  return fit == PG_FIT_ALL ? PG_FIT_ALL : PG_FIT_NONE;
}

PgFit
pg_flow_table (PgFlow *flow, const PgBlock *table, PgArea area, const PgResume *from, const PgResume **rest,
               double *height)
{
  PgState start = pg_flow_save (flow);
  gboolean may_overflow = flow->may_overflow;
  double top = area.y;
  *height = 0;
  if (set_head (flow, table, &area, from != NULL) == PG_FIT_NONE && flow->relax < PG_RELAX_SPACE)
    {
      pg_flow_restore (flow, start);
      return PG_FIT_NONE;
    }
  double used = 0;
  flow->may_overflow = may_overflow; /* a row must be set, not the head alone */
  area.space -= MAX (pg_rule_height (table->rule_split), pg_rule_height (table->rule_end));
  PgFit fit = pg_flow_children (flow, table, area, from, rest, &used);
  if (fit == PG_FIT_NONE)
    {
      pg_flow_restore (flow, start);
      return PG_FIT_NONE;
    }
  const PgRule *rule = fit == PG_FIT_ALL ? table->rule_end : table->rule_split;
  used += pg_flow_rule (flow, rule, area.x, area.y + used, area.width);
  *height = area.y + used - top;
  return fit;
}

PgFit
pg_flow_columns (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
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
          *height = 0;
          return PG_FIT_NONE;
        }
      const PgRule *rule = fit == PG_FIT_ALL ? block->rule_end : block->rule_split;
      used += pg_flow_rule (flow, rule, inside.x, inside.y + used, width);
      *height = MAX (*height, used);
    }
  *rest = from;
  return fit;
}
