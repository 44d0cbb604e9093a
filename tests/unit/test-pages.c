/* Enters: a meeting in two languages with parallel sessions, three hosts and a second zone; a congress with talks and
   posters; a board with items; a recital; a guide with tables and the like. Leaves: whether their pages, and the covers that were not chosen, are those of tests/golden; and some pages of
   the samples. */
#include "golden.h"
#include "journey.h"

#include <string.h>

typedef struct
{
  const char *golden, *piece, *theme, *first, *second, *paper;
  PgBilingual bilingual;
  PgSort sort;
} Print;

static Journey *
print (const Print *print)
{
  g_auto (GStrv) parts = g_strsplit (print->golden, "-", 2); /* the covers' begin otherwise */
  g_autofree char *fixture = g_strconcat (strcmp (parts[0], "blocks") != 0 ? parts[0] : "harbours", ".xml", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", fixture, NULL);
  Journey *journey = journey_new_for_file (path, journey_theme (print->theme));
  journey->second = print->second;
  journey->bilingual = print->bilingual;
  journey->sort = print->sort;
  g_assert_true (journey_make (journey, print->piece, print->first, print->paper));
  return journey;
}

static void
test_pages (gconstpointer data)
{
  const Print *what = data;
  g_autoptr (Journey) journey = print (what);
  g_autofree char *dump = pg_pages_dump (journey->pages);
  golden_compare (what->golden, dump);
}

static const Print pages[] = {
  { "harbours-agenda-arabic", "agenda", "institutional", "ar", NULL, "A4", 0, 0 },
  { "harbours-agenda-parallel", "agenda", "modern", "en", "ar", "A4", PG_BILINGUAL_PARALLEL, 0 },
  { "harbours-agenda-stacked", "agenda", "classic", "en", "ar", "A5", PG_BILINGUAL_STACKED, 0 },
  { "harbours-agenda-headings", "agenda", "institutional", "ar", "en", "Letter", PG_BILINGUAL_HEADINGS, 0 },
  { "harbours-speakers-session", "speakers", "modern", "en", NULL, "A4", 0, PG_SORT_SESSION },
  { "harbours-speakers-stacked", "speakers", "institutional", "en", "ar", "A5", PG_BILINGUAL_STACKED, PG_SORT_NAME },
  { "congress-agenda-institutional", "agenda", "institutional", "en", NULL, "A4", 0, 0 },
  { "congress-agenda-modern", "agenda", "modern", "en", "fr", "A4", PG_BILINGUAL_PARALLEL, 0 },
  { "congress-agenda-classic", "agenda", "classic", "fr", "en", "A5", PG_BILINGUAL_STACKED, 0 },
  { "board-agenda-institutional", "agenda", "institutional", "en", "fr", "A4", PG_BILINGUAL_STACKED, 0 },
  { "board-agenda-classic", "agenda", "classic", "fr", NULL, "A5", 0, 0 },
  { "board-agenda-modern", "agenda", "modern", "en", "fr", "A4", PG_BILINGUAL_PARALLEL, 0 },
  { "guide-agenda-institutional", "agenda", "institutional", "en", "fr", "A4", PG_BILINGUAL_STACKED, 0 },
  { "guide-agenda-classic", "agenda", "classic", "fr", NULL, "A5", 0, 0 },
  { "guide-agenda-modern", "agenda", "modern", "en", "fr", "A4", PG_BILINGUAL_PARALLEL, 0 },
  { "recital-agenda-institutional", "agenda", "institutional", "en", "de", "A4", PG_BILINGUAL_STACKED, 0 },
  { "recital-agenda-classic", "agenda", "classic", "de", "en", "A5", PG_BILINGUAL_STACKED, 0 },
  { "recital-agenda-modern", "agenda", "modern", "en", "de", "A4", PG_BILINGUAL_PARALLEL, 0 },
  { "congress-speakers", "speakers", "institutional", "en", NULL, "A4", 0, PG_SORT_NAME },
};

/* All that a cover may be, of which pages show one. */
static void
test_covers (void)
{
  static const Print covers[] = { { "blocks-cover-institutional", "agenda", "institutional", "en", NULL, "A4", 0, 0 },
                                  { "blocks-cover-classic", "agenda", "classic", "ar", NULL, "A4", 0, 0 },
                                  { "blocks-cover-modern", "agenda", "modern", "en", NULL, "A4", 0, 0 } };
  for (guint i = 0; i < G_N_ELEMENTS (covers); i++)
    {
      g_autoptr (Journey) journey = print (&covers[i]);
      const PgPageRun *run = g_ptr_array_index (journey_page_runs (journey, "agenda"), 0);
      g_autofree char *dump = pg_block_dump (run->flow);
      golden_compare (covers[i].golden, dump);
    }
}

/* The page behind the cover of some samples, where most of the running text is: justified with hyphens, and ragged. Scripts
   whose words are known from dictionaries alone are looked at elsewhere. */
static void
test_texts (gconstpointer theme)
{
  static const char *const samples[][2]
      = { { "chengdu-2026", "zh-Hans" }, { "lighthouse-2025", "pt" }, { "paris-2026", "fr" },
          { "rabat-2026", "ar-MA" },     { "tokyo-2026", "ja" },      { "oecd-indigo-2024", "ko" },
          { "hanoi-2026", "vi" } };
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "samples", samples[i][0], "event.xml", NULL);
      g_autoptr (Journey) journey = journey_new_for_file (path, journey_theme (theme));
      g_assert_true (journey_make (journey, "agenda", samples[i][1], "A5"));
      g_autofree char *dump = pg_pages_dump (journey->pages);
      char *start = strstr (dump, "\npage 2 "), *end = strstr (dump, "\npage 3 ");
      g_assert_nonnull (start);
      g_assert_nonnull (end);
      *end = '\0';
      g_string_append_printf (all, "%s%s\n", samples[i][0], start);
    }
  g_autofree char *golden = g_strconcat ("samples-", theme, NULL);
  golden_compare (golden, all->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strconcat ("/pages/", pages[i].golden, NULL);
      g_test_add_data_func (name, &pages[i], test_pages);
    }
  g_test_add_func ("/pages/covers", test_covers);
  g_test_add_data_func ("/pages/texts/classic", "classic", test_texts);
  g_test_add_data_func ("/pages/texts/modern", "modern", test_texts);
  return g_test_run ();
}
