/* Enters: a choice and the space left. Leaves: the first of its children that fits, or the last one in any case. What is
   tried leaves nothing behind and tells nothing. */
#include "layout/flow.h"

typedef struct
{
  PgState state;
  PgTrial trial;
  gboolean may_overflow;
} Before;

static Before
start_trial (PgFlow *flow)
{
  Before before = { pg_flow_save (flow), flow->trial, flow->may_overflow };
  flow->trial.depth++;
  flow->trial.failed = FALSE;
  flow->may_overflow = FALSE;
  return before;
}

static void
end_trial (PgFlow *flow, Before before)
{
  pg_flow_restore (flow, before.state);
  flow->trial = before.trial;
  flow->may_overflow = before.may_overflow;
}

static gboolean
fits (PgFlow *flow, const PgBlock *block, PgArea area, gboolean with_ink)
{
  Before before = start_trial (flow);
  const PgResume *rest = NULL;
  double height = 0;
  gboolean is_fit = pg_flow_block (flow, block, area, NULL, &rest, &height) == PG_FIT_ALL && !flow->trial.failed;
  if (is_fit && flow->has_notes)
    is_fit = height + pg_flow_notes_height (flow, before.state.items, area) <= area.space + PG_ROUNDING;
  if (is_fit && with_ink)
    {
      PgOverhang over = pg_flow_overhang (flow, before.state, area.y, area.y + height);
      is_fit = over.above + height + over.below <= area.space + PG_ROUNDING;
    }
  end_trial (flow, before);
  return is_fit;
}

gboolean
pg_flow_fits (PgFlow *flow, const PgBlock *block, PgArea area)
{
  return fits (flow, block, area, FALSE);
}

gboolean
pg_flow_fits_with_ink (PgFlow *flow, const PgBlock *block, PgArea area)
{
  return fits (flow, block, area, TRUE);
}

double
pg_flow_measure (PgFlow *flow, const PgBlock *block, double width)
{
  Before before = start_trial (flow);
  const PgResume *rest = NULL;
  double height = 0;
  PgArea area = { 0, 0, width, PG_UNBOUNDED };
  pg_flow_block (flow, block, area, NULL, &rest, &height);
  end_trial (flow, before);
  return height;
}

/* It is not measured to its end, which may be many pages away; nor is what is within it asked for while it is tried. */
gboolean
pg_flow_is_tall (PgFlow *flow, const PgBlock *block, double width)
{
  PgRelax relax = flow->relax;
  flow->relax = PG_RELAX_NOTHING;
  gboolean is_low = pg_flow_fits (flow, block, (PgArea){ 0, 0, width, flow->tall });
  flow->relax = relax;
  return !is_low;
}

static guint
choose (PgFlow *flow, const PgBlock *choice, PgArea area)
{
  guint last = pg_choice_length (choice) - 1;
  if (choice->by == PG_CHOICE_LINES)
    area.space = PG_UNBOUNDED;
  for (guint i = 0; i < last; i++)
    if (pg_flow_fits (flow, pg_choice_child (choice, i), area))
      return i;
  return last;
}

PgFit
pg_flow_choice (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                double *height)
{
  *height = 0;
  if (block->children->len == 0)
    return PG_FIT_ALL;
  guint index = from != NULL ? from->index : choose (flow, block, area);
  const PgBlock *chosen = pg_choice_child (block, index);
  const PgResume *inner = NULL;
  if (chosen->left_out != NULL && from == NULL && flow->trial.depth == 0)
    pg_report_add (flow->page_report, PROGRAMME_SEVERITY_NOTE, &chosen->place, chosen->left_out->code, "%s",
                   chosen->left_out->text);
  PgFit fit = pg_flow_block (flow, chosen, area, from != NULL ? from->inner : NULL, &inner, height);
  if (fit == PG_FIT_PART)
    *rest = pg_resume_new (flow, index, inner);
  return fit;
}
