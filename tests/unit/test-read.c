/* Enters: event files, good and bad. Leaves: whether the reader makes of them what it should and says what is wrong. */
#include "findings.h"

#include <string.h>

#define EVENT "<event><title>Forum</title></event>"
#define HEAD "<programme version='1'>" EVENT

static void
test_bad_file (gconstpointer name)
{
  compare_bad_file (name, FINDINGS_READ);
}

/* The model of a whole event */

static const char *
string_in (const PgText *text, const char *language)
{
  const PgVersion *version = pg_text_get (text, language);
  return version != NULL ? version->string : NULL;
}

static void
assert_place (const PgPlace *place, guint line, guint column)
{
  g_assert_cmpstr (place->file, ==, "small.xml");
  g_assert_cmpuint (place->line, ==, line);
  g_assert_cmpuint (place->column, ==, column);
}

static ProgrammeEvent *
read_small (void)
{
  g_autofree char *lines = NULL;
  ProgrammeEvent *event = read_test_file ("fixtures", "small.xml", FINDINGS_READ, &lines);
  g_assert_cmpstr (lines, ==, "");
  g_assert_nonnull (event);
  return event;
}

static void
test_small_event (void)
{
  g_autoptr (ProgrammeEvent) event = read_small ();
  g_assert_cmpstr (event->languages[0], ==, "en");
  g_assert_cmpstr (event->languages[1], ==, "ko");
  g_assert_cmpstr (event->timezone, ==, "Asia/Seoul");
  g_assert_cmpstr (event->zone_label, ==, "KST");
  g_assert_cmpstr (event->date_pattern, ==, "EEEE d MMMM y");
  g_assert_cmpint (event->times, ==, PG_TIMES_9H00);
  g_assert_cmpstr (string_in (event->status, "en"), ==, "Draft");
  g_assert_cmpstr (string_in (event->reference, "en"), ==, "HF/2031/7");
  g_assert_cmpstr (string_in (event->revision, "en"), ==, "2");
  g_assert_cmpstr (string_in (event->classification, "en"), ==, "For official use");
  g_assert_cmpstr (string_in (event->title, "ko"), ==, "미래의 항구");
  g_assert_cmpstr (string_in (event->short_title, "en"), ==, "Harbours");
  g_assert_cmpstr (string_in (event->subtitle, "en"), ==, "Second meeting of the Harbour Forum");
  g_assert_cmpstr (string_in (event->series, "en"), ==, "Harbour Forum");
  g_assert_cmpstr (string_in (event->dates, "en"), ==, "5 and 6 May 2031");
  g_assert_cmpstr (string_in (event->venue, "en"), ==, "Sea House, Example City");
  g_assert_cmpuint (event->organisers->len, ==, 1);
  g_assert_cmpstr (event->logo, ==, "small/logo.svg");
  g_assert_cmpstr (event->logo_alt, ==, "A blue anchor");
  assert_place (&event->place, 5, 3);
  assert_place (&event->logo_place, 14, 11); /* of src */
  assert_place (&((const PgVersion *) g_ptr_array_index (event->title->versions, 1))->place, 7, 5);
  g_assert_cmpstr (programme_event_get_title (event, "ko"), ==, "미래의 항구");
}

static void
test_small_people (void)
{
  g_autoptr (ProgrammeEvent) event = read_small ();
  g_assert_cmpuint (event->people->len, ==, 2);
  const PgPerson *aalto = g_ptr_array_index (event->people, 0), *han = g_ptr_array_index (event->people, 1);
  g_assert_cmpstr (string_in (aalto->name, "en"), ==, "Aino Aalto");
  g_assert_cmpstr (string_in (aalto->honorific, "en"), ==, "Dr");
  g_assert_cmpstr (string_in (aalto->position, "en"), ==, "Harbour Master");
  g_assert_cmpstr (aalto->organisation->id, ==, "port");
  g_assert_cmpstr (aalto->country, ==, "FI");
  g_assert_cmpstr (aalto->photograph, ==, "small/aalto.svg");
  g_assert_cmpuint (aalto->biography->len, ==, 2);
  const PgBodyPart *list = g_ptr_array_index (aalto->biography, 1);
  g_assert_null (list->paragraph);
  g_assert_true (list->numbered);
  g_assert_cmpuint (list->items->len, ==, 2);
  g_autofree char *family = pg_version_family_name (pg_text_get (han->name, "ko"));
  g_assert_cmpstr (family, ==, "한");
  const PgOrganisation *forum = g_ptr_array_index (event->organisations, 0);
  g_assert_true (forum->delegation);
  g_assert_cmpstr (string_in (forum->short_name, "en"), ==, "HF");
  const PgRoom *room = g_ptr_array_index (event->rooms, 0);
  g_assert_cmpstr (room->level, ==, "2");
  g_assert_cmpuint (room->seats, ==, 120);
  const PgCountry *country = g_ptr_array_index (event->countries, 0);
  g_assert_cmpstr (string_in (country->name, "ko"), ==, "한국");
  g_assert_cmpuint (event->words->len, ==, 2);
  assert_place (&aalto->photograph_place, 27, 57);
}

static void
test_small_agenda (void)
{
  g_autoptr (ProgrammeEvent) event = read_small ();
  g_assert_cmpstr (string_in (event->agenda_title, "en"), ==, "Agenda of the meeting");
  const PgDay *day = g_ptr_array_index (event->days, 0), *next = g_ptr_array_index (event->days, 1);
  g_assert_cmpint (day->year * 10000 + day->month * 100 + day->day, ==, 20310505);
  g_assert_cmpint (day->times, ==, PG_TIMES_0900);
  g_assert_cmpint (next->times, ==, PG_TIMES_THEME);
  g_assert_cmpstr (string_in (day->running_head, "en"), ==, "First day");
  g_assert_cmpstr (string_in (day->end, "en"), ==, "End of the first day");
  g_assert_true (next->has_end);
  g_assert_null (next->end);
  g_assert_cmpuint (next->number, ==, 2);
  g_assert_cmpuint (day->entries->len, ==, 3);
  const PgEntry *session = g_ptr_array_index (day->entries, 0), *coffee = g_ptr_array_index (day->entries, 1);
  const PgEntry *night = g_ptr_array_index (day->entries, 2), *lunch = g_ptr_array_index (next->entries, 0);
  g_assert_cmpint (session->kind, ==, PG_ENTRY_SESSION);
  g_assert_cmpstr (session->word, ==, "plenary");
  g_assert_cmpstr (session->number, ==, "1");
  g_assert_cmpint (session->start, ==, 540);
  g_assert_cmpint (session->end, ==, 630);
  g_assert_cmpstr (session->room->id, ==, "deck");
  g_assert_cmpstr (session->track->id, ==, "green");
  g_assert_cmpstr (session->languages, ==, "en ko");
  g_assert_cmpstr (string_in (session->classification, "en"), ==, "Closed");
  g_assert_cmpstr (string_in (session->revision, "en"), ==, "3");
  assert_place (&session->place, 76, 7);
  assert_place (&session->start_place, 76, 29);
  g_assert_cmpint (coffee->kind, ==, PG_ENTRY_BREAK);
  g_assert_cmpstr (coffee->word, ==, "coffee");
  g_assert_cmpint (night->kind, ==, PG_ENTRY_PLAIN);
  g_assert_null (night->word);
  g_assert_cmpint (night->end, ==, 1530);
  g_assert_cmpstr (night->id, ==, "1.3"); /* the third entry of day 1 */
  g_assert_cmpint (lunch->end, ==, -1);
  g_assert_null (lunch->title);
}

static void
test_small_slots (void)
{
  g_autoptr (ProgrammeEvent) event = read_small ();
  const PgDay *day = g_ptr_array_index (event->days, 0);
  const PgEntry *session = g_ptr_array_index (day->entries, 0);
  g_assert_cmpuint (session->groups->len, ==, 3);
  const PgGroup *chair = g_ptr_array_index (session->groups, 0), *comments = g_ptr_array_index (session->groups, 1);
  const PgGroup *item = g_ptr_array_index (session->groups, 2);
  g_assert_cmpstr (chair->role, ==, "moderator");
  g_assert_null (chair->label);
  g_assert_cmpstr (string_in (comments->label, "en"), ==, "Comments from Finland");
  const PgSlot *slot = g_ptr_array_index (comments->slots, 0);
  g_assert_cmpuint (slot->people->len, ==, 2);
  g_assert_cmpstr (((const PgPerson *) g_ptr_array_index (slot->people, 1))->id, ==, "han");
  g_assert_cmpuint (slot->minutes, ==, 15);
  g_assert_cmpstr (slot->organisation->id, ==, "forum");
  g_assert_cmpstr (slot->country, ==, "SE");
  g_assert_cmpstr (string_in (slot->name, "en"), ==, "A. Aalto");
  g_assert_cmpstr (string_in (slot->position, "en"), ==, "Guest");
  g_assert_cmpstr (string_in (slot->note, "en"), ==, "Chair");
  g_assert_null (item->role);
  g_assert_cmpstr (string_in (item->label, "en"), ==, "Q&A");
  g_assert_cmpuint (item->minutes, ==, 10);
  g_assert_cmpuint (item->slots->len, ==, 0);
}

/* Text and markup */

/* The versions of the first item of a session, as "language:text", spans in brackets with their marks. */
static char *
describe_version (const PgVersion *version)
{
  GString *all = g_string_new (NULL);
  guint end = 0;
  for (guint i = 0; i < version->n_spans; i++)
    {
      const PgSpan *span = &version->spans[i];
      g_assert_cmpuint (span->start, ==, end); /* spans cover the text whole and in order */
      g_assert_cmpuint (span->end, >, span->start);
      end = span->end;
      g_string_append_printf (all, "[%s%s%s%s%s%s%s%s|%.*s]", span->flags & PG_SPAN_BOLD ? "b" : "",
                              span->flags & PG_SPAN_ITALIC ? "i" : "", span->flags & PG_SPAN_SUPERSCRIPT ? "^" : "",
                              span->flags & PG_SPAN_SUBSCRIPT ? "_" : "", span->flags & PG_SPAN_FAMILY ? "f" : "",
                              span->language != NULL ? span->language : "", span->href != NULL ? " " : "",
                              span->href != NULL ? span->href : "", (int) (span->end - span->start),
                              version->string + span->start);
    }
  g_assert_cmpuint (end, ==, strlen (version->string));
  return g_string_free (all, FALSE);
}

static void
test_inline (void)
{
  static const char *const pairs[][2] = {
    { "plain", "[|plain]" },
    { "  a \n\t b  ", "[|a b]" },
    { "a <b> b </b> c", "[|a ][b|b ][|c]" },
    { "<b>a<i>b</i></b>c", "[b|a][bi|b][|c]" },
    { "<b>a</b><b>b</b>", "[b|ab]" },
    { "3<sup>rd</sup> H<sub>2</sub>O", "[|3][^|rd][| H][_|2][|O]" },
    { "one <br/> two", "[|one\u2028two]" },
    { "<br/>one<br/>", "[|one]" },
    { "one<br/><br/>two", "[|one\u2028\u2028two]" },
    { "<b>one<br/></b>", "[b|one]" },
    { "Q&amp;A &#8211; &lt;", "[|Q&A – <]" },
    { "<![CDATA[a <b>]]>", "[|a <b>]" },
    { "a<!-- hidden -->b", "[|ab]" },
    { "see <a href='https://a.example/?x=1&amp;y=2'>it <b>now</b></a>",
      "[|see ][ https://a.example/?x=1&y=2|it ][b https://a.example/?x=1&y=2|now]" },
    { "le <span xml:lang='FR-ca'>port</span>", "[|le ][fr-CA|port]" },
    { "a\u00A0 b", "[|a\u00A0 b]" }, /* a no-break space is no white space */
    { "日本語の\n  文章", "[|日本語の文章]" },
    { "日本語 の", "[|日本語 の]" },
    { "한국어\n  문장", "[|한국어 문장]" },
    { "日本\n  text", "[|日本 text]" },
    { "一倍。\n  2024年（\n  OECD\n  、中国", "[|一倍。2024年（OECD、中国]" },
    { "一条\n  “路”\n  和——\n  桥", "[|一条“路”和——桥]" },
    { "a\n  “b”\n  c —\n  d", "[|a “b” c — d]" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *data
          = g_strdup_printf (HEAD "<agenda><day date='2024-09-03'><session start='9:00'><title>A</title>"
                                  "<item>%s</item></session></day></agenda></programme>",
                             pairs[i][0]);
      g_autoptr (ProgrammeEvent) event = read_good (data);
      const PgDay *day = g_ptr_array_index (event->days, 0);
      const PgEntry *entry = g_ptr_array_index (day->entries, 0);
      const PgGroup *group = g_ptr_array_index (entry->groups, 0);
      g_autofree char *found = describe_version (pg_text_get (group->label, "en"));
      g_assert_cmpstr (found, ==, pairs[i][1]);
    }
}

static void
test_names (void)
{
  g_autoptr (ProgrammeEvent) event = read_good (
      "<programme version='1'>" EVENT
      "<people><person id='a'><name>Azril <family>bin\n Wanchik</family></name></person>"
      "</people><agenda><day date='2024-09-03'><session start='9:00'><title>A</title><group><slot who='a'/></group>"
      "</session></day></agenda></programme>");
  const PgPerson *person = g_ptr_array_index (event->people, 0);
  g_autofree char *found = describe_version (pg_text_get (person->name, "en"));
  g_assert_cmpstr (found, ==, "[|Azril ][f|bin Wanchik]");
}

/* Languages */

static char *
describe_body (const GPtrArray *body)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; body != NULL && i < body->len; i++)
    {
      const PgBodyPart *part = g_ptr_array_index (body, i);
      for (guint j = 0; j < (part->items != NULL ? part->items->len : 1); j++)
        {
          const PgText *text = part->items != NULL ? g_ptr_array_index (part->items, j) : part->paragraph;
          g_string_append_c (all, '[');
          for (guint k = 0; k < text->versions->len; k++)
            {
              const PgVersion *version = g_ptr_array_index (text->versions, k);
              g_string_append_printf (all, "%s%s:%s", k > 0 ? " " : "", version->language, version->string);
            }
          g_string_append_c (all, ']');
        }
    }
  return g_string_free (all, FALSE);
}

static void
test_translations (void)
{
  static const char *const pairs[][2] = {
    { "<p>a</p><p xml:lang='ko'>b</p><p>c</p>", "[en:a ko:b][en:c]" },
    { "<p xml:lang='en'>a</p><p xml:lang='ko'>b</p><p xml:lang='en'>c</p>", "[en:a ko:b][en:c]" },
    { "<p xml:lang='ko'>b</p><p xml:lang='en'>a</p><p xml:lang='ko'>d</p><p xml:lang='en'>c</p>",
      "[en:a ko:b][en:c ko:d]" },
    { "<p>a</p> <!-- --> <p xml:lang='ko'>b</p><p xml:lang='th'>c</p>", "[en:a ko:b th:c]" },
    { "<list><item>a</item><item xml:lang='KO'>b</item><item>c</item></list>", "[en:a ko:b][en:c]" },
    { "<p>a</p><list><item>b</item></list><p>c</p>", "[en:a][en:b][en:c]" },
    { "<p xml:lang='fr'>a</p>", "[fr:a]" }, /* no language of the event: a quotation */
  };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *data = g_strdup_printf ("<programme version='1' languages='en ko th'>" EVENT
                                               "<front><section>%s</section></front><agenda/></programme>",
                                               pairs[i][0]);
      g_autoptr (ProgrammeEvent) event = read_good (data);
      const PgSection *section = g_ptr_array_index (event->front, 0);
      g_autofree char *found = describe_body (section->body);
      g_assert_cmpstr (found, ==, pairs[i][1]);
    }
}

static void
test_original_first (void)
{
  g_autoptr (ProgrammeEvent) event = read_good (
      "<programme version='1' languages='en ko'><event><title xml:lang='ko'>포럼</title><venue>Hall</venue>"
      "<title>Forum</title></event><agenda/></programme>");
  const PgVersion *first = g_ptr_array_index (event->title->versions, 0);
  g_assert_cmpstr (first->string, ==, "Forum");
  g_assert_cmpuint (event->title->versions->len, ==, 2);
}

static void
test_emptied_overrides (void)
{
  g_autoptr (ProgrammeEvent) event = read_good (
      HEAD "<organisations><organisation id='o'><name>O</name></organisation></organisations><people>"
           "<person id='a' organisation='o'><name>A</name><position>Chief</position></person></people><agenda>"
           "<day date='2024-09-03'><session start='9:00'><title>A</title><group><slot who='a'/>"
           "<slot who='a' organisation=''><position/></slot></group></session></day></agenda></programme>");
  const PgPerson *person = g_ptr_array_index (event->people, 0);
  const PgDay *day = g_ptr_array_index (event->days, 0);
  const PgEntry *entry = g_ptr_array_index (day->entries, 0);
  const PgGroup *group = g_ptr_array_index (entry->groups, 0);
  const PgSlot *full = g_ptr_array_index (group->slots, 0), *bare = g_ptr_array_index (group->slots, 1);
  g_assert_cmpstr (string_in (pg_slot_position (full, person), "en"), ==, "Chief");
  g_assert_nonnull (pg_slot_organisation (full, person));
  g_assert_null (pg_slot_position (bare, person));
  g_assert_null (pg_slot_organisation (bare, person));
}

static void
test_sorted (void)
{
  g_autofree char *lines = NULL;
  g_autoptr (ProgrammeEvent) event = read_text (
      HEAD "<agenda><day date='2024-09-03'><session start='10:00'><title>c</title></session>"
           "      <session start='9:00'><title>a</title></session>\n<session start='09:00'><title>b</title></session>"
           "</day></agenda></programme>",
      -1, FINDINGS_READ, &lines);
  const PgDay *day = g_ptr_array_index (event->days, 0);
  static const char *const expected[] = { "a", "b", "c" };
  for (guint i = 0; i < 3; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      g_assert_cmpstr (string_in (entry->title, "en"), ==, expected[i]);
    }
  g_assert_nonnull (strstr (lines, "[order]"));
}

int
main (int argc, char **argv)
{
  const char *const others[] = { "check-", "speakers-", NULL };
  g_test_init (&argc, &argv, NULL);
  add_bad_files ("/read/bad", others, FALSE, test_bad_file);
  g_test_add_func ("/read/small/event", test_small_event);
  g_test_add_func ("/read/small/people", test_small_people);
  g_test_add_func ("/read/small/agenda", test_small_agenda);
  g_test_add_func ("/read/small/slots", test_small_slots);
  g_test_add_func ("/read/text/inline", test_inline);
  g_test_add_func ("/read/text/names", test_names);
  g_test_add_func ("/read/text/translations", test_translations);
  g_test_add_func ("/read/text/original-first", test_original_first);
  g_test_add_func ("/read/agenda/emptied", test_emptied_overrides);
  g_test_add_func ("/read/agenda/sorted", test_sorted);
  return g_test_run ();
}
