/* Enters: pages. Leaves: text that says where each item stands and how it looks, for tests. */
#include "block/block.h"
#include "layout/frame.h"

typedef struct
{
  GString *out;
  char *look; /* of the text before, or NULL */
} Dump;

/* How a run looks and where it leads, but for its fonts, which are its style's: "name size flags #colour language". */
static char *
look_of (const PgItem *item, const PgGlyphRun *glyphs)
{
  const PgRunElements *runs = item->text.runs;
  const PgElement *element = runs != NULL ? runs->elements[glyphs->run - runs->runs] : NULL;
  const PgRun *run = glyphs->run;
  const PgStyle *style = run->style;
  g_autofree char *colour = pg_colour_dump (&style->colour);
  g_autoptr (GString) out = g_string_new (style->name);
  g_string_append_printf (out, " %g", style->size);
  if (style->bold || (run->flags & PG_RUN_BOLD) != 0)
    g_string_append (out, " bold");
  if (style->italic || (run->flags & PG_RUN_ITALIC) != 0)
    g_string_append (out, " italic");
  g_string_append_printf (out, " %s %s", colour, run->language);
  if (glyphs->rise != 0)
    g_string_append_printf (out, " rise %.2f", glyphs->rise);
  if (element != NULL && element->href != NULL)
    g_string_append_printf (out, " to %s", element->href);
  if (element != NULL && element->anchor != NULL)
    g_string_append_printf (out, " to #%s", element->anchor);
  return g_strdup (out->str);
}

/* Before each stretch of the line that looks otherwise than what was before it: how, in brackets. */
static void
dump_looks (Dump *dump, const PgItem *item, const PgLine *line)
{
  const PgLines *lines = item->text.lines;
  guint from = line->start;
  for (guint i = 0; i < line->n_runs; i++)
    {
      g_autofree char *look = look_of (item, &line->runs[i]);
      if (g_strcmp0 (look, dump->look) == 0)
        continue;
      guint at = i == 0 ? line->start : (guint) line->runs[i].glyphs->item->offset;
      if (at > from && at < line->end)
        {
          g_string_append_printf (dump->out, "\"%.*s\" ", (int) (at - from), lines->text + from);
          from = at;
        }
      g_string_append_printf (dump->out, "[%s] ", look);
      g_free (dump->look);
      dump->look = g_steal_pointer (&look);
    }
  g_string_append_printf (dump->out, "\"%.*s\"%s\n", (int) (line->end - from), lines->text + from,
                          line->hyphenated ? "-" : "");
}

static void
dump_text (Dump *dump, const PgItem *item)
{
  const PgLine *line = &item->text.lines->lines[item->text.line];
  g_string_append_printf (dump->out, "text %.2f %.2f %.2f ", item->x + line->x, item->y, line->width);
  dump_looks (dump, item, line);
}

static void
dump_image (GString *out, const PgItem *item)
{
  g_string_append_printf (out, "image %.2f %.2f %.2f %.2f %s", item->x, item->y, item->width, item->height,
                          item->image.shown->path);
  if (item->image.shown->alt != NULL)
    g_string_append_printf (out, " \"%s\"", item->image.shown->alt);
  if (item->image.shown->crop)
    g_string_append (out, " crop");
  if (item->image.at_right)
    g_string_append (out, " at-right");
  if (item->image.shown->tint != NULL)
    {
      g_autofree char *tint = pg_colour_dump (item->image.shown->tint);
      g_string_append_printf (out, " tint %s", tint);
    }
  g_string_append_c (out, '\n');
}

static void
dump_fill (GString *out, const PgItem *item)
{
  g_autofree char *colour = pg_colour_dump (&item->fill);
  g_string_append_printf (out, "fill %.2f %.2f %.2f %.2f %s\n", item->x, item->y, item->width, item->height, colour);
}

static void
dump_item (Dump *dump, const PgItem *item)
{
  g_string_append (dump->out, item->artifact ? "  ~ " : "    ");
  if (item->turned != NULL)
    g_string_append_printf (dump->out, "turned %u in %.2f %.2f %.2f %.2f: ", item->turned->quarters, item->turned->x,
                            item->turned->y, item->turned->width, item->turned->height);
  switch (item->kind)
    {
    case PG_ITEM_TEXT:
      dump_text (dump, item);
      break;
    case PG_ITEM_FILL:
      dump_fill (dump->out, item);
      break;
    case PG_ITEM_DRAWING:
      g_string_append_printf (dump->out, "drawing %.2f %.2f %.2f %s %u\n", item->x, item->y, item->width,
                              item->drawing.drawing->name, item->drawing.eighths);
      break;
    case PG_ITEM_CODE:
      g_string_append_printf (dump->out, "code %.2f %.2f %.2f \"%s\"\n", item->x, item->y, item->width,
                              item->code.code->payload);
      break;
    case PG_ITEM_IMAGE:
      dump_image (dump->out, item);
      break;
    }
}

/* Each page says anew how its first text looks. */
static void
dump_page (GString *out, const PgPage *page)
{
  Dump dump = { out, NULL };
  for (guint i = 0; i < page->items->len; i++)
    dump_item (&dump, &g_array_index (page->items, PgItem, i));
  g_free (dump.look);
}

char *
pg_pages_dump (const PgPages *pages)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const PgPage *page = pg_pages_get (pages, i);
      g_string_append_printf (out, "page %u %.2f x %.2f\n", i + 1, page->width, page->height);
      dump_page (out, page);
    }
  for (guint i = 0; i < pages->bookmarks->len; i++)
    {
      const PgBookmark *bookmark = &g_array_index (pages->bookmarks, PgBookmark, i);
      g_string_append_printf (out, "bookmark %u page %u at %.2f \"%s\"\n", bookmark->level, bookmark->page + 1,
                              bookmark->y, bookmark->title);
    }
  for (guint i = 0; i < pages->destinations->len; i++)
    {
      const PgDestination *place = &g_array_index (pages->destinations, PgDestination, i);
      g_string_append_printf (out, "place %s page %u at %.2f\n", place->name, place->page + 1, place->y);
    }
  return g_string_free (out, FALSE);
}
