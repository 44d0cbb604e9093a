/* Workbooks whose days are on sheets of their own. Enters: a workbook. Leaves: the draft of one event. */
#pragma once

#include "import/format.h"

/* Reads the sheets that are shown: the first that is a schedule, and those that are one of other days, in the same columns. What
   was read is told. FALSE, and nothing is told, if none of them is a schedule, or a sheet was named. */
gboolean pg_sheets_read (const PgForeign *foreign, const PgImporter *importer, PgDraft *draft);
