/* Enters: the font set, runs and scripts. Leaves: fonts of private font maps, each loaded once. */
#include "font/drawing.h"
#include "font/fonts-private.h"

#include <hb.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>

#define RAISED_SIZE 0.65 /* of superscripts and subscripts, of the size of the text beside them */
#define HYPHEN 0x2010

typedef struct
{
  const char *family;
  guint quarters; /* of a point: the grid that sizes stand on */
  gboolean bold, italic;
} FontKey;

typedef struct
{
  const char *generic;
  PangoLanguage *language;
  GUnicodeScript script;
  guint quarters;
  gboolean bold, italic;
} ChoiceKey;

static guint
font_key_hash (gconstpointer data)
{
  const FontKey *key = data;
  return g_str_hash (key->family) ^ (key->quarters << 3) ^ (guint) (key->bold << 1 | key->italic);
}

static gboolean
font_key_equal (gconstpointer a, gconstpointer b)
{
  const FontKey *left = a, *right = b;
  return left->quarters == right->quarters && left->bold == right->bold && left->italic == right->italic
         && g_str_equal (left->family, right->family);
}

static guint
choice_key_hash (gconstpointer data)
{
  const ChoiceKey *key = data;
  return g_str_hash (key->generic) ^ g_direct_hash (key->language) ^ ((guint) key->script << 12) ^ (key->quarters << 3)
         ^ (guint) (key->bold << 1 | key->italic);
}

static gboolean
choice_key_equal (gconstpointer a, gconstpointer b)
{
  const ChoiceKey *left = a, *right = b;
  return left->language == right->language && left->script == right->script && left->quarters == right->quarters
         && left->bold == right->bold && left->italic == right->italic && g_str_equal (left->generic, right->generic);
}

static void
choice_key_free (gpointer data)
{
  ChoiceKey *key = data;
  g_free ((char *) key->generic);
  g_free (key);
}

/* Metrics that do not depend on the device: what is measured without a surface is what stands on the page. */
static void
set_up_context (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
}

/* Of the face that comes nearest; NULL if its file cannot be opened. */
static PangoContext *
context_for (PgFonts *fonts, const char *family, gboolean bold, gboolean italic)
{
  const char *files = pg_font_set_get_files (fonts->set, family);
  FcPattern *face = pg_face_find (pg_font_set_get_config (fonts->set, files), family, bold, italic);
  PangoContext *context = NULL;
  if (face == NULL || g_hash_table_lookup_extended (fonts->contexts, face, NULL, (gpointer *) &context))
    return context;
  FcPattern *opened = pg_face_open (fonts->library, face);
  if (opened != NULL)
    {
      FcConfig *config = pg_face_config_new (NULL);
      pg_face_config_take (config, opened);
      PangoFontMap *map = pg_face_map_new (config);
      context = pango_font_map_create_context (map);
      g_object_unref (map);
      set_up_context (context);
    }
  g_hash_table_insert (fonts->contexts, face, context);
  return context;
}

PgFonts *
pg_fonts_new (PgFontSet *set, GError **error)
{
  PgFonts *fonts = g_new0 (PgFonts, 1);
  fonts->set = set;
  fonts->contexts = g_hash_table_new (NULL, NULL);
  fonts->fonts = g_hash_table_new (font_key_hash, font_key_equal);
  fonts->choices = g_hash_table_new_full (choice_key_hash, choice_key_equal, choice_key_free, NULL);
  fonts->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fonts->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fonts->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fonts->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fonts->wanting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *latin = pg_font_set_family (set, PG_GENERIC, G_UNICODE_SCRIPT_LATIN, "en");
  if (FT_Init_FreeType (&fonts->library) == 0)
    fonts->latin = context_for (fonts, latin, FALSE, FALSE);
  if (fonts->latin != NULL)
    return fonts;
  g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_FONTS, "the font %s cannot be opened", latin);
  return NULL; /* what there is of it may not be freed */
}

void
pg_fonts_forget (PgFonts *fonts)
{
  g_hash_table_remove_all (fonts->choices);
  g_hash_table_remove_all (fonts->languages);
  g_hash_table_remove_all (fonts->unknown);
  g_hash_table_remove_all (fonts->told);
  g_hash_table_remove_all (fonts->left_out);
  g_hash_table_remove_all (fonts->wanting);
}

PangoLanguage *
pg_fonts_get_language (PgFonts *fonts, const char *language)
{
  PangoLanguage *known = g_hash_table_lookup (fonts->languages, language);
  if (known == NULL)
    {
      known = pango_language_from_string (language);
      g_hash_table_insert (fonts->languages, g_strdup (language), known);
    }
  return known;
}

gboolean
pg_font_has (const PgFont *font, gunichar character)
{
  return FcCharSetHasChar (font->characters, character);
}

/* The set's fonts have all that pg_is_latin names or much less: one character of each stretch tells. */
static gboolean
was_made_for_latin (const PgFont *font)
{
  static const gunichar samples[] = { 'a',    '9',    '~',    0xa0,   0xdf,   0x11f,  0x1a1,  0x1ea5, 0x2011,
                                      0x2013, 0x2019, 0x2026, 0x202f, 0x2030, 0x203a, 0x20a9, 0x20ac };
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (!pg_font_has (font, samples[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_all_latin (const PgFont *font)
{
  for (gunichar c = 0x20; c < 0x20c0; c++)
    if (pg_is_latin (c) && !pg_font_has (font, c))
      return FALSE;
  return TRUE;
}

static void
find_hyphen (PgFont *font)
{
  hb_font_t *hb = pango_font_get_hb_font (font->font);
  hb_codepoint_t glyph;
  font->hyphen = PANGO_GLYPH_EMPTY;
  if (!hb_font_get_nominal_glyph (hb, HYPHEN, &glyph) && !hb_font_get_nominal_glyph (hb, '-', &glyph))
    return;
  PangoRectangle logical;
  pg_drawing_begin ();
  pango_font_get_glyph_extents (font->font, glyph, NULL, &logical);
  pg_drawing_end ();
  font->hyphen = glyph;
  font->hyphen_width = logical.width;
}

/* Takes what is wrong with fonts, with the first place of it. */
static void
note (GHashTable *faults, const PgPlace *place, char *fault)
{
  if (!g_hash_table_contains (faults, fault))
    g_hash_table_insert (faults, fault, g_memdup2 (place, sizeof *place));
  else
    g_free (fault);
}

/* A bold or a slope that a family has not is never forged: what comes nearest stands in, and that is told. */
static void
note_wanting (PgFonts *fonts, const FontKey *key, const PgFont *font, const PgStyle *style)
{
  if (font->stands_in)
    {
      const PgPlace nowhere = { 0 };
      note (fonts->wanting, &nowhere,
            g_strdup_printf ("a font file of the family \"%s\" cannot be opened, and %s "
                             "stands in: look whether the file is whole and readable",
                             key->family, PG_GENERIC));
      return;
    }
  const FcPattern *pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font->font));
  double weight = FC_WEIGHT_REGULAR;
  int slant = FC_SLANT_ROMAN;
  FcPatternGetDouble (pattern, FC_WEIGHT, 0, &weight);
  FcPatternGetInteger (pattern, FC_SLANT, 0, &slant);
  gboolean is_bold = weight >= FC_WEIGHT_DEMIBOLD, is_italic = slant != FC_SLANT_ROMAN;
  if (is_bold == key->bold && is_italic == key->italic)
    return;
  static const char *const faces[] = { "regular", "bold", "italic", "bold italic" };
  note (fonts->wanting, &style->font_place,
        g_strdup_printf ("the family \"%s\" has no %s, and its %s stands in: add the font "
                         "file, or let the theme name another family",
                         key->family, faces[key->bold + 2 * key->italic], faces[is_bold + 2 * is_italic]));
}

static const PgFont *
load_font (PgFonts *fonts, const FontKey *key)
{
  PgFont *font = g_hash_table_lookup (fonts->fonts, key);
  if (font != NULL)
    return font;
  PangoFontDescription *description = pango_font_description_new ();
  pango_font_description_set_family (description, key->family);
  pango_font_description_set_absolute_size (description, key->quarters * PANGO_SCALE / 4.0);
  pango_font_description_set_weight (description, key->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description, key->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);

  font = g_new0 (PgFont, 1);
  PangoContext *context = context_for (fonts, key->family, key->bold, key->italic);
  font->stands_in = context == NULL;
  font->font = pango_context_load_font (context != NULL ? context : fonts->latin, description);
  pango_font_description_free (description);
  FcCharSet *characters = NULL;
  FcPatternGetCharSet (pango_fc_font_get_pattern (PANGO_FC_FONT (font->font)), FC_CHARSET, 0, &characters);
  font->characters = characters;
  font->is_own = pg_font_set_is_own (fonts->set, key->family);
  font->has_latin = was_made_for_latin (font) && (!font->is_own || has_all_latin (font));
  font->size = key->quarters / 4.0;
  find_hyphen (font);

  FontKey *copy = g_memdup2 (key, sizeof *key);
  copy->family = g_strdup (key->family);
  g_hash_table_insert (fonts->fonts, copy, font);
  return font;
}

double
pg_run_size (const PgRun *run)
{
  gboolean raised = (run->flags & (PG_RUN_SUPERSCRIPT | PG_RUN_SUBSCRIPT)) != 0;
  return raised ? run->style->size * RAISED_SIZE : run->style->size;
}

/* Other scripts have no italic of their own; a slanted one would be a forgery. */
static gboolean
has_italic (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK || script == G_UNICODE_SCRIPT_CYRILLIC;
}

static gboolean
has_upright_letters (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (at));
      if (!pg_is_neutral (script) && !has_italic (script))
        return TRUE;
    }
  return FALSE;
}

/* Figures and Latin words would lean among letters that cannot: what is in a language without italics is upright, but for
   what the event itself marks and has no such letters. */
static gboolean
is_italic (PgFonts *fonts, const PgRun *run)
{
  gboolean is_marked = (run->flags & PG_RUN_ITALIC) != 0;
  if (!run->style->italic && !is_marked)
    return FALSE;
  int n = 0;
  const PangoScript *scripts = pango_language_get_scripts (pg_fonts_get_language (fonts, run->language), &n);
  return n == 0 || has_italic ((GUnicodeScript) scripts[0]) || (is_marked && !has_upright_letters (run->text));
}

static FontKey
run_key (PgFonts *fonts, const PgRun *run, const char *family)
{
  FontKey key = { family, MAX (1, (guint) lround (pg_run_size (run) * 4)),
                  run->style->bold || (run->flags & PG_RUN_BOLD) != 0, is_italic (fonts, run) };
  return key;
}

/* The family that is installed and comes nearest to what the style says. */
static const char *
choose_family (PgFonts *fonts, const PgRun *run, GUnicodeScript script)
{
  const char *wanted = run->style->family;
  if (!pg_font_set_is_generic (fonts->set, wanted) && pg_font_set_get_characters (fonts->set, wanted) == NULL)
    note (fonts->unknown, &run->style->font_place, g_strdup (wanted));
  const char *family = pg_font_set_family (fonts->set, wanted, script, run->language);
  if (family == NULL || pg_font_set_get_characters (fonts->set, family) == NULL)
    family = pg_font_set_family (fonts->set, wanted, G_UNICODE_SCRIPT_LATIN, run->language);
  if (pg_font_set_get_characters (fonts->set, family) == NULL)
    family = pg_font_set_family (fonts->set, PG_GENERIC, G_UNICODE_SCRIPT_LATIN, run->language);
  return family;
}

const PgFont *
pg_fonts_choose (PgFonts *fonts, const PgRun *run, GUnicodeScript script)
{
  FontKey font = run_key (fonts, run, NULL);
  font.italic = font.italic && has_italic (script);
  ChoiceKey key = { run->style->family, pg_fonts_get_language (fonts, run->language), script, font.quarters, font.bold,
                    font.italic };
  PgFont *chosen = g_hash_table_lookup (fonts->choices, &key);
  if (chosen != NULL)
    return chosen;
  font.family = choose_family (fonts, run, script);
  const PgFont *loaded = load_font (fonts, &font);
  if (loaded->stands_in || pg_font_set_is_own (fonts->set, font.family))
    note_wanting (fonts, &font, loaded, run->style);
  ChoiceKey *copy = g_memdup2 (&key, sizeof key);
  copy->generic = g_strdup (key.generic);
  g_hash_table_insert (fonts->choices, copy, (gpointer) loaded);
  return loaded;
}

const PgFont *
pg_fonts_fall_back (PgFonts *fonts, const PgRun *run, gunichar character)
{
  const char *family = pg_font_set_family_with (fonts->set, run->style->family, character, run->language);
  if (family == NULL)
    return NULL;
  FontKey key = run_key (fonts, run, family);
  key.italic = key.italic && has_italic (g_unichar_get_script (character));
  return load_font (fonts, &key);
}
