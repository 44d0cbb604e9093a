/* Enters: events and lists of people. Leaves: whether each has a badge with the name as large as it goes, nothing of it outside, a
   band that says the category, a code that says what it should, and on the back the parts that they have. */
#include "journey.h"
#include "printed.h"

#include "block/code.h"

#include <programme/programme.h>
#include <string.h>

#define MM (72 / 25.4)
#define EPSILON 0.02

#define HEAD                                                                                                            \
  "<programme version='1' languages='en ko'><event><title>Harbours of the Future</title><venue>Old Port</venue>"        \
  "</event><people><person id='lee' country='KR'><name>Hana <family>Lee</family></name><name xml:lang='ko'>"            \
  "<family>이</family>하나</name></person></people><rooms><room id='quay'><name>Quay Room</name></room></rooms>"     \
  "<categories><category id='press'><name>Press</name><name xml:lang='ko'>언론</name></category><category id='crew'>" \
  "<name>Crew</name></category></categories><agenda><day date='2031-05-05'><session id='ships' start='09:00' "          \
  "end='10:30' room='quay'><title>Ships</title><group role='speaker'><slot who='lee'/></group></session>"               \
  "<break kind='coffee' start='10:30' end='11:00'/><session id='winds' start='11:00' end='12:00' room='quay'>"          \
  "<title>Winds</title></session></day></agenda></programme>"

typedef struct
{
  ProgrammePeople *people;
  ProgrammeOptions *options;
  ProgrammeReport *report;
  ProgrammeDocument *document;
} Badges;

static Badges *
badges_new (void)
{
  Badges *badges = g_new0 (Badges, 1);
  badges->people = programme_people_new ();
  badges->options = programme_options_new ();
  badges->report = programme_report_new ();
  return badges;
}

static void
badges_free (Badges *badges)
{
  programme_people_unref (badges->people);
  programme_options_unref (badges->options);
  programme_report_unref (badges->report);
  g_clear_pointer (&badges->document, programme_document_unref);
  g_free (badges);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Badges, badges_free)

/* Fields and values by turns, NULL at the end; the first row is in line 2. */
static void
add (Badges *badges, const char *const *fields)
{
  guint line = programme_people_get_n (badges->people) + 2;
  g_autoptr (ProgrammePlace) place = programme_place_new ("guests.csv", line, 1, NULL);
  guint index = programme_people_add (badges->people, place);
  for (; *fields != NULL; fields += 2)
    g_assert_true (programme_people_set (badges->people, index, fields[0], fields[1]));
}

#define ADD(badges, ...) add ((badges), (const char *const[]){ __VA_ARGS__, NULL })

static void
set (Badges *badges, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;
  programme_options_set (badges->options, name, value, &error);
  g_assert_no_error (error);
}

static const PgPages *
try_make (Badges *badges, GError **error)
{
  g_autoptr (Journey) journey = journey_new (HEAD, journey_theme ("institutional"));
  programme_options_set_people (badges->options, badges->people);
  badges->document
      = programme_document_new (journey->event, "badges", journey->theme, badges->options, badges->report, NULL, error);
  return badges->document != NULL ? badges->document->pages : NULL;
}

static const PgPages *
make (Badges *badges)
{
  g_autoptr (GError) error = NULL;
  const PgPages *pages = try_make (badges, &error);
  g_assert_no_error (error);
  return pages;
}

#define assert_badge(pages, page, style, expected)                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_ = printed_in_style (pages, page, style, FALSE);                                            \
    g_assert_cmpstr (found_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

/* How often a finding of a code stands there, and where first. */
static guint
told (const Badges *badges, const char *code, guint *line)
{
  guint n = 0;
  programme_report_sort (badges->report);
  for (guint i = 0; i < programme_report_get_n_findings (badges->report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (badges->report, i);
      if (strcmp (programme_finding_get_code (finding), code) == 0 && n++ == 0 && line != NULL)
        *line = programme_finding_get_line (finding);
    }
  return n;
}

/* The given name large, the family name below it or, where the data says so, above; one name alone whole. */
static void
test_names (void)
{
  g_autoptr (Badges) badges = badges_new ();
  ADD (badges, "name", "Ann Bell", "given", "Ann", "family", "Bell", "honorific", "Dr.", "pronouns", "she/her",
       "languages", "en ko", "table", "7");
  ADD (badges, "name", "Nguyễn Minh Khai", "given", "Minh Khai", "family", "Nguyễn");
  ADD (badges, "name", "Sukarno");
  ADD (badges, "name", "박성주", "given", "성주", "family", "박");
  ADD (badges, "person", "lee", "country", "JP");
  programme_options_set_languages (badges->options, "en", "ko");
  const PgPages *pages = make (badges);
  g_assert_cmpuint (pages->pages->len, ==, 5);
  g_assert_cmpfloat_with_epsilon (pg_pages_get (pages, 0)->width, 105 * MM, EPSILON);
  assert_badge (pages, 0, "badge-given", "Ann");
  assert_badge (pages, 0, "badge-family", "Bell");
  assert_badge (pages, 0, "badge-honorific", "Dr.");
  assert_badge (pages, 0, "badge-detail", "she/her\u00a0· English, Korean\u00a0· Table 7");
  g_assert_cmpfloat (printed_size (pages, 0, "badge-given"), ==, 60);
  g_assert_cmpfloat (printed_size (pages, 0, "badge-family"), ==, 37.25);
  assert_badge (pages, 2, "badge-given", "Sukarno");
  assert_badge (pages, 2, "badge-family", "");
  assert_badge (pages, 3, "badge-given", "박성주");
  assert_badge (pages, 4, "badge-second", "이하나");
  assert_badge (pages, 4, "badge-party", "Japan");
  g_autoptr (GArray) lines = printed_lines (pages);
  double family = 0, given = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (line->page == 1 && g_str_has_prefix (line->style, "badge-family"))
        family = line->bottom;
      if (line->page == 1 && given == 0 && g_str_has_prefix (line->style, "badge-given"))
        given = line->top;
    }
  g_assert_cmpfloat (family, >, 0);
  g_assert_cmpfloat (family, <, given + 10); /* the letters' own heights touch */
}

/* A name is not parted by hyphens as long as a smaller size holds it whole; what no size holds is broken, and told. */
static void
test_long_names (void)
{
  g_autoptr (Badges) badges = badges_new ();
  guint line = 0;
  ADD (badges, "name", "Vannapha Phommathansy", "given", "Vannapha", "family", "Phommathansy");
  ADD (badges, "name", "Barbara-Chiara Ubaldi", "given", "Barbara-Chiara", "family", "Ubaldi");
  ADD (badges, "name", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch");
  const PgPages *pages = make (badges);
  assert_badge (pages, 0, "badge-given", "Vannapha");
  assert_badge (pages, 0, "badge-family", "Phommathansy");
  assert_badge (pages, 1, "badge-given-part", "Barbara- / Chiara");
  g_assert_cmpfloat (printed_size (pages, 1, "badge-given-part"), >=, 44);
  g_assert_cmpuint (told (badges, "overfull-line", &line), ==, 1);
  g_assert_cmpuint (line, ==, 4);
}

/* Names of one to nine words in many scripts: every line of letters lies on its badge, whatever its size. */
static void
test_scripts (void)
{
  static const char *const words[][3] = {
    { "Maximilian", "Zu", "Hohenlohe-Waldenburg" },
    { "Наталья", "Щ", "Брандербургская" },
    { "Ελευθερία", "Ο", "Παπακωνσταντίνου" },
    { "محمد", "عبد", "المستنصر" },
    { "אברהם", "בן", "ירושלמי" },
    { "ณัฐวุฒิ", "ปิ๋ว", "ศรีสุวรรณพงษ์" },
    { "ວັນນະພາ", "ນ້ຳ", "ພົມມະທັນສີ" },
    { "សុភាព", "ស្រ៊ី", "ស្រីនាងសុវណ្ណ" },
    { "အောင်", "မြင့်", "ထွန်းကျော်" },
    { "अनुराधा", "श्री", "चट्टोपाध्याय" },
    { "박성주", "이", "남궁민서" },
    { "田中", "文", "花子桃子" },
    { "さくら", "み", "みどりこ" },
  };
  static const char *const stocks[] = { "a7-on-a4", "avery-l7418", NULL };
  for (guint s = 0; s < G_N_ELEMENTS (stocks); s++)
    {
      g_autoptr (Badges) badges = badges_new ();
      for (guint script = 0; script < G_N_ELEMENTS (words); script++)
        for (guint n = 1; n <= 9; n++)
          {
            g_autoptr (GString) name = g_string_new (NULL);
            for (guint i = 0; i < n; i++)
              g_string_append_printf (name, "%s%s", i > 0 ? " " : "", words[script][(i + n) % 3]);
            ADD (badges, "name", name->str, "organisation", "Port", "country", "DE", "category", "press");
          }
      if (stocks[s] != NULL)
        set (badges, "stock", stocks[s]);
      const PgPages *pages = make (badges);
      g_autofree char *fault = check_places (pages, badges->report);
      g_assert_cmpstr (fault, ==, NULL);
      g_assert_cmpuint (told (badges, "overflow", NULL), ==, 0);
    }
}

static const PgItem *
fill_at (const PgPages *pages, guint page, double y)
{
  const GArray *items = pg_pages_get (pages, page)->items;
  const PgItem *found = NULL;
  for (guint i = 0; i < items->len; i++)
    {
      const PgItem *item = &g_array_index (items, PgItem, i);
      if (item->kind == PG_ITEM_FILL && item->width > 100 * MM && y > item->y && y < item->y + item->height)
        found = item;
    }
  return found;
}

/* By the theme's key for the id, or else by the place among the event's; by the list's name in any language. */
static void
test_categories (void)
{
  g_autoptr (Badges) badges = badges_new ();
  ADD (badges, "name", "Ann", "category", "press");
  ADD (badges, "name", "Bo", "category", "언론");
  ADD (badges, "name", "Cy", "category", "CREW");
  ADD (badges, "name", "Di");
  programme_options_set_languages (badges->options, "en", "ko");
  const PgPages *pages = make (badges);
  const ProgrammeTheme *theme = journey_theme ("institutional");
  const PgColour *expected[] = { pg_theme_colour (theme, "second"), pg_theme_colour (theme, "second"),
                                 pg_theme_colour (theme, "sign-second") };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const PgItem *band = fill_at (pages, i, 130 * MM);
      g_assert_nonnull (band);
      g_assert_cmpfloat_with_epsilon (band->y + band->height, 148 * MM, EPSILON);
      g_assert_cmpfloat_with_epsilon (band->height, 21 * MM, EPSILON);
      g_assert_true (memcmp (&band->fill, expected[i], sizeof (PgColour)) == 0);
    }
  assert_badge (pages, 0, "badge-category", "Press\u2002\u2005언론");
  assert_badge (pages, 2, "badge-category", "Crew");
  g_assert_null (fill_at (pages, 3, 130 * MM));
}

static const PgItem *
code_on (const PgPages *pages, guint page)
{
  const GArray *items = pg_pages_get (pages, page)->items;
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, PgItem, i).kind == PG_ITEM_CODE)
      return &g_array_index (items, PgItem, i);
  return NULL;
}

#define assert_code(pages, page, expected) g_assert_cmpstr (code_on (pages, page)->code.code->payload, ==, expected)

/* As many fields as fit in modules of 0.4 mm: of a vCard, or else of a MECARD; then a finding. */
static void
test_codes (void)
{
  g_autoptr (Badges) badges = badges_new ();
  g_autofree char *long_word = g_strnfill (150, 'o'), *longer = g_strnfill (900, 'x');
  g_autofree char *post = g_strconcat ("Head of ", long_word, NULL);
  guint line = 0;
  ADD (badges, "name", "Ann; Bell", "given", "Ann;", "family", "Bell", "email", "a@example.org", "phone", "+1",
       "position", "Cook, Chef", "organisation", "Inn\\Bar");
  ADD (badges, "name", "Ann Bell", "given", "Ann", "family", "Bell", "email", "a@example.org", "position", post);
  ADD (badges, "name", longer);
  ADD (badges, "name", "Cy", "qr", "ticket-7");
  set (badges, "qr", "vcard");
  const PgPages *pages = make (badges);
  assert_code (
      pages, 0,
      "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Bell;Ann\\;;;;\r\nFN:Ann\\; Bell\r\nTITLE:Cook\\, Chef\r\nORG:Inn\\\\Bar\r\n"
      "EMAIL:a@example.org\r\nTEL:+1\r\nEND:VCARD\r\n");
  assert_code (pages, 1,
               "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Bell;Ann;;;\r\nFN:Ann Bell\r\nEMAIL:a@example.org\r\nEND:VCARD\r\n");
  g_assert_null (code_on (pages, 2));
  assert_code (pages, 3, "ticket-7");
  g_assert_cmpuint (told (badges, "dense-code", &line), ==, 1);
  g_assert_cmpuint (line, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const PgItem *code = code_on (pages, i);
      if (code == NULL)
        continue;
      double module = code->width / code->code.code->n;
      g_assert_cmpfloat (module, >=, 0.4 * MM - EPSILON);
      g_assert_cmpfloat (PG_CODE_QUIET * module, <=, 3.4 * MM + EPSILON);
      g_assert_cmpfloat (code->x + code->width, <=, 97 * MM + EPSILON);
    }
}

static void
test_other_codes (void)
{
  g_autoptr (Badges) card = badges_new (), address = badges_new ();
  ADD (card, "name", "Ann Bell", "given", "Ann", "family", "Bell", "email", "a:b@example.org");
  ADD (address, "name", "박성주", "id", "7 a");
  set (card, "qr", "mecard");
  set (address, "qr", "https://example.org/?p={id}&n={name}");
  assert_code (make (card), 0, "MECARD:N:Bell,Ann;EMAIL:a\\:b@example.org;;");
  const PgPages *pages = make (address);
  assert_code (pages, 0, "https://example.org/?p=7%20a&n=%EB%B0%95%EC%84%B1%EC%A3%BC");
  assert_badge (pages, 0, "badge-code", "https://example.org/?p=7%20a&n=%EB%B0%95%EC%84%B1%EC%A3%BC");
}

/* The list on the back that is a run of pages. */
static const PgBlock *
list_of (const GPtrArray *runs, guint index)
{
  const PgPageRun *run = g_ptr_array_index (runs, index);
  const PgBlock *panel = g_ptr_array_index (run->flow->children, 0);
  return g_array_index (panel->placements, PgPlacement, 1).block;
}

/* The parts that somebody has stand out by weight, field and role; others have the same list without them, one for all. */
static void
test_backs (void)
{
  g_autoptr (Badges) badges = badges_new ();
  ADD (badges, "name", "Hana Lee");
  ADD (badges, "name", "Ann Bell");
  ADD (badges, "name", "Cy", "sessions", "winds");
  ADD (badges, "name", "Di");
  set (badges, "sides", "2");
  const PgPages *pages = make (badges);
  g_assert_cmpuint (pages->pages->len, ==, 8);
  assert_badge (pages, 1, "badge-back-name", "Hana Lee");
  assert_badge (pages, 1, "badge-day", "Monday 5 May");
  assert_badge (pages, 1, "badge-duty", "Ships");
  assert_badge (pages, 1, "badge-duty-where", "Quay Room\u00a0· Speaker");
  assert_badge (pages, 1, "badge-session", "Winds");
  assert_badge (pages, 1, "badge-break", "Coffee break");
  assert_badge (pages, 1, "badge-foot", "Old Port");
  assert_badge (pages, 3, "badge-duty", "");
  assert_badge (pages, 3, "badge-session", "Ships / Winds");
  assert_badge (pages, 5, "badge-session", "Winds");
  assert_badge (pages, 7, "badge-session", "Ships / Winds");
  /* Composed once more: blocks go when the pages are laid out. */
  const GPtrArray *runs = pg_piece_lookup ("badges")->compose (&badges->document->request, NULL)->page_runs;
  const PgBlock *lists[] = { list_of (runs, 1), list_of (runs, 3), list_of (runs, 5), list_of (runs, 7) };
  g_assert_true (lists[1] == lists[3] && lists[0] != lists[1] && lists[2] != lists[1]);
  g_assert_cmpstr (badges->document->manuscript->duplex, ==, "DuplexFlipLongEdge");
}

/* Both faces on a page twice as wide, the front at the right; on one that lies below, upside down. */
static void
test_fold (void)
{
  g_autoptr (Badges) standing = badges_new (), lying = badges_new ();
  ADD (standing, "name", "Ann");
  ADD (lying, "name", "Ann");
  set (standing, "sides", "fold");
  set (lying, "sides", "fold");
  set (lying, "paper", "90x55mm");
  const PgPages *pages = make (standing), *others = make (lying);
  g_assert_cmpuint (pages->pages->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (pg_pages_get (pages, 0)->width, 210 * MM, EPSILON);
  g_assert_cmpfloat_with_epsilon (pg_pages_get (others, 0)->height, 110 * MM, EPSILON);
  assert_badge (pages, 0, "badge-given", "Ann");
  assert_badge (pages, 0, "badge-back-name", "Ann");
  g_autofree char *turned = printed_in_style (others, 0, "badge-back-name", TRUE);
  g_assert_cmpstr (turned, ==, "Ann");
  assert_badge (others, 0, "badge-wide-given", "Ann");
}

static void
test_spares_and_outlines (void)
{
  g_autoptr (Badges) spares = badges_new (), outlines = badges_new ();
  ADD (spares, "name", "Ann");
  ADD (outlines, "name", "Ann");
  set (spares, "spares", "2");
  set (outlines, "stock", "avery-5392");
  set (outlines, "outlines", "yes");
  const PgPages *pages = make (spares), *sheet = make (outlines);
  g_assert_cmpuint (pages->pages->len, ==, 3);
  assert_badge (pages, 2, "badge-event", "Harbours of the Future");
  assert_badge (pages, 2, "badge-given", "");
  g_assert_cmpuint (sheet->pages->len, ==, 1);
  g_autofree char *said = printed_in_style (sheet, 0, "badge-wide-unit", FALSE);
  g_assert_nonnull (strstr (said, "6 · 101.6 × 76.2 mm · Avery 5392"));
  g_assert_null (strstr (said, "Ann"));
}

/* Those alone who have something in a column. */
static void
test_select (void)
{
  g_autoptr (Badges) badges = badges_new (), nobody = badges_new (), unknown = badges_new ();
  g_autoptr (GError) error = NULL, other = NULL;
  Badges *const all[] = { badges, nobody, unknown };
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      ADD (all[i], "name", "Ann", "category", "press");
      ADD (all[i], "name", "Bo", "category", "crew");
    }
  set (badges, "select", "category=Crew");
  set (nobody, "select", "category=cook");
  set (unknown, "select", "categroy=crew");
  const PgPages *pages = make (badges);
  g_assert_cmpuint (pages->pages->len, ==, 1);
  assert_badge (pages, 0, "badge-given", "Bo");
  g_assert_null (try_make (nobody, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_null (try_make (unknown, &other));
  g_assert_nonnull (strstr (other->message, "did you mean “category”?"));
}

/* What is wrong with rows is told of all of them in one run. */
static void
test_faulty_rows (void)
{
  g_autoptr (Badges) badges = badges_new (), missing = badges_new ();
  g_autoptr (GError) error = NULL, other = NULL;
  guint line = 0;
  ADD (badges, "name", "Ann", "category", "cook");
  ADD (badges, "organisation", "Port");
  ADD (badges, "name", "Bo", "category", "baker");
  ADD (badges, "name", "Cy", "person", "cy");
  g_assert_null (try_make (badges, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
  g_assert_cmpuint (told (badges, "unknown-category", &line), ==, 2);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (told (badges, "no-name", &line), ==, 1);
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (told (badges, "unknown-reference", &line), ==, 1);
  ADD (missing, "name", "Ann", "photograph", "nobody.jpg");
  ADD (missing, "name", "Bo", "photograph", "nothing.png");
  g_assert_null (try_make (missing, &other));
  g_assert_nonnull (strstr (other->message, "nobody.jpg"));
}

static void
test_bad_options (void)
{
  static const struct
  {
    const char *name, *value, *expected;
  } cases[] = { { "stock", "avery-l7148", "did you mean “avery-l7418”?" },
                { "qr", "vcrad", "qr takes vcard, mecard, none or an address" },
                { "paper", "20x30mm", "too small" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Badges) badges = badges_new ();
      g_autoptr (GError) error = NULL;
      ADD (badges, "name", "Ann");
      set (badges, cases[i].name, cases[i].value);
      g_assert_null (try_make (badges, &error));
      g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
      g_assert_nonnull (strstr (error->message, cases[i].expected));
    }
  g_autoptr (Badges) badges = badges_new ();

  g_autofree char *tail = g_strnfill (3000, 'a'), *all = g_strconcat ("https://example.org/", tail, NULL);
  g_autoptr (GError) error = NULL, start = NULL;
  ADD (badges, "name", "Ann");
  set (badges, "qr", all);
  g_assert_null (try_make (badges, &error));
  g_assert_nonnull (strstr (error->message, "3020 characters"));
  set (badges, "qr", "none");
  set (badges, "stock", "avery-l7418");
  set (badges, "start", "9");
  g_assert_null (try_make (badges, &start));
  g_assert_nonnull (strstr (start->message, "has 8 labels"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/badges/names", test_names);
  g_test_add_func ("/badges/long-names", test_long_names);
  g_test_add_func ("/badges/scripts", test_scripts);
  g_test_add_func ("/badges/categories", test_categories);
  g_test_add_func ("/badges/codes", test_codes);
  g_test_add_func ("/badges/other-codes", test_other_codes);
  g_test_add_func ("/badges/backs", test_backs);
  g_test_add_func ("/badges/fold", test_fold);
  g_test_add_func ("/badges/spares-and-outlines", test_spares_and_outlines);
  g_test_add_func ("/badges/select", test_select);
  g_test_add_func ("/badges/faulty-rows", test_faulty_rows);
  g_test_add_func ("/badges/bad-options", test_bad_options);
  return g_test_run ();
}
