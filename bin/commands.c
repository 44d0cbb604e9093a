/* What can be asked for: commands and their options. Enters: a command's name. Leaves: its options, the library's and the
   command's own. */
#include "commands.h"

#include <string.h>

/* Besides the pieces. */
static const Command others[] = {
  { "kit", "makes all that the event's kit lists, into a folder", "EVENT.xml", "xml" },
  { "check", "says what is wrong or missing in the file, and writes nothing", "EVENT.xml", "xml" },
  { "fonts", "lists the fonts for each script, and which to install", "[EVENT.xml]", "xml" },
  { "words", "prints the words in a language, to fill in for an event", "LANGUAGE", "" },
  { "impose", "puts the pages of any PDF on sheets, to fold or to cut", "FILE.pdf", "pdf" },
  { "import", "makes an event's XML of other systems' and of offices' files", "FILE", "*" },
  { "people", "shows how a list of people is read", "LIST", "*" },
  { "stocks", "lists the sheets of labels and cards, with their sizes", "", "" },
  { "export", "writes the event for other systems: calendars, apps, pages of the web", "EVENT.xml", "*" },
  { "compare", "says what changed from one event to another", "OLD.xml NEW.xml", "xml" },
  { "extract", "gives back the event that is in a PDF", "FILE.pdf", "pdf" },
};

static const CommandOption own[] = {
  { "output", 'o', "FILE", NULL,
    "where to write, if not beside the event, as in meeting-agenda.pdf; - is standard output", NULL, FALSE, FALSE,
    NULL },
  { "theme", 't', "THEME", "institutional", "the looks, by name, or a file such as ./ours.theme", NULL, FALSE, FALSE,
    NULL },
  { "dry-run", 0, NULL, NULL, "with people, show the columns of the list and its first rows, and make nothing", NULL,
    FALSE, FALSE, NULL },
  { "since", 0, "OLD.xml", NULL, "make only the signs, plates and badges that differ from those of this event", NULL,
    FALSE, FALSE, NULL },
  { "jobs", 0, "N", "1", "with people, into a folder, so many processes at once: as many as there are processors", NULL,
    FALSE, FALSE, NULL },
  { "strict", 0, NULL, NULL, "take warnings for errors", NULL, FALSE, FALSE, NULL },
  { "quiet", 'q', NULL, NULL, "say nothing but errors", NULL, FALSE, FALSE, NULL },
  { "completion", 0, "SHELL", NULL, "print what a shell needs to complete all this", NULL, FALSE, FALSE, NULL },
  { "help", 'h', NULL, NULL, "print this, or after a command what that takes", NULL, FALSE, FALSE, NULL },
  { "version", 0, NULL, NULL, "print the version", NULL, FALSE, FALSE, NULL },
};

const Command *
commands_list (void)
{
  static gsize once;
  static GArray *all;
  if (!g_once_init_enter (&once))
    return (const Command *) (gpointer) all->data;
  all = g_array_new (TRUE, TRUE, sizeof (Command));
  for (const char *const *piece = programme_document_list_pieces (); *piece != NULL; piece++)
    {
      Command command = { *piece, programme_document_get_piece_help (*piece), "EVENT.xml", "xml" };
      g_array_append_val (all, command);
    }
  g_array_append_vals (all, others, G_N_ELEMENTS (others));
  g_once_init_leave (&once, 1);
  return (const Command *) (gpointer) all->data;
}

const Command *
command_lookup (const char *name)
{
  for (const Command *command = commands_list (); command->name != NULL; command++)
    if (strcmp (command->name, name) == 0)
      return command;
  return NULL;
}

static gboolean
is_piece (const Command *command)
{
  return programme_document_get_piece_help (command->name) != NULL;
}

static gboolean
is_of_sheets (const ProgrammeOption *option)
{
  g_autofree const ProgrammeOption **all = programme_option_list ("impose");
  guint i = 0;
  while (all[i] != NULL && all[i] != option)
    i++;
  return all[i] != NULL;
}

gboolean
command_compares (const Command *command)
{
  return strcmp (command->name, "compare") == 0;
}

gboolean
command_makes_kit (const Command *command)
{
  return strcmp (command->name, "kit") == 0;
}

/* A check takes all that says what stands on pages. */
static gboolean
has_of_library (const Command *command, const ProgrammeOption *option)
{
  const char *const *pieces = programme_option_list_pieces (option);
  if (is_piece (command))
    return pieces == NULL || g_strv_contains (pieces, command->name);
  if (strcmp (command->name, "impose") == 0)
    return is_of_sheets (option);
  if (strcmp (command->name, "check") == 0)
    return !programme_option_is_for_writing (option);
  if (command_compares (command))
    return programme_option_is_for_reading (option);
  if (command_makes_kit (command))
    return pieces == NULL && !programme_option_is_for_writing (option);
  return strcmp (command->name, "fonts") == 0
         && (programme_option_is_for_reading (option) || strcmp (programme_option_get_name (option), "fonts") == 0);
}

gboolean
command_exports (const Command *command)
{
  return strcmp (command->name, "export") == 0;
}

/* Which are called like others, of documents and of files that are read. */
static const CommandOption of_export[] = {
  { "format", 0, "FORMAT", NULL, "what to write", NULL, FALSE, TRUE, NULL },
  { "languages", 0, "LANG", NULL, "the language of its texts, one of the event's (the first)", NULL, FALSE, TRUE,
    NULL },
};

static const char *const ways_to_tell[] = { "text", "json", NULL };

static const CommandOption of_compare
    = { "format", 0, "FORMAT", "text", "how to tell it", NULL, FALSE, FALSE, ways_to_tell };

static gboolean
has_of_export (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_export); i++)
    if (strcmp (of_export[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

gboolean
command_imports (const Command *command)
{
  return strcmp (command->name, "import") == 0 || strcmp (command->name, "people") == 0;
}

/* Whether it reads a list of people besides. */
static gboolean
takes_people (const Command *command)
{
  g_autofree const ProgrammeOption **all = programme_option_list (NULL);
  guint i = 0;
  while (strcmp (programme_option_get_name (all[i]), "people") != 0)
    i++;
  return has_of_library (command, all[i]);
}

/* Some of the options by which files are read are called like those of documents. */
static gboolean
has_of_import (const Command *command, const char *name)
{
  if (strcmp (command->name, "people") == 0 || takes_people (command))
    return programme_import_option_is_for_people (name);
  return command_imports (command) && programme_import_option_get_help (name) != NULL;
}

gboolean
command_has (const Command *command, const CommandOption *option)
{
  static const char *const always[] = { "quiet", "completion", "help", "version", NULL };
  gboolean is_extract = strcmp (command->name, "extract") == 0, is_words = strcmp (command->name, "words") == 0;
  gboolean is_impose = strcmp (command->name, "impose") == 0, is_stocks = strcmp (command->name, "stocks") == 0;
  if (command_exports (command) && (has_of_export (option->name) || option->is_of_import))
    return has_of_export (option->name);
  if (command_compares (command) && strcmp (option->name, of_compare.name) == 0)
    return TRUE;
  if (option->is_of_import || command_imports (command))
    if (has_of_import (command, option->name) || option->is_of_import)
      return has_of_import (command, option->name);
  if (option->option != NULL)
    return has_of_library (command, option->option);
  if (g_strv_contains (always, option->name))
    return TRUE;
  if (strcmp (option->name, "since") == 0)
    return command_makes_kit (command);
  if (strcmp (option->name, "output") == 0)
    return is_piece (command) || command_makes_kit (command) || is_extract || is_impose || command_imports (command)
           || command_exports (command) || command_compares (command);
  if (strcmp (option->name, "jobs") == 0)
    return strcmp (command->name, "booklet") == 0;
  if (strcmp (option->name, "dry-run") == 0)
    return is_piece (command) && takes_people (command);
  if (strcmp (option->name, "theme") == 0)
    return is_piece (command) || command_makes_kit (command) || strcmp (command->name, "check") == 0;
  return !is_extract && !is_words && !is_impose && !is_stocks; /* strict */
}

static void
add_of_library (GArray *all)
{
  g_autofree const ProgrammeOption **options = programme_option_list (NULL);
  for (guint i = 0; options[i] != NULL; i++)
    {
      const ProgrammeOption *option = options[i];
      CommandOption one = { programme_option_get_name (option),
                            programme_option_get_letter (option),
                            programme_option_get_metavariable (option),
                            programme_option_get_default (option),
                            programme_option_get_help (option),
                            option,
                            FALSE,
                            FALSE,
                            NULL };
      g_array_append_val (all, one);
    }
}

/* The first one of that name; NULL if there is none. */
static CommandOption *
find (const GArray *all, const char *name)
{
  for (guint i = 0; i < all->len; i++)
    if (strcmp (g_array_index (all, CommandOption, i).name, name) == 0)
      return &g_array_index (all, CommandOption, i);
  return NULL;
}

/* One that is called like an option of documents has that one's letter, and its place where the command reads files. */
static void
add_of_import (GArray *all, const Command *command)
{
  const char *const *names = programme_import_option_list ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      CommandOption *same = find (all, names[i]);
      CommandOption one = { names[i],
                            same != NULL ? same->letter : (char) 0,
                            programme_import_option_get_metavariable (names[i]),
                            NULL,
                            programme_import_option_get_help (names[i]),
                            NULL,
                            TRUE,
                            FALSE,
                            NULL };
      if (same == NULL)
        g_array_append_val (all, one);
      else if (command != NULL && command_imports (command))
        *same = one;
    }
}

/* They stand where those stand that are called like them. */
static void
add_of_export (GArray *all)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_export); i++)
    {
      CommandOption *same = find (all, of_export[i].name);
      char letter = same->letter;
      *same = of_export[i];
      same->letter = letter;
    }
}

GArray *
command_options (const Command *command)
{
  GArray *all = g_array_new (TRUE, TRUE, sizeof (CommandOption));
  g_array_append_vals (all, own, 2);
  add_of_library (all);
  add_of_import (all, command);
  if (command != NULL && command_exports (command))
    add_of_export (all);
  if (command != NULL && command_compares (command))
    *find (all, of_compare.name) = of_compare;
  if (command != NULL && command_makes_kit (command))
    {
      g_array_index (all, CommandOption, 0).metavariable = "FOLDER";
      g_array_index (all, CommandOption, 0).help = "where to; it is made if it is not there";
    }
  if (command != NULL && (command_imports (command) || command_exports (command) || command_compares (command)))
    g_array_index (all, CommandOption, 0).help = "where to write, if not to standard output";
  g_array_append_vals (all, own + 2, G_N_ELEMENTS (own) - 2);
  for (guint i = all->len; command != NULL && i-- > 0;)
    if (!command_has (command, &g_array_index (all, CommandOption, i)))
      g_array_remove_index (all, i);
  return all;
}

const char **
command_option_values (const Command *command, const CommandOption *option)
{
  static const char *const shells[] = { "bash", NULL }, *const none[] = { NULL };
  if (option->option != NULL)
    return programme_option_list_values (option->option, command != NULL && is_piece (command) ? command->name : NULL);
  if (option->is_of_import)
    return programme_import_option_list_values (option->name);
  const char *const *words = option->words != NULL ? option->words
                             : option->is_of_export && strcmp (option->name, "format") == 0
                                 ? programme_export_list_formats ()
                             : strcmp (option->name, "theme") == 0      ? programme_theme_list ()
                             : strcmp (option->name, "completion") == 0 ? shells
                                                                        : none;
  guint n = g_strv_length ((char **) words);
  const char **copy = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    copy[i] = words[i];
  return copy;
}

/* How many characters must be put in, left out, changed, or swapped with their neighbour to make one word the other. */
static guint
distance (const char *a, const char *b)
{
  guint table[3][32] = { 0 };
  gsize n = strlen (b);
  for (gsize j = 0; j <= n; j++)
    table[0][j] = (guint) j;
  for (gsize i = 1; i <= strlen (a); i++)
    {
      guint *row = table[i % 3], *above = table[(i + 2) % 3], *second = table[(i + 1) % 3];
      row[0] = (guint) i;
      for (gsize j = 1; j <= n; j++)
        {
          row[j] = MIN (MIN (row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], second[j - 2] + 1);
        }
    }
  return table[strlen (a) % 3][n];
}

char *
suggestion (const char *word, const char *const *words, const char *prefix)
{
  const char *best = NULL;
  guint least = strlen (word) < 5 ? 1 : 2;
  for (; strlen (word) < 32 && *words != NULL; words++)
    {
      guint edits = strlen (*words) < 32 ? distance (word, *words) : G_MAXUINT;
      if (edits > least || (edits == least && best != NULL))
        continue;
      best = *words;
      least = edits;
    }
  return best != NULL ? g_strdup_printf ("; did you mean “%s%s”?", prefix, best) : g_strdup ("");
}

char *
commands_spell_options (const char *message)
{
  g_autoptr (GArray) options = command_options (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < options->len; i++)
    {
      const CommandOption *option = &g_array_index (options, CommandOption, i);
      if (option->option != NULL || option->is_of_import)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "|" : "", option->name);
    }
  g_autofree char *pattern = g_strdup_printf ("^(?:%s)(?=[=: ])|(?<= )(?:%s)(?==)", names->str, names->str);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW, 0, NULL);
  return g_regex_replace (regex, message, -1, 0, "--\\0", 0, NULL);
}
