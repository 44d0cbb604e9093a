/* Enters: the samples and small fixtures. Leaves: whether their pages are those of tests/golden, and whether the samples
   are set in all themes and on all common papers with nothing given up and nothing in the wrong place. */
#include "golden.h"
#include "journey.h"
#include "printed.h"
#include "slow.h"

#include "base/units.h"

#include <string.h>

/* Pages as they were looked at and found good */

static void
compare (const char *golden, const char *file, const char *piece, const char *theme, const char *language,
         const char *paper)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, file, NULL);
  g_autoptr (Journey) journey = journey_new_for_file (path, journey_theme (theme));
  g_assert_true (journey_make (journey, piece, language, paper));
  g_autofree char *dump = pg_pages_dump (journey->pages);
  golden_compare (golden, dump);
}

#define OECD "../samples/oecd-indigo-2024/event.xml"
#define SMALL "fixtures/small.xml"

static void
test_oecd (void)
{
  compare ("oecd-agenda-institutional", OECD, "agenda", "institutional", NULL, "A4");
  compare ("oecd-agenda-modern", OECD, "agenda", "modern", NULL, "A4");
  compare ("oecd-agenda-classic", OECD, "agenda", "classic", NULL, "A4");
  compare ("oecd-speakers-institutional", OECD, "speakers", "institutional", NULL, "A4");
}

static void
test_small (void)
{
  compare ("small-agenda-institutional", SMALL, "agenda", "institutional", NULL, "A4");
  compare ("small-agenda-modern-a5", SMALL, "agenda", "modern", NULL, "A5");
  compare ("small-agenda-classic-korean", SMALL, "agenda", "classic", "ko", "A4");
  compare ("small-speakers-modern", SMALL, "speakers", "modern", NULL, "A4");
}

static const char breaks[]
    = "<programme version=\"1\" languages=\"en\"><event><title>Harbours</title></event><agenda><day "
      "date=\"2031-05-05\">"
      "<session start=\"09:00\" end=\"10:30\"><title>Winds</title></session>"
      "<break kind=\"coffee\" start=\"10:30\" end=\"11:00\"/><break kind=\"tea\" start=\"11:00\" end=\"11:15\"/>"
      "<break kind=\"lunch\" start=\"11:15\" end=\"13:00\"/><break kind=\"photo\" start=\"13:00\" end=\"13:30\"/>"
      "<end>That was all</end></day></agenda></programme>";

static Journey *
breaks_in (const char *theme)
{
  Journey *journey = journey_new (breaks, journey_theme (theme));
  journey->cover = "none";
  g_assert_true (journey_make (journey, "agenda", NULL, "A4"));
  return journey;
}

/* The names of the signs on the first page, whose ink reaches from left to right mm, or is none. */
static char *
signs_on (const Journey *journey, double left, double right)
{
  const PgPage *page = pg_pages_get (journey->pages, 0);
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < page->items->len; i++)
    {
      const PgItem *item = &g_array_index (page->items, PgItem, i);
      if (item->kind != PG_ITEM_DRAWING)
        continue;
      g_assert_cmpint (item->artifact, ==, PG_ARTIFACT_LAYOUT);
      g_assert_cmpfloat_with_epsilon ((item->x + item->width / 8) / PG_POINTS_PER_MM, left, 0.05);
      g_assert_cmpfloat_with_epsilon ((item->x + item->width * 7 / 8) / PG_POINTS_PER_MM, right, 0.05);
      g_string_append_printf (names, "%s ", item->drawing.drawing->name);
    }
  return g_string_free (names, FALSE);
}

/* A break has the sign of its kind ; the day's end says when that is, above a heavy rule. */
static void
test_breaks (void)
{
  g_autoptr (Journey) journey = breaks_in ("institutional");
  g_autofree char *signs = signs_on (journey, 41.7, 47);
  g_assert_cmpstr (signs, ==, "coffee catering photo ");
  assert_said (journey, 0, "day-end-time", "13:30");
  assert_said (journey, 0, "day-end", "That was all");
  const PgPage *page = pg_pages_get (journey->pages, 0);
  double heaviest = 0;
  for (guint i = 0; i < page->items->len; i++)
    if (g_array_index (page->items, PgItem, i).kind == PG_ITEM_FILL)
      heaviest = MAX (heaviest, g_array_index (page->items, PgItem, i).height);
  g_assert_cmpfloat_with_epsilon (heaviest, 2.25, 0.01);
  static const char *const without[] = { "modern", "classic" };
  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    {
      g_autoptr (Journey) other = breaks_in (without[i]);
      g_autofree char *none = signs_on (other, 0, 0);
      g_assert_cmpstr (none, ==, "");
      assert_said (other, 0, "day-end-time", "13:30");
    }
}

static void
test_differences (void)
{
  const char *line = "page 1 10.00 x 20.00\n    text 5.00 6.25 30.10 \"a 1.00\"\n";
  const char *look = "    text 5.00 6.25 30.10 [a 9.5 #000000] \"[b\"\n";
  g_assert_null (golden_difference (line, line));
  g_assert_null (golden_difference (line, "page 1 10.00 x 20.00\n    text 5.40 6.00 30.00 \"a 1.00\"\n"));
  g_autofree char *moved = golden_difference (line, "page 1 10.00 x 20.00\n    text 5.90 6.25 30.10 \"a 1.00\"\n");
  g_assert_cmpstr (moved, ==,
                   "line 2\n  is           text 5.90 6.25 30.10 \"a 1.00\"\n"
                   "  but was      text 5.00 6.25 30.10 \"a 1.00\"");
  g_autofree char *reworded = golden_difference (line, "page 1 10.00 x 20.00\n    text 5.00 6.25 30.10 \"a 1.01\"\n");
  g_assert_nonnull (reworded);
  g_autofree char *renumbered = golden_difference (line, "page 2 10.00 x 20.00\n    text 5.00 6.25 30.10 \"a 1.00\"\n");
  g_assert_nonnull (renumbered);
  g_autofree char *cut = golden_difference (line, "page 1 10.00 x 20.00\n");
  g_assert_nonnull (cut);
  g_assert_null (golden_difference (look, "    text 5.40 6.00 30.00 [a 9.5 #000000] \"[b\"\n"));
  g_autofree char *larger = golden_difference (look, "    text 5.00 6.25 30.10 [a 9.7 #000000] \"[b\"\n");
  g_assert_nonnull (larger);
}

/* Samples in all themes */

static void
check_sample (const char *sample, const char *piece, const char *theme, const char *paper)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "samples", sample, "event.xml", NULL);
  g_autoptr (Journey) journey = journey_new_for_file (path, journey_theme (theme));
  for (guint i = 0; journey->event->languages[i] != NULL; i++)
    {
      g_autoptr (Journey) own = journey_new_for_file (path, journey_theme (theme));
      g_assert_true (journey_make (own, piece, own->event->languages[i], paper));
      g_autofree char *wrong = check_no_findings (own->report);
      if (wrong == NULL)
        wrong = check_places (own->pages, own->report);
      if (wrong == NULL && journey_has_times (own))
        wrong = check_keeps (own->pages, own->report);
      if (wrong == NULL)
        continue;
      g_test_message ("%s, %s, %s, %s, %s: %s", sample, piece, theme, paper, own->event->languages[i], wrong);
      g_test_fail ();
    }
}

static void
test_samples (void)
{
  static const char *const pieces[] = { "agenda", "speakers" }, *const papers[] = { "A5", "A4", "Letter" };
  guint n_papers = is_slow_run () ? G_N_ELEMENTS (papers) : 1;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *sample;
  guint n = 0;
  while ((sample = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *event = g_build_filename (folder, sample, "event.xml", NULL);
      if (!g_file_test (event, G_FILE_TEST_EXISTS))
        continue;
      n++;
      for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
        for (guint i = 0; i < G_N_ELEMENTS (pieces) * n_papers; i++)
          check_sample (sample, pieces[i % 2], *theme, papers[i / 2]);
    }
  g_assert_cmpuint (n, >=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/golden/compares", test_differences);
  g_test_add_func ("/agenda/golden/oecd-indigo-2024", test_oecd);
  g_test_add_func ("/agenda/golden/small", test_small);
  g_test_add_func ("/agenda/breaks", test_breaks);
  g_test_add_func ("/agenda/samples", test_samples);
  return g_test_run ();
}
