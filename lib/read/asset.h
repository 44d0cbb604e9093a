/* Enters: the path of an image as the event says it. Leaves: its bytes, if it lies beneath the event's folder. */
#pragma once

#include "event/event.h"

/* Reads a file below folder. Absolute paths, "..", links that lead out of the folder, what is no regular file and what
   is larger than PG_MAX_IMAGE_BYTES are refused (PROGRAMME_ERROR_READ, saying why). */
GBytes *pg_asset_read (const char *folder, const char *path, GError **error);
