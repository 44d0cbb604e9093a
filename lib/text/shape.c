/* Enters: the runs of a paragraph. Leaves: a galley: the text in its final case, shaped once, with a width for each
   character. */
#include "text/galley.h"

#include <math.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucasemap.h>

/* Capitals by the rules of the language: German ß becomes SS, Turkish i a dotted capital, Greek accents go. */
static char *
to_capitals (const char *text, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UCaseMap *map = ucasemap_open (language, 0, &status);
  if (U_FAILURE (status))
    return g_strdup (text);
  int32_t size = (int32_t) MIN (strlen (text) * 3 + 1, G_MAXINT32);
  g_autofree char *capitals = g_malloc ((gsize) size);
  ucasemap_utf8ToUpper (map, capitals, size, text, -1, &status);
  ucasemap_close (map);
  return g_strdup (U_FAILURE (status) ? text : capitals);
}

/* Separators of paragraphs cannot stand within one: they become spaces, and U+2029 a break of the line. */
static void
tame_separators (char *text)
{
  for (char *c = text; *c != '\0'; c++)
    if (*c == '\n' || *c == '\r' || *c == '\t' || *c == '\v' || *c == '\f')
      *c = ' ';
    else if (strncmp (c, "\u2029", 3) == 0)
      c[2] = '\xa8';
}

/* Joins the runs' texts. starts gets the byte where each run starts, and the end. */
static void
join_texts (PgGalley *galley, guint *starts)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < galley->n_runs; i++)
    {
      const PgRun *run = &galley->runs[i];
      g_autofree char *capitals = run->style->caps ? to_capitals (run->text, run->language) : NULL;
      starts[i] = (guint) text->len;
      g_string_append (text, capitals != NULL ? capitals : run->text);
    }
  starts[galley->n_runs] = galley->length = (guint) text->len;
  g_string_append_len (text, "\0\u00ad", 4);
  galley->text = g_string_free (text, FALSE);
  tame_separators (galley->text);
}

gboolean
pg_is_white (gunichar character)
{
  return character == ' ' || (character >= 0xa0 && g_unichar_isspace (character));
}

gboolean
pg_is_wordless (gunichar c)
{
  return (c >= 0x0e00 && c < 0x0f00) || (c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800)
         || (c >= 0x19e0 && c < 0x1a00) || (c >= 0xa9e0 && c < 0xaa00) || (c >= 0xaa60 && c < 0xaa80);
}

static gboolean
is_bidi (gunichar c)
{
  return (c >= 0x0590 && c < 0x0900) || c == 0x200e || c == 0x200f || (c >= 0x202a && c < 0x202f)
         || (c >= 0x2066 && c < 0x206a) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xfeff)
         || (c >= 0x10800 && c < 0x11000) || (c >= 0x1e800 && c < 0x1f000);
}

static guint
classify (gunichar c)
{
  if (PG_IS_LATIN (c))
    return PG_TEXT_LATIN;
  if (c == PG_LINE_SEPARATOR)
    return PG_TEXT_FORCED;
  return PG_TEXT_OTHER | (is_bidi (c) ? PG_TEXT_BIDI : 0u) | (pg_is_wordless (c) ? PG_TEXT_WORDLESS : 0u);
}

static void
decode (PgGalley *galley, const guint *starts)
{
  gsize room = galley->length + 1;
  galley->chars = g_new (gunichar, room);
  galley->offsets = g_new (guint, room);
  galley->run_starts = g_new (guint, galley->n_runs + 1);
  const char *text = galley->text, *end = text + galley->length;
  guint run = 0, n = 0;
  for (const char *p = text; p < end; p = g_utf8_next_char (p), n++)
    {
      guint offset = (guint) (p - text);
      while (run < galley->n_runs && starts[run] <= offset)
        galley->run_starts[run++] = n;
      galley->offsets[n] = offset;
      galley->chars[n] = g_utf8_get_char (p);
      galley->classes |= classify (galley->chars[n]);
    }
  galley->offsets[n] = galley->length;
  galley->n_chars = n;
  while (run <= galley->n_runs)
    galley->run_starts[run++] = n;
}

/* Adds tracking after each cluster; items that are tracked run from left to right. */
static void
track (PangoGlyphString *glyphs, int tracking)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (i + 1 == glyphs->num_glyphs || glyphs->log_clusters[i + 1] != glyphs->log_clusters[i])
      glyphs->glyphs[i].geometry.width += tracking;
}

/* Gives each cluster's width to its first character. */
static void
measure (PgGalley *galley, const PgItem *item, const PangoGlyphString *glyphs)
{
  guint at = item->start, base = galley->offsets[item->start];
  gboolean backwards = (item->level & 1) != 0;
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      int glyph = backwards ? glyphs->num_glyphs - 1 - i : i;
      guint offset = base + (guint) glyphs->log_clusters[glyph];
      while (at + 1 < item->end && galley->offsets[at] < offset)
        at++;
      galley->advances[at] += glyphs->glyphs[glyph].geometry.width;
      galley->cluster[at] = TRUE;
    }
}

static void
shape_item (PgGalley *galley, PgItem *item)
{
  PangoGlyphString *glyphs = galley->fonts->glyphs;
  guint start = galley->offsets[item->start];
  PangoItem pango = { .offset = (int) start,
                      .length = (int) (galley->offsets[item->end] - start),
                      .num_chars = (int) (item->end - item->start),
                      .analysis = { .font = item->font->font,
                                    .level = item->level,
                                    .script = (guint8) item->script,
                                    .language = item->language,
                                    .extra_attrs = item->tracking != 0 ? galley->fonts->untracked_features
                                                                       : galley->fonts->features } };
  pango_shape_item (&pango, galley->text, (int) galley->length, NULL, glyphs, PANGO_SHAPE_NONE);
  if (item->tracking != 0)
    track (glyphs, item->tracking);
  item->first_glyph = galley->glyphs->len;
  item->n_glyphs = (guint) glyphs->num_glyphs;
  g_array_append_vals (galley->glyphs, glyphs->glyphs, item->n_glyphs);
  g_array_append_vals (galley->clusters, glyphs->log_clusters, item->n_glyphs);
  measure (galley, item, glyphs);
}

/* Sums the advances up, with room for the boxes that runs stand in. */
static void
lay_along (PgGalley *galley)
{
  guint run = 0;
  galley->x = g_new (double, galley->n_chars + 1);
  galley->x[0] = 0;
  for (guint i = 0; i < galley->n_chars; i++)
    {
      while (galley->run_starts[run + 1] <= i)
        run++;
      double advance = galley->advances[i] / (double) PANGO_SCALE, box = galley->runs[run].style->box_x;
      if (i == galley->run_starts[run])
        advance += box;
      if (i + 1 == galley->run_starts[run + 1])
        advance += box;
      galley->x[i + 1] = galley->x[i] + advance;
    }
}

void
pg_galley_init (PgGalley *galley, PgFonts *fonts, const PgStyle *style, const PgRun *runs, guint n_runs,
                gboolean right_to_left)
{
  *galley = (PgGalley){ .fonts = fonts, .style = style, .runs = runs, .n_runs = n_runs,
                        .right_to_left = right_to_left };
  g_autofree guint *starts = g_new (guint, n_runs + 1);
  join_texts (galley, starts);
  decode (galley, starts);
  galley->advances = g_new0 (int, galley->n_chars + 1);
  galley->cluster = g_new0 (gboolean, galley->n_chars + 1);
  galley->items = g_array_new (FALSE, FALSE, sizeof (PgItem));
  galley->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (PangoGlyphInfo), galley->n_chars);
  galley->clusters = g_array_sized_new (FALSE, FALSE, sizeof (int), galley->n_chars);
  pg_galley_itemise (galley);
  for (guint i = 0; i < galley->items->len; i++)
    shape_item (galley, &g_array_index (galley->items, PgItem, i));
  lay_along (galley);
}

void
pg_galley_clear (PgGalley *galley)
{
  g_free (galley->text);
  g_free (galley->chars);
  g_free (galley->offsets);
  g_free (galley->advances);
  g_free (galley->cluster);
  g_free (galley->x);
  g_free (galley->run_starts);
  g_array_unref (galley->items);
  g_array_unref (galley->glyphs);
  g_array_unref (galley->clusters);
}

static void
report_missing (const PgGalley *galley, guint at, const PgPlace *place, ProgrammeReport *report)
{
  UErrorCode status = U_ZERO_ERROR;
  char name[96] = "", shown[7] = "";
  gunichar c = galley->chars[at];
  u_charName ((UChar32) c, U_EXTENDED_CHAR_NAME, name, sizeof name, &status);
  if (g_unichar_isgraph (c))
    shown[g_unichar_to_utf8 (c, shown)] = '\0';
  pg_report_add (report, PROGRAMME_ERROR_FINDING, place, "missing-glyph",
                 "no font of the set has U+%04X %s%s%s; write it otherwise, or install a font of the set that has it"
                 " (packages %s)",
                 c, shown, *shown != '\0' ? " " : "", name, pg_font_set_get_packages (galley->fonts->set));
}

void
pg_galley_check (const PgGalley *galley, const PgPlace *place, ProgrammeReport *report)
{
  for (guint n = 0; n < galley->items->len; n++)
    {
      const PgItem *item = &g_array_index (galley->items, PgItem, n);
      for (guint i = item->first_glyph; i < item->first_glyph + item->n_glyphs; i++)
        {
          PangoGlyph glyph = g_array_index (galley->glyphs, PangoGlyphInfo, i).glyph;
          if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 || glyph == PANGO_GLYPH_EMPTY)
            continue;
          gunichar c = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
          for (guint at = item->start; at < item->end; at++)
            if (galley->chars[at] == c)
              {
                report_missing (galley, at, place, report);
                break;
              }
        }
    }
}
