/* Reference files. Enters: a dump of pages. Leaves: whether it is that of tests/golden, numbers compared with some play,
   since another version of the fonts or of the shaper may move a letter by a hair. */
#pragma once

#include <glib.h>

/* Compares with tests/golden/NAME.dump; with UPDATE_GOLDEN=1 in the environment writes it instead. */
void golden_compare (const char *name, const char *dump);

/* NULL, or what the first line is in which they differ. For golden_compare, and its own test. */
char *golden_difference (const char *expected, const char *found);
