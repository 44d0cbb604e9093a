/* The command. Enters: arguments. Leaves: a PDF, findings on standard error, and an exit status: 0 done; 1 the input has
   errors and nothing was written; 2 wrong usage; 3 the output or the system failed. */
#include <programme/programme.h>

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum
{
  DONE = 0,
  INPUT_ERROR = 1,
  USAGE_ERROR = 2,
  SYSTEM_ERROR = 3
};

typedef struct
{
  char *output, *language, *theme, *paper, *sort;
  gboolean strict, quiet, version;
  char **files;
} Arguments;

static void
arguments_clear (Arguments *arguments)
{
  g_free (arguments->output);
  g_free (arguments->language);
  g_free (arguments->theme);
  g_free (arguments->paper);
  g_free (arguments->sort);
  g_strfreev (arguments->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static const char *const commands[] = { "agenda", "speakers", "check", NULL };

static int
complain (int status, const char *message)
{
  fprintf (stderr, "programme: %s\n", message);
  if (status == USAGE_ERROR)
    fprintf (stderr, "programme --help says what can be asked for.\n");
  return status;
}

static GOptionContext *
new_context (Arguments *arguments)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments->output, "Write to FILE; - is standard output", "FILE" },
    { "theme", 't', 0, G_OPTION_ARG_FILENAME, &arguments->theme,
      "institutional (the default), modern, classic, or a theme file", "NAME|FILE" },
    { "languages", 'l', 0, G_OPTION_ARG_STRING, &arguments->language, "Language to print, one of the event's",
      "LANG" },
    { "paper", 'p', 0, G_OPTION_ARG_STRING, &arguments->paper, "A0 to A7, Letter, Legal, Tabloid, or 210x297mm",
      "PAPER" },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &arguments->sort, "Order of the speakers: name, country or session",
      "ORDER" },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &arguments->strict, "Warnings count as errors", NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &arguments->quiet, "Say nothing but errors", NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &arguments->version, "Print the version", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new ("agenda|speakers|check EVENT.xml");
  g_option_context_set_summary (context, "Makes the printed pieces of an event from one XML file.\n\n"
                                         "  agenda     the programme with cover, front matter and a table a day\n"
                                         "  speakers   the list of those who speak, with the pages of the agenda\n"
                                         "  check      says what is wrong or missing, and writes nothing");
  g_option_context_set_description (context,
                                    "Without -o, event.xml becomes event-agenda.pdf in the same folder.\n"
                                    "The event's file is described in programme(5), themes in programme(1).\n\n"
                                    "Exit status: 0 done; 1 the input has errors, nothing was written; 2 wrong usage;\n"
                                    "3 the output or the system failed.\n");
  g_option_context_add_main_entries (context, entries, NULL);
  return context;
}

static void
print_findings (const ProgrammeReport *report, const Arguments *arguments)
{
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      ProgrammeSeverity severity = programme_finding_get_severity (finding);
      gboolean is_said = !arguments->quiet || severity == PROGRAMME_ERROR_FINDING
                         || (arguments->strict && severity == PROGRAMME_WARNING);
      g_autofree char *line = programme_finding_to_string (finding);
      if (is_said)
        fprintf (stderr, "%s\n", line);
    }
}

static gboolean
is_refused (const ProgrammeReport *report, const Arguments *arguments)
{
  ProgrammeSeverity least = arguments->strict ? PROGRAMME_WARNING : PROGRAMME_ERROR_FINDING;
  return programme_report_count (report, least) > 0;
}

static int
status_of (const GError *error)
{
  if (error->domain != PROGRAMME_ERROR)
    return SYSTEM_ERROR;
  switch ((ProgrammeError) error->code)
    {
    case PROGRAMME_ERROR_READ:
    case PROGRAMME_ERROR_INVALID:
    case PROGRAMME_ERROR_LAYOUT:
      return INPUT_ERROR;
    case PROGRAMME_ERROR_THEME:
    case PROGRAMME_ERROR_OPTION:
      return USAGE_ERROR;
    case PROGRAMME_ERROR_FONTS:
    case PROGRAMME_ERROR_OUTPUT:
      break;
    }
  return SYSTEM_ERROR;
}

/* An error that is one of the findings already is not said twice. */
static int
fail (const GError *error, const ProgrammeReport *report)
{
  for (guint i = 0; report != NULL && i < programme_report_get_n_findings (report); i++)
    {
      const char *message = programme_finding_get_message (programme_report_get_finding (report, i));
      if (strstr (error->message, message) != NULL)
        return status_of (error);
    }
  fprintf (stderr, "programme: %s\n", error->message);
  return status_of (error);
}

static cairo_status_t
write_standard_output (void *closure, const unsigned char *data, unsigned int length)
{
  (void) closure;
  return fwrite (data, 1, length, stdout) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* event.xml becomes event-agenda.pdf beside it. */
static char *
output_name (const Arguments *arguments, const char *piece, const char *file)
{
  if (arguments->output != NULL)
    return g_strdup (arguments->output);
  gboolean is_xml = g_str_has_suffix (file, ".xml");
  g_autofree char *stem = g_strndup (file, strlen (file) - (is_xml ? strlen (".xml") : 0));
  return g_strdup_printf ("%s-%s.pdf", stem, piece);
}

static int
write_document (ProgrammeDocument *document, const Arguments *arguments, const char *piece, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = output_name (arguments, piece, file);
  if (strcmp (output, "-") == 0)
    {
      gboolean ok = programme_document_write_pdf_to_stream (document, write_standard_output, NULL, &error);
      if (ok && fflush (stdout) == 0)
        return DONE;
      return error != NULL ? fail (error, NULL) : complain (SYSTEM_ERROR, g_strerror (errno));
    }
  if (!programme_document_write_pdf (document, output, &error))
    return fail (error, NULL);
  guint n = programme_document_get_n_pages (document);
  if (!arguments->quiet)
    fprintf (stderr, "%s: %u %s\n", output, n, n == 1 ? "page" : "pages");
  return DONE;
}

static gboolean
parse_sort (const char *word, ProgrammeSort *sort)
{
  static const char *const words[] = { "name", "country", "session" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i]) == 0)
      {
        *sort = (ProgrammeSort) i;
        return TRUE;
      }
  return FALSE;
}

static ProgrammeOptions *
make_options (const Arguments *arguments)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  ProgrammeSort sort = PROGRAMME_SORT_NAME;
  if (arguments->sort != NULL && !parse_sort (arguments->sort, &sort))
    {
      complain (USAGE_ERROR, "--sort takes name, country or session");
      return NULL;
    }
  programme_options_set_language (options, arguments->language);
  programme_options_set_paper (options, arguments->paper);
  programme_options_set_sort (options, sort);
  return g_steal_pointer (&options);
}

static int
make_piece (ProgrammeEvent *event, const Arguments *arguments, const char *piece, const char *file,
            ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeOptions) options = make_options (arguments);
  if (options == NULL)
    return USAGE_ERROR;
  g_autoptr (ProgrammeTheme) theme
      = programme_theme_load (arguments->theme != NULL ? arguments->theme : "institutional", &error);
  if (theme == NULL)
    return fail (error, NULL);
  g_autoptr (ProgrammeDocument) document = programme_document_new (event, piece, theme, options, report, &error);
  programme_report_sort (report);
  print_findings (report, arguments);
  if (document == NULL)
    return fail (error, report);
  if (is_refused (report, arguments))
    return complain (INPUT_ERROR, "nothing was written, because of the findings above");
  return write_document (document, arguments, piece, file);
}

static int
check (const Arguments *arguments, const char *file, ProgrammeReport *report)
{
  programme_report_sort (report);
  print_findings (report, arguments);
  guint errors = programme_report_count (report, PROGRAMME_ERROR_FINDING);
  guint warnings = programme_report_count (report, PROGRAMME_WARNING) - errors;
  guint notes = programme_report_count (report, PROGRAMME_NOTE) - errors - warnings;
  if (!arguments->quiet)
    fprintf (stderr, "%s: %u %s, %u %s, %u %s\n", file, errors, errors == 1 ? "error" : "errors", warnings,
             warnings == 1 ? "warning" : "warnings", notes, notes == 1 ? "note" : "notes");
  return is_refused (report, arguments) ? INPUT_ERROR : DONE;
}

static int
run (const Arguments *arguments, const char *command, const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  g_autoptr (ProgrammeEvent) event = programme_event_read_file (file, report, &error);
  if (event == NULL)
    {
      print_findings (report, arguments);
      return fail (error, report);
    }
  programme_event_check (event, report);
  if (strcmp (command, "check") == 0)
    return check (arguments, file, report);
  if (is_refused (report, arguments))
    {
      programme_report_sort (report);
      print_findings (report, arguments);
      return complain (INPUT_ERROR, "nothing was written, because of the findings above");
    }
  return make_piece (event, arguments, command, file, report);
}

static int
refuse_command (const char *command)
{
  g_autofree char *message = g_strdup_printf ("there is no “%s”; expected agenda, speakers or check", command);
  return complain (USAGE_ERROR, message);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  programme_own_process ();
  g_auto (Arguments) arguments = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = new_context (&arguments);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return complain (USAGE_ERROR, error->message);
  if (arguments.version)
    {
      printf ("programme %s\n", programme_version ());
      return DONE;
    }
  guint n = arguments.files != NULL ? g_strv_length (arguments.files) : 0;
  if (n == 0)
    return complain (USAGE_ERROR, "say what to make of which event: programme agenda EVENT.xml");
  if (!g_strv_contains (commands, arguments.files[0]))
    return refuse_command (arguments.files[0]);
  if (n != 2)
    return complain (USAGE_ERROR, n < 2 ? "name the event's file: programme agenda EVENT.xml"
                                        : "name one event's file, not several");
  if (arguments.language != NULL && strchr (arguments.language, ',') != NULL)
    return complain (USAGE_ERROR, "--languages takes one language: this version prints one language in a document");
  return run (&arguments, arguments.files[0], arguments.files[1]);
}
