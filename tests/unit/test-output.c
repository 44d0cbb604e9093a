/* Enters: files to be written where the system fails. Leaves: proof that the old file stays as it was, that nothing is left
   beside it, and that links stay. */
#include "base/report.h"
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* These stand before the system's own, which the library then calls. */

static gboolean close_fails, has_no_proc, fsync_fails;
static guint n_renames, failing_rename; /* the n-th, from 1, or none */

int
fsync (int fd)
{
  (void) fd;
  errno = EIO;
  return fsync_fails ? -1 : 0;
}

int
rename (const char *from, const char *to)
{
  errno = EPERM;
  return ++n_renames == failing_rename ? -1 : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  errno = EPERM;
  return ++n_renames == failing_rename ? -1 : (int) syscall (SYS_renameat2, from_folder, from, to_folder, to, flags);
}

int
close (int fd)
{
  struct stat status;
  gboolean fails = close_fails && fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
  if (syscall (SYS_close, fd) != 0)
    return -1;
  if (!fails)
    return 0;
  errno = EDQUOT;
  return -1;
}

int
access (const char *path, int mode)
{
  if (has_no_proc && g_str_has_prefix (path, "/proc/"))
    {
      errno = ENOENT;
      return -1;
    }
  return (int) syscall (SYS_faccessat, AT_FDCWD, path, mode);
}

static gboolean
write_new (gpointer data, PgSink *sink)
{
  return pg_sink_write (sink, data, 3);
}

static gboolean
write_and_fail (gpointer data, PgSink *sink)
{
  pg_sink_write (sink, data, 3);
  pg_sink_fail (sink, g_error_new_literal (PROGRAMME_ERROR, PROGRAMME_ERROR_READ, "the first"));
  pg_sink_fail (sink, g_error_new_literal (PROGRAMME_ERROR, PROGRAMME_ERROR_LAYOUT, "the second"));
  return FALSE;
}

static gboolean
write_and_cancel (gpointer data, PgSink *sink)
{
  pg_sink_write (sink, data, 3);
  g_cancellable_cancel (sink->watch->cancellable);
  return pg_sink_write (sink, data, 3); /* It is kept for now. */
}

/* A folder with an old file in it; the test runs with unnamed files, and with ones that have a name from the first. */
typedef struct
{
  char *folder, *path;
} Place;

static void
set_up (Place *place, gconstpointer without_proc)
{
  place->folder = g_dir_make_tmp ("output-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "a.pdf", NULL);
  g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
  has_no_proc = without_proc != NULL;
}

static void
assert_file (const char *path, const char *wanted)
{
  g_autofree char *found = NULL;
  g_file_get_contents (path, &found, NULL, NULL);
  g_assert_cmpstr (found, ==, wanted);
}

/* n: how many files there are, links and folders included. */
static void
assert_n_files (const Place *place, guint n)
{
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  guint found = 0;
  while (g_dir_read_name (folder) != NULL)
    found++;
  g_assert_cmpuint (found, ==, n);
}

static void
tear_down (Place *place, gconstpointer without_proc)
{
  (void) without_proc;
  has_no_proc = FALSE;
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->path);
}

static void
test_replaced (Place *place, gconstpointer without_proc)
{
  (void) without_proc;
  g_autoptr (GError) error = NULL;
  g_assert_true (pg_output_write (place->path, write_new, "new", NULL, &error));
  g_assert_no_error (error);
  assert_file (place->path, "new");
  assert_n_files (place, 1);
}

static void
assert_old_but (const Place *place, const GError *error, guint n_files)
{
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
  assert_file (place->path, "old");
  assert_n_files (place, n_files);
}

static void
assert_old (const Place *place, const GError *error, int code, const char *message)
{
  g_assert_error (error, PROGRAMME_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, message));
  assert_file (place->path, "old");
  assert_n_files (place, 1);
}

static void
test_closing (Place *place, gconstpointer without_proc)
{
  (void) without_proc;
  g_autoptr (GError) error = NULL;
  close_fails = TRUE;
  gboolean ok = pg_output_write (place->path, write_new, "new", NULL, &error);
  close_fails = FALSE;
  g_assert_false (ok);
  g_autofree char *message = g_strconcat ("a.pdf: cannot be written: ", g_strerror (EDQUOT), NULL);
  assert_old (place, error, PROGRAMME_ERROR_OUTPUT, message);
}

/* What is not on the disk gets no name, also where there was none before. */
static void
test_syncing (Place *place, gconstpointer without_proc)
{
  (void) without_proc;
  g_autoptr (GError) error = NULL, second = NULL;
  g_autofree char *other = g_build_filename (place->folder, "b.pdf", NULL);
  fsync_fails = TRUE;
  g_assert_false (pg_output_write (place->path, write_new, "new", NULL, &error));
  g_assert_false (pg_output_write (other, write_new, "new", NULL, &second));
  fsync_fails = FALSE;
  g_assert_error (second, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
  g_autofree char *message = g_strconcat ("a.pdf: cannot be written: ", g_strerror (EIO), NULL);
  assert_old (place, error, PROGRAMME_ERROR_OUTPUT, message);
}

/* Three files, the first and the last of which are there before. */
static gboolean
write_three (const Place *place, guint failing, char *paths[3], GError **error)
{
  for (guint i = 0; i < 3; i++)
    paths[i] = g_strdup_printf ("%s/%c.pdf", place->folder, "abc"[i]);
  const PgFile files[]
      = { { paths[0], write_new, "one" }, { paths[1], write_new, "two" }, { paths[2], write_new, "tri" } };
  g_assert_true (g_file_set_contents (paths[0], "old", -1, NULL));
  g_assert_true (g_file_set_contents (paths[2], "old", -1, NULL));
  g_remove (paths[1]);
  n_renames = 0;
  failing_rename = failing;
  gboolean ok = pg_output_write_all (files, 3, NULL, error);
  failing_rename = 0;
  return ok;
}

static void
test_sets (Place *place, gconstpointer without_proc)
{
  (void) without_proc;
  for (guint failing = 0; failing <= 3; failing++)
    {
      g_autoptr (GError) error = NULL;
      char *paths[4] = { NULL };
      gboolean is_whole = failing < 2; /* where two names cannot be exchanged, one is given anew */
      g_assert_cmpint (write_three (place, failing, paths, &error), ==, is_whole);
      assert_n_files (place, is_whole ? 3 : 2);
      assert_file (paths[0], is_whole ? "one" : "old");
      assert_file (paths[1], is_whole ? "two" : NULL);
      assert_file (paths[2], is_whole ? "tri" : "old");
      for (guint i = 0; i < 3; i++)
        g_free (paths[i]);
    }
}

/* By a link, and by another name of the folder. */
static void
test_same (Place *place, gconstpointer without_proc)
{
  (void) without_proc;
  g_autofree char *link = g_build_filename (place->folder, "b.pdf", NULL);
  g_autofree char *again = g_build_filename (place->folder, ".", "a.pdf", NULL);
  g_assert_cmpint (symlink ("a.pdf", link), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      const PgFile files[] = { { place->path, write_new, "one" }, { i == 0 ? link : again, write_new, "two" } };
      g_autoptr (GError) error = NULL;
      g_assert_false (pg_output_write_all (files, 2, NULL, &error));
      assert_old_but (place, error, 2);
      g_assert_nonnull (strstr (error->message, "it is the same file as "));
    }
}

static void
test_failing (Place *place, gconstpointer without_proc)
{
  (void) without_proc;
  g_autoptr (GError) error = NULL;
  g_assert_false (pg_output_write (place->path, write_and_fail, "new", NULL, &error));
  assert_old (place, error, PROGRAMME_ERROR_READ, "the first");
}

static void
test_cancelled (Place *place, gconstpointer without_proc)
{
  (void) without_proc;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PgWatch watch = pg_watch_new (cancellable, NULL, "write");
  g_assert_false (pg_output_write (place->path, write_and_cancel, "new", &watch, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_file (place->path, "old");
  assert_n_files (place, 1);
}

static guint n_unnamed;

/* Whoever cancels may end the program in the next moment. */
static gboolean
write_and_look (gpointer data, PgSink *sink)
{
  const Place *place = data;
  pg_sink_write (sink, "new", 3);
  g_cancellable_cancel (sink->watch->cancellable);
  assert_n_files (place, 1);
  n_unnamed++;
  return pg_sink_step (sink, 0.5);
}

static void
test_cancelled_at_once (Place *place, gconstpointer without_proc)
{
  (void) without_proc;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PgWatch watch = pg_watch_new (cancellable, NULL, "write");
  n_unnamed = 0;
  g_assert_false (pg_output_write (place->path, write_and_look, place, &watch, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_unnamed, ==, 1);
  assert_file (place->path, "old");
}

/* first leads to second, and that to the file, which is in the same folder and may not be there. */
static void
test_links (Place *place, gconstpointer without_proc)
{
  (void) without_proc;
  g_autofree char *first = g_build_filename (place->folder, "first", NULL);
  g_autofree char *second = g_build_filename (place->folder, "second", NULL);
  g_assert_cmpint (symlink (second, first), ==, 0);
  g_assert_cmpint (symlink ("a.pdf", second), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_true (pg_output_write (first, write_new, "new", NULL, &error));
      g_assert_no_error (error);
      assert_file (place->path, "new");
      g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
      g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
      assert_n_files (place, 3);
      g_remove (place->path);
    }
}

static void
test_links_to_nowhere (Place *place, gconstpointer without_proc)
{
  (void) without_proc;
  g_autofree char *round = g_build_filename (place->folder, "round", NULL);
  g_autofree char *away = g_build_filename (place->folder, "away", NULL);
  g_assert_cmpint (symlink ("round", round), ==, 0);
  g_assert_cmpint (symlink ("none/a.pdf", away), ==, 0);
  g_autoptr (GError) loop = NULL, missing = NULL;
  g_assert_false (pg_output_write (round, write_new, "new", NULL, &loop));
  g_assert_error (loop, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
  g_assert_true (g_str_has_suffix (loop->message, g_strerror (ELOOP)));
  g_assert_false (pg_output_write (away, write_new, "new", NULL, &missing));
  g_assert_error (missing, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
  g_assert_true (g_str_has_suffix (missing->message, "/none"));
  assert_n_files (place, 3);
}

static void
add (const char *name, void (*test) (Place *, gconstpointer))
{
  g_autofree char *unnamed = g_strconcat ("/output/unnamed/", name, NULL);
  g_autofree char *named = g_strconcat ("/output/named/", name, NULL);
  g_test_add (unnamed, Place, NULL, set_up, test, tear_down);
  g_test_add (named, Place, "without /proc", set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("replaced", test_replaced);
  add ("closing", test_closing);
  add ("failing", test_failing);
  add ("cancelled", test_cancelled);
  add ("cancelled-at-once", test_cancelled_at_once);
  add ("syncing", test_syncing);
  add ("sets", test_sets);
  add ("same", test_same);
  add ("links", test_links);
  add ("links-to-nowhere", test_links_to_nowhere);
  return g_test_run ();
}
