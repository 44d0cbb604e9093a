/* Enters: pages. Leaves: sheets, each with the pages on it and where they stand. */
#include "sheet/sheet.h"

static void
free_sheet (gpointer data)
{
  PgSheet *sheet = data;
  g_array_unref (sheet->shown);
  g_clear_pointer (&sheet->marks, g_array_unref);
  g_free (sheet->slug);
  g_free (sheet);
}

GPtrArray *
pg_sheets_new (void)
{
  return g_ptr_array_new_with_free_func (free_sheet);
}

PgSheet *
pg_sheets_add (GPtrArray *sheets, double width, double height)
{
  PgSheet *sheet = g_new0 (PgSheet, 1);
  sheet->width = width;
  sheet->height = height;
  sheet->shown = g_array_new (FALSE, FALSE, sizeof (PgShown));
  g_ptr_array_add (sheets, sheet);
  return sheet;
}

static void
add_single (GPtrArray *sheets, const PgPage *page, guint index)
{
  double beside = page->surround.beside, above = page->surround.above;
  PgSheet *sheet = pg_sheets_add (sheets, page->width + 2 * beside, page->height + 2 * above);
  PgShown shown = { index, beside, above, page->width, page->height, { 0, 0, sheet->width, sheet->height } };
  g_array_append_val (sheet->shown, shown);
}

GPtrArray *
pg_sheets_of_single_pages (const PgPages *pages)
{
  GPtrArray *sheets = pg_sheets_new ();
  for (guint i = 0; i < pages->pages->len; i++)
    add_single (sheets, pg_pages_get (pages, i), i);
  return sheets;
}
