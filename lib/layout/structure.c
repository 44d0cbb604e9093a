/* Enters: blocks, cells and runs as they are set. Leaves: the elements of the structure tree that they belong to. */
#include "layout/flow.h"

#include <string.h>

/* The element that is known by key, below the current one; a new one has no more than its role. */
static PgElement *
element_for (PgFlow *flow, gconstpointer key, PgRole role, gboolean *is_new)
{
  PgElement *element = g_hash_table_lookup (flow->tags.elements, key);
  *is_new = element == NULL;
  if (element != NULL)
    return element;
  element = pg_arena_new0 (flow->pages->arena, PgElement);
  element->role = role;
  element->parent = flow->tags.element;
  g_hash_table_insert (flow->tags.elements, (gpointer) key, element);
  return element;
}

static PgWithin
current (const PgFlow *flow)
{
  return (PgWithin){ flow->tags.element, { flow->tags.columns[0], flow->tags.columns[1] }, flow->tags.elements };
}

void
pg_flow_leave (PgFlow *flow, PgWithin within)
{
  flow->tags.element = within.element;
  flow->tags.columns[0] = within.columns[0];
  flow->tags.columns[1] = within.columns[1];
  flow->tags.elements = within.elements;
}

/* What is only tried, and what is no part of what is said, needs no elements. */
static gboolean
is_tagged (const PgFlow *flow)
{
  return flow->trial.depth == 0 && flow->tags.artifact == PG_ARTIFACT_NONE;
}

static PgRole
role_of (const PgBlock *block)
{
  if (block->role != PG_ROLE_AUTO)
    return block->role;
  return block->kind == PG_BLOCK_PARAGRAPH ? PG_ROLE_P
         : block->kind == PG_BLOCK_IMAGE   ? PG_ROLE_FIGURE
         : block->kind == PG_BLOCK_CODE    ? PG_ROLE_FIGURE
         : block->kind == PG_BLOCK_DRAWING ? PG_ROLE_FIGURE
         : block->kind == PG_BLOCK_TABLE   ? PG_ROLE_TABLE
                                           : PG_ROLE_NONE;
}

static PgRole
role_of_cell (const PgElement *row, const PgCell *cell)
{
  if (row->parent->role == PG_ROLE_THEAD)
    return PG_ROLE_TH;
  return cell->role == PG_ROLE_AUTO ? PG_ROLE_TD : cell->role;
}

/* The element of one of a row's cells, in a column, from 0. */
static PgElement *
add_cell (PgFlow *flow, gconstpointer key, const PgCell *cell, PgElement *row, guint column)
{
  gboolean is_new;
  PgElement *element = element_for (flow, key, role_of_cell (row, cell), &is_new);
  element->column = column;
  element->columns = MAX (1, cell->columns);
  element->rows = MAX (1, cell->rows);
  row->cells[row->n_cells++] = element;
  return element;
}

/* The cell that heads those below it: alone in its row, over all columns. */
static void
note_part (PgElement *row)
{
  PgElement *table = row->parent;
  const PgElement *first = row->n_cells == 1 ? row->cells[0] : NULL;
  while (table != NULL && table->role != PG_ROLE_TABLE)
    table = table->parent;
  if (table == NULL)
    return;
  if (first != NULL && first->role == PG_ROLE_TH && first->columns > 1)
    table->last_part = first;
  else
    row->part = table->last_part;
}

/* All cells of a table's row, in order, so that each row has as many. */
static void
add_cells (PgFlow *flow, const PgBlock *block, PgElement *row)
{
  PgElement *around = flow->tags.element;
  guint column = 0;
  row->cells = pg_arena_new_array (flow->pages->arena, PgElement *, 2 * block->cells->len);
  flow->tags.element = row;
  for (guint i = 0; i < block->cells->len; i++)
    {
      const PgCell *cell = &g_array_index (block->cells, PgCell, i);
      if (cell->is_spanned)
        continue;
      for (guint k = 0; k < (cell->is_pair ? 2 : 1); k++)
        add_cell (flow, (const char *) cell + k, cell, row, cell->columns > 0 ? cell->column : column++);
    }
  flow->tags.element = around;
  if (row->parent->role == PG_ROLE_THEAD)
    row->parent->parent->head = row;
  else
    note_part (row);
}

/* Of an element that holds a paragraph, or one of several that say the same. */
static const char *
language_of (const PgBlock *block)
{
  if (block->kind != PG_BLOCK_PARAGRAPH && block->kind != PG_BLOCK_CHOICE)
    return NULL;
  const PgBlock *paragraph = pg_block_paragraph (block);
  return paragraph != NULL && paragraph->n_runs > 0 ? paragraph->runs[0].language : NULL;
}

/* A figure is a picture, or a stack that begins with one, which stands in a row where it is beside nothing. */
static const char *
alternative_of (const PgBlock *block)
{
  if (block->kind == PG_BLOCK_IMAGE)
    return block->image->alt;
  if (block->kind == PG_BLOCK_CODE || block->kind == PG_BLOCK_DRAWING)
    return block->code_alt;
  if (block->kind == PG_BLOCK_STACK && block->children->len > 0)
    return alternative_of (g_ptr_array_index (block->children, 0));
  if (block->kind == PG_BLOCK_ROW && block->cells->len > 0)
    return alternative_of (g_array_index (block->cells, PgCell, 0).block);
  return NULL;
}

static void
enter_block (PgFlow *flow, const PgBlock *block)
{
  gboolean is_new;
  PgRole role = role_of (block);
  if (role == PG_ROLE_NONE)
    return;
  PgElement *element = element_for (flow, block, role, &is_new);
  if (is_new)
    element->language = language_of (block);
  if (is_new && role == PG_ROLE_FIGURE)
    element->alt = alternative_of (block);
  if (is_new && role == PG_ROLE_TR)
    add_cells (flow, block, element);
  flow->tags.element = element;
}

PgWithin
pg_flow_enter (PgFlow *flow, const PgBlock *block)
{
  PgWithin within = current (flow);
  if (!is_tagged (flow) || block->artifact)
    return within;
  if (block->shared)
    flow->tags.elements = flow->tags.again;
  if (block->group != NULL)
    pg_flow_enter_part (flow, block->group, block->group->role);
  enter_block (flow, block);
  return within;
}

PgWithin
pg_flow_enter_part (PgFlow *flow, const void *part, PgRole role)
{
  PgWithin within = current (flow);
  gboolean is_new;
  if (is_tagged (flow))
    flow->tags.element = element_for (flow, part, role, &is_new);
  return within;
}

/* Rules round a line may be set as a table, which then is none for those who read. */
PgWithin
pg_flow_enter_table_part (PgFlow *flow, const PgBlock *table, const void *part, PgRole role)
{
  return role_of (table) == PG_ROLE_TABLE ? pg_flow_enter_part (flow, part, role) : current (flow);
}

PgWithin
pg_flow_enter_cell (PgFlow *flow, const PgBlock *row, guint index)
{
  PgWithin within = current (flow);
  const PgCell *cell = &g_array_index (row->cells, PgCell, index);
  gboolean is_new;
  if (!is_tagged (flow))
    return within;
  if (row->kind == PG_BLOCK_ROW && row->is_pair && index < G_N_ELEMENTS (flow->tags.columns)
      && flow->tags.columns[index] != NULL)
    flow->tags.element = flow->tags.columns[index];
  else if (row->role == PG_ROLE_TR)
    {
      flow->tags.element = element_for (flow, cell, PG_ROLE_TD, &is_new);
      flow->tags.columns[0] = cell->is_pair ? flow->tags.element : NULL;
      flow->tags.columns[1] = cell->is_pair ? element_for (flow, (const char *) cell + 1, PG_ROLE_TD, &is_new) : NULL;
    }
  else if (cell->role != PG_ROLE_AUTO)
    flow->tags.element = element_for (flow, cell, cell->role, &is_new);
  return within;
}

/* A run that is no part of a link, in the paragraph's own language, needs no element. */
static gboolean
stands_out (const PgRun *run, const char *language)
{
  return run->href != NULL || run->anchor != NULL || (run->flags & PG_RUN_NOTE) != 0
         || strcmp (run->language, language) != 0;
}

static gboolean
are_alike (const PgRun *a, const PgRun *b)
{
  return a->href == b->href && a->anchor == b->anchor && (a->flags & PG_RUN_NOTE) == (b->flags & PG_RUN_NOTE)
         && strcmp (a->language, b->language) == 0;
}

/* The mark of a note is a reference, which links to it. */
static PgElement *
element_of_run (PgFlow *flow, const PgRun *run)
{
  gboolean is_new;
  PgElement *around = flow->tags.element;
  PgRole role = run->href != NULL || run->anchor != NULL ? PG_ROLE_LINK
                : (run->flags & PG_RUN_NOTE) != 0        ? PG_ROLE_NOTE
                                                         : PG_ROLE_SPAN;
  if ((run->flags & PG_RUN_MARK) != 0)
    flow->tags.element = element_for (flow, (const char *) run + 1, PG_ROLE_REFERENCE, &is_new);
  PgElement *element = element_for (flow, run, role, &is_new);
  flow->tags.element = around;
  element->language = run->language;
  element->href = run->href;
  element->anchor = run->anchor;
  if (role == PG_ROLE_LINK)
    g_hash_table_add (flow->tags.links, element);
  return element;
}

const PgRunElements *
pg_flow_run_elements (PgFlow *flow, const PgBlock *block, const PgRun *runs)
{
  guint n = block->n_runs;
  gboolean found = FALSE;
  for (guint i = 0; i < n && !found; i++)
    found = stands_out (&block->runs[i], block->runs[0].language);
  if (!found || !is_tagged (flow) || flow->tags.element == NULL)
    return NULL;
  gconstpointer key = (const char *) block + 1; /* the block itself is known by its element */
  PgRunElements *all = g_hash_table_lookup (flow->tags.elements, key);
  if (all != NULL && all->runs == runs)
    return all;
  all = pg_arena_new0 (flow->pages->arena, PgRunElements);
  all->runs = runs;
  g_hash_table_insert (flow->tags.elements, (gpointer) key, all);
  all->elements = pg_arena_new_array (flow->pages->arena, PgElement *, n);
  for (guint i = 0; i < n; i++)
    {
      const PgRun *run = &block->runs[i];
      if (!stands_out (run, block->runs[0].language))
        continue;
      gboolean goes_on = i > 0 && all->elements[i - 1] != NULL && are_alike (run, &block->runs[i - 1]);
      all->elements[i] = goes_on ? all->elements[i - 1] : element_of_run (flow, run);
    }
  return all;
}

void
pg_flow_settle_links (PgFlow *flow)
{
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init (&iter, flow->tags.links);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      PgElement *link = key;
      if (link->href == NULL && !g_hash_table_contains (flow->pages->anchors, link->anchor))
        link->role = PG_ROLE_SPAN;
    }
}
