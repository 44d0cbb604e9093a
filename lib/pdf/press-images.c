/* Enters: a PDF with places that are kept for pictures. Leaves: all pictures in it in the inks of the press. */
#include "pdf/press-images.h"

#include "image/reserved.h"

#include <stdlib.h>
#include <string.h>

#define INKS 4 /* bytes of a pixel */
#define RGB 3

/* How much the channels of a grey may differ by rounding, where what is drawn is see-through. */
#define ROUNDING 2

static gboolean
is_name (qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name)
{
  return qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key (qpdf, dictionary, key), name);
}

static void
set_number (qpdf_data qpdf, qpdf_oh dictionary, const char *key, guint number)
{
  pg_qpdf_set (qpdf, dictionary, key, qpdf_oh_new_integer (qpdf, number));
}

/* The stream becomes a picture of these bytes. */
static void
set_image (qpdf_data qpdf, qpdf_oh stream, const char *space, const guint8 *pixels, gsize channels, guint width,
           guint height)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);
  pg_qpdf_remove (qpdf, dictionary, "/DecodeParms");
  pg_qpdf_set (qpdf, dictionary, "/ColorSpace", qpdf_oh_new_name (qpdf, space));
  set_number (qpdf, dictionary, "/BitsPerComponent", 8);
  set_number (qpdf, dictionary, "/Width", width);
  set_number (qpdf, dictionary, "/Height", height);
  pg_qpdf_replace_stream (qpdf, stream, pixels, channels * width * height);
}

/* A picture in its place. That it decodes was found out before; what there is no memory for is left out, as a fault. */
static gboolean
put (qpdf_data qpdf, qpdf_oh stream, const PgReserved *reserved, const PgPressPictures *pictures, GError **error)
{
  GBytes *bytes = pg_pictures_get (pictures->pictures, reserved->path);
  g_autoptr (PgPicture) picture
      = pg_picture_new_within (bytes, pg_pictures_limits (pictures->pictures), pictures->inks, error);
  if (picture == NULL)
    {
      g_prefix_error (error, "\"%s\" ", reserved->path);
      return FALSE;
    }
  if (pg_picture_pixels (picture) > reserved->width * reserved->height)
    pg_picture_shrink (picture, reserved->width, reserved->height);
  const guint8 *alpha;
  guint width, height;
  const guint8 *pixels = pg_picture_inks (picture, &alpha, &width, &height);
  set_image (qpdf, stream, "/DeviceCMYK", pixels, INKS, width, height);
  if (alpha == NULL)
    return TRUE;
  int number = pg_qpdf_add_stream (qpdf, "<< /Type /XObject /Subtype /Image >>", NULL, 0);
  set_image (qpdf, pg_qpdf_object (qpdf, number), "/DeviceGray", alpha, 1, width, height);
  pg_qpdf_set_number (qpdf, qpdf_oh_get_dict (qpdf, stream), "/SMask", number);
  return TRUE;
}

/* What drawing made: RGB */

static gboolean
is_grey (const guint8 *pixels, gsize n)
{
  for (const guint8 *pixel = pixels; pixel < pixels + RGB * n; pixel += RGB)
    if (abs (pixel[0] - pixel[1]) > ROUNDING || abs (pixel[1] - pixel[2]) > ROUNDING)
      return FALSE;
  return TRUE;
}

static guint
number_of (qpdf_data qpdf, qpdf_oh dictionary, const char *key)
{
  return qpdf_oh_get_uint_value_as_uint (qpdf, qpdf_oh_get_key (qpdf, dictionary, key));
}

/* Shadows and the like are black ink, as is what they are of; a picture in an SVG is converted as one of its own. */
static void
convert (qpdf_data qpdf, qpdf_oh stream, PgInks *inks)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);
  guint width = number_of (qpdf, dictionary, "/Width"), height = number_of (qpdf, dictionary, "/Height");
  gsize n = (gsize) width * height;
  g_autoptr (GBytes) bytes = pg_qpdf_stream (qpdf, stream);
  if (bytes == NULL || g_bytes_get_size (bytes) < RGB * n || number_of (qpdf, dictionary, "/BitsPerComponent") != 8)
    return;
  const guint8 *from = g_bytes_get_data (bytes, NULL);
  PgChannels channels = is_grey (from, n) ? PG_CHANNELS_GREY : PG_CHANNELS_RGB;
  g_autoptr (PgConversion) conversion = pg_conversion_new (channels, NULL, inks);
  g_autofree guint8 *pixels = g_malloc0 (INKS * n);
  for (gsize i = 0; i < n; i++)
    memcpy (pixels + INKS * i, from + RGB * i, RGB);
  pg_conversion_run (conversion, pixels, n);
  set_image (qpdf, stream, "/DeviceCMYK", pixels, INKS, width, height);
}

static gboolean
change (qpdf_data qpdf, qpdf_oh stream, const PgPressPictures *pictures, GError **error)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);
  if (!is_name (qpdf, dictionary, "/Subtype", "/Image") || !is_name (qpdf, dictionary, "/ColorSpace", "/DeviceRGB"))
    return TRUE;
  g_autoptr (GBytes) raw = pg_qpdf_raw_stream (qpdf, stream);
  const PgReserved *reserved = raw != NULL ? pg_reserved_find (pictures->reserved, raw) : NULL;
  if (reserved != NULL)
    return put (qpdf, stream, reserved, pictures, error);
  convert (qpdf, stream, pictures->inks);
  return TRUE;
}

gboolean
pg_press_images (qpdf_data qpdf, const PgPressPictures *pictures, double share, PgSink *sink)
{
  int end = pictures->inks != NULL ? pg_qpdf_end (qpdf) : 0;
  for (int number = 1; number < end && pg_sink_step (sink, share * number / end); number++)
    {
      qpdf_oh object = pg_qpdf_object (qpdf, number);
      GError *error = NULL;
      if (qpdf_oh_is_stream (qpdf, object) && !change (qpdf, object, pictures, &error))
        pg_sink_fail (sink, error);
      pg_qpdf_forget (qpdf);
    }
  return sink->error == NULL;
}
