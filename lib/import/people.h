/* Lists of people. Enters: a foreign file. Leaves: people. */
#pragma once

#include "import/format.h"

/* The rows of a table in which people are looked for; NULL with an error if it is none. */
PgRows *pg_people_rows (const PgForeign *foreign, GError **error);

/* The people in them; of the file the bytes are not needed any more. NULL with an error if no column has names. */
ProgrammePeople *pg_people_read (const PgForeign *foreign, const PgRows *rows, GError **error);
