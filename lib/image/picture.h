/* Enters: an image's bytes. Leaves: it decoded, and on a cairo_t. */
#pragma once

#include "image/colour.h"

#include <cairo.h>
#include <glib.h>

typedef struct PgPicture PgPicture;

/* Decodes PNG, JPEG, GIF, WebP, TIFF or BMP, or loads an SVG. What the header says is judged before anything is
   decoded, and what is not there whole is an error of PG_IMAGE_FAULT: decoders that would forgive are not asked to.
   The error's message is what follows the path. Takes 4 bytes a pixel, and while it decodes a progressive JPEG up to 8
   more, any format but PNG and JPEG 4 more. For one thread. */
PgPicture *pg_picture_new (GBytes *bytes, GError **error);

/* The same in the inks of a press, which must live longer: a byte more for each pixel with alpha. It is not to be drawn. */
PgPicture *pg_picture_new_for_press (GBytes *bytes, PgInks *inks, GError **error);
void pg_picture_free (PgPicture *picture); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgPicture, pg_picture_free)

/* Its size upright: in pixels, or an SVG's units; above 0. */
double pg_picture_width (const PgPicture *picture);
double pg_picture_height (const PgPicture *picture);
/* The pixels that it holds in memory; 0 for an SVG. */
guint pg_picture_pixels (const PgPicture *picture);

/* What may be wrong with a picture that can be drawn, or NULL: it is what follows the path. */
const char *pg_picture_doubt (const PgPicture *picture);

/* Lets a PDF take pictures of one name for one and the same, and hold it once. */
void pg_picture_set_name (PgPicture *picture, const char *name);

/* Draws it upright with its upper left corner at cairo's origin, so wide and high. What cairo fails at is in its
   status. FALSE with an error of PG_IMAGE_FAULT where an SVG cannot be drawn: that can be found out once, on any
   surface. */
gboolean pg_picture_draw (PgPicture *picture, cairo_t *cr, double width, double height, GError **error);
