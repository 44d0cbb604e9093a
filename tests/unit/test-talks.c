/* Enters: sessions with talks and topics. Leaves: whether their times follow from each other, and pages, speakers and signs say them. */
#include "findings.h"
#include "journey.h"
#include "printed.h"

#include <string.h>

#define HEAD                                                                                                           \
  "<programme version='1' languages='en fr'><event><title>T</title></event><organisations>"                            \
  "<organisation id='bay' country='FI'><name>Bay</name></organisation>"                                                \
  "<organisation id='isle' country='KR'><name>Isle</name></organisation></organisations><people>"                      \
  "<person id='a' organisation='bay'><name>Aino <family>Aalto</family></name></person>"                                \
  "<person id='b' organisation='isle'><name>Min <family>Lee</family></name></person>"                                  \
  "<person id='c' organisation='bay'><name>Jin <family>Park</family></name></person>"                                  \
  "<person id='d'><name>Omar <family>Nemo</family></name></person></people>"                                           \
  "<rooms><room id='r'><name>Hall</name></room></rooms><agenda><day date='2030-01-01'>"
#define FOOT "</day></agenda></programme>"
#define SESSION "<session start='09:00' end='10:00' number='7' room='r'><title>S</title>"

static const PgTalk *
talk_at (const ProgrammeEvent *event, guint index)
{
  const PgDay *day = g_ptr_array_index (event->days, 0);
  return g_ptr_array_index (((const PgEntry *) g_ptr_array_index (day->entries, 0))->talks, index);
}

static void
test_times (void)
{
  static const char xml[] = HEAD SESSION
      "<talk minutes='20'><title>1</title></talk><item minutes='5'>Q</item><talk end='09:40'><title>2</title></talk>"
      "<talk><title>3</title></talk><talk minutes='10'><title>4</title></talk><talk "
      "start='09:50'><title>5</title></talk>"
      "<talk minutes='7'><title>6</title></talk></session>" FOOT;
  static const int times[][2] = { { 540, 560 }, { 565, 580 }, { -1, -1 }, { 580, 590 }, { 590, -1 }, { -1, -1 } };
  g_autofree char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (xml, -1, FINDINGS_CHECK, &lines);
  g_assert_nonnull (event);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_assert_cmpint (talk_at (event, i)->start, ==, times[i][0]);
      g_assert_cmpint (talk_at (event, i)->end, ==, times[i][1]);
    }
  g_assert_nonnull (strstr (lines, "[talk-time]"));
}

/* More minutes than there are in two days are no minute that cannot be printed. */
static void
test_many_minutes (void)
{
  static const char xml[] = HEAD SESSION "<talk minutes='1000000'><title>1</title></talk>"
                                         "<talk minutes='1000000'><title>2</title></talk></session>" FOOT;
  g_autofree char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (xml, -1, FINDINGS_CHECK, &lines);
  g_assert_cmpint (talk_at (event, 0)->end, ==, 48 * 60);
  g_assert_cmpint (talk_at (event, 1)->end, ==, 48 * 60);
  g_assert_nonnull (strstr (lines, "2000000 minutes are given"));
}

/* The lines in some styles, each with a bar behind it. */
static char *
lines_of (const GArray *said, const char *styles)
{
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

static char *
printed (const char *xml, const char *piece, const char *second, const char *styles)
{
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
  journey->second = second;
  g_assert_true (journey_make (journey, piece, "en", "A4"));
  g_autoptr (GArray) said = printed_said (journey->pages);
  return lines_of (said, styles);
}

#define PEOPLE "talk-authors talk-presenter talk-affiliation"

static void
test_affiliations (void)
{
  static const char numbered[]
      = HEAD SESSION "<talk minutes='20'><title>1</title><group role='author'><slot who='a'/><slot who='b' "
                     "presenting='yes'/><slot who='c'/>"
                     "<slot who='d'/><slot who='c' country='SE'><note>n</note></slot></group></talk></session>" FOOT;
  static const char shared[] = HEAD SESSION "<talk minutes='20'><title>1</title><group role='author'><slot "
                                            "who='a'/><slot who='c'/></group></talk></session>" FOOT;
  g_autofree char *five = printed (numbered, "agenda", NULL, PEOPLE), *two = printed (shared, "agenda", NULL, PEOPLE);
  g_assert_cmpstr (
      five, ==,
      "Presenting author|Aino Aalto1, Min Lee2, Jin Park1, Omar Nemo, Jin Park3 (n)|"
      "1\u202fBay,\u00a0Finland\u2003\u20022\u202fIsle,\u00a0South\u00a0Korea\u2003\u20023\u202fBay,\u00a0Sweden|");
  g_assert_cmpstr (two, ==, "Aino Aalto, Jin Park|Bay,\u00a0Finland|");
}

static void
test_two_affiliations (void)
{
  static const char xml[] = HEAD SESSION
      "<talk minutes='20'><title>1</title><group role='author'><slot who='a' organisation='bay isle'/><slot who='b'/>"
      "<slot who='d'/></group></talk></session>" FOOT;
  g_autofree char *said = printed (xml, "agenda", NULL, PEOPLE);
  g_assert_cmpstr (
      said, ==,
      "Aino Aalto1,2, Min Lee2, Omar Nemo|1\u202fBay,\u00a0Finland\u2003\u20022\u202fIsle,\u00a0South\u00a0Korea|");
}

/* What the second language says no otherwise is not said twice. */
static void
test_second_language (void)
{
  static const char xml[] = HEAD SESSION
      "<talk minutes='20' number='O-1' language='fr'><title xml:lang='fr'>Un</title><group role='author'><slot "
      "who='a'/>"
      "</group></talk><talk minutes='20'><title>Two</title><title xml:lang='fr'>Deux</title></talk></session>" FOOT;
  g_autofree char *said = printed (xml, "agenda", "fr", PEOPLE " talk-title talk-number");
  g_assert_cmpstr (said, ==, "O-1|Un\u2002\u2005French|Aino Aalto|Bay,\u00a0Finland|Two\u2002\u2005Deux|");
}

static void
test_speakers (void)
{
  static const char xml[] = HEAD SESSION
      "<group role='chair'><slot who='a'/></group><talk minutes='20' number='O-1'><title>1</title><group role='author'>"
      "<slot who='a'/><slot who='b'/></group></talk><talk minutes='20'><title>2</title><group role='author'>"
      "<slot who='a'/></group></talk><talk minutes='20' number='O-3'><title>3</title><group role='author'><slot "
      "who='b'/>"
      "</group></talk></session>" FOOT;
  g_autofree char *said = printed (xml, "speakers", NULL, "speaker-name speaker-session");
  g_assert_cmpstr (
      said, ==,
      "Aino Aalto|Session 7|Session 7\u00a0· O-1|Session 7|Min Lee|Session 7\u00a0· O-1|Session 7\u00a0· O-3|");
}

/* Who has neither a country nor an organisation is below no heading of one: no level of headings is left out. */
static void
test_speakers_without_country (void)
{
  static const char xml[] = HEAD SESSION "<group><slot who='a'/><slot who='d'/></group></session>" FOOT;
  g_autoptr (Journey) journey = journey_new (xml, journey_theme ("institutional"));
  journey->sort = PG_SORT_COUNTRY;
  g_assert_true (journey_make (journey, "speakers", "en", "A4"));
  g_autoptr (GArray) said = printed_said (journey->pages);
  g_autoptr (GString) levels = g_string_new (NULL);
  for (guint i = 0; i < said->len; i++)
    for (const PgElement *element = g_array_index (said, PrintedLine, i).item->element; element != NULL;
         element = element->parent)
      if (element->role >= PG_ROLE_H1 && element->role <= PG_ROLE_H4)
        g_string_append_printf (levels, "%d", 1 + (int) element->role - PG_ROLE_H1);
  g_assert_cmpstr (levels->str, ==, "1223");
}

/* A door names those who give talks, each once, but not who else wrote them. */
static void
test_signs (void)
{
  static const char xml[] = HEAD SESSION
      "<talk minutes='20'><title>1</title><group role='author'><slot who='a'/><slot who='b' "
      "presenting='yes'/></group></talk>"
      "<talk minutes='20'><title>2</title><group role='author'><slot who='b'/></group><group role='discussant'>"
      "<slot who='d'/></group></talk></session>" FOOT;
  g_autofree char *said = printed (xml, "signs", NULL, "sign-speaker");
  g_assert_cmpstr (said, ==, "Min Lee, Isle|Omar Nemo|");
}

static void
test_posters (void)
{
  static const char xml[] = HEAD
      "<session start='09:00' end='10:00' kind='posters'><title>S</title><talk number='P-1'><title>1</title></talk>"
      "<talk number='P-2'><title>2</title></talk></session>" FOOT;
  static const char timed[] = HEAD "<session start='09:00' end='10:00' kind='posters'><title>S</title><talk "
                                   "number='P-1' minutes='5'><title>1</title></talk>"
                                   "</session>" FOOT;
  g_autofree char *posters = printed (xml, "agenda", NULL, "poster-number talk-number talk-time-start"),
                  *talks = printed (timed, "agenda", NULL, "poster-number talk-number talk-time-start");
  g_assert_cmpstr (posters, ==, "P-1|P-2|");
  g_assert_cmpstr (talks, ==, "09:00–09:05|P-1|");
}

#define TOPICS                                                                                                         \
  HEAD "<session kind='item' start='09:00' end='10:00' number='4'><title>S</title><topic number='4.1' "                \
       "action='decision'><title>A</title><abstract><p>B</p></abstract><document ref='D/1'/><topic number='4.1.1' "    \
       "action='information'><title>C</title><group><slot who='b'/></group></topic></topic><topic number='4.2'>"       \
       "<title>E</title><action>For endorsement</action></topic></session>" FOOT

#define ITEMS                                                                                                          \
  "item-number session-title topic-number topic-number-within topic-title topic-title-within topic-action "            \
  "topic-action-heard topic-document abstract name"

static char *
agenda_of (const char *theme)
{
  g_autoptr (Journey) journey = journey_new (TOPICS, journey_theme (theme));
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_autoptr (GArray) said = printed_said (journey->pages);
  return lines_of (said, ITEMS);
}

/* In a column actions and documents follow the text beside them, else they stand above it. */
static void
test_topics (void)
{
  g_autofree char *beside = agenda_of ("institutional"), *below = agenda_of ("classic");
  g_assert_cmpstr (beside, ==,
                   "4|S|4.1|A|B|For decision|D/1|4.1.1|C|Min Lee\u2002\u2005South Korea|For information|4.2|E|"
                   "For endorsement|");
  g_assert_cmpstr (
      below, ==,
      "4|S|4.1|A|For decision|D/1|B|4.1.1|C|For information|Min Lee, Isle, South Korea|4.2|E|For endorsement|");
}

/* Who has a turn in a topic is found under the session. */
static void
test_topic_speakers (void)
{
  g_autofree char *said = printed (TOPICS, "speakers", NULL, "speaker-name speaker-session");
  g_assert_cmpstr (said, ==, "Min Lee|Item 4|");
}

#define LONG                                                                                                           \
  "<abstract><p>One two three four five six seven eight nine ten eleven twelve.</p><p>One two three.</p></abstract>"
#define TALK "<talk minutes='4'><title>A</title>" LONG "</talk>"
#define TALKS_OF_FOUR TALK TALK TALK TALK

/* Times in two zones reach below the first line of what stands beside them; the talks, whose times are in the same column,
   keep off them, where the session begins and where it goes on. */
static void
test_second_zone (const char *theme, const char *times, gboolean large_print)
{
  g_autofree char *xml = g_strconcat (
      "<programme version='1' timezone='Asia/Dubai' second-timezone='America/New_York' times='", times,
      "'><event><title>T</title></event><agenda><day date='2030-01-01'><session start='09:00' end='09:04'><title>S"
      "</title>" TALK "</session><session kind='item' number='2' start='09:10' end='09:14'><title>S</title>" TALK
      "</session><session start='10:00' end='12:00' number='1'><title>S</title>" TALKS_OF_FOUR TALKS_OF_FOUR
          TALKS_OF_FOUR TALKS_OF_FOUR TALKS_OF_FOUR "</session></day></agenda></programme>",
      NULL);
  g_autoptr (Journey) journey = journey_new (xml, journey_theme (theme));
  journey->large_print = large_print;
  g_assert_true (journey_make (journey, "agenda", "en", "A4"));
  g_assert_cmpuint (journey->pages->pages->len, >, 2);
  g_autofree char *wrong = check_places (journey->pages, journey->report);
  g_assert_cmpstr (wrong, ==, NULL);
}

static void
test_second_zones (void)
{
  for (guint i = 0; i < 12; i++)
    {
      const char *themes[] = { "institutional", "modern", "classic" }, *times[] = { "09:00", "9:00 am" };
      g_test_message ("%s, %s, %s", themes[i % 3], times[i / 3 % 2], i < 6 ? "usual" : "large print");
      test_second_zone (themes[i % 3], times[i / 3 % 2], i >= 6);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/talks/times", test_times);
  g_test_add_func ("/talks/many-minutes", test_many_minutes);
  g_test_add_func ("/talks/affiliations", test_affiliations);
  g_test_add_func ("/talks/two-affiliations", test_two_affiliations);
  g_test_add_func ("/talks/second-language", test_second_language);
  g_test_add_func ("/talks/speakers", test_speakers);
  g_test_add_func ("/talks/speakers/without-country", test_speakers_without_country);
  g_test_add_func ("/talks/signs", test_signs);
  g_test_add_func ("/talks/second-zone", test_second_zones);
  g_test_add_func ("/talks/posters", test_posters);
  g_test_add_func ("/talks/topics", test_topics);
  g_test_add_func ("/talks/topics/speakers", test_topic_speakers);
  return g_test_run ();
}
