/* The command line. Enters: argc and argv. Leaves: what is wanted, or what is wrong with it. */
#include "arguments.h"

#include "pages.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#define DEFAULT_DPI 150

static const char help[] = "Usage: programme agenda|speakers|check [OPTION]... EVENT.xml\n"
                           "       programme fonts [--fonts=FOLDER] [EVENT.xml]\n"
                           "       programme extract FILE.pdf -o EVENT.xml\n"
                           "\n"
                           "Makes the printed programme of an event from one XML file that describes it.\n"
                           "\n"
                           "  agenda      the programme: cover, introduction, a table for each day\n"
                           "  speakers    the list of speakers, with the pages of the agenda\n"
                           "  check       says what is wrong or missing in the file, and writes nothing\n"
                           "  fonts       lists the fonts for each script, and which to install\n"
                           "\n"
                           "Options:\n"
                           "  -o, --output=FILE     where to write; else meeting.xml becomes\n"
                           "                        meeting-agenda.pdf beside it; - is standard output\n"
                           "  -t, --theme=THEME     the looks: institutional (used if nothing is said),\n"
                           "                        modern, classic, or a file such as ./ours.theme\n"
                           "  -p, --paper=PAPER     A0 to A7, Letter, Legal, Tabloid, or such as 148x210mm\n"
                           "  -l, --languages=LANG  which of the event's languages to print: one, or\n"
                           "                        two, such as en,ko\n"
                           "  -b, --bilingual=WAY   how: stacked, parallel (columns), headings (those in\n"
                           "                        both, the rest in one), editions (a file each)\n"
                           "      --fonts=FOLDER    your own fonts; else those in fonts/ beside the event\n"
                           "      --format=FORMAT   pdf (used if nothing is said), png or svg: of\n"
                           "                        each page, meeting-agenda-1.png, -2.png ...\n"
                           "      --pages=PAGES     of png and svg, which pages: 3, or such as 1-3,5\n"
                           "      --dpi=N           of png, dots to the inch: 150 if nothing is said\n"
                           "      --profile=PROFILE what a PDF is for: accessible (used if nothing is said),\n"
                           "                        press (PDF/X-4 with bleed and marks) or plain\n"
                           "      --output-intent=FILE.icc\n"
                           "                        for the press: its CMYK profile, which the printer names\n"
                           "      --embed-source    put the event into the PDF, for programme extract\n"
                           "      --sort=ORDER      speakers by name, country or session\n"
                           "      --strict          take warnings for errors\n"
                           "  -q, --quiet           say nothing but errors\n"
                           "  -h, --help            print this\n"
                           "      --version         print the version\n"
                           "\n"
                           "Examples:\n"
                           "  programme check meeting.xml\n"
                           "  programme agenda meeting.xml\n"
                           "  programme agenda --theme=modern --paper=A5 -o small.pdf meeting.xml\n"
                           "  programme agenda --languages=en,ko meeting.xml\n"
                           "  programme speakers --sort=country meeting.xml\n"
                           "  programme agenda --format=png --pages=1 -o cover.png meeting.xml\n"
                           "\n"
                           "What is wrong is told with its place in the file: meeting.xml:12:5: error: ...\n"
                           "is line 12, column 5. Nothing is written while there is an error.\n"
                           "\n"
                           "Exit status: 0 done; 1 the event has errors; 2 wrong usage, or a fault in the\n"
                           "theme; 3 the output could not be written, or the machine lacks the fonts.\n"
                           "\n"
                           "How to write an event: man 5 programme. How to write a theme: man 1 programme.\n";

void
arguments_clear (Arguments *arguments)
{
  for (guint i = 0; i < G_N_ELEMENTS (arguments->languages); i++)
    g_clear_pointer (&arguments->languages[i], g_free);
}

int
usage_error (const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "programme: %s\n", message);
  fprintf (stderr, "programme --help says what can be asked for.\n");
  return USAGE_ERROR;
}

static int
tell (const char *text)
{
  if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
    return DONE;
  fprintf (stderr, "programme: standard output: cannot be written: %s\n", g_strerror (errno));
  return SYSTEM_ERROR;
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

/* "; did you mean “agenda”?" if one of the words is near, else "". Free with g_free. The words have less than 32
   characters. */
static char *
suggestion (const char *word, const char *const *words, const char *prefix)
{
  const char *best = NULL;
  guint least = strlen (word) < 5 ? 1 : 2;
  for (; strlen (word) < 32 && *words != NULL; words++)
    {
      guint edits = distance (word, *words);
      if (edits > least || (edits == least && best != NULL))
        continue;
      best = *words;
      least = edits;
    }
  return best != NULL ? g_strdup_printf ("; did you mean “%s%s”?", prefix, best) : g_strdup ("");
}

enum
{
  OPTION_SORT = 256, /* beyond the letters */
  OPTION_EMBED_SOURCE,
  OPTION_FONTS,
  OPTION_FORMAT,
  OPTION_PAGES,
  OPTION_DPI,
  OPTION_PROFILE,
  OPTION_OUTPUT_INTENT,
  OPTION_STRICT,
  OPTION_VERSION
};

static const struct option options[] = { { "output", required_argument, NULL, 'o' },
                                         { "theme", required_argument, NULL, 't' },
                                         { "paper", required_argument, NULL, 'p' },
                                         { "languages", required_argument, NULL, 'l' },
                                         { "bilingual", required_argument, NULL, 'b' },
                                         { "embed-source", no_argument, NULL, OPTION_EMBED_SOURCE },
                                         { "fonts", required_argument, NULL, OPTION_FONTS },
                                         { "format", required_argument, NULL, OPTION_FORMAT },
                                         { "pages", required_argument, NULL, OPTION_PAGES },
                                         { "dpi", required_argument, NULL, OPTION_DPI },
                                         { "profile", required_argument, NULL, OPTION_PROFILE },
                                         { "output-intent", required_argument, NULL, OPTION_OUTPUT_INTENT },
                                         { "sort", required_argument, NULL, OPTION_SORT },
                                         { "strict", no_argument, NULL, OPTION_STRICT },
                                         { "quiet", no_argument, NULL, 'q' },
                                         { "help", no_argument, NULL, 'h' },
                                         { "version", no_argument, NULL, OPTION_VERSION },
                                         { 0 } };

/* The long name of an option that getopt_long() knows by its value, or NULL. */
static const char *
option_name (int value)
{
  for (guint i = 0; options[i].name != NULL; i++)
    if (options[i].val == value)
      return options[i].name;
  return NULL;
}

/* What getopt_long() did not accept. value is that of the option where it has one that it should not have, 0 after an
   unknown long option, which is argument, or else the unknown letter. */
static int
refuse_option (const char *argument, int value)
{
  const char *known = option_name (value);
  if (known != NULL)
    return usage_error ("--%s takes no value", known);
  if (value != 0)
    return usage_error ("unknown option “-%c”", value);
  const char *names[G_N_ELEMENTS (options)] = { NULL };
  for (guint i = 0; options[i].name != NULL; i++)
    names[i] = options[i].name;
  g_autofree char *word = g_strndup (argument + 2, strcspn (argument + 2, "="));
  g_autofree char *meant = suggestion (word, names, "--");
  return usage_error ("unknown option “--%s”%s", word, meant);
}

/* Which of words (less than 8) an option's value is; wanted is what it takes, in words. */
static int
choose (const char *option, const char *value, const char *const *words, const char *wanted, guint *chosen)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (value, words[i]) == 0)
      {
        *chosen = i;
        return DONE;
      }
  g_autofree char *meant = suggestion (value, words, "");
  return usage_error ("--%s takes %s, not “%s”%s", option, wanted, value, meant);
}

static int
set_sort (Arguments *arguments, const char *word)
{
  static const char *const words[] = { "name", "country", "session", NULL };
  guint chosen = 0;
  int status = choose ("sort", word, words, "name, country or session", &chosen);
  arguments->sort = (ProgrammeSort) chosen;
  return status;
}

static int
set_bilingual (Arguments *arguments, const char *word)
{
  static const char *const words[] = { "stacked", "parallel", "headings", "editions", NULL };
  guint chosen = 0;
  int status = choose ("bilingual", word, words, "stacked, parallel, headings or editions", &chosen);
  arguments->bilingual = (ProgrammeBilingual) (PROGRAMME_BILINGUAL_STACKED + chosen);
  return status;
}

static const char *const formats[] = { "pdf", "svg", "png", NULL };

const char *
format_name (Format format)
{
  return formats[format];
}

static int
set_format (Arguments *arguments, const char *word)
{
  guint chosen = 0;
  int status = choose ("format", word, formats, "pdf, svg or png", &chosen);
  arguments->format = (Format) chosen;
  return status;
}

static int
set_dpi (Arguments *arguments, const char *word)
{
  guint64 dpi;
  if (!g_ascii_string_to_unsigned (word, 10, 1, G_MAXINT, &dpi, NULL))
    return usage_error ("--dpi takes a whole number of dots to the inch, such as 150, not “%s”", word);
  arguments->dpi = (guint) dpi;
  return DONE;
}

static int
set_profile (Arguments *arguments, const char *word)
{
  static const char *const words[] = { "accessible", "press", "plain", NULL };
  guint chosen = 0;
  int status = choose ("profile", word, words, "accessible, press or plain", &chosen);
  arguments->profile = (ProgrammeProfile) chosen;
  return status;
}

static int
set_pages (Arguments *arguments, const char *word)
{
  if (!pages_are_well_formed (word))
    return usage_error ("--pages takes numbers of pages, such as 3 or 1-3,5, not “%s”", word);
  arguments->pages = word;
  return DONE;
}

static int
set_languages (Arguments *arguments, const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, ",", -1);
  guint n = g_strv_length (words);
  if (n > 2)
    return usage_error ("--languages takes one language or two, not %u: make a document for each pair", n);
  arguments_clear (arguments);
  for (guint i = 0; i < n; i++)
    {
      arguments->languages[i] = g_strdup (g_strstrip (words[i]));
      if (words[i][0] == '\0')
        return usage_error ("--languages=%s: a language is missing beside the comma", list);
    }
  if (n == 2 && g_ascii_strcasecmp (words[0], words[1]) == 0)
    return usage_error ("--languages=%s names the same language twice", list);
  return DONE;
}

static int
set_option (Arguments *arguments, int option)
{
  switch (option)
    {
    case 'o':
      arguments->output = optarg;
      break;
    case 't':
      arguments->theme = optarg;
      break;
    case 'p':
      arguments->paper = optarg;
      break;
    case 'l':
      return set_languages (arguments, optarg);
    case 'b':
      return set_bilingual (arguments, optarg);
    case OPTION_EMBED_SOURCE:
      arguments->embed_source = TRUE;
      break;
    case OPTION_FONTS:
      arguments->fonts = optarg;
      break;
    case OPTION_FORMAT:
      return set_format (arguments, optarg);
    case OPTION_PAGES:
      return set_pages (arguments, optarg);
    case OPTION_DPI:
      return set_dpi (arguments, optarg);
    case OPTION_PROFILE:
      return set_profile (arguments, optarg);
    case OPTION_OUTPUT_INTENT:
      arguments->output_intent = optarg;
      break;
    case OPTION_SORT:
      return set_sort (arguments, optarg);
    case OPTION_STRICT:
      arguments->strict = TRUE;
      break;
    case 'q':
      arguments->quiet = TRUE;
      break;
    }
  return DONE;
}

static int
tell_version (void)
{
  g_autofree char *version = g_strdup_printf ("programme %s\n", programme_version ());
  return tell (version);
}

/* Like arguments_parse(), of the options alone. */
static gboolean
parse_options (Arguments *arguments, int argc, char **argv, int *status)
{
  opterr = 0;
  *status = DONE;
  while (*status == DONE)
    {
      int option = getopt_long (argc, argv, ":o:t:p:l:b:qh", options, NULL);
      if (option == -1)
        return TRUE;
      if (option == 'h' || option == OPTION_VERSION)
        {
          *status = option == 'h' ? tell (help) : tell_version ();
          return FALSE;
        }
      if (option == '?')
        *status = refuse_option (argv[optind - 1], optopt);
      else if (option == ':' || (optarg != NULL && optarg[0] == '\0'))
        *status = usage_error ("--%s needs a value", option_name (option == ':' ? optopt : option));
      else
        *status = set_option (arguments, option);
    }
  return FALSE;
}

static gboolean
is_command (const char *word)
{
  static const char *const others[] = { "check", "fonts", "extract", NULL };
  return g_strv_contains (others, word) || g_strv_contains (programme_document_list_pieces (), word);
}

static int
refuse_command (const char *word, const char *next)
{
  static const char *const commands[] = { "agenda", "speakers", "check", "fonts", "extract", NULL };
  if (next != NULL && is_command (next))
    return usage_error ("first what to make, then of which event: programme %s %s", next, word);
  if (next == NULL && g_file_test (word, G_FILE_TEST_EXISTS))
    return usage_error ("say what to make of %s: programme agenda %s", word, word);
  g_autofree char *meant = suggestion (word, commands, "");
  return usage_error ("there is no command “%s”%s", word,
                      meant[0] != '\0' ? meant : "; expected agenda, speakers, check, fonts or extract");
}

static int
check_profile (const Arguments *arguments)
{
  if (arguments->embed_source
      && (arguments->profile != PROGRAMME_PROFILE_ACCESSIBLE || arguments->format != FORMAT_PDF))
    return usage_error ("--embed-source goes with --profile=accessible and --format=pdf");
  if (arguments->profile != PROGRAMME_PROFILE_PRESS)
    return arguments->output_intent == NULL ? DONE : usage_error ("--output-intent goes with --profile=press");
  if (arguments->format != FORMAT_PDF)
    return usage_error ("--profile=press goes with --format=pdf");
  if (arguments->output_intent == NULL)
    return usage_error (
        "--profile=press needs --output-intent=FILE.icc, the CMYK profile of the press, which the printer "
        "names; for most coated paper it is FOGRA39L_coated.icc, of Debian's package texlive-base");
  return DONE;
}

static int
check_languages (const Arguments *arguments)
{
  gboolean wants_two
      = arguments->bilingual != PROGRAMME_BILINGUAL_THEME && arguments->bilingual != PROGRAMME_BILINGUAL_EDITIONS;
  if (wants_two && arguments->languages[1] == NULL)
    return usage_error ("--bilingual says how two languages are printed: name them, such as --languages=en,ko");
  return DONE;
}

/* What would go unheeded, or into a file whose name belies it, is not meant. */
static int
check_format (Arguments *arguments)
{
  const char *name = formats[arguments->format];
  if (arguments->format == FORMAT_PDF && arguments->pages != NULL)
    return usage_error ("--pages goes with --format=png or --format=svg: a PDF has all pages");
  if (arguments->format != FORMAT_PNG && arguments->dpi > 0)
    return usage_error ("--dpi goes with --format=png: a %s has no dots",
                        arguments->format == FORMAT_PDF ? "PDF" : "SVG");
  if (arguments->dpi == 0)
    arguments->dpi = DEFAULT_DPI;
  const char *dot = arguments->output != NULL ? strrchr (arguments->output, '.') : NULL;
  for (guint i = 0; dot != NULL && formats[i] != NULL; i++)
    if (i != arguments->format && g_ascii_strcasecmp (dot + 1, formats[i]) == 0)
      return usage_error ("%s would not be what its name says: add --format=%s, or let the name end in .%s",
                          arguments->output, formats[i], name);
  if (dot != NULL && g_ascii_strcasecmp (dot, ".xml") == 0)
    return usage_error ("%s would not be an event, as its name says: let the name end in .%s", arguments->output, name);
  return DONE;
}

/* What is wrong with the words after the options; words[0] is a command. */
static int
check_words (const Arguments *arguments, char **words)
{
  gboolean is_extract = strcmp (words[0], "extract") == 0;
  if (words[1] == NULL && is_extract)
    return usage_error ("name the PDF and where its event is to go: programme extract FILE.pdf -o EVENT.xml");
  if (words[1] == NULL && strcmp (words[0], "fonts") != 0)
    return usage_error ("name the event's file: programme %s EVENT.xml", words[0]);
  if (words[1] != NULL && words[2] != NULL)
    return usage_error ("name one file, not several");
  if (is_extract && arguments->output == NULL)
    return usage_error ("say where the event is to go: programme extract %s -o EVENT.xml", words[1]);
  if (arguments->output != NULL && (strcmp (words[0], "check") == 0 || strcmp (words[0], "fonts") == 0))
    return usage_error ("%s writes nothing: leave out --output, or ask for agenda or speakers", words[0]);
  return DONE;
}

gboolean
arguments_parse (Arguments *arguments, int argc, char **argv, int *status)
{
  *arguments = (Arguments){ 0 };
  if (!parse_options (arguments, argc, argv, status))
    return FALSE;
  char **words = argv + optind;
  if (words[0] == NULL)
    *status = usage_error ("say what to make of which event: programme agenda EVENT.xml");
  else if (!is_command (words[0]))
    *status = refuse_command (words[0], words[1]);
  else if ((*status = check_words (arguments, words)) == DONE)
    {
      arguments->command = words[0];
      arguments->file = words[1];
      *status = strcmp (words[0], "extract") == 0 ? DONE : check_format (arguments);
      if (*status == DONE)
        *status = check_profile (arguments);
      if (*status == DONE)
        *status = check_languages (arguments);
      return *status == DONE;
    }
  return FALSE;
}
