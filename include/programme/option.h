/* What a document is made for, besides event and theme: options that can be asked for their names, values and words of
   help, and what is wanted of them. */
#pragma once

#include <programme/error.h>
#include <programme/people.h>
#include <programme/theme.h>

G_BEGIN_DECLS

/**
 * ProgrammeSort:
 * @PROGRAMME_SORT_NAME: by family name, in the order of the language's dictionary
 * @PROGRAMME_SORT_COUNTRY: by country or delegation, then by family name
 * @PROGRAMME_SORT_SESSION: by session, in the order of the agenda
 * @PROGRAMME_SORT_PROTOCOL: by delegation, as the event orders these, their heads first and observers apart. Since: 0.2
 *
 * The order of the list of speakers.
 *
 * Since: 0.1
 */
typedef enum
{
  PROGRAMME_SORT_NAME,
  PROGRAMME_SORT_COUNTRY,
  PROGRAMME_SORT_SESSION,
  PROGRAMME_SORT_PROTOCOL
} ProgrammeSort;

#define PROGRAMME_TYPE_SORT (programme_sort_get_type ())
PROGRAMME_API GType programme_sort_get_type (void);

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
PROGRAMME_API GType programme_profile_get_type (void);

/**
 * ProgrammeFormat:
 * @PROGRAMME_FORMAT_PDF: all pages in one PDF
 * @PROGRAMME_FORMAT_SVG: a drawing of each page
 * @PROGRAMME_FORMAT_PNG: a picture of each page
 *
 * What is written.
 *
 * Since: 0.2
 */
typedef enum
{
  PROGRAMME_FORMAT_PDF,
  PROGRAMME_FORMAT_SVG,
  PROGRAMME_FORMAT_PNG
} ProgrammeFormat;

#define PROGRAMME_TYPE_FORMAT (programme_format_get_type ())
PROGRAMME_API GType programme_format_get_type (void);

/**
 * ProgrammeOptionKind:
 * @PROGRAMME_OPTION_KIND_CHOICE: one of programme_option_list_values()
 * @PROGRAMME_OPTION_KIND_FLAG: "yes" or "no"
 * @PROGRAMME_OPTION_KIND_NUMBER: a whole number from 1; some have an upper bound, which the error of one above it tells
 * @PROGRAMME_OPTION_KIND_LANGUAGES: BCP 47 tags: one, or two with a comma between, such as "en,ko"
 * @PROGRAMME_OPTION_KIND_PAPER: A0 to A7, Letter, Legal, Tabloid, RA3, RA4, SRA3, SRA4, or a size such as "210x297mm"
 * @PROGRAMME_OPTION_KIND_PAGES: numbers of pages from 1, and ranges of them, with commas between, such as "1-3,5"
 * @PROGRAMME_OPTION_KIND_DATE: a date or date and time of ISO 8601, of which those without a zone are UTC's, or seconds
 *   since 1970
 * @PROGRAMME_OPTION_KIND_FILE: the path of a file
 * @PROGRAMME_OPTION_KIND_FOLDER: the path of a folder
 * @PROGRAMME_OPTION_KIND_LENGTH: a length of at most 100 mm, such as "0.1mm"
 * @PROGRAMME_OPTION_KIND_GRID: columns and rows, such as "2x4"
 * @PROGRAMME_OPTION_KIND_CHOICES: some of programme_option_list_values(), with commas between
 * @PROGRAMME_OPTION_KIND_TEXT: any text that is not empty, such as an id of the event
 * @PROGRAMME_OPTION_KIND_OFFSET: two lengths of at most 20 mm, to the right and down, such as "1.5mm,-2mm"
 * @PROGRAMME_OPTION_KIND_DISTANCE: how far away something is: metres, to 1000, such as "6m"
 *
 * What values an option takes.
 *
 * Since: 0.2
 */
typedef enum
{
  PROGRAMME_OPTION_KIND_CHOICE,
  PROGRAMME_OPTION_KIND_FLAG,
  PROGRAMME_OPTION_KIND_NUMBER,
  PROGRAMME_OPTION_KIND_LANGUAGES,
  PROGRAMME_OPTION_KIND_PAPER,
  PROGRAMME_OPTION_KIND_PAGES,
  PROGRAMME_OPTION_KIND_DATE,
  PROGRAMME_OPTION_KIND_FILE,
  PROGRAMME_OPTION_KIND_FOLDER,
  PROGRAMME_OPTION_KIND_LENGTH,
  PROGRAMME_OPTION_KIND_GRID,
  PROGRAMME_OPTION_KIND_CHOICES,
  PROGRAMME_OPTION_KIND_TEXT,
  PROGRAMME_OPTION_KIND_OFFSET,
  PROGRAMME_OPTION_KIND_DISTANCE
} ProgrammeOptionKind;

#define PROGRAMME_TYPE_OPTION_KIND (programme_option_kind_get_type ())
PROGRAMME_API GType programme_option_kind_get_type (void);

/**
 * ProgrammeOption:
 *
 * An option that there is, such as "sort". It belongs to the library, is never freed, and any thread may ask it.
 *
 * Since: 0.2
 */
typedef struct ProgrammeOption ProgrammeOption;

#define PROGRAMME_TYPE_OPTION (programme_option_get_type ())
PROGRAMME_API GType programme_option_get_type (void) G_GNUC_CONST;

/**
 * programme_option_list:
 * @piece: (nullable): a piece of programme_document_list_pieces(); %NULL: any
 *
 * Returns: (transfer container) (array zero-terminated=1): the options that the piece has, in the order in which people
 *   look for them
 *
 * Since: 0.2
 */
PROGRAMME_API const ProgrammeOption **programme_option_list (const char *piece);

/**
 * programme_option_get_name:
 * @option: an option
 *
 * Returns: (transfer none): its name, such as "sort"
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_option_get_name (const ProgrammeOption *option);

/**
 * programme_option_get_letter:
 * @option: an option
 *
 * Returns: the letter that stands for it on a command line, or 0
 *
 * Since: 0.2
 */
PROGRAMME_API char programme_option_get_letter (const ProgrammeOption *option);

/**
 * programme_option_get_kind:
 * @option: an option
 *
 * Returns: what values it takes
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeOptionKind programme_option_get_kind (const ProgrammeOption *option);

/**
 * programme_option_get_metavariable:
 * @option: an option
 *
 * Returns: (transfer none) (nullable): what stands for its value in a line of help, such as "ORDER"; %NULL for a flag
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_option_get_metavariable (const ProgrammeOption *option);

/**
 * programme_option_get_help:
 * @option: an option
 *
 * Returns: (transfer none): what it is, in half a line of English
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_option_get_help (const ProgrammeOption *option);

/**
 * programme_option_get_default:
 * @option: an option
 *
 * Returns: (transfer none) (nullable): the value that is taken where none is set; %NULL: that depends on the event, the
 *   piece, the theme or the day, or it is nothing
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_option_get_default (const ProgrammeOption *option);

/**
 * programme_option_list_values:
 * @option: an option
 * @piece: (nullable): a piece of programme_document_list_pieces() that has it; %NULL: any
 *
 * Returns: (transfer container) (array zero-terminated=1): the values of a choice that the piece has; none for other kinds
 *
 * Since: 0.2
 */
PROGRAMME_API const char **programme_option_list_values (const ProgrammeOption *option, const char *piece);

/**
 * programme_option_get_value_help:
 * @option: an option
 * @value: a value of programme_option_list_values()
 *
 * Returns: (transfer none) (nullable): what it means, in a few words of English; %NULL: it is no such value
 *
 * Since: 0.2
 */
PROGRAMME_API const char *programme_option_get_value_help (const ProgrammeOption *option, const char *value);

/**
 * programme_option_list_pieces:
 * @option: an option
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the pieces that have it; %NULL: all
 *
 * Since: 0.2
 */
PROGRAMME_API const char *const *programme_option_list_pieces (const ProgrammeOption *option);

/**
 * programme_option_is_for_reading:
 * @option: an option
 *
 * Returns: %TRUE if it is about how an event is read, by programme_event_read_file_with_options(), and nothing else
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_option_is_for_reading (const ProgrammeOption *option);

/**
 * programme_option_is_for_writing:
 * @option: an option
 *
 * Returns: %TRUE if it says how files are written, as programme_write_all() does, and not what stands on the pages
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_option_is_for_writing (const ProgrammeOption *option);

/**
 * ProgrammeOptions:
 *
 * What is wanted of a document, besides event and theme: a value for some of programme_option_list(). Ref-counted.
 *
 * Those functions that set one option take what cannot be, such as "A9" for a paper, without a word:
 * programme_options_check() and programme_document_new() tell. programme_options_set() tells at once.
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
 * programme_options_set:
 * @options: options
 * @name: the name of an option, such as "sort"
 * @value: (nullable): its value, such as "country"; %NULL: none, as if it had never been set
 * @error: return location for an error
 *
 * Sets an option by its name. What cannot be changes nothing. Messages begin with the name, so that a program may put
 * before it what its users know it by.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OPTION if there is no such option, or it cannot have this value
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_options_set (ProgrammeOptions *options, const char *name, const char *value,
                                              GError **error);

/**
 * programme_options_set_for:
 * @options: options
 * @piece: (nullable): the name of the piece that they are for, such as "plates"; %NULL: any
 * @name: the name of an option, such as "kind"
 * @value: (nullable): its value, such as "tent"; %NULL: none, as if it had never been set
 * @error: return location for an error
 *
 * Sets an option as programme_options_set() does. Where the value is none, the message names those that the piece takes, and not
 * those of other pieces. What another piece takes is set, and refused by programme_options_check().
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OPTION if there is no such option, or it cannot have this value
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_options_set_for (ProgrammeOptions *options, const char *piece, const char *name,
                                                  const char *value, GError **error);

/**
 * programme_options_get:
 * @options: options
 * @name: the name of an option
 *
 * Returns: (transfer full) (nullable): the value that it has, as programme_options_set() takes it, or else its default;
 *   %NULL if there is neither, or no such option
 *
 * Since: 0.2
 */
PROGRAMME_API char *programme_options_get (const ProgrammeOptions *options, const char *name);

/**
 * programme_options_check:
 * @options: options
 * @piece: (nullable): a piece of programme_document_list_pieces(); %NULL: any
 * @error: return location for an error
 *
 * Tells whether these options can be what they are, go together, and are options of the piece, which
 * programme_document_new() wants. Messages begin with the name of an option.
 *
 * Returns: %FALSE with %PROGRAMME_ERROR_OPTION
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_options_check (const ProgrammeOptions *options, const char *piece, GError **error);

/**
 * programme_options_set_languages:
 * @options: options
 * @first: (nullable): a BCP 47 tag, one of the event's languages, or the first part of one, as "en" is of en-GB; %NULL:
 *   the event's first
 * @second: (nullable): another one, to print both; %NULL: the document is in one language. It needs a first
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
 * Fonts in folders within @folder are not used. Takes the place of fonts that programme_options_add_font() added.
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_options_set_fonts (ProgrammeOptions *options, const char *folder);

/**
 * programme_options_add_font:
 * @options: options
 * @name: what findings call it, such as the name of the file that it comes from
 * @font: a font file, which is TrueType or OpenType
 *
 * A font of the user's own from memory, beside those that were added before, in the place of any folder: also of the
 * folder "fonts" beside the event. Families go by their names, as those from a folder do. A font that cannot
 * be used is left out, and each document that is made tells so by the warning "bad-font". All of @font is read here,
 * once: keep the options for the next document.
 *
 * Until the process ends it keeps a copy of each font that a document was made with, and a file descriptor: one of
 * each, however many documents and options have the same bytes. Where the system has no room for them,
 * programme_document_new() fails with %PROGRAMME_ERROR_FONTS. It needs /proc.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_options_add_font (ProgrammeOptions *options, const char *name, GBytes *font);

/**
 * programme_options_set_sort:
 * @options: options
 * @sort: the order of the list of speakers
 *
 * Since: 0.1
 */
PROGRAMME_API void programme_options_set_sort (ProgrammeOptions *options, ProgrammeSort sort);

/**
 * programme_options_set_people:
 * @options: options
 * @people: (nullable): the people that a piece is about, such as programme_import_people_file() reads them; %NULL: those who
 *   have a part in the event
 *
 * The option "people", which pieces such as tent cards have. programme_options_set() refuses a file's name for it, as this
 * library reads no lists. Nobody may change @people as long as documents are made of it.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_options_set_people (ProgrammeOptions *options, ProgrammePeople *people);

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
 * programme_options_set_large_print:
 * @options: options
 * @large_print: whether the document is in large print
 *
 * Text of 16 points on 24, in one column that flows anew; nothing is smaller, page numbers neither, and nothing in
 * italics. The document's title says so. Goes with every theme and piece, and with all ways to set two languages but
 * %PROGRAMME_BILINGUAL_PARALLEL.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_options_set_large_print (ProgrammeOptions *options, gboolean large_print);

/**
 * programme_options_set_contrast:
 * @options: options
 * @contrast: whether the document is in black and white
 *
 * Black on white, or white on black where the theme fills; rules are thicker, and nothing is in italics. Images stay as
 * they are. The document's title says so. Goes with every theme and piece.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_options_set_contrast (ProgrammeOptions *options, gboolean contrast);

/**
 * programme_options_set_despite_errors:
 * @options: options
 * @despite_errors: whether a document is made of an event that has errors
 *
 * For those who want to see how far they are. What is wrong is left out or guessed, and each page says in the
 * document's languages that there are errors. Without a title, or with images
 * that cannot be drawn, there is no document even so.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_options_set_despite_errors (ProgrammeOptions *options, gboolean despite_errors);

/**
 * programme_options_set_date:
 * @options: options
 * @seconds: the time at which the document is made, in seconds since 1970, not before and not after the year 9999
 *
 * Stands in a PDF's metadata, and on its sheets for the press. Without it the environment variable SOURCE_DATE_EPOCH
 * tells, else the clock.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_options_set_date (ProgrammeOptions *options, gint64 seconds);

/**
 * ProgrammeProgressFunc:
 * @fraction: how much of the stage is done, from 0 to 1; it never goes back within a call
 * @stage: what is being done, for programs: "layout" in programme_document_new() and
 *   programme_document_new_editions(), "write" in what writes, "check" in programme_check_all()
 * @data: (closure): what programme_options_set_progress() was given
 *
 * Told while something lasts, at most some 200 times a stage, in the thread in which that runs: for the calls that end in
 * _async this is a thread of theirs. 1 is told once, at the end, and only if all went well. The function may cancel the
 * call's #GCancellable; it must not use the document.
 *
 * Since: 0.2
 */
typedef void (*ProgrammeProgressFunc) (double fraction, const char *stage, gpointer data);

/**
 * programme_options_set_progress:
 * @options: options
 * @func: (scope notified) (closure data) (destroy destroy) (nullable): told how far things are; %NULL: nobody is
 * @data: given to @func
 * @destroy: (nullable): called with @data once @func will not be called any more
 *
 * Options have one such function. A document keeps that of the options with which it was made, for as long as it lives.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_options_set_progress (ProgrammeOptions *options, ProgrammeProgressFunc func, gpointer data,
                                                   GDestroyNotify destroy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeOptions, programme_options_unref)

G_END_DECLS
