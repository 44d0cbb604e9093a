/* Enters: the languages that have a catalogue of words, Unicode's lists of their letters, the fonts of this machine.
   Leaves: TAP: every letter and every word of them can be set, in sans and serif, regular and bold. */
#include "event/words.h"
#include "font/fonts-private.h"
#include "text/paragraph.h"

#include <string.h>
#include <unicode/ulocdata.h>
#include <unicode/uset.h>

static const char *const languages[] = { "en", "fr", "es", "pt", "de", "ko", "ja", "zh-Hans", "zh-Hant",
                                         "th", "lo", "km", "my", "vi", "id", "ms", "ar",      "he" };

static const PgStyle styles[]
    = { { .name = "sans", .family = "Sans", .size = 10, .leading = 14 },
        { .name = "bold sans", .family = "Sans", .size = 10, .leading = 14, .bold = TRUE },
        { .name = "serif", .family = "Serif", .size = 10, .leading = 14 },
        { .name = "bold serif", .family = "Serif", .size = 10, .leading = 14, .bold = TRUE } };

static PgFonts *fonts;

static void
expect_glyphs (const PgStyle *style, const char *language, const char *text)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  PgRun run = { .text = text, .style = style, .language = language };
  pg_lines_free (pg_lines_new (fonts, style, &run, 1, 400, FALSE, NULL, report));
  if (programme_report_get_n_findings (report) == 0)
    return;
  g_autofree char *line = programme_finding_to_string (programme_report_get_finding (report, 0));
  g_test_message ("%s, %s: %s", language, style->name, line);
  g_test_fail ();
}

/* Each letter is in the font of its own script: none is borrowed. */
static void
expect_letters (const PgStyle *style, const char *language, const char *text)
{
  PgRun run = { .text = text, .style = style, .language = language };
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      GUnicodeScript script = g_unichar_get_script (c);
      if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED
          || pg_font_has (pg_fonts_choose (fonts, &run, script), c))
        continue;
      g_test_message ("%s, %s: the font of its script has no U+%04X", language, style->name, c);
      g_test_fail ();
    }
}

/* The letters of a language as Unicode CLDR lists them, with spaces between. Free with g_free. */
static char *
letters_of (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  ULocaleData *data = ulocdata_open (language, &status);
  USet *set = ulocdata_getExemplarSet (data, NULL, 0, ULOCDATA_ES_STANDARD, &status);
  g_assert_true (U_SUCCESS (status));
  GString *letters = g_string_new (NULL);
  for (int32_t i = 0; i < uset_getItemCount (set); i++)
    {
      UChar32 first, last;
      UChar string[32];
      int32_t length = uset_getItem (set, i, &first, &last, string, G_N_ELEMENTS (string), &status);
      g_autofree char *utf8 = g_utf16_to_utf8 ((const gunichar2 *) string, length, NULL, NULL, NULL);
      for (UChar32 c = first; length == 0 && c <= last; c++)
        g_string_append_c (g_string_append_unichar (letters, (gunichar) c), ' ');
      if (length > 0)
        g_string_append_printf (letters, "%s ", utf8);
    }
  uset_close (set);
  ulocdata_close (data);
  return g_string_free (letters, FALSE);
}

static void
test_letters (gconstpointer data)
{
  const char *language = data;
  g_autofree char *letters = letters_of (language);
  g_assert_cmpint (g_utf8_strlen (letters, -1), >, 40);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      expect_glyphs (&styles[i], language, letters);
      expect_letters (&styles[i], language, letters);
    }
}

static void
test_words (gconstpointer data)
{
  const char *language = data;
  for (const char *const *key = pg_word_keys (); *key != NULL; key++)
    {
      const char *found, *word = pg_word (NULL, *key, language, &found);
      g_assert_cmpstr (found, ==, language);
      for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
        {
          expect_glyphs (&styles[i], language, word);
          expect_letters (&styles[i], language, word);
        }
    }
}

/* What one family sets of a text. */
static void
expect_families (const PgStyle *style, const char *language, const char *text, const char *wanted)
{
  PgRun run = { .text = text, .style = style, .language = language };
  PgLines *lines = pg_lines_new (fonts, style, &run, 1, 400, FALSE, NULL, NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < lines->lines[0].n_runs; i++)
    {
      PangoFontDescription *font = pango_font_describe (lines->lines[0].runs[i].glyphs->item->analysis.font);
      const char *family = pango_font_description_get_family (font);
      if (!g_str_has_suffix (found->str, family))
        g_string_append_printf (found, "%s%s", found->len > 0 ? "|" : "", family);
      pango_font_description_free (font);
    }
  g_assert_cmpstr (found->str, ==, wanted);
  pg_lines_free (lines);
}

/* 骨 and 直 differ in each of the four: the text's language decides, whatever stands beside it. */
static void
test_han (void)
{
  static const struct
  {
    const char *language, *sans, *serif;
  } cases[] = { { "ja", "Noto Sans CJK JP", "Noto Serif CJK JP" },
                { "ko", "Noto Sans CJK KR", "Noto Serif CJK KR" },
                { "zh-Hans", "Noto Sans CJK SC", "Noto Serif CJK SC" },
                { "zh-Hant", "Noto Sans CJK TC", "Noto Serif CJK TC" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *mixed = g_strconcat ("Noto Sans|", cases[i].sans, NULL);
      expect_families (&styles[0], cases[i].language, "骨直", cases[i].sans);
      expect_families (&styles[2], cases[i].language, "骨直", cases[i].serif);
      expect_families (&styles[0], cases[i].language, "OECD 骨", mixed);
    }
}

/* Quotes, dashes and dots of Chinese and Japanese are as wide as their letters; Korean has Latin's. */
static void
test_quotes (void)
{
  expect_families (&styles[0], "zh-Hans", "“骨”——‘直’……", "Noto Sans CJK SC");
  expect_families (&styles[2], "zh-Hans", "《骨》、“直”。", "Noto Serif CJK SC");
  expect_families (&styles[0], "zh-Hant", "「骨」，『直』。", "Noto Sans CJK TC");
  expect_families (&styles[0], "ja", "「骨」、“直”……", "Noto Sans CJK JP");
  expect_families (&styles[0], "zh-Hans", "听“OECD”说", "Noto Sans CJK SC|Noto Sans|Noto Sans CJK SC");
  expect_families (&styles[0], "en", "the “骨”", "Noto Sans|Noto Sans CJK SC|Noto Sans");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = pg_fonts_take (NULL, NULL, NULL);
  g_assert_nonnull (fonts);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *letters = g_strconcat ("/coverage/letters/", languages[i], NULL);
      g_autofree char *words = g_strconcat ("/coverage/words/", languages[i], NULL);
      g_test_add_data_func (letters, languages[i], test_letters);
      g_test_add_data_func (words, languages[i], test_words);
    }
  g_test_add_func ("/coverage/han", test_han);
  g_test_add_func ("/coverage/quotes", test_quotes);
  int status = g_test_run ();
  pg_fonts_give_back (fonts);
  return status;
}
