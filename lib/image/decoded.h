/* Enters: the images of an event. Leaves: them decoded, for what draws them. */
#pragma once

#include "image/picture.h"
#include "image/pictures.h"

/* Decodes images as they are drawn, and keeps those that are small enough ready, PG_MAX_DECODED_PIXELS together, so
   that what stands on each page is decoded once. cairo copies the pixels of what it draws into a PDF, until the page
   is done. For one thread. */
typedef struct PgDecoded PgDecoded;

/* What a picture is drawn for. */
typedef struct
{
  double width, height; /* in points; 0 on a surface that has pixels of its own */
  gboolean is_shape;    /* its alpha alone is of use */
} PgDrawn;

PgDecoded *pg_decoded_new (PgPictures *pictures); /* which must live longer */
void pg_decoded_free (PgDecoded *decoded);        /* NULL is ignored */

/* From now on what has pixels is not decoded: something stands for it, and it is added to reserved (image/reserved.h). NULL:
   no longer. */
void pg_decoded_reserve (PgDecoded *decoded, GPtrArray *reserved);

/* NULL only for an image that pg_pictures_check() refuses; so is the next. */
const PgPictureFacts *pg_decoded_look (PgDecoded *decoded, const char *path);

/* Lent until the next is asked for. Of pixels that are too many for the size, so many are left as are of use. */
PgPicture *pg_decoded_get (PgDecoded *decoded, const char *path, PgDrawn drawn);
