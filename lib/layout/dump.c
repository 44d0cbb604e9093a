/* Enters: pages. Leaves: text that says where each item stands, for tests. */
#include "layout/frame.h"

static void
dump_text (GString *out, const PgItem *item)
{
  const PgLines *lines = item->text.lines;
  const PgLine *line = &lines->lines[item->text.line];
  double x = item->x + line->x;
  g_string_append_printf (out, "text %.2f %.2f %.2f \"%.*s\"%s\n", x, item->y, line->width,
                          (int) (line->end - line->start), lines->text + line->start, line->hyphenated ? "-" : "");
}

static void
dump_item (GString *out, const PgItem *item)
{
  g_string_append (out, item->artifact ? "  ~ " : "    ");
  switch (item->kind)
    {
    case PG_ITEM_TEXT:
      dump_text (out, item);
      break;
    case PG_ITEM_FILL:
      g_string_append_printf (out, "fill %.2f %.2f %.2f %.2f #%02x%02x%02x\n", item->x, item->y, item->width,
                              item->height, (guint) (item->fill.red * 255 + 0.5),
                              (guint) (item->fill.green * 255 + 0.5), (guint) (item->fill.blue * 255 + 0.5));
      break;
    case PG_ITEM_IMAGE:
      g_string_append_printf (out, "image %.2f %.2f %.2f %.2f %s\n", item->x, item->y, item->width, item->height,
                              item->image.path);
      break;
    }
}

char *
pg_pages_dump (const PgPages *pages)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const PgPage *page = pg_pages_get (pages, i);
      g_string_append_printf (out, "page %u %.2f x %.2f\n", i + 1, page->width, page->height);
      for (guint j = 0; j < page->items->len; j++)
        dump_item (out, &g_array_index (page->items, PgItem, j));
    }
  for (guint i = 0; i < pages->bookmarks->len; i++)
    {
      const PgBookmark *bookmark = &g_array_index (pages->bookmarks, PgBookmark, i);
      g_string_append_printf (out, "bookmark %u page %u \"%s\"\n", bookmark->level, bookmark->page + 1,
                              bookmark->title);
    }
  return g_string_free (out, FALSE);
}
