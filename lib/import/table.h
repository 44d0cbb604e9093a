/* A schedule in a table. Enters: rows, whose first ones are headings. Leaves: a draft of an event. */
#pragma once

#include "import/format.h"

/* FALSE with an error if no column can be told to be what a schedule needs. */
gboolean pg_table_to_draft (const PgForeign *foreign, const PgRows *rows, PgDraft *draft, GError **error);
