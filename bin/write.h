/* Enters: a document and what is wanted of it. Leaves: files, or bytes on standard output. */
#pragma once

#include "arguments.h"

/* Writes the document as the arguments say, and tells of it. edition is the language of one of several, whose names have
   it, or NULL. Gives the exit status; errors are told. */
int write_document (ProgrammeDocument *document, const Arguments *arguments, const char *edition);

/* TRUE if a file of this name is the event, the theme or the colour profile, by whatever name. */
gboolean replaces_input (const Arguments *arguments, const char *output);

/* Says on standard error what went wrong; gives the exit status that belongs to it. */
int fail (const GError *error);
