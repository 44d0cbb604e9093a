/* Enters: a page, and the one in its place in a document that is like its own. Leaves: how much of what they show is the same. */
#include "layout/layout.h"

#include <string.h>

static gboolean
is_same_colour (const PgColour *a, const PgColour *b)
{
  return a->red == b->red && a->green == b->green && a->blue == b->blue;
}

static gboolean
are_same_glyphs (const PangoGlyphString *a, const PangoGlyphString *b)
{
  if (a->num_glyphs != b->num_glyphs)
    return FALSE;
  for (int i = 0; i < a->num_glyphs; i++)
    {
      const PangoGlyphInfo *one = &a->glyphs[i], *other = &b->glyphs[i];
      if (one->glyph != other->glyph || a->log_clusters[i] != b->log_clusters[i]
          || one->geometry.width != other->geometry.width || one->geometry.x_offset != other->geometry.x_offset
          || one->geometry.y_offset != other->geometry.y_offset)
        return FALSE;
    }
  return TRUE;
}

static gboolean
are_same_runs (const PgLines *a, const PgGlyphRun *one, const PgLines *b, const PgGlyphRun *other)
{
  const PangoItem *item = one->glyphs->item, *other_item = other->glyphs->item;
  return one->x == other->x && one->rise == other->rise && item->analysis.font == other_item->analysis.font
         && item->analysis.level == other_item->analysis.level && item->length == other_item->length
         && memcmp (a->text + item->offset, b->text + other_item->offset, (gsize) item->length) == 0
         && is_same_colour (&one->run->style->colour, &other->run->style->colour)
         && are_same_glyphs (one->glyphs->glyphs, other->glyphs->glyphs);
}

static gboolean
are_same_lines (const PgItem *a, const PgItem *b)
{
  const PgLine *one = &a->text.lines->lines[a->text.line], *other = &b->text.lines->lines[b->text.line];
  gboolean same = one->n_runs == other->n_runs;
  for (guint i = 0; i < one->n_runs && same; i++)
    same = are_same_runs (a->text.lines, &one->runs[i], b->text.lines, &other->runs[i]);
  return same;
}

static gboolean
are_same_images (const PgItem *a, const PgItem *b)
{
  const PgItemImage *one = a->image.shown, *other = b->image.shown;
  return strcmp (one->path, other->path) == 0 && one->crop == other->crop && a->image.at_right == b->image.at_right
         && (one->tint == other->tint
             || (one->tint != NULL && other->tint != NULL && is_same_colour (one->tint, other->tint)));
}

static gboolean
are_same_items (const PgItem *a, const PgItem *b)
{
  if (a->kind != b->kind || a->x != b->x || a->y != b->y || a->width != b->width || a->height != b->height
      || a->turned != NULL || b->turned != NULL)
    return FALSE;
  switch (a->kind)
    {
    case PG_ITEM_TEXT:
      return are_same_lines (a, b);
    case PG_ITEM_FILL:
      return is_same_colour (&a->fill, &b->fill);
    case PG_ITEM_IMAGE:
      return are_same_images (a, b);
    case PG_ITEM_CODE:
      return FALSE; /* they are of one person each */
    case PG_ITEM_DRAWING:
      return a->drawing.drawing == b->drawing.drawing && a->drawing.eighths == b->drawing.eighths
             && is_same_colour (a->drawing.ink, b->drawing.ink);
    }
  return FALSE;
}

void
pg_page_compare (const PgPage *page, guint *start, guint *end)
{
  const PgPage *like = page->like;
  *start = *end = 0;
  if (like == NULL || page->width != like->width || page->height != like->height
      || memcmp (&page->surround, &like->surround, sizeof page->surround) != 0)
    return;
  guint n = page->items->len, n_like = like->items->len, least = MIN (n, n_like);
  const PgItem *items = (const PgItem *) (gpointer) page->items->data,
               *others = (const PgItem *) (gpointer) like->items->data;
  while (*start < least && are_same_items (&items[*start], &others[*start]))
    ++*start;
  while (*start + *end < least && are_same_items (&items[n - 1 - *end], &others[n_like - 1 - *end]))
    ++*end;
}
