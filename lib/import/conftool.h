/* The export of ConfTool, whose rows are sessions with all their papers. */
#pragma once

#include "import/columns.h"
#include "import/speakers.h"

/* Adds the papers that a row has in columns such as p1_title to the session as its talks; none where there are no such columns. */
void pg_conftool_talks (const PgRows *rows, const PgColumns *columns, const PgRow *row, PgDraft *draft,
                        const PgSpeakers *speakers, PgDraftEntry *session);
