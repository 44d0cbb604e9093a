/* Enters: an item that is a drawing. Leaves: its shapes on a page. */
#pragma once

#include "layout/frame.h"

#include <cairo.h>

/* In the colour that is set. */
void pg_drawing_draw (const PgItem *item, cairo_t *cr);
