/* Limits that options raise: what is refused names the limit, its value and the option, and is taken with it. */
#include "base/limits.h"
#include "option/options.h"

#include <cairo.h>
#include <programme/programme.h>
#include <glib/gstdio.h>
#include <string.h>

#define HEAD "<programme version='1'><event><title>Sums</title>%s</event>"
#define TAIL                                                                                                           \
  "<agenda><day date='2031-05-05'><session start='9:00'><title>One</title></session></day></agenda></programme>"

/* One limit: an event, or an image of it, that is above the value of too_low. */
typedef struct
{
  const char *option, *too_low, *enough; /* NULL: what stands where nobody sets it */
  const char *said;
  char *(*make_event) (void);
  GBytes *(*make_image) (void); /* or NULL */
} Case;

static char *
repeat (const char *part, gsize n)
{
  GString *all = g_string_sized_new (strlen (part) * n);
  for (gsize i = 0; i < n; i++)
    g_string_append (all, part);
  return g_string_free (all, FALSE);
}

static char *
plain_event (void)
{
  return g_strdup_printf (HEAD TAIL, "<logo src='a.svg' alt='A'/>");
}

static char *
bare_event (void)
{
  return g_strdup_printf (HEAD TAIL, "");
}

static char *
large_event (void)
{
  g_autofree char *white = repeat ("<!--    -->\n", 130000); /* 1.5 MB */
  return g_strdup_printf (HEAD "%s" TAIL, "", white);
}

static char *
long_event (void)
{
  g_autofree char *words = repeat ("words ", 50000); /* 300 kB */
  return g_strdup_printf (HEAD "<front><section><p>%s</p></section></front>" TAIL, "", words);
}

static char *
two_images_event (void)
{
  return g_strdup_printf (HEAD "<organisations><organisation id='o' logo='./a.svg'><name>O</name></organisation>"
                               "</organisations>" TAIL,
                          "<organiser ref='o'/><logo src='a.svg' alt='A'/>");
}

static GBytes *
svg_with (const char *within, gsize n)
{
  g_autofree char *all = repeat (within, n);
  char *svg = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>%s</svg>", all);
  return g_bytes_new_take (svg, strlen (svg));
}

static GBytes *
large_svg (void)
{
  return svg_with ("<!--            -->", 80000); /* 1.5 MB */
}

static GBytes *
half_svg (void)
{
  return svg_with ("<!--            -->", 40000); /* 0.8 MB */
}

static GBytes *
many_shapes (void)
{
  return svg_with ("<path d='M0 0h1v1z'/>", PG_LIMIT_SVG);
}

static cairo_status_t
append (void *bytes, const guint8 *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
png_of_two_million (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2000, 1000);
  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static const Case cases[] = {
  { "limits-event", "1", "2", "bytes, and at most 1 MiB are read: divide it; --limits-event=2 allows it", large_event,
    NULL },
  { "limits-elements", "6", "7", "the file has more than 6 elements: divide it; --limits-elements=N allows more",
    bare_event, NULL },
  { "limits-paragraph", NULL, "300",
    "<p> has more than 262144 bytes of text: divide it; --limits-paragraph=N allows more", long_event, NULL },
  { "limits-image", "1", "2", "\"a.svg\" is larger than 1 MiB: make it smaller; --limits-image=2 allows it",
    plain_event, large_svg },
  { "limits-images", "1", "2",
    "\"./a.svg\" is too large: the event's images would have more than 1 MiB together; make them smaller; "
    "--limits-images=N allows more",
    two_images_event, half_svg },
  { "limits-pixels", "1", "2",
    "\"a.svg\" has 2000 x 1000 pixels, and at most 1 million may be: make it smaller; --limits-pixels=2 allows it",
    plain_event, png_of_two_million },
  { "limits-svg", NULL, "60000", "or save it as PNG; --limits-svg=N allows more than 50000", plain_event, many_shapes },
};

/* What is found in the case's event within the limit. */
static char *
read_within (const Case *one, const char *limit)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeTableFiles) table = programme_files_new_for_table ();
  g_autoptr (GError) error = NULL;
  g_assert_true (programme_options_set (options, one->option, limit, &error));
  g_autoptr (GBytes) image = one->make_image != NULL ? one->make_image () : NULL;
  char *text = one->make_event ();
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  if (image != NULL)
    {
      programme_table_files_add (table, "a.svg", image);
      programme_table_files_add (table, "./a.svg", image);
    }
  g_autoptr (ProgrammeEvent) event
      = programme_event_read_bytes_with_options (bytes, "event.xml", PROGRAMME_FILES (table), options, report, NULL);
  if (event != NULL)
    programme_event_check (event, report);
  GString *said = g_string_new (NULL);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    if (programme_finding_get_severity (programme_report_get_finding (report, i)) == PROGRAMME_SEVERITY_ERROR)
      {
        g_autofree char *line = programme_finding_to_string (programme_report_get_finding (report, i));
        g_string_append_printf (said, "%s\n", line);
      }
  return g_string_free (said, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *refused = read_within (one, one->too_low), *taken = read_within (one, one->enough);
  g_test_message ("%s", refused);
  g_assert_nonnull (strstr (refused, one->said));
  g_assert_cmpstr (taken, ==, "");
}

static ProgrammeDocument *
make_within (const char *pages, GError **error)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (ProgrammeTheme) theme = programme_theme_new_named ("classic", NULL);
  g_autofree char *items = repeat ("<session start='9:00'><title>One</title></session>", 100),
                  *text
                  = g_strdup_printf (HEAD "<agenda><day date='2031-05-05'>%s</day></agenda></programme>", "", items);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (ProgrammeEvent) event = programme_event_read_bytes (bytes, "event.xml", NULL, NULL, NULL);
  g_assert_true (programme_options_set (options, "limits-pages", pages, NULL));
  return programme_document_new (event, "agenda", theme, options, NULL, NULL, error);
}

static void
test_pages (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeDocument) refused = make_within ("2", &error), taken = make_within ("20", NULL);
  g_assert_null (refused);
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_LAYOUT);
  g_assert_nonnull (
      strstr (error->message, "the document has more than 2 pages: divide the event; --limits-pages=N allows more"));
  g_assert_nonnull (taken);
  g_assert_cmpuint (programme_document_get_n_pages (taken), >, 2);
}

/* A file is not read further than it may be. */
static void
test_file (void)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = large_event (), *path = NULL;
  int fd = g_file_open_tmp ("limits-XXXXXX.xml", &path, NULL);
  g_assert_true (g_close (fd, NULL) && g_file_set_contents (path, text, -1, NULL));
  g_assert_true (programme_options_set (options, "limits-event", "1", NULL));
  g_assert_null (programme_event_read_file_with_options (path, options, NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_READ);
  g_assert_true (
      g_str_has_suffix (error->message, "cannot be read: it is larger than 1 MiB; --limits-event=N allows more"));
  programme_options_set (options, "limits-event", "2", NULL);
  g_autoptr (ProgrammeEvent) event = programme_event_read_file_with_options (path, options, NULL, NULL);
  g_assert_nonnull (event);
  g_remove (path);
}

static void
test_options (void)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GError) error = NULL;
  PgLimits limits = pg_options_limits (options);
  g_assert_cmpuint (limits.event_bytes, ==, pg_standard_limits.event_bytes);
  g_assert_cmpuint (limits.elements, ==, pg_standard_limits.elements);
  g_assert_cmpuint (limits.paragraph_bytes, ==, pg_standard_limits.paragraph_bytes);
  g_assert_cmpuint (limits.image_bytes, ==, pg_standard_limits.image_bytes);
  g_assert_cmpuint (limits.images_bytes, ==, pg_standard_limits.images_bytes);
  g_assert_cmpfloat (limits.pixels, ==, pg_standard_limits.pixels);
  g_assert_cmpuint (limits.svg_work, ==, pg_standard_limits.svg_work);
  g_assert_false (programme_options_set (options, "limits-event", "1025", &error));
  g_assert_cmpstr (error->message, ==, "limits-event takes a whole number from 1 to 1024, not “1025”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/limits/", cases[i].option + strlen ("limits-"), NULL);
      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/limits/pages", test_pages);
  g_test_add_func ("/limits/file", test_file);
  g_test_add_func ("/limits/options", test_options);
  return g_test_run ();
}
