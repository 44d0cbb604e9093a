/* What the fuzz targets share. Enters: bytes that chance has made. Leaves: them in the library's hands. */
#include "fuzz.h"

GBytes *
fuzz_bytes (const guint8 *data, gsize size)
{
  return g_bytes_new (data, size);
}

ProgrammeTheme *
fuzz_theme (const char *name)
{
  static GHashTable *themes;
  if (themes == NULL)
    themes = g_hash_table_new (g_str_hash, g_str_equal);
  ProgrammeTheme *theme = g_hash_table_lookup (themes, name);
  if (theme != NULL)
    return theme;
  theme = programme_theme_new_named (name, NULL);
  g_hash_table_insert (themes, g_strdup (name), theme);
  return theme;
}

static ProgrammeOptions *
options_of (guint number)
{
  static const char *const papers[] = { "A4", "A6", "Letter", "70x90mm", "A3" }, *const formats[] = { "pdf", "svg" };
  static const char *const profiles[] = { "accessible", "plain", "accessible", "accessible" };
  ProgrammeOptions *options = programme_options_new ();
  programme_options_set (options, "paper", papers[number % G_N_ELEMENTS (papers)], NULL);
  programme_options_set (options, "format", formats[number / 5 % G_N_ELEMENTS (formats)], NULL);
  programme_options_set (options, "profile", profiles[number / 10 % G_N_ELEMENTS (profiles)], NULL);
  programme_options_set (options, "despite-errors", "yes", NULL);
  programme_options_set (options, "date", "0", NULL);
  return options;
}

void
fuzz_make (ProgrammeEvent *event, ProgrammeTheme *theme, guint number)
{
  const char *const *pieces = programme_document_list_pieces ();
  g_autoptr (ProgrammeOptions) options = options_of (number);
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeDocument) document = programme_document_new (
      event, pieces[number / 40 % g_strv_length ((char **) pieces)], theme, options, report, NULL, NULL);
  if (document == NULL)
    return;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  programme_options_set (options, "pages", number / 5 % 2 == 1 ? "1" : NULL, NULL);
  programme_document_write_to_stream (document, options, stream, NULL, NULL);
}
