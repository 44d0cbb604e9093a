/* ICU's date patterns taken apart. Enters: how a language writes a whole date. Leaves: how it writes less of it, or a range
   of two dates. All are to be freed with g_free. */
#pragma once

#include <glib.h>

/* Without the weekday, and what stands round it: "d MMMM y" of "EEEE, d MMMM y". */
char *pg_pattern_without_weekday (const char *pattern);
/* Without the year: "d 'de' MMMM" of "d 'de' MMMM 'de' y". */
char *pg_pattern_without_year (const char *pattern);

/* The pattern of two dates that differ in the field ('d', 'M' or 'y') and in lesser ones: that of the first date and the
   dash, "|", that of the last. dash: what stands between them, or NULL for an en dash, between long dates with spaces. */
char *pg_pattern_range (const char *pattern, char field, const char *dash);

/* A pattern with each field of a letter and length replaced by another pattern. */
char *pg_pattern_replace (const char *pattern, const char *field, const char *with);
/* Whether one letter's first field stands before that of another. */
gboolean pg_pattern_is_before (const char *pattern, char first, char second);
/* Whether there is a field of a letter at least so long. */
gboolean pg_pattern_has (const char *pattern, char letter, gsize length);
