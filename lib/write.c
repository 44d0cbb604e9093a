/* Enters: a document. Leaves: its pages, drawn or written as PDF, PNG or SVG. */
#include "base/limits.h"
#include "base/shorten.h"
#include "base/units.h"
#include "document.h"
#include "event/event.h"
#include "inputs.h"
#include "output.h"
#include "paint/preview.h"
#include "pdf/accessible.h"
#include "pdf/press.h"

#include <math.h>
#include <programme/programme.h>

gboolean
programme_document_draw_page (ProgrammeDocument *document, guint page, cairo_t *cr, GError **error)
{
  g_return_val_if_fail (document != NULL && cr != NULL, FALSE);
  if (!pg_document_has_page (document, page, error))
    return FALSE;
  cairo_path_t *path = cairo_copy_path (cr);
  cairo_save (cr);
  cairo_new_path (cr);
  gboolean ok = pg_painter_draw (document->painter, pg_pages_get (document->pages, page), cr, error);
  cairo_restore (cr);
  cairo_new_path (cr);
  if (path->status == CAIRO_STATUS_SUCCESS)
    cairo_append_path (cr, path);
  cairo_path_destroy (path);
  return ok;
}

static cairo_status_t
keep (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
paint_pdf (ProgrammeDocument *document, PgWriteFunc write, gpointer closure, GError **error)
{
  const PgManuscript *manuscript = document->manuscript;
  PgMetadata metadata = { manuscript->title, manuscript->subject, manuscript->author, document->created };
  return pg_paint_pdf (document->painter, document->pages, &metadata, write, closure, error);
}

static GBytes *
finish_accessible (const ProgrammeDocument *document, GBytes *drawn, const GArray *chunks,
                   const PgDescription *description, GError **error)
{
  g_autofree char *name = g_path_get_basename (document->event->file);
  PgEmbeddedFile source = { document->event->source, name };
  return pg_accessible_finish (drawn, document->pages, chunks, description, document->embeds_source ? &source : NULL,
                               error);
}

/* The drawing, finished for what it is for; it has to be there whole. */
static GBytes *
draw_and_finish (ProgrammeDocument *document, GError **error)
{
  g_autofree char *creator = g_strdup_printf ("programme %s", programme_version ());
  const PgManuscript *manuscript = document->manuscript;
  g_autofree char *title = pg_shorten_for_pdf (manuscript->title);
  g_autofree char *subject = pg_shorten_for_pdf (manuscript->subject);
  g_autofree char *author = pg_shorten_for_pdf (manuscript->author);
  PgDescription description = { title, subject, author, manuscript->language, creator, document->created };
  PgOutputIntent intent = { document->intent, document->intent_name };
  gboolean is_press = document->profile == PROGRAMME_PROFILE_PRESS;
  g_autoptr (GArray) chunks = g_array_new (FALSE, FALSE, sizeof (PgChunk));
  GByteArray *bytes = g_byte_array_new ();
  pg_painter_mark (document->painter, is_press ? NULL : chunks);
  gboolean ok = paint_pdf (document, keep, bytes, error);
  pg_painter_mark (document->painter, NULL);
  g_autoptr (GBytes) drawn = g_byte_array_free_to_bytes (bytes);
  if (!ok)
    return NULL;
  return is_press ? pg_press_finish (drawn, document->pages, &description, &intent, error)
                  : finish_accessible (document, drawn, chunks, &description, error);
}

static gboolean
produce_pdf (ProgrammeDocument *document, PgWriteFunc write, gpointer closure, GError **error)
{
  if (document->profile == PROGRAMME_PROFILE_PLAIN)
    return paint_pdf (document, write, closure, error);
  g_autoptr (GBytes) finished = draw_and_finish (document, error);
  gsize length = 0;
  const guint8 *start = finished != NULL ? g_bytes_get_data (finished, &length) : NULL;
  cairo_status_t status = start != NULL ? write (closure, start, (unsigned int) length) : CAIRO_STATUS_SUCCESS;
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "the PDF could not be written: %s",
                 cairo_status_to_string (status));
  return start != NULL && status == CAIRO_STATUS_SUCCESS;
}

gboolean
pg_part_produce (gpointer data, PgWriteFunc write, gpointer closure, GError **error)
{
  const PgPart *part = data;
  PgPainter *painter = part->document->painter;
  switch (part->format)
    {
    case PROGRAMME_FORMAT_PDF:
      break;
    case PROGRAMME_FORMAT_SVG:
      return pg_paint_svg (painter, pg_pages_get (part->document->pages, part->page), write, closure, error);
    case PROGRAMME_FORMAT_PNG:
      return pg_paint_png (painter, pg_pages_get (part->document->pages, part->page), part->dpi, write, closure, error);
    }
  return produce_pdf (part->document, write, closure, error);
}

static gboolean
is_good_dpi (const PgPage *page, double dpi, GError **error)
{
  double inches = MAX (page->width, page->height) / PG_POINTS_PER_INCH;
  double area = page->width * page->height / (PG_POINTS_PER_INCH * PG_POINTS_PER_INCH);
  double most = MIN (PG_MAX_DPI, MIN (PG_MAX_PICTURE_SIDE / inches, sqrt (PG_MAX_PICTURE_PIXELS / area)));
  if (dpi >= PG_MIN_DPI && dpi <= most) /* not so, if it is no number */
    return TRUE;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
               "%g dots to the inch are too %s; on this paper %d to %d will do", dpi, dpi < PG_MIN_DPI ? "few" : "many",
               PG_MIN_DPI, (int) most);
  return FALSE;
}

gboolean
pg_part_check (const PgPart *part, GError **error)
{
  if (part->format == PROGRAMME_FORMAT_PDF)
    return TRUE;
  return pg_document_has_page (part->document, part->page, error)
         && (part->format != PROGRAMME_FORMAT_PNG
             || is_good_dpi (pg_pages_get (part->document->pages, part->page), part->dpi, error));
}

static gboolean
write_part (PgPart *part, const char *path, GError **error)
{
  return pg_part_check (part, error) && pg_document_spares (part->document, path, error)
         && pg_output_write (path, pg_part_produce, part, error);
}

static gboolean
write_part_to_stream (PgPart *part, PgWriteFunc write, gpointer closure, GError **error)
{
  return pg_part_check (part, error) && pg_part_produce (part, write, closure, error);
}

gboolean
programme_document_write_pdf (ProgrammeDocument *document, const char *path, GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_PDF, 0, 0 };
  return write_part (&part, path, error);
}

gboolean
programme_document_write_pdf_to_stream (ProgrammeDocument *document, cairo_write_func_t write, void *closure,
                                        GError **error)
{
  g_return_val_if_fail (document != NULL && write != NULL, FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_PDF, 0, 0 };
  return write_part_to_stream (&part, write, closure, error);
}

gboolean
programme_document_write_png (ProgrammeDocument *document, guint page, double dpi, const char *path, GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_PNG, page, dpi };
  return write_part (&part, path, error);
}

gboolean
programme_document_write_png_to_stream (ProgrammeDocument *document, guint page, double dpi, cairo_write_func_t write,
                                        void *closure, GError **error)
{
  g_return_val_if_fail (document != NULL && write != NULL, FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_PNG, page, dpi };
  return write_part_to_stream (&part, write, closure, error);
}

gboolean
programme_document_write_svg (ProgrammeDocument *document, guint page, const char *path, GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_SVG, page, 0 };
  return write_part (&part, path, error);
}

gboolean
programme_document_write_svg_to_stream (ProgrammeDocument *document, guint page, cairo_write_func_t write,
                                        void *closure, GError **error)
{
  g_return_val_if_fail (document != NULL && write != NULL, FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_SVG, page, 0 };
  return write_part_to_stream (&part, write, closure, error);
}
