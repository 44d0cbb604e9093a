/* Which page stands where. Enters: a number of pages. Leaves: the pages of each side of each sheet, without measures. */
#include "sheet/order.h"

GArray *
pg_order_with_blanks (guint n, guint last)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_blanks = (4 - n % 4) % 4, blank = PG_BLANK, n_before = n - MIN (last, n);
  for (guint page = 0; page < n_before; page++)
    g_array_append_val (pages, page);
  for (guint i = 0; i < n_blanks; i++)
    g_array_append_val (pages, blank);
  for (guint page = n_before; page < n; page++)
    g_array_append_val (pages, page);
  return pages;
}

/* The sheet that so many others of its signature are outside of; of m pages. */
static void
add_sheet (GArray *sides, PgFoldSide side, const guint *pages, guint m, gboolean bind_right)
{
  guint first = 2 * side.depth, last = m - 1 - first;
  for (guint back = 0; back < 2; back++)
    {
      guint recto = pages[back ? last - 1 : first], verso = pages[back ? first + 1 : last];
      side.is_back = back == 1;
      side.left = bind_right ? recto : verso;
      side.right = bind_right ? verso : recto;
      g_array_append_val (sides, side);
    }
}

GArray *
pg_order_fold (const guint *pages, guint n, guint signature, gboolean bind_right)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (PgFoldSide));
  PgFoldSide side = { 0 };
  for (guint first = 0; first < n; first += signature, side.signature++)
    {
      guint m = MIN (signature, n - first);
      for (side.depth = 0; side.depth < m / 4; side.depth++, side.sheet++)
        add_sheet (sides, side, pages + first, m, bind_right);
    }
  return sides;
}

guint
pg_order_n_sheets (guint n, guint places)
{
  return (n + places - 1) / places;
}
