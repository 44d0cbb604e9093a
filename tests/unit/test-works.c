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

/* Days without times */

#define ROOMS "<rooms><room id='h' level='2'><name>Hall</name></room><room id='g'><name>Garden</name></room></rooms>"
#define WHEN "day-name day-start session-title session-facts break-title"

static char *
evening (const char *first, const char *second)
{
  return g_strconcat (HEAD ROOMS "<front><section><title>F</title></section></front><agenda><day date='2031-12-12' "
                                 "times='none'><session ",
                      first, "><title>A</title></session><break/><session ", second,
                      "><title>B</title></session></day></agenda></programme>", NULL);
}

/* The heading says when and where it begins; the room, too, if it is the only one. */
static void
test_untimed (void)
{
  static const char *const cases[][3] = {
    { "start='19:30' room='h'", "room='h'",
      "Agenda|Friday 12 December 2031\u00a0· 19:30\u00a0· Hall\u00a0· Level 2|A|Break|B|" },
    { "start='19:30'", "room='h'",
      "Agenda|Friday 12 December 2031\u00a0· 19:30\u00a0· Hall\u00a0· Level 2|A|Break|B|" },
    { "start='19:30' room='h'", "room='g'",
      "Agenda|Friday 12 December 2031\u00a0· 19:30|A|Hall\u00a0· Level 2|Break|B|Garden|" },
    { "room='h'", "", "Agenda|Friday 12 December 2031\u00a0· Hall\u00a0· Level 2|A|Break|B|" },
    { "", "", "Agenda|Friday 12 December 2031|A|Break|B|" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = evening (cases[i][0], cases[i][1]);
      g_autofree char *said = printed (xml, "classic", NULL, PG_BILINGUAL_STACKED, WHEN);
      g_assert_cmpstr (said, ==, cases[i][2]);
      g_autofree char *other = printed (xml, "institutional", NULL, PG_BILINGUAL_STACKED, "day-start session-title");
      g_assert_cmpint (strstr (other, "19:30") != NULL, ==, strstr (cases[i][0], "19:30") != NULL);
      g_assert_true (g_str_has_suffix (other, "A|B|"));
    }
}

/* Where the page's head says the day, it says this, too. */
static void
test_untimed_head (void)
{
  static const char xml[] = HEAD ROOMS "<agenda><day date='2031-12-12' times='none'><session start='19:30' room='g'>"
                                       "<title>A</title></session></day></agenda></programme>";
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
  journey->cover = "none";
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_autoptr (GArray) said = printed_lines (journey->pages);
  guint n = 0;
  for (guint i = 0; i < said->len; i++)
    {
      const PrintedLine *line = &g_array_index (said, PrintedLine, i);
      g_autofree char *text = g_strndup (line->lines->text + line->line->start, line->line->end - line->line->start);
      n += strcmp (text, "Friday 12 December 2031\u00a0· 19:30\u00a0· Garden") == 0 ? 1 : 0;
    }
  g_assert_cmpuint (n, ==, 1);
}

static double
left_of (const Journey *journey, const char *style)
{
  g_autoptr (GArray) said = printed_said (journey->pages);
  for (guint i = 0; i < said->len; i++)
    if (printed_is (&g_array_index (said, PrintedLine, i), style))
      return g_array_index (said, PrintedLine, i).left / PG_POINTS_PER_MM;
  g_assert_not_reached ();
}

/* A day without times has no column of them; a session without times stands where the others do. */
static void
test_untimed_axis (void)
{
  g_autofree char *untimed = evening ("start='19:30'", "");
  static const char mixed[] = HEAD "<agenda><day date='2031-12-12'><session start='09:00' end='10:00' times='none'>"
                                   "<title>A</title></session></day></agenda></programme>";
  const char *const events[] = { untimed, mixed };
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (Journey) journey = journey_new (events[i], journey_theme ("institutional"));
      g_assert_true (journey_make (journey, "agenda", "en", "A4"));
      g_assert_cmpfloat_with_epsilon (left_of (journey, "session-title"), i == 0 ? 20 : 49, 0.4);
    }
}

/* Nothing is noted about times that nobody sees. */
static void
test_untimed_check (void)
{
  g_autofree char *xml = evening ("start='19:30'", ""), *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (xml, -1, FINDINGS_CHECK, &lines);
  g_assert_nonnull (event);
  g_assert_null (strstr (lines, "[no-end]"));
  g_assert_null (strstr (lines, "[gap]"));
  g_assert_null (strstr (lines, "[overlap]"));
}

/* Signs do without them, too. */
static void
test_untimed_signs (void)
{
  g_autofree char *xml = evening ("start='19:30' room='h'", "room='h'");
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "signs", "en", NULL));
  g_autoptr (GArray) said = printed_said (journey->pages);
  guint n_titles = 0;
  for (guint i = 0; i < said->len; i++)
    {
      g_assert_false (printed_is_of (&g_array_index (said, PrintedLine, i), "sign-time sign-until"));
      n_titles += printed_is (&g_array_index (said, PrintedLine, i), "sign-title") ? 1 : 0;
    }
  g_assert_cmpuint (n_titles, ==, 2);
}

/* Works and songs */

#define PEOPLE                                                                                                         \
  "<organisations><organisation id='o' country='NO'><name>Opera</name></organisation></organisations><people>"         \
  "<person id='s' organisation='o'><name>Inga <family>Salo</family></name><position>soprano</position>"                \
  "<position xml:lang='de'>Sopran</position></person>"                                                                 \
  "<person id='p'><name>Theo <family>Brandt</family></name><position>piano</position></person></people>"
#define EVENING HEAD PEOPLE "<agenda><day date='2031-12-12' times='none'><session start='19:30'>"
#define END_EVENING "</session></day></agenda></programme>"
#define WORK_STYLES                                                                                                    \
  "work-composer work-dates work-title work-part work-song work-song-translated work-performer work-post role "        \
  "session-title"
#define SONG_STYLES "texts-heading texts-work song-title song-poet song-verse"
#define SONGS                                                                                                          \
  "<work><composer dates='1843–1907'>Grieg</composer><title>Songs</title><title xml:lang='de'>Lieder</title>"        \
  "<song number='1'><title xml:lang='de'>Gruß</title><title>Greeting</title><poet xml:lang='de'>Heine</poet>"         \
  "<poet>tr. W.</poet><verse xml:lang='de'>A\nB\n\nC</verse><verse>a\nb\n\nc</verse></song>"                           \
  "<song number='2'><title xml:lang='de'>Traum</title><title>Dream</title><poet>Uhland</poet></song>"                  \
  "<group role='soloist'><slot who='s'/></group><group><slot who='p'/></group></work>"
#define PIECES                                                                                                         \
  "<work><title>Trio</title><part>Allegro</part><part>Adagio</part><group><label>Strings</label><slot who='p'>"        \
  "<position>viola</position></slot></group></work>"

static void
test_read_works (void)
{
  g_autoptr (ProgrammeEvent) event = read_text (EVENING SONGS PIECES END_EVENING, -1, FINDINGS_READ, NULL);
  const PgEntry *entry = entry_at (event, 0);
  g_assert_null (entry->title);
  g_assert_cmpuint (entry->works->len, ==, 2);
  const PgWork *songs = g_ptr_array_index (entry->works, 0), *trio = g_ptr_array_index (entry->works, 1);
  const PgMovement *song = g_ptr_array_index (songs->parts, 0);
  g_assert_cmpstr (songs->dates, ==, "1843–1907");
  g_assert_cmpstr (pg_text_written_first (song->title)->string, ==, "Gruß");
  g_assert_cmpstr (pg_text_get (song->title, "en")->string, ==, "Greeting");
  g_assert_cmpuint (song->verses->len, ==, 2);
  g_assert_cmpstr (((const PgVersion *) g_ptr_array_index (song->verses, 0))->language, ==, "de");
  g_assert_null (trio->composer);
  g_assert_cmpuint (trio->parts->len, ==, 2);
  g_assert_false (((const PgMovement *) g_ptr_array_index (trio->parts, 1))->is_song);
}

/* How many lines of the agenda read so. */
static guint
count (const char *xml, const char *second, PgBilingual bilingual, const char *text)
{
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("classic"));
  journey->second = second;
  journey->bilingual = bilingual;
  g_assert_true (journey_make (journey, "agenda", "en", "A5"));
  g_autoptr (GArray) said = printed_said (journey->pages);
  guint n = 0;
  for (guint i = 0; i < said->len; i++)
    n += strcmp (g_array_index (said, PrintedLine, i).lines->text, text) == 0 ? 1 : 0;
  return n;
}

/* A song is called as it is sung; movements stand on a line where they fit. */
static void
test_works (void)
{
  static const char xml[] = EVENING SONGS PIECES END_EVENING;
  g_autofree char *one = printed (xml, "classic", NULL, PG_BILINGUAL_STACKED, WORK_STYLES),
                  *two = printed (xml, "classic", "de", PG_BILINGUAL_STACKED, WORK_STYLES),
                  *headings = printed (xml, "classic", "de", PG_BILINGUAL_HEADINGS, WORK_STYLES);
  g_assert_cmpstr (one, ==,
                   "Grieg|1843–1907|Songs|1|Gruß|2|Traum (Uhland)\u2002\u2005Dream|Inga Salo, soprano, Opera, Norway|"
                   "Theo Brandt, piano|Trio|Allegro – Adagio|Strings|Theo Brandt, viola|");
  g_assert_cmpstr (
      two, ==,
      "Grieg|1843–1907|Songs|1|Gruß|2|Traum (Uhland)\u2002\u2005Dream|"
      "Inga Salo, soprano, Opera, Norway\u00a0· Sopran, |Norwegen|Theo Brandt, piano|Trio|Allegro – Adagio|"
      "Strings|Theo Brandt, viola|");
  g_assert_cmpstr (headings, ==,
                   "Grieg|1843–1907|Songs|1|Gruß|2|Traum (Uhland)\u2002\u2005Dream|"
                   "Inga Salo, soprano, Opera, Norway|Theo Brandt, piano|Trio|Allegro – Adagio|Strings|"
                   "Theo Brandt, viola|");
  g_assert_cmpuint (count (xml, NULL, PG_BILINGUAL_STACKED, "Lieder"), ==, 0);
  g_assert_cmpuint (count (xml, "de", PG_BILINGUAL_STACKED, "Lieder"), ==, 1);
  g_assert_cmpuint (count (xml, "de", PG_BILINGUAL_HEADINGS, "Lieder"), ==, 1);
}

/* Line beside line; where no translation is printed, as it is sung; where the columns would be narrow, below. */
static void
test_texts (void)
{
  static const char xml[] = EVENING SONGS END_EVENING;
  g_autofree char *english = printed (xml, "classic", NULL, PG_BILINGUAL_STACKED, SONG_STYLES),
                  *both = printed (xml, "institutional", "de", PG_BILINGUAL_PARALLEL, SONG_STYLES);
  g_assert_cmpstr (english, ==, "Texts|Grieg, Songs|1\u2002\u2005Gruß|Greeting|Heine|tr. W.|A|a|B|b|C|c|");
  g_assert_cmpstr (
      both, ==,
      "Texts\u2002\u2005Liedtexte|Grieg, Songs\u00a0· Lieder|1\u2002\u2005Gruß|Greeting|Heine|tr. W.|A|a|B|b|C|c|");
  g_autoptr (Journey) german = journey_new (xml, journey_theme ("classic"));
  g_assert_true (journey_make (german, "agenda", "de", "A5"));
  g_autoptr (GArray) said = printed_said (german->pages);
  for (guint i = 0; i < said->len; i++)
    g_assert_false (strstr (g_array_index (said, PrintedLine, i).lines->text, "Greeting") != NULL);
  g_autoptr (Journey) large = journey_new (xml, journey_theme ("classic"));
  large->large_print = TRUE;
  g_assert_true (journey_make (large, "agenda", "en", "A4"));
  g_autoptr (GArray) lines = printed_said (large->pages);
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    if (printed_is (&g_array_index (lines, PrintedLine, i), "song-verse"))
      g_string_append (all, g_array_index (lines, PrintedLine, i).lines->text);
  g_assert_cmpstr (all->str, ==, "ABCabc");
}

/* The lines of a pair share their baselines, though one goes on further in; the columns are those of looks. */
static void
test_pairs (void)
{
  static const char xml[]
      = EVENING "<work><title>W</title><song><title xml:lang='de'>G</title><verse xml:lang='de'>A\nB</verse>"
                "<verse>a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a\nb"
                "</verse></song></work>" END_EVENING;
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("classic"));
  g_assert_true (journey_make (journey, "agenda", "en", "A5"));
  g_autoptr (GArray) said = printed_said (journey->pages);
  const PrintedLine *lines[8];
  guint n = 0;
  for (guint i = 0; i < said->len; i++)
    if (printed_is (&g_array_index (said, PrintedLine, i), "song-verse"))
      lines[n++] = &g_array_index (said, PrintedLine, i);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpfloat_with_epsilon (lines[0]->top, lines[1]->top, 0.01);
  g_assert_cmpfloat_with_epsilon (lines[3]->top, lines[4]->top, 0.01);
  g_assert_cmpfloat_with_epsilon (lines[3]->top - lines[0]->top, 2 * 12.75, 0.01);
  g_assert_cmpfloat_with_epsilon (lines[2]->left - lines[1]->left, 5 * PG_POINTS_PER_MM, 0.5);
  g_assert_cmpfloat_with_epsilon ((lines[1]->left - lines[0]->left) / PG_POINTS_PER_MM, 60.5, 0.5);
}

/* Composers stand where times would, and above their works where there are times. */
static void
test_composers (void)
{
  static const char timed[] = HEAD PEOPLE "<agenda><day date='2031-12-12'><session start='19:30' end='21:00'>"
                                          "<title>Part one</title>" SONGS END_EVENING;
  g_autoptr (Journey) evening = journey_new (EVENING SONGS END_EVENING, journey_theme ("classic"));
  g_assert_true (journey_make (evening, "agenda", "en", "A5"));
  g_assert_cmpfloat_with_epsilon (left_of (evening, "work-title") - left_of (evening, "work-composer"), 37, 0.5);
  g_autoptr (Journey) day = journey_new (timed, journey_theme ("classic"));
  g_assert_true (journey_make (day, "agenda", "en", "A5"));
  g_assert_cmpfloat_with_epsilon (left_of (day, "work-title"), left_of (day, "work-composer"), 0.5);
  g_autofree char *said = printed (timed, "classic", NULL, PG_BILINGUAL_STACKED, WORK_STYLES);
  g_assert_true (g_str_has_prefix (said, "Part one|Grieg\u2002\u20051843–1907|Songs|"));
}

/* Groups stand where the file has them; a session's heading stands above its works. */
static void
test_groups_between (void)
{
  static const char session[]
      = "<title>Part</title><group role='chair'><slot who='s'/></group><work><title>One</title></work>"
        "<group><label>Duo</label><slot who='p'/></group><work><title>Two</title></work>";
  static const char *const days[] = { " times='none'", "" };
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *xml = g_strconcat (HEAD PEOPLE "<agenda><day date='2031-12-12'", days[i],
                                          "><session start='19:30' end='21:00'>", session, END_EVENING, NULL);
      g_autofree char *said
          = printed (xml, "classic", NULL, PG_BILINGUAL_STACKED, "session-title work-title role person name");
      g_assert_cmpstr (said, ==, "Part|Chair|Inga Salo, soprano, Opera, Norway|One|Duo|Theo Brandt, piano|Two|");
    }
}

/* Performers are listed with their works and the pages of these. */
static void
test_performers (void)
{
  g_autoptr (Journey) journey = journey_new (EVENING SONGS PIECES END_EVENING, journey_theme ("institutional"));
  g_assert_true (journey_make (journey, "speakers", "en", "A4"));
  g_autoptr (GArray) said = printed_said (journey->pages);
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < said->len; i++)
    if (printed_is_of (&g_array_index (said, PrintedLine, i), "speaker-session speaker-name"))
      g_string_append_printf (all, "%s|", g_array_index (said, PrintedLine, i).lines->text);
  g_assert_cmpstr (all->str, ==, "Theo Brandt|Songs|Trio|Inga Salo|Songs|");
}

/* A work is not broken over pages. */
static void
test_whole (void)
{
  g_autoptr (GString) xml = g_string_new (EVENING);
  for (guint i = 0; i < 12; i++)
    g_string_append (xml, SONGS);
  g_string_append (xml, END_EVENING);
  g_autoptr (Journey) journey = journey_new (xml->str, journey_theme ("modern"));
  g_assert_true (journey_make (journey, "agenda", "en", "A5"));
  g_autoptr (GArray) said = printed_said (journey->pages);
  const PrintedLine *title = NULL;
  guint n = 0;
  for (guint i = 0; i < said->len; i++)
    {
      const PrintedLine *line = &g_array_index (said, PrintedLine, i);
      title = printed_is (line, "work-title") ? line : title;
      if (!printed_is_of (line, "work-song work-performer"))
        continue;
      g_assert_cmpuint (line->page, ==, title->page);
      n++;
    }
  g_assert_cmpuint (n, ==, 12 * 6);
  g_assert_null (check_no_findings (journey->report));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/works/verse/lines", test_lines);
  g_test_add_func ("/works/verse/chinese", test_lines_of_chinese);
  g_test_add_func ("/works/verse/hanging", test_hanging);
  g_test_add_func ("/works/verse/two-languages", test_two_languages);
  g_test_add_func ("/works/untimed/heading", test_untimed);
  g_test_add_func ("/works/untimed/head", test_untimed_head);
  g_test_add_func ("/works/untimed/axis", test_untimed_axis);
  g_test_add_func ("/works/untimed/check", test_untimed_check);
  g_test_add_func ("/works/untimed/signs", test_untimed_signs);
  g_test_add_func ("/works/read", test_read_works);
  g_test_add_func ("/works/printed", test_works);
  g_test_add_func ("/works/texts", test_texts);
  g_test_add_func ("/works/pairs", test_pairs);
  g_test_add_func ("/works/composers", test_composers);
  g_test_add_func ("/works/groups", test_groups_between);
  g_test_add_func ("/works/performers", test_performers);
  g_test_add_func ("/works/whole", test_whole);
  return g_test_run ();
}
