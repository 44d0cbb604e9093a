/* Enters: all pages. Leaves: cairo's PDF of them, with bookmarks and metadata, written page by page. */
#include "base/shorten.h"
#include "font/drawing.h"
#include "paint/stream.h"
#include "paint/thin.h"

#include <cairo-pdf.h>
#include <math.h>

static void
set_metadata (cairo_surface_t *surface, const PgMetadata *metadata)
{
  const struct
  {
    cairo_pdf_metadata_t key;
    const char *value;
  } values[]
      = { { CAIRO_PDF_METADATA_TITLE, metadata->title },
          { CAIRO_PDF_METADATA_SUBJECT, metadata->subject },
          { CAIRO_PDF_METADATA_AUTHOR, metadata->author },
          { CAIRO_PDF_METADATA_CREATOR, "programme " G_STRINGIFY (PROGRAMME_MAJOR_VERSION) "." G_STRINGIFY (
                                            PROGRAMME_MINOR_VERSION) "." G_STRINGIFY (PROGRAMME_MICRO_VERSION) } };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].value != NULL)
      cairo_pdf_surface_set_metadata (surface, values[i].key, values[i].value);
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (metadata->created);
  g_autofree char *date = created != NULL ? g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  if (date != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static void
add_bookmarks (cairo_surface_t *surface, const PgPages *pages)
{
  int parents[8] = { CAIRO_PDF_OUTLINE_ROOT };
  guint deepest = 0; /* the lowest level that has an entry to hang from */
  for (guint i = 0; i < pages->bookmarks->len; i++)
    {
      const PgBookmark *bookmark = &g_array_index (pages->bookmarks, PgBookmark, i);
      guint level = MIN (MIN (bookmark->level, deepest + 1), G_N_ELEMENTS (parents) - 1);
      /* Whole points: cairo reads fractions as the locale writes them, some with a comma. */
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", bookmark->page + 1, (int) bookmark->y);
      g_autofree char *title = pg_shorten_for_pdf (bookmark->title);
      parents[level]
          = cairo_pdf_surface_add_outline (surface, parents[level - 1], title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
      deepest = level;
    }
}

static double
sheet_width (const PgPage *page)
{
  return page->width + 2 * page->surround.beside;
}

static double
sheet_height (const PgPage *page)
{
  return page->height + 2 * page->surround.above;
}

/* Where a page has another size than the one before it, cairo cuts what is drawn to whole points: they are rounded up. */
static void
resize (cairo_surface_t *surface, const PgPage *page, const PgPage *before)
{
  if (sheet_width (page) != sheet_width (before) || sheet_height (page) != sheet_height (before))
    cairo_pdf_surface_set_size (surface, ceil (sheet_width (page)), ceil (sheet_height (page)));
}

static void
draw_pages (PgPainter *painter, const PgPages *pages, cairo_surface_t *surface, cairo_t *cr, PgSink *sink)
{
  guint n = pages->pages->len;
  GError *error = NULL;
  for (guint i = 0; i < n && pg_stream_step (sink, (double) i / n); i++)
    {
      const PgPage *page = pg_pages_get (pages, i);
      resize (surface, page, pg_pages_get (pages, i > 0 ? i - 1 : 0));
      cairo_identity_matrix (cr);
      cairo_translate (cr, page->surround.beside, page->surround.above);
      if (pg_painter_draw (painter, page, cr, &error))
        cairo_show_page (cr);
      else
        pg_sink_fail (sink, error);
    }
}

gboolean
pg_paint_pdf (PgPainter *painter, const PgPages *pages, const PgMetadata *metadata, PgSink *sink)
{
  const PgPage *first = pg_pages_get (pages, 0);
  pg_drawing_begin ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (pg_stream_write, sink, sheet_width (first), sheet_height (first));
  set_metadata (surface, metadata);
  add_bookmarks (surface, pages);
  cairo_t *cr = cairo_create (surface);
  PgThinFonts *thin = pg_thin_fonts_new (pages);
  pg_painter_use_thin_fonts (painter, thin);
  draw_pages (painter, pages, surface, cr, sink);
  pg_painter_use_thin_fonts (painter, NULL);
  cairo_destroy (cr);
  gboolean ok = pg_stream_finish (sink, surface, "PDF");
  pg_thin_fonts_free (thin);
  pg_drawing_end ();
  return ok;
}
