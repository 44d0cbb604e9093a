/* Enters: a page of items. Leaves: the same on any cairo_t. Decides nothing. */
#pragma once

#include "base/sink.h"
#include "image/pictures.h"
#include "layout/frame.h"
#include "sheet/sheet.h"

#include <cairo.h>

typedef struct PgPainter PgPainter;

/* pictures must live longer, and have been asked about each image that the pages show: pg_pictures_check(). */
PgPainter *pg_painter_new (PgPictures *pictures);
void pg_painter_free (PgPainter *painter); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgPainter, pg_painter_free)

/* Draws the page with its upper left corner at cairo's origin, in points. PROGRAMME_ERROR_OUTPUT when cairo fails. */
gboolean pg_painter_draw (PgPainter *painter, const PgPage *page, cairo_t *cr, GError **error);

/* From now on a mark (base/mark.h) is drawn before each part of a page, and the part is added to chunks, an array of PgChunk;
   NULL: no longer. */
void pg_painter_mark (PgPainter *painter, GArray *chunks);

/* From now on pictures of pixels are not drawn, but their places are kept: pg_decoded_reserve(). Nor are codes: a mark with its
   number in codes, const PgCode*, is drawn for each, and a square where it is. NULL: no longer. */
void pg_painter_reserve (PgPainter *painter, GPtrArray *reserved, GPtrArray *codes);

typedef struct
{
  const char *title, *subject, *author; /* each may be NULL */
  gint64 created;                       /* seconds since 1970 */
  gboolean without_bookmarks;           /* whoever finishes it adds them, or wants none */
} PgMetadata;

/* A PDF that grows. Painter and sink are borrowed until the end. What is added may be gone then: it has been drawn. */
typedef struct PgPainting PgPainting;
PgPainting *pg_painting_new (PgPainter *painter, const PgSheet *first, const PgMetadata *metadata, PgSink *sink);
void pg_painting_add (PgPainting *painting, const PgPages *pages, const GPtrArray *sheets);
gboolean pg_painting_finish (PgPainting *painting); /* FALSE: the sink has failed, as below */

/* The sheets (sheet/sheet.h) as a PDF with bookmarks and metadata, written sheet by sheet. FALSE: the sink has
   failed, also with the errors of pg_painter_draw(). */
gboolean pg_paint_pdf (PgPainter *painter, const PgPages *pages, const GPtrArray *sheets, const PgMetadata *metadata,
                       PgSink *sink);
