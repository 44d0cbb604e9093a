/* ICU's date formats. Enters: a language, a calendar, a pattern. Leaves: a moment in words, with figures 0 to 9. */
#pragma once

#include <glib.h>

/* The tag by which ICU has a language as the library means it: "pt" is that of Portugal, "en" that of Britain. */
const char *pg_icu_tag (const char *language);

/* A moment (milliseconds since 1970) by a pattern, in a zone; NULL if ICU cannot. calendar: as <programme calendar="…">
   names it. Free with g_free. */
char *pg_icu_format (const char *language, const char *calendar, const char *pattern, const char *zone, double moment);
/* Unicode CLDR's pattern for what a skeleton such as "yMMMMd" names. Free with g_free. */
char *pg_icu_pattern (const char *language, const char *skeleton);
