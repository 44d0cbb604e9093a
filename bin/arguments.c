/* The command line. Enters: argc and argv. Leaves: what is wanted, or what is wrong with it. */
#include "arguments.h"

#include "help.h"
#include "jobs.h"
#include "terminal.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#define FIRST_OPTION 256 /* beyond the letters: getopt_long() gives this and an option's place in the table */

typedef struct
{
  const CommandOption *option;
  const char *value; /* of argv, or NULL */
} Given;

typedef struct
{
  Arguments *arguments;
  GArray *table; /* CommandOption: all that there are */
  GArray *given; /* Given, in the order of the command line */
  int told;      /* the option that asks for words alone, as getopt_long() gives it, or 0 */
} Parser;

void
arguments_clear (Arguments *arguments)
{
  g_clear_pointer (&arguments->options, programme_options_unref);
  g_clear_pointer (&arguments->import_options, programme_import_options_unref);
}

int
usage_error (const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  say ("programme: %s", message);
  say ("programme --help says what can be asked for.");
  return USAGE_ERROR;
}

static int
tell (const char *text)
{
  if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
    return DONE;
  say ("programme: standard output: cannot be written: %s", g_strerror (errno));
  return SYSTEM_ERROR;
}

/* By the value that getopt_long() gives: a letter, or FIRST_OPTION and more. NULL if there is none. */
static const CommandOption *
option_of (const Parser *parser, int value)
{
  for (guint i = 0; i < parser->table->len; i++)
    {
      const CommandOption *option = &g_array_index (parser->table, CommandOption, i);
      if (value == FIRST_OPTION + (int) i || (value != 0 && value == option->letter))
        return option;
    }
  return NULL;
}

/* The names of all options or commands, NULL at the end. Free with g_ptr_array_unref. */
static GPtrArray *
option_names (const Parser *parser)
{
  GPtrArray *names = g_ptr_array_new ();
  for (guint i = 0; i < parser->table->len; i++)
    g_ptr_array_add (names, (gpointer) g_array_index (parser->table, CommandOption, i).name);
  g_ptr_array_add (names, NULL);
  return names;
}

static GPtrArray *
command_names (void)
{
  GPtrArray *names = g_ptr_array_new ();
  for (const Command *command = commands_list (); command->name != NULL; command++)
    g_ptr_array_add (names, (gpointer) command->name);
  g_ptr_array_add (names, NULL);
  return names;
}

/* "agenda, speakers or check" */
static char *
join_words (const GPtrArray *names)
{
  GString *text = g_string_new (g_ptr_array_index (names, 0));
  for (guint i = 1; i + 1 < names->len; i++)
    g_string_append_printf (text, "%s%s", i + 2 < names->len ? ", " : " or ",
                            (const char *) g_ptr_array_index (names, i));
  return g_string_free (text, FALSE);
}

/* What getopt_long() did not accept. value is that of the option where it has one that it should not have, 0 after an
   unknown long option, which is argument, or else the unknown letter. */
static int
refuse_option (const Parser *parser, const char *argument, int value)
{
  const CommandOption *known = option_of (parser, value);
  if (known != NULL)
    return usage_error ("--%s takes no value", known->name);
  if (value != 0)
    return usage_error ("unknown option “-%c”", value);
  g_autoptr (GPtrArray) names = option_names (parser);
  g_autofree char *word = g_strndup (argument + 2, strcspn (argument + 2, "="));
  g_autofree char *meant = suggestion (word, (const char *const *) names->pdata, "--");
  return usage_error ("unknown option “--%s”%s", word, meant);
}

/* 0 for what is no number of them. */
static guint
number_of_jobs (const char *text)
{
  guint64 n;
  return g_ascii_string_to_unsigned (text, 10, 1, MOST_JOBS, &n, NULL) ? (guint) n : 0;
}

/* One of the command's own; its value is in optarg. */
static void
set_own (Parser *parser, const char *name, int value)
{
  Arguments *arguments = parser->arguments;
  if (strcmp (name, "output") == 0)
    arguments->output = optarg;
  else if (strcmp (name, "theme") == 0)
    arguments->theme = optarg;
  else if (strcmp (name, "dry-run") == 0)
    arguments->dry_run = TRUE;
  else if (strcmp (name, "jobs") == 0)
    arguments->n_jobs = number_of_jobs (optarg);
  else if (strcmp (name, "since") == 0)
    arguments->since = optarg;
  else if (strcmp (name, "strict") == 0)
    arguments->strict = TRUE;
  else if (strcmp (name, "quiet") == 0)
    arguments->quiet = TRUE;
  else
    parser->told = value;
}

static int
option_error (const GError *error)
{
  g_autofree char *said = commands_spell_options (error->message);
  return usage_error ("%s", said);
}

/* What the libraries' options have to be set to waits until it is known which command they are for. */
static int
take_option (Parser *parser, int value)
{
  const CommandOption *option = option_of (parser, value);
  Given given = { option, optarg };
  if (optarg != NULL && optarg[0] == '\0')
    return usage_error ("--%s needs a value", option->name);
  g_array_append_val (parser->given, given);
  if (option->option == NULL && !option->is_of_import)
    set_own (parser, option->name, value);
  return DONE;
}

static int
set_options (const Parser *parser, const Command *command)
{
  Arguments *arguments = parser->arguments;
  for (guint i = 0; i < parser->given->len; i++)
    {
      const Given *given = &g_array_index (parser->given, Given, i);
      const char *name = given->option->name, *value = given->value != NULL ? given->value : "yes";
      g_autoptr (GError) error = NULL;
      if ((command_exports (command) || command_compares (command)) && strcmp (name, "format") == 0)
        arguments->format = value;
      else if (command_exports (command) && strcmp (name, "languages") == 0)
        arguments->export_language = value;
      else if (given->option->is_of_import
               || (command_imports (command) && programme_import_option_get_help (name) != NULL))
        programme_import_options_set (arguments->import_options, name, value, &error);
      else if (given->option->option != NULL && strcmp (name, "people") == 0)
        arguments->people = value;
      else if (given->option->option != NULL)
        programme_options_set_for (arguments->options, command->name, name, value, &error);
      if (error != NULL)
        return option_error (error);
    }
  return DONE;
}

/* The table as getopt_long() wants it. */
static struct option *
long_options (const Parser *parser, GString *letters)
{
  struct option *all = g_new0 (struct option, parser->table->len + 1);
  for (guint i = 0; i < parser->table->len; i++)
    {
      const CommandOption *option = &g_array_index (parser->table, CommandOption, i);
      gboolean has_value = option->metavariable != NULL;
      all[i] = (struct option){ option->name, has_value ? required_argument : no_argument, NULL,
                                option->letter != 0 ? option->letter : FIRST_OPTION + (int) i };
      if (option->letter != 0)
        g_string_append_printf (letters, "%c%s", option->letter, has_value ? ":" : "");
    }
  return all;
}

static int
parse_options (Parser *parser, int argc, char **argv)
{
  g_autoptr (GString) letters = g_string_new (":");
  g_autofree struct option *all = long_options (parser, letters);
  int status = DONE, value;
  opterr = 0;
  while (status == DONE && (value = getopt_long (argc, argv, letters->str, all, NULL)) != -1)
    {
      if (value == '?')
        status = refuse_option (parser, argv[optind - 1], optopt);
      else if (value == ':')
        status = usage_error ("--%s needs a value", option_of (parser, optopt)->name);
      else
        status = take_option (parser, value);
    }
  return status;
}

/* Help, the version, a shell's script. command may be NULL. */
static int
tell_what_is_asked (const char *option, const Command *command)
{
  g_autofree char *text = strcmp (option, "help") == 0      ? help_text (command)
                          : strcmp (option, "version") == 0 ? g_strdup_printf ("programme %s\n", programme_version ())
                                                            : completion_text ();
  return tell (text);
}

static int
refuse_command (const char *word, const char *next)
{
  if (next != NULL && command_lookup (next) != NULL)
    return usage_error ("first what to make, then of which event: programme %s %s", next, word);
  if (next == NULL && g_file_test (word, G_FILE_TEST_EXISTS))
    return usage_error ("say what to make of %s: programme agenda %s", word, word);
  g_autoptr (GPtrArray) names = command_names ();
  g_autofree char *meant = suggestion (word, (const char *const *) names->pdata, ""), *all = join_words (names);
  return usage_error ("there is no command “%s”%s%s", word, meant[0] != '\0' ? meant : "; expected ",
                      meant[0] != '\0' ? "" : all);
}

/* An option that a command does not have, and who has it. */
static int
check_given (const Parser *parser, const Command *command)
{
  for (guint i = 0; i < parser->given->len; i++)
    {
      const CommandOption *option = g_array_index (parser->given, Given, i).option;
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      if (command_has (command, option))
        continue;
      for (const Command *other = commands_list (); other->name != NULL; other++)
        if (command_has (other, option))
          g_ptr_array_add (names, (gpointer) other->name);
      g_ptr_array_add (names, NULL);
      g_autofree char *those = join_words (names);
      return usage_error ("--%s goes with %s, not with %s", option->name, those, command->name);
    }
  return DONE;
}

/* The ending of a path's name that says what kind of file it is, with its dot, and not only a number; or NULL. */
static const char *
ending_of (const char *path)
{
  const char *slash = strrchr (path, '/'), *name = slash != NULL ? slash + 1 : path, *dot = strrchr (name, '.');
  return dot != NULL && dot > name && dot[1] != '\0' && strspn (dot + 1, "0123456789") < strlen (dot + 1) ? dot : NULL;
}

/* What would go into a file whose name belies it is not meant. */
static int
check_output_name (const Arguments *arguments)
{
  g_autofree char *name = programme_options_get (arguments->options, "format");
  const char *dot = arguments->output != NULL ? ending_of (arguments->output) : NULL;
  g_autofree const ProgrammeOption **options = programme_option_list (NULL);
  guint i = 0;
  while (strcmp (programme_option_get_name (options[i]), "format") != 0)
    i++;
  g_autofree const char **formats = programme_option_list_values (options[i], NULL);
  for (i = 0; dot != NULL && formats[i] != NULL; i++)
    if (strcmp (formats[i], name) != 0 && g_ascii_strcasecmp (dot + 1, formats[i]) == 0)
      return usage_error ("%s would not be what its name says: add --format=%s, or let the name end in .%s",
                          arguments->output, formats[i], name);
  if (dot != NULL && g_ascii_strcasecmp (dot, ".xml") == 0)
    return usage_error ("%s would not be an event, as its name says: let the name end in .%s", arguments->output, name);
  if (dot != NULL && g_ascii_strcasecmp (dot + 1, name) != 0)
    return usage_error ("%s would be no %s file, as its name says: let the name end in .%s", arguments->output, dot,
                        name);
  return DONE;
}

static int
check_compared (const Arguments *arguments, char **words)
{
  const char *format = arguments->format != NULL ? arguments->format : "text";
  if (words[1] == NULL || words[2] == NULL || words[3] != NULL)
    return usage_error ("name two events, the one before and the one now: programme compare OLD.xml NEW.xml");
  if (strcmp (format, "text") != 0 && strcmp (format, "json") != 0)
    return usage_error ("--format takes text or json, not “%s”", format);
  return DONE;
}

/* What is wrong with the words after the options; words[0] is a command. */
static int
check_words (const Arguments *arguments, char **words)
{
  gboolean is_extract = strcmp (words[0], "extract") == 0, is_words = strcmp (words[0], "words") == 0;
  if (is_words && (words[1] == NULL || words[2] != NULL))
    return usage_error ("name a language by its tag, such as: programme words fi > words.xml");
  if (words[1] == NULL && is_extract)
    return usage_error ("name the PDF and where its event is to go: programme extract FILE.pdf -o EVENT.xml");
  if (strcmp (words[0], "impose") == 0 && (words[1] == NULL || arguments->output == NULL))
    return usage_error (
        "name the PDF and where its sheets go: programme impose FILE.pdf --impose=saddle -o SHEETS.pdf");
  if (words[1] == NULL && command_imports (command_lookup (words[0])))
    return usage_error ("name the file to read: programme %s FILE", words[0]);
  if (arguments->format == NULL && command_exports (command_lookup (words[0])))
    {
      g_autofree char *formats = g_strjoinv (", ", (char **) programme_export_list_formats ());
      return usage_error ("say what to write: --format=F, which is one of %s", formats);
    }
  if (strcmp (words[0], "stocks") == 0)
    return words[1] == NULL ? DONE : usage_error ("stocks takes no file: it lists all that there are");
  if (strcmp (words[0], "badges") == 0 && arguments->people == NULL)
    return usage_error ("name the list of those whom badges are for: programme badges EVENT.xml --people=GUESTS.csv");
  if (words[1] == NULL && strcmp (words[0], "fonts") != 0 && !command_compares (command_lookup (words[0])))
    return usage_error ("name the event's file: programme %s EVENT.xml", words[0]);
  if (command_compares (command_lookup (words[0])))
    return check_compared (arguments, words);
  if (words[1] != NULL && command_makes_kit (command_lookup (words[0])) && arguments->output == NULL)
    return usage_error ("say where all of it is to go: programme kit %s -o FOLDER", words[1]);
  if (words[1] != NULL && words[2] != NULL)
    return usage_error ("name one file, not several");
  if (is_extract && arguments->output == NULL)
    return usage_error ("say where the event is to go: programme extract %s -o EVENT.xml", words[1]);
  return DONE;
}

/* What is wrong with all of it together. */
static int
check_all (const Parser *parser, char **words)
{
  Arguments *arguments = parser->arguments;
  gboolean is_piece = programme_document_get_piece_help (words[0]) != NULL;
  g_autoptr (GError) error = NULL;
  const Command *command = command_lookup (words[0]);
  int status = check_given (parser, command);
  if (status == DONE)
    status = set_options (parser, command);
  if (status == DONE)
    status = check_words (arguments, words);
  gboolean is_impose = strcmp (words[0], "impose") == 0;
  if (status == DONE && (is_piece || is_impose))
    status = check_output_name (arguments);
  if (status == DONE && !programme_options_check (arguments->options, is_piece || is_impose ? words[0] : NULL, &error))
    status = option_error (error);
  arguments->command = words[0];
  arguments->file = words[1];
  arguments->other = command_compares (command) && status == DONE ? words[2] : NULL;
  return status;
}

/* FALSE if there is nothing to do; see arguments_parse(). */
static gboolean
parse (Parser *parser, int argc, char **argv, int *status)
{
  *status = parse_options (parser, argc, argv);
  if (*status != DONE)
    return FALSE;
  char **words = argv + optind;
  gboolean is_help = words[0] != NULL && strcmp (words[0], "help") == 0;
  const char *word = is_help ? words[1] : words[0];
  const Command *command = word != NULL ? command_lookup (word) : NULL;
  if (is_help && word != NULL && command == NULL)
    *status = refuse_command (word, NULL);
  else if (parser->told != 0 || is_help)
    *status = tell_what_is_asked (is_help ? "help" : option_of (parser, parser->told)->name, command);
  else if (word == NULL)
    *status = usage_error ("say what to make of which event: programme agenda EVENT.xml");
  else if (command == NULL)
    *status = refuse_command (word, words[1]);
  else
    return (*status = check_all (parser, words)) == DONE;
  return FALSE;
}

gboolean
arguments_parse (Arguments *arguments, int argc, char **argv, int *status)
{
  *arguments = (Arguments){ .options = programme_options_new (), .import_options = programme_import_options_new () };
  arguments->n_jobs = 1;
  g_autoptr (GArray) table = command_options (NULL), given = g_array_new (FALSE, FALSE, sizeof (Given));
  Parser parser = { arguments, table, given, 0 };
  return parse (&parser, argc, argv, status);
}
