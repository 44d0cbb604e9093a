/* Enters: an event, lists of people. Leaves: whether the booklet of each has their own sessions marked, with right folios, and their
   name; what is found in rows; how their files are called. Lengths in points: 1 mm is 72 / 25.4. */
#include "event/own.h"
#include "journey.h"
#include "printed.h"
#include "record-names.h"
#include "records.h"

#include <glib/gstdio.h>
#include <programme/kit.h>
#include <string.h>

#define MM (72 / 25.4)

#define SESSION(id, number, start, end, title, who)                                                                    \
  "<session id='" id "' number='" number "' start='" start "' end='" end "'><title>" title "</title><title "           \
  "xml:lang='pt'>" title " (pt)</title><abstract><p>Of it.</p></abstract>" who "</session>"
#define SPEAKS(who) "<group role='speaker'><slot who='" who "'/></group>"
#define EVENT                                                                                                          \
  "<programme version='1' languages='en pt'><event><title>Harbours</title></event><people>"                            \
  "<person id='aalto'><name>Aino <family>Aalto</family></name></person>"                                               \
  "<person id='lee'><name><family>Lee</family> Hana</name></person></people><agenda><day date='2031-05-05'>" SESSION ( \
      "tides", "1", "09:00", "10:00", "Tides", SPEAKS ("aalto"))                                                       \
      SESSION ("winds", "2", "09:30", "11:00", "Winds",                                                                \
               SPEAKS ("lee")) "<break kind='lunch' start='12:00' end='13:00'/></day><day "                            \
                               "date='2031-05-06'>" SESSION ("quays", "3", "09:00", "10:00", "Quays",                  \
                                                             "") "</day></agenda></programme>"

/* fields: names and values by turns, in columns 10, 20 and so on; NULL after each row and at the end. */
static ProgrammePeople *
people_of (const char *const *fields)
{
  ProgrammePeople *people = programme_people_new ();
  while (*fields != NULL)
    {
      g_autoptr (ProgrammePlace) place = programme_place_new ("list.csv", programme_people_get_n (people) + 2, 1, NULL);
      guint row = programme_people_add (people, place);
      for (guint column = 10; *fields != NULL; fields += 2, column += 10)
        {
          g_assert_true (programme_people_set (people, row, fields[0], fields[1]));
          g_assert_true (programme_people_set_column (people, row, fields[0], column));
        }
      fields++;
    }
  return people;
}

#define ROW(...) __VA_ARGS__, NULL
#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
make (Journey *journey, const char *const *rows, ProgrammeOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammePeople) people = people_of (rows);
  programme_options_set_people (options, people);
  journey->document
      = programme_document_new (journey->event, "booklet", journey->theme, options, journey->report, NULL, &error);
  g_assert_no_error (error);
  journey->pages = journey->document->pages;
}

/* The first page from one on that says something in a style; asserted. */
static guint
page_with (const Journey *journey, guint from, const char *style, const char *said)
{
  for (guint i = from; i < journey->pages->pages->len; i++)
    {
      g_autofree char *found = printed_in_style (journey->pages, i, style, FALSE);
      if (strcmp (found, said) == 0)
        return i;
    }
  g_error ("no page says %s in %s", said, style);
}

/* How many rectangles have an edge so wide that begins so far outside the text of their page. */
static guint
count_edges (const Journey *journey, guint page)
{
  const GArray *items = pg_pages_get (journey->pages, page)->items;
  guint n = 0;
  for (guint i = 0; i < items->len; i++)
    {
      const PgItem *item = &g_array_index (items, PgItem, i);
      double left = page % 2 == 0 ? 18 * MM : 13 * MM;
      if (item->kind == PG_ITEM_FILL && ABS (item->width - 1.5 * MM) < 0.01 && ABS (item->x - left + 3 * MM) < 0.01)
        n++;
    }
  return n;
}

static void
test_personal (void)
{
  g_autoptr (Journey) journey = journey_new (EVENT, journey_theme ("institutional"));
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  make (journey,
        LIST (ROW ("id", "17", "name", "Aino Aalto", "sessions", "3; Winds", "table", "7", "hotel", "Farol", "note",
                   "Bring boots", "organisation", "House of Tides")),
        options);
  assert_said (journey, 0, "panel-name", "Aino Aalto");
  assert_said (journey, 0, "panel-line", "House of Tides / Table 7\u00a0· Farol");
  guint own = page_with (journey, 0, "running-day", "Your programme");
  assert_said (journey, own, "booklet-title", "Aino Aalto");
  assert_said (journey, own, "personal-value", "7 / Farol / Bring boots");
  assert_said (journey, own, "personal-key", "17");
  assert_said (journey, own, "personal-title", "House of Tides / Winds / Quays");
  assert_said (journey, own, "personal-duty", "09:00 / Tides / 09:30 / 09:00");
  assert_said (journey, own, "personal-role", "Speaker");
  g_assert_cmpuint (count_edges (journey, own), ==, 1);
  guint glance = page_with (journey, 0, "running-day", "Programme at a glance");
  g_assert_cmpuint (count_edges (journey, glance), ==, 2);
  guint tides = page_with (journey, 0, "booklet-session", "Tides / Winds");
  g_autofree char *folio
      = g_strdup_printf ("%u / %u / %u", tides + 1, tides + 1, page_with (journey, 0, "booklet-session", "Quays") + 1);
  assert_said (journey, own, "glance-folio", folio);
  g_assert_cmpuint (count_edges (journey, tides), ==, 2);
  g_assert_true (g_str_has_suffix (journey->document->manuscript->title, "Programme booklet – Aino Aalto"));
}

/* Each in their language, with page numbers that begin again; names of places are told apart. */
static void
test_several (void)
{
  g_autoptr (Journey) journey = journey_new (EVENT, journey_theme ("institutional"));
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  make (journey,
        LIST (ROW ("name", "Rosa Lume", "sessions", "quays", "id", "a"),
              ROW ("name", "Zita Mar", "language", "pt", "family", "Mar", "given", "Zita"), ROW ("name", "Third One")),
        options);
  const GArray *records = journey->pages->records;
  g_assert_cmpuint (records->len, ==, 3);
  guint second = g_array_index (records, PgRecord, 1).page, third = g_array_index (records, PgRecord, 2).page;
  assert_said (journey, second, "panel-name", "Zita Mar");
  assert_said (journey, third, "panel-name", "Third One");
  assert_said (journey, second + 1, "booklet-title", "Índice");
  assert_said (journey, second + 1, "folio", "2");
  assert_said (journey, third + 1, "folio", "2");
  g_assert_cmpstr (g_array_index (records, PgRecord, 0).key, ==, "a");
  g_assert_cmpstr (g_array_index (records, PgRecord, 1).given, ==, "Zita");
  g_assert_cmpstr (g_array_index (records, PgRecord, 0).family, ==, "Rosa Lume");
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (journey->pages->anchors, "1-day-1")), <, second + 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (journey->pages->anchors, "2-day-1")), >, second + 1);
  const PgBookmark *name = &g_array_index (journey->pages->bookmarks, PgBookmark, 0);
  g_assert_cmpstr (name->title, ==, "Rosa Lume");
  g_assert_cmpuint (name->level, ==, 1);
}

/* As if there were nobody else. */
static char *
dump_alone (const Journey *journey, PgRequest request)
{
  g_autoptr (PgArena) arena = pg_arena_new ();
  request.arena = arena;
  PgManuscript *manuscript = pg_booklet_compose (&request, NULL);
  manuscript->max_pages = G_MAXUINT;
  g_autoptr (PgPages) pages = pg_layout (manuscript, journey->document->fonts, NULL, NULL, NULL, NULL);
  return pg_pages_dump (pages);
}

static guint
count_common (const PgPages *pages)
{
  guint n = 0;
  for (guint i = 0; i < pages->pages->len; i++)
    n += pg_pages_get (pages, i)->others > 0;
  return n;
}

/* What is taken over from another one is what would have been laid out: cover and own page are one's own, and days with marks. The
   last one's note takes several pages. */
static void
test_common (void)
{
  static const struct
  {
    guint own;
    gboolean is_like_first; /* has as many pages */
  } wanted[] = { { 2, TRUE }, { 6, TRUE }, { 4, TRUE }, { 2, TRUE }, { 6, FALSE } };
  g_autofree char *note = g_strnfill (6000, 'n');
  for (guint i = 5; i < 6000; i += 6)
    note[i] = ' ';
  g_autoptr (Journey) journey = journey_new (EVENT, journey_theme ("institutional"));
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_assert_true (programme_options_set (options, "records", "1", NULL));
  make (journey,
        LIST (ROW ("name", "Rosa Lume"), ROW ("name", "Zita Mar", "sessions", "tides;quays"), ROW ("name", "Lee Hana"),
              ROW ("name", "Third One", "language", "pt"), ROW ("name", "Ana", "note", note)),
        options);
  PgWatch watch = pg_watch_new (NULL, NULL, "");
  g_auto (PgWorkshop) workshop = pg_workshop_new (&watch, NULL);
  for (guint row = 0; row < G_N_ELEMENTS (wanted); row++)
    {
      g_autoptr (ProgrammeDocument) document
          = pg_records_new (journey->document, pg_piece_lookup ("booklet"), &row, 1, options, &workshop, NULL);
      PgRequest request = document->request;
      request.record = row + 1;
      request.language = row == 3 ? "pt" : request.language;
      g_autofree char *dump = pg_pages_dump (document->pages), *alone = dump_alone (journey, request);
      guint n = document->pages->pages->len;
      g_assert_cmpstr (dump, ==, alone);
      g_assert_cmpuint (n - count_common (document->pages), ==, wanted[row].own);
      g_assert_true ((n == journey->pages->pages->len) == wanted[row].is_like_first);
    }
  g_assert_cmpuint (workshop.patterns->len, ==, 3);
}

static void
hear (double fraction, const char *stage, gpointer told)
{
  g_assert_cmpstr (stage, ==, "write");
  g_array_append_val ((GArray *) told, fraction);
}

/* Looking through the rows is no part of it: what is told is how many of the files are there. */
/* Of the items from one on to before another one, how many are lines of a text. */
static guint
count_lines (const PgPage *page, guint from, guint end, const char *text)
{
  guint n = 0;
  for (guint i = from; i < end; i++)
    {
      const PgItem *item = &g_array_index (page->items, PgItem, i);
      n += item->kind == PG_ITEM_TEXT && strcmp (item->text.lines->text, text) == 0;
    }
  return n;
}

/* A cover begins and ends as others' do; between is what is said of the person alone. Who is called the same has all the same. */
static void
test_like (void)
{
  g_autoptr (Journey) journey = journey_new (EVENT, journey_theme ("institutional"));
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_assert_true (programme_options_set (options, "records", "1", NULL));
  make (journey, LIST (ROW ("name", "Rosa Lume"), ROW ("name", "Lee Hana"), ROW ("name", "Rosa Lume")), options);
  PgWatch watch = pg_watch_new (NULL, NULL, "");
  g_auto (PgWorkshop) workshop = pg_workshop_new (&watch, NULL);
  for (guint row = 0; row < 3; row++)
    {
      g_autoptr (ProgrammeDocument) document
          = pg_records_new (journey->document, pg_piece_lookup ("booklet"), &row, 1, options, &workshop, NULL);
      const PgPage *cover = pg_pages_get (document->pages, 0);
      guint start, end, n = cover->items->len;
      g_assert_nonnull (cover->like);
      pg_page_compare (cover, &start, &end);
      if (row != 1)
        g_assert_cmpuint (start, ==, n);
      else
        {
          g_assert_cmpuint (count_lines (cover, 0, start, "Harbours"), ==, 1);
          g_assert_cmpuint (count_lines (cover, start, n - end, "Lee Hana"), ==, 1);
          g_assert_cmpuint (count_lines (cover, 0, n, "Lee Hana"), ==, 1);
          g_assert_cmpuint (start + end, >=, n - 2);
          g_assert_cmpuint (end, >, 0);
        }
      for (guint i = 0; i < document->pages->pages->len; i++)
        g_assert_true (pg_pages_get (document->pages, i)->others == 0
                       || pg_pages_get (document->pages, i)->like == NULL);
    }
}

static void
test_progress (void)
{
  g_autoptr (Journey) journey = journey_new (EVENT, journey_theme ("institutional"));
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (ProgrammePeople) people
      = people_of (LIST (ROW ("name", "A"), ROW ("name", "B"), ROW ("name", "C"), ROW ("name", "D")));
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *folder = g_dir_make_tmp ("records-XXXXXX", NULL);
  programme_options_set_people (options, people);
  programme_options_set_progress (options, hear, told, NULL);
  g_autoptr (ProgrammeRun) run = programme_run_new (journey->event, "booklet", journey->theme, options);
  g_assert_cmpuint (programme_run_get_n_records (run), ==, 0);
  g_auto (GStrv) files = programme_run_write_folder (run, folder, NULL, NULL, NULL);
  g_assert_cmpuint (g_strv_length (files), ==, 4);
  g_assert_cmpuint (programme_run_get_n_records (run), ==, 4);
  guint quarters[5] = { 0 };
  for (guint i = 0; i < told->len; i++)
    quarters[(guint) (g_array_index (told, double, i) * 4)]++;
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (quarters[i], >, 0);
      g_unlink (files[i]);
    }
  g_assert_cmpuint (quarters[4], ==, 1);
  g_autofree char *table = g_build_filename (folder, "records.csv", NULL);
  g_unlink (table);
  g_rmdir (folder);
}

/* The rows that are wanted, and of the event what is theirs. */
static void
test_only_own (void)
{
  g_autoptr (Journey) journey = journey_new (EVENT, journey_theme ("institutional"));
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_assert_true (programme_options_set (options, "only-own", "yes", NULL));
  g_assert_true (programme_options_set (options, "records", "2", NULL));
  make (journey, LIST (ROW ("name", "Rosa Lume"), ROW ("name", "Zita Mar", "sessions", "winds")), options);
  assert_said (journey, 0, "panel-name", "Zita Mar");
  g_autoptr (GString) sessions = g_string_new (NULL);
  for (guint i = 0; i < journey->pages->pages->len; i++)
    {
      g_autofree char *said = printed_in_style (journey->pages, i, "booklet-session", FALSE);
      g_string_append (sessions, said);
    }
  g_assert_cmpstr (sessions->str, ==, "Winds");
}

static char *
found_in (const char *const *rows)
{
  g_autoptr (Journey) journey = journey_new (EVENT, journey_theme ("institutional"));
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammePeople) people = people_of (rows);
  g_autoptr (GError) error = NULL;
  programme_options_set_people (options, people);
  g_autoptr (ProgrammeDocument) document
      = programme_document_new (journey->event, "booklet", journey->theme, options, report, NULL, &error);
  GString *found = g_string_new (NULL);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      g_autofree char *line = programme_finding_to_string (programme_report_get_finding (report, i));
      if (g_str_has_prefix (line, "list.csv"))
        g_string_append_printf (found, "%s\n", line);
    }
  gboolean is_laid_out = strstr (found->str, ": error: ") == NULL || strstr (found->str, "[missing-glyph]") != NULL;
  g_assert_true ((document != NULL) == is_laid_out);
  return g_string_free (found, FALSE);
}

/* What is wrong with rows is said of all of them, with their lines. */
static void
test_faults (void)
{
  const struct
  {
    const char *const *rows;
    const char *found;
  } cases[] = {
    { LIST (ROW ("name", "A", "sessions", "tidez")),
      "list.csv:2:20: error: no session has the id, the number or the title “tidez”: " },
    { LIST (ROW ("name", "A"), ROW ("name", "B", "sessions", "1; 2; 9")),
      "list.csv:3:20: error: no session has the id, the number or the title “9”: " },
    { LIST (ROW ("name", "A", "sessions", "1 2")),
      "list.csv:2:20: warning: two sessions of this person's run at the same time, \"1\" and \"2\": " },
    { LIST (ROW ("name", "Lee Hana", "sessions", "Tides")),
      "list.csv:2:20: warning: two sessions of this person's run at the same time" },
    { LIST (ROW ("person", "lee", "sessions", "1")),
      "list.csv:2:20: warning: two sessions of this person's run at the same time" },
    { LIST (ROW ("name", "A", "language", "fr")),
      "list.csv:2:20: error: the event is not in the language “fr”: write one of its own, en, pt, or none " },
    { LIST (ROW ("name", "A", "id", "7"), ROW ("name", "B", "id", "8"), ROW ("name", "C", "id", "7")),
      "list.csv:4:20: error: the id “7” is that of line 2 already: " },
    { LIST (ROW ("id", "1")), "list.csv:2:1: error: this person has no name: " },
    { LIST (ROW ("person", "nobody", "name", "A")), "list.csv:2:10: error: nobody in the event has the id “nobody”: " },
    { LIST (ROW ("name", "A \U00010600")), "list.csv:2:10: error: no font of the set has " },
    { LIST (ROW ("name", "A", "note", "\U00010600")), "list.csv:2:20: error: no font of the set has " },
    { LIST (ROW ("name", "A", "language", "PT", "sessions", " tides ,quays\n")), "" },
    { LIST (ROW ("name", "A", "sessions", "Winds (pt)")), "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = found_in (cases[i].rows);
      if (cases[i].found[0] == '\0' ? found[0] != '\0' : !g_str_has_prefix (found, cases[i].found))
        g_error ("case %u: “%s”, wanted “%s”", i, found, cases[i].found);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *pattern, *name;
  } cases[] = {
    { "{number}-{family}.pdf", "01-Mar e Sol.pdf" },
    { "{id}.pdf", "..-..-etc-passwd.pdf" },
    { "{given}{note}.PDF", "_.PDF" },
    { "{name}.pdf", "Z\u00edta-Mar.pdf" },
    { "{hotel}.pdf", "_.hidden.pdf" },
  };
  g_autoptr (ProgrammePeople) people = people_of (
      LIST (ROW ("name", "Zi\u0301ta/Mar", "family", "Mar e Sol", "id", "../../etc/passwd", "hotel", ".hidden"),
            ROW ("name", "2"), ROW ("name", "3"), ROW ("name", "4"), ROW ("name", "5"), ROW ("name", "6"),
            ROW ("name", "7"), ROW ("name", "8"), ROW ("name", "9"), ROW ("name", "10")));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = pg_record_name (cases[i].pattern, people, 0);
      if (g_str_has_prefix (cases[i].name, "..")) /* a name that begins with a point is hidden, or no name at all */
        g_assert_cmpstr (name, ==, "_..-..-etc-passwd.pdf");
      else
        g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_patterns (void)
{
  static const char *const bad[]
      = { "", ".pdf", "a.txt", "../{id}.pdf", "a\\b.pdf", "{what}.pdf", "{id.pdf", "{}.pdf" };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (pg_record_names_check (bad[i], &error));
      g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
    }
  g_assert_true (pg_record_names_check ("{number} {organisation}.pdf", NULL));
}

/* Letters that differ in size alone are one file on some systems, and so are two ways to write one letter. */
static void
test_same_file (void)
{
  g_autoptr (ProgrammePeople) people
      = people_of (LIST (ROW ("name", "\u00c9mile"), ROW ("name", "e\u0301MILE"), ROW ("name", "Emile")));
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  g_autoptr (GArray) rows = pg_records_wanted (people, options, NULL);
  pg_record_names_compare ("{name}.pdf", people, rows, report);
  g_assert_cmpuint (programme_report_get_n_findings (report), ==, 1);
  g_autofree char *line = programme_finding_to_string (programme_report_get_finding (report, 0));
  g_assert_true (g_str_has_prefix (line, "list.csv:3:1: error: the file of this person, "));
}

static void
test_speakers (void)
{
  g_autoptr (Journey) journey = journey_new (EVENT, journey_theme ("institutional"));
  g_autoptr (ProgrammePeople) people = programme_people_new_speakers (journey->event);
  g_assert_cmpuint (programme_people_get_n (people), ==, 2);
  g_assert_cmpstr (programme_people_get (people, 1, "person"), ==, "lee");
  g_assert_cmpstr (programme_people_get (people, 1, "name"), ==, "Lee Hana");
  g_assert_cmpstr (programme_people_get (people, 1, "family"), ==, "Lee");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/personal", test_personal);
  g_test_add_func ("/records/several", test_several);
  g_test_add_func ("/records/common", test_common);
  g_test_add_func ("/records/like", test_like);
  g_test_add_func ("/records/progress", test_progress);
  g_test_add_func ("/records/only-own", test_only_own);
  g_test_add_func ("/records/faults", test_faults);
  g_test_add_func ("/records/names", test_names);
  g_test_add_func ("/records/patterns", test_patterns);
  g_test_add_func ("/records/same-file", test_same_file);
  g_test_add_func ("/records/speakers", test_speakers);
  return g_test_run ();
}
