/* Enters: a folder, and a path in it. Leaves: the file's bytes, if it lies beneath the folder.
   Links are resolved before the path is judged, and the file that is open is the one that is looked at. */
#include "base/files.h"
#include "base/limits.h"
#include "base/nearest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* More files than these in a folder are not searched for a name that is near. */
#define MAX_NAMES 2000

struct _PgFolderFiles
{
  GObject parent;
  char *folder;
};

static void
refuse_number (GError **error, int number)
{
  g_autofree char *why = g_strdup_printf ("cannot be read: %s", g_strerror (number));
  if (number == ENOENT || number == ENOTDIR)
    pg_files_refuse (error, G_FILE_ERROR_NOENT, "is not there");
  else
    pg_files_refuse (error, g_file_error_from_errno (number), why);
}

/* The file's own path without links, below the folder's; NULL after an error. */
static char *
resolve (const char *folder, const char *path, GError **error)
{
  g_autofree char *joined = g_build_filename (folder, path, NULL);
  char *root = realpath (folder, NULL), *file = root != NULL ? realpath (joined, NULL) : NULL;
  gsize length = root != NULL ? strlen (root) : 0;
  char *result = NULL;
  if (file == NULL)
    refuse_number (error, errno);
  else if (strncmp (file, root, length) != 0 || (file[length] != '/' && file[length] != '\0' && length > 1))
    pg_files_refuse (error, G_FILE_ERROR_PERM, "is a link that leads out of its folder: copy the file into it");
  else
    result = g_strdup (file);
  free (file);
  free (root);
  return result;
}

static gboolean
check_file (int fd, gsize most, GError **error)
{
  struct stat info;
  if (fstat (fd, &info) != 0)
    refuse_number (error, errno);
  else if (!S_ISREG (info.st_mode))
    pg_files_refuse (error, G_FILE_ERROR_ISDIR, "is no file");
  else if (info.st_size > (off_t) most)
    pg_files_refuse_size (error, (gsize) info.st_size, most);
  else
    return TRUE;
  return FALSE;
}

static GBytes *
read_all (int fd, gsize most, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[32 * 1024];
  for (;;)
    {
      gssize n = read (fd, buffer, sizeof buffer);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          refuse_number (error, errno);
          return NULL;
        }
      if (n == 0)
        return g_bytes_new (bytes->data, bytes->len); /* without the room to grow, which may be as much again */
      g_byte_array_append (bytes, buffer, (guint) n);
      if (bytes->len > most)
        {
          pg_files_refuse (error, G_FILE_ERROR_AGAIN, "grows while it is read: try again");
          return NULL;
        }
    }
}

GBytes *
pg_folder_files_read (PgFolderFiles *files, const char *path, gsize most, GError **error)
{
  g_autofree char *file = resolve (files->folder, path, error);
  if (file == NULL)
    return NULL;
  /* Without O_NONBLOCK a pipe would keep us waiting before it can be refused. */
  int fd = open (file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0)
    {
      refuse_number (error, errno);
      return NULL;
    }
  GBytes *bytes = check_file (fd, most, error) ? read_all (fd, most, error) : NULL;
  close (fd);
  return bytes;
}

static GBytes *
read_from_folder (ProgrammeFiles *files, const char *path, GError **error)
{
  return pg_folder_files_read (PG_FOLDER_FILES (files), path, pg_standard_limits.image_bytes, error);
}

static void
files_init (ProgrammeFilesInterface *interface)
{
  interface->read = read_from_folder;
}

G_DEFINE_TYPE_WITH_CODE (PgFolderFiles, pg_folder_files, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (PROGRAMME_TYPE_FILES, files_init))

static void
folder_finalize (GObject *object)
{
  g_free (PG_FOLDER_FILES (object)->folder);
  G_OBJECT_CLASS (pg_folder_files_parent_class)->finalize (object);
}

static void
pg_folder_files_class_init (PgFolderFilesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = folder_finalize;
}

static void
pg_folder_files_init (PgFolderFiles *files)
{
  (void) files;
}

ProgrammeFiles *
programme_files_new_for_folder (const char *folder)
{
  g_return_val_if_fail (folder != NULL, NULL);
  PgFolderFiles *files = g_object_new (pg_folder_files_get_type (), NULL);
  files->folder = g_strdup (folder);
  return PROGRAMME_FILES (files);
}

const char *
pg_folder_files_folder (PgFolderFiles *files)
{
  return files->folder;
}

/* The name in a folder that is near to one that is not there. */
static char *
near_name (const char *folder, const char *wanted)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && names->len < MAX_NAMES && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_ascii_strcasecmp (name, wanted) == 0)
        return g_strdup (name);
      g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_add (names, NULL);
  return g_strdup (pg_nearest_word (wanted, (const char *const *) names->pdata));
}

char *
pg_folder_files_near (PgFolderFiles *files, const char *path)
{
  g_autofree char *above = g_path_get_dirname (path), *wanted = g_path_get_basename (path);
  g_autofree char *folder = resolve (files->folder, above, NULL); /* not one that a link leads to from here */
  g_autofree char *name = folder != NULL ? near_name (folder, wanted) : NULL;
  if (name == NULL || strcmp (name, wanted) == 0)
    return NULL;
  return strcmp (above, ".") == 0 ? g_steal_pointer (&name) : g_strconcat (above, "/", name, NULL);
}
