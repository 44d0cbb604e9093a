/* Enters: events in two languages. Leaves: whether both are said where they should be, level with each other, on pages
   that run the right way; and, for random ones, whether no word is lost in any arrangement. */
#include "journey.h"
#include "printed.h"
#include "random-event.h"
#include "slow.h"

#include <math.h>
#include <string.h>

#define RUNS (is_slow_run () ? 120U : 12U)

static const char harbours[]
    = "<programme version='1' languages='en ko ar'><event><title>Harbours</title><title xml:lang='ko'>항구</title>"
      "<title xml:lang='ar'>الموانئ</title></event>"
      "<people><person id='a'><name>Aino Aalto</name><position>Harbour Master</position>"
      "<position xml:lang='ko'>항만장</position><position xml:lang='ar'>مديرة الميناء</position></person></people>"
      "<agenda><day date='2031-05-05'><session start='09:00' end='10:30' number='1'><title>Ships</title>"
      "<title xml:lang='ko'>선박</title><title xml:lang='ar'>السفن</title>"
      "<abstract><p>Old ships and new ships meet.</p><p xml:lang='ko'>옛 선박과 새 선박이 만난다.</p>"
      "<p>Only in English.</p><list kind='number'><item>An item alone.</item></list></abstract>"
      "<group role='speaker'><slot who='a' minutes='7'/></group></session></day></agenda></programme>";

static Journey *
make (const char *xml, const char *theme, const char *first, const char *second, PgBilingual bilingual)
{
  Journey *journey = journey_new (xml, journey_theme (theme));
  journey->second = second;
  journey->bilingual = bilingual;
  g_assert_true (journey_make (journey, "agenda", first, NULL));
  return journey;
}

/* The printed line that reads so; NULL if there is none. */
static const PrintedLine *
find (const GArray *said, const char *text)
{
  for (guint i = 0; i < said->len; i++)
    {
      const PrintedLine *line = &g_array_index (said, PrintedLine, i);
      gsize length = line->line->end - line->line->start;
      if (length == strlen (text) && strncmp (line->lines->text + line->line->start, text, length) == 0)
        return line;
    }
  return NULL;
}

static guint
count (const GArray *said, const char *text)
{
  guint n = 0;
  for (guint i = 0; i < said->len; i++)
    {
      const PrintedLine *line = &g_array_index (said, PrintedLine, i);
      gsize length = line->line->end - line->line->start;
      n += length == strlen (text) && strncmp (line->lines->text + line->line->start, text, length) == 0;
    }
  return n;
}

/* From one baseline to another; the lines must be there. */
static double
below (const GArray *said, const char *upper, const char *lower)
{
  const PrintedLine *a = find (said, upper), *b = find (said, lower);
  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_cmpuint (a->page, ==, b->page);
  return b->item->y - a->item->y;
}

static void
test_stacked (void)
{
  g_autoptr (Journey) journey = make (harbours, "institutional", "en", "ko", PG_BILINGUAL_STACKED);
  g_autoptr (GArray) said = printed_said (journey->pages);
  g_assert_nonnull (find (said, "Session 1\u2002\u2005세션 1"));
  g_assert_nonnull (find (said, "Ships\u2002\u2005선박"));
  g_assert_nonnull (find (said, "Aino Aalto"));
  /* 12 of the abstract's leading, 3 between the languages; sizes 9 and 8.5 (0.93 x 9) on the same leading: 0.388 x 0.5
     up */
  g_assert_cmpfloat_with_epsilon (below (said, "Old ships and new ships meet.", "옛 선박과 새 선박이 만난다."),
                                  12 + 3 - 0.388 * 0.5, 0.01);
  /* what is not translated is printed once */
  g_assert_nonnull (find (said, "Only in English."));
  /* a post follows its original without white; minutes are printed once */
  g_assert_cmpfloat_with_epsilon (below (said, "Harbour Master", "항만장"), 10.5 - 0.388 * 0.5, 0.01);
  g_assert_nonnull (find (said, "7 min"));
  g_assert_null (find (said, "7분"));
  g_assert_cmpfloat_with_epsilon (below (said, "Speaker", "연사"), 12 - 0.388 * 0.5, 0.01);
}

static void
test_parallel (void)
{
  g_autoptr (Journey) journey = make (harbours, "institutional", "en", "ko", PG_BILINGUAL_PARALLEL);
  g_autoptr (GArray) said = printed_said (journey->pages);
  static const char *const pairs[][2] = { { "Session 1", "세션 1" },
                                          { "Ships", "선박" },
                                          { "Old ships and new ships meet.", "옛 선박과 새 선박이 만난다." },
                                          { "Speaker", "연사" } };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_assert_cmpfloat_with_epsilon (below (said, pairs[i][0], pairs[i][1]), 0, 0.01);
      g_assert_cmpfloat (find (said, pairs[i][1])->left, >, find (said, pairs[i][0])->right);
    }
  /* what is not translated is printed once, over both columns; and so are minutes */
  g_assert_cmpuint (count (said, "Only in English."), ==, 1);
  g_assert_cmpuint (count (said, "An item alone."), ==, 1);
  g_assert_cmpuint (count (said, "7 min"), ==, 1);
  g_assert_null (find (said, "7분"));
  /* (170 - 23 - 6) mm in shares of 1 and 0.93: the second column starts 73.06 + 6 mm after the first */
  double apart = find (said, "선박")->item->x - find (said, "Ships")->item->x;
  g_assert_cmpfloat_with_epsilon (apart, (141 / 1.93 + 6) * 72 / 25.4, 0.01);
}

static void
test_headings (void)
{
  g_autoptr (Journey) journey = make (harbours, "institutional", "en", "ko", PG_BILINGUAL_HEADINGS);
  g_autoptr (GArray) said = printed_said (journey->pages), all = printed_lines (journey->pages);
  g_assert_nonnull (find (all, "항구")); /* on the cover */
  g_assert_nonnull (find (said, "Ships\u2002\u2005선박"));
  g_assert_nonnull (find (all, "Harbours\u2002\u2005항구")); /* the running head */
  g_assert_nonnull (find (said, "Old ships and new ships meet."));
  g_assert_null (find (said, "옛 선박과 새 선박이 만난다."));
  g_assert_null (find (said, "항만장"));
}

/* Pages are mirrored: what stands so far from the left edge in one language stands so far from the right in the other. */
static void
test_right_to_left (void)
{
  g_autoptr (Journey) left = make (harbours, "institutional", "en", NULL, PG_BILINGUAL_STACKED);
  g_autoptr (Journey) right = make (harbours, "institutional", "ar", NULL, PG_BILINGUAL_STACKED);
  g_autoptr (GArray) english = printed_said (left->pages), arabic = printed_said (right->pages);
  double width = pg_pages_get (right->pages, 0)->width;
  const PrintedLine *title = find (english, "Ships"), *mirrored = find (arabic, "السفن");
  g_assert_cmpfloat_with_epsilon (width - mirrored->right, title->left, 0.01);
  const PrintedLine *time = find (english, "09:00–10:30"), *mirrored_time = find (arabic, "09:00–10:30");
  g_assert_cmpfloat_with_epsilon (width - mirrored_time->right, time->left, 0.01);
  g_assert_cmpfloat (mirrored_time->left, >, mirrored->right);
  /* the first of its runs is the start, and stands at the right of the end */
  g_assert_cmpfloat (mirrored_time->line->runs[0].x, >, mirrored_time->line->runs[mirrored_time->line->n_runs - 1].x);
}

/* A second language that runs the other way is mirrored within its column. */
static void
test_mixed_directions (void)
{
  g_autoptr (Journey) journey = make (harbours, "institutional", "en", "ar", PG_BILINGUAL_PARALLEL);
  g_autoptr (GArray) said = printed_said (journey->pages);
  const PrintedLine *title = find (said, "السفن");
  double edge = pg_pages_get (journey->pages, 0)->width - 20 * 72 / 25.4;
  g_assert_cmpfloat_with_epsilon (title->right, edge, 0.01);
  g_assert_cmpfloat_with_epsilon (below (said, "Ships", "السفن"), 0, 0.01);
  const PrintedLine *post = find (said, "مديرة الميناء");
  g_assert_cmpfloat_with_epsilon (post->right, edge, 0.01);
}

/* Left edge of the glyphs in which a line has a text, in points from the left edge of its column. */
static double
x_of (const PrintedLine *line, const char *text)
{
  const char *found = strstr (line->lines->text, text);
  g_assert_nonnull (found);
  for (guint i = 0; i < line->line->n_runs; i++)
    {
      const PangoItem *item = line->line->runs[i].glyphs->item;
      if (item->offset <= found - line->lines->text && item->offset + item->length > found - line->lines->text)
        return line->line->runs[i].x;
    }
  g_assert_not_reached ();
}

static const PrintedLine *
find_head (const GArray *said)
{
  for (guint i = 0; i < said->len; i++)
    if (printed_is (&g_array_index (said, PrintedLine, i), "table-head"))
      return &g_array_index (said, PrintedLine, i);
  g_assert_not_reached ();
}

/* Brackets, and the space before them, run as the language does, not as what they hold. */
static void
test_brackets (void)
{
  static const char xml[]
      = "<programme version='1' languages='ar' timezone='Asia/Dubai' zone-label='GST'><event><title>ع</title></event>"
        "<agenda><day date='2030-01-01'><break start='09:00'/></day></agenda></programme>";
  g_autoptr (Journey) journey = make (xml, "modern", "ar", NULL, PG_BILINGUAL_STACKED);
  g_autoptr (GArray) said = printed_said (journey->pages);
  const PrintedLine *line = find_head (said);
  g_assert_cmpfloat (x_of (line, "GST"), <, x_of (line, " ("));
  g_assert_cmpfloat (x_of (line, "GST"), >, x_of (line, ")"));
}

/* On a line that two languages share each part keeps its order, whatever is inserted into it. */
static void
test_shared_line (void)
{
  static const char xml[]
      = "<programme version='1' languages='ar en' timezone='Asia/Dubai' second-timezone='America/New_York'><event>"
        "<title>ع</title></event><agenda><day date='2030-01-01'><break start='09:00'/></day></agenda></programme>";
  g_autoptr (Journey) journey = make (xml, "modern", "ar", "en", PG_BILINGUAL_HEADINGS);
  g_autoptr (GArray) said = printed_said (journey->pages);
  const PrintedLine *line = find_head (said);
  static const char *const order[] = { "الوقت", "GST", "غرينتش", "Time" };
  for (guint i = 1; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpfloat (x_of (line, order[i]), <, x_of (line, order[i - 1]));
}

/* Random programmes */

static guint
count_of (GHashTable *counts, gpointer word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, word));
}

/* In columns each word is said as often as in the editions together, but for what is not translated, and what a table of
   contents, or a heading that has no columns, says once. Elsewhere no word of the first edition is lost, and where all is said in both, none of the second. */
static char *
compare_counts (const RandomEvent *event, PgBilingual bilingual, gboolean is_strict, GHashTable *both,
                GHashTable *first, GHashTable *second)
{
  GHashTableIter iter;
  gpointer word;
  g_hash_table_iter_init (&iter, event->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      guint n = count_of (both, word), n_first = count_of (first, word), n_second = count_of (second, word);
      guint least = bilingual == PG_BILINGUAL_HEADINGS          ? n_first
                    : is_strict && MIN (n_first, n_second) == 0 ? n_first + n_second
                                                                : MAX (n_first, n_second);
      if (n < least || n > n_first + n_second)
        return g_strdup_printf ("“%s” is said %u times; in the editions %u and %u", (const char *) word, n, n_first,
                                n_second);
    }
  return NULL;
}

static GHashTable *
edition_counts (const RandomEvent *event, ProgrammeTheme *theme, const char *language)
{
  g_autoptr (Journey) journey = journey_new (event->xml, theme);
  g_assert_true (journey_make (journey, "agenda", language, event->paper));
  g_autoptr (GArray) said = printed_said (journey->pages);
  return printed_counts (said, event->words);
}

static char *
check_arrangement (const RandomEvent *event, ProgrammeTheme *theme, PgBilingual bilingual)
{
  g_autoptr (Journey) journey = journey_new (event->xml, theme);
  journey->second = journey->event->languages[1];
  journey->bilingual = bilingual;
  if (journey->second == NULL || !journey_make (journey, "agenda", "en", event->paper))
    return NULL;
  g_autoptr (GArray) said = printed_said (journey->pages);
  g_autoptr (GHashTable) both = printed_counts (said, event->words);
  g_autoptr (GHashTable) first = edition_counts (event, theme, "en");
  g_autoptr (GHashTable) second = edition_counts (event, theme, journey->second);
  gboolean is_strict
      = bilingual == PG_BILINGUAL_PARALLEL && event->n_days < 3 && pg_theme_is (theme, "arrangement", "day", "beside");
  char *wrong = compare_counts (event, bilingual, is_strict, both, first, second);
  if (wrong == NULL)
    wrong = check_places (journey->pages, journey->report);
  return wrong != NULL || !journey_has_times (journey) ? wrong : check_keeps (journey->pages, journey->report);
}

static void
test_random (void)
{
  static const char *const names[] = { "stacked", "parallel", "headings" };
  for (guint32 seed = 1; seed <= RUNS; seed++)
    {
      ProgrammeTheme *theme = journey_theme (programme_theme_list ()[seed % 3]);
      RandomLook look = { pg_theme_is (theme, "arrangement", "persons", "run-in"),
                          pg_theme_is (theme, "arrangement", "front-series", "yes"),
                          FALSE,
                          TRUE,
                          FALSE,
                          FALSE };
      g_autoptr (RandomEvent) event = random_event_new (seed, &look);
      for (guint way = 0; way < G_N_ELEMENTS (names); way++)
        {
          g_autofree char *wrong = check_arrangement (event, theme, (PgBilingual) way);
          if (wrong == NULL)
            continue;
          g_test_message ("seed %u, %s, %s, %s: %s", seed, names[way], programme_theme_list ()[seed % 3], event->paper,
                          wrong);
          g_test_fail ();
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bilingual/stacked", test_stacked);
  g_test_add_func ("/bilingual/parallel", test_parallel);
  g_test_add_func ("/bilingual/headings", test_headings);
  g_test_add_func ("/bilingual/right-to-left", test_right_to_left);
  g_test_add_func ("/bilingual/mixed-directions", test_mixed_directions);
  g_test_add_func ("/bilingual/brackets", test_brackets);
  g_test_add_func ("/bilingual/shared-line", test_shared_line);
  g_test_add_func ("/bilingual/random", test_random);
  return g_test_run ();
}
