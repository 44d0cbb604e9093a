/* Enters: a page of items. Leaves: the same on a cairo_t. One switch over the kinds of items. */
#include "paint/paint.h"

#include "base/mark.h"
#include "base/report.h"
#include "font/drawing.h"
#include "image/decoded.h"
#include "paint/drawing.h"
#include "paint/glyphs.h"
#include "paint/image.h"

struct PgPainter
{
  PgDecoded *decoded;
  PgGlyphRoom room;
  PgThinFonts *thin; /* of a PDF that is being painted; or NULL */
  GArray *chunks;    /* PgChunk, of what is marked; or NULL */
  GPtrArray *codes;  /* PgCode, whose places are kept; or NULL */
  guint page;        /* from 0: how many pages were drawn since then */
  gboolean starts;   /* nothing of the page is marked yet */
};

PgPainter *
pg_painter_new (PgPictures *pictures)
{
  PgPainter *painter = g_new0 (PgPainter, 1);
  painter->decoded = pg_decoded_new (pictures);
  return painter;
}

void
pg_painter_free (PgPainter *painter)
{
  if (painter == NULL)
    return;
  pg_decoded_free (painter->decoded);
  pg_glyph_room_clear (&painter->room);
  g_free (painter);
}

static void
set_colour (cairo_t *cr, const PgColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

void
pg_painter_mark (PgPainter *painter, GArray *chunks)
{
  painter->chunks = chunks;
  painter->page = 0;
}

void
pg_painter_reserve (PgPainter *painter, GPtrArray *reserved, GPtrArray *codes)
{
  pg_decoded_reserve (painter->decoded, reserved);
  painter->codes = codes;
}

void
pg_painter_use_thin_fonts (PgPainter *painter, PgThinFonts *thin)
{
  painter->thin = thin;
}

/* Cairo writes the rectangle as it is, whatever is clipped or transformed, where the state is set back for it. */
static void
draw_mark (cairo_t *cr, guint number)
{
  PgMarkRectangle mark = pg_mark_encode (number);
  cairo_save (cr);
  cairo_reset_clip (cr);
  cairo_identity_matrix (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, mark.x, mark.y, mark.width, mark.height);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Cairo joins the areas of all that is drawn on a page, which is slow where there is much of it, unless the first covers all of
   it. The finishing pass leaves it out, as it does the marks. */
static void
draw_ground (cairo_t *cr, const PgPage *page)
{
  double inset = 1 / 256.0; /* or else cairo forgets the path */
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, inset, inset, page->width - 2 * inset, page->height - 2 * inset);
  cairo_fill (cr);
}

/* Marks what comes now, where that is another part than what came before. */
static void
mark (PgPainter *painter, cairo_t *cr, const PgElement *element, PgArtifact artifact, const PgCode *code)
{
  GArray *chunks = painter->chunks;
  if (chunks == NULL)
    return;
  const PgChunk *before = painter->starts ? NULL : &g_array_index (chunks, PgChunk, chunks->len - 1);
  if (before != NULL && before->element == element && before->artifact == artifact && before->code == code)
    return;
  PgChunk chunk = { element, artifact, painter->page, code };
  draw_mark (cr, chunks->len);
  g_array_append_val (chunks, chunk);
  painter->starts = FALSE;
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
      mark (painter, cr, pg_item_run_element (item, run->run), item->artifact, NULL);
      set_colour (cr, &run->run->style->colour);
      pg_glyphs_show (&painter->room, cr, painter->thin, lines->text, run->glyphs, item->x + run->x,
                      item->y - run->rise);
    }
}

/* One path of whole modules: of each row a line as thick as they are for those that are dark beside each other, which has half
   as many points as a rectangle. */
static void
draw_code (const PgItem *item, cairo_t *cr)
{
  const PgCode *code = item->code.code;
  double module = item->width / code->n;
  for (guint row = 0; row < code->n; row++)
    for (guint from = 0, to; from < code->n; from = to + 1)
      {
        for (to = from; to < code->n && pg_code_is_dark (code, row, to);)
          to++;
        if (to == from)
          continue;
        cairo_move_to (cr, item->x + from * module, item->y + (row + 0.5) * module);
        cairo_line_to (cr, item->x + to * module, item->y + (row + 0.5) * module);
      }
  cairo_set_line_width (cr, module);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  set_colour (cr, item->code.ink);
  cairo_stroke (cr);
}

/* Where a code is: who finishes the content draws its modules there, which takes a fraction of what cairo takes for them. */
static void
draw_square (PgPainter *painter, const PgItem *item, cairo_t *cr)
{
  if (painter->codes != NULL)
    {
      draw_mark (cr, painter->codes->len);
      g_ptr_array_add (painter->codes, (gpointer) item->code.code);
    }
  set_colour (cr, item->code.ink);
  cairo_rectangle (cr, item->x, item->y, item->width, item->height);
  cairo_fill (cr);
}

/* cairo forgets what it has drawn, marks too, where one rectangle then covers all of a page whose size is in whole points;
   a path that has a second one within it is none. */
static void
draw_fill (const PgItem *item, cairo_t *cr)
{
  set_colour (cr, &item->fill);
  cairo_rectangle (cr, item->x, item->y, item->width, item->height);
  if (item->x <= 0 && item->y <= 0)
    cairo_rectangle (cr, item->x, item->y, item->width / 2, item->height / 2);
  cairo_fill (cr);
}

static void
draw_item (PgPainter *painter, const PgItem *item, cairo_t *cr)
{
  switch (item->kind)
    {
    case PG_ITEM_TEXT:
      draw_text (painter, item, cr);
      break;
    case PG_ITEM_FILL:
      mark (painter, cr, NULL, item->artifact, NULL);
      draw_fill (item, cr);
      break;
    case PG_ITEM_CODE:
      mark (painter, cr, item->element, item->artifact, item->code.code);
      if (painter->chunks != NULL || painter->codes != NULL)
        draw_square (painter, item, cr);
      else
        draw_code (item, cr);
      break;
    case PG_ITEM_DRAWING:
      mark (painter, cr, item->element, item->artifact, NULL);
      set_colour (cr, item->drawing.ink);
      pg_drawing_draw (item, cr);
      break;
    case PG_ITEM_IMAGE:
      mark (painter, cr, item->element, item->artifact, NULL);
      pg_image_draw (painter->decoded, item, cr);
      break;
    }
}

static void
turn (cairo_t *cr, const PgTurned *turned)
{
  double x = turned->x + (turned->quarters < 3 ? turned->width : 0),
         y = turned->y + (turned->quarters > 1 ? turned->height : 0);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, turned->quarters * G_PI_2);
  cairo_translate (cr, -turned->x, -turned->y);
}

static void
draw_turned (PgPainter *painter, const PgItem *item, cairo_t *cr)
{
  cairo_save (cr);
  turn (cr, item->turned);
  draw_item (painter, item, cr);
  cairo_restore (cr);
}

gboolean
pg_painter_draw (PgPainter *painter, const PgPage *page, cairo_t *cr, GError **error)
{
  painter->starts = TRUE;
  pg_drawing_begin ();
  if (painter->chunks != NULL && page->items->len > 0)
    draw_ground (cr, page);
  for (guint i = 0; i < page->items->len; i++)
    {
      const PgItem *item = &g_array_index (page->items, PgItem, i);
      if (item->turned != NULL)
        draw_turned (painter, item, cr);
      else
        draw_item (painter, item, cr);
    }
  pg_drawing_end ();
  painter->page++;
  cairo_status_t status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "drawing failed: %s", cairo_status_to_string (status));
  return FALSE;
}
