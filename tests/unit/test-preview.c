/* Enters: pages as PNG and SVG. Leaves: proof that they show what the page is, on white, and that failures are told. */
#include "counting-stream.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <programme/programme.h>
#include <string.h>

/* A page with a rule, a tinted band and words, behind a cover. */
static const char event_text[]
    = "<programme version='1' languages='en'><event><title>Harbour Day</title></event><agenda>"
      "<day date='2025-05-06'><session start='09:00' end='10:00' number='1'><title>Tides</title></session>"
      "<break kind='coffee' start='10:00' end='10:30'/></day></agenda></programme>";

static const char logo_text[]
    = "<programme version='1' languages='en'><event><title>Harbour Day</title><logo src='a.svg' alt='A "
      "square'/></event>"
      "<agenda><day date='2025-05-06'><session start='09:00' end='10:00'><title>Tides</title></session></day></agenda>"
      "</programme>";
/* Modern's cover sets logos in white, so that each is drawn through a mask: of lines, of half transparent ones, of an effect's
   pixels, and of pixels. */
static const char *const logos[] = {
  "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9h-9z'/></svg>",
  "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9h-9z' opacity='.7'/></svg>",
  ("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><filter id='f'><feOffset dx='1'/></filter>"
   "<path d='M0 0h8v9h-8z' filter='url(#f)'/></svg>"),
};

/* A disc on nothing. */
static GBytes *
disc_new (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 60, 60);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  char *data;
  gsize size;
  gdk_pixbuf_fill (pixbuf, 0x20408000);
  for (int y = 0; y < 60; y++)
    for (int x = 0; x < 60; x++)
      if (hypot (x - 29.5, y - 29.5) < 28)
        pixels[y * gdk_pixbuf_get_rowstride (pixbuf) + 4 * x + 3] = 255;
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, NULL));
  return g_bytes_new_take (data, size);
}

static ProgrammeDocument *
make_document_of (const char *text, GBytes *picture, const char *paper)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (ProgrammeTableFiles) table = programme_files_new_for_table ();
  if (picture != NULL)
    programme_table_files_add (table, "a.svg", picture);
  g_autoptr (ProgrammeEvent) event
      = programme_event_read_bytes (bytes, "small.xml", PROGRAMME_FILES (table), report, NULL);
  g_autoptr (ProgrammeTheme) theme = programme_theme_new_named ("modern", NULL);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  programme_options_set_paper (options, paper);
  g_assert_true (programme_options_set (options, "cover", "page", NULL));
  GError *error = NULL;
  ProgrammeDocument *document = programme_document_new (event, "agenda", theme, options, report, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static ProgrammeDocument *
make_document (const char *paper)
{
  return make_document_of (event_text, NULL, paper);
}

static cairo_status_t
take (void *closure, unsigned char *data, unsigned int length)
{
  GByteArray *bytes = closure;
  if (length > bytes->len)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes->data, length);
  g_byte_array_remove_range (bytes, 0, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
new_sheet (int width, int height, cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  return surface;
}

/* The page as programme_document_draw_page() has it, on white. */
static cairo_surface_t *
draw_page (ProgrammeDocument *document, guint page, int width, int height)
{
  cairo_t *cr;
  double page_width, page_height;
  cairo_surface_t *surface = new_sheet (width, height, &cr);
  programme_document_get_page_size (document, page, &page_width, &page_height);
  cairo_scale (cr, width / page_width, height / page_height);
  g_assert_true (programme_document_draw_page (document, page, cr, NULL));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The darkness of a square of pixels, 0 to 1. */
static double
darkness (cairo_surface_t *surface, int x, int y, int size)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double sum = 0;
  for (int row = y; row < y + size; row++)
    for (int column = x; column < x + size; column++)
      for (int channel = 0; channel < 3; channel++)
        sum += 255 - (data + row * stride)[4 * column + channel + (G_BYTE_ORDER == G_BIG_ENDIAN)];
  return sum / (3 * 255 * size * size);
}

/* The largest difference between squares of two pictures. */
static double
difference (cairo_surface_t *a, cairo_surface_t *b, int size)
{
  double worst = 0;
  g_assert_cmpint (cairo_image_surface_get_width (a), ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (cairo_image_surface_get_height (a), ==, cairo_image_surface_get_height (b));
  for (int y = 0; y + size <= cairo_image_surface_get_height (a); y += size)
    for (int x = 0; x + size <= cairo_image_surface_get_width (a); x += size)
      worst = MAX (worst, fabs (darkness (a, x, y, size) - darkness (b, x, y, size)));
  return worst;
}

static void
test_png (void)
{
  g_autoptr (ProgrammeDocument) document = make_document (NULL);
  g_autoptr (GError) error = NULL;
  CountingStream *stream = counting_stream_new (G_MAXUINT);
  GByteArray *bytes = stream->bytes;
  g_assert_true (programme_document_write_png_to_stream (document, 1, 100, G_OUTPUT_STREAM (stream), NULL, &error));
  g_assert_no_error (error);
  /* pHYs: 100 dots to the inch are 3937 to the metre, 0x0f61, and its unit is 1 */
  static const guint8 resolution[] = { 'p', 'H', 'Y', 's', 0, 0, 0x0f, 0x61, 0, 0, 0x0f, 0x61, 1 };
  g_assert_nonnull (memmem (bytes->data, bytes->len, resolution, sizeof resolution));
  cairo_surface_t *png = cairo_image_surface_create_from_png_stream (take, bytes);
  g_assert_cmpint (cairo_surface_status (png), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_format (png), ==, CAIRO_FORMAT_RGB24); /* it hides nothing behind it */
  /* 210 x 297 mm at 100 dots to the inch: 826.8 x 1169.3 */
  cairo_surface_t *wanted = draw_page (document, 1, 827, 1169), *other = draw_page (document, 0, 827, 1169);
  g_assert_cmpfloat (difference (png, wanted, 1), ==, 0);
  g_assert_cmpfloat (difference (png, other, 1), >, 0.3);
  cairo_surface_destroy (png);
  cairo_surface_destroy (wanted);
  cairo_surface_destroy (other);
  g_object_unref (stream);
}

/* The page as an SVG looks as it is drawn, and not as another page does. */
static void
assert_svg (ProgrammeDocument *document, guint page)
{
  g_autoptr (GError) error = NULL;
  CountingStream *stream = counting_stream_new (G_MAXUINT);
  GByteArray *bytes = stream->bytes;
  g_assert_true (programme_document_write_svg_to_stream (document, page, G_OUTPUT_STREAM (stream), NULL, &error));
  g_assert_no_error (error);
  RsvgHandle *handle = rsvg_handle_new_from_data (bytes->data, bytes->len, &error);
  g_assert_no_error (error);
  cairo_t *cr;
  cairo_surface_t *svg = new_sheet (828, 1170, &cr), *wanted = draw_page (document, page, 828, 1170);
  RsvgRectangle all = { 0, 0, 828, 1170 };
  cairo_set_source_rgb (cr, 0, 0, 1); /* which the page's own white hides */
  cairo_paint (cr);
  g_assert_true (rsvg_handle_render_document (handle, cr, &all, &error));
  g_object_unref (handle);
  cairo_destroy (cr);
  cairo_surface_flush (svg);
  /* Edges are smoothed differently: squares of 18 pixels, as large as a line of text is high, differ little. */
  g_assert_cmpfloat (difference (svg, wanted, 18), <, 0.05);
  cairo_surface_t *other = draw_page (document, 1 - page, 828, 1170);
  g_assert_cmpfloat (difference (svg, other, 18), >, 0.3);
  cairo_surface_destroy (svg);
  cairo_surface_destroy (wanted);
  cairo_surface_destroy (other);
  g_object_unref (stream);
}

static void
test_svg (void)
{
  g_autoptr (ProgrammeDocument) document = make_document (NULL);
  assert_svg (document, 1);
}

/* A cover that shows the event's logo: its name says nothing of what it is. */
static void
test_svg_logo (void)
{
  g_autoptr (ProgrammeDocument) without = make_document (NULL);
  cairo_surface_t *bare = draw_page (without, 0, 828, 1170);
  for (guint i = 0; i <= G_N_ELEMENTS (logos); i++)
    {
      g_autoptr (GBytes) picture
          = i < G_N_ELEMENTS (logos) ? g_bytes_new_static (logos[i], strlen (logos[i])) : disc_new ();
      g_autoptr (ProgrammeDocument) document = make_document_of (logo_text, picture, NULL);
      cairo_surface_t *page = draw_page (document, 0, 828, 1170);
      g_assert_cmpfloat (difference (page, bare, 18), >, 0.3); /* white instead of the cover's colour */
      cairo_surface_destroy (page);
      assert_svg (document, 0);
    }
  cairo_surface_destroy (bare);
}

static void
assert_full (CountingStream *stream, gboolean ok, gsize limit, GError *error)
{
  g_assert_false (ok);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==, COUNTING_STREAM_IS_FULL);
  g_assert_cmpuint (stream->bytes->len, ==, limit);
  g_error_free (error);
  g_object_unref (stream);
}

/* Wherever writing fails it is told as the stream tells it, and nothing is lost. */
static void
test_failures (void)
{
  g_autoptr (ProgrammeDocument) document = make_document ("A6");
  for (guint room = 0; room < 4000; room += 250)
    {
      GError *error = NULL;
      CountingStream *stream = counting_stream_new (room);
      gboolean ok = programme_document_write_png_to_stream (document, 1, 72, G_OUTPUT_STREAM (stream), NULL, &error);
      assert_full (stream, ok, room, g_steal_pointer (&error));
      stream = counting_stream_new (room);
      ok = programme_document_write_svg_to_stream (document, 1, G_OUTPUT_STREAM (stream), NULL, &error);
      assert_full (stream, ok, room, error);
    }
}

static void
assert_dpi (double dpi, const char *paper, const char *words)
{
  g_autoptr (ProgrammeDocument) document = make_document (paper);
  g_autoptr (GError) error = NULL;
  g_assert_false (programme_document_write_png (document, 0, dpi, "/nonexistent/a.png", NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_dpi (void)
{
  assert_dpi (9.9, NULL, "too few");
  assert_dpi (-1, NULL, "too few");
  assert_dpi (NAN, NULL, "10 to");
  assert_dpi (INFINITY, "A6", "10 to 2400");
  /* 14400 points are 200 inches, 300 are 4.17: 200 million dots are 489.9 x 489.9 to the square inch, but 32767 on a side
     are 163.8 to the inch */
  assert_dpi (164, "300x14400pt", "10 to 163");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preview/png", test_png);
  g_test_add_func ("/preview/svg", test_svg);
  g_test_add_func ("/preview/svg-logo", test_svg_logo);
  g_test_add_func ("/preview/failures", test_failures);
  g_test_add_func ("/preview/dpi", test_dpi);
  return g_test_run ();
}
