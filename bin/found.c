/* Enters: what was found, an error, or text. Leaves: lines on standard error, text where it is wanted, and the exit status. */
#include "found.h"

#include "commands.h"
#include "progress.h"
#include "terminal.h"
#include "write.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* The least that is said. */
static ProgrammeSeverity
least_said (const Arguments *arguments)
{
  return !arguments->quiet   ? PROGRAMME_SEVERITY_NOTE
         : arguments->strict ? PROGRAMME_SEVERITY_WARNING
                             : PROGRAMME_SEVERITY_ERROR;
}

void
print_findings (ProgrammeReport *report, const Arguments *arguments)
{
  ProgrammeSeverity least = least_said (arguments);
  guint n_said = 0;
  progress_clear ();
  programme_report_sort (report);
  for (guint i = 0; i < programme_report_get_n_findings (report); i++)
    {
      const ProgrammeFinding *finding = programme_report_get_finding (report, i);
      if (programme_finding_get_severity (finding) < least)
        continue;
      g_autofree char *line = programme_finding_to_string (finding);
      say ("%s", line);
      n_said++;
    }
  guint more = programme_report_count (report, least) - n_said;
  if (more > 0)
    say ("programme: %u more %s not shown", more, more == 1 ? "finding is" : "findings are");
}

/* What a piece is not written for: errors, unless they are borne with. */
gboolean
is_refused (const ProgrammeReport *report, const Arguments *arguments)
{
  g_autofree char *despite = programme_options_get (arguments->options, "despite-errors");
  ProgrammeSeverity least = arguments->strict ? PROGRAMME_SEVERITY_WARNING : PROGRAMME_SEVERITY_ERROR;
  gboolean is_borne = g_strcmp0 (despite, "yes") == 0 && strcmp (arguments->command, "check") != 0;
  return !is_borne && programme_report_count (report, least) > 0;
}

int
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

void
print_error (const GError *error)
{
  g_autofree char *said = g_error_matches (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION)
                              ? commands_spell_options (error->message)
                              : g_strdup (error->message);
  say ("programme: %s", said);
}

/* An error that is one of the findings already is not said twice. */
gboolean
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
  progress_clear ();
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* whoever cancelled it knows */
    print_error (error);
  return status_of (error);
}

int
fail_with_findings (const GError *error, ProgrammeReport *report, const Arguments *arguments)
{
  print_findings (report, arguments);
  return is_said (error, report) ? status_of (error) : fail (error);
}

int
refuse (void)
{
  say ("programme: nothing was written, because of the findings above");
  return INPUT_ERROR;
}

/* To standard output. */
int
print (const char *text)
{
  if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
    return DONE;
  fprintf (stderr, "programme: standard output: cannot be written: %s\n", g_strerror (errno));
  return SYSTEM_ERROR;
}

int
write_text (const char *text, const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  if (arguments->output == NULL || strcmp (arguments->output, "-") == 0)
    return print (text);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  return programme_write_bytes (bytes, arguments->output, arguments->file, &error) ? DONE : fail (error);
}
