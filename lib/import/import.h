/* What importing and exporting share. Enters: a foreign file. Leaves: a draft of an event. */
#pragma once

#include "import/format.h"

/* The draft that the file's importer makes; NULL with an error. */
PgDraft *pg_import_draft (const PgForeign *foreign, GError **error);

/* Whether the file is an event in XML, or in nothing else that is known: then whoever reads it tells what is wrong. */
gboolean pg_import_is_event (const PgForeign *foreign);
