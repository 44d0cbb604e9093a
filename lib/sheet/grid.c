/* Pages in columns and rows. Enters: pages, and how they are wanted. Leaves: their places on sheets, in the order of reading, or
   so that the stacks that are cut lie in order on each other. */
#include "base/report.h"
#include "sheet/impose-parts.h"
#include "sheet/order.h"

typedef struct
{
  guint columns, rows;
  double width, height; /* of all pages together */
} Grid;

static double
block_side (guint n, double page, double gap)
{
  return n * page + (n - 1) * gap;
}

static guint
how_many (double room, double page, double gap)
{
  return (guint) MAX (0, (room + gap + 0.03) / (page + gap));
}

/* As many as the sheet holds, as it lies or turned. */
static gboolean
fill_sheet (PgPlan *plan, Grid *grid, GError **error)
{
  double gap = plan->wish->gap, around = 2 * plan->bleed;
  guint best = 0;
  if (!pg_plan_sheet (plan, plan->page_width, plan->page_height, error))
    return FALSE;
  for (guint turn = 0; turn < 2; turn++)
    {
      guint columns = how_many ((turn ? plan->height : plan->width) - around, plan->page_width, gap);
      guint rows = how_many ((turn ? plan->width : plan->height) - around, plan->page_height, gap);
      if (columns * rows <= best)
        continue;
      best = columns * rows;
      grid->columns = columns;
      grid->rows = rows;
    }
  return TRUE;
}

static gboolean
plan_grid (PgPlan *plan, Grid *grid, GError **error)
{
  const PgImposeWish *wish = plan->wish;
  *grid = (Grid){ .columns = wish->columns, .rows = wish->rows };
  if (wish->columns == 0 && wish->sheet == NULL)
    {
      g_set_error_literal (
          error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
          "grid says how many pages stand on a sheet, such as grid=2x4, or sheet how large it is, such as "
          "sheet=A4: one of them is needed");
      return FALSE;
    }
  if (wish->columns == 0 && !fill_sheet (plan, grid, error))
    return FALSE;
  grid->width = block_side (grid->columns, plan->page_width, wish->gap);
  grid->height = block_side (grid->rows, plan->page_height, wish->gap);
  return pg_plan_sheet (plan, grid->width, grid->height, error);
}

/* The page that stands on a side of a sheet at a place, or PG_BLANK. */
static guint
page_at (const PgPlan *plan, guint n_sheets, guint places, guint sheet, gboolean is_back, guint place)
{
  guint n_sides = plan->wish->flip != PG_FLIP_NONE ? 2 : 1, side = is_back ? 1 : 0;
  guint page = plan->wish->way == PG_IMPOSE_NUP ? (sheet * n_sides + side) * places + place
                                                : (place * n_sheets + sheet) * n_sides + side;
  return page < plan->n ? page : PG_BLANK;
}

/* How far the clip of a place goes beyond it on one side: all the way at the sheet's edge, else half of the gap. */
static double
clip_edge (gboolean is_outside, double outside, double inside)
{
  return is_outside ? outside : inside;
}

static void
show_at (const PgPlan *plan, PgSheet *sheet, const Grid *grid, guint page, guint column, guint row)
{
  double gap = plan->wish->gap, width = plan->page_width, height = plan->page_height;
  double left = sheet->trim.left + column * (width + gap), top = sheet->trim.top + row * (height + gap);
  PgImposePage size = pg_plan_page (plan, page);
  PgArea clip = { clip_edge (column == 0, 0, left - gap / 2), clip_edge (row == 0, 0, top - gap / 2),
                  clip_edge (column + 1 == grid->columns, sheet->width, left + width + gap / 2),
                  clip_edge (row + 1 == grid->rows, sheet->height, top + height + gap / 2) };
  pg_plan_show (plan, sheet, page, left + (width - size.width) / 2, top + (height - size.height) / 2, clip);
}

/* Where pages begin and end, along one side of the sheet. */
static GArray *
cuts_along (double start, guint n, double page, double gap)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < n; i++)
    {
      double from = start + i * (page + gap), to = from + page;
      if (i == 0 || gap > 0)
        g_array_append_val (cuts, from);
      g_array_append_val (cuts, to);
    }
  return cuts;
}

static void
mark (PgPlan *plan, PgSheet *sheet, const Grid *grid, guint number, guint n_sheets, gboolean is_back)
{
  static const char *const flips[] = { "one side", "flip: short edge", "flip: long edge" };
  const PgImposeWish *wish = plan->wish;
  g_autoptr (GArray) across = cuts_along (sheet->trim.left, grid->columns, plan->page_width, wish->gap);
  g_autoptr (GArray) down = cuts_along (sheet->trim.top, grid->rows, plan->page_height, wish->gap);
  pg_marks_cut (plan, sheet, across, down);
  GString *slug = pg_slug_begin (plan, number, n_sheets, is_back);
  g_string_append_printf (slug, " · %u %s, %ux%u %s · %s", plan->n, plan->n == 1 ? "page" : "pages", grid->columns,
                          grid->rows, wish->way == PG_IMPOSE_NUP ? "row by row" : "cut and stack", flips[wish->flip]);
  pg_marks_slug (plan, sheet, g_string_free (slug, FALSE));
}

/* Backs of what is cut are mirrored, so that a page stands behind its front. */
static void
add_side (PgPlan *plan, PgImposed *imposed, const Grid *grid, guint number, guint n_sheets, gboolean is_back)
{
  guint places = grid->columns * grid->rows;
  gboolean is_mirrored = is_back && plan->wish->way == PG_IMPOSE_CUTSTACK;
  PgSheet *sheet = pg_plan_side (plan, imposed->sheets, grid->width, grid->height, is_back);
  for (guint place = 0; place < places; place++)
    {
      guint column = place % grid->columns, page = page_at (plan, n_sheets, places, number, is_back, place);
      if (plan->wish->bind_right != is_mirrored)
        column = grid->columns - 1 - column;
      show_at (plan, sheet, grid, page, column, place / grid->columns);
    }
  mark (plan, sheet, grid, number, n_sheets, is_back);
}

gboolean
pg_impose_grid (PgPlan *plan, PgImposed *imposed, GError **error)
{
  Grid grid;
  if (!plan_grid (plan, &grid, error))
    return FALSE;
  guint n_sides = plan->wish->flip != PG_FLIP_NONE ? 2 : 1;
  guint n_sheets = pg_order_n_sheets (plan->n, grid.columns * grid.rows * n_sides);
  if (plan->wish->way == PG_IMPOSE_CUTSTACK)
    n_sheets = pg_order_n_sheets (pg_order_n_sheets (plan->n, n_sides), grid.columns * grid.rows);
  for (guint sheet = 0; sheet < n_sheets; sheet++)
    for (guint side = 0; side < n_sides; side++)
      add_side (plan, imposed, &grid, sheet, n_sheets, side == 1);
  return TRUE;
}
