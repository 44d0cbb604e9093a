/* Enters: a document. Leaves: the files that it was made from, which nothing is to be written over. */
#pragma once

#include <programme/document.h>

/* FALSE with PROGRAMME_ERROR_OUTPUT if path is one of the files that the document was made from, by whatever name. */
gboolean pg_document_spares (const ProgrammeDocument *document, const char *path, GError **error);

/* FALSE with PROGRAMME_ERROR_OUTPUT if path is the file input (which may be NULL), by whatever name. */
gboolean pg_output_spares (const char *path, const char *input, GError **error);
