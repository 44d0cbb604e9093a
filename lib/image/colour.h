/* The colours of pictures. Enters: pixels as a file has them, and the file's colour profile. Leaves: the same in sRGB for
   screens, or in the inks of a press: relative to the paper, with the darkest that each has in place of the other's. */
#pragma once

#include <glib.h>

/* The inks of a press, as its profile describes them. For one thread. */
typedef struct PgInks PgInks;

/* NULL if lcms2 does not understand the profile of a press. */
PgInks *pg_inks_new (GBytes *profile);
void pg_inks_free (PgInks *inks); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgInks, pg_inks_free)

/* The channels that a file has, alpha aside. */
typedef enum
{
  PG_CHANNELS_GREY,
  PG_CHANNELS_RGB,
  PG_CHANNELS_CMYK
} PgChannels;

typedef struct PgConversion PgConversion;

/* inks: NULL for sRGB. profile: the file's own; NULL for sRGB, a grey of the same tones, or for inks that are nobody's in
   particular. These last stay as they are in the press, as do those of its own profile; grey becomes black ink. NULL if
   the profile is none of such channels. */
PgConversion *pg_conversion_new (PgChannels channels, GBytes *profile, PgInks *inks);
void pg_conversion_free (PgConversion *conversion); /* NULL is ignored */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgConversion, pg_conversion_free)

/* Whether the numbers that a file has are those of sRGB, give or take a rounding. */
gboolean pg_conversion_is_srgb (const PgConversion *conversion);

/* n pixels of four bytes in their places: grey three times or RGB, and alpha, or CMYK, where 255 is full ink. They become
   RGB, and alpha that is left alone (but 255 for what was CMYK); or CMYK. */
void pg_conversion_run (const PgConversion *conversion, guint8 *pixels, gsize n);

/* An ICC profile of what a PNG of grey or RGB says in cHRM (x and y of white, red, green, blue; times 100000) and gAMA (likewise); 0 for
   what it does not say. NULL if that is sRGB, or cannot be. */
GBytes *pg_colour_profile_of_png (PgChannels channels, const gint32 chromaticities[8], gint32 gamma);
