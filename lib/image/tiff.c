/* Enters: the bytes of a TIFF, or Exif data, which cameras write and which are one. Leaves: what gdk-pixbuf does not say of its
   first picture: whether all that its directory leads to is there, since libtiff goes on without what is not, in other
   colours; whether it is in inks; and of Exif, how the picture stands. */
#include "image/decode.h"

#include <string.h>

#define ENTRY 12    /* bytes in a directory */
#define SEPARATED 5 /* colours that are inks */

typedef struct
{
  const guint8 *data;
  gsize size;
  gboolean is_big_endian;
} Tiff;

/* A number of 2 or 4 bytes; 0 where the file ends before. */
static gsize
number_at (const Tiff *tiff, gsize at, gsize length)
{
  gsize number = 0;
  if (at > tiff->size || tiff->size - at < length)
    return 0;
  for (gsize i = 0; i < length; i++)
    number |= (gsize) tiff->data[at + i] << 8 * (tiff->is_big_endian ? length - 1 - i : i);
  return number;
}

typedef struct
{
  gsize n, length, at; /* how many values, of how many bytes each, and where they are */
} Values;

static Values
values_at (const Tiff *tiff, gsize entry)
{
  static const gsize lengths[] = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8 }; /* by type */
  gsize type = number_at (tiff, entry + 2, 2);
  Values values = { number_at (tiff, entry + 4, 4), type < G_N_ELEMENTS (lengths) ? lengths[type] : 0, entry + 8 };
  if (values.n * values.length > 4)
    values.at = number_at (tiff, entry + 8, 4);
  return values;
}

static gboolean
is_within (const Tiff *tiff, gsize at, gsize length)
{
  return at <= tiff->size && length <= tiff->size - at;
}

/* Where strips or tiles are, and how long each is. */
static gboolean
are_pieces_within (const Tiff *tiff, Values places, Values lengths)
{
  for (gsize i = 0; i < MIN (places.n, lengths.n); i++)
    if (!is_within (tiff, number_at (tiff, places.at + i * places.length, places.length),
                    number_at (tiff, lengths.at + i * lengths.length, lengths.length)))
      return FALSE;
  return TRUE;
}

gboolean
pg_tiff_look (GBytes *bytes, gboolean *is_in_inks)
{
  enum
  {
    COLOURS = 262,
    STRIP_PLACES = 273,
    STRIP_LENGTHS = 279,
    TILE_PLACES = 324,
    TILE_LENGTHS = 325
  };
  Tiff tiff;
  tiff.data = g_bytes_get_data (bytes, &tiff.size);
  tiff.is_big_endian = tiff.size > 0 && tiff.data[0] == 'M';
  gsize directory = number_at (&tiff, 4, 4), n = number_at (&tiff, directory, 2);
  Values places = { 0 }, lengths = { 0 };
  *is_in_inks = FALSE;
  if (!is_within (&tiff, directory, 2 + n * ENTRY))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      gsize entry = directory + 2 + i * ENTRY, tag = number_at (&tiff, entry, 2);
      Values values = values_at (&tiff, entry);
      if (values.n > tiff.size || !is_within (&tiff, values.at, values.n * values.length))
        return FALSE;
      if (tag == COLOURS)
        *is_in_inks = number_at (&tiff, values.at, values.length) == SEPARATED;
      if (tag == STRIP_PLACES || tag == TILE_PLACES)
        places = values;
      else if (tag == STRIP_LENGTHS || tag == TILE_LENGTHS)
        lengths = values;
    }
  return are_pieces_within (&tiff, places, lengths);
}

guint
pg_exif_turn (const guint8 *data, gsize size)
{
  enum
  {
    ORIENTATION = 274,
    SHORT = 3
  };
  Tiff exif = { data, size, size > 0 && data[0] == 'M' };
  if (size < 8 || (memcmp (data, "MM\0*", 4) != 0 && memcmp (data, "II*\0", 4) != 0))
    return 1;
  gsize directory = number_at (&exif, 4, 4), n = number_at (&exif, directory, 2);
  for (gsize i = 0; i < n; i++)
    {
      gsize entry = directory + 2 + i * ENTRY;
      if (number_at (&exif, entry, 2) != ORIENTATION || number_at (&exif, entry + 2, 2) != SHORT)
        continue;
      gsize turn = number_at (&exif, entry + 8, 2);
      return turn >= 1 && turn <= 8 ? (guint) turn : 1;
    }
  return 1;
}
