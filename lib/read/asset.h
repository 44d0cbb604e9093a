/* Enters: the path of an image as the event says it. Leaves: its bytes, from where the event's files are. */
#pragma once

#include <programme/files.h>

/* Reads an image; files may be NULL: then there are none. NULL with an error that names the path and says why, mostly
   PROGRAMME_ERROR_READ. */
GBytes *pg_asset_read (ProgrammeFiles *files, const char *path, GError **error);
