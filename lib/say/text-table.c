/* Enters: a table in a text. Leaves: it as a block whose columns are as wide as what they hold: a head that repeats on each page,
   hairlines, and rows that head those below them. */
#include "say/text-table.h"

#include "base/limits.h"
#include "say/body.h"
#include "say/notes.h"
#include "say/say.h"

#include <string.h>

#define BRIEF 200 /* bytes of a cell whose row is not broken */

/* One that is being made. */
typedef struct
{
  const PgVoice *voice;
  const PgTable *table;
  const PgStyle *cell, *head, *strong; /* of its cells; of its head; of the heads of rows */
  PgBlock *notes;                      /* that stand below it */
  GPtrArray *keys;                     /* of all its notes, in order */
} Making;

static const PgStyle *
at_side (const PgVoice *voice, const PgStyle *style, PgSide side)
{
  static const PgAlign aligns[]
      = { [PG_SIDE_START] = PG_ALIGN_START, [PG_SIDE_CENTRE] = PG_ALIGN_CENTRE, [PG_SIDE_END] = PG_ALIGN_END };
  if (style->align == aligns[side])
    return style;
  PgStyle *copy = pg_style_like (voice, style);
  copy->align = aligns[side];
  return copy;
}

/* Alone in its row: it heads those below it. */
static gboolean
is_part (const Making *making, const PgTableRow *row)
{
  const PgTableCell *first = row->cells->len > 0 ? g_ptr_array_index (row->cells, 0) : NULL;
  return first != NULL && making->table->n_columns > 1 && first->columns == making->table->n_columns
         && first->rows == 1;
}

PgCell *
pg_text_table_cell (PgBlock *row, guint column, PgBlock *block)
{
  PgCell *cell = pg_row_add (row, 0, 0, block);
  cell->column = column;
  cell->columns = cell->rows = 1;
  return cell;
}

static void
add_cell (const Making *making, PgBlock *row, const PgTableCell *cell, const PgStyle *style, gboolean is_head)
{
  style = at_side (making->voice, style, cell->side);
  PgBlock *block = cell->text != NULL ? pg_say_in (making->voice, style, cell->text) : NULL;
  PgCell *added = pg_text_table_cell (row, cell->column, block);
  if (block != NULL)
    pg_notes_take (making->voice, block, making->notes, making->keys);
  added->columns = cell->columns;
  added->rows = cell->rows;
  added->role = is_head ? PG_ROLE_TH : PG_ROLE_AUTO;
}

/* Keeps the places of cells that reach into a row from those above. */
static void
add_spanned (PgBlock *row, const PgTableRow *above, guint first_row, guint rows_below)
{
  for (guint i = 0; i < above->cells->len; i++)
    {
      const PgTableCell *cell = g_ptr_array_index (above->cells, i);
      if (cell->rows <= rows_below)
        continue;
      PgCell place = { .column = cell->column,
                       .columns = cell->columns,
                       .rows = cell->rows - rows_below,
                       .is_spanned = TRUE,
                       .first_row = first_row };
      guint at = 0;
      while (at < row->cells->len && g_array_index (row->cells, PgCell, at).column < place.column)
        at++;
      g_array_insert_val (row->cells, at, place);
    }
}

static gboolean
is_long (const PgTableRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const PgText *text = ((const PgTableCell *) g_ptr_array_index (row->cells, i))->text;
      for (guint k = 0; text != NULL && k < text->versions->len; k++)
        if (strlen (((const PgVersion *) g_ptr_array_index (text->versions, k))->string) > BRIEF)
          return TRUE;
    }
  return FALSE;
}

/* How many rows cells that begin in a row or above it still reach into below it, for each row. */
static guint *
reaches (const PgTable *table)
{
  guint *below = g_new0 (guint, table->rows->len), left = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const PgTableRow *row = g_ptr_array_index (table->rows, i);
      for (guint k = 0; k < row->cells->len; k++)
        left = MAX (left, ((const PgTableCell *) g_ptr_array_index (row->cells, k))->rows);
      left -= left > 0 ? 1 : 0;
      below[i] = left;
    }
  return below;
}

/* is_part: it heads those below it. */
static PgBlock *
row_new (const PgVoice *voice, const PgPlace *place, gboolean is_part)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, place);
  row->rule_above = pg_theme_rule (voice->theme, is_part ? "text-table-part" : "text-table-row");
  row->pad_above = pg_space (voice, is_part ? "text-table-part-above" : "text-table-above");
  row->pad_below = pg_space (voice, "text-table-below");
  row->keep_together = TRUE;
  row->keep_with_next = is_part;
  return row;
}

PgBlock *
pg_text_table_row (const PgVoice *voice, const PgPlace *place)
{
  return row_new (voice, place, FALSE);
}

/* A row in which nothing is said would be none in the tags, and cells that reach into it would reach too far: its first cell
   holds a blank. */
static void
keep_silent_row (const Making *making, const PgTableRow *row, PgBlock *block)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (((const PgTableCell *) g_ptr_array_index (row->cells, i))->text != NULL)
      return;
  if (block->cells->len == 0)
    return;
  PgBlock *blank = pg_paragraph_in (making->voice, making->cell, &row->place);
  pg_add_string (making->voice, blank, NULL, "\u00a0");
  g_array_index (block->cells, PgCell, 0).block = blank;
}

static PgBlock *
row_block (const Making *making, const PgTableRow *row)
{
  gboolean part = is_part (making, row);
  PgBlock *block = row_new (making->voice, &row->place, part);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const PgTableCell *cell = g_ptr_array_index (row->cells, i);
      gboolean is_head = part || cell->is_head;
      add_cell (making, block, cell, is_head ? making->strong : making->cell, is_head);
    }
  keep_silent_row (making, row, block);
  block->keep_together = !is_long (row);
  return block;
}

static void
add_rows (const Making *making, PgBlock *block)
{
  const GPtrArray *rows = making->table->rows;
  g_autofree guint *below = reaches (making->table);
  for (guint i = 0, first = 0; i < rows->len; i++) /* first: of those that are tied to each other */
    {
      PgBlock *row = row_block (making, g_ptr_array_index (rows, i));
      for (guint above = MAX (first, i - MIN (i, PG_MAX_ROW_SPAN)); above < i; above++)
        add_spanned (row, g_ptr_array_index (rows, above), above, i - above);
      if (below[i] > 0 || first < i)
        row->keep_together = TRUE;
      row->keeps_company = !row->keep_with_next;
      row->keep_with_next = row->keep_with_next || below[i] > 0;
      first = below[i] > 0 ? first : i + 1;
      pg_block_add (block, row);
    }
}

PgBlock *
pg_text_table_head (const PgVoice *voice, const PgPlace *place)
{
  PgBlock *head = pg_block_new (voice->arena, PG_BLOCK_ROW, place);
  head->rule_above = pg_theme_rule (voice->theme, "text-table");
  head->pad_above = head->pad_below = pg_space (voice, "text-table-head-pad");
  return head;
}

static PgBlock *
head_block (const Making *making)
{
  const PgTableRow *row = making->table->head;
  PgBlock *block = pg_text_table_head (making->voice, &row->place);
  for (guint i = 0; i < row->cells->len; i++)
    add_cell (making, block, g_ptr_array_index (row->cells, i), making->head, TRUE);
  return block;
}

static void
add_keys (GPtrArray *keys, const PgText *text)
{
  for (guint i = 0; text != NULL && i < text->versions->len; i++)
    {
      const PgVersion *version = g_ptr_array_index (text->versions, i);
      for (guint k = 0; k < version->n_notes; k++)
        if (!g_ptr_array_find (keys, version->notes[k].key, NULL))
          g_ptr_array_add (keys, (gpointer) version->notes[k].key);
    }
}

static GPtrArray *
keys_of (const PgVoice *voice, const PgTable *table)
{
  GPtrArray *keys = pg_arena_array (voice->arena);
  for (guint i = 0; i <= table->rows->len; i++)
    {
      const PgTableRow *row = i == 0 ? table->head : g_ptr_array_index (table->rows, i - 1);
      for (guint k = 0; row != NULL && k < row->cells->len; k++)
        add_keys (keys, ((const PgTableCell *) g_ptr_array_index (row->cells, k))->text);
    }
  return keys;
}

/* Cells are no larger than the text around the table. */
static Making
making_of (const Body *parts, const PgBodyPart *part)
{
  const PgVoice *voice = parts->voice;
  PgStyle *cell = pg_style_like (voice, pg_style (voice, "text-table"));
  if (cell->size > parts->style->size)
    {
      cell->size = parts->style->size;
      cell->leading = MIN (cell->leading, parts->style->leading);
    }
  PgStyle *strong = pg_style_like (voice, cell);
  strong->bold = !pg_is_light (voice);
  PgBlock *notes = pg_block_new (voice->arena, PG_BLOCK_STACK, &part->place);
  return (Making){
    voice, part->table, cell, pg_style (voice, "text-table-head"), strong, notes, keys_of (voice, part->table)
  };
}

PgBlock *
pg_text_table_new (const PgVoice *voice, const PgPlace *place, guint n_columns)
{
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_TABLE, place);
  block->n_columns = n_columns;
  block->gutter = pg_space (voice, "text-table-gutter");
  block->rule_split = pg_theme_rule (voice->theme, "text-table-split");
  block->rule_end = pg_theme_rule (voice->theme, "text-table-end");
  block->before = block->after = pg_space (voice, "text-table-white");
  return block;
}

static PgBlock *
caption_block (const PgVoice *voice, const PgText *text)
{
  PgBlock *caption = pg_say (voice, "text-caption", text);
  if (caption == NULL)
    return NULL;
  caption->role = PG_ROLE_CAPTION;
  caption->after = caption->before;
  caption->keep_together = TRUE;
  return caption;
}

/* A table that has notes in any language has a place for them in each, so that it is built alike. */
static PgBlock *
with_notes (const Making *making, PgBlock *table)
{
  const PgVoice *voice = making->voice;
  if (making->keys->len == 0)
    return table;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &table->place);
  stack->before = table->before;
  stack->after = table->after;
  table->after = 0;
  making->notes->before = pg_space (voice, "footnote-below");
  making->notes->keep_with_previous = making->notes->whole = TRUE;
  pg_block_add (stack, table);
  pg_block_add (stack, making->notes);
  return stack;
}

PgBlock *
pg_text_table (const Body *parts, const PgBodyPart *part)
{
  const PgVoice *voice = parts->voice;
  Making making = making_of (parts, part);
  PgBlock *block = pg_text_table_new (voice, &part->place, making.table->n_columns);
  PgBlock *head = making.table->head != NULL ? head_block (&making) : NULL;
  pg_table_set_head (block, head, head);
  add_rows (&making, block);
  if (block->head == NULL)
    ((PgBlock *) g_ptr_array_index (block->children, 0))->rule_above = pg_theme_rule (voice->theme, "text-table");
  block->caption = caption_block (voice, part->label);
  return with_notes (&making, block);
}
