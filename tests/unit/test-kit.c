/* Enters: an event in two languages, options. Leaves: proof that editions, pages and the check of all are calls that do
   what the command does: all files or none, under their names, and never over what they are made from. */
#include "counting-stream.h"

#include <programme/programme.h>

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char two_languages[]
    = "<programme version='1' languages='en fr'><event><title>Harbour Day</title><title xml:lang='fr'>Jour du "
      "port</title>"
      "</event><people><person id='ada'><name>Ada <family>Byron</family></name></person></people><agenda>"
      "<day date='2025-05-06'><session start='09:00' end='10:00'><title>Tides</title><title "
      "xml:lang='fr'>Marées</title>"
      "<group role='speaker'><slot who='ada'/></group></session></day></agenda></programme>";

typedef struct
{
  char *folder;
  ProgrammeEvent *event;
  ProgrammeTheme *theme;
  ProgrammeReport *report;
  ProgrammeOptions *options;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *xml = data != NULL ? data : two_languages;
  GError *error = NULL;
  fixture->folder = g_dir_make_tmp ("kit-XXXXXX", &error);
  fixture->report = programme_report_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (fixture->folder);
  fixture->event = programme_event_read_bytes (bytes, "event.xml", files, fixture->report, &error);
  fixture->theme = programme_theme_new_named ("modern", &error);
  fixture->options = programme_options_new ();
  g_assert_true (programme_options_set (fixture->options, "cover", "page", &error));
  g_assert_no_error (error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The files in the folder, in order, with a space between. */
static char *
list (const Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *files = list (fixture);
  g_auto (GStrv) names = g_strsplit (files, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  programme_event_unref (fixture->event);
  programme_theme_unref (fixture->theme);
  programme_report_unref (fixture->report);
  programme_options_unref (fixture->options);
}

static void
assert_files (const Fixture *fixture, const char *wanted)
{
  g_autofree char *files = list (fixture);
  g_assert_cmpstr (files, ==, wanted);
}

static GPtrArray *
make_editions (Fixture *fixture, guint n)
{
  GError *error = NULL;
  GPtrArray *editions = programme_document_new_editions (fixture->event, "agenda", fixture->theme, fixture->options,
                                                         fixture->report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (editions->len, ==, n);
  return editions;
}

static void
test_editions (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autoptr (GPtrArray) all = make_editions (fixture, 2);
  g_assert_cmpstr (programme_document_get_language (g_ptr_array_index (all, 0)), ==, "en");
  g_assert_cmpstr (programme_document_get_language (g_ptr_array_index (all, 1)), ==, "fr");
  GError *error = NULL;
  g_auto (GStrv) files = programme_write_all (all, fixture->options, path, NULL, &error);
  g_assert_no_error (error);
  assert_files (fixture, "a-en.pdf a-fr.pdf");
  g_assert_true (g_str_has_suffix (files[1], "/a-fr.pdf"));
  g_assert_null (files[2]);
  programme_options_set_languages (fixture->options, "FR", NULL);
  g_autoptr (GPtrArray) one = make_editions (fixture, 1);
  g_assert_cmpstr (programme_document_get_language (g_ptr_array_index (one, 0)), ==, "fr");
}

static void
test_wants_editions (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_assert_false (programme_options_wants_editions (NULL, fixture->theme));
  programme_options_set_languages (fixture->options, "en", "fr");
  g_assert_false (programme_options_wants_editions (fixture->options, fixture->theme));
  programme_options_set_bilingual (fixture->options, PROGRAMME_BILINGUAL_EDITIONS);
  g_assert_true (programme_options_wants_editions (fixture->options, fixture->theme));
}

static const char with_regions[]
    = "<programme version='1' languages='eng-GB en-GB fr-CA fr'><event><title>Harbour Day</title></event></programme>";

/* What the language option comes to: the language of the document, or the error. */
static void
assert_language (Fixture *fixture, const char *first, const char *second, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  programme_options_set_languages (fixture->options, first, second);
  g_autoptr (ProgrammeDocument) document = programme_document_new (fixture->event, "agenda", fixture->theme,
                                                                   fixture->options, fixture->report, NULL, &error);
  g_assert_cmpstr (document != NULL ? programme_document_get_language (document) : error->message, ==, wanted);
}

/* The first part of a tag stands for it, unless another language has just this tag. */
static void
test_tags (Fixture *fixture, gconstpointer data)
{
  (void) data;
  programme_options_set (fixture->options, "despite-errors", "yes", NULL);
  assert_language (fixture, "en", NULL, "en-GB");
  assert_language (fixture, "EN-gb", NULL, "en-GB");
  assert_language (fixture, "fr", "en", "fr");
  assert_language (fixture, "en-GB-oxendict", NULL,
                   "event.xml: the event is not in “en-GB-oxendict”; its languages are: eng-GB, en-GB, fr-CA, fr");
  assert_language (fixture, "f", NULL,
                   "event.xml: the event is not in “f”; its languages are: eng-GB, en-GB, fr-CA, fr");
  assert_language (fixture, "en", "en-GB", "event.xml: “en” and “en-GB” are one language of the event, en-GB");
}

static ProgrammeDocument *
make_agenda (Fixture *fixture)
{
  GError *error = NULL;
  ProgrammeDocument *document = programme_document_new (fixture->event, "agenda", fixture->theme, fixture->options,
                                                        fixture->report, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *path = g_build_filename (fixture->folder, "a.svg", NULL);
  g_autoptr (ProgrammeDocument) document = make_agenda (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = programme_document_name_page (document, 1, "b/c.png", PROGRAMME_FORMAT_PNG);
  g_assert_cmpstr (name, ==, "b/c-2.png");
  g_autofree char *other = programme_document_name_page (document, 0, "c.png", PROGRAMME_FORMAT_SVG);
  g_assert_cmpstr (other, ==, "c.png-1.svg");
  g_assert_true (programme_document_write_pages (document, NULL, PROGRAMME_FORMAT_SVG, 0, path, NULL, &error));
  g_assert_no_error (error);
  assert_files (fixture, "a-1.svg a-2.svg");
  g_assert_true (programme_document_write_pages (document, "2", PROGRAMME_FORMAT_SVG, 0, path, NULL, &error));
  assert_files (fixture, "a-1.svg a-2.svg a.svg");
}

static void
assert_no_pages (Fixture *fixture, const char *pages, ProgrammeFormat format, const char *words)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.png", NULL);
  g_autoptr (ProgrammeDocument) document = make_agenda (fixture);
  g_autoptr (GError) error = NULL;
  g_assert_false (programme_document_write_pages (document, pages, format, 5, path, NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_nonnull (strstr (error->message, words));
  assert_files (fixture, "");
}

static void
test_pages_refused (Fixture *fixture, gconstpointer data)
{
  (void) data;
  assert_no_pages (fixture, "1-3", PROGRAMME_FORMAT_SVG, "pages=1-3: there is no page 3; the document has 2");
  assert_no_pages (fixture, "x", PROGRAMME_FORMAT_SVG, "pages takes numbers of pages");
  assert_no_pages (fixture, NULL, PROGRAMME_FORMAT_PDF, "not as format 0");
  assert_no_pages (fixture, NULL, PROGRAMME_FORMAT_PNG, "5 dots to the inch are too few");
}

/* The second file cannot be: the first is not, or is as it was. */
static void
test_all_or_none (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *path = g_build_filename (fixture->folder, "a.svg", NULL);
  g_autofree char *first = g_build_filename (fixture->folder, "a-1.svg", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "a-2.svg", NULL);
  g_autoptr (ProgrammeDocument) document = make_agenda (fixture);
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (g_mkdir (second, 0777), ==, 0);
  g_assert_false (programme_document_write_pages (document, NULL, PROGRAMME_FORMAT_SVG, 0, path, NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
  assert_files (fixture, "a-2.svg");
  g_assert_true (g_file_set_contents (first, "old", -1, NULL));
  g_assert_false (programme_document_write_pages (document, NULL, PROGRAMME_FORMAT_SVG, 0, path, NULL, NULL));
  g_autofree char *old = NULL;
  g_assert_true (g_file_get_contents (first, &old, NULL, NULL));
  g_assert_cmpstr (old, ==, "old");
  assert_files (fixture, "a-1.svg a-2.svg");
}

/* More files than are open at once. */
static void
test_many_pages (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *path = g_build_filename (fixture->folder, "a.svg", NULL);
  g_autoptr (GString) xml = g_string_new ("<programme version='1'><event><title>Ports</title></event><agenda>");
  for (guint i = 0; i < 84; i++)
    g_string_append_printf (xml,
                            "<day date='2025-%02u-%02u'><session start='09:00' end='10:00'><title>Tides</title>"
                            "</session></day>",
                            i / 28 + 1, i % 28 + 1);
  g_string_append (xml, "</agenda></programme>");
  programme_event_unref (fixture->event);
  g_autoptr (GBytes) bytes = g_bytes_new (xml->str, xml->len);
  fixture->event = programme_event_read_bytes (bytes, "event.xml", NULL, NULL, NULL);
  g_autoptr (ProgrammeDocument) document = make_agenda (fixture);
  guint n = programme_document_get_n_pages (document);
  g_assert_cmpuint (n, >, 64);
  g_assert_cmpuint (n, <, 100);
  g_autoptr (GError) error = NULL;
  g_assert_true (programme_document_write_pages (document, NULL, PROGRAMME_FORMAT_SVG, 0, path, NULL, &error));
  g_autofree char *files = list (fixture);
  g_auto (GStrv) names = g_strsplit (files, " ", -1);
  g_assert_cmpuint (g_strv_length (names), ==, n);
  g_assert_cmpstr (names[0], ==, "a-01.svg");
}

static void
test_stream (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (ProgrammeDocument) document = make_agenda (fixture);
  g_autoptr (CountingStream) counting = counting_stream_new (G_MAXUINT);
  GOutputStream *stream = G_OUTPUT_STREAM (counting);
  GByteArray *bytes = counting->bytes;
  g_autoptr (GError) error = NULL;
  g_assert_true (programme_document_write_to_stream (document, NULL, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix ((const char *) bytes->data, "%PDF-"));
  g_assert_true (programme_options_set (fixture->options, "format", "png", NULL));
  g_assert_false (programme_document_write_to_stream (document, fixture->options, stream, NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_nonnull (strstr (error->message, "take one, not 2"));
  g_byte_array_set_size (bytes, 0);
  g_assert_true (programme_options_set (fixture->options, "pages", "2", NULL));
  g_assert_true (programme_document_write_to_stream (document, fixture->options, stream, NULL, NULL));
  g_assert_cmpint (memcmp (bytes->data, "\x89PNG", 4), ==, 0);
}

/* What a document is made from is known, and not written over, by whatever name. */
static void
test_inputs (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *theme = g_build_filename (fixture->folder, "own.theme", NULL);
  g_autofree char *base = g_build_filename (fixture->folder, "base.theme", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.pdf", NULL);
  g_assert_true (g_file_set_contents (base, "[theme]\nextends = modern\n", -1, NULL));
  g_assert_true (g_file_set_contents (theme, "[theme]\nextends = base.theme\n", -1, NULL));
  g_assert_cmpint (symlink (base, link), ==, 0);
  programme_theme_unref (fixture->theme);
  fixture->theme = programme_theme_read_file (theme, NULL, NULL);
  g_autoptr (ProgrammeDocument) document = make_agenda (fixture);
  g_auto (GStrv) inputs = programme_document_list_inputs (document);
  g_assert_cmpuint (g_strv_length (inputs), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) inputs, theme));
  g_assert_true (g_strv_contains ((const char *const *) inputs, base));
  g_autoptr (GError) error = NULL;
  g_assert_false (programme_document_write_pdf (document, link, NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT);
  g_assert_nonnull (strstr (error->message, "base.theme itself"));
  g_assert_false (programme_document_write_png (document, 0, 72, theme, NULL, NULL));
  g_assert_false (programme_document_write_svg (document, 0, base, NULL, NULL));
}

static void
test_wrong_pages (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (ProgrammeDocument) document = make_agenda (fixture);
  g_autoptr (CountingStream) counting = counting_stream_new (G_MAXUINT);
  GOutputStream *stream = G_OUTPUT_STREAM (counting);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  cairo_t *cr = cairo_create (surface);
  GError *errors[3] = { NULL };
  g_assert_false (programme_document_draw_page (document, 2, cr, &errors[0]));
  g_assert_false (programme_document_write_png_to_stream (document, 2, 72, stream, NULL, &errors[1]));
  g_assert_false (programme_document_write_svg_to_stream (document, G_MAXUINT, stream, NULL, &errors[2]));
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_assert_error (errors[i], PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
      g_assert_nonnull (strstr (errors[i]->message, "the document has 2 pages"));
      g_error_free (errors[i]);
    }
  double width = 1, height = 1;
  g_assert_false (programme_document_get_page_size (document, 2, &width, &height));
  g_assert_cmpfloat (width + height, ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The caller's path is not drawn, and still there afterwards. */
static void
test_path_is_kept (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (ProgrammeDocument) document = make_agenda (fixture);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  cairo_t *cr = cairo_create (surface);
  cairo_scale (cr, 2, 2);
  cairo_move_to (cr, 1, 2);
  cairo_line_to (cr, 3, 4);
  g_assert_true (programme_document_draw_page (document, 0, cr, NULL));
  cairo_path_t *path = cairo_copy_path (cr);
  g_assert_cmpint (path->num_data, ==, 4);
  g_assert_cmpfloat_with_epsilon (path->data[1].point.x, 1, 1e-2);
  g_assert_cmpfloat_with_epsilon (path->data[3].point.y, 4, 1e-2);
  cairo_path_destroy (path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
has_code (const ProgrammeReport *report, const char *code)
{
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    if (strcmp (programme_finding_get_code (programme_report_get_finding (report, i)), code) == 0)
      return TRUE;
  return FALSE;
}

/* A character that no font has, in the second language; a biography that the list of speakers wants. */
static const char odd[]
    = "<programme version='1' languages='en fr'><event><title>Harbour Day</title><title xml:lang='fr'>Port 𒀀</title>"
      "</event><people><person id='ada'><name>Ada Byron</name></person></people><agenda>"
      "<day date='2025-05-06'><session start='09:00' end='10:00'><title>Tides</title><title "
      "xml:lang='fr'>Marées</title>"
      "<group role='speaker'><slot who='ada'/></group></session></day></agenda></programme>";

static void
test_check_all (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeReport) english = programme_report_new ();
  programme_options_set_languages (fixture->options, "en", NULL);
  g_assert_true (programme_check_all (fixture->event, fixture->theme, fixture->options, english, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (has_code (english, "missing-glyph"));
  g_assert_true (has_code (english, "no-family-name")); /* from the list of speakers */
  g_autoptr (ProgrammeReport) both = programme_report_new ();
  programme_options_set_languages (fixture->options, "en", "fr");
  g_assert_true (programme_options_set (fixture->options, "sort", "country", NULL)); /* the agenda goes without it */
  g_assert_true (programme_check_all (fixture->event, fixture->theme, fixture->options, both, NULL, &error));
  g_assert_true (has_code (both, "missing-glyph"));
  g_assert_true (programme_check_all (fixture->event, fixture->theme, NULL, fixture->report, NULL, &error));
  g_assert_true (has_code (fixture->report, "missing-glyph"));
}

static void
test_check_all_refuses (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  programme_options_set_paper (fixture->options, "A9");
  g_assert_false (
      programme_check_all (fixture->event, fixture->theme, fixture->options, fixture->report, NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
}

/* How far the kit is; never back. */
static void
hear (double fraction, const char *stage, gpointer data)
{
  double *last = data;
  g_assert_cmpstr (stage, ==, "write");
  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  (void) data;
  GError *error = NULL;
  double last = 0;
  programme_options_set_progress (fixture->options, hear, &last, NULL);
  g_autoptr (ProgrammeKit) kit = programme_kit_new (fixture->event, fixture->theme, fixture->options);
  g_auto (GStrv) names = programme_kit_write (kit, fixture->folder, fixture->report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, 7);
  g_autofree char *all = list (fixture);
  g_assert_cmpstr (all, ==, "agenda.pdf booklet.pdf cues.pdf plates.pdf print-list.csv print-list.pdf speakers.pdf");
  g_assert_cmpfloat (last, ==, 1);
}

static void
add (const char *name, const char *xml, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, xml, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/kit/editions", NULL, test_editions);
  add ("/kit/wants-editions", NULL, test_wants_editions);
  add ("/kit/tags", with_regions, test_tags);
  add ("/kit/pages", NULL, test_pages);
  add ("/kit/pages-refused", NULL, test_pages_refused);
  add ("/kit/all-or-none", NULL, test_all_or_none);
  add ("/kit/many-pages", NULL, test_many_pages);
  add ("/kit/stream", NULL, test_stream);
  add ("/kit/inputs", NULL, test_inputs);
  add ("/kit/wrong-pages", NULL, test_wrong_pages);
  add ("/kit/path-is-kept", NULL, test_path_is_kept);
  add ("/kit/whole", NULL, test_whole);
  add ("/kit/check-all", odd, test_check_all);
  add ("/kit/check-all-refuses", NULL, test_check_all_refuses);
  return g_test_run ();
}
