/* Enters: a decoded image and its place. Leaves: it on a cairo_t, fitted into a box or filling it. Private to paint/. */
#pragma once

#include "image/picture.h"
#include "layout/frame.h"

void pg_image_draw (PgPicture *picture, const PgItem *item, cairo_t *cr);
