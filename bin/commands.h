/* What can be asked for: commands and their options. Enters: a command's name. Leaves: its options, the library's and the
   command's own. */
#pragma once

#include <programme/export.h>
#include <programme/import.h>

typedef struct
{
  const char *name;
  const char *help;   /* half a line */
  const char *takes;  /* the words after it, such as "EVENT.xml" */
  const char *ending; /* of the files that it takes */
} Command;

typedef struct
{
  const char *name;
  char letter;              /* or 0 */
  const char *metavariable; /* NULL for a flag */
  const char *standard;     /* what is taken if nothing is said, or NULL */
  const char *help;
  const ProgrammeOption *option; /* the library's, or NULL for the command's own */
  gboolean is_of_import;         /* of the library that reads other systems' files */
  gboolean is_of_export;         /* and of what it writes for them */
  const char *const *words;      /* that one of the command's own takes, or NULL */
} CommandOption;

/* All commands, an empty one at the end. Each lends. */
const Command *commands_list (void);
/* NULL if there is none. */
const Command *command_lookup (const char *name);

/* What the library says of options, with "--" before those that are named at its beginning or with a value, as the command
   line knows them; free with g_free. */
char *commands_spell_options (const char *message);

/* The options of a command, or (NULL) of any. Free with g_array_unref. */
GArray *command_options (const Command *command);

/* Whether it reads other systems' files, by the options of their own library. */
gboolean command_imports (const Command *command);
/* Whether it writes files for them. */
gboolean command_exports (const Command *command);
/* Whether it makes all pieces of an event. */
gboolean command_makes_kit (const Command *command);
/* Whether it reads two events. */
gboolean command_compares (const Command *command);

gboolean command_has (const Command *command, const CommandOption *option);

/* The words that an option takes of a command, or (NULL) of any, NULL at the end; none where it takes others. Free with
   g_free. */
const char **command_option_values (const Command *command, const CommandOption *option);

/* "; did you mean “agenda”?" if one of the words is near, else "". Free with g_free. */
char *suggestion (const char *word, const char *const *words, const char *prefix);
