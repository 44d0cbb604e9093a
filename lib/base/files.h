/* Files from within. Enters: a path. Leaves: what only our own two kinds of files know. */
#pragma once

#include <programme/files.h>

/* The folder that files are read from; NULL if they come from elsewhere. Lent by files, which may be NULL. */
const char *pg_files_folder (ProgrammeFiles *files);

/* The path that was probably meant by one that there is not, such as one in other capitals; NULL if none is near. Free with
   g_free. */
char *pg_files_near (ProgrammeFiles *files, const char *path);

/* A reason that goes on from the path: G_FILE_ERROR. */
void pg_files_refuse (GError **error, GFileError code, const char *why);
/* For what is larger than most bytes: G_FILE_ERROR_NOMEM. */
void pg_files_refuse_size (GError **error, gsize size, gsize most);

/* programme_files_read() with another limit than the standard one. */
GBytes *pg_files_read (ProgrammeFiles *files, const char *path, gsize most, GError **error);

/* folder.c */
G_DECLARE_FINAL_TYPE (PgFolderFiles, pg_folder_files, PG, FOLDER_FILES, GObject)
const char *pg_folder_files_folder (PgFolderFiles *files);
GBytes *pg_folder_files_read (PgFolderFiles *files, const char *path, gsize most, GError **error);
char *pg_folder_files_near (PgFolderFiles *files, const char *path);
