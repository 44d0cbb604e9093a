/* Files beside an event or a theme: from a folder, from memory, or from wherever the caller keeps them. */
#pragma once

#include <programme/error.h>

G_BEGIN_DECLS

/**
 * ProgrammeFiles:
 *
 * What paths in an event or a theme stand for: images, a theme that another one extends. Whoever keeps files elsewhere, such
 * as in an archive or a database, implements it by one function. Several threads may read at once.
 *
 * Since: 0.2
 */
#define PROGRAMME_TYPE_FILES (programme_files_get_type ())
PROGRAMME_API
G_DECLARE_INTERFACE (ProgrammeFiles, programme_files, PROGRAMME, FILES, GObject)

/**
 * ProgrammeFilesInterface:
 * @read: gives all bytes of the file with a path that is relative and has no "..", or %NULL with an error:
 *   %G_FILE_ERROR_NOENT if there is no such file, with a message that goes on from the path ("is not there"), else any
 *
 * Since: 0.2
 */
struct _ProgrammeFilesInterface
{
  /*< private >*/
  GTypeInterface parent;

  /*< public >*/
  GBytes *(*read) (ProgrammeFiles *files, const char *path, GError **error);
};

/**
 * ProgrammeTableFiles:
 *
 * Files in memory, by their paths.
 *
 * Since: 0.2
 */
#define PROGRAMME_TYPE_TABLE_FILES (programme_table_files_get_type ())
PROGRAMME_API
G_DECLARE_FINAL_TYPE (ProgrammeTableFiles, programme_table_files, PROGRAMME, TABLE_FILES, GObject)

/**
 * programme_files_new_for_folder:
 * @folder: (type filename): a folder
 *
 * Files in a folder and in those below it; links that lead out of it are refused, and so is what is no file.
 *
 * Returns: (transfer full): the files
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeFiles *programme_files_new_for_folder (const char *folder);

/**
 * programme_files_new_for_table:
 *
 * Returns: (transfer full): an empty table, for programme_table_files_add()
 *
 * Since: 0.2
 */
PROGRAMME_API ProgrammeTableFiles *programme_files_new_for_table (void);

/**
 * programme_table_files_add:
 * @files: a table of files
 * @path: the path of a file, as an event or a theme says it, such as "logos/port.svg"
 * @bytes: what the file holds
 *
 * Puts a file into the table, in the place of one of the same path. To be done before the table is read.
 *
 * Since: 0.2
 */
PROGRAMME_API void programme_table_files_add (ProgrammeTableFiles *files, const char *path, GBytes *bytes);

/**
 * programme_files_read:
 * @files: files
 * @path: a path, with "/" between folders
 * @error: return location for an error
 *
 * Reads a file. A path that is absolute or has ".." in it is refused, and so is a file of more than 64 MiB.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with an error whose message goes on from the path, such as "is
 *   larger than 64 MiB: make it smaller"; mostly of %G_FILE_ERROR
 *
 * Since: 0.2
 */
PROGRAMME_API GBytes *programme_files_read (ProgrammeFiles *files, const char *path, GError **error);

/**
 * programme_write_bytes:
 * @bytes: what is to be written
 * @output: (type filename): the path of the file
 * @input: (type filename) (nullable): the file that they were made from, which is not to be written over
 * @error: return location for an error
 *
 * Writes a file whole or not at all: should it fail, what was there before stays.
 *
 * Returns: %TRUE, or %FALSE with %PROGRAMME_ERROR_OUTPUT
 *
 * Since: 0.2
 */
PROGRAMME_API gboolean programme_write_bytes (GBytes *bytes, const char *output, const char *input, GError **error);

G_END_DECLS
