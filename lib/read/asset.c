/* Enters: the path of an image as the event says it. Leaves: its bytes, if it lies beneath the event's folder.
   Links are resolved before the path is judged, and the file that is open is the one that is looked at. */
#include "read/asset.h"

#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
refuse (GError **error, const char *path, const char *why)
{
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "the image \"%s\" %s", path, why);
}

static gboolean
is_plain_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  return path[0] != '\0' && path[0] != '/' && !g_strv_contains ((const char *const *) parts, "..");
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
    refuse (error, path, errno == ENOENT ? "does not exist" : g_strerror (errno));
  else if (strncmp (file, root, length) != 0 || (file[length] != '/' && length > 1))
    refuse (error, path, "is a link that leads out of the event's folder; copy the image into it");
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
    refuse (error, path, g_strerror (errno));
  else if (!S_ISREG (info.st_mode))
    refuse (error, path, "is no file");
  else if (info.st_size > (off_t) PG_MAX_IMAGE_BYTES)
    refuse (error, path, "is larger than 64 MB; make it smaller");
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
          refuse (error, path, g_strerror (errno));
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      g_byte_array_append (bytes, buffer, (guint) n);
      if (bytes->len > PG_MAX_IMAGE_BYTES)
        {
          refuse (error, path, "grows while it is read");
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
      refuse (error, path, "cannot be read: the event has no folder");
      return NULL;
    }
  if (!is_plain_path (path))
    {
      refuse (error, path, "leads out of the event's folder: images lie in that folder or below it");
      return NULL;
    }
  g_autofree char *file = resolve (folder, path, error);
  if (file == NULL)
    return NULL;
  /* Without O_NONBLOCK a pipe would keep us waiting before it can be refused. */
  int fd = open (file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0)
    {
      refuse (error, path, g_strerror (errno));
      return NULL;
    }
  GBytes *bytes = check_file (fd, path, error) ? read_all (fd, path, error) : NULL;
  close (fd);
  return bytes;
}
