/* Enters: the path of an image as the event says it. Leaves: its bytes, if it lies beneath the event's folder.
   Links are resolved before the path is judged, and the file that is open is the one that is looked at. */
#include "image/asset.h"

#include "base/limits.h"
#include "base/nearest.h"
#include "image/fault.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* More files than these in a folder are not searched for a name that is near. */
#define MAX_FILES 2000

static void
refuse_missing (GError **error, const char *path, const char *why)
{
  g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_MISSING, "\"%s\" %s", path, why);
}

/* number is errno's. */
static void
refuse_unreadable (GError **error, const char *path, int number)
{
  g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_UNREADABLE, "\"%s\" cannot be read: %s", path, g_strerror (number));
}

static gboolean
is_plain_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  return path[0] != '\0' && path[0] != '/' && !g_strv_contains ((const char *const *) parts, "..");
}

/* The name in the file's folder that was probably meant, such as one in other capitals; free with g_free. */
static char *
near_file (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file), *wanted = g_path_get_basename (file);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && names->len < MAX_FILES && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_ascii_strcasecmp (name, wanted) == 0)
        return g_strdup (name);
      g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_add (names, NULL);
  return g_strdup (pg_nearest_word (wanted, (const char *const *) names->pdata));
}

static void
refuse_absent (GError **error, const char *path, const char *file)
{
  g_autofree char *near = near_file (file);
  if (near != NULL)
    g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_MISSING,
                 "there is no file \"%s\" in the event's folder: did you mean \"%s\"?", path, near);
  else
    g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_MISSING,
                 "there is no file \"%s\" in the event's folder: put it there, or correct its name", path);
}

/* The file's own path without links, below the folder's or that itself; NULL after an error. */
static char *
resolve (const char *folder, const char *path, GError **error)
{
  g_autofree char *joined = g_build_filename (folder, path, NULL);
  char *root = realpath (folder, NULL), *file = root != NULL ? realpath (joined, NULL) : NULL;
  int number = errno;
  gsize length = root != NULL ? strlen (root) : 0;
  char *result = NULL;
  if (file == NULL && (number == ENOENT || number == ENOTDIR))
    refuse_absent (error, path, joined);
  else if (file == NULL)
    refuse_unreadable (error, path, number);
  else if (strncmp (file, root, length) != 0 || (strchr ("/", file[length]) == NULL && length > 1))
    g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_UNREADABLE,
                 "\"%s\" is a link that leads out of the event's folder: copy the image into it", path);
  else
    result = g_strdup (file);
  free (file);
  free (root);
  return result;
}

static gboolean
check_file (int fd, const char *path, GError **error)
{
  struct stat info;
  if (fstat (fd, &info) != 0)
    refuse_unreadable (error, path, errno);
  else if (!S_ISREG (info.st_mode))
    refuse_missing (error, path, "is no file: name an image");
  else if (info.st_size > (off_t) PG_MAX_IMAGE_BYTES)
    g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_TOO_LARGE, "\"%s\" is larger than %u MiB: make it smaller", path,
                 PG_MAX_IMAGE_BYTES / (1024 * 1024));
  else
    return TRUE;
  return FALSE;
}

static GBytes *
read_all (int fd, const char *path, GError **error)
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
          refuse_unreadable (error, path, errno);
          return NULL;
        }
      if (n == 0)
        return g_bytes_new (bytes->data, bytes->len); /* without the room to grow, which may be as much again */
      g_byte_array_append (bytes, buffer, (guint) n);
      if (bytes->len > PG_MAX_IMAGE_BYTES)
        {
          g_set_error (error, PG_IMAGE_FAULT, PG_IMAGE_UNREADABLE, "\"%s\" grows while it is read: try again", path);
          return NULL;
        }
    }
}

GBytes *
pg_asset_read (const char *folder, const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  if (folder == NULL)
    {
      refuse_missing (error, path, "cannot be read, since the event comes from no folder: name the folder it lies in");
      return NULL;
    }
  if (!is_plain_path (path))
    {
      refuse_missing (error, path, "leads out of the event's folder: images lie in that folder or below it");
      return NULL;
    }
  g_autofree char *file = resolve (folder, path, error);
  if (file == NULL)
    return NULL;
  /* Without O_NONBLOCK a pipe would keep us waiting before it can be refused. */
  int fd = open (file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0)
    {
      refuse_unreadable (error, path, errno);
      return NULL;
    }
  GBytes *bytes = check_file (fd, path, error) ? read_all (fd, path, error) : NULL;
  close (fd);
  return bytes;
}
