/* Enters: a PDF with places that are kept for pictures. Leaves: all pictures in it in the inks of the press. */
#pragma once

#include "base/sink.h"
#include "image/pictures.h"
#include "pdf/qpdf.h"

/* The pictures and codes that are still to be put into a PDF. */
typedef struct
{
  const GPtrArray *reserved; /* image/reserved.h */
  const GPtrArray *codes;    /* PgCode, by the numbers of their marks */
  PgPictures *pictures;
  PgInks *inks; /* NULL where there are no pictures */
} PgPressPictures;

/* Puts each into its place, and converts others that drawing made. Black and grey are in black ink alone. Writes nothing;
   the sink's watch is led through the part from 0 to share. FALSE: the sink has failed, and the rest was left. */
gboolean pg_press_images (qpdf_data qpdf, const PgPressPictures *pictures, double share, PgSink *sink);
