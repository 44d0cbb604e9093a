/* Enters: words. Leaves: their glyphs; each word is shaped once, however often it stands in documents. */
#include "text/words.h"

#include "font/drawing.h"
#include "text/kept.h"

#include <hb.h>
#include <string.h>

#define LONGEST_KEPT 48   /* bytes: texts without spaces, whose "words" hardly come again, are not kept */
#define MOST_WORDS 20000u /* some 10 MB */

static guint
word_hash (gconstpointer data)
{
  const PgShapedWord *word = data;
  guint hash = (guint) (GPOINTER_TO_SIZE (word->font) >> 4);
  for (guint i = 0; i < word->length; i++)
    hash = (hash ^ (guchar) word->text[i]) * 16777619u;
  return hash;
}

static gboolean
word_equal (gconstpointer a, gconstpointer b)
{
  const PgShapedWord *left = a, *right = b;
  return left->length == right->length && left->font == right->font && left->language == right->language
         && left->script == right->script && left->level == right->level && left->tracked == right->tracked
         && memcmp (left->text, right->text, left->length) == 0;
}

/* The word, its glyphs, clusters and text in one piece of memory, in the order of their alignment. */
static PgShapedWord *
new_word (const PgShapedWord *key, const PangoGlyphString *glyphs)
{
  guint n = (guint) glyphs->num_glyphs;
  gsize glyphs_size = n * sizeof (PangoGlyphInfo), clusters_size = n * sizeof (int);
  char *memory = g_malloc (sizeof (PgShapedWord) + glyphs_size + clusters_size + key->length);
  PgShapedWord *word = (PgShapedWord *) (gpointer) memory;
  *word = *key;
  word->n_glyphs = n;
  word->glyphs = (PangoGlyphInfo *) (gpointer) (memory + sizeof (PgShapedWord));
  word->clusters = (int *) (gpointer) (memory + sizeof (PgShapedWord) + glyphs_size);
  char *text = memory + sizeof (PgShapedWord) + glyphs_size + clusters_size;
  memcpy (word->glyphs, glyphs->glyphs, glyphs_size);
  memcpy (word->clusters, glyphs->log_clusters, clusters_size);
  memcpy (text, key->text, key->length);
  word->text = text;
  return word;
}

/* A damaged font may take every glyph of a word away, of which Pango warns on the standard error, and a warning ends a
   host that lets none pass. */
static gboolean
has_glyphs (const PgShapedWord *key)
{
  static const char *const names[] = { PG_FEATURES, PG_TRACKED_FEATURES };
  g_auto (GStrv) wanted = g_strsplit (names[key->tracked], ",", -1);
  hb_feature_t features[3];
  guint n = 0;
  for (; wanted[n] != NULL; n++)
    hb_feature_from_string (wanted[n], -1, &features[n]);
  hb_buffer_t *buffer = hb_buffer_create ();
  hb_buffer_add_utf8 (buffer, key->text, (int) key->length, 0, (int) key->length);
  hb_buffer_set_direction (buffer, (key->level & 1) != 0 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script (buffer, hb_script_from_iso15924_tag (g_unicode_script_to_iso15924 (key->script)));
  hb_buffer_set_language (buffer, hb_language_from_string (pango_language_to_string (key->language), -1));
  hb_buffer_set_invisible_glyph (buffer, PANGO_GLYPH_EMPTY);
  hb_shape (pango_font_get_hb_font (key->font->font), buffer, features, n);
  gboolean has_some = hb_buffer_get_length (buffer) > 0;
  hb_buffer_destroy (buffer);
  return has_some;
}

/* A box for each character, and room for a space. */
static void
put_boxes (const PgShapedWord *key, PangoGlyphString *glyphs)
{
  int n = (int) g_utf8_strlen (key->text, key->length);
  const char *at = key->text;
  pango_glyph_string_set_size (glyphs, n);
  pg_drawing_begin ();
  for (int i = 0; i < n; i++, at = g_utf8_next_char (at))
    {
      int place = (key->level & 1) != 0 ? n - 1 - i : i;
      PangoGlyph glyph = *at == ' ' ? PANGO_GLYPH_EMPTY : PANGO_GET_UNKNOWN_GLYPH (g_utf8_get_char (at));
      PangoRectangle logical = { .width = (int) (key->font->size * PANGO_SCALE / 4) };
      if (glyph != PANGO_GLYPH_EMPTY)
        pango_font_get_glyph_extents (key->font->font, glyph, NULL, &logical);
      glyphs->glyphs[place] = (PangoGlyphInfo){ .glyph = glyph, .geometry.width = logical.width };
      glyphs->log_clusters[place] = (int) (at - key->text);
    }
  pg_drawing_end ();
}

/* Pango measures a box by cairo for a character that no font has. */
static gboolean
has_boxes (const PgShapedWord *word)
{
  for (const char *at = word->text; at < word->text + word->length; at = g_utf8_next_char (at))
    if (!pg_font_has (word->font, g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static PgShapedWord *
shape_word (PgKept *kept, const PgShapedWord *key)
{
  if (key->font->is_own && !has_glyphs (key))
    {
      put_boxes (key, kept->glyphs);
      return new_word (key, kept->glyphs);
    }
  PangoItem item = { .length = (int) key->length,
                     .num_chars = (int) g_utf8_strlen (key->text, key->length),
                     .analysis = { .font = key->font->font,
                                   .level = key->level,
                                   .script = (guint8) key->script,
                                   .language = key->language,
                                   .extra_attrs = key->tracked ? kept->tracked_features : kept->features } };
  gboolean is_drawn = has_boxes (key);
  if (is_drawn)
    pg_drawing_begin ();
  pango_shape_item (&item, key->text, (int) key->length, NULL, kept->glyphs, PANGO_SHAPE_NONE);
  if (is_drawn)
    pg_drawing_end ();
  return new_word (key, kept->glyphs);
}

GHashTable *
pg_words_new (void)
{
  return g_hash_table_new_full (word_hash, word_equal, g_free, NULL);
}

PgShapedWord *
pg_words_get (PgFonts *fonts, const PgSpan *span, const char *text, guint length)
{
  PgShapedWord key = { .text = text,
                       .length = length,
                       .font = span->font,
                       .language = span->language,
                       .script = span->script,
                       .level = span->level,
                       .tracked = span->tracking != 0,
                       .kept = length <= LONGEST_KEPT };
  PgKept *kept = pg_kept (fonts);
  if (!key.kept)
    return shape_word (kept, &key);
  PgShapedWord *word = g_hash_table_lookup (kept->words, &key);
  if (word == NULL)
    {
      word = shape_word (kept, &key);
      g_hash_table_add (kept->words, word);
    }
  return word;
}

void
pg_word_release (PgShapedWord *word)
{
  if (!word->kept)
    g_free (word);
}

void
pg_words_trim (PgFonts *fonts)
{
  GHashTable *words = pg_kept (fonts)->words;
  if (g_hash_table_size (words) > MOST_WORDS)
    g_hash_table_remove_all (words);
}
