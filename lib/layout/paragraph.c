/* Enters: a paragraph and the space left. Leaves: its lines on a fixed leading, two at least on either side. */
#include "layout/flow.h"

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
  if (lines->lines[index].n_runs == 0) /* of a field that says nothing */
    return;
  if (has_box (block))
    set_boxes (flow, lines, &lines->lines[index], area, y);
  PgArtifact artifact
      = block->artifact && flow->tags.artifact == PG_ARTIFACT_NONE ? PG_ARTIFACT_LAYOUT : flow->tags.artifact;
  PgItem item = { .kind = PG_ITEM_TEXT,
                  .artifact = artifact,
                  .element = artifact == PG_ARTIFACT_NONE ? flow->tags.element : NULL,
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
  gboolean is_tall = flow->relax >= PG_RELAX_TALL && lines->n_lines * lines->leading > flow->tall;
  if (block->keep_together && !is_tall && flow->relax < PG_RELAX_TOGETHER)
    return 0;
  if (flow->relax >= PG_RELAX_LINES)
    return fit;
  /* Two lines here and two on the next page; the first fragment's rule holds for those that follow, too. */
  if (left - fit < 2)
    fit = left < 2 ? 0 : left - 2;
  return fit < 2 ? 0 : fit;
}

/* What may be smaller is not to be parted by hyphens that are not its own. */
static gboolean
is_hyphenated (const PgStyle *style, const PgLines *lines)
{
  for (guint i = 0; style->fit_most > 0 && !style->hyphenate && i < lines->n_lines; i++)
    if (lines->lines[i].hyphenated)
      return TRUE;
  return FALSE;
}

/* What is tried tells nothing: it fits, or it does not. */
static void
tell (PgFlow *flow, const PgBlock *block, const PgKept *kept)
{
  const PgStyle *style = block->style;
  gboolean is_too_long = style->fit_lines > 0 && kept->lines->n_lines > style->fit_lines;
  gboolean has_hyphens = is_hyphenated (style, kept->lines) || (style->balance && kept->lines->is_divided);
  gboolean is_title = style->balance || style->fit_most > 0;
  gboolean is_torn = has_hyphens || kept->is_smaller || (kept->lines->is_torn && is_title);
  if (flow->trial.depth > 0)
    {
      flow->trial.failed = flow->trial.failed || kept->is_cut || is_too_long || is_torn;
      return;
    }
  pg_report_join (flow->report, kept->findings);
  if (has_hyphens)
    pg_report_add (
        flow->report, PROGRAMME_SEVERITY_WARNING, &block->place, "overfull-line",
        "a word of this is wider than its place even in its smallest size, and was broken: use larger paper, or "
        "write it in parts");
  if (kept->is_cut)
    pg_report_add (
        flow->report, PROGRAMME_SEVERITY_NOTE, &block->place, "shortened",
        "this is too long for the %u line%s it has where it repeats, and is cut off there; give a short form",
        block->max_lines, block->max_lines == 1 ? "" : "s");
}

PgFit
pg_flow_paragraph (PgFlow *flow, const PgBlock *block, PgArea area, const PgResume *from, const PgResume **rest,
                   double *height)
{
  if (pg_watch_is_cancelled (flow->watch))
    return PG_FIT_NONE;
  const PgKept *kept = pg_flow_lines (flow, block, area.width);
  const PgLines *lines = kept->lines;
  tell (flow, block, kept);
  guint first = from != NULL ? from->index : 0;
  guint n = lines_that_fit (flow, block, lines, first, area.space);
  const PgRunElements *elements = n > 0 && flow->tags.artifact == PG_ARTIFACT_NONE && !block->artifact
                                      ? pg_flow_run_elements (flow, block, kept->runs)
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
