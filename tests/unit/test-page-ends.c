/* Enters: random programmes, in three themes and on four papers. Leaves: how many pages end too high, how many last pages of
   a run are nearly empty, and whether a finding says of each why it must be so.
   PROPERTY_RUNS says how many, PROPERTY_SEED which is the first; PROPERTY_SHOW names each page that is counted;
   PROPERTY_KEEP names a file for the XML of the last event that has one. */
#include "journey.h"
#include "printed.h"
#include "random-event.h"
#include "slow.h"

#include "base/units.h"

#include <stdlib.h>
#include <string.h>

#define RUNS (is_slow_run () ? 300U : 30U)

/* Of the height of the text area: a last page with less is nearly empty, another one with more left at its foot ends high. */
#define RUNT 0.2
#define GAP 0.12
/* No more than one event in so many has any of them; their texts are far longer, and their paper smaller, than those of real ones. */
#define FORCED 50
/* Leading and rules; pt. */
#define TOLERANCE 1.0

typedef struct
{
  guint pages, ends;           /* all; those of runs of several */
  guint runts, gaps;           /* of these */
  guint told, untold;          /* runts and gaps, by whether a finding names their page */
  guint relaxed;               /* rules that were given up lest there be more of them */
  guint events, forced, eased; /* all; those with a runt or a gap; those with rules given up */
} Count;

static guint
from_environment (const char *name, guint otherwise)
{
  const char *value = g_getenv (name);
  return value != NULL ? (guint) strtoul (value, NULL, 10) : otherwise;
}

static gboolean
is_furniture (const PgItem *item, const PgPage *page)
{
  return item->artifact == PG_ARTIFACT_HEADER || item->artifact == PG_ARTIFACT_FOOTER
         || item->y < page->top - TOLERANCE;
}

static double
lower_edge (const PgItem *item)
{
  if (item->kind != PG_ITEM_TEXT)
    return item->y + item->height;
  return item->y - item->text.lines->baseline + item->text.lines->leading;
}

static gboolean
is_note (const PgItem *item)
{
  return item->kind == PG_ITEM_TEXT && item->text.lines->n_lines > 0 && item->text.lines->lines[0].n_runs > 0
         && g_str_has_prefix (item->text.lines->lines[0].runs[0].run->style->name, "footnote");
}

/* How much of the text area stands empty below what is said on a page, above its notes. */
static double
empty_below (const PgPage *page)
{
  double lowest = page->top, bottom = page->bottom;
  for (guint i = 0; i < page->items->len; i++)
    {
      const PgItem *item = &g_array_index (page->items, PgItem, i);
      if (is_furniture (item, page))
        continue;
      if (is_note (item))
        bottom = MIN (bottom, item->y - item->text.lines->baseline);
      else if (lower_edge (item) < bottom + 60)
        lowest = MAX (lowest, lower_edge (item));
    }
  return bottom - lowest;
}

/* What a finding says of the end of a page, or NULL. */
static const char *
told (ProgrammeReport *report, guint page)
{
  g_autofree char *name = g_strdup_printf ("page %u ", page + 1);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      if ((strcmp (programme_finding_get_code (finding), "page-end") == 0
           || strcmp (programme_finding_get_code (finding), "keep-relaxed") == 0)
          && strstr (programme_finding_get_message (finding), name) != NULL)
        return programme_finding_get_message (finding);
    }
  return NULL;
}

static void
look_at_page (const Journey *journey, guint index, Count *count, const char *what)
{
  const PgPages *pages = journey->pages;
  const PgPage *page = pg_pages_get (pages, index);
  gboolean is_last = index + 1 == pages->pages->len || pg_pages_get (pages, index + 1)->opens_run;
  count->pages++;
  if (is_last && page->opens_run)
    return;
  count->ends++;
  double height = page->bottom - page->top, empty = empty_below (page);
  gboolean is_runt = is_last && height - empty < RUNT * height - TOLERANCE,
           is_gap = !is_last && empty > GAP * height + TOLERANCE;
  if (!is_runt && !is_gap)
    return;
  const char *why = told (journey->report, index);
  count->runts += is_runt ? 1 : 0;
  count->gaps += is_gap ? 1 : 0;
  count->told += why != NULL ? 1 : 0;
  count->untold += why != NULL ? 0 : 1;
  guint first = index;
  while (!pg_pages_get (pages, first)->opens_run)
    first--;
  if (g_getenv ("PROPERTY_SHOW") != NULL)
    g_print ("# %s, page %u (%u of its run) of %u: %s, %.0f mm of %.0f are empty: %s\n", what, index + 1,
             index - first + 1, pages->pages->len, is_runt ? "runt" : "gap", empty / PG_POINTS_PER_MM,
             height / PG_POINTS_PER_MM, why != NULL ? why : "untold");
}

static void
test_piece (guint32 seed, const RandomEvent *event, ProgrammeTheme *theme, const char *piece, const char *paper,
            Count *count)
{
  g_autoptr (Journey) journey = journey_new (event->xml, theme);
  if (!journey_make (journey, piece, event->language, paper))
    return;
  g_autofree char *what = g_strdup_printf ("seed %u, %s, %s, %s, %s", seed, piece, programme_theme_list ()[seed % 3],
                                           paper, event->language);
  for (guint i = 0; i < journey->pages->pages->len; i++)
    look_at_page (journey, i, count, what);
  for (guint i = 0; i < programme_report_get_n_findings (journey->report); i++)
    if (strstr (programme_finding_get_message (programme_report_get_finding (journey->report, i)),
                "high above its foot, or")
        != NULL)
      count->relaxed++;
}

static void
test_one (guint32 seed, Count *count)
{
  static const char *const papers[] = { "A4", "Letter", "A5", "Legal" };
  ProgrammeTheme *theme = journey_theme (programme_theme_list ()[seed % 3]);
  RandomLook look = { .run_in = TRUE, .has_notes = TRUE, .has_images = TRUE };
  g_autoptr (RandomEvent) event = random_event_new (seed, &look);
  const char *paper = papers[seed / 3 % G_N_ELEMENTS (papers)];
  guint before = count->runts + count->gaps, relaxed = count->relaxed;
  test_piece (seed, event, theme, "agenda", paper, count);
  if (event->speakers->len > 0)
    test_piece (seed, event, theme, "speakers", paper, count);
  if (g_getenv ("PROPERTY_KEEP") != NULL && count->runts + count->gaps > before)
    g_assert_true (g_file_set_contents (g_getenv ("PROPERTY_KEEP"), event->xml, -1, NULL));
  count->events++;
  count->forced += count->runts + count->gaps > before ? 1 : 0;
  count->eased += count->relaxed > relaxed ? 1 : 0;
}

static void
test_ends (void)
{
  guint runs = from_environment ("PROPERTY_RUNS", RUNS), first = from_environment ("PROPERTY_SEED", 1);
  Count count = { 0 };
  for (guint i = 0; i < runs; i++)
    test_one (first + i, &count);
  g_test_message ("%u events, %u pages, %u of runs of several: %u runts, %u gaps (%u told, %u not) in %u events; "
                  "%u rules given up in %u events",
                  count.events, count.pages, count.ends, count.runts, count.gaps, count.told, count.untold,
                  count.forced, count.relaxed, count.eased);
  g_assert_cmpuint (count.untold, ==, 0);
  g_assert_cmpuint (count.forced, <=, count.events / FORCED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-ends/random", test_ends);
  return g_test_run ();
}
