/* Enters: an image and its place. Leaves: it on a cairo_t, fitted into a box or filling it. Private to paint/. */
#pragma once

#include "image/decoded.h"
#include "layout/frame.h"

void pg_image_draw (PgDecoded *decoded, const PgItem *item, cairo_t *cr);

/* How large a picture is drawn, of which a part may be cut off. */
PgDrawn pg_image_drawn (const PgPictureFacts *facts, const PgItem *item);
