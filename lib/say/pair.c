/* Enters: the same thing composed in two languages, as two trees of blocks that are built alike. Leaves: one tree in which
   each part is followed by, or stands beside, the same part in the second language. */
#include "say/pair.h"

#include "say/say.h"

#include <string.h>

/* How parts are put together. */
typedef struct
{
  const PgJob *job;
  gboolean parallel;
  double x, first, second; /* of two columns: where the second starts, and how wide they are */
} Joint;

static PgBlock *join (const Joint *joint, PgBlock *first, PgBlock *second);

static gboolean
says_the_same (const PgBlock *a, const PgBlock *b)
{
  if (a->n_runs != b->n_runs)
    return FALSE;
  for (guint i = 0; i < a->n_runs; i++)
    if (a->runs[i].field != b->runs[i].field || strcmp (a->runs[i].text, b->runs[i].text) != 0)
      return FALSE;
  return TRUE;
}

static const PgStyle *
taller (const PgJob *job, const PgStyle *style, const PgStyle *beside)
{
  if (beside->leading <= style->leading)
    return style;
  PgStyle *taller = pg_arena_new0 (job->arena, PgStyle);
  *taller = *style;
  taller->leading = beside->leading;
  return taller;
}

/* Both on one line; what stands around the first one is that of the whole. */
static PgBlock *
on_one_line (const PgJob *job, const PgBlock *first, const PgBlock *second)
{
  PgBlock *line = pg_arena_new0 (job->arena, PgBlock);
  *line = *first;
  line->style = taller (job, first->style, second->style);
  line->runs = NULL;
  line->n_runs = 0;
  const PgBlock *parts[] = { first, second };
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    {
      if (p > 0)
        pg_add_string (job, line, NULL, PG_NAME_GAP);
      guint n = line->n_runs;
      pg_add_runs (job, line, parts[p]);
      for (; n < line->n_runs; n++)
        if (line->runs[n].isolate == NULL)
          line->runs[n].isolate = parts[p];
    }
  return line;
}

/* A stack that stands in the first one's place: its white, its keeps, what refers to it. */
static PgBlock *
stack_in_place_of (const PgJob *job, const PgBlock *first)
{
  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &first->place);
  stack->before = first->before;
  stack->after = first->after;
  stack->keep_together = first->keep_together;
  stack->keep_with_next = first->keep_with_next;
  stack->keep_with_previous = first->keep_with_previous;
  stack->artifact = first->artifact;
  stack->whole = first->whole;
  return stack;
}

static PgBlock *
below (const PgJob *job, PgBlock *first, PgBlock *second, double white)
{
  PgBlock *stack = stack_in_place_of (job, first);
  first->before = first->after = 0;
  second->before = white;
  second->after = 0;
  second->keep_with_next = first->keep_with_next = FALSE;
  second->mirrored = job->first->is_mixed;
  if (first->group != NULL)
    {
      stack->group = first->group; /* both are items of the first one's list */
      stack->role = PG_ROLE_NONE;
      first->group = second->group = NULL;
    }
  else if (first->role != PG_ROLE_AUTO)
    {
      stack->role = first->role;
      first->role = second->role = PG_ROLE_SPAN;
    }
  pg_block_add (stack, first);
  pg_block_add (stack, second);
  return stack;
}

static PgBlock *
stack_paragraphs (const PgJob *job, PgBlock *first, PgBlock *second)
{
  if (job->bilingual == PG_BILINGUAL_HEADINGS && !first->style->beside)
    return first;
  if (says_the_same (first, second))
    return first;
  PgBlock *line = first->style->beside ? on_one_line (job, first, second) : NULL;
  PgBlock *both = below (job, first, second, first->style->second);
  if (line == NULL)
    return both;
  both->before = both->after = 0;
  both->role = PG_ROLE_NONE; /* the line's stands around it */
  first->role = second->role = PG_ROLE_SPAN;
  both->keep_together = TRUE;
  line->otherwise = both;
  return line;
}

static PgBlock *
side_by_side (const Joint *joint, PgBlock *first, PgBlock *second)
{
  PgBlock *around = first != NULL ? first : second;
  PgBlock *row = pg_block_new (joint->job->arena, PG_BLOCK_ROW, &around->place);
  row->before = around->before;
  row->after = around->after;
  row->keep_together = around->keep_together;
  row->keep_with_next = around->keep_with_next;
  row->keep_with_previous = around->keep_with_previous;
  row->is_pair = TRUE;
  if (second != NULL)
    second->mirrored = joint->job->first->is_mixed;
  pg_row_add (row, 0, joint->first, first);
  pg_row_add (row, joint->x, joint->second, second);
  return row;
}

static gboolean
are_stacks_alike (const PgBlock *a, const PgBlock *b)
{
  return a->kind == PG_BLOCK_STACK && b->kind == PG_BLOCK_STACK && !a->whole && a->children->len == b->children->len;
}

/* Side by side, only a row that does no more than hold one thing is looked into. */
static gboolean
are_rows_alike (const Joint *joint, const PgBlock *a, const PgBlock *b)
{
  if (a->kind != PG_BLOCK_ROW || b->kind != PG_BLOCK_ROW || a->whole || a->cells->len != b->cells->len)
    return FALSE;
  return !joint->parallel || (a->cells->len == 1 && g_array_index (a->cells, PgCell, 0).x <= 0);
}

static PgBlock *
join_stacks (const Joint *joint, PgBlock *first, PgBlock *second)
{
  PgBlock *stack = pg_arena_new0 (joint->job->arena, PgBlock);
  *stack = *first;
  stack->children = pg_arena_array (joint->job->arena);
  for (guint i = 0; i < first->children->len; i++)
    pg_block_add (stack, join (joint, g_ptr_array_index (first->children, i), g_ptr_array_index (second->children, i)));
  return stack;
}

static PgBlock *
join_rows (const Joint *joint, PgBlock *first, PgBlock *second)
{
  PgBlock *row = pg_block_new (joint->job->arena, PG_BLOCK_ROW, &first->place);
  GArray *cells = row->cells;
  *row = *first;
  row->cells = cells;
  for (guint i = 0; i < first->cells->len; i++)
    {
      PgCell cell = g_array_index (first->cells, PgCell, i), other = g_array_index (second->cells, PgCell, i);
      cell.block = join (joint, cell.block, other.block);
      cell.continued = join (joint, cell.continued, other.continued);
      cell.fits = cell.fits && cell.block != NULL && cell.block->kind == PG_BLOCK_PARAGRAPH;
      if (joint->parallel)
        cell.width = joint->x + joint->second;
      g_array_append_val (row->cells, cell);
    }
  return row;
}

static gboolean
is_empty (const PgBlock *block)
{
  return block->kind == PG_BLOCK_STACK && block->children->len == 0;
}

static PgBlock *
join (const Joint *joint, PgBlock *first, PgBlock *second)
{
  if (first != NULL && second != NULL && are_stacks_alike (first, second))
    return join_stacks (joint, first, second);
  if (first != NULL && second != NULL && are_rows_alike (joint, first, second))
    return join_rows (joint, first, second);
  if (joint->parallel)
    return first != NULL || second != NULL ? side_by_side (joint, first, second) : NULL;
  if (first == NULL || second == NULL || is_empty (second))
    return first != NULL ? first : second;
  if (first->kind == PG_BLOCK_PARAGRAPH && second->kind == PG_BLOCK_PARAGRAPH)
    return stack_paragraphs (joint->job, first, second);
  if (first->whole && joint->job->bilingual == PG_BILINGUAL_STACKED)
    return below (joint->job, first, second, 0);
  return first;
}

gboolean
pg_is_parallel (const PgJob *job)
{
  return job->second != NULL && job->bilingual == PG_BILINGUAL_PARALLEL;
}

PgBlock *
pg_stack_languages (const PgJob *job, PgBlock *first, PgBlock *second)
{
  Joint joint = { .job = job };
  return second != NULL ? join (&joint, first, second) : first;
}

PgBlock *
pg_pair_languages (const PgJob *job, double width, PgBlock *first, PgBlock *second)
{
  if (!pg_is_parallel (job))
    return pg_stack_languages (job, first, second);
  Joint joint = { .job = job, .parallel = TRUE };
  pg_job_columns (job, width, &joint.first, &joint.second);
  joint.x = width - joint.second;
  return join (&joint, first, second);
}
