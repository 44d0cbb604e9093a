/* Enters: events whose images are good, damaged, absent. Leaves: whether all faults are told, with their places,
   before a page is laid out, and that after this drawing does not fail. */
#include "base/limits.h"
#include "event/event.h"
#include "image/decoded.h"
#include "sheet.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <programme/programme.h>
#include <string.h>
#include <unistd.h>

static char *scratch;

static void
make_scratch (void)
{
  scratch = g_dir_make_tmp ("programme-XXXXXX", NULL);
  g_assert_nonnull (scratch);
}

static void
remove_scratch (void)
{
  g_autoptr (GDir) dir = g_dir_open (scratch, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (scratch, name, NULL);
      g_unlink (path);
    }
  g_rmdir (scratch);
  g_clear_pointer (&scratch, g_free);
}

static void
put (const char *name, const char *data, gssize size)
{
  g_autofree char *path = g_build_filename (scratch, name, NULL);
  g_assert_true (g_file_set_contents (path, data, size, NULL));
}

/* A picture of so many pixels, without its last bytes. */
static void
put_picture (const char *name, int width, int height, gsize cut)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  gdk_pixbuf_fill (pixbuf, 0x20408000);
  g_autofree char *data = NULL;
  gsize size;
  g_assert_true (
      gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, g_str_has_suffix (name, "jpg") ? "jpeg" : "png", NULL, NULL));
  put (name, data, (gssize) (size - cut));
}

/* An event with a logo on the cover, and two persons with photographs. */
static ProgrammeEvent *
read_event (const char *logo, const char *one, const char *two, const char *folder, ProgrammeReport *report)
{
  g_autofree char *text
      = g_strdup_printf ("<programme version='1' languages='en'><event><title>Harbour Day</title>\n"
                         "<logo src='%s' alt='A harbour'/></event>\n"
                         "<people><person id='a' photograph='%s'><name>Ada <family>Port</family></name></person>\n"
                         "<person id='b' photograph='%s'><name>Bo <family>Quay</family></name></person></people>\n"
                         "<agenda><day date='2025-05-06'><session start='09:00' end='10:00'><title>Tides</title>"
                         "<group><slot who='a b'/></group></session></day></agenda></programme>",
                         logo, one, two);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (ProgrammeFiles) files = folder != NULL ? programme_files_new_for_folder (folder) : NULL;
  ProgrammeEvent *event = programme_event_read_bytes (bytes, "event.xml", files, report, &error);
  g_assert_no_error (error);
  return event;
}

/* The errors of a report, a line each. */
static char *
errors_of (ProgrammeReport *report)
{
  GString *lines = g_string_new (NULL);
  programme_report_sort (report);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      g_autofree char *line = programme_finding_to_string (finding);
      if (programme_finding_get_severity (finding) == PROGRAMME_SEVERITY_ERROR)
        g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (lines, FALSE);
}

static ProgrammeDocument *
make (ProgrammeEvent *event, const char *piece, ProgrammeReport *report, GError **error)
{
  g_autoptr (ProgrammeTheme) theme = programme_theme_new_named ("institutional", NULL);
  return programme_document_new (event, piece, theme, NULL, report, NULL, error);
}

static void
draw_all (ProgrammeDocument *document)
{
  for (guint page = 0; page < programme_document_get_n_pages (document); page++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60, 85);
      cairo_t *cr = cairo_create (surface);
      g_autoptr (GError) error = NULL;
      cairo_scale (cr, 0.1, 0.1);
      programme_document_draw_page (document, page, cr, &error);
      g_assert_no_error (error);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* What is told of two photographs, by the check and by a document that shows both. */
static void
assert_told (const char *one, const char *two, const char *expected)
{
  g_autoptr (ProgrammeReport) checked = programme_report_new (), made = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = read_event ("logo.png", one, two, scratch, NULL);
  programme_event_check (event, checked);
  g_autofree char *found = errors_of (checked);
  g_assert_cmpstr (found, ==, expected);
  g_autoptr (GError) error = NULL;
  g_assert_null (make (event, "speakers", made, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
  g_autofree char *again = errors_of (made);
  g_assert_cmpstr (again, ==, expected);
  /* the error is the first of them, as far as its code */
  g_autofree char *first = g_strndup (expected, strcspn (expected, "\n"));
  char *code = strrchr (first, '[');
  code[-1] = '\0';
  g_auto (GStrv) parts = g_strsplit (first, "error: ", 2);
  g_autofree char *said = g_strconcat ("event.xml: the event has errors: 2; the first, in line 3: ", parts[1], NULL);
  g_assert_cmpstr (error->message, ==, said);
}

static void
test_two_at_once (void)
{
  make_scratch ();
  put_picture ("logo.png", 40, 30, 0);
  put_picture ("cut.jpg", 40, 30, 2);
  put_picture ("cut.png", 40, 30, 1);
  put_picture ("wide.png", 32768, 1, 0);
  put ("notes.txt", "Some notes.", -1);
  assert_told (
      "cut.jpg", "cut.png",
      "event.xml:3:24: error: \"cut.jpg\" is damaged: it ends before the picture does: export or copy it again "
      "[image-damaged]\n"
      "event.xml:4:16: error: \"cut.png\" is damaged: it ends before the picture does: export or copy it again "
      "[image-damaged]\n");
  assert_told ("notes.txt", "wide.png",
               "event.xml:3:24: error: \"notes.txt\" is no picture that is known here: save it as SVG, PNG or JPEG "
               "[image-unreadable]\n"
               "event.xml:4:16: error: \"wide.png\" has 32768 x 1 pixels, and at most 32767 may be on a side: "
               "make it smaller [image-too-large]\n");
  assert_told (
      "none.svg", "Cut.png",
      "event.xml:3:24: error: there is no file \"none.svg\" in the event's folder: put it there, or correct its "
      "name [image-missing]\n"
      "event.xml:4:16: error: there is no file \"Cut.png\" in the event's folder: did you mean \"cut.png\"? "
      "[image-missing]\n");
  remove_scratch ();
}

static void
test_no_folder (void)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = read_event ("a.svg", "b.png", "b.png", NULL, report);
  programme_event_check (event, report);
  g_autofree char *found = errors_of (report);
  g_assert_cmpstr (
      found, ==,
      "event.xml:2:7: error: \"a.svg\" cannot be read, since the event comes without files: hand them over, too "
      "[image-missing]\n"
      "event.xml:3:24: error: \"b.png\" cannot be read, since the event comes without files: hand them over, too "
      "[image-missing]\n"
      "event.xml:4:16: error: \"b.png\" cannot be read, since the event comes without files: hand them over, too "
      "[image-missing]\n");
}

/* One report gets each fault once, whoever finds it; and without a report the error tells. */
static void
test_told_once (void)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = read_event ("a.svg", "a.svg", "a.svg", NULL, report);
  programme_event_check (event, report);
  g_assert_null (make (event, "speakers", report, NULL));
  g_assert_null (make (event, "agenda", report, NULL));
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_ERROR), ==, 3);
  g_autoptr (GError) error = NULL;
  g_assert_null (make (event, "agenda", NULL, &error));
  g_assert_nonnull (strstr (error->message, "line 2: \"a.svg\" cannot be read"));
}

/* Whoever insists on a document of an event with errors gets the pieces that show no faulty image. */
static void
test_only_what_is_shown (void)
{
  make_scratch ();
  put_picture ("logo.png", 40, 30, 0);
  put_picture ("cut.png", 40, 30, 1);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = read_event ("logo.png", "logo.png", "cut.png", scratch, report);
  g_autoptr (ProgrammeTheme) theme = programme_theme_new_named ("institutional", NULL);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GError) error = NULL;
  programme_options_set_despite_errors (options, TRUE);
  g_autoptr (ProgrammeDocument) agenda = programme_document_new (event, "agenda", theme, options, report, NULL, &error);
  g_assert_no_error (error);
  draw_all (agenda);
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_ERROR), ==, 1); /* the event's own */
  g_assert_null (programme_document_new (event, "speakers", theme, options, report, NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "event.xml:4:16: \"cut.png\" is damaged"));
  remove_scratch ();
}

static PgBlock *
image_block (Sheet *sheet, const char *path)
{
  PgBlock *block = sheet_block (sheet, PG_BLOCK_IMAGE);
  block->image = pg_arena_new0 (sheet->arena, PgImage);
  block->image->path = path;
  return block;
}

static void
add_path (const PgBlock *block, gpointer paths)
{
  g_string_append (paths, block->image->path);
}

/* Wherever a manuscript can have one. */
static void
test_all_places (void)
{
  Sheet *sheet = sheet_new (100, 100);
  PgBlock *table = sheet_add (sheet, sheet_block (sheet, PG_BLOCK_TABLE)),
          *row = sheet_row (sheet, image_block (sheet, "d"));
  PgBlock *choice = sheet_add (sheet, sheet_block (sheet, PG_BLOCK_CHOICE));
  PgBlock *placed = sheet_block (sheet, PG_BLOCK_PLACED), *box = sheet_block (sheet, PG_BLOCK_BOX);
  sheet->run->under = image_block (sheet, "a");
  sheet->run->over = image_block (sheet, "h");
  table->head = image_block (sheet, "b");
  table->head_continued = image_block (sheet, "c");
  g_array_index (row->cells, PgCell, 0).continued = image_block (sheet, "e");
  pg_block_add (table, row);
  pg_placed_add (placed, 0, 0, 10, image_block (sheet, "g"));
  box->child = image_block (sheet, "f");
  pg_block_add (choice, box);
  pg_block_add (choice, placed);
  g_autoptr (GString) paths = g_string_new (NULL);
  pg_manuscript_each (sheet->manuscript, PG_BLOCK_IMAGE, add_path, paths);
  g_assert_cmpstr (paths->str, ==, "abcdefgh");
  sheet_free (sheet);
}

/* What was looked at is what is drawn, whatever becomes of the files. */
static void
test_files_that_go (void)
{
  make_scratch ();
  put_picture ("logo.png", 40, 30, 0);
  put_picture ("face.jpg", 40, 30, 0);
  g_autoptr (ProgrammeEvent) event = read_event ("logo.png", "face.jpg", "face.jpg", scratch, NULL);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  programme_event_check (event, report);
  put ("logo.png", "nothing", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeDocument) document = make (event, "speakers", report, &error);
  g_assert_no_error (error);
  remove_scratch ();
  draw_all (document);
}

/* Pictures that were drawn make room for others when they are many pixels. */
static void
test_room (void)
{
  make_scratch ();
  put_picture ("large.jpg", 5000, 3400, 0);
  put_picture ("small.png", 10, 20, 0);
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (scratch);
  PgPictures *pictures = pg_pictures_new (files);
  PgDecoded *decoded = pg_decoded_new (pictures);
  g_assert_cmpuint (5000 * 3400, >, PG_MAX_DECODED_PIXELS);
  const PgPicture *small = pg_decoded_get (decoded, "small.png", (PgDrawn){ 0 });
  g_assert_cmpfloat (pg_picture_height (small), ==, 20);
  g_assert_true (pg_decoded_get (decoded, "small.png", (PgDrawn){ 0 }) == small);
  const PgPicture *large = pg_decoded_get (decoded, "large.jpg", (PgDrawn){ 0 });
  g_assert_cmpuint (pg_picture_pixels (large), ==, 5000 * 3400);
  g_assert_true (pg_decoded_get (decoded, "small.png", (PgDrawn){ 0 }) == small); /* which is still there */
  put_picture ("other.png", 30, 40, 0);
  g_assert_cmpfloat (pg_picture_width (pg_decoded_get (decoded, "other.png", (PgDrawn){ 0 })), ==, 30);
  g_assert_cmpfloat (pg_picture_width (pg_decoded_get (decoded, "small.png", (PgDrawn){ 0 })), ==, 10);
  pg_decoded_free (decoded);
  pg_pictures_free (pictures);
  remove_scratch ();
}

/* More than 450 pixels to the inch of a page are not kept. */
static void
test_too_fine (void)
{
  make_scratch ();
  put_picture ("fine.png", 1000, 500, 0);
  put_picture ("fine.jpg", 1000, 500, 0);
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (scratch);
  PgPictures *pictures = pg_pictures_new (files);
  PgDecoded *decoded = pg_decoded_new (pictures);
  const struct
  {
    const char *name;
    double points;
    guint n_pixels;
  } cases[] = { { "fine.png", 160, 1000 * 500 }, /* 450 to the inch */
                { "fine.png", 72, 450 * 225 },
                { "fine.png", 0, 1000 * 500 },
                { "fine.jpg", 72, 450 * 225 },
                { "fine.jpg", 7.2, 45 * 23 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PgPicture *picture
          = pg_decoded_get (decoded, cases[i].name, (PgDrawn){ cases[i].points, cases[i].points / 2, FALSE });
      g_assert_cmpuint (pg_picture_pixels (picture), ==, cases[i].n_pixels);
      g_assert_cmpfloat (pg_picture_width (picture), ==, 1000);
    }
  pg_decoded_free (decoded);
  pg_pictures_free (pictures);
  remove_scratch ();
}

/* Logos and photographs of few pixels are told of once, with the size that would do. */
static void
test_too_coarse (void)
{
  make_scratch ();
  put_picture ("logo.png", 60, 30, 0);
  put_picture ("face.jpg", 4000, 3000, 0);
  put ("mark.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>", -1);
  g_autoptr (ProgrammeEvent) event = read_event ("logo.png", "face.jpg", "mark.svg", scratch, NULL);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeDocument) agenda = make (event, "agenda", report, NULL);
  g_autoptr (ProgrammeDocument) speakers = make (event, "speakers", report, NULL);
  g_assert_nonnull (agenda);
  g_assert_nonnull (speakers);
  guint n = 0;
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      if (g_strcmp0 (programme_finding_get_code (finding), "image-resolution") != 0)
        continue;
      g_autofree char *line = programme_finding_to_string (finding);
      g_assert_cmpstr (
          line, ==,
          "event.xml:2:7: warning: \"logo.png\" has 89 pixels to the inch where it stands, and from 100 on a "
          "picture looks sharp: use one of 67 x 34 pixels or more, or an SVG [image-resolution]");
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
  remove_scratch ();
}

/* What may be wrong with a picture that can be drawn is a warning, in its place. */
static void
test_doubtful (void)
{
  make_scratch ();
  put_picture ("logo.png", 400, 300, 0);
  put ("path.svg",
       "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text><textPath>a</textPath></text></svg>", -1);
  g_autoptr (ProgrammeEvent) event = read_event ("logo.png", "logo.png", "path.svg", scratch, NULL);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  programme_event_check (event, report);
  g_autofree char *errors = errors_of (report);
  g_assert_cmpstr (errors, ==, "");
  guint n = 0;
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      g_autofree char *line = programme_finding_to_string (programme_report_get_finding (report, i));
      n += strcmp (line,
                   "event.xml:4:16: warning: \"path.svg\" has elements that are not drawn: <textPath>: save it without "
                   "them, or as PNG [image-undrawn]")
           == 0;
    }
  g_assert_cmpuint (n, ==, 1);
  remove_scratch ();
}

/* An event's images together. The files are small pictures, with much behind their end. */
static void
test_many_bytes (void)
{
  make_scratch ();
  put_picture ("a.png", 1, 1, 0);
  g_autofree char *path = g_build_filename (scratch, "a.png", NULL);
  g_assert_cmpint (truncate (path, (off_t) pg_standard_limits.image_bytes), ==, 0);
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (scratch);
  PgPictures *pictures = pg_pictures_new (files);
  const PgPlace place = { "event.xml", 1, 2 };
  g_autofree char *name = g_strdup ("a.png");
  for (gsize sum = pg_standard_limits.image_bytes; sum <= pg_standard_limits.images_bytes;
       sum += pg_standard_limits.image_bytes)
    {
      g_assert_true (pg_pictures_check (pictures, name, &place, NULL, NULL, NULL));
      char *other = g_strconcat ("./", name, NULL); /* another name for it */
      g_free (name);
      name = other;
    }
  g_autoptr (GError) error = NULL;
  g_assert_false (pg_pictures_check (pictures, name, &place, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "is too large: the event's images would have more than 1024 MiB together"));
  pg_pictures_free (pictures);
  remove_scratch ();
}

/* Threads share an event, and what is found out about its images. */
static gpointer
make_in_thread (gpointer event)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (GError) error = NULL;
  programme_event_check (event, report);
  g_autoptr (ProgrammeDocument) document = make (event, "speakers", report, &error);
  g_assert_no_error (error);
  draw_all (document);
  return NULL;
}

static void
test_threads (void)
{
  make_scratch ();
  put ("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>", -1);
  put_picture ("face.jpg", 400, 300, 0);
  g_autoptr (ProgrammeEvent) event = read_event ("logo.svg", "face.jpg", "logo.svg", scratch, NULL);
  GThread *threads[4];
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("document", make_in_thread, event);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  remove_scratch ();
}

/* All events that are there, in all pieces. */
static void
draw_event (const char *path)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeEvent) event = programme_event_read_file (path, report, &error);
  g_assert_no_error (error);
  programme_event_check (event, report);
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_ERROR), ==, 0);
  for (guint i = 0; programme_document_list_pieces ()[i] != NULL; i++)
    {
      g_autoptr (ProgrammeDocument) document = make (event, programme_document_list_pieces ()[i], report, &error);
      if (document != NULL)
        draw_all (document);
      else /* not for an image: it has no rooms for signs, or the like */
        g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
      g_clear_error (&error);
      g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_ERROR), ==, 0);
    }
}

static void
test_samples (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "samples", NULL);
  g_autofree char *small = g_test_build_filename (G_TEST_DIST, "fixtures", "small.xml", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  const char *name;
  draw_event (small);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, "event.xml", NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      draw_event (path);
      n++;
    }
  g_assert_cmpuint (n, >, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pictures/two-at-once", test_two_at_once);
  g_test_add_func ("/pictures/no-folder", test_no_folder);
  g_test_add_func ("/pictures/told-once", test_told_once);
  g_test_add_func ("/pictures/only-what-is-shown", test_only_what_is_shown);
  g_test_add_func ("/pictures/all-places", test_all_places);
  g_test_add_func ("/pictures/files-that-go", test_files_that_go);
  g_test_add_func ("/pictures/room", test_room);
  g_test_add_func ("/pictures/too-fine", test_too_fine);
  g_test_add_func ("/pictures/too-coarse", test_too_coarse);
  g_test_add_func ("/pictures/doubtful", test_doubtful);
  g_test_add_func ("/pictures/many-bytes", test_many_bytes);
  g_test_add_func ("/pictures/threads", test_threads);
  g_test_add_func ("/pictures/samples", test_samples);
  return g_test_run ();
}
