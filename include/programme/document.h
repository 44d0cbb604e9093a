/* A document: one printed piece of an event, laid out in a theme, ready to be drawn or written. */
#pragma once

#include <cairo.h>
#include <programme/event.h>
#include <programme/theme.h>

G_BEGIN_DECLS

/**
 * ProgrammeSort:
 * @PROGRAMME_SORT_NAME: by family name, in the order of the language's dictionary
 * @PROGRAMME_SORT_COUNTRY: by country or delegation, then by family name
 * @PROGRAMME_SORT_SESSION: by session, in the order of the agenda
 *
 * The order of the list of speakers.
 *
 * Since: 0.1
 */
typedef enum
{
  PROGRAMME_SORT_NAME,
  PROGRAMME_SORT_COUNTRY,
  PROGRAMME_SORT_SESSION
} ProgrammeSort;

#define PROGRAMME_TYPE_SORT (programme_sort_get_type ())
PROGRAMME_API GType programme_sort_get_type (void) G_GNUC_CONST;

/**
 * ProgrammeProfile:
 * @PROGRAMME_PROFILE_ACCESSIBLE: PDF/UA-1 and PDF/A-2a: for screens, screen readers and archives
 * @PROGRAMME_PROFILE_PRESS: PDF/X-4 for a printing press: with bleed, marks and the press's colours; needs
 *   programme_options_set_output_intent()
 * @PROGRAMME_PROFILE_PLAIN: pages and metadata, and no more
 *
 * What a PDF is for.
 *
 * Since: 0.1
 */
typedef enum
{
  PROGRAMME_PROFILE_ACCESSIBLE,
  PROGRAMME_PROFILE_PRESS,
  PROGRAMME_PROFILE_PLAIN
} ProgrammeProfile;

#define PROGRAMME_TYPE_PROFILE (programme_profile_get_type ())
PROGRAMME_API GType programme_profile_get_type (void) G_GNUC_CONST;

/**
 * ProgrammeOptions:
 *
 * What a document is made for, besides event and theme. Ref-counted.
 *
 * Since: 0.1
 */
typedef struct ProgrammeOptions ProgrammeOptions;

#define PROGRAMME_TYPE_OPTIONS (programme_options_get_type ())
PROGRAMME_API GType programme_options_get_type (void) G_GNUC_CONST;

/**
 * programme_options_new:
 *
 * Returns: (transfer full): options that ask for nothing: the event's first language, the theme's paper, by name
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeOptions *programme_options_new (void);

/**
 * programme_options_ref:
 * @options: options
 *
 * Returns: (transfer full): the same options
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeOptions *programme_options_ref (ProgrammeOptions *options);

/**
 * programme_options_unref:
 * @options: (transfer full): options
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_options_unref (ProgrammeOptions *options);

/**
 * programme_options_set_languages:
 * @options: options
 * @first: (nullable): a BCP 47 tag, one of the event's languages; %NULL: the event's first
 * @second: (nullable): another one, to print both; %NULL: the document is in one language
 *
 * The first language decides which way pages run, and is printed where the second has no version of a text.
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_options_set_languages (ProgrammeOptions *options, const char *first, const char *second);

/**
 * programme_options_set_bilingual:
 * @options: options
 * @bilingual: how two languages are set; %PROGRAMME_BILINGUAL_THEME: as the theme says
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_options_set_bilingual (ProgrammeOptions *options, ProgrammeBilingual bilingual);

/**
 * programme_options_set_paper:
 * @options: options
 * @paper: (nullable): A0 to A7, Letter, Legal, Tabloid, or a size such as "210x297mm"; %NULL: the theme's
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_options_set_paper (ProgrammeOptions *options, const char *paper);

/**
 * programme_options_set_fonts:
 * @options: options
 * @folder: (type filename) (nullable): a folder of fonts; %NULL: the folder "fonts" beside the event, if there is one
 *
 * Fonts of the user's own: a theme may name their families, and they have the characters that the font set has not.
 * Fonts in folders within @folder are not used.
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_options_set_fonts (ProgrammeOptions *options, const char *folder);

/**
 * programme_options_set_sort:
 * @options: options
 * @sort: the order of the list of speakers
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_options_set_sort (ProgrammeOptions *options, ProgrammeSort sort);

/**
 * programme_options_set_profile:
 * @options: options
 * @profile: what the PDF is for
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_options_set_profile (ProgrammeOptions *options, ProgrammeProfile profile);

/**
 * programme_options_set_embed_source:
 * @options: options
 * @embed: whether the event's file goes into the PDF
 *
 * With its source in it a document for screens and archives is PDF/A-3a, and programme_extract_source_from_file() gives
 * the source back. Other profiles leave it out.
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_options_set_embed_source (ProgrammeOptions *options, gboolean embed);

/**
 * programme_options_set_output_intent:
 * @options: options
 * @path: (nullable) (type filename): the ICC profile of the press, of CMYK colours; %NULL: none
 *
 * What %PROGRAMME_PROFILE_PRESS is printed on. The file is read by programme_document_new().
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_options_set_output_intent (ProgrammeOptions *options, const char *path);

/**
 * programme_options_set_output_intent_bytes:
 * @options: options
 * @profile: (nullable): the ICC profile of the press, of CMYK colours; %NULL: none
 *
 * The same from memory, in the place of a file.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_options_set_output_intent_bytes (ProgrammeOptions *options, GBytes *profile);

/**
 * programme_options_set_despite_errors:
 * @options: options
 * @despite_errors: whether a document is made of an event that has errors
 *
 * For those who want to see how far they are. What is wrong is left out or guessed, and each running head says in the
 * document's languages that there are errors. An event without a title makes no document even so.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_options_set_despite_errors (ProgrammeOptions *options, gboolean despite_errors);

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
 * programme_document_new:
 * @event: an event
 * @piece: "agenda" or "speakers"
 * @theme: a theme
 * @options: (nullable): options; %NULL asks for nothing
 * @report: (nullable): gets the event's errors, if it has not got them yet, and what was found while laying out:
 *   characters without a font, fonts that cannot be used, rules that could not be kept
 * @error: return location for an error
 *
 * Lays out a piece. The document keeps its own references to event and theme.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %PROGRAMME_ERROR_OPTION (no such piece, language, paper
 *   or folder of fonts), %PROGRAMME_ERROR_FONTS, %PROGRAMME_ERROR_INVALID (the event has errors, and
 *   programme_options_set_despite_errors() was not called) or %PROGRAMME_ERROR_LAYOUT
 *
 * Since: 0.1
 */
PROGRAMME_API ProgrammeDocument *programme_document_new (ProgrammeEvent *event, const char *piece,
                                                         ProgrammeTheme *theme, const ProgrammeOptions *options,
                                                         ProgrammeReport *report, GError **error);

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
 * @width: (out) (optional): width of its pages in points
 * @height: (out) (optional): height of its pages in points
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_document_get_page_size (const ProgrammeDocument *document, double *width, double *height);

/**
 * programme_document_draw_page:
 * @document: a document
 * @page: from 0 to one less than the number of pages
 * @cr: where to draw
 * @error: return location for an error
 *
 * Draws a page with its upper left corner at the origin, a point to a unit. The state of @cr is as it was afterwards.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OPTION (there is no such page), %PROGRAMME_ERROR_READ (an image cannot be read) or
 *   %PROGRAMME_ERROR_OUTPUT (cairo fails)
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_draw_page (ProgrammeDocument *document, guint page, cairo_t *cr,
                                                     GError **error);

/**
 * programme_document_write_pdf:
 * @document: a document
 * @path: (type filename): the file to write
 * @error: return location for an error
 *
 * Writes a PDF beside @path and renames it when it is whole: on failure the old file is as it was. The date inside is
 * that of the environment variable SOURCE_DATE_EPOCH where it is set, else the current time.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OUTPUT or %PROGRAMME_ERROR_READ
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_pdf (ProgrammeDocument *document, const char *path, GError **error);

/**
 * programme_document_write_pdf_to_stream:
 * @document: a document
 * @write: (scope call): called with each part of the PDF
 * @closure: given to @write
 * @error: return location for an error
 *
 * Writes a PDF to a function of the caller's, page by page; see programme_document_write_pdf().
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OUTPUT or %PROGRAMME_ERROR_READ
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_pdf_to_stream (ProgrammeDocument *document, cairo_write_func_t write,
                                                               void *closure, GError **error);

/**
 * programme_document_write_png:
 * @document: a document
 * @page: from 0 to one less than the number of pages
 * @dpi: dots to the inch, such as 150; at least 10, and at most 2400 or what makes 32767 pixels on a side or 200 million
 *   in all
 * @path: (type filename): the file to write
 * @error: return location for an error
 *
 * Writes a page on white as a PNG, as a preview, and renames it when it is whole.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OPTION (@page or @dpi), %PROGRAMME_ERROR_OUTPUT or %PROGRAMME_ERROR_READ
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_png (ProgrammeDocument *document, guint page, double dpi,
                                                     const char *path, GError **error);

/**
 * programme_document_write_png_to_stream:
 * @document: a document
 * @page: from 0 to one less than the number of pages
 * @dpi: dots to the inch, as for programme_document_write_png()
 * @write: (scope call): called with each part of the PNG
 * @closure: given to @write
 * @error: return location for an error
 *
 * Writes a page on white as a PNG to a function of the caller's.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OPTION (@page or @dpi), %PROGRAMME_ERROR_OUTPUT or %PROGRAMME_ERROR_READ
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_png_to_stream (ProgrammeDocument *document, guint page, double dpi,
                                                               cairo_write_func_t write, void *closure, GError **error);

/**
 * programme_document_write_svg:
 * @document: a document
 * @page: from 0 to one less than the number of pages
 * @path: (type filename): the file to write
 * @error: return location for an error
 *
 * Writes a page on white as an SVG, as a preview, and renames it when it is whole. Its text is shapes: it looks the same
 * where the fonts are missing.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OUTPUT or %PROGRAMME_ERROR_READ
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_svg (ProgrammeDocument *document, guint page, const char *path,
                                                     GError **error);

/**
 * programme_document_write_svg_to_stream:
 * @document: a document
 * @page: from 0 to one less than the number of pages
 * @write: (scope call): called with each part of the SVG
 * @closure: given to @write
 * @error: return location for an error
 *
 * Writes a page on white as an SVG to a function of the caller's; see programme_document_write_svg().
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OUTPUT or %PROGRAMME_ERROR_READ
 *
 * Since: 0.1
 */
PROGRAMME_API gboolean programme_document_write_svg_to_stream (ProgrammeDocument *document, guint page,
                                                               cairo_write_func_t write, void *closure, GError **error);

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

/**
 * programme_own_process:
 *
 * Tells the library that this program is its own: fontconfig's current configuration, which belongs to the whole
 * process, becomes the library's private one, which saves loading the system's. To be called before anything else
 * uses fontconfig; a program that shows text of its own should not call it.
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_own_process (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeOptions, programme_options_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeDocument, programme_document_unref)

G_END_DECLS
