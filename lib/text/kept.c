/* Enters: a set of fonts. Leaves: what text/ keeps with it, empty at first. */
#include "text/kept.h"

#include "text/galley.h"
#include "text/words.h"

PgKept *
pg_kept (PgFonts *fonts)
{
  if (fonts->kept != NULL)
    return fonts->kept;
  PgKept *kept = g_new0 (PgKept, 1);
  kept->features = g_slist_prepend (NULL, pango_attr_font_features_new (PG_FEATURES));
  kept->tracked_features = g_slist_prepend (NULL, pango_attr_font_features_new (PG_TRACKED_FEATURES));
  kept->glyphs = pango_glyph_string_new ();
  kept->words = pg_words_new ();
  kept->hyphens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  kept->months = pg_months_new ();
  fonts->kept = kept;
  return kept;
}
