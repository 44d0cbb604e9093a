/* Enters: a piece's decisions. Leaves: blocks, put together. */
#include "block/block.h"

#include "base/limits.h"

#include <string.h>

static void
unref_array (gpointer array)
{
  g_array_unref (array);
}

static GArray *
new_array (PgArena *arena, guint element_size)
{
  GArray *array = g_array_new (FALSE, TRUE, element_size);
  pg_arena_defer (arena, unref_array, array);
  return array;
}

/* A document has many blocks, and most of them are paragraphs, rows and stacks, which need not all that a block may have. */
static gsize
size_of (PgBlockKind kind)
{
  if (kind == PG_BLOCK_PARAGRAPH)
    return G_STRUCT_OFFSET (PgBlock, right_to_left) + sizeof (gboolean);
  if (kind == PG_BLOCK_ROW)
    return G_STRUCT_OFFSET (PgBlock, is_pair) + sizeof (gboolean);
  if (kind == PG_BLOCK_STACK)
    return G_STRUCT_OFFSET (PgBlock, by) + sizeof (PgChoiceBy);
  return sizeof (PgBlock);
}

PgBlock *
pg_block_copy (PgArena *arena, const PgBlock *block)
{
  gsize size = size_of (block->kind);
  return memcpy (pg_arena_alloc (pg_arena_brief (arena), size), block, size);
}

PgBlock *
pg_block_new (PgArena *arena, PgBlockKind kind, const PgPlace *place)
{
  arena = pg_arena_brief (arena);
  PgBlock *block = pg_arena_alloc (arena, size_of (kind));
  block->kind = kind;
  if (place != NULL)
    block->place = *place;
  switch (kind)
    {
    case PG_BLOCK_STACK:
    case PG_BLOCK_TABLE:
    case PG_BLOCK_COLUMNS:
    case PG_BLOCK_CHOICE:
      block->children = pg_arena_array (arena);
      break;
    case PG_BLOCK_ROW:
      block->cells = new_array (arena, sizeof (PgCell));
      break;
    case PG_BLOCK_PLACED:
      block->placements = new_array (arena, sizeof (PgPlacement));
      break;
    case PG_BLOCK_PARAGRAPH:
    case PG_BLOCK_IMAGE:
    case PG_BLOCK_FILL:
    case PG_BLOCK_CODE:
    case PG_BLOCK_DRAWING:
    case PG_BLOCK_BOX:
      break;
    }
  return block;
}

PgBlock *
pg_paragraph_new (PgArena *arena, const PgStyle *style, const PgPlace *place)
{
  PgBlock *paragraph = pg_block_new (arena, PG_BLOCK_PARAGRAPH, place);
  paragraph->style = style;
  paragraph->before = style->before;
  paragraph->after = style->after;
  return paragraph;
}

/* Room for one more run behind the others, or else for twice as many elsewhere. */
static void
make_room (PgArena *arena, PgBlock *paragraph)
{
  guint n = paragraph->n_runs;
  if (n > 0 && pg_arena_extend (arena, paragraph->runs, n * sizeof (PgRun), sizeof (PgRun)))
    {
      paragraph->room++;
      return;
    }
  PgRun *runs = pg_arena_new_array (arena, PgRun, MAX (1, 2 * n));
  for (guint i = 0; i < n; i++)
    runs[i] = paragraph->runs[i];
  paragraph->runs = runs;
  paragraph->room = MAX (1, 2 * n);
}

PgRun *
pg_paragraph_add (PgArena *arena, PgBlock *paragraph, const PgStyle *style, const char *text, const char *language)
{
  if (paragraph->n_runs >= paragraph->room)
    make_room (arena, paragraph);
  PgRun *run = &paragraph->runs[paragraph->n_runs++];
  *run = (PgRun){ .text = text, .style = style != NULL ? style : paragraph->style, .language = language };
  return run;
}

/* What stands in a table is a row of it, unless it says what else it is. */
static void
make_row (PgBlock *block)
{
  if (block != NULL && block->role == PG_ROLE_AUTO)
    block->role = PG_ROLE_TR;
}

void
pg_block_add (PgBlock *parent, PgBlock *child)
{
  if (child == NULL)
    return;
  if (parent->kind == PG_BLOCK_TABLE)
    make_row (child);
  g_ptr_array_add (parent->children, child);
}

guint
pg_choice_length (const PgBlock *choice)
{
  return choice->later != NULL ? choice->later->n : choice->children->len;
}

const PgBlock *
pg_choice_child (const PgBlock *choice, guint index)
{
  while (choice->children->len <= index)
    g_ptr_array_add (choice->children, choice->later->make (choice->later->data, choice->children->len));
  return g_ptr_array_index (choice->children, index);
}

void
pg_table_set_head (PgBlock *table, PgBlock *head, PgBlock *continued)
{
  make_row (head);
  make_row (continued);
  table->head = head;
  table->head_continued = continued;
}

void
pg_block_add_all (PgBlock *parent, PgBlock *stack)
{
  if (stack->kind != PG_BLOCK_STACK)
    {
      pg_block_add (parent, stack);
      return;
    }
  for (guint i = 0; i < stack->children->len; i++)
    pg_block_add (parent, g_ptr_array_index (stack->children, i));
}

PgCell *
pg_row_add (PgBlock *row, double x, double width, PgBlock *block)
{
  PgCell cell = { .x = x, .width = width, .block = block };
  g_array_append_val (row->cells, cell);
  return &g_array_index (row->cells, PgCell, row->cells->len - 1);
}

const PgBlock *
pg_block_paragraph (const PgBlock *block)
{
  const PgBlock *found = NULL;
  if (block == NULL || block->kind == PG_BLOCK_PARAGRAPH)
    return block;
  if (block->kind == PG_BLOCK_BOX)
    return pg_block_paragraph (block->child);
  for (guint i = 0; pg_block_is_stack (block) && found == NULL && i < block->children->len; i++)
    found = pg_block_paragraph (g_ptr_array_index (block->children, i));
  for (guint i = 0; block->kind == PG_BLOCK_ROW && found == NULL && i < block->cells->len; i++)
    found = pg_block_paragraph (g_array_index (block->cells, PgCell, i).block);
  return found;
}

void
pg_block_limit_lines (PgBlock *block, guint lines)
{
  if (block->kind == PG_BLOCK_PARAGRAPH)
    block->max_lines = block->max_lines == 0 ? lines : MIN (lines, block->max_lines);
  for (guint i = 0; pg_block_is_stack (block) && i < block->children->len; i++)
    pg_block_limit_lines (g_ptr_array_index (block->children, i), lines);
}

void
pg_block_take_place (PgBlock *block, PgBlock *of)
{
  block->before = of->before;
  block->after = of->after;
  block->keep_together = of->keep_together;
  block->keep_with_next = of->keep_with_next;
  block->keep_with_previous = of->keep_with_previous;
  block->keeps_company = of->keeps_company;
  block->is_said_again = of->is_said_again;
  block->artifact = of->artifact;
  block->whole = of->whole;
  block->role = of->role;
  block->group = of->group;
  block->anchor = of->anchor;
  block->bookmark = of->bookmark;
  block->bookmark_level = of->bookmark_level;
  of->before = of->after = 0;
  of->keep_with_next = of->keep_with_previous = FALSE;
  of->role = PG_ROLE_NONE;
  of->group = NULL;
  of->anchor = of->bookmark = NULL;
}

void
pg_placed_put (PgBlock *placed, PgPlacement placement)
{
  if (placement.block != NULL)
    g_array_append_val (placed->placements, placement);
}

void
pg_placed_add (PgBlock *placed, double x, double y, double width, PgBlock *block)
{
  pg_placed_put (placed, (PgPlacement){ .x = x, .y = y, .width = width, .block = block });
}

void
pg_placed_follow (PgBlock *placed, double x, double y, double width, double white, PgBlock *block)
{
  pg_placed_put (placed,
                 (PgPlacement){ .x = x, .y = y, .width = width, .follows = TRUE, .white = white, .block = block });
}

void
pg_placed_hang (PgBlock *placed, double x, double bottom, double width, PgBlock *block)
{
  pg_placed_put (placed, (PgPlacement){ .x = x, .y = bottom, .width = width, .hangs = TRUE, .block = block });
}

PgBlock *
pg_box_new (PgArena *arena, PgBlock *child)
{
  if (child == NULL)
    return NULL;
  PgBlock *box = pg_block_new (arena, PG_BLOCK_BOX, &child->place);
  box->child = child;
  return box;
}

void
pg_block_leave_out (PgArena *arena, PgBlock *block, const char *code, const char *text)
{
  PgLeftOut *left_out = pg_arena_new0 (arena, PgLeftOut);
  *left_out = (PgLeftOut){ code, text };
  block->left_out = left_out;
}

PgManuscript *
pg_manuscript_new (PgArena *arena)
{
  PgManuscript *manuscript = pg_arena_new0 (arena, PgManuscript);
  manuscript->arena = arena;
  manuscript->page_runs = pg_arena_array (arena);
  manuscript->max_pages = PG_LIMIT_PAGES;
  return manuscript;
}

/* All blocks of a kind */

typedef struct
{
  PgBlockKind kind;
  PgBlockFunc func;
  gpointer data;
} Visit;

static void visit (const Visit *visitor, const PgBlock *block);

static void
visit_cells (const Visit *visitor, const PgBlock *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const PgCell *cell = &g_array_index (row->cells, PgCell, i);
      visit (visitor, cell->block);
      visit (visitor, cell->continued);
    }
}

static void
visit (const Visit *visitor, const PgBlock *block)
{
  if (block == NULL)
    return;
  if (block->kind == visitor->kind)
    visitor->func (block, visitor->data);
  switch (block->kind)
    {
    case PG_BLOCK_STACK:
    case PG_BLOCK_TABLE:
    case PG_BLOCK_COLUMNS:
    case PG_BLOCK_CHOICE:
      visit (visitor, block->caption);
      visit (visitor, block->head);
      visit (visitor, block->head_continued);
      for (guint i = 0; i < block->children->len; i++)
        visit (visitor, g_ptr_array_index (block->children, i));
      break;
    case PG_BLOCK_ROW:
      visit_cells (visitor, block);
      break;
    case PG_BLOCK_PLACED:
      for (guint i = 0; i < block->placements->len; i++)
        visit (visitor, g_array_index (block->placements, PgPlacement, i).block);
      break;
    case PG_BLOCK_BOX:
      visit (visitor, block->child);
      break;
    case PG_BLOCK_IMAGE:
    case PG_BLOCK_PARAGRAPH:
    case PG_BLOCK_FILL:
    case PG_BLOCK_CODE:
    case PG_BLOCK_DRAWING:
      break;
    }
}

static void
visit_runs (const Visit *visitor, const GPtrArray *runs)
{
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const PgPageRun *run = g_ptr_array_index (runs, i);
      visit (visitor, run->under);
      visit (visitor, run->flow);
      visit (visitor, run->over);
      visit_runs (visitor, run->otherwise);
      visit_runs (visitor, run->then);
    }
}

void
pg_manuscript_each (const PgManuscript *manuscript, PgBlockKind kind, PgBlockFunc func, gpointer data)
{
  const Visit visitor = { kind, func, data };
  visit_runs (&visitor, manuscript->page_runs);
}

void
pg_block_each (const PgBlock *block, PgBlockKind kind, PgBlockFunc func, gpointer data)
{
  const Visit visitor = { kind, func, data };
  visit (&visitor, block);
}
