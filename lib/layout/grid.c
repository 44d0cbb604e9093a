/* Enters: a table whose cells say which columns they stand in, and its width. Leaves: where these are: each is as wide as what
   it holds where there is room, and else no wider than it must be, nor narrower than its longest word; which of them are on
   the page, where the table has two that lie open together; and how high cells are that reach into rows below theirs. */
#include "layout/flow.h"

#include <string.h>

#define HALVINGS 40 /* of the widest column, until columns are as wide as the table */
#define AMPLE 3     /* what a column has well is as wide as what it holds, or this part of the table */

struct PgGrid
{
  const PgBlock *table;
  double width;            /* of the table */
  double *left, *right;    /* of each column */
  double *natural, *least; /* on one line; with its longest word alone */
  double *heights;         /* of rows that cells go on from, or -1 where it was not asked for */
  gboolean is_narrow;      /* columns have less than they would well have */
};

static void
look_at_cell (PgFlow *flow, PgGrid *grid, const PgCell *cell)
{
  if (cell->block == NULL)
    return;
  double least = pg_flow_least_width (flow, cell->block) / cell->columns;
  double natural = cell->columns == 1 ? pg_flow_natural_width (flow, cell->block) : least;
  for (guint i = cell->column; i < cell->column + cell->columns; i++)
    {
      grid->natural[i] = MAX (grid->natural[i], natural);
      grid->least[i] = MAX (grid->least[i], least);
    }
}

static void
look_at_row (PgFlow *flow, PgGrid *grid, const PgBlock *row)
{
  for (guint i = 0; row != NULL && i < row->cells->len; i++)
    look_at_cell (flow, grid, &g_array_index (row->cells, PgCell, i));
}

/* How wide a column is where none is wider than so much that it need not be. */
static double
width_at (const PgGrid *grid, guint column, double most)
{
  return MAX (grid->least[column], MIN (grid->natural[column], most));
}

static double
sum_at (const PgGrid *grid, double most)
{
  double sum = 0;
  for (guint i = 0; i < grid->table->n_columns; i++)
    sum += width_at (grid, i, most);
  return sum;
}

/* What the widest columns may have. */
static double
level_of (const PgGrid *grid, double available)
{
  double low = 0, high = available;
  for (guint i = 0; i < HALVINGS; i++)
    {
      double middle = (low + high) / 2;
      if (sum_at (grid, middle) > available)
        high = middle;
      else
        low = middle;
    }
  return low;
}

/* Where not even the longest words have room together, no column is wider than it must be for its own. */
static void
break_words (PgGrid *grid, double available)
{
  if (sum_at (grid, 0) <= available)
    return;
  memcpy (grid->natural, grid->least, grid->table->n_columns * sizeof (double));
  memset (grid->least, 0, grid->table->n_columns * sizeof (double));
}

/* What is left is divided among the columns that have no width of their own. */
static void
place_columns (PgGrid *grid)
{
  const PgBlock *table = grid->table;
  guint n = table->n_columns, n_free = 0;
  guint n_pages = table->fold > 0 ? 2 : 1;
  double available = n_pages * grid->width - (n - n_pages) * table->gutter, x = 0;
  for (guint i = 0; i < n; i++)
    {
      double fixed = table->widths != NULL ? table->widths[i] : 0;
      n_free += fixed > 0 ? 0 : 1;
      grid->natural[i] = fixed > 0 ? fixed : grid->natural[i];
      grid->least[i] = MIN (fixed > 0 ? fixed : grid->least[i], grid->natural[i]);
    }
  grid->is_narrow = sum_at (grid, grid->width / AMPLE) > available;
  break_words (grid, available);
  double level = level_of (grid, available), spare = MAX (0, available - sum_at (grid, level));
  for (guint i = 0; i < n; i++)
    {
      gboolean is_free = table->widths == NULL || table->widths[i] <= 0;
      grid->left[i] = x;
      grid->right[i] = x + width_at (grid, i, level) + (is_free ? spare / n_free : 0);
      x = i + 1 == table->fold ? 0 : grid->right[i] + table->gutter;
    }
}

/* The columns of a table are looked for once for each width. */
static const PgGrid *
grid_of (PgFlow *flow, const PgBlock *table, double width)
{
  PgGrid *grid = g_hash_table_lookup (flow->grids, table);
  if (grid != NULL && grid->width == width)
    return grid;
  guint n = table->n_columns;
  PgArena *arena = flow->arena;
  grid = pg_arena_new0 (arena, PgGrid);
  *grid = (PgGrid){ .table = table, .width = width };
  double **const columns[] = { &grid->left, &grid->right, &grid->natural, &grid->least };
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    *columns[i] = pg_arena_new_array (arena, double, n);
  grid->heights = pg_arena_new_array (arena, double, table->children->len);
  for (guint i = 0; i < table->children->len; i++)
    grid->heights[i] = -1;
  memset (grid->natural, 0, n * sizeof (double));
  memset (grid->least, 0, n * sizeof (double));
  look_at_row (flow, grid, table->head);
  for (guint i = 0; i < table->children->len; i++)
    look_at_row (flow, grid, g_ptr_array_index (table->children, i));
  place_columns (grid);
  g_hash_table_insert (flow->grids, (gpointer) table, grid);
  return grid;
}

const PgGrid *
pg_flow_enter_grid (PgFlow *flow, const PgBlock *table, double width)
{
  const PgGrid *around = flow->grid;
  flow->grid = table->n_columns > 0 ? grid_of (flow, table, width) : NULL;
  if (flow->grid != NULL && flow->grid->is_narrow && table->wants_width)
    flow->trial.failed = TRUE;
  return around;
}

void
pg_flow_leave_grid (PgFlow *flow, const PgGrid *around)
{
  flow->grid = around;
}

/* No cell reaches over the fold. */
PgArea
pg_grid_area (const PgGrid *grid, const PgCell *cell, PgArea area)
{
  double left = grid->left[cell->column];
  guint end = cell->column + cell->columns, fold = grid->table->fold;
  area.x += left;
  area.width = grid->right[(cell->column < fold ? MIN (end, fold) : end) - 1] - left;
  return area;
}

/* The columns of the current page: from the first on, to before the end. */
static guint
first_column (const PgFlow *flow)
{
  return flow->beyond_fold ? flow->grid->table->fold : 0;
}

static guint
end_column (const PgFlow *flow)
{
  const PgBlock *table = flow->grid->table;
  return table->fold > 0 && !flow->beyond_fold ? table->fold : table->n_columns;
}

gboolean
pg_grid_shows (const PgFlow *flow, const PgCell *cell)
{
  return flow->grid == NULL || cell->columns == 0
         || (cell->column >= first_column (flow) && cell->column < end_column (flow));
}

/* The rule is not drawn through cells that reach down from above. */
double
pg_flow_row_rule (PgFlow *flow, const PgBlock *row, const PgRule *rule, PgArea area)
{
  const PgGrid *grid = flow->grid;
  double height = pg_rule_height (rule);
  if (grid == NULL || row->kind != PG_BLOCK_ROW)
    return pg_flow_rule (flow, rule, area.x, area.y, area.width);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const PgCell *first = &g_array_index (row->cells, PgCell, i), *last = first;
      if (first->is_spanned)
        continue;
      while (i + 1 < row->cells->len && !g_array_index (row->cells, PgCell, i + 1).is_spanned)
        last = &g_array_index (row->cells, PgCell, ++i);
      guint from = MAX (first->column, first_column (flow)),
            end = MIN (last->column + last->columns, end_column (flow));
      if (from < end)
        pg_flow_rule (flow, rule, area.x + grid->left[from], area.y, grid->right[end - 1] - grid->left[from]);
    }
  return height;
}

static double
frame_above (const PgBlock *row)
{
  return pg_rule_height (row->rule_above) + row->pad_above;
}

/* How high a row is; it is looked at once, since those after it ask for it again and again. */
static double
height_of_row (PgFlow *flow, guint index)
{
  const PgGrid *grid = flow->grid;
  if (grid->heights[index] < 0)
    grid->heights[index] = pg_flow_measure (flow, g_ptr_array_index (grid->table->children, index), grid->width);
  return grid->heights[index];
}

/* How high the last of the rows that a cell reaches into must be for it to have room. */
static double
height_for (PgFlow *flow, const PgBlock *row, const PgCell *end)
{
  const PgGrid *grid = flow->grid;
  const PgBlock *first = g_ptr_array_index (grid->table->children, end->first_row);
  double height = 0;
  for (guint i = 0; i < first->cells->len; i++)
    {
      const PgCell *cell = &g_array_index (first->cells, PgCell, i);
      if (cell->column == end->column && cell->block != NULL)
        height = pg_flow_measure (flow, cell->block, pg_grid_area (grid, cell, (PgArea){ 0 }).width)
                 + pg_row_first_baseline (flow, first, NULL)
                 - MAX (0, pg_block_first_baseline (flow, cell->block, NULL)) + frame_above (first) - frame_above (row);
    }
  for (guint i = end->first_row; g_ptr_array_index (grid->table->children, i) != row; i++)
    height -= height_of_row (flow, i);
  return height;
}

double
pg_grid_row_height (PgFlow *flow, const PgBlock *row)
{
  double height = 0;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const PgCell *cell = &g_array_index (row->cells, PgCell, i);
      if (cell->is_spanned && cell->rows == 1)
        height = MAX (height, height_for (flow, row, cell));
    }
  return height;
}
