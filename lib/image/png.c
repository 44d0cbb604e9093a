/* Enters: a PNG's bytes. Leaves: its pixels, all of them, or what is wrong with it. */
#include "image/decode.h"

#include <png.h>
#include <string.h>

typedef struct
{
  const guint8 *data;
  gsize left;
  char why[128];        /* what libpng gave up for */
  gboolean is_doubtful; /* it warned of the profile */
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

/* What does not touch the pixels; but of a colour profile that libpng leaves aside it is to be known. */
static void
ignore (png_structp png, png_const_charp why)
{
  Source *source = png_get_error_ptr (png);
  source->is_doubtful = source->is_doubtful || g_str_has_prefix (why, "iCCP:");
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

/* Red, green, blue and alpha of a byte each, right into the picture, and then what comes behind them to the end. */
static gboolean
read_rows (png_structp png, png_infop info, PgPicture *picture)
{
  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;
  png_set_expand (png);
  png_set_scale_16 (png);
  png_set_gray_to_rgb (png);
  png_set_add_alpha (png, 255, PNG_FILLER_AFTER);
  int passes = png_set_interlace_handling (png);
  png_read_update_info (png, info);
  gsize height = (gsize) picture->height;
  for (int pass = 0; pass < passes; pass++)
    for (gsize y = 0; y < height; y++)
      {
        png_read_row (png, pg_picture_row (picture, y), NULL);
        if (pass == passes - 1)
          pg_picture_finish_row (picture, y);
      }
  png_read_end (png, info);
  return TRUE;
}

/* What the pixels mean, unless that is sRGB: a profile, or the numbers that PNG has for it. */
static GBytes *
profile_of (png_structp png, png_infop info, PgChannels channels)
{
  png_charp name;
  png_bytep data;
  png_uint_32 size;
  int way;
  gint32 c[8] = { 0 }, gamma = 0;
  if (png_get_iCCP (png, info, &name, &way, &data, &size) != 0)
    return g_bytes_new (data, size);
  if (png_get_valid (png, info, PNG_INFO_sRGB) != 0)
    return NULL;
  png_get_gAMA_fixed (png, info, &gamma);
  if (png_get_cHRM_fixed (png, info, &c[0], &c[1], &c[2], &c[3], &c[4], &c[5], &c[6], &c[7]) == 0)
    c[0] = 0;
  return pg_colour_profile_of_png (channels, c, gamma);
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
  gboolean is_grey = (png_get_color_type (png, info) & PNG_COLOR_MASK_COLOR) == 0;
  PgChannels channels = is_grey ? PG_CHANNELS_GREY : PG_CHANNELS_RGB;
  g_autoptr (GBytes) profile = profile_of (png, info, channels);
  pg_picture_set_colours (picture, channels, profile);
  if (source->is_doubtful && profile == NULL && png_get_valid (png, info, PNG_INFO_sRGB) == 0)
    pg_picture_doubt_profile (picture);
  cairo_surface_flush (picture->surface);
  if (!read_rows (png, info, picture))
    return FALSE;
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
