/* Enters: the same thing composed in two languages, as two trees of blocks that are built alike. Leaves: one tree in which
   each part is followed by, or stands beside, the same part in the second language. */
#include "say/pair.h"

#include "say/say.h"

#include <string.h>

/* How parts are put together. */
typedef struct
{
  const PgVoice *voice;
  gboolean parallel;
  double x, first, second; /* of two columns: where the second starts, and how wide they are */
} Joint;

static PgBlock *join (const Joint *joint, PgBlock *first, PgBlock *second);

static gboolean says_the_same (const PgBlock *a, const PgBlock *b);

static const PgBlock *
text_of_note (const PgNote *note)
{
  return g_array_index (note->block->cells, PgCell, note->block->cells->len - 1).block;
}

static gboolean
notes_say_the_same (const PgNote *a, const PgNote *b)
{
  return a == NULL || b == NULL ? a == b : says_the_same (text_of_note (a), text_of_note (b));
}

static gboolean
says_the_same (const PgBlock *a, const PgBlock *b)
{
  if (a->n_runs != b->n_runs)
    return FALSE;
  for (guint i = 0; i < a->n_runs; i++)
    if (a->runs[i].field != b->runs[i].field || strcmp (a->runs[i].text, b->runs[i].text) != 0
        || !notes_say_the_same (a->runs[i].note, b->runs[i].note))
      return FALSE;
  return TRUE;
}

static const PgStyle *
taller (const PgVoice *voice, const PgStyle *style, const PgStyle *beside)
{
  if (beside->leading <= style->leading)
    return style;
  PgStyle *taller = pg_arena_new0 (voice->arena, PgStyle);
  *taller = *style;
  taller->leading = beside->leading;
  return taller;
}

void
pg_add_second (const PgVoice *voice, PgBlock *line, const char *between, const PgBlock *second)
{
  pg_add_string (voice, line, NULL, between);
  guint n = line->n_runs;
  pg_add_runs (voice, line, second);
  for (; n < line->n_runs; n++)
    if (line->runs[n].isolate == NULL)
      {
        line->runs[n].isolate = second;
        line->runs[n].isolate_language = voice->second->language;
      }
}

/* Both on one line, which runs as the first does. */
static PgBlock *
on_one_line (const PgVoice *voice, const PgBlock *first, const PgBlock *second)
{
  PgBlock *line = pg_paragraph_in (voice, taller (voice, first->style, second->style), &first->place);
  line->right_to_left = first->right_to_left;
  line->max_lines = 1;
  pg_add_runs (voice, line, first);
  pg_add_second (voice, line, PG_NAME_GAP, second);
  return line;
}

/* The second below the first, in a stack that stands in the first one's place. */
static PgBlock *
below (const PgVoice *voice, PgBlock *first, PgBlock *second, double white)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &first->place);
  pg_block_take_place (stack, first);
  first->role = second->role = stack->role == PG_ROLE_AUTO ? PG_ROLE_AUTO : PG_ROLE_SPAN;
  if (stack->group != NULL) /* both are items of the first one's list */
    {
      first->role = second->role = stack->role;
      stack->role = PG_ROLE_NONE;
    }
  second->group = NULL;
  second->before = white;
  second->after = 0;
  second->keep_with_next = second->keep_with_previous = FALSE;
  second->mirrored = voice->first->is_mixed;
  pg_block_add (stack, first);
  pg_block_add (stack, second);
  return stack;
}

/* On one line where both fit, else one below the other. */
static PgBlock *
beside_or_below (const PgVoice *voice, PgBlock *first, PgBlock *second)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &first->place);
  PgBlock *line = on_one_line (voice, first, second);
  choice->by = PG_CHOICE_LINES;
  pg_block_take_place (choice, first);
  choice->role = choice->role == PG_ROLE_AUTO ? PG_ROLE_P : choice->role;
  PgBlock *both = below (voice, first, second, first->style->second);
  line->before = line->after = both->before = both->after = 0;
  line->role = both->role = PG_ROLE_NONE;
  first->role = second->role = PG_ROLE_SPAN;
  both->keep_together = TRUE;
  pg_block_add (choice, line);
  pg_block_add (choice, both);
  return choice;
}

static PgBlock *
stack_paragraphs (const PgVoice *voice, PgBlock *first, PgBlock *second)
{
  if (voice->request->bilingual == PG_BILINGUAL_HEADINGS && !first->style->beside)
    return first;
  if (says_the_same (first, second))
    return first;
  return first->style->beside ? beside_or_below (voice, first, second)
                              : below (voice, first, second, first->style->second);
}

static PgBlock *
side_by_side (const Joint *joint, PgBlock *first, PgBlock *second)
{
  PgBlock *around = first != NULL ? first : second;
  PgBlock *row = pg_block_new (joint->voice->arena, PG_BLOCK_ROW, &around->place);
  row->before = around->before;
  row->after = around->after;
  row->keep_together = around->keep_together;
  row->keep_with_next = around->keep_with_next;
  row->keep_with_previous = around->keep_with_previous;
  row->keeps_company = around->keeps_company;
  row->is_said_again = around->is_said_again;
  row->is_pair = TRUE;
  if (second != NULL)
    second->mirrored = joint->voice->first->is_mixed;
  pg_row_add (row, 0, joint->first, first);
  pg_row_add (row, joint->x, joint->second, second);
  return row;
}

static gboolean
are_stacks_alike (const PgBlock *a, const PgBlock *b)
{
  return a->kind == PG_BLOCK_STACK && b->kind == PG_BLOCK_STACK && !a->whole && a->children->len == b->children->len;
}

/* One below the other, the rows of one table are in both languages, and so is a choice. */
static gboolean
are_stackable (const Joint *joint, const PgBlock *a, const PgBlock *b)
{
  if (joint->parallel || a->kind != b->kind || a->whole || (a->kind != PG_BLOCK_TABLE && a->kind != PG_BLOCK_CHOICE))
    return FALSE;
  return a->children->len == b->children->len;
}

/* Side by side, only a row that does no more than hold one thing is looked into. */
static gboolean
are_rows_alike (const Joint *joint, const PgBlock *a, const PgBlock *b)
{
  if (a->kind != PG_BLOCK_ROW || b->kind != PG_BLOCK_ROW || a->whole || a->cells->len != b->cells->len)
    return FALSE;
  return !joint->parallel || (a->cells->len == 1 && g_array_index (a->cells, PgCell, 0).x <= 0);
}

/* Of stacks, tables and choices; a table's head and caption, too. */
static PgBlock *
join_stacks (const Joint *joint, PgBlock *first, PgBlock *second)
{
  PgBlock *stack = pg_block_copy (joint->voice->arena, first);
  stack->children = pg_arena_array (joint->voice->arena);
  for (guint i = 0; i < first->children->len; i++)
    pg_block_add (stack, join (joint, g_ptr_array_index (first->children, i), g_ptr_array_index (second->children, i)));
  stack->caption = join (joint, first->caption, second->caption);
  stack->head = join (joint, first->head, second->head);
  stack->head_continued = first->head_continued == first->head
                              ? stack->head
                              : join (joint, first->head_continued, second->head_continued);
  return stack;
}

static PgBlock *
join_rows (const Joint *joint, PgBlock *first, PgBlock *second)
{
  PgBlock *row = pg_block_copy (joint->voice->arena, first);
  row->cells = pg_block_new (joint->voice->arena, PG_BLOCK_ROW, NULL)->cells;
  for (guint i = 0; i < first->cells->len; i++)
    {
      PgCell cell = g_array_index (first->cells, PgCell, i), other = g_array_index (second->cells, PgCell, i);
      cell.block = join (joint, cell.block, other.block);
      cell.continued = join (joint, cell.continued, other.continued);
      if (cell.block == NULL)
        cell.fit = PG_CELL_WIDTH;
      if (joint->parallel)
        cell.width = joint->x + joint->second;
      g_array_append_val (row->cells, cell);
    }
  return row;
}

static gboolean
is_empty (const PgBlock *block)
{
  return (block->kind == PG_BLOCK_STACK && block->children->len == 0)
         || (block->kind == PG_BLOCK_ROW && block->cells->len == 0);
}

static gboolean is_untranslated (const PgBlock *first, const PgBlock *second);

static gboolean
is_paragraph_untranslated (const PgBlock *first, const PgBlock *second)
{
  gboolean same = says_the_same (first, second) && first->n_runs > 0;
  for (guint i = 0; same && i < first->n_runs; i++)
    same = strcmp (first->runs[i].language, second->runs[i].language) == 0;
  return same;
}

/* Whether all that two blocks hold is; nothing is, too. */
static gboolean
are_untranslated (const PgBlock *first, const PgBlock *second)
{
  return first == NULL || second == NULL ? first == second : is_untranslated (first, second);
}

static gboolean
are_children_untranslated (const PgBlock *first, const PgBlock *second)
{
  gboolean same = first->children->len == second->children->len && first->children->len > 0
                  && are_untranslated (first->head, second->head) && are_untranslated (first->caption, second->caption);
  for (guint i = 0; same && i < first->children->len; i++)
    same = is_untranslated (g_ptr_array_index (first->children, i), g_ptr_array_index (second->children, i));
  return same;
}

static gboolean
is_row_untranslated (const PgBlock *first, const PgBlock *second)
{
  gboolean same = first->cells->len > 0 && first->cells->len == second->cells->len;
  for (guint i = 0; same && i < first->cells->len; i++)
    {
      const PgCell *cell = &g_array_index (first->cells, PgCell, i);
      if (cell->role != PG_ROLE_LBL)
        same = are_untranslated (cell->block, g_array_index (second->cells, PgCell, i).block);
    }
  return same;
}

/* Whether the second is what the first says, in its language, too: a text that is not translated. The sign of a list's item
   says nothing. */
static gboolean
is_untranslated (const PgBlock *first, const PgBlock *second)
{
  if (first->kind != second->kind)
    return FALSE;
  switch (first->kind)
    {
    case PG_BLOCK_PARAGRAPH:
      return is_paragraph_untranslated (first, second);
    case PG_BLOCK_ROW:
      return is_row_untranslated (first, second);
    case PG_BLOCK_STACK:
    case PG_BLOCK_TABLE:
    case PG_BLOCK_CHOICE:
      return are_children_untranslated (first, second);
    case PG_BLOCK_IMAGE: /* the same picture */
    case PG_BLOCK_CODE:
    case PG_BLOCK_DRAWING:
      return TRUE;
    case PG_BLOCK_COLUMNS:
    case PG_BLOCK_FILL:
    case PG_BLOCK_PLACED:
    case PG_BLOCK_BOX:
      break;
    }
  return FALSE;
}

/* What is said once stands over both columns. */
static PgBlock *
over_both (const Joint *joint, PgBlock *block)
{
  PgBlock *row = side_by_side (joint, block, NULL);
  GArray *cells = row->cells;
  g_array_set_size (cells, 1);
  g_array_index (cells, PgCell, 0).width = joint->x + joint->second;
  row->is_pair = FALSE;
  return row;
}

static PgBlock *
join (const Joint *joint, PgBlock *first, PgBlock *second)
{
  if (first != NULL && second != NULL && (are_stacks_alike (first, second) || are_stackable (joint, first, second)))
    return join_stacks (joint, first, second);
  if (first != NULL && second != NULL && are_rows_alike (joint, first, second))
    return join_rows (joint, first, second);
  if (joint->parallel && second != NULL && is_empty (second))
    second = NULL;
  if (joint->parallel && first != NULL && second != NULL && is_untranslated (first, second))
    return over_both (joint, first);
  if (joint->parallel)
    return first != NULL || second != NULL ? side_by_side (joint, first, second) : NULL;
  if (first == NULL || second == NULL || is_empty (second))
    return first != NULL ? first : second;
  if (first->kind == PG_BLOCK_PARAGRAPH && second->kind == PG_BLOCK_PARAGRAPH)
    return stack_paragraphs (joint->voice, first, second);
  if (first->whole && joint->voice->request->bilingual == PG_BILINGUAL_STACKED && !is_untranslated (first, second))
    return below (joint->voice, first, second, 0);
  return first;
}

gboolean
pg_is_parallel (const PgVoice *voice)
{
  return voice->second != NULL && voice->request->bilingual == PG_BILINGUAL_PARALLEL;
}

PgBlock *
pg_headings_below (const PgVoice *voice, PgBlock *first, PgBlock *second)
{
  gboolean are_two = first != NULL && second != NULL && !says_the_same (first, second);
  return are_two ? below (voice, first, second, first->style->second) : first;
}

PgBlock *
pg_stack_languages (const PgVoice *voice, PgBlock *first, PgBlock *second)
{
  Joint joint = { .voice = voice };
  return second != NULL ? join (&joint, first, second) : first;
}

PgBlock *
pg_pair_languages (const PgVoice *voice, double width, PgBlock *first, PgBlock *second)
{
  if (!pg_is_parallel (voice))
    return pg_stack_languages (voice, first, second);
  Joint joint = { .voice = voice, .parallel = TRUE };
  pg_voice_columns (voice, width, &joint.first, &joint.second);
  joint.x = width - joint.second;
  return join (&joint, first, second);
}

PgBlock *
pg_spread_languages (const PgVoice *voice, double gap, PgBlock *first, PgBlock *second, PgBlock *stacked)
{
  if (second == NULL || says_the_same (first, second))
    return stacked;
  double half = voice->paper->measure / 2;
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &first->place);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &first->place);
  first->max_lines = second->max_lines = 1;
  first->role = second->role = PG_ROLE_SPAN;
  stacked->role = PG_ROLE_NONE;
  for (guint i = 0; stacked->kind == PG_BLOCK_STACK && i < stacked->children->len; i++)
    ((PgBlock *) g_ptr_array_index (stacked->children, i))->role = PG_ROLE_SPAN;
  choice->by = PG_CHOICE_LINES;
  pg_row_add (row, 0, half - gap, first);
  pg_row_add (row, half, half, second)->fit = PG_CELL_AT_END;
  pg_block_add (choice, row);
  pg_block_add (choice, stacked);
  return choice;
}
