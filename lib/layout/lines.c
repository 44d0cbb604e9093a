/* Enters: a paragraph and the width it has. Leaves: its lines, kept by paragraph, width and size, with page numbers filled
   in; and how wide things are by nature. */
#include "layout/flow.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const PgBlock *block;
  double width, size;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;
  return g_direct_hash (key->block) ^ g_double_hash (&key->width) ^ (g_double_hash (&key->size) << 1);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *left = a, *right = b;
  return left->block == right->block && left->width == right->width && left->size == right->size;
}

/* A paragraph's lines, and what they are known by. */
typedef struct
{
  Key key;
  PgKept kept;
} Entry;

GHashTable *
pg_flow_lines_new (void)
{
  return g_hash_table_new (hash_key, equal_keys);
}

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
      return flow->numbers.page + 1;
    case PG_FIELD_PAGES:
      return flow->numbers.n_pages;
    case PG_FIELD_PAGE_OF:
    case PG_FIELD_PAGE_AMONG:
      {
        flow->numbers.are_printed = TRUE;
        gpointer page = g_hash_table_lookup (flow->numbers.pages_of, run->anchor);
        if (page == NULL && flow->numbers.outside != NULL)
          page = g_hash_table_lookup (flow->numbers.outside, run->anchor);
        flow->numbers.some_lead_nowhere = flow->numbers.some_lead_nowhere || page == NULL;
        return GPOINTER_TO_UINT (page);
      }
    case PG_FIELD_SHEET:
    case PG_FIELD_BETWEEN:
    case PG_FIELD_NONE:
      break;
    }
  return 0;
}

char *
pg_flow_figures (PgArena *arena, guint value, gunichar zero)
{
  g_autofree char *latin = g_strdup_printf ("%u", value);
  g_autoptr (GString) text = g_string_new (NULL);
  for (const char *at = latin; *at != '\0'; at++)
    g_string_append_unichar (text, (zero != 0 ? zero : '0') + (gunichar) (*at - '0'));
  return pg_arena_strdup (arena, text->str);
}

/* The next folio among others that is not that of the page, or 0. */
static guint
next_page (PgFlow *flow, const PgBlock *block, guint from, guint page)
{
  for (guint i = from; i < block->n_runs; i++)
    {
      guint value = block->runs[i].field == PG_FIELD_PAGE_AMONG ? field_value (flow, &block->runs[i]) : page;
      if (value != page)
        return value;
    }
  return 0;
}

#define RANGE_DASH "\u2013"

/* "1/2", or nothing for the only sheet. */
static const char *
sheet_text (const PgFlow *flow, gunichar zero)
{
  PgArena *arena = flow->manuscript->arena;
  if (flow->numbers.n_sheets < 2)
    return "";
  return pg_arena_printf (arena, "%s/%s", pg_flow_figures (arena, flow->numbers.sheet, zero),
                          pg_flow_figures (arena, flow->numbers.n_sheets, zero));
}

/* Of folios among others, those that say nothing new, and those within a range, are left out with what stands before them. */
static void
join_pages (PgFlow *flow, const PgBlock *block, PgRun *runs)
{
  guint before = 0;
  PgRun *between = NULL;
  for (guint i = 0; i < block->n_runs; i++)
    {
      if (runs[i].field == PG_FIELD_BETWEEN)
        between = &runs[i];
      if (runs[i].field != PG_FIELD_PAGE_AMONG)
        continue;
      guint page = field_value (flow, &runs[i]);
      gboolean is_first = before == 0 && flow->numbers.are_known;
      if (page == 0 && flow->numbers.are_known)
        {
          runs[i].text = "";
          if (between != NULL)
            between->text = "";
          continue;
        }
      if (is_first && between != NULL)
        between->text = "";
      gboolean is_known = page > 0 && before > 0;
      gboolean is_within = is_known && page == before + 1 && next_page (flow, block, i + 1, page) == page + 1;
      if (between != NULL && is_known && (page == before || is_within))
        runs[i].text = between->text = "";
      else if (between != NULL && is_known && page == before + 1)
        between->text = RANGE_DASH;
      before = page;
    }
}

/* Whether it refers to what is on no page, such as a part that a booklet is without. */
static gboolean
leads_nowhere (const PgFlow *flow, const PgRun *run, guint value)
{
  return value == 0 && flow->numbers.are_known && (run->field == PG_FIELD_PAGE_OF || run->field == PG_FIELD_PAGE_AMONG);
}

/* The runs with page numbers filled in; a number that is not known yet keeps the text that measures it. Free with g_free. */
static PgRun *
fill_fields (PgFlow *flow, const PgBlock *block)
{
  PgArena *arena = flow->manuscript->arena;
  PgRun *runs = g_new (PgRun, block->n_runs);
  for (guint i = 0; i < block->n_runs; i++)
    {
      runs[i] = block->runs[i];
      guint value = field_value (flow, &runs[i]);
      if (runs[i].field == PG_FIELD_SHEET)
        runs[i].text = sheet_text (flow, runs[i].zero);
      if (value > 0)
        runs[i].text = pg_flow_figures (arena, value, runs[i].zero);
      else if (leads_nowhere (flow, &runs[i], value))
        runs[i].text = "";
    }
  join_pages (flow, block, runs);
  return runs;
}

/* Leading and size grow alike. */
const PgStyle *
pg_flow_style (const PgFlow *flow, const PgStyle *style)
{
  if (style->fit_most <= 0)
    return style;
  PgStyle *sized = pg_arena_new0 (flow->manuscript->arena, PgStyle);
  *sized = *style;
  sized->size = floor ((style->fit_least + flow->sizes.size * (style->fit_most - style->fit_least)) * 4) / 4;
  sized->leading = style->leading * sized->size / style->size;
  return sized;
}

static gboolean
is_range (const PgBlock *block)
{
  gboolean found = block->style->fit_most > 0;
  for (guint i = 0; i < block->n_runs && !found; i++)
    found = block->runs[i].style->fit_most > 0;
  return found;
}

#define SMALLER_STEP 5 /* per cent */
#define SMALLER_LEAST 70

/* The runs in the size that is being tried; those in the paragraph's own style share one. */
static PgRun *
size_runs (PgFlow *flow, const PgBlock *block, const PgRun *from, const PgStyle *style)
{
  PgRun *runs = pg_arena_new_array (flow->manuscript->arena, PgRun, block->n_runs);
  for (guint i = 0; i < block->n_runs; i++)
    {
      runs[i] = from[i];
      runs[i].style = from[i].style == block->style ? style : pg_flow_style (flow, from[i].style);
    }
  return runs;
}

/* All in a share of its size, on the same leading. */
static PgRun *
smaller_runs (PgFlow *flow, const PgBlock *block, const PgRun *from, double share)
{
  PgRun *runs = pg_arena_new_array (flow->manuscript->arena, PgRun, block->n_runs);
  for (guint i = 0; i < block->n_runs; i++)
    {
      PgStyle *style = pg_arena_new0 (flow->manuscript->arena, PgStyle);
      *style = *from[i].style;
      style->size *= share;
      runs[i] = from[i];
      runs[i].style = style;
    }
  return runs;
}

/* A word of a title or a name that is wider than its line is not divided while all can be smaller. */
static void
make_smaller (PgFlow *flow, const PgBlock *block, double width, PgKept *kept, ProgrammeReport **findings)
{
  for (guint percent = 100 - SMALLER_STEP; percent >= SMALLER_LEAST; percent -= SMALLER_STEP)
    {
      g_autoptr (ProgrammeReport) found = programme_report_new ();
      PgStyle style = *block->style;
      style.size *= percent / 100.0;
      const PgRun *runs = smaller_runs (flow, block, kept->runs, percent / 100.0);
      PgLines *lines
          = pg_lines_new (flow->fonts, &style, runs, block->n_runs, width, block->right_to_left, &block->place, found);
      if (lines->is_divided || lines->is_torn)
        {
          pg_lines_free (lines);
          continue;
        }
      pg_lines_free (kept->lines);
      kept->lines = lines;
      kept->lines->baseline = pg_style_baseline (block->style);
      kept->runs = runs;
      kept->is_smaller = TRUE;
      programme_report_unref (*findings);
      *findings = g_steal_pointer (&found);
      return;
    }
}

static void
free_report (gpointer data)
{
  programme_report_unref (data);
}

static PgKept
break_lines (PgFlow *flow, const PgBlock *block, const PgRun *runs, double width)
{
  PgKept kept = { .runs = runs };
  g_autoptr (ProgrammeReport) findings = programme_report_new ();
  const PgStyle *style = block->style;
  if (is_range (block))
    {
      style = pg_flow_style (flow, block->style);
      kept.runs = size_runs (flow, block, kept.runs, style);
    }
  kept.lines = pg_lines_new (flow->fonts, style, kept.runs, block->n_runs, width, block->right_to_left, &block->place,
                             findings);
  if (style->balance && !is_range (block) && (kept.lines->is_divided || kept.lines->is_torn))
    make_smaller (flow, block, width, &kept, &findings);
  if (block->max_lines > 0 && kept.lines->n_lines > block->max_lines)
    {
      pg_lines_free (kept.lines);
      kept.lines = pg_lines_shortened (flow->manuscript->arena, flow->fonts, style, kept.runs, block->n_runs, width,
                                       block->right_to_left, &block->place, block->max_lines);
      kept.is_cut = TRUE;
    }
  g_ptr_array_add (flow->pages->lines, kept.lines);
  if (programme_report_get_n_findings (findings) == 0)
    return kept;
  kept.findings = g_steal_pointer (&findings);
  pg_arena_defer (flow->arena, free_report, kept.findings);
  return kept;
}

/* The lines of a paragraph that says the same, or its own. filled: its runs with page numbers, or NULL. */
static PgKept
find_lines (PgFlow *flow, const PgBlock *block, const PgRun *filled, double width, double size)
{
  const PgRun *runs = filled != NULL ? filled : block->runs;
  PgWording wording = { block->style, runs, block->n_runs, block->max_lines, width, size, block->right_to_left };
  const PgKept *known = pg_alike_find (flow->alike, &wording);
  if (known != NULL)
    return *known;
  if (filled != NULL)
    {
      PgRun *own = pg_arena_new_array (flow->manuscript->arena, PgRun, block->n_runs);
      wording.runs = memcpy (own, filled, block->n_runs * sizeof *own);
    }
  PgKept kept = break_lines (flow, block, wording.runs, width);
  pg_alike_keep (flow->alike, flow->arena, &wording, &kept);
  return kept;
}

/* Widths that are sums of lengths differ a little from place to place; a paragraph that goes on must find its own lines.
   What has page numbers in it is looked for each time it is set; the last is kept. */
const PgKept *
pg_flow_lines (PgFlow *flow, const PgBlock *paragraph, double width)
{
  Key key = { paragraph, round (width / PG_ROUNDING) * PG_ROUNDING, is_range (paragraph) ? flow->sizes.size : 0 };
  gboolean changes = has_field (paragraph);
  Entry *entry = g_hash_table_lookup (flow->lines, &key);
  if (entry != NULL && !changes)
    return &entry->kept;
  g_autofree PgRun *filled = changes ? fill_fields (flow, paragraph) : NULL;
  PgKept kept = find_lines (flow, paragraph, filled, width, key.size);
  if (entry == NULL)
    {
      entry = pg_arena_new0 (flow->arena, Entry);
      entry->key = key;
      g_hash_table_insert (flow->lines, &entry->key, entry);
    }
  entry->kept = kept;
  return &entry->kept;
}

static double
natural_width_of_row (PgFlow *flow, const PgBlock *row)
{
  double width = 0, reach = 0;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const PgCell *cell = &g_array_index (row->cells, PgCell, i);
      double x = MAX (cell->x, reach), natural = cell->block != NULL ? pg_flow_natural_width (flow, cell->block) : 0;
      reach = cell->fit == PG_CELL_NATURAL ? x + natural : reach;
      width = MAX (width, x + natural);
    }
  return width;
}

/* Sums of lengths differ a little: what is exactly as wide as its words must not be broken. */
#define ROUNDING 0.1

static double
natural_width_of_paragraph (PgFlow *flow, const PgBlock *block)
{
  const PgStyle *style = block->style;
  const PgRun *runs = block->runs;
  if (is_range (block))
    {
      style = pg_flow_style (flow, style);
      runs = size_runs (flow, block, runs, style);
    }
  return pg_runs_width (flow->fonts, style, runs, block->n_runs, block->right_to_left) + ROUNDING;
}

double
pg_flow_natural_width (PgFlow *flow, const PgBlock *block)
{
  double width = 0;
  switch (block->kind)
    {
    case PG_BLOCK_PARAGRAPH:
      return natural_width_of_paragraph (flow, block);
    case PG_BLOCK_CHOICE:
      return block->children->len > 0 ? pg_flow_natural_width (flow, g_ptr_array_index (block->children, 0)) : 0;
    case PG_BLOCK_STACK:
    case PG_BLOCK_TABLE:
    case PG_BLOCK_COLUMNS:
      for (guint i = 0; i < block->children->len; i++)
        width = MAX (width, pg_flow_natural_width (flow, g_ptr_array_index (block->children, i)));
      return width;
    case PG_BLOCK_ROW:
      return natural_width_of_row (flow, block);
    case PG_BLOCK_BOX:
      width = pg_flow_natural_width (flow, block->child) + block->padding.left + block->padding.right;
      return MAX (width, block->box_width);
    case PG_BLOCK_IMAGE:
      return block->image->width;
    case PG_BLOCK_CODE:
    case PG_BLOCK_DRAWING:
      return block->side;
    case PG_BLOCK_FILL:
      return block->width;
    case PG_BLOCK_PLACED:
      break;
    }
  return 0;
}

/* Each space is the end of a line. */
static PgRun *
part_runs (PgFlow *flow, const PgBlock *block)
{
  PgRun *runs = pg_arena_new_array (flow->manuscript->arena, PgRun, block->n_runs);
  for (guint i = 0; i < block->n_runs; i++)
    {
      g_autoptr (GString) text = g_string_new (block->runs[i].text);
      g_string_replace (text, " ", "\u2028", 0);
      runs[i] = block->runs[i];
      runs[i].text = pg_arena_strdup (flow->manuscript->arena, text->str);
    }
  return runs;
}

double
pg_flow_least_width (PgFlow *flow, const PgBlock *block)
{
  double width = 0;
  if (block->kind == PG_BLOCK_PARAGRAPH)
    return pg_runs_width (flow->fonts, block->style, part_runs (flow, block), block->n_runs, block->right_to_left)
           + ROUNDING;
  if (!pg_block_is_stack (block))
    return pg_flow_natural_width (flow, block);
  for (guint i = 0; i < block->children->len; i++)
    width = MAX (width, pg_flow_least_width (flow, g_ptr_array_index (block->children, i)));
  return width;
}
