/* Enters: a folder with files, links and worse; files in memory; files of the caller's. Leaves: whether images are read from
   within the folder alone, and from each kind of files. */
#include "base/files.h"
#include "base/limits.h"
#include "image/asset.h"
#include "image/fault.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Images */

static char *scratch;

static void
put_file (const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (scratch, name, NULL);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
put_link (const char *name, const char *target)
{
  g_autofree char *path = g_build_filename (scratch, name, NULL);
  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
assert_refused (const char *folder, const char *path, PgImageFault code, const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (folder);
  g_assert_null (pg_asset_read (files, path, pg_standard_limits.image_bytes, &error));
  g_assert_error (error, PG_IMAGE_FAULT, (int) code);
  if (strstr (error->message, why) == NULL)
    g_error ("\"%s\" is not in: %s", why, error->message);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
test_assets (void)
{
  scratch = g_dir_make_tmp ("programme-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (scratch, "event", NULL);
  g_autofree char *inner = g_build_filename (folder, "logos", NULL), *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *evil = g_build_filename (scratch, "event-evil", NULL);
  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (evil, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  put_file ("secret", "secret");
  put_file ("event-evil/a.svg", "evil");
  put_file ("event/logos/a.svg", "<svg/>");
  put_link ("event/inside.svg", "logos/a.svg");
  put_link ("event/outside.svg", "../secret");
  put_link ("event/beside", "../event-evil");
  put_link ("event/loop", "loop");
  static const char *const good[] = { "logos/a.svg", "inside.svg", "./logos//a.svg" };
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (folder);
      g_autoptr (GBytes) bytes = pg_asset_read (files, good[i], pg_standard_limits.image_bytes, &error);
      g_assert_no_error (error);
      g_autoptr (GBytes) expected = g_bytes_new_static ("<svg/>", 6);
      g_assert_true (g_bytes_equal (bytes, expected));
    }
  assert_refused (folder, "outside.svg", PG_IMAGE_UNREADABLE, "link that leads out");
  assert_refused (folder, "beside/a.svg", PG_IMAGE_UNREADABLE,
                  "link that leads out"); /* "event-evil" begins like "event" */
  assert_refused (folder, "../secret", PG_IMAGE_MISSING, "leads out");
  assert_refused (folder, "logos/../../secret", PG_IMAGE_MISSING, "leads out");
  assert_refused (folder, "/etc/passwd", PG_IMAGE_MISSING, "leads out");
  assert_refused (folder, "", PG_IMAGE_MISSING, "leads out");
  assert_refused (folder, "logos", PG_IMAGE_MISSING, "is no file");
  assert_refused (folder, ".", PG_IMAGE_MISSING, "is no file");
  assert_refused (folder, "pipe", PG_IMAGE_MISSING, "is no file");
  assert_refused (folder, "none.svg", PG_IMAGE_MISSING,
                  "there is no file \"none.svg\" in the event's folder: put it there, or correct its name");
  assert_refused (folder, "loop", PG_IMAGE_UNREADABLE, "\"loop\"");
  g_autoptr (GError) error = NULL;
  g_assert_null (pg_asset_read (NULL, "a.svg", pg_standard_limits.image_bytes, &error));
  g_assert_error (error, PG_IMAGE_FAULT, PG_IMAGE_MISSING);
  remove_all (scratch);
  g_clear_pointer (&scratch, g_free);
}

static void
test_large_asset (void)
{
  scratch = g_dir_make_tmp ("programme-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (scratch, "large.png", NULL);
  put_file ("large.png", "");
  g_assert_cmpint (truncate (path, (off_t) pg_standard_limits.image_bytes + 1), ==, 0);
  assert_refused (scratch, "large.png", PG_IMAGE_TOO_LARGE, "larger than 64 MiB");
  remove_all (scratch);
  g_clear_pointer (&scratch, g_free);
}

/* Files in memory */

static void
assert_reads (ProgrammeFiles *files, const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = programme_files_read (files, path, &error);
  g_assert_no_error (error);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_fails (ProgrammeFiles *files, const char *path, const char *why)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (programme_files_read (files, path, &error));
  g_assert_cmpint (error->domain, ==, G_FILE_ERROR);
  g_assert_cmpstr (error->message, ==, why);
}

static void
test_table (void)
{
  g_autoptr (ProgrammeTableFiles) table = programme_files_new_for_table ();
  g_autoptr (GBytes) first = g_bytes_new_static ("first", 5), second = g_bytes_new_static ("second", 6);
  programme_table_files_add (table, "logos/a.svg", first);
  programme_table_files_add (table, "b.svg", first);
  programme_table_files_add (table, "b.svg", second);
  assert_reads (PROGRAMME_FILES (table), "logos/a.svg", "first");
  assert_reads (PROGRAMME_FILES (table), "b.svg", "second");
  assert_fails (PROGRAMME_FILES (table), "a.svg", "is not there");
  g_autofree char *near = pg_files_near (PROGRAMME_FILES (table), "logo/a.svg");
  g_assert_cmpstr (near, ==, "logos/a.svg");
  g_assert_null (pg_files_folder (PROGRAMME_FILES (table)));
}

/* Files of the caller's */

typedef struct
{
  GObject parent;
} Echo;
typedef GObjectClass EchoClass;

/* Knows the file that is called by what it holds; fails without a word, or gives too much, on demand. */
static GBytes *
echo_read (ProgrammeFiles *files, const char *path, GError **error)
{
  (void) files, (void) error;
  g_assert_null (strstr (path, ".."));
  if (strcmp (path, "nothing") == 0)
    return NULL;
  if (strcmp (path, "much") != 0)
    return g_bytes_new (path, strlen (path));
  gsize length = (gsize) pg_standard_limits.image_bytes + 1;
  return g_bytes_new_take (g_malloc0 (length), length);
}

static void
echo_files_init (ProgrammeFilesInterface *interface)
{
  interface->read = echo_read;
}

static GType echo_get_type (void);
G_DEFINE_TYPE_WITH_CODE (Echo, echo, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (PROGRAMME_TYPE_FILES, echo_files_init))

static void
echo_class_init (EchoClass *class)
{
  (void) class;
}

static void
echo_init (Echo *echo)
{
  (void) echo;
}

static void
test_own_files (void)
{
  g_autoptr (ProgrammeFiles) files = g_object_new (echo_get_type (), NULL);
  assert_reads (files, "logo.svg", "logo.svg");
  assert_fails (files, "nothing", "is not there");
  assert_fails (files, "much", "is larger than 64 MiB: make it smaller; --limits-image=65 allows it");
  assert_fails (files, "../logo.svg", "leads out of the folder: files lie in that folder or below it");
  assert_fails (files, "/logo.svg", "leads out of the folder: files lie in that folder or below it");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image/asset/paths", test_assets);
  g_test_add_func ("/image/asset/large", test_large_asset);
  g_test_add_func ("/files/table", test_table);
  g_test_add_func ("/files/own", test_own_files);
  return g_test_run ();
}
