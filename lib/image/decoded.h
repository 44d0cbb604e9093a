/* Enters: the images of an event. Leaves: them decoded, for what draws them. */
#pragma once

#include "image/picture.h"
#include "image/pictures.h"

/* Decodes images as they are drawn, and keeps those that are small enough ready, PG_MAX_DECODED_PIXELS together, so
   that what stands on each page is decoded once. cairo copies the pixels of what it draws into a PDF, until the page
   is done. For one thread. */
typedef struct PgDecoded PgDecoded;

PgDecoded *pg_decoded_new (PgPictures *pictures); /* which must live longer */
void pg_decoded_free (PgDecoded *decoded);        /* NULL is ignored */

/* Lent until the next is asked for. NULL only for an image that pg_pictures_check() refuses. */
PgPicture *pg_decoded_get (PgDecoded *decoded, const char *path);
