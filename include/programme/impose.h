/* Any PDF on sheets that are folded or cut: booklets, signatures, several pages to a sheet, stacks of tickets. */
#pragma once

#include <gio/gio.h>
#include <programme/option.h>
#include <programme/report.h>

G_BEGIN_DECLS

/**
 * programme_impose_file:
 * @path: (type filename): a PDF
 * @options: how: those of programme_option_list() for "impose", of which "impose" itself must be set
 * @output: (type filename): where the sheets go
 * @report: (nullable): where notes go, such as on marks that have no room
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 * @error: return location for an error
 *
 * Puts the pages of a PDF on sheets. Nothing is scaled. Each side of a sheet is a page of the file, which has no tags, links and
 * bookmarks and does not say that it is accessible; a PDF/X-4 stays one. With "cover-sheet" the cover's sheet goes into a
 * file beside, such as "sheets-cover.pdf" for "sheets.pdf". On an error no file is written, or the old ones are as they were.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1) (element-type filename): the files, or %NULL with an error:
 *   %PROGRAMME_ERROR_READ for what is no PDF, or one that is damaged, encrypted or empty; %PROGRAMME_ERROR_OPTION for what
 *   cannot be, such as too small a sheet; %PROGRAMME_ERROR_OUTPUT; %G_IO_ERROR_CANCELLED
 *
 * Since: 0.2
 */
PROGRAMME_API char **programme_impose_file (const char *path, const ProgrammeOptions *options, const char *output,
                                            ProgrammeReport *report, GCancellable *cancellable, GError **error);

/**
 * programme_impose_bytes:
 * @pdf: a PDF
 * @name: what messages call it
 * @options: how, as for programme_impose_file(); not with "cover-sheet", which makes two files
 * @report: (nullable): where notes go, such as on marks that have no room
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 * @error: return location for an error
 *
 * Does what programme_impose_file() does, from memory to memory.
 *
 * Returns: (transfer full) (nullable): a PDF of the sheets, or %NULL with an error as there
 *
 * Since: 0.2
 */
PROGRAMME_API GBytes *programme_impose_bytes (GBytes *pdf, const char *name, const ProgrammeOptions *options,
                                              ProgrammeReport *report, GCancellable *cancellable, GError **error);

G_END_DECLS
