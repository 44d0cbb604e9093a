/* Enters: documents and what is wanted of them. Leaves: files, or bytes on standard output. */
#pragma once

#include "arguments.h"

/* Where to write, if nothing was said: beside the event. Free with g_free. */
char *output_name (const Arguments *arguments);

/* Writes a document, or all editions of one, as the arguments say, and tells of it. Gives the exit status; errors are told. */
int write_documents (GPtrArray *documents, const Arguments *arguments);
