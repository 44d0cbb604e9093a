/* Enters: a language. Leaves: the file of its hyphenation patterns, if this machine has one. */
#pragma once

#include <glib.h>

/* The file of a language's hyphenation patterns, to free with g_free; NULL if there is none on this machine. */
char *pg_patterns_find (const char *language);
/* The languages that have patterns here, each once, unsorted (char *); free with g_ptr_array_unref. */
GPtrArray *pg_patterns_list (void);
