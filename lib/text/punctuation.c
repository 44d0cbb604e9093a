/* Enters: a shaped galley. Leaves: full-width punctuation closed up: of two signs in a row the white between them goes, and what
   is white at the edge of a line can be told. Fonts have features for that ("chws", "halt"), but not all fonts of the set
   have them, and none knows where lines end. */
#include "text/galley.h"

#include <string.h>

#define FULL 0.98 /* em: as wide as a square is */

typedef enum
{
  OTHER,
  OPENS,  /* white before it */
  CLOSES, /* white behind it */
  CENTRED
} Kind;

/* Chinese in traditional characters has its commas and stops in the middle of the square. */
static Kind
kind_of (gunichar c, PangoLanguage *language)
{
  static const gunichar opening[] = { 0x2018, 0x201c, 0x3008, 0x300a, 0x300c, 0x300e, 0x3010, 0x3014,
                                      0x3016, 0x3018, 0x301a, 0x301d, 0xff08, 0xff3b, 0xff5b, 0xff5f };
  static const gunichar stops[] = { 0x3001, 0x3002, 0xff0c, 0xff0e };
  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    if (c == opening[i])
      return OPENS;
    else if (c == opening[i] + 1 || (c == 0xff3d && opening[i] == 0xff3b) || (c == 0xff5d && opening[i] == 0xff5b))
      return CLOSES;
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (c == stops[i])
      return strncmp (pango_language_to_string (language), "zh-t", 4) == 0
                     || strstr (pango_language_to_string (language), "hant") != NULL
                 ? CENTRED
                 : CLOSES;
  return c == 0x30fb || c == 0x301f ? CENTRED : OTHER;
}

/* The kind of a character that fills its square; OTHER for those that do not. */
static Kind
kind_at (const PgGalley *galley, guint at, guint *hint)
{
  if (at >= galley->n_chars
      || !(pg_is_cjk_punctuation (galley->chars[at]) || pg_is_shared_punctuation (galley->chars[at])
           || galley->chars[at] == 0x30fb))
    return OTHER;
  const PgSpan *span = pg_galley_span_at (galley, at, hint);
  gboolean is_full = galley->advances[at] >= FULL * span->font->size * PANGO_SCALE;
  return is_full && (span->level & 1) == 0 ? kind_of (galley->chars[at], span->language) : OTHER;
}

static int
half_of (const PgGalley *galley, guint at, guint *hint)
{
  return (int) (pg_galley_span_at (galley, at, hint)->font->size * PANGO_SCALE / 2);
}

/* Takes the white half of a character's square: that before it, or behind. */
static void
close_up (PgGalley *galley, guint at, gboolean before, guint *hint)
{
  const PgSpan *span = pg_galley_span_at (galley, at, hint);
  int half = half_of (galley, at, hint), cluster = (int) (galley->offsets[at] - galley->offsets[span->start]);
  for (guint i = span->first_glyph; i < span->first_glyph + span->n_glyphs; i++)
    if (g_array_index (galley->clusters, int, i) == cluster)
      {
        PangoGlyphGeometry *geometry = &g_array_index (galley->glyphs, PangoGlyphInfo, i).geometry;
        geometry->width -= half;
        geometry->x_offset -= before ? half : 0;
        galley->advances[at] -= half;
        return;
      }
}

void
pg_galley_close_up (PgGalley *galley)
{
  guint hint = 0;
  if ((galley->classes & PG_TEXT_OTHER) == 0 || galley->n_chars == 0)
    return;
  Kind left = kind_at (galley, 0, &hint);
  for (guint at = 0; at + 1 < galley->n_chars; at++)
    {
      Kind right = kind_at (galley, at + 1, &hint);
      if (left == CLOSES && right != OTHER)
        close_up (galley, at, FALSE, &hint);
      else if ((left == OPENS || left == CENTRED) && right == OPENS)
        close_up (galley, at + 1, TRUE, &hint);
      left = right;
    }
}

int
pg_galley_white_before (const PgGalley *galley, guint at, guint *hint)
{
  return kind_at (galley, at, hint) == OPENS ? half_of (galley, at, hint) : 0;
}

int
pg_galley_white_behind (const PgGalley *galley, guint at, guint *hint)
{
  return kind_at (galley, at, hint) == CLOSES ? half_of (galley, at, hint) : 0;
}
