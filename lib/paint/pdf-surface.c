/* Enters: all pages and the sheets that show them. Leaves: cairo's PDF of these, with bookmarks and metadata, written sheet
   by sheet. */
#include "base/plain.h"
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
    {
      g_autofree char *value = pg_plain_for_pdf (values[i].value);
      if (value != NULL)
        cairo_pdf_surface_set_metadata (surface, values[i].key, value);
    }
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
      g_autofree char *title = pg_plain_for_pdf (bookmark->title);
      parents[level]
          = cairo_pdf_surface_add_outline (surface, parents[level - 1], title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
      deepest = level;
    }
}

/* Where a sheet has another size than the one before it, cairo cuts what is drawn to whole points: they are rounded up. */
static void
resize (cairo_surface_t *surface, const PgSheet *sheet, const PgSheet *before)
{
  if (sheet->width != before->width || sheet->height != before->height)
    cairo_pdf_surface_set_size (surface, ceil (sheet->width), ceil (sheet->height));
}

static gboolean
draw_sheet (PgPainter *painter, const PgPages *pages, const PgSheet *sheet, cairo_t *cr, GError **error)
{
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < sheet->shown->len; i++)
    {
      const PgShown *shown = &g_array_index (sheet->shown, PgShown, i);
      cairo_identity_matrix (cr);
      cairo_translate (cr, shown->x, shown->y);
      ok = pg_painter_draw (painter, pg_pages_get (pages, shown->page), cr, error);
    }
  return ok;
}

static void
draw_sheets (PgPainter *painter, const PgPages *pages, const GPtrArray *sheets, cairo_surface_t *surface, cairo_t *cr,
             PgSink *sink)
{
  guint n = sheets->len;
  GError *error = NULL;
  for (guint i = 0; i < n && pg_stream_step (sink, (double) i / n); i++)
    {
      const PgSheet *sheet = pg_sheets_get (sheets, i);
      resize (surface, sheet, pg_sheets_get (sheets, i > 0 ? i - 1 : 0));
      if (draw_sheet (painter, pages, sheet, cr, &error))
        cairo_show_page (cr);
      else
        pg_sink_fail (sink, error);
    }
}

gboolean
pg_paint_pdf (PgPainter *painter, const PgPages *pages, const GPtrArray *sheets, const PgMetadata *metadata,
              PgSink *sink)
{
  const PgSheet *first = pg_sheets_get (sheets, 0);
  pg_drawing_begin ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (pg_stream_write, sink, first->width, first->height);
  set_metadata (surface, metadata);
  add_bookmarks (surface, pages);
  cairo_t *cr = cairo_create (surface);
  PgThinFonts *thin = pg_thin_fonts_new (pages);
  pg_painter_use_thin_fonts (painter, thin);
  draw_sheets (painter, pages, sheets, surface, cr, sink);
  pg_painter_use_thin_fonts (painter, NULL);
  cairo_destroy (cr);
  gboolean ok = pg_stream_finish (sink, surface, "PDF");
  pg_thin_fonts_free (thin);
  pg_drawing_end ();
  return ok;
}
