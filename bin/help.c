/* Enters: a command, or none. Leaves: what it takes, in lines of at most 80 characters. */
#include "help.h"

#include <string.h>

#define COLUMNS 80
#define INDENT 26

static const char examples[] = "\nExamples:\n"
                               "  programme check meeting.xml\n"
                               "  programme agenda meeting.xml\n"
                               "  programme agenda --theme=modern --paper=A5 -o small.pdf meeting.xml\n"
                               "  programme agenda --languages=en,ko meeting.xml\n"
                               "  programme impose small.pdf --impose=saddle -o sheets.pdf\n"
                               "  programme speakers --sort=country meeting.xml\n"
                               "  programme agenda --format=png --pages=1 -o cover.png meeting.xml\n"
                               "  programme import schedule.xlsx -o meeting.xml\n"
                               "  programme people guests.xlsx -o people.csv\n"
                               "\n"
                               "What is wrong is told with its place in the file: meeting.xml:12:5: error: ...\n"
                               "is line 12, column 5. Nothing is written while there is an error.\n"
                               "\n"
                               "Exit status: 0 done; 1 the event has errors; 2 wrong usage, or a fault in the\n"
                               "theme; 3 the output could not be written, or the machine lacks the fonts.\n"
                               "\n"
                               "How to write an event: man 5 programme. How to write a theme: man 1 programme.\n";

/* Adds a word after a space, or on the next line where it would be too long. *column is where the line ends. */
static void
add_word (GString *text, const char *word, guint indent, guint *column)
{
  if (*column + 1 + strlen (word) > COLUMNS)
    {
      g_string_append_printf (text, "\n%*s", (int) indent, "");
      *column = indent;
    }
  else if (*column > indent)
    {
      g_string_append_c (text, ' ');
      ++*column;
    }
  g_string_append (text, word);
  *column += (guint) strlen (word);
}

/* "  left    right", whose right side goes on below itself. */
static void
add_pair (GString *text, const char *left, const char *right, guint indent)
{
  g_auto (GStrv) words = g_strsplit (right, " ", -1);
  guint column = indent;
  g_string_append (text, left);
  if (strlen (left) + 1 > indent)
    g_string_append_printf (text, "\n%*s", (int) indent, "");
  else
    g_string_append_printf (text, "%*s", (int) (indent - strlen (left)), "");
  for (guint i = 0; words[i] != NULL; i++)
    add_word (text, words[i], indent, &column);
  g_string_append_c (text, '\n');
}

/* What it is, its values where they are not told one by one, and its default. */
static char *
explain (const CommandOption *option, const char **values)
{
  GString *text = g_string_new (option->help);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? ": " : values[i + 1] != NULL ? ", " : " or ", values[i]);
  if (option->standard != NULL && option->metavariable != NULL)
    g_string_append_printf (text, " (%s if nothing is said)", option->standard);
  return g_string_free (text, FALSE);
}

static void
add_option (GString *text, const Command *command, const CommandOption *option)
{
  gboolean in_detail = command != NULL;
  g_autofree const char **values = command_option_values (command, option);
  g_autofree char *right = explain (option, in_detail && option->option != NULL ? NULL : values);
  char letter[] = { '-', option->letter, ',', '\0' };
  g_autofree char *left = g_strdup_printf ("  %-3s --%s%s%s", option->letter != 0 ? letter : "", option->name,
                                           option->metavariable != NULL ? "=" : "",
                                           option->metavariable != NULL ? option->metavariable : "");
  add_pair (text, left, right, INDENT);
  for (guint i = 0; in_detail && option->option != NULL && values[i] != NULL; i++)
    {
      g_autofree char *value = g_strdup_printf ("%*s%s", INDENT + 2, "", values[i]);
      add_pair (text, value, programme_option_get_value_help (option->option, values[i]), INDENT + 14);
    }
}

static void
add_usage (GString *text)
{
  g_string_append (text, "Usage: programme COMMAND [OPTION]... FILE\n"
                         "       programme help COMMAND\n"
                         "\n"
                         "Makes the printed programme of an event from one XML file that describes it.\n"
                         "\n");
  for (const Command *command = commands_list (); command->name != NULL; command++)
    {
      g_autofree char *left = g_strdup_printf ("  %s", command->name);
      add_pair (text, left, command->help, 14);
    }
}

char *
help_text (const Command *command)
{
  GString *text = g_string_new (NULL);
  if (command == NULL)
    add_usage (text);
  else
    g_string_append_printf (text, "Usage: programme %s [OPTION]... %s\n\n%s: %s.\n", command->name, command->takes,
                            command->name, command->help);
  g_string_append (text, "\nOptions:\n");
  g_autoptr (GArray) options = command_options (command);
  for (guint i = 0; i < options->len; i++)
    add_option (text, command, &g_array_index (options, CommandOption, i));
  if (command == NULL)
    g_string_append (text, examples);
  return g_string_free (text, FALSE);
}
