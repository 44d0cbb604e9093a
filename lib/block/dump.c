/* Enters: a block. Leaves: text that says what it is and holds, for tests. */
#include "block/block.h"

static void dump_block (GString *out, const PgBlock *block, guint depth, const char *label);

char *
pg_colour_dump (const PgColour *colour)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint) (colour->red * 255 + 0.5), (guint) (colour->green * 255 + 0.5),
                          (guint) (colour->blue * 255 + 0.5));
}

/* Runs */

static void
add_flags (GString *out, const PgRun *run)
{
  static const struct
  {
    guint flag;
    const char *name;
  } flags[] = { { PG_RUN_BOLD, " bold" },
                { PG_RUN_ITALIC, " italic" },
                { PG_RUN_SUPERSCRIPT, " superscript" },
                { PG_RUN_SUBSCRIPT, " subscript" },
                { PG_RUN_NOTE, " note" } };
  static const char *const fields[]
      = { [PG_FIELD_NONE] = "",           [PG_FIELD_PAGE] = " page",       [PG_FIELD_PAGES] = " pages",
          [PG_FIELD_SHEET] = " sheet",    [PG_FIELD_PAGE_OF] = " page-of", [PG_FIELD_PAGE_AMONG] = " page-among",
          [PG_FIELD_BETWEEN] = " between" };
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if ((run->flags & flags[i].flag) != 0)
      g_string_append (out, flags[i].name);
  g_string_append (out, fields[run->field]);
}

static char *
look_of (const PgRun *run)
{
  g_autoptr (GString) out = g_string_new (run->style->name);
  g_string_append_printf (out, " %s", run->language);
  add_flags (out, run);
  if (run->isolate != NULL)
    g_string_append (out, " isolated");
  if (run->href != NULL)
    g_string_append_printf (out, " to %s", run->href);
  if (run->anchor != NULL)
    g_string_append_printf (out, " to #%s", run->anchor);
  return g_strdup (out->str);
}

/* Runs of one look in one pair of quotes, with a bar between them; what breaks a line is shown as a slash. */
static void
add_runs (GString *out, const PgBlock *paragraph)
{
  g_autofree char *before = NULL;
  for (guint i = 0; i < paragraph->n_runs; i++)
    {
      const PgRun *run = &paragraph->runs[i];
      g_autofree char *look = look_of (run);
      g_autoptr (GString) text = g_string_new (run->text);
      g_string_replace (text, "\u2028", " / ", 0);
      if (g_strcmp0 (look, before) == 0)
        g_string_append_c (out, '|');
      else
        g_string_append_printf (out, "%s [%s] \"", i > 0 ? "\"" : "", look);
      g_string_append (out, text->str);
      g_free (before);
      before = g_steal_pointer (&look);
    }
  if (paragraph->n_runs > 0)
    g_string_append_c (out, '"');
}

/* What any block may have */

static void
add_if (GString *out, gboolean is, const char *word)
{
  if (is)
    g_string_append_printf (out, " %s", word);
}

static void
add_rule (GString *out, const char *name, const PgRule *rule)
{
  if (rule == NULL)
    return;
  g_autofree char *colour = pg_colour_dump (&rule->colour);
  g_string_append_printf (out, " %s %g %s", name, rule->thickness, colour);
}

static void
add_colour (GString *out, const char *name, const PgColour *colour)
{
  if (colour == NULL)
    return;
  g_autofree char *text = pg_colour_dump (colour);
  g_string_append_printf (out, " %s %s", name, text);
}

static void
add_white (GString *out, const PgBlock *block)
{
  const PgStyle *style = block->kind == PG_BLOCK_PARAGRAPH ? block->style : NULL;
  if (block->before != (style != NULL ? style->before : 0) || block->after != (style != NULL ? style->after : 0))
    g_string_append_printf (out, " white %g/%g", block->before, block->after);
}

static void
add_common (GString *out, const PgBlock *block)
{
  if (block->role != PG_ROLE_AUTO)
    g_string_append_printf (out, " %s", pg_role_name (block->role) + 1);
  if (block->group != NULL)
    g_string_append_printf (out, " in %s", pg_role_name (block->group->role) + 1);
  add_white (out, block);
  add_if (out, block->keep_together, "together");
  add_if (out, block->keep_with_next, "with-next");
  add_if (out, block->keep_with_previous, "with-previous");
  add_if (out, block->least_space > 0, "own-page");
  add_if (out, block->artifact, "artifact");
  add_if (out, block->whole, "whole");
  add_if (out, block->mirrored, "mirrored");
  add_if (out, block->before_fold, "before-fold");
  add_rule (out, block->rule_once ? "rule-once" : "rule", block->rule_above);
  if (block->pad_above != 0 || block->pad_below != 0)
    g_string_append_printf (out, " pad %g/%g", block->pad_above, block->pad_below);
  add_colour (out, "band", block->band);
  add_if (out, block->marking != NULL, "marked");
  if (block->anchor != NULL)
    g_string_append_printf (out, " #%s", block->anchor);
  if (block->bookmark != NULL)
    g_string_append_printf (out, " bookmark %u \"%s\"", block->bookmark_level, block->bookmark);
}

/* What it is */

static void
add_stack (GString *out, const PgBlock *block)
{
  if (block->kind == PG_BLOCK_COLUMNS)
    g_string_append_printf (out, " of %u, %g apart", block->n_columns, block->gutter);
  if (block->kind == PG_BLOCK_TABLE && block->n_columns > 0)
    g_string_append_printf (out, " of %u columns, %g apart", block->n_columns, block->gutter);
  if (block->kind == PG_BLOCK_TABLE && block->fold > 0)
    g_string_append_printf (out, ", folded before %u", block->fold + 1);
  if (block->kind == PG_BLOCK_CHOICE)
    g_string_append (out, block->by == PG_CHOICE_LINES ? " by lines" : " by space");
  add_rule (out, "rule-split", block->rule_split);
  add_rule (out, "rule-end", block->rule_end);
}

static void
add_box (GString *out, const PgBlock *block)
{
  static const char *const places[] = { "start", "middle", "end" };
  const PgPadding *padding = &block->padding;
  g_string_append_printf (out, " %g x %g, %s, %s", block->box_width, block->box_height, places[block->across],
                          places[block->vertical]);
  if (padding->left != 0 || padding->right != 0 || padding->above != 0 || padding->below != 0)
    g_string_append_printf (out, ", padding %g %g %g %g", padding->left, padding->right, padding->above,
                            padding->below);
  add_colour (out, "filled", block->fill);
  add_if (out, block->natural, "natural");
  if (block->same_size != NULL)
    g_string_append_printf (out, " same-size %s", block->same_size);
}

static void
add_image (GString *out, const PgImage *image)
{
  g_string_append_printf (out, " %s %g x %g", image->path, image->width, image->height);
  if (image->alt != NULL)
    g_string_append_printf (out, " \"%s\"", image->alt);
  add_if (out, image->crop, "crop");
  add_colour (out, "tint", image->tint);
}

static void
add_kind (GString *out, const PgBlock *block)
{
  static const char *const names[]
      = { [PG_BLOCK_PARAGRAPH] = "paragraph", [PG_BLOCK_STACK] = "stack",     [PG_BLOCK_ROW] = "row",
          [PG_BLOCK_TABLE] = "table",         [PG_BLOCK_COLUMNS] = "columns", [PG_BLOCK_IMAGE] = "image",
          [PG_BLOCK_FILL] = "fill",           [PG_BLOCK_PLACED] = "placed",   [PG_BLOCK_BOX] = "box",
          [PG_BLOCK_CHOICE] = "choice",       [PG_BLOCK_CODE] = "code",       [PG_BLOCK_DRAWING] = "drawing" };
  g_string_append (out, names[block->kind]);
  add_common (out, block);
  switch (block->kind)
    {
    case PG_BLOCK_PARAGRAPH:
      add_if (out, block->right_to_left, "right-to-left");
      if (block->max_lines > 0)
        g_string_append_printf (out, " at-most %u", block->max_lines);
      add_runs (out, block);
      break;
    case PG_BLOCK_ROW:
      add_if (out, block->align_tops, "tops");
      add_if (out, block->is_pair, "pair");
      if (block->gap > 0)
        g_string_append_printf (out, " gap %g", block->gap);
      break;
    case PG_BLOCK_IMAGE:
      add_image (out, block->image);
      add_if (out, block->shrinks, "shrinks");
      break;
    case PG_BLOCK_FILL:
      g_string_append_printf (out, " %g x %g", block->width, block->height);
      add_colour (out, "of", &block->colour);
      break;
    case PG_BLOCK_DRAWING:
      g_string_append_printf (out, " %s %u on %g", block->drawing->name, block->eighths, block->side);
      break;
    case PG_BLOCK_CODE:
      g_string_append_printf (out, " %u modules on %g \"%s\"", block->code->n, block->side, block->code->payload);
      break;
    case PG_BLOCK_PLACED:
      if (block->extent != 0)
        g_string_append_printf (out, " high %g", block->extent);
      break;
    case PG_BLOCK_BOX:
      add_box (out, block);
      break;
    case PG_BLOCK_STACK:
    case PG_BLOCK_TABLE:
    case PG_BLOCK_COLUMNS:
    case PG_BLOCK_CHOICE:
      add_stack (out, block);
      break;
    }
}

/* What it holds */

static void
dump_cell (GString *out, const PgCell *cell, guint depth)
{
  g_autoptr (GString) label = g_string_new (NULL);
  if (cell->columns > 0)
    g_string_append_printf (label, "cell in column %u+%u, row+%u", cell->column + 1, cell->columns - 1, cell->rows - 1);
  else
    g_string_append_printf (label, "cell %g+%g", cell->x, cell->width);
  add_if (label, cell->fit == PG_CELL_NATURAL, "natural");
  add_if (label, cell->fit == PG_CELL_AT_END, "at-end");
  add_if (label, cell->is_pair, "pair");
  if (cell->role != PG_ROLE_AUTO)
    g_string_append_printf (label, " %s", pg_role_name (cell->role) + 1);
  if (cell->block != NULL)
    dump_block (out, cell->block, depth, label->str);
  else
    g_string_append_printf (out, "%*s%s: empty\n", 2 * (int) depth, "", label->str);
  if (cell->continued != NULL)
    dump_block (out, cell->continued, depth, "and on the next page");
}

static void
dump_placement (GString *out, const PgPlacement *placement, guint depth)
{
  g_autoptr (GString) label = g_string_new (NULL);
  g_string_append_printf (label, "at %g %g+%g", placement->x, placement->y, placement->width);
  add_if (label, placement->follows, "follows");
  add_if (label, placement->hangs, "hangs");
  if (placement->white != 0)
    g_string_append_printf (label, " white %g", placement->white);
  dump_block (out, placement->block, depth, label->str);
}

static void
dump_children (GString *out, const PgBlock *block, guint depth)
{
  if (block->caption != NULL)
    dump_block (out, block->caption, depth, "caption");
  if (block->head != NULL)
    dump_block (out, block->head, depth, "head");
  if (block->head_continued != NULL)
    dump_block (out, block->head_continued, depth, "head on later pages");
  for (guint i = 0; block->kind != PG_BLOCK_CHOICE && i < block->children->len; i++)
    dump_block (out, g_ptr_array_index (block->children, i), depth, NULL);
  for (guint i = 0; block->kind == PG_BLOCK_CHOICE && i < pg_choice_length (block); i++)
    dump_block (out, pg_choice_child (block, i), depth, i > 0 ? "or" : NULL);
}

static void
dump_within (GString *out, const PgBlock *block, guint depth)
{
  if (pg_block_is_stack (block))
    dump_children (out, block, depth);
  for (guint i = 0; block->kind == PG_BLOCK_ROW && i < block->cells->len; i++)
    dump_cell (out, &g_array_index (block->cells, PgCell, i), depth);
  for (guint i = 0; block->kind == PG_BLOCK_PLACED && i < block->placements->len; i++)
    dump_placement (out, &g_array_index (block->placements, PgPlacement, i), depth);
  if (block->kind == PG_BLOCK_BOX && block->child != NULL)
    dump_block (out, block->child, depth, NULL);
}

/* label: what the block is to the one around it, or NULL. */
static void
dump_block (GString *out, const PgBlock *block, guint depth, const char *label)
{
  g_string_append_printf (out, "%*s%s%s", 2 * (int) depth, "", label != NULL ? label : "", label != NULL ? ": " : "");
  add_kind (out, block);
  g_string_append_c (out, '\n');
  dump_within (out, block, depth + 1);
}

char *
pg_block_dump (const PgBlock *block)
{
  GString *out = g_string_new (NULL);
  dump_block (out, block, 0, NULL);
  return g_string_free (out, FALSE);
}
