/* Enters: a paragraph and the space left. Leaves: its lines on a fixed leading, two at least on either side. */
#include "layout/flow.h"

#include <string.h>

static gboolean
has_field (const PgBlock *block)
{
  for (guint i = 0; i < block->n_runs; i++)
    if (block->runs[i].field != PG_FIELD_NONE)
      return TRUE;
  return FALSE;
}

static guint
field_value (PgFlow *flow, const PgRun *run)
{
  switch (run->field)
    {
    case PG_FIELD_PAGE:
      return flow->page + 1;
    case PG_FIELD_PAGES:
      return flow->n_pages;
    case PG_FIELD_PAGE_OF:
      {
        flow->has_page_fields = TRUE;
        gpointer page = g_hash_table_lookup (flow->pages_of, run->anchor);
        if (page == NULL && flow->pages_of_outside != NULL)
          page = g_hash_table_lookup (flow->pages_of_outside, run->anchor);
        return GPOINTER_TO_UINT (page);
      }
    case PG_FIELD_NONE:
      break;
    }
  return 0;
}

static char *
figures (PgArena *arena, guint value, gunichar zero)
{
  g_autofree char *latin = g_strdup_printf ("%u", value);
  g_autoptr (GString) text = g_string_new (NULL);
  for (const char *at = latin; *at != '\0'; at++)
    g_string_append_unichar (text, (zero != 0 ? zero : '0') + (gunichar) (*at - '0'));
  return pg_arena_strdup (arena, text->str);
}

/* The runs with page numbers filled in; a number that is not known yet keeps the text that measures it. */
static PgRun *
fill_fields (PgFlow *flow, const PgBlock *block)
{
  PgArena *arena = flow->manuscript->arena;
  PgRun *runs = pg_arena_new_array (arena, PgRun, block->n_runs);
  for (guint i = 0; i < block->n_runs; i++)
    {
      runs[i] = block->runs[i];
      guint value = field_value (flow, &runs[i]);
      if (value > 0)
        runs[i].text = figures (arena, value, runs[i].zero);
    }
  return runs;
}

/* runs_out gets the runs that the lines are made of. */
static const PgLines *
break_lines (PgFlow *flow, const PgBlock *block, double width, const PgRun **runs_out)
{
  PgLines *lines = g_hash_table_lookup (flow->lines, block);
  *runs_out = block->runs;
  if (lines != NULL)
    return lines;
  gboolean changes = has_field (block);
  const PgRun *runs = *runs_out = changes ? fill_fields (flow, block) : block->runs;
  lines = pg_lines_new (flow->fonts, block->style, runs, block->n_runs, width, block->right_to_left, &block->place,
                        flow->report);
  if (block->max_lines > 0 && lines->n_lines > block->max_lines)
    {
      pg_lines_free (lines);
      lines = pg_lines_shortened (flow->manuscript->arena, flow->fonts, block->style, runs, block->n_runs, width,
                                  block->right_to_left, &block->place, block->max_lines);
      pg_report_add (
          flow->report, PROGRAMME_SEVERITY_NOTE, &block->place, "shortened",
          "this is too long for the %u lines it has where it repeats, and is cut off there; give a short form",
          block->max_lines);
    }
  g_ptr_array_add (flow->pages->lines, lines);
  if (!changes)
    g_hash_table_insert (flow->lines, (gpointer) block, lines);
  return lines;
}

static void
set_box (PgFlow *flow, const PgRunBox *box, const PgArea *area, double y)
{
  const PgStyle *style = box->run->style;
  double left = area->x + (flow->is_mirrored ? area->width - box->x - box->width : box->x);
  double top = y + box->y, line = style->box_line;
  if (style->box_filled)
    pg_flow_fill (flow, left, top, box->width, box->height, &style->box_fill);
  if (line <= 0)
    return;
  pg_flow_fill (flow, left, top, box->width, line, &style->colour);
  pg_flow_fill (flow, left, top + box->height - line, box->width, line, &style->colour);
  pg_flow_fill (flow, left, top + line, line, box->height - 2 * line, &style->colour);
  pg_flow_fill (flow, left + box->width - line, top + line, line, box->height - 2 * line, &style->colour);
}

static void
set_boxes (PgFlow *flow, const PgLines *lines, const PgLine *line, const PgArea *area, double y)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (PgRunBox));
  pg_line_boxes (lines, line, boxes);
  for (guint i = 0; i < boxes->len; i++)
    set_box (flow, &g_array_index (boxes, PgRunBox, i), area, y);
}

static gboolean
has_box (const PgBlock *block)
{
  for (guint i = 0; i < block->n_runs; i++)
    if (block->runs[i].style->box_filled || block->runs[i].style->box_line > 0)
      return TRUE;
  return FALSE;
}

static void
set_line (PgFlow *flow, const PgBlock *block, const PgLines *lines, guint index, const PgArea *area, double y,
          const PgRunElements *runs)
{
  if (has_box (block))
    set_boxes (flow, lines, &lines->lines[index], area, y);
  PgArtifact artifact = block->artifact && flow->artifact == PG_ARTIFACT_NONE ? PG_ARTIFACT_LAYOUT : flow->artifact;
  PgItem item = { .kind = PG_ITEM_TEXT,
                  .artifact = artifact,
                  .element = artifact == PG_ARTIFACT_NONE ? flow->element : NULL,
                  .x = area->x,
                  .y = y,
                  .width = area->width,
                  .height = lines->leading,
                  .text = { lines, index, runs } };
  g_array_append_val (flow->items, item);
}

/* How many of the lines that are left may stand on this page. */
static guint
lines_that_fit (const PgFlow *flow, const PgBlock *block, const PgLines *lines, guint first, double space)
{
  guint left = lines->n_lines - first;
  double whole = space / lines->leading + 1e-6;
  guint fit = whole < 0 ? 0 : whole >= left ? left : (guint) whole;
  if (flow->may_overflow && fit == 0)
    return 1;
  if (fit == left)
    return left;
  if (block->keep_together && flow->relax < PG_RELAX_TOGETHER)
    return 0;
  if (flow->relax >= PG_RELAX_LINES)
    return fit;
  /* Two lines here and two on the next page; the first fragment's rule holds for those that follow, too. */
  if (left - fit < 2)
    fit = left < 2 ? 0 : left - 2;
  return fit < 2 ? 0 : fit;
}

PgFit
pg_flow_paragraph (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                   double *height)
{
  const PgRun *runs;
  const PgLines *lines = break_lines (flow, block, area.width, &runs);
  if (block->otherwise != NULL && lines->n_lines > 1)
    return pg_flow_block (flow, block->otherwise, area, from, rest, height);
  guint first = from != NULL ? from->index : 0;
  guint n = lines_that_fit (flow, block, lines, first, area.space);
  const PgRunElements *elements = n > 0 && flow->artifact == PG_ARTIFACT_NONE && !block->artifact
                                      ? pg_flow_run_elements (flow, block, runs)
                                      : NULL;
  for (guint i = 0; i < n; i++)
    set_line (flow, block, lines, first + i, &area, area.y + i * lines->leading + lines->baseline, elements);
  *height = n * lines->leading;
  if (n > 0)
    flow->may_overflow = FALSE;
  if (n == 0)
    return PG_FIT_NONE;
  if (first + n == lines->n_lines)
    return PG_FIT_ALL;
  *rest = pg_resume_new (flow, first + n, NULL);
  return PG_FIT_PART;
}
