/* Sheets of a document. Enters: a document that is laid out, and how it is wanted on sheets. Leaves: what is found of that; its
   PDF on the sheets. */
#pragma once

#include "document.h"

/* Keeps what the options say of sheets, if they do. FALSE with PROGRAMME_ERROR_OPTION where it cannot be. */
gboolean pg_impose_plan (ProgrammeDocument *document, const ProgrammeOptions *options, ProgrammeReport *report,
                         GError **error);

/* Writes the sheets of a PDF of the document that has such a plan. FALSE: the sink has failed. */
gboolean pg_impose_produce (const ProgrammeDocument *document, GBytes *pdf, PgSink *sink);
