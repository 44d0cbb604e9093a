/* Enters: a box and the place it has. Leaves: its child within its white, and in the largest size that fits where its
   styles are ranges. A box is not broken. */
#include "layout/flow.h"

#include "base/units.h"

#define HALVINGS 10 /* of a range: a thousandth of it is less than the step of sizes */

/* What the boxes of a name share. */
typedef struct
{
  double size; /* the smallest so far */
} PgSameSize;

GHashTable *
pg_flow_groups_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

static gboolean
has_range (const PgBlock *block)
{
  gboolean found = FALSE;
  if (block == NULL)
    return FALSE;
  if (block->kind == PG_BLOCK_BOX)
    return has_range (block->child);
  if (block->kind == PG_BLOCK_PARAGRAPH)
    return block->style->fit_most > 0;
  for (guint i = 0; pg_block_is_stack (block) && !found && i < block->children->len; i++)
    found = has_range (g_ptr_array_index (block->children, i));
  for (guint i = 0; block->kind == PG_BLOCK_ROW && !found && i < block->cells->len; i++)
    found = has_range (g_array_index (block->cells, PgCell, i).block);
  return found;
}

static gboolean
fits_at (PgFlow *flow, const PgBlock *child, PgArea area, double size)
{
  flow->sizes.size = size;
  return pg_flow_fits_with_ink (flow, child, area);
}

static double
largest_size (PgFlow *flow, const PgBlock *child, PgArea area)
{
  double fits = 0, too_large = 1;
  if (fits_at (flow, child, area, 1))
    return 1;
  for (guint i = 0; i < HALVINGS; i++)
    {
      double middle = (fits + too_large) / 2;
      if (fits_at (flow, child, area, middle))
        fits = middle;
      else
        too_large = middle;
    }
  return fits;
}

/* The size of a group is known after a pass over all pages. */
static double
size_of_group (PgFlow *flow, const char *name, double own)
{
  PgSameSize *group = g_hash_table_lookup (flow->sizes.groups, name);
  if (group == NULL)
    {
      group = g_new0 (PgSameSize, 1);
      group->size = own;
      g_hash_table_insert (flow->sizes.groups, (gpointer) name, group);
    }
  if (flow->sizes.are_settled)
    return group->size;
  flow->sizes.differ = flow->sizes.differ || own != group->size;
  group->size = MIN (group->size, own);
  return own;
}

static PgArea
area_inside (PgFlow *flow, const PgBlock *box, PgArea area)
{
  double width = box->box_width > 0 ? box->box_width : area.width;
  if (box->natural)
    width = MIN (area.width, pg_flow_natural_width (flow, box));
  double slack = area.width - width;
  double x = area.x + (box->across == PG_PLACE_MIDDLE ? slack / 2 : box->across == PG_PLACE_END ? slack : 0);
  const PgPadding *padding = &box->padding;
  double space = (box->box_height > 0 ? box->box_height : area.space) - padding->above - padding->below;
  return (PgArea){ x + padding->left, area.y + padding->above, width - padding->left - padding->right, space };
}

/* Lies below what stands in the box. */
static void
fill_box (PgFlow *flow, const PgBlock *box, PgState start, PgArea inside, PgArea whole)
{
  const PgPadding *padding = &box->padding;
  PgItem fill = { .kind = PG_ITEM_FILL, .artifact = PG_ARTIFACT_LAYOUT, .y = whole.y, .height = whole.space };
  fill.x = inside.x - padding->left;
  fill.width = inside.width + padding->left + padding->right;
  fill.fill = *box->fill;
  g_array_insert_val (flow->items, start.items, fill);
}

static void
move_down (PgFlow *flow, PgState from, double by)
{
  for (guint i = from.items; i < flow->items->len; i++)
    g_array_index (flow->items, PgItem, i).y += by;
  for (guint i = from.marks; i < flow->marks->len; i++)
    g_array_index (flow->marks, PgMark, i).y += by;
}

PgOverhang
pg_flow_overhang (const PgFlow *flow, PgState from, double top, double foot)
{
  PgOverhang over = { 0, 0 };
  for (guint i = from.items; i < flow->items->len; i++)
    {
      const PgItem *item = &g_array_index (flow->items, PgItem, i);
      double above, below;
      if (item->kind != PG_ITEM_TEXT || item->turned != NULL
          || !pg_line_ink (item->text.lines, &item->text.lines->lines[item->text.line], &above, &below))
        continue;
      over.above = MAX (over.above, top - (item->y - above));
      over.below = MAX (over.below, item->y + below - foot);
    }
  return over;
}

/* How far down a child is moved in a box that is so much higher: as it is placed, but with its ink inside where that can be. */
static double
place_child (const PgBlock *box, double slack, PgOverhang over)
{
  double down = box->vertical == PG_PLACE_MIDDLE ? slack / 2 : box->vertical == PG_PLACE_END ? slack : 0;
  if (slack <= 0 || (over.above <= 0 && over.below <= 0))
    return down;
  return CLAMP (MIN (down, slack - over.below), MIN (over.above, slack), slack);
}

/* Sets the child whatever its height is: one that is higher than the box runs over its edge. */
static double
set_child (PgFlow *flow, const PgBlock *box, PgArea inside)
{
  PgState start = pg_flow_save (flow);
  const PgResume *rest = NULL;
  double height = 0, space = inside.space;
  inside.space = PG_UNBOUNDED;
  pg_flow_block (flow, box->child, inside, NULL, &rest, &height);
  if (box->box_height <= 0)
    return height;
  PgOverhang over = pg_flow_overhang (flow, start, inside.y, inside.y + height);
  double inked = has_range (box->child) ? over.above + height + over.below : height;
  if (inked > space + PG_ROUNDING)
    pg_flow_report_overflow (flow, &box->child->place);
  move_down (flow, start, place_child (box, space - height, over));
  return space;
}

/* The point of a turned rectangle that a point within it comes to. */
static void
turn_point (const PgTurned *turned, double *x, double *y)
{
  double u = *x - turned->x, v = *y - turned->y;
  double xs[] = { u, turned->width - v, turned->width - u, v }, ys[] = { v, u, turned->height - v, turned->height - u };
  *x = turned->x + xs[turned->quarters];
  *y = turned->y + ys[turned->quarters];
}

static void
turn_fill (const PgTurned *turned, PgItem *fill)
{
  double x = fill->x, y = fill->y, end = fill->x + fill->width, bottom = fill->y + fill->height;
  turn_point (turned, &x, &y);
  turn_point (turned, &end, &bottom);
  fill->x = MIN (x, end);
  fill->y = MIN (y, bottom);
  fill->width = ABS (end - x);
  fill->height = ABS (bottom - y);
}

static void
turn_items (PgFlow *flow, PgState from, const PgBlock *box, PgArea area)
{
  PgTurned *turned = pg_arena_new0 (flow->pages->arena, PgTurned);
  *turned = (PgTurned){ box->turns % 4, area.x, area.y, box->box_width, box->box_height };
  for (guint i = from.items; i < flow->items->len; i++)
    {
      PgItem *item = &g_array_index (flow->items, PgItem, i);
      if (item->kind == PG_ITEM_FILL)
        turn_fill (turned, item);
      else
        item->turned = turned;
    }
}

/* A box that is turned is set lying, and then its items are turned about. */
static void
set_turned (PgFlow *flow, const PgBlock *box, PgArea area)
{
  PgBlock lying = *box;
  PgArtifact around = flow->tags.artifact;
  PgState start = pg_flow_save (flow);
  double height = 0;
  lying.turns = 0;
  if (box->turns % 2 == 1)
    {
      lying.box_width = box->box_height;
      lying.box_height = box->box_width;
    }
  if (box->artifact && around == PG_ARTIFACT_NONE)
    flow->tags.artifact = PG_ARTIFACT_LAYOUT;
  pg_flow_box (flow, &lying, (PgArea){ area.x, area.y, lying.box_width, lying.box_height }, &height);
  flow->tags.artifact = around;
  turn_items (flow, start, box, area);
}

#define ADA_HEIGHT 16.0     /* mm: of capitals to be read from ADA_DISTANCE */
#define ADA_DISTANCE 1830.0 /* mm */
#define ADA_MORE 3.2        /* mm for every ADA_STEP beyond it */
#define ADA_STEP 305.0      /* mm */

/* From how many metres letters of a height in millimetres can be read; 0: they are too small to be read at all. */
static double
metres_of (const PgReading *reading, double height)
{
  if (reading->factor > 0)
    return height * reading->factor / 1000;
  return height < ADA_HEIGHT ? 0 : (ADA_DISTANCE + (height - ADA_HEIGHT) / ADA_MORE * ADA_STEP) / 1000;
}

#define TENTH 0.05 /* metres, which are told in tenths */

/* What is set in earnest and too small to be read from as far as it should. */
static void
check_reading (PgFlow *flow, const PgBlock *box)
{
  const PgBlock *said = pg_block_paragraph (box->child);
  if (box->reading == NULL || flow->trial.depth > 0 || said == NULL || said->n_runs == 0)
    return;
  double height = pg_flow_style (flow, said->style)->size * box->reading->letter / PG_POINTS_PER_MM;
  double metres = metres_of (box->reading, height);
  if (metres <= 0)
    pg_report_add (
        flow->page_report, PROGRAMME_SEVERITY_WARNING, &said->place, "too-small",
        "\"%.60s\" is in letters of %.1f mm, and by ADA 703.5.5 signs have %g mm at least: use larger paper, "
        "or a shorter name",
        said->runs[0].text, height, ADA_HEIGHT);
  else if (metres + TENTH < box->reading->metres)
    pg_report_add (
        flow->page_report, PROGRAMME_SEVERITY_WARNING, &said->place, "too-small",
        "\"%.60s\" can be read from %.1f m, and is to be read from %g m: use larger paper, or a shorter name",
        said->runs[0].text, metres, box->reading->metres);
}

PgFit
pg_flow_box (PgFlow *flow, const PgBlock *block, PgArea area, double *height)
{
  if (block->turns % 4 != 0)
    {
      set_turned (flow, block, area);
      *height = block->box_height;
      return PG_FIT_ALL;
    }
  double around = flow->sizes.size;
  PgArea inside = area_inside (flow, block, area);
  if (has_range (block->child))
    {
      double size = flow->sizes.are_settled && block->same_size != NULL ? 0 : largest_size (flow, block->child, inside);
      flow->sizes.size = block->same_size != NULL ? size_of_group (flow, block->same_size, size) : size;
    }
  PgState start = pg_flow_save (flow);
  check_reading (flow, block);
  *height = set_child (flow, block, inside) + block->padding.above + block->padding.below;
  if (block->fill != NULL)
    fill_box (flow, block, start, inside, (PgArea){ area.x, area.y, area.width, *height });
  flow->sizes.size = around;
  return PG_FIT_ALL;
}
