/* Enters: a JPEG's bytes. Leaves: its pixels, all of them, or what is wrong with it. */
#include "base/limits.h"
#include "image/decode.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

#define EXIF_MARKER (JPEG_APP0 + 1)
#define PROFILE_MARKER (JPEG_APP0 + 2)
#define MAX_MARKER 0xffff

typedef struct
{
  struct jpeg_decompress_struct info;
  struct jpeg_compress_struct flat;
  guint8 *flat_data; /* libjpeg's */
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf jump;
  guint8 *row;
  gboolean is_inverted; /* its inks are */
  GBytes *profile;      /* or NULL */
  GBytes *flattened;    /* the same picture in one scan; or NULL */
  char why[JMSG_LENGTH_MAX];
} Jpeg;

static Jpeg *
jpeg_of (j_common_ptr info)
{
  return info->client_data;
}

static void
give_up (Jpeg *jpeg, const char *why)
{
  g_strlcpy (jpeg->why, why, sizeof jpeg->why);
  longjmp (jpeg->jump, 1);
}

static void
fail (j_common_ptr info)
{
  char why[JMSG_LENGTH_MAX];
  info->err->format_message (info, why);
  give_up (jpeg_of (info), why);
}

/* What libjpeg forgives, and paints grey: data that end early, or that are not what they should be. It warns of other
   things that do no harm, such as a few bytes between two parts. */
static gboolean
is_damage (int warning)
{
  switch (warning)
    {
    case JWRN_ARITH_BAD_CODE:
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_MUST_RESYNC:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
take_message (j_common_ptr info, int level)
{
  if (level < 0 && info->err->msg_code == JWRN_JPEG_EOF)
    give_up (jpeg_of (info), "it ends before the picture does");
  if (level < 0 && is_damage (info->err->msg_code))
    fail (info);
}

static void
print_nothing (j_common_ptr info)
{
  (void) info;
}

/* Each scan passes over the whole picture, also one that says nothing. */
static void
count_scans (j_common_ptr info)
{
  Jpeg *jpeg = jpeg_of (info);
  if (jpeg->info.input_scan_number > PG_MAX_JPEG_SCANS)
    give_up (jpeg, "it has more scans than " G_STRINGIFY (PG_MAX_JPEG_SCANS));
}

/* FALSE when libjpeg gave up, here and below. */
static gboolean
read_header (Jpeg *jpeg, const guint8 *data, gsize size)
{
  if (setjmp (jpeg->jump) != 0)
    return FALSE;
  jpeg_create_decompress (&jpeg->info); /* keeps errors and client_data */
  jpeg->info.progress = &jpeg->progress;
  jpeg_mem_src (&jpeg->info, data, size);
  jpeg_save_markers (&jpeg->info, EXIF_MARKER, MAX_MARKER);
  jpeg_save_markers (&jpeg->info, PROFILE_MARKER, MAX_MARKER);
  jpeg_read_header (&jpeg->info, TRUE);
  return TRUE;
}

static gboolean
is_cmyk (const Jpeg *jpeg)
{
  return jpeg->info.num_components == 4;
}

static gboolean
is_grey (const Jpeg *jpeg)
{
  return jpeg->info.num_components == 1;
}

static gboolean
start (Jpeg *jpeg)
{
  if (setjmp (jpeg->jump) != 0)
    return FALSE;
  jpeg->info.out_color_space = is_cmyk (jpeg) ? JCS_CMYK : is_grey (jpeg) ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_start_decompress (&jpeg->info);
  return TRUE;
}

/* Adobe's programs write inks the other way round. */
static void
fill_row (const Jpeg *jpeg, guint8 *to)
{
  guint n = (guint) jpeg->info.out_color_components;
  guint8 invert = jpeg->is_inverted ? 255 : 0;
  const guint8 *from = jpeg->row;
  for (guint x = 0; x < jpeg->info.output_width; x++, from += n, to += 4)
    {
      for (guint i = 0; i < 3; i++)
        to[i] = (guint8) ((n == 1 ? from[0] : from[i]) ^ invert);
      to[3] = n == 4 ? (guint8) (from[3] ^ invert) : 255;
    }
}

/* And what comes behind them, to the marker of the end. */
static gboolean
read_rows (Jpeg *jpeg, PgPicture *picture)
{
  if (setjmp (jpeg->jump) != 0)
    return FALSE;
  while (jpeg->info.output_scanline < jpeg->info.output_height)
    {
      gsize y = jpeg->info.output_scanline;
      jpeg_read_scanlines (&jpeg->info, &jpeg->row, 1);
      fill_row (jpeg, pg_picture_row (picture, y));
      pg_picture_finish_row (picture, y);
    }
  jpeg_finish_decompress (&jpeg->info);
  return TRUE;
}

static guint
turn_of (const Jpeg *jpeg)
{
  static const char start[] = "Exif\0";
  for (jpeg_saved_marker_ptr marker = jpeg->info.marker_list; marker != NULL; marker = marker->next)
    if (marker->data_length > sizeof start && memcmp (marker->data, start, sizeof start) == 0)
      return pg_exif_turn (marker->data + sizeof start, marker->data_length - sizeof start);
  return 1;
}

/* NULL if it has none, or not all of it. */
static GBytes *
profile_of (Jpeg *jpeg)
{
  JOCTET *data = NULL;
  unsigned int size = 0;
  if (setjmp (jpeg->jump) != 0 || !jpeg_read_icc_profile (&jpeg->info, &data, &size))
    return NULL;
  return g_bytes_new_with_free_func (data, size, free, data);
}

/* What libjpeg keeps of a picture that comes in several scans, two bytes for each number. By the pixel, and so below. */
static double
memory_of_scans (const Jpeg *jpeg)
{
  const struct jpeg_decompress_struct *info = &jpeg->info;
  double numbers = 0;
  for (int i = 0; i < info->num_components; i++)
    numbers += (double) info->comp_info[i].h_samp_factor * info->comp_info[i].v_samp_factor
               / (info->max_h_samp_factor * info->max_v_samp_factor);
  return 2 * numbers;
}

#define OWN_BYTES 4 /* of the picture itself */

/* Whether its scans and the picture itself take more together than they may: then the one goes before the other comes. The
   tenth part of what a picture may take does not matter. */
static gboolean
is_hungry (Jpeg *jpeg, const PgPicture *picture)
{
  double more = memory_of_scans (jpeg) + OWN_BYTES - PG_PICTURE_BYTES;
  return jpeg_has_multiple_scans (&jpeg->info)
         && more * picture->width * picture->height > picture->limits->pixels * PG_PICTURE_BYTES / 10;
}

/* The same picture, number for number, in one scan. NULL where libjpeg gave up. */
static GBytes *
flatten (Jpeg *jpeg)
{
  struct jpeg_compress_struct *flat = &jpeg->flat;
  unsigned long size = 0;
  flat->err = &jpeg->errors;
  flat->client_data = jpeg;
  if (setjmp (jpeg->jump) == 0)
    {
      jvirt_barray_ptr *numbers = jpeg_read_coefficients (&jpeg->info);
      jpeg_create_compress (flat);
      jpeg_mem_dest (flat, &jpeg->flat_data, &size);
      jpeg_copy_critical_parameters (&jpeg->info, flat);
      jpeg_write_coefficients (flat, numbers);
      jpeg_finish_compress (flat);
      jpeg_finish_decompress (&jpeg->info);
      jpeg_destroy_compress (flat);
      return g_bytes_new_with_free_func (jpeg->flat_data, size, free, jpeg->flat_data);
    }
  jpeg_destroy_compress (flat);
  free (jpeg->flat_data);
  return NULL;
}

/* Goes on with the same picture in one scan. */
static gboolean
go_on_flattened (Jpeg *jpeg)
{
  gsize size;
  jpeg->flattened = flatten (jpeg);
  jpeg_destroy_decompress (&jpeg->info);
  const guint8 *data = jpeg->flattened != NULL ? g_bytes_get_data (jpeg->flattened, &size) : NULL;
  return data != NULL && read_header (jpeg, data, size);
}

/* Reads all that stands before the pixels. */
static gboolean
begin (PgPicture *picture, Jpeg *jpeg, GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  if (!read_header (jpeg, data, size))
    return FALSE;
  jpeg->is_inverted = is_cmyk (jpeg) && jpeg->info.saw_Adobe_marker;
  jpeg->profile = profile_of (jpeg);
  picture->turn = turn_of (jpeg);
  if (!pg_picture_set_size (picture, jpeg->info.image_width, jpeg->info.image_height, error))
    return FALSE;
  gboolean hungry = is_hungry (jpeg, picture);
  double most = hungry ? MAX (memory_of_scans (jpeg), OWN_BYTES) : PG_PICTURE_BYTES;
  return pg_picture_check_memory (picture, most, "a JPEG that is not progressive", error)
         && (!hungry || go_on_flattened (jpeg));
}

static gboolean
read_picture (PgPicture *picture, Jpeg *jpeg, GBytes *bytes, GError **error)
{
  if (!begin (picture, jpeg, bytes, error) || !pg_picture_make_surface (picture, FALSE, error))
    return FALSE;
  PgChannels channels = is_cmyk (jpeg) ? PG_CHANNELS_CMYK : is_grey (jpeg) ? PG_CHANNELS_GREY : PG_CHANNELS_RGB;
  gboolean is_srgb = pg_picture_set_colours (picture, channels, jpeg->profile);
  cairo_surface_flush (picture->surface);
  jpeg->row = g_malloc (4 * (gsize) jpeg->info.image_width);
  if (!start (jpeg) || !read_rows (jpeg, picture))
    return FALSE;
  cairo_surface_mark_dirty (picture->surface);
  if (is_srgb)
    pg_picture_keep_jpeg (picture, bytes);
  return TRUE;
}

gboolean
pg_decode_jpeg (PgPicture *picture, GBytes *bytes, GError **error)
{
  g_autofree Jpeg *jpeg = g_new0 (Jpeg, 1);
  g_autoptr (GError) fault = NULL;
  jpeg->info.err = jpeg_std_error (&jpeg->errors);
  jpeg->errors.error_exit = fail;
  jpeg->errors.emit_message = take_message;
  jpeg->errors.output_message = print_nothing;
  jpeg->progress.progress_monitor = count_scans;
  jpeg->info.client_data = jpeg;
  gboolean ok = read_picture (picture, jpeg, bytes, &fault);
  jpeg_destroy_decompress (&jpeg->info);
  g_free (jpeg->row);
  g_clear_pointer (&jpeg->profile, g_bytes_unref);
  g_clear_pointer (&jpeg->flattened, g_bytes_unref);
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (!ok)
    pg_refuse_damaged (error, jpeg->why);
  return ok;
}
