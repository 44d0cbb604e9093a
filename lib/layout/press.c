/* Enters: a finished page. Leaves: it ready to be trimmed: what touches an edge bleeds over it, and a slug line says below
   it what it is. */
#include "layout/flow.h"

#include "base/units.h"

/* Between bleed and marks, and around the slug line. */
#define WHITE (1 * PG_POINTS_PER_MM)
#define MARK_LENGTH (5 * PG_POINTS_PER_MM)

static PgSurround
surround_of (const PgPress *press)
{
  PgSurround surround = { .bleed = press->bleed };
  surround.marks_start = press->bleed + WHITE;
  surround.marks_end = surround.marks_start + MARK_LENGTH;
  surround.beside = surround.marks_end + WHITE;
  surround.above = surround.beside + press->slug->max_lines * press->slug->style->leading + WHITE;
  return surround;
}

/* What is cut to its box, so that more of the box shows more of the same. */
static gboolean
can_bleed (const PgItem *item)
{
  return item->kind == PG_ITEM_FILL || (item->kind == PG_ITEM_IMAGE && item->image.shown->crop);
}

/* Makes the extent from *start reach beyond the edges that it touches, 0 and end. */
static void
extend (double *start, double *length, double end, double bleed)
{
  double before = *start < PG_ROUNDING ? bleed : 0;
  double after = *start + *length > end - PG_ROUNDING ? bleed : 0;
  *start -= before;
  *length += before + after;
}

static void
set_slug (PgFlow *flow, const PgBlock *slug)
{
  const PgResume *rest = NULL;
  double height = 0;
  PgArea area = { 0, flow->on->height + flow->on->surround.beside, flow->on->width, PG_UNBOUNDED };
  flow->tags.artifact = PG_ARTIFACT_LAYOUT;
  pg_flow_block (flow, slug, area, NULL, &rest, &height);
  flow->tags.artifact = PG_ARTIFACT_NONE;
}

void
pg_flow_press (PgFlow *flow, const PgPress *press)
{
  PgPage *page = flow->on;
  page->surround = surround_of (press);
  for (guint i = 0; i < page->items->len; i++)
    {
      PgItem *item = &g_array_index (page->items, PgItem, i);
      if (!can_bleed (item))
        continue;
      extend (&item->x, &item->width, page->width, press->bleed);
      extend (&item->y, &item->height, page->height, press->bleed);
    }
  set_slug (flow, press->slug);
}
