/* Enters: an image. Leaves: it decoded and drawn. */
#include "fuzz.h"
#include "image/picture.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = fuzz_bytes (data, size);
  g_autoptr (PgPicture) picture = pg_picture_new (bytes, NULL);
  if (picture == NULL)
    return 0;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 64, 64);
  cairo_t *cr = cairo_create (surface);
  pg_picture_draw (picture, cr, 64, 64, NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
