/* The command line. Enters: argc and argv. Leaves: what is wanted, or what is wrong with it. */
#pragma once

#include <programme/import.h>

enum
{
  DONE = 0,
  INPUT_ERROR = 1,
  USAGE_ERROR = 2,
  SYSTEM_ERROR = 3
};

/* All strings are those of argv; NULL where nothing was said. */
typedef struct
{
  const char
      *command; /* "check", "fonts", "extract", "impose", "import", "export", "compare", "kit", or the piece to make */
  const char *file;  /* never NULL but for "fonts" */
  const char *other; /* of "compare": the event as it is now */
  const char *since; /* of "kit": the event as it was, or NULL */
  const char *output, *theme;
  const char *people;                   /* a list of them, for a piece or a check */
  const char *format, *export_language; /* of what is no document */
  /* Of the libraries; to be freed with arguments_clear(). */
  ProgrammeOptions *options;
  ProgrammeImportOptions *import_options;
  gboolean strict, quiet, dry_run;
  guint n_jobs; /* processes at once */
} Arguments;

/* FALSE if there is nothing to do: status is DONE if help or the version was asked for and told, or the status of the
   error that was told. May put argv in another order. */
gboolean arguments_parse (Arguments *arguments, int argc, char **argv, int *status);

void arguments_clear (Arguments *arguments);

/* Says on standard error what is wrong, with a hint at --help. Returns USAGE_ERROR. */
int usage_error (const char *format, ...) G_GNUC_PRINTF (1, 2);
