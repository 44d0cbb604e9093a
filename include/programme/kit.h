/* Several documents and several files: editions, a file for each page, a check of all that can be made. */
#pragma once

#include <programme/document.h>
#include <programme/people.h>

G_BEGIN_DECLS

/**
 * programme_options_wants_editions:
 * @options: (nullable): options
 * @theme: a theme
 *
 * Returns: %TRUE if @options ask for editions, or for two languages that @theme sets as editions:
 *   programme_document_new_editions() makes them
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_options_wants_editions (const ProgrammeOptions *options, const ProgrammeTheme *theme);

/**
 * programme_document_new_editions:
 * @event: an event
 * @piece: a piece of programme_document_list_pieces()
 * @theme: a theme
 * @options: (nullable): options
 * @report: (nullable): gets what was found while laying out
 * @cancellable: (nullable): to stop it, see programme_document_new()
 * @error: return location for an error
 *
 * Lays out a piece once for each language: those of @options, or all of the event's.
 *
 * Returns: (transfer container) (element-type ProgrammeDocument) (nullable): the documents, which the array unrefs when
 *   it is freed, or %NULL with the errors of programme_document_new()
 *
 * Since: 0.2
 */
PROGRAMME_API GPtrArray *programme_document_new_editions (ProgrammeEvent *event, const char *piece,
                                                          ProgrammeTheme *theme, const ProgrammeOptions *options,
                                                          ProgrammeReport *report, GCancellable *cancellable,
                                                          GError **error);

/**
 * programme_document_name_edition:
 * @document: a document
 * @path: (type filename): such as "agenda.pdf"
 * @format: what is written
 *
 * Returns: (transfer full) (type filename): the name of the edition in the document's language, such as "agenda-en.pdf"
 *
 * Since: 0.2
 */
PROGRAMME_API char *programme_document_name_edition (const ProgrammeDocument *document, const char *path,
                                                     ProgrammeFormat format);

/**
 * programme_document_name_page:
 * @document: a document
 * @page: a page, from 0
 * @path: (type filename): such as "agenda.png"
 * @format: what is written
 *
 * Returns: (transfer full) (type filename): the name of that page's file, such as "agenda-03.png": with as many digits as
 *   the number of pages has, so that names sort as pages do
 *
 * Since: 0.2
 */
PROGRAMME_API char *programme_document_name_page (const ProgrammeDocument *document, guint page, const char *path,
                                                  ProgrammeFormat format);

/**
 * programme_document_write_pages:
 * @document: a document
 * @pages: (nullable): which pages, from 1, such as "1-3,5"; %NULL: all
 * @format: %PROGRAMME_FORMAT_PNG or %PROGRAMME_FORMAT_SVG
 * @dpi: dots to the inch, as for programme_document_write_png(); an SVG has none
 * @path: (type filename): the file to write where @pages is one page; else see programme_document_name_page()
 * @cancellable: (nullable): to stop it, see programme_document_write_pdf()
 * @error: return location for an error
 *
 * Writes a file for each page, all of them or none, also if it is cancelled.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OPTION (@pages, @format, @dpi), %PROGRAMME_ERROR_OUTPUT,
 *   %PROGRAMME_ERROR_READ or %G_IO_ERROR_CANCELLED
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_document_write_pages (ProgrammeDocument *document, const char *pages,
                                                       ProgrammeFormat format, double dpi, const char *path,
                                                       GCancellable *cancellable, GError **error);

/**
 * programme_write_all:
 * @documents: (element-type ProgrammeDocument): a document, or editions of one
 * @options: (nullable): options, of which "format", "pages" and "dpi" matter
 * @path: (type filename): the file to write; editions and pages have names made from it
 * @cancellable: (nullable): to stop it, see programme_document_write_pdf()
 * @error: return location for an error
 *
 * Writes PDFs or a file for each page: all of them, or none. A file of programme_document_list_inputs() is not replaced.
 * Of documents made with the option "cover-sheet" each PDF has another beside it, such as "sheets-cover.pdf".
 *
 * Returns: (transfer full) (array zero-terminated=1) (element-type filename) (nullable): the files that were written, or
 *   %NULL with %PROGRAMME_ERROR_OPTION, %PROGRAMME_ERROR_OUTPUT, %PROGRAMME_ERROR_READ or %G_IO_ERROR_CANCELLED
 *
 * Since: 0.2
 */
PROGRAMME_API char **programme_write_all (GPtrArray *documents, const ProgrammeOptions *options, const char *path,
                                          GCancellable *cancellable, GError **error);

/**
 * programme_people_new_speakers:
 * @event: an event
 *
 * Returns: (transfer full): those who have a part in the event's sessions, for programme_options_set_people()
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammePeople *programme_people_new_speakers (ProgrammeEvent *event);

/**
 * ProgrammeRun:
 *
 * A piece for each of a list of people, in a folder or in a file for the press. Ref-counted; not for several threads at once.
 *
 * Since: 0.2
 */
typedef struct ProgrammeRun ProgrammeRun;

#define PROGRAMME_TYPE_RUN (programme_run_get_type ())
PROGRAMME_API GType programme_run_get_type (void) G_GNUC_CONST;

/**
 * programme_run_new:
 * @event: an event
 * @piece: a piece that is made for each of a list of people, such as "booklet"
 * @theme: a theme
 * @options: options, with people; of them "records" matters here besides
 *
 * Returns: (transfer full): a run, of which nothing is made yet
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeRun *programme_run_new (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme,
                                               const ProgrammeOptions *options);

/**
 * programme_run_ref:
 * @run: a run
 *
 * Returns: (transfer full): the same run
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeRun *programme_run_ref (ProgrammeRun *run);

/**
 * programme_run_unref:
 * @run: (transfer full): a run
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_run_unref (ProgrammeRun *run);

/**
 * programme_run_write_folder:
 * @run: a run; of its options "names", "resume" and "shard" matter here besides
 * @folder: (type filename): where to write; it is made if it is not there
 * @report: (nullable): gets what was found
 * @cancellable: (nullable): to stop it, see programme_document_write_pdf()
 * @error: return location for an error
 *
 * Writes a PDF for each person of a list, and "records.csv", which says what each came from. All rows are looked through
 * before the first file is written: errors of any of them, in @report, forbid all. Each file is whole or not there; a run that
 * ends before its time is taken up again with "resume".
 *
 * Returns: (transfer full) (array zero-terminated=1) (element-type filename) (nullable): the files, one for each row, or %NULL
 *   with the errors of programme_document_new() and programme_document_write_pdf()
 *
 * Since: 0.2
 */
PROGRAMME_API char **programme_run_write_folder (ProgrammeRun *run, const char *folder, ProgrammeReport *report,
                                                 GCancellable *cancellable, GError **error);

/**
 * programme_run_write_file:
 * @run: a run; its options must have "profile" press, and "split" matters here besides
 * @path: (type filename): what to write
 * @report: (nullable): gets what was found
 * @cancellable: (nullable): to stop it, see programme_document_write_pdf()
 * @error: return location for an error
 *
 * Writes one PDF/VT with the pages of each person of a list, or with "split" several, such as "run-1.pdf", and beside them
 * "records.csv", which says what each record came from. What programme_document_new() would make of the same options is laid
 * out as it is written here, so that memory does not grow with the list. All files are whole, or none is there.
 *
 * Returns: (transfer full) (array zero-terminated=1) (element-type filename) (nullable): the PDFs, or %NULL with the errors of
 *   programme_document_new() and programme_document_write_pdf()
 *
 * Since: 0.2
 */
PROGRAMME_API char **programme_run_write_file (ProgrammeRun *run, const char *path, ProgrammeReport *report,
                                               GCancellable *cancellable, GError **error);

/**
 * programme_run_get_n_records:
 * @run: a run
 *
 * Returns: how many people the files are for that were written last; 0 as long as none were
 *
 * Since: 0.2
 */
PROGRAMME_API guint programme_run_get_n_records (const ProgrammeRun *run);

/**
 * programme_document_write_to_stream:
 * @document: a document
 * @options: (nullable): options, of which "format", "pages" and "dpi" matter
 * @stream: where to write the PDF to, or the one page that @options name; it is neither flushed nor closed
 * @cancellable: (nullable): to stop it, see programme_document_write_pdf()
 * @error: return location for an error
 *
 * Writes to a stream of the caller's what programme_write_all() would write to a file.
 *
 * Returns: %FALSE with the error of @stream as it is, %PROGRAMME_ERROR_OPTION (among others: it would be several files),
 *   %PROGRAMME_ERROR_OUTPUT, %PROGRAMME_ERROR_READ or %G_IO_ERROR_CANCELLED
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_document_write_to_stream (ProgrammeDocument *document, const ProgrammeOptions *options,
                                                           GOutputStream *stream, GCancellable *cancellable,
                                                           GError **error);

/**
 * ProgrammeKit:
 *
 * All that is printed for an event, with its list of files, in a folder. Ref-counted; not for several threads at once.
 *
 * Since: 0.2
 */
typedef struct ProgrammeKit ProgrammeKit;

#define PROGRAMME_TYPE_KIT (programme_kit_get_type ())
PROGRAMME_API GType programme_kit_get_type (void) G_GNUC_CONST;

/**
 * ProgrammePeopleFunc:
 * @path: the path of a list of people, as in UTF-8
 * @report: (nullable): gets what is found in it
 * @data: what was given with the function
 * @error: return location for an error
 *
 * Reads a list of people, such as programme_import_people_file() does.
 *
 * Returns: (transfer full) (nullable): the people, or %NULL with an error
 *
 * Since: 0.2
 */
typedef ProgrammePeople *(*ProgrammePeopleFunc) (const char *path, ProgrammeReport *report, gpointer data,
                                                 GError **error);

/**
 * programme_kit_new:
 * @event: an event, whose kit says what is made; without one all pieces are that have something to say
 * @theme: the theme of pieces that name none
 * @options: (nullable): options that hold for each piece that has them and does not say otherwise
 *
 * Returns: (transfer full): a kit
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeKit *programme_kit_new (ProgrammeEvent *event, ProgrammeTheme *theme,
                                               const ProgrammeOptions *options);

/**
 * programme_kit_ref:
 * @kit: a kit
 *
 * Returns: (transfer full): the same kit
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeKit *programme_kit_ref (ProgrammeKit *kit);

/**
 * programme_kit_unref:
 * @kit: (transfer full): a kit
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_kit_unref (ProgrammeKit *kit);

/**
 * programme_kit_set_since:
 * @kit: a kit
 * @before: (nullable): the event as it was when all was printed, or %NULL
 *
 * Makes of the kit only those signs, plates and badges that differ from those of @before, and a page of what changed.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_kit_set_since (ProgrammeKit *kit, ProgrammeEvent *before);

/**
 * programme_kit_set_people_func:
 * @kit: a kit
 * @func: (scope notified) (closure data) (destroy destroy) (nullable): reads the lists of people that pieces name; %NULL: a
 *   piece that names one is an error
 * @data: given to @func
 * @destroy: (nullable): called with @data once @func will not be called any more
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_kit_set_people_func (ProgrammeKit *kit, ProgrammePeopleFunc func, gpointer data,
                                                  GDestroyNotify destroy);

/**
 * programme_kit_write:
 * @kit: a kit
 * @folder: (type filename): where to; it is made if it is not there
 * @report: (nullable): gets what was found while laying out
 * @cancellable: (nullable): to stop it, see programme_document_write_pdf()
 * @error: return location for an error
 *
 * Makes the pieces, and a list of them as "print-list.csv" and as a page, "print-list.pdf". All pieces are made before the
 * first file is put in its place. A file that would be as it is but for its date stays.
 *
 * Returns: (transfer full) (array zero-terminated=1) (element-type filename) (nullable): the names of the files that were
 *   written, or %NULL with the errors of programme_document_new(), programme_write_all() or of the function for lists
 *
 * Since: 0.2
 */
PROGRAMME_API char **programme_kit_write (ProgrammeKit *kit, const char *folder, ProgrammeReport *report,
                                          GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeKit, programme_kit_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeRun, programme_run_unref)

/**
 * programme_check_all:
 * @event: an event
 * @theme: a theme
 * @options: (nullable): options; a piece takes of them what it has
 * @report: gets the findings
 * @cancellable: (nullable): to stop it, see programme_document_new()
 * @error: return location for an error
 *
 * All that there is to find: checks the event, and unless that finds errors lays out and draws every piece, in the
 * languages of @options or in each of the event's, and writes nothing.
 *
 * Returns: %FALSE if a piece could not be made, with the errors of programme_document_new() and
 *   programme_document_draw_page(); findings are no failure
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_check_all (ProgrammeEvent *event, ProgrammeTheme *theme,
                                            const ProgrammeOptions *options, ProgrammeReport *report,
                                            GCancellable *cancellable, GError **error);

G_END_DECLS
