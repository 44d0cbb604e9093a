/* Enters: the images of an event. Leaves: them decoded, for what draws them. */
#include "image/decoded.h"

#include "base/limits.h"

struct PgDecoded
{
  PgPictures *pictures;
  GHashTable *ready; /* path → PgPicture */
  gsize n_pixels;    /* of those */
};

static void
free_picture (gpointer picture)
{
  pg_picture_free (picture);
}

PgDecoded *
pg_decoded_new (PgPictures *pictures)
{
  PgDecoded *decoded = g_new0 (PgDecoded, 1);
  decoded->pictures = pictures;
  decoded->ready = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_picture);
  return decoded;
}

void
pg_decoded_free (PgDecoded *decoded)
{
  if (decoded == NULL)
    return;
  g_hash_table_unref (decoded->ready);
  g_free (decoded);
}

PgPicture *
pg_decoded_get (PgDecoded *decoded, const char *path)
{
  PgPicture *picture = g_hash_table_lookup (decoded->ready, path);
  if (picture != NULL)
    return picture;
  GBytes *bytes = pg_pictures_get (decoded->pictures, path);
  if (decoded->n_pixels > PG_MAX_DECODED_PIXELS)
    {
      g_hash_table_remove_all (decoded->ready);
      decoded->n_pixels = 0;
    }
  picture = bytes != NULL ? pg_picture_new (bytes, NULL) : NULL;
  if (picture == NULL)
    return NULL;
  pg_picture_set_name (picture, path);
  decoded->n_pixels += pg_picture_pixels (picture);
  g_hash_table_insert (decoded->ready, g_strdup (path), picture);
  return picture;
}
