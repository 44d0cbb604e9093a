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

struct PgPainting
{
  PgPainter *painter;
  PgSink *sink;
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height; /* of the last sheet */
};

/* Where a sheet has another size than the one before it, cairo cuts what is drawn to whole points: they are rounded up. */
static void
resize (PgPainting *painting, const PgSheet *sheet)
{
  if (sheet->width != painting->width || sheet->height != painting->height)
    cairo_pdf_surface_set_size (painting->surface, ceil (sheet->width), ceil (sheet->height));
  painting->width = sheet->width;
  painting->height = sheet->height;
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
draw_sheets (PgPainting *painting, const PgPages *pages, const GPtrArray *sheets)
{
  guint n = sheets->len;
  GError *error = NULL;
  for (guint i = 0; i < n && pg_stream_step (painting->sink, (double) i / n); i++)
    {
      const PgSheet *sheet = pg_sheets_get (sheets, i);
      resize (painting, sheet);
      if (draw_sheet (painting->painter, pages, sheet, painting->cr, &error))
        cairo_show_page (painting->cr);
      else
        pg_sink_fail (painting->sink, error);
    }
}

PgPainting *
pg_painting_new (PgPainter *painter, const PgSheet *first, const PgMetadata *metadata, PgSink *sink)
{
  PgPainting *painting = g_new0 (PgPainting, 1);
  painting->painter = painter;
  painting->sink = sink;
  painting->surface = cairo_pdf_surface_create_for_stream (pg_stream_write, sink, first->width, first->height);
  painting->width = first->width;
  painting->height = first->height;
  set_metadata (painting->surface, metadata);
  painting->cr = cairo_create (painting->surface);
  return painting;
}

void
pg_painting_add (PgPainting *painting, const PgPages *pages, const GPtrArray *sheets)
{
  pg_drawing_begin ();
  PgThinFonts *thin = pg_thin_fonts_new (pages);
  pg_painter_use_thin_fonts (painting->painter, thin);
  draw_sheets (painting, pages, sheets);
  pg_painter_use_thin_fonts (painting->painter, NULL);
  pg_thin_fonts_free (thin); /* cairo has what it needs of them */
  pg_drawing_end ();
}

gboolean
pg_painting_finish (PgPainting *painting)
{
  pg_drawing_begin ();
  cairo_destroy (painting->cr);
  gboolean ok = pg_stream_finish (painting->sink, painting->surface, "PDF");
  pg_drawing_end ();
  g_free (painting);
  return ok;
}

gboolean
pg_paint_pdf (PgPainter *painter, const PgPages *pages, const GPtrArray *sheets, const PgMetadata *metadata,
              PgSink *sink)
{
  pg_drawing_begin ();
  PgPainting *painting = pg_painting_new (painter, pg_sheets_get (sheets, 0), metadata, sink);
  pg_painting_add (painting, pages, sheets);
  if (!metadata->without_bookmarks && sink->error == NULL) /* cairo 1.18 leaks where a bookmark's page is not there */
    add_bookmarks (painting->surface, pages);
  gboolean ok = pg_painting_finish (painting);
  pg_drawing_end ();
  return ok;
}
