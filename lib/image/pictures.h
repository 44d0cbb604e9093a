/* The images of an event. Enters: their paths. Leaves: for each whether it can be drawn, and its bytes. */
#pragma once

#include "base/report.h"
#include "image/picture.h"

#include <programme/files.h>

/* Each image is read and decoded once, when it is first asked for, to see that it is whole. Then its pixels go, and
   the bytes of its file stay: what is drawn later is what was looked at, whatever happens to the file. So what is held
   is the images' files, as many together as the limits say, and for a while the pixels of one (image/picture.h). Any thread
   may ask; they wait for each other. */
typedef struct PgPictures PgPictures;

/* files are the event's, or NULL. */
PgPictures *pg_pictures_new (ProgrammeFiles *files);
/* Other limits than the standard ones, before any image is asked for. */
void pg_pictures_set_limits (PgPictures *pictures, const PgLimits *limits);
const PgLimits *pg_pictures_limits (const PgPictures *pictures);
void pg_pictures_free (PgPictures *pictures); /* NULL is ignored */

/* The bytes of an image's file, which decode without an error; lent while the pictures live. NULL where it is
   faulty. */
GBytes *pg_pictures_get (PgPictures *pictures, const char *path);

/* What is known of the image; NULL where it is faulty. */
const PgPictureFacts *pg_pictures_look (PgPictures *pictures, const char *path);

/* Whether the image can be drawn. If not, report (may be NULL) gets an error for the place that names it and the id
   (or NULL) of whose it is, and error (may be NULL) PROGRAMME_ERROR_INVALID, if it is the first. What is only doubtful about
   it is a warning. */
gboolean pg_pictures_check (PgPictures *pictures, const char *path, const PgPlace *place, const char *id,
                            ProgrammeReport *report, GError **error);
