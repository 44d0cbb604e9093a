/* Labels on sheets. Enters: pages, each as large as a label, and a stock. Leaves: the sheets as pages, with the labels on them. */
#include "sheet/labels.h"

#include "base/units.h"

#define TICK (3 * PG_POINTS_PER_MM) /* of a mark, and how thick it is */
#define LINE 0.25
#define GREY 0.4
#define TOUCHING 0.01

typedef struct
{
  PgPages *pages;
  const PgLabelWish *wish;
  GPtrArray *sheets; /* PgPage */
  guint per_sheet, sides;
} Placing;

/* A back lies behind its front: columns are counted from the other edge. */
void
pg_labels_at (const PgLabelWish *wish, guint label, gboolean is_back, double *x, double *y)
{
  const PgStock *stock = wish->stock;
  guint column = label % stock->columns, row = label / stock->columns;
  *x = stock->left + column * stock->across;
  *y = stock->top + row * stock->down + wish->y;
  if (is_back)
    *x = stock->sheet_width - *x - stock->width;
  *x += wish->x;
}

static void
free_page (gpointer data)
{
  PgPage *page = data;
  g_array_unref (page->items);
  g_free (page);
}

static PgPage *
sheet_new (const PgStock *stock)
{
  PgPage *sheet = g_new0 (PgPage, 1);
  sheet->width = stock->sheet_width;
  sheet->height = stock->sheet_height;
  sheet->items = g_array_new (FALSE, FALSE, sizeof (PgItem));
  return sheet;
}

/* Where pages from 0 go. */
typedef struct
{
  guint sheet, label;
  gboolean is_back;
  double x, y;
} Spot;

static Spot
spot_of (const Placing *placing, guint page)
{
  guint side = page % placing->sides, label = page / placing->sides + placing->wish->start;
  Spot spot = { .sheet = label / placing->per_sheet * placing->sides + side, .label = label % placing->per_sheet };
  spot.is_back = side > 0;
  pg_labels_at (placing->wish, spot.label, spot.is_back, &spot.x, &spot.y);
  return spot;
}

/* What touches a label's edge reaches over it: as far as half of the way to the next label, or to the edge of the sheet. */
static double
bleed_at (double gap, gboolean has_neighbour, double to_edge)
{
  return MAX (0, MIN (PG_LABEL_BLEED, has_neighbour ? gap / 2 : to_edge));
}

static void
bleed (const Placing *placing, PgItem *fill, const Spot *spot)
{
  const PgStock *stock = placing->wish->stock;
  guint column = spot->label % stock->columns, row = spot->label / stock->columns;
  double across = stock->across - stock->width, down = stock->down - stock->height;
  gboolean first = spot->is_back ? column + 1 == stock->columns : column == 0;
  gboolean last = spot->is_back ? column == 0 : column + 1 == stock->columns;
  double left = fill->x < TOUCHING ? bleed_at (across, !first, spot->x) : 0;
  double right = fill->x + fill->width > stock->width - TOUCHING
                     ? bleed_at (across, !last, stock->sheet_width - spot->x - stock->width)
                     : 0;
  double above = fill->y < TOUCHING ? bleed_at (down, row > 0, spot->y) : 0;
  double below = fill->y + fill->height > stock->height - TOUCHING
                     ? bleed_at (down, row + 1 < stock->rows, stock->sheet_height - spot->y - stock->height)
                     : 0;
  fill->x -= left;
  fill->y -= above;
  fill->width += left + right;
  fill->height += above + below;
}

static const PgTurned *
moved (const Placing *placing, const PgTurned *turned, double x, double y)
{
  PgTurned *copy = pg_arena_new0 (placing->pages->arena, PgTurned);
  *copy = *turned;
  copy->x += x;
  copy->y += y;
  return copy;
}

/* The same on a sheet that is turned about. */
static void
turn_about (const Placing *placing, const PgPage *sheet, PgItem *item)
{
  PgTurned *turned = pg_arena_new0 (placing->pages->arena, PgTurned);
  if (item->kind == PG_ITEM_FILL)
    {
      item->x = sheet->width - item->x - item->width;
      item->y = sheet->height - item->y - item->height;
      return;
    }
  *turned = item->turned != NULL ? *item->turned : (PgTurned){ 0, 0, 0, sheet->width, sheet->height };
  double x = sheet->width - turned->x - turned->width, y = sheet->height - turned->y - turned->height;
  item->x += x - turned->x;
  item->y += y - turned->y;
  *turned = (PgTurned){ (turned->quarters + 2) % 4, x, y, turned->width, turned->height };
  item->turned = turned->quarters != 0 ? turned : NULL;
}

static void
place_page (const Placing *placing, guint index)
{
  const PgPage *page = pg_pages_get (placing->pages, index);
  Spot spot = spot_of (placing, index);
  while (placing->sheets->len <= spot.sheet)
    g_ptr_array_add (placing->sheets, sheet_new (placing->wish->stock));
  PgPage *sheet = g_ptr_array_index (placing->sheets, spot.sheet);
  for (guint i = 0; i < page->items->len; i++)
    {
      PgItem item = g_array_index (page->items, PgItem, i);
      if (item.kind == PG_ITEM_FILL && !placing->wish->is_exact)
        bleed (placing, &item, &spot);
      item.x += spot.x;
      item.y += spot.y;
      if (item.turned != NULL)
        item.turned = moved (placing, item.turned, spot.x, spot.y);
      if (spot.is_back && placing->wish->flip == PG_FLIP_SHORT)
        turn_about (placing, sheet, &item);
      g_array_append_val (sheet->items, item);
    }
}

static void
move_place (const Placing *placing, guint *page, double *y)
{
  Spot spot = spot_of (placing, *page);
  *page = spot.sheet;
  *y += spot.y;
}

static void
move_references (const Placing *placing)
{
  PgPages *pages = placing->pages;
  GHashTableIter iter;
  gpointer page;
  for (guint i = 0; i < pages->bookmarks->len; i++)
    {
      PgBookmark *bookmark = &g_array_index (pages->bookmarks, PgBookmark, i);
      move_place (placing, &bookmark->page, &bookmark->y);
    }
  for (guint i = 0; i < pages->destinations->len; i++)
    {
      PgDestination *destination = &g_array_index (pages->destinations, PgDestination, i);
      move_place (placing, &destination->page, &destination->y);
    }
  g_hash_table_iter_init (&iter, pages->anchors);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (spot_of (placing, GPOINTER_TO_UINT (page) - 1).sheet + 1));
}

/* Nothing is cut at the sheet's own edges. */
static void
add_mark (PgPage *sheet, double x, double y, double width, double height)
{
  if (x < 0 || y < 0 || x + width > sheet->width || y + height > sheet->height)
    return;
  PgItem mark = { .kind = PG_ITEM_FILL, .artifact = PG_ARTIFACT_LAYOUT, .x = x, .y = y, .width = width };
  mark.height = height;
  mark.fill = (PgColour){ GREY, GREY, GREY };
  g_array_append_val (sheet->items, mark);
}

/* At the edges of the block of labels, outside it where the sheet has room, where it is cut: fronts say it for both sides. */
static void
mark_cuts (const Placing *placing, PgPage *sheet)
{
  const PgLabelWish *wish = placing->wish;
  const PgStock *stock = wish->stock;
  double left = stock->left + wish->x, right = left + (stock->columns - 1) * stock->across + stock->width;
  double top = stock->top + wish->y, bottom = top + (stock->rows - 1) * stock->down + stock->height;
  double before = MAX (0, left - TICK), after = MIN (right, sheet->width - TICK);
  double above = MAX (0, top - TICK), below = MIN (bottom, sheet->height - TICK);
  for (guint i = 0; i < 2 * stock->columns; i++)
    {
      double x = left + i / 2 * stock->across + i % 2 * stock->width - LINE / 2;
      add_mark (sheet, x, above, LINE, TICK);
      add_mark (sheet, x, below, LINE, TICK);
    }
  for (guint i = 0; i < 2 * stock->rows; i++)
    {
      double y = top + i / 2 * stock->down + i % 2 * stock->height - LINE / 2;
      add_mark (sheet, before, y, TICK, LINE);
      add_mark (sheet, after, y, TICK, LINE);
    }
}

void
pg_labels_place (PgPages *pages, const PgLabelWish *wish)
{
  Placing placing = { pages, wish, g_ptr_array_new_with_free_func (free_page), 0, 1 };
  placing.per_sheet = wish->stock->columns * wish->stock->rows;
  placing.sides = wish->flip != PG_FLIP_NONE ? 2 : 1;
  for (guint i = 0; i < pages->pages->len; i++)
    place_page (&placing, i);
  move_references (&placing);
  for (guint i = 0; wish->stock->cut && i < placing.sheets->len; i += placing.sides)
    mark_cuts (&placing, g_ptr_array_index (placing.sheets, i));
  g_ptr_array_unref (pages->pages);
  pages->pages = placing.sheets;
}
