/* The list of people that a document is made for. Enters: options. Leaves: it in the request, and what is wrong with its rows. */
#pragma once

#include "document.h"
#include "piece/pieces.h"

/* The whole list, or those of it that are wanted; nothing where none is given. FALSE with PROGRAMME_ERROR_OPTION if nobody is. */
gboolean pg_guests_take (ProgrammeDocument *document, const ProgrammeOptions *options, GError **error);

/* Whether it has no more rows than a document may have pages for, which is asked before all of these are made. FALSE with
   PROGRAMME_ERROR_LAYOUT. */
gboolean pg_guests_have_room (const ProgrammeDocument *document, const PgPiece *piece, GError **error);

/* Tells all that is wrong with its rows. FALSE with PROGRAMME_ERROR_INVALID for errors, unless the options bear with them. */
gboolean pg_guests_check (const ProgrammeDocument *document, const PgPiece *piece, const ProgrammeOptions *options,
                          const PgWorkshop *workshop, GError **error);
