/* The command. Enters: arguments. Leaves: documents, findings on standard error, and an exit status: 0 done; 1 the input has
   errors and nothing was written; 2 wrong usage; 3 the output or the system failed. */
#include "arguments.h"
#include "write.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void
print_findings (ProgrammeReport *report, const Arguments *arguments)
{
  programme_report_sort (report);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      ProgrammeSeverity severity = programme_finding_get_severity (finding);
      gboolean is_said = !arguments->quiet || severity == PROGRAMME_SEVERITY_ERROR
                         || (arguments->strict && severity == PROGRAMME_SEVERITY_WARNING);
      g_autofree char *line = programme_finding_to_string (finding);
      if (is_said)
        fprintf (stderr, "%s\n", line);
    }
  guint more = programme_report_get_n_dropped (report);
  if (more > 0)
    fprintf (stderr, "programme: %u more %s not shown\n", more, more == 1 ? "finding is" : "findings are");
}

static gboolean
is_refused (const ProgrammeReport *report, const Arguments *arguments)
{
  ProgrammeSeverity least = arguments->strict ? PROGRAMME_SEVERITY_WARNING : PROGRAMME_SEVERITY_ERROR;
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

static void
print_error (const GError *error)
{
  fprintf (stderr, "programme: %s\n", error->message);
}

/* An error that is one of the findings already is not said twice. */
static gboolean
is_said (const GError *error, const ProgrammeReport *report)
{
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    if (strstr (error->message, programme_finding_get_message (programme_report_get_finding (report, i))) != NULL)
      return TRUE;
  return FALSE;
}

int
fail (const GError *error)
{
  print_error (error);
  return status_of (error);
}

static int
fail_with_findings (const GError *error, ProgrammeReport *report, const Arguments *arguments)
{
  print_findings (report, arguments);
  return is_said (error, report) ? status_of (error) : fail (error);
}

static int
refuse (void)
{
  fprintf (stderr, "programme: nothing was written, because of the findings above\n");
  return INPUT_ERROR;
}

/* make */

/* What has a "/" or ends in ".theme" is the path of a file. */
static ProgrammeTheme *
load_theme (const Arguments *arguments, ProgrammeReport *report, GError **error)
{
  const char *theme = arguments->theme != NULL ? arguments->theme : "institutional";
  if (strchr (theme, '/') != NULL || g_str_has_suffix (theme, ".theme"))
    return programme_theme_read_file (theme, report, error);
  return programme_theme_new_named (theme, error);
}

static ProgrammeDocument *
lay_out (ProgrammeEvent *event, const char *piece, ProgrammeTheme *theme, const char *first, const char *second,
         const Arguments *arguments, ProgrammeReport *report, GError **error)
{
  g_autoptr (ProgrammeOptions) options = programme_options_new ();
  programme_options_set_languages (options, first, second);
  programme_options_set_bilingual (options, arguments->bilingual);
  programme_options_set_paper (options, arguments->paper);
  programme_options_set_fonts (options, arguments->fonts);
  programme_options_set_sort (options, arguments->sort);
  programme_options_set_profile (options, arguments->profile);
  programme_options_set_embed_source (options, arguments->embed_source);
  programme_options_set_output_intent (options, arguments->output_intent);
  return programme_document_new (event, piece, theme, options, report, error);
}

/* The languages of editions: those that are asked for, or all of the event's. */
static const char *const *
edition_languages (const ProgrammeEvent *event, const Arguments *arguments)
{
  return arguments->languages[0] != NULL ? (const char *const *) arguments->languages
                                         : programme_event_get_languages (event);
}

static gboolean
wants_editions (const ProgrammeTheme *theme, const Arguments *arguments)
{
  if (arguments->bilingual != PROGRAMME_BILINGUAL_THEME)
    return arguments->bilingual == PROGRAMME_BILINGUAL_EDITIONS;
  return arguments->languages[1] != NULL && programme_theme_get_bilingual (theme) == PROGRAMME_BILINGUAL_EDITIONS;
}

static void
free_document (gpointer document)
{
  programme_document_unref (document);
}

/* One document, or one for each language. NULL for the first that cannot be made. */
static GPtrArray *
lay_out_all (ProgrammeEvent *event, ProgrammeTheme *theme, const Arguments *arguments, gboolean editions,
             ProgrammeReport *report, GError **error)
{
  static const char *const one[] = { NULL, NULL };
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (free_document);
  const char *const *languages = editions ? edition_languages (event, arguments) : one;
  for (guint i = 0; i == 0 || languages[i] != NULL; i++)
    {
      const char *first = editions ? languages[i] : arguments->languages[0];
      const char *second = editions ? NULL : arguments->languages[1];
      ProgrammeDocument *document = lay_out (event, arguments->command, theme, first, second, arguments, report, error);
      if (document == NULL)
        return NULL;
      g_ptr_array_add (documents, document);
    }
  return g_steal_pointer (&documents);
}

static int
make_piece (ProgrammeEvent *event, const Arguments *arguments, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeTheme) theme = load_theme (arguments, report, &error);
  if (theme == NULL)
    return fail_with_findings (error, report, arguments);
  gboolean editions = wants_editions (theme, arguments);
  if (editions && g_strcmp0 (arguments->output, "-") == 0)
    return usage_error ("editions are several files, which standard output cannot take: use -o FILE.pdf");
  g_autoptr (GPtrArray) documents = lay_out_all (event, theme, arguments, editions, report, &error);
  if (documents == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  if (is_refused (report, arguments))
    return refuse ();
  int status = DONE;
  for (guint i = 0; status == DONE && i < documents->len; i++)
    status = write_document (g_ptr_array_index (documents, i), arguments,
                             editions ? edition_languages (event, arguments)[i] : NULL);
  return status;
}

/* check */

static cairo_status_t
write_nowhere (void *closure, const unsigned char *data, unsigned int length)
{
  (void) closure, (void) data, (void) length;
  return CAIRO_STATUS_SUCCESS;
}

/* Makes every piece in one language or two for what is found on the way. */
static gboolean
try_languages (ProgrammeEvent *event, ProgrammeTheme *theme, const char *first, const char *second,
               const Arguments *arguments, ProgrammeReport *report, GError **error)
{
  const char *const *pieces = programme_document_list_pieces ();
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_autoptr (ProgrammeDocument) document
          = lay_out (event, pieces[i], theme, first, second, arguments, report, error);
      if (document == NULL || !programme_document_write_pdf_to_stream (document, write_nowhere, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* In the languages that are asked for, else in each of the event's. */
static void
try_pieces (ProgrammeEvent *event, const Arguments *arguments, ProgrammeReport *report, GError **error)
{
  g_autoptr (ProgrammeTheme) theme = load_theme (arguments, report, error);
  if (theme == NULL)
    return;
  if (arguments->languages[0] != NULL && !wants_editions (theme, arguments))
    {
      try_languages (event, theme, arguments->languages[0], arguments->languages[1], arguments, report, error);
      return;
    }
  const char *const *languages = edition_languages (event, arguments);
  for (gboolean ok = TRUE; ok && *languages != NULL; languages++)
    ok = try_languages (event, theme, *languages, NULL, arguments, report, error);
}

/* The last line of a check; more is how many errors were told besides the report's. */
static void
print_sum (const Arguments *arguments, const ProgrammeReport *report, guint more)
{
  guint errors = programme_report_count (report, PROGRAMME_SEVERITY_ERROR);
  guint warnings = programme_report_count (report, PROGRAMME_SEVERITY_WARNING) - errors;
  guint notes = programme_report_count (report, PROGRAMME_SEVERITY_NOTE) - errors - warnings;
  errors += more;
  if (!arguments->quiet)
    fprintf (stderr, "%s: %u %s, %u %s, %u %s\n", arguments->file, errors, errors == 1 ? "error" : "errors", warnings,
             warnings == 1 ? "warning" : "warnings", notes, notes == 1 ? "note" : "notes");
}

/* error tells why the event could not be read, or is NULL. */
static int
check (ProgrammeEvent *event, const Arguments *arguments, ProgrammeReport *report, const GError *error)
{
  g_autoptr (GError) failure = error != NULL ? g_error_copy (error) : NULL;
  if (event != NULL && programme_report_count (report, PROGRAMME_SEVERITY_ERROR) == 0)
    try_pieces (event, arguments, report, &failure);
  print_findings (report, arguments);
  gboolean is_more = failure != NULL && !is_said (failure, report);
  if (is_more)
    print_error (failure);
  if (failure != NULL && status_of (failure) != INPUT_ERROR)
    return status_of (failure);
  print_sum (arguments, report, is_more ? 1 : 0);
  return failure != NULL || is_refused (report, arguments) ? INPUT_ERROR : DONE;
}

/* fonts */

/* What is wrong with an event that can be read is for check to say. */
static int
list_fonts (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeEvent) event = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new (), faults = programme_report_new ();
  if (arguments->file != NULL && (event = programme_event_read_file (arguments->file, faults, &error)) == NULL)
    return fail_with_findings (error, faults, arguments);
  g_autofree char *list = programme_fonts_describe (event, arguments->fonts, report, &error);
  if (list != NULL && (fputs (list, stdout) < 0 || fflush (stdout) != 0))
    {
      fprintf (stderr, "programme: standard output: cannot be written: %s\n", g_strerror (errno));
      return SYSTEM_ERROR;
    }
  print_findings (report, arguments);
  if (list == NULL)
    return fail (error);
  return is_refused (report, arguments) ? INPUT_ERROR : DONE;
}

/* extract */

static int
extract (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  if (replaces_input (arguments, arguments->output))
    return usage_error ("--output=%s would replace the PDF itself", arguments->output);
  if (strcmp (arguments->output, "-") != 0)
    return programme_extract_source_to (arguments->file, arguments->output, &error) ? DONE : fail (error);
  g_autoptr (GBytes) source = programme_extract_source_from_file (arguments->file, &error);
  if (source == NULL)
    return fail (error);
  gsize length;
  const char *data = g_bytes_get_data (source, &length);
  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return DONE;
  fprintf (stderr, "programme: standard output: cannot be written: %s\n", g_strerror (errno));
  return SYSTEM_ERROR;
}

/* run */

static int
run (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  if (strcmp (arguments->command, "fonts") == 0)
    return list_fonts (arguments);
  if (strcmp (arguments->command, "extract") == 0)
    return extract (arguments);
  if (replaces_input (arguments, arguments->output))
    return usage_error ("--output=%s would replace the event, the theme or the colour profile itself",
                        arguments->output);
  g_autoptr (ProgrammeEvent) event = programme_event_read_file (arguments->file, report, &error);
  if (event != NULL)
    programme_event_check (event, report);
  if (strcmp (arguments->command, "check") == 0)
    return check (event, arguments, report, error);
  if (event != NULL && !is_refused (report, arguments))
    return make_piece (event, arguments, report);
  if (error != NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  return refuse ();
}

/* Files that are opened must not take the place of a standard stream that is closed: messages would get into them.
   Opened the wrong way round, so that using one fails as it would if it were closed. */
static void
occupy_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      (void) !open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int
main (int argc, char **argv)
{
  occupy_standard_streams ();
  setlocale (LC_ALL, "");
  signal (SIGXFSZ, SIG_IGN); /* a file that may not grow is an error that is told */
  programme_own_process ();
  Arguments arguments;
  int status;
  if (arguments_parse (&arguments, argc, argv, &status))
    status = run (&arguments);
  arguments_clear (&arguments);
  return status;
}
