/* Enters: a picture's pixels. Leaves: them as a JPEG. */
#include "image/decode.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#define QUALITY 92

typedef struct
{
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr errors;
  jmp_buf jump;
  guint8 *data; /* libjpeg's */
  unsigned long size;
  guint8 *row;
} Writer;

static void
give_up (j_common_ptr info)
{
  Writer *writer = info->client_data;
  longjmp (writer->jump, 1);
}

static void
print_nothing (j_common_ptr info)
{
  (void) info;
}

static void
fill_row (Writer *writer, const guint32 *pixels)
{
  for (guint x = 0; x < writer->info.image_width; x++)
    {
      writer->row[3 * x] = (guint8) (pixels[x] >> 16);
      writer->row[3 * x + 1] = (guint8) (pixels[x] >> 8);
      writer->row[3 * x + 2] = (guint8) pixels[x];
    }
}

/* FALSE when libjpeg gave up, for lack of memory. */
static gboolean
write_rows (Writer *writer, PgPicture *picture)
{
  struct jpeg_compress_struct *info = &writer->info;
  if (setjmp (writer->jump) != 0)
    return FALSE;
  jpeg_create_compress (info); /* keeps errors and client_data */
  jpeg_mem_dest (info, &writer->data, &writer->size);
  info->image_width = (guint) cairo_image_surface_get_width (picture->surface);
  info->image_height = (guint) cairo_image_surface_get_height (picture->surface);
  info->input_components = 3;
  info->in_color_space = JCS_RGB;
  jpeg_set_defaults (info);
  jpeg_set_quality (info, QUALITY, TRUE);
  info->optimize_coding = TRUE;
  jpeg_start_compress (info, TRUE);
  writer->row = g_malloc (3 * (gsize) info->image_width);
  while (info->next_scanline < info->image_height)
    {
      fill_row (writer, (const guint32 *) (gpointer) pg_picture_row (picture, info->next_scanline));
      jpeg_write_scanlines (info, &writer->row, 1);
    }
  jpeg_finish_compress (info);
  return TRUE;
}

GBytes *
pg_picture_encode (PgPicture *picture)
{
  g_autofree Writer *writer = g_new0 (Writer, 1);
  writer->info.err = jpeg_std_error (&writer->errors);
  writer->errors.error_exit = give_up;
  writer->errors.output_message = print_nothing;
  writer->info.client_data = writer;
  gboolean ok = write_rows (writer, picture);
  GBytes *bytes = ok ? g_bytes_new (writer->data, writer->size) : NULL;
  jpeg_destroy_compress (&writer->info);
  free (writer->data);
  g_free (writer->row);
  return bytes;
}
