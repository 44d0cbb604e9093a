/* Enters: fonts in memory that the set does not use, and bytes that are no fonts. Leaves: TAP: which of them set the
   text of documents, what is said of the others, and that nothing is kept twice or left behind. */
#include "document.h"
#include "findings.h"
#include "font/bytes.h"
#include "font/fonts-private.h"
#include "option/options.h"

#include <glib/gstdio.h>
#include <programme/programme.h>
#include <string.h>
#include <sys/resource.h>

#define CORE "/usr/share/fonts/truetype/noto/"

typedef struct
{
  ProgrammeOptions *options;
  ProgrammeReport *report;
} Case;

static void
set_up (Case *test, gconstpointer data)
{
  (void) data;
  test->options = programme_options_new ();
  test->report = programme_report_new ();
}

static void
tear_down (Case *test, gconstpointer data)
{
  (void) data;
  programme_options_unref (test->options);
  programme_report_unref (test->report);
}

/* The first part of one of Debian's fonts, or all of it: in memory of its own each time. */
static void
add_part (ProgrammeOptions *options, const char *font, const char *name, gsize most)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (CORE, font, NULL), *data = NULL;
  gsize length;
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = g_bytes_new (data, MIN (length, most));
  programme_options_add_font (options, name, bytes);
}

static void
add (ProgrammeOptions *options, const char *font)
{
  add_part (options, font, font, G_MAXSIZE);
}

static const char xml[] = "<programme version=\"1\" languages=\"en\"><event><title>Ships</title></event><agenda>"
                          "<day date=\"2031-05-05\"><session start=\"09:00\" end=\"10:30\"><title>Ships</title>"
                          "</session></day></agenda></programme>";

/* A document whose text is in a family of its theme's. The event becomes its own. */
static ProgrammeDocument *
make_of (ProgrammeEvent *event, const ProgrammeOptions *options, const char *family, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_strdup_printf ("[theme]\nextends = modern\n[style session-title]\nfont = %s 10\n", family);
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (ProgrammeTheme) theme = programme_theme_read_bytes (bytes, "own.theme", NULL, NULL, &error);
  g_assert_no_error (error);
  ProgrammeDocument *document = programme_document_new (event, "agenda", theme, options, report, NULL, &error);
  g_assert_no_error (error);
  programme_event_unref (event);
  return document;
}

static ProgrammeDocument *
make (const ProgrammeOptions *options, const char *family, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  ProgrammeEvent *event = programme_event_read_bytes (bytes, "small.xml", NULL, NULL, &error);
  g_assert_no_error (error);
  return make_of (event, options, family, report);
}

/* Whether the text of a document is in that font, "Noto Sans Display". */
static gboolean
is_set_in (const ProgrammeDocument *document, const char *font)
{
  GHashTableIter iter;
  gpointer used;
  gboolean found = FALSE;
  g_hash_table_iter_init (&iter, document->fonts->fonts);
  while (!found && g_hash_table_iter_next (&iter, NULL, &used))
    {
      PangoFontDescription *about = pango_font_describe (((PgFont *) used)->font);
      pango_font_description_unset_fields (about, PANGO_FONT_MASK_SIZE);
      g_autofree char *name = pango_font_description_to_string (about);
      found = strcmp (name, font) == 0;
      pango_font_description_free (about);
    }
  return found;
}

static void
expect_lines (Case *test, const char *wanted)
{
  g_autofree char *lines = report_lines (test->report);
  g_assert_cmpstr (lines, ==, wanted);
  programme_report_unref (test->report);
  test->report = programme_report_new ();
}

static GBytes *
pdf_of (ProgrammeOptions *options, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  programme_options_set_date (options, 0);
  g_autoptr (ProgrammeDocument) document = make (options, "Noto Sans Display", report);
  GBytes *pdf = programme_document_write_pdf_to_bytes (document, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

/* What is in the PDF is what a folder would bring, byte for byte. */
static void
test_as_a_folder (Case *test, gconstpointer data)
{
  (void) data;
  g_autofree char *folder = g_dir_make_tmp ("fonts-XXXXXX", NULL), *font = NULL;
  g_autofree char *path = g_build_filename (folder, "Own.ttf", NULL);
  gsize length;
  g_assert_true (g_file_get_contents (CORE "NotoSansDisplay-Regular.ttf", &font, &length, NULL));
  g_assert_true (g_file_set_contents (path, font, (gssize) length, NULL));
  g_autoptr (GBytes) without = pdf_of (test->options, test->report);
  expect_lines (
      test,
      "own.theme:4:8: warning: there is no family \"Noto Sans Display\", which the theme names; Sans takes its place, "
      "unless you add its fonts as your own [missing-font]\n");
  programme_options_set_fonts (test->options, folder);
  g_autoptr (GBytes) from_folder = pdf_of (test->options, test->report);
  add (test->options, "NotoSansDisplay-Regular.ttf");
  g_autoptr (GBytes) from_bytes = pdf_of (test->options, test->report);
  expect_lines (test, "");
  g_assert_false (g_bytes_equal (from_folder, without));
  g_assert_true (g_bytes_equal (from_folder, from_bytes));
  g_remove (path);
  g_rmdir (folder);
}

/* A folder "fonts" beside the event is not looked into. */
static void
test_beside (Case *test, gconstpointer data)
{
  (void) data;
  g_autofree char *folder = g_dir_make_tmp ("event-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "small.xml", NULL),
                  *fonts = g_build_filename (folder, "fonts", NULL);
  g_autofree char *text = g_build_filename (fonts, "Text.ttf", NULL);
  g_assert_cmpint (g_mkdir (fonts, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, xml, -1, NULL) && g_file_set_contents (text, "no font", -1, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ProgrammeDocument) document
          = make_of (programme_event_read_file (path, NULL, NULL), test->options, "Sans", test->report);
      g_auto (GStrv) inputs = programme_document_list_inputs (document);
      g_assert_true (g_strv_contains ((const char *const *) inputs, text) == (i == 0));
      g_assert_cmpuint (programme_report_get_n_findings (test->report), ==, 1); /* which is of the first */
      add (test->options, "NotoSansDisplay-Regular.ttf");
    }
  g_remove (text);
  g_remove (path);
  g_rmdir (fonts);
  g_rmdir (folder);
}

/* Several fonts, and faces of one family. */
static void
test_families (Case *test, gconstpointer data)
{
  (void) data;
  add (test->options, "NotoLoopedThai-Regular.ttf");
  add (test->options, "NotoSansDisplay-Italic.ttf");
  add (test->options, "NotoSansDisplay-Regular.ttf");
  g_autoptr (ProgrammeDocument) upright = make (test->options, "Noto Sans Display", test->report);
  g_assert_true (is_set_in (upright, "Noto Sans Display"));
  g_assert_false (is_set_in (upright, "Noto Sans Display Italic"));
  g_autoptr (ProgrammeDocument) italic = make (test->options, "Noto Sans Display Italic", test->report);
  g_assert_true (is_set_in (italic, "Noto Sans Display Italic"));
  g_assert_true (pg_font_set_is_own (italic->fonts->set, "Noto Looped Thai"));
  expect_lines (test, "");
}

/* Each document tells what cannot be used, by the names of its own options; the rest is used. */
static void
test_bad (Case *test, gconstpointer data)
{
  (void) data;
  static const char wanted[] = "Cut: warning: this cannot be read as a font: it is broken, or a file of another kind "
                               "[bad-font]\n"
                               "Empty: warning: this cannot be read as a font: it is broken, or a file of another kind "
                               "[bad-font]\n";
  add_part (test->options, "NotoSans-Regular.ttf", "Cut", 5000);
  add (test->options, "NotoSansDisplay-Regular.ttf");
  add_part (test->options, "NotoSans-Regular.ttf", "Empty", 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ProgrammeDocument) document = make (test->options, "Noto Sans Display", test->report);
      g_assert_true (is_set_in (document, "Noto Sans Display"));
      expect_lines (test, wanted);
    }
  g_autoptr (ProgrammeOptions) others = programme_options_new ();
  add_part (others, "NotoSans-Regular.ttf", "Half", 5000);
  g_autoptr (ProgrammeDocument) document = make (others, "Sans", test->report);
  g_assert_cmpuint (programme_document_get_n_pages (document), >, 0);
  expect_lines (test, "Half: warning: this cannot be read as a font: it is broken, or a file of another kind "
                      "[bad-font]\n");
}

static guint
count_open_files (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* The same bytes under another name have the same fonts; two documents at a time have two, of one copy. */
static void
test_shared (Case *test, gconstpointer data)
{
  (void) data;
  g_autoptr (ProgrammeOptions) again = programme_options_new (), others = programme_options_new ();
  add_part (test->options, "NotoSerifDisplay-Regular.ttf", "One", G_MAXSIZE);
  add_part (again, "NotoSerifDisplay-Regular.ttf", "Other", G_MAXSIZE);
  add (others, "NotoSansOgham-Regular.ttf");
  guint before = count_open_files ();
  ProgrammeDocument *first = make (test->options, "Noto Serif Display", test->report);
  const PgFonts *fonts = first->fonts;
  g_assert_cmpuint (count_open_files (), ==, before + 1);
  ProgrammeDocument *second = make (again, "Noto Serif Display", test->report);
  g_assert_true (second->fonts != fonts);
  g_assert_true (is_set_in (second, "Noto Serif Display"));
  programme_document_unref (second);
  programme_document_unref (first);
  second = make (again, "Noto Serif Display", test->report);
  g_assert_true (second->fonts == fonts);
  g_assert_cmpuint (count_open_files (), ==, before + 1);
  programme_document_unref (second);
  second = make (others, "Sans", test->report);
  g_assert_true (second->fonts != fonts);
  g_assert_false (pg_font_set_is_own (second->fonts->set, "Noto Serif Display"));
  programme_document_unref (second);
  expect_lines (test, "");
}

/* A folder and bytes: the last that was said counts. A copy stays as it is. */
static void
test_options (Case *test, gconstpointer data)
{
  (void) data;
  programme_options_set_fonts (test->options, "no/such/folder");
  add (test->options, "NotoSansOgham-Regular.ttf");
  g_assert_null (programme_options_get (test->options, "fonts"));
  g_assert_true (programme_options_check (test->options, "agenda", NULL));
  g_autoptr (ProgrammeOptions) copy = pg_options_copy (test->options, "agenda");
  add (test->options, "NotoSansRunic-Regular.ttf");
  g_assert_cmpuint (pg_options_font_bytes (copy)->len, ==, 1);
  g_assert_cmpuint (pg_options_font_bytes (test->options)->len, ==, 2);
  g_assert_true (programme_options_set (test->options, "fonts", "folder", NULL));
  g_assert_null (pg_options_font_bytes (test->options));
  add (test->options, "NotoSansRunic-Regular.ttf");
  programme_options_set_fonts (test->options, NULL);
  g_assert_null (pg_options_font_bytes (test->options));
  g_assert_cmpuint (pg_options_font_bytes (copy)->len, ==, 1);
}

/* When no more files can be opened there is an error that says so, and later there are fonts. */
static void
test_no_room (Case *test, gconstpointer data)
{
  (void) data;
  struct rlimit limit, none;
  g_autoptr (GError) error = NULL;
  add (test->options, "NotoSansRunic-Regular.ttf");
  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  none = limit;
  none.rlim_cur = 0;
  setrlimit (RLIMIT_NOFILE, &none);
  const char *path = pg_font_bytes_path (g_ptr_array_index (test->options->fonts, 0), &error);
  setrlimit (RLIMIT_NOFILE, &limit);
  g_assert_null (path);
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_FONTS);
  g_assert_cmpstr (error->message, ==,
                   "the font “NotoSansRunic-Regular.ttf” cannot be kept in memory: Too many open files");
  g_autoptr (ProgrammeDocument) document = make (test->options, "Noto Sans Runic", test->report);
  g_assert_true (pg_font_set_is_own (document->fonts->set, "Noto Sans Runic"));
}

/* Of a process that has ended. */
static void
test_nothing_left (Case *test, gconstpointer data)
{
  (void) data;
  if (g_test_subprocess ())
    {
      add (test->options, "NotoSansDisplay-Regular.ttf");
      programme_document_unref (make (test->options, "Noto Sans Display", test->report));
      return;
    }
  g_autofree char *folder = g_dir_make_tmp ("left-XXXXXX", NULL);
  g_setenv ("TMPDIR", folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("TMPDIR");
  g_test_trap_assert_passed ();
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* which is empty */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  static const struct
  {
    const char *path;
    void (*test) (Case *, gconstpointer);
  } tests[] = { { "/font-bytes/nothing-left", test_nothing_left }, /* first: it sets the environment */
                { "/font-bytes/as-a-folder", test_as_a_folder },
                { "/font-bytes/beside", test_beside },
                { "/font-bytes/families", test_families },
                { "/font-bytes/bad", test_bad },
                { "/font-bytes/shared", test_shared },
                { "/font-bytes/options", test_options },
                { "/font-bytes/no-room", test_no_room } };
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Case, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
