/* Enters: random programmes, many of them. Leaves: whether each word is printed once and in order, all stands in its
   place, and all rules for the ends of pages hold or are told to be given up.
   PROPERTY_RUNS says how many, PROPERTY_SEED which is the first; PROPERTY_KEEP names a file for the XML of one that
   fails. */
#include "base/units.h"
#include "journey.h"
#include "printed.h"
#include "random-event.h"
#include "slow.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RUNS (is_slow_run () ? 400U : 40U)
#define RUNS_OF_REST (is_slow_run () ? 20U : 4U) /* PDF files, and texts of impossible lengths */
#define RUNS_OF_SIZE (is_slow_run () ? 6U : 2U)  /* for each paper */

static guint
from_environment (const char *name, guint otherwise)
{
  const char *value = g_getenv (name);
  return value != NULL ? (guint) strtoul (value, NULL, 10) : otherwise;
}

static char *
check_pages (const Journey *journey)
{
  char *wrong = check_places (journey->pages, journey->report);
  return wrong != NULL || !journey_has_times (journey) ? wrong : check_keeps (journey->pages, journey->report);
}

/* Each person stands once, with all turns; sorted, so that words come in another order than in the agenda. By country,
   the name of a country or body stands above all that it has sent, which is not counted here. */
static char *
check_speakers (const RandomEvent *event, const Journey *journey)
{
  g_autoptr (GArray) said = printed_said (journey->pages);
  gboolean by_name = journey->sort == PG_SORT_NAME;
  char *wrong = by_name ? check_words_counted (said, event->words, event->speakers) : NULL;
  return wrong != NULL ? wrong : check_pages (journey);
}

/* Takes the notes' lines out of those of the text, and gives them back. */
static GArray *
take_notes (GArray *said)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (PrintedLine));
  guint kept = 0;
  for (guint i = 0; i < said->len; i++)
    {
      PrintedLine line = g_array_index (said, PrintedLine, i);
      if (printed_is (&line, "footnote"))
        g_array_append_val (notes, line);
      else
        g_array_index (said, PrintedLine, kept++) = line;
    }
  g_array_set_size (said, kept);
  return notes;
}

typedef char *(*WordsFunc) (const GArray *said, GHashTable *known, const GPtrArray *expected);

/* A course in one table has no table of contents. */
static gboolean
is_table (const RandomEvent *event, const ProgrammeTheme *theme)
{
  return event->is_course && !pg_theme_is (theme, "arrangement", "text", "below");
}

/* Cover, front matter and contents say again what the agenda says: the cover is looked at for itself, and of the others
   it is known what they repeat. Running heads and what is repeated where something goes on are artifacts. */
static char *
check_agenda_words (const RandomEvent *event, const Journey *journey, WordsFunc check)
{
  g_autoptr (GArray) said = printed_said (journey->pages);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  const char *contents = pg_theme_word (journey->theme, "arrangement", "contents");
  gboolean has_contents = strcmp (contents, "yes") == 0 || (strcmp (contents, "long") == 0 && event->n_days >= 3);
  has_contents = has_contents && !is_table (event, journey->theme);
  const GPtrArray *const lists[] = { event->front, has_contents ? event->contents : NULL, event->days, event->back };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; lists[i] != NULL && j < lists[i]->len; j++)
      g_ptr_array_add (expected, g_ptr_array_index (lists[i], j));
  g_autoptr (GArray) notes = take_notes (said);
  char *wrong = check (said, event->words, expected);
  if (wrong == NULL)
    wrong = check_words_counted (notes, event->words, event->notes);
  return wrong != NULL ? wrong : check_words_of_cover (journey->pages, event->words, event->cover);
}

/* In large print on small paper the columns of tables are so narrow that rows are broken, and not read across. */
static char *
check_agenda (const RandomEvent *event, const Journey *journey)
{
  gboolean is_narrow = journey->large_print && strcmp (event->paper, "A5") == 0;
  char *wrong = check_agenda_words (event, journey, is_narrow ? check_words_counted : check_words_in_order);
  if (wrong == NULL && event->ordinary)
    wrong = check_no_findings (journey->report);
  return wrong != NULL ? wrong : check_pages (journey);
}

static void
keep (const RandomEvent *event)
{
  const char *file = g_getenv ("PROPERTY_KEEP");
  if (file != NULL)
    g_assert_true (g_file_set_contents (file, event->xml, -1, NULL));
}

static RandomEvent *
make_event (guint32 seed, const ProgrammeTheme *theme, gboolean monstrous)
{
  RandomLook look = { pg_theme_is (theme, "arrangement", "persons", "run-in"),
                      pg_theme_is (theme, "arrangement", "front-series", "yes"),
                      TRUE,
                      TRUE,
                      pg_theme_length (theme, "space", "song-column") > 80 * PG_POINTS_PER_MM,
                      monstrous };
  return random_event_new (seed, &look);
}

/* The editions for those who see little. */
typedef struct
{
  gboolean large_print, contrast;
} Edition;

static void
test_piece (guint32 seed, const RandomEvent *event, ProgrammeTheme *theme, Edition edition, const char *piece)
{
  g_autoptr (Journey) journey = journey_new (event->xml, theme);
  gboolean is_agenda = strcmp (piece, "agenda") == 0;
  journey->large_print = edition.large_print;
  journey->contrast = edition.contrast;
  journey->sort = seed % 2 == 0 ? PG_SORT_NAME : seed % 4 == 1 ? PG_SORT_COUNTRY : PG_SORT_PROTOCOL;
  g_assert_true (journey_make (journey, piece, event->language, event->paper));
  g_autofree char *wrong = is_agenda ? check_agenda (event, journey) : check_speakers (event, journey);
  if (wrong == NULL)
    return;
  keep (event);
  g_test_message ("seed %u, %s, %s%s%s, %s, %s: %s", seed, piece, programme_theme_list ()[seed % 3],
                  edition.large_print ? ", large" : "", edition.contrast ? ", black" : "", event->paper,
                  event->language, wrong);
  g_test_fail ();
}

static void
test_one (guint32 seed)
{
  ProgrammeTheme *theme = journey_theme (programme_theme_list ()[seed % 3]);
  g_autoptr (RandomEvent) event = make_event (seed, theme, FALSE);
  test_piece (seed, event, theme, (Edition){ 0 }, "agenda");
  if (event->speakers->len > 0)
    test_piece (seed, event, theme, (Edition){ 0 }, "speakers");
}

/* What has room in the usual size may be cut off, broken or stand out in a larger one; that is told. */
static void
test_edition (guint32 seed)
{
  ProgrammeTheme *theme = journey_theme (programme_theme_list ()[seed % 3]);
  Edition edition = { seed % 4 != 1, seed % 4 < 2 };
  g_autoptr (ProgrammeTheme) own = pg_theme_new_edition (theme, edition.large_print, edition.contrast);
  g_autoptr (RandomEvent) event = make_event (seed, own, FALSE);
  event->ordinary = FALSE;
  test_piece (seed, event, theme, edition, "agenda");
  if (event->speakers->len > 0)
    test_piece (seed, event, theme, edition, "speakers");
}

static void
test_editions (void)
{
  guint runs = from_environment ("PROPERTY_RUNS", RUNS) / 2, first = from_environment ("PROPERTY_SEED", 1);
  for (guint i = 0; i < runs; i++)
    test_edition (first + i);
}

static void
test_random (void)
{
  guint runs = from_environment ("PROPERTY_RUNS", RUNS), first = from_environment ("PROPERTY_SEED", 1);
  for (guint i = 0; i < runs; i++)
    test_one (first + i);
}

/* Those that neither the front nor the back matter says, nor the head. */
static void
words_of_days_alone (const RandomEvent *event, const PgPages *pages, GHashTable *known, GPtrArray *expected)
{
  const GPtrArray *const others[] = { event->front, event->back };
  g_autoptr (GArray) lines = printed_lines (pages);
  g_autoptr (GHashTable) elsewhere = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < event->days->len; j++)
      if (printed_is_cover (&g_array_index (lines, PrintedLine, i))
          && strstr (g_array_index (lines, PrintedLine, i).lines->text, g_ptr_array_index (event->days, j)) != NULL)
        g_hash_table_add (elsewhere, g_ptr_array_index (event->days, j));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    for (guint j = 0; j < others[i]->len; j++)
      g_hash_table_add (elsewhere, g_ptr_array_index (others[i], j));
  for (guint i = 0; i < event->days->len; i++)
    if (!g_hash_table_contains (elsewhere, g_ptr_array_index (event->days, i)))
      {
        g_hash_table_add (known, g_ptr_array_index (event->days, i));
        g_ptr_array_add (expected, g_ptr_array_index (event->days, i));
      }
}

/* A built-in theme whose days run on below each other. */
static ProgrammeTheme *
running_theme (const char *base)
{
  g_autofree char *text = g_strdup_printf ("[theme]\nextends = %s\n[arrangement]\ndays = run\n", base);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  return programme_theme_read_bytes (bytes, "own.theme", NULL, NULL, NULL);
}

/* Without a cover, or where days run on: what they say is said, once and in order, and all stands in its place. */
static void
test_form (guint32 seed)
{
  static const char *const covers[] = { "auto", "none", NULL, "none" };
  const char *name = programme_theme_list ()[seed % 3];
  g_autoptr (ProgrammeTheme) theme = seed % 4 < 2 ? programme_theme_ref (journey_theme (name)) : running_theme (name);
  g_autoptr (RandomEvent) event = make_event (seed, theme, FALSE);
  g_autoptr (Journey) journey = journey_new (event->xml, theme);
  journey->cover = covers[seed % 4];
  g_assert_true (journey_make (journey, "agenda", event->language, event->paper));
  g_autoptr (GArray) lines = printed_said (journey->pages);
  g_array_unref (take_notes (lines)); /* at the feet of pages, which are not what is asked here */
  while (lines->len > 0 && printed_is (&g_array_index (lines, PrintedLine, lines->len - 1), "running-foot"))
    g_array_set_size (lines, lines->len - 1); /* those who organise */
  g_autoptr (GHashTable) days = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  words_of_days_alone (event, journey->pages, days, expected);
  const char *contents = pg_theme_word (theme, "arrangement", "contents");
  gboolean has_contents = strcmp (contents, "long") == 0 && event->n_days >= 3 && !is_table (event, theme);
  g_autofree char *wrong = has_contents ? NULL : check_words_in_order (lines, days, expected);
  if (wrong == NULL)
    wrong = check_pages (journey);
  if (wrong == NULL)
    return;
  keep (event);
  g_test_message ("seed %u, %s, %s, %s: %s", seed, name, event->paper, event->language, wrong);
  g_test_fail ();
}

static void
test_forms (void)
{
  guint runs = from_environment ("PROPERTY_RUNS", RUNS) / 2, first = from_environment ("PROPERTY_SEED", 1);
  for (guint i = 0; i < runs; i++)
    test_form (first + i);
}

/* The same words in the PDF: each page says what its frames say, and no more, in their order. */
static void
test_pdf_of (guint32 seed, const char *path)
{
  const char *name = programme_theme_list ()[seed % 3];
  g_autoptr (RandomEvent) event = make_event (seed, journey_theme (name), FALSE);
  g_autoptr (Journey) journey = journey_new (event->xml, journey_theme (name));
  g_assert_true (journey_make (journey, "agenda", event->language, event->paper));
  journey_write_pdf (journey, path, event->language, event->paper);
  g_autofree char *wrong = check_pdf (journey->pages, path);
  if (wrong == NULL)
    return;
  keep (event);
  g_test_message ("seed %u, %s, %s, %s: %s", seed, name, event->paper, event->language, wrong);
  g_test_fail ();
}

static void
test_pdf (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  if (!check_pdf_is_possible ())
    {
      g_test_skip ("pdftotext is missing");
      return;
    }
  int file = g_file_open_tmp ("programme-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  close (file);
  guint first = from_environment ("PROPERTY_SEED", 1),
        runs = MIN (from_environment ("PROPERTY_RUNS", RUNS), RUNS_OF_REST);
  for (guint i = 0; i < runs; i++)
    test_pdf_of (first + i, path);
  g_remove (path);
}

/* On paper of impossible sizes: refused, or nothing is lost. What stands side by side may be broken together there. */
static void
test_sizes (void)
{
  static const char *const papers[]
      = { "20x20mm", "67x400mm", "75x90mm", "60x60mm", "90x90mm", "A7", "2000x85mm", "2000x90mm", "300x120mm", "A0" };
  guint n_made = 0;
  for (guint i = 0; i < G_N_ELEMENTS (papers) * RUNS_OF_SIZE; i++)
    {
      ProgrammeTheme *theme = journey_theme (programme_theme_list ()[i % 3]);
      g_autoptr (RandomEvent) event = make_event (1000 + i, theme, FALSE);
      g_autoptr (Journey) journey = journey_new (event->xml, theme);
      if (!journey_make (journey, "agenda", event->language, papers[i % G_N_ELEMENTS (papers)]))
        continue;
      n_made++;
      g_autofree char *wrong = check_agenda_words (event, journey, check_words_counted);
      if (wrong == NULL)
        continue;
      keep (event);
      g_test_message ("seed %u, %s, %s: %s", 1000 + i, programme_theme_list ()[i % 3],
                      papers[i % G_N_ELEMENTS (papers)], wrong);
      g_test_fail ();
    }
  g_assert_cmpuint (n_made, >=, 3 * RUNS_OF_SIZE);
}

/* Texts of impossible lengths: what stands side by side may be broken together, so that words are counted only. */
static void
test_lengths (void)
{
  for (guint i = 0; i < RUNS_OF_REST; i++)
    {
      ProgrammeTheme *theme = journey_theme (programme_theme_list ()[i % 3]);
      g_autoptr (RandomEvent) event = make_event (5000 + i, theme, TRUE);
      g_autoptr (Journey) journey = journey_new (event->xml, theme);
      g_assert_true (journey_make (journey, "speakers", event->language, event->paper));
      g_autoptr (GArray) said = printed_said (journey->pages);
      g_autofree char *wrong = check_words_counted (said, event->words, event->speakers);
      if (wrong == NULL)
        wrong = check_pages (journey);
      if (wrong == NULL)
        continue;
      keep (event);
      g_test_message ("seed %u, %s, %s: %s", 5000 + i, programme_theme_list ()[i % 3], event->paper, wrong);
      g_test_fail ();
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/properties/random", test_random);
  g_test_add_func ("/properties/editions", test_editions);
  g_test_add_func ("/properties/forms", test_forms);
  g_test_add_func ("/properties/pdf", test_pdf);
  g_test_add_func ("/properties/sizes", test_sizes);
  g_test_add_func ("/properties/lengths", test_lengths);
  return g_test_run ();
}
