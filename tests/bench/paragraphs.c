/* What the floor sets. Enters: an event file. Leaves: on standard output the size of the page, each font, and each
   paragraph of the agenda with its measure, as the journey hands them to the line breaker: a tab between fields. */
#include "text/paragraph.h"

#include <programme/programme.h>
#include <stdio.h>
#include <string.h>

static GHashTable *fonts; /* description to number, from 1 */

PgLines *__real_pg_lines_new (PgFonts *set, const PgStyle *style, const PgRun *runs, guint n_runs, double width,
                              gboolean right_to_left, const PgPlace *place, ProgrammeReport *report);
PgLines *__wrap_pg_lines_new (PgFonts *set, const PgStyle *style, const PgRun *runs, guint n_runs, double width,
                              gboolean right_to_left, const PgPlace *place, ProgrammeReport *report);

static guint
font_of (const PgRun *run)
{
  const PgStyle *style = run->style;
  gboolean raised = (run->flags & (PG_RUN_SUPERSCRIPT | PG_RUN_SUBSCRIPT)) != 0;
  gboolean bold = style->bold || (run->flags & PG_RUN_BOLD) != 0;
  gboolean italic = style->italic || (run->flags & PG_RUN_ITALIC) != 0;
  char *description = g_strdup_printf ("Noto %s%s%s %.2fpx", style->family, bold ? " Bold" : "",
                                       italic ? " Italic" : "", style->size * (raised ? 0.65 : 1));
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (fonts, description));
  if (number > 0)
    {
      g_free (description);
      return number;
    }
  number = g_hash_table_size (fonts) + 1;
  printf ("font\t%s\n", description);
  g_hash_table_insert (fonts, description, GUINT_TO_POINTER (number));
  return number;
}

static void
put_run (const PgRun *run, guint font)
{
  const PgStyle *style = run->style;
  g_autofree char *text = style->caps ? g_utf8_strup (run->text, -1) : g_strdup (run->text);
  g_strdelimit (text, "\t\n", ' ');
  printf ("run\t%u\t%g\t%g\t%g\t%d\t%s\t%s\n", font, style->colour.red, style->colour.green, style->colour.blue,
          (int) (style->tracking * style->size * 1024), run->language, text);
}

/* Folios and the like are no paragraphs of the text: they are many, and the floor does without them. */
static gboolean
has_field (const PgRun *runs, guint n_runs)
{
  for (guint i = 0; i < n_runs; i++)
    if (runs[i].field != PG_FIELD_NONE)
      return TRUE;
  return FALSE;
}

PgLines *
__wrap_pg_lines_new (PgFonts *set, const PgStyle *style, const PgRun *runs, guint n_runs, double width,
                     gboolean right_to_left, const PgPlace *place, ProgrammeReport *report)
{
  PgLines *lines = __real_pg_lines_new (set, style, runs, n_runs, width, right_to_left, place, report);
  if (has_field (runs, n_runs))
    return lines;
  double measure = style->measure > 0 ? MIN (style->measure, width) : width;
  g_autofree guint *numbers = g_new (guint, n_runs);
  for (guint i = 0; i < n_runs; i++)
    numbers[i] = font_of (&runs[i]);
  printf ("paragraph\t%g\t%g\t%u\n", measure - style->hang, style->leading, n_runs);
  for (guint i = 0; i < n_runs; i++)
    put_run (&runs[i], numbers[i]);
  return lines;
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      fprintf (stderr, "usage: paragraphs EVENT.xml\n");
      return 2;
    }
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = programme_event_read_file (argv[1], report, &error);
  g_autoptr (ProgrammeTheme) theme = event != NULL ? programme_theme_new_named ("institutional", &error) : NULL;
  fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ProgrammeDocument) document
      = theme != NULL ? programme_document_new (event, "agenda", theme, NULL, report, NULL, &error) : NULL;
  g_hash_table_unref (fonts);
  if (document != NULL)
    return fflush (stdout) == 0 && !ferror (stdout) ? 0 : 3;
  fprintf (stderr, "paragraphs: %s\n", error->message);
  return 1;
}
