/* A document for each of a list of people, one after another. Enters: a piece that is made for one, a list. Leaves: their pages. */
#pragma once

#include "document.h"
#include "piece/pieces.h"

/* A booklet that was laid out for one, for what others have in common with it. */
typedef struct PgPattern PgPattern;

/* Lays out the piece for each row that the options want, in the row's language; the numbers of pages begin again with each.
   Sets the document's manuscript, which is that of the first, and its pages. */
gboolean pg_records_lay_out (ProgrammeDocument *document, const PgPiece *piece, const ProgrammeOptions *options,
                             PgWorkshop *workshop, GError **error);

/* The document of some rows, from 0, in the place of those of another one, whose fonts and pictures it has. */
ProgrammeDocument *pg_records_new (ProgrammeDocument *like, const PgPiece *piece, const guint *rows, guint n,
                                   const ProgrammeOptions *options, PgWorkshop *workshop, GError **error);

/* The rows of a list that the options want, from 0: guint, to be freed. NULL with PROGRAMME_ERROR_OPTION if there is no such
   row. */
GArray *pg_records_wanted (const ProgrammePeople *people, const ProgrammeOptions *options, GError **error);

/* What a row says for the name of a file or a mark of a page: its field, or for an empty family name the name; never NULL. */
const char *pg_record_field (const ProgrammePeople *people, guint row, const char *field);
