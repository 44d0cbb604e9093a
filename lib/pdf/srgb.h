/* Enters: nothing. Leaves: the colour profile of what the pages' colours are. */
#pragma once

#include <glib.h>

/* sRGB (IEC 61966-2-1) as an ICC profile of version 2; free with g_byte_array_unref. */
GByteArray *pg_srgb_profile (void);
