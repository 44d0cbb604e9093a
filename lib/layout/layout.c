/* Enters: a manuscript. Leaves: its pages; page numbers stand still after at most PG_MAX_PASSES passes. */
#include "layout/layout.h"

#include "base/limits.h"
#include "layout/flow.h"

/* What stands first on the page, for findings. */
static const PgPlace *
first_place (const PgBlock *block, const PgResume *from)
{
  if (block->kind == PG_BLOCK_BOX)
    return first_place (block->child, NULL);
  if (pg_block_is_stack (block) && block->children->len > 0)
    {
      guint index = from != NULL ? from->index : 0;
      return first_place (g_ptr_array_index (block->children, index), from != NULL ? from->inner : NULL);
    }
  for (guint i = 0; block->kind == PG_BLOCK_ROW && i < block->cells->len; i++)
    {
      const PgCell *cell = &g_array_index (block->cells, PgCell, i);
      const PgResume *inner = from != NULL ? from->cells[i] : NULL;
      if (cell->block != NULL && inner != PG_RESUME_DONE && (from != NULL || i + 1 == block->cells->len))
        return first_place (cell->block, inner);
    }
  return &block->place;
}

static void
report_relaxed (PgFlow *flow, const PgPlace *place)
{
  static const char *const rules[] = {
    [PG_RELAX_TALL] = "an entry is broken over two pages",
    [PG_RELAX_COMPANY] = "one of several that belong together is alone",
    [PG_RELAX_WHITE] = "there is far more white between entries and paragraphs",
    [PG_RELAX_STANZAS] = "a stanza is broken over two pages",
    [PG_RELAX_HEADS] = "a head is parted from what is below it, which says it again",
    [PG_RELAX_TITLES] = "a long title is broken over two pages",
    [PG_RELAX_TOGETHER] = "an entry is broken over two pages",
    [PG_RELAX_NEXT] = "a heading or label is parted from what follows it",
    [PG_RELAX_LINES] = "a single line of a paragraph stands alone",
    [PG_RELAX_REPEATS] = "what goes on from the page before does so without its heads",
  };
  if (flow->relax == PG_RELAX_SPACE)
    pg_flow_report_overflow (flow, place);
  else if (flow->relax > PG_RELAX_NOTHING)
    pg_report_add (flow->page_report, PROGRAMME_SEVERITY_NOTE, place, "keep-relaxed", "on page %u %s, because %s",
                   flow->numbers.page + 1, rules[flow->relax],
                   flow->relax >= PG_RELAX_TOGETHER
                       ? "what belongs together is taller than a page"
                       : "it would end high above its foot, or the next one be nearly empty");
}

/* What follows is on the next page though there is room, or all that is left stands alone. */
static void
report_end (PgFlow *flow, const PgPlace *place, PgRelax rule, gboolean is_last)
{
  static const char *const rules[] = {
    [PG_RELAX_TOGETHER] = "an entry is not broken",
    [PG_RELAX_NEXT] = "headings and labels stay with what follows them",
    [PG_RELAX_LINES] = "two lines of a paragraph stand on either side",
    [PG_RELAX_SPACE] = "what is there cannot be broken elsewhere",
  };
  pg_report_add (flow->page_report, PROGRAMME_SEVERITY_NOTE, place, "page-end", "page %u %s, because %s",
                 flow->numbers.page + 1, is_last ? "is nearly empty" : "ends high above its foot", rules[rule]);
}

/* Whether something is said above a height of the current page. */
static gboolean
has_text_above (const PgFlow *flow, double y)
{
  for (guint i = 0; i < flow->items->len; i++)
    {
      const PgItem *item = &g_array_index (flow->items, PgItem, i);
      if (item->kind == PG_ITEM_TEXT && item->artifact == PG_ARTIFACT_NONE && item->y < y)
        return TRUE;
    }
  return FALSE;
}

/* The part before goes on where something stands above the first that begins here. */
static void
keep_part (PgFlow *flow, const PgMark *mark)
{
  PgPage *page = flow->on;
  if (page->last_part == 0)
    page->first_part
        = flow->numbers.part > 0 && has_text_above (flow, mark->y) ? flow->numbers.part : mark->block->part;
  page->last_part = flow->numbers.part = mark->block->part;
}

static void
keep_marks (PgFlow *flow)
{
  for (guint i = 0; i < flow->marks->len; i++)
    {
      const PgMark *mark = &g_array_index (flow->marks, PgMark, i);
      const PgBlock *block = mark->block;
      PgDestination destination = { block->anchor, flow->numbers.page, mark->y };
      if (block->anchor != NULL
          && g_hash_table_insert (flow->pages->anchors, (gpointer) block->anchor,
                                  GUINT_TO_POINTER (flow->numbers.page + 1)))
        g_array_append_val (flow->pages->destinations, destination);
      PgBookmark bookmark = { block->bookmark, block->bookmark_level, flow->numbers.page, mark->y };
      if (block->bookmark != NULL)
        g_array_append_val (flow->pages->bookmarks, bookmark);
      if (block->part > 0)
        keep_part (flow, mark);
    }
  g_array_set_size (flow->marks, 0);
  if (flow->on->last_part == 0)
    flow->on->first_part = flow->on->last_part = flow->numbers.part;
}

/* Versos have even folios. */
static gboolean
is_verso (const PgFlow *flow, const PgPageRun *run)
{
  return run->facing && flow->numbers.page % 2 == 1;
}

/* How far to the right of where it is on rectos all stands on the current page, whose margins may be exchanged. */
static double
verso_shift (const PgFlow *flow, const PgPageRun *run)
{
  return is_verso (flow, run) ? run->right - run->left : 0;
}

static void
set_furniture (PgFlow *flow, const PgPageRun *run, const PgBlock *block)
{
  if (block == NULL)
    return;
  guint first = flow->items->len;
  flow->tags.artifact = PG_ARTIFACT_HEADER;
  pg_flow_placed (flow, block, (PgArea){ verso_shift (flow, run), 0, flow->on->width, flow->on->height });
  flow->tags.artifact = PG_ARTIFACT_NONE;
  for (guint i = first; i < flow->items->len; i++)
    {
      PgItem *item = &g_array_index (flow->items, PgItem, i);
      if (item->artifact == PG_ARTIFACT_HEADER && item->y > flow->on->height / 2)
        item->artifact = PG_ARTIFACT_FOOTER;
    }
}

static double
top_of (const PgPageRun *run, const PgResume *from)
{
  return from != NULL && run->continued != NULL ? run->top_continued : run->top;
}

double
pg_page_space (const PgPageRun *run, const PgResume *from)
{
  return run->height - top_of (run, from) - run->bottom;
}

PgFit
pg_flow_try_page (PgFlow *flow, const PgPageRun *run, const PgResume *from, const PgFill *fill, const PgResume **rest,
                  double *height)
{
  PgArea area = { .x = run->left + verso_shift (flow, run), .y = top_of (run, from) };
  area.width = run->width - run->left - run->right;
  area.space = fill->space;
  flow->relax = fill->relax;
  flow->may_overflow = fill->relax == PG_RELAX_SPACE;
  flow->tight = fill->tight;
  flow->tall = run->ends.gap;
  PgFit fit = pg_flow_page (flow, run->flow, area, run->height - run->bottom, from, rest, height);
  flow->tight = 1;
  return fit;
}

/* Fills one page from where the flow resumes, giving up rules one by one if it must. */
static PgFit
set_page (PgFlow *flow, const PgPageRun *run, const PgResume *from, const PgPlannedPage *planned, const PgResume **rest)
{
  PgFill fill = { .space = pg_page_space (run, from), .tight = 1, .relax = PG_RELAX_NOTHING };
  double height = 0;
  PgFit fit = PG_FIT_NONE;
  if (planned != NULL)
    fill = planned->fill;
  while (fit == PG_FIT_NONE)
    {
      fit = pg_flow_try_page (flow, run, from, &fill, rest, &height);
      if (fill.relax == PG_RELAX_SPACE || pg_watch_is_cancelled (flow->watch))
        break;
      fill.relax = MAX (fill.relax + 1, PG_RELAX_TOGETHER);
    }
  if (!pg_watch_is_cancelled (flow->watch))
    report_relaxed (flow, first_place (run->flow, from));
  if (planned != NULL && planned->is_forced)
    report_end (flow, first_place (run->flow, fit == PG_FIT_PART ? *rest : from), planned->rule, planned->is_last);
  return fit;
}

static void
turn_to (PgFlow *flow, guint index)
{
  flow->numbers.page = index;
  flow->on = g_ptr_array_index (flow->pages->pages, index);
  flow->items = flow->on->items;
}

static void
add_page (PgFlow *flow, const PgPageRun *run, const PgResume *from)
{
  PgPage *page = g_new0 (PgPage, 1);
  page->width = run->width;
  page->height = run->height;
  page->top = top_of (run, from);
  page->bottom = run->height - run->bottom;
  page->opens_run = pg_resume_opens (run->flow, from);
  flow->beyond_fold = run->beyond_fold;
  page->items = g_array_new (FALSE, FALSE, sizeof (PgItem));
  g_ptr_array_add (flow->pages->pages, page);
  turn_to (flow, flow->pages->pages->len - 1);
}

/* What was tried took more room than what stays. */
static void
trim_items (PgFlow *flow)
{
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (PgItem), flow->items->len);
  g_array_append_vals (items, flow->items->data, flow->items->len);
  g_array_unref (flow->items);
  flow->items = flow->on->items = items;
}

/* How much of a block comes before where it resumes, 0 to 1. */
static double
share_before (const PgBlock *block, const PgResume *from)
{
  if (from == NULL || !pg_block_is_stack (block) || from->index >= block->children->len)
    return 0;
  const PgBlock *child = g_ptr_array_index (block->children, from->index);
  return (from->index + share_before (child, from->inner)) / block->children->len;
}

/* Tells how far the pages of a run are; which one of how many it is follows from the runs that have begun. */
static gboolean
step (PgFlow *flow, const PgPageRun *run, const PgResume *from, GError **error)
{
  double before = flow->page_runs_start->len - 1, all = flow->page_runs->len;
  return pg_watch_step (flow->watch, 0.9 * (before + share_before (run->flow, from)) / all, error);
}

/* Why nothing of what is left was set, or no more pages may be. */
static void
refuse_rest (const PgFlow *flow, const PgPlace *place, PgFit fit, GError **error)
{
  guint most = flow->manuscript->max_pages;
  g_autofree char *too_many
      = g_strdup_printf ("the document has more than %u pages: divide the event; --limits-pages=N allows more", most);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_LAYOUT, "%s:%u:%u: %s", place->file, place->line, place->column,
               fit == PG_FIT_NONE ? "this could not be set on any page" : too_many);
}

static const PgPlannedPage *
planned_page (const GArray *plan, guint index)
{
  return plan != NULL && index < plan->len ? &g_array_index (plan, PgPlannedPage, index) : NULL;
}

static gboolean
set_page_run (PgFlow *flow, const PgPageRun *run, GError **error)
{
  const PgResume *from = NULL, *rest = NULL;
  PgFit fit = PG_FIT_PART;
  flow->numbers.part = 0;
  g_hash_table_remove_all (flow->tags.again);
  if (pg_flow_take_kept (flow, run))
    return !flow->differs;
  g_autoptr (GArray) plan = NULL;
  for (guint page = 0; fit == PG_FIT_PART; page++)
    {
      add_page (flow, run, from);
      if (run->flow == NULL)
        return TRUE;
      if (page == 0 && run->ends.runt > 0)
        plan = pg_flow_plan (flow, run);
      set_furniture (flow, run, run->under);
      set_furniture (flow, run, from != NULL ? run->continued : NULL);
      fit = set_page (flow, run, from, planned_page (plan, page), &rest);
      keep_marks (flow);
      trim_items (flow);
      from = rest;
      if (!step (flow, run, from, error))
        return FALSE;
      if (fit == PG_FIT_NONE || flow->pages->pages->len > flow->manuscript->max_pages)
        {
          refuse_rest (flow, first_place (run->flow, from), fit, error);
          return FALSE;
        }
    }
  return TRUE;
}

/* Whether all of a run fits on one page; nothing of it stays. */
static gboolean
is_one_page (PgFlow *flow, const PgPageRun *run)
{
  PgArea area = { run->left, run->top, run->width - run->left - run->right, run->height - run->top - run->bottom };
  flow->relax = PG_RELAX_NOTHING;
  add_page (flow, run, NULL);
  gboolean fits = pg_flow_fits (flow, run->flow, area);
  g_ptr_array_set_size (flow->pages->pages, (int) flow->pages->pages->len - 1);
  return fits;
}

static void
choose_page_runs (PgFlow *flow, const GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      PgPageRun *run = g_ptr_array_index (runs, i);
      gboolean is_known = flow->first != NULL && run->kept != NULL;
      gboolean fits = run->otherwise == NULL || (is_known ? pg_kept_fits (run) : is_one_page (flow, run));
      const GPtrArray *instead = fits ? run->then : run->otherwise;
      if (instead != NULL)
        choose_page_runs (flow, instead);
      else
        g_ptr_array_add (flow->page_runs, run);
    }
}

/* What begins on a recto leaves the verso before it blank, and what begins on a verso the recto. */
static void
open_page (PgFlow *flow, guint index)
{
  const PgPageRun *run = g_ptr_array_index (flow->page_runs, index);
  PgOpens next = flow->pages->pages->len % 2 == 0 ? PG_OPENS_RECTO : PG_OPENS_VERSO;
  if (run->opens == PG_OPENS_ANYWHERE || run->opens == next)
    return;
  PgPageRun *blank = flow->first != NULL && run->kept != NULL ? pg_kept_blank (run) : NULL;
  if (blank == NULL)
    {
      blank = pg_arena_new0 (flow->manuscript->arena, PgPageRun);
      *blank = (PgPageRun){ .width = run->width, .height = run->height, .press = run->press };
    }
  g_ptr_array_insert (flow->page_runs, (int) index, blank);
}

static void
forget_places (PgFlow *flow)
{
  pg_arena_free (flow->places);
  flow->places = pg_arena_new ();
}

static gboolean
set_all_pages (PgFlow *flow, GError **error)
{
  g_array_set_size (flow->page_runs_start, 0);
  g_ptr_array_set_size (flow->page_runs, 0);
  choose_page_runs (flow, flow->manuscript->page_runs);
  for (guint i = 0; i < flow->page_runs->len; i++)
    {
      open_page (flow, i);
      g_array_append_val (flow->page_runs_start, flow->pages->pages->len);
      gboolean is_set = set_page_run (flow, g_ptr_array_index (flow->page_runs, i), error);
      forget_places (flow);
      if (!is_set)
        return FALSE;
    }
  return TRUE;
}

static const PgBlock *
furniture_of (const PgFlow *flow, const PgPageRun *run, gboolean is_first)
{
  if (is_verso (flow, run) && run->over_verso != NULL)
    return run->over_verso;
  if (run->over_parts != NULL && flow->on->last_part > 0 && (!is_first || run->over_continued == NULL))
    return run->over_parts (run->over_data, flow->on->first_part, flow->on->last_part);
  return is_first || run->over_continued == NULL ? run->over : run->over_continued;
}

/* Running heads and feet come last: they may say how many pages there are. Then the page is whole: it is mirrored if it
   runs from right to left, and made ready to be trimmed. */
static gboolean
set_running_matter (PgFlow *flow, GError **error)
{
  flow->numbers.n_pages = flow->pages->pages->len;
  flow->relax = PG_RELAX_NOTHING;
  guint run = 0;
  for (guint i = 0; i < flow->numbers.n_pages; i++)
    {
      if (!pg_watch_step (flow->watch, 0.9 + 0.1 * i / flow->numbers.n_pages, error))
        return FALSE;
      while (run + 1 < flow->page_runs_start->len && g_array_index (flow->page_runs_start, guint, run + 1) <= i)
        run++;
      const PgPageRun *page_run = g_ptr_array_index (flow->page_runs, run);
      if (flow->first != NULL && page_run->kept != NULL)
        continue; /* it has it already */
      turn_to (flow, i);
      guint first = g_array_index (flow->page_runs_start, guint, run);
      flow->numbers.sheet = i - first + 1;
      flow->numbers.n_sheets
          = (run + 1 < flow->page_runs_start->len ? g_array_index (flow->page_runs_start, guint, run + 1)
                                                  : flow->numbers.n_pages)
            - first;
      set_furniture (flow, page_run, furniture_of (flow, page_run, i == first));
      if (flow->manuscript->right_to_left)
        pg_flow_mirror (flow, 0, 0, page_run->width);
      if (page_run->press != NULL)
        pg_flow_press (flow, page_run->press);
    }
  return TRUE;
}

static gboolean
same_pages (GHashTable *a, GHashTable *b)
{
  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  GHashTableIter iter;
  gpointer anchor, page;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &anchor, &page))
    if (g_hash_table_lookup (b, anchor) != page)
      return FALSE;
  return TRUE;
}

/* Lays out again until the page numbers that are printed are those of the pages they name, and boxes of one group are of
   one size. */
static gboolean
settle_page_numbers (PgFlow *flow, GError **error)
{
  for (guint pass = 1; pass <= PG_MAX_PASSES; pass++)
    {
      g_clear_pointer (&flow->page_report, programme_report_unref);
      flow->page_report = programme_report_new ();
      g_ptr_array_set_size (flow->pages->pages, 0);
      g_array_set_size (flow->pages->bookmarks, 0);
      g_array_set_size (flow->pages->destinations, 0);
      g_hash_table_remove_all (flow->pages->anchors);
      g_hash_table_remove_all (flow->tags.elements);
      g_hash_table_remove_all (flow->tags.links);
      pg_arena_free (flow->pages->arena);
      flow->pages->arena = pg_arena_new ();
      flow->numbers.some_lead_nowhere = FALSE;
      if (!set_all_pages (flow, error))
        return FALSE;
      gboolean are_right = !flow->numbers.are_printed || same_pages (flow->pages->anchors, flow->numbers.pages_of);
      are_right = are_right && (flow->numbers.are_known || !flow->numbers.some_lead_nowhere);
      flow->numbers.are_known = TRUE;
      if (are_right && !flow->sizes.differ)
        return TRUE;
      flow->sizes.are_settled = TRUE;
      flow->sizes.differ = FALSE;
      g_hash_table_remove_all (flow->numbers.pages_of);
      GHashTableIter iter;
      gpointer anchor, page;
      g_hash_table_iter_init (&iter, flow->pages->anchors);
      while (g_hash_table_iter_next (&iter, &anchor, &page))
        g_hash_table_insert (flow->numbers.pages_of, anchor, page);
    }
  pg_report_add (flow->report, PROGRAMME_SEVERITY_WARNING, NULL, "page-numbers",
                 "page numbers did not settle in %u passes; some may be wrong by one", PG_MAX_PASSES);
  return TRUE;
}

/* One pass, with the page numbers of the first document. FALSE without an error where these, or what stands on them, would be
   others. */
static gboolean
set_like_first (PgFlow *flow, GError **error)
{
  GHashTableIter iter;
  gpointer anchor, page;
  g_hash_table_iter_init (&iter, flow->first->anchors);
  while (g_hash_table_iter_next (&iter, &anchor, &page))
    g_hash_table_insert (flow->numbers.pages_of, anchor, page);
  flow->numbers.are_known = TRUE;
  flow->page_report = programme_report_new ();
  if (!set_all_pages (flow, error))
    return FALSE;
  flow->differs = flow->pages->pages->len != flow->first->pages->len || flow->sizes.differ
                  || !same_pages (flow->pages->anchors, flow->first->anchors);
  return !flow->differs;
}

/* Those in common are the first one's own. */
static void
tell_like (PgPages *pages, const PgPages *first)
{
  for (guint i = 0; i < MIN (pages->pages->len, first->pages->len); i++)
    {
      PgPage *page = g_ptr_array_index (pages->pages, i);
      page->like = page->others == 0 ? pg_pages_get (first, i) : NULL;
    }
}

typedef struct
{
  GHashTable *pages_of; /* or NULL */
  const PgPages *first; /* or NULL */
  gboolean keeps;
} Others;

static PgPages *
lay_out (const PgManuscript *manuscript, PgFonts *fonts, Others others, ProgrammeReport *report, PgWatch *watch,
         GError **error)
{
  g_autoptr (PgArena) arena = pg_arena_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal), lines = pg_flow_lines_new (),
                         alike = pg_alike_new (), grids = g_hash_table_new (NULL, NULL),
                         elements = g_hash_table_new (NULL, NULL), again = g_hash_table_new (NULL, NULL),
                         links = g_hash_table_new (NULL, NULL), groups = pg_flow_groups_new ();
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (PgMark));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();
  g_autoptr (PgPages) pages = pg_pages_new_empty ();
  PgFlow flow = { .manuscript = manuscript,
                  .fonts = fonts,
                  .watch = watch,
                  .report = report,
                  .arena = arena,
                  .places = pg_arena_new (),
                  .pages = pages,
                  .lines = lines,
                  .alike = alike,
                  .grids = grids,
                  .tags = { .elements = elements, .again = again, .links = links },
                  .numbers = { .pages_of = known, .outside = others.pages_of },
                  .sizes = { .size = 1, .groups = groups },
                  .tight = 1,
                  .is_mirrored = manuscript->right_to_left,
                  .marks = marks,
                  .page_runs = runs,
                  .page_runs_start = starts,
                  .first = others.first };
  pg_flow_number_notes (&flow);
  gboolean done = (others.first != NULL ? set_like_first (&flow, error) : settle_page_numbers (&flow, error))
                  && set_running_matter (&flow, error);
  if (done)
    {
      pg_flow_settle_links (&flow);
      pg_pages_drop_unused_lines (pages);
    }
  if (done && others.first != NULL)
    tell_like (pages, others.first);
  if (done && others.keeps)
    pg_flow_keep (&flow);
  if (!pg_watch_is_cancelled (watch) && !flow.differs) /* Then nothing fitted, which says nothing. */
    pg_report_join (report, flow.page_report);
  programme_report_unref (flow.page_report);
  pg_arena_free (flow.places);
  return done ? g_steal_pointer (&pages) : NULL;
}

PgPages *
pg_layout (const PgManuscript *manuscript, PgFonts *fonts, GHashTable *pages_of, ProgrammeReport *report,
           PgWatch *watch, GError **error)
{
  return lay_out (manuscript, fonts, (Others){ .pages_of = pages_of }, report, watch, error);
}

PgPages *
pg_layout_first (const PgManuscript *manuscript, PgFonts *fonts, ProgrammeReport *report, PgWatch *watch,
                 GError **error)
{
  return lay_out (manuscript, fonts, (Others){ .keeps = TRUE }, report, watch, error);
}

PgPages *
pg_layout_other (const PgManuscript *manuscript, PgFonts *fonts, const PgPages *first, ProgrammeReport *report,
                 PgWatch *watch, GError **error)
{
  return lay_out (manuscript, fonts, (Others){ .first = first }, report, watch, error);
}
