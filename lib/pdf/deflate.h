/* Enters: bytes. Leaves: them as PDF's filter FlateDecode takes them (ISO 32000-1, 7.4.4). */
#pragma once

#include <glib.h>

/* Free with g_byte_array_unref. */
GByteArray *pg_deflate (const void *data, gsize length);
