/* Lists of people. Enters: a foreign file. Leaves: people. */
#pragma once

#include "import/format.h"

/* NULL with an error if it is no table, or no column has names. */
ProgrammePeople *pg_people_read (const PgForeign *foreign, GError **error);

/* The rows of a table in which people are looked for; NULL with an error. */
PgRows *pg_people_rows (const PgForeign *foreign, GError **error);
