/* A font of the user's in memory. Enters: its bytes. Leaves: a path under which the process can open them. */
#pragma once

#include <glib.h>

/* Never changed, ref-counted. */
typedef struct
{
  char *name; /* what findings call it */
  GBytes *bytes;
  char *checksum; /* of the bytes: fonts that have the same are one */
} PgFontBytes;

PgFontBytes *pg_font_bytes_new (const char *name, GBytes *bytes);

/* Fonts, none yet, and a copy of such a list (NULL for NULL). Free with g_ptr_array_unref. */
GPtrArray *pg_font_bytes_list_new (void);
GPtrArray *pg_font_bytes_list_copy (GPtrArray *fonts);

/* The same path for the same bytes, from any thread, until the process ends: no name in any folder, and nothing is left
   of it. Lent. NULL with PROGRAMME_ERROR_FONTS if the system has no file for it. */
const char *pg_font_bytes_path (const PgFontBytes *font, GError **error);
