/* Enters: a path. Leaves: the bytes of the file, from wherever the caller keeps it; from a table in memory.
   What a path may be is decided here, once for all kinds of files. */
#include "base/files.h"

#include "base/limits.h"
#include "base/nearest.h"

#include <string.h>

G_DEFINE_INTERFACE (ProgrammeFiles, programme_files, G_TYPE_OBJECT)

static void
programme_files_default_init (ProgrammeFilesInterface *interface)
{
  (void) interface;
}

void
pg_files_refuse (GError **error, GFileError code, const char *why)
{
  g_set_error_literal (error, G_FILE_ERROR, (int) code, why);
}

void
pg_files_refuse_size (GError **error, gsize size, gsize most)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOMEM,
               "is larger than %" G_GSIZE_FORMAT " MiB: make it smaller; --limits-image=%" G_GSIZE_FORMAT " allows it",
               most / PG_MB, (size + PG_MB - 1) / PG_MB);
}

static gboolean
is_plain_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  return path[0] != '\0' && path[0] != '/' && !g_strv_contains ((const char *const *) parts, "..");
}

/* A folder of ours is not read further than it may be; what others give is judged afterwards. */
static GBytes *
read_some (ProgrammeFiles *files, const char *path, gsize most, GError **error)
{
  if (PG_IS_FOLDER_FILES (files))
    return pg_folder_files_read (PG_FOLDER_FILES (files), path, most, error);
  return PROGRAMME_FILES_GET_IFACE (files)->read (files, path, error);
}

GBytes *
programme_files_read (ProgrammeFiles *files, const char *path, GError **error)
{
  g_return_val_if_fail (PROGRAMME_IS_FILES (files) && path != NULL, NULL);
  return pg_files_read (files, path, pg_standard_limits.image_bytes, error);
}

GBytes *
pg_files_read (ProgrammeFiles *files, const char *path, gsize most, GError **error)
{
  g_return_val_if_fail (PROGRAMME_FILES_GET_IFACE (files)->read != NULL, NULL);
  if (!is_plain_path (path))
    {
      pg_files_refuse (error, G_FILE_ERROR_INVAL, "leads out of the folder: files lie in that folder or below it");
      return NULL;
    }
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = read_some (files, path, most, &failure);
  if (bytes != NULL && g_bytes_get_size (bytes) > most)
    pg_files_refuse_size (error, g_bytes_get_size (bytes), most);
  else if (bytes != NULL)
    return g_steal_pointer (&bytes);
  else if (failure != NULL && failure->domain == G_FILE_ERROR)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (failure != NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&failure), "cannot be read: ");
  else
    pg_files_refuse (error, G_FILE_ERROR_NOENT, "is not there");
  return NULL;
}

const char *
pg_files_folder (ProgrammeFiles *files)
{
  return files != NULL && PG_IS_FOLDER_FILES (files) ? pg_folder_files_folder (PG_FOLDER_FILES (files)) : NULL;
}

/* Tables */

struct _ProgrammeTableFiles
{
  GObject parent;
  GHashTable *files; /* path: GBytes */
};

static GBytes *
read_from_table (ProgrammeFiles *files, const char *path, GError **error)
{
  GBytes *bytes = g_hash_table_lookup (PROGRAMME_TABLE_FILES (files)->files, path);
  if (bytes == NULL)
    pg_files_refuse (error, G_FILE_ERROR_NOENT, "is not there");
  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

static void
files_init (ProgrammeFilesInterface *interface)
{
  interface->read = read_from_table;
}

G_DEFINE_TYPE_WITH_CODE (ProgrammeTableFiles, programme_table_files, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (PROGRAMME_TYPE_FILES, files_init))

static void
table_finalize (GObject *object)
{
  g_hash_table_unref (PROGRAMME_TABLE_FILES (object)->files);
  G_OBJECT_CLASS (programme_table_files_parent_class)->finalize (object);
}

static void
programme_table_files_class_init (ProgrammeTableFilesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = table_finalize;
}

static void
free_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

static void
programme_table_files_init (ProgrammeTableFiles *files)
{
  files->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_bytes);
}

ProgrammeTableFiles *
programme_files_new_for_table (void)
{
  return g_object_new (PROGRAMME_TYPE_TABLE_FILES, NULL);
}

void
programme_table_files_add (ProgrammeTableFiles *files, const char *path, GBytes *bytes)
{
  g_return_if_fail (PROGRAMME_IS_TABLE_FILES (files) && path != NULL && bytes != NULL);
  g_hash_table_insert (files->files, g_strdup (path), g_bytes_ref (bytes));
}

static char *
near_in_table (ProgrammeTableFiles *files, const char *path)
{
  g_autofree const char **paths = (const char **) g_hash_table_get_keys_as_array (files->files, NULL);
  return g_strdup (pg_nearest_word (path, paths));
}

char *
pg_files_near (ProgrammeFiles *files, const char *path)
{
  if (PG_IS_FOLDER_FILES (files))
    return pg_folder_files_near (PG_FOLDER_FILES (files), path);
  return PROGRAMME_IS_TABLE_FILES (files) ? near_in_table (PROGRAMME_TABLE_FILES (files), path) : NULL;
}
