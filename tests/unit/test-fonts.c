/* Enters: the font set and what the machine has. Leaves: TAP: which font sets which character. */
#include "font/fonts-private.h"
#include "font/letters.h"
#include "text/paragraph.h"

#include <pango/pango.h>
#include <pango/pangofc-font.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

static const PgStyle sans = { .name = "sans", .family = "Sans", .size = 10, .leading = 14 };
static const PgStyle serif = { .name = "serif", .family = "Serif", .size = 10, .leading = 14 };

static char *
describe (const PgFont *font)
{
  PangoFontDescription *description = pango_font_describe_with_absolute_size (font->font);
  char *text = pango_font_description_to_string (description);
  pango_font_description_free (description);
  return text;
}

static void
expect_font (const PgStyle *style, const char *language, guint flags, GUnicodeScript script, const char *wanted)
{
  g_autoptr (PgFonts) fonts = pg_fonts_take (NULL, NULL, NULL);
  PgRun run = { .text = "", .style = style, .language = language, .flags = flags };
  g_autofree char *font = describe (pg_fonts_choose (fonts, &run, script));
  g_assert_cmpstr (font, ==, wanted);
}

static void
test_scripts (void)
{
  expect_font (&sans, "en", 0, G_UNICODE_SCRIPT_LATIN, "Noto Sans 10px");
  expect_font (&sans, "ru", 0, G_UNICODE_SCRIPT_CYRILLIC, "Noto Sans 10px");
  expect_font (&serif, "en", 0, G_UNICODE_SCRIPT_LATIN, "Noto Serif 10px");
  expect_font (&sans, "th", 0, G_UNICODE_SCRIPT_THAI, "Noto Sans Thai 10px");
  expect_font (&serif, "th", 0, G_UNICODE_SCRIPT_THAI, "Noto Serif Thai 10px");
  expect_font (&serif, "ar", 0, G_UNICODE_SCRIPT_ARABIC, "Noto Naskh Arabic 10px");
  /* Noto has no Bengali serif: the script's Sans, not another script's serif. */
  expect_font (&serif, "bn", 0, G_UNICODE_SCRIPT_BENGALI, "Noto Sans Bengali 10px");
}

/* One code point, four shapes: the language decides. */
static void
test_han_by_language (void)
{
  expect_font (&sans, "ja", 0, G_UNICODE_SCRIPT_HAN, "Noto Sans CJK JP 10px");
  expect_font (&sans, "ko-KR", 0, G_UNICODE_SCRIPT_HAN, "Noto Sans CJK KR 10px");
  expect_font (&sans, "zh-Hans", 0, G_UNICODE_SCRIPT_HAN, "Noto Sans CJK SC 10px");
  expect_font (&sans, "zh", 0, G_UNICODE_SCRIPT_HAN, "Noto Sans CJK SC 10px");
  expect_font (&sans, "zh-Hant", 0, G_UNICODE_SCRIPT_HAN, "Noto Sans CJK TC 10px");
  expect_font (&sans, "zh-TW", 0, G_UNICODE_SCRIPT_HAN, "Noto Sans CJK TC 10px");
  expect_font (&serif, "ja", 0, G_UNICODE_SCRIPT_HAN, "Noto Serif CJK JP 10px");
}

static void
expect_face (const PgStyle *style, const char *language, guint flags, GUnicodeScript script, const char *wanted)
{
  g_autoptr (PgFonts) fonts = pg_fonts_take (NULL, NULL, NULL);
  PgRun run = { .text = "", .style = style, .language = language, .flags = flags };
  const PgFont *font = pg_fonts_choose (fonts, &run, script);
  FcChar8 *face = NULL;
  FcPatternGetString (pango_fc_font_get_pattern (PANGO_FC_FONT (font->font)), FC_STYLE, 0, &face);
  g_assert_cmpstr ((const char *) face, ==, wanted);
}

/* Both say that they have the same weight. */
static void
test_bold_by_name (void)
{
  expect_face (&serif, "my", 0, G_UNICODE_SCRIPT_MYANMAR, "Regular");
  expect_face (&serif, "my", PG_RUN_BOLD, G_UNICODE_SCRIPT_MYANMAR, "Bold");
  expect_face (&sans, "my", 0, G_UNICODE_SCRIPT_MYANMAR, "Regular");
}

/* A language without italics has none for figures either; what the event marks, such as a Latin name, does. */
static void
test_upright_languages (void)
{
  static const PgStyle italic = { .name = "note", .family = "Serif", .size = 10, .leading = 14, .italic = TRUE };
  expect_font (&italic, "fr", 0, G_UNICODE_SCRIPT_LATIN, "Noto Serif Italic 10px");
  expect_font (&italic, "uk", 0, G_UNICODE_SCRIPT_LATIN, "Noto Serif Italic 10px");
  expect_font (&italic, "ko", 0, G_UNICODE_SCRIPT_LATIN, "Noto Serif 10px");
  expect_font (&italic, "ja-JP", 0, G_UNICODE_SCRIPT_LATIN, "Noto Serif 10px");
  expect_font (&italic, "ar", 0, G_UNICODE_SCRIPT_LATIN, "Noto Serif 10px");
  expect_font (&serif, "ko", PG_RUN_ITALIC, G_UNICODE_SCRIPT_LATIN, "Noto Serif Italic 10px");
}

static void
test_weight_and_slope (void)
{
  expect_font (&sans, "en", PG_RUN_BOLD, G_UNICODE_SCRIPT_LATIN, "Noto Sans Bold 10px");
  expect_font (&sans, "en", PG_RUN_BOLD | PG_RUN_ITALIC, G_UNICODE_SCRIPT_LATIN, "Noto Sans Bold Italic 10px");
  /* Other scripts have no italic: they stay upright. */
  expect_font (&sans, "ko", PG_RUN_BOLD | PG_RUN_ITALIC, G_UNICODE_SCRIPT_HANGUL, "Noto Sans CJK KR Bold 10px");
  g_autoptr (PgFonts) fonts = pg_fonts_take (NULL, NULL, NULL);
  PgRun run = { .text = "", .style = &sans, .language = "th" };
  const PgFont *upright = pg_fonts_choose (fonts, &run, G_UNICODE_SCRIPT_THAI);
  run.flags = PG_RUN_ITALIC;
  g_assert_true (pg_fonts_choose (fonts, &run, G_UNICODE_SCRIPT_THAI) == upright);
  /* 10 x 0.65 = 6.5, which is on the grid of quarter points. */
  expect_font (&sans, "en", PG_RUN_SUPERSCRIPT, G_UNICODE_SCRIPT_LATIN, "Noto Sans 6.5px");
}

/* The machine has other fonts with these names' letters, such as DejaVu Sans; none of them may come in. */
static void
test_unknown_family (void)
{
  const PgStyle style = { .name = "x", .family = "DejaVu Sans", .size = 10, .leading = 14 };
  expect_font (&style, "en", 0, G_UNICODE_SCRIPT_LATIN, "Noto Sans 10px");
  expect_font (&style, "ko", 0, G_UNICODE_SCRIPT_HANGUL, "Noto Sans CJK KR 10px");
}

static void
test_fall_back (void)
{
  g_autoptr (PgFonts) fonts = pg_fonts_take (NULL, NULL, NULL);
  PgRun run = { .text = "", .style = &sans, .language = "en", .flags = PG_RUN_ITALIC };
  const PgFont *latin = pg_fonts_choose (fonts, &run, G_UNICODE_SCRIPT_LATIN);
  g_assert_true (pg_font_has (latin, 0x20ac));
  g_assert_false (pg_font_has (latin, 0x2713)); /* ✓ */
  g_autofree char *check = describe (pg_fonts_fall_back (fonts, &run, 0x2713));
  g_assert_cmpstr (check, ==, "Noto Sans Symbols2 10px");
  g_autofree char *arrow = describe (pg_fonts_fall_back (fonts, &run, 0x2192)); /* → */
  g_assert_cmpstr (arrow, ==, "Noto Sans Symbols 10px");
  g_assert_null (pg_fonts_fall_back (fonts, &run, 0x13080)); /* an Egyptian hieroglyph */
}

/* What is measured without a surface is what stands on the page: no rounding, no hinting. */
static void
test_metrics (void)
{
  g_autoptr (PgFonts) fonts = pg_fonts_take (NULL, NULL, NULL);
  PgRun run = { .text = "nnnnnnnnnn", .style = &sans, .language = "en" };
  double at_10 = pg_runs_width (fonts, &sans, &run, 1, FALSE);
  PgStyle large = sans;
  large.size = 40;
  run.style = &large;
  double at_40 = pg_runs_width (fonts, &large, &run, 1, FALSE);
  g_assert_cmpfloat_with_epsilon (at_10, 61.8, 0.05); /* n is 618/1000 em wide */
  g_assert_cmpfloat_with_epsilon (at_40, 4 * at_10, 0.02);
}

static void
test_figures (void)
{
  g_autoptr (PgFonts) fonts = pg_fonts_take (NULL, NULL, NULL);
  const char *const times[] = { "11:11", "08:00", "19:47" };
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      PgRun run = { .text = times[i], .style = &sans, .language = "en" };
      /* Four figures of 572 and a colon of 268 thousandths of an em. */
      g_assert_cmpfloat_with_epsilon (pg_runs_width (fonts, &sans, &run, 1, FALSE), 25.56, 0.05);
    }
}

/* Each thread has its own fonts; run under a sanitiser, this shows that they share nothing. */
static gpointer
set_text (gpointer data)
{
  double *width = data;
  g_autoptr (PgFonts) fonts = pg_fonts_take (NULL, NULL, NULL);
  PgRun run = { .text = "Two threads 두 개의 스레드", .style = &sans, .language = "ko" };
  for (guint i = 0; i < 50; i++)
    *width = pg_runs_width (fonts, &sans, &run, 1, FALSE);
  return NULL;
}

static void
test_threads (void)
{
  double widths[4] = { 0 };
  GThread *threads[4];
  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new ("fonts", set_text, &widths[i]);
  for (guint i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat (widths[i], >, 100);
      g_assert_cmpfloat (widths[i], ==, widths[0]);
    }
}

/* The letters of the set's scripts are those of Unicode CLDR. */
static void
test_letters (void)
{
  g_autoptr (PgFontSet) set = pg_font_set_open (NULL);
  g_auto (GStrv) scripts = pg_font_set_list_scripts (set);
  guint n = 0;
  for (guint i = 0; scripts[i] != NULL; i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar sample[8];
      char name[5] = "";
      memcpy (name, scripts[i], 4);
      UScriptCode script = (UScriptCode) u_getPropertyValueEnum (UCHAR_SCRIPT, name);
      if (strcmp (name, "Zsym") == 0 || strcmp (name, "Zsye") == 0)
        continue;
      g_assert_cmpint (uscript_getSampleString (script, sample, G_N_ELEMENTS (sample), &status), ==, 1);
      guint32 code = 0;
      memcpy (&code, name, 4);
      gunichar letter = pg_script_letter (g_unicode_script_from_iso15924 (GUINT32_FROM_BE (code)));
      g_assert_cmphex (letter, ==, sample[0]);
      n++;
    }
  g_assert_cmpuint (n, >, 30);
  g_assert_cmphex (pg_script_letter (G_UNICODE_SCRIPT_COMMON), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fonts/scripts", test_scripts);
  g_test_add_func ("/fonts/han-by-language", test_han_by_language);
  g_test_add_func ("/fonts/weight-and-slope", test_weight_and_slope);
  g_test_add_func ("/fonts/bold-by-name", test_bold_by_name);
  g_test_add_func ("/fonts/upright-languages", test_upright_languages);
  g_test_add_func ("/fonts/unknown-family", test_unknown_family);
  g_test_add_func ("/fonts/fall-back", test_fall_back);
  g_test_add_func ("/fonts/metrics", test_metrics);
  g_test_add_func ("/fonts/figures", test_figures);
  g_test_add_func ("/fonts/threads", test_threads);
  g_test_add_func ("/fonts/letters", test_letters);
  return g_test_run ();
}
