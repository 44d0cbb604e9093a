/* Enters: Arabic and Hebrew with numbers, Latin words and brackets in it. Leaves: TAP: where its lines break, in which
   order their parts stand, and what is kept whole. */
#include "sheet.h"
#include "text/galley.h"

#include <hb.h>
#include <string.h>

static const PgStyle body = { .name = "body", .family = "Sans", .size = 9, .leading = 13.5 };

static gboolean
is_backwards (const PgGlyphRun *run)
{
  return (run->glyphs->item->analysis.level & 1) != 0;
}

/* The runs of a line from left to right. */
static GPtrArray *
runs_from_left (const PgLine *line)
{
  GPtrArray *runs = g_ptr_array_new ();
  for (guint i = 0; i < line->n_runs; i++)
    {
      guint at = 0;
      while (at < runs->len && ((PgGlyphRun *) g_ptr_array_index (runs, at))->x < line->runs[i].x)
        at++;
      g_ptr_array_insert (runs, (int) at, &line->runs[i]);
    }
  return runs;
}

/* The parts of a line from left to right, each as it is read, which is from the right for Arabic and Hebrew. */
static void
add_parts (GPtrArray *parts, const PgLines *lines, const PgLine *line)
{
  g_autoptr (GPtrArray) runs = runs_from_left (line);
  for (guint i = 0, next; i < runs->len; i = next)
    {
      g_autoptr (GString) part = g_string_new (NULL);
      gboolean backwards = is_backwards (g_ptr_array_index (runs, i));
      for (next = i; next < runs->len && is_backwards (g_ptr_array_index (runs, next)) == backwards; next++)
        {
          const PangoItem *item = ((PgGlyphRun *) g_ptr_array_index (runs, next))->glyphs->item;
          g_string_insert_len (part, backwards ? 0 : -1, lines->text + item->offset, item->length);
        }
      if (*g_strstrip (part->str) != '\0')
        g_ptr_array_add (parts, g_strdup (part->str));
    }
}

/* Wanted are the parts of each line from left to right, "\n" between lines. */
static void
expect_runs (const PgRun *runs, guint n, double width, gboolean right_to_left, const char *const *wanted)
{
  PgLines *lines = pg_lines_new (sheet_fonts (), &body, runs, n, width, right_to_left, NULL, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < lines->n_lines; i++)
    {
      if (i > 0)
        g_ptr_array_add (parts, g_strdup ("\n"));
      add_parts (parts, lines, &lines->lines[i]);
      double left = lines->lines[i].x, right = left + lines->lines[i].width;
      g_assert_cmpfloat_with_epsilon (right_to_left ? right : left, right_to_left ? width : 0, 0.01);
    }
  g_ptr_array_add (parts, NULL);
  g_autofree char *found = g_strjoinv ("|", (char **) parts->pdata), *expected = g_strjoinv ("|", (char **) wanted);
  g_assert_cmpstr (found, ==, expected);
  pg_lines_free (lines);
}

static void
expect (const char *language, double width, const char *text, const char *const *wanted)
{
  PgRun run = { .text = text, .style = &body, .language = language };
  expect_runs (&run, 1, width, TRUE, wanted);
}

static void
test_arabic (void)
{
  static const char *const wanted[] = {
    "يُرجى تأكيد الحضور قبل",
    "\n",
    /* The year stands left, although Arabic comes before it. */
    "على الهاتف",
    "2026-04-20",
    "\n",
    /* The groups in the order in which they are dialled, with their sign before them, on one line. */
    "أو عبر",
    "+212 5 37 00 12 34",
    "\n",
    /* The stop is the sentence's. */
    ".",
    "info@ports.example",
    "البريد",
    "\n",
    /* A pair of brackets runs with what is around it, also where a line ends within it. */
    "Rabat",
    "اعتُمد إعلان الرباط (",
    "\n",
    ") في الفترة",
    "Declaration",
    "\n",
    /* From 2021 on the right, where one begins to read, to 2023; times likewise. */
    "، وتُعقد الجلسة",
    "2023",
    "–",
    "2021",
    "\n",
    "OECD",
    "بحضور",
    "10:30",
    "–",
    "09:00",
    "\n",
    "و«منتدى الموانئ».",
    NULL,
  };
  expect (
      "ar", 110,
      "يُرجى تأكيد الحضور قبل 2026-04-20 على الهاتف +212 5 37 00 12 34 أو عبر البريد info@ports.example. اعتُمد إعلان "
      "الرباط (Rabat Declaration) في الفترة 2021–2023، وتُعقد الجلسة 09:00–10:30 بحضور OECD و«منتدى الموانئ».",
      wanted);
}

static void
test_hebrew (void)
{
  static const char *const wanted[] = {
    "המפגש השלישי של רשת",
    "\n",
    ") ייערך",
    "OGN",
    "הממשל הפתוח (",
    "\n",
    "בשעות",
    "2026-05-04",
    "בתאריך",
    "\n",
    "; לפרטים:",
    "10:30",
    "–",
    "09:00",
    "\n",
    /* The brackets are the number's. */
    "או",
    "(02) 555-1234",
    "טלפון",
    "\n",
    ". ד״ר",
    "info@ogn.example",
    "\n",
    "מרים לוי תציג את הדו״ח",
    "\n",
    "35%",
    ",",
    "2026",
    "–",
    "2024",
    "לשנים",
    "\n",
    "מן התקציב.",
    NULL,
  };
  expect (
      "he", 110,
      "המפגש השלישי של רשת הממשל הפתוח (OGN) ייערך בתאריך 2026-05-04 בשעות 09:00–10:30; לפרטים: טלפון (02) 555-1234 "
      "או info@ogn.example. ד״ר מרים לוי תציג את הדו״ח לשנים 2024–2026, 35% מן התקציב.",
      wanted);
}

/* Where the spaces of a line are stretched, those of a telephone number are not. */
static void
test_justified (void)
{
  static const char number[] = "+212 5 37 00 12 34";
  static const PgStyle justified
      = { .name = "justified", .family = "Sans", .size = 9, .leading = 13.5, .align = PG_ALIGN_JUSTIFY };
  PgRun run = { .text = "على الهاتف +212 5 37 00 12 34 أو عبر البريد", .style = &justified, .language = "ar" };
  PgRun alone = { .text = number, .style = &justified, .language = "ar" };
  PgLines *lines = pg_lines_new (sheet_fonts (), &justified, &run, 1, 140, TRUE, NULL, NULL);
  const PgLine *line = &lines->lines[0];
  guint at = 0;
  while (at + 1 < line->n_runs && !g_str_has_prefix (lines->text + line->runs[at].glyphs->item->offset, number))
    at++;
  g_assert_cmpfloat_with_epsilon (line->width, 140, 0.01);
  g_assert_cmpfloat_with_epsilon (line->runs[at].width, pg_runs_width (sheet_fonts (), &justified, &alone, 1, FALSE),
                                  0.01);
  pg_lines_free (lines);
}

/* Two Latin texts that were inserted stand in the order of the sentence around them, and each keeps its own; written
   by hand they are one phrase in Latin. */
static void
test_isolates (void)
{
  static const char *const inserted[] = { "Forum 2026", "،", "John Smith (Jr.)", NULL };
  static const char *const written[] = { "John Smith (Jr.)، Forum 2026", NULL };
  static const char name[] = "n", body_of[] = "b";
  PgRun runs[] = {
    { .text = "John ", .style = &body, .language = "en", .isolate = name, .isolate_language = "en" },
    { .text = "Smith (Jr.)", .style = &body, .language = "en", .isolate = name, .isolate_language = "en" },
    { .text = "، ", .style = &body, .language = "ar" },
    { .text = "Forum 2026", .style = &body, .language = "en", .isolate = body_of, .isolate_language = "en" },
  };
  expect_runs (runs, G_N_ELEMENTS (runs), 300, TRUE, inserted);
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    runs[i] = (PgRun){ .text = runs[i].text, .style = &body, .language = "ar" };
  expect_runs (runs, G_N_ELEMENTS (runs), 300, TRUE, written);
}

/* A number after a name in Arabic would be drawn to its other side, as part of the Arabic. */
static void
test_isolates_in_latin (void)
{
  static const char *const inserted[] = { "هالة منصور", "15 min", NULL };
  static const char *const written[] = { "15", "هالة منصور", "min", NULL };
  static const char name[] = "n";
  PgRun runs[] = {
    { .text = "هالة منصور", .style = &body, .language = "ar", .isolate = name, .isolate_language = "ar" },
    { .text = " 15 min", .style = &body, .language = "en" },
  };
  expect_runs (runs, G_N_ELEMENTS (runs), 300, FALSE, inserted);
  runs[0] = (PgRun){ .text = runs[0].text, .style = &body, .language = "en" };
  expect_runs (runs, G_N_ELEMENTS (runs), 300, FALSE, written);
}

/* What is in a language of the other direction is isolated also where nothing says so, and within what is isolated. */
static void
test_isolates_by_language (void)
{
  static const char *const room[] = { "(الكبرى)", "B", "قاعة", "Level 2", NULL };
  static const char *const span[] = { ")", "2", "قاعة (", "is the hall of", ")", "3", "قاعة (", ".", NULL };
  static const char text[] = "t";
  const PgRun inserted[] = {
    { .text = "قاعة B (الكبرى)", .style = &body, .language = "ar" },
    { .text = " Level 2", .style = &body, .language = "en" },
  };
  const PgRun within[] = {
    { .text = "قاعة (2)", .style = &body, .language = "ar", .isolate = text, .isolate_language = "en" },
    { .text = " is the hall of ", .style = &body, .language = "en", .isolate = text, .isolate_language = "en" },
    { .text = "قاعة (3)", .style = &body, .language = "ar", .isolate = text, .isolate_language = "en" },
    { .text = ".", .style = &body, .language = "en", .isolate = text, .isolate_language = "en" },
  };
  expect_runs (inserted, G_N_ELEMENTS (inserted), 300, FALSE, room);
  expect_runs (within, G_N_ELEMENTS (within), 400, FALSE, span);
}

/* A string without a language of its own has the direction of its first letter. */
static void
test_isolates_by_first_letter (void)
{
  static const char *const wanted[] = { "3", "·", "COM/D (2)", NULL };
  static const char reference[] = "r";
  const PgRun runs[] = {
    { .text = "COM/D (2)", .style = &body, .language = "ar", .isolate = reference },
    { .text = " · 3", .style = &body, .language = "ar" },
  };
  expect_runs (runs, G_N_ELEMENTS (runs), 300, TRUE, wanted);
}

static PangoGlyph
only_glyph (const PgGlyphRun *run)
{
  g_assert_cmpint (run->glyphs->glyphs->num_glyphs, ==, 1);
  return run->glyphs->glyphs->glyphs[0].glyph;
}

/* In a line from right to left the brackets turn round: HarfBuzz draws each as the other. */
static void
test_mirrored (void)
{
  PgRun run = { .text = "(א)", .style = &body, .language = "he" };
  PgLines *lines = pg_lines_new (sheet_fonts (), &body, &run, 1, 300, TRUE, NULL, NULL);
  const PgLine *line = &lines->lines[0];
  g_assert_cmpuint (line->n_runs, ==, 3); /* the brackets are in another font */
  hb_font_t *font = pango_font_get_hb_font (line->runs[0].glyphs->item->analysis.font);
  hb_codepoint_t opener, closer;
  gboolean opens = hb_font_get_nominal_glyph (font, '(', &opener);
  gboolean closes = hb_font_get_nominal_glyph (font, ')', &closer);
  g_assert_true (opens && closes);
  g_assert_cmpuint (only_glyph (&line->runs[0]), ==, closer);
  g_assert_cmpuint (only_glyph (&line->runs[2]), ==, opener);
  g_assert_cmpfloat (line->runs[2].x, <, line->runs[0].x);
  pg_lines_free (lines);
}

/* Square brackets are put round what is kept whole. */
static void
expect_wholes (const char *text, const char *wanted)
{
  PgRun run = { .text = text, .style = &body, .language = "ar" };
  PgGalley galley;
  pg_galley_init (&galley, sheet_fonts (), &body, &run, 1, TRUE);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < galley.n_chars; i++)
    {
      if (!galley.inside_number[i] && galley.inside_number[i + 1])
        g_string_append_c (found, '[');
      g_string_append_unichar (found, galley.chars[i]);
      if (galley.inside_number[i] && !galley.inside_number[i + 1])
        g_string_append_c (found, ']');
    }
  g_assert_cmpstr (found->str, ==, wanted);
  pg_galley_clear (&galley);
}

static void
test_numbers (void)
{
  expect_wholes ("+212 5 37 00 12 34", "[+212 5 37 00 12 34]");
  expect_wholes ("(+212) 537-001-234.", "[(+212) 537-001-234].");
  expect_wholes ("+44 (0)20 7946 0000 (24 h)", "[+44 (0)20 7946 0000] (24 h)");
  expect_wholes ("+33.1.99.00.12.34, +212537001234", "[+33.1.99.00.12.34], [+212537001234]");
  expect_wholes ("(02) 555-1234", "[(02) 555-1234]");
  expect_wholes ("05\u00a037\u00a000\u00a012\u00a034 / 2026", "[05\u00a037\u00a000\u00a012\u00a034] / 2026");
  expect_wholes ("٠٥٣٧ ٠٠ ١٢ ٣٤", "[٠٥٣٧ ٠٠ ١٢ ٣٤]");
  /* Neither years nor times, sums, paragraphs or dates in another order. */
  expect_wholes ("(2024-2026)", "(2024-2026)");
  expect_wholes ("09.30-11.00 09:00-10:30 +5 0 12", "09.30-11.00 09:00-10:30 +5 0 12");
  expect_wholes ("1 000 000, 12-345-678", "1 000 000, 12-345-678");
}

static void
test_dates (void)
{
  expect_wholes ("2026-05-04", "[2026-05-04]");
  expect_wholes ("2026-05-04 09:00, 2026-05-04 05 06", "[2026-05-04] 09:00, [2026-05-04] 05 06");
  expect_wholes ("(2026-05-04)2026-05-06", "([2026-05-04])[2026-05-06]");
  expect_wholes ("2026-05-041 12026-05-04 2026-5-4", "2026-05-041 12026-05-04 2026-5-4");
}

static void
test_addresses (void)
{
  expect_wholes ("info@ports.example.", "[info@ports.example].");
  expect_wholes ("(https://ports.example/2026/?a=b), www.ports.example",
                 "([https://ports.example/2026/?a=b]), [www.ports.example]");
  expect_wholes ("@ports a@ OECD/DAC", "@ports a@ OECD/DAC");
}

/* What is inserted is not taken for a part of a number around it. */
static void
test_numbers_in_isolates (void)
{
  static const char *const wanted[] = { "دقيقة", "000", "15", "05 37", NULL };
  static const char first[] = "d";
  PgRun runs[] = {
    { .text = "05 37", .style = &body, .language = "en", .isolate = first },
    { .text = " 15 000 دقيقة", .style = &body, .language = "ar" },
  };
  expect_runs (runs, G_N_ELEMENTS (runs), 300, TRUE, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines-direction/arabic", test_arabic);
  g_test_add_func ("/lines-direction/hebrew", test_hebrew);
  g_test_add_func ("/lines-direction/justified", test_justified);
  g_test_add_func ("/lines-direction/isolates", test_isolates);
  g_test_add_func ("/lines-direction/isolates-in-latin", test_isolates_in_latin);
  g_test_add_func ("/lines-direction/isolates-by-language", test_isolates_by_language);
  g_test_add_func ("/lines-direction/isolates-by-first-letter", test_isolates_by_first_letter);
  g_test_add_func ("/lines-direction/mirrored", test_mirrored);
  g_test_add_func ("/lines-direction/numbers", test_numbers);
  g_test_add_func ("/lines-direction/dates", test_dates);
  g_test_add_func ("/lines-direction/addresses", test_addresses);
  g_test_add_func ("/lines-direction/numbers-in-isolates", test_numbers_in_isolates);
  return g_test_run ();
}
