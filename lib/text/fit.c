/* Enters: break points and measures. Leaves: the lines that together look best: Knuth and Plass's total fit, for
   ragged, justified and balanced text. */
#include "text/galley.h"

#include <math.h>

#define TOLERANCE 0.005   /* pt by which a line may pass its measure unseen */
#define LONGEST_SCAN 2000 /* break points in one line; no real line has more */
#define LONGEST_WORD 100  /* letters of a word that may be parted from its clause */

/* Ragged text. A line costs the square of its empty part, in thousandths; so a line that is a quarter empty costs 62,
   and a penalty of 60 buys that much. */
#define RAGGED_SCALE 1000
#define RAGGED_LINE 400
#define RAGGED_HYPHEN 60
#define RAGGED_HYPHENS_IN_A_ROW 200
#define RAGGED_DASH 15
#define RAGGED_SHORT_LAST 150 /* and twice that again, the shorter the more */

/* Balanced titles: a line should end with the sense, not with an article or a preposition. */
#define BALANCE_LINE 1e6
#define BALANCE_SLACK 0.1 /* of the narrowest measure, to choose among good breaks */
#define CLAUSE_SLACK 0.35 /* the same where a line can end with a clause for it */
#define BALANCE_CLAUSE 200
#define BALANCE_WORD 8
#define BALANCE_SHORT_WORD 40
#define BALANCE_COMPOUND 60
#define BALANCE_STRAY 60

/* Justified text: Knuth's demerits. */
#define JUSTIFIED_LINE 10
#define JUSTIFIED_HYPHEN 50
#define JUSTIFIED_DASH 25
#define JUSTIFIED_HYPHENS_IN_A_ROW 10000
#define JUSTIFIED_SHORT_LAST 1000000 /* as a line that is 2.1 times as loose as it should be */
#define JUSTIFIED_LAST_HYPHEN 100000
#define GAP_STRETCH 0.06   /* em, between ideographs */
#define LOOSE_RATIO 4      /* a line that is looser stretches with part of its measure too, */
#define LOOSE_STRETCH 0.03 /* so that a line without any space has a ratio at all */

/* For want of better places: each worse than the worst line. */
#define RAGGED_RELAXED 1e8
#define JUSTIFIED_RELAXED 1e14
#define WORSE_IF_TORN 100
#define WORSE_IF_OVERFULL 10000 /* and no more: beside it the cost of good lines must still count */

#define SHORTEST_LAST 4.0 /* em */

typedef struct
{
  const PgGalley *galley;
  const PgGive *give;
  const PgBreak *breaks;
  guint n;
  double first, other;
  gboolean justified, balanced;
  gboolean squared;     /* ragged by its style, but spread in squares */
  double shortest_last; /* pt */
  double sense;         /* what balanced text minds, or likes, about the break that lines are tried to */
  double *costs;        /* of the best lines up to each break */
  guint *previous;      /* the break where the last of them starts */
} Fit;

static double
measure_of (const Fit *fit, guint from)
{
  return from == 0 ? fit->first : fit->other;
}

static double
width_of (const Fit *fit, guint from, guint to)
{
  return fit->breaks[to].x_end - fit->breaks[from].x_next;
}

static double
spaces_of (const Fit *fit, guint from, guint to)
{
  guint start = fit->breaks[from].next, end = fit->breaks[to].end;
  return fit->give->spaces != NULL && end > start ? fit->give->spaces[end] - fit->give->spaces[start] : 0;
}

static guint
gaps_of (const Fit *fit, guint from, guint to)
{
  guint start = fit->breaks[from].next, end = fit->breaks[to].end;
  return fit->give->gaps != NULL && end > start + 1 ? fit->give->gaps[end - 1] - fit->give->gaps[start] : 0;
}

static double
shrink_of (const Fit *fit, guint from, guint to)
{
  return fit->justified ? spaces_of (fit, from, to) * PG_SPACE_SHRINK : 0;
}

static gboolean
is_overfull (const Fit *fit, guint from, guint to)
{
  return width_of (fit, from, to) - shrink_of (fit, from, to) > measure_of (fit, from) + TOLERANCE;
}

/* How much a last line is too short: from 1 to 3, or 0. An only line may be short. */
static double
lack_of_last (const Fit *fit, guint from, guint to)
{
  if (fit->breaks[to].kind != PG_BREAK_FORCED || from == 0 || fit->breaks[from].kind == PG_BREAK_FORCED)
    return 0;
  double width = width_of (fit, from, to);
  return width < fit->shortest_last ? 3 - 2 * width / fit->shortest_last : 0;
}

static double
desperation (PgBreakKind kind, double relaxed)
{
  return kind == PG_BREAK_RELAXED ? relaxed : kind == PG_BREAK_CLUSTER ? relaxed * WORSE_IF_TORN : 0;
}

/* Whether what stands before a character ends a clause of a title: a colon, a question, a dash with space before it. */
static gboolean
is_clause_end (const PgGalley *galley, guint end)
{
  static const gunichar ends[] = { ':', '?', '!', 0x61f, 0xff1a, 0xff1f, 0xff01 };
  gunichar last = end > 0 ? galley->chars[end - 1] : 0;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (last == ends[i])
      return TRUE;
  return last > 0x7f && pg_is_dash (last) && end > 1 && pg_is_white (galley->chars[end - 2]);
}

/* Whether a break parts a single word from its clause: "safe: safe / water", "in Problem / Solving – how". */
static gboolean
is_stray (const PgGalley *galley, const PgBreak *point)
{
  guint before = point->end, after = point->next;
  while (before > 0 && point->end - before < LONGEST_WORD && !pg_is_white (galley->chars[before - 1]))
    before--;
  while (before > 0 && pg_is_white (galley->chars[before - 1]))
    before--;
  if (is_clause_end (galley, before))
    return TRUE;
  while (after < galley->n_chars && after - point->next < LONGEST_WORD && !pg_is_white (galley->chars[after]))
    after++;
  if (is_clause_end (galley, after))
    return TRUE;
  return after + 1 < galley->n_chars && is_clause_end (galley, after + 2);
}

/* How much a title minds to be broken here: it is glad to be after a clause, does not mind it after a comma, a little after
   a word, more after "of" or "the", or where a word would be parted from its clause. Where words are not spaced, a space
   ends a clause; and between two ideographs Japanese has no particle to end a phrase. */
static double
sense_penalty (const Fit *fit, guint to)
{
  const gunichar *chars = fit->galley->chars;
  guint end = fit->breaks[to].end, letters = 0;
  if (fit->breaks[to].kind == PG_BREAK_FORCED || end == 0)
    return 0;
  if (is_clause_end (fit->galley, end))
    return -BALANCE_CLAUSE;
  double stray = is_stray (fit->galley, &fit->breaks[to]) ? BALANCE_STRAY : 0;
  if (g_unichar_ispunct (chars[end - 1]))
    return stray;
  if (pg_is_wordless (chars[end - 1]))
    return end < fit->breaks[to].next ? 0 : BALANCE_SHORT_WORD;
  if (pg_is_han (chars[end - 1]) && pg_is_han (chars[end]))
    return BALANCE_COMPOUND;
  while (letters < 4 && letters < end && g_unichar_islower (chars[end - 1 - letters]))
    letters++;
  gboolean is_short = letters > 0 && letters < 4 && letters < end && pg_is_white (chars[end - 1 - letters]);
  return MAX (stray, is_short ? BALANCE_SHORT_WORD : BALANCE_WORD);
}

static double
ragged_cost (const Fit *fit, guint from, guint to)
{
  PgBreakKind kind = fit->breaks[to].kind;
  double measure = MAX (measure_of (fit, from), 1), empty = 1 - width_of (fit, from, to) / measure;
  if (fit->squared) /* what is spread over the line unseen */
    empty = MAX (0, empty - fit->galley->style->size / measure);
  double cost = (fit->balanced ? BALANCE_LINE : RAGGED_LINE) + desperation (kind, RAGGED_RELAXED);
  if (kind != PG_BREAK_FORCED || fit->balanced)
    cost += RAGGED_SCALE * empty * empty;
  cost += RAGGED_SHORT_LAST * lack_of_last (fit, from, to);
  if (kind == PG_BREAK_HYPHEN)
    cost += fit->breaks[from].kind == PG_BREAK_HYPHEN ? RAGGED_HYPHENS_IN_A_ROW : RAGGED_HYPHEN;
  if (kind == PG_BREAK_DASH)
    cost += RAGGED_DASH;
  return cost + fit->sense;
}

/* How far a line is stretched (positive) or shrunk, where 1 is as far as it should be. */
static double
ratio_of (const Fit *fit, guint from, guint to)
{
  double measure = measure_of (fit, from), slack = measure - width_of (fit, from, to);
  double spaces = spaces_of (fit, from, to);
  if (slack < 0)
    return slack / (spaces * PG_SPACE_SHRINK + TOLERANCE);
  if (fit->breaks[to].kind == PG_BREAK_FORCED)
    return 0;
  double stretch = spaces * PG_SPACE_STRETCH + gaps_of (fit, from, to) * fit->give->gap;
  if (slack <= LOOSE_RATIO * stretch)
    return slack / MAX (stretch, TOLERANCE);
  return LOOSE_RATIO + (slack - LOOSE_RATIO * stretch) / (stretch + LOOSE_STRETCH * measure);
}

static double
justified_cost (const Fit *fit, guint from, guint to)
{
  PgBreakKind kind = fit->breaks[to].kind;
  double ratio = fabs (ratio_of (fit, from, to));
  double badness = JUSTIFIED_LINE + 100 * ratio * ratio * ratio;
  double penalty = kind == PG_BREAK_HYPHEN ? JUSTIFIED_HYPHEN : kind == PG_BREAK_DASH ? JUSTIFIED_DASH : 0;
  double cost = badness * badness + penalty * penalty + desperation (kind, JUSTIFIED_RELAXED);
  if (kind == PG_BREAK_HYPHEN && fit->breaks[from].kind == PG_BREAK_HYPHEN)
    cost += JUSTIFIED_HYPHENS_IN_A_ROW;
  if (kind == PG_BREAK_FORCED && fit->breaks[from].kind == PG_BREAK_HYPHEN)
    cost += JUSTIFIED_LAST_HYPHEN;
  return cost + JUSTIFIED_SHORT_LAST * lack_of_last (fit, from, to);
}

/* The best line that ends at a break; it starts at the break before if every line is too long. */
static void
fit_line (Fit *fit, guint start, guint to)
{
  double widest = MAX (fit->first, fit->other) + TOLERANCE;
  double overfull = (fit->justified ? JUSTIFIED_RELAXED : RAGGED_RELAXED) * WORSE_IF_OVERFULL;
  fit->costs[to] = INFINITY;
  fit->sense = fit->balanced ? sense_penalty (fit, to) : 0;
  for (guint from = to; from-- > start && to - from < LONGEST_SCAN;)
    {
      if (width_of (fit, from, to) - shrink_of (fit, from, to) > widest && from + 1 < to)
        break;
      double cost = fit->costs[from];
      if (is_overfull (fit, from, to))
        cost += from + 1 == to ? overfull : INFINITY;
      else
        cost += fit->justified ? justified_cost (fit, from, to) : ragged_cost (fit, from, to);
      if (cost < fit->costs[to] || from + 1 == to)
        {
          fit->costs[to] = cost;
          fit->previous[to] = from;
        }
    }
}

static void
fit_part (Fit *fit, guint start, guint end)
{
  fit->costs[start] = 0;
  if (width_of (fit, start, end) <= measure_of (fit, start))
    {
      fit->previous[end] = start;
      return;
    }
  for (guint to = start + 1; to <= end; to++)
    fit_line (fit, start, to);
}

static GArray *
collect (const Fit *fit)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint at = fit->n - 1; at > 0; at = fit->previous[at])
    g_array_append_val (ends, at);
  guint *data = (guint *) ends->data;
  for (guint i = 0; i < ends->len / 2; i++)
    {
      guint other = data[ends->len - 1 - i];
      data[ends->len - 1 - i] = data[i];
      data[i] = other;
    }
  return ends;
}

/* The fewest lines that hold what stands between two breaks when each is narrower by a distance; 0 if a word is too wide for
   that. */
static guint
count_lines (const Fit *fit, guint from, guint end, double narrower)
{
  guint lines = 0;
  while (from < end)
    {
      guint to = from;
      double room = measure_of (fit, from) - narrower + TOLERANCE;
      while (to < end && (to == from || fit->breaks[to].kind != PG_BREAK_FORCED)
             && width_of (fit, from, to + 1) <= room)
        to++;
      if (to == from)
        return 0;
      from = to;
      lines++;
    }
  return lines;
}

/* By how much the measure can be narrower without more lines than so many, of which one ends at a break, or 0. */
static double
give_of (const Fit *fit, guint at, guint lines)
{
  double low = 0, high = MIN (fit->first, fit->other);
  while (high - low > 0.25)
    {
      double middle = (low + high) / 2;
      guint before = count_lines (fit, 0, at, middle), after = count_lines (fit, at, fit->n - 1, middle);
      if ((before > 0 || at == 0) && after > 0 && before + after == lines)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The most that the measure may give where lines end with clauses. */
static double
give_of_clauses (const Fit *fit, guint lines)
{
  double most = 0;
  for (guint at = 1; at + 1 < fit->n; at++)
    if (fit->breaks[at].kind != PG_BREAK_FORCED && is_clause_end (fit->galley, fit->breaks[at].end))
      most = MAX (most, give_of (fit, at, lines));
  return most;
}

/* Narrows the measure as far as it goes without one more line, then widens it a little again for a choice, and more where a
   line can end with a clause then. */
static void
narrow (Fit *fit)
{
  guint lines = count_lines (fit, 0, fit->n - 1, 0);
  if (lines < 2)
    return;
  double give = give_of (fit, 0, lines), narrowest = fit->other - give, clauses = give_of_clauses (fit, lines);
  give = MAX (0, give - narrowest * BALANCE_SLACK);
  if (clauses > 0 && fit->other - clauses <= narrowest * (1 + CLAUSE_SLACK))
    give = MIN (give, clauses);
  fit->first -= give;
  fit->other -= give;
}

GArray *
pg_fit (const PgGalley *galley, const GArray *breaks, double first, double other, const PgGive *give)
{
  Fit fit = { .galley = galley,
              .give = give,
              .breaks = (const PgBreak *) breaks->data,
              .n = breaks->len,
              .first = first,
              .other = other,
              .justified = give->spaces != NULL && galley->style->align == PG_ALIGN_JUSTIFY,
              .squared = give->spaces != NULL && galley->style->align != PG_ALIGN_JUSTIFY,
              .balanced = galley->style->balance };
  fit.shortest_last = SHORTEST_LAST * galley->style->size;
  fit.costs = g_new (double, fit.n);
  fit.previous = g_new0 (guint, fit.n);
  if (fit.balanced)
    narrow (&fit);
  guint start = 0;
  for (guint i = 1; i < fit.n; i++)
    if (fit.breaks[i].kind == PG_BREAK_FORCED)
      {
        fit_part (&fit, start, i);
        start = i;
      }
  GArray *ends = collect (&fit);
  g_free (fit.costs);
  g_free (fit.previous);
  return ends;
}

/* Not text that is for a good part in scripts whose lines must stay ragged. */
static gboolean
may_be_spread (const PgGalley *galley, double measure)
{
  guint closed = 0;
  gboolean narrow_column = measure < 25 * galley->style->size;
  if ((galley->classes & PG_TEXT_OTHER) == 0)
    return TRUE;
  for (guint i = 0; i < galley->n_chars; i++)
    closed += pg_is_wordless (galley->chars[i])
              || (narrow_column && galley->chars[i] >= 0xac00 && galley->chars[i] < 0xd7b0);
  return closed * 3 < galley->n_chars;
}

/* Text in squares, Chinese or Japanese for the most part, is flush on both sides where it is not a title: what lacks to its
   measure is less than a square, and would look like an oversight. */
static gboolean
is_squared (const PgGalley *galley)
{
  guint squares = 0;
  if (galley->style->align != PG_ALIGN_START || galley->style->balance || (galley->classes & PG_TEXT_OTHER) == 0)
    return FALSE;
  for (guint i = 0; i < galley->n_chars; i++)
    squares += pg_is_ideograph (galley->chars[i]) ? 1 : 0;
  return squares * 2 > galley->n_chars;
}

/* Where a line may be spread between two characters: ideographs, and the syllables of a Korean word. */
static gboolean
may_part (gunichar c, gunichar next)
{
  return (pg_is_ideograph (c) && pg_is_ideograph (next)) || (pg_is_syllable (c) && pg_is_syllable (next));
}

void
pg_give_init (PgGive *give, const PgGalley *galley, double measure)
{
  *give = (PgGive){ .gap = GAP_STRETCH * galley->style->size };
  gboolean is_wanted = galley->style->align == PG_ALIGN_JUSTIFY || is_squared (galley);
  if (!is_wanted || !may_be_spread (galley, measure))
    return;
  give->spaces = g_new (double, galley->n_chars + 1);
  give->spaces[0] = 0;
  if ((galley->classes & PG_TEXT_OTHER) != 0)
    give->gaps = g_new0 (guint, galley->n_chars + 1);
  for (guint i = 0; i < galley->n_chars; i++)
    {
      gunichar c = galley->chars[i];
      gboolean in_number = galley->inside_number != NULL && galley->inside_number[i];
      gboolean space = (c == ' ' || c == 0xa0) && !in_number;
      give->spaces[i + 1] = give->spaces[i] + (space ? galley->x[i + 1] - galley->x[i] : 0);
      if (give->gaps != NULL)
        give->gaps[i + 1] = give->gaps[i] + (i + 1 < galley->n_chars && may_part (c, galley->chars[i + 1]));
      give->is_korean = give->is_korean || pg_is_syllable (c);
    }
}

void
pg_give_clear (PgGive *give)
{
  g_free (give->spaces);
  g_free (give->gaps);
}
