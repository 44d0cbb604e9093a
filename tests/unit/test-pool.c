/* Enters: small documents, one after the other. Leaves: TAP: what they share, what is each one's own, and that they
   need neither time nor memory for what was there before. */
#include "document.h"
#include "font/fonts-private.h"
#include "slow.h"

#include <fontconfig/fontconfig.h>
#include <programme/programme.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static ProgrammeTheme *theme;

/* A document of a day with one session of that title; what is found is in the report (may be NULL). */
static ProgrammeDocument *
make (const char *title, const char *language, ProgrammeTheme *of, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = g_strdup_printf (
      "<programme version=\"1\" languages=\"%s\"><event><title>%s</title></event><agenda><day date=\"2031-05-05\">"
      "<session start=\"09:00\" end=\"10:30\"><title>%s</title></session></day></agenda></programme>",
      language, title, title);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (ProgrammeEvent) event = programme_event_read_bytes (bytes, "small.xml", NULL, NULL, &error);
  g_assert_no_error (error);
  ProgrammeDocument *document = programme_document_new (event, "agenda", of, NULL, report, NULL, &error);
  g_assert_no_error (error);
  return document;
}

/* The next document gets the fonts of the last, and two at a time get two. */
static void
test_shared (void)
{
  ProgrammeDocument *first = make ("Ships", "en", theme, NULL), *second = make ("Winds", "en", theme, NULL);
  const PgFonts *fonts = first->fonts, *others = second->fonts;
  g_assert_true (fonts != others);
  guint n_fonts = g_hash_table_size (fonts->fonts);
  g_assert_cmpuint (n_fonts, >, 0);
  programme_document_unref (first);
  first = make ("Ships", "en", theme, NULL);
  g_assert_true (first->fonts == fonts);
  g_assert_cmpuint (g_hash_table_size (fonts->fonts), ==, n_fonts);
  programme_document_unref (second);
  programme_document_unref (first);
  first = make ("Ships", "en", theme, NULL);
  g_assert_true (first->fonts == fonts); /* the last to be given back */
  programme_document_unref (first);
}

/* The codes of all findings, sorted: "missing-font missing-glyph". */
static char *
codes (ProgrammeReport *report)
{
  GString *all = g_string_new (NULL);
  programme_report_sort (report);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    g_string_append_printf (all, "%s ", programme_finding_get_code (programme_report_get_finding (report, i)));
  return g_string_free (all, FALSE);
}

/* What one document lacks is told to it, to each that follows, and to no other. */
static void
test_findings (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("theme-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "other.theme", NULL);
  g_file_set_contents (path, "[theme]\nextends = modern\n[style session-title]\nfont = Inkfish Bold 17\n", -1, &error);
  g_assert_no_error (error);
  g_autoptr (ProgrammeTheme) other = programme_theme_read_file (path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ProgrammeReport) plain = programme_report_new (), odd = programme_report_new ();
      g_autoptr (ProgrammeDocument) document = make ("Ships \U00013080", "en", other, odd);
      g_autoptr (ProgrammeDocument) next = NULL;
      g_clear_pointer (&document, programme_document_unref);
      next = make ("Ships", "en", theme, plain);
      g_autofree char *found = codes (odd), *nothing = codes (plain);
      g_assert_nonnull (strstr (found, "missing-glyph"));
      g_assert_nonnull (strstr (found, "missing-font"));
      g_assert_cmpstr (nothing, ==, "");
    }
  unlink (path);
  rmdir (folder);
}

/* Fontconfig's current configuration belongs to the program. */
static void
test_host (void)
{
  FcConfig *own = FcConfigCreate ();
  FcConfigSetCurrent (own);
  programme_document_unref (make ("Ships", "en", theme, NULL));
  g_assert_true (FcConfigGetCurrent () == own);
  FcConfigDestroy (own);
}

static long
resident_kib (void)
{
  long size, resident;
  FILE *file = fopen ("/proc/self/statm", "r");
  g_assert_nonnull (file);
  g_assert_cmpint (fscanf (file, "%ld %ld", &size, &resident), ==, 2);
  fclose (file);
  return resident * (sysconf (_SC_PAGESIZE) / 1024);
}

/* Each title is a word that was not there before; the rest is. */
static void
test_memory (void)
{
  long before = 0;
  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *title = g_strdup_printf ("Ships %u", i);
      programme_document_unref (make (title, "en", theme, NULL));
      if (i == 49)
        before = resident_kib ();
    }
  long grown = resident_kib () - before;
  g_test_message ("grown by %ld KiB", grown);
#ifndef __SANITIZE_ADDRESS__ /* which keeps what is freed */
  g_assert_cmpint (grown, <, 1024);
#endif
}

/* A dictionary is loaded once for all documents, those before and after: German's takes seconds. */
static void
test_dictionary (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeTheme) classic = programme_theme_new_named ("classic", &error);
  g_assert_no_error (error);
  static const char title[] = "Donaudampfschifffahrtsgesellschaftskapitän und Rindfleischetikettierungsüberwachung";
  g_autoptr (ProgrammeDocument) first = make (title, "de", classic, NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (ProgrammeDocument) second = make (title, "de-AT", classic, NULL); /* in fonts of its own */
  double ms = (double) (g_get_monotonic_time () - start) / 1000;
  g_test_message ("%.1f ms", ms);
  g_assert_true (first->fonts != second->fonts);
  g_assert_cmpfloat (ms, <, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GError) error = NULL;
  theme = programme_theme_new_named ("modern", &error);
  g_assert_no_error (error);
  g_test_add_func ("/pool/host", test_host);
  g_test_add_func ("/pool/shared", test_shared);
  g_test_add_func ("/pool/findings", test_findings);
  g_test_add_func ("/pool/memory", test_memory);
  if (is_slow_run ())
    g_test_add_func ("/pool/dictionary", test_dictionary);
  int status = g_test_run ();
  programme_theme_unref (theme);
  return status;
}
