/* Enters: names and sizes of pictures. Leaves: what stands for each on cairo's pages, and the same found again. */
#include "image/reserved.h"

#include <stdlib.h>
#include <string.h>

/* A JPEG's beginning, a comment of so many bytes, which ends in the number, and the size of 1 x 1 pixel of three colours. */
#define DIGITS 8
#define START "\xff\xd8\xff\xfe\0\x1cprogramme reserved"
#define END "\xff\xc0\0\x11\x08\0\1\0\1\3\1\x11\0\2\x11\0\3\x11\0\xff\xd9"
#define SIZE (sizeof START - 1 + DIGITS + sizeof END - 1)

static void
free_reserved (gpointer data)
{
  PgReserved *reserved = data;
  g_free (reserved->path);
  g_free (reserved);
}

GPtrArray *
pg_reserved_new (void)
{
  return g_ptr_array_new_with_free_func (free_reserved);
}

guint
pg_reserved_add (GPtrArray *reserved, const char *path, guint width, guint height)
{
  for (guint i = 0; i < reserved->len; i++)
    {
      const PgReserved *other = g_ptr_array_index (reserved, i);
      if (other->width == width && other->height == height && strcmp (other->path, path) == 0)
        return i;
    }
  PgReserved *fresh = g_new0 (PgReserved, 1);
  fresh->path = g_strdup (path);
  fresh->width = width;
  fresh->height = height;
  g_ptr_array_add (reserved, fresh);
  return reserved->len - 1;
}

GBytes *
pg_reserved_bytes (guint number)
{
  g_autofree char *digits = g_strdup_printf ("%0*u", DIGITS, number % 100000000u);
  GByteArray *bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *) START, sizeof START - 1);
  g_byte_array_append (bytes, (const guint8 *) digits, DIGITS);
  g_byte_array_append (bytes, (const guint8 *) END, sizeof END - 1);
  return g_byte_array_free_to_bytes (bytes);
}

const PgReserved *
pg_reserved_find (const GPtrArray *reserved, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  if (size != SIZE || memcmp (data, START, sizeof START - 1) != 0)
    return NULL;
  g_autofree char *digits = g_strndup (data + sizeof START - 1, DIGITS);
  guint64 number = g_ascii_strtoull (digits, NULL, 10);
  return number < reserved->len ? g_ptr_array_index (reserved, number) : NULL;
}
