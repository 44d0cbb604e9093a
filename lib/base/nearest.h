/* Enters: a word that is not known, and those that are. Leaves: the one that was probably meant. */
#pragma once

/* The word of candidates (NULL-terminated) nearest to word by edit distance, or NULL if none is near. */
const char *pg_nearest_word (const char *word, const char *const *candidates);
