/* The door of stock.h. Enters: the name of a stock. Leaves: what it is, in words. */
#include "base/units.h"
#include "sheet/stock.h"

#include <programme/stock.h>

const char *const *
programme_stock_list (void)
{
  return pg_stock_names ();
}

static void
add_length (GString *line, const char *before, double points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (number, sizeof number, "%.5g", points / PG_POINTS_PER_MM);
  g_string_append_printf (line, "%s%s", before, number);
}

char *
programme_stock_describe (const char *stock, GError **error)
{
  g_return_val_if_fail (stock != NULL, NULL);
  g_autoptr (PgArena) arena = pg_arena_new ();
  const PgStock *found = pg_stock_read (arena, stock, NULL, error);
  if (found == NULL)
    return NULL;
  GString *line = g_string_new (NULL);
  add_length (line, "", found->width);
  add_length (line, " x ", found->height);
  g_string_append_printf (line, " mm, %u x %u on %s: %s", found->columns, found->rows, found->sheet, found->title);
  if (found->fold > 0)
    add_length (line, ", folded at ", found->fold);
  g_string_append (line, found->fold > 0 ? " mm" : "");
  if (found->corner > 0)
    add_length (line, ", with round corners of ", found->corner);
  g_string_append (line, found->corner > 0 ? " mm" : "");
  if (found->also != NULL)
    g_string_append_printf (line, "; also %s", found->also);
  return g_string_free (line, FALSE);
}
