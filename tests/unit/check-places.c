/* Enters: printed pages. Leaves: whether all stands on its page, within its column, and nothing on anything else. */
#include "printed.h"

#include <string.h>

/* What may be off without being seen, pt. */
#define TOLERANCE 0.05
/* Letters may come this near: accents and descenders of fixed leading. */
#define TOUCH 0.6
/* A fill this low is a rule. */
#define RULE 3.0

static char *
wrong (const PrintedLine *line, const char *what)
{
  g_autofree char *text = g_strndup (line->lines->text + line->line->start, line->line->end - line->line->start);
  return g_strdup_printf ("page %u: %s: “%s” (%s, %.2f to %.2f in a column to %.2f, %.2f to %.2f)", line->page + 1,
                          what, text, line->style, line->left, line->right, line->item->x + line->item->width,
                          line->top, line->bottom);
}

/* A finding "overfull-line" that names a word of this paragraph. */
static gboolean
is_told_overfull (const PrintedLine *line, ProgrammeReport *report)
{
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      if (strcmp (programme_finding_get_code (finding), "overfull-line") != 0)
        continue;
      const char *word = strstr (programme_finding_get_message (finding), "“");
      const char *end = word != NULL ? strstr (word, "…") : NULL;
      if (word != NULL && end == NULL)
        end = strstr (word, "”");
      if (end == NULL)
        continue;
      word += strlen ("“");
      g_autofree char *shown = g_strndup (word, (gsize) (end - word));
      if (strstr (line->lines->text, shown) != NULL)
        return TRUE;
    }
  return FALSE;
}

static char *
check_line (const PrintedLine *line, const PgPages *pages, ProgrammeReport *report, gboolean overflows)
{
  if (line->left < -TOLERANCE || line->right > pg_pages_get (pages, line->page)->width + TOLERANCE)
    return is_told_overfull (line, report) ? NULL : wrong (line, "beside the page");
  if ((line->top < -TOLERANCE || line->bottom > pg_pages_get (pages, line->page)->height + TOLERANCE) && !overflows)
    return wrong (line, "above or below the page");
  gboolean fits = line->left > line->item->x - TOLERANCE && line->right < line->item->x + line->item->width + TOLERANCE;
  if (!fits && line->line->width > TOLERANCE && !is_told_overfull (line, report))
    return wrong (line, "wider than its column");
  return NULL;
}

static char *
check_fills (const PgPages *pages, guint page, gboolean overflows)
{
  const GArray *items = ((const PgPage *) g_ptr_array_index (pages->pages, page))->items;
  for (guint i = 0; i < items->len && !overflows; i++)
    {
      const PgItem *item = &g_array_index (items, PgItem, i);
      if (item->kind == PG_ITEM_TEXT)
        continue;
      if (item->x < -TOLERANCE || item->y < -TOLERANCE
          || item->x + item->width > pg_pages_get (pages, page)->width + TOLERANCE
          || item->y + item->height > pg_pages_get (pages, page)->height + TOLERANCE)
        return g_strdup_printf ("page %u: a fill or picture stands over the page's edge: %.1f, %.1f, %.1f x %.1f",
                                page + 1, item->x, item->y, item->width, item->height);
    }
  return NULL;
}

static gboolean
overlap (const PrintedLine *a, const PrintedLine *b)
{
  return MIN (a->right, b->right) - MAX (a->left, b->left) > TOUCH
         && MIN (a->bottom, b->bottom) - MAX (a->top, b->top) > TOUCH;
}

static char *
check_overlaps (const PrintedLine *lines, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (overlap (&lines[i], &lines[j]))
        {
          g_autofree char *other = wrong (&lines[j], "stands");
          return g_strdup_printf ("%s on %s", other, wrong (&lines[i], "this"));
        }
  return NULL;
}

/* TRUE for a side of a box that goes round some of the line's own text, which may be smaller than the rest. */
static gboolean
is_box_of (const PgItem *rule, const PrintedLine *line)
{
  for (guint i = 0; i < line->line->n_runs; i++)
    if (line->line->runs[i].run->style->box_line > 0)
      return rule->x > line->left - RULE && rule->x + rule->width < line->right + RULE;
  return FALSE;
}

/* The box of a draft mark goes round its text; everything else keeps clear of it. */
static char *
check_rules (const PgPages *pages, const PrintedLine *lines, guint n)
{
  const GArray *items = ((const PgPage *) g_ptr_array_index (pages->pages, lines[0].page))->items;
  for (guint i = 0; i < items->len; i++)
    {
      const PgItem *rule = &g_array_index (items, PgItem, i);
      if (rule->kind != PG_ITEM_FILL || rule->height > RULE || rule->width < 4 * RULE)
        continue;
      for (guint j = 0; j < n; j++)
        if (!is_box_of (rule, &lines[j]) && rule->y + rule->height > lines[j].top + TOUCH
            && rule->y < lines[j].bottom - TOUCH
            && MIN (rule->x + rule->width, lines[j].right) - MAX (rule->x, lines[j].left) > TOUCH)
          return wrong (&lines[j], "struck through");
    }
  return NULL;
}

static gboolean
is_watermark (const PrintedLine *line)
{
  return printed_is (line, "watermark");
}

char *
check_places (const PgPages *pages, ProgrammeReport *report)
{
  g_autoptr (GArray) all = printed_lines (pages), relaxed = printed_relaxed (pages, report);
  char *found = NULL;
  for (guint i = all->len; i > 0; i--)
    if (is_watermark (&g_array_index (all, PrintedLine, i - 1))
        || g_array_index (all, PrintedLine, i - 1).item->turned
               != NULL) /* where it stands is not known before it is turned */
      g_array_remove_index (all, i - 1);
  for (guint start = 0, page = 0; page < pages->pages->len && found == NULL; page++)
    {
      guint end = start;
      gboolean overflows = g_array_index (relaxed, guint, page) == PRINTED_OVERFLOW;
      const PrintedLine *lines = &g_array_index (all, PrintedLine, start);
      for (; end < all->len && g_array_index (all, PrintedLine, end).page == page; end++)
        if (found == NULL)
          found = check_line (&g_array_index (all, PrintedLine, end), pages, report, overflows);
      if (found == NULL)
        found = check_fills (pages, page, overflows);
      if (found == NULL && end > start && !overflows)
        found = check_overlaps (lines, end - start);
      if (found == NULL && end > start && !overflows)
        found = check_rules (pages, lines, end - start);
      start = end;
    }
  return found;
}
