/* Enters: an event file and the name of a PDF to write.
   Leaves: the agenda as that PDF; on standard output its title and how many pages it has. */
#include <locale.h>
#include <programme/programme.h>

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  if (argc != 3)
    {
      g_printerr ("Usage: %s EVENT.xml AGENDA.pdf\n", argv[0]);
      return 2;
    }

  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeDocument) agenda = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeTheme) theme = programme_theme_new_named ("institutional", &error);
  g_autoptr (ProgrammeEvent) event = theme != NULL ? programme_event_read_file (argv[1], report, &error) : NULL;
  if (event != NULL)
    programme_event_check (event, report);
  if (event != NULL)
    agenda = programme_document_new (event, "agenda", theme, NULL, report, NULL, &error);

  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      g_autofree char *finding = programme_finding_to_string (programme_report_get_finding (report, i));
      g_printerr ("%s\n", finding);
    }
  if (agenda == NULL || !programme_document_write_pdf (agenda, argv[2], NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("title: %s\n", programme_event_get_title (event, NULL));
  g_print ("pages: %u\n", programme_document_get_n_pages (agenda));
  return 0;
}
