/* Colour profiles. Enters: nothing. Leaves: small ones that lcms2 can use, of a press and of other devices. */
#pragma once

#include <glib.h>

/* A press whose inks take so much of the light, such as 0.9. */
GBytes *profile_of_press (double ink);
/* A screen of more colours than sRGB, with a curve of such a power. */
GBytes *profile_of_wide_screen (double power);
GBytes *profile_of_grey (double power);
GBytes *profile_of_srgb (void);
