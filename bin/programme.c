/* The command. Enters: arguments. Leaves: documents, findings on standard error, and an exit status: 0 done; 1 the input has
   errors and nothing was written; 2 wrong usage; 3 the output or the system failed. */
#include "commands.h"
#include "exchange.h"
#include "found.h"
#include "jobs.h"
#include "progress.h"
#include "standard-output.h"
#include "terminal.h"
#include "write.h"

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

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

static void
unref_document (gpointer document)
{
  programme_document_unref (document);
}

/* One document, or one for each language. NULL for the first that cannot be made. */
static GPtrArray *
lay_out (ProgrammeEvent *event, ProgrammeTheme *theme, const Arguments *arguments, ProgrammeReport *report,
         GError **error)
{
  if (programme_options_wants_editions (arguments->options, theme))
    return programme_document_new_editions (event, arguments->command, theme, arguments->options, report,
                                            progress_cancellable (), error);
  ProgrammeDocument *document = programme_document_new (event, arguments->command, theme, arguments->options, report,
                                                        progress_cancellable (), error);
  if (document == NULL)
    return NULL;
  GPtrArray *documents = g_ptr_array_new_with_free_func (unref_document);
  g_ptr_array_add (documents, document);
  return documents;
}

/* In the place of a list. */
static gboolean
wants_speakers (const Arguments *arguments)
{
  return g_strcmp0 (arguments->people, "speakers") == 0 && strcmp (arguments->command, "booklet") == 0;
}

/* A folder takes a file for each of a list. */
static gboolean
wants_folder (const Arguments *arguments)
{
  const char *output = arguments->output;
  return arguments->people != NULL && strcmp (arguments->command, "booklet") == 0 && output != NULL
         && (g_str_has_suffix (output, "/") || g_file_test (output, G_FILE_TEST_IS_DIR));
}

static int
write_records (ProgrammeEvent *event, ProgrammeTheme *theme, const Arguments *arguments, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeRun) run = programme_run_new (event, arguments->command, theme, arguments->options);
  g_auto (GStrv) files = programme_run_write_folder (run, arguments->output, report, progress_cancellable (), &error);
  if (files == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  guint n = g_strv_length (files);
  g_autofree char *shard = programme_options_get (arguments->options, "shard");
  if (!arguments->quiet)
    say ("%s:%s%s%s %u %s for %u %s", arguments->output, shard != NULL ? " part " : "", shard != NULL ? shard : "",
         shard != NULL ? ":" : "", n, n == 1 ? "file" : "files", n, n == 1 ? "person" : "people");
  return DONE;
}

/* One file for the press grows as it is written. */
static gboolean
wants_run (const Arguments *arguments)
{
  g_autofree char *profile = programme_options_get (arguments->options, "profile");
  g_autofree char *format = programme_options_get (arguments->options, "format");
  g_autofree char *way = programme_options_get (arguments->options, "impose");
  return arguments->people != NULL && strcmp (arguments->command, "booklet") == 0 && strcmp (profile, "press") == 0
         && strcmp (format, "pdf") == 0 && way == NULL && g_strcmp0 (arguments->output, "-") != 0;
}

static int
write_run (ProgrammeEvent *event, ProgrammeTheme *theme, const Arguments *arguments, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = output_name (arguments);
  g_autoptr (ProgrammeRun) run = programme_run_new (event, arguments->command, theme, arguments->options);
  g_auto (GStrv) files = programme_run_write_file (run, output, report, progress_cancellable (), &error);
  if (files == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  guint n = g_strv_length (files), n_people = programme_run_get_n_records (run);
  g_autofree char *range = n > 1 ? g_strdup_printf ("%s to %s", files[0], files[n - 1]) : g_strdup (files[0]);
  if (!arguments->quiet)
    say ("%s: %u %s", range, n_people, n_people == 1 ? "person" : "people");
  return DONE;
}

static int
make_piece (ProgrammeEvent *event, const Arguments *arguments, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  if (wants_speakers (arguments))
    {
      g_autoptr (ProgrammePeople) speakers = programme_people_new_speakers (event);
      programme_options_set_people (arguments->options, speakers);
    }
  g_autoptr (ProgrammeTheme) theme = load_theme (arguments, report, &error);
  if (theme == NULL)
    return fail_with_findings (error, report, arguments);
  if (programme_options_wants_editions (arguments->options, theme) && g_strcmp0 (arguments->output, "-") == 0)
    return usage_error ("editions are several files, which standard output cannot take: use -o FILE.pdf");
  if (wants_folder (arguments))
    return write_records (event, theme, arguments, report);
  if (wants_run (arguments) && !programme_options_wants_editions (arguments->options, theme))
    return write_run (event, theme, arguments, report);
  g_autoptr (GPtrArray) documents = lay_out (event, theme, arguments, report, &error);
  if (documents == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  return is_refused (report, arguments) ? refuse () : write_documents (documents, arguments);
}

/* check */

/* The last line of a check; more is how many errors were told besides the report's. */
static void
print_sum (const Arguments *arguments, const ProgrammeReport *report, guint more)
{
  guint errors = programme_report_count (report, PROGRAMME_SEVERITY_ERROR);
  guint warnings = programme_report_count (report, PROGRAMME_SEVERITY_WARNING) - errors;
  guint notes = programme_report_count (report, PROGRAMME_SEVERITY_NOTE) - errors - warnings;
  errors += more;
  if (!arguments->quiet)
    say ("%s: %u %s, %u %s, %u %s", arguments->file, errors, errors == 1 ? "error" : "errors", warnings,
         warnings == 1 ? "warning" : "warnings", notes, notes == 1 ? "note" : "notes");
}

/* error tells why the event could not be read, or is NULL. */
static int
check (ProgrammeEvent *event, const Arguments *arguments, ProgrammeReport *report, const GError *error)
{
  g_autoptr (GError) failure = error != NULL ? g_error_copy (error) : NULL;
  g_autoptr (ProgrammeTheme) theme = event != NULL ? load_theme (arguments, report, &failure) : NULL;
  if (theme != NULL)
    programme_check_all (event, theme, arguments->options, report, progress_cancellable (), &failure);
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
  if (arguments->file != NULL
      && (event = programme_import_event_file (arguments->file, arguments->options, faults, &error)) == NULL)
    return fail_with_findings (error, faults, arguments);
  g_autofree char *folder = programme_options_get (arguments->options, "fonts");
  g_autofree char *list = programme_fonts_describe (event, folder, report, &error);
  if (list != NULL && print (list) != DONE)
    return SYSTEM_ERROR;
  print_findings (report, arguments);
  if (list == NULL)
    return fail (error);
  return is_refused (report, arguments) ? INPUT_ERROR : DONE;
}

/* words */

static int
print_words (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = programme_words_template (arguments->file, &error);
  return xml != NULL ? print (xml) : fail (error);
}

/* stocks */

static int
list_stocks (void)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (const char *const *name = programme_stock_list (); *name != NULL; name++)
    {
      g_autofree char *line = programme_stock_describe (*name, NULL);
      g_string_append_printf (list, "%-14s %s\n", *name, line);
    }
  return print (list->str);
}

/* extract */

static int
extract (const Arguments *arguments)
{
  g_autoptr (GError) error = NULL;
  progress_begin (arguments->options, arguments->quiet);
  if (strcmp (arguments->output, "-") != 0)
    return programme_extract_source_to (arguments->file, arguments->output, &error) ? DONE : fail (error);
  g_autoptr (GBytes) source = programme_extract_source_from_file (arguments->file, &error);
  if (source == NULL)
    return fail (error);
  gsize length;
  const char *data = g_bytes_get_data (source, &length);
  g_autoptr (GOutputStream) stream = standard_output_new ();
  return g_output_stream_write_all (stream, data, length, NULL, NULL, &error) ? DONE : fail (error);
}

/* impose */

static int
impose_to_standard_output (const Arguments *arguments, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;
  if (isatty (STDOUT_FILENO))
    return usage_error ("standard output is a terminal, which cannot show this: use -o SHEETS.pdf");
  if (!g_file_get_contents (arguments->file, &data, &length, &error))
    {
      say ("programme: %s", error->message);
      return INPUT_ERROR;
    }
  g_autoptr (GBytes) pdf = g_bytes_new_take (g_steal_pointer (&data), length);
  g_autoptr (GBytes) sheets
      = programme_impose_bytes (pdf, arguments->file, arguments->options, report, progress_cancellable (), &error);
  if (sheets == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  const void *bytes = g_bytes_get_data (sheets, &length);
  g_autoptr (GOutputStream) stream = standard_output_new ();
  return g_output_stream_write_all (stream, bytes, length, NULL, NULL, &error) ? DONE : fail (error);
}

static int
impose (const Arguments *arguments, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  progress_begin (arguments->options, arguments->quiet);
  if (strcmp (arguments->output, "-") == 0)
    return impose_to_standard_output (arguments, report);
  g_auto (GStrv) files = programme_impose_file (arguments->file, arguments->options, arguments->output, report,
                                                progress_cancellable (), &error);
  if (files == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  return DONE;
}

/* kit */

static ProgrammePeople *
read_people (const char *path, ProgrammeReport *report, gpointer import_options, GError **error)
{
  return programme_import_people_file (path, import_options, report, error);
}

static void
tell_kit (const Arguments *arguments, char **files)
{
  progress_clear ();
  for (guint i = 0; files[i] != NULL && !arguments->quiet; i++)
    say ("%s: written", files[i]);
  if (files[0] == NULL && !arguments->quiet)
    say ("%s: all files stay as they are", arguments->output);
}

static int
make_kit (ProgrammeEvent *event, const Arguments *arguments, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeEvent) before = NULL;
  g_autoptr (ProgrammeReport) of_before = programme_report_new (); /* nobody mends what is past */
  g_autoptr (ProgrammeTheme) theme = load_theme (arguments, report, &error);
  if (theme != NULL && arguments->since != NULL)
    before = programme_import_event_file (arguments->since, arguments->options, of_before, &error);
  if (error != NULL)
    return fail_with_findings (error, report, arguments);
  if (is_refused (report, arguments))
    {
      print_findings (report, arguments);
      return refuse ();
    }
  g_autoptr (ProgrammeKit) kit = programme_kit_new (event, theme, arguments->options);
  programme_kit_set_since (kit, before);
  programme_kit_set_people_func (kit, read_people, arguments->import_options, NULL);
  g_auto (GStrv) files = programme_kit_write (kit, arguments->output, report, progress_cancellable (), &error);
  if (files == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  tell_kit (arguments, files);
  return DONE;
}

/* compare */

static int
compare (const Arguments *arguments, ProgrammeReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeEvent) now = NULL,
                             before = programme_import_event_file (arguments->file, arguments->options, report, &error);
  if (before != NULL)
    now = programme_import_event_file (arguments->other, arguments->options, report, &error);
  if (now == NULL)
    return fail_with_findings (error, report, arguments);
  print_findings (report, arguments);
  if (is_refused (report, arguments))
    return refuse ();
  g_autoptr (ProgrammeComparison) comparison = programme_comparison_new (before, now);
  gboolean is_json = g_strcmp0 (arguments->format, "json") == 0;
  g_autofree char *text
      = is_json ? programme_comparison_to_json (comparison) : programme_comparison_to_text (comparison);
  if (programme_comparison_get_n_changes (comparison) == 0 && !arguments->quiet)
    say ("%s: nothing changed from %s", arguments->other, arguments->file);
  return write_text (text, arguments);
}

/* run */

/* What was found in a list; where a piece is made for each of its rows, one that cannot be read for sure forbids all. */
static void
take_findings (ProgrammeReport *report, const ProgrammeReport *found, gboolean is_for_each)
{
  static const char *const unsure[] = { "no-name", "open-quote", "row-length", NULL };
  for (guint i = 0; i < programme_report_get_n_findings (found); i++)
    {
      ProgrammeFinding *finding = programme_report_get_finding (found, i);
      const char *code = programme_finding_get_code (finding);
      g_autoptr (ProgrammeFinding) error
          = is_for_each && g_strv_contains (unsure, code)
                ? programme_finding_new (PROGRAMME_SEVERITY_ERROR, programme_finding_get_place (finding, 0), code,
                                         programme_finding_get_message (finding))
                : NULL;
      programme_report_add (report, error != NULL ? error : finding);
    }
}

/* TRUE where none is asked for. */
static gboolean
take_people (const Arguments *arguments, ProgrammeReport *report, GError **error)
{
  if (arguments->people == NULL || wants_speakers (arguments))
    return TRUE;
  g_autoptr (ProgrammeReport) found = programme_report_new ();
  g_autoptr (ProgrammePeople) people
      = programme_import_people_file (arguments->people, arguments->import_options, found, error);
  take_findings (report, found, strcmp (arguments->command, "booklet") == 0);
  programme_options_set_people (arguments->options, people);
  g_autofree char *some = programme_options_get (arguments->options, "records"),
                  *shard = programme_options_get (arguments->options, "shard");
  if (people != NULL && some == NULL && shard == NULL && strcmp (arguments->command, "booklet") == 0)
    progress_count (programme_people_get_n (people));
  return people != NULL;
}

/* Several processes make parts of a folder. */
static int
share_work (const Arguments *arguments, char *const *argv)
{
  g_autofree char *shard = programme_options_get (arguments->options, "shard");
  if (arguments->n_jobs == 0)
    return usage_error ("--jobs takes a whole number from 1 to %d", MOST_JOBS);
  if (!wants_folder (arguments))
    return usage_error ("--jobs divides a list of people whose files go into a folder: use --people and -o FOLDER/");
  if (shard != NULL)
    return usage_error ("--jobs makes parts of the list, and --shard is one: leave out one of the two");
  progress_begin (arguments->options, TRUE);
  return run_jobs (arguments, argv);
}

static int
run (const Arguments *arguments, char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ProgrammeReport) report = programme_report_new ();
  if (strcmp (arguments->command, "fonts") == 0)
    return list_fonts (arguments);
  if (strcmp (arguments->command, "words") == 0)
    return print_words (arguments);
  if (strcmp (arguments->command, "stocks") == 0)
    return list_stocks ();
  if (strcmp (arguments->command, "extract") == 0)
    return extract (arguments);
  if (strcmp (arguments->command, "impose") == 0)
    return impose (arguments, report);
  if (g_strcmp0 (programme_import_options_get (arguments->import_options, "columns"), "?") == 0)
    return print_columns (arguments);
  if (strcmp (arguments->command, "import") == 0)
    return import_event (arguments);
  if (strcmp (arguments->command, "people") == 0)
    return list_people (arguments);
  if (strcmp (arguments->command, "export") == 0)
    return export_event (arguments);
  if (strcmp (arguments->command, "compare") == 0)
    return compare (arguments, report);

  if (arguments->dry_run)
    return show_people (arguments);
  if (arguments->n_jobs != 1)
    return share_work (arguments, argv);
  if (!take_people (arguments, report, &error))
    return fail_with_findings (error, report, arguments);
  g_autoptr (ProgrammeEvent) event = programme_import_event_file (arguments->file, arguments->options, report, &error);
  progress_begin (arguments->options, arguments->quiet);
  if (strcmp (arguments->command, "check") == 0)
    return check (event, arguments, report, error);
  if (event != NULL)
    programme_event_check (event, report);
  if (event != NULL && strcmp (arguments->command, "kit") == 0)
    return make_kit (event, arguments, report);
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

/* Pango loads the system's configuration of fonts into each process, which takes a sixth of the time of a small piece.
   The library has its own and asks that one nothing, and neither does anything else here. */
static void
leave_out_system_fonts (void)
{
  FcConfig *empty = FcConfigCreate ();
  FcConfigSetCurrent (empty);
  FcConfigDestroy (empty); /* fontconfig holds it */
}

int
main (int argc, char **argv)
{
  occupy_standard_streams ();
  setlocale (LC_ALL, "");
  signal (SIGXFSZ, SIG_IGN); /* a file that may not grow is an error that is told, */
  signal (SIGPIPE, SIG_IGN); /* and so is a pipe that nobody reads any more */
  leave_out_system_fonts ();
  Arguments arguments;
  int status;
  g_auto (GStrv) given = g_strdupv (argv); /* parsing may put them in another order */
  if (arguments_parse (&arguments, argc, argv, &status))
    status = run (&arguments, given);
  arguments_clear (&arguments);
  progress_end ();
  return status;
}
