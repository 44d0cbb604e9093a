/* Enters: nothing, or pages that are laid out. Leaves: empty pages to lay out on; none of what only layout needed. */
#include "layout/frame.h"

static void
free_page (gpointer data)
{
  PgPage *page = data;
  if (page->others-- > 0)
    return;
  g_array_unref (page->items);
  g_free (page);
}

static void
free_lines (gpointer data)
{
  pg_lines_free (data);
}

PgPages *
pg_pages_new_empty (void)
{
  PgPages *pages = g_new0 (PgPages, 1);
  pages->pages = g_ptr_array_new_with_free_func (free_page);
  pages->bookmarks = g_array_new (FALSE, FALSE, sizeof (PgBookmark));
  pages->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  pages->lines = g_ptr_array_new_with_free_func (free_lines);
  pages->destinations = g_array_new (FALSE, FALSE, sizeof (PgDestination));
  pages->records = g_array_new (FALSE, FALSE, sizeof (PgRecord));
  pages->arena = pg_arena_new ();
  return pages;
}

void
pg_pages_free (PgPages *pages)
{
  if (pages == NULL)
    return;
  g_ptr_array_unref (pages->pages);
  g_array_unref (pages->bookmarks);
  g_hash_table_unref (pages->anchors);
  g_ptr_array_unref (pages->lines);
  g_array_unref (pages->destinations);
  g_array_unref (pages->records);
  pg_arena_free (pages->arena);
  g_free (pages);
}

void
pg_pages_drop_unused_lines (PgPages *pages)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GArray *items = pg_pages_get (pages, i)->items;
      gboolean is_own = pg_pages_get (pages, i)->others == 0;
      for (guint k = 0; is_own && k < items->len; k++)
        if (g_array_index (items, PgItem, k).kind == PG_ITEM_TEXT)
          g_hash_table_add (used, (gpointer) g_array_index (items, PgItem, k).text.lines);
    }
  for (guint i = pages->lines->len; i > 0; i--)
    if (!g_hash_table_contains (used, g_ptr_array_index (pages->lines, i - 1)))
      g_ptr_array_remove_index_fast (pages->lines, i - 1);
}
