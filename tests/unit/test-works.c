/* Enters: sessions with works, songs and verse. Leaves: whether each line and word of them is said where it belongs, in one
   language and in two. */
#include "base/units.h"
#include "findings.h"
#include "journey.h"
#include "printed.h"

#include <string.h>

#define HEAD "<programme version='1' languages='en de'><event><title>T</title></event>"
#define VERSE HEAD "<agenda><day date='2030-01-01'><session start='19:00' end='20:00'><title>S</title><abstract>"
#define END_VERSE "</abstract></session></day></agenda></programme>"

static const PgEntry *
entry_at (const ProgrammeEvent *event, guint index)
{
  const PgDay *day = g_ptr_array_index (event->days, 0);
  return g_ptr_array_index (day->entries, index);
}

static const char *
verse_of (const ProgrammeEvent *event)
{
  const PgBodyPart *part = g_ptr_array_index (entry_at (event, 0)->abstract, 0);
  g_assert_true (part->kind == PG_BODY_VERSE);
  return pg_text_get (part->paragraph, "en")->string;
}

/* The lines of the agenda in some styles, each with a bar behind it. */
static char *
printed (const char *xml, const char *theme, const char *second, PgBilingual bilingual, const char *styles)
{
  g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
  journey->second = second;
  journey->bilingual = bilingual;
  g_assert_true (journey_make (journey, "agenda", "en", "A5"));
  g_autoptr (GArray) said = printed_said (journey->pages);
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < said->len; i++)
    {
      const PrintedLine *line = &g_array_index (said, PrintedLine, i);
      if (printed_is_of (line, styles))
        g_string_append_printf (all, "%.*s|", (int) (line->line->end - line->line->start),
                                line->lines->text + line->line->start);
    }
  return g_string_free (all, FALSE);
}

/* Verse */

static void
test_lines (void)
{
  static const char *const pairs[][2] = {
    { "one\ntwo", "one\u2028two" },
    { "\n  one,\n  <i>two</i>\n\n\n  three \n", "one,\u2028two\u2028\u2028three" },
    { "one<br/>\ntwo<br/><br/>three\n<br/>four", "one\u2028two\u2028\u2028three\u2028four" },
    { "one  two\tthree", "one two three" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *xml = g_strconcat (VERSE "<verse>", pairs[i][0], "</verse>" END_VERSE, NULL);
      g_autoptr (ProgrammeEvent) event = read_text (xml, -1, FINDINGS_READ, NULL);
      g_assert_cmpstr (verse_of (event), ==, pairs[i][1]);
    }
}

/* Chinese has no spaces where lines end, but verse has its lines. */
static void
test_lines_of_chinese (void)
{
  g_autoptr (ProgrammeEvent) event
      = read_text (VERSE "<verse>床前明月光，\n疑是地上霜。</verse>" END_VERSE, -1, FINDINGS_READ, NULL);
  g_assert_cmpstr (verse_of (event), ==, "床前明月光，\u2028疑是地上霜。");
}

/* What is too long for a line goes on further in; the next line of the poem does not. */
static void
test_hanging (void)
{
  static const char xml[] = VERSE "<verse>short\nlong long long long long long long long long long long long long long "
                                  "long long long long long\n\nlast</verse>" END_VERSE;
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("classic"));
  g_assert_true (journey_make (journey, "agenda", "en", "A5"));
  g_autoptr (GArray) said = printed_said (journey->pages);
  const PrintedLine *lines[8];
  guint n = 0;
  for (guint i = 0; i < said->len; i++)
    if (printed_is (&g_array_index (said, PrintedLine, i), "abstract"))
      lines[n++] = &g_array_index (said, PrintedLine, i);
  g_assert_cmpuint (n, ==, 4);
  double left = lines[0]->item->x + lines[0]->line->runs[0].x;
  g_assert_cmpfloat_with_epsilon (lines[1]->item->x + lines[1]->line->runs[0].x, left, 0.1);
  g_assert_cmpfloat_with_epsilon (lines[2]->item->x + lines[2]->line->runs[0].x, left + 5 * PG_POINTS_PER_MM, 0.1);
  g_assert_cmpfloat_with_epsilon (lines[3]->item->x + lines[3]->line->runs[0].x, left, 0.1);
  g_assert_cmpfloat_with_epsilon (lines[3]->top - lines[2]->top, 13.5 + 6, 0.5);
}

static void
test_two_languages (void)
{
  static const char xml[]
      = VERSE "<verse>a\nb\n\nc</verse><verse xml:lang='de'>A\nB\n\nC</verse><verse>d\ne</verse>" END_VERSE;
  g_autofree char *stacked = printed (xml, "institutional", "de", PG_BILINGUAL_STACKED, "abstract"),
                  *headings = printed (xml, "institutional", "de", PG_BILINGUAL_HEADINGS, "abstract"),
                  *parallel = printed (xml, "institutional", "de", PG_BILINGUAL_PARALLEL, "abstract");
  g_assert_cmpstr (stacked, ==, "a|b|c|A|B|C|d|e|");
  g_assert_cmpstr (headings, ==, "a|b|c|d|e|");
  g_assert_cmpstr (parallel, ==, "a|b|c|A|B|C|d|e|");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/works/verse/lines", test_lines);
  g_test_add_func ("/works/verse/chinese", test_lines_of_chinese);
  g_test_add_func ("/works/verse/hanging", test_hanging);
  g_test_add_func ("/works/verse/two-languages", test_two_languages);
  return g_test_run ();
}
