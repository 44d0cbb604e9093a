/* Enters: UTF-8 and ICU's UTF-16. Leaves: the other of the two. */
#pragma once

#include <glib.h>
#include <unicode/utypes.h>

/* Both end with a NUL; free with g_free. A length of -1 means up to the NUL. */
UChar *pg_icu_from_utf8 (const char *text);
char *pg_icu_to_utf8 (const UChar *text, int32_t length);
