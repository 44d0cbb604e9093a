/* Enters: bytes. Leaves: them as PDF's filter FlateDecode takes them (ISO 32000-1, 7.4.4). */
#include "pdf/deflate.h"

#include <gio/gio.h>

#define LEVEL (-1)     /* zlib's own choice */
#define LEAST_ROOM 128 /* bytes */

GByteArray *
pg_deflate (const void *data, gsize length)
{
  g_autoptr (GConverter) zlib = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL));
  GByteArray *deflated = g_byte_array_new ();
  const guint8 *from = length > 0 ? data : (const guint8 *) ""; /* NULL is no place to read nothing from */
  gsize n_read = 0, n_written = 0;
  GConverterResult result = G_CONVERTER_CONVERTED;
  while (result == G_CONVERTER_CONVERTED)
    {
      gsize read, written, room = (length - n_read) / 2 + LEAST_ROOM;
      g_byte_array_set_size (deflated, (guint) (n_written + room));
      result = g_converter_convert (zlib, from + n_read, length - n_read, deflated->data + n_written, room,
                                    G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      n_read += read;
      n_written += written;
    }
  g_byte_array_set_size (deflated, (guint) n_written);
  return deflated;
}
