/* Enters: a path and what writes to it. Leaves: the whole file under that name, or the old one as it was. */
#include "output.h"

#include "base/report.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  int fd;
  int error; /* errno of the first write that failed, or 0 */
} Output;

static cairo_status_t
write_all (void *closure, const unsigned char *data, unsigned int length)
{
  Output *output = closure;
  while (length > 0)
    {
      ssize_t n = write (output->fd, data, length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          output->error = n < 0 ? errno : EIO;
          return CAIRO_STATUS_WRITE_ERROR;
        }
      data += n;
      length -= (unsigned int) n;
    }
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
fail (const char *path, int number, GError **error)
{
  g_clear_error (error);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "%s: cannot be written: %s", path,
               g_strerror (number));
  return FALSE;
}

static gboolean
produce_into (int fd, const char *path, PgProduce produce, gpointer data, GError **error)
{
  Output output = { fd, 0 };
  gboolean ok = produce (data, write_all, &output, error);
  if (output.error != 0)
    ok = fail (path, output.error, error);
  if (close (fd) != 0 && ok)
    ok = fail (path, errno, error);
  return ok;
}

/* The rights that the file has, or that a new file would get. */
static mode_t
mode_for (const struct stat *old)
{
  if (old != NULL)
    return old->st_mode & 07777;
  mode_t mask = umask (0);
  umask (mask);
  return (mode_t) 0666 & ~mask;
}

static gboolean
write_beside (const char *path, const struct stat *old, PgProduce produce, gpointer data, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (path, errno, error);
  gboolean ok = produce_into (fd, path, produce, data, error);
  if (ok && (fchmodat (AT_FDCWD, beside, mode_for (old), 0) != 0 || g_rename (beside, path) != 0))
    ok = fail (path, errno, error);
  if (!ok)
    g_unlink (beside);
  return ok;
}

gboolean
pg_output_write (const char *path, PgProduce produce, gpointer data, GError **error)
{
  struct stat old;
  gboolean exists = stat (path, &old) == 0;
  if (exists && S_ISDIR (old.st_mode))
    return fail (path, EISDIR, error);
  if (!exists || S_ISREG (old.st_mode))
    return write_beside (path, exists ? &old : NULL, produce, data, error);
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  return fd >= 0 ? produce_into (fd, path, produce, data, error) : fail (path, errno, error);
}
