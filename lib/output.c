/* Enters: paths and what writes to them. Leaves: whole files under those names, or the old ones as they were.
   Until it is whole a new file has no name, where the system can do that: whatever ends the program, even a power cut,
   leaves nothing behind. */
#include "output.h"

#include "base/report.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* So many files are open at once, until they have names. */
#define MAX_NAMELESS 64

#define MAX_LINKS 40 /* that lead to one another, as many as Linux follows */

static gboolean
fail (const char *path, int number, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
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

/* Where the bytes go. */
typedef struct
{
  int fd;
  const char *path;
} Output;

static gboolean
take (gpointer closure, const guint8 *data, gsize length, GError **error)
{
  const Output *output = closure;
  while (length > 0)
    {
      ssize_t n = write (output->fd, data, length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail (output->path, n < 0 ? errno : EIO, error);
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
produce_into (int fd, const PgFile *file, PgWatch *watch, GError **error)
{
  Output output = { fd, file->path };
  PgSink sink;
  pg_sink_init (&sink, take, &output, watch);
  file->produce (file->data, &sink);
  return pg_sink_end (&sink, error);
}

/* What is no regular file (a pipe, a terminal) cannot be replaced. */
static gboolean
write_into (const PgFile *file, PgWatch *watch, GError **error)
{
  int fd = open (file->path, O_WRONLY | O_CLOEXEC);
  if (fd < 0)
    return fail (file->path, errno, error);
  gboolean ok = produce_into (fd, file, watch, error);
  if (close (fd) != 0 && ok)
    ok = fail (file->path, errno, error);
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
  GCancellable *cancellable; /* or NULL */
  gulong removal;            /* the cancellable's, which takes the name away at once; or 0 */
  char *path;                /* what is replaced in the end: where a link leads to; NULL: written to directly */
  gboolean old;              /* there is a file of that name */
  int fd;                    /* or -1 */
  char *name;                /* of the new file until then, and of the old one from then on; or NULL */
  gboolean is_placed;        /* under its path */
} Pending;

static void
remove_name (GCancellable *cancellable, gpointer name)
{
  (void) cancellable;
  g_unlink (name);
}

/* Who cancels may end the program before the work that is cancelled comes to look: then nothing is to be left. */
static void
guard_name (Pending *pending)
{
  if (pending->cancellable != NULL && pending->name != NULL && pending->removal == 0)
    pending->removal
        = g_cancellable_connect (pending->cancellable, G_CALLBACK (remove_name), g_strdup (pending->name), g_free);
}

static void
unguard_name (Pending *pending)
{
  g_cancellable_disconnect (pending->cancellable, pending->removal);
  pending->removal = 0;
}

static void
pending_clear (gpointer data)
{
  Pending *pending = data;
  unguard_name (pending);
  if (pending->fd >= 0)
    close (pending->fd);
  if (pending->name != NULL)
    g_unlink (pending->name);
  g_free (pending->name);
  g_free (pending->path);
}

/* The file that a link leads to, over others, be it there or not; NULL with errno. */
static char *
follow (const char *path)
{
  char *target = g_strdup (path);
  for (guint links = 0; g_file_test (target, G_FILE_TEST_IS_SYMLINK); links++)
    {
      g_autofree char *link = target, *folder = g_path_get_dirname (link);
      g_autofree char *next = links < MAX_LINKS ? g_file_read_link (link, NULL) : NULL;
      if (next == NULL)
        {
          errno = ELOOP;
          return NULL;
        }
      target = g_path_is_absolute (next) ? g_steal_pointer (&next) : g_build_filename (folder, next, NULL);
    }
  return target;
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
  pending->path = follow (path);
  return pending->path != NULL || fail (path, errno, error);
}

/* The folder's own name and the file's in it: one text for each file, by whatever way it is named. */
static char *
name_of_place (const Pending *pending)
{
  g_autofree char *folder = g_path_get_dirname (pending->path), *name = g_path_get_basename (pending->path);
  char *real = realpath (folder, NULL);
  char *place = g_build_filename (real != NULL ? real : folder, name, NULL);
  free (real);
  return place;
}

/* Two files under one name would be one, and nobody would know which. */
static gboolean
is_new_place (GHashTable *places, const Pending *pending, GError **error)
{
  if (pending->path == NULL)
    return TRUE;
  char *place = name_of_place (pending);
  const char *other = g_hash_table_lookup (places, place);
  if (other == NULL)
    return g_hash_table_insert (places, place, (gpointer) pending->file->path);
  g_free (place);
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT,
               "%s: cannot be written: it is the same file as %s, which is written, too: remove the link",
               pending->file->path, other);
  return FALSE;
}

/* An old file's rights go over to the new one before anything is in it. */
static gboolean
produce_pending (Pending *pending, GHashTable *places, PgWatch *watch, GError **error)
{
  struct stat old;
  if (!find_target (pending, &old, error) || !is_new_place (places, pending, error))
    return FALSE;
  if (pending->path == NULL)
    return write_into (pending->file, watch, error);
  pending->fd = open_beside (pending->path, &pending->name);
  guard_name (pending);
  if (pending->fd < 0 || (pending->old && fchmod (pending->fd, old.st_mode & 0777) != 0))
    return fail (pending->path, errno, error);
  return produce_into (pending->fd, pending->file, watch, error);
}

/* Gives the file a name. The bytes are on the disk, and the file is closed, before the name that was asked for is theirs. */
static gboolean
settle (Pending *pending, GError **error)
{
  if (pending->fd < 0)
    return TRUE;
  gboolean ok = fsync (pending->fd) == 0;
  if (ok)
    {
      pending->name = give_name (pending->fd, pending->path, pending->name);
      ok = pending->name != NULL;
      guard_name (pending);
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

/* The new file takes the path. Until all have theirs, an old one keeps the name that the new one had, where the file system
   can exchange the two; the last, behind which nothing can fail, replaces it. */
static gboolean
place (Pending *pending, gboolean is_last, GError **error)
{
  if (pending->name == NULL)
    return TRUE;
  if (!is_last && pending->old && renameat2 (AT_FDCWD, pending->name, AT_FDCWD, pending->path, RENAME_EXCHANGE) == 0)
    return pending->is_placed = TRUE;
  if (g_rename (pending->name, pending->path) != 0)
    return fail (pending->file->path, errno, error);
  g_clear_pointer (&pending->name, g_free);
  return pending->is_placed = TRUE;
}

/* Back to how it was; an old file without a name is gone. */
static void
displace (const Pending *pending)
{
  if (!pending->is_placed)
    return;
  if (pending->name != NULL)
    renameat2 (AT_FDCWD, pending->name, AT_FDCWD, pending->path, RENAME_EXCHANGE);
  else if (!pending->old)
    g_unlink (pending->path);
}

static gboolean
place_all (GArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    if (!place (&g_array_index (files, Pending, i), i == files->len - 1, error))
      {
        while (i-- > 0)
          displace (&g_array_index (files, Pending, i));
        return FALSE;
      }
  return TRUE;
}

/* From here on nobody cancels. */
static gboolean
unguard_all (GArray *files, const PgWatch *watch, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    unguard_name (&g_array_index (files, Pending, i));
  return watch == NULL || !g_cancellable_set_error_if_cancelled (watch->cancellable, error);
}

gboolean
pg_output_write_all (const PgFile *files, guint n, PgWatch *watch, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (all, pending_clear);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      Pending pending = { .file = &files[i], .cancellable = watch != NULL ? watch->cancellable : NULL, .fd = -1 };
      if (i % MAX_NAMELESS == MAX_NAMELESS - 1 && !settle_all (all, error))
        return FALSE;
      g_array_append_val (all, pending);
      PgWatchPart whole = pg_watch_narrow (watch, (double) i / n, (i + 1.0) / n);
      gboolean ok
          = pg_watch_step (watch, 0, error) && produce_pending (&g_array_index (all, Pending, i), places, watch, error);
      pg_watch_widen (watch, whole);
      if (!ok)
        return FALSE;
    }
  if (!settle_all (all, error) || !unguard_all (all, watch, error) || !place_all (all, error))
    return FALSE;
  pg_watch_end (watch);
  return TRUE;
}

gboolean
pg_output_write (const char *path, PgProduce produce, gpointer data, PgWatch *watch, GError **error)
{
  PgFile file = { path, produce, data };
  return pg_output_write_all (&file, 1, watch, error);
}
