/* Enters: texts in many languages, styles and measures. Leaves: TAP: where their lines break. */
#include "sheet.h"
#include "text/galley.h"

#include <string.h>

#define EPSILON 0.01 /* pt */

static const PgStyle body = { .name = "body", .family = "Sans", .size = 9, .leading = 12.75 };
static const PgStyle title
    = { .name = "title", .family = "Sans", .size = 12, .bold = TRUE, .leading = 15, .balance = TRUE };
static const PgStyle column = {
  .name = "column", .family = "Serif", .size = 9.5, .leading = 13.5, .align = PG_ALIGN_JUSTIFY, .hyphenate = TRUE
};

/* One for all tests: what a test sees must not depend on what was set before it. */
static PgFonts *fonts;

static PgLines *
set_run (const PgRun *run, double width, ProgrammeReport *report)
{
  static const PgPlace place = { "event.xml", 7, 3 };
  gboolean right_to_left = g_str_has_prefix (run->language, "ar") || g_str_has_prefix (run->language, "he");
  return pg_lines_new (fonts, run->style, run, 1, width, right_to_left, &place, report);
}

static void
expect (const PgStyle *style, const char *language, double width, const char *text, const char *wanted)
{
  PgRun run = { .text = text, .style = style, .language = language };
  PgLines *lines = set_run (&run, width, NULL);
  g_autofree char *joined = sheet_join (lines);
  g_assert_cmpstr (joined, ==, wanted);
  pg_lines_free (lines);
}

static char *
findings_of (const PgStyle *style, const char *language, double width, const char *text)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  PgRun run = { .text = text, .style = style, .language = language };
  pg_lines_free (set_run (&run, width, report));
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      g_autofree char *finding = programme_finding_to_string (programme_report_get_finding (report, i));
      g_string_append_printf (all, "%s\n", finding);
    }
  return g_string_free (all, FALSE);
}

static void
test_ragged (void)
{
  static const char text[]
      = "The session will focus on a responsible use of AI in the public sector to support inclusive "
        "and human-centred public services. The OECD Secretariat will present the OECD Framework "
        "on the trustworthy use of AI.";
  /* First fit ends line 4 with "trustworthy use" and leaves "of AI." alone, which is less than 4 em (36 pt). */
  expect (&body, "en", 220, text,
          "The session will focus on a responsible use of AI in|the public sector to support inclusive and human-|"
          "centred public services. The OECD Secretariat will|present the OECD Framework on the trustworthy|"
          "use of AI.");
  /* First fit ends line 1 with "a" and line 7 with "of AI." left over; here no line is emptier than a third. */
  expect (&body, "en", 120, text,
          "The session will focus|on a responsible use of|AI in the public sector|to support inclusive and|"
          "human-centred public|services. The OECD|Secretariat will present the|OECD Framework on the|"
          "trustworthy use of AI.");
}

/* The last line has 4 em: 36 pt. "for all." alone has 26.7. */
static void
test_last_line (void)
{
  expect (&body, "en", 140, "The session will close with a word of thanks and a photo for all.",
          "The session will close with|a word of thanks and a|photo for all.");
}

static void
test_ranges (void)
{
  /* "2025–26" and "09:00–10:30" stay whole, also where half of one would fill the line. */
  expect (&body, "en", 100, "The biennium 2025–26 begins at 09:00–10:30 in 1998–2024 as ever.",
          "The biennium 2025–26|begins at 09:00–10:30|in 1998–2024 as ever.");
  /* Where there is no other way, they break rather than being torn. */
  expect (&body, "en", 28, "2025–26", "2025–|26");
}

static void
test_hyphens_of_its_own (void)
{
  /* Body text breaks after a hyphen, but not after a prefix of one or two letters. */
  expect (&body, "en", 92, "Discussion of bi-lateral and multi-lateral help",
          "Discussion of|bi-lateral and multi-|lateral help");
  expect (&body, "en", 86, "learning e-government tools", "learning|e-government tools");
  /* A title does not, unless a word is too wide for it. */
  expect (&title, "en", 150, "Public peer-to-peer learning", "Public peer-to-peer|learning");
  expect (&title, "en", 70, "cross-border", "cross-|border");
  /* A dash between spaces ends its line. */
  expect (&body, "en", 60, "Alpha beta – gamma delta", "Alpha beta –|gamma delta");
  expect (&body, "en", 52, "Alpha beta – gamma delta", "Alpha|beta –|gamma|delta");
}

static void
test_balance (void)
{
  /* Three lines fit in 250 pt as well as two in 340; each time all are about as wide. */
  expect (&title, "en", 340, "Building inclusive and human-centred policies and services in Southeast Asia",
          "Building inclusive and human-centred|policies and services in Southeast Asia");
  /* A line does not end with a preposition if it can help it: 221 + 282 pt rather than 242 + 261. */
  expect (&title, "en", 300, "Governing with Artificial intelligence for inclusive and human-centric public services",
          "Governing with Artificial intelligence|for inclusive and human-centric public services");
  expect (&title, "en", 230,
          "Designing and delivering better services through meaningful citizen and stakeholder participation",
          "Designing and delivering better|services through meaningful citizen|and stakeholder participation");
  /* No short word alone at the end. */
  expect (&title, "en", 140, "Opening remarks and photo of all", "Opening remarks|and photo of all");
}

/* The lines of a title are as many as without balance; the widest is at most a tenth wider than it need be for that, or a
   third where one ends with a clause; and they are the same in every column that takes that many lines. */
static void
check_balance (const char *text, double widest)
{
  PgStyle plain = title;
  plain.balance = FALSE;
  double narrowest = 0;
  guint n_lines = 0;
  g_autofree char *breaks = NULL;
  for (double width = 120; width < 720; width += 2)
    {
      PgRun balanced = { .text = text, .style = &title, .language = "en" }, ragged = balanced;
      ragged.style = &plain;
      PgLines *a = set_run (&balanced, width, NULL), *b = set_run (&ragged, width, NULL);
      if (a->n_lines != n_lines)
        narrowest = width;
      n_lines = a->n_lines;
      g_assert_cmpuint (n_lines, ==, b->n_lines);
      g_assert_cmpfloat (a->width, <=, n_lines > 1 ? narrowest * widest + EPSILON : width);
      char *now = sheet_join (a);
      if (width > narrowest * widest + 2) /* narrower columns leave less choice */
        g_assert_cmpstr (now, ==, breaks);
      g_free (breaks);
      breaks = now;
      pg_lines_free (a);
      pg_lines_free (b);
    }
  g_assert_cmpuint (n_lines, ==, 1);
}

static void
test_balance_keeps_lines (void)
{
  check_balance (
      "SESSION 4: Identifying policy priorities on digital government, open government, and the public sector", 1.35);
  check_balance ("Governing with Artificial intelligence for inclusive and trusted public services", 1.1);
  check_balance ("Designing and delivering better services through meaningful citizen and stakeholder participation",
                 1.1);
  check_balance ("Building inclusive and effective policies and services in Southeast Asia: a first exchange", 1.35);
}

static void
test_hyphenation (void)
{
  /* "ser=vices" and "pub=lic": three letters on either side. "Secretariat" and "Framework" are capitalised. */
  expect (
      &column, "en", 150,
      "The session will focus on a responsible use of AI in the public sector to support inclusive and human-centred "
      "public services. The OECD Secretariat will present the OECD Framework.",
      "The session will focus on a|responsible use of AI in the pub=|lic sector to support inclusive|"
      "and human-centred public ser=|vices. The OECD Secretariat will|present the OECD Framework.");
  /* British patterns where the tag has no region, American ones for the United States. */
  PgStyle narrow = body;
  narrow.hyphenate = TRUE;
  expect (&narrow, "en", 30, "knowledge", "know=|ledge");
  expect (&narrow, "en-US", 30, "knowledge", "knowl=|edge");
  expect (&narrow, "fr", 60, "administration", "administra=|tion");
  /* A word with a capital may be a name. */
  expect (&narrow, "en", 60, "the Organisations of all", "the|Organisations|of all");
  expect (&narrow, "en", 60, "the organisations of all", "the organisa=|tions of all");
  /* German writes every noun with a capital. */
  expect (&narrow, "de", 80, "die Zusammenarbeit", "die Zusam=|menarbeit");
  /* No patterns for this language: torn, not hyphenated. */
  expect (&narrow, "tlh", 30, "knowledge", "knowl|edge");
}

/* Where a word is too wide for any line it is hyphenated although the style says no, and although it has a capital. */
static void
test_hyphenation_in_need (void)
{
  expect (&body, "en", 60, "in telecommunications", "in telecom=|munications");
  expect (&body, "en", 60, "Telecommunications", "Telecommu=|nications");
}

static void
test_soft_hyphens (void)
{
  /* The writer's own points are shown where a line ends at one, and nowhere else. */
  PgRun run = { .text = "digital govern\u00adment", .style = &body, .language = "en" };
  PgLines *lines = set_run (&run, 76, NULL);
  g_autofree char *joined = sheet_join (lines);
  g_assert_cmpstr (joined, ==, "digital govern\u00ad=|ment");
  const PgLine *first = &lines->lines[0];
  g_assert_cmpuint (first->n_runs, ==, 2);
  /* The hyphen's text is the soft hyphen itself: byte 14 of the paragraph, 2 bytes. */
  g_assert_cmpint (first->runs[1].glyphs->item->offset, ==, 14);
  g_assert_cmpint (first->runs[1].glyphs->item->length, ==, 2);
  g_assert_cmpfloat_with_epsilon (first->runs[1].width, 9 * 0.322, EPSILON); /* Noto Sans' hyphen: 322/1000 em */
  pg_lines_free (lines);
  expect (&body, "en", 200, "digital govern\u00adment", "digital govern\u00adment");
  PgRun plain = { .text = "digital government", .style = &body, .language = "en" };
  g_assert_cmpfloat (pg_runs_width (fonts, &body, &run, 1, FALSE), ==, pg_runs_width (fonts, &body, &plain, 1, FALSE));
}

/* A hyphen that was put in has the soft hyphen behind the paragraph's end as its text. */
static void
test_hyphen_run (void)
{
  PgRun run = { .text = "extraordinary", .style = &column, .language = "en" };
  PgLines *lines = set_run (&run, 56, NULL);
  const PgLine *first = &lines->lines[0];
  g_assert_true (first->hyphenated);
  const PgGlyphRun *hyphen = &first->runs[first->n_runs - 1];
  g_assert_cmpint (hyphen->glyphs->item->offset, ==, (int) strlen ("extraordinary") + 1);
  g_assert_cmpstr (lines->text + hyphen->glyphs->item->offset, ==, "\u00ad");
  pg_lines_free (lines);
}

/* What the last run of the first line says. */
static char *
end_of_first_line (const char *text, const char *language)
{
  PgRun run = { .text = text, .style = &column, .language = language };
  PgLines *lines = set_run (&run, 400, NULL);
  g_assert_cmpuint (lines->n_lines, ==, 2);
  const PgLine *first = &lines->lines[0];
  const PgGlyphRun *last = &first->runs[first->n_runs - 1];
  const PangoItem *item = last->glyphs->item;
  char *said = g_strndup (lines->text + item->offset, (gsize) item->length);
  if (strcmp (said, " ") == 0)
    g_assert_cmpfloat (last->width, ==, 0);
  pg_lines_free (lines);
  return said;
}

static void
expect_end (const char *text, const char *language, const char *expected)
{
  g_autofree char *said = end_of_first_line (text, language);
  g_assert_cmpstr (said, ==, expected);
}

/* Words on two lines are not one word for those who read the text on; ideographs have no space between them. */
static void
test_forced_space (void)
{
  expect_end ("Open:\u2028see", "en", " ");
  expect_end ("Open: \u2028see", "en", "Open: ");
  expect_end ("항구\u2028바다", "ko", " ");
  expect_end ("港口\u2028海洋", "zh-Hans", "港口");
}

static void
test_forced (void)
{
  expect (&body, "en", 100, "One\u2028two and three and four five six", "One\u2028|two and three and|four five six");
  expect (&body, "en", 100, "\u2028One\u2028\u2028two\u2028", "\u2028|One\u2028|\u2028|two\u2028");
  /* Separators of paragraphs cannot stand within one. */
  expect (&body, "en", 200, "One\ntwo\tthree\u2029four", "One two three\u2028|four");
}

static void
test_no_break_space (void)
{
  expect (&body, "en", 52, "of about 5 km", "of about 5|km");
  expect (&body, "en", 52, "of about 5\u00a0km", "of about|5\u00a0km");
}

static void
test_french (void)
{
  /* Neither ":" nor "!" nor "»" starts a line, and "«" does not end one, although plain spaces stand before them. */
  expect (&body, "fr", 66, "Il dit « oui » ou bien « non » : voilà !", "Il dit « oui » ou|bien « non » :|voilà !");
}

static void
test_korean (void)
{
  /* Only after white space: never between the syllables of a word, before a particle, or before a bracket. */
  expect (&body, "ko", 100,
          "디지털 정부와 공공부문 혁신을 위한 네트워크는 2024년 9월 3일–5일 서울(KAIST)에서 열립니다.",
          "디지털 정부와 공공부문|혁신을 위한 네트워크는|2024년 9월 3일–5일|서울(KAIST)에서|열립니다.");
  /* A word that is wider than the line is broken between syllables after all. */
  expect (&body, "ko", 40, "대한민국행정안전부", "대한민국|행정안전|부");
}

static void
test_japanese (void)
{
  /* Kinsoku: no line starts with "、", "」" or "ー", or ends with "「" or "（". */
  expect (&body, "ja", 92, "人工知能「コンピューター」は、数学（架け橋）です。",
          "人工知能「コンピュー|ター」は、数学（架け|橋）です。");
  /* Titles break between phrases: not within 公共部門 or between a noun and its particle. */
  expect (&title, "ja", 150, "人工知能と公共部門のための数学的な考え方", "人工知能と公共部門の|ための数学的な考え方");
}

static void
test_chinese (void)
{
  /* The dot between the parts of a name does not start a line, although 王 alone would fit before it. Nor does a
     closing quote; "——" is not torn. */
  expect (&body, "zh-Hans", 45, "清华大学王·小明作题为“数学”的特邀报告——人工智能",
          "清华大学|王·小明作|题为“数|学”的特邀|报告——|人工智能");
}

/* Words by libthai and ICU together: only libthai would break เครือ|ข่าย, a network, and ว่า|การ of a ministry. */
static void
test_thai (void)
{
  expect (&body, "th", 50, "เครือข่ายดิจิทัล", "เครือข่าย|ดิจิทัล");
  expect (&body, "th", 52, "ประชุมเครือข่าย", "ประชุม|เครือข่าย");
  expect (&body, "th", 100, "การประชุมเครือข่ายรัฐบาลดิจิทัลและนวัตกรรมภาครัฐในเอเชียตะวันออกเฉียงใต้",
          "การประชุมเครือข่ายรัฐบาล|ดิจิทัลและนวัตกรรมภาครัฐ|ในเอเชียตะวันออกเฉียงใต้");
  expect (&body, "th", 60, "กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย", "กรุงเทพมหานคร|เป็นเมืองหลวง|ของประเทศไทย");
}

/* Words by ICU's dictionaries: "Vientiane is | the capital of | Laos", and so on. */
static void
test_lao_khmer_burmese (void)
{
  expect (&body, "lo", 60, "ວຽງຈັນເປັນນະຄອນຫຼວງຂອງປະເທດລາວ", "ວຽງຈັນເປັນ|ນະຄອນຫຼວງຂອງ|ປະເທດລາວ");
  expect (&body, "km", 60, "ភ្នំពេញជារាជធានីនៃប្រទេសកម្ពុជា", "ភ្នំពេញជារាជធានី|នៃប្រទេសកម្ពុជា");
  expect (&body, "my", 60, "မြန်မာနိုင်ငံသည် အရှေ့တောင်အာရှတွင် ရှိသည်။", "မြန်မာနိုင်ငံ|သည်|အရှေ့တောင်|အာရှတွင်|ရှိသည်။");
}

static void
test_vietnamese (void)
{
  expect (&body, "vi", 110, "Cuộc họp của Mạng lưới Chính phủ số sẽ được tổ chức vào ngày 3 tháng 9.",
          "Cuộc họp của Mạng lưới|Chính phủ số sẽ được tổ|chức vào ngày 3 tháng 9.");
}

/* At any measure, however narrow, no line starts with a mark that belongs to a letter, or a vowel sign. */
static void
test_clusters_stay_whole (void)
{
  static const struct
  {
    const char *language, *text;
  } texts[] = {
    { "th", "การประชุมเครือข่ายรัฐบาลดิจิทัลและนวัตกรรมที่ตั้ง" },
    { "lo", "ກອງປະຊຸມເຄືອຂ່າຍລັດຖະບານດິຈິຕອນໃນອາຊີຕາເວັນອອກສຽງໃຕ້" },
    { "km", "កិច្ចប្រជុំបណ្តាញរដ្ឋាភិបាលឌីជីថលនៅអាស៊ីអាគ្នេយ៍" },
    { "my", "အရှေ့တောင်အာရှရှိဒစ်ဂျစ်တယ်အစိုးရကွန်ရက်အစည်းအဝေး" },
    { "hi", "कार्यक्रम की राष्ट्रीय संगोष्ठी" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 1; width < 150; width += 1.5)
      {
        PgRun run = { .text = texts[i].text, .style = &body, .language = texts[i].language };
        PgLines *lines = set_run (&run, width, NULL);
        for (guint k = 0; k < lines->n_lines; k++)
          {
            gunichar first = g_utf8_get_char (lines->text + lines->lines[k].start);
            g_assert_false (g_unichar_ismark (first));
            gunichar before = k > 0 ? g_utf8_get_char (g_utf8_prev_char (lines->text + lines->lines[k].start)) : 'a';
            g_assert_cmphex (before, !=, 0x17d2); /* Khmer coeng, which joins to what follows */
            g_assert_cmphex (before, !=, 0x1039); /* Burmese virama */
          }
        pg_lines_free (lines);
      }
}

/* What of a text is set, and what is told of pictographs that are left out. */
static void
assert_sifted (const char *text, const char *wanted, const char *told)
{
  static const PgPlace place = { .file = "event.xml", .line = 7, .column = 3 };
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (PgFonts) own = pg_fonts_take (NULL, NULL, NULL);
  PgRun run = { .text = text, .style = &body, .language = "en" };
  PgLines *lines = pg_lines_new (own, &body, &run, 1, 400, FALSE, &place, report);
  g_assert_cmpstr (lines->text, ==, wanted);
  pg_lines_free (lines);
  pg_lines_tell_left_out (own, report);
  if (told == NULL)
    {
      g_assert_cmpuint (programme_report_get_n_findings (report), ==, 0);
      return;
    }
  g_autofree char *finding = programme_finding_to_string (programme_report_get_finding (report, 0));
  g_assert_cmpstr (finding, ==, told);
}

static void
test_pictographs (void)
{
  assert_sifted ("Port \U0001f680", "Port \U0001f680", NULL);
  /* a skin's tone and a keycap's frame take colours; one that no font has goes with what is tied to it and a space */
  assert_sifted ("\U0001f44d\U0001f3fd 1\ufe0f\u20e3", "\U0001f44d 1\ufe0f", NULL);
  assert_sifted ("\U0001faff\U0001f3fd\u200d\U0001f680 and \U0001fafe\ufe0f more", "\U0001f680 and more",
                 "event.xml:7:3: warning: 2 pictographs are left out, because no font has them, the first of them "
                 "U+1FAFF <unassigned-1FAFF>: write words instead, or add a font of your own that has what is missing "
                 "[missing-pictograph]");
}

static void
test_missing_glyph (void)
{
  g_autofree char *findings = findings_of (&body, "en", 200, "Eye: \U00013080, hand: \U0001309d, eye: \U00013080");
  g_assert_cmpstr (findings, ==,
                   "event.xml:7:3: error: no font of the set has the script of U+13080 \U00013080 EGYPTIAN "
                   "HIEROGLYPH D010; write it otherwise, or add a font of your own that has it [missing-glyph]\n");
  g_autofree char *bullet = findings_of (&body, "en", 200, "\uf0b7 One");
  g_assert_cmpstr (
      bullet, ==,
      "event.xml:7:3: error: no font of the set has U+F0B7 \uf0b7 <private use area-F0B7>; a word processor put it "
      "there, perhaps for a bullet: write <list> with an <item> for each [missing-glyph]\n");
  /* Controls of direction, spaces of no width and soft hyphens need no glyph; symbols come from the set. */
  g_autofree char *none = findings_of (&body, "en", 200, "\u2068a\u2069 \u200b\u200d\ufeff\u00ad → ✓ ■ ① ₩ 한 漢 ကြ");
  g_assert_cmpstr (none, ==, "");
}

/* A theme may name a family that is not there; that is said once. */
static void
test_missing_font (void)
{
  PgStyle style = body;
  style.family = "Frutiger";
  g_autofree char *findings = findings_of (&style, "en", 200, "One family, two lines\u2028and one finding");
  g_assert_cmpstr (
      findings, ==,
      "warning: there is no family \"Frutiger\", which the theme names; Sans takes its place, unless you add its "
      "fonts as your own [missing-font]\n");
}

static void
test_overfull (void)
{
  g_autofree char *torn = findings_of (&body, "en", 50, "a barbara.ubaldi@example.org b");
  g_assert_cmpstr (
      torn, ==,
      "event.xml:7:3: warning: “barbara.ubaldi@example.o…” is wider than its line of 50 pt and was broken; "
      "allow breaks with soft hyphens (U+00AD) [overfull-line]\n");
  g_autofree char *number = findings_of (&body, "en", 20, "1234567890");
  g_assert_nonnull (strstr (number, "use larger paper, or write it in parts [overfull-line]"));
  /* Neither hyphenation nor a break that other scripts allow is worth a word. */
  g_autofree char *hyphenated = findings_of (&body, "en", 50, "telecommunications");
  g_assert_cmpstr (hyphenated, ==, "");
  g_autofree char *korean = findings_of (&body, "ko", 40, "대한민국행정안전부");
  g_assert_cmpstr (korean, ==, "");
  /* Nor is a justified line whose spaces were narrowed. */
  g_autofree char *shrunk = findings_of (&column, "en", 150,
                                         "The OECD Secretariat will present the OECD Framework on "
                                         "the trustworthy use of artificial intelligence for all.");
  g_assert_cmpstr (shrunk, ==, "");
}

static void
test_empty (void)
{
  expect (&body, "en", 100, "", "");
  expect (&body, "en", 100, "  ", "");
  PgRun run = { .text = "", .style = &body, .language = "en" };
  PgLines *lines = set_run (&run, 100, NULL);
  g_assert_cmpuint (lines->n_lines, ==, 1);
  g_assert_cmpuint (lines->lines[0].n_runs, ==, 0);
  g_assert_cmpfloat (lines->width, ==, 0);
  pg_lines_free (lines);
}

/* What latin.c allows is what Pango allows. */
static void
test_latin_breaks (void)
{
  static const char *const pieces[]
      = { "word", "Ab", "2024", "-", "–", " ", " ", " ", ",",      ".", ":", "(",      ")",
          "“",    "”",  "’",    "'", "!", "é", "ễ", "&", "\u00ad", "[", "]", "\u2028", "a" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20240903);
  guint known = 0;
  for (guint n = 0; n < 20000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (int i = g_rand_int_range (random, 1, 12); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      PgRun run = { .text = text->str, .style = &body, .language = "en" };
      PgGalley galley;
      pg_galley_init (&galley, fonts, &body, &run, 1, FALSE);
      g_autofree guint8 *allowed = g_new0 (guint8, galley.n_chars + 1);
      g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, galley.n_chars + 1);
      pango_default_break (galley.text, (int) galley.length, NULL, attrs, (int) galley.n_chars + 1);
      if (pg_latin_breaks (&galley, allowed))
        {
          known++;
          for (guint i = 1; i < galley.n_chars; i++)
            if (g_unichar_isdigit (galley.chars[i]) && strchr (".,:", (char) galley.chars[i - 1]) != NULL)
              g_assert_false (allowed[i]); /* Pango 1.50 breaks in "p.3" */
            else if (galley.chars[i - 1] != PG_LINE_SEPARATOR
                     && (gboolean) allowed[i] != (gboolean) attrs[i].is_line_break)
              g_error ("“%s”: %s %u", g_strescape (text->str, NULL), allowed[i] ? "break before" : "no break before",
                       i);
        }
      pg_galley_clear (&galley);
    }
  g_assert_cmpuint (known, ==, 12681); /* of 20,000 wild ones; fewer would be slower, and right */
}

/* The characters between letters that latin.c knows, and what stands next to them in the tables. */
static void
test_latin_characters (void)
{
  static const char known[] = "*&@?;!.,:-'\"()[]09 \u00c0\u00d6\u00d8\u00f6\u00f8\u024f\u1e00\u1eff\u2010\u2012\u2013"
                              "\u2018\u2019\u201c\u201d\u00ad",
                    unknown[] = "%$/+{|}#=<>~\u00a0\u00bf\u00d7\u00f7\u0250\u1dff\u1f00\u2011\u2014\u2026";
  g_autofree char *all = g_strconcat (known, unknown, NULL);
  for (const char *at = all; *at != '\0'; at = g_utf8_next_char (at))
    {
      /* After a stop Pango is asked about a letter, but not about a space. */
      const char *between = strchr (".,:;!?", *at) != NULL ? " " : "";
      g_autofree char *text = g_strdup_printf ("a%.*s%sb", (int) (g_utf8_next_char (at) - at), at, between);
      PgRun run = { .text = text, .style = &body, .language = "en" };
      PgGalley galley;
      pg_galley_init (&galley, fonts, &body, &run, 1, FALSE);
      g_autofree guint8 *allowed = g_new0 (guint8, galley.n_chars + 1);
      g_assert_cmpint (pg_latin_breaks (&galley, allowed), ==, at < all + strlen (known));
      pg_galley_clear (&galley);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  GError *error = NULL;
  fonts = pg_fonts_take (NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/lines/ragged", test_ragged);
  g_test_add_func ("/lines/last-line", test_last_line);
  g_test_add_func ("/lines/ranges", test_ranges);
  g_test_add_func ("/lines/hyphens-of-its-own", test_hyphens_of_its_own);
  g_test_add_func ("/lines/balance", test_balance);
  g_test_add_func ("/lines/balance-keeps-lines", test_balance_keeps_lines);
  g_test_add_func ("/lines/hyphenation", test_hyphenation);
  g_test_add_func ("/lines/hyphenation-in-need", test_hyphenation_in_need);
  g_test_add_func ("/lines/soft-hyphens", test_soft_hyphens);
  g_test_add_func ("/lines/hyphen-run", test_hyphen_run);
  g_test_add_func ("/lines/forced", test_forced);
  g_test_add_func ("/lines/forced-space", test_forced_space);
  g_test_add_func ("/lines/no-break-space", test_no_break_space);
  g_test_add_func ("/lines/french", test_french);
  g_test_add_func ("/lines/korean", test_korean);
  g_test_add_func ("/lines/japanese", test_japanese);
  g_test_add_func ("/lines/chinese", test_chinese);
  g_test_add_func ("/lines/thai", test_thai);
  g_test_add_func ("/lines/lao-khmer-burmese", test_lao_khmer_burmese);
  g_test_add_func ("/lines/vietnamese", test_vietnamese);
  g_test_add_func ("/lines/clusters-stay-whole", test_clusters_stay_whole);
  g_test_add_func ("/lines/missing-glyph", test_missing_glyph);
  g_test_add_func ("/lines/pictographs", test_pictographs);
  g_test_add_func ("/lines/overfull", test_overfull);
  g_test_add_func ("/lines/missing-font", test_missing_font); /* after those that expect no findings */
  g_test_add_func ("/lines/empty", test_empty);
  g_test_add_func ("/lines/latin-breaks", test_latin_breaks);
  g_test_add_func ("/lines/latin-characters", test_latin_characters);
  int status = g_test_run ();
  pg_fonts_give_back (fonts);
  return status;
}
