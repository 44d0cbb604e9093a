/* Enters: events with errors, small ones. Leaves: whether they make no document, whether the caller hears why, and whether a
   document that is made all the same says so on its pages. */
#include "document.h"
#include "findings.h"
#include "printed.h"

#include <programme/programme.h>
#include <string.h>

#define EVENT(people, who, date)                                                                                       \
  "<programme version='1' languages='en ko'><event status='Draft'><title>Harbours</title></event>"                     \
  "<people>" people "</people><agenda><day date='" date "'><session start='09:00' end='10:30'><title>Ships</title>"    \
  "<group role='speaker'><slot who='" who "'/></group></session></day></agenda></programme>"
#define PERSON "<person id='a'><name>Aino <family>Aalto</family></name></person>"

static const char good[] = EVENT (PERSON, "a", "2031-05-05"), unknown_person[] = EVENT (PERSON, "b", "2031-05-05"),
                  bad_date[] = EVENT (PERSON, "a", "2031-15-05"),
                  no_agenda[] = "<programme version='1'><event><title>T</title></event></programme>",
                  no_days[] = "<programme version='1'><event><title>T</title></event><agenda></agenda></programme>",
                  no_title[] = "<programme version='1'><event/><agenda><day date='2031-05-05'><break start='09:00' "
                               "end='09:30'/></day></agenda></programme>",
                  no_image[] = "<programme version='1'><event><title>T</title><logo src='a.svg' alt='A'/></event>"
                               "<agenda><day date='2031-05-05'><break start='09:00' end='09:30'/></day></agenda>"
                               "</programme>";

static ProgrammeEvent *
read_event (const char *xml, ProgrammeReport *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (ProgrammeTableFiles) files = programme_files_new_for_table ();
  g_autoptr (GError) error = NULL;
  ProgrammeEvent *event = programme_event_read_bytes (bytes, "event.xml", PROGRAMME_FILES (files), report, &error);
  g_assert_no_error (error);
  return event;
}

static ProgrammeDocument *
make (ProgrammeEvent *event, const char *piece, const char *theme_name, const ProgrammeOptions *options,
      ProgrammeReport *report, GError **error)
{
  g_autoptr (ProgrammeTheme) theme = programme_theme_new_named (theme_name, NULL);
  return programme_document_new (event, piece, theme, options, report, NULL, error);
}

/* Whoever checks nothing hears of it, too; whoever has checked hears it once. */
static void
assert_refused (const char *xml, const char *code, guint n)
{
  g_autoptr (ProgrammeReport) report = programme_report_new (), checked = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = read_event (xml, checked);
  g_assert_true (programme_event_has_errors (event));
  programme_event_check (event, checked);
  g_assert_cmpuint (programme_report_count (checked, PROGRAMME_SEVERITY_ERROR), ==, n);
  for (const char *const *piece = programme_document_list_pieces (); *piece != NULL; piece++)
    {
      g_autoptr (GError) error = NULL, again = NULL;
      g_assert_null (make (event, *piece, "modern", NULL, report, &error));
      g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
      const ProgrammeFinding *first = programme_report_get_finding (report, 0);
      g_assert_cmpuint (programme_report_get_n_findings (report), ==, n);
      g_assert_cmpint (programme_finding_get_severity (first), ==, PROGRAMME_SEVERITY_ERROR);
      g_assert_nonnull (strstr (error->message, programme_finding_get_message (first)));
      g_assert_null (make (event, *piece, "modern", NULL, checked, &again));
      g_assert_cmpuint (programme_report_count (checked, PROGRAMME_SEVERITY_ERROR), ==, n);
      g_assert_null (make (event, *piece, "modern", NULL, NULL, NULL));
    }
  g_autofree char *lines = report_lines (report), *wanted = g_strdup_printf ("[%s]", code);
  g_assert_nonnull (strstr (lines, wanted));
}

static void
test_refused (void)
{
  assert_refused (unknown_person, "unknown-reference", 1);
  assert_refused (bad_date, "bad-value", 1);
  assert_refused (no_agenda, "missing-element", 2);
  assert_refused (no_days, "empty-agenda", 1);
  assert_refused (no_title, "missing-element", 1);
  assert_refused (no_image, "image-missing", 1);
}

/* How often a running head of a page says it. */
static guint
count_on_page (const ProgrammeDocument *document, guint page, const char *text)
{
  g_autoptr (GArray) lines = printed_lines (document->pages);
  guint n = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const PrintedLine *line = &g_array_index (lines, PrintedLine, i);
      if (line->page != page || strcmp (line->style, "draft") != 0)
        continue;
      g_autofree char *said = g_strndup (line->lines->text + line->line->start, line->line->end - line->line->start);
      g_autofree char *small = g_utf8_casefold (g_strchomp (said), -1), *wanted = g_utf8_casefold (text, -1);
      n += strcmp (small, wanted) == 0 ? 1 : 0;
    }
  return n;
}

static ProgrammeDocument *
make_despite_errors (const char *xml, const char *theme, const char *second, ProgrammeBilingual way, GError **error)
{
  g_autoptr (ProgrammeEvent) event = read_event (xml, NULL);
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  programme_options_set_despite_errors (options, TRUE);
  programme_options_set_languages (options, second != NULL ? "en" : NULL, second);
  programme_options_set_bilingual (options, way);
  g_assert_true (programme_options_set (options, "cover", "page", error));
  return make (event, "agenda", theme, options, NULL, error);
}

static void
assert_said (const char *theme, const char *second, ProgrammeBilingual way)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeDocument) document = make_despite_errors (unknown_person, theme, second, way, &error);
  g_assert_no_error (error);
  guint n = programme_document_get_n_pages (document);
  g_assert_cmpuint (n, >=, 2);
  for (guint page = 0; page < n; page++)
    {
      g_assert_cmpuint (count_on_page (document, page, "With errors"), ==, 1);
      g_assert_cmpuint (count_on_page (document, page, "오류 있음"), ==, second != NULL ? 1 : 0);
    }
}

static void
test_despite_errors (void)
{
  for (const char *const *theme = programme_theme_list (); *theme != NULL; theme++)
    {
      assert_said (*theme, NULL, PROGRAMME_BILINGUAL_THEME);
      assert_said (*theme, "ko", PROGRAMME_BILINGUAL_STACKED);
      assert_said (*theme, "ko", PROGRAMME_BILINGUAL_PARALLEL);
      assert_said (*theme, "ko", PROGRAMME_BILINGUAL_HEADINGS);
    }
}

/* Without errors the option says nothing, and the status stands where it does. */
static void
test_without_errors (void)
{
  g_autoptr (ProgrammeEvent) event = read_event (good, NULL);
  g_assert_false (programme_event_has_errors (event));
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeDocument) document
      = make_despite_errors (good, "institutional", NULL, PROGRAMME_BILINGUAL_THEME, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_on_page (document, 1, "With errors"), ==, 0);
  g_assert_cmpuint (count_on_page (document, 1, "Draft"), ==, 1);
}

/* There is nothing to call it by. */
static void
test_no_title (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (make_despite_errors (no_title, "modern", NULL, PROGRAMME_BILINGUAL_THEME, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
}

static gpointer
ask (gpointer event)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  programme_event_check (event, report);
  gboolean has_errors = programme_event_has_errors (event);
  return GUINT_TO_POINTER (programme_report_count (report, PROGRAMME_SEVERITY_ERROR) + (has_errors ? 10 : 0));
}

static void
test_threads (void)
{
  g_autoptr (ProgrammeEvent) event = read_event (no_days, NULL);
  GThread *threads[8];
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("check", ask, event);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 11);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/errors/refused", test_refused);
  g_test_add_func ("/errors/despite", test_despite_errors);
  g_test_add_func ("/errors/without", test_without_errors);
  g_test_add_func ("/errors/no-title", test_no_title);
  g_test_add_func ("/errors/threads", test_threads);
  return g_test_run ();
}
