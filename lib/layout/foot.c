/* Enters: what stands on a page, and the notes on it. Leaves: these at the foot of the page on which their marks stand, below a
   short rule, numbered from 1 on through the document. */
#include "layout/flow.h"

/* Numbers */

typedef struct
{
  PgArena *arena;
  GHashTable *numbers; /* key to number */
  gboolean found;
} Numbering;

static void
number_runs (const PgBlock *paragraph, gpointer data)
{
  Numbering *numbering = data;
  for (guint i = 0; i < paragraph->n_runs; i++)
    {
      PgRun *run = &paragraph->runs[i];
      PgNote *note = run->note;
      if (note == NULL)
        continue;
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbering->numbers, note->key));
      if (number == 0)
        {
          number = g_hash_table_size (numbering->numbers) + 1;
          g_hash_table_insert (numbering->numbers, (gpointer) note->key, GUINT_TO_POINTER (number));
        }
      const char *figures = pg_flow_figures (numbering->arena, number, note->zero);
      if (g_strcmp0 (run->text, figures) != 0) /* or it is another document's, too, which numbered it */
        run->text = note->label->runs[0].text = figures;
      numbering->found = TRUE;
    }
}

void
pg_flow_number_notes (PgFlow *flow)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  Numbering numbering = { flow->manuscript->arena, numbers, FALSE };
  pg_manuscript_each (flow->manuscript, PG_BLOCK_PARAGRAPH, number_runs, &numbering);
  flow->has_notes = numbering.found;
}

/* Places */

/* A note, and the element that its mark is in. */
typedef struct
{
  const PgNote *note;
  PgElement *element;
} Marked;

static void
add_notes (GArray *notes, const PgItem *item)
{
  const PgLine *line = &item->text.lines->lines[item->text.line];
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PgNote *note = line->runs[i].run->note;
      Marked marked = { note, item->element };
      gboolean is_new = note != NULL;
      for (guint k = 0; k < notes->len && is_new; k++)
        is_new = g_array_index (notes, Marked, k).note != note;
      if (is_new)
        g_array_append_val (notes, marked);
    }
}

/* Those whose marks are among the items from the first one on. */
static GArray *
find_notes (const PgFlow *flow, guint first)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (Marked));
  for (guint i = first; flow->has_notes && i < flow->items->len; i++)
    {
      const PgItem *item = &g_array_index (flow->items, PgItem, i);
      if (item->kind == PG_ITEM_TEXT && item->artifact == PG_ARTIFACT_NONE)
        add_notes (notes, item);
    }
  return notes;
}

static PgArea
note_area (const PgNote *note, PgArea area)
{
  area.x += note->x;
  area.width = note->width > 0 ? note->width : area.width - note->x;
  area.space = PG_UNBOUNDED;
  return area;
}

/* What they take, with the rule and the white above them. */
static double
height_of (PgFlow *flow, const GArray *notes, PgArea area)
{
  if (notes->len == 0)
    return 0;
  const PgFoot *foot = g_array_index (notes, Marked, 0).note->foot;
  double height = foot->above + pg_rule_height (foot->rule) + foot->below;
  PgElement *around = flow->tags.element;
  for (guint i = 0; i < notes->len; i++)
    {
      const Marked *marked = &g_array_index (notes, Marked, i);
      flow->tags.element = marked->element;
      height += pg_flow_measure (flow, marked->note->block, note_area (marked->note, area).width);
    }
  flow->tags.element = around;
  return height;
}

double
pg_flow_notes_height (PgFlow *flow, guint first, PgArea area)
{
  g_autoptr (GArray) notes = find_notes (flow, first);
  return height_of (flow, notes, area);
}

/* Each belongs to what its mark is in. */
static void
set_notes (PgFlow *flow, const GArray *notes, PgArea area)
{
  const PgNote *first = g_array_index (notes, Marked, 0).note;
  PgElement *around = flow->tags.element;
  area.y += first->foot->above;
  area.y += pg_flow_rule (flow, first->foot->rule, area.x + first->x, area.y, first->foot->length) + first->foot->below;
  for (guint i = 0; i < notes->len; i++)
    {
      const Marked *marked = &g_array_index (notes, Marked, i);
      const PgResume *rest = NULL;
      double height = 0;
      flow->tags.element = marked->element;
      pg_flow_block (flow, marked->note->block, note_area (marked->note, area), NULL, &rest, &height);
      area.y += height;
    }
  flow->tags.element = around;
}

/* With less and less room, until the notes on what is set have room below it: a line whose notes have none goes to the next
   page with them. */
PgFit
pg_flow_page (PgFlow *flow, const PgBlock *block, PgArea area, double foot, const PgResume *from, const PgResume **rest,
              double *height)
{
  PgState start = pg_flow_save (flow);
  gboolean may_overflow = flow->may_overflow;
  double reserved = 0, needed;
  PgFit fit;
  while (TRUE)
    {
      PgArea above = { area.x, area.y, area.width, area.space - reserved };
      flow->may_overflow = may_overflow;
      fit = pg_flow_block (flow, block, above, from, rest, height);
      needed = fit != PG_FIT_NONE ? pg_flow_notes_height (flow, start.items, area) : 0;
      if (needed <= reserved + PG_ROUNDING)
        break;
      pg_flow_restore (flow, start);
      reserved = needed;
    }
  if (needed <= 0)
    return fit;
  g_autoptr (GArray) notes = find_notes (flow, start.items);
  set_notes (flow, notes, (PgArea){ area.x, MAX (foot - needed, area.y + *height), area.width, needed });
  *height += needed;
  return fit;
}
