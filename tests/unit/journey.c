/* The way from XML to pages, as the library goes it. Enters: an event's text, a theme. Leaves: its pages and all that was found. */
#include "journey.h"

#include "printed.h"
#include "read/read.h"
#include "sheet.h"

#include <programme/programme.h>
#include <string.h>

static GHashTable *themes;

static void
free_themes (void)
{
  g_hash_table_unref (themes);
}

ProgrammeTheme *
journey_theme (const char *name)
{
  if (themes == NULL)
    {
      themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) programme_theme_unref);
      atexit (free_themes);
    }
  ProgrammeTheme *theme = g_hash_table_lookup (themes, name);
  if (theme != NULL)
    return theme;
  g_autoptr (GError) error = NULL;
  theme = programme_theme_new_named (name, &error);
  g_assert_no_error (error);
  g_hash_table_insert (themes, g_strdup (name), theme);
  return theme;
}

static Journey *
read_journey (const char *xml, gsize length, const char *name, const char *folder, ProgrammeTheme *theme)
{
  Journey *journey = g_new0 (Journey, 1);
  g_autoptr (GError) error = NULL;
  journey->theme = programme_theme_ref (theme);
  journey->cover = "page";
  journey->report = programme_report_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (xml, length);
  g_autoptr (ProgrammeFiles) files = programme_files_new_for_folder (folder);
  journey->event = pg_read_xml (bytes, name, files, journey->report, &error);
  g_assert_no_error (error);
  g_assert_nonnull (journey->event);
  for (guint i = 0; i < programme_report_get_n_findings (journey->report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (journey->report, i);
      g_autofree char *text = programme_finding_to_string (finding);
      if (programme_finding_get_severity (finding) == PROGRAMME_SEVERITY_ERROR)
        g_error ("%s", text);
    }
  return journey;
}

Journey *
journey_new (const char *xml, ProgrammeTheme *theme)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", NULL);
  return read_journey (xml, strlen (xml), "event.xml", folder, theme);
}

Journey *
journey_new_for_file (const char *path, ProgrammeTheme *theme)
{
  g_autofree char *folder = g_path_get_dirname (path), *data = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return read_journey (data, length, path, folder, theme);
}

void
journey_free (Journey *journey)
{
  g_clear_pointer (&journey->document, programme_document_unref);
  programme_report_unref (journey->report);
  programme_theme_unref (journey->theme);
  programme_event_unref (journey->event);
  g_free (journey);
}

void
assert_said (const Journey *journey, guint page, const char *style, const char *expected)
{
  g_autofree char *found = printed_in_style (journey->pages, page, style, FALSE);
  g_assert_cmpstr (found, ==, expected);
}

static ProgrammeOptions *
options_of (const Journey *journey, const char *piece, const char *language, const char *paper)
{
  static const ProgrammeBilingual ways[] = { [PG_BILINGUAL_STACKED] = PROGRAMME_BILINGUAL_STACKED,
                                             [PG_BILINGUAL_PARALLEL] = PROGRAMME_BILINGUAL_PARALLEL,
                                             [PG_BILINGUAL_HEADINGS] = PROGRAMME_BILINGUAL_HEADINGS };
  ProgrammeOptions *options = programme_options_new ();
  programme_options_set_languages (options, language != NULL ? language : journey->event->languages[0],
                                   journey->second);
  programme_options_set_paper (options, paper);
  programme_options_set_large_print (options, journey->large_print);
  programme_options_set_contrast (options, journey->contrast);
  if (journey->cover != NULL && (strcmp (piece, "agenda") == 0 || strcmp (piece, "speakers") == 0))
    g_assert_true (programme_options_set (options, "cover", journey->cover, NULL));
  if (journey->second != NULL)
    programme_options_set_bilingual (options, ways[journey->bilingual]);
  for (guint i = 0; journey->more[i] != NULL; i += 2)
    g_assert_true (programme_options_set (options, journey->more[i], journey->more[i + 1], NULL));
  if (strcmp (piece, "speakers") == 0)
    programme_options_set_sort (options, (ProgrammeSort) journey->sort);
  return options;
}

gboolean
journey_make (Journey *journey, const char *piece, const char *language, const char *paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeOptions) options = options_of (journey, piece, language, paper);
  journey->document
      = programme_document_new (journey->event, piece, journey->theme, options, journey->report, NULL, &error);
  if (g_error_matches (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION))
    return FALSE;
  g_assert_no_error (error);
  journey->manuscript = journey->document->manuscript;
  journey->pages = journey->document->pages;
  return TRUE;
}

const GPtrArray *
journey_page_runs (Journey *journey, const char *piece)
{
  g_autoptr (GError) error = NULL;
  const PgManuscript *manuscript = pg_piece_lookup (piece)->compose (&journey->document->request, &error);
  g_assert_no_error (error);
  return manuscript->page_runs;
}

gboolean
journey_has_times (const Journey *journey)
{
  for (guint d = 0; d < journey->event->days->len; d++)
    {
      const PgDay *day = g_ptr_array_index (journey->event->days, d);
      if (day->without_times)
        return FALSE;
      for (guint e = 0; e < day->entries->len; e++)
        if (((const PgEntry *) g_ptr_array_index (day->entries, e))->without_times)
          return FALSE;
    }
  return TRUE;
}

void
journey_write_pdf (const Journey *journey, const char *path, const char *language, const char *paper)
{
  g_autoptr (GError) error = NULL;
  ProgrammeOptions *options = programme_options_new ();
  programme_options_set_languages (options, language, NULL);
  programme_options_set_paper (options, paper);
  g_assert_true (journey->cover == NULL || programme_options_set (options, "cover", journey->cover, NULL));
  ProgrammeDocument *document
      = programme_document_new (journey->event, "agenda", journey->theme, options, NULL, NULL, &error);
  g_assert_no_error (error);
  programme_document_write_pdf (document, path, NULL, &error);
  g_assert_no_error (error);
  programme_document_unref (document);
  programme_options_unref (options);
}
