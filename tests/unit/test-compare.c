/* Enters: events, and the same with random edits. Leaves: whether comparing them names each edit, once, and nothing else. */
#include "compare/likeness.h"

#include <programme/compare.h>
#include <string.h>

#define N_SESSIONS 24
#define N_PEOPLE 40
#define N_ROOMS 4
#define ROUNDS 60

static const char *const words[]
    = { "harbour", "lantern", "pilot",  "current", "beacon",  "channel", "signal", "winter",
        "granite", "copper",  "island", "meadow",  "orchard", "paper",   "silver", "thunder",
        "velvet",  "window",  "yellow", "zephyr",  "anchor",  "bridge",  "castle", "dragon" };

typedef struct
{
  gboolean is_there;
  char *title;
  guint day, start, room, person;
} Session;

typedef struct
{
  gboolean has_ids;
  Session sessions[N_SESSIONS + 4];
  guint n;
} Model;

static char *
random_title (guint number)
{
  const char *some[3];
  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    some[i] = words[(guint) g_test_rand_int_range (0, G_N_ELEMENTS (words))];
  return g_strdup_printf ("%s %s %s tale%u", some[0], some[1], some[2], number);
}

static Session *
add_session (Model *model)
{
  guint n = model->n++;
  model->sessions[n] = (Session){ TRUE, random_title (n), n % 2, 540 + 30 * (n / 2), n % N_ROOMS, n };
  return &model->sessions[n];
}

static void
clear_model (Model *model)
{
  for (guint i = 0; i < model->n; i++)
    g_free (model->sessions[i].title);
}

static void
add_day (GString *xml, const Model *model, guint day)
{
  g_string_append_printf (xml, "<day date='2031-05-%02u'>", 5 + day);
  for (guint i = 0; i < model->n; i++)
    {
      const Session *session = &model->sessions[i];
      if (!session->is_there || session->day != day)
        continue;
      g_string_append (xml, "<session");
      if (model->has_ids)
        g_string_append_printf (xml, " id='s%u'", i);
      g_string_append_printf (xml, " start='%02u:%02u' end='%02u:%02u' room='r%u'><title>%s</title>",
                              session->start / 60, session->start % 60, (session->start + 20) / 60,
                              (session->start + 20) % 60, session->room, session->title);
      g_string_append_printf (xml, "<group role='speaker'><slot who='p%u'/></group></session>", session->person);
    }
  g_string_append (
      xml, "<break kind='coffee' start='10:10' end='10:20'/><break kind='coffee' start='15:10' end='15:20'/></day>");
}

static ProgrammeEvent *
read_xml (const char *xml)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  ProgrammeEvent *event = programme_event_read_bytes (bytes, "a.xml", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (programme_event_has_errors (event));
  return event;
}

static ProgrammeEvent *
event_of (const Model *model)
{
  g_autoptr (GString) xml
      = g_string_new ("<programme version='1' languages='en'><event><title>Harbours</title></event><people>");
  for (guint i = 0; i < N_PEOPLE; i++)
    g_string_append_printf (xml, "<person id='p%u'><name>Person %c%c</name></person>", i, 'A' + (char) (i / 10),
                            'a' + (char) (i % 10));
  g_string_append (xml, "</people><rooms>");
  for (guint i = 0; i < N_ROOMS; i++)
    g_string_append_printf (xml, "<room id='r%u'><name>Room %u</name></room>", i, i + 1);
  g_string_append (xml, "</rooms><agenda>");
  add_day (xml, model, 0);
  add_day (xml, model, 1);
  g_string_append (xml, "</agenda></programme>");
  return read_xml (xml->str);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "room Ships", in alphabetical order. */
static char *
sorted (GPtrArray *names)
{
  g_ptr_array_sort (names, compare_strings);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **) names->pdata);
}

static char *
changes_between (const Model *before, const Model *now)
{
  static const char *const kinds[] = { "new", "gone", "moved", "retimed", "renamed", "speaker", "room" };
  g_autoptr (ProgrammeEvent) old = event_of (before), fresh = event_of (now);
  g_autoptr (ProgrammeComparison) comparison = programme_comparison_new (old, fresh);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < programme_comparison_get_n_changes (comparison); i++)
    g_ptr_array_add (names, g_strdup_printf ("%s %s", kinds[programme_comparison_get_kind (comparison, i)],
                                             programme_comparison_get_title (comparison, i)));
  return sorted (names);
}

/* One edit of a session, and its name. */
static char *
edit (Session *session, ProgrammeChangeKind kind, guint round)
{
  switch (kind)
    {
    case PROGRAMME_CHANGE_NEW:
    case PROGRAMME_CHANGE_CANCELLED:
      break;
    case PROGRAMME_CHANGE_GONE:
      session->is_there = FALSE;
      return g_strdup_printf ("gone %s", session->title);
    case PROGRAMME_CHANGE_MOVED:
      session->day = 1 - session->day;
      return g_strdup_printf ("moved %s", session->title);
    case PROGRAMME_CHANGE_RETIMED:
      session->start += 5;
      return g_strdup_printf ("retimed %s", session->title);
    case PROGRAMME_CHANGE_RENAMED:
      {
        g_autofree char *title = g_strdup_printf ("%s anew%u", session->title, round);
        g_free (session->title);
        session->title = g_steal_pointer (&title);
        return g_strdup_printf ("renamed %s", session->title);
      }
    case PROGRAMME_CHANGE_SPEAKER:
      session->person = N_SESSIONS + session->person % (N_PEOPLE - N_SESSIONS);
      return g_strdup_printf ("speaker %s", session->title);
    case PROGRAMME_CHANGE_ROOM:
      session->room = (session->room + 1) % N_ROOMS;
      return g_strdup_printf ("room %s", session->title);
    }
  return NULL;
}

static void
copy_model (Model *copy, const Model *model)
{
  *copy = *model;
  for (guint i = 0; i < model->n; i++)
    copy->sessions[i].title = g_strdup (model->sessions[i].title);
}

static void
test_random_edits (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Model before = { .has_ids = round % 2 == 0 }, now;
      g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
      while (before.n < N_SESSIONS)
        add_session (&before);
      copy_model (&now, &before);
      for (guint i = 0; i < N_SESSIONS; i += (guint) g_test_rand_int_range (1, 8))
        g_ptr_array_add (expected, edit (&now.sessions[i],
                                         (ProgrammeChangeKind) g_test_rand_int_range (PROGRAMME_CHANGE_GONE,
                                                                                      PROGRAMME_CHANGE_ROOM + 1),
                                         round));
      for (gint i = g_test_rand_int_range (0, 3); i > 0; i--)
        {
          Session *session = add_session (&now);
          session->start = 1200 + 5 * session->person;
          g_ptr_array_add (expected, g_strdup_printf ("new %s", session->title));
        }
      g_autofree char *names = sorted (expected), *found = changes_between (&before, &now);
      g_assert_cmpstr (found, ==, names);
      clear_model (&before);
      clear_model (&now);
    }
}

static void
test_nothing (void)
{
  Model model = { .has_ids = FALSE };
  while (model.n < N_SESSIONS)
    add_session (&model);
  g_autofree char *found = changes_between (&model, &model);
  g_assert_cmpstr (found, ==, "");
  clear_model (&model);
}

#define EVENT(people, rooms, agenda)                                                                                   \
  "<programme version='1' languages='en fr'><event><title>T</title></event><people>" people "</people><rooms>" rooms   \
  "</rooms><agenda>" agenda "</agenda></programme>"

static char *
told (const char *before, const char *now, gboolean as_json)
{
  g_autoptr (ProgrammeEvent) old = read_xml (before), fresh = read_xml (now);
  g_autoptr (ProgrammeComparison) comparison = programme_comparison_new (old, fresh);
  return as_json ? programme_comparison_to_json (comparison) : programme_comparison_to_text (comparison);
}

#define PEOPLE                                                                                                         \
  "<person id='a'><name>Ana</name></person><person id='b'><name>Bo</name></person><person "                            \
  "id='c'><name>Cy</name></person>"
#define ROOMS "<room id='h'><name>Hall</name></room><room id='l'><name>Loft</name></room>"
#define BEFORE                                                                                                         \
  EVENT (PEOPLE, ROOMS,                                                                                                \
         "<day date='2031-05-05'><session start='09:00' end='10:00' room='h'><title>Ships &amp; “sails”</title>"   \
         "<title xml:lang='fr'>Navires</title><group role='speaker'><slot who='a b'/></group></session>"               \
         "<break kind='coffee' start='10:00'/><session id='talks' start='11:00' end='12:00' room='h'><title>Short "    \
         "talks</title>"                                                                                               \
         "<talk start='11:00' end='11:20'><title>Fog</title><group role='author'><slot who='a'/></group></talk>"       \
         "<talk start='11:20' end='11:40'><title>Ice</title><group role='author'><slot who='b'/></group></talk>"       \
         "</session></day>")

/* Each way in which something can differ, in words. */
static void
test_words (void)
{
  g_autofree char *text = told (
      BEFORE,
      EVENT ("<person id='a'><name>Ana</name></person><person id='b'><name>Bo Lind</name></person>"
             "<person id='c'><name>Cy</name></person>",
             "<room id='h'><name>Hall</name></room><room id='l'><name>Attic</name></room>",
             "<day date='2031-05-05'><session start='09:00' end='10:15' room='h l'><title>Ships &amp; “sails”</title>"
             "<title xml:lang='fr'>Bateaux</title><group role='speaker'><slot who='b c'/></group></session>"
             "</day><day date='2031-05-06'>"
             "<session id='talks' start='10:00' end='11:00' room='h'><title>Short talks</title>"
             "<talk start='10:00' end='10:20'><title>Ice</title><group role='author'><slot who='b'/></group></talk>"
             "<talk start='10:20' end='10:40'><title>Snow</title><group role='author'><slot who='c'/></group></talk>"
             "</session></day>"),
      FALSE);
  g_assert_cmpstr (text, ==,
                   "2031-05-05 09:00–10:15  “Ships & “sails””: other time: 09:00–10:15, not 09:00–10:00\n"
                   "2031-05-05 09:00–10:15  “Ships & “sails””: other name: Ships & “sails”, not Ships & “sails”\n"
                   "2031-05-05 09:00–10:15  “Ships & “sails””: other speaker: Cy, not Ana\n"
                   "2031-05-05 09:00–10:15  “Ships & “sails””: other room: Hall, Attic, not Hall\n"
                   "2031-05-05 10:00  “coffee”: gone\n"
                   "2031-05-05 11:00–11:20  talk “Fog”: gone\n"
                   "2031-05-06 10:00–11:00  “Short talks”: moved: 2031-05-06 10:00–11:00, not 2031-05-05 11:00–12:00\n"
                   "2031-05-06 10:00–10:20  talk “Ice”: other time: 10:00–10:20, not 11:20–11:40\n"
                   "2031-05-06 10:20–10:40  talk “Snow”: new\n"
                   "person “Bo Lind”: other name: Bo Lind, not Bo\n"
                   "room “Attic”: other name: Attic, not Loft\n");
}

static void
test_json (void)
{
  g_autofree char *json
      = told (BEFORE,
              EVENT (PEOPLE, ROOMS,
                     "<day date='2031-05-05'><session id='x' start='09:00' end='10:00' room='l'>"
                     "<title>Ships &amp; “sails”</title><group role='speaker'><slot who='a b'/></group></session>"
                     "<break kind='coffee' start='10:00'/></day>"),
              TRUE);
  g_assert_cmpstr (json, ==,
                   "[\n"
                   "  {\"what\": \"entry\", \"change\": \"room\", \"title\": \"Ships & “sails”\", \"id\": \"x\", "
                   "\"time\": \"2031-05-05 09:00–10:00\", \"before\": \"Hall\", \"now\": \"Loft\"},\n"
                   "  {\"what\": \"entry\", \"change\": \"gone\", \"title\": \"Short talks\", \"id\": \"talks\", "
                   "\"time\": \"2031-05-05 11:00–12:00\", \"before\": \"2031-05-05 11:00–12:00\"}\n"
                   "]\n");
  g_autofree char *none = told (BEFORE, BEFORE, TRUE);
  g_assert_cmpstr (none, ==, "[]\n");
}

/* A translation that comes is no other title; a talk that goes to another session with its speaker moves. */
static void
test_not_and_moved (void)
{
  g_autofree char *text = told (
      EVENT (PEOPLE, ROOMS,
             "<day date='2031-05-05'><session id='one' start='09:00' end='10:00'><title>One</title>"
             "<talk><title>Fog</title><group role='author'><slot who='a'/></group></talk></session>"
             "<session id='two' start='10:00' end='11:00'><title>Two</title></session>"
             "<session id='three' start='11:00' end='12:00'><title>Three</title></session></day>"),
      EVENT (PEOPLE, ROOMS,
             "<day date='2031-05-05'><session id='one' start='09:00' end='10:00'><title>One</title>"
             "<title xml:lang='fr'>Un</title></session><session id='two' start='10:00' end='11:00'><title>Two</title>"
             "<talk><title>Fog</title><group role='author'><slot who='a'/></group></talk></session>"
             "<session id='three' start='11:00' end='12:00' cancelled='yes'><title>Three</title></session></day>"),
      FALSE);
  g_assert_cmpstr (
      text, ==,
      "2031-05-05 10:00–11:00  talk “Fog”: moved: 2031-05-05 10:00–11:00, Two, not 2031-05-05 09:00–10:00, "
      "One\n"
      "2031-05-05 11:00–12:00  “Three”: cancelled\n");
}

static double
likeness_of (const char *a, const char *b)
{
  g_autoptr (GArray) one = pg_trigrams_new (a), other = pg_trigrams_new (b);
  return pg_trigrams_likeness (one, other);
}

static void
test_likeness (void)
{
  g_assert_cmpfloat (likeness_of ("Ships", "SHIPS"), ==, 1);
  g_assert_cmpfloat (likeness_of ("", NULL), ==, 0);
  g_assert_cmpfloat (likeness_of ("Ships", "Fog"), ==, 0);
  g_assert_cmpfloat (likeness_of ("Ships and harbours", "Ships, harbours"), >, 0.6);
  g_assert_cmpfloat (likeness_of ("항만 데이터", "항만 데이터 개방"), >, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/random-edits", test_random_edits);
  g_test_add_func ("/compare/nothing", test_nothing);
  g_test_add_func ("/compare/words", test_words);
  g_test_add_func ("/compare/json", test_json);
  g_test_add_func ("/compare/not-and-moved", test_not_and_moved);
  g_test_add_func ("/compare/likeness", test_likeness);
  return g_test_run ();
}
