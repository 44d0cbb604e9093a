/* Enters: the path of an image as the event says it. Leaves: its bytes, if it lies beneath the event's folder. */
#pragma once

#include <glib.h>

/* Reads a file below folder, which may be NULL. Absolute paths, "..", links that lead out of the folder, what is no regular
   file and what is larger than PG_MAX_IMAGE_BYTES are refused, with an error of PG_IMAGE_FAULT that names the path. Free
   with g_bytes_unref. */
GBytes *pg_asset_read (const char *folder, const char *path, GError **error);
