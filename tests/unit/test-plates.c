/* Enters: events with people. Leaves: whether each has a tent card whose faces are equal, one of them upside down, with the
   name as large as it goes. Lengths in points: 1 mm is 72 / 25.4. */
#include "journey.h"
#include "printed.h"

#include <string.h>

#define MM (72 / 25.4)
#define EPSILON 0.02

#define HEAD                                                                                                           \
  "<programme version='1' languages='en ko'><event><title>Harbours of the Future</title></event><organisations>"       \
  "<organisation id='ichla'><name>Council of Harbours</name><short-name>ICHLA</short-name></organisation>"             \
  "</organisations><people>"                                                                                           \
  "<person id='lee' country='KR'><name>Hana <family>Lee</family></name><name xml:lang='ko'><family>이</family>하나" \
  "</name></person>"                                                                                                   \
  "<person id='bv' organisation='ichla'><name>Helena <family>Barradas Vasconcelos</family></name>"                     \
  "<honorific>H.E.</honorific></person>"                                                                               \
  "<person id='one'><name>Aloysius-Maximilian-Ferdinand von Hohenlohe zu Waldenburg</name></person></people>"          \
  "<agenda><day date='2031-05-05'><session id='ships' start='09:00' end='10:30'><title>Ships</title><group "           \
  "role='speaker'>"                                                                                                    \
  "<slot who='lee' minutes='20'/><slot who='bv' minutes='15'/><slot who='one' minutes='10'/></group></session>"        \
  "<session id='winds' start='10:30' end='11:00'><title>Winds</title>"                                                 \
  "<group role='chair'><slot who='lee'/></group></session></day><day date='2031-05-06'>"                               \
  "<session id='tides' start='09:00' end='10:30'><title>Tides</title><group role='panellist'><slot who='bv'/></group>" \
  "</session><session id='calm' start='11:00' end='11:30'><title>Calm</title></session></day></agenda></programme>"

/* Further options: names and values by turns, NULL at the end. */
static Journey *
plates_with (const char *second, const char *const *options)
{
  Journey *journey = journey_new (HEAD, journey_theme ("institutional"));
  journey->second = second;
  for (guint i = 0; options != NULL && options[i] != NULL; i++)
    journey->more[i] = options[i];
  g_assert_true (journey_make (journey, "plates", "en", NULL));
  return journey;
}

static Journey *
plates (const char *second)
{
  return plates_with (second, NULL);
}

static void
assert_faces (const Journey *journey, guint page, const char *style, const char *expected)
{
  for (guint turned = 0; turned < 2; turned++)
    {
      g_autofree char *found = printed_in_style (journey->pages, page, style, turned != 0);
      g_assert_cmpstr (found, ==, expected);
    }
}

/* Each person once; a short name on one line, a longer one on two, what is longer still as it goes. */
static void
test_names (void)
{
  g_autoptr (Journey) journey = plates (NULL);
  g_assert_cmpuint (journey->pages->pages->len, ==, 3);
  assert_faces (journey, 0, "plate-name", "Hana Lee");
  g_assert_cmpfloat (printed_size (journey->pages, 0, "plate-name"), ==, 110);
  assert_faces (journey, 0, "plate-party", "South Korea");
  assert_faces (journey, 1, "plate-name-part", "Helena / Barradas Vasconcelos");
  assert_faces (journey, 1, "plate-honorific", "H.E.");
  assert_faces (journey, 1, "plate-party", "ICHLA");
  g_assert_cmpfloat (printed_size (journey->pages, 1, "plate-name-part"), >=, 54);
  assert_faces (journey, 2, "plate-name-least", "Aloysius-Maximilian- / Ferdinand von Hohenlohe / zu Waldenburg");
  assert_faces (journey, 2, "plate-foot", "Harbours of the Future");
  assert_faces (journey, 2, "plate-role", "Speaker");
  g_assert_cmpstr (g_array_index (journey->pages->bookmarks, PgBookmark, 0).title, ==, "Hana Lee");
}

/* What is at a point of the lower face is at the point across the middle of the page, upside down, of the upper one. */
static void
test_faces (void)
{
  g_autoptr (Journey) journey = plates (NULL);
  const PgPage *page = pg_pages_get (journey->pages, 1);
  g_autoptr (GPtrArray) upper = g_ptr_array_new (), lower = g_ptr_array_new ();
  g_assert_cmpfloat_with_epsilon (page->width, 297 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (page->height, 210 * MM, EPSILON);
  for (guint i = 0; i < page->items->len; i++)
    {
      const PgItem *item = &g_array_index (page->items, PgItem, i);
      if (item->kind == PG_ITEM_TEXT)
        g_ptr_array_add (item->turned != NULL ? upper : lower, (gpointer) item);
    }
  g_assert_cmpuint (upper->len, ==, 6);
  g_assert_cmpuint (lower->len, ==, upper->len);
  for (guint i = 0; i < upper->len; i++)
    {
      const PgItem *above = g_ptr_array_index (upper, i), *below = g_ptr_array_index (lower, i);
      g_assert_cmpuint (above->turned->quarters, ==, 2);
      g_assert_cmpfloat_with_epsilon (above->turned->height, page->height / 2, EPSILON);
      g_assert_cmpfloat_with_epsilon (above->x, below->x, EPSILON);
      g_assert_cmpfloat_with_epsilon (above->y + page->height / 2, below->y, EPSILON);
      g_assert_cmpint (above->artifact, !=, PG_ARTIFACT_NONE); /* nobody hears it twice */
      g_assert_cmpint (below->artifact, ==, PG_ARTIFACT_NONE);
      g_assert_cmpfloat (below->y - page->height / 2, >, 8 * MM); /* nothing at the fold */
    }
}

/* The second stands on the baseline of the first, and ends at the right margin. */
static void
assert_beside (const Journey *journey, guint page, const char *style, const char *second)
{
  g_autoptr (GArray) lines = printed_lines (journey->pages);
  const PrintedLine *one = NULL, *other = NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (line->page == page && !line->artifact && printed_is (line, style))
        one = line;
      if (line->page == page && !line->artifact && printed_is (line, second))
        other = line;
    }
  g_assert_true (one != NULL && other != NULL);
  g_assert_cmpfloat_with_epsilon (one->item->y, other->item->y, EPSILON);
  g_assert_cmpfloat_with_epsilon (other->right, (297 - 20) * MM, 3);
  g_assert_cmpfloat (one->right, <, other->left);
}

static void
test_two_languages (void)
{
  g_autoptr (Journey) journey = plates ("ko");
  assert_faces (journey, 0, "plate-name-second", "이하나");
  assert_faces (journey, 0, "plate-role", "Speaker\u2002\u2005연사");
  assert_beside (journey, 0, "plate-name", "plate-name-second");
  assert_faces (journey, 0, "plate-party", "South Korea\u2002\u2005대한민국");
  assert_faces (journey, 1, "plate-name-second", "");
}

/* Those of a session or a day alone. */
static void
test_selection (void)
{
  g_autoptr (Journey) session = plates_with (NULL, (const char *const[]){ "session", "winds", NULL });
  g_assert_cmpuint (session->pages->pages->len, ==, 1);
  assert_faces (session, 0, "plate-role", "Chair");
  g_autoptr (Journey) day = plates_with (NULL, (const char *const[]){ "day", "2", NULL });
  g_assert_cmpuint (day->pages->pages->len, ==, 1);
  assert_faces (day, 0, "plate-name-part", "Helena / Barradas Vasconcelos");
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GError) error = NULL;
  g_assert_true (programme_options_set (options, "session", "calm", NULL));
  g_assert_null (programme_document_new (day->event, "plates", day->theme, options, NULL, NULL, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_nonnull (strstr (error->message, "there is no plate"));
}

/* One card a country, in both languages, as large as it goes; none for those who are of none. */
static void
test_delegations (void)
{
  g_autoptr (Journey) journey = plates_with ("ko", (const char *const[]){ "kind", "delegation", "sides", "2", NULL });
  g_assert_cmpuint (journey->pages->pages->len, ==, 2);
  assert_faces (journey, 0, "plate-country", "South Korea");
  assert_faces (journey, 0, "plate-country second", "대한민국");
  g_assert_cmpfloat (printed_size (journey->pages, 0, "plate-country"), >=, 84);
  g_autofree char *names = printed_in_style (journey->pages, 1, "plate-row", FALSE);
  g_assert_cmpstr (names, ==, "Hana Lee");
  g_assert_cmpstr (journey->manuscript->duplex, ==, "DuplexFlipShortEdge");
}

/* Each who speaks, on one side; a card in the same document has the lengths of its own group. */
static void
test_lectern (void)
{
  g_autoptr (Journey) journey = plates_with (NULL, (const char *const[]){ "kind", "tent,lectern", NULL });
  g_assert_cmpuint (journey->pages->pages->len, ==, 6);
  g_autofree char *name = printed_in_style (journey->pages, 3, "plate-name", FALSE);
  g_autofree char *event = printed_in_style (journey->pages, 3, "lectern-event", FALSE);
  g_autofree char *upper = printed_in_style (journey->pages, 3, NULL, TRUE);
  g_assert_cmpstr (name, ==, "Hana Lee");
  g_assert_cmpstr (event, ==, "Harbours of the Future");
  g_assert_cmpstr (upper, ==, "");
}

/* The running order with one's own turn, in the lower half of the back, and who is beside. */
static void
test_inside (void)
{
  g_autoptr (Journey) journey = plates_with (NULL, (const char *const[]){ "session", "ships", "sides", "2", NULL });
  g_assert_cmpuint (journey->pages->pages->len, ==, 6);
  g_autofree char *title = printed_in_style (journey->pages, 3, "plate-inside", FALSE);
  g_autofree char *own = printed_in_style (journey->pages, 3, "plate-own", FALSE);
  g_autofree char *rows = printed_in_style (journey->pages, 3, "plate-row", FALSE);
  g_autofree char *when = printed_in_style (journey->pages, 3, "plate-when", FALSE);
  g_assert_cmpstr (title, ==, "Ships");
  g_assert_cmpstr (own, ==, "09:20 / 15 min / H.E.\u00a0Helena Barradas Vasconcelos, ICHLA");
  g_assert_nonnull (strstr (rows, "09:00 / 20 min / Hana Lee, South Korea"));
  g_assert_nonnull (strstr (rows, "Q&A"));
  g_assert_nonnull (strstr (when, "Next to you: Hana Lee, South Korea\u00a0· Aloysius"));
  const PgPage *page = pg_pages_get (journey->pages, 3);
  for (guint i = 0; i < page->items->len; i++)
    g_assert_cmpfloat (g_array_index (page->items, PgItem, i).y, >, page->height / 2 + 8 * MM);
  g_autofree char *nobody = printed_in_style (journey->pages, 1, "plate-own", FALSE);
  g_assert_nonnull (strstr (nobody, "Hana Lee"));
}

/* A card for an event with errors says so; it has no running head that could. */
static void
test_errors (void)
{
  g_autofree char *xml = g_strconcat (HEAD, NULL);
  char *sent = strstr (xml, "organisation='ichla'");
  memcpy (sent, "organisation='nobod'", strlen ("organisation='nobod'"));
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (ProgrammeEvent) event = programme_event_read_bytes (bytes, "a.xml", NULL, report, &error);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  programme_options_set (options, "despite-errors", "yes", &error);
  g_assert_no_error (error);
  g_autoptr (ProgrammeDocument) document
      = programme_document_new (event, "plates", journey_theme ("institutional"), options, report, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *dump = pg_pages_dump (document->pages);
  g_assert_nonnull (strcasestr (dump, "with errors"));
}

/* A row of the list, from the second line of its file on. */
static void
add_row (ProgrammePeople *people, guint line, const char *const *fields)
{
  g_autoptr (ProgrammePlace) place = programme_place_new ("guests.csv", line, 1, NULL);
  guint index = programme_people_add (people, place);
  for (; *fields != NULL; fields += 2)
    g_assert_true (programme_people_set (people, index, fields[0], fields[1]));
}

static ProgrammeDocument *
plates_of_kind (ProgrammePeople *people, const char *kind, ProgrammeReport *report, GError **error)
{
  g_autoptr (Journey) journey = journey_new (HEAD, journey_theme ("institutional"));
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  programme_options_set_people (options, people);
  programme_options_set_languages (options, "en", "ko");
  g_assert_true (programme_options_set (options, "kind", kind, NULL));
  return programme_document_new (journey->event, "plates", journey->theme, options, report, NULL, error);
}

static ProgrammeDocument *
plates_of (ProgrammePeople *people, ProgrammeReport *report, GError **error)
{
  return plates_of_kind (people, "tent", report, error);
}

/* A list's people in its order: names as the list has them, or as the event does of those whom it knows. */
static void
test_list (void)
{
  g_autoptr (ProgrammePeople) people = programme_people_new ();
  g_autoptr (GError) error = NULL;
  add_row (people, 2,
           (const char *const[]){ "name", "Ó Briain Maximilian-Aloysius", "family", "Ó Briain", "given",
                                  "Maximilian-Aloysius", "organisation", "Harbour Board", NULL });
  add_row (people, 3, (const char *const[]){ "person", "lee", NULL });
  add_row (people, 4, (const char *const[]){ "name", "Sukarno", "country", "ID", NULL });
  add_row (people, 5, (const char *const[]){ "name", "Ann Bell", "organisation", "ICHLA", "country", "Elbonia", NULL });
  g_autoptr (ProgrammeDocument) document = plates_of (people, NULL, &error);
  g_assert_no_error (error);
  const PgPages *pages = document->pages;
  g_assert_cmpuint (pages->pages->len, ==, 4);
  const char *const said[] = { "Ó Briain / Maximilian-Aloysius", "Hana Lee", "Sukarno", "Ann Bell" };
  const char *const parties[]
      = { "Harbour Board", "South Korea\u2002\u2005대한민국", "Indonesia\u2002\u2005인도네시아", "ICHLA" };
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autofree char *name = printed_in_style (pages, i, i == 0 ? "plate-name-part" : "plate-name", FALSE);
      g_autofree char *party = printed_in_style (pages, i, "plate-party", FALSE);
      g_assert_cmpstr (name, ==, said[i]);
      g_assert_cmpstr (party, ==, parties[i]);
    }
  g_autofree char *second = printed_in_style (pages, 1, "plate-name-second", FALSE);
  g_assert_cmpstr (second, ==, "이하나");
}

/* Those of a list, each once, by number. */
static void
test_tables (void)
{
  g_autoptr (ProgrammePeople) people = programme_people_new (), nobody = programme_people_new ();
  g_autoptr (GError) error = NULL, none = NULL;
  const char *const tables[] = { "10", "2", "Window", "2" };
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    add_row (people, i + 2, (const char *const[]){ "name", "Ann Bell", "table", tables[i], NULL });
  g_autoptr (ProgrammeDocument) document = plates_of_kind (people, "table", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (document->pages->pages->len, ==, 3);
  const char *const wanted[] = { "2", "10", "Window" };
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *number = printed_in_style (document->pages, i, "plate-table", i % 2 == 0);
      g_autofree char *word = printed_in_style (document->pages, i, "plate-party", FALSE);
      g_autofree char *both = g_strdup_printf ("Table %s\u2002\u2005테이블 %s", wanted[i], wanted[i]);
      g_assert_cmpstr (number, ==, wanted[i]);
      g_assert_cmpstr (word, ==, both);
    }
  g_assert_cmpfloat (printed_size (document->pages, 0, "plate-table"), >, 150);
  add_row (nobody, 2, (const char *const[]){ "name", "Ann Bell", NULL });
  g_assert_null (plates_of_kind (nobody, "table", NULL, &none));
  g_assert_nonnull (strstr (none->message, "a table in the list"));
}

static double
ink_above (const PgLine *line)
{
  double above = 0;
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PangoGlyphItem *glyphs = line->runs[i].glyphs;
      PangoRectangle ink;
      pango_glyph_string_extents (glyphs->glyphs, glyphs->item->analysis.font, &ink, NULL);
      above = MAX (above, line->runs[i].rise - (double) ink.y / PANGO_SCALE);
    }
  return above;
}

/* How near the ink of what is said comes to the fold of a card, on either side; *n counts lines. */
static double
nearest_ink (const PgPage *page, double fold, double height, guint *n)
{
  double nearest = height;
  *n = 0;
  for (guint i = 0; i < page->items->len; i++)
    {
      const PgItem *item = &g_array_index (page->items, PgItem, i);
      const PgLine *line = item->kind == PG_ITEM_TEXT ? &item->text.lines->lines[item->text.line] : NULL;
      gboolean is_back = item->turned != NULL && item->turned->height < page->height; /* and not of a sheet that is */
      double top = is_back ? item->turned->y : item->turned != NULL ? page->height - fold : fold;
      gboolean is_of_card
          = is_back ? ABS (top + item->turned->height - fold) < 1 : item->y > top && item->y < top + height / 2;
      if (line == NULL || !is_of_card)
        continue;
      nearest = MIN (nearest, item->y - ink_above (line) - top);
      (*n)++;
    }
  return nearest;
}

/* Nothing is within 8 mm of the fold on cards of any size, nor on the inside. */
static void
test_fold_white (void)
{
  const struct
  {
    const char *key, *value;
    double top, height;
  } cases[] = { { "stock", "avery-5305", 12.7, 127 },
                { "stock", "avery-5309", 19.05, 177.8 },
                { "paper", "148x105mm", 0, 105 },
                { "paper", "100x80mm", 0, 80 },
                { "paper", "420x297mm", 0, 297 } };
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (Journey) journey
          = plates_with ("ko", (const char *const[]){ cases[c].key, cases[c].value, "sides", "2", NULL });
      double fold = (cases[c].top + cases[c].height / 2) * MM;
      guint n;
      for (guint page = 0; page < journey->pages->pages->len; page++)
        {
          double nearest = nearest_ink (pg_pages_get (journey->pages, page), fold, cases[c].height * MM, &n);
          g_test_message ("%s, page %u: %.2f mm", cases[c].value, page, nearest / MM);
          g_assert_cmpfloat (nearest, >=, 8 * MM - EPSILON);
          g_assert_cmpuint (n, >=, 2);
        }
      assert_faces (journey, 0, "plate-name", "Hana Lee");
    }
}

/* On labels the fold is in the middle of each. */
static void
test_stocks (void)
{
  const struct
  {
    const char *stock;
    double left, top, width, height;
    guint pages;
  } cases[] = { { "avery-5305", 0, 12.7, 215.9, 127, 2 }, { "avery-5309", 0, 19.05, 279.4, 177.8, 3 } };
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (Journey) journey = plates_with (NULL, (const char *const[]){ "stock", cases[c].stock, NULL });
      double fold = (cases[c].top + cases[c].height / 2) * MM;
      guint n_upper = 0;
      g_assert_cmpuint (journey->pages->pages->len, ==, cases[c].pages);
      const PgPage *page = pg_pages_get (journey->pages, 0);
      for (guint i = 0; i < page->items->len; i++)
        {
          const PgItem *item = &g_array_index (page->items, PgItem, i);
          if (item->kind != PG_ITEM_TEXT || item->turned == NULL || item->turned->y > 127 * MM)
            continue;
          g_assert_cmpfloat_with_epsilon (item->turned->y + item->turned->height, fold, EPSILON);
          g_assert_cmpfloat_with_epsilon (item->turned->width, cases[c].width * MM, EPSILON);
          n_upper++;
        }
      g_assert_cmpuint (n_upper, >=, 4);
    }
}

/* All faulty rows are told at once, each with its place. */
static void
test_faulty_rows (void)
{
  g_autoptr (ProgrammePeople) people = programme_people_new ();
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (GError) error = NULL, empty = NULL;
  g_assert_null (plates_of (people, report, &empty));
  g_assert_error (empty, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
  g_assert_nonnull (strstr (empty->message, "nobody in it"));
  add_row (people, 2, (const char *const[]){ "name", "Ann Bell", "person", "bell", NULL });
  add_row (people, 3, (const char *const[]){ "organisation", "ICHLA", NULL });
  g_assert_null (plates_of (people, report, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "guests.csv:2:1"));
  g_assert_cmpuint (programme_report_get_n_findings (report), ==, 2);
  programme_report_sort (report);
  const char *const codes[] = { "unknown-reference", "no-name" };
  for (guint i = 0; i < 2; i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      g_assert_cmpstr (programme_finding_get_code (finding), ==, codes[i]);
      g_assert_cmpuint (programme_finding_get_line (finding), ==, i + 2);
    }
}

static void
test_lack (void)
{
  g_autoptr (Journey) journey = journey_new (
      "<programme version='1' languages='en'><event><title>T</title></event><agenda><day date='2031-05-05'>"
      "<session start='09:00' end='10:30'><title>Ships</title></session></day></agenda></programme>",
      journey_theme ("institutional"));
  g_assert_nonnull (strstr (pg_plates_find_lack (journey->event, 1 << 16), "nobody has a part in it"));
  g_assert_nonnull (strstr (pg_plates_find_lack (journey->event, 1 << 19), "a list of people"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plates/names", test_names);
  g_test_add_func ("/plates/faces", test_faces);
  g_test_add_func ("/plates/two-languages", test_two_languages);
  g_test_add_func ("/plates/selection", test_selection);
  g_test_add_func ("/plates/delegations", test_delegations);
  g_test_add_func ("/plates/lectern", test_lectern);
  g_test_add_func ("/plates/inside", test_inside);
  g_test_add_func ("/plates/tables", test_tables);
  g_test_add_func ("/plates/fold-white", test_fold_white);
  g_test_add_func ("/plates/stocks", test_stocks);
  g_test_add_func ("/plates/errors", test_errors);
  g_test_add_func ("/plates/list", test_list);
  g_test_add_func ("/plates/faulty-rows", test_faulty_rows);
  g_test_add_func ("/plates/lack", test_lack);
  return g_test_run ();
}
