/* Enters: an image's bytes. Leaves: it on a cairo_t, fitted into a box. Private to paint/. */
#pragma once

#include "layout/frame.h"

#include <cairo.h>

typedef struct PgPicture PgPicture;

/* SVG by librsvg (nothing outside the file is loaded), PNG, JPEG and whatever else gdk-pixbuf reads. */
PgPicture *pg_picture_new (GBytes *bytes, const char *path, GError **error);
void pg_picture_free (PgPicture *picture);

gboolean pg_picture_draw (PgPicture *picture, const PgItem *item, cairo_t *cr, GError **error);
