/* Enters: styles, runs and measures. Leaves: TAP: where lines and runs stand, and what holds for any text. */
#include "text/galley.h"

#include <pango/pangocairo.h>
#include <string.h>
#include <time.h>

#define EPSILON 0.01 /* pt */
#define HAIRS 0.1    /* pt: what several spaces at the end of a line may keep */

static const PgStyle body = { .name = "body", .family = "Sans", .size = 10, .leading = 14 };
static const PgStyle column = {
  .name = "column", .family = "Serif", .size = 9.5, .leading = 13.5, .align = PG_ALIGN_JUSTIFY, .hyphenate = TRUE
};

static PgFonts *fonts;

static PgLines *
set (const PgRun *runs, guint n_runs, double width, gboolean right_to_left)
{
  return pg_lines_new (fonts, runs[0].style, runs, n_runs, width, right_to_left, NULL, NULL);
}

static double
width_of (const PgStyle *style, const char *text)
{
  PgRun run = { .text = text, .style = style, .language = "en" };
  return pg_runs_width (fonts, style, &run, 1, FALSE);
}

static double
drawn_width (const PgGlyphRun *run)
{
  return pango_glyph_string_get_width (run->glyphs->glyphs) / (double) PANGO_SCALE;
}

/* Every line but the last ends at the measure, to a thousandth of a point: spaces give, words do not. */
static void
test_justified (void)
{
  PgRun run
      = { .text = "The session will focus on a responsible use of AI in the public sector to support inclusive and "
                  "human-centred public services, and to share what was found with all who take part in it.",
          .style = &column,
          .language = "en" };
  PgLines *lines = set (&run, 1, 220, FALSE);
  g_assert_cmpuint (lines->n_lines, ==, 4);
  for (guint i = 0; i < lines->n_lines; i++)
    {
      const PgLine *line = &lines->lines[i];
      double drawn = 0;
      for (guint k = 0; k < line->n_runs; k++)
        drawn += drawn_width (&line->runs[k]);
      g_assert_cmpfloat_with_epsilon (drawn, line->width, 0.001);
      g_assert_cmpfloat (line->measure, ==, 220);
      if (i + 1 < lines->n_lines)
        g_assert_cmpfloat_with_epsilon (line->width, 220, 0.001);
      else
        g_assert_cmpfloat (line->width, <, 200);
    }
  pg_lines_free (lines);
}

/* Ideographs are moved apart, all by the same; the last line is not. */
static void
test_justified_ideographs (void)
{
  PgStyle style = body;
  style.align = PG_ALIGN_JUSTIFY;
  PgRun run = { .text = "人工知能と公共部門のための数学的な考え方", .style = &style, .language = "ja" };
  PgLines *lines = set (&run, 1, 84, FALSE);
  g_assert_cmpuint (lines->n_lines, ==, 3);
  /* 8 squares of 10 pt in 84: 7 gaps of 4 / 7 = 0.571 pt */
  g_assert_cmpfloat_with_epsilon (lines->lines[0].width, 84, 0.001);
  const PangoGlyphString *glyphs = lines->lines[0].runs[0].glyphs->glyphs;
  for (int i = 0; i < 7; i++)
    g_assert_cmpfloat_with_epsilon (glyphs->glyphs[i].geometry.width / 1024.0, 10.571, 0.002);
  g_assert_cmpint (glyphs->glyphs[7].geometry.width, ==, 10240);
  pg_lines_free (lines);
}

/* Thai has few spaces to give and must not be spread: it stays ragged. */
static void
test_justified_thai (void)
{
  PgStyle style = body;
  style.align = PG_ALIGN_JUSTIFY;
  style.tracking = 0.1;
  PgRun run = { .text = "การประชุม เครือข่ายรัฐบาลดิจิทัล และนวัตกรรมภาครัฐ", .style = &style, .language = "th" };
  PgLines *lines = set (&run, 1, 120, FALSE);
  g_assert_cmpuint (lines->n_lines, ==, 2);
  g_assert_cmpfloat (lines->lines[0].width, <, 119);
  style.tracking = 0;
  style.align = PG_ALIGN_START;
  PgLines *plain = set (&run, 1, 120, FALSE);
  g_assert_cmpfloat (lines->lines[0].width, ==, plain->lines[0].width);
  pg_lines_free (lines);
  pg_lines_free (plain);
}

static void
test_tracking (void)
{
  PgStyle style = body;
  style.tracking = 0.05;
  /* 4 letters, so 3 gaps of 0.05 x 10 pt; none after the last. */
  g_assert_cmpfloat_with_epsilon (width_of (&style, "HEAD"), width_of (&body, "HEAD") + 1.5, EPSILON);
  /* Ligatures are undone: f, f and i are 3 clusters with 2 gaps, where the plain text may have one glyph. */
  PgRun run = { .text = "ffi", .style = &style, .language = "en" };
  PgLines *lines = set (&run, 1, 100, FALSE);
  g_assert_cmpint (lines->lines[0].runs[0].glyphs->glyphs->num_glyphs, ==, 3);
  pg_lines_free (lines);
}

static void
test_capitals (void)
{
  PgStyle style = body;
  style.caps = TRUE;
  static const struct
  {
    const char *language, *text, *wanted;
  } texts[] = { { "en", "Draft agenda", "DRAFT AGENDA" },
                { "de", "Straße", "STRASSE" },
                { "tr", "istiklal", "İSTİKLAL" },
                { "el", "Αθήνα", "ΑΘΗΝΑ" },
                { "ko", "초안 draft", "초안 DRAFT" } };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PgRun run = { .text = texts[i].text, .style = &style, .language = texts[i].language };
      PgLines *lines = set (&run, 1, 300, FALSE);
      g_assert_cmpstr (lines->text, ==, texts[i].wanted);
      pg_lines_free (lines);
    }
}

/* Raised text is smaller and does not move the lines. */
static void
test_raised (void)
{
  PgRun runs[] = { { .text = "September 3", .style = &body, .language = "en" },
                   { .text = "rd", .style = &body, .language = "en", .flags = PG_RUN_SUPERSCRIPT },
                   { .text = ", H", .style = &body, .language = "en" },
                   { .text = "2", .style = &body, .language = "en", .flags = PG_RUN_SUBSCRIPT } };
  PgLines *lines = set (runs, 4, 300, FALSE);
  const PgLine *line = &lines->lines[0];
  g_assert_cmpuint (line->n_runs, ==, 4);
  g_assert_cmpfloat (line->runs[0].rise, ==, 0);
  g_assert_cmpfloat_with_epsilon (line->runs[1].rise, 3.3, EPSILON);  /* 0.33 em */
  g_assert_cmpfloat_with_epsilon (line->runs[3].rise, -1.5, EPSILON); /* -0.15 em */
  PgStyle small = body;
  small.size = 6.5; /* 0.65 of 10 */
  g_assert_cmpfloat_with_epsilon (line->runs[1].width, width_of (&small, "rd"), EPSILON);
  g_assert_true (line->runs[1].run == &runs[1]);
  g_assert_cmpfloat (lines->leading, ==, 14);
  pg_lines_free (lines);
}

/* The baseline depends on size and leading alone: 14 / 2 + 0.388 x 10. Burmese is no exception. */
static void
test_baseline (void)
{
  g_assert_cmpfloat_with_epsilon (pg_style_baseline (&body), 10.88, EPSILON);
  PgRun run = { .text = "မြန်မာ", .style = &body, .language = "my" };
  PgLines *lines = set (&run, 1, 100, FALSE);
  g_assert_cmpfloat_with_epsilon (lines->baseline, 10.88, EPSILON);
  pg_lines_free (lines);
}

static void
test_box (void)
{
  static const PgStyle mark
      = { .name = "mark", .family = "Sans", .size = 6.5, .leading = 14, .box_line = 0.5, .box_x = 4, .box_y = 1.6 };
  PgRun runs[] = { { .text = "a", .style = &body, .language = "en" },
                   { .text = "DRAFT", .style = &mark, .language = "en" },
                   { .text = "b", .style = &body, .language = "en" } };
  PgLines *lines = set (runs, 3, 300, FALSE);
  const PgLine *line = &lines->lines[0];
  double a = width_of (&body, "a"), b = width_of (&body, "b"), draft = line->runs[1].width;
  /* The mark keeps 4 pt on either side. */
  g_assert_cmpfloat_with_epsilon (line->width, a + 4 + draft + 4 + b, EPSILON);
  g_assert_cmpfloat_with_epsilon (line->runs[1].x, a + 4, EPSILON);
  g_assert_cmpfloat_with_epsilon (line->runs[2].x, a + 4 + draft + 4, EPSILON);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (PgRunBox));
  pg_line_boxes (lines, line, boxes);
  g_assert_cmpuint (boxes->len, ==, 1);
  const PgRunBox *box = &g_array_index (boxes, PgRunBox, 0);
  g_assert_cmpfloat_with_epsilon (box->x, a, EPSILON);
  g_assert_cmpfloat_with_epsilon (box->width, draft + 8, EPSILON);
  g_assert_cmpfloat_with_epsilon (box->y, -0.714 * 6.5 - 1.6, EPSILON); /* the height of capitals, and above */
  g_assert_cmpfloat_with_epsilon (box->height, 0.714 * 6.5 + 3.2, EPSILON);
  pg_lines_free (lines);
}

static void
expect_place (PgAlign align, gboolean right_to_left, double first, double second)
{
  PgStyle style = body;
  style.align = align;
  style.measure = 100;
  style.indent = 6;
  style.hang = 20;
  /* Two words of known width, each on a line of its own. */
  PgRun run = { .text = "nnnnnnnnnn\u2028nnnnn", .style = &style, .language = "en" };
  double long_word = width_of (&body, "nnnnnnnnnn"), short_word = width_of (&body, "nnnnn");
  PgLines *lines = set (&run, 1, 150, right_to_left);
  g_assert_cmpuint (lines->n_lines, ==, 2);
  g_assert_cmpfloat (lines->lines[0].measure, ==, 94); /* 100 - 6 */
  g_assert_cmpfloat (lines->lines[1].measure, ==, 80); /* 100 - 20 */
  /* A negative place counts from the right: the text ends there. */
  g_assert_cmpfloat_with_epsilon (lines->lines[0].x, first >= 0 ? first : -first - long_word, EPSILON);
  g_assert_cmpfloat_with_epsilon (lines->lines[1].x, second >= 0 ? second : -second - short_word, EPSILON);
  pg_lines_free (lines);
}

/* A measure of 100 in a column of 150, indents of 6 and 20. */
static void
test_alignment (void)
{
  expect_place (PG_ALIGN_START, FALSE, 6, 20);
  expect_place (PG_ALIGN_JUSTIFY, FALSE, 6, 20);
  expect_place (PG_ALIGN_END, FALSE, -150, -150);
  /* Mirrored: the text starts at the right edge, less the indent. */
  expect_place (PG_ALIGN_START, TRUE, -144, -130);
  expect_place (PG_ALIGN_END, TRUE, 0, 0);
  /* The middle of the column, moved by half of the indent: (150 + 6) / 2 and (150 + 20) / 2. */
  double long_word = width_of (&body, "nnnnnnnnnn"), short_word = width_of (&body, "nnnnn");
  expect_place (PG_ALIGN_CENTRE, FALSE, 78 - long_word / 2, 85 - short_word / 2);
  expect_place (PG_ALIGN_CENTRE, TRUE, 72 - long_word / 2, 65 - short_word / 2);
}

/* The runs of a line in the order they stand in, as their texts. */
static char *
visual_order (const PgLines *lines, guint index)
{
  const PgLine *line = &lines->lines[index];
  GString *order = g_string_new (NULL);
  double x = -G_MAXDOUBLE;
  for (guint n = 0; n < line->n_runs; n++)
    {
      const PgGlyphRun *next = NULL;
      for (guint i = 0; i < line->n_runs; i++)
        if (line->runs[i].x > x && (next == NULL || line->runs[i].x < next->x))
          next = &line->runs[i];
      if (next == NULL)
        break;
      x = next->x;
      g_autofree char *text = g_strndup (lines->text + next->glyphs->item->offset, (gsize) next->glyphs->item->length);
      if (*g_strstrip (text) != '\0')
        g_string_append_printf (order, "%s[%s]", order->len > 0 ? " " : "", text);
    }
  return g_string_free (order, FALSE);
}

static void
expect_order (const char *language, gboolean right_to_left, const char *text, const char *wanted)
{
  PgRun run = { .text = text, .style = &body, .language = language };
  PgLines *lines = set (&run, 1, 400, right_to_left);
  g_autofree char *order = visual_order (lines, 0);
  g_assert_cmpstr (order, ==, wanted);
  pg_lines_free (lines);
}

/* Arabic reads from the right; numbers and Latin within it from the left (UAX 9). */
static void
test_bidi (void)
{
  expect_order ("ar", TRUE, "شبكة OECD للحكومة", "[للحكومة] [OECD] [شبكة]");
  expect_order ("en", FALSE, "The شبكة الحكومة network", "[The] [شبكة الحكومة] [network]");
  /* The base direction is the document's, not that of the first letter. */
  expect_order ("ar", TRUE, "OECD شبكة", "[شبكة] [OECD]");
  expect_order ("en", FALSE, "شبكة OECD", "[شبكة] [OECD]");
  /* A name that is isolated keeps its own order. */
  expect_order ("ar", TRUE, "\u2066John (Jr.)\u2069 شبكة", "[شبكة] [\u2069] [John (Jr.)] [\u2066]");
}

static void
test_bidi_lines (void)
{
  PgRun run = { .text = "يعقد اجتماع شبكة الحكومة الرقمية في سيول", .style = &body, .language = "ar" };
  PgLines *lines = set (&run, 1, 130, TRUE);
  g_assert_cmpuint (lines->n_lines, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpfloat_with_epsilon (lines->lines[i].x + lines->lines[i].width, 130, EPSILON);
  pg_lines_free (lines);
}

/* Shaping word by word is shaping the whole: the same widths as Pango's own layout has. */
static void
test_words (void)
{
  static const struct
  {
    const char *language, *text;
  } texts[] = {
    { "en", "AVATAR To We Ty. “Yo” 1,000 LTAY fi ffi office V. A. Tokyo W. Y." },
    { "fr", "L’Été à l’École : « où ? » naïf" },
    { "vi", "Cuộc họp của Mạng lưới Chính phủ số" },
    { "ar", "يعقد اجتماع شبكة الحكومة الرقمية والابتكار" },
    { "he", "המפגש של רשת הממשל" },
    { "hi", "कार्यक्रम की राष्ट्रीय संगोष्ठी" },
    { "ko", "디지털 정부와 공공부문 혁신" },
    { "my", "မြန်မာနိုင်ငံသည် အရှေ့တောင်အာရှ" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PgRun run = { .text = texts[i].text, .style = &body, .language = texts[i].language };
      PgLines *lines = set (&run, 1, 1000, FALSE);
      double whole = 0;
      for (guint k = 0; k < lines->lines[0].n_runs; k++)
        {
          PangoGlyphString *glyphs = pango_glyph_string_new ();
          pango_shape_item (lines->lines[0].runs[k].glyphs->item, lines->text, -1, NULL, glyphs, PANGO_SHAPE_NONE);
          whole += pango_glyph_string_get_width (glyphs) / (double) PANGO_SCALE;
          pango_glyph_string_free (glyphs);
        }
      g_assert_cmpfloat_with_epsilon (lines->width, whole, 0.001);
      pg_lines_free (lines);
    }
}

static const char *const pieces[] = {
  "session",
  "of",
  "a",
  "the",
  "International",
  "telecommunications",
  "human-centred",
  "bi-lateral",
  "2025–26",
  "09:00",
  "Q&A",
  "“so-called”",
  "(Chair)",
  "www.oecd.org/digital",
  "naïve",
  "Chính",
  "phủ",
  "디지털",
  "정부와",
  "혁신을(서울)",
  "人工知能",
  "「架け橋」",
  "のための",
  "“数学”",
  "——",
  "……",
  "กรุงเทพมหานคร",
  "เป็นเมืองหลวง",
  "ວຽງຈັນ",
  "ປະເທດລາວ",
  "រាជធានី",
  "ភ្នំពេញ",
  "မြန်မာနိုင်ငံ",
  "အရှေ့တောင်",
  "شبكة",
  "الحكومة",
  "ממשל",
  "कार्यक्रम",
  "e\u0301",
  "gov\u00adern\u00adment",
  "\u200b",
  "\u00a0",
  "\u2068Kim\u2069",
  "\u2028",
  " ",
  "  ",
  "-",
  "–",
  ",",
  ".",
  "!",
  "«",
  "»",
  "→",
  "①",
  "\U00013080",
};

static char *
random_text (GRand *random)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (int i = g_rand_int_range (random, 0, 40); i > 0; i--)
    {
      g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      if (g_rand_int_range (random, 0, 4) > 0)
        g_string_append_c (text, ' ');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* No more than one cluster: nothing that could have been broken. */
static gboolean
is_one_cluster (const char *text, guint length)
{
  g_autofree char *copy = g_strndup (text, length);
  glong n = g_utf8_strlen (copy, -1);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, (gsize) n + 1);
  pango_default_break (copy, -1, NULL, attrs, (int) n + 1);
  guint clusters = 0;
  const char *p = copy;
  for (glong i = 0; i < n; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      clusters += attrs[i].is_cursor_position && !g_unichar_isspace (c) && !g_unichar_iszerowidth (c);
    }
  return clusters <= 2; /* two where the shaper joins what Unicode counts as two: consonants under each other */
}

static void
check_line (const PgLines *lines, const PgLine *line, const char *text)
{
  double drawn = 0;
  guint byte = line->start;
  if (line->width > line->measure + EPSILON && !is_one_cluster (text + line->start, line->end - line->start))
    g_error ("“%.*s” is %.2f wide in %.2f", (int) (line->end - line->start), text + line->start, line->width,
             line->measure);
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PgGlyphRun *run = &line->runs[i];
      const PangoItem *item = run->glyphs->item;
      g_assert_cmpfloat_with_epsilon (drawn_width (run), run->width, 0.0001);
      g_assert_cmpfloat (run->x, >=, line->x - EPSILON);
      g_assert_cmpfloat (run->x + run->width, <=, line->x + line->width + HAIRS);
      drawn += run->width;
      if ((guint) item->offset > strlen (lines->text)) /* the hyphen */
        continue;
      g_assert_cmpint (item->offset, ==, (int) byte);
      byte = (guint) (item->offset + item->length);
      for (int g = 0; g < run->glyphs->glyphs->num_glyphs; g++)
        {
          g_assert_cmpint (run->glyphs->glyphs->log_clusters[g], >=, 0);
          g_assert_cmpint (run->glyphs->glyphs->log_clusters[g], <, item->length);
        }
    }
  g_assert_cmpfloat_with_epsilon (drawn, line->width, HAIRS);
  g_assert_true (byte == line->end || (byte + 3 == line->end && strncmp (text + byte, "\u2028", 3) == 0));
}

/* Of any text, style and measure: nothing is lost or doubled, and no line is too wide if it could be broken. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (19470903);
  static const char *const languages[] = { "en", "fr", "ko", "ja", "zh-Hans", "th", "lo", "km", "my", "ar" };
  for (guint n = 0; n < 1000; n++)
    {
      PgStyle style = g_rand_boolean (random) ? body : column;
      style.hyphenate = g_rand_boolean (random);
      style.balance = g_rand_int_range (random, 0, 4) == 0;
      style.tracking = g_rand_int_range (random, 0, 4) == 0 ? 0.05 : 0;
      style.indent = g_rand_int_range (random, 0, 3) == 0 ? 12 : 0;
      style.hang = g_rand_int_range (random, 0, 3) == 0 ? 15 : 0;
      style.align = (PgAlign) g_rand_int_range (random, 0, 4);
      g_autofree char *first = random_text (random), *second = random_text (random);
      g_autofree char *text = g_strconcat (first, second, NULL);
      const char *language = languages[g_rand_int_range (random, 0, G_N_ELEMENTS (languages))];
      PgRun runs[] = { { .text = first, .style = &style, .language = language },
                       { .text = second, .style = &style, .language = "en", .flags = PG_RUN_BOLD } };
      double width = g_rand_double_range (random, 5, g_rand_boolean (random) ? 60 : 400);
      PgLines *lines = set (runs, 2, width, g_rand_int_range (random, 0, 4) == 0);
      g_assert_cmpstr (lines->text, ==, text);
      guint byte = 0;
      for (guint i = 0; i < lines->n_lines; i++)
        {
          g_assert_cmpuint (lines->lines[i].start, ==, byte);
          check_line (lines, &lines->lines[i], text);
          byte = lines->lines[i].end;
        }
      g_assert_cmpuint (byte, ==, strlen (text));
      pg_lines_free (lines);
    }
}

static double
time_of (const char *piece, guint bytes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  while (text->len < bytes)
    g_string_append (text, piece);
  PgRun run = { .text = text->str, .style = &column, .language = "en" };
  clock_t start = clock ();
  pg_lines_free (set (&run, 1, 300, FALSE));
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* A paragraph as long as the limit takes time in proportion, whatever it is made of: 16 times the text, at most 32
   times the time where a square would be 256. */
static void
test_long (void)
{
  static const char *const texts[]
      = { "word and word ", "\u200b", "wordwithoutanyspace", "人", "a\u200b", "-", "\u00ad", "ก" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      time_of (texts[i], 1024);
      double small = time_of (texts[i], 16 * 1024), large = time_of (texts[i], 256 * 1024);
      if (large > 32 * small + 0.06)
        g_error ("text %u: %.3f s for 16 kB, %.3f s for 256 kB", i, small, large);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  GError *error = NULL;
  fonts = pg_fonts_take (NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/setting/justified", test_justified);
  g_test_add_func ("/setting/justified-ideographs", test_justified_ideographs);
  g_test_add_func ("/setting/justified-thai", test_justified_thai);
  g_test_add_func ("/setting/tracking", test_tracking);
  g_test_add_func ("/setting/capitals", test_capitals);
  g_test_add_func ("/setting/raised", test_raised);
  g_test_add_func ("/setting/baseline", test_baseline);
  g_test_add_func ("/setting/box", test_box);
  g_test_add_func ("/setting/alignment", test_alignment);
  g_test_add_func ("/setting/bidi", test_bidi);
  g_test_add_func ("/setting/bidi-lines", test_bidi_lines);
  g_test_add_func ("/setting/words", test_words);
  g_test_add_func ("/setting/random", test_random);
  g_test_add_func ("/setting/long", test_long);
  int status = g_test_run ();
  pg_fonts_give_back (fonts);
  return status;
}
