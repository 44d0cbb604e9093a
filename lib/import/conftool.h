/* The export of ConfTool, whose rows are sessions with all their papers. Enters: headings such as p1_title. Leaves: talks. */
#pragma once

#include "import/columns.h"
#include "import/speakers.h"

/* The columns of papers; free with g_array_unref. Without elements where there are none. */
GArray *pg_conftool_papers (const PgRows *rows, const PgColumns *columns);

/* Adds the papers of a row to its session, as talks. */
void pg_conftool_talks (const GArray *papers, const PgRow *row, PgDraft *draft, const PgSpeakers *speakers,
                        PgDraftEntry *session);
