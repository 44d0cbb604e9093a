/* Enters: the images of an event. Leaves: them decoded, for what draws them. */
#include "image/decoded.h"

#include "base/limits.h"
#include "base/units.h"
#include "image/reserved.h"

#include <math.h>

struct PgDecoded
{
  PgPictures *pictures;
  GPtrArray *reserved; /* PgReserved, or NULL */
  GHashTable *ready;   /* name → PgPicture */
  gsize n_pixels;      /* of those */
};

/* An image in a size. */
typedef struct
{
  const char *path;
  guint width, height; /* pixels that are of use, as the file has them */
  gboolean is_less;    /* than it has */
} Wanted;

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

static void
clear (PgDecoded *decoded)
{
  g_hash_table_remove_all (decoded->ready);
  decoded->n_pixels = 0;
}

void
pg_decoded_reserve (PgDecoded *decoded, GPtrArray *reserved)
{
  decoded->reserved = reserved;
  clear (decoded);
}

const PgPictureFacts *
pg_decoded_look (PgDecoded *decoded, const char *path)
{
  return pg_pictures_look (decoded->pictures, path);
}

static Wanted
wanted_for (const char *path, const PgPictureFacts *facts, PgDrawn drawn)
{
  double most = drawn.width * PG_MAX_PICTURE_DPI / PG_POINTS_PER_INCH;
  gboolean is_less = facts->has_pixels && drawn.width > 0 && facts->width > ceil (most);
  double share = is_less ? most / facts->width : 1;
  guint width = (guint) ceil (facts->width * share), height = (guint) ceil (facts->height * share);
  gboolean lies = facts->turn >= 5;
  return (Wanted){ path, lies ? height : width, lies ? width : height, is_less };
}

static PgPicture *
stand_in (PgDecoded *decoded, const Wanted *wanted, const PgPictureFacts *facts)
{
  guint number = pg_reserved_add (decoded->reserved, wanted->path, wanted->width, wanted->height);
  g_autoptr (GBytes) jpeg = pg_reserved_bytes (number);
  return pg_picture_new_stand_in (facts, jpeg);
}

static PgPicture *
make (PgDecoded *decoded, const Wanted *wanted, const PgPictureFacts *facts, PgDrawn drawn)
{
  if (decoded->reserved != NULL && facts->has_pixels && !drawn.is_shape)
    return stand_in (decoded, wanted, facts);
  GBytes *bytes = pg_pictures_get (decoded->pictures, wanted->path);
  PgPicture *picture
      = bytes != NULL ? pg_picture_new_within (bytes, pg_pictures_limits (decoded->pictures), NULL, NULL) : NULL;
  if (picture != NULL && wanted->is_less)
    pg_picture_shrink (picture, wanted->width, wanted->height);
  return picture;
}

PgPicture *
pg_decoded_get (PgDecoded *decoded, const char *path, PgDrawn drawn)
{
  const PgPictureFacts *facts = pg_decoded_look (decoded, path);
  if (facts == NULL)
    return NULL;
  Wanted wanted = wanted_for (path, facts, drawn);
  g_autofree char *name
      = wanted.is_less || drawn.is_shape
            ? g_strdup_printf ("%s %ux%u%s", path, wanted.width, wanted.height, drawn.is_shape ? " shape" : "")
            : g_strdup (path);
  PgPicture *picture = g_hash_table_lookup (decoded->ready, name);
  if (picture != NULL)
    return picture;
  if (decoded->n_pixels > PG_MAX_DECODED_PIXELS)
    clear (decoded);
  picture = make (decoded, &wanted, facts, drawn);
  if (picture == NULL)
    return NULL;
  pg_picture_set_name (picture, name);
  decoded->n_pixels += pg_picture_pixels (picture);
  g_hash_table_insert (decoded->ready, g_steal_pointer (&name), picture);
  return picture;
}
