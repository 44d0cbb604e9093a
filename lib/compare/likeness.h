/* How like two texts are. Enters: two strings. Leaves: a share from 0 (nothing in common) to 1 (the same). */
#pragma once

#include <glib.h>

/* Of a text: its groups of three letters, without regard to case; free with g_array_unref. string may be NULL. */
GArray *pg_trigrams_new (const char *string);
/* How many of them two texts share, as a share of those of both. */
double pg_trigrams_likeness (const GArray *a, const GArray *b);
