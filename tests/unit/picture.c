/* Pictures of some hundred pixels. Enters: a page. Leaves: it as text, a character a pixel. */
#include "picture.h"

#include "paint/paint.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#define FINE 8 /* pixels to the point, where a point becomes a character */

static char
grey_name (guint value)
{
  return value >= 240 ? '.' : value >= 176 ? ':' : value >= 96 ? '+' : value >= 16 ? '%' : '#';
}

static char
pixel_name (guint red, guint green, guint blue)
{
  guint least = MIN (red, MIN (green, blue)), most = MAX (red, MAX (green, blue));
  if (most - least < 48)
    return grey_name ((least + most) / 2);
  guint middle = (least + most) / 2;
  static const char names[] = "?BGCRMY?";
  char name = names[(red > middle) << 2 | (green > middle) << 1 | (blue > middle)];
  return most - least >= 192 ? name : g_ascii_tolower (name);
}

/* The mean of the pixels of a square. */
static char
square_name (const guint8 *data, int stride, int side)
{
  guint red = 0, green = 0, blue = 0, n = (guint) (side * side);
  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++)
      {
        guint32 pixel = ((const guint32 *) (const void *) (data + y * stride))[x];
        red += pixel >> 16 & 255, green += pixel >> 8 & 255, blue += pixel & 255;
      }
  return pixel_name (red / n, green / n, blue / n);
}

/* A character for each square of so many pixels. */
static char *
text_of (cairo_surface_t *surface, int side)
{
  cairo_surface_flush (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  GString *out = g_string_new (NULL);
  for (int y = 0; y + side <= height; y += side)
    {
      for (int x = 0; x + side <= width; x += side)
        g_string_append_c (out, square_name (data + y * stride + x * 4, stride, side));
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static GBytes *
make_pixels (const char *format)
{
  gboolean has_alpha = strcmp (format, "png") == 0;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, 4, 4);
  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  for (int i = 0; i < 12; i++)
    {
      int part = i / 4, x = part == 1 ? 0 : 2, y = part == 0 ? 0 : 2;
      static const guint8 colours[][4] = { { 0, 255, 0, 255 }, { 0, 0, 255, 255 }, { 255, 255, 0, 0 } };
      guint8 *to = gdk_pixbuf_get_pixels (pixbuf) + (y + i % 4 / 2) * gdk_pixbuf_get_rowstride (pixbuf)
                   + (x + i % 2) * gdk_pixbuf_get_n_channels (pixbuf);
      memcpy (to, colours[part], (gsize) gdk_pixbuf_get_n_channels (pixbuf));
    }
  char *data;
  gsize size;
  g_autoptr (GError) error = NULL;
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, format, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static void
write_image (const char *folder, const char *name, GBytes *bytes)
{
  gsize size;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *data = g_bytes_get_data (bytes, &size);
  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  g_bytes_unref (bytes);
}

/* A folder of its own with the images in it. */
static char *
make_folder (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'>"
                            "<path fill='#f00' d='M0 0h10v10H0z'/><path fill='#00f' d='M10 0h10v10H10z'/></svg>";
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("programme-XXXXXX", &error);
  g_assert_no_error (error);
  write_image (folder, "two.svg", g_bytes_new_static (svg, strlen (svg)));
  write_image (folder, "four.png", make_pixels ("png"));
  write_image (folder, "four.jpg", make_pixels ("jpeg"));
  return folder;
}

static void
remove_folder (const char *folder)
{
  static const char *const names[] = { "two.svg", "four.png", "four.jpg" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

static char *
draw (const PgPages *pages, guint page, double width, double height, double scale, int side)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale + 0.5), (int) (height * scale + 0.5));
  cairo_t *cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_folder ();
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (folder);
  PgPictures *pictures = pg_pictures_new (files);
  PgPainter *painter = pg_painter_new (pictures);
  g_assert_true (pg_painter_draw (painter, g_ptr_array_index (pages->pages, page), cr, &error));
  g_assert_no_error (error);
  pg_painter_free (painter);
  pg_pictures_free (pictures);
  remove_folder (folder);
  cairo_destroy (cr);
  char *text = text_of (surface, side);
  cairo_surface_destroy (surface);
  return text;
}

char *
picture_of (const PgPages *pages, guint page, double width, double height, double scale)
{
  return draw (pages, page, width, height, scale, 1);
}

char *
picture_of_text (const PgPages *pages, double width, double height)
{
  return draw (pages, 0, width, height, FINE, FINE);
}

guint
picture_difference (const char *picture, const char *other)
{
  if (strlen (picture) != strlen (other))
    return G_MAXUINT;
  guint n = 0;
  for (; *picture != '\0'; picture++, other++)
    n += *picture != *other;
  return n;
}

/* How dark a character is, and what colour it has, if any. */
static int
darkness (char c, char *colour)
{
  static const char greys[] = ".:+%#";
  const char *grey = strchr (greys, c);
  *colour = grey != NULL ? '.' : g_ascii_toupper (c);
  return grey != NULL ? (int) (grey - greys) : 1 + (g_ascii_isupper (c) ? 1 : 0);
}

/* Whether two characters are at most a step apart. What is hardly coloured may look grey. */
static gboolean
are_alike (char a, char b)
{
  if (a == '\n' || b == '\n')
    return a == b;
  char first, second;
  int step = ABS (darkness (a, &first) - darkness (b, &second));
  return step <= 1 && (first == second || strchr (".:", a) != NULL || strchr (".:", b) != NULL);
}

void
picture_assert_alike (const char *picture, const char *expected)
{
  gsize n = strlen (expected), at = 0;
  while (at < n && are_alike (picture[at], expected[at]))
    at++;
  if (at == n && picture[n] == '\0')
    return;
  g_test_message ("the picture is\n%sbut was\n%s", picture, expected);
  g_test_fail ();
}

void
picture_assert (const char *picture, const char *expected, guint most)
{
  if (picture_difference (picture, expected) <= most)
    return;
  g_test_message ("the picture is\n%sbut was\n%s", picture, expected);
  g_test_fail ();
}
