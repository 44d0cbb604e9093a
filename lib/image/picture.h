/* Enters: an image's bytes. Leaves: it decoded, and on a cairo_t. */
#pragma once

#include "base/limits.h"
#include "image/colour.h"

#include <cairo.h>
#include <glib.h>

typedef struct PgPicture PgPicture;

/* Decodes PNG, JPEG, GIF, WebP, TIFF or BMP, or loads an SVG. What the header says is judged before anything is
   decoded, and what is not there whole is an error of PG_IMAGE_FAULT: decoders that would forgive are not asked to.
   The error's message is what follows the path. Takes 4 bytes a pixel; a progressive JPEG up to 8 before them, BMP
   and WebP 5 more, and so they may have fewer pixels: PG_PICTURE_BYTES. For one thread. */
PgPicture *pg_picture_new (GBytes *bytes, GError **error);

/* The same within other limits than the standard ones, which must live longer, and, where inks are not NULL, in the inks
   of a press, which must live longer too: a byte more for each pixel with alpha. That is not to be drawn. */
PgPicture *pg_picture_new_within (GBytes *bytes, const PgLimits *limits, PgInks *inks, GError **error);
void pg_picture_free (PgPicture *picture); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgPicture, pg_picture_free)

/* What is known of a picture without its pixels. */
typedef struct
{
  gboolean has_pixels;  /* it is no SVG */
  double width, height; /* upright: in pixels, or an SVG's units; above 0 */
  guint turn;           /* how the file has it, 1 to 8, as Exif numbers orientations: from 5 on it lies on its side */
  double effects;       /* of an SVG: how often all pixels are gone over for filters and masks */
  gboolean is_opaque;   /* it has pixels, and each covers what is behind it, so that its shape is its box */
} PgPictureFacts;

PgPictureFacts pg_picture_facts (const PgPicture *picture);

/* How many pixels to the inch effects have where they are drawn on what has none itself, so many points wide and high: 450,
   or fewer where that would take long. */
double pg_picture_effects_dpi (const PgPictureFacts *facts, double width, double height);

/* A picture of which nothing is there but what is known of it, and bytes that a PDF takes for those of a JPEG. */
PgPicture *pg_picture_new_stand_in (const PgPictureFacts *facts, GBytes *jpeg);

/* Leaves so many pixels of it, as the file has them, each the mean of those that it stands for. Its size stays what it was,
   and a JPEG remains one, for a PDF. FALSE if there is no memory. */
gboolean pg_picture_shrink (PgPicture *picture, guint width, guint height);

/* The pixels of a picture for the press, as the file has them, 4 bytes each: cyan, magenta, yellow, black, 255 for full
   ink; they are converted when they are first asked for, as many as are left. alpha: a byte each, or NULL. */
const guint8 *pg_picture_inks (PgPicture *picture, const guint8 **alpha, guint *width, guint *height);

/* Its size upright: in pixels, or an SVG's units; above 0. */
double pg_picture_width (const PgPicture *picture);
double pg_picture_height (const PgPicture *picture);
/* The pixels that it holds in memory; 0 for an SVG. */
guint pg_picture_pixels (const PgPicture *picture);

/* What may be wrong with a picture that can be drawn, an error of PG_IMAGE_FAULT, or NULL. */
const GError *pg_picture_doubt (const PgPicture *picture);

/* Lets a PDF take pictures of one name for one and the same, and hold it once. */
void pg_picture_set_name (PgPicture *picture, const char *name);

/* Draws it upright with its upper left corner at cairo's origin, so wide and high. What cairo fails at is in its
   status. FALSE with an error of PG_IMAGE_FAULT where an SVG cannot be drawn: that can be found out once, on any
   surface. */
gboolean pg_picture_draw (PgPicture *picture, cairo_t *cr, double width, double height, GError **error);
