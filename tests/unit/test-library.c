/* Enters: the public functions. Leaves: proof that they keep their promises: references, drawing, streams, threads. */
#include "counting-stream.h"

#include <glib/gstdio.h>
#include <programme/programme.h>
#include <string.h>

static const char small_event[]
    = "<programme version='1' languages='en'><event><title>Harbour Day</title></event><agenda>"
      "<day date='2025-05-06'><session start='09:00' end='10:00' number='1'><title>Tides</title>"
      "<abstract><p>What the moon does to a harbour, and what a harbour can do about it.</p></abstract>"
      "</session></day></agenda></programme>";

static ProgrammeEvent *
read_xml (const char *xml, ProgrammeReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  return programme_event_read_bytes (bytes, "small.xml", NULL, report, error);
}

static ProgrammeEvent *
read_small (ProgrammeReport *report)
{
  GError *error = NULL;
  ProgrammeEvent *event = read_xml (small_event, report, &error);
  g_assert_no_error (error);
  return event;
}

static ProgrammeDocument *
make_small (const char *piece, const char *theme_name)
{
  GError *error = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = read_small (report);
  g_autoptr (ProgrammeTheme) theme = programme_theme_new_named (theme_name, &error);
  g_assert_no_error (error);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_assert_true (programme_options_set (options, "cover", "page", &error));
  ProgrammeDocument *document = programme_document_new (event, piece, theme, options, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_WARNING), ==, 0);
  return document;
}

static void
test_event (void)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = read_small (report);
  g_assert_cmpstr (programme_event_get_title (event, NULL), ==, "Harbour Day");
  g_assert_cmpstr (programme_event_get_title (event, "ko"), ==, "Harbour Day");
  g_assert_cmpstr (programme_event_get_languages (event)[0], ==, "en");
  g_assert_null (programme_event_get_languages (event)[1]);
  programme_event_check (event, report);
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_WARNING), ==, 0);
}

static void
test_document_outlives_its_event (void)
{
  g_autoptr (ProgrammeDocument) document = make_small ("agenda", "institutional");
  /* cover and one day */
  g_assert_cmpuint (programme_document_get_n_pages (document), ==, 2);
  double width = 0, height = 0;
  g_assert_true (programme_document_get_page_size (document, 0, &width, &height));
  g_assert_cmpfloat_with_epsilon (width, 210 * 72 / 25.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (height, 297 * 72 / 25.4, 1e-9);
}

/* How many pixels of an image are not white. */
static guint
count_ink (cairo_surface_t *surface)
{
  cairo_surface_flush (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface), height = cairo_image_surface_get_height (surface);
  guint ink = 0;
  for (int i = 0; i + 3 < stride * height; i += 4)
    ink += data[i] != 255 || data[i + 1] != 255 || data[i + 2] != 255;
  return ink;
}

static void
test_draw_on_an_image (void)
{
  g_autoptr (ProgrammeDocument) document = make_small ("agenda", "classic");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t *cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_line_width (cr, 7);
  GError *error = NULL;
  g_assert_true (programme_document_draw_page (document, 1, cr, &error));
  g_assert_no_error (error);
  /* The state is the caller's own again, and there are letters: some thousand dark pixels, not half the page. */
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 7);
  guint ink = count_ink (surface);
  g_assert_cmpuint (ink, >, 2000);
  g_assert_cmpuint (ink, <, 596 * 842 / 10);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_draw_reports_cairo_errors (void)
{
  g_autoptr (ProgrammeDocument) document = make_small ("agenda", "modern");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  cairo_t *cr = cairo_create (surface);
  cairo_restore (cr); /* without a save: cairo's sticky error */
  g_autoptr (GError) error = NULL;
  g_assert_false (programme_document_draw_page (document, 0, cr, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static GBytes *
write_small (const char *theme)
{
  g_autoptr (ProgrammeDocument) document = make_small ("agenda", theme);
  GError *error = NULL;
  GBytes *bytes = programme_document_write_pdf_to_bytes (document, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

/* Whole into a stream that has room for it; into one that has not, with that one's own error, and what it took is the
   beginning. */
static void
assert_all_or_error (ProgrammeDocument *document, GBytes *wanted)
{
  gsize length = g_bytes_get_size (wanted);
  const gsize limits[] = { 0, 1, 8, 1000, length / 3, length - 1, length };
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GError) error = NULL;
      CountingStream *stream = counting_stream_new (limits[i]);
      gboolean ok = programme_document_write_pdf_to_stream (document, G_OUTPUT_STREAM (stream), NULL, &error);
      g_assert_cmpint (ok, ==, limits[i] == length);
      if (ok)
        g_assert_no_error (error);
      else
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
          g_assert_cmpstr (error->message, ==, COUNTING_STREAM_IS_FULL);
        }
      g_assert_cmpuint (stream->bytes->len, ==, limits[i]);
      g_assert_true (limits[i] == 0 || memcmp (stream->bytes->data, g_bytes_get_data (wanted, NULL), limits[i]) == 0);
      g_assert_false (g_output_stream_is_closed (G_OUTPUT_STREAM (stream)));
      g_object_unref (stream);
    }
}

static void
test_stream (void)
{
  g_autoptr (GBytes) first = write_small ("institutional"), second = write_small ("institutional");
  g_assert_true (g_str_has_prefix (g_bytes_get_data (first, NULL), "%PDF-"));
  g_assert_true (g_bytes_equal (first, second));
  g_autoptr (ProgrammeDocument) document = make_small ("agenda", "institutional");
  assert_all_or_error (document, first);
}

static gpointer
write_in_thread (gpointer theme)
{
  return write_small (theme);
}

/* Several threads make documents at once; each is the same to the byte as one made alone. */
static void
test_threads (void)
{
  GBytes *alone[3];
  for (guint i = 0; i < 3; i++)
    alone[i] = write_small (programme_theme_list ()[i]);
  GThread *threads[12];
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("document", write_in_thread, (gpointer) programme_theme_list ()[i % 3]);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) bytes = g_thread_join (threads[i]);
      g_assert_true (g_bytes_equal (bytes, alone[i % 3]));
    }
  for (guint i = 0; i < 3; i++)
    g_bytes_unref (alone[i]);
}

static void
assert_refused (const char *piece, const char *language, const char *paper, const char *words)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = read_small (report);
  g_autoptr (ProgrammeTheme) theme = programme_theme_new_named ("modern", NULL);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GError) error = NULL;
  programme_options_set_languages (options, language, NULL);
  programme_options_set_paper (options, paper);
  g_assert_null (programme_document_new (event, piece, theme, options, report, NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_options (void)
{
  assert_refused ("poster", NULL, NULL, "there is no piece “poster”");
  assert_refused ("agenda", "fr", NULL, "its languages are: en");
  assert_refused ("agenda", NULL, "A9", "not “A9”");
  assert_refused ("agenda", NULL, "20x20mm", "too small");
}

/* The least that is a press's profile: a header, one element without content. */
static char *
write_profile (void)
{
  guint8 profile[128 + 4 + 12 + 4] = { 0 };
  profile[3] = sizeof profile;
  memcpy (profile + 8, "\2\x10\0\0prtrCMYKLab ", 16);
  memcpy (profile + 36, "acsp", 4);
  memcpy (profile + 128, "\0\0\0\1A2B0\0\0\0\x90\0\0\0\4", 16);
  char *path;
  int fd = g_file_open_tmp ("press-XXXXXX.icc", &path, NULL);
  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, (const char *) profile, sizeof profile, NULL));
  return path;
}

/* From a file, or from bytes. */
static ProgrammeDocument *
make_press_of (const char *intent, GBytes *profile, const char *paper, GError **error)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = read_small (report);
  g_autoptr (ProgrammeTheme) theme = programme_theme_new_named ("modern", NULL);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  programme_options_set_profile (options, PROGRAMME_PROFILE_PRESS);
  programme_options_set_output_intent_bytes (options, profile);
  if (intent != NULL)
    programme_options_set_output_intent (options, intent); /* the last word counts */
  programme_options_set_paper (options, paper);
  return programme_document_new (event, "agenda", theme, options, report, NULL, error);
}

static ProgrammeDocument *
make_press (const char *intent, const char *paper, GError **error)
{
  return make_press_of (intent, NULL, paper, error);
}

/* The same bytes from a file and from memory make the same document. */
static void
test_press_from_memory (void)
{
  g_autofree char *path = write_profile (), *data = NULL, *folder = g_dir_make_tmp ("press-XXXXXX", NULL);
  g_autofree char *named = g_build_filename (folder, "output intent", NULL); /* it says no name of its own */
  gsize length;
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpint (g_rename (path, named), ==, 0);
  g_autoptr (GBytes) profile = g_bytes_new (data, length), broken = g_bytes_new (data, length - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeDocument) from_file = make_press_of (named, broken, NULL, &error);
  g_autoptr (ProgrammeDocument) from_memory = make_press_of (NULL, profile, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) first = programme_document_write_pdf_to_bytes (from_file, NULL, &error);
  g_autoptr (GBytes) second = programme_document_write_pdf_to_bytes (from_memory, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_null (make_press_of (NULL, broken, NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_true (g_str_has_prefix (error->message, "output intent: this ICC profile is damaged"));
  g_remove (named);
  g_rmdir (folder);
}

/* What was put into a PDF comes back, from memory as from a file. */
static void
test_extract (void)
{
  g_autoptr (ProgrammeEvent) event = read_small (NULL);
  g_autoptr (ProgrammeTheme) theme = programme_theme_new_named ("modern", NULL);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  programme_options_set_embed_source (options, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeDocument) document = programme_document_new (event, "agenda", theme, options, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) pdf = programme_document_write_pdf_to_bytes (document, NULL, &error);
  g_autoptr (GBytes) wanted = g_bytes_new_static (small_event, strlen (small_event));
  g_autoptr (GBytes) source = programme_extract_source_from_bytes (pdf, "small.pdf", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (source, wanted));
  g_assert_null (programme_extract_source_from_bytes (wanted, "small.pdf", &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ);
  g_assert_true (g_str_has_prefix (error->message, "small.pdf: "));
}

static void
test_press (void)
{
  g_autofree char *path = write_profile ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeDocument) document = make_press (path, "A5", &error);
  g_remove (path); /* what was read is kept */
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = programme_document_write_pdf_to_bytes (document, NULL, &error);
  g_assert_no_error (error);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_assert_true (g_str_has_prefix (data, "%PDF-1.6"));
  static const char mark[] = "<pdfxid:GTS_PDFXVersion>PDF/X-4<";
  g_assert_nonnull (memmem (data, length, mark, strlen (mark)));
  /* Its pages are those of the paper; what is around them is the PDF's alone. */
  double width = 0;
  g_assert_true (programme_document_get_page_size (document, 0, &width, NULL));
  g_assert_cmpfloat_with_epsilon (width, 148 * 72 / 25.4, 1e-9);
  assert_all_or_error (document, bytes);
}

static void
test_press_without_its_profile (void)
{
  g_autoptr (GError) missing = NULL, absent = NULL;
  g_assert_null (make_press (NULL, NULL, &missing));
  g_assert_error (missing, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_null (make_press ("/nonexistent/press.icc", NULL, &absent));
  g_assert_error (absent, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_null (make_press (NULL, NULL, NULL));
}

static void
test_report_strings (void)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  GError *error = NULL;
  g_autoptr (ProgrammeEvent) event
      = read_xml ("<programme version='1'><event><titel>A</titel></event><agenda/></programme>", report, &error);
  g_assert_no_error (error);
  g_assert_nonnull (event);
  programme_report_sort (report);
  g_assert_cmpuint (programme_report_count (report, PROGRAMME_SEVERITY_ERROR), >, 0);
  const ProgrammeFinding *finding = programme_report_get_finding (report, 0);
  g_autofree char *line = programme_finding_to_string (finding);
  g_test_message ("%s", line);
  g_assert_cmpuint (programme_finding_get_line (finding), ==, 1);
  g_assert_cmpstr (programme_finding_get_file (finding), ==, "small.xml");
  gboolean found = FALSE;
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      g_autofree char *text = programme_finding_to_string (programme_report_get_finding (report, i));
      /* <programme version='1'> is 23 characters, <event> 7: the element begins in column 31 */
      found = found
              || (g_str_has_prefix (text, "small.xml:1:31: error: ") && strstr (text, "did you mean <title>?") != NULL);
    }
  g_assert_true (found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SOURCE_DATE_EPOCH", "0", TRUE); /* so that documents that are the same have the same bytes */
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  g_test_add_func ("/library/event", test_event);
  g_test_add_func ("/library/document-outlives-its-event", test_document_outlives_its_event);
  g_test_add_func ("/library/draw-on-an-image", test_draw_on_an_image);
  g_test_add_func ("/library/draw-reports-cairo-errors", test_draw_reports_cairo_errors);
  g_test_add_func ("/library/stream", test_stream);
  g_test_add_func ("/library/threads", test_threads);
  g_test_add_func ("/library/options", test_options);
  g_test_add_func ("/library/press", test_press);
  g_test_add_func ("/library/press-without-its-profile", test_press_without_its_profile);
  g_test_add_func ("/library/report-strings", test_report_strings);
  g_test_add_func ("/library/press-from-memory", test_press_from_memory);
  g_test_add_func ("/library/extract", test_extract);
  return g_test_run ();
}
