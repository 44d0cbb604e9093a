/* Enters: a run of pages. Leaves: how each of them is filled, so that none ends high above its foot and the last one is not
   nearly empty: first with less white and a few lines below the text area, with more white, then with breaks further up, on
   the pages before, too. Pages are only tried; what is known of a place where one may begin is kept. */
#include "layout/flow.h"

#include <math.h>

#define MOST_TOGETHER 6 /* pages that are looked at together; fewer where rules are given up */
#define MOST_RELAXED 3
#define MOST_WAYS 12 /* of one kind, to end a page */

/* What a plan costs. What a page should not be outweighs all that is done about it. */
#define COST_BAD 1000
#define COST_PAGE 30  /* one more page */
#define COST_WHITE 10 /* as much as a page may have at its foot, by the square */
#define COST_TIGHT 4
#define COST_OVERRUN 6
#define COST_ROOMY 20
#define COST_AIRY 60
#define COST_EARLIER 10 /* a break above the last one that is possible */
#define COST_TALL 60    /* what is tall is broken */
#define COST_COMPANY 120
#define COST_STANZA 150
#define COST_HEAD 180
#define COST_TITLE 240

typedef struct Place Place;

/* A way to fill the page that begins at a place. */
typedef struct
{
  PgFill fill;
  PgFit fit;
  double height, cost;
  gboolean is_bad;
  gboolean is_needed; /* nothing fits where less is given up */
  Place *next;        /* where the next page begins; NULL: the run ends */
} Way;

/* Where a page may begin. */
struct Place
{
  const PgResume *from;
  gboolean opens; /* the run begins here, or what rather begins a page than in little space */
  GArray *ways;   /* Way; the first is the one that fills the page as far as it goes */
  int explored;   /* these are all where so much is given up (PgRelax); -1: only the first one is known */
};

/* A page, and the way it is filled. */
typedef struct
{
  Place *place;
  Way way;
  double cost;  /* of a search: with all pages before it */
  guint before; /* of a search: the step before it */
} Step;

typedef struct
{
  PgFlow *flow;
  const PgPageRun *run;
  GHashTable *places; /* key to Place */
  GArray *steps;      /* Step: the pages so far */
} Plan;

/* Places */

static void
add_key (GString *key, const PgBlock *block, const PgResume *from)
{
  if (from == NULL || from == PG_RESUME_DONE)
    {
      g_string_append_c (key, from == NULL ? '-' : '.');
      return;
    }
  if (block->kind == PG_BLOCK_ROW)
    {
      for (guint i = 0; i < block->cells->len; i++)
        add_key (key, g_array_index (block->cells, PgCell, i).block, from->cells[i]);
      return;
    }
  g_string_append_len (key, (const char *) &from->index, sizeof from->index);
  if (pg_block_is_stack (block))
    add_key (key, g_ptr_array_index (block->children, from->index), from->inner);
}

static void
free_place (gpointer data)
{
  Place *place = data;
  g_array_unref (place->ways);
  g_free (place);
}

static void
free_key (gpointer data)
{
  g_string_free (data, TRUE);
}

static Place *
place_at (Plan *plan, const PgResume *from)
{
  GString *key = g_string_new (NULL);
  add_key (key, plan->run->flow, from);
  Place *place = g_hash_table_lookup (plan->places, key);
  if (place != NULL)
    {
      free_key (key);
      return place;
    }
  place = g_new0 (Place, 1);
  place->from = from;
  place->opens = pg_resume_opens (plan->run->flow, from);
  place->explored = -1;
  place->ways = g_array_new (FALSE, FALSE, sizeof (Way));
  g_hash_table_insert (plan->places, key, place);
  return place;
}

/* Ways */

static double
space_of (const Plan *plan, const Place *place)
{
  return pg_page_space (plan->run, place->from);
}

/* What a page may have left at its foot. */
static double
most_white (const Plan *plan, const Place *place)
{
  return plan->run->ends.gap > 0 ? plan->run->ends.gap : space_of (plan, place) / 2;
}

/* Whether nothing goes on behind a page. */
static gboolean
is_last (const Way *way)
{
  return way->next == NULL || way->next->opens;
}

static void
weigh (const Plan *plan, const Place *place, Way *way)
{
  double space = space_of (plan, place), white = MAX (0, space - way->height), most = most_white (plan, place);
  gboolean last = is_last (way);
  double less = last ? plan->run->ends.runt - way->height : white - most;
  gboolean may_be_bad = !last || !place->opens;
  way->is_bad = may_be_bad && less > (last ? -PG_ROUNDING : PG_ROUNDING);
  way->cost = COST_PAGE;
  if (way->is_bad)
    way->cost += COST_BAD * (1 + 10 * less / space);
  else if (way->fit == PG_FIT_PART)
    way->cost += COST_WHITE * (white / most) * (white / most);
  static const int costs[]
      = { [PG_RELAX_TALL] = COST_TALL,      [PG_RELAX_COMPANY] = COST_COMPANY, [PG_RELAX_WHITE] = COST_COMPANY,
          [PG_RELAX_STANZAS] = COST_STANZA, [PG_RELAX_HEADS] = COST_HEAD,      [PG_RELAX_TITLES] = COST_TITLE };
  if (way->fill.relax <= PG_RELAX_TITLES)
    way->cost += costs[way->fill.relax];
  if (way->fill.tight < 1)
    way->cost += COST_TIGHT;
  if (way->fill.tight > 1)
    way->cost += way->fill.tight > plan->run->ends.roomy ? COST_AIRY : COST_ROOMY;
  if (way->height > space + PG_ROUNDING)
    way->cost += COST_OVERRUN;
}

/* Tries to fill the page; FALSE if nothing of it fits. */
static gboolean
try_way (Plan *plan, const Place *place, PgFill fill, Way *way)
{
  const PgResume *rest = NULL;
  PgFlow *flow = plan->flow;
  PgState state = pg_flow_save (flow);
  *way = (Way){ .fill = fill };
  flow->trial.depth++;
  way->fit = pg_flow_try_page (flow, plan->run, place->from, &fill, &rest, &way->height);
  flow->trial.depth--;
  pg_flow_restore (flow, state);
  if (way->fit == PG_FIT_NONE)
    return FALSE;
  way->next = way->fit == PG_FIT_PART ? place_at (plan, rest) : NULL;
  weigh (plan, place, way);
  return TRUE;
}

/* Whether there is one as good that leads to the same place. */
static gboolean
is_known (const GArray *ways, const Way *way)
{
  for (guint i = 0; i < ways->len; i++)
    {
      const Way *other = &g_array_index (ways, Way, i);
      if (other->next == way->next && (way->is_bad || !other->is_bad))
        return TRUE;
    }
  return FALSE;
}

/* The ways that end the page ever higher, from a space on to the first that leaves too much; of those that lead to the same
   place the one that is well. */
static void
add_ways (Plan *plan, const Place *place, PgFill fill, GArray *ways)
{
  double least = space_of (plan, place) - most_white (plan, place);
  Way way;
  for (guint n = 0; n < MOST_WAYS && try_way (plan, place, fill, &way); n++)
    {
      fill.space = MIN (fill.space, way.height) - 0.5;
      if (ways->len > 0 && fill.tight == 1 && way.height < space_of (plan, place) - PG_ROUNDING)
        way.cost += COST_EARLIER;
      if (!is_known (ways, &way))
        g_array_append_val (ways, way);
      if (way.height < least || way.fit == PG_FIT_ALL)
        break;
    }
}

/* The way that fills the page as far as it goes, giving up rules one by one if it must. */
static const Way *
first_way (Plan *plan, Place *place)
{
  if (place->ways->len > 0)
    return &g_array_index (place->ways, Way, 0);
  PgFill fill = { .space = space_of (plan, place), .tight = 1, .relax = PG_RELAX_NOTHING };
  Way way;
  while (!try_way (plan, place, fill, &way))
    {
      if (fill.relax == PG_RELAX_SPACE || pg_watch_is_cancelled (plan->flow->watch))
        return NULL;
      fill.relax = plan->run->ends.gap > 0 ? fill.relax + 1 : MAX (fill.relax + 1, PG_RELAX_TOGETHER);
    }
  way.is_needed = TRUE;
  g_array_append_val (place->ways, way);
  return &g_array_index (place->ways, Way, 0);
}

/* Those with full rows, with a little more room, and with tight rows. */
static void
add_all_ways (Plan *plan, const Place *place, PgRelax relax, GArray *ways)
{
  double space = space_of (plan, place);
  PgFill fill = { .space = space, .tight = 1, .relax = relax };
  const Way *first = ways->len > 0 ? &g_array_index (ways, Way, 0) : NULL;
  if (first != NULL && first->fill.relax != relax)
    first = NULL;
  fill.space = first != NULL ? first->height - 0.5 : space;
  if (fill.space >= space - most_white (plan, place))
    add_ways (plan, place, fill, ways);
  fill.space = space + plan->run->ends.overrun;
  add_ways (plan, place, fill, ways);
  if (plan->run->ends.tight > 0)
    {
      fill.tight = plan->run->ends.tight;
      add_ways (plan, place, fill, ways);
      fill.space = space;
      fill.tight = relax >= PG_RELAX_WHITE ? MAX (plan->run->ends.roomy, plan->run->ends.airy) : plan->run->ends.roomy;
      add_ways (plan, place, fill, ways);
    }
}

static void
explore (Plan *plan, Place *place, PgRelax relax)
{
  const Way *first = first_way (plan, place);
  if (first == NULL || first->fill.relax >= PG_RELAX_TOGETHER)
    return;
  place->explored = MAX (place->explored, (int) first->fill.relax - 1);
  for (; place->explored < (int) relax; place->explored++)
    add_all_ways (plan, place, (PgRelax) (place->explored + 1), place->ways);
}

/* Pages together */

static Step *
step_at (const GArray *steps, guint index)
{
  return &g_array_index (steps, Step, index);
}

/* Adds a step, unless one of the same page, from the first on, leads to the same place for less. */
static void
add_step (GArray *steps, guint first, Step step)
{
  for (guint i = first; i < steps->len; i++)
    {
      Step *other = step_at (steps, i);
      if (other->way.next != step.way.next)
        continue;
      if (other->cost > step.cost)
        *other = step;
      return;
    }
  g_array_append_val (steps, step);
}

/* What may be: how much is given up, and whether pages may be as they should not be. */
typedef struct
{
  PgRelax relax;
  gboolean bad;
} Allowed;

static gboolean
is_allowed (const Way *way, Allowed allowed)
{
  return (!way->is_bad || allowed.bad)
         && (way->fill.relax <= allowed.relax || way->fill.relax >= PG_RELAX_TOGETHER || way->is_needed);
}

/* All ways to go on from a step. */
static void
add_steps (Plan *plan, GArray *steps, guint first, guint before, Place *place, Allowed allowed)
{
  double cost = before < steps->len ? step_at (steps, before)->cost : 0;
  explore (plan, place, allowed.relax);
  for (guint i = 0; i < place->ways->len; i++)
    {
      const Way *way = &g_array_index (place->ways, Way, i);
      if (is_allowed (way, allowed))
        add_step (steps, first, (Step){ place, *way, cost + way->cost, before });
    }
}

/* The steps to fill so many pages from a place on, or fewer where the run ends. Gives the last of the best, or G_MAXUINT. */
static guint
search (Plan *plan, GArray *steps, Place *place, guint n_pages, Allowed allowed)
{
  guint first = 0, best = G_MAXUINT;
  add_steps (plan, steps, 0, G_MAXUINT, place, allowed);
  for (guint page = 1; page <= n_pages; page++)
    {
      guint end = steps->len;
      for (guint i = first; i < end; i++)
        {
          Place *next = step_at (steps, i)->way.next;
          gboolean is_end = next == NULL || page == n_pages;
          if (is_end && (best == G_MAXUINT || step_at (steps, i)->cost < step_at (steps, best)->cost))
            best = i;
          if (!is_end)
            add_steps (plan, steps, end, i, next, allowed);
        }
      first = end;
    }
  return best;
}

/* Fills the last so many pages another way; FALSE if there is none. */
static gboolean
refill (Plan *plan, guint n_pages, Allowed allowed)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  guint first = plan->steps->len - n_pages;
  guint last = search (plan, steps, step_at (plan->steps, first)->place, n_pages, allowed);
  if (last == G_MAXUINT)
    return FALSE;
  g_array_set_size (plan->steps, first);
  for (; last != G_MAXUINT; last = step_at (steps, last)->before)
    g_array_insert_val (plan->steps, first, *step_at (steps, last));
  return TRUE;
}

/* The last page is as it should not be: looks for a better way with ever more of the pages before it. */
static void
mend (Plan *plan)
{
  guint most = 1;
  while (most < MIN (MOST_TOGETHER, plan->steps->len)
         && !step_at (plan->steps, plan->steps->len - 1 - most)->way.is_bad)
    most++;
  for (PgRelax relax = PG_RELAX_NOTHING; relax <= PG_RELAX_TITLES; relax++)
    for (guint n = 1; n <= (relax == PG_RELAX_NOTHING ? most : MIN (MOST_RELAXED, most)); n++)
      if (refill (plan, n, (Allowed){ relax, FALSE }))
        return;
  refill (plan, MIN (MOST_RELAXED, most), (Allowed){ PG_RELAX_TITLES, TRUE });
}

/* Why a page is as it should not be */

/* Whether it would be well if some rules were given up. */
static gboolean
would_be_well (Plan *plan, Place *place, PgRelax relax, gboolean is_runt)
{
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (Way));
  double tight = plan->run->ends.tight > 0 ? plan->run->ends.tight : 1;
  PgFill fill = { .space = space_of (plan, place) + plan->run->ends.overrun, .tight = tight, .relax = relax };
  add_ways (plan, place, fill, ways);
  for (guint i = 0; i < ways->len; i++)
    {
      const Way *way = &g_array_index (ways, Way, i);
      if (way->is_bad)
        continue;
      if (!is_runt || is_last (way))
        return TRUE;
      const Way *after = first_way (plan, way->next);
      if (after != NULL && is_last (after) && !after->is_bad)
        return TRUE;
    }
  return FALSE;
}

/* The first rule that would have to be given up, or PG_RELAX_SPACE. A last page depends on the one before it. */
static PgRelax
rule_of (Plan *plan, guint index)
{
  gboolean is_runt = is_last (&step_at (plan->steps, index)->way);
  Place *place = step_at (plan->steps, is_runt && index > 0 ? index - 1 : index)->place;
  for (PgRelax relax = PG_RELAX_TOGETHER; relax <= PG_RELAX_LINES; relax++)
    if (would_be_well (plan, place, relax, is_runt))
      return relax;
  return PG_RELAX_SPACE;
}

static GArray *
pages_of (Plan *plan)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (PgPlannedPage));
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const Way *way = &step_at (plan->steps, i)->way;
      PgPlannedPage page = { .fill = way->fill, .is_forced = way->is_bad && way->fill.relax < PG_RELAX_TOGETHER };
      page.is_last = is_last (way);
      if (page.is_forced)
        page.rule = rule_of (plan, i);
      g_array_append_val (pages, page);
    }
  return pages;
}

GArray *
pg_flow_plan (PgFlow *flow, const PgPageRun *run)
{
  g_autoptr (GHashTable) places
      = g_hash_table_new_full ((GHashFunc) g_string_hash, (GEqualFunc) g_string_equal, free_key, free_place);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  Plan plan = { flow, run, places, steps };
  for (Place *place = place_at (&plan, NULL); place != NULL && steps->len <= flow->manuscript->max_pages;)
    {
      const Way *way = first_way (&plan, place);
      if (way == NULL)
        break;
      Step step = { .place = place, .way = *way };
      g_array_append_val (steps, step);
      if (way->is_bad)
        mend (&plan);
      place = step_at (steps, steps->len - 1)->way.next;
    }
  return pages_of (&plan);
}
