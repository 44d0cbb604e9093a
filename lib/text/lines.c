/* Enters: styled runs, a style, a column. Leaves: the paragraph's lines; findings where the text does not fit. */
#include "text/cut.h"

#include <math.h>

#define SHOWN_WORD 24 /* characters of a word that a finding shows */

static PgMeasures
measures_of (const PgStyle *style, double column)
{
  double measure = style->measure > 0 ? MIN (style->measure, column) : column;
  PgMeasures measures = { column, measure, MAX (0, measure - style->indent), MAX (0, measure - style->hang) };
  return measures;
}

static void
report_overfull (const PgGalley *galley, const char *text, guint start, guint end, double measure, const PgPlace *place,
                 ProgrammeReport *report)
{
  guint shown = MIN (end, start + SHOWN_WORD);
  int bytes = (int) (galley->offsets[shown] - galley->offsets[start]);
  gboolean has_letters = FALSE; /* soft hyphens stand between these alone */
  for (guint i = start; i + 1 < end; i++)
    has_letters = has_letters || (pg_is_letter (galley->chars[i]) && pg_is_letter (galley->chars[i + 1]));
  pg_report_add (report, PROGRAMME_SEVERITY_WARNING, place, "overfull-line",
                 "“%.*s%s” is wider than its line of %.0f pt and was broken; %s", bytes, text + galley->offsets[start],
                 shown < end ? "…" : "", measure,
                 has_letters ? "allow breaks with soft hyphens (U+00AD)" : "use larger paper, or write it in parts");
}

/* Words of letters that had to be torn, or that stand out. Scripts that are written without spaces bear it. */
static void
check_fit (const PgGalley *galley, const GArray *breaks, const GArray *ends, PgLines *lines, const PgPlace *place,
           ProgrammeReport *report)
{
  guint hint = 0, reported = 0;
  for (guint i = 0; i < ends->len; i++)
    {
      const PgBreak *end = &g_array_index (breaks, PgBreak, g_array_index (ends, guint, i));
      const PgLine *line = &lines->lines[i];
      gboolean torn = end->kind == PG_BREAK_CLUSTER || line->width > line->measure + 0.01;
      lines->is_torn = lines->is_torn || torn;
      gboolean divided = end->kind == PG_BREAK_HYPHEN && galley->chars[end->end - 1] != PG_SOFT_HYPHEN;
      lines->is_divided = lines->is_divided || (divided && !galley->style->hyphenate);
      if (!torn || end->end <= reported
          || pg_galley_span_at (galley, end->end - 1, &hint)->script != G_UNICODE_SCRIPT_LATIN)
        continue;
      guint word = end->end - 1;
      while (word > 0 && !pg_is_white (galley->chars[word - 1]))
        word--;
      for (reported = end->end; reported < galley->n_chars && !pg_is_white (galley->chars[reported]);)
        reported++;
      report_overfull (galley, lines->text, word, reported, line->measure, place, report);
    }
}

/* One line, when it fits, needs neither break points nor a choice. */
static gboolean
fits_one_line (const PgGalley *galley, const PgMeasures *measures)
{
  guint hint = 0;
  int after = galley->n_chars > 0 ? pg_galley_tracking_before (galley, galley->n_chars, &hint) : 0; /* is not shown */
  double width = galley->x[galley->n_chars] - MIN (after, 0) / (double) PANGO_SCALE;
  return (galley->classes & PG_TEXT_FORCED) == 0 && width <= measures->first;
}

static void
only_line (const PgGalley *galley, GArray **breaks, GArray **ends)
{
  *breaks = pg_breaks_none (galley);
  *ends = g_array_sized_new (FALSE, FALSE, sizeof (guint), 1);
  guint end = 1;
  g_array_append_val (*ends, end);
}

PgLines *
pg_lines_new (PgFonts *fonts, const PgStyle *style, const PgRun *runs, guint n_runs, double width,
              gboolean right_to_left, const PgPlace *place, ProgrammeReport *report)
{
  PgGalley galley;
  PgMeasures measures = measures_of (style, width);
  PgGive give = { 0 };
  GArray *breaks, *ends;
  pg_galley_init (&galley, fonts, style, runs, n_runs, right_to_left);
  pg_galley_check (&galley, place, report);
  if (fits_one_line (&galley, &measures))
    only_line (&galley, &breaks, &ends);
  else
    {
      pg_give_init (&give, &galley, measures.measure);
      breaks = pg_breaks_find (&galley, MIN (measures.first, measures.other));
      ends = pg_fit (&galley, breaks, measures.first, measures.other, &give);
    }
  PgLines *lines = pg_lines_cut (&galley, breaks, ends, &measures, &give);
  check_fit (&galley, breaks, ends, lines, place, report);
  g_array_unref (breaks);
  g_array_unref (ends);
  pg_give_clear (&give);
  pg_galley_clear (&galley);
  return lines;
}

double
pg_runs_width (PgFonts *fonts, const PgStyle *style, const PgRun *runs, guint n_runs, gboolean right_to_left)
{
  PgGalley galley;
  pg_galley_init (&galley, fonts, style, runs, n_runs, right_to_left);
  gboolean forced = (galley.classes & PG_TEXT_FORCED) != 0;
  GArray *breaks = forced ? pg_breaks_find (&galley, G_MAXDOUBLE) : pg_breaks_none (&galley);
  double width = 0, start = g_array_index (breaks, PgBreak, 0).x_next;
  for (guint i = 1; i < breaks->len; i++)
    {
      const PgBreak *end = &g_array_index (breaks, PgBreak, i);
      if (end->kind != PG_BREAK_FORCED)
        continue;
      width = MAX (width, end->x_end - start);
      start = end->x_next;
    }
  g_array_unref (breaks);
  pg_galley_clear (&galley);
  return width;
}

void
pg_line_boxes (const PgLines *lines, const PgLine *line, GArray *boxes)
{
  (void) lines;
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PgRun *run = line->runs[i].run;
      const PgStyle *style = run->style;
      if (style->box_line <= 0 && !style->box_filled)
        continue;
      double left = line->runs[i].x, right = left;
      for (; i < line->n_runs && line->runs[i].run == run; i++)
        {
          left = MIN (left, line->runs[i].x);
          right = MAX (right, line->runs[i].x + line->runs[i].width);
        }
      i--;
      double cap = pg_style_cap_height (style);
      PgRunBox box
          = { left - style->box_x, -cap - style->box_y, right - left + 2 * style->box_x, cap + 2 * style->box_y, run };
      g_array_append_val (boxes, box);
    }
}
