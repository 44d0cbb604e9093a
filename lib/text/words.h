/* Shaped words, kept for the next time. Private to text/. Enters: spans of a galley. Leaves: their glyphs, by word. */
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
} PgShapedWord;

/* The table that keeps them, empty. */
GHashTable *pg_words_new (void);

/* The word that is the text's first length bytes, in the span's font. Give it back with pg_word_release. */
PgShapedWord *pg_words_get (PgFonts *fonts, const PgSpan *span, const char *text, guint length);
void pg_word_release (PgShapedWord *word);

/* Forgets all words if they have become too many. No word may be in use. */
void pg_words_trim (PgFonts *fonts);
