/* Enters: a shaped galley. Leaves: the points where its lines may end; where a word is too wide for any line, points
   within it. */
#include "text/galley.h"

/* Points as they are collected, from the galley's start to its end. */
typedef struct
{
  const PgGalley *galley;
  GArray *breaks; /* of PgBreak */
  guint hint;     /* span */
  guint seen;     /* characters looked at */
  guint shown;    /* one past the last of them that is not white space */
} Points;

/* What a line that starts there does not show, pt. */
static double
white_before (Points *points, guint at)
{
  return pg_galley_white_before (points->galley, at, &points->hint) / (double) PANGO_SCALE;
}

static Points
new_points (const PgGalley *galley)
{
  Points points = { .galley = galley, .breaks = g_array_new (FALSE, FALSE, sizeof (PgBreak)) };
  PgBreak start = { .x_next = white_before (&points, 0) };
  g_array_append_val (points.breaks, start);
  return points;
}

static void
look_up_to (Points *points, guint at)
{
  for (; points->seen < at; points->seen++)
    if (!pg_is_white (points->galley->chars[points->seen]))
      points->shown = points->seen + 1;
}

/* Measures a break: what it shows last, and with which hyphen. */
static PgBreak
make_break (Points *points, guint at, PgBreakKind kind)
{
  const PgGalley *galley = points->galley;
  look_up_to (points, at);
  PgBreak point = { .next = at, .end = points->shown, .kind = kind };
  point.x_next = galley->x[at] + white_before (points, at);
  point.x_end = galley->x[point.end];
  if (point.end == 0)
    return point;
  gunichar last = galley->chars[point.end - 1];
  if (kind == PG_BREAK_PLAIN && last == PG_SOFT_HYPHEN)
    point.kind = PG_BREAK_HYPHEN;
  else if (kind == PG_BREAK_PLAIN && pg_is_dash (last) && point.end == at)
    point.kind = PG_BREAK_DASH;
  if (point.kind == PG_BREAK_HYPHEN)
    point.x_end = galley->x[last == PG_SOFT_HYPHEN ? point.end - 1 : point.end]
                  + pg_galley_span_at (galley, point.end - 1, &points->hint)->font->hyphen_width / (double) PANGO_SCALE;
  else
    point.x_end -= (pg_galley_tracking_before (galley, point.end, &points->hint)
                    + pg_galley_white_behind (galley, point.end - 1, &points->hint))
                   / (double) PANGO_SCALE;
  return point;
}

/* A line that would show nothing is none: white space at the start, one zero-width space after another. */
static void
add_break (Points *points, guint at, PgBreakKind kind)
{
  double x_before = g_array_index (points->breaks, PgBreak, points->breaks->len - 1).x_next;
  PgBreak point = make_break (points, at, kind);
  if (kind == PG_BREAK_FORCED || points->galley->x[point.end] > x_before)
    g_array_append_val (points->breaks, point);
}

/* Where a word that is wider than a line may be broken, from the mildest means to the last resort. */
typedef enum
{
  RELAX,
  HYPHENATE,
  TEAR
} Resort;

static gboolean
allows (Resort resort, PgBreakMark mark, gboolean hyphen)
{
  return resort == RELAX ? mark == PG_MARK_RELAXED : resort == HYPHENATE ? hyphen : mark != PG_MARK_NEVER;
}

/* Breaks between two that are there already, which are too far from each other. */
static void
add_within (Points *points, const guint8 *marks, guint from, guint to, Resort resort)
{
  static const PgBreakKind kinds[] = { PG_BREAK_RELAXED, PG_BREAK_HYPHEN, PG_BREAK_CLUSTER };
  g_autofree gboolean *hyphens = g_new0 (gboolean, to - from);
  if (resort == HYPHENATE)
    pg_hyphens_find (points->galley, from, to, TRUE, hyphens);
  for (guint at = from + 1; at < to; at++)
    if (allows (resort, marks[at], hyphens[at - from]) && !pg_is_white (points->galley->chars[at]))
      add_break (points, at, kinds[resort]);
}

static GArray *
resort_to (const PgGalley *galley, GArray *breaks, const guint8 *marks, double narrowest, Resort resort)
{
  Points points = new_points (galley);
  for (guint i = 1; i < breaks->len; i++)
    {
      const PgBreak *from = &g_array_index (breaks, PgBreak, i - 1), *to = &g_array_index (breaks, PgBreak, i);
      if (to->x_end - from->x_next > narrowest && to->end > from->next)
        add_within (&points, marks, from->next, to->end, resort);
      g_array_append_val (points.breaks, *to);
    }
  g_array_unref (breaks);
  return points.breaks;
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
  Points points = new_points (galley);
  add_break (&points, galley->n_chars, PG_BREAK_FORCED);
  return points.breaks;
}

GArray *
pg_breaks_find (const PgGalley *galley, double narrowest)
{
  g_autofree guint8 *marks = pg_marks_find (galley);
  g_autofree gboolean *hyphens = NULL;
  Points points = new_points (galley);
  if (galley->style->hyphenate)
    {
      hyphens = g_new0 (gboolean, galley->n_chars + 1);
      pg_hyphens_find (galley, 0, galley->n_chars, FALSE, hyphens);
    }
  for (guint at = 1; at < galley->n_chars; at++)
    if (marks[at] == PG_MARK_FORCED)
      add_break (&points, at, PG_BREAK_FORCED);
    else if (marks[at] == PG_MARK_PLAIN)
      add_break (&points, at, PG_BREAK_PLAIN);
    else if (hyphens != NULL && hyphens[at])
      add_break (&points, at, PG_BREAK_HYPHEN);
  add_break (&points, galley->n_chars, PG_BREAK_FORCED);
  GArray *breaks = points.breaks;
  for (Resort resort = RELAX; resort <= TEAR && is_too_wide (breaks, narrowest); resort++)
    breaks = resort_to (galley, breaks, marks, narrowest, resort);
  return breaks;
}
