/* Enters: the bytes of a colour profile. Leaves: whether it is that of a printing press, and what it calls itself. */
#pragma once

#include <glib.h>

/* The profile's own name, for g_free; NULL with PROGRAMME_ERROR_OPTION, "file: what is wrong", if it is not an ICC profile
   of an output device with the colours CMYK. */
char *pg_icc_check_press (GBytes *profile, const char *file, GError **error);
