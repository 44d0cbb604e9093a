/* Enters: short texts in many languages. Leaves: TAP: how they are split into spans, what is a number or an address in
   them, and what may happen before each character. */
#include "text/galley.h"

static const PgStyle body = { .name = "body", .family = "Sans", .size = 10, .leading = 14 };
static const PgStyle title = { .name = "title", .family = "Sans", .size = 10, .leading = 14, .balance = TRUE };

static PgFonts *fonts;

typedef void (*Write) (const PgGalley *galley, GString *found);

/* What one function says of a text, written into it. */
static void
expect_runs (const PgStyle *style, const PgRun *runs, guint n, Write write, const char *wanted)
{
  PgGalley galley;
  g_autoptr (GString) found = g_string_new (NULL);
  pg_galley_init (&galley, fonts, style, runs, n, FALSE);
  write (&galley, found);
  pg_galley_clear (&galley);
  g_assert_cmpstr (found->str, ==, wanted);
}

static void
expect (const PgStyle *style, const char *language, const char *text, Write write, const char *wanted)
{
  PgRun run = { .text = text, .style = style, .language = language };
  expect_runs (style, &run, 1, write, wanted);
}

/* "|" where a line may start, "~" where it may for want of a better place, "/" where it must, "_" where it never can. */
static void
write_marks (const PgGalley *galley, GString *found)
{
  static const char *const shown[] = { "_", "", "|", "~", "/" };
  g_autofree guint8 *marks = pg_marks_find (galley);
  for (guint at = 0; at < galley->n_chars; at++)
    g_string_append_unichar (g_string_append (found, at > 0 ? shown[marks[at]] : ""), galley->chars[at]);
}

/* Of them those alone where a line may start or must: versions of Unicode differ on the others. */
static void
write_starts (const PgGalley *galley, GString *found)
{
  g_autofree guint8 *marks = pg_marks_find (galley);
  for (guint at = 0; at < galley->n_chars; at++)
    {
      if (at > 0 && (marks[at] == PG_MARK_PLAIN || marks[at] == PG_MARK_FORCED))
        g_string_append_c (found, '|');
      g_string_append_unichar (found, galley->chars[at]);
    }
}

typedef struct
{
  const char *language, *text, *wanted;
} Case;

static void
expect_all (const PgStyle *style, const Case *cases, guint n, Write write)
{
  for (guint i = 0; i < n; i++)
    expect (style, cases[i].language, cases[i].text, write, cases[i].wanted);
}

static void
test_dashes (void)
{
  static const Case cases[] = {
    { "en", "2025–26, a–b", "2025–~26, |a–|b" },
    { "en", "one-two bi-lateral e-mail", "one-|two |bi-~lateral |e-~mail" },
    { "en", "to -5 and x-5", "to |-5 |and |x-5" },
    { "en", "a – b", "a ~– |b" },
    { "en", "a –b –", "a |–|b |–" },
    { "en", "4\u2011a", "4\u2011a" },
    { "en", "B/7 Add.1 p.3", "B/|7 |Add.1 |p.3" }, /* no break before a figure, also behind what Pango is asked for */
    { "en", "Add.1 p.3: x", "Add.1 |p.3: |x" },
    { "ar", "ب 05 37 00 12 ب", "ب |05 ~37 ~00 ~12 |ب" },
  };
  static const Case of_titles[] = { { "en", "one-two x–y", "one-~two |x–|y" } };
  expect_all (&body, cases, G_N_ELEMENTS (cases), write_marks);
  expect_all (&title, of_titles, G_N_ELEMENTS (of_titles), write_marks);
}

static void
test_french (void)
{
  static const Case cases[] = {
    { "fr", "dit « oui » et", "dit |« oui » |et" },
    { "fr-CA", "« oui »", "« oui »" },
    { "fr", "dit «  oui  » et", "dit |«  oui  » |et" },
    { "fr", "a « b", "a |« b" },
    { "fr", " »", " »" },
  };
  expect_all (&body, cases, G_N_ELEMENTS (cases), write_starts);
}

static void
test_far_east (void)
{
  static const Case cases[] = {
    { "ko", "한국 (서울) OECD에", "한~국 |(서~울) |OECD~에" },
    { "ko", "한국-서울 5일", "한~국-~서~울 |5~일" },
    { "ko", "漢字 a漢", "漢~字 |a~漢" },
    { "kok", "漢字", "漢|字" },
    { "en", "한漢字한", "한~漢|字~한" },
    { "en", "a 한국 漢字", "a |한~국 |漢|字" },
    { "ja", "５０人 50人", "５~０|人 |50|人" },
    { "zh", "王·小·a·小 a‧b", "王·|小·a·|小 |a‧|b" },
    { "zh", "小‧明", "小‧|明" },
  };
  static const Case of_titles[] = {
    { "ja", "公共部門のための考え方", "公~共|部~門~の|た~め~の|考~え~方" },
    { "en", "公共部門のための考え方", "公|共|部|門|の|た|め|の|考|え|方" },
    { "zh-Hans", "交通部长级会议", "交~通|部~长|级|会~议" },
    { "en", "交通部长级会议", "交|通|部|长|级|会|议" },
  };
  expect_all (&body, cases, G_N_ELEMENTS (cases), write_marks);
  expect_all (&title, of_titles, G_N_ELEMENTS (of_titles), write_marks);
}

static void
test_southeast (void)
{
  static const Case cases[] = {
    { "th", "เครือข่ายดิจิทัล ๆ", "เคร_ือ~ข_่าย|ด_ิจ_ิท_ัล ~ๆ" },
    { "th", "ผู้แทน การประชุม OECD", "ผ_ู_้~แทน |การ~ประช_ุม |OECD" },
    { "lo", "ນະຄອນຫຼວງຂອງ", "ນະຄອນຫ_ຼວງ|ຂອງ" },
    { "km", "ធំៗ នៃប្រទេស", "ធ_ំៗ |ន_ៃ|ប_្_រទ_េស" },
    { "my", "မြန်မာနိုင်ငံသည် a", "မ_ြ_န_်မ_ာန_ိ_ု_င_်င_ံ~သ_ည_် |a" },
    { "my", "ဦးမောင် မသိ", "ဦ_း~မ_ေ_ာ_င_် |မ~သ_ိ" },
  };
  expect_all (&body, cases, G_N_ELEMENTS (cases), write_marks);
}

/* A long text is given to libthai in parts, and has the same words from its beginning to its end. */
static void
test_long_thai (void)
{
  static const char sentence[] = "การประชุมเครือข่ายรัฐบาลดิจิทัลและนวัตกรรมภาครัฐในเอเชียตะวันออกเฉียงใต้ ";
  g_autoptr (GString) text = g_string_new ("OECD ");
  for (guint i = 0; i < 40; i++)
    g_string_append (text, sentence);
  PgRun runs[] = { { .text = text->str, .style = &body, .language = "th" } };
  PgGalley galley;
  pg_galley_init (&galley, fonts, &body, runs, 1, FALSE);
  g_autofree guint8 *marks = pg_marks_find (&galley);
  guint n = (guint) g_utf8_strlen (sentence, -1);
  for (guint at = 5 + n; at < galley.n_chars; at++)
    g_assert_cmpuint (marks[at], ==, marks[at - n]);
  pg_galley_clear (&galley);
}

/* Each span as its script, its level if it is not 0, and its text. */
static void
write_spans (const PgGalley *galley, GString *found)
{
  for (guint i = 0; i < galley->spans->len; i++)
    {
      const PgSpan *span = &g_array_index (galley->spans, PgSpan, i);
      guint32 iso = GUINT32_TO_BE (g_unicode_script_to_iso15924 (span->script));
      int length = (int) (galley->offsets[span->end] - galley->offsets[span->start]);
      g_string_append_printf (found, "%s%.4s%.*s:%.*s", i > 0 ? "|" : "", (const char *) &iso, span->level > 0,
                              &"123456"[span->level > 0 ? span->level - 1 : 0], length,
                              galley -> text + galley -> offsets[span->start]);
    }
}

static void
test_spans (void)
{
  static const Case cases[] = {
    { "en", "a (b) 1", "Latn:a (b) 1" },
    { "en", "a\u2028\u2028b", "Latn:a|Latn:\u2028|Latn:\u2028|Latn:b" },
    { "en", "a 人 b", "Latn:a |Hani:人 |Latn:b" },
    { "ja", "(人) a", "Hani:(人) |Latn:a" },
    { "ja", "a、「b」 c", "Latn:a|Hani:、「|Latn:b|Hani:」 |Latn:c" },
    { "zh", "“人”, “a”, a’s, ’s", "Hani:“人”, “|Latn:a|Hani:”|Latn:, a’s, |Hani:’|Latn:s" },
    { "zh", "a “人’s”", "Latn:a |Hani:“人’|Latn:s|Hani:”" },
    { "zh", "a’s 人", "Latn:a’s |Hani:人" },
    { "zh", "人 a’s", "Hani:人 |Latn:a’s" },
    { "zh", "人 a’", "Hani:人 |Latn:a|Hani:’" },
    { "ko", "… 1", "Latn:… 1" },
    { "ko", "…", "Latn:…" },
    { "ja", "…", "Latn:…" },
    { "en", "…", "Latn:…" },
    { "en", "한人국", "Hang:한|Hani:人|Hang:국" },
    { "en", "人한", "Hani:人|Hang:한" },
    { "en", "Ж (a) (Ж a) ж", "Cyrl:Ж (|Latn:a|Cyrl:) |Latn:(|Cyrl:Ж |Latn:a) |Cyrl:ж" },
    { "en", "((((((((((((((((Ж)))))))))))))))) a", "Cyrl:((((((((((((((((Ж)))))))))))))))) |Latn:a" },
    { "en", "(((((((((((((((((Ж))))))))))))))))) a", "Cyrl:(((((((((((((((((Ж))))))))))))))))) |Latn:a" },
    { "en", "Ж (((((((((((((((((a))))))))))))))))) a",
      "Cyrl:Ж (((((((((((((((((|Latn:a|Cyrl:))))))))))))))))|Latn:) a" },
    { "en", "Ж “a” Ж ‘a’ ж", "Cyrl:Ж “|Latn:a|Cyrl:” Ж ‘|Latn:a|Cyrl:’ ж" },
    { "en", "e\u0301 Ж\u0301 \u0301", "Latn:e\u0301 |Cyrl:Ж\u0301 \u0301" },
    { "ar", "ab אב 12", "Latn2:ab|Latn1: |Hebr1:אב |Latn2:12" }, /* an inserted text has its own direction */
    { "en", "ab אב 12", "Latn:ab |Hebr1:אב |Latn2:12" },
    { "th", "ก (a) ข 1 →", "Thai:ก |Latn:(a) |Thai:ข |Latn:1 |Latn:→" },
  };
  expect_all (&body, cases, G_N_ELEMENTS (cases), write_spans);
}

/* Numbers and addresses in braces. */
static void
write_numbers (const PgGalley *galley, GString *found)
{
  PgGalley *own = (PgGalley *) galley;
  g_clear_pointer (&own->inside_number, g_free);
  pg_galley_find_numbers (own);
  for (guint at = 0; at < galley->n_chars; at++)
    {
      if (!galley->inside_number[at] && galley->inside_number[at + 1])
        g_string_append (found, "{");
      g_string_append_unichar (found, galley->chars[at]);
      if (galley->inside_number[at] && !galley->inside_number[at + 1])
        g_string_append (found, "}");
    }
}

static void
test_telephones (void)
{
  static const Case cases[] = {
    { "en", "+212 5 37 00 12 34", "{+212 5 37 00 12 34}" },
    { "en", "+2125370 x", "{+2125370} x" },
    { "en", "+212537", "+212537" },
    { "en", "(02) 555-1234.", "{(02) 555-1234}." },
    { "en", "(+33) 1 45 24", "{(+33) 1 45 24}" },
    { "en", "+33 (0)1 45 24", "{+33 (0)1 45 24}" },
    { "en", "+33 1 45 (2) 41", "+33 1 45 (2) 41" },
    { "en", "() 555 1234", "() 555 1234" },
    { "en", "(02 555 1234", "({02 555 1234}" },
    { "en", "(+) 555 1234", "(+) 555 1234" },
    { "en", "05 37 00 1", "{05 37 00 1}" },
    { "en", "05 37 00", "05 37 00" },
    { "en", "0537001", "0537001" },
    { "en", "15 37 00 12", "15 37 00 12" },
    { "en", "05.37.00.12", "05.37.00.12" },
    { "en", "+05.37.00.12", "{+05.37.00.12}" },
    { "en", "05\u00a037\u202f00\u201112/34-5", "{05\u00a037\u202f00\u201112/34-5}" },
    { "en", "05  37 00 12", "05  37 00 12" },
    { "en", "05_37 00 12 34", "05_37 00 12 34" },
    { "en", "a05 37 00 12", "a05 37 00 12" },
    { "en", "9-05 37 00 12", "9-05 37 00 12" },
    { "en", "-05 37 00 12", "-{05 37 00 12}" },
    { "en", "9.05 37 00 12", "9.05 37 00 12" },
    { "en", "9:05 37 00 12", "9:05 37 00 12" },
    { "en", "9/05 37 00 12", "9/05 37 00 12" },
    { "en", "9,05 37 00 12", "9,05 37 00 12" },
    { "en", "9;05 37 00 12", "9;{05 37 00 12}" },
    { "en", "a,05 37 00 12", "a,{05 37 00 12}" },
    { "en", ".05 37 00 12", ".{05 37 00 12}" },
  };
  expect_all (&body, cases, G_N_ELEMENTS (cases), write_numbers);
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "en", "2026-05-04", "{2026-05-04}" },   { "en", "on 2026-05-04, 2026-05-06.", "on {2026-05-04}, {2026-05-06}." },
    { "en", "2026-05-044", "2026-05-044" },   { "en", "2026-05-0", "2026-05-0" },
    { "en", "2026-0a-04", "2026-0a-04" },     { "en", "2026/05/04", "2026/05/04" },
    { "en", "02026-05-04", "{02026-05-04}" }, { "en", "2026-05 04", "2026-05 04" },
  };
  expect_all (&body, cases, G_N_ELEMENTS (cases), write_numbers);
}

static void
test_addresses (void)
{
  static const Case cases[] = {
    { "en", "a@b.example, c@d!", "{a@b.example}, {c@d}!" },
    { "en", "(a@b) <c@d> \"e@f\" [g@h] {i@j};", "({a@b}) <{c@d}> \"{e@f}\" [{g@h}] {{i@j}};" },
    { "en", "@b a@ a@.", "@b a@ a@." },
    { "en", "www.a.example/b?c=d#e.", "{www.a.example/b?c=d#e}." },
    { "en", "wwww.a ww.a", "wwww.a ww.a" },
    { "en", "http://a:80/~b x", "{http://a:80/~b} x" },
    { "en", "http:/a", "http:/a" },
    { "en", "a@b\u00e9", "{a@b}\u00e9" },
    { "en", "\u00e9a@b", "é{a@b}" },
    { "en", "a@b\x7f", "{a@b}\x7f" },
    { "en", "a@b:", "{a@b}:" },
    { "en", "a", "a" },
    { "en", "", "" },
  };
  expect_all (&body, cases, G_N_ELEMENTS (cases), write_numbers);
}

/* What was inserted holds its numbers whole, but no number goes on from one inserted text to another. */
static void
test_inserted (void)
{
  static const int first = 0, second = 0;
  const struct
  {
    const void *isolates[3];
    const char *wanted;
  } cases[] = { { { NULL, NULL, NULL }, "x {2026-05-04} y" },
                { { NULL, &first, NULL }, "x {2026-05-04} y" },
                { { NULL, &first, &first }, "x {2026-05-04} y" },
                { { &first, &second, &first }, "x {2026-05-04} y" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const void *const *isolates = cases[i].isolates;
      PgRun runs[] = { { .text = "x ", .style = &body, .language = "en", .isolate = isolates[0] },
                       { .text = "2026-05-04", .style = &body, .language = "en", .isolate = isolates[1] },
                       { .text = " y", .style = &body, .language = "en", .isolate = isolates[2] } };
      expect_runs (&body, runs, G_N_ELEMENTS (runs), write_numbers, cases[i].wanted);
    }
  PgRun parted[] = { { .text = "2026-0", .style = &body, .language = "en", .isolate = &first },
                     { .text = "5-04", .style = &body, .language = "en", .isolate = &second } };
  expect_runs (&body, parted, 2, write_numbers, "2026-05-04");
  parted[1].isolate = &first;
  expect_runs (&body, parted, 2, write_numbers, "{2026-05-04}");
}

static void
write_hyphens (const PgGalley *galley, GString *found)
{
  g_autofree gboolean *hyphens = g_new0 (gboolean, galley->n_chars + 1);
  pg_hyphens_find (galley, 0, galley->n_chars, galley->style->balance, hyphens);
  for (guint at = 0; at < galley->n_chars; at++)
    g_string_append_unichar (g_string_append (found, hyphens[at] ? "=" : ""), galley->chars[at]);
}

static void
test_hyphens (void)
{
  static const Case cases[] = {
    { "en", "organisation", "organ=isa=tion" },
    { "en", "Organisation oRganisation organisAtion", "Organisation oRganisation organisAtion" },
    { "en", "inform infor", "inform infor" },
    { "en", "organisation-x x-organisation organisation@x organisation_x organisation/x organisation1",
      "organisation-x x-organisation organisation@x organisation_x organisation/x organisation1" },
    { "en", "organisation.x x.organisation organisation. .organisation organisation:x organisation,x",
      "organisation.x x.organisation organ=isa=tion. .organ=isa=tion organisation:x organ=isa=tion,x" },
    { "en", "organisation\u2010x organisation\u2011x organisation\u2012x organisation\u00adx",
      "organisation\u2010x organisation\u2011x organ=isa=tion\u2012x organisation\u00adx" },
    { "en", "organisation.x", "organisation.x" },
    { "en", "x.organisation", "x.organisation" },
    { "fr", "administration générale", "admi=nis=tra=tion géné=rale" },
    { "tlh", "organisation", "organisation" },
  };
  static const Case desperate[] = { { "en", "Organisation ORGANISATION \u01c5organisation",
                                      "Organ=isa=tion ORGANISATION \u01c5or=gan=isa=tion" } };
  expect_all (&body, cases, G_N_ELEMENTS (cases), write_hyphens);
  expect_all (&title, desperate, G_N_ELEMENTS (desperate), write_hyphens);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  GError *error = NULL;
  fonts = pg_fonts_take (NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/galley/dashes", test_dashes);
  g_test_add_func ("/galley/french", test_french);
  g_test_add_func ("/galley/far-east", test_far_east);
  g_test_add_func ("/galley/southeast", test_southeast);
  g_test_add_func ("/galley/long-thai", test_long_thai);
  g_test_add_func ("/galley/spans", test_spans);
  g_test_add_func ("/galley/telephones", test_telephones);
  g_test_add_func ("/galley/dates", test_dates);
  g_test_add_func ("/galley/addresses", test_addresses);
  g_test_add_func ("/galley/inserted", test_inserted);
  g_test_add_func ("/galley/hyphens", test_hyphens);
  int status = g_test_run ();
  pg_fonts_give_back (fonts);
  return status;
}
