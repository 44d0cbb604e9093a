/* Enters: the names of countries in a language of each script of the font set, in all styles of all themes. Leaves: TAP: whether the
   letters of a line, with the marks above and below them, touch those of the next. */
#include "journey.h"
#include "say/say.h"
#include "say/voice.h"
#include "sheet.h"

#include <pango/pangocairo.h>
#include <string.h>
#include <unicode/uloc.h>

#define WIDTH 16  /* em, of lines */
#define WORDS 80  /* of a text */
#define EM 48.0   /* pixels to draw an em with */
#define AROUND 3  /* em, around a line */
#define IS_INK 64 /* of 255 */

/* A language of each script, with its words where ICU has no countries in it. */
static const struct
{
  const char *language, *words;
} languages[] = {
  { "en", NULL },
  { "en-GB", "lightship highlight hedgehog dodging budgetary thoughtfully (ploughing) ledger buildings jellyfish "
             "highly typography" },
  { "de", NULL },
  { "cs", NULL },
  { "vi", NULL },
  { "el", NULL },
  { "ru", NULL },
  { "ko", NULL },
  { "ja", NULL },
  { "zh-Hans", NULL },
  { "zh-Hant", NULL },
  { "th", NULL },
  { "lo", NULL },
  { "km", NULL },
  { "my", NULL },
  { "ar", NULL },
  { "fa", NULL },
  { "ur", NULL },
  { "ur-PK", "بین الاقوامی کمیٹیوں تنظیموں منصوبہ بندی سیکیورٹی ٹیکنیکی تجزیہ پیچیدگیوں حقیقتیں کیفیت مستحقین تعلیمی "
             "نشستیں پیشکش "
             "شہنشاہیت بیٹھیں گے سنجیدگی تحقیقاتی چیئرپرسن پاکستان حیثیتیں لیے نہیں محکمے بجٹ آڈیٹر تیسری تقسیم" },
  { "he", NULL },
  { "hi", NULL },
  { "mr", NULL },
  { "ne", NULL },
  { "bn", NULL },
  { "as", NULL },
  { "pa", NULL },
  { "gu", NULL },
  { "or", NULL },
  { "ta", NULL },
  { "te", NULL },
  { "kn", NULL },
  { "ml", NULL },
  { "si", NULL },
  { "hy", NULL },
  { "ka", NULL },
  { "am", NULL },
  { "ti", NULL },
  { "mn-Mong", "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ ᠬᠦᠮᠦᠨ ᠪᠦᠷ ᠲᠥᠷᠥᠵᠦ ᠮᠡᠨᠳᠡᠯᠡᠬᠦ ᠡᠷᠬᠡ ᠴᠢᠯᠥᠭᠡ ᠲᠡᠢ ᠠᠳᠠᠯᠢᠬᠠᠨ ᠨᠡᠷ᠎ᠡ ᠲᠥᠷᠥ ᠪᠠᠢᠳᠠᠭ" },
  { "bo",
    "རྒྱ་ནག་ རྒྱ་གར་ བལ་ཡུལ་ འབྲུག་ཡུལ་ བསྒྲུབས་པ་ འཇིག་རྟེན་ རྒྱལ་ཁབ་ བརྒྱད་ཅུ་ ལྷན་ཚོགས་ སྤྱི་ཚོགས་ དབྱིན་ཇི་ མི་རིགས་ ཚོགས་འདུ་ གླེང་སྟེགས་ བོད་སྐྱིད་ "
    "ཧཱུྃ་ ཨོཾ་ པདྨེ་" },
};

/* What a text goes through. */
typedef struct
{
  const char *language, *text;
  GHashTable *seen; /* what has been checked: a family, its weight, and leading beside size */
} Trial;

static cairo_surface_t *
draw_line (const PgLine *line, double size, double down)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (EM * (WIDTH + 2 * AROUND)), (int) (EM * 3 * AROUND));
  cairo_t *cr = cairo_create (surface);
  cairo_scale (cr, EM / size, EM / size);
  for (guint k = 0; k < line->n_runs; k++)
    {
      const PgGlyphRun *run = &line->runs[k];
      cairo_move_to (cr, AROUND * size + run->x, AROUND * size + down - run->rise);
      pango_cairo_show_glyph_string (cr, run->glyphs->item->analysis.font, run->glyphs->glyphs);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The ink of a line above and below its baseline. */
static void
measure_line (const PgLine *line, double *above, double *below)
{
  *above = *below = 0;
  for (guint k = 0; k < line->n_runs; k++)
    {
      PangoRectangle ink;
      pango_glyph_string_extents (line->runs[k].glyphs->glyphs, line->runs[k].glyphs->item->analysis.font, &ink, NULL);
      *above = MAX (*above, -ink.y / (double) PANGO_SCALE);
      *below = MAX (*below, (ink.y + ink.height) / (double) PANGO_SCALE);
    }
}

static gboolean
lines_touch (const PgLines *lines, guint i, double size)
{
  double above, below, unused;
  measure_line (&lines->lines[i], &unused, &below);
  measure_line (&lines->lines[i + 1], &above, &unused);
  if (above + below < lines->leading)
    return FALSE;
  cairo_surface_t *first = draw_line (&lines->lines[i], size, 0),
                  *second = draw_line (&lines->lines[i + 1], size, lines->leading);
  const guint8 *a = cairo_image_surface_get_data (first), *b = cairo_image_surface_get_data (second);
  gsize n = (gsize) cairo_image_surface_get_stride (first) * (gsize) cairo_image_surface_get_height (first);
  gboolean touch = FALSE;
  for (gsize j = 0; j < n && !touch; j++)
    touch = a[j] >= IS_INK && b[j] >= IS_INK;
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
  return touch;
}

/* Countries in the language, those alone that are in its script. */
static char *
countries_in (const char *language)
{
  GString *text = g_string_new (NULL);
  guint n = 0;
  GRand *rand = g_rand_new_with_seed (1);
  const char *const *codes = uloc_getISOCountries ();
  guint n_codes = g_strv_length ((char **) codes);
  for (guint tries = 0; tries < 1000 && n < WORDS; tries++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar name[100];
      g_autofree char *locale = g_strconcat ("und_", codes[g_rand_int_range (rand, 0, (gint) n_codes)], NULL);
      int32_t length = uloc_getDisplayCountry (locale, language, name, G_N_ELEMENTS (name), &status);
      g_autofree char *utf8
          = U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL) : NULL;
      if (utf8 == NULL || status == U_USING_DEFAULT_WARNING)
        continue;
      g_string_append_printf (text, "%s ", utf8);
      n++;
    }
  g_rand_free (rand);
  g_assert_cmpuint (n, ==, WORDS);
  return g_string_free (text, FALSE);
}

static char *
shuffled (const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  guint n = g_strv_length (list);
  GRand *rand = g_rand_new_with_seed (1);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < WORDS; i++)
    g_string_append_printf (text, "%s ", list[g_rand_int_range (rand, 0, (gint) n)]);
  g_rand_free (rand);
  return g_string_free (text, FALSE);
}

static char **
style_names (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "lib", "theme", "institutional.theme", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  GPtrArray *names = g_ptr_array_new ();
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], "style ") && strchr (groups[i] + 6, ' ') == NULL)
      g_ptr_array_add (names, g_strdup (groups[i] + 6));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static void
check_style (Trial *trial, const char *theme, const PgVoice *voice, const char *name)
{
  const PgStyle *style = pg_style_for_letters (voice, pg_style (voice, name), trial->text);
  char *key = g_strdup_printf ("%s %d %.3f", style->family, style->bold, style->leading / style->size);
  if (style->leading == style->size)
    {
      g_free (key);
      return;
    }
  if (!g_hash_table_add (trial->seen, key))
    return;
  PgLines *lines = sheet_break (style, trial->language, WIDTH * style->size, trial->text);
  for (guint i = 0; i + 1 < lines->n_lines; i++)
    if (lines_touch (lines, i, style->size))
      {
        const PgLine *line = &lines->lines[i], *next = line + 1;
        g_test_message ("%s, %s, leading of %.2f em: “%.*s” touches “%.*s”", theme, style->name,
                        style->leading / style->size, (int) (line->end - line->start), lines->text + line->start,
                        (int) (next->end - next->start), lines->text + next->start);
        g_test_fail ();
        break;
      }
  pg_lines_free (lines);
}

static void
check_voice (Trial *trial, const char *theme, const PgVoice *voice)
{
  g_auto (GStrv) names = style_names ();
  for (guint density = 0; density < pg_voice_n_densities (voice); density++)
    for (char **name = names; *name != NULL; name++)
      check_style (trial, theme, pg_voice_dense (voice, density), *name);
}

/* Alone, and as the second language. */
static void
check_theme (Trial *trial, const char *theme)
{
  g_autofree char *xml = g_strdup_printf (
      "<programme version='1' languages='eo %s'><event><title>x</title></event><agenda><day date='2031-05-06'>"
      "<session start='09:00' end='10:00'><title>x</title></session></day></agenda></programme>",
      trial->language);
  g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
  g_autoptr (PgArena) arena = pg_arena_new ();
  PgRequest request = { .arena = arena, .event = journey->event, .theme = journey->theme, .created = 1893456060 };
  request.language = trial->language;
  check_voice (trial, theme, pg_voice_new (&request, pg_paper_new_for_pages (&request, NULL)));
  request.language = "eo";
  request.second = trial->language;
  check_voice (trial, theme, pg_voice_new (&request, pg_paper_new_for_pages (&request, NULL))->second);
}

static void
test_language (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *language = languages[i].language, *words = languages[i].words;
  g_autofree char *text = words != NULL ? shuffled (words) : countries_in (language);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Trial trial = { language, text, seen };
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    check_theme (&trial, *theme);
}

/* Letters of another script than that of the language around them, which nobody says are of another. */
static void
test_letters (void)
{
  static const char *const texts[] = { "भारत", "Řím", "Й", "ཀྲུང་གོ", "ประเทศไทย", "لبنان" };
  g_autoptr (Journey) journey = journey_new (
      "<programme version='1' languages='en'><event><title>x</title></event><agenda><day date='2031-05-06'>"
      "<session start='09:00'><title>x</title></session></day></agenda></programme>",
      journey_theme ("institutional"));
  g_autoptr (PgArena) arena = pg_arena_new ();
  PgRequest request = { .arena = arena, .event = journey->event, .theme = journey->theme, .created = 1893456060 };
  request.language = "en";
  const PgVoice *voice = pg_voice_new (&request, pg_paper_new_for_pages (&request, NULL));
  const PgStyle *own = pg_style (voice, "sign-room");
  g_assert_true (pg_style_for_letters (voice, own, "Are, řím, Москва, 東京, “1”, Ø") == own);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *among = g_strconcat ("Guests from ", texts[i], ", and others", NULL);
      g_assert_cmpfloat (pg_style_for_letters (voice, own, among)->leading, >, own->leading);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/scripts/", languages[i].language, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_language);
    }
  g_test_add_func ("/scripts/letters", test_letters);
  return g_test_run ();
}
