/* Sheets that are folded once. Enters: pages, and how they are wanted. Leaves: pairs of pages on both sides of each sheet, moved
   towards the fold by the thickness of the sheets outside. */
#include "base/report.h"
#include "base/units.h"
#include "sheet/impose-parts.h"
#include "sheet/order.h"

/* What lies between the two pages of a pair, and how many sheets are outside the first one. */
typedef struct
{
  double mill, spine;
  guint depth;
  gboolean is_cover; /* a sheet of its own */
} Fold;

static void
add_page_number (GString *text, guint page, const char *between)
{
  if (page == PG_BLANK)
    g_string_append_printf (text, "blank%s", between);
  else
    g_string_append_printf (text, "%u%s", page + 1, between);
}

static char *
slug_of (const PgPlan *plan, const PgFoldSide *side, const Fold *fold, guint n_sheets, double creep)
{
  const PgImposeWish *wish = plan->wish;
  GString *text = pg_slug_begin (plan, side->sheet, n_sheets, side->is_back);
  g_string_append (text, " · pages ");
  add_page_number (text, side->left, ", ");
  add_page_number (text, side->right, "");
  g_string_append_printf (text, " of %u, %s%s", plan->n, wish->way == PG_IMPOSE_SADDLE ? "saddle" : "perfect",
                          fold->is_cover ? ", cover" : "");
  if (wish->way == PG_IMPOSE_PERFECT && !fold->is_cover)
    g_string_append_printf (text, ", signature %u", side->signature + 1);
  g_string_append_printf (text, " · creep %.2f mm · flip: %s edge", creep / PG_POINTS_PER_MM,
                          wish->flip == PG_FLIP_LONG ? "long" : "short");
  return g_string_free (text, FALSE);
}

static void
show_pair (const PgPlan *plan, PgSheet *sheet, const PgFoldSide *side, const Fold *fold, double creep)
{
  double middle = sheet->width / 2, away = fold->spine / 2 + fold->mill - creep;
  PgImposePage left = pg_plan_page (plan, side->left), right = pg_plan_page (plan, side->right);
  pg_plan_show (plan, sheet, side->left, middle - away - left.width, (sheet->height - left.height) / 2,
                (PgArea){ 0, 0, middle, sheet->height });
  pg_plan_show (plan, sheet, side->right, middle + away, (sheet->height - right.height) / 2,
                (PgArea){ middle, 0, sheet->width, sheet->height });
}

static void
mark (PgPlan *plan, PgSheet *sheet, const PgFoldSide *side, const Fold *fold)
{
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) down = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (across, sheet->trim.left);
  g_array_append_val (across, sheet->trim.right);
  g_array_append_val (down, sheet->trim.top);
  g_array_append_val (down, sheet->trim.bottom);
  pg_marks_cut (plan, sheet, across, down);
  pg_marks_fold (plan, sheet, sheet->width / 2 - fold->spine / 2);
  if (fold->spine > 0)
    pg_marks_fold (plan, sheet, sheet->width / 2 + fold->spine / 2);
  gboolean is_perfect = plan->wish->way == PG_IMPOSE_PERFECT;
  if (!side->is_back && !fold->is_cover && (!is_perfect || side->depth == 0))
    pg_marks_collation (plan, sheet, is_perfect ? side->signature : side->sheet, is_perfect);
}

static void
add_sides (PgPlan *plan, GPtrArray *sheets, const guint *pages, guint n, const Fold *fold)
{
  const PgImposeWish *wish = plan->wish;
  guint signature = wish->way == PG_IMPOSE_PERFECT ? wish->signature : MAX (n, 4);
  g_autoptr (GArray) sides = pg_order_fold (pages, n, signature, wish->bind_right);
  for (guint i = 0; i < sides->len; i++)
    {
      const PgFoldSide *side = &g_array_index (sides, PgFoldSide, i);
      double creep = (side->depth + fold->depth) * wish->caliper;
      plan->creep = MAX (plan->creep, creep);
      double width = 2 * (plan->page_width + fold->mill) + fold->spine;
      PgSheet *sheet = pg_plan_side (plan, sheets, width, plan->page_height, side->is_back);
      show_pair (plan, sheet, side, fold, creep);
      mark (plan, sheet, side, fold);
      pg_marks_slug (plan, sheet, slug_of (plan, side, fold, sides->len / 2, creep));
    }
}

/* The cover is a sheet of other paper: outside the others, or around their spine. */
static gboolean
add_with_cover (PgPlan *plan, PgImposed *imposed, const guint *pages, guint n, Fold fold, GError **error)
{
  const guint cover[] = { pages[0], pages[1], pages[n - 2], pages[n - 1] };
  Fold around = { .is_cover = TRUE };
  if (n < 8)
    {
      g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                   "cover-sheet=own: with %u pages there is nothing inside the cover: leave it out", plan->n);
      return FALSE;
    }
  fold.depth = plan->wish->way == PG_IMPOSE_SADDLE ? 1 : 0;
  add_sides (plan, imposed->sheets, pages + 2, n - 4, &fold);
  if (plan->wish->way == PG_IMPOSE_PERFECT)
    around.spine = (n - 4) / 2 * plan->wish->caliper;
  if (!pg_plan_sheet (plan, 2 * plan->page_width + around.spine, plan->page_height, error))
    return FALSE;
  imposed->cover = pg_sheets_new ();
  add_sides (plan, imposed->cover, cover, 4, &around);
  return TRUE;
}

gboolean
pg_impose_folded (PgPlan *plan, PgImposed *imposed, GError **error)
{
  Fold fold = { .mill = plan->wish->way == PG_IMPOSE_PERFECT ? plan->wish->mill : 0 };
  g_autoptr (GArray) order = pg_order_with_blanks (plan->n, plan->wish->last);
  const guint *pages = (const guint *) (gpointer) order->data;
  if (!pg_plan_sheet (plan, 2 * (plan->page_width + fold.mill), plan->page_height, error))
    return FALSE;
  if (plan->wish->own_cover)
    return add_with_cover (plan, imposed, pages, order->len, fold, error);
  add_sides (plan, imposed->sheets, pages, order->len, &fold);
  return TRUE;
}
