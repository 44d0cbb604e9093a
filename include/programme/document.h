/* A document: one printed piece of an event, laid out in a theme, ready to be drawn or written. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <programme/event.h>
#include <programme/option.h>
#include <programme/theme.h>

G_BEGIN_DECLS

/**
 * ProgrammeDocument:
 *
 * Pages that are laid out. Ref-counted; one document is for one thread at a time, and several threads may make several
 * documents at once.
 *
 * Since: 0.1
 */
typedef struct ProgrammeDocument ProgrammeDocument;

#define PROGRAMME_TYPE_DOCUMENT (programme_document_get_type ())
PROGRAMME_API GType programme_document_get_type (void) G_GNUC_CONST;

/**
 * programme_document_list_pieces:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the pieces that can be made
 *
 * Since: 0.1
 */
PROGRAMME_API const char *const *programme_document_list_pieces (void);

/**
 * programme_document_get_piece_help:
 * @piece: a piece of programme_document_list_pieces()
 *
 * Returns: (transfer none) (nullable): what the piece is, in half a line of English; %NULL: there is no such piece
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_document_get_piece_help (const char *piece);

/**
 * programme_document_new:
 * @event: an event
 * @piece: a piece of programme_document_list_pieces()
 * @theme: a theme
 * @options: (nullable): options; %NULL asks for nothing
 * @report: (nullable): gets the event's errors, if it has not got them yet, and what was found while laying out: images
 *   that cannot be drawn, characters without a font, fonts that cannot be used, rules that could not be kept
 * @cancellable: (nullable): to stop it from another thread or from the progress function
 * @error: return location for an error
 *
 * Lays out a piece. The document keeps its own references to event and theme. The images that it shows were decoded
 * before, or are now: once there is a document, drawing does not fail for one.
 *
 * Once @cancellable is cancelled the library stops at the next page or paragraph, which is within 50 ms, unless another
 * library is at work then: that is waited for.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %PROGRAMME_ERROR_OPTION (no such piece, language or
 *   folder of fonts, paper that is too small, or what programme_options_check() refuses), %PROGRAMME_ERROR_FONTS,
 *   %PROGRAMME_ERROR_INVALID (the event has errors, and programme_options_set_despite_errors() was not called;
 *   it has no title or nothing that the piece is about; or an image that the piece shows is faulty),
 *   %PROGRAMME_ERROR_LAYOUT or %G_IO_ERROR_CANCELLED
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeDocument *programme_document_new (ProgrammeEvent *event, const char *piece,
                                                         ProgrammeTheme *theme, const ProgrammeOptions *options,
                                                         ProgrammeReport *report, GCancellable *cancellable,
                                                         GError **error);

/**
 * programme_document_new_async:
 * @event: an event
 * @piece: a piece of programme_document_list_pieces()
 * @theme: a theme
 * @options: (nullable): options; %NULL asks for nothing
 * @report: (nullable): gets what was found while laying out
 * @cancellable: (nullable): to stop it
 * @callback: (scope async) (closure data): called when it has ended
 * @data: given to @callback
 *
 * programme_document_new() in a thread of its own. Until @callback is called, in the main context that was the thread's
 * default one, @options and @report belong to that thread and must not be used; events and themes do not change, and may
 * be shared. All are kept alive.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_document_new_async (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme,
                                                 ProgrammeOptions *options, ProgrammeReport *report,
                                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                                 gpointer data);

/**
 * programme_document_new_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with an error, as programme_document_new() has it
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeDocument *programme_document_new_finish (GAsyncResult *result, GError **error);

/**
 * programme_document_ref:
 * @document: a document
 *
 * Returns: (transfer full): the same document
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeDocument *programme_document_ref (ProgrammeDocument *document);

/**
 * programme_document_unref:
 * @document: (transfer full): a document
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_document_unref (ProgrammeDocument *document);

/**
 * programme_document_get_n_pages:
 * @document: a document
 *
 * Returns: how many pages it has, at least one
 *
 * Since: 0.1
 */
PROGRAMME_API guint programme_document_get_n_pages (const ProgrammeDocument *document);

/**
 * programme_document_get_page_size:
 * @document: a document
 * @page: from 0 to one less than the number of pages
 * @width: (out) (optional): width of that page in points
 * @height: (out) (optional): height of that page in points
 *
 * Returns: %FALSE, and sizes of 0, if there is no such page
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_document_get_page_size (const ProgrammeDocument *document, guint page, double *width,
                                                         double *height);

/**
 * programme_document_get_language:
 * @document: a document
 *
 * Returns: (transfer none): the event's language that it is in, the first of two
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_document_get_language (const ProgrammeDocument *document);

/**
 * programme_document_list_inputs:
 * @document: a document
 *
 * Lists the files that the document was made from and that are still there: the event, its images, the theme with those
 * that it extends, the folder of fonts, the profile of the press. Nothing is written over one of these.
 *
 * Returns: (transfer full) (array zero-terminated=1) (element-type filename): their paths
 *
 * Since: 0.2
 */
PROGRAMME_API char **programme_document_list_inputs (const ProgrammeDocument *document);

/**
 * programme_document_draw_page:
 * @document: a document
 * @page: from 0 to one less than the number of pages
 * @cr: where to draw
 * @error: return location for an error
 *
 * Draws a page with its upper left corner at the origin, a point to a unit. The state of @cr is as it was afterwards, and
 * so is its path.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OPTION (no such page) or %PROGRAMME_ERROR_OUTPUT when cairo fails
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_draw_page (ProgrammeDocument *document, guint page, cairo_t *cr,
                                                     GError **error);

/**
 * programme_document_write_pdf:
 * @document: a document
 * @path: (type filename): the file to write
 * @cancellable: (nullable): to stop it from another thread or from the progress function
 * @error: return location for an error
 *
 * Writes a PDF beside @path and renames it when it is whole: on failure, and if it is cancelled, the old file is as it was
 * and nothing else is left. Where a link leads to is written, be it there or not; the link stays. What is no regular file,
 * such as a pipe, is written to directly. A file of
 * programme_document_list_inputs() is not replaced. A document made with the option "impose" is written as sheets; with
 * "cover-sheet" these are two files, and programme_write_all() writes them.
 *
 * Once @cancellable is cancelled the library stops at the next page or object of the PDF, which is within 50 ms, unless
 * another library is at work then: that is waited for.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OUTPUT, %PROGRAMME_ERROR_READ, %G_IO_ERROR_CANCELLED, or %PROGRAMME_ERROR_OPTION
 *   for a cover's sheet of its own
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_pdf (ProgrammeDocument *document, const char *path,
                                                     GCancellable *cancellable, GError **error);

/**
 * programme_document_write_pdf_async:
 * @document: a document
 * @path: (type filename): the file to write
 * @cancellable: (nullable): to stop it
 * @callback: (scope async) (closure data): called when it has ended
 * @data: given to @callback
 *
 * programme_document_write_pdf() in a thread of its own. Until @callback is called, in the main context that was the
 * thread's default one, the document belongs to that thread and must not be used, but for references. It is kept alive.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_document_write_pdf_async (ProgrammeDocument *document, const char *path,
                                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                                       gpointer data);

/**
 * programme_document_write_pdf_finish:
 * @document: the document
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: %FALSE with an error, as programme_document_write_pdf() has it
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_document_write_pdf_finish (ProgrammeDocument *document, GAsyncResult *result,
                                                            GError **error);

/**
 * programme_document_write_pdf_to_stream:
 * @document: a document
 * @stream: where to write to; it is neither flushed nor closed
 * @cancellable: (nullable): to stop it, see programme_document_write_pdf(); also given to @stream
 * @error: return location for an error
 *
 * Writes a PDF to a stream of the caller's, in pieces while it is made. What has been written when it fails is no PDF.
 *
 * Returns: %FALSE with the error of @stream as it is, %PROGRAMME_ERROR_OUTPUT, %PROGRAMME_ERROR_READ or
 *   %G_IO_ERROR_CANCELLED
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_pdf_to_stream (ProgrammeDocument *document, GOutputStream *stream,
                                                               GCancellable *cancellable, GError **error);

/**
 * programme_document_write_pdf_to_stream_async:
 * @document: a document
 * @stream: where to write to; it is neither flushed nor closed
 * @cancellable: (nullable): to stop it; also given to @stream
 * @callback: (scope async) (closure data): called when it has ended
 * @data: given to @callback
 *
 * programme_document_write_pdf_to_stream() in a thread of its own, to which @stream belongs, too, until @callback is
 * called; see programme_document_write_pdf_async().
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_document_write_pdf_to_stream_async (ProgrammeDocument *document, GOutputStream *stream,
                                                                 GCancellable *cancellable,
                                                                 GAsyncReadyCallback callback, gpointer data);

/**
 * programme_document_write_pdf_to_stream_finish:
 * @document: the document
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: %FALSE with an error, as programme_document_write_pdf_to_stream() has it
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_document_write_pdf_to_stream_finish (ProgrammeDocument *document, GAsyncResult *result,
                                                                      GError **error);

/**
 * programme_document_write_pdf_to_bytes:
 * @document: a document
 * @cancellable: (nullable): to stop it, see programme_document_write_pdf()
 * @error: return location for an error
 *
 * Writes a PDF into memory, which takes as much as the file is large; programme_document_write_pdf_to_stream() does not.
 *
 * Returns: (transfer full) (nullable): the PDF, or %NULL with %PROGRAMME_ERROR_OUTPUT, %PROGRAMME_ERROR_READ or
 *   %G_IO_ERROR_CANCELLED
 *
 * Since: 0.2
 */
PROGRAMME_API GBytes *programme_document_write_pdf_to_bytes (ProgrammeDocument *document, GCancellable *cancellable,
                                                             GError **error);

/**
 * programme_document_write_png:
 * @document: a document
 * @page: from 0 to one less than the number of pages
 * @dpi: dots to the inch, such as 150; at least 10, and at most 2400 or what makes 32767 pixels on a side or 200 million
 *   in all
 * @path: (type filename): the file to write
 * @cancellable: (nullable): to stop it, before the page is drawn and while it is written
 * @error: return location for an error
 *
 * Writes a page on white as a PNG, as a preview, and renames it when it is whole.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OPTION (@page, @dpi), %PROGRAMME_ERROR_OUTPUT, %PROGRAMME_ERROR_READ or
 *   %G_IO_ERROR_CANCELLED
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_png (ProgrammeDocument *document, guint page, double dpi,
                                                     const char *path, GCancellable *cancellable, GError **error);

/**
 * programme_document_write_png_to_stream:
 * @document: a document
 * @page: from 0 to one less than the number of pages
 * @dpi: dots to the inch, as for programme_document_write_png()
 * @stream: where to write to; it is neither flushed nor closed
 * @cancellable: (nullable): to stop it; also given to @stream
 * @error: return location for an error
 *
 * Writes a page on white as a PNG to a stream of the caller's.
 *
 * Returns: %FALSE with the error of @stream as it is, or those of programme_document_write_png()
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_png_to_stream (ProgrammeDocument *document, guint page, double dpi,
                                                               GOutputStream *stream, GCancellable *cancellable,
                                                               GError **error);

/**
 * programme_document_write_svg:
 * @document: a document
 * @page: from 0 to one less than the number of pages
 * @path: (type filename): the file to write
 * @cancellable: (nullable): to stop it, before the page is drawn and while it is written
 * @error: return location for an error
 *
 * Writes a page on white as an SVG, as a preview, and renames it when it is whole. Its text is shapes: it looks the same
 * where the fonts are missing.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OPTION (@page), %PROGRAMME_ERROR_OUTPUT, %PROGRAMME_ERROR_READ or %G_IO_ERROR_CANCELLED
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_svg (ProgrammeDocument *document, guint page, const char *path,
                                                     GCancellable *cancellable, GError **error);

/**
 * programme_document_write_svg_to_stream:
 * @document: a document
 * @page: from 0 to one less than the number of pages
 * @stream: where to write to; it is neither flushed nor closed
 * @cancellable: (nullable): to stop it; also given to @stream
 * @error: return location for an error
 *
 * Writes a page on white as an SVG to a stream of the caller's; see programme_document_write_svg().
 *
 * Returns: %FALSE with the error of @stream as it is, or those of programme_document_write_svg()
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_svg_to_stream (ProgrammeDocument *document, guint page,
                                                               GOutputStream *stream, GCancellable *cancellable,
                                                               GError **error);

/**
 * programme_extract_source_from_bytes:
 * @pdf: a PDF
 * @name: what errors call it
 * @error: return location for an error
 *
 * Gives back the event that was put into a PDF with programme_options_set_embed_source().
 *
 * Returns: (transfer full) (nullable): the event's XML, or %NULL with %PROGRAMME_ERROR_READ (no PDF, or what it holds is
 *   damaged) or %PROGRAMME_ERROR_INVALID (it holds no source)
 *
 * Since: 0.2
 */
PROGRAMME_API GBytes *programme_extract_source_from_bytes (GBytes *pdf, const char *name, GError **error);

/**
 * programme_extract_source_from_file:
 * @path: (type filename): a PDF
 * @error: return location for an error
 *
 * The same of a file.
 *
 * Returns: (transfer full) (nullable): the event's XML, or %NULL with %PROGRAMME_ERROR_READ (no such file, no PDF, or
 *   what it holds is damaged) or %PROGRAMME_ERROR_INVALID (it holds no source)
 *
 * Since: 0.2
 */
PROGRAMME_API GBytes *programme_extract_source_from_file (const char *path, GError **error);

/**
 * programme_extract_source_to:
 * @path: (type filename): a PDF
 * @output: (type filename): the file to write
 * @error: return location for an error
 *
 * The same, written as programme_document_write_pdf() writes: on failure an old file @output is as it was.
 *
 * Returns: %FALSE with the errors of programme_extract_source_from_file() or %PROGRAMME_ERROR_OUTPUT
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_extract_source_to (const char *path, const char *output, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeDocument, programme_document_unref)

G_END_DECLS
