/* The functions of all importers, for their table. Enters: a foreign file. Leaves: see format.h. */
#pragma once

#include "import/format.h"

/* csv.c */
gboolean pg_csv_is (const PgForeign *foreign);
PgRows *pg_csv_rows (const PgForeign *foreign, GError **error);
