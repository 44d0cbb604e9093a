/* Enters: an event, in every theme and piece, in large print, in high contrast and in both. Leaves: whether nothing is smaller
   than 16 points, nothing is in italics, and all text is seen on its ground, by numbers. */
#include "journey.h"
#include "printed.h"

#include "event/words.h"
#include "theme/contrast.h"

#include <math.h>
#include <string.h>

static const char xml[]
    = "<programme version=\"1\" languages=\"en fr\">\n"
      "<people><person id=\"aalto\"><name>Aino <family>Aalto</family></name><position>Harbour "
      "Master</position></person>\n"
      "<person id=\"ruiz\" country=\"ES\"><name>Pablo <family>Ruiz</family></name></person></people>\n"
      "<rooms><room id=\"hall\" level=\"2\"><name>Great Hall</name><name xml:lang=\"fr\">Grande "
      "salle</name></room></rooms>\n"
      "<event status=\"Draft\" reference=\"H/1\"><title>Harbours of the Future</title>"
      "<title xml:lang=\"fr\">Ports de demain</title><venue>Sea House</venue></event>\n"
      "<front><section><title>Background</title><p>On <i>tides</i> and winds.</p></section></front>\n"
      "<agenda><day date=\"2031-05-05\"><note><p>Bring a coat.</p></note>\n"
      "<session start=\"09:00\" end=\"10:30\" number=\"1\" room=\"hall\"><title>Ships and Winds</title>"
      "<abstract><p>What <i>blows</i>.</p></abstract><group role=\"speaker\"><slot who=\"aalto\" minutes=\"20\"/>"
      "<slot who=\"ruiz\"><note>to be confirmed</note></slot></group></session>\n"
      "<break kind=\"coffee\" start=\"10:30\" end=\"11:00\"/>\n"
      "<session start=\"11:00\" end=\"12:00\" room=\"hall\"><title>Closing</title></session></day>"
      "<day date=\"2031-05-06\"><session start=\"09:00\" end=\"10:00\"><title>Visit</title></session></day></agenda>\n"
      "</programme>\n";

static const char *const pieces[] = { "agenda", "speakers", "signs" };

static Journey *
make (const char *theme, const char *piece, const char *second, gboolean large_print, gboolean contrast)
{
  Journey *journey = journey_new (xml, journey_theme (theme));
  journey->large_print = large_print;
  journey->contrast = contrast;
  journey->second = second;
  g_assert_true (journey_make (journey, piece, "en", "A4"));
  g_autofree char *wrong = check_places (journey->pages, journey->report);
  g_assert_cmpstr (wrong, ==, NULL);
  return journey;
}

/* Nothing is smaller or slanted; raised figures are. What takes several lines has them 1.5 of its size apart, but for titles,
   which are larger than the text. */
static void
assert_all_large (const PgPages *pages, const char *what)
{
  g_autoptr (GArray) lines = printed_lines (pages);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      g_test_message ("%s, page %u, %s", what, line->page + 1, line->style);
      if (line->lines->n_lines > 1)
        g_assert_cmpfloat (line->lines->leading, >=, MIN (line->size, 16) * 1.5);
      for (guint r = 0; r < line->line->n_runs; r++)
        {
          const PgRun *run = line->line->runs[r].run;
          g_assert_cmpfloat (run->style->size, >=, 16);
          g_assert_false (run->style->italic || (run->flags & PG_RUN_ITALIC) != 0);
        }
    }
}

/* In every theme, piece and language. */
static void
assert_large (const char *theme, const char *piece, const char *second)
{
  g_autoptr (Journey) journey = make (theme, piece, second, TRUE, FALSE);
  g_autofree char *what = g_strdup_printf ("%s, %s", theme, piece);
  assert_all_large (journey->pages, what);
}

static void
test_large (gconstpointer theme)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      assert_large (theme, pieces[i], NULL);
      assert_large (theme, pieces[i], "fr");
    }
}

static const PrintedLine *
line_in (const GArray *lines, const char *style)
{
  for (guint i = 0; i < lines->len; i++)
    if (printed_is (&g_array_index (lines, PrintedLine, i), style))
      return &g_array_index (lines, PrintedLine, i);
  g_error ("nothing is in the style %s", style);
}

static void
assert_style (const GArray *lines, const char *name, double size, double leading)
{
  const PrintedLine *line = line_in (lines, name);
  g_test_message ("%s", name);
  g_assert_cmpfloat (line->size, ==, size);
  g_assert_cmpfloat (line->lines->leading, ==, leading);
}

#define MM (72 / 25.4)

/* The numbers of the form, the same in every theme. */
static void
test_numbers (gconstpointer theme)
{
  g_autoptr (Journey) journey = make (theme, "agenda", NULL, TRUE, FALSE);
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  static const struct
  {
    const char *name;
    double size, leading;
  } styles[] = { { "abstract", 16, 24 },      { "name", 16, 24 },
                 { "position", 16, 24 },      { "role", 16, 24 },
                 { "front-text", 16, 24 },    { "front-heading", 20, 27 },
                 { "day-name", 22, 30 },      { "day-note", 16, 24 },
                 { "session-title", 20, 27 }, { "folio", 16, 24 },
                 { "draft", 16, 24 },         { "break-title", 16, 24 },
                 { "break-time", 18, 24 },    { "session-time-start", 18, 24 } };
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    assert_style (lines, styles[i].name, styles[i].size, styles[i].leading);
  const PrintedLine *number = line_in (lines, "session-number"), *title = line_in (lines, "session-title");
  const PrintedLine *time = line_in (lines, "session-time-start"), *text = line_in (lines, "abstract");
  g_assert_cmpfloat_with_epsilon (number->left, 78 * MM, 1);
  g_assert_cmpfloat_with_epsilon (time->left, 20 * MM, 1);
  g_assert_cmpfloat_with_epsilon (title->left, 20 * MM, 1);
  g_assert_cmpfloat_with_epsilon (text->item->width, 170 * MM, 0.1);
  g_assert_cmpfloat_with_epsilon (number->item->y, time->item->y, 0.01);
  g_assert_cmpfloat (title->item->y, >, number->item->y + 20);
}

/* What is under a line: the last fill before it that it stands on, or the paper. */
static PgColour
ground_of (const GArray *items, const PrintedLine *line)
{
  PgColour ground = { 1, 1, 1 };
  double x = (line->left + line->right) / 2, y = (line->top + line->bottom) / 2;
  for (guint i = 0; i < items->len; i++)
    {
      const PgItem *item = &g_array_index (items, PgItem, i);
      if (item == line->item)
        break;
      if (item->kind == PG_ITEM_FILL && x > item->x && x < item->x + item->width && y > item->y
          && y < item->y + item->height)
        ground = item->fill;
    }
  return ground;
}

static void
assert_all_black (const PgPages *pages, const char *what)
{
  g_autoptr (GArray) lines = printed_lines (pages);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (line->item->turned != NULL) /* which stands upright, too, or on a tab */
        continue;
      PgColour ground = ground_of (pg_pages_get (pages, line->page)->items, line);
      g_test_message ("%s, page %u, %s", what, line->page + 1, line->style);
      for (guint r = 0; r < line->line->n_runs; r++)
        {
          const PgRun *run = line->line->runs[r].run;
          g_assert_cmpfloat_with_epsilon (pg_contrast (&run->style->colour, &ground), 21, 0.01);
          g_assert_false (run->style->italic || (run->flags & PG_RUN_ITALIC) != 0);
        }
    }
}

static void
assert_black (const char *theme, const char *piece, const char *second, gboolean large_print)
{
  g_autoptr (Journey) journey = make (theme, piece, second, large_print, TRUE);
  g_autofree char *what = g_strdup_printf ("%s, %s", theme, piece);
  assert_all_black (journey->pages, what);
}

static void
test_contrast (gconstpointer theme)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      assert_black (theme, pieces[i], NULL, FALSE);
      assert_black (theme, pieces[i], "fr", TRUE);
    }
}

/* Weight and rules tell what colour told: 2 points above a session, 1.25 above a break, 4 at the end. */
static void
test_rules (gconstpointer theme)
{
  g_autoptr (Journey) journey = make (theme, "agenda", NULL, FALSE, TRUE);
  guint n[3] = { 0 };
  static const double heights[] = { 2, 1.25, 4 };
  for (guint p = 2; p < journey->pages->pages->len; p++)
    {
      const GArray *items = pg_pages_get (journey->pages, p)->items;
      for (guint i = 0; i < items->len; i++)
        for (guint k = 0; k < G_N_ELEMENTS (heights); k++)
          if (g_array_index (items, PgItem, i).kind == PG_ITEM_FILL && g_array_index (items, PgItem, i).width > 400
              && fabs (g_array_index (items, PgItem, i).height - heights[k]) < 0.001)
            n[k]++;
    }
  g_assert_cmpuint (n[0], ==, 5); /* above the heads of two days, and three sessions */
  g_assert_cmpuint (n[1], ==, 1);
  g_assert_cmpuint (n[2], ==, 2);
}

/* A theme of one's own: colours that it named itself, in text and in boxes. */
static void
test_own_colours (void)
{
  static const char theme[]
      = "[theme]\nextends = modern\n[colours]\naccent = #FF8800\ncream = #FFF8E0\nplum = #5B2245\n"
        "[arrangement]\nbreak-band = cream\n[style cover-title]\ncolour = cream\n[style draft]\n"
        "colour = cream\nfill = plum\n[style position]\ncolour = plum\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (theme, strlen (theme));
  g_autoptr (ProgrammeTheme) own = programme_theme_read_bytes (bytes, "own.theme", NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (ProgrammeTheme) black = pg_theme_new_edition (own, FALSE, TRUE);
  g_assert_cmpfloat (pg_theme_style (black, "cover-title")->colour.red, ==, 1);
  g_assert_cmpfloat (pg_theme_style (black, "draft")->colour.red, ==, 1);
  g_assert_cmpfloat (pg_theme_style (black, "draft")->box_fill.red, ==, 0);
  g_assert_cmpfloat (pg_theme_style (black, "position")->colour.red, ==, 0);
  g_assert_true (pg_theme_is (black, "arrangement", "break-band", "none"));
  g_assert_cmpfloat (pg_theme_style (own, "position")->colour.blue, >, 0.2); /* which stays as it was */
  g_autoptr (ProgrammeTheme) same = pg_theme_new_edition (own, FALSE, FALSE);
  g_assert_true (same == own);
}

static void
assert_title (const char *language, gboolean large_print, gboolean contrast, const char *piece, const char *title)
{
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
  journey->large_print = large_print;
  journey->contrast = contrast;
  g_assert_true (journey_make (journey, piece, language, NULL));
  g_assert_cmpstr (journey->manuscript->title, ==, title);
}

static void
test_titles (void)
{
  assert_title ("en", FALSE, FALSE, "agenda", "Harbours of the Future");
  assert_title ("en", TRUE, FALSE, "agenda", "Harbours of the Future (Large print)");
  assert_title ("en", FALSE, TRUE, "signs", "Harbours of the Future (High contrast)");
  assert_title ("fr", TRUE, TRUE, "agenda", "Ports de demain (Gros caractères, Contraste élevé)");
}

/* The event where a day begins, and the day where it goes on. */
static void
test_heads (void)
{
  g_autoptr (GString) many = g_string_new ("<programme version=\"1\" languages=\"en\"><event><title>Harbours</title>"
                                           "</event><agenda><day date=\"2031-05-05\">");
  for (guint i = 9; i < 21; i++)
    g_string_append_printf (
        many,
        "<session start=\"%02u:00\" end=\"%02u:00\"><title>Tide %u</title><abstract><p>The sea rises, "
        "and then the sea falls, twice a day, as it has always done.</p></abstract></session>",
        i, i + 1, i);
  g_string_append (many, "</day></agenda></programme>");
  g_autoptr (Journey) journey = journey_new (many->str, journey_theme ("institutional"));
  journey->large_print = TRUE;
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  guint n_events = 0, n_days = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      g_assert_true (!printed_is (line, "running-head") || line->page == 1);
      g_assert_true (!printed_is (line, "running-day") || line->page > 1);
      n_events += printed_is (line, "running-head") ? 1 : 0;
      n_days += printed_is (line, "running-day") ? 1 : 0;
    }
  g_assert_cmpuint (n_events, ==, 1);
  g_assert_cmpuint (n_days, ==, journey->pages->pages->len - 2);
}

/* Times on two lines and more: what stands below them does not run into them. */
static void
test_times (void)
{
  static const char zones[]
      = "<programme version=\"1\" languages=\"en\" timezone=\"Asia/Seoul\" second-timezone=\"America/New_York\" "
        "times=\"9:00 am\"><event><title>Harbours</title></event><agenda><day date=\"2031-05-05\">"
        "<session start=\"10:30\" end=\"12:30\"><title>Ships</title><abstract><p>Tides.</p></abstract></session>"
        "<break kind=\"lunch\" start=\"12:30\" end=\"13:30\"/></day></agenda></programme>";
  g_autoptr (Journey) journey = journey_new (zones, journey_theme ("institutional"));
  journey->large_print = TRUE;
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_autofree char *wrong = check_places (journey->pages, journey->report);
  g_assert_cmpstr (wrong, ==, NULL);
}

static void
test_parallel (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  programme_options_set_languages (options, "en", "fr");
  programme_options_set_large_print (options, TRUE);
  programme_options_set_bilingual (options, PROGRAMME_BILINGUAL_PARALLEL);
  g_assert_false (programme_options_check (options, "agenda", &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_true (g_str_has_prefix (error->message, "large-print goes with bilingual=stacked, headings or editions: "));
}

/* Samples */

/* A piece of a sample in an edition, of which all pages are looked at, and the title; FALSE if the event has nothing for it. */
static gboolean
look_at_sample (const char *sample, const char *piece, const char *theme, gboolean large_print)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "samples", sample, "event.xml", NULL),
                  *what = g_strdup_printf ("%s, %s, %s", sample, piece, theme);
  g_autoptr (Journey) journey = journey_new_for_file (path, journey_theme (theme));
  if (pg_piece_find_lack (pg_piece_lookup (piece), journey->event, 1) != NULL) /* of signs those for doors */
    return FALSE;
  g_test_message ("%s", what);
  journey->large_print = large_print;
  journey->contrast = !large_print;
  journey->cover = NULL;
  g_assert_true (journey_make (journey, piece, NULL, NULL));
  g_autofree char *wrong = check_places (journey->pages, journey->report);
  g_assert_cmpstr (wrong, ==, NULL);
  if (large_print)
    assert_all_large (journey->pages, what);
  else
    assert_all_black (journey->pages, what);
  const char *name
      = pg_word (journey->event, large_print ? "large-print" : "high-contrast", journey->event->languages[0], NULL);
  g_assert_nonnull (strstr (journey->manuscript->title, name));
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_samples (void)
{
  GPtrArray *samples = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "samples", NULL);
  GDir *all = g_dir_open (folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (all)) != NULL;)
    {
      g_autofree char *event = g_build_filename (folder, name, "event.xml", NULL);
      if (g_file_test (event, G_FILE_TEST_EXISTS))
        g_ptr_array_add (samples, g_strdup (name));
    }
  g_dir_close (all);
  g_ptr_array_sort (samples, compare_names);
  return samples;
}

/* Each sample's agenda and another piece of it, in themes by turns; or all pieces in all themes, which takes long. */
static void
test_samples (gconstpointer edition)
{
  g_autoptr (GPtrArray) samples = list_samples ();
  const char *const *themes = programme_theme_list (), *const *names = pg_piece_names ();
  guint n_themes = g_strv_length ((char **) themes), n_names = g_strv_length ((char **) names), n_made = 0;
  gboolean all = g_getenv ("EDITIONS_ALL") != NULL;
  for (guint s = 0; s < samples->len; s++)
    for (guint p = 0; p < n_names; p++)
      for (guint t = 0; t < n_themes; t++)
        if ((all || (t == (s + p) % n_themes && (p == 0 || p == 1 + s % (n_names - 1))))
            && look_at_sample (g_ptr_array_index (samples, s), names[p], themes[t],
                               strcmp (edition, "large-print") == 0))
          n_made++;
  g_test_message ("%u pieces of %u samples", n_made, samples->len);
  g_assert_cmpuint (samples->len, >=, 16);
  g_assert_cmpuint (n_made, >=, samples->len + samples->len / 2);
}

static void
add_for_themes (const char *name, GTestDataFunc func)
{
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      g_autofree char *path = g_strdup_printf ("/editions/%s/%s", name, *theme);
      g_test_add_data_func (path, *theme, func);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_for_themes ("large", test_large);
  add_for_themes ("numbers", test_numbers);
  add_for_themes ("contrast", test_contrast);
  add_for_themes ("rules", test_rules);
  g_test_add_func ("/editions/own-colours", test_own_colours);
  g_test_add_func ("/editions/titles", test_titles);
  g_test_add_func ("/editions/heads", test_heads);
  g_test_add_func ("/editions/times", test_times);
  g_test_add_func ("/editions/parallel", test_parallel);
  g_test_add_data_func ("/editions/samples/large-print", "large-print", test_samples);
  g_test_add_data_func ("/editions/samples/high-contrast", "high-contrast", test_samples);
  return g_test_run ();
}
