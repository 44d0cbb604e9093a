/* People whom a table names below what they speak about. Enters: titles of several lines. Leaves: who speaks. */
#pragma once

#include "import/speakers.h"

/* The names in “Aino Aalto, Jan Smit and Mina Rossi” (free with g_strfreev); NULL if it is one, or anything else. */
char **pg_names_joined (const char *text);

/* Whether a table that has no columns for people has their names in lines below its titles, by far the most of them, which is
   told then. */
gboolean pg_names_are_below (const PgColumns *columns, const PgRows *rows, ProgrammeReport *report);

/* Takes the lines that are names, perhaps with a post behind them, and gives the others; free with g_free. */
char *pg_names_take (const PgSpeakers *speakers, PgDraftEntry *entry, const char *lines);
