/* Enters: a path. Leaves: all bytes of the file, or why it cannot be read. */
#pragma once

#include <glib.h>

/* Reads a file of at most limit bytes, pipes and devices too, and ends it with a NUL that length does not count. *data is
   to be freed with g_free. FALSE with PROGRAMME_ERROR_READ, "path: cannot be read: why", which advises to raise the limit by
   the option, if it is not NULL. length may be NULL. */
gboolean pg_file_read (const char *path, gsize limit, const char *option, char **data, gsize *length, GError **error);
