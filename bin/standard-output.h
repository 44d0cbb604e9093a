/* Enters: bytes. Leaves: them on standard output, or an error that says so as the command's other messages do. */
#pragma once

#include <gio/gio.h>

/* A stream that is not closed with its last reference. Its errors are of G_IO_ERROR. Free with g_object_unref. */
GOutputStream *standard_output_new (void);
