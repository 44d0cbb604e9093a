/* Enters: requests for papers, and a small event. Leaves: whether pages have the size, margins and columns that the theme says,
   in proportion where paper is smaller; and what sheets for the press, metadata and revisions say. */
#include "base/units.h"
#include "journey.h"
#include "printed.h"
#include "say/pair.h"
#include "say/press.h"
#include "say/say.h"
#include "say/voice.h"

#include <glib/gstdio.h>
#include <programme/programme.h>
#include <string.h>

#define MM PG_POINTS_PER_MM

static const char xml[]
    = "<programme version='1' languages='en fr'><organisations><organisation id='a'><name>Port of Example</name>"
      "<short-name>PoE</short-name></organisation><organisation id='b'><name>Old Lamps</name></organisation>"
      "</organisations><event revision='2'><title>Harbours</title><series>Harbour<br/>Forum</series>"
      "<organiser ref='a'/><organiser ref='b'/></event><agenda><day date='2031-05-06'>"
      "<session start='09:00' end='10:00'><title>Tides</title></session></day></agenda></programme>";

typedef struct
{
  Journey *journey;
  PgArena *arena;
  PgRequest request;
} Wish;

static void
set_up (Wish *wish, gconstpointer data)
{
  (void) data;
  wish->journey = journey_new (xml, journey_theme ("institutional"));
  wish->arena = pg_arena_new ();
  wish->request = (PgRequest){ .arena = wish->arena,
                               .event = wish->journey->event,
                               .theme = wish->journey->theme,
                               .language = "en",
                               .created = 1893456060 };
}

static void
tear_down (Wish *wish, gconstpointer data)
{
  (void) data;
  pg_arena_free (wish->arena);
  journey_free (wish->journey);
}

static PgPaper *
pages_on (Wish *wish, const char *paper)
{
  g_autoptr (GError) error = NULL;
  wish->request.paper = paper;
  PgPaper *pages = pg_paper_new_for_pages (&wish->request, &error);
  g_assert_no_error (error);
  return pages;
}

static void
assert_margins (const PgPaper *paper, double left, double right, double top, double bottom)
{
  g_assert_cmpfloat_with_epsilon (paper->left, left, 1e-6);
  g_assert_cmpfloat_with_epsilon (paper->right, right, 1e-6);
  g_assert_cmpfloat_with_epsilon (paper->top, top, 1e-6);
  g_assert_cmpfloat_with_epsilon (paper->bottom, bottom, 1e-6);
  g_assert_cmpfloat_with_epsilon (paper->measure, paper->width - left - right, 1e-6);
  g_assert_cmpfloat_with_epsilon (paper->details_width, paper->measure - paper->details_x, 1e-6);
}

/* Beside the text the theme's margins of 20 mm are for 210 mm. */
static void
test_margins (Wish *wish, gconstpointer data)
{
  (void) data;
  const PgPaper *own = pages_on (wish, NULL), *small = pages_on (wish, "105x200mm"), *large = pages_on (wish, "A3");
  g_assert_cmpfloat_with_epsilon (own->width, 210 * MM, 1e-6);
  g_assert_cmpfloat_with_epsilon (own->height, 297 * MM, 1e-6);
  assert_margins (own, 20 * MM, 20 * MM, 24 * MM, 20 * MM);
  assert_margins (small, 10 * MM, 10 * MM, 24 * MM, 20 * MM);
  assert_margins (large, 20 * MM, 20 * MM, 24 * MM, 20 * MM);
  g_assert_cmpfloat (small->scale, ==, 1);
  g_assert_cmpfloat_with_epsilon (small->details_x, own->details_x, 1e-6);
}

/* A sign is for A3, 20 mm from its sides and 26 mm from its foot. */
static void
test_scaled (Wish *wish, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  wish->request.paper = "148.5x300mm";
  const PgPaper *half = pg_paper_new_scaled (&wish->request, "sign", NULL);
  wish->request.paper = "400x210mm";
  const PgPaper *flat = pg_paper_new_scaled (&wish->request, "sign", NULL);
  g_assert_cmpfloat_with_epsilon (half->scale, 0.5, 1e-6);
  assert_margins (half, 10 * MM, 10 * MM, 0, 13 * MM);
  g_assert_cmpfloat_with_epsilon (flat->scale, 0.5, 1e-6);
  wish->request.paper = "100x300mm";
  g_assert_nonnull (pg_paper_new_scaled (&wish->request, "sign", NULL));
  wish->request.paper = "99x300mm";
  g_assert_null (pg_paper_new_scaled (&wish->request, "sign", &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_nonnull (strstr (error->message, "which takes 100mm across at least"));
}

/* All lengths of a voice are as many times as large. */
static void
test_voices (Wish *wish, gconstpointer data)
{
  (void) data;
  const PgVoice *voice = pg_voice_new (&wish->request, pages_on (wish, "A4")), *twice = pg_voice_scaled (voice, 2);
  g_assert_cmpfloat_with_epsilon (pg_space (twice, "gutter"), 2 * pg_space (voice, "gutter"), 1e-6);
  g_assert_cmpfloat_with_epsilon (pg_style (twice, "front-text")->size, 2 * pg_style (voice, "front-text")->size, 0.2);
  g_assert_false (voice->is_small);
  const PgVoice *small = pg_voice_new (&wish->request, pages_on (wish, "A5"));
  g_assert_true (small->is_small);
  /* A full page gets denser: as on small paper, then as what is long. */
  g_assert_cmpuint (pg_voice_n_densities (voice), ==, 3);
  g_assert_cmpuint (pg_voice_n_densities (small), ==, 2);
  g_assert_true (pg_voice_dense (voice, 0) == voice);
  g_assert_true (pg_voice_dense (voice, 1)->is_small && !pg_voice_dense (voice, 1)->is_long);
  g_assert_true (pg_voice_dense (voice, 2)->is_small && pg_voice_dense (voice, 2)->is_long);
  g_assert_true (pg_voice_dense (small, 1)->is_long);
}

/* The whole width is in the two columns and the gutter between them. */
static void
test_columns (Wish *wish, gconstpointer data)
{
  (void) data;
  double first, second;
  wish->request.second = "fr";
  wish->request.bilingual = PG_BILINGUAL_PARALLEL;
  const PgVoice *voice = pg_voice_new (&wish->request, pages_on (wish, "A4"));
  pg_voice_columns (voice, 300, &first, &second);
  g_assert_cmpfloat (first, >, 100);
  g_assert_cmpfloat (second, >, 100);
  g_assert_cmpfloat (first + second, <, 300);
  g_assert_true (pg_is_parallel (voice));
  wish->request.bilingual = PG_BILINGUAL_STACKED;
  g_assert_false (pg_is_parallel (pg_voice_new (&wish->request, voice->paper)));
}

static const char *
revision (Wish *wish, const PgVoice *voice, const char *said)
{
  const PgPlace place = { .file = "event.xml" };
  return pg_revision (voice, pg_text_new (wish->arena, "en", said, &place));
}

static void
test_revisions (Wish *wish, gconstpointer data)
{
  (void) data;
  const PgVoice *voice = pg_voice_new (&wish->request, pages_on (wish, "A4"));
  g_assert_cmpstr (revision (wish, voice, "2"), ==, "Revision\u00a02");
  g_assert_cmpstr (revision (wish, voice, "Second draft"), ==, "Second draft");
  g_assert_null (pg_revision (voice, NULL));
}

/* What all pages are called, in which lines are no lines any more. */
static void
test_manuscript (Wish *wish, gconstpointer data)
{
  (void) data;
  g_assert_true (journey_make (wish->journey, "agenda", "en", "A4"));
  const PgManuscript *manuscript = wish->journey->manuscript;
  g_assert_cmpstr (manuscript->title, ==, "Harbours");
  g_assert_cmpstr (manuscript->subject, ==, "Harbour Forum");
  g_assert_cmpstr (manuscript->author, ==, "PoE" PG_DOT "Old Lamps");
  g_assert_cmpstr (manuscript->language, ==, "en");
}

/* Each run of pages bleeds, and its sheets say which they are. */
static void
test_press (Wish *wish, gconstpointer data)
{
  (void) data;
  g_assert_true (journey_make (wish->journey, "agenda", "en", "A4"));
  PgManuscript *manuscript = wish->journey->manuscript;
  pg_press_compose (&wish->request, manuscript);
  g_assert_cmpuint (manuscript->page_runs->len, >, 1);
  for (guint i = 0; i < manuscript->page_runs->len; i++)
    {
      const PgPress *press = ((const PgPageRun *) g_ptr_array_index (manuscript->page_runs, i))->press;
      g_autoptr (GString) said = g_string_new (NULL);
      for (guint run = 0; run < press->slug->n_runs; run++)
        {
          const PgField field = press->slug->runs[run].field;
          g_string_append (said, field == PG_FIELD_PAGE    ? "<page>"
                                 : field == PG_FIELD_PAGES ? "<pages>"
                                                           : press->slug->runs[run].text);
        }
      g_assert_cmpstr (said->str, ==, "Harbours" PG_DOT "<page>/<pages>" PG_DOT "2030-01-01 00:01 UTC");
      g_assert_cmpuint (press->slug->max_lines, ==, 2);
      g_assert_cmpfloat_with_epsilon (press->bleed, 3 * MM, 1e-6);
    }
}

/* The institutional theme with something else in it. */
static ProgrammeTheme *
own_theme (const char *lines)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("say-XXXXXX", NULL), *path = g_build_filename (folder, "own.theme", NULL);
  g_autofree char *text = g_strconcat ("[theme]\nextends=institutional\n", lines, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  ProgrammeTheme *theme = programme_theme_read_file (path, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return theme;
}

/* Where a theme wants a draft to be marked so, its status stands across the middle of each page. */
static void
test_watermark (void)
{
  g_autoptr (ProgrammeTheme) theme = own_theme ("[arrangement]\ndraft=watermark\n");
  g_auto (GStrv) parts = g_strsplit (xml, "<event ", 2);
  g_autofree char *draft = g_strconcat (parts[0], "<event status='Draft' ", parts[1], NULL);
  g_autoptr (Journey) journey = journey_new (draft, theme);
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  const GPtrArray *runs = journey_page_runs (journey, "agenda");
  const PgPageRun *day = g_ptr_array_index (runs, runs->len - 1);
  const PgPlacement *mark = &g_array_index (day->under->placements, PgPlacement, 0);
  g_assert_cmpuint (day->under->placements->len, ==, 1);
  g_assert_cmpstr (mark->block->runs[0].text, ==, "Draft");
  g_assert_cmpfloat_with_epsilon (mark->x, 20 * MM, 1e-6);
  g_assert_cmpfloat_with_epsilon (mark->y + mark->block->style->leading / 2, 297 * MM / 2, 1e-6);
}

/* The white around date and place is that of the first above and, though there may be none, of the place below. */
static void
test_white_of_facts (void)
{
  g_autoptr (ProgrammeTheme) theme
      = own_theme ("[style document-date]\nbefore=7pt\nafter=8pt\n[style document-venue]\nbefore=3pt\nafter=9pt\n");
  for (guint n = 1; n <= 2; n++)
    {
      g_auto (GStrv) parts = g_strsplit (xml, "<organiser ref='a'/>", 2), ends = g_strsplit (parts[1], "<agenda>", 2);
      g_autofree char *text
          = g_strconcat (parts[0], n == 2 ? "<venue>Sea House</venue>" : "", "<organiser ref='a'/>", ends[0],
                         "<front><section><title>Aims</title><p>To meet.</p></section></front><agenda>", ends[1], NULL);
      g_autoptr (Journey) journey = journey_new (text, theme);
      g_assert_true (journey_make (journey, "agenda", "en", "A4"));
      const PgBlock *flow = ((const PgPageRun *) g_ptr_array_index (journey_page_runs (journey, "agenda"), 1))->flow;
      const PgBlock *front = g_ptr_array_index (flow->children, 0);  /* the day comes after it */
      const PgBlock *facts = g_ptr_array_index (front->children, 2); /* below series and title */
      g_assert_cmpuint (facts->children->len, ==, n);
      g_assert_cmpfloat_with_epsilon (facts->before, 7, 1e-6);
      g_assert_cmpfloat_with_epsilon (facts->after, 9, 1e-6);
    }
}

/* The parts of the line that has a word, from left to right, with a stroke between, but spaces; free with g_free. */
static char *
parts_of_line (const char *word, const char *language, const char *person)
{
  g_autofree char *text = g_strdup_printf (
      "<programme version='1' languages='ar en'><event><title>Harbours</title></event><people>"
      "<person id='a'>%s</person></people><agenda><day date='2031-05-06'>"
      "<session start='09:00' end='10:00'><title>Tides</title><group><slot who='a'/></group></session>"
      "</day></agenda></programme>",
      person);
  g_autoptr (Journey) journey = journey_new (text, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "agenda", language, NULL));
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *printed = &g_array_index (lines, PrintedLine, i);
      const PgLine *line = printed->line;
      g_autofree char *said = g_strndup (printed->lines->text + line->start, line->end - line->start);
      if (strstr (said, word) == NULL)
        continue;
      GString *parts = g_string_new (NULL);
      double x = -1;
      for (guint n = 0; n < line->n_runs; n++)
        {
          const PgGlyphRun *next = NULL;
          for (guint r = 0; r < line->n_runs; r++)
            if (line->runs[r].x > x && (next == NULL || line->runs[r].x < next->x))
              next = &line->runs[r];
          const PangoItem *item = next->glyphs->item;
          g_autofree char *part = g_strndup (printed->lines->text + item->offset, (gsize) item->length);
          if (*g_strstrip (part) != '\0' && strcmp (part, "\u00a0") != 0)
            g_string_append_printf (parts, "%s%s", parts->len > 0 ? "|" : "", part);
          x = next->x;
        }
      return g_string_free (parts, FALSE);
    }
  g_assert_not_reached ();
}

/* However narrow the column, "Dr" does not stand at the end of a line without a name. */
static void
test_honorific_stays_with_name (void)
{
  g_autoptr (GString) text
      = g_string_new ("<programme version='1' languages='en'><event><title>Harbours</title></event><people>");
  for (guint i = 0; i < 8; i++)
    g_string_append_printf (text, "<person id='p%u'><honorific>Prof. Dr</honorific><name>%.*s</name></person>", i,
                            (int) (12 + 2 * i), "Wilhelminagertrud Annamariatheresia");
  g_string_append (text,
                   "</people><agenda><day date='2031-05-06'><session start='09:00' end='10:00'><title>Tides</title>"
                   "<group><slot who='p0 p1 p2 p3 p4 p5 p6 p7'/></group></session></day></agenda></programme>");
  static const char *const papers[] = { "A4", "A5", "A6", "99x210mm" };
  for (guint p = 0; p < G_N_ELEMENTS (papers); p++)
    {
      g_autoptr (Journey) journey = journey_new (text->str, journey_theme ("institutional"));
      g_assert_true (journey_make (journey, "speakers", "en", papers[p]));
      g_autoptr (GArray) lines = printed_lines (journey->pages);
      guint n_named = 0;
      for (guint i = 0; i < lines->len; i++)
        {
          const PrintedLine *printed = &g_array_index (lines, PrintedLine, i);
          g_autofree char *said
              = g_strndup (printed->lines->text + printed->line->start, printed->line->end - printed->line->start);
          g_assert_false (g_str_has_suffix (g_strstrip (said), "Dr"));
          n_named += strstr (said, "Dr\u00a0Wil") != NULL ? 1 : 0;
        }
      g_assert_cmpuint (n_named, ==, 8);
    }
}

/* Where both do not fit on a line, they are parted, and no name is torn. */
static void
test_honorific_before_long_name (void)
{
  g_autoptr (Journey) journey = journey_new (
      "<programme version='1' languages='en'><event><title>Harbours</title></event><people><person id='a'>"
      "<honorific>Frauministerialdirektorinundbeauftragte</honorific><name>Wilhelminagertrudanaannamariatheresia "
      "Lee</name></person></people><agenda>"
      "<day date='2031-05-06'><session start='09:00' end='10:00'><title>Tides</title><group><slot who='a'/></group>"
      "</session></day></agenda></programme>",
      journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "speakers", "en", "A5"));
  g_autofree char *found = check_no_findings (journey->report),
                  *name = printed_in_style (journey->pages, 0, "speaker-name", FALSE);
  g_assert_cmpstr (found, ==, NULL);
  g_assert_nonnull (
      strstr (name, "Frauministerialdirektorinundbeauftragte\u00a0 / Wilhelminagertrudanaannamariatheresia"));
}

/* An honorific and a name are one phrase, which runs as its first letter does, whatever the page around it. */
static void
test_honorifics (void)
{
  static const struct
  {
    const char *word, *language, *person, *wanted;
  } cases[] = {
    { "Dupont", "ar", "<honorific>Dr</honorific><name xml:lang='fr'>Jean <family>Dupont</family></name>",
      "Dr|Jean|Dupont" },
    { "Dupont", "ar", "<honorific>السيد</honorific><name xml:lang='fr'>Jean Dupont</name>", "Jean Dupont|السيد" },
    { "ليلى", "ar", "<honorific>د.</honorific><name>ليلى</name>", "ليلى|د." },
    { "ليلى", "en", "<honorific>د.</honorific><name>ليلى</name>", "ليلى|د." },
    { "ليلى", "en", "<honorific>H.E.</honorific><name>ليلى</name>", "H.E.|ليلى" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parts = parts_of_line (cases[i].word, cases[i].language, cases[i].person);
      g_assert_cmpstr (parts, ==, cases[i].wanted);
    }
}

static void
add (const char *path, void (*test) (Wish *, gconstpointer))
{
  g_test_add (path, Wish, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/say/margins", test_margins);
  add ("/say/scaled", test_scaled);
  add ("/say/voices", test_voices);
  add ("/say/columns", test_columns);
  add ("/say/revisions", test_revisions);
  add ("/say/manuscript", test_manuscript);
  add ("/say/press", test_press);
  g_test_add_func ("/say/honorific-stays", test_honorific_stays_with_name);
  g_test_add_func ("/say/honorific-before-long-name", test_honorific_before_long_name);
  g_test_add_func ("/say/honorifics", test_honorifics);
  g_test_add_func ("/say/watermark", test_watermark);
  g_test_add_func ("/say/white-of-facts", test_white_of_facts);
  return g_test_run ();
}
