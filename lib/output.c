/* Enters: a path and what writes to it. Leaves: the whole file under that name, or the old one as it was.
   Until it is whole the new file has no name, where the system can do that: whatever ends the program, even a power cut,
   leaves nothing behind. */
#include "output.h"

#include "base/report.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE ((gsize) 64 * 1024)

typedef struct
{
  int fd;
  int error; /* errno of the first write that failed, or 0 */
  gsize used;
  guchar buffer[BUFFER_SIZE]; /* cairo writes a few bytes at a time */
} Output;

static void
write_all (Output *output, const guchar *data, gsize length)
{
  while (length > 0 && output->error == 0)
    {
      ssize_t n = write (output->fd, data, length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        output->error = n < 0 ? errno : EIO;
      else
        {
          data += n;
          length -= (gsize) n;
        }
    }
}

static void
flush (Output *output)
{
  write_all (output, output->buffer, output->used);
  output->used = 0;
}

static cairo_status_t
take (void *closure, const unsigned char *data, unsigned int length)
{
  Output *output = closure;
  if (length > BUFFER_SIZE - output->used)
    flush (output);
  if (length > BUFFER_SIZE)
    write_all (output, data, length);
  else
    {
      memcpy (output->buffer + output->used, data, length);
      output->used += length;
    }
  return output->error == 0 ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
fail (const char *path, int number, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_clear_error (error);
  if (number == EISDIR)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT,
                 "%s: cannot be written: it is a folder; name the file, such as %s%sprogramme.pdf", path, path,
                 g_str_has_suffix (path, "/") ? "" : "/");
  else if (number == ENOENT && !g_file_test (folder, G_FILE_TEST_EXISTS))
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "%s: cannot be written: there is no folder %s", path,
                 folder);
  else
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "%s: cannot be written: %s", path,
                 g_strerror (number));
  return FALSE;
}

static gboolean
produce_into (int fd, const char *path, PgProduce produce, gpointer data, GError **error)
{
  Output output = { .fd = fd };
  gboolean ok = produce (data, take, &output, error);
  if (ok)
    flush (&output);
  return output.error == 0 ? ok : fail (path, output.error, error);
}

/* What is no regular file (a pipe, a terminal) cannot be replaced. */
static gboolean
write_into (const char *path, PgProduce produce, gpointer data, GError **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  if (fd < 0)
    return fail (path, errno, error);
  gboolean ok = produce_into (fd, path, produce, data, error);
  if (close (fd) != 0 && ok)
    ok = fail (path, errno, error);
  return ok;
}

static char *
name_beside (const char *path, const char *end)
{
  g_autofree char *folder = g_path_get_dirname (path);
  return g_strconcat (folder, "/.programme-", end, NULL);
}

/* A new file in the folder of path; name gets NULL if it has none yet, else what to free. -1 with errno. */
static int
open_beside (const char *path, char **name)
{
  g_autofree char *folder = g_path_get_dirname (path);
  *name = NULL;
  int fd = -1;
#ifdef O_TMPFILE
  if (access ("/proc/self/fd", X_OK) == 0)
    fd = open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
#endif
  if (fd >= 0)
    return fd;
  *name = name_beside (path, "XXXXXX");
  fd = g_mkstemp_full (*name, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    g_clear_pointer (name, g_free);
  return fd;
}

/* The name of the open file, which it gets here if it has none; NULL with errno. */
static char *
give_name (int fd, const char *path, char *name)
{
  g_autofree char *number = g_strdup_printf ("/proc/self/fd/%d", fd);
  for (guint tries = 0; name == NULL && tries < 100; tries++)
    {
      g_autofree char *end = g_strdup_printf ("%08x", g_random_int ());
      g_autofree char *wanted = name_beside (path, end);
      if (linkat (AT_FDCWD, number, AT_FDCWD, wanted, AT_SYMLINK_FOLLOW) == 0)
        name = g_steal_pointer (&wanted);
      else if (errno != EEXIST)
        return NULL;
    }
  return name;
}

/* An old file's rights go over to the new one before anything is in it, and the bytes are on the disk before the new
   name is. */
static gboolean
write_beside (const char *path, const struct stat *old, PgProduce produce, gpointer data, GError **error)
{
  g_autofree char *name = NULL;
  int fd = open_beside (path, &name);
  if (fd < 0)
    return fail (path, errno, error);
  gboolean ok = old == NULL || fchmod (fd, old->st_mode & 0777) == 0 || fail (path, errno, error);
  ok = ok && produce_into (fd, path, produce, data, error);
  if (ok && old != NULL && fsync (fd) != 0)
    ok = fail (path, errno, error);
  if (ok)
    {
      name = give_name (fd, path, g_steal_pointer (&name));
      ok = (name != NULL && g_rename (name, path) == 0) || fail (path, errno, error);
    }
  if (close (fd) != 0 && ok)
    ok = fail (path, errno, error);
  if (!ok && name != NULL)
    g_unlink (name);
  return ok;
}

gboolean
pg_output_write (const char *path, PgProduce produce, gpointer data, GError **error)
{
  struct stat old;
  gboolean exists = stat (path, &old) == 0;
  if (exists ? S_ISDIR (old.st_mode) : g_str_has_suffix (path, "/"))
    return fail (path, EISDIR, error);
  if (!exists)
    return write_beside (path, NULL, produce, data, error);
  if (!S_ISREG (old.st_mode))
    return write_into (path, produce, data, error);
  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return write_beside (path, &old, produce, data, error);
  /* Where a link leads to is replaced, not the link. */
  char *target = realpath (path, NULL);
  gboolean ok = target != NULL ? write_beside (target, &old, produce, data, error) : fail (path, errno, error);
  free (target);
  return ok;
}
