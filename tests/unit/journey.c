/* The way from XML to pages, step by step. Enters: an event's text, a theme. Leaves: its pages and all that was found. */
#include "journey.h"

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
  journey->report = programme_report_new ();
  journey->arena = pg_arena_new ();
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
  pg_pages_free (journey->pages);
  pg_arena_free (journey->arena);
  programme_report_unref (journey->report);
  programme_theme_unref (journey->theme);
  programme_event_unref (journey->event);
  g_free (journey);
}

gboolean
journey_make (Journey *journey, const char *piece, const char *language, const char *paper)
{
  PgRequest *request = pg_arena_new0 (journey->arena, PgRequest);
  *request = (PgRequest){ .arena = journey->arena, .event = journey->event, .theme = journey->theme };
  request->sort = journey->sort;
  request->second = journey->second;
  request->bilingual = journey->bilingual;
  request->paper = paper;
  request->language = language != NULL ? language : journey->event->languages[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (PgPages) agenda = NULL;
  journey->manuscript = pg_piece_lookup (piece)->compose (request, &error);
  if (g_error_matches (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION))
    return FALSE;
  g_assert_no_error (error);
  if (pg_piece_lookup (piece)->needs_agenda_pages)
    {
      agenda = pg_layout (pg_agenda_compose (request, &error), sheet_fonts (), NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  journey->pages = pg_layout (journey->manuscript, sheet_fonts (), agenda != NULL ? agenda->anchors : NULL,
                              journey->report, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (journey->pages);
  return TRUE;
}

void
journey_write_pdf (const Journey *journey, const char *path, const char *language, const char *paper)
{
  g_autoptr (GError) error = NULL;
  ProgrammeOptions *options = programme_options_new ();
  programme_options_set_languages (options, language, NULL);
  programme_options_set_paper (options, paper);
  ProgrammeDocument *document
      = programme_document_new (journey->event, "agenda", journey->theme, options, NULL, NULL, &error);
  g_assert_no_error (error);
  programme_document_write_pdf (document, path, NULL, &error);
  g_assert_no_error (error);
  programme_document_unref (document);
  programme_options_unref (options);
}
