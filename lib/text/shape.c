/* Enters: the runs of a paragraph. Leaves: a galley: the text in its final case, shaped once, with a width for each
   character. */
#include "text/pictographs.h"
#include "text/words.h"

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
      gboolean after_white = text->len == 0 || text->str[text->len - 1] == ' ';
      g_autofree char *sifted = pg_pictographs_sift (galley, i, after_white);
      const char *own = sifted != NULL ? sifted : run->text;
      g_autofree char *capitals = run->style->caps ? to_capitals (own, run->language) : NULL;
      starts[i] = (guint) text->len;
      g_string_append (text, capitals != NULL ? capitals : own);
    }
  starts[galley->n_runs] = galley->length = (guint) text->len;
  g_string_append_len (text, "\0\u00ad\0 ", 6);
  galley->text = g_memdup2 (text->str, text->len + 1);
  g_string_free (text, TRUE);
  tame_separators (galley->text);
}

static guint
classify (gunichar c)
{
  if (pg_is_latin (c))
    return PG_TEXT_LATIN;
  if (c == PG_LINE_SEPARATOR)
    return PG_TEXT_FORCED;
  return PG_TEXT_OTHER | (pg_is_bidi (c) ? PG_TEXT_BIDI : 0u) | (pg_is_wordless (c) ? PG_TEXT_WORDLESS : 0u);
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

/* Adds tracking after each letter, which is after the marks upon it: they have no width of their own, and hang on
   where the letter ends. What is tracked runs from left to right. */
static void
track (PangoGlyphInfo *glyphs, guint n_glyphs, int tracking)
{
  int advance = 0;
  for (guint i = 0; i < n_glyphs; i++)
    {
      advance += glyphs[i].geometry.width;
      if (advance == 0 || (i + 1 < n_glyphs && glyphs[i + 1].geometry.width == 0))
        continue;
      glyphs[i].geometry.width += tracking;
      advance = 0;
    }
}

/* Puts a word's glyphs behind those that are there, and gives each cluster's width to its first character. */
static void
add_word (PgGalley *galley, const PgSpan *span, const PgShapedWord *word, guint start)
{
  guint first = galley->glyphs->len, at = start, base = galley->offsets[start];
  int shift = (int) (base - galley->offsets[span->start]);
  g_array_append_vals (galley->glyphs, word->glyphs, word->n_glyphs);
  g_array_append_vals (galley->clusters, word->clusters, word->n_glyphs);
  PangoGlyphInfo *glyphs = &g_array_index (galley->glyphs, PangoGlyphInfo, first);
  int *clusters = &g_array_index (galley->clusters, int, first);
  gboolean backwards = (span->level & 1) != 0;
  if (span->tracking != 0)
    track (glyphs, word->n_glyphs, span->tracking);
  for (guint i = 0; i < word->n_glyphs; i++)
    {
      guint glyph = backwards ? word->n_glyphs - 1 - i : i;
      guint offset = base + (guint) word->clusters[glyph];
      while (galley->offsets[at] < offset)
        at++;
      clusters[glyph] += shift;
      galley->advances[at] += glyphs[glyph].geometry.width;
      galley->cluster[at] = TRUE;
    }
}

typedef struct
{
  PgShapedWord *word;
  guint start; /* its first character */
} PlacedWord;

/* The words of an span and the spaces between them. A forced break is a space for those who read the text on. */
static GArray *
split_words (PgGalley *galley, const PgSpan *span)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (PlacedWord));
  guint start = span->start;
  for (guint at = start; at < span->end; at++)
    if (galley->chars[at] == ' ' || at + 1 == span->end || galley->chars[at + 1] == ' ')
      {
        guint offset = galley->offsets[start], length = galley->offsets[at + 1] - offset;
        gboolean is_break = galley->chars[start] == PG_LINE_SEPARATOR;
        PgShapedWord *word = is_break ? pg_words_get (galley->fonts, span, " ", 1)
                                      : pg_words_get (galley->fonts, span, galley->text + offset, length);
        PlacedWord placed = { word, start };
        g_array_append_val (words, placed);
        start = at + 1;
      }
  return words;
}

/* Glyphs are kept in visual order, so the words of an span that runs from right to left are put down last one first. */
static void
shape_span (PgGalley *galley, PgSpan *span)
{
  g_autoptr (GArray) words = split_words (galley, span);
  span->first_glyph = galley->glyphs->len;
  for (guint i = 0; i < words->len; i++)
    {
      guint index = (span->level & 1) != 0 ? words->len - 1 - i : i;
      const PlacedWord *placed = &g_array_index (words, PlacedWord, index);
      add_word (galley, span, placed->word, placed->start);
      pg_word_release (placed->word);
    }
  span->n_glyphs = galley->glyphs->len - span->first_glyph;
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
  *galley
      = (PgGalley){ .fonts = fonts, .style = style, .runs = runs, .n_runs = n_runs, .right_to_left = right_to_left };
  pg_words_trim (fonts);
  g_autofree guint *starts = g_new (guint, n_runs + 1);
  join_texts (galley, starts);
  decode (galley, starts);
  galley->advances = g_new0 (int, galley->n_chars + 1);
  galley->cluster = g_new0 (gboolean, galley->n_chars + 1);
  galley->spans = g_array_new (FALSE, FALSE, sizeof (PgSpan));
  galley->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (PangoGlyphInfo), galley->n_chars);
  galley->clusters = g_array_sized_new (FALSE, FALSE, sizeof (int), galley->n_chars);
  pg_galley_split (galley);
  for (guint i = 0; i < galley->spans->len; i++)
    shape_span (galley, &g_array_index (galley->spans, PgSpan, i));
  pg_galley_close_up (galley);
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
  g_free (galley->inside_number);
  if (galley->left_out != NULL)
    g_array_unref (galley->left_out);
  g_array_unref (galley->spans);
  g_array_unref (galley->glyphs);
  g_array_unref (galley->clusters);
}

char *
pg_character_name (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;
  char name[96] = "", shown[7] = "";
  u_charName ((UChar32) c, U_EXTENDED_CHAR_NAME, name, sizeof name, &status);
  if (g_unichar_isgraph (c))
    shown[g_unichar_to_utf8 (c, shown)] = '\0';
  return g_strdup_printf ("U+%04X %s%s%s", c, shown, *shown != '\0' ? " " : "", name);
}

/* Where Symbol and Wingdings have their signs, as word processors write them. */
static gboolean
is_word_processors (gunichar c)
{
  return c >= 0xf020 && c <= 0xf0ff;
}

/* What is to be done about a character that no font has. */
static char *
advise (PgFontSet *set, const char *family, gunichar c)
{
  gboolean is_there = family == NULL || pg_font_set_get_characters (set, family) != NULL;
  g_autofree char *package = is_there ? pg_font_set_find_missing_symbols (set) : pg_font_set_find_package (set, family);
  if (is_word_processors (c))
    return g_strdup ("a word processor put it there, perhaps for a bullet: write <list> with an <item> for each");
  if (package != NULL && (!is_there || pg_is_neutral (g_unichar_get_script (c))))
    return g_strconcat ("install the package ", package, NULL);
  return g_strdup ("write it otherwise, or add a font of your own that has it");
}

/* A script of which the set has nothing is told of once in each text. */
static gboolean
is_told (PgFonts *fonts, GUnicodeScript script, const PgRun *run, const PgPlace *place)
{
  gboolean is_known = run->origins == NULL && place != NULL;
  return !g_hash_table_add (fonts->told, g_strdup_printf ("%d %p %u:%u", script, (const void *) run->origins,
                                                          is_known ? place->line : 0, is_known ? place->column : 0));
}

static void
report_missing (const PgGalley *galley, const PgSpan *span, guint at, const PgPlace *place, ProgrammeReport *report)
{
  gunichar c = galley->chars[at];
  GUnicodeScript script = g_unichar_get_script (c);
  const PgRun *run = &galley->runs[span->run];
  PgFontSet *set = galley->fonts->set;
  const char *family = pg_font_set_family (set, run->style->family, script, run->language);
  g_autofree char *name = pg_character_name (c), *advice = advise (set, family, c);
  if (pg_font_has (span->font, c)) /* see put_boxes */
    {
      PangoFontDescription *own = pango_font_describe (span->font->font);
      pg_report_add (report, PROGRAMME_SEVERITY_ERROR, place, "missing-glyph",
                     "your font \"%s\" says that it has %s and shows nothing for it: the file is damaged; replace it",
                     pango_font_description_get_family (own), name);
      pango_font_description_free (own);
    }
  else if (family != NULL || pg_is_neutral (script))
    pg_report_add (report, PROGRAMME_SEVERITY_ERROR, place, "missing-glyph", "no font of the set has %s; %s", name,
                   advice);
  else if (report != NULL && !is_told (galley->fonts, script, run, place))
    pg_report_add (report, PROGRAMME_SEVERITY_ERROR, place, "missing-glyph",
                   "no font of the set has the script of %s; %s", name, advice);
}

/* The place of a character in the event's file; FALSE if its run does not know. Capitals may be more or fewer bytes than
   what was written, and pictographs may be left out: then it is that of the run's first character. */
static gboolean
find_place (const PgGalley *galley, guint index, guint at, PgPlace *place)
{
  const PgRun *run = &galley->runs[index];
  guint start = galley->offsets[galley->run_starts[index]], end = galley->offsets[galley->run_starts[index + 1]];
  guint within = run->style->caps || end - start != strlen (run->text) ? 0 : galley->offsets[at] - start;
  if (run->origins == NULL)
    return FALSE;
  *place = pg_origins_find (run->origins, run->offset + within);
  return TRUE;
}

/* What is wrong with the fonts that styles name. */
static void
report_fonts (PgFonts *fonts, ProgrammeReport *report)
{
  GHashTableIter iter;
  gpointer family, fault, place;
  g_hash_table_iter_init (&iter, fonts->unknown);
  while (g_hash_table_iter_next (&iter, &family, &place))
    pg_report_add (report, PROGRAMME_SEVERITY_WARNING, place, "missing-font",
                   "there is no family \"%s\", which the theme names; %s takes its place, unless you add its fonts as "
                   "your own",
                   (const char *) family, PG_GENERIC);
  g_hash_table_iter_init (&iter, fonts->wanting);
  while (g_hash_table_iter_next (&iter, &fault, &place))
    pg_report_add (report, PROGRAMME_SEVERITY_WARNING, place, "missing-style", "%s", (const char *) fault);
}

void
pg_galley_check (const PgGalley *galley, const PgPlace *place, ProgrammeReport *report)
{
  report_fonts (galley->fonts, report);
  if (report != NULL)
    pg_pictographs_note (galley, place);
  for (guint n = 0; n < galley->spans->len; n++)
    {
      const PgSpan *span = &g_array_index (galley->spans, PgSpan, n);
      for (guint i = span->first_glyph; i < span->first_glyph + span->n_glyphs; i++)
        {
          PangoGlyph glyph = g_array_index (galley->glyphs, PangoGlyphInfo, i).glyph;
          if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 || glyph == PANGO_GLYPH_EMPTY)
            continue;
          gunichar c = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
          for (guint at = span->start; at < span->end; at++)
            if (galley->chars[at] == c)
              {
                PgPlace own;
                const PgPlace *where = find_place (galley, span->run, at, &own) ? &own : place;
                report_missing (galley, span, at, where, report);
                break;
              }
        }
    }
}
