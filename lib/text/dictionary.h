/* Private to text/. Enters: a file of hyphenation patterns. Leaves: libhyphen's dictionary of it. */
#pragma once

#include <hyphen.h>

/* The same as hnj_hyphen_load(), but German's in 0.1 s and not in 3: libhyphen looks every part of every pattern up in a table
   that is too small for 280,000 of them. NULL where the file cannot be read. It may not be freed. */
HyphenDict *pg_dictionary_load (const char *path);
