/* Enters: cairo's picture without transparency. Leaves: a PNG, written in little time rather than in few bytes: pages are
   mostly white, so that filters and long searches gain little and cost most of the time. */
#include "paint/png.h"

#include "base/report.h"

#include <png.h>

#define FASTEST 1
#define INCHES_PER_METRE (100 / 2.54)

static void
take_bytes (png_structp png, png_bytep data, png_size_t length)
{
  if (!pg_sink_write (png_get_io_ptr (png), data, length))
    png_error (png, "");
}

static void
take_end (png_structp png)
{
  (void) png;
}

/* libpng's own would print. It may not return. */
static void
fail (png_structp png, png_const_charp message)
{
  (void) message;
  png_longjmp (png, 1);
}

static void
ignore (png_structp png, png_const_charp message)
{
  (void) png, (void) message;
}

/* cairo's 32 bits in the machine's order to red, green, blue. */
static void
convert_row (const guint32 *from, guint8 *to, guint width)
{
  for (guint x = 0; x < width; x++)
    {
      to[3 * x] = (guint8) (from[x] >> 16);
      to[3 * x + 1] = (guint8) (from[x] >> 8);
      to[3 * x + 2] = (guint8) from[x];
    }
}

/* FALSE when libpng gave up. Nothing here changes between setjmp() and its second return. */
static gboolean
encode (png_structp png, png_infop info, cairo_surface_t *surface, guint8 *row, guint32 dots_per_metre)
{
  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint width = (guint) cairo_image_surface_get_width (surface);
  guint height = (guint) cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  png_set_compression_level (png, FASTEST);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_IHDR (png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs (png, info, dots_per_metre, dots_per_metre, PNG_RESOLUTION_METER);
  png_write_info (png, info);
  for (guint y = 0; y < height; y++)
    {
      if (!pg_sink_step (png_get_io_ptr (png), (double) y / height))
        png_error (png, "");
      convert_row ((const guint32 *) (gconstpointer) (data + y * stride), row, width);
      png_write_row (png, row);
    }
  png_write_end (png, info);
  return TRUE;
}

gboolean
pg_png_write (cairo_surface_t *surface, double dpi, PgSink *sink)
{
  cairo_surface_flush (surface);
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, fail, ignore);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  gboolean ok = info != NULL;
  if (ok)
    {
      png_set_write_fn (png, sink, take_bytes, take_end);
      g_autofree guint8 *row = g_malloc (3 * (gsize) cairo_image_surface_get_width (surface));
      ok = encode (png, info, surface, row, (guint32) (dpi * INCHES_PER_METRE + 0.5));
    }
  png_destroy_write_struct (&png, &info);
  if (!ok)
    pg_sink_fail (sink, g_error_new (PROGRAMME_ERROR, PROGRAMME_ERROR_OUTPUT, "the PNG could not be written: %s",
                                     cairo_status_to_string (CAIRO_STATUS_NO_MEMORY)));
  return ok;
}
