/* Enters: pages. Leaves: findings on the pictures on them that have too few pixels for their size. */
#include "paint/resolution.h"

#include "base/limits.h"
#include "base/units.h"
#include "paint/image.h"

#include <math.h>

/* A picture where it is largest. */
typedef struct
{
  const PgItem *item;
  PgDrawn drawn;
} Largest;

static void
look_at (const PgItem *item, PgPictures *pictures, GHashTable *all)
{
  const PgPictureFacts *facts
      = item->kind == PG_ITEM_IMAGE ? pg_pictures_look (pictures, item->image.shown->path) : NULL;
  if (facts == NULL || (!facts->has_pixels && facts->effects == 0))
    return;
  PgDrawn drawn = pg_image_drawn (facts, item);
  const Largest *before = g_hash_table_lookup (all, item->image.shown->path);
  if (before != NULL && before->drawn.width >= drawn.width)
    return;
  Largest *largest = g_new (Largest, 1);
  *largest = (Largest){ item, drawn };
  g_hash_table_replace (all, (gpointer) item->image.shown->path, largest);
}

static void
judge (const Largest *largest, const PgPictureFacts *facts, double least, ProgrammeReport *report)
{
  double inches = largest->drawn.width / PG_POINTS_PER_INCH, dpi = floor (facts->width / inches + 1e-6);
  if (dpi >= least)
    return;
  const PgItem *item = largest->item;
  double share = least * inches / facts->width;
  pg_report_add (
      report, PROGRAMME_SEVERITY_WARNING, &item->image.shown->place, "image-resolution",
      "\"%s\" has %.0f pixels to the inch where it stands, and from %.0f on a picture looks sharp: use one of "
      "%.0f x %.0f pixels or more, or an SVG",
      item->image.shown->path, dpi, least, ceil (facts->width * share), ceil (facts->height * share));
}

static void
judge_effects (const Largest *largest, const PgPictureFacts *facts, ProgrammeReport *report)
{
  double dpi = pg_picture_effects_dpi (facts, largest->drawn.width, largest->drawn.height);
  if (dpi >= PG_MAX_PICTURE_DPI)
    return;
  pg_report_add (
      report, PROGRAMME_SEVERITY_WARNING, &largest->item->image.shown->place, "image-resolution",
      "\"%s\" has filters or masks, and they are drawn with %.0f pixels to the inch where it stands, because %d "
      "would take long: use fewer, or a picture of pixels",
      largest->item->image.shown->path, dpi, PG_MAX_PICTURE_DPI);
}

void
pg_check_resolution (const PgPages *pages, PgPictures *pictures, double least, ProgrammeReport *report)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint p = 0; p < pages->pages->len; p++)
    {
      const PgPage *page = pg_pages_get (pages, p);
      for (guint i = 0; i < page->items->len; i++)
        look_at (&g_array_index (page->items, PgItem, i), pictures, all);
    }
  GHashTableIter iter;
  gpointer path, largest;
  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &path, &largest))
    {
      const PgPictureFacts *facts = pg_pictures_look (pictures, path);
      if (facts->has_pixels)
        judge (largest, facts, least, report);
      else
        judge_effects (largest, facts, report);
    }
}
