/* Enters: a page of items. Leaves: the same on a cairo_t. One switch over the kinds of items. */
#include "paint/paint.h"

#include "base/report.h"
#include "paint/glyphs.h"
#include "paint/image.h"

struct PgPainter
{
  PgImageLoader loader;
  gpointer data;
  GHashTable *pictures; /* path to PgPicture */
  PgGlyphRoom room;
};

static void
free_picture (gpointer picture)
{
  pg_picture_free (picture);
}

PgPainter *
pg_painter_new (PgImageLoader loader, gpointer data)
{
  PgPainter *painter = g_new0 (PgPainter, 1);
  painter->loader = loader;
  painter->data = data;
  painter->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_picture);
  return painter;
}

void
pg_painter_free (PgPainter *painter)
{
  if (painter == NULL)
    return;
  g_hash_table_unref (painter->pictures);
  pg_glyph_room_clear (&painter->room);
  g_free (painter);
}

static void
set_colour (cairo_t *cr, const PgColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

/* The runs in logical order, which is the order in which the text is read out of a PDF; the picture is the same. */
static void
draw_text (PgPainter *painter, const PgItem *item, cairo_t *cr)
{
  const PgLines *lines = item->text.lines;
  const PgLine *line = &lines->lines[item->text.line];
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PgGlyphRun *run = &line->runs[i];
      set_colour (cr, &run->run->style->colour);
      pg_glyphs_show (&painter->room, cr, lines->text, run->glyphs, item->x + run->x, item->y - run->rise);
    }
}

static gboolean
draw_image (PgPainter *painter, const PgItem *item, cairo_t *cr, GError **error)
{
  const char *path = item->image.path;
  PgPicture *picture = g_hash_table_lookup (painter->pictures, path);
  if (picture == NULL)
    {
      g_autoptr (GBytes) bytes = painter->loader (path, painter->data, error);
      if (bytes == NULL)
        return FALSE;
      picture = pg_picture_new (bytes, path, error);
      if (picture == NULL)
        return FALSE;
      g_hash_table_insert (painter->pictures, g_strdup (path), picture);
    }
  return pg_picture_draw (picture, item, cr, error);
}

static gboolean
draw_item (PgPainter *painter, const PgItem *item, cairo_t *cr, GError **error)
{
  switch (item->kind)
    {
    case PG_ITEM_TEXT:
      draw_text (painter, item, cr);
      return TRUE;
    case PG_ITEM_FILL:
      set_colour (cr, &item->fill);
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      return TRUE;
    case PG_ITEM_IMAGE:
      return draw_image (painter, item, cr, error);
    }
  return TRUE;
}

gboolean
pg_painter_draw (PgPainter *painter, const PgPage *page, cairo_t *cr, GError **error)
{
  for (guint i = 0; i < page->items->len; i++)
    if (!draw_item (painter, &g_array_index (page->items, PgItem, i), cr, error))
      return FALSE;
  cairo_status_t status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "drawing failed: %s", cairo_status_to_string (status));
  return FALSE;
}
