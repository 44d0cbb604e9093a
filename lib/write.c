/* Enters: a document. Leaves: its pages, drawn or written as PDF, PNG or SVG. */
#include "base/limits.h"
#include "base/plain.h"
#include "base/units.h"
#include "document.h"
#include "event/event.h"
#include "image/reserved.h"
#include "impose.h"
#include "inputs.h"
#include "output.h"
#include "paint/preview.h"
#include "pdf/accessible.h"
#include "pdf/press.h"
#include "press-run.h"

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

PgMetadata
pg_document_metadata (const ProgrammeDocument *document)
{
  const PgManuscript *manuscript = document->manuscript;
  return (PgMetadata){ manuscript->title, manuscript->subject, manuscript->author, document->created, FALSE };
}

static gboolean
paint_pdf (ProgrammeDocument *document, gboolean is_finished, PgSink *sink)
{
  PgMetadata metadata = pg_document_metadata (document);
  metadata.without_bookmarks = !is_finished;
  return pg_paint_pdf (document->painter, document->pages, document->sheets, &metadata, sink);
}

/* Into memory: the finishing pass takes it up whole. */
static GBytes *
paint_to_finish (ProgrammeDocument *document, GArray *chunks, GPtrArray *reserved, GPtrArray *codes, PgWatch *watch,
                 GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  PgSink memory;
  pg_sink_init (&memory, pg_sink_keep, bytes, watch);
  pg_painter_mark (document->painter, chunks);
  pg_painter_reserve (document->painter, reserved, codes);
  paint_pdf (document, FALSE, &memory);
  pg_painter_reserve (document->painter, NULL, NULL);
  pg_painter_mark (document->painter, NULL);
  return pg_sink_end (&memory, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static const char *
plain (const ProgrammeDocument *document, const char *text)
{
  g_autofree char *said = pg_plain_for_pdf (text);
  return pg_arena_strdup (document->arena, said);
}

PgDescription
pg_document_describe (const ProgrammeDocument *document)
{
  const PgManuscript *manuscript = document->manuscript;
  return (PgDescription){ .title = plain (document, manuscript->title),
                          .subject = plain (document, manuscript->subject),
                          .author = plain (document, manuscript->author),
                          .language = manuscript->language,
                          .creator = pg_arena_printf (document->arena, "programme %s", programme_version ()),
                          .created = document->created,
                          .right_to_left = manuscript->right_to_left,
                          .facing = manuscript->facing,
                          .duplex = manuscript->duplex };
}

static gboolean
finish_pdf (const ProgrammeDocument *document, GBytes *drawn, const GArray *chunks, const GPtrArray *reserved,
            const GPtrArray *codes, PgSink *sink)
{
  PgDescription description = pg_document_describe (document);
  if (document->profile == PROGRAMME_PROFILE_PRESS)
    {
      PgOutputIntent intent = { document->intent, document->intent_name };
      PgPressPictures pictures = { reserved, codes, document->event->pictures, document->inks };
      return pg_press_finish (drawn, document->pages, &description, &intent, &pictures, sink);
    }
  g_autofree char *name = g_path_get_basename (document->event->file);
  PgEmbeddedFile source = { document->event->source, name };
  return pg_accessible_finish (drawn, document->pages, chunks, &description, document->embeds_source ? &source : NULL,
                               sink);
}

#define PAINTING 0.6     /* of the time of a PDF that is finished after it */
#define MAKING_PAGES 0.8 /* of the time of sheets */

static gboolean
produce_pages (ProgrammeDocument *document, PgSink *sink)
{
  if (document->profile == PROGRAMME_PROFILE_PLAIN)
    return paint_pdf (document, TRUE, sink);
  gboolean is_press = document->profile == PROGRAMME_PROFILE_PRESS;
  g_autoptr (GArray) chunks = g_array_new (FALSE, FALSE, sizeof (PgChunk));
  g_autoptr (GPtrArray) reserved = is_press ? pg_reserved_new () : NULL;
  g_autoptr (GPtrArray) codes = is_press ? g_ptr_array_new () : NULL;
  GError *error = NULL;
  PgWatchPart whole = pg_watch_narrow (sink->watch, 0, PAINTING);
  g_autoptr (GBytes) drawn = paint_to_finish (document, is_press ? NULL : chunks, reserved, codes, sink->watch, &error);
  pg_watch_widen (sink->watch, whole);
  if (drawn == NULL)
    {
      pg_sink_fail (sink, error);
      return FALSE;
    }
  pg_watch_narrow (sink->watch, PAINTING, 1);
  gboolean ok = finish_pdf (document, drawn, chunks, reserved, codes, sink);
  pg_watch_widen (sink->watch, whole);
  return ok;
}

/* Into memory first where sheets show the pages. */
static gboolean
produce_pdf (ProgrammeDocument *document, PgSheets sheets, PgSink *sink)
{
  if (document->imposing == NULL && document->profile == PROGRAMME_PROFILE_PRESS && document->pages->records->len > 0)
    return pg_run_produce (document, sink);
  if (document->imposing == NULL)
    return produce_pages (document, sink);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GError *error = NULL;
  PgSink memory;
  PgWatchPart whole = pg_watch_narrow (sink->watch, 0, MAKING_PAGES);
  pg_sink_init (&memory, pg_sink_keep, bytes, sink->watch);
  produce_pages (document, &memory);
  pg_watch_widen (sink->watch, whole);
  if (!pg_sink_end (&memory, &error))
    {
      pg_sink_fail (sink, error);
      return FALSE;
    }
  g_autoptr (GBytes) pdf = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  pg_watch_narrow (sink->watch, MAKING_PAGES, 1);
  gboolean ok = pg_impose_produce (document, pdf, sheets, sink);
  pg_watch_widen (sink->watch, whole);
  return ok;
}

gboolean
pg_part_produce (gpointer data, PgSink *sink)
{
  const PgPart *part = data;
  PgPainter *painter = part->document->painter;
  switch (part->format)
    {
    case PROGRAMME_FORMAT_PDF:
      break;
    case PROGRAMME_FORMAT_SVG:
      return pg_paint_svg (painter, pg_pages_get (part->document->pages, part->page), sink);
    case PROGRAMME_FORMAT_PNG:
      return pg_paint_png (painter, pg_pages_get (part->document->pages, part->page), part->dpi, sink);
    }
  return produce_pdf (part->document, part->sheets, sink);
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
  if (part->format == PROGRAMME_FORMAT_PDF && part->sheets == PG_ALL_SHEETS && pg_impose_has_cover (part->document))
    {
      pg_impose_refuse_one (error);
      return FALSE;
    }
  if (part->format == PROGRAMME_FORMAT_PDF)
    return TRUE;
  return pg_document_has_page (part->document, part->page, error)
         && (part->format != PROGRAMME_FORMAT_PNG
             || is_good_dpi (pg_pages_get (part->document->pages, part->page), part->dpi, error));
}

static gboolean
write_part (PgPart *part, const char *path, GCancellable *cancellable, GError **error)
{
  PgWatch watch = pg_watch_new (cancellable, part->document->progress, "write");
  return pg_part_check (part, error) && pg_document_spares (part->document, path, error)
         && pg_output_write (path, pg_part_produce, part, &watch, error);
}

static gboolean
write_to_sink (PgPart *part, PgWriteFunc write, gpointer closure, GCancellable *cancellable, GError **error)
{
  PgWatch watch = pg_watch_new (cancellable, part->document->progress, "write");
  PgSink sink;
  if (!pg_part_check (part, error))
    return FALSE;
  pg_sink_init (&sink, write, closure, &watch);
  if (pg_sink_step (&sink, 0))
    pg_part_produce (part, &sink);
  if (!pg_sink_end (&sink, error))
    return FALSE;
  pg_watch_end (&watch);
  return TRUE;
}

/* A stream of the caller's, and its cancellable. */
typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
} Stream;

static gboolean
pass_on (gpointer closure, const guint8 *data, gsize length, GError **error)
{
  const Stream *to = closure;
  if (g_output_stream_write_all (to->stream, data, length, NULL, to->cancellable, error))
    return TRUE;
  if (*error == NULL) /* a stream of somebody's own that breaks GIO's rules */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the stream failed and does not say why");
  return FALSE;
}

gboolean
pg_part_write_to_stream (PgPart *part, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  Stream to = { stream, cancellable };
  return write_to_sink (part, pass_on, &to, cancellable, error);
}

gboolean
programme_document_write_pdf (ProgrammeDocument *document, const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_PDF, 0, 0, PG_ALL_SHEETS };
  return write_part (&part, path, cancellable, error);
}

gboolean
programme_document_write_pdf_to_stream (ProgrammeDocument *document, GOutputStream *stream, GCancellable *cancellable,
                                        GError **error)
{
  g_return_val_if_fail (document != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_PDF, 0, 0, PG_ALL_SHEETS };
  return pg_part_write_to_stream (&part, stream, cancellable, error);
}

GBytes *
programme_document_write_pdf_to_bytes (ProgrammeDocument *document, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (document != NULL, NULL);
  PgPart part = { document, PROGRAMME_FORMAT_PDF, 0, 0, PG_ALL_SHEETS };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  if (!write_to_sink (&part, pg_sink_keep, bytes, cancellable, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
programme_document_write_png (ProgrammeDocument *document, guint page, double dpi, const char *path,
                              GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_PNG, page, dpi, PG_ALL_SHEETS };
  return write_part (&part, path, cancellable, error);
}

gboolean
programme_document_write_png_to_stream (ProgrammeDocument *document, guint page, double dpi, GOutputStream *stream,
                                        GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (document != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_PNG, page, dpi, PG_ALL_SHEETS };
  return pg_part_write_to_stream (&part, stream, cancellable, error);
}

gboolean
programme_document_write_svg (ProgrammeDocument *document, guint page, const char *path, GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_SVG, page, 0, PG_ALL_SHEETS };
  return write_part (&part, path, cancellable, error);
}

gboolean
programme_document_write_svg_to_stream (ProgrammeDocument *document, guint page, GOutputStream *stream,
                                        GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (document != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);
  PgPart part = { document, PROGRAMME_FORMAT_SVG, page, 0, PG_ALL_SHEETS };
  return pg_part_write_to_stream (&part, stream, cancellable, error);
}
