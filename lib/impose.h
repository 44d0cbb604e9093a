/* Sheets of a document. Enters: a document that is laid out, and how it is wanted on sheets. Leaves: what is found of that; its
   PDF on the sheets. */
#pragma once

#include "document.h"

/* Keeps what the options say of sheets, if they do. FALSE with PROGRAMME_ERROR_OPTION where it cannot be. */
gboolean pg_impose_plan (ProgrammeDocument *document, const ProgrammeOptions *options, ProgrammeReport *report,
                         GError **error);

/* Whether the cover's sheet goes into a file of its own, and how that is called beside another: "sheets-cover.pdf" for
   "sheets.pdf"; free with g_free. */
gboolean pg_impose_has_cover (const ProgrammeDocument *document);
char *pg_impose_name_cover (const char *path);
void pg_impose_refuse_one (GError **error); /* where there is one file for both */

/* Writes the sheets of a PDF of the document that has such a plan. FALSE: the sink has failed. */
gboolean pg_impose_produce (const ProgrammeDocument *document, GBytes *pdf, PgSheets sheets, PgSink *sink);
