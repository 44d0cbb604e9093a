/* What is dear to make twice and depends on no document. Private to text/. Enters: a set of fonts. Leaves: what was
   made with it before: shaped words, break iterators, dictionaries. */
#pragma once

#include "font/fonts-private.h"

#include <hyphen.h>
#include <unicode/ubrk.h>

/* What every span is shaped with, tabular figures; and without ligatures for letter-spaced text. */
#define PG_FEATURES "tnum=1"
#define PG_TRACKED_FEATURES PG_FEATURES ",liga=0,clig=0"

/* Of one set of fonts, and like that of one document at a time; it lives as long as the process. */
typedef struct PgKept
{
  GSList *features;                               /* PG_FEATURES for Pango */
  GSList *tracked_features;                       /* PG_TRACKED_FEATURES */
  PangoGlyphString *glyphs;                       /* to shape into */
  GHashTable *words;                              /* words.c's */
  GHashTable *hyphens;                            /* language → HyphenDict, which all sets share, or NULL */
  GHashTable *months;                             /* months.c's: language → set of names */
  UBreakIterator *dictionary, *phrases, *chinese; /* made by marks.c when first needed */
} PgKept;

PgKept *pg_kept (PgFonts *fonts);
