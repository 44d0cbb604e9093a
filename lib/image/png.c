/* Enters: a PNG's bytes. Leaves: its pixels, all of them, or what is wrong with it. */
#include "image/decode.h"

#include <png.h>
#include <string.h>

typedef struct
{
  const guint8 *data;
  gsize left;
  char why[128]; /* what libpng gave up for */
} Source;

static void
give_bytes (png_structp png, png_bytep to, png_size_t n)
{
  Source *source = png_get_io_ptr (png);
  if (n > source->left)
    png_error (png, "it ends before the picture does");
  memcpy (to, source->data, n);
  source->data += n;
  source->left -= n;
}

/* libpng's own would print. It may not return. */
static void
fail (png_structp png, png_const_charp why)
{
  Source *source = png_get_error_ptr (png);
  g_strlcpy (source->why, why, sizeof source->why);
  png_longjmp (png, 1);
}

/* Of what does not touch the pixels, such as a colour profile with an error. */
static void
ignore (png_structp png, png_const_charp why)
{
  (void) png, (void) why;
}

/* What is unpacked and never asked for would only take memory. */
static void
skip_texts (png_structp png)
{
  static const guint8 names[] = "tEXt\0zTXt\0iTXt\0sPLT";
  png_set_keep_unknown_chunks (png, PNG_HANDLE_CHUNK_NEVER, names, sizeof names / 5);
}

/* FALSE when libpng gave up, here and below. Nothing changes between setjmp() and its second return. */
static gboolean
read_header (png_structp png, png_infop info, Source *source)
{
  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;
  png_set_user_limits (png, PNG_UINT_31_MAX, PNG_UINT_31_MAX); /* which are ours to judge */
  skip_texts (png);
  png_set_read_fn (png, source, give_bytes);
  png_read_info (png, info);
  return TRUE;
}

/* Red, green, blue and alpha of a byte each, right into the surface, and then what comes behind them to the end. */
static gboolean
read_rows (png_structp png, png_infop info, cairo_surface_t *surface)
{
  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;
  png_set_expand (png);
  png_set_scale_16 (png);
  png_set_gray_to_rgb (png);
  png_set_add_alpha (png, 255, PNG_FILLER_AFTER);
  int passes = png_set_interlace_handling (png);
  png_read_update_info (png, info);
  guint8 *data = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  guint height = (guint) cairo_image_surface_get_height (surface);
  for (int pass = 0; pass < passes; pass++)
    for (guint y = 0; y < height; y++)
      png_read_row (png, data + y * stride, NULL);
  png_read_end (png, info);
  return TRUE;
}

/* Bytes to cairo's pixels, in their places. */
static void
convert_pixels (cairo_surface_t *surface)
{
  guint8 *data = cairo_image_surface_get_data (surface);
  gsize n = (gsize) cairo_image_surface_get_width (surface) * (gsize) cairo_image_surface_get_height (surface);
  for (guint8 *p = data; p < data + 4 * n; p += 4)
    {
      guint32 pixel = pg_picture_pixel (p[0], p[1], p[2], p[3]);
      memcpy (p, &pixel, sizeof pixel);
    }
}

static guint
turn_of (png_structp png, png_infop info)
{
  png_uint_32 size = 0;
  png_bytep data = NULL;
  return png_get_eXIf_1 (png, info, &size, &data) != 0 ? pg_exif_turn (data, size) : 1;
}

static gboolean
read_picture (PgPicture *picture, png_structp png, png_infop info, Source *source, GError **error)
{
  if (!read_header (png, info, source))
    return FALSE;
  gboolean has_alpha
      = (png_get_color_type (png, info) & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid (png, info, PNG_INFO_tRNS) != 0;
  if (!pg_picture_set_size (picture, png_get_image_width (png, info), png_get_image_height (png, info), error)
      || !pg_picture_make_surface (picture, has_alpha, error))
    return FALSE;
  cairo_surface_flush (picture->surface);
  if (!read_rows (png, info, picture->surface))
    return FALSE;
  convert_pixels (picture->surface);
  cairo_surface_mark_dirty (picture->surface);
  picture->turn = turn_of (png, info);
  return TRUE;
}

gboolean
pg_decode_png (PgPicture *picture, GBytes *bytes, GError **error)
{
  Source source = { 0 };
  source.data = g_bytes_get_data (bytes, &source.left);
  png_structp png = png_create_read_struct (PNG_LIBPNG_VER_STRING, &source, fail, ignore);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  g_autoptr (GError) fault = NULL;
  gboolean ok = info != NULL && read_picture (picture, png, info, &source, &fault);
  png_destroy_read_struct (&png, &info, NULL);
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (!ok)
    pg_refuse_damaged (error, source.why);
  return ok;
}
