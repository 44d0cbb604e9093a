/* Enters: paths and what writes to them. Leaves: whole files under those names, or the old ones as they were.
   Until it is whole a new file has no name, where the system can do that: whatever ends the program, even a power cut,
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

/* So many files are open at once, until they have names. */
#define MAX_NAMELESS 64

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

/* The name of the open file, which it gets here if it has none (NULL); NULL with errno. */
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

/* A file on its way. */
typedef struct
{
  const PgFile *file;
  char *path;   /* what is replaced in the end: where a link leads to; NULL: written to directly */
  gboolean old; /* there is a file of that name */
  int fd;       /* or -1 */
  char *name;   /* of the new file until then, or NULL */
} Pending;

static void
pending_clear (gpointer data)
{
  Pending *pending = data;
  if (pending->fd >= 0)
    close (pending->fd);
  if (pending->name != NULL)
    g_unlink (pending->name);
  g_free (pending->name);
  g_free (pending->path);
}

/* Looks at what is there: a folder is refused, a link is followed, and what is no regular file is left to be written to. */
static gboolean
find_target (Pending *pending, struct stat *old, GError **error)
{
  const char *path = pending->file->path;
  pending->old = stat (path, old) == 0;
  if (pending->old ? S_ISDIR (old->st_mode) : g_str_has_suffix (path, "/"))
    return fail (path, EISDIR, error);
  if (pending->old && !S_ISREG (old->st_mode))
    return TRUE;
  if (!pending->old || !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      pending->path = g_strdup (path);
      return TRUE;
    }
  char *target = realpath (path, NULL);
  pending->path = g_strdup (target);
  free (target);
  return pending->path != NULL || fail (path, errno, error);
}

/* An old file's rights go over to the new one before anything is in it. */
static gboolean
produce_pending (Pending *pending, GError **error)
{
  struct stat old;
  const PgFile *file = pending->file;
  if (!find_target (pending, &old, error))
    return FALSE;
  if (pending->path == NULL)
    return write_into (file->path, file->produce, file->data, error);
  pending->fd = open_beside (pending->path, &pending->name);
  if (pending->fd < 0 || (pending->old && fchmod (pending->fd, old.st_mode & 0777) != 0))
    return fail (file->path, errno, error);
  return produce_into (pending->fd, file->path, file->produce, file->data, error);
}

/* Gives the file a name. The bytes are on the disk before an old file's name is theirs. */
static gboolean
settle (Pending *pending, GError **error)
{
  if (pending->fd < 0)
    return TRUE;
  gboolean ok = !pending->old || fsync (pending->fd) == 0;
  if (ok)
    {
      pending->name = give_name (pending->fd, pending->path, pending->name);
      ok = pending->name != NULL;
    }
  int failure = ok ? 0 : errno;
  if (close (pending->fd) != 0 && ok)
    failure = errno;
  pending->fd = -1;
  return failure == 0 || fail (pending->file->path, failure, error);
}

static gboolean
settle_all (GArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    if (!settle (&g_array_index (files, Pending, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
rename_all (GArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      Pending *pending = &g_array_index (files, Pending, i);
      if (pending->name == NULL)
        continue;
      if (g_rename (pending->name, pending->path) != 0)
        return fail (pending->file->path, errno, error);
      g_clear_pointer (&pending->name, g_free);
    }
  return TRUE;
}

gboolean
pg_output_write_all (const PgFile *files, guint n, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (all, pending_clear);
  for (guint i = 0; i < n; i++)
    {
      Pending pending = { .file = &files[i], .fd = -1 };
      if (i % MAX_NAMELESS == MAX_NAMELESS - 1 && !settle_all (all, error))
        return FALSE;
      g_array_append_val (all, pending);
      if (!produce_pending (&g_array_index (all, Pending, i), error))
        return FALSE;
    }
  return settle_all (all, error) && rename_all (all, error);
}

gboolean
pg_output_write (const char *path, PgProduce produce, gpointer data, GError **error)
{
  PgFile file = { path, produce, data };
  return pg_output_write_all (&file, 1, error);
}
