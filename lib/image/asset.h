/* Enters: the path of an image as the event says it. Leaves: its bytes, from where the event's files are. */
#pragma once

#include <programme/files.h>

/* Reads a file of files, which may be NULL: then there are none. What cannot be, or has more bytes than most, is refused with an error of
   PG_IMAGE_FAULT that names the path. Free with g_bytes_unref. */
GBytes *pg_asset_read (ProgrammeFiles *files, const char *path, gsize most, GError **error);
