/* Enters: any block and the space left. Leaves: its items on the page, or none; each kind has a file of its own. */
#include "layout/flow.h"

const PgResume pg_resume_done = { 0 };

PgState
pg_flow_save (const PgFlow *flow)
{
  return (PgState){ flow->items->len, flow->marks->len };
}

void
pg_flow_restore (PgFlow *flow, PgState state)
{
  g_array_set_size (flow->items, state.items);
  g_array_set_size (flow->marks, state.marks);
}

PgResume *
pg_resume_new (PgFlow *flow, guint index, const PgResume *inner)
{
  PgResume *resume = pg_arena_new0 (flow->places, PgResume);
  resume->index = index;
  resume->inner = inner;
  return resume;
}

void
pg_flow_fill (PgFlow *flow, double x, double y, double width, double height, const PgColour *colour)
{
  PgItem item
      = { .kind = PG_ITEM_FILL, .artifact = PG_ARTIFACT_LAYOUT, .x = x, .y = y, .width = width, .height = height };
  item.fill = *colour;
  g_array_append_val (flow->items, item);
}

double
pg_rule_height (const PgRule *rule)
{
  return rule != NULL ? rule->thickness + rule->gap + rule->second : 0;
}

double
pg_flow_rule (PgFlow *flow, const PgRule *rule, double x, double y, double width)
{
  if (rule == NULL || rule->thickness <= 0)
    return 0;
  pg_flow_fill (flow, x, y, width, rule->thickness, &rule->colour);
  if (rule->second > 0)
    pg_flow_fill (flow, x, y + rule->thickness + rule->gap, width, rule->second, &rule->colour);
  return pg_rule_height (rule);
}

static PgFit
set_image (PgFlow *flow, const PgBlock *block, PgArea area, double *height)
{
  const PgImage *image = block->image;
  double scale = block->shrinks && image->width > area.width ? area.width / image->width : 1;
  double full = image->height * scale;
  if (full > area.space + 1e-6 && !flow->may_overflow)
    return PG_FIT_NONE;
  flow->may_overflow = FALSE;
  PgItem item = { .kind = PG_ITEM_IMAGE, .artifact = flow->tags.artifact, .x = area.x, .y = area.y };
  item.width = image->width * scale;
  item.element = flow->tags.artifact == PG_ARTIFACT_NONE ? flow->tags.element : NULL;
  item.height = MIN (full, MAX (area.space, 0));
  PgItemImage *shown = pg_arena_new0 (flow->pages->arena, PgItemImage);
  *shown = (PgItemImage){ image->path, image->alt, block->place, image->crop, image->tint };
  item.image.shown = shown;
  g_array_append_val (flow->items, item);
  *height = item.height;
  return PG_FIT_ALL;
}

/* What fills a square: a code or a drawing. */
static PgFit
set_square (PgFlow *flow, const PgBlock *block, PgArea area, double *height)
{
  gboolean is_code = block->kind == PG_BLOCK_CODE;
  PgItem item = { .kind = is_code ? PG_ITEM_CODE : PG_ITEM_DRAWING, .artifact = flow->tags.artifact };
  if (block->artifact && item.artifact == PG_ARTIFACT_NONE)
    item.artifact = PG_ARTIFACT_LAYOUT;
  item.x = area.x;
  item.y = area.y;
  item.width = item.height = block->side;
  item.element = item.artifact == PG_ARTIFACT_NONE ? flow->tags.element : NULL;
  PgColour *ink = pg_arena_new0 (flow->pages->arena, PgColour);
  *ink = block->ink;
  if (is_code)
    {
      item.code.code = block->code;
      item.code.ink = ink;
    }
  else
    {
      item.drawing.drawing = block->drawing;
      item.drawing.eighths = block->eighths;
      item.drawing.ink = ink;
    }
  g_array_append_val (flow->items, item);
  flow->may_overflow = FALSE;
  *height = block->side;
  return PG_FIT_ALL;
}

static PgFit
flow_kind (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest, double *height)
{
  switch (block->kind)
    {
    case PG_BLOCK_PARAGRAPH:
      return pg_flow_paragraph (flow, block, area, from, rest, height);
    case PG_BLOCK_STACK:
      return pg_flow_children (flow, block, area, from, rest, height);
    case PG_BLOCK_ROW:
      return pg_flow_row (flow, block, area, from, rest, height);
    case PG_BLOCK_TABLE:
      return pg_flow_table (flow, block, area, from, rest, height);
    case PG_BLOCK_COLUMNS:
      return pg_flow_columns (flow, block, area, from, rest, height);
    case PG_BLOCK_IMAGE:
      return set_image (flow, block, area, height);
    case PG_BLOCK_FILL:
      flow->may_overflow = FALSE;
      pg_flow_fill (flow, area.x, area.y, block->width > 0 ? block->width : area.width, block->height, &block->colour);
      *height = block->height;
      return PG_FIT_ALL;
    case PG_BLOCK_CODE:
    case PG_BLOCK_DRAWING:
      return set_square (flow, block, area, height);
    case PG_BLOCK_PLACED:
      pg_flow_placed (flow, block, area);
      *height = block->extent;
      return PG_FIT_ALL;
    case PG_BLOCK_BOX:
      return pg_flow_box (flow, block, area, height);
    case PG_BLOCK_CHOICE:
      return pg_flow_choice (flow, block, area, from, rest, height);
    }
  return PG_FIT_NONE;
}

double
pg_flow_white (const PgFlow *flow, double white)
{
  return flow->grid == NULL ? white * flow->tight : white;
}

static const PgRule *
rule_of (const PgBlock *block, const PgResume *from)
{
  return from != NULL && block->rule_once ? NULL : block->rule_above;
}

/* It lies below the text, too. */
static void
insert_marking (PgFlow *flow, const PgBlock *block, guint position, PgArea area, double height)
{
  const PgMarking *marking = block->marking;
  double x = area.x - marking->beyond;
  PgItem wash = { .kind = PG_ITEM_FILL, .artifact = PG_ARTIFACT_LAYOUT, .x = x, .y = area.y, .height = height };
  wash.width = area.width + 2 * marking->beyond;
  wash.fill = marking->wash;
  PgItem edge = wash;
  edge.width = marking->edge_width;
  edge.fill = marking->edge;
  g_array_insert_val (flow->items, position, edge);
  g_array_insert_val (flow->items, position, wash);
}

/* The row's band lies below its text: its item goes before those of the row. */
static void
insert_band (PgFlow *flow, const PgBlock *block, guint position, double y, double height)
{
  PgItem band = { .kind = PG_ITEM_FILL, .artifact = PG_ARTIFACT_LAYOUT, .y = y, .height = height };
  band.width = flow->on->width;
  band.fill = *block->band;
  g_array_insert_val (flow->items, position, band);
}

/* What is turned changes sides in its rectangle, and with it, and is turned the other way. */
static void
mirror_turned (PgFlow *flow, PgItem *item, double sum)
{
  PgTurned *turned = pg_arena_new0 (flow->pages->arena, PgTurned);
  *turned = *item->turned;
  turned->x = sum - turned->x - turned->width;
  turned->quarters = 4 - turned->quarters;
  double inside = turned->quarters % 2 == 1 ? turned->height : turned->width;
  item->x = turned->x + inside - (item->x - item->turned->x) - item->width;
  item->turned = turned;
}

void
pg_flow_mirror (PgFlow *flow, guint first, double left, double right)
{
  for (guint i = first; i < flow->items->len; i++)
    {
      PgItem *item = &g_array_index (flow->items, PgItem, i);
      if (item->turned != NULL)
        mirror_turned (flow, item, left + right);
      else
        item->x = left + right - item->x - item->width;
      if (item->kind == PG_ITEM_IMAGE)
        item->image.at_right = !item->image.at_right;
    }
}

/* A block that is mirrored is set like any other, and then its items change sides. */
static PgFit
flow_mirrored (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
               double *height)
{
  if (!block->mirrored)
    return flow_kind (flow, block, area, from, rest, height);
  guint first = flow->items->len;
  flow->is_mirrored = !flow->is_mirrored;
  PgFit fit = flow_kind (flow, block, area, from, rest, height);
  flow->is_mirrored = !flow->is_mirrored;
  pg_flow_mirror (flow, first, area.x, area.x + area.width);
  return fit;
}

/* A row of parts of several groups, such as a line of verse beside what translates it. */
static gboolean
is_row_of_groups (const PgBlock *block)
{
  if (block->kind != PG_BLOCK_ROW)
    return FALSE;
  for (guint i = 0; i < block->cells->len; i++)
    {
      const PgBlock *cell = g_array_index (block->cells, PgCell, i).block;
      if (cell != NULL && cell->group != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A heading is not before all else: what it is above stands on the other page; nor is what is read across: a row of a table, or
   of groups. */
gboolean
pg_flow_may_break (PgFlow *flow, const PgBlock *block, double width)
{
  if (flow->relax >= PG_RELAX_TOGETHER || (block->is_stanza && flow->relax >= PG_RELAX_STANZAS))
    return TRUE;
  gboolean is_heading = block->keep_with_next && !block->keeps_company;
  return flow->relax >= (is_heading ? PG_RELAX_TITLES : PG_RELAX_TALL) && flow->grid == NULL
         && !is_row_of_groups (block) && pg_flow_is_tall (flow, block, width);
}

PgFit
pg_flow_block (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
               double *height)
{
  PgState start = pg_flow_save (flow);
  if (from == NULL && (block->anchor != NULL || block->bookmark != NULL || block->part > 0))
    {
      PgMark mark = { block, area.y };
      g_array_append_val (flow->marks, mark);
    }
  const PgRule *rule = rule_of (block, from);
  double above = pg_rule_height (rule) + pg_flow_white (flow, block->pad_above);
  double frame = above + pg_flow_white (flow, block->pad_below);
  PgArea inside = { area.x, area.y + above, area.width, area.space - frame };
  gboolean may_overflow = flow->may_overflow;
  *height = 0;
  PgWithin within = pg_flow_enter (flow, block);
  PgFit fit = flow_mirrored (flow, block, inside, from, rest, height);
  pg_flow_leave (flow, within);
  if (fit == PG_FIT_PART && block->keep_together && !pg_flow_may_break (flow, block, area.width))
    fit = PG_FIT_NONE;
  if (!may_overflow && *height + frame > MAX (area.space, 0) + PG_ROUNDING) /* what is no text was not asked before */
    fit = PG_FIT_NONE;
  if (fit == PG_FIT_NONE)
    {
      pg_flow_restore (flow, start);
      *height = 0;
      return PG_FIT_NONE;
    }
  *height += frame;
  if (block->band != NULL)
    insert_band (flow, block, start.items, area.y, *height);
  if (block->marking != NULL)
    insert_marking (flow, block, start.items, area, *height);
  pg_flow_row_rule (flow, block, rule, area);
  if (block->before_fold && flow->beyond_fold)
    pg_flow_restore (flow, start);
  return fit;
}

void
pg_flow_report_overflow (PgFlow *flow, const PgPlace *place)
{
  flow->trial.failed = TRUE;
  if (flow->trial.depth > 0)
    return;
  pg_report_add (flow->page_report, PROGRAMME_SEVERITY_WARNING, place, "overflow",
                 "this does not fit on an empty page and runs over the edge of page %u; use larger paper or a "
                 "theme with smaller type",
                 flow->numbers.page + 1);
}

double
pg_block_white_above (const PgBlock *block, const PgResume *from)
{
  if (from == NULL)
    return block->before;
  switch (block->kind)
    {
    case PG_BLOCK_STACK:
    case PG_BLOCK_TABLE:
    case PG_BLOCK_COLUMNS:
    case PG_BLOCK_CHOICE:
      return pg_block_white_above (g_ptr_array_index (block->children, from->index), from->inner);
    case PG_BLOCK_ROW:
      return pg_row_white_above (block, from);
    case PG_BLOCK_PARAGRAPH:
    case PG_BLOCK_IMAGE:
    case PG_BLOCK_FILL:
    case PG_BLOCK_CODE:
    case PG_BLOCK_DRAWING:
    case PG_BLOCK_PLACED:
    case PG_BLOCK_BOX:
      break;
    }
  return 0;
}

double
pg_block_first_baseline (const PgFlow *flow, const PgBlock *block, const PgResume *from)
{
  double baseline = -1;
  guint first = from != NULL ? from->index : 0;
  switch (block->kind)
    {
    case PG_BLOCK_PARAGRAPH:
      baseline = pg_style_baseline (pg_flow_style (flow, block->style));
      break;
    case PG_BLOCK_BOX:
      baseline = pg_block_first_baseline (flow, block->child, NULL);
      baseline = baseline < 0 ? baseline : baseline + block->padding.above;
      break;
    case PG_BLOCK_STACK:
    case PG_BLOCK_CHOICE:
      if (first < block->children->len)
        baseline = pg_block_first_baseline (flow, g_ptr_array_index (block->children, first),
                                            from != NULL ? from->inner : NULL);
      break;
    case PG_BLOCK_ROW:
      baseline = pg_row_first_baseline (flow, block, from);
      break;
    case PG_BLOCK_TABLE:
    case PG_BLOCK_COLUMNS:
    case PG_BLOCK_IMAGE:
    case PG_BLOCK_FILL:
    case PG_BLOCK_CODE:
    case PG_BLOCK_DRAWING:
    case PG_BLOCK_PLACED:
      break;
    }
  return baseline < 0 ? baseline
                      : baseline + pg_rule_height (rule_of (block, from)) + pg_flow_white (flow, block->pad_above);
}
