/* Enters: texts in Thai, Lao, Khmer and Burmese, which set no spaces between words; all samples. Leaves: TAP: where their
   lines break. */
#include "journey.h"
#include "sheet.h"
#include "slow.h"
#include "text/paragraph.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

static const PgStyle body = { .name = "body", .family = "Sans", .size = 9, .leading = 13.5 };

static const PgStyle title
    = { .name = "title", .family = "Sans", .size = 12, .bold = TRUE, .leading = 18, .balance = TRUE };

static void
test_thai (void)
{
  static const char *const wanted[] = {
    /* ผู้, "who", stays with what follows. ๆ, which repeats the word before it, starts no line, although it would suit
       the spaces of its line to end before it. */
    "ผู้แทนประเทศต่าง ๆ จะ",
    /* การ, which makes a noun of the verb, stays with it. */
    "หารือเรื่องการเชื่อมต่อ",
    /* เครือข่าย, network, is two words to ICU; here it fits whole. */
    "เครือข่ายผ่านดาวเทียม",
    "และการคุ้มครองข้อมูล",
    /* The space that does not break holds พ.ศ. and its year. */
    "ส่วนบุคคล ตามแผนงาน",
    /* To libthai ว่าการ, of a ministry, is two words; both part it from รัฐมนตรี. */
    "พ.ศ.\u00a02567 โดยรัฐมนตรี",
    "ว่าการกระทรวงกิจการ",
    "ดิจิทัลเป็นประธาน",
    "การประชุม",
    NULL,
  };
  assert_broken (&body, "th", 95,
                 "ผู้แทนประเทศต่าง ๆ จะหารือเรื่องการเชื่อมต่อเครือข่ายผ่านดาวเทียมและการคุ้มครองข้อมูลส่วนบุคคล ตามแผนงาน "
                 "พ.ศ.\u00a02567 โดยรัฐมนตรีว่าการกระทรวงกิจการดิจิทัลเป็นประธานการประชุม",
                 wanted);
}

static void
test_lao (void)
{
  static const char *const wanted[] = {
    /* ຜູ້ແທນ, delegate, and ພ້ອມກັນ, together, are whole. */
    "ບັນດາຜູ້ແທນຈະພ້ອມກັນ",
    "ຕົກລົງກ່ຽວກັບລະບົບ",
    /* ນ້ຳຖ້ວມ, flood, would leave ຖ້ວມ by itself in a line of 90. */
    "ພະຍາກອນນ້ຳຖ້ວມ",
    /* ກອງທຶນ, fund, is two words to ICU; it fits whole. */
    "ຮ່ວມກັນ ແລະ ກອງທຶນ",
    /* ໆ stays with the word that it repeats; the space behind it is a better place than any other. */
    "ສຳລັບຕົວເມືອງຕ່າງໆ ທີ່",
    /* ການປ່ຽນແປງ, change: the prefix is of the word. */
    "ຕ້ອງປັບຕົວຕໍ່ການປ່ຽນແປງ",
    "ດິນຟ້າອາກາດ ໂດຍມີການ",
    "ປຶກສາຫາລືຢ່າງກວ້າງຂວາງ.",
    NULL,
  };
  assert_broken (&body, "lo", 88,
                 "ບັນດາຜູ້ແທນຈະພ້ອມກັນຕົກລົງກ່ຽວກັບລະບົບພະຍາກອນນ້ຳຖ້ວມຮ່ວມກັນ ແລະ ກອງທຶນສຳລັບຕົວເມືອງຕ່າງໆ ທີ່ຕ້ອງປັບຕົວຕໍ່"
                 "ການປ່ຽນແປງດິນຟ້າອາກາດ ໂດຍມີການປຶກສາຫາລືຢ່າງກວ້າງຂວາງ.",
                 wanted);
}

static void
test_khmer (void)
{
  static const char *const wanted[] = {
    /* និង, and, goes on after its space: Khmer sets spaces between phrases only. ជាន់ខ្ពស់, senior, is one word. */
    "រដ្ឋមន្ត្រី និងមន្ត្រីជាន់ខ្ពស់នៃ",
    "បណ្តាប្រទេសមេគង្គ នឹងជួប",
    /* រាជធានី|ភ្នំពេញ, the capital Phnom Penh, is two words and fits whole. */
    "ប្រជុំគ្នានៅរាជធានីភ្នំពេញ",
    /* Between two words with stacked letters: ្ត and ្ល stay below theirs. */
    "ដើម្បីផ្លាស់ប្តូរបទពិសោធន៍",
    /* សំខាន់ៗ, important: before the sign of repetition the dictionary would tear សំ|ខាន់. */
    "សំខាន់ៗ និងកំណត់គោលដៅ",
    /* The year stays with ឆ្នាំ, year, and ។ with the year. */
    "រួមសម្រាប់ឆ្នាំ២០៣០។",
    /* Names that the dictionary does not know break between syllables at most; here they need not. */
    "អ្នកស្រី អេឡេណា ម៉ាខេតទី",
    "ជាអ្នកសម្របសម្រួល។",
    NULL,
  };
  assert_broken (&body, "km", 95,
                 "រដ្ឋមន្ត្រី និងមន្ត្រីជាន់ខ្ពស់នៃបណ្តាប្រទេសមេគង្គ នឹងជួបប្រជុំគ្នានៅរាជធានីភ្នំពេញ ដើម្បីផ្លាស់ប្តូរបទពិសោធន៍សំខាន់ៗ "
                 "និងកំណត់គោលដៅរួមសម្រាប់ឆ្នាំ២០៣០។ អ្នកស្រី អេឡេណា ម៉ាខេតទី ជាអ្នកសម្របសម្រួល។",
                 wanted);
}

static void
test_burmese (void)
{
  static const char *const wanted[] = {
    /* က marks the subject and stays with it. ပြည်သူများ, the people, comes next: ICU has it as two words, and of ပြည်|သူများ
       the second would look like a word of its own; အား, "to", stays with both. */
    "အစိုးရက",
    "ပြည်သူများအား နှစ်စဉ်",
    /* သည့် ends the verb that it follows. */
    "ပေးသည့် ကတိတစ်ရပ်",
    /* ။ and ၊ stand at the end of what they close. */
    "ဖြစ်သည်။ ရငွေ၊ သုံး",
    "ငွေနှင့် ဆောင်ရွက်မည့်",
    /* ရန်ကုန်, Yangon, is a particle and a noun to ICU; no line parts it. */
    "လုပ်ငန်းများကို ရန်ကုန်",
    /* ဆွမ်ဆက် is a name that the dictionary does not know: ICU breaks it before မ်, which closes its first syllable. It
       breaks between its syllables. */
    "မြို့တွင် မစ္စတာ ဆွမ်",
    "ဆက်က တင်ပြပြီး",
    /* ကြ and မည် end the verb: "will discuss". */
    "ဆွေးနွေးကြမည်",
    "ဖြစ်သည်။",
    NULL,
  };
  assert_broken (&body, "my", 90,
                 "အစိုးရက ပြည်သူများအား နှစ်စဉ်ပေးသည့် ကတိတစ်ရပ်ဖြစ်သည်။ ရငွေ၊ သုံးငွေနှင့် ဆောင်ရွက်မည့်လုပ်ငန်းများကို ရန်ကုန်မြို့တွင် မစ္စတာ "
                 "ဆွမ်ဆက်က တင်ပြပြီး ဆွေးနွေးကြမည်ဖြစ်သည်။",
                 wanted);
}

/* Where words are not spaced a space parts phrases: a title rather breaks there, if its lines are not much less even. */
static void
test_titles (void)
{
  static const char *const lao[]
      = { "ກອງປະຊຸມລະດັບລັດຖະມົນຕີ", "ວ່າດ້ວຍນ້ຳ ແລະ ການປ່ຽນແປງດິນ", "ຟ້າອາກາດ ໃນອ່າງແມ່ນ້ຳຂອງຕອນລຸ່ມ", NULL };
  static const char *const khmer[] = { "ការអនុម័តសេចក្តី", "ថ្លែងការណ៍រួម", "និងពិធីបិទកិច្ចប្រជុំ", NULL };
  static const char *const burmese[] = { "ရိတ်သိမ်းချိန်မတိုင်မီ", "ရေကြီးလျှင်", NULL };
  assert_broken (&title, "lo", 180, "ກອງປະຊຸມລະດັບລັດຖະມົນຕີ ວ່າດ້ວຍນ້ຳ ແລະ ການປ່ຽນແປງດິນຟ້າອາກາດ ໃນອ່າງແມ່ນ້ຳຂອງຕອນລຸ່ມ", lao);
  assert_broken (&title, "km", 120, "ការអនុម័តសេចក្តីថ្លែងការណ៍រួម និងពិធីបិទកិច្ចប្រជុំ", khmer);
  assert_broken (&title, "my", 120, "ရိတ်သိမ်းချိန်မတိုင်မီ ရေကြီးလျှင်", burmese);
}

/* What can only stay whole while there is room breaks, if there is none, where ICU breaks it. */
static void
test_without_room (void)
{
  static const char *const thai[] = { "ผู้", "แทน", NULL }, *const burmese[] = { "ပြည်", "သူများ", NULL };
  assert_broken (&body, "th", 20, "ผู้แทน", thai);
  assert_broken (&body, "my", 32, "ပြည်သူများ", burmese);
}

/* A Burmese letter with asat closes the syllable before it, and one with another below it does; a line starts with
   neither, however narrow it is. */
static void
test_burmese_syllables (void)
{
  for (double width = 1; width < 60; width++)
    {
      PgLines *lines = sheet_break (&body, "my", width, "ဆွမ်ဆက်ဘွန်မီ မစ္စတာ ဖွင့်ပွဲ အင်္ဂလိပ်");
      for (guint i = 1; i < lines->n_lines; i++)
        {
          const char *second = g_utf8_next_char (lines->text + lines->lines[i].start);
          g_assert_false (g_str_has_prefix (second, "\u103a") || g_str_has_prefix (second, "\u1039")
                          || g_str_has_prefix (second, "\u1037\u103a"));
        }
      pg_lines_free (lines);
    }
}

/* Samples: where their lines end */

typedef struct
{
  const PgLines *lines;
  UText *text;
  UBreakIterator *dictionary, *graphemes;
  PangoLogAttr *thai; /* by character; NULL before they are needed */
} Reading;

static UBreakIterator *
open_iterator (UBreakIteratorType type, UText *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open (type, "en", NULL, 0, &status);
  ubrk_setUText (iterator, text, &status);
  g_assert_true (U_SUCCESS (status));
  return iterator;
}

static void
reading_open (Reading *reading, const PgLines *lines)
{
  UErrorCode status = U_ZERO_ERROR;
  *reading = (Reading){ .lines = lines, .text = utext_openUTF8 (NULL, lines->text, -1, &status) };
  g_assert_true (U_SUCCESS (status));
  reading->dictionary = open_iterator (UBRK_LINE, reading->text);
  reading->graphemes = open_iterator (UBRK_CHARACTER, reading->text);
}

static void
reading_close (Reading *reading)
{
  ubrk_close (reading->dictionary);
  ubrk_close (reading->graphemes);
  utext_close (reading->text);
  g_free (reading->thai);
}

static gboolean
libthai_breaks (Reading *reading, guint byte)
{
  const char *text = reading->lines->text;
  int n = (int) g_utf8_strlen (text, -1) + 1;
  if (reading->thai == NULL)
    {
      reading->thai = g_new0 (PangoLogAttr, n);
      pango_get_log_attrs (text, -1, 0, pango_language_from_string ("th"), reading->thai, n);
    }
  return reading->thai[g_utf8_pointer_to_offset (text, text + byte)].is_line_break;
}

static gboolean
is_thai (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_THAI;
}

/* In a script that sets no spaces between words. */
static gboolean
is_wordless (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);
  return is_thai (c) || script == G_UNICODE_SCRIPT_LAO || script == G_UNICODE_SCRIPT_KHMER
         || script == G_UNICODE_SCRIPT_MYANMAR;
}

/* What is wrong with the end of a line, or NULL. */
static const char *
wrong_end (Reading *reading, const PgLine *line)
{
  const char *next = reading->lines->text + line->end;
  if (*next == '\0' || line->end == line->start)
    return NULL;
  gunichar before = g_utf8_get_char (g_utf8_prev_char (next)), after = g_utf8_get_char (next);
  if (before == 0x2028 || (!is_wordless (before) && !is_wordless (after)))
    return NULL;
  if (!ubrk_isBoundary (reading->graphemes, (int32_t) line->end))
    return "is within a cluster";
  if (!ubrk_isBoundary (reading->dictionary, (int32_t) line->end))
    return "is within a word of ICU";
  if (is_thai (before) && is_thai (after) && !libthai_breaks (reading, line->end))
    return "is within a word of libthai";
  return NULL;
}

/* The width of all but spaces, which have none at the end of a line, and of the first and the last letter, which were
   shaped for what stood beside them before the line was cut off. */
static int
width_of_letters (const PangoGlyphString *glyphs, const char *text)
{
  int width = 0, last = 0;
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (text[glyphs->log_clusters[i]] != ' ' && glyphs->log_clusters[i] > 0 && glyphs->glyphs[i].geometry.width > 0)
      {
        width += last;
        last = glyphs->glyphs[i].geometry.width;
      }
  return width;
}

/* Whether letters do not stand as HarfBuzz puts them. */
static gboolean
is_spread (const PgLines *lines, const PgGlyphRun *run)
{
  PangoItem item = *run->glyphs->item;
  const char *text = lines->text + item.offset;
  if (!is_wordless (g_utf8_get_char (text)))
    return FALSE;
  item.offset = 0;
  item.analysis.extra_attrs = NULL;
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  pango_shape_item (&item, text, item.length, NULL, glyphs, PANGO_SHAPE_NONE);
  int spread = width_of_letters (run->glyphs->glyphs, text) - width_of_letters (glyphs, text);
  pango_glyph_string_free (glyphs);
  return ABS (spread) > PANGO_SCALE / 100;
}

static const char *
wrong_line (const PgLines *lines, const PgLine *line)
{
  Reading reading;
  reading_open (&reading, lines);
  const char *wrong = wrong_end (&reading, line);
  reading_close (&reading);
  for (guint i = 0; i < line->n_runs && wrong == NULL; i++)
    if (is_spread (lines, &line->runs[i]))
      wrong = "has letters apart";
  return wrong;
}

/* How many lines end in these scripts, on all pages. */
static guint
check_pages (const Journey *journey, const char *where)
{
  guint n = 0;
  for (guint i = 0; i < journey->pages->pages->len; i++)
    {
      const PgPage *page = g_ptr_array_index (journey->pages->pages, i);
      for (guint j = 0; j < page->items->len; j++)
        {
          const PgItem *item = &g_array_index (page->items, PgItem, j);
          if (item->kind != PG_ITEM_TEXT)
            continue;
          const PgLines *lines = item->text.lines;
          const PgLine *line = &lines->lines[item->text.line];
          const char *wrong = wrong_line (lines, line);
          n += line->n_runs > 0 && item->text.line + 1 < lines->n_lines
               && is_wordless (g_utf8_get_char (lines->text + line->start));
          if (wrong == NULL)
            continue;
          g_test_message ("%s, page %u: the line “%.*s” %s", where, i + 1, (int) (line->end - line->start),
                          lines->text + line->start, wrong);
          g_test_fail ();
        }
    }
  return n;
}

static guint
check_sample (const char *path, const char *theme, const char *paper)
{
  static const char *const pieces[] = { "agenda", "speakers" };
  guint n = 0;
  g_autoptr (Journey) first = journey_new_for_file (path, journey_theme (theme));
  for (char **language = first->event->languages; *language != NULL; language++)
    for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
      {
        g_autoptr (Journey) journey = journey_new_for_file (path, journey_theme (theme));
        g_autofree char *where = g_strjoin (", ", path, *language, theme, paper, pieces[i], NULL);
        g_assert_true (journey_make (journey, pieces[i], *language, paper));
        n += check_pages (journey, where);
      }
  return n;
}

static void
test_samples (void)
{
  static const char *const papers[] = { "A5", "A4" };
  guint n_papers = is_slow_run () ? G_N_ELEMENTS (papers) : 1;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *sample;
  guint n = 0;
  while ((sample = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, sample, "event.xml", NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
        for (guint i = 0; i < n_papers; i++)
          n += check_sample (path, *theme, papers[i]);
    }
  g_assert_cmpuint (n, >, 250 * n_papers);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines-southeast/thai", test_thai);
  g_test_add_func ("/lines-southeast/lao", test_lao);
  g_test_add_func ("/lines-southeast/khmer", test_khmer);
  g_test_add_func ("/lines-southeast/burmese", test_burmese);
  g_test_add_func ("/lines-southeast/burmese-syllables", test_burmese_syllables);
  g_test_add_func ("/lines-southeast/titles", test_titles);
  g_test_add_func ("/lines-southeast/without-room", test_without_room);
  g_test_add_func ("/lines-southeast/samples", test_samples);
  return g_test_run ();
}
