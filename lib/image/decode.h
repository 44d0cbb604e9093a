/* What the decoders share. Enters: an image's bytes. Leaves: a picture's pixels. Private to image/. */
#pragma once

#include "image/colour.h"
#include "image/fault.h"
#include "image/picture.h"

#include <librsvg/rsvg.h>

struct PgPicture
{
  const PgLimits *limits;   /* of one that is decoded */
  RsvgHandle *svg;          /* or NULL */
  gboolean has_no_size;     /* of its own: it is what is drawn */
  RsvgRectangle drawn;      /* then, where that is */
  gboolean may_have_text;   /* it says the word, at least */
  cairo_surface_t *surface; /* or NULL; the pixels as the file has them, not turned yet */
  double width, height;     /* as the file has them */
  PgInks *inks;             /* of the press that it is for; NULL: the screen */
  guint8 *alpha;            /* or NULL; a byte a pixel, for the press, whose inks fill the surface */
  gboolean is_in_inks;      /* these rows have been converted */
  PgConversion *conversion; /* of its rows; NULL for an SVG */
  GError *doubt;            /* or NULL */
  double effects;           /* of an SVG: how often all pixels are gone over for filters and masks */
  guint turn;               /* 1 to 8, as Exif numbers orientations: how the pixels stand; 0 or 1: upright */
};

/* Judges the width and height that a header says, and keeps them. */
gboolean pg_picture_set_size (PgPicture *picture, gsize width, gsize height, GError **error);
/* Judges the memory that so many bytes a pixel take; advice is how it can be saved so that it takes less. */
gboolean pg_picture_check_memory (const PgPicture *picture, double bytes, const char *advice, GError **error);
/* The surface for them. cairo's own row length is a pixel's 4 bytes times the width. */
gboolean pg_picture_make_surface (PgPicture *picture, gboolean has_alpha, GError **error);
/* The same with a surface of the caller's, which it takes, and whose pixels need not be ready. */
gboolean pg_picture_take_surface (PgPicture *picture, cairo_surface_t *surface, gboolean has_alpha, GError **error);
/* A PDF takes these bytes of a JPEG as they are, which is smaller and without loss, in place of the surface's pixels. */
void pg_picture_keep_jpeg (PgPicture *picture, GBytes *bytes);
/* Its pixels as a JPEG; NULL if there is no memory. */
GBytes *pg_picture_encode (PgPicture *picture);
/* What the colours of its rows are. profile may be NULL; one that is no good is doubted and left aside. Gives whether they
   are sRGB as they are. */
gboolean pg_picture_set_colours (PgPicture *picture, PgChannels channels, GBytes *profile);
void pg_picture_doubt_profile (PgPicture *picture);
/* A row for a decoder to fill: 4 bytes a pixel, red, green, blue (or grey three times) and alpha, or CMYK, 255 for full
   ink. */
guint8 *pg_picture_row (PgPicture *picture, gsize y);
/* The row has been filled, and changes to what is drawn; for the press it stays as it is until the inks are wanted. */
void pg_picture_finish_row (PgPicture *picture, gsize y);
/* One of cairo's pixels, with alpha multiplied in. */
guint32 pg_picture_pixel (guint red, guint green, guint blue, guint alpha);

/* "is damaged: why: export or copy it again" */
void pg_refuse_damaged (GError **error, const char *why);

/* Each fills the picture. */
gboolean pg_decode_png (PgPicture *picture, GBytes *bytes, GError **error);
gboolean pg_decode_jpeg (PgPicture *picture, GBytes *bytes, GError **error);
gboolean pg_decode_gif (PgPicture *picture, GBytes *bytes, GError **error);
/* By gdk-pixbuf; format is its own name for it. */
gboolean pg_decode_other (PgPicture *picture, const char *format, GBytes *bytes, GError **error);
/* FALSE where a TIFF's directory leads to what is not in the file. */
gboolean pg_tiff_look (GBytes *bytes, gboolean *is_in_inks);
gboolean pg_load_svg (PgPicture *picture, GBytes *bytes, GError **error);

/* The orientation, 1 to 8, that Exif data says, from its byte order mark on; 1 if it says none. */
guint pg_exif_turn (const guint8 *data, gsize size);
