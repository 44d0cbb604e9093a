/* Enters: a table and the space left. Leaves: its head, the rows that fit below it, and the rule that closes them. */
#include "layout/flow.h"

/* Above the first head. */
static PgFit
set_caption (PgFlow *flow, const PgBlock *table, PgArea *area)
{
  const PgResume *rest = NULL;
  double height = 0;
  if (table->caption == NULL)
    return PG_FIT_ALL;
  gboolean may_overflow = flow->may_overflow;
  PgArea whole = { area->x, area->y, area->width, may_overflow ? PG_UNBOUNDED : area->space };
  PgFit fit = pg_flow_block (flow, table->caption, whole, NULL, &rest, &height);
  flow->may_overflow = may_overflow; /* a row must be set, not the caption alone */
  height += table->caption->after;
  area->y += height;
  area->space -= height;
  return fit == PG_FIT_ALL ? PG_FIT_ALL : PG_FIT_NONE;
}

/* The head: the first one is said, the repeated ones are artifacts. */
static PgFit
set_head (PgFlow *flow, const PgBlock *table, PgArea *area, gboolean continued)
{
  const PgBlock *head = continued ? table->head_continued : table->head;
  if (head == NULL || (continued && flow->relax >= PG_RELAX_REPEATS))
    return PG_FIT_ALL;
  const PgResume *rest = NULL;
  double height = 0;
  PgArtifact around = flow->tags.artifact;
  if (continued && around == PG_ARTIFACT_NONE)
    flow->tags.artifact = PG_ARTIFACT_PAGINATION;
  PgWithin within = pg_flow_enter_table_part (flow, table, &table->head, PG_ROLE_THEAD);
  PgArea whole = { area->x, area->y, area->width, flow->may_overflow ? PG_UNBOUNDED : area->space };
  PgFit fit = pg_flow_block (flow, head, whole, NULL, &rest, &height);
  pg_flow_leave (flow, within);
  flow->tags.artifact = around;
  area->y += height;
  area->space -= height;
  return fit == PG_FIT_ALL ? PG_FIT_ALL : PG_FIT_NONE;
}

static PgFit
set_table (PgFlow *flow, const PgBlock *table, PgArea area, const PgResume *from, const PgResume **rest, double *height)
{
  PgState start = pg_flow_save (flow);
  gboolean may_overflow = flow->may_overflow;
  double top = area.y;
  *height = 0;
  if ((from == NULL && set_caption (flow, table, &area) == PG_FIT_NONE)
      || set_head (flow, table, &area, from != NULL) == PG_FIT_NONE)
    {
      pg_flow_restore (flow, start);
      return PG_FIT_NONE;
    }
  double used = 0;
  flow->may_overflow = may_overflow; /* a row must be set, not the head alone */
  area.space -= MAX (pg_rule_height (table->rule_split), pg_rule_height (table->rule_end));
  PgWithin within = pg_flow_enter_table_part (flow, table, &table->children, PG_ROLE_TBODY);
  PgFit fit = pg_flow_children (flow, table, area, from, rest, &used);
  pg_flow_leave (flow, within);
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
pg_flow_table (PgFlow *flow, const PgBlock *table, PgArea area, const PgResume *from, const PgResume **rest,
               double *height)
{
  const PgGrid *around = pg_flow_enter_grid (flow, table, area.width);
  PgFit fit = set_table (flow, table, area, from, rest, height);
  pg_flow_leave_grid (flow, around);
  return fit;
}
