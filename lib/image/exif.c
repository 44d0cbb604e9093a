/* Enters: Exif data, which cameras write. Leaves: how the picture stands. */
#include "image/decode.h"

#include <string.h>

#define ORIENTATION 0x0112
#define SHORT 3
#define ENTRY_SIZE 12

typedef struct
{
  const guint8 *data;
  gsize size;
  gboolean is_big_endian;
} Exif;

/* n bytes as a number; 0 beyond the end. */
static gsize
number_at (const Exif *exif, gsize at, guint n)
{
  gsize value = 0;
  if (at > exif->size || n > exif->size - at)
    return 0;
  for (guint i = 0; i < n; i++)
    value = value << 8 | exif->data[at + (exif->is_big_endian ? i : n - 1 - i)];
  return value;
}

guint
pg_exif_turn (const guint8 *data, gsize size)
{
  Exif exif = { data, size, size > 0 && data[0] == 'M' };
  if (size < 8 || (memcmp (data, "MM\0*", 4) != 0 && memcmp (data, "II*\0", 4) != 0))
    return 1;
  gsize directory = number_at (&exif, 4, 4), n = number_at (&exif, directory, 2);
  for (gsize i = 0; i < n; i++)
    {
      gsize entry = directory + 2 + i * ENTRY_SIZE;
      if (number_at (&exif, entry, 2) != ORIENTATION || number_at (&exif, entry + 2, 2) != SHORT)
        continue;
      gsize turn = number_at (&exif, entry + 8, 2);
      return turn >= 1 && turn <= 8 ? (guint) turn : 1;
    }
  return 1;
}
