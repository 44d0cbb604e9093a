/* Enters: a shaped galley. Leaves: the points where its lines may end; where a word is too wide for any line, points
   within it. */
#include "text/galley.h"

/* Measures a break: what it shows last, and with which hyphen. */
static PgBreak
make_break (const PgGalley *galley, guint at, guint line_start, PgBreakKind kind, guint *hint)
{
  PgBreak point = { .next = at, .end = at, .x_next = galley->x[at], .kind = kind };
  while (point.end > line_start && pg_is_white (galley->chars[point.end - 1]))
    point.end--;
  point.x_end = galley->x[point.end];
  if (point.end == line_start)
    return point;
  const PgItem *item = pg_galley_item_at (galley, point.end - 1, hint);
  gunichar last = galley->chars[point.end - 1];
  point.x_end -= item->tracking / (double) PANGO_SCALE;
  if (kind == PG_BREAK_PLAIN && last == PG_SOFT_HYPHEN)
    point.kind = PG_BREAK_HYPHEN;
  else if (kind == PG_BREAK_PLAIN && pg_is_dash (last) && point.end == at)
    point.kind = PG_BREAK_DASH;
  if (point.kind == PG_BREAK_HYPHEN)
    point.x_end += item->font->hyphen_width / (double) PANGO_SCALE;
  return point;
}

/* A line that would show nothing is none: white space at the start, one zero-width space after another. */
static void
add_break (GArray *breaks, const PgGalley *galley, guint at, PgBreakKind kind, guint *hint)
{
  const PgBreak *previous = &g_array_index (breaks, PgBreak, breaks->len - 1);
  PgBreak point = make_break (galley, at, previous->next, kind, hint);
  if (kind == PG_BREAK_FORCED || galley->x[point.end] > previous->x_next)
    g_array_append_val (breaks, point);
}

static GArray *
new_breaks (void)
{
  PgBreak start = { 0 };
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (PgBreak));
  g_array_append_val (breaks, start);
  return breaks;
}

/* Where a word that is wider than a line may be broken, from the mildest means to the last resort. */
typedef enum
{
  RELAX,
  HYPHENATE,
  CLUSTERS
} Resort;

static PgBreakKind
kind_of_resort (Resort resort)
{
  return resort == RELAX ? PG_BREAK_RELAXED : resort == HYPHENATE ? PG_BREAK_HYPHEN : PG_BREAK_CLUSTER;
}

/* Breaks between two that are there already, which are too far from each other. */
static void
add_within (GArray *wider, const PgGalley *galley, const guint8 *marks, guint from, guint to, Resort resort,
            guint *hint)
{
  g_autofree gboolean *hyphens = NULL;
  if (resort == HYPHENATE)
    {
      hyphens = g_new0 (gboolean, to - from);
      pg_hyphens_find (galley, from, to, TRUE, hyphens);
    }
  for (guint at = from + 1; at < to; at++)
    if (resort == RELAX ? marks[at] == PG_MARK_RELAXED : resort == HYPHENATE ? hyphens[at - from] : galley->cluster[at])
      if (!pg_is_white (galley->chars[at]))
        add_break (wider, galley, at, kind_of_resort (resort), hint);
}

static GArray *
resort_to (GArray *breaks, const PgGalley *galley, const guint8 *marks, double narrowest, Resort resort)
{
  GArray *wider = new_breaks ();
  guint hint = 0;
  for (guint i = 1; i < breaks->len; i++)
    {
      const PgBreak *from = &g_array_index (breaks, PgBreak, i - 1), *to = &g_array_index (breaks, PgBreak, i);
      if (to->x_end - from->x_next > narrowest)
        add_within (wider, galley, marks, from->next, to->end, resort, &hint);
      g_array_append_val (wider, *to);
    }
  g_array_unref (breaks);
  return wider;
}

static gboolean
is_too_wide (const GArray *breaks, double narrowest)
{
  for (guint i = 1; i < breaks->len; i++)
    if (g_array_index (breaks, PgBreak, i).x_end - g_array_index (breaks, PgBreak, i - 1).x_next > narrowest)
      return TRUE;
  return FALSE;
}

GArray *
pg_breaks_none (const PgGalley *galley)
{
  GArray *breaks = new_breaks ();
  guint hint = 0;
  add_break (breaks, galley, galley->n_chars, PG_BREAK_FORCED, &hint);
  return breaks;
}

GArray *
pg_breaks_find (const PgGalley *galley, double narrowest)
{
  g_autofree guint8 *marks = pg_marks_find (galley);
  g_autofree gboolean *hyphens = NULL;
  if (galley->style->hyphenate)
    {
      hyphens = g_new0 (gboolean, galley->n_chars + 1);
      pg_hyphens_find (galley, 0, galley->n_chars, FALSE, hyphens);
    }
  GArray *breaks = new_breaks ();
  guint hint = 0;
  for (guint at = 1; at < galley->n_chars; at++)
    if (marks[at] == PG_MARK_FORCED)
      add_break (breaks, galley, at, PG_BREAK_FORCED, &hint);
    else if (marks[at] == PG_MARK_PLAIN)
      add_break (breaks, galley, at, PG_BREAK_PLAIN, &hint);
    else if (hyphens != NULL && hyphens[at])
      add_break (breaks, galley, at, PG_BREAK_HYPHEN, &hint);
  add_break (breaks, galley, galley->n_chars, PG_BREAK_FORCED, &hint);
  for (Resort resort = RELAX; resort <= CLUSTERS && is_too_wide (breaks, narrowest); resort++)
    breaks = resort_to (breaks, galley, marks, narrowest, resort);
  return breaks;
}
