/* Enters: blocks one below the other and the space left. Leaves: as many as fit, broken where the keeps allow it. */
#include "layout/flow.h"

#include <math.h>

/* A child as it was set, so that a break can move up. */
typedef struct
{
  PgState before;
  double y, height; /* of its upper edge, white included above it */
  const PgResume *from;
} SetChild;

static const PgBlock *
child_at (const PgBlock *block, guint index)
{
  return g_ptr_array_index (block->children, index);
}

/* TRUE if the items from the first one on are two lines of text or more; what stands beside each other is one. */
static gboolean
has_two_lines (const PgFlow *flow, guint first)
{
  const PgItem *line = NULL;
  for (guint i = first; i < flow->items->len; i++)
    {
      const PgItem *item = &g_array_index (flow->items, PgItem, i);
      if (item->kind != PG_ITEM_TEXT || item->artifact)
        continue;
      if (line != NULL && fabs (item->y - line->y) > line->height / 2)
        return TRUE;
      line = line != NULL ? line : item;
    }
  return FALSE;
}

/* TRUE for what a page must not end with. */
static gboolean
keeps_next (const PgFlow *flow, const PgBlock *child)
{
  return child->keep_with_next && !(child->keeps_company && flow->relax >= PG_RELAX_COMPANY)
         && !(child->is_said_again && flow->relax >= PG_RELAX_HEADS);
}

static gboolean
keeps_previous (const PgFlow *flow, const PgBlock *child)
{
  return child->keep_with_previous && !(child->keeps_company && flow->relax >= PG_RELAX_COMPANY)
         && flow->relax < PG_RELAX_NEXT;
}

/* TRUE for what may be broken though it stays with what follows. */
static gboolean
may_part (PgFlow *flow, const PgBlock *child, double width)
{
  return child->keeps_company
         || (flow->relax >= PG_RELAX_TITLES && flow->tall > 0 && pg_flow_is_tall (flow, child, width));
}

/* TRUE if what is set of the children ends within a heading, with one, or with a single line below one. What is no heading may
   be broken, though it stays with what follows. A stanza's first line is no heading; a head that may end a page does so with
   two lines at least. */
static gboolean
parts_heading (PgFlow *flow, const PgBlock *block, guint first, const GArray *set, PgFit last, double width)
{
  guint n = set->len;
  if (flow->relax >= PG_RELAX_NEXT)
    return FALSE;
  if (last == PG_FIT_PART && n > 0 && may_part (flow, child_at (block, first + n - 1), width))
    n--;
  if (last == PG_FIT_ALL && n > 0 && child_at (block, first + n - 1)->is_said_again)
    return flow->relax < PG_RELAX_HEADS || !has_two_lines (flow, g_array_index (set, SetChild, 0).before.items);
  for (guint i = n; i > 0; i--)
    if (keeps_next (flow, child_at (block, first + i - 1)))
      return i == set->len
             || !(block->is_stanza || has_two_lines (flow, g_array_index (set, SetChild, i).before.items));
  return FALSE;
}

/* Moves a break that may not stand before child k upwards: into the child above it, or before that one. set holds the
   children from the first one to the one before k. */
static PgFit
break_before (PgFlow *flow, const PgBlock *block, PgArea area, guint first, guint k, GArray *set, const PgResume **rest,
              double *height)
{
  for (; k > first; k--)
    {
      const SetChild *child = &g_array_index (set, SetChild, k - 1 - first);
      if (!keeps_previous (flow, child_at (block, k))
          && !parts_heading (flow, block, first, set, PG_FIT_ALL, area.width))
        {
          *rest = pg_resume_new (flow, k, NULL);
          *height = child->y + child->height - area.y;
          return PG_FIT_PART;
        }
      pg_flow_restore (flow, child->before);
      const PgResume *inner = NULL;
      double part = 0;
      PgArea smaller = { area.x, child->y, area.width, child->height - 0.5 };
      if (pg_flow_block (flow, child_at (block, k - 1), smaller, child->from, &inner, &part) == PG_FIT_PART
          && !parts_heading (flow, block, first, set, PG_FIT_PART, area.width))
        {
          *rest = pg_resume_new (flow, k - 1, inner);
          *height = child->y + part - area.y;
          return PG_FIT_PART;
        }
      pg_flow_restore (flow, child->before);
      g_array_set_size (set, k - 1 - first);
    }
  return PG_FIT_NONE;
}

/* TRUE for what should rather begin on the next page than in the little space below what stands above it. */
static gboolean
wants_more_space (PgFlow *flow, const PgBlock *child, PgArea left)
{
  return left.space < child->least_space && !pg_flow_fits (flow, child, left);
}

gboolean
pg_resume_opens (const PgBlock *block, const PgResume *from)
{
  if (from == NULL)
    return TRUE;
  if (block->kind != PG_BLOCK_STACK)
    return FALSE;
  const PgBlock *child = child_at (block, from->index);
  return from->inner != NULL ? pg_resume_opens (child, from->inner) : child->least_space > 0;
}

PgFit
pg_flow_children (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                  double *height)
{
  guint first = from != NULL ? from->index : 0;
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (SetChild));
  PgState start = pg_flow_save (flow);
  double y = area.y, bottom = area.y + area.space, white = 0;
  for (guint i = first; i < block->children->len; i++)
    {
      const PgBlock *child = child_at (block, i);
      const PgResume *inner = i == first && from != NULL ? from->inner : NULL, *inner_rest = NULL;
      if (i > first)
        y += pg_flow_white (flow, MAX (white, child->before));
      white = child->after;
      SetChild record = { pg_flow_save (flow), y, 0, inner };
      PgArea left = { area.x, y, area.width, bottom - y };
      PgFit fit = i > first && wants_more_space (flow, child, left)
                      ? PG_FIT_NONE
                      : pg_flow_block (flow, child, left, inner, &inner_rest, &record.height);
      g_array_append_val (set, record);
      if (fit == PG_FIT_PART && parts_heading (flow, block, first, set, fit, area.width))
        fit = PG_FIT_NONE;
      if (fit == PG_FIT_NONE)
        {
          pg_flow_restore (flow, record.before);
          g_array_set_size (set, i - first);
          fit = break_before (flow, block, area, first, i, set, rest, height);
          if (fit == PG_FIT_NONE)
            pg_flow_restore (flow, start);
          return fit;
        }
      y += record.height;
      if (fit == PG_FIT_PART)
        {
          *rest = pg_resume_new (flow, i, inner_rest);
          *height = y - area.y;
          return PG_FIT_PART;
        }
    }
  *height = y - area.y;
  return PG_FIT_ALL;
}
