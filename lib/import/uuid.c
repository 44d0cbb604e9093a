/* Identifiers that follow from names. Enters: a name. Leaves: a UUID of version 5, the same for the same name. */
#include "import/uuid.h"

#include <string.h>

char *
pg_uuid_of (const char *name)
{
  static const guint8 space[16]
      = { 0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8 };
  guint8 b[20];
  gsize length = sizeof b;
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA1);
  g_checksum_update (sum, space, sizeof space);
  g_checksum_update (sum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (sum, b, &length);
  g_checksum_free (sum);
  b[6] = (guint8) ((b[6] & 0x0f) | 0x50);
  b[8] = (guint8) ((b[8] & 0x3f) | 0x80);
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2],
                          b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}
