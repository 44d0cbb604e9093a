/* Enters: a path. Leaves: all bytes of the file, or why it cannot be read. */
#include "base/file.h"

#include "base/limits.h"

#include <programme/error.h>

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

static gboolean
refuse (const char *path, const char *why, GError **error)
{
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "%s: cannot be read: %s", path, why);
  return FALSE;
}

/* Not more than limit + 1 bytes, and a NUL. */
static GByteArray *
read_stream (FILE *stream, gsize limit)
{
  GByteArray *bytes = g_byte_array_new ();
  char buffer[64 * 1024];
  gsize n;
  while (bytes->len <= limit && (n = fread (buffer, 1, MIN (sizeof buffer, limit + 1 - bytes->len), stream)) > 0)
    g_byte_array_append (bytes, (const guint8 *) buffer, (guint) n);
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return bytes;
}

gboolean
pg_file_read (const char *path, gsize limit, const char *option, char **data, gsize *length, GError **error)
{
  struct stat info;
  FILE *stream = fopen (path, "rbe");
  if (stream == NULL || fstat (fileno (stream), &info) != 0)
    {
      int number = errno;
      if (stream != NULL)
        fclose (stream);
      return refuse (path, g_strerror (number), error);
    }
  gboolean is_folder = S_ISDIR (info.st_mode);
  g_autoptr (GByteArray) bytes = is_folder ? g_byte_array_new () : read_stream (stream, limit);
  int failure = ferror (stream) != 0 ? errno : 0;
  fclose (stream);
  if (is_folder)
    return refuse (path, "it is a folder", error);
  if (failure != 0)
    return refuse (path, g_strerror (failure), error);
  if (bytes->len - 1 > limit)
    {
      g_autofree char *advice = option != NULL ? g_strdup_printf ("; --%s=N allows more", option) : NULL;
      g_autofree char *why = g_strdup_printf ("it is larger than %" G_GSIZE_FORMAT " MiB%s", limit / PG_MB,
                                              advice != NULL ? advice : "");
      return refuse (path, why, error);
    }
  if (length != NULL)
    *length = bytes->len - 1;
  *data = (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
  return TRUE;
}
