/* Enters: the tables of commands and options. Leaves: a script that completes them in bash. */
#include "help.h"

#include <string.h>

/* bash parts words at "=" where the user has not said otherwise, so that "--sort=na" comes as three. */
static const char head[]
    = "# Completion of programme(1) for bash, made by: programme --completion=bash\n"
      "\n"
      "_programme ()\n"
      "{\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= option= i\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    case ${COMP_WORDS[i]} in\n"
      "      %s) command=${COMP_WORDS[i]}; break ;;\n"
      "    esac\n"
      "  done\n"
      "  case $word:$before in\n"
      "    =:*) option=$before word= ;;\n"
      "    *:=) option=${COMP_WORDS[COMP_CWORD-2]} ;;\n"
      "    *) option=$before ;;\n"
      "  esac\n"
      "  COMPREPLY=()\n";

static const char tail[]
    = "  if [[ $word == -* ]]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
      "    [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace\n"
      "  elif [[ -z $command || $command == help ]]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W '%s' -- \"$word\")\n"
      "  else\n"
      "    compopt -o filenames\n"
      "    mapfile -t COMPREPLY < <(compgen -d -- \"$word\"; compgen -f -X \"!*.$ending\" -- \"$word\")\n"
      "  fi\n"
      "}\n"
      "complete -F _programme programme\n";

/* The names of all commands, with something between. */
static char *
join_commands (const char *between)
{
  GString *names = g_string_new (NULL);
  for (const Command *command = commands_list (); command->name != NULL; command++)
    g_string_append_printf (names, "%s%s", command->name, between);
  g_string_append (names, "help");
  return g_string_free (names, FALSE);
}

/* What bash calls the kinds of names that an option takes: files, folders, or none. */
static const char *
action_of (const CommandOption *option)
{
  if (option->option == NULL)
    return strcmp (option->name, "completion") == 0 ? "" : "-f";
  switch (programme_option_get_kind (option->option))
    {
    case PROGRAMME_OPTION_KIND_FILE:
      return "-f";
    case PROGRAMME_OPTION_KIND_FOLDER:
      return "-d";
    default:
      return "";
    }
}

/* What may stand behind an option. */
static void
add_values (GString *text, const CommandOption *option)
{
  if (option->metavariable == NULL)
    return;
  g_autofree const char **values = command_option_values (NULL, option);
  g_autofree char *words = g_strjoinv (" ", (char **) values);
  const char *action = action_of (option);
  g_string_append_printf (text, "    --%s", option->name);
  if (option->letter != 0)
    g_string_append_printf (text, " | -%c", option->letter);
  g_string_append (text, ")\n");
  if (action[0] != '\0')
    g_string_append (text, "      compopt -o filenames\n");
  if (action[0] != '\0' || words[0] != '\0')
    g_string_append_printf (text, "      mapfile -t COMPREPLY < <(compgen %s%s-W '%s' -- \"$word\")\n", action,
                            action[0] != '\0' ? " " : "", words);
  g_string_append (text, "      return ;;\n");
}

/* The options of a command, or (NULL) where none has been named yet. */
static void
add_words (GString *text, const Command *command)
{
  g_autoptr (GArray) options = command_options (command);
  g_string_append_printf (text, "    %s) words='", command != NULL ? command->name : "*");
  for (guint i = 0; i < options->len; i++)
    {
      const CommandOption *option = &g_array_index (options, CommandOption, i);
      g_string_append_printf (text, "%s--%s%s", i > 0 ? " " : "", option->name,
                              option->metavariable != NULL ? "=" : "");
    }
  g_string_append_printf (text, "' ending=%s ;;\n", command != NULL ? command->ending : "xml");
}

char *
completion_text (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *patterns = join_commands (" | "), *names = join_commands (" ");
  g_autoptr (GArray) options = command_options (NULL);
  g_string_append_printf (text, head, patterns);
  g_string_append (text, "  case $option in\n");
  for (guint i = 0; i < options->len; i++)
    add_values (text, &g_array_index (options, CommandOption, i));
  g_string_append (text, "  esac\n  local words ending\n  case $command in\n");
  for (const Command *command = commands_list (); command->name != NULL; command++)
    add_words (text, command);
  add_words (text, NULL);
  g_string_append (text, "  esac\n");
  g_string_append_printf (text, tail, names);
  return g_string_free (text, FALSE);
}
