/* What is dear to make twice and depends on no document. Private to text/. Enters: a set of fonts. Leaves: what was
   made with it before: shaped words, break iterators, dictionaries. */
#pragma once

#include "font/fonts-private.h"

#include <hyphen.h>
#include <unicode/ubrk.h>

/* Of one set of fonts, and like that of one document at a time; it lives as long as the process. */
typedef struct PgKept
{
  GSList *features;                               /* what every span is shaped with: tabular figures */
  GSList *tracked_features;                       /* the same without ligatures, for letter-spaced text */
  PangoGlyphString *glyphs;                       /* to shape into */
  GHashTable *words;                              /* words.c's */
  GHashTable *hyphens;                            /* language → HyphenDict, which all sets share, or NULL */
  UBreakIterator *dictionary, *phrases, *chinese; /* made by marks.c when first needed */
} PgKept;

PgKept *pg_kept (PgFonts *fonts);
