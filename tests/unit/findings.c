/* Enters: an event file of tests/. Leaves: the event and its findings as lines, for tests to compare. */
#include "findings.h"

#include "check/check.h"
#include "read/read.h"

#include <string.h>

char *
report_lines (ProgrammeReport *report)
{
  GString *lines = g_string_new (NULL);
  programme_report_sort (report);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      g_autofree char *line = programme_finding_to_string (programme_report_get_finding (report, i));
      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (lines, FALSE);
}

static void
assert_error (const GError *error, ProgrammeReport *report)
{
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_INVALID);
  const ProgrammeFinding *finding = programme_report_get_finding (report, programme_report_get_n_findings (report) - 1);
  g_autofree char *expected
      = g_strdup_printf ("%s:%u:%u: %s", programme_finding_get_file (finding), programme_finding_get_line (finding),
                         programme_finding_get_column (finding), programme_finding_get_message (finding));
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_cmpint (programme_finding_get_severity (finding), ==, PROGRAMME_SEVERITY_ERROR);
}

static ProgrammeEvent *
read_and_check (const char *data, gsize length, const char *name, const char *folder, FindingsDepth depth,
                ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (ProgrammeFiles) files = folder != NULL ? programme_files_new_for_folder (folder) : NULL;
  ProgrammeEvent *event = pg_read_xml (bytes, name, files, report, &error);
  if (event == NULL)
    assert_error (error, report);
  else
    g_assert_no_error (error);
  if (event != NULL && depth >= FINDINGS_CHECK)
    programme_event_check (event, report);
  if (event != NULL && depth >= FINDINGS_SPEAKERS)
    pg_check_speakers (event, report);
  return event;
}

static ProgrammeEvent *
read_bytes (const char *data, gsize length, const char *name, const char *folder, FindingsDepth depth, char **lines)
{
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  ProgrammeEvent *event = read_and_check (data, length, name, folder, depth, report);
  if (lines != NULL)
    *lines = report_lines (report);
  return event;
}

ProgrammeEvent *
read_into (const char *data, FindingsDepth depth, ProgrammeReport *report)
{
  return read_and_check (data, strlen (data), "event.xml", NULL, depth, report);
}

ProgrammeEvent *
read_text (const char *data, gssize length, FindingsDepth depth, char **lines)
{
  return read_bytes (data, length < 0 ? strlen (data) : (gsize) length, "event.xml", NULL, depth, lines);
}

ProgrammeEvent *
read_good (const char *data)
{
  g_autofree char *lines = NULL;
  ProgrammeEvent *event = read_text (data, -1, FINDINGS_READ, &lines);
  g_assert_cmpstr (lines, ==, "");
  return event;
}

ProgrammeEvent *
read_test_file (const char *folder, const char *name, FindingsDepth depth, char **lines)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path), *data = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return read_bytes (data, length, name, parent, depth, lines);
}

void
compare_bad_file (const char *name, FindingsDepth depth)
{
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".xml"));
  g_autofree char *expected_name = g_strconcat (stem, ".expected", NULL);
  g_autofree char *expected_path = g_test_build_filename (G_TEST_DIST, "bad", expected_name, NULL);
  g_autofree char *expected = NULL, *lines = NULL;
  g_autoptr (GError) error = NULL;
  ProgrammeEvent *event = read_test_file ("bad", name, depth, &lines);
  g_clear_pointer (&event, programme_event_unref);
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lines, ==, expected);
}

static gboolean
has_prefix (const char *name, const char *const *prefixes)
{
  for (; *prefixes != NULL; prefixes++)
    if (g_str_has_prefix (name, *prefixes))
      return TRUE;
  return FALSE;
}

void
add_bad_files (const char *path, const char *const *prefixes, gboolean wanted, GTestDataFunc test)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "bad", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  const char *name;
  guint n = 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_suffix (name, ".xml") || has_prefix (name, prefixes) != wanted)
        continue;
      g_autofree char *test_path = g_strdup_printf ("%s/%.*s", path, (int) (strlen (name) - 4), name);
      g_test_add_data_func_full (test_path, g_strdup (name), test, g_free);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}
