/* Identifiers that follow from names. Enters: a name. Leaves: a UUID of version 5, the same for the same name. */
#pragma once

#include <glib.h>

/* In the space of names that are URLs (RFC 4122, appendix C); free with g_free. */
char *pg_uuid_of (const char *name);
