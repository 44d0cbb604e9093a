/* Shaped words, kept for the next time. Private to text/. Enters: items of a galley. Leaves: their glyphs, by word. */
#pragma once

#include "text/galley.h"

/* A word, or a single space, in one font, language and direction. It does not depend on its neighbours: no script
   joins its letters over a space, and the set's fonts do not kern with it. */
typedef struct
{
  const char *text;
  guint length; /* bytes */
  const PgFont *font;
  PangoLanguage *language;
  GUnicodeScript script;
  guint8 level;
  gboolean tracked; /* without ligatures; the tracking itself is not in the widths */
  gboolean kept;    /* belongs to the cache */
  guint n_glyphs;
  PangoGlyphInfo *glyphs; /* in visual order */
  int *clusters;          /* bytes from the word's start */
} PgWord;

/* The word that is the text's first length bytes, in the item's font. Give it back with pg_word_release. */
PgWord *pg_words_get (PgFonts *fonts, const PgItem *item, const char *text, guint length);
void pg_word_release (PgWord *word);

/* Forgets all words if they have become too many. No word may be in use. */
void pg_words_trim (PgFonts *fonts);
