/* Enters: pages. Leaves: sheets, each with the pages on it and where they stand. */
#include "sheet/sheet.h"

static void
free_sheet (gpointer data)
{
  PgSheet *sheet = data;
  g_array_unref (sheet->shown);
  g_free (sheet);
}

static PgSheet *
sheet_of (const PgPage *page, guint index)
{
  PgSheet *sheet = g_new0 (PgSheet, 1);
  PgShown shown = { index, page->surround.beside, page->surround.above };
  sheet->width = page->width + 2 * page->surround.beside;
  sheet->height = page->height + 2 * page->surround.above;
  sheet->shown = g_array_new (FALSE, FALSE, sizeof (PgShown));
  g_array_append_val (sheet->shown, shown);
  return sheet;
}

GPtrArray *
pg_sheets_of_single_pages (const PgPages *pages)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func (free_sheet);
  for (guint i = 0; i < pages->pages->len; i++)
    g_ptr_array_add (sheets, sheet_of (pg_pages_get (pages, i), i));
  return sheets;
}
