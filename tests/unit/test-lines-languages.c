/* Enters: a text each in European languages and those of East and Southeast Asia, in a narrow column. Leaves: TAP: where
   their lines break, and in which fonts their punctuation stands. */
#include "sheet.h"
#include "text/paragraph.h"

#include <string.h>

static const PgStyle ragged = { .name = "ragged", .family = "Sans", .size = 9, .leading = 12.75 };
static const PgStyle justified = {
  .name = "justified", .family = "Serif", .size = 9.5, .leading = 13.5, .align = PG_ALIGN_JUSTIFY, .hyphenate = TRUE
};
static const PgStyle title
    = { .name = "title", .family = "Sans", .size = 12, .bold = TRUE, .leading = 16, .balance = TRUE };

static void
test_french (void)
{
  static const char *const wanted[] = {
    "L’intelligence artificielle au",
    "service de l’intérêt géné=",
    "ral : les administrations",
    /* "«" would fit here, but opens what the next line says. This line has one space, which is not torn open. */
    "publiques s’interrogent.",
    "« Faut-il réglementer, et",
    /* Neither "?" nor "»" is parted from its word, although plain spaces stand between. */
    "comment ? » demandera",
    "Mme\u00a0Œuvrard, secrétaire",
    "d’État chargée du numé=",
    /* "aujourd’hui" is never divided at its apostrophe. */
    "rique ; aujourd’hui, à 9\u00a0h\u00a030,",
    "la Commission européenne",
    "répondra.",
    NULL,
  };
  assert_broken (
      &justified, "fr", 128,
      "L’intelligence artificielle au service de l’intérêt général : les administrations publiques s’interrogent. « "
      "Faut-il réglementer, et comment ? » demandera Mme\u00a0Œuvrard, secrétaire d’État chargée du numérique ; "
      "aujourd’hui, à 9\u00a0h\u00a030, la Commission européenne répondra.",
      wanted);
}

static void
test_german (void)
{
  static const char *const wanted[] = {
    /* Nouns are divided although they have a capital. */
    "Das Bundesverwal=",
    "tungsamt stellt die Ent=",
    "wicklung der Verwal=",
    "tungszusammenarbeit",
    /* “ closes in German. */
    "vor. „Bürgernah“ heißt:",
    "weniger Zuständigkeits=",
    /* "E-" is too short to be parted; "Ost-West-" ends a line, as compounds with hyphens may. */
    "wechsel, E-Government",
    "auch in der Ost-West-",
    "Partnerschaft und der",
    "Haushalt 2026–2027",
    "gemäß §\u00a012 Abs.\u00a03 des",
    "Gesetzes.",
    NULL,
  };
  assert_broken (
      &justified, "de", 110,
      "Das Bundesverwaltungsamt stellt die Entwicklung der Verwaltungszusammenarbeit vor. „Bürgernah“ heißt: "
      "weniger Zuständigkeitswechsel, E-Government auch in der Ost-West-Partnerschaft und der Haushalt 2026–2027 "
      "gemäß §\u00a012 Abs.\u00a03 des Gesetzes.",
      wanted);
}

static void
test_vietnamese (void)
{
  static const char *const wanted[] = {
    /* Every syllable is a word to break after; none is divided. */
    "Ngài Nguyễn Đức Minh,",
    "Bộ trưởng Bộ Đất đai",
    "và Cây trồng, khai mạc",
    "Đối thoại (lần thứ 4) về",
    "nông nghiệp vùng châu",
    "thổ giai đoạn 2024–2025;",
    /* The dash between spaces ends its line. */
    "phiên họp kỹ thuật Anh –",
    "Việt diễn ra tại TP.\u00a0Hồ Chí",
    "Minh.",
    NULL,
  };
  assert_broken (
      &justified, "vi", 113,
      "Ngài Nguyễn Đức Minh, Bộ trưởng Bộ Đất đai và Cây trồng, khai mạc Đối thoại (lần thứ 4) về nông nghiệp vùng "
      "châu thổ giai đoạn 2024–2025; phiên họp kỹ thuật Anh – Việt diễn ra tại TP.\u00a0Hồ Chí Minh.",
      wanted);
}

static void
test_korean (void)
{
  static const char *const wanted[] = {
    "제3차 공공데이터",
    "장관회의는 2026년 5월",
    /* 4일(월)부터 is one word: not broken at its brackets. */
    "4일(월)부터 6일까지",
    /* Nor is 데이터’라는 after its quotation mark. */
    "‘모두를 위한 데이터’라는",
    "주제로 열립니다. 개회사는",
    "행정안전부(MOIS)",
    "장관이, 기조연설은",
    "OECD 사무총장이",
    "하며, 참가자·발표자",
    "명단과 회의자료는",
    /* The particle stays with the address. */
    "www.example.org에서",
    "볼 수 있습니다.",
    NULL,
  };
  assert_broken (&ragged, "ko", 100,
                 "제3차 공공데이터 장관회의는 2026년 5월 4일(월)부터 6일까지 ‘모두를 위한 데이터’라는 주제로 열립니다. "
                 "개회사는 행정안전부(MOIS) 장관이, 기조연설은 OECD 사무총장이 하며, 참가자·발표자 명단과 회의자료는 "
                 "www.example.org에서 볼 수 있습니다.",
                 wanted);
}

static void
test_japanese (void)
{
  static const char *const wanted[] = {
    "各国の閣僚が「データ",
    "は誰のものか」をテー",
    /* These two are filled to the last square, by what may not start the next. */
    "マに、オープンデータ、",
    "サイバーセキュリティー",
    "について話し合った（第",
    "２部）。使ってもらえる",
    /* …… and 。 stay with their word. */
    "データとは何か……。",
    "会場では『公共データ",
    "白書』を配布、参加者",
    /* ５０％ is one number, though its figures are as wide as ideographs; so is 1,200. */
    "は約1,200人、費用は",
    "５０％減。",
    NULL,
  };
  assert_broken (
      &ragged, "ja", 99,
      "各国の閣僚が「データは誰のものか」をテーマに、オープンデータ、サイバーセキュリティーについて話し合った（第２"
      "部）。"
      "使ってもらえるデータとは何か……。会場では『公共データ白書』を配布、参加者は約1,200人、費用は５０％減。",
      wanted);
}

static void
test_spanish (void)
{
  static const char *const wanted[] = {
    "¿Quién protege los datos",
    "de la ciudadanía? «La",
    "transparencia —dijo la",
    "Sra. Íñiguez— empieza",
    "en el ayuntamiento».",
    /* ¡ opens what follows; n.º stays with its number. */
    "¡Participe! Sesión n.º 3, de",
    "9.00 a 10.30 h.",
    NULL,
  };
  assert_broken (&justified, "es", 118,
                 "¿Quién protege los datos de la ciudadanía? «La transparencia —dijo la Sra. Íñiguez— empieza en el "
                 "ayuntamiento». ¡Participe! Sesión n.º 3, de 9.00 a 10.30 h.",
                 wanted);
}

static void
test_portuguese (void)
{
  static const char *const wanted[] = {
    "A Sr.ª Conceição abre a",
    "sessão n.º 4, «Água e",
    /* At a hyphen of its own, and nowhere else: none is put in. */
    "clima», às 9h30. Guarda-",
    "chuvas e bem-vindos:",
    "diga-nos quem vem.",
    NULL,
  };
  assert_broken (&ragged, "pt", 104,
                 "A Sr.ª Conceição abre a sessão n.º 4, «Água e clima», às 9h30. Guarda-chuvas e bem-vindos: diga-nos "
                 "quem vem.",
                 wanted);
}

static void
test_indonesian (void)
{
  static const char *const wanted[] = {
    "Menteri-menteri",
    /* A doubled word is divided at its hyphen alone. */
    "membahas undang-",
    "undang kelautan, “laut",
    "untuk semua”, pada",
    "pukul 09.00–10.30 di",
    "Ruang Garuda (lantai 2).",
    NULL,
  };
  assert_broken (&ragged, "id", 104,
                 "Menteri-menteri membahas undang-undang kelautan, “laut untuk semua”, pada pukul 09.00–10.30 di Ruang "
                 "Garuda (lantai 2).",
                 wanted);
}

static void
test_malay (void)
{
  static const char *const wanted[] = {
    "Dato’ Sri Aminah",    "merasmikan",         "persidangan tentang", "pelabuhan-pelabuhan",
    "di rantau ini; sesi", "soal jawab bermula", "10.30 pagi.",         NULL,
  };
  assert_broken (&ragged, "ms", 104,
                 "Dato’ Sri Aminah merasmikan persidangan tentang pelabuhan-pelabuhan di rantau ini; sesi soal jawab "
                 "bermula 10.30 pagi.",
                 wanted);
}

static void
test_traditional_chinese (void)
{
  static const char *const wanted[] = {
    "部長們討論「資料屬於",
    "誰」，並通過《港口宣",
    "言》。會議於2026年5月4",
    "日（星期一）上午９時在",
    "國際會議中心舉行……歡",
    "迎參加！",
    NULL,
  };
  assert_broken (
      &ragged, "zh-Hant", 99,
      "部長們討論「資料屬於誰」，並通過《港口宣言》。會議於2026年5月4日（星期一）上午９時在國際會議中心舉行……歡迎參"
      "加！",
      wanted);
}

/* Small kana, the signs of length and repetition, closing brackets and stops start no line; opening ones end none. */
static void
test_kinsoku (void)
{
  static const char *const wanted[] = {
    /* っ is small: と alone may start the next. */
    "「きっと」「もっ", "と」と、ちょっ", "とずつ……――",     "データの「見", "える化」（オー",
    "プン化）、佐々",   "木氏、５０％、", "ティーチイン。", NULL,
  };
  static const char text[]
      = "「きっと」「もっと」と、ちょっとずつ……――データの「見える化」（オープン化）、佐々木氏、５０％、ティーチイン。";
  assert_broken (&ragged, "ja", 72, text, wanted);
  for (double width = 27; width < 200; width++)
    {
      PgLines *lines = sheet_break (&ragged, "ja", width, text);
      for (guint i = 1; i < lines->n_lines; i++)
        {
          const char *start = lines->text + lines->lines[i].start;
          g_assert_null (g_utf8_strchr ("、。」）ーっょィ々％…", -1, g_utf8_get_char (start)));
          g_assert_null (g_utf8_strchr ("「（", -1, g_utf8_get_char (g_utf8_prev_char (start))));
        }
      pg_lines_free (lines);
    }
}

/* A title rather ends its lines with a particle than between the ideographs of a compound, 持続|可能 or 海上|交通. */
static void
test_japanese_titles (void)
{
  static const char *const wanted[]
      = { "気候変動に対応した", "持続可能な海上交通のための", "国際協力に関する閣僚会合", NULL };
  static const char *const quoted[] = { "データの見える化を", "進める「共通の物差し」", "づくりに向けて", NULL };
  assert_broken (&title, "ja", 170, "気候変動に対応した持続可能な海上交通のための国際協力に関する閣僚会合", wanted);
  assert_broken (&title, "ja", 160, "データの見える化を進める「共通の物差し」づくりに向けて", quoted);
}

static void
test_chinese (void)
{
  static const char *const wanted[] = {
    "会议将审议《公共数",
    "据开放指南》（征求意",
    /* The dot between the parts of a name does not start a line: 拉, which would fit, goes with it. */
    "见稿），并听取阿卜杜",
    "拉·本·萨勒曼先生题",
    /* The dash is of two squares, which are not parted. */
    "为“数据——新的公共",
    "资源”的主旨报告；随",
    "后，各国代表就“数字",
    /* A quotation mark that closes does not start a line; the ellipsis is whole. */
    "城市”、隐私保护……进",
    "行交流。会议于2026年",
    "5月4日至6日举行，赠",
    "阅率达95%。",
    NULL,
  };
  assert_broken (
      &ragged, "zh-Hans", 95,
      "会议将审议《公共数据开放指南》（征求意见稿），并听取阿卜杜拉·本·萨勒曼先生题为“数据——新的公共资源”的主旨报告；"
      "随后，各国代表就“数字城市”、隐私保护……进行交流。会议于2026年5月4日至6日举行，赠阅率达95%。",
      wanted);
}

/* Not within 交通, traffic, though the lines would be as long then. */
static void
test_chinese_titles (void)
{
  static const char *const wanted[] = { "山地城市轨道", "交通部长级会议", NULL };
  static const char *const parted[] = { "无障碍", "设施", NULL };
  assert_broken (&title, "zh-Hans", 110, "山地城市轨道交通部长级会议", wanted);
  assert_broken (&title, "zh-Hans", 50, "无障碍设施", parted);
}

/* The family that shows the character at a byte. */
static char *
family_at (const PgLines *lines, guint byte)
{
  for (guint i = 0; i < lines->n_lines; i++)
    for (guint k = 0; k < lines->lines[i].n_runs; k++)
      {
        const PangoItem *item = lines->lines[i].runs[k].glyphs->item;
        if (byte < (guint) item->offset || byte >= (guint) (item->offset + item->length))
          continue;
        PangoFontDescription *description = pango_font_describe (item->analysis.font);
        char *family = g_strdup (pango_font_description_get_family (description));
        pango_font_description_free (description);
        return family;
      }
  return g_strdup ("none");
}

static void
expect_family (const char *language, const char *text, const char *character, const char *wanted)
{
  PgLines *lines = sheet_break (&ragged, language, 1000, text);
  g_autofree char *family = family_at (lines, (guint) (strstr (text, character) - text));
  g_assert_cmpstr (family, ==, wanted);
  pg_lines_free (lines);
}

/* What Chinese and Japanese share with Latin is drawn by their own font, a square wide; in Latin it is Latin's. */
static void
test_punctuation (void)
{
  expect_family ("zh-Hans", "题为“数据”的报告", "“", "Noto Sans CJK SC");
  expect_family ("zh-Hans", "题为“数据”的报告", "”", "Noto Sans CJK SC");
  expect_family ("zh-Hans", "题为“OECD”的报告", "“", "Noto Sans CJK SC");
  expect_family ("zh-Hans", "由OECD“数据”组", "“", "Noto Sans CJK SC");
  expect_family ("zh-Hans", "OECD——资源", "——", "Noto Sans CJK SC");
  expect_family ("zh-Hans", "隐私……进行", "……", "Noto Sans CJK SC");
  expect_family ("zh-Hans", "本·萨勒曼", "·", "Noto Sans CJK SC");
  expect_family ("zh-Hant", "第「一」場", "「", "Noto Sans CJK TC");
  expect_family ("ja", "AI……。", "……", "Noto Sans CJK JP");
  expect_family ("ja", "未来――技術", "――", "Noto Sans CJK JP");
  expect_family ("zh-Hans", "题为 People’s data", "’", "Noto Sans");
  expect_family ("en", "the “data” of 数据", "“", "Noto Sans");
}

/* The widest space of a line, pt. */
static double
widest_space (const PgLines *lines, const PgLine *line)
{
  double widest = 0;
  for (guint r = 0; r < line->n_runs; r++)
    {
      const PangoGlyphItem *item = line->runs[r].glyphs;
      for (int i = 0; i < item->glyphs->num_glyphs; i++)
        {
          guint at = (guint) (item->item->offset + item->glyphs->log_clusters[i]);
          if (lines->text[at] == ' ' && at + 1 < line->end)
            widest = MAX (widest, item->glyphs->glyphs[i].geometry.width / (double) PANGO_SCALE);
        }
    }
  return widest;
}

static PgLines *
set_wide (const PgStyle *style, const char *language, double width, const char *text)
{
  static PgRun run; /* which lines refer to */
  run = (PgRun){ .text = text, .style = style, .language = language };
  return pg_lines_new (sheet_fonts (), style, &run, 1, width, FALSE, NULL, NULL);
}

/* Korean is flush without wide spaces: what these may not take, syllables do. */
static void
test_korean_spaces (void)
{
  static const char text[]
      = "정부는 인공지능을 비롯한 디지털 기술과 데이터, 그리고 공공부문 혁신을 활용하여 시민과 기업의 변화하는 수요를 "
        "파악하고 충족할 수 있다. 아울러 개방적이고 참여적인 접근 방식을 도입한다.";
  PgLines *natural = set_wide (&justified, "ko", 2000, text);
  double space = widest_space (natural, &natural->lines[0]);
  g_assert_cmpfloat (space, >, 1);
  for (double width = 25 * 9.5; width < 420; width += 7)
    {
      PgLines *lines = set_wide (&justified, "ko", width, text);
      for (guint i = 0; i + 1 < lines->n_lines; i++)
        {
          g_assert_cmpfloat (widest_space (lines, &lines->lines[i]), <=, 1.6 * space + 0.01);
          g_assert_cmpfloat_with_epsilon (lines->lines[i].width, width, 0.02);
        }
      pg_lines_free (lines);
    }
  pg_lines_free (natural);
}

/* Chinese and Japanese are flush where a style is ragged, but not in titles; Latin is not. */
static void
test_squares_are_flush (void)
{
  static const char *const texts[][2] = {
    { "ja", "太平洋に面する沿岸都市には、約四億人が暮らしている。高潮や津波の危険は年々高まっており、2023年以降の三年間"
            "だけでも発令した。" },
    { "zh-Hans",
      "亚洲有一百二十多座城市建在山地之间，使这些城市的轨道交通造价往往高出平原城市一倍。2024年通过的倡议提出。" }
  };
  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    {
      PgLines *lines = set_wide (&ragged, texts[t][0], 185, texts[t][1]);
      g_assert_cmpuint (lines->n_lines, >, 2);
      for (guint i = 0; i + 1 < lines->n_lines; i++)
        g_assert_cmpfloat_with_epsilon (lines->lines[i].width, 185, 0.02);
      pg_lines_free (lines);
    }
  PgLines *latin
      = set_wide (&ragged, "en", 185, "The halls of the old harbour stand where the ships once lay, and so on.");
  g_assert_cmpfloat (latin->lines[0].width, <, 184);
  pg_lines_free (latin);
  PgLines *heading = set_wide (&title, "ja", 185, texts[0][1]);
  g_assert_cmpfloat (heading->lines[0].width, <, 184);
  pg_lines_free (heading);
}

/* The width of a text in squares. */
static void
assert_squares (const char *language, const char *text, double wanted)
{
  PgRun run = { .text = text, .style = &ragged, .language = language };
  g_assert_cmpfloat_with_epsilon (pg_runs_width (sheet_fonts (), &ragged, &run, 1, FALSE) / ragged.size, wanted, 0.01);
}

/* Of two signs in a row one gives its white half, and so does each at the edges of lines. */
static void
test_closed_up (void)
{
  assert_squares ("ja", "日本語", 3);
  assert_squares ("ja", "あ、「い", 3.5);
  assert_squares ("ja", "あ。い", 3);
  assert_squares ("ja", "「あ」", 2);
  assert_squares ("ja", "い（案）》。", 4.5);
  assert_squares ("ja", "い『「あ」』う", 6);
  assert_squares ("ja", "あ」・「い", 4);
  assert_squares ("zh-Hans", "题，“数学”。", 5.5);
  /* a stop in the middle of its square keeps it */
  assert_squares ("zh-Hant", "題。「數", 3.5);
  assert_squares ("zh-Hant", "題。", 2);
  PgLines *lines = set_wide (&ragged, "ja", 45, "日本語を話す「本」を読む");
  for (guint i = 0; i < lines->n_lines; i++)
    g_assert_cmpfloat (lines->lines[i].width, <=, 45.01);
  pg_lines_free (lines);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines-languages/french", test_french);
  g_test_add_func ("/lines-languages/german", test_german);
  g_test_add_func ("/lines-languages/vietnamese", test_vietnamese);
  g_test_add_func ("/lines-languages/korean", test_korean);
  g_test_add_func ("/lines-languages/spanish", test_spanish);
  g_test_add_func ("/lines-languages/portuguese", test_portuguese);
  g_test_add_func ("/lines-languages/indonesian", test_indonesian);
  g_test_add_func ("/lines-languages/malay", test_malay);
  g_test_add_func ("/lines-languages/traditional-chinese", test_traditional_chinese);
  g_test_add_func ("/lines-languages/japanese", test_japanese);
  g_test_add_func ("/lines-languages/kinsoku", test_kinsoku);
  g_test_add_func ("/lines-languages/japanese-titles", test_japanese_titles);
  g_test_add_func ("/lines-languages/chinese", test_chinese);
  g_test_add_func ("/lines-languages/chinese-titles", test_chinese_titles);
  g_test_add_func ("/lines-languages/punctuation", test_punctuation);
  g_test_add_func ("/lines-languages/korean-spaces", test_korean_spaces);
  g_test_add_func ("/lines-languages/squares-are-flush", test_squares_are_flush);
  g_test_add_func ("/lines-languages/closed-up", test_closed_up);
  return g_test_run ();
}
